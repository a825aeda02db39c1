//! Markdown: the only door to the Markdown package.
//!
//! Prose is read twice. `survey` finds what the rest of the program needs to know before anything is written:
//! headings, links, the first sentences, faults. [`to_html`] makes the HTML of a page. Prose is data: raw HTML in it is
//! shown as text, and only the schemes http, https, mailto and tel lead out of the site. Whoever reads it reads the same
//! visible events, so that what is hidden from one is hidden from all.

mod clause;
mod destination;
mod footnotes;
mod headings;
mod html;
mod lists;
mod paragraphs;
mod plain;
mod repeated;
mod rows;
mod safe;
mod small_marks;
mod survey;
mod tables;
mod title;
mod unread;
mod visible;
mod whole;

use pulldown_cmark::Options;
use serde::{Deserialize, Serialize};

pub use clause::{clause_to_html, clause_to_plain};
pub(crate) use clause::{survey_clause, without_comments};
pub use destination::{decoded, split_destination};
pub use html::{Resolve, Word, to_html};
pub use plain::to_plain;
pub(crate) use survey::{Survey, survey};
pub(crate) use title::{Title, behind_title, title};
pub(crate) use whole::may_link;
pub use whole::with_addresses;

/// A heading of the prose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// The level within the page, 2 to 6: the page's title is the one heading of level 1.
    pub level: u8,
    /// The anchor: the slug of the words; a repeated one is scoped by the heading it stands under.
    pub id: String,
    /// The words.
    pub title: String,
}

/// A link or an image of the prose that stays within the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The destination as written: a file, a path of the site, an anchor.
    pub destination: String,
    /// The line of the file, from 1.
    pub line: usize,
    /// The column, in characters, from 1.
    pub column: usize,
}

/// How the prose of a site is read and shown, beside Markdown's own rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ProseRules {
    /// How anchors are made of headings.
    pub anchors: Anchors,
    /// What becomes of raw HTML.
    pub html: Html,
}

/// How anchors are made of headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Anchors {
    /// The slug of the words; a repeated one is scoped by the heading above.
    #[default]
    Scoped,
    /// As GitHub makes them: the words in small letters, without marks, blanks as hyphens; a repeated one is numbered.
    Github,
}

/// What becomes of raw HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Html {
    /// It is shown as text.
    #[default]
    Text,
    /// What does no harm is let through.
    Safe,
}

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_DEFINITION_LIST);
