//! Why front matter cannot be read, in the terms of whoever wrote it: what people do wrong in YAML is of a few kinds, and
//! for those there is a cure in their own text.

use std::ops::Range;

use super::SyntaxFault;
use crate::record::keys::Key;

/// A fault of YAML as its writer sees it.
#[derive(Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Which kind of fault it is; it selects the message.
    pub reason: &'static str,
    /// What is wrong, in the YAML.
    pub at: Range<usize>,
    /// The key it happened to, if one is known.
    pub key: String,
    /// The writer's line as it would be right, if that is known.
    pub cure: String,
}

/// Explains why YAML cannot be read.
#[must_use]
pub fn explain(yaml: &str, fault: &SyntaxFault) -> Explanation {
    let lines = Lines::of(yaml);
    let at = lines.offset(fault.line, fault.column);
    let plainly = |reason| Explanation {
        reason,
        at: at..at,
        key: String::new(),
        cure: String::new(),
    };
    match fault.message.as_str() {
        SyntaxFault::TOO_DEEP => return plainly("deep"),
        SyntaxFault::TOO_MUCH => return plainly("repeated"),
        SyntaxFault::ESCAPE => return plainly("escape"),
        _ => {}
    }
    let is_map = fault.message != SyntaxFault::NO_MAP;
    let until = if is_map {
        fault.line.min(lines.0.len())
    } else {
        lines.0.len()
    };
    let nearest = (0..until).rev();
    let tight = nearest.clone().find_map(|line| lines.no_blank(line));
    if tight.is_some() || !is_map {
        return tight.unwrap_or_else(|| plainly("no-map"));
    }
    nearest
        .clone()
        .find_map(|line| lines.odd_blank(line))
        .or_else(|| nearest.clone().find_map(|line| lines.not_indented(line)))
        .or_else(|| lines.colon_within(until.checked_sub(1)?, &fault.message, at))
        .unwrap_or_else(|| plainly("other"))
}

/// The lines of a text with their offsets.
struct Lines<'y>(Vec<(usize, &'y str)>);

impl<'y> Lines<'y> {
    fn of(yaml: &'y str) -> Self {
        let mut offset = 0;
        let mut lines = Vec::new();
        for line in yaml.split_inclusive('\n') {
            lines.push((offset, line.trim_end_matches('\n')));
            offset += line.len();
        }
        Self(lines)
    }

    fn offset(&self, line: usize, column: usize) -> usize {
        let Some((start, text)) = line.checked_sub(1).and_then(|line| self.0.get(line)) else {
            return self.0.last().map_or(0, |(start, text)| start + text.len());
        };
        let before = text.chars().take(column.saturating_sub(1));
        start + before.map(char::len_utf8).sum::<usize>()
    }

    /// A key's colon with a blank behind it that YAML does not take for one, or with none.
    fn odd_blank(&self, line: usize) -> Option<Explanation> {
        let (start, text) = self.0[line];
        let (key, value) = text.split_once(':')?;
        let odd: usize = value
            .chars()
            .take_while(|c| is_odd_blank(*c))
            .map(char::len_utf8)
            .sum();
        let words = key.trim_start_matches([' ', '-']);
        if odd == 0 || words.is_empty() || words.contains(['"', '\'', '#', '{', '[']) {
            return None;
        }
        let colon = start + key.len() + 1;
        Some(Explanation {
            reason: "blank",
            at: colon..colon + odd,
            key: words.to_owned(),
            cure: format!("{key}: {}", value[odd..].trim_start()),
        })
    }

    /// A known key, or a word that the site may have made one, whose value stands right behind the colon.
    fn no_blank(&self, line: usize) -> Option<Explanation> {
        let (start, text) = self.0[line];
        let (key, value) = text.split_once(':')?;
        let is_tight =
            !value.is_empty() && !value.starts_with(|c: char| c.is_whitespace() || is_odd_blank(c));
        let is_word = |key: &str| {
            key.chars()
                .all(|c| c.is_alphabetic() || c == '_' || c == '-')
        };
        let is_name = !key.is_empty() && is_word(key) && !value.starts_with('/');
        if !is_tight || !(is_name || Key::named(key).is_some()) {
            return None;
        }
        let colon = start + key.len();
        Some(Explanation {
            reason: "tight",
            at: colon..colon + 1,
            key: key.to_owned(),
            cure: format!("{key}: {value}"),
        })
    }

    /// A line that goes on with the text of the line before and is not indented.
    fn not_indented(&self, line: usize) -> Option<Explanation> {
        let (start, text) = self.0[line];
        if !goes_on(text) {
            return None;
        }
        let first = (0..line).rev().find(|line| !goes_on(self.0[*line].1))?;
        let (key, value) = entry(self.0[first].1)?;
        let value = value.trim();
        if value.is_empty() || value.starts_with(['"', '\'', '|', '>', '[', '{']) {
            return None;
        }
        let going_on = self.0[first + 1..].iter();
        let rest = going_on
            .map(|(_, text)| *text)
            .take_while(|text| goes_on(text));
        let words: Vec<&str> = std::iter::once(value).chain(rest.map(str::trim)).collect();
        Some(Explanation {
            reason: "wrapped",
            at: start..start + text.trim_end().len(),
            key: key.to_owned(),
            cure: format!("{key}: {}", quoted(&words.join(" "))),
        })
    }

    /// A text that holds a colon with a blank behind it.
    fn colon_within(&self, line: usize, message: &str, at: usize) -> Option<Explanation> {
        if !message.contains("mapping values are not allowed") {
            return None;
        }
        let (key, value) = entry(self.0[line].1)?;
        let value = value.trim();
        if !value.contains(':') || value.starts_with(['"', '\'']) {
            return None;
        }
        Some(Explanation {
            reason: "colon",
            at: at..at + 1,
            key: key.trim_start_matches([' ', '-']).to_owned(),
            cure: format!("{}: {}", key.trim_start(), quoted(value)),
        })
    }
}

/// A text in the double quotes of YAML.
#[must_use]
pub(in crate::record) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A line's key and what stands behind its colon.
fn entry(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let is_entry = value.is_empty() || value.starts_with([' ', '\t']);
    (is_entry && !key.trim().is_empty()).then_some((key, value))
}

/// Whether a line begins neither an entry nor an item, and is not indented.
fn goes_on(line: &str) -> bool {
    let begins_nothing =
        !line.starts_with([' ', '\t', '-', '#', '[', '{', '"', '\'', '%', '&', '*']);
    begins_nothing
        && !line.trim().is_empty()
        && !line.contains(": ")
        && !line.trim_end().ends_with(':')
}

/// What looks like a blank, or like nothing, and is no blank of YAML's.
fn is_odd_blank(character: char) -> bool {
    let is_blank = character.is_whitespace() && !matches!(character, ' ' | '\t' | '\n' | '\r');
    is_blank
        || matches!(
            character,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
        )
}
