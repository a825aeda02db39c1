//! One source file to one [`Record`]: the published text of one decision, with its facts.
//!
//! This room knows a single file. It does not know other records, addresses, templates or the disk: what only the whole
//! register shows is found in [`crate::site`].

mod abbreviations;
mod ballots;
mod check;
mod clauses;
mod comments;
mod date;
mod days;
mod derived;
mod direction;
pub mod edit;
pub mod facts;
mod fields;
mod files;
mod former;
pub mod front_matter;
mod guards;
mod hints;
mod keys;
mod names;
mod opened;
mod own_keys;
mod place;
pub mod prose;
mod read;
mod slug;
mod sorting;
mod standing;
mod summary;
mod text;
mod topics;
mod unguarded;
mod withdrawal;
mod words;
mod written;

pub(crate) use check::out_of_order;
pub use date::{Date, Moment};
pub use days::{DayForms, past_midnight};
pub use derived::{Derived, Origin};
pub use direction::is_right_to_left;
pub use facts::{Appeal, Attachment, Change, Facts, Proposer, Withdrawal};
pub(crate) use fields::{Fields, TableKey};
pub use files::{Pattern, RecordFiles};
pub use hints::{hides, name_of_drafts};
pub(crate) use keys::is_equal;
pub use keys::{Key, Reading, Required, UnknownKeys, nearest};
pub use names::{name_key, spelt};
pub use opened::{Places, prose_of};
pub use own_keys::OwnKeys;
pub(crate) use place::Place;
pub use prose::{Anchors, Heading, Html, Link, ProseRules};
pub(crate) use read::check_comments;
pub use read::{language_tag, read};
pub use slug::slug;
pub use standing::Standing;
pub use summary::LONGEST as LONGEST_SUMMARY;
pub use text::{Text, TextKind, read_text};
pub use topics::{TOPICS_PATH, read_topics};
pub use words::{APPEAL_ROUTES, APPEAL_STATES, OUTCOMES, STAGES, TYPES};
pub(crate) use words::{choice_named, stage_named};

use serde::{Deserialize, Serialize};

use crate::source::{Digest, SourcePath};

/// The published text of one decision, with its facts; the prose itself is read again when its page is made.
///
/// It is serialisable for the cache alone, whose form is nobody's promise; what templates see is in
/// [`crate::pages::view`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The file it was read from.
    pub source: SourcePath,
    /// The digest of the file.
    pub digest: Digest,
    /// The digest of what listings, feeds and open data may show: the front matter, the summary and the id.
    pub facts_digest: Digest,
    /// The facts that it tells, and those that follow from them.
    pub facts: Facts,
    /// Where the prose that a page shows begins, in bytes from the end of the front matter: behind a heading that the title
    /// says again.
    pub prose_begins: usize,
    /// Whether its summary was written, and not taken from the prose.
    pub has_own_summary: bool,
    /// The files that it withholds although nothing else is left of it, since it is withdrawn.
    pub withheld_files: Vec<String>,
    /// The headings of the prose.
    pub headings: Vec<Heading>,
    /// The links of the prose and the clauses that stay within the site.
    pub links: Vec<Link>,
    /// Whether it was read without an error of its own.
    pub is_sound: bool,
}

/// How far a matter has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Stage {
    /// Being prepared.
    Preparation,
    /// Laid before the body; nothing is decided.
    Proposal,
    /// Decided.
    Decided,
    /// Put off to a later meeting.
    Postponed,
    /// Sent back to be prepared further.
    ReferredBack,
    /// Ended without more to do.
    Closed,
    /// Taken back.
    Withdrawn,
    /// The record is no matter that anybody decides: a law, minutes, a guideline.
    None,
}

/// What became of a recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Outcome {
    /// Decided as recommended.
    Approved,
    /// Decided as recommended, with changes.
    ApprovedWithChanges,
    /// Decided as recommended in some parts, and not in others.
    ApprovedInPart,
    /// Turned down.
    Rejected,
    /// A motion or question considered answered.
    Answered,
    /// Put off to a later meeting.
    Postponed,
    /// Sent back to be prepared further.
    ReferredBack,
    /// Written off.
    WrittenOff,
    /// Noted, put with the papers.
    Noted,
}

/// A JSON object of the record's own, as text inside so that it compares and serialises like the other facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extra(String);

impl Default for Extra {
    fn default() -> Self {
        Self("{}".to_owned())
    }
}

impl Extra {
    /// Takes a JSON value.
    #[must_use]
    pub fn new(value: &serde_json::Value) -> Self {
        Self(value.to_string())
    }

    /// Takes the text of a JSON object.
    #[must_use]
    pub(crate) fn of_text(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The text of the JSON object.
    pub(crate) fn into_text(self) -> String {
        self.0
    }

    /// The JSON value.
    #[must_use]
    pub fn value(&self) -> serde_json::Value {
        serde_json::from_str(&self.0).unwrap_or_default()
    }
}

impl Record {
    /// Whether enough of it could be read to say where its page stands. What could not be read is known to exist, so that
    /// nobody who refers to it is blamed, and is planned nowhere.
    #[must_use]
    pub fn has_address(&self) -> bool {
        let has_year = self.date() != Date::UNKNOWN || self.is_sound;
        has_year && !self.id().is_empty()
    }

    /// The heading of its text with these words or this anchor.
    #[must_use]
    pub fn heading(&self, named: &str) -> Option<&Heading> {
        let id = slug(named);
        let mut headings = self.headings.iter();
        headings.find(|heading| heading.id == named || heading.id == id || heading.title == named)
    }
}
