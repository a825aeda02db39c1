//! A record's file as a form of fields, and the file with some of them changed: all else stays byte for byte, comments and
//! the order of keys too.

mod comments;
mod items;
mod line_ends;
mod lines;
mod list;
mod scalars;
#[cfg(test)]
mod tests;
mod writing;

use std::collections::BTreeMap;
use std::ops::Range;

pub use items::{Items, typed};
pub use line_ends::with_line_ends_of;

use super::front_matter::{self, Notation, Value};
use super::keys::{Key, Reading};
use crate::language::Language;
use crate::source::Digest;
use comments::keeps_comments;
use lines::{Entry, entries};
use writing::entry;

/// A file as a form.
#[derive(Debug, PartialEq, Eq)]
pub struct RecordForm {
    /// The digest of the file that the form was made of.
    pub digest: Digest,
    /// The facts that the file tells or may tell, in the order of the table.
    pub fields: Vec<Field>,
    /// The text behind the front matter.
    pub prose: String,
}

/// A fact in a form.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// The fact's key.
    pub key: Key,
    /// What the file says under it.
    pub items: Items,
    /// Whether it can be changed in the file alone: its value has a shape that no field has.
    pub is_fixed: bool,
}

/// What is to be changed in a file.
#[derive(Debug, Default)]
pub struct Changes {
    /// The facts that are told anew; without items a fact is told no longer.
    pub facts: BTreeMap<Key, Items>,
    /// The text behind the front matter, if it is another.
    pub prose: Option<String>,
}

/// The parts of a file that can be edited.
struct Parts<'t> {
    /// What stands before the front matter: a mark of the byte order, the first line.
    before: &'t str,
    written: &'t str,
    /// The line that ends the front matter.
    line: &'t str,
    prose: &'t str,
}

impl<'t> Parts<'t> {
    /// `None` for a file without front matter in YAML.
    fn of(text: &'t str) -> Option<Self> {
        let start = text.len() - text.trim_start_matches('\u{feff}').len();
        let parts = front_matter::split(&text[start..]).ok()?;
        let at = |range: Range<usize>| &text[start + range.start..start + range.end];
        (parts.notation == Notation::Yaml).then(|| Self {
            before: &text[..start + parts.front_matter.start],
            written: at(parts.front_matter.clone()),
            line: at(parts.front_matter.end..parts.prose.start),
            prose: at(parts.prose),
        })
    }
}

/// A file as a form; `known` says which keys this kind of file may have. `None` for one whose front matter cannot be read, or
/// has not a line or more for each key.
#[must_use]
pub fn form(bytes: &[u8], reading: &Reading, known: &[Key]) -> Option<RecordForm> {
    let text = std::str::from_utf8(bytes).ok()?;
    let parts = Parts::of(text)?;
    let told = entries(parts.written)?;
    if told.iter().any(|told| !told.is_alone) {
        return None;
    }
    let field = |key: Key| {
        let mut of_key = told
            .iter()
            .filter(|told| reading.key_among(&told.name, known) == Some(key));
        let (first, more) = (of_key.next(), of_key.next());
        let items = match first {
            None => Some(Items::default()),
            Some(told) => Items::of(&told.value, key.fact().form),
        };
        let is_fixed = items.is_none() || more.is_some();
        Field {
            key,
            items: items.unwrap_or_default(),
            is_fixed,
        }
    };
    let keys = known
        .iter()
        .copied()
        .filter(|key| key.fact().form.has_field());
    Some(RecordForm {
        digest: Digest::of(bytes),
        fields: keys.map(field).collect(),
        prose: parts.prose.replace("\r\n", "\n"),
    })
}

