//! The entries of front matter with the lines that they take.

use std::ops::Range;

use crate::record::front_matter::{EntryPart, Layout, Value, parse};

/// An entry of front matter.
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) value: Value,
    /// Its lines, with the comments and blank lines before the next.
    pub(super) region: Range<usize>,
    /// Where the lines of each item of a list begin, from those of the entry.
    pub(super) items: Vec<usize>,
    /// The ways from the value to its scalars, with where they stand from the beginning of the lines.
    pub(super) scalars: Vec<(Vec<usize>, usize)>,
    /// Whether its lines hold nothing of another entry.
    pub(super) is_alone: bool,
}

/// The entries of YAML; `None` for what is none.
pub(super) fn entries(yaml: &str) -> Option<Vec<Entry>> {
    let parsed = parse(yaml).ok()?;
    let layout = Layout::of(yaml, &parsed);
    let start_of_line = |offset: usize| yaml[..offset].rfind('\n').map_or(0, |end| end + 1);
    let mut starts = Vec::new();
    for number in 0..parsed.len() {
        starts.push(layout.offset(&[number], EntryPart::Key)?);
    }
    let mut found = Vec::new();
    for (number, (name, value)) in parsed.into_iter().enumerate() {
        let start = start_of_line(starts[number]);
        let next = starts.get(number + 1);
        let end = next.map_or(yaml.len(), |next| start_of_line(*next));
        let is_alone = starts[number] == start && end > start;
        let mut scalars = Vec::new();
        value.visit(&mut vec![number], &mut |way, value| {
            let offset = layout.offset(way, EntryPart::Value);
            if let Some(offset) = offset.filter(|offset| value.text().is_some() && *offset >= start)
            {
                scalars.push((way[1..].to_vec(), offset - start));
            }
        });
        let count = match &value {
            Value::List(values) => values.len(),
            _ => 0,
        };
        let items = (0..count).filter_map(|item| layout.offset(&[number, item], EntryPart::Value));
        let items = items.map(|offset| start_of_line(offset).saturating_sub(start));
        found.push(Entry {
            name,
            value,
            region: start..end.max(start),
            items: items.collect(),
            scalars,
            is_alone,
        });
    }
    Some(found)
}
