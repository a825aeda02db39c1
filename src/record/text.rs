//! An ordinary page's source: a text with a title that is no record, such as who to contact.

use serde::{Deserialize, Serialize};

use super::facts::FactValue;
use super::fields::Fields;
use super::keys::{Key, Reading};
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
    /// Where the prose that the page shows begins, in bytes from the end of the front matter.
    pub prose_begins: usize,
    /// Paths of the site that lead here.
    former_addresses: Vec<String>,
    /// The headings of the prose.
    pub headings: Vec<Heading>,
    /// The links of the prose that stay within the site.
    pub links: Vec<Link>,
    /// Whether it was read without an error of its own.
    pub is_sound: bool,
}

impl Text {
    /// Paths of the site that lead here.
    pub fn former_addresses(&self) -> impl Iterator<Item = &str> {
        self.former_addresses.iter().map(String::as_str)
    }
}

/// The keys that an ordinary page may have.
pub const KEYS: [Key; 6] = [
    Key::TITLE,
    Key::ID,
    Key::SUMMARY,
    Key::LANGUAGE,
    Key::DRAFT,
    Key::FORMER_ADDRESSES,
];

/// Reads an ordinary page's source, as [`super::read()`] reads a record.
#[must_use]
pub fn read_text(path: &SourcePath, bytes: &[u8], reading: &Reading) -> Checked<Option<Text>> {
    let Opened {
        text: written,
        parts,
    } = match opened::open(path, bytes, reading) {
        Ok(opened) => opened,
        Err(fault) => return read::unread(vec![*fault]),
    };
    let reading = Reading {
        own_keys: reading.own_keys.clone(),
        derived: reading.derived.title_alone(),
        prose: reading.prose,
        ..Reading::default()
    };
    let place = Place::new(&written, &parts);
    let mut fields = Fields::read(place, &reading, &KEYS);
    fields.diagnostics.extend(written.left_out());
    if fields.could_not_be_read() {
        return read::unread(fields.diagnostics);
    }
    let mut prose = parts.prose;
    fields.fill(&reading, &KEYS, path, &written.as_str()[prose.clone()]);
    fields.require(std::iter::once(Key::TITLE));
    let prose_begins = fields.behind_title(&written.as_str()[prose.clone()]);
    prose.start += prose_begins;
    let survey = super::prose::survey(&written.as_str()[prose.clone()], reading.prose);
    let at = |range| written.place_within(&prose, range);
    read::report_prose(survey.faults, at, &mut fields.diagnostics);
    fields.report_name_of_drafts(path);
    fields.report_guard_in_prose(&reading, &written.as_str()[prose.clone()], at);
    read::check_comments(&mut fields, KEYS.into_iter());
    let mut text = Text {
        source: path.clone(),
        digest: Digest::of(bytes),
        id: read::id(path, &mut fields),
        title: text_of(&mut fields, Key::TITLE).unwrap_or_default(),
        summary: text_of(&mut fields, Key::SUMMARY).unwrap_or(survey.summary),
        language: text_of(&mut fields, Key::LANGUAGE),
        draft: fields.fact(Key::DRAFT).is_some(),
        former_addresses: texts_of(&mut fields, Key::FORMER_ADDRESSES),
        prose_begins,
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

fn text_of(fields: &mut Fields<'_>, key: Key) -> Option<String> {
    texts_of(fields, key).pop()
}

fn texts_of(fields: &mut Fields<'_>, key: Key) -> Vec<String> {
    let value = fields.fact(key);
    let values = value.iter().flat_map(FactValue::each);
    let texts = values.filter_map(|(_, value)| value.as_text());
    texts.map(str::to_owned).collect()
}
