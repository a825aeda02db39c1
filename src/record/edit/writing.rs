//! An entry of front matter written anew: what it says is another, what people wrote beside it stays.

use super::items::Items;
use super::lines::Entry;
use crate::language::Language;
use crate::record::facts::{Form, Group};
use crate::record::front_matter::{Value, parse};

/// The lines of an entry; `old` is the entry that it replaces, with its lines. Nothing but its comments is left of one that says
/// nothing any more.
pub(super) fn entry(
    name: &str,
    items: &Items,
    form: Form,
    old: Option<(&Entry, &str)>,
    language: &str,
) -> String {
    let said: Vec<Vec<&str>> = items.said().collect();
    let comments = old.map_or_else(String::new, |(entry, region)| comments(entry, region));
    let beside = old.map_or("", |(entry, region)| beside(entry, region));
    let written = match &said[..] {
        [] => String::new(),
        [parts] if parts.len() == 1 && !is_list(old) => {
            // Behind a text without quotes a comment is taken for a part of it that is cut off.
            let is_bare = beside.is_empty() || !form.holds_text();
            let value = if is_bare || parts[0].contains('\n') {
                scalar(parts[0], "  ")
            } else {
                in_quotes(parts[0])
            };
            match value.split_once('\n') {
                None => format!("{name}: {value}{beside}\n"),
                Some((mark, lines)) => format!("{name}: {mark}{beside}\n{lines}\n"),
            }
        }
        several => {
            let mut kept = Kept::of(old, form);
            let mut lines = format!("{name}:{beside}\n{}", kept.before);
            for parts in several {
                lines.push_str(
                    &kept
                        .take(parts)
                        .unwrap_or_else(|| item(parts, form, language)),
                );
            }
            lines + &kept.left()
        }
    };
    written + &comments
}

/// Whether an entry is a list, which it stays with one item too.
fn is_list(old: Option<(&Entry, &str)>) -> bool {
    old.is_some_and(|(entry, _)| matches!(entry.value, Value::List(_)))
}

/// An item of a list.
fn item(parts: &[&str], form: Form, language: &str) -> String {
    let group: Option<&Group> = match form.single() {
        Form::Group(group) => Some(group),
        _ => None,
    };
    match (parts, group) {
        (parts, Some(group)) if parts.len() > 1 => {
            let named = group
                .parts
                .iter()
                .zip(parts)
                .filter(|(_, text)| !text.is_empty());
            let lines = named.enumerate().map(|(number, (part, text))| {
                let lead = if number == 0 { "  - " } else { "    " };
                let in_both = [part.swedish, part.name];
                let name = Language::of(language).word(&in_both);
                format!("{lead}{name}: {}\n", scalar(text, "      "))
            });
            lines.collect()
        }
        _ => format!("  - {}\n", scalar(parts[0], "    ")),
    }
}

/// A text as YAML reads it back: plain where that is right, several lines as a block, else in double quotes.
fn scalar(text: &str, indent: &str) -> String {
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
        return in_quotes(&text);
    }
    let holds_mark = text.contains(" #") || text.contains(['"', '\'']) || text.starts_with('#');
    let read = parse(&format!("a: {text}"));
    let is_plain = !holds_mark
        && read.is_ok_and(|entries| {
            matches!(&entries[..], [(_, Value::Text(read))] if *read == text)
                || matches!(&entries[..], [(_, Value::Number { text: read, read_as })] if *read == text && read_as == read)
        });
    if is_plain { text } else { in_quotes(&text) }
}

/// A text in double quotes; JSON's form is YAML's too (YAML 1.2, section 7.3.1).
fn in_quotes(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// The comment that stands behind a value, or behind the key of a list, with the blanks before it.
fn beside<'r>(entry: &Entry, region: &'r str) -> &'r str {
    let line = region.lines().next().unwrap_or_default();
    let behind_key = line.find(':').map_or(line.len(), |colon| colon + 1);
    let value = line[behind_key..].trim_start();
    let start = line.len() - value.len();
    let from = match value.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let closed = value[1..].rfind(quote).map_or(value.len(), |end| end + 2);
            start + closed
        }
        _ if matches!(entry.value, Value::List(_)) && value.starts_with('[') => {
            start + value.rfind(']').map_or(value.len(), |end| end + 1)
        }
        _ => behind_key,
    };
    let comment = line[from..].find('#').map(|mark| from + mark);
    let comment = comment.filter(|mark| line[..*mark].ends_with([' ', '\t']));
    comment.map_or("", |mark| {
        let blanks = line[..mark].trim_end().len();
        &line[blanks..]
    })
}

