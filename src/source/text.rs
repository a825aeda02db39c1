//! The text of a file as the program reads it, and where each part of it stands in the file as it was written.
//!
//! Here alone a text is made plain: a byte-order mark is no part of it, its lines end in one way, and it holds no control
//! characters, which no output format could carry. What is told of it afterwards names lines and columns as an editor
//! counts them in the file: a line ends with a line feed, a carriage return, or both.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::ops::Range;

use super::{Location, SourcePath};
use crate::diagnostics::{Code, Diagnostic};

/// Stands in the text for a line break that is none of the file's own, until it is known what stands around it.
const BREAK: char = '\u{b}';

/// The text of a file.
#[derive(Debug)]
pub struct SourceText<'a> {
    path: SourcePath,
    written: &'a str,
    text: Cow<'a, str>,
    /// Where text and file part ways: from the first offset on, what stands in the file stands at the second.
    shifts: Vec<(usize, usize)>,
    /// What was left out, in the file.
    left_out: Vec<Range<usize>>,
    line_starts: OnceCell<Vec<usize>>,
    /// The place told last: an offset in the file, its line counted from 0, and its column.
    last: Cell<(usize, usize, usize)>,
}

impl<'a> SourceText<'a> {
    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// A diagnostic at the line of the first byte that is not UTF-8.
    pub fn read(path: &SourcePath, bytes: &'a [u8]) -> Result<Self, Box<Diagnostic>> {
        let written = simdutf8::compat::from_utf8(bytes).map_err(|error| {
            let readable = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let start = Location::start_of(path);
            let line = line_starts(&readable).len();
            Box::new(Diagnostic::new(Code::NotText).at(Location { line, ..start }))
        })?;
        let written = written.strip_prefix('\u{feff}').unwrap_or(written);
        let mut text = Self {
            path: path.clone(),
            written,
            text: Cow::Borrowed(written),
            shifts: Vec::new(),
            left_out: Vec::new(),
            line_starts: OnceCell::new(),
            last: Cell::new((0, 0, 1)),
        };
        if written.bytes().any(may_be_unusual) && written.chars().any(is_unusual) {
            text.make_plain();
        }
        Ok(text)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text alone.
    #[must_use]
    pub fn into_text(self) -> Cow<'a, str> {
        self.text
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &SourcePath {
        &self.path
    }

    /// Puts a blank for each line break of another kind before an offset, where a line is one fact, and a line end for
    /// those behind it. A row of a table and a heading are one line each: there it is a blank too.
    #[must_use]
    pub fn broken_from(mut self, offset: usize) -> Self {
        if self.text.contains(BREAK) {
            let (head, rest) = self.text.split_at(offset.min(self.text.len()));
            self.text = Cow::Owned(head.replace(BREAK, " ") + &broken(rest));
        }
        self
    }

    /// A warning for each run of characters that was left out.
    pub fn left_out(&self) -> impl Iterator<Item = Diagnostic> {
        self.left_out.iter().map(|range| {
            let character = self.written[range.clone()].chars().next().unwrap_or(BREAK);
            Diagnostic::new(Code::ControlCharacter)
                .with("character", format!("U+{:04X}", u32::from(character)))
                .at(self.place_in_file(range.clone()))
        })
    }

    /// The place in the file of a byte range of the text.
    ///
    /// # Panics
    /// If the range is not on character boundaries of the text.
    #[must_use]
    pub fn place(&self, range: Range<usize>) -> Location {
        let start = self.in_file(range.start);
        let end = self.in_file(range.end).max(start);
        self.place_in_file(start..end)
    }

    /// The place in the file of a byte range of a part of the text.
    ///
    /// # Panics
    /// If the range is not on character boundaries of the text.
    #[must_use]
    pub fn place_within(&self, part: &Range<usize>, range: Range<usize>) -> Location {
        self.place(part.start + range.start..part.start + range.end)
    }

    fn in_file(&self, offset: usize) -> usize {
        let shift = self.shifts.partition_point(|(from, _)| *from <= offset);
        match shift.checked_sub(1).map(|last| self.shifts[last]) {
            Some((from, stands_at)) => stands_at + (offset - from),
            None => offset,
        }
    }

    /// A place is mostly asked for behind the one before it, so columns are counted on from there.
    fn place_in_file(&self, range: Range<usize>) -> Location {
        let starts = self.line_starts.get_or_init(|| line_starts(self.written));
        let line = starts.partition_point(|start| *start <= range.start) - 1;
        let (last_offset, last_line, last_column) = self.last.get();
        let (from, counted) = if last_line == line && last_offset <= range.start {
            (last_offset, last_column)
        } else {
            (starts[line], 1)
        };
        let column = counted + self.written[from..range.start].chars().count();
        self.last.set((range.start, line, column));
        let spanned = self.written[range].split(['\n', '\r']).next();
        let spanned = spanned.unwrap_or_default();
        Location {
            path: self.path.clone(),
            line: line + 1,
            column,
            length: spanned.chars().count().max(1),
        }
    }

    fn make_plain(&mut self) {
        let mut text = String::with_capacity(self.written.len());
        let mut characters = self.written.char_indices().peekable();
        while let Some((offset, character)) = characters.next() {
            let plain = match character {
                '\r' if matches!(characters.peek(), Some((_, '\n'))) => None,
                '\r' => Some('\n'),
                BREAK | '\u{2028}' | '\u{2029}' => Some(BREAK),
                '\u{c}' | '\u{85}' => {
                    self.leave_out(offset..offset + character.len_utf8());
                    Some(BREAK)
                }
                _ if is_unusual(character) => {
                    self.leave_out(offset..offset + character.len_utf8());
                    None
                }
                _ => Some(character),
            };
            text.extend(plain);
            let behind = offset + character.len_utf8();
            if plain.is_none_or(|plain| plain.len_utf8() != character.len_utf8()) {
                self.shifts.push((text.len(), behind));
            }
        }
        self.text = Cow::Owned(text);
    }

    fn leave_out(&mut self, range: Range<usize>) {
        match self.left_out.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => self.left_out.push(range),
        }
    }
}

