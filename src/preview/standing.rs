//! What the preview says of where a page stands: the record's own standing, or that there is no page.

use serde::Serialize;

use crate::pages::{Content, Page};
use crate::record::{Moment, Record, Standing};
use crate::site::Clock;
use crate::source::{Digest, SourcePath};

/// What is shown of where a page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum ShownStanding {
    /// A draft.
    Draft,
    /// Waits for its moment.
    Waits,
    /// Its time is over.
    Expired,
    /// Published, and readers see it so.
    Published,
    /// It will be published by the next build, and was not before.
    Next,
    /// Readers see it as it was before; the next build changes that.
    Changed,
    /// It would be published, but errors hold the next build: what readers see stays as it is.
    Held,
    /// There is nothing at the address.
    #[default]
    Missing,
}

impl ShownStanding {
    /// The id of the sentence that says it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Draft => "standing-draft",
            Self::Waits => "standing-waits",
            Self::Expired => "standing-expired",
            Self::Published => "standing-published",
            Self::Next => "standing-next",
            Self::Changed => "standing-changed",
            Self::Held => "standing-held",
            Self::Missing => "standing-missing",
        }
    }

    /// Where a page stands at a moment, and the moment that changes it. A page that is not public without being a
    /// record's own is there for the sake of drafts.
    pub(super) fn of(page: &Page, clock: Clock, is_public: bool) -> (Self, Option<Moment>) {
        match &page.content {
            Content::Record(page) => Self::of_record(&page.record, clock),
            _ if is_public => (Self::Published, None),
            _ => (Self::Draft, None),
        }
    }

    /// Where it stands when there are errors, which hold every build. What readers see already stays.
    pub(super) fn held_by(self, errors: usize) -> Self {
        match self {
            Self::Next | Self::Changed if errors > 0 => Self::Held,
            _ => self,
        }
    }

    /// Where a page that is to be published stands, by what the last build published: its inputs then, and those now.
    pub(super) fn beside(self, before: Option<Digest>, now: Option<Digest>) -> Self {
        match (self, before) {
            (Self::Published, None) => Self::Next,
            (Self::Published, before) if before != now => Self::Changed,
            _ => self,
        }
    }

    /// Where a record stands at a moment.
    pub(super) fn of_record(record: &Record, clock: Clock) -> (Self, Option<Moment>) {
        let standing = record.standing(clock.now);
        let shown = match standing {
            Standing::Draft => Self::Draft,
            Standing::Waits(_) => Self::Waits,
            Standing::Public => Self::Published,
            Standing::Over(_) => Self::Expired,
        };
        (shown, standing.moment())
    }
}

/// The source file that a page is made from, if it is one.
pub(super) fn source_of(page: &Page) -> Option<&SourcePath> {
    match &page.content {
        Content::Record(page) => Some(&page.record.source),
        content => content.described().map(|text| &text.source),
    }
}
