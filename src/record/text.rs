//! An ordinary page's source: a text with a title that is no record, such as who to contact.

use serde::{Deserialize, Serialize};

use super::fields::{Fields, Place};
use super::former;
use super::keys::{Key, Reading, UnknownKeys};
use super::prose::{self, Heading, Link};
use super::read;
use crate::diagnostics::{Checked, Code, Diagnostic};
use crate::source::{Digest, Places, SourcePath};

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
    let mut diagnostics = Vec::new();
    let Some(parts) = read::open(path, bytes, &mut diagnostics) else {
        return Checked {
            value: None,
            diagnostics,
        };
    };
    let reading = Reading {
        names: reading.names.clone(),
        defaults: std::collections::BTreeMap::new(),
        unknown_keys: UnknownKeys::Report,
    };
    let mut fields = Fields::read(Place::of(path, &parts), &reading, &KEYS);
    if fields
        .diagnostics
        .iter()
        .any(|fault| fault.code == Code::FrontMatterSyntax)
    {
        return Checked {
            value: None,
            diagnostics: fields.diagnostics,
        };
    }
    fields.require(std::iter::once(Key::Title));
    let survey = prose::survey(parts.prose);
    let places = Places::new(path, parts.prose, parts.prose_line);
    read::report_prose(
        survey.faults,
        |range| places.of(range),
        &mut fields.diagnostics,
    );
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
        links: read::links(survey.links, |range| places.of(range)),
        is_sound: true,
    };
    text.is_sound = !fields.diagnostics.iter().any(Diagnostic::is_error);
    Checked {
        value: Some(text),
        diagnostics: fields.diagnostics,
    }
}
