//! What is written as a link and that Markdown does not take as one: it would stand in the text with its brackets, or be
//! left out, without a word.
//!
//! Brackets are ordinary in decisions (`[sic]`, `[…]`, `[1]`), so only what can hardly be anything but a link counts.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CodeBlockKind, LinkType};

use crate::diagnostics::{Code, Diagnostic};

/// No destination is longer, in bytes; a bound, so that each bracket costs little.
const LONGEST: usize = 500;

/// Brackets that no definition makes a link.
pub(super) fn link(prose: &str, link: &BrokenLink<'_>) -> Option<(Diagnostic, Range<usize>)> {
    let mut span = link.span.clone();
    if link.link_type == LinkType::Collapsed {
        span.end += "[]".len();
    }
    let written = &prose[span.clone()];
    let is_words = || {
        written
            .split(']')
            .next()
            .is_some_and(|text| text.contains(char::is_alphabetic))
    };
    match link.link_type {
        LinkType::Shortcut => with_blanks(prose, span),
        LinkType::Reference | LinkType::Collapsed if is_words() => {
            let fault = Diagnostic::new(Code::LinkNotRead)
                .with("reason", "undefined")
                .with("text", written)
                .with("label", &*link.reference);
            Some((fault, span))
        }
        _ => None,
    }
}

/// `[the map](The map.pdf)`: a blank ends a destination, so this is none.
fn with_blanks(prose: &str, brackets: Range<usize>) -> Option<(Diagnostic, Range<usize>)> {
    let written = &prose[brackets.clone()];
    let line = beginning(&prose[brackets.end..]).lines().next()?;
    let inner = line.strip_prefix('(')?;
    let inner = inner.find("](").map_or(inner, |next| &inner[..next]);
    let closed = closing(inner).map(|end| &inner[..end]);
    let Some(inner) = closed else {
        return not_closed(written, inner, brackets);
    };
    let destination = inner.split('"').next().unwrap_or(inner).trim();
    let title = &inner[inner.len().min(destination.len())..];
    if !(written.starts_with('!') || is_destination(destination)) || destination.is_empty() {
        return None;
    }
    let text = format!("{written}({inner})");
    let (reason, destination) = if destination.starts_with("tel:") {
        let number = destination.replace(char::is_whitespace, "");
        ("telephone", number)
    } else {
        ("blank", format!("<{destination}>"))
    };
    let cure = format!("{written}({destination}{title})");
    let range = brackets.start..brackets.start + text.len();
    let fault = Diagnostic::new(Code::LinkNotRead)
        .with("reason", reason)
        .with("text", text)
        .with("cure", cure);
    Some((fault, range))
}

/// `[the map](map.pdf`: no parenthesis ends the destination.
fn not_closed(
    written: &str,
    behind: &str,
    brackets: Range<usize>,
) -> Option<(Diagnostic, Range<usize>)> {
    let destination = behind.split_whitespace().next()?;
    let destination = destination.trim_end_matches(['.', ',', ';', ':']);
    if !is_destination(destination) || destination.starts_with('<') {
        return None;
    }
    let text = format!("{written}({destination}");
    let range = brackets.start..brackets.start + text.len();
    let fault = Diagnostic::new(Code::LinkNotRead)
        .with("reason", "open")
        .with("cure", format!("{text})"))
        .with("text", text);
    Some((fault, range))
}

