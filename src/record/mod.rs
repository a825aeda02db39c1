//! One source file to one [`Record`]: the published text of one decision, with its facts.
//!
//! This room knows a single file. It does not know other records, addresses, templates or the disk: what only the whole
//! register shows is found in [`crate::site`].

mod abbreviations;
mod agreement;
mod clauses;
mod comments;
mod date;
mod direction;
mod fields;
mod former;
pub mod front_matter;
mod guards;
mod keys;
mod names;
mod nested;
mod opened;
mod place;
pub mod prose;
mod read;
mod slug;
mod sorting;
mod standing;
mod summary;
mod text;
mod words;

pub(crate) use comments::{cut_short, may_cut, shown_comments};
pub use date::{Date, Moment};
pub use direction::is_right_to_left;
pub use keys::{Key, Reading, UnknownKeys, nearest};
pub use names::{name_key, spelt};
pub use opened::{Places, prose_of};
pub(crate) use place::Place;
pub use prose::{Heading, Link};
pub use read::{language_tag, read};
pub use slug::slug;
pub use standing::Standing;
pub use summary::LONGEST as LONGEST_SUMMARY;
pub use text::{Text, read_text};
pub use words::{OUTCOMES, STAGES};

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
    pub facts: Digest,
    /// The permanent last part of the address.
    pub id: String,
    /// The matter.
    pub title: String,
    /// The day of the document.
    pub date: Date,
    /// Who laid the matter before the body.
    pub proposers: Vec<Proposer>,
    /// What the body was asked to decide: inline Markdown, one text for each clause.
    pub recommendation: Vec<String>,
    /// The authority's own numbers for the matter.
    pub case_numbers: Vec<String>,
    /// The organ that decides.
    pub body: Option<String>,
    /// How far the matter has come.
    pub stage: Stage,
    /// What the body decided: inline Markdown, one text for each clause.
    pub decision: Vec<String>,
    /// The day of the decision.
    pub decided_on: Option<Date>,
    /// What became of the recommendation.
    pub outcome: Option<Outcome>,
    /// The topics.
    pub topics: Vec<String>,
    /// The summary: the record's own, else the first sentences of the prose.
    pub summary: String,
    /// BCP 47 code of the text; the site's language if none.
    pub language: Option<String>,
    /// Whether it is a draft.
    pub draft: bool,
    /// From when it is published.
    pub publish_from: Option<Moment>,
    /// Until when it is published.
    pub publish_until: Option<Moment>,
    /// The files published with it.
    pub attachments: Vec<Attachment>,
    /// Paths of the site that lead here.
    pub former_addresses: Vec<String>,
    /// What the record holds for the theme: a JSON object.
    pub extra: Extra,
    /// The headings of the prose.
    pub headings: Vec<Heading>,
    /// The links of the prose and the clauses that stay within the site.
    pub links: Vec<Link>,
    /// Whether it was read without an error of its own.
    pub is_sound: bool,
}

/// Who laid a matter before the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposer {
    /// The name.
    pub name: String,
    /// The role, if given.
    pub role: Option<String>,
    /// The party, if given.
    pub party: Option<String>,
}

/// A file that a record publishes, by its path beside the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// The path, relative to the record's folder.
    pub file: String,
    /// The title; the file's name if none.
    pub title: Option<String>,
    /// The number of the item among the attachments, to find its place again.
    pub item: Option<usize>,
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

impl Extra {
    /// Takes a JSON value.
    #[must_use]
    pub fn new(value: &serde_json::Value) -> Self {
        Self(value.to_string())
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
        self.date != Date::UNKNOWN && !self.id.is_empty()
    }
}
