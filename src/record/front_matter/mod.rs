//! YAML and TOML with positions: the only door to their packages.
//!
//! Front matter is read into our own [`Value`], whose scalars are the text that was written: `no` stays `no`, `0012`
//! keeps its zeros. Where something stands is asked rarely, only when there is a fault to show; then one more reading
//! finds the places of everything at once: a [`Layout`].

mod explain;
mod forgiven;
mod layout;
mod reading;
mod toml;
mod written;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;

pub use explain::{Explanation, explain};
pub use layout::{EntryPart, Layout};
pub use reading::{SyntaxFault, parse};
pub(super) use toml::parse as parse_toml;
pub use written::{on_one_line, quoted};

use crate::source::composed;

/// A YAML value as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing: an empty value, `~` or `null`.
    Empty,
    /// A scalar, as written.
    Text(String),
    /// A scalar, as written, that YAML's rules read as a number; `read_as` is what would be left of it.
    Number {
        /// The text in the file.
        text: String,
        /// The number that a reader of YAML would make of it.
        read_as: String,
    },
    /// A list.
    List(Vec<Value>),
    /// Keys and values, in the order of the file; a key may occur twice.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// The text of a scalar.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number { text, .. } => Some(text),
            Self::Empty | Self::List(_) | Self::Map(_) => None,
        }
    }

    /// Whether it says nothing: an empty value, an empty text, a list or map of nothing else.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number { .. } => false,
            Self::List(values) => values.iter().all(Self::is_empty),
            Self::Map(entries) => entries.iter().all(|(_, value)| value.is_empty()),
        }
    }

    /// Calls `each` with this value and with all inside it, an outer one first. The way to each is told by numbers, behind
    /// those of `way`.
    pub fn visit<'v>(&'v self, way: &mut Vec<usize>, each: &mut dyn FnMut(&[usize], &'v Self)) {
        each(way, self);
        let mut within = |index: usize, value: &'v Self| {
            way.push(index);
            value.visit(way, each);
            way.pop();
        };
        match self {
            Self::Empty | Self::Text(_) | Self::Number { .. } => {}
            Self::List(values) => {
                for (index, value) in values.iter().enumerate() {
                    within(index, value);
                }
            }
            Self::Map(entries) => {
                for (index, (_, value)) in entries.iter().enumerate() {
                    within(index, value);
                }
            }
        }
    }

    /// The ways to each key inside that stands there for the second time, and to the first, by their numbers.
    #[must_use]
    pub fn twins(&self) -> Vec<(Vec<usize>, Vec<usize>, String)> {
        let mut twins = Vec::new();
        self.visit(&mut Vec::new(), &mut |way, value| {
            let Self::Map(entries) = value else { return };
            for (first, again) in twin_keys(entries) {
                let at = |index: usize| [way, &[index]].concat();
                twins.push((at(again), at(first), entries[again].0.clone()));
            }
        });
        twins
    }

    /// The value as JSON, every scalar a text; for `extra`, whose meaning is the theme's.
    #[must_use]
    pub fn to_json(&self) -> serde_json::Value {
        match self {
            Self::Empty => serde_json::Value::Null,
            Self::Text(text) | Self::Number { text, .. } => text.as_str().into(),
            Self::List(values) => values.iter().map(Self::to_json).collect(),
            Self::Map(entries) => entries
                .iter()
                .map(|(key, value)| (key.clone(), value.to_json()))
                .collect(),
        }
    }
}

/// The places of keys that stand before already, each with the first of its name, whatever its Unicode form.
#[must_use]
pub fn twin_keys(entries: &[(String, Value)]) -> Vec<(usize, usize)> {
    let mut seen = BTreeMap::new();
    let mut twins = Vec::new();
    for (index, (key, _)) in entries.iter().enumerate() {
        match seen.entry(composed(key)) {
            Entry::Vacant(place) => drop(place.insert(index)),
            Entry::Occupied(first) => twins.push((*first.get(), index)),
        }
    }
    twins
}

/// What front matter is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// YAML, between `---` lines.
    Yaml,
    /// TOML, between `+++` lines.
    Toml,
}

/// The two parts of a source file, as ranges of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// What the front matter is written in.
    pub notation: Notation,
    /// The front matter between its lines.
    pub front_matter: Range<usize>,
    /// The Markdown behind the front matter.
    pub prose: Range<usize>,
}

/// Why a text has no front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unframed {
    /// It begins with no line `---` or `+++`.
    Missing,
    /// No such line ends it; the range is the last line that seems to belong to it.
    Unclosed(Range<usize>),
}