/// As much of a text as a destination may be long.
fn beginning(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The parenthesis that closes what was opened before the text, or the first where none does.
fn closing(text: &str) -> Option<usize> {
    let mut open = 1usize;
    for (offset, character) in text.char_indices() {
        match character {
            '(' => open += 1,
            ')' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return Some(offset);
        }
    }
    text.find(')')
}

/// Whether a text in parentheses can hardly be anything but where a link leads.
fn is_destination(text: &str) -> bool {
    let path = text.split(['#', '?']).next().unwrap_or(text);
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let names_a_file = (2..=5).contains(&ending.len())
        && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && ending.contains(|c: char| c.is_ascii_alphabetic());
    let begins = ["/", "./", "../", "#", "\\"];
    let is_call = ["tel:", "mailto:"]
        .iter()
        .any(|scheme| text.starts_with(scheme));
    names_a_file
        || is_call
        || text.contains("://")
        || begins.iter().any(|begin| text.starts_with(begin))
}

/// `[^1]` in the text, to which there is no note. `bracket` is the text that ends with its first bracket.
pub(super) fn note(prose: &str, bracket: &Range<usize>) -> Option<(Diagnostic, Range<usize>)> {
    let start = bracket.end - 1;
    let label = beginning(prose[start..].strip_prefix("[^")?);
    let label = &label[..label.find(']')?];
    if label.is_empty() || label.contains(|c: char| c.is_whitespace() || c == '[') {
        return None;
    }
    let text = format!("[^{label}]");
    let range = start..start + text.len();
    let fault = Diagnostic::new(Code::LinkNotRead)
        .with("reason", "note")
        .with("text", text);
    Some((fault, range))
}

/// A definition that nothing in the text refers to: of a link's destination, or of a note.
pub(super) fn definition(written: &str, of: &str) -> Diagnostic {
    Diagnostic::new(Code::DefinitionUnused)
        .with("of", of)
        .with("text", written.lines().next().unwrap_or_default())
}

/// A line of dashes and bars below a line of bars, in running text: a table was meant.
pub(super) fn table(
    prose: &str,
    text: &str,
    range: &Range<usize>,
) -> Option<(Diagnostic, Range<usize>)> {
    let is_line = text.contains('|')
        && text.contains('-')
        && text
            .chars()
            .all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'));
    if !is_line {
        return None;
    }
    let above = prose[..range.start].lines().rev();
    let has_head = above.take(2).any(|line| line.contains('|'));
    let fault = || Diagnostic::new(Code::TableNotRead).with("text", text.trim());
    has_head.then(|| (fault(), range.clone()))
}

/// A line that begins like a heading, a point of a list or the row of a table, and is none.
pub(super) fn mark(prose: &str, text: &Range<usize>) -> Option<(Diagnostic, Range<usize>)> {
    let (before, rest) = prose.split_at(text.start);
    if !rest.starts_with(['#', '|', '•', '·', '▪', '●']) {
        return None;
    }
    let is_first = before.trim_end_matches([' ', '\t']).ends_with('\n') || before.is_empty();
    if !is_first {
        return None;
    }
    let line = rest.lines().next()?.trim_end();
    let words = line.trim_start_matches('#');
    let (of, cure) = if line.starts_with('#') && words.starts_with(char::is_alphabetic) {
        let marks = line.len() - words.len();
        ("heading", format!("{} {words}", &line[..marks]))
    } else if line.starts_with('|') && line.matches('|').count() > 2 {
        let is_table = before
            .lines()
            .next_back()
            .is_some_and(|line| line.contains('|'));
        if is_table {
            return None;
        }
        let columns = line.matches('|').count() - 1;
        ("table", format!("|{}", "---|".repeat(columns)))
    } else if line.starts_with(['#', '|']) {
        return None;
    } else {
        let point = line.trim_start_matches(|c: char| !c.is_alphanumeric());
        ("list", format!("- {point}"))
    };
    let fault = Diagnostic::new(Code::MarkupNotRead)
        .with("of", of)
        .with("text", line)
        .with("cure", cure);
    Some((fault, text.start..text.start + line.len()))
}

/// What is wrong with the lines that begin and end a block of code: words that stand behind the first are not shown, and
/// without a last one the rest of the text is code.
pub(super) fn fence(
    prose: &str,
    kind: &CodeBlockKind<'_>,
    block: &Range<usize>,
) -> Vec<(Diagnostic, Range<usize>)> {
    let CodeBlockKind::Fenced(info) = kind else {
        return Vec::new();
    };
    let written = prose[block.clone()].trim_end();
    let line = written.lines().next().unwrap_or_default().trim_end();
    let place = block.start..block.start + line.len();
    let mark = if line.starts_with('~') { '~' } else { '`' };
    let length = line.len() - line.trim_start_matches(mark).len();
    let fence = &line[..length];
    let fault = |reason: &str| {
        Diagnostic::new(Code::CodeBlockUnclear)
            .with("reason", reason)
            .with("text", &**info)
            .with("fence", fence)
    };
    let last = written.lines().skip(1).last().unwrap_or_default();
    let is_closed = last.ends_with(fence)
        && last
            .trim_start_matches(['>', ' ', '\t'])
            .chars()
            .all(|c| c == mark);
    let mut faults = Vec::new();
    if info.split_whitespace().count() > 1 {
        faults.push((fault("words"), place.clone()));
    }
    if !is_closed {
        faults.push((fault("unclosed"), place));
    }
    faults
}
