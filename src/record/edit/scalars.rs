//! Scalars of YAML: a text written as one, and those of an entry replaced where they stand.

use super::items::Items;
use super::lines::Entry;
use crate::record::facts::Form;
use crate::record::front_matter::{Value, parse, quoted};

/// A text as YAML reads it back: plain where that is right, several lines as a block, else in double quotes.
pub(super) fn scalar(text: &str, indent: &str) -> String {
    let text = text.replace("\r\n", "\n");
    if text.contains('\n') {
        let begins_blank = text.starts_with([' ', '\t', '\n']);
        let is_odd = |line: &str| line.ends_with([' ', '\t']);
        if !begins_blank && !text.lines().any(is_odd) {
            let lines = text.lines().map(|line| {
                if line.is_empty() {
                    String::new()
                } else {
                    format!("{indent}{line}")
                }
            });
            return format!("|-\n{}", lines.collect::<Vec<_>>().join("\n"));
        }
        return quoted(&text);
    }
    if is_plain(&text) { text } else { quoted(&text) }
}

/// Whether a text of one line is read back as it is.
fn is_plain(text: &str) -> bool {
    let holds_mark = text.contains(" #") || text.contains(['"', '\'']) || text.starts_with('#');
    let read = parse(&format!("a: {text}"));
    !holds_mark
        && read.is_ok_and(|entries| match &entries[..] {
            [(_, Value::Text(read))] => read == text,
            [
                (
                    _,
                    Value::Number {
                        text: read,
                        read_as,
                    },
                ),
            ] => read == text && read_as == read,
            _ => false,
        })
}

/// The lines of an entry with other texts in the places of those that change. `None` where more than texts changes, or one has a
/// form that cannot be replaced alone.
pub(super) fn replaced(entry: &Entry, region: &str, items: &Items, form: Form) -> Option<String> {
    let before = Items::of(&entry.value, form)?;
    let now: Vec<Vec<&str>> = items.said().collect();
    if before.0.len() != now.len() {
        return None;
    }
    let mut changes = Vec::new();
    for (number, (old, new)) in before.0.iter().zip(&now).enumerate() {
        for part in 0..old.len().max(new.len()) {
            let text = |parts: Option<&str>| parts.unwrap_or_default().trim().to_owned();
            let old = text(old.get(part).map(String::as_str));
            let new = text(new.get(part).copied());
            if old.is_empty() != new.is_empty() {
                return None;
            }
            if old != new {
                let way = way_to(&entry.value, form, number, part)?;
                let (_, start) = entry.scalars.iter().find(|(own, _)| *own == way)?;
                changes.push((*start, old, new));
            }
        }
    }
    changes.sort();
    let mut lines = region.to_owned();
    for (start, old, new) in changes.into_iter().rev() {
        let length = token(&region[start..], &old)?;
        let behind = region[start + length..].lines().next().unwrap_or_default();
        let is_quoted = region[start..].starts_with(['"', '\'']);
        if new.contains('\n') {
            return None;
        }
        let is_bare = !is_quoted && may_be_bare(&new, behind.trim(), form);
        let new = if is_bare && is_plain(&new) {
            new
        } else {
            quoted(&new)
        };
        lines.replace_range(start..start + length, &new);
    }
    Some(lines)
}

/// Whether a text may stand without quotes where this stands behind it on its line.
fn may_be_bare(text: &str, behind: &str, form: Form) -> bool {
    match behind.chars().next() {
        None => true,
        // Behind a text without quotes a comment is taken for a part of it that is cut off.
        Some('#') => !form.holds_text(),
        _ => !text.contains([',', '[', ']', '{', '}', '#', ':']),
    }
}

/// The way below an entry to the scalar that tells a part of an item.
fn way_to(value: &Value, form: Form, number: usize, part: usize) -> Option<Vec<usize>> {
    let (mut way, value) = match value {
        Value::List(values) => (vec![number], values.get(number)?),
        value => (Vec::new(), value),
    };
    if let Value::Map(entries) = value {
        let group = form.group()?;
        let told = entries
            .iter()
            .position(|(name, _)| group.place_of(name) == Some(part));
        way.push(told?);
    }
    Some(way)
}

/// The length of the scalar at the beginning of a text, which says `told`; `None` for a block, or one that says something else.
fn token(text: &str, told: &str) -> Option<usize> {
    let ends: Vec<usize> = match text.chars().next()? {
        quote @ ('"' | '\'') => text[1..]
            .match_indices(quote)
            .map(|(at, _)| at + 2)
            .collect(),
        '|' | '>' | '&' | '*' | '!' => return None,
        _ => {
            let line = text.lines().next().unwrap_or_default();
            let marks = line.match_indices(['#', ',', ']', '}']).map(|(at, _)| at);
            marks
                .chain([line.len()])
                .map(|end| line[..end].trim_end().len())
                .collect()
        }
    };
    let says = |end: &usize| {
        let read = parse(&format!("a: {}", &text[..*end]));
        read.is_ok_and(|entries| matches!(&entries[..], [(_, value)] if value.text().map(str::trim) == Some(told)))
    };
    ends.into_iter().find(says)
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn a_text_is_written_so_that_it_is_read_back() {
        for (text, written) in [
            ("Ny bro", "Ny bro"),
            ("2021-04-14", "2021-04-14"),
            ("KS 2021/1", "KS 2021/1"),
            ("2024.10", "\"2024.10\""),
            ("Bro: en fråga", "\"Bro: en fråga\""),
            ("Anbud #3", "\"Anbud #3\""),
            ("ja", "ja"),
            ("- en", "\"- en\""),
            ("~", "\"~\""),
            ("en\ntvå", "|-\n  en\n  två"),
            (" en\ntvå", "\" en\\ntvå\""),
        ] {
            assert_eq!(scalar(text, "  "), written, "{text}");
        }
    }
}
