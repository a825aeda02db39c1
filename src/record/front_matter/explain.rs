//! Why front matter cannot be read, in the terms of whoever wrote it: what people do wrong in YAML is of a few kinds, and
//! for those there is a cure in their own text.

use std::ops::Range;

use super::SyntaxFault;
use super::written::quoted;
use crate::record::keys::Key;
use crate::record::written::is_dash;

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
    let mut found = nearest.clone().find_map(|line| lines.at_a_glance(line));
    if found.is_none() && is_map {
        found = nearest.clone().find_map(|line| lines.not_indented(line));
    }
    found
        .or_else(|| lines.colon_within(until.checked_sub(1)?, &fault.message, at))
        .unwrap_or_else(|| plainly(if is_map { "other" } else { "no-map" }))
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

    /// The key of a line, its value, and where the value stands.
    fn value(&self, line: usize) -> Option<(&'y str, &'y str, usize)> {
        let (start, text) = self.0[line];
        let (key, value) = entry(text)?;
        let value = value.trim_start();
        Some((key, value.trim_end(), start + text.len() - value.len()))
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

    /// What is wrong with a line that can be seen in it alone.
    fn at_a_glance(&self, line: usize) -> Option<Explanation> {
        self.tab(line)
            .or_else(|| self.first_bullet(line))
            .or_else(|| self.no_colon(line))
            .or_else(|| self.no_blank(line))
            .or_else(|| self.odd_blank(line))
            .or_else(|| self.quote(line))
            .or_else(|| self.mark_first(line))
    }

    /// An indent of tabs, which YAML does not take for one.
    fn tab(&self, line: usize) -> Option<Explanation> {
        let (start, text) = self.0[line];
        let words = text.trim_start_matches([' ', '\t']);
        let indent = &text[..text.len() - words.len()];
        if words.is_empty() || !indent.contains('\t') || self.is_in_block(line) {
            return None;
        }
        Some(Explanation {
            reason: "tab",
            at: start..start + indent.len(),
            key: String::new(),
            cure: format!("{}{words}", indent.replace('\t', "  ")),
        })
    }

    /// The first of the points that stand one below the other.
    fn first_bullet(&self, line: usize) -> Option<Explanation> {
        let points = (0..=line).rev().map_while(|line| self.bullet(line));
        points.last()
    }

    /// A point of a list with a mark that is none of YAML's.
    fn bullet(&self, line: usize) -> Option<Explanation> {
        let (start, text) = self.0[line];
        let words = text.trim_start();
        let first = words.chars().next();
        let mark = first.filter(|c| BULLETS.contains(c) || is_dash(*c));
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        let rest = match mark {
            Some(mark) => &words[mark.len_utf8()..],
            None if digits > 0 => words[digits..].strip_prefix(['.', ')'])?,
            None => return None,
        };
        let is_point = rest.starts_with(char::is_whitespace) && !rest.trim().is_empty();
        if !is_point || self.is_in_block(line) {
            return None;
        }
        let offset = start + text.len() - words.len();
        Some(Explanation {
            reason: "bullet",
            at: offset..offset + words.len() - rest.len(),
            key: String::new(),
            cure: format!("  - {}", quoted_if_needed(rest.trim())),
        })
    }

    /// A known key with its value, and no colon between them.
    fn no_colon(&self, line: usize) -> Option<Explanation> {
        let (start, text) = self.0[line];
        let (key, value) = text.split_once(' ')?;
        let is_value = !value.trim().is_empty() && !text.contains(':');
        if !is_value || Key::named(key).is_none() {
            return None;
        }
        Some(Explanation {
            reason: "no-colon",
            at: start..start + key.len(),
            key: key.to_owned(),
            cure: format!("{key}: {}", value.trim()),
        })
    }

    /// A value that begins with a quote which nothing closes, or behind which the text goes on.
    fn quote(&self, line: usize) -> Option<Explanation> {
        let (key, value, at) = self.value(line)?;
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (reason, text) = match closing(&value[1..], quote) {
            None => ("quote-open", &value[1..]),
            Some(close) if is_text(&value[close + 2..]) => ("quote-over", value),
            Some(_) => return None,
        };
        Some(Explanation {
            reason,
            at: at..at + value.len(),
            key: bare(key),
            cure: with_value(key, &requoted(text)),
        })
    }

    /// A value that begins with a mark which means something else in YAML.
    fn mark_first(&self, line: usize) -> Option<Explanation> {
        let (key, value, at) = self.value(line)?;
        let mark = value.chars().next()?;
        let is_meant = match mark {
            '[' => value.ends_with(']'),
            '{' => value.ends_with('}'),
            '*' | '%' | '@' | '`' | '&' | '!' => false,
            _ => true,
        };
        if is_meant {
            return None;
        }
        Some(Explanation {
            reason: "mark",
            at: at..at + mark.len_utf8(),
            key: mark.to_string(),
            cure: with_value(key, &quoted(value)),
        })
    }

    /// Whether a line stands in a text of several lines, which holds whatever it likes.
    fn is_in_block(&self, line: usize) -> bool {
        let above = self.0[..line].iter().rev();
        let mut entries = above.filter_map(|(_, text)| entry(text));
        entries
            .next()
            .is_some_and(|(_, value)| value.trim_start().starts_with(['|', '>']))
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
        let (key, value, _) = self.value(line)?;
        if !value.contains(':') || value.starts_with(['"', '\'']) {
            return None;
        }
        Some(Explanation {
            reason: "colon",
            at: at..at + 1,
            key: bare(key),
            cure: with_value(key, &quoted(value)),
        })
    }
}

/// A key without what stands before it on its line.
fn bare(key: &str) -> String {
    key.trim_start_matches([' ', '-']).to_owned()
}

/// A line with another value.
fn with_value(key: &str, value: &str) -> String {
    format!("{}: {value}", key.trim_start())
}

/// Whether what stands behind a value is more than blanks and a comment.
fn is_text(rest: &str) -> bool {
    let rest = rest.trim_start();
    !rest.is_empty() && !rest.starts_with('#')
}

/// The marks that word processors set before the points of a list.
const BULLETS: [char; 6] = ['•', '·', '▪', '◦', '●', '\u{f0b7}'];

/// Where a quoted text ends, behind its first quote: at the quote that is neither doubled nor written with `\\`.
fn closing(text: &str, quote: char) -> Option<usize> {
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        if letter == '\\' && quote == '"' || letter == quote && quote == '\'' && next == Some(quote)
        {
            letters.next();
        } else if letter == quote {
            return Some(at);
        }
    }
    None
}

/// A text that holds quotes, in quotes of the other kind.
fn requoted(text: &str) -> String {
    if text.contains('"') {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        quoted(text)
    }
}

/// A text as it may stand in a list.
fn quoted_if_needed(text: &str) -> String {
    let is_plain = !text.contains(": ") && !text.contains(" #") && !text.ends_with(':');
    if is_plain && text.starts_with(char::is_alphanumeric) {
        text.to_owned()
    } else {
        requoted(text)
    }
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