/// The lines of comments and the blank lines that stand below an entry, but those among the items of a list, which stay with
/// them.
fn comments(entry: &Entry, region: &str) -> String {
    let from = entry
        .items
        .last()
        .map_or(0, |start| start - entry.region.start);
    let is_block = region.lines().next().is_some_and(|line| {
        let value = line.split_once(':').map_or("", |(_, value)| value.trim());
        value.starts_with(['|', '>'])
    });
    let lines = region[from..].split_inclusive('\n').skip(1);
    let mut lines: Vec<&str> = lines.collect();
    if is_block {
        // Within a block nothing is a comment; what stands below it at the line's beginning is.
        let last = lines
            .iter()
            .rposition(|line| line.starts_with([' ', '\t']) && !line.trim().is_empty());
        lines.drain(..last.map_or(0, |last| last + 1));
    }
    lines.into_iter().filter(|line| is_beside(line)).collect()
}

/// Whether a line says nothing: it is blank, or a comment.
fn is_beside(line: &str) -> bool {
    let words = line.trim();
    words.is_empty() || words.starts_with('#')
}

/// The lines of the items that a list had, to be used again for the items that stay.
struct Kept {
    /// The comments before the first.
    before: String,
    items: Vec<Option<(Vec<String>, String)>>,
}

impl Kept {
    fn of(old: Option<(&Entry, &str)>, form: Form) -> Self {
        let (mut before, mut items) = (String::new(), Vec::new());
        if let Some((entry, region)) = old
            && let Value::List(values) = &entry.value
            && entry.items.windows(2).all(|pair| pair[0] < pair[1])
            && entry
                .items
                .first()
                .is_some_and(|first| *first > entry.region.start)
            && entry.items.len() == values.len()
        {
            let first = entry.items[0] - entry.region.start;
            let lines = region[..first].split_inclusive('\n').skip(1);
            before.extend(lines.filter(|line| is_beside(line)));
            for (number, value) in values.iter().enumerate() {
                let start = entry.items[number] - entry.region.start;
                let end = entry.items.get(number + 1);
                let lines = match end {
                    Some(end) => &region[start..end - entry.region.start],
                    None => without_end(&region[start..]),
                };
                let said = Items::of(&Value::List(vec![value.clone()]), form);
                let said = said.and_then(|said| {
                    let first: Option<Vec<String>> = said
                        .said()
                        .next()
                        .map(|parts| parts.into_iter().map(str::to_owned).collect());
                    first
                });
                items.push(said.map(|said| (said, lines.to_owned())));
            }
        }
        Self { before, items }
    }

    /// The lines of comments among the items that were not used.
    fn left(&self) -> String {
        let items = self.items.iter().flatten();
        let lines = items.flat_map(|(_, lines)| lines.split_inclusive('\n').skip(1));
        lines.filter(|line| is_beside(line)).collect()
    }

    /// The lines of an item that says the same, which is used up.
    fn take(&mut self, parts: &[&str]) -> Option<String> {
        let is_same = |item: &Option<(Vec<String>, String)>| {
            item.as_ref().is_some_and(|(said, _)| said == parts)
        };
        let place = self.items.iter().position(is_same)?;
        let (_, lines) = self.items[place].take()?;
        Some(lines)
    }
}

/// The lines of a last item, without the comments and blank lines below it.
fn without_end(lines: &str) -> &str {
    let mut end = lines.len();
    for line in lines.split_inclusive('\n').rev() {
        let is_first = end == line.len();
        if is_first || !is_beside(line) {
            break;
        }
        end -= line.len();
    }
    &lines[..end]
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
