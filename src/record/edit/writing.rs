//! An entry of front matter written anew: what it says is another, what people wrote beside it stays.

use super::items::Items;
use super::lines::Entry;
use super::list::List;
use super::scalars::{replaced, scalar};
use crate::record::facts::Form;
use crate::record::front_matter::{Value, quoted};

/// The lines of an entry; `old` is the entry that it replaces, with its lines. Nothing but its comments is left of one that says
/// nothing any more.
pub(super) fn entry(
    name: &str,
    items: &Items,
    form: Form,
    old: Option<(&Entry, &str)>,
    language: &str,
) -> String {
    if let Some((entry, region)) = old
        && let Some(lines) = replaced(entry, region, items, form)
    {
        return lines;
    }
    let said: Vec<Vec<&str>> = items.said().collect();
    let beside = old.map_or("", |(entry, region)| beside(entry, region));
    let list = old.and_then(|(entry, region)| List::of(entry, region, form));
    let is_list = old.is_some_and(|(entry, _)| matches!(entry.value, Value::List(_)));
    let head = match &said[..] {
        [] => String::new(),
        [parts] if parts.len() == 1 && !is_list => {
            // Behind a text without quotes a comment is taken for a part of it that is cut off.
            let is_bare = beside.is_empty() || !form.holds_text();
            let value = if is_bare || parts[0].contains('\n') {
                scalar(parts[0], "  ")
            } else {
                quoted(parts[0])
            };
            match value.split_once('\n') {
                None => format!("{name}: {value}{beside}\n"),
                Some((mark, lines)) => format!("{name}: {mark}{beside}\n{lines}\n"),
            }
        }
        _ => format!("{name}:{beside}\n"),
    };
    let is_in_head = said.len() == 1 && said[0].len() == 1 && !is_list;
    let lines = match list {
        Some(list) => list.lines(&said, form, language),
        None if is_in_head => String::new(),
        None => {
            let lines = said
                .iter()
                .map(|parts| super::list::item(parts, form, language, "  "));
            lines.collect()
        }
    };
    let below = old.map_or_else(String::new, |(entry, region)| below(entry, region, form));
    if said.is_empty() {
        // Indented, they would belong to a text of several lines that stands above.
        return [lines, below]
            .concat()
            .split_inclusive('\n')
            .map(without_blanks)
            .collect();
    }
    head + &lines + &below
}

/// A line from its first letter on.
fn without_blanks(line: &str) -> &str {
    line.trim_start_matches([' ', '\t'])
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

/// The lines of comments and the blank lines that stand below what an entry says; but those among the items of a list, which
/// stay with them.
fn below(entry: &Entry, region: &str, form: Form) -> String {
    if let Some(list) = List::of(entry, region, form) {
        return list.below.to_owned();
    }
    let is_block = region.lines().next().is_some_and(|line| {
        let value = line.split_once(':').map_or("", |(_, value)| value.trim());
        value.starts_with(['|', '>'])
    });
    let mut lines: Vec<&str> = region.split_inclusive('\n').skip(1).collect();
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
pub(super) fn is_beside(line: &str) -> bool {
    let words = line.trim();
    words.is_empty() || words.starts_with('#')
}
