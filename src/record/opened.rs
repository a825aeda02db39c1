//! A file of front matter and prose, opened: its two parts, and where the values of its keys stand.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::fields::Fields;
use super::front_matter::{self, Notation, Parts, Unframed};
use super::keys::{Key, Reading};
use super::place::Place;
use super::written::is_dash;
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
        if let Ok(Opened { text, parts }) = open(path, bytes, reading) {
            let place = Place::new(&text, &parts);
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

/// The Markdown of a file that a page shows, as it is read: behind the front matter, from the byte `begins`.
#[must_use]
pub fn prose_of<'b>(path: &SourcePath, bytes: &'b [u8], begins: usize) -> Cow<'b, str> {
    let Ok(text) = SourceText::read(path, bytes) else {
        return Cow::Borrowed("");
    };
    let start = front_matter::split(text.as_str()).map_or(0, |parts| parts.prose.start);
    match text.broken_from(start).into_text() {
        Cow::Borrowed(text) => Cow::Borrowed(&text[start + begins..]),
        Cow::Owned(text) => Cow::Owned(text[start + begins..].to_owned()),
    }
}

/// A file of front matter and prose.
pub(super) struct Opened<'b> {
    pub(super) text: SourceText<'b>,
    pub(super) parts: Parts,
}

/// Opens a file of front matter and prose. Where titles are derived, a file of prose alone is one too.
pub(super) fn open<'b>(
    path: &SourcePath,
    bytes: &'b [u8],
    reading: &Reading,
) -> Result<Opened<'b>, Box<Diagnostic>> {
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
            let (reason, line) = missing_reason(text.as_str());
            if reason == "none" && reading.derived.has_title() {
                let parts = Parts {
                    notation: Notation::Yaml,
                    front_matter: 0..0,
                    prose: 0..text.as_str().len(),
                };
                let text = text.broken_from(0);
                return Ok(Opened { text, parts });
            }
            let fault = Diagnostic::new(Code::FrontMatterMissing).with("reason", reason);
            Err(Box::new(
                fault.with("text", line).at(Location::start_of(path)),
            ))
        }
        Err(Unframed::Unclosed(last)) => Err(Box::new(unclosed(&text, last))),
    }
}

/// Why a text has no front matter, and the line that should begin it.
fn missing_reason(text: &str) -> (&'static str, &str) {
    let first = text.lines().next().unwrap_or_default().trim();
    let first_with_words = text.lines().map(str::trim).find(|line| !line.is_empty());
    let is_entry = |line: &str| {
        let key = line.split(':').next().unwrap_or_default();
        line.contains(':') && Key::named(key.trim()).is_some()
    };
    let reason = match first_with_words {
        _ if is_dashes(first) => "dashes",
        Some("---") => "blank",
        Some(line) if is_entry(line) => "no-start",
        _ if is_foreign(text) => "foreign",
        _ => "none",
    };
    (reason, first)
}

/// Whether a text begins as front matter does that other programs read: in JSON, with a word behind the dashes, below a comment.
fn is_foreign(text: &str) -> bool {
    let mut rest = text.trim_start();
    while let Some(comment) = rest.strip_prefix("<!--") {
        rest = comment
            .split_once("-->")
            .map_or("", |(_, rest)| rest)
            .trim_start();
    }
    let line = rest.lines().next().unwrap_or_default().trim_end();
    let is_json = |behind: &str| behind.is_empty() || behind.trim_start().starts_with('"');
    let is_named = |behind: &str| !behind.is_empty() && !behind.trim_matches('-').is_empty();
    let is_below = rest.len() < text.trim_start().len();
    line.strip_prefix('{').is_some_and(is_json)
        || ["---", "+++", ";;;"]
            .iter()
            .any(|mark| line.strip_prefix(mark).is_some_and(is_named))
        || line == ";;;"
        || is_below && ["---", "+++"].contains(&line)
}

/// Front matter that no line ends, or one of other dashes.
fn unclosed(text: &SourceText<'_>, last: Range<usize>) -> Diagnostic {
    let mut offset = 0;
    let mut lines = text.as_str().split_inclusive('\n').map(|line| {
        offset += line.len();
        (offset - line.len(), line.trim())
    });
    let dashes = lines.find(|(start, line)| *start > 0 && is_dashes(line));
    let mark = text.as_str().lines().next().unwrap_or_default().trim_end();
    let fault = Diagnostic::new(Code::FrontMatterUnclosed).with("mark", mark);
    if let Some((start, line)) = dashes {
        let at = text.place(start..start + line.len());
        return fault.with("reason", "dashes").with("text", line).at(at);
    }
    let at = text.place(last);
    fault
        .with("reason", "none")
        .with("line", at.line.to_string())
        .at(at)
}

/// Whether a line is of dashes alone, as word processors make them of hyphens, and not the line that is meant.
fn is_dashes(line: &str) -> bool {
    let is_mark = |c: char| c == '-' || is_dash(c) || c.is_whitespace();
    let has_dash = line.contains(|c: char| c == '-' || is_dash(c));
    has_dash && line != "---" && line.chars().all(is_mark) && line.chars().count() <= MOST_DASHES
}

/// The most characters of a line that may have been meant as `---`; longer ones are rules.
const MOST_DASHES: usize = 6;

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