/// The bytes of a file with changes; new keys and parts are written in the language of a tag. `None` where the file would not say
/// what is wanted, as in a file that no [`form`] can be made of.
#[must_use]
pub fn edited(
    bytes: &[u8],
    reading: &Reading,
    changes: &Changes,
    language: &str,
) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let parts = Parts::of(text)?;
    let line_end = if parts.before.ends_with("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    let with_ends = |text: &str| text.replace("\r\n", "\n").replace('\n', line_end);
    let told = entries(parts.written)?;
    let wanted: Vec<Key> = changes.facts.keys().copied().collect();
    let first = told.first().map_or(0, |told| told.region.start);
    let mut written = String::from(&parts.written[..first]);
    let mut open = changes.facts.clone();
    for told in &told {
        let region = &parts.written[told.region.clone()];
        let Some(key) = reading.key_among(&told.name, &wanted) else {
            written.push_str(region);
            continue;
        };
        // A key that stands twice has no place of its own.
        let items = open.remove(&key)?;
        let form = key.fact().form;
        let before = Items::of(&told.value, form).filter(|_| told.is_alone)?;
        let anew = with_ends(&entry(
            &told.name,
            &items,
            form,
            Some((told, region)),
            language,
        ));
        let stays = |old: Vec<&str>| items.said().any(|new| new.first() == old.first());
        let is_less = !before.said().all(stays);
        if !keeps_comments(region, &anew, is_less) {
            return None;
        }
        written.push_str(&anew);
    }
    for (key, items) in open.iter().filter(|(_, items)| !items.is_empty()) {
        let name = *Language::of(language).word(&[key.swedish_name(), key.name()]);
        let lines = entry(name, items, key.fact().form, None, language);
        written.push_str(&with_ends(&lines));
    }
    says(&written, &told, reading, changes).then(|| {
        let prose = changes.prose.as_deref();
        let prose = prose.map(|prose| with_line_ends_of(parts.prose, prose, line_end));
        let prose = prose.as_deref().unwrap_or(parts.prose);
        let is_open = !parts.line.ends_with('\n') && !prose.is_empty();
        let end = if is_open { line_end } else { "" };
        [parts.before, &written, parts.line, end, prose]
            .concat()
            .into_bytes()
    })
}

/// Whether front matter says what is wanted, and of everything else what it said before.
fn says(written: &str, before: &[Entry], reading: &Reading, changes: &Changes) -> bool {
    let Some(now) = entries(written) else {
        return false;
    };
    let wanted: Vec<Key> = changes.facts.keys().copied().collect();
    let key_of = |entry: &Entry| reading.key_among(&entry.name, &wanted);
    let is_changed = |entry: &&Entry| key_of(entry).is_some();
    let rest = |entries: &[Entry]| -> Vec<(String, Value)> {
        let rest = entries.iter().filter(|entry| !is_changed(entry));
        rest.map(|entry| (entry.name.clone(), entry.value.clone()))
            .collect()
    };
    let tells = |(key, items): (&Key, &Items)| {
        let told = now.iter().find(|entry| key_of(entry) == Some(*key));
        match told {
            None => items.is_empty(),
            Some(told) => {
                Items::of(&told.value, key.fact().form).is_some_and(|told| told.is_same(items))
            }
        }
    };
    rest(before) == rest(&now) && changes.facts.iter().all(tells)
}

/// The file of a new record with some facts, in the language of a tag.
#[must_use]
pub fn new_file(changes: &Changes, language: &str) -> Option<Vec<u8>> {
    let empty = b"---\n---\n";
    edited(empty, &Reading::default(), changes, language)
}

/// The key that a line of a file is about, counted from 1; `None` for a line of the text behind, or of no key.
#[must_use]
pub fn key_of_line(bytes: &[u8], reading: &Reading, known: &[Key], line: usize) -> Option<Key> {
    let text = std::str::from_utf8(bytes).ok()?;
    let parts = Parts::of(text)?;
    let told = entries(parts.written)?;
    let offset = parts.before.matches('\n').count();
    let line = line.checked_sub(offset + 1)?;
    let found = told.iter().find(|told| {
        let first = parts.written[..told.region.start].matches('\n').count();
        let count = parts.written[told.region.clone()].lines().count();
        (first..first + count).contains(&line)
    });
    found.and_then(|told| reading.key_among(&told.name, known))
}

/// Whether a line of a file, counted from 1, stands in the text behind the front matter.
#[must_use]
pub fn is_prose_line(bytes: &[u8], line: usize) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let count = |text: &str| text.matches('\n').count();
    Parts::of(&text)
        .is_some_and(|parts| line > count(parts.before) + count(parts.written) + count(parts.line))
}