/// A text whose line breaks of another kind are lines' ends, but for those within a row of a table or a heading.
fn broken(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let begin = line.trim_start_matches([' ', '\t', '>', '-', '*', '+']);
        let behind = begin.trim_start_matches('#');
        let is_heading = begin.len() > behind.len() && behind.starts_with([' ', '\t']);
        let is_row = line.contains('|');
        for (number, part) in line.split(BREAK).enumerate() {
            let ends_row = plain.ends_with('|') && part.starts_with('|');
            let is_within = is_heading || (is_row && !ends_row);
            if number > 0 {
                plain.push(if is_within { ' ' } else { '\n' });
            }
            plain.push_str(part);
        }
    }
    plain
}

/// The lines of a text as editors count them, without their ends.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let starts = line_starts(text);
    let ends = starts.clone().into_iter().skip(1).chain([text.len()]);
    let lines = starts.into_iter().zip(ends);
    lines.map(|(start, end)| text[start..end].trim_end_matches(['\n', '\r']))
}

/// The offsets at which lines begin; a carriage return with a line feed behind it ends one line, not two.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends = bytes.iter().enumerate().filter(|(offset, byte)| {
        **byte == b'\n' || (**byte == b'\r' && bytes.get(offset + 1) != Some(&b'\n'))
    });
    std::iter::once(0)
        .chain(ends.map(|(offset, _)| offset + 1))
        .collect()
}

/// The first bytes of all that is unusual, and of some that is not.
fn may_be_unusual(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0b..=0x1f | 0x7f | 0xc2 | 0xe2 | 0xef..)
}

/// Whether a character stands in no text that is read: control characters but tab and line feed, separators that some take
/// for line ends, and what is no character at all.
#[must_use]
pub fn is_unusual(character: char) -> bool {
    let is_separator = matches!(character, '\u{2028}' | '\u{2029}');
    let is_control = character.is_control() && !matches!(character, '\t' | '\n');
    is_separator || is_control || is_no_character(character)
}

fn is_no_character(character: char) -> bool {
    let number = u32::from(character);
    (0xfdd0..=0xfdef).contains(&number) || number & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::{SourceText, lines};
    use crate::source::SourcePath;

    #[test]
    fn a_text_is_plain_and_its_places_are_those_of_the_file() {
        let path = SourcePath::new("content/a.md");
        let written = "\u{feff}a\r\nb\rc\u{7}\u{1}d\u{b}e\u{85}f\u{2028}g\u{fffe}h\ni";
        let text = SourceText::read(&path, written.as_bytes()).expect("text");
        let text = text.broken_from(0);
        assert_eq!(text.as_str(), "a\nb\ncd\ne\nf\ngh\ni");
        let place = |part: &str| {
            let start = text.as_str().find(part).expect("is there");
            let at = text.place(start..start + part.len());
            (at.line, at.column)
        };
        assert_eq!(place("b"), (2, 1));
        assert_eq!(place("c"), (3, 1));
        assert_eq!(place("d"), (3, 4));
        assert_eq!(place("e"), (3, 6));
        assert_eq!(place("f"), (3, 8));
        assert_eq!(place("g"), (3, 10));
        assert_eq!(place("h"), (3, 12));
        assert_eq!(place("i"), (4, 1));
        let left_out: Vec<_> = text.left_out().filter_map(|fault| fault.at).collect();
        let places = left_out.iter().map(|at| (at.line, at.column, at.length));
        assert_eq!(
            places.collect::<Vec<_>>(),
            [(3, 2, 2), (3, 7, 1), (3, 11, 1)]
        );
        let all: Vec<&str> = lines(written).collect();
        assert_eq!(all.len(), 4);
        assert_eq!((all[1], all[3]), ("b", "i"));
    }
}
