//! A file of front matter and prose, opened: its two parts, and where the values of its keys stand.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::fields::Fields;
use super::front_matter::{self, Parts, Unframed};
use super::keys::{Key, Reading};
use super::place::Place;
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{Location, SourcePath, SourceText};

/// Where the values of a file's keys stand. They are not kept with the facts: they are asked for only when the whole
/// register shows a value to be wrong, and then all are found at once.
#[derive(Debug)]
pub struct Places {
    start: Location,
    values: BTreeMap<(Key, Option<usize>), Location>,
}

impl Places {
    /// The places in the bytes of a file.
    #[must_use]
    pub fn of(path: &SourcePath, bytes: &[u8], reading: &Reading) -> Self {
        let mut values = BTreeMap::new();
        if let Ok(Opened { text, parts }) = open(path, bytes) {
            let place = Place::new(&text, parts.yaml);
            let keys: Vec<Key> = Key::all().collect();
            let fields = Fields::read(place, reading, &keys);
            for key in keys.into_iter().filter(|key| fields.has(*key)) {
                values.insert((key, None), fields.value_place(key, &[]));
                for (item, (_, inner)) in fields.items(key).iter().enumerate() {
                    let item = inner.first().copied().unwrap_or(item);
                    values.insert((key, Some(item)), fields.value_place(key, inner));
                }
            }
        }
        Self {
            start: Location::start_of(path),
            values,
        }
    }

    /// Where the value of a key stands, or the item of its list with this number; the file's first line when it does not
    /// hold the key.
    #[must_use]
    pub fn of_value(&self, key: Key, item: Option<usize>) -> Location {
        let value = self.values.get(&(key, item));
        let whole = || self.values.get(&(key, None));
        value.or_else(whole).unwrap_or(&self.start).clone()
    }
}

/// The Markdown of a file behind its front matter, as it is read.
#[must_use]
pub fn prose_of<'b>(path: &SourcePath, bytes: &'b [u8]) -> Cow<'b, str> {
    match open(path, bytes) {
        Err(_) => Cow::Borrowed(""),
        Ok(Opened { text, parts }) => match text.into_text() {
            Cow::Borrowed(text) => Cow::Borrowed(&text[parts.prose]),
            Cow::Owned(text) => Cow::Owned(text[parts.prose].to_owned()),
        },
    }
}

/// A file of front matter and prose.
pub(super) struct Opened<'b> {
    pub(super) text: SourceText<'b>,
    pub(super) parts: Parts,
}

/// Opens a file of front matter and prose.
pub(super) fn open<'b>(path: &SourcePath, bytes: &'b [u8]) -> Result<Opened<'b>, Box<Diagnostic>> {
    let text = SourceText::read(path, bytes)?;
    if let Some(mark) = merge_mark(text.as_str()) {
        let fault = Diagnostic::new(Code::MergeMarks).with("text", &text.as_str()[mark.clone()]);
        return Err(Box::new(fault.at(text.place(mark))));
    }
    match front_matter::split(text.as_str()) {
        Ok(parts) => Ok(Opened {
            text: text.broken_from(parts.prose.start),
            parts,
        }),
        Err(Unframed::Missing) => {
            let fault = Diagnostic::new(Code::FrontMatterMissing);
            Err(Box::new(fault.at(Location::start_of(path))))
        }
        Err(Unframed::Unclosed(last)) => {
            let fault = Diagnostic::new(Code::FrontMatterUnclosed);
            Err(Box::new(fault.at(text.place(last))))
        }
    }
}

/// The line that begins or ends two versions of a text, which a merge could not choose between.
fn merge_mark(text: &str) -> Option<Range<usize>> {
    // Whether a text holds some letters is told many times faster than where, and almost none holds these.
    let marks = ["<<<<<<< ", ">>>>>>> "].into_iter();
    let found = marks.filter(|mark| text.contains(mark)).filter_map(|mark| {
        let mut begins = text.match_indices(mark).map(|(offset, _)| offset);
        begins.find(|offset| *offset == 0 || text[..*offset].ends_with('\n'))
    });
    let start = found.min()?;
    let line = text[start..].lines().next().unwrap_or_default();
    Some(start..start + line.len())
}
