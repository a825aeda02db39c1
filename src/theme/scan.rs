//! The names a template uses, with their places: enough of the template language to check names before any page is made.

use std::ops::Range;

/// A piece of a tag.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// A name with what is read from it: `record.body().title`, `terms[0]`; list indexes are empty parts.
    Path(Vec<String>),
    /// A text in quotes.
    Text(String),
    /// Anything else: an operator, a bracket, a number.
    Sign(char),
}

/// A piece of a tag and the bytes it stands at.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub(super) token: Token,
    pub(super) range: Range<usize>,
    /// Where each part of a path stands.
    pub(super) parts: Vec<Range<usize>>,
}

/// The tokens of each `{{ … }}` and `{% … %}` of a template, in order; comments and raw sections are left out.
pub(super) fn tags(template: &str) -> Vec<Vec<Placed>> {
    let mut tags = Vec::new();
    let mut rest = 0;
    let mut raw = false;
    while let Some(found) = template[rest..].find('{') {
        let start = rest + found;
        let close = match template[start..].get(..2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            Some("{#") => "#}",
            _ => {
                rest = start + 1;
                continue;
            }
        };
        let is_comment = close == "#}";
        let end = if is_comment {
            template[start..].find(close).map(|at| start + at)
        } else {
            tag_end(template, start + 2, close)
        };
        let end = end.unwrap_or(template.len());
        rest = (end + 2).min(template.len());
        if is_comment {
            continue;
        }
        // `{%-` and `-%}` trim the blanks around a tag; the marks are no part of what it says.
        let inner = template[start + 2..end].trim_start_matches('-').len();
        let trimmed = template[end - inner..end].trim_end_matches('-').len();
        let tokens = tokens(template, end - inner..end - inner + trimmed);
        let first = tokens.first().map(|placed| &placed.token);
        let is = |name: &str| first == Some(&Token::Path(vec![name.to_owned()]));
        if raw {
            raw = !is("endraw");
        } else if is("raw") {
            raw = true;
        } else {
            tags.push(tokens);
        }
    }
    tags
}

/// The end of a tag: the closing mark that stands in no text.
fn tag_end(template: &str, start: usize, close: &str) -> Option<usize> {
    let mut quote = None;
    for (offset, character) in template[start..].char_indices() {
        match quote {
            Some(open) if character == open => quote = None,
            None if matches!(character, '"' | '\'' | '`') => quote = Some(character),
            None if template[start + offset..].starts_with(close) => return Some(start + offset),
            Some(_) | None => {}
        }
    }
    None
}

fn tokens(template: &str, range: Range<usize>) -> Vec<Placed> {
    let mut tokens = Vec::new();
    let mut at = range.start;
    while let Some(character) = template[at..range.end].chars().next() {
        let start = at;
        if character.is_alphabetic() || character == '_' {
            let (parts, names, end) = path(template, at, range.end);
            at = end;
            tokens.push(Placed {
                token: Token::Path(names),
                range: start..at,
                parts,
            });
        } else if matches!(character, '"' | '\'' | '`') {
            let text = template[at + 1..range.end]
                .find(character)
                .map_or(range.end, |close| at + 1 + close);
            let token = Token::Text(template[at + 1..text].to_owned());
            at = (text + 1).min(range.end);
            tokens.push(Placed {
                token,
                range: start..at,
                parts: Vec::new(),
            });
        } else {
            at += character.len_utf8();
            if !character.is_whitespace() {
                tokens.push(Placed {
                    token: Token::Sign(character),
                    range: start..at,
                    parts: Vec::new(),
                });
            }
        }
    }
    tokens
}

/// Reads a path from where its first name begins: names behind `.` or `?.`, texts and anything else in brackets.
fn path(template: &str, start: usize, end: usize) -> (Vec<Range<usize>>, Vec<String>, usize) {
    let mut at = name_end(template, start, end);
    let mut parts = Vec::new();
    parts.push(start..at);
    loop {
        let rest = &template[at..end];
        let step = if rest.starts_with("?.") {
            2
        } else {
            usize::from(rest.starts_with('.'))
        };
        let bracket = rest.starts_with('[') || rest.starts_with("?[");
        if step > 0 && template[at + step..end].starts_with(|c: char| c.is_alphabetic() || c == '_')
        {
            let start = at + step;
            at = name_end(template, start, end);
            parts.push(start..at);
        } else if bracket && let Some(close) = rest.find(']') {
            let open = rest.find('[').unwrap_or_default() + 1;
            parts.push(at + open..at + close);
            at += close + 1;
        } else {
            break;
        }
    }
    let names = parts
        .iter()
        .enumerate()
        .map(|(index, range)| part_name(&template[range.clone()], index))
        .collect();
    (parts, names, at)
}

/// The name of a path's part: as it stands, or the text in a bracket; nothing for an index, a slice or an expression.
fn part_name(written: &str, index: usize) -> String {
    let quoted = written
        .strip_prefix(['"', '\''])
        .and_then(|rest| rest.strip_suffix(['"', '\'']));
    let is_name = |text: &str| text.starts_with(|c: char| c.is_alphabetic() || c == '_');
    match quoted {
        Some(text) => text.to_owned(),
        None if index == 0 || is_name(written) => written.to_owned(),
        None => String::new(),
    }
}

fn name_end(template: &str, start: usize, end: usize) -> usize {
    let rest = &template[start..end];
    start
        + rest
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(rest.len())
}
