//! What is written as a link and that Markdown does not take as one: it would stand in the text with its brackets, or be
//! left out, without a word.
//!
//! Brackets are ordinary in decisions (`[sic]`, `[…]`, `[1]`), so only what can hardly be anything but a link counts.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, LinkType};

use crate::diagnostics::{Code, Diagnostic};

/// No destination is longer; a bound, so that each bracket costs little.
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
    let inner = &inner[..inner.rfind(')').map(|_| closing(inner))??];
    let destination = inner.split('"').next().unwrap_or(inner).trim();
    let title = &inner[inner.len().min(destination.len())..];
    if !(written.starts_with('!') || is_destination(destination)) || destination.is_empty() {
        return None;
    }
    let text = format!("{written}({inner})");
    let cure = format!("{written}(<{destination}>{title})");
    let range = brackets.start..brackets.start + text.len();
    let fault = Diagnostic::new(Code::LinkNotRead)
        .with("reason", "blank")
        .with("text", text)
        .with("cure", cure);
    Some((fault, range))
}

/// As much of a text as a destination may be long.
fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST);
    end.map_or(text, |(offset, _)| &text[..offset])
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
    names_a_file || text.contains("://") || begins.iter().any(|begin| text.starts_with(begin))
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
