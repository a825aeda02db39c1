//! Comments where nobody means them: those of HTML in texts that are no Markdown, and texts that YAML ends at ` #`, where a
//! comment begins by its rules: `Anbud #3 antas.` would be read as `Anbud`.

use std::ops::Range;

use super::front_matter::{EntryPart, Value, quoted};
use super::place::Place;
use crate::diagnostics::{Code, Diagnostic};

/// Whether YAML may hold comments behind values.
pub(super) fn may_cut(yaml: &str) -> bool {
    yaml.contains(" #") || yaml.contains("\t#")
}

/// An error for each text in a value that a comment cuts short; `way` leads to the value in the YAML.
pub(super) fn cut_short(place: &Place<'_>, way: &[usize], value: &Value) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    value.visit(&mut way.to_vec(), &mut |way, value| {
        if matches!(value, Value::List(_) | Value::Map(_)) {
            return;
        }
        let text = value.text().unwrap_or_default();
        let offset = place.offset(way, EntryPart::Value);
        let cut = offset.and_then(|offset| comment(place.written(), offset, text));
        faults.extend(cut.map(|comment| {
            let rest = &place.written()[comment.clone()];
            Diagnostic::new(Code::TextCutShort)
                .with("text", text)
                .with("rest", rest)
                .with("cure", quoted(format!("{text} {rest}").trim()))
                .at(place.range(comment))
        }));
    });
    faults
}

/// The comment that ends a plain scalar, which begins at an offset; quoted texts and blocks are never cut.
fn comment(yaml: &str, offset: usize, scalar: &str) -> Option<Range<usize>> {
    if yaml[offset..].starts_with(['"', '\'', '|', '>', '&', '*', '~']) {
        return None;
    }
    let mut rest = yaml[offset..].char_indices().peekable();
    let mut end = offset;
    for character in scalar.chars().filter(|c| !c.is_whitespace()) {
        let (at, found) = rest.find(|(_, found)| !found.is_whitespace())?;
        if found != character {
            return None;
        }
        end = offset + at + found.len_utf8();
    }
    let line = yaml[end..].lines().next().unwrap_or_default();
    let comment = line.trim_start();
    let is_cut = line.len() > comment.len() && comment.starts_with('#');
    let is_meant_as_comment =
        scalar.is_empty() && comment[1.min(comment.len())..].starts_with([' ', '\t', '#']);
    let is_bare = comment.trim_end() == "#";
    let start = end + line.len() - comment.len();
    (is_cut && !is_meant_as_comment && !(scalar.is_empty() && is_bare))
        .then(|| start..start + comment.trim_end().len())
}

/// The ways to the texts within a value that hold an HTML comment.
pub(super) fn comments_in(value: &Value) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    value.visit(&mut Vec::new(), &mut |way, value| {
        if matches!(value, Value::Text(text) if text.contains("<!--")) {
            found.push(way.to_vec());
        }
    });
    found
}

/// An error for each text in a value that would show an HTML comment; `within` leads to the value in the YAML.
pub(super) fn shown_comments(
    place: &Place<'_>,
    within: &[usize],
    value: &Value,
) -> Vec<Diagnostic> {
    let ways = comments_in(value).into_iter();
    ways.map(|way| {
        let at = place.locate(&[within, &way[..]].concat(), EntryPart::Value);
        let fault = Diagnostic::new(Code::CommentNotHidden).with("reason", "text");
        fault.at(at)
    })
    .collect()
}
