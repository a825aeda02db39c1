//! A source line as it is quoted: as much of it as a terminal shows at once, with the place in it.

use unicode_width::UnicodeWidthStr;

use super::visible::shown;
use crate::location::Location;

/// How many columns of a line are quoted, beside the marks of what was left out.
const ROOM: usize = 98;
/// How much of what stands before a place is kept when the place itself is longer than the room there is.
const MOST_BEFORE_A_LONG_PLACE: usize = 20;
/// Stands for what was left out.
const LEFT_OUT: &str = "…";
const TAB: &str = "    ";

/// A line around a place, in three parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// What stands before the place.
    pub before: String,
    /// The place itself; empty at the end of a line.
    pub marked: String,
    /// What stands after it.
    pub after: String,
}

impl Excerpt {
    /// Cuts a line to the part around a place.
    #[must_use]
    pub fn of(line: &str, at: &Location) -> Self {
        let byte = |from: usize, count: usize| {
            let mut rest = line[from..].char_indices();
            rest.nth(count).map_or(line.len(), |(byte, _)| from + byte)
        };
        let start = byte(0, at.column.saturating_sub(1));
        let end = byte(start, at.length);
        let before: Vec<char> = line[..start].chars().rev().take(ROOM + 1).collect();
        let marked: Vec<char> = line[start..end].chars().take(ROOM + 1).collect();
        let after: Vec<char> = line[end..].chars().take(ROOM + 1).collect();
        let (before_length, marked_length) = (before.len(), marked.len());
        let characters: String = before
            .into_iter()
            .rev()
            .chain(marked)
            .chain(after)
            .collect();
        let mut pieces = shown(&characters);
        for (piece, character) in pieces.iter_mut().zip(characters.chars()) {
            if character == '\t' {
                TAB.clone_into(piece);
            }
        }
        let (before, rest) = pieces.split_at(before_length);
        let (marked, after) = rest.split_at(marked_length);
        Self::cut(before, marked, after)
    }

    /// Cuts what was gathered to the room there is: the place first, then as much on either side.
    fn cut(before: &[String], marked: &[String], after: &[String]) -> Self {
        let kept_before = width(before).min(MOST_BEFORE_A_LONG_PLACE);
        let shown_marked = fitting(marked.iter(), ROOM - kept_before);
        let room = ROOM - width(&marked[..shown_marked]);
        let half = room / 2;
        let wanted_before = width(before).min(room);
        let wanted_after = width(after).min(room);
        let room_before = wanted_before.min(half.max(room - wanted_after).max(kept_before));
        let shown_before = fitting(before.iter().rev(), room_before);
        let mut before_shown = &before[before.len() - shown_before..];
        while before_shown.len() < before.len()
            && before_shown.first().is_some_and(|first| first.width() == 0)
        {
            before_shown = &before_shown[1..];
        }
        let shown_after = fitting(after.iter(), room - width(before_shown));
        let mark = |is_cut: bool| if is_cut { LEFT_OUT } else { "" };
        let is_marked_cut = shown_marked < marked.len();
        let after_shown = if is_marked_cut { 0 } else { shown_after };
        let cut_before = mark(before_shown.len() < before.len());
        let cut_after = mark(!is_marked_cut && shown_after < after.len());
        Self {
            before: format!("{cut_before}{}", before_shown.concat()),
            marked: format!("{}{}", marked[..shown_marked].concat(), mark(is_marked_cut)),
            after: format!("{}{cut_after}", after[..after_shown].concat()),
        }
    }

    /// The line with a line below that marks the place.
    pub(super) fn lines(&self) -> (String, String) {
        let carets = "^".repeat(self.marked.width().max(1));
        let blanks = " ".repeat(self.before.width());
        let line = format!("{}{}{}", self.before, self.marked, self.after);
        (line, format!("{blanks}{carets}"))
    }
}

fn width(pieces: &[String]) -> usize {
    pieces.iter().map(|piece| piece.width()).sum()
}

/// How many of the first pieces fit.
fn fitting<'p>(pieces: impl Iterator<Item = &'p String>, room: usize) -> usize {
    let mut left = room;
    let fits = |piece: &&String| {
        let rest = left.checked_sub(piece.width());
        left = rest.unwrap_or(left);
        rest.is_some()
    };
    pieces.take_while(fits).count()
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::Excerpt;
    use crate::location::{Location, SourcePath};

    fn lines(line: &str, column: usize, length: usize) -> (String, String) {
        let path = SourcePath::new("content/a.md");
        let at = Location {
            path,
            line: 1,
            column,
            length,
        };
        Excerpt::of(line, &at).lines()
    }

    #[test]
    fn the_marks_stand_below_the_place_whatever_stands_before_it() {
        for (line, column, shown, marks) in [
            ("a b c", 3, "a b c", "  ^"),
            ("\tb c", 2, "    b c", "    ^"),
            ("中文 c", 4, "中文 c", "     ^"),
            ("e\u{301} c", 4, "e\u{301} c", "  ^"),
            ("👩‍👩‍👧 c", 7, "👩‍👩‍👧 c", "   ^"),
            ("\u{202e}x\u{1b} c", 5, "<U+202E>x␛ c", "           ^"),
            ("short", 9, "short", "     ^"),
        ] {
            let drawn = lines(line, column, 1);
            assert_eq!(drawn, (shown.to_owned(), marks.to_owned()), "{line}");
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let long: String = ('a'..='z').cycle().take(6000).collect();
        let (shown, marks) = lines(&long, 3001, 5);
        assert_eq!(shown.width(), 100);
        assert!(shown.starts_with('…') && shown.ends_with('…'), "{shown}");
        let at = marks.find('^').expect("a mark");
        let marked: String = shown.chars().skip(at).take(5).collect();
        assert_eq!(marked, long[3000..3005]);
        let (shown, marks) = lines(&long, 1, 1);
        assert!(shown.starts_with("abc") && shown.ends_with('…') && shown.width() <= 100);
        assert_eq!(marks, "^");
        let (shown, marks) = lines(&long, 6000, 1);
        assert!(shown.starts_with('…') && shown.ends_with(&long[5990..]) && shown.width() <= 100);
        assert_eq!(marks.len(), shown.width());
        let (shown, marks) = lines(&long, 10, 5000);
        assert!(shown.width() <= 100 && marks.len() <= 100, "{shown}");
        let (shown, _) = lines(&"中".repeat(4000), 2000, 1);
        assert!(shown.width() <= 100, "{shown}");
        assert_eq!(lines(&long[..98], 50, 1).0, long[..98]);
    }
}
