//! The clauses of a recommendation or a decision: inline Markdown, one text for each.
//!
//! Staff write several clauses as a list, as paragraphs, or as lines with numbers of their own in one block. The page
//! numbers them, so numbers that are written must be those it gives.

use super::fields::{Fields, TableKey};
use crate::diagnostics::{Code, Diagnostic};

/// A clause, and the way to the value it stands in.
pub(super) type Clause = (String, Vec<usize>);

/// The clauses of a key. What is neither inline nor several clauses is reported.
pub(super) fn clauses<K: TableKey>(fields: &mut Fields<'_, K>, key: K) -> Vec<Clause> {
    let mut clauses = Vec::new();
    for (value, inner) in fields.items(key) {
        let Some(text) = fields.text_of(&value, key, &inner) else {
            continue;
        };
        match split(&text) {
            Some(parts) if parts.len() == 1 || inner.is_empty() => {
                clauses.extend(parts.into_iter().map(|part| (part, inner.clone())));
            }
            _ => {
                let name = fields.written_name(key);
                let fault = Diagnostic::new(Code::ClauseForm).with("key", name);
                fields.report(fault, key, &inner);
            }
        }
    }
    clauses
}

/// The clauses that one text holds; `None` when it is neither one, nor paragraphs, nor lines numbered from 1.
fn split(text: &str) -> Option<Vec<String>> {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    if lines.len() == 1 {
        let runs_together = number(text).is_some_and(|(first, words)| {
            first == 1 && (words.contains(" 2. ") || words.contains(" 2) "))
        });
        return (!runs_together).then(|| vec![text.to_owned()]);
    }
    if number(lines[0]).is_some() {
        return numbered(&lines);
    }
    let mut parts: Vec<String> = Vec::new();
    for paragraph in lines.split(|line| line.is_empty()) {
        if paragraph.len() > 1 && paragraph.iter().any(|line| begins_block(line)) {
            return None;
        }
        if !paragraph.is_empty() {
            parts.push(paragraph.join("\n"));
        }
    }
    Some(parts)
}

/// Clauses that begin with their numbers; a line without one goes on with the clause before it.
fn numbered(lines: &[&str]) -> Option<Vec<String>> {
    let mut parts: Vec<String> = Vec::new();
    let mut is_apart = false;
    for line in lines {
        if line.is_empty() {
            is_apart = true;
            continue;
        }
        match number(line) {
            Some((number, words)) if number == parts.len() + 1 => parts.push(words.to_owned()),
            None if !is_apart && !begins_block(line) => {
                let last = parts.last_mut()?;
                last.push('\n');
                last.push_str(line.trim_start());
            }
            _ => return None,
        }
        is_apart = false;
    }
    (parts.len() > 1).then_some(parts)
}

/// The number a line begins with, `1.` or `1)`, and the words behind it.
fn number(line: &str) -> Option<(usize, &str)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line[digits..].strip_prefix(['.', ')'])?;
    let words = rest.trim_start();
    let is_number = (1..=3).contains(&digits) && words.len() < rest.len() && !words.is_empty();
    Some((line[..digits].parse().ok()?, words)).filter(|_| is_number)
}

/// Whether Markdown would take a line for the beginning of a list, a heading, a quotation, a table or code.
fn begins_block(line: &str) -> bool {
    let words = line.trim_start();
    let is_heading = words.trim_start_matches('#').starts_with(' ') && words.starts_with('#');
    let is_item = ["- ", "* ", "+ "]
        .iter()
        .any(|mark| words.starts_with(mark));
    let is_fence = words.starts_with("```") || words.starts_with("~~~");
    let is_framed = words.starts_with(['>', '|']);
    is_heading || is_item || is_fence || is_framed || number(words).is_some()
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_text_is_one_clause_or_several() {
        let one = |text: &str| Some(vec![text.to_owned()]);
        for text in ["- 3 tjänster", "+ 3", "> 50 m²", "# X", "1. Build", "a\nb"] {
            assert_eq!(split(text), one(text));
        }
        let two = Some(vec!["Build.".to_owned(), "Pay\nfor it.".to_owned()]);
        assert_eq!(split("1. Build.\n2. Pay\n   for it."), two);
        assert_eq!(split("1) Build.\n\n2) Pay\nfor it."), two);
        assert_eq!(split("Build.\n\nPay\nfor it."), two);
        for text in [
            "1. Build.\n3. Pay.",
            "The board\n1. builds\n2. pays",
            "- a\n- b",
            "1. Build.\n\nAnd pay.",
            "a\n> b",
            "1. Build. 2. Pay.",
        ] {
            assert_eq!(split(text), None, "{text}");
        }
    }
}
