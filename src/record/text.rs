//! An ordinary page's source: a text with a title that is no record, such as who to contact.

use serde::{Deserialize, Serialize};

use super::fields::Fields;
use super::former;
use super::keys::{Key, Reading, UnknownKeys};
use super::opened::{self, Opened};
use super::place::Place;
use super::prose::{Heading, Link};
use super::read;
use crate::diagnostics::{Checked, Diagnostic};
use crate::source::{Digest, SourcePath};

/// The source of an ordinary page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The file it was read from.
    pub source: SourcePath,
    /// The digest of the file.
    pub digest: Digest,
    /// The last part of the address.
    pub id: String,
    /// The title.
    pub title: String,
    /// What the page says in one or two sentences.
    pub summary: String,
    /// BCP 47 code of the text; the site's language if none.
    pub language: Option<String>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Paths of the site that lead here.
    pub former_addresses: Vec<String>,
    /// The headings of the prose.
    pub headings: Vec<Heading>,
    /// The links of the prose that stay within the site.
    pub links: Vec<Link>,
    /// Whether it was read without an error of its own.
    pub is_sound: bool,
}

const KEYS: [Key; 6] = [
    Key::Title,
    Key::Id,
    Key::Summary,
    Key::Language,
    Key::Draft,
    Key::FormerAddresses,
];

/// Reads an ordinary page's source, as [`super::read()`] reads a record.
#[must_use]
pub fn read_text(path: &SourcePath, bytes: &[u8], reading: &Reading) -> Checked<Option<Text>> {
    let Opened {
        text: written,
        parts,
    } = match opened::open(path, bytes) {
        Ok(opened) => opened,
        Err(fault) => return read::unread(vec![*fault]),
    };
    let reading = Reading {
        names: reading.names.clone(),
        defaults: std::collections::BTreeMap::new(),
        unknown_keys: UnknownKeys::Report,
    };
    let place = Place::new(&written, parts.yaml.clone());
    let mut fields = Fields::read(place, &reading, &KEYS);
    fields.diagnostics.extend(written.left_out());
    if fields.could_not_be_read() {
        return read::unread(fields.diagnostics);
    }
    fields.require(std::iter::once(Key::Title));
    let prose = parts.prose;
    let survey = super::prose::survey(&written.as_str()[prose.clone()]);
    let at = |range| written.place_within(&prose, range);
    read::report_prose(survey.faults, at, &mut fields.diagnostics);
    fields.report_guard_in_prose(&reading, &written.as_str()[prose.clone()], at);
    read::check_comments(&mut fields, KEYS.into_iter());
    let mut text = Text {
        source: path.clone(),
        digest: Digest::of(bytes),
        id: read::id(path, &mut fields),
        title: fields.text(Key::Title).unwrap_or_default(),
        summary: fields.text(Key::Summary).unwrap_or(survey.summary),
        language: read::language(&mut fields),
        draft: read::flag(&mut fields, Key::Draft),
        former_addresses: former::former_addresses(&mut fields),
        headings: survey.headings,
        links: read::links(survey.links, at),
        is_sound: true,
    };
    text.is_sound = !fields.diagnostics.iter().any(Diagnostic::is_error);
    Checked {
        value: Some(text),
        diagnostics: fields.diagnostics,
    }
}