impl Notation {
    /// The notation whose front matter a line begins.
    fn begun_by(line: &str) -> Option<Self> {
        match line {
            "---" => Some(Self::Yaml),
            "+++" => Some(Self::Toml),
            _ => None,
        }
    }
}

/// Splits a source file at the lines that begin and end its front matter.
///
/// # Errors
/// What is wrong with the lines.
pub fn split(text: &str) -> Result<Parts, Unframed> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let frame = first.trim_end();
    let notation = Notation::begun_by(frame).ok_or(Unframed::Missing)?;
    let mut offset = first.len();
    let mut last = 0..frame.len();
    let mut is_over = false;
    for line in lines {
        let words = line.trim_end();
        if words == frame {
            return Ok(Parts {
                notation,
                front_matter: first.len()..offset,
                prose: offset + line.len()..text.len(),
            });
        }
        is_over |= words.is_empty() || words.starts_with("# ");
        if !is_over {
            last = offset..offset + words.len();
        }
        offset += line.len();
    }
    Err(Unframed::Unclosed(last))
}

/// The entries of a file's front matter, none of what cannot be read, and the text behind it.
#[must_use]
pub fn entries(bytes: &[u8]) -> (Vec<(String, Value)>, String) {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    let text = text.trim_start_matches('\u{feff}');
    match split(text) {
        Ok(parts) => {
            let written = &text[parts.front_matter];
            let entries = match parts.notation {
                Notation::Yaml => parse(written).unwrap_or_default(),
                Notation::Toml => toml::parse(written).unwrap_or_default(),
            };
            (entries, text[parts.prose].to_owned())
        }
        Err(_) => (Vec::new(), text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{EntryPart, Layout, Value, parse};

    const YAML: &str = "title: 'Ny skola'\ncase_number: 2024.10\ndraft: no\nflag: true\nzeros: 0012\nproposer:\n  - {name: Åsa, role: ordförande}\n  - Bo\nempty:\nblock: |\n  a\n  b\nnothing: []\nmaps: [{a: 1}]\n";

    #[test]
    fn scalars_are_the_text_that_was_written() {
        let entries = parse(YAML).expect("reads");
        let text = |key: &str| {
            entries
                .iter()
                .find(|(name, _)| name == key)
                .and_then(|(_, value)| value.text())
                .map(str::to_owned)
        };
        assert_eq!(text("title").as_deref(), Some("Ny skola"));
        assert_eq!(text("case_number").as_deref(), Some("2024.10"));
        assert_eq!(text("draft").as_deref(), Some("no"));
        assert_eq!(text("flag").as_deref(), Some("true"));
        assert_eq!(text("zeros").as_deref(), Some("0012"));
        assert_eq!(text("block").as_deref(), Some("a\nb\n"));
        let spoiled = Value::Number {
            text: "2024.10".to_owned(),
            read_as: "2024.1".to_owned(),
        };
        assert_eq!(entries[1].1, spoiled);
    }

    #[test]
    fn every_key_and_value_has_its_place() {
        let layout = Layout::of(YAML, &parse(YAML).expect("reads"));
        let place = |path: &[usize], part| {
            let offset = layout.offset(path, part).expect("has a place");
            let line = YAML[..offset].matches('\n').count();
            let start = YAML[..offset].rfind('\n').map_or(0, |end| end + 1);
            (line + 1, YAML[start..offset].chars().count() + 1)
        };
        assert_eq!(place(&[0], EntryPart::Key), (1, 1));
        assert_eq!(place(&[0], EntryPart::Value), (1, 8));
        assert_eq!(place(&[1], EntryPart::Key), (2, 1));
        assert_eq!(place(&[1], EntryPart::Value), (2, 14));
        assert_eq!(place(&[5], EntryPart::Value), (7, 3));
        assert_eq!(place(&[5, 0], EntryPart::Value), (7, 5));
        assert_eq!(place(&[5, 0, 1], EntryPart::Key), (7, 17));
        assert_eq!(place(&[5, 0, 1], EntryPart::Value), (7, 23));
        assert_eq!(place(&[5, 1], EntryPart::Value), (8, 5));
        assert_eq!(place(&[6], EntryPart::Value), (9, 7));
        assert_eq!(place(&[6], EntryPart::Key), (9, 1));
        assert_eq!(place(&[8], EntryPart::Value), (13, 10));
        assert_eq!(place(&[9, 0], EntryPart::Value), (14, 8));
        assert_eq!(place(&[9, 0, 0], EntryPart::Key), (14, 9));
    }
}
