//! A list of front matter with an item on each line: the lines of the items that stay are used again.

use super::items::Items;
use super::lines::Entry;
use super::scalars::scalar;
use super::writing::is_beside;
use crate::language::Language;
use crate::record::facts::Form;
use crate::record::front_matter::Value;

/// The lines of a list.
pub(super) struct List<'r> {
    /// What stands between the key and the first item.
    above: &'r str,
    /// What each item says, and its lines.
    items: Vec<(Vec<String>, &'r str)>,
    /// The comments and blank lines below the last item.
    pub(super) below: &'r str,
}

impl<'r> List<'r> {
    /// The lines of an entry; `None` of one that is no list, or whose items share lines.
    pub(super) fn of(entry: &Entry, region: &'r str, form: Form) -> Option<Self> {
        let Value::List(values) = &entry.value else {
            return None;
        };
        let starts = &entry.items;
        let is_in_order = starts.windows(2).all(|pair| pair[0] < pair[1]);
        if !is_in_order || starts.len() != values.len() || *starts.first()? == 0 {
            return None;
        }
        let end_of_head = region.find('\n').map_or(region.len(), |end| end + 1);
        let end = starts[starts.len() - 1] + length_of_last(&region[starts[starts.len() - 1]..]);
        let ends = starts.iter().skip(1).copied().chain([end]);
        let said = Items::of(&entry.value, form)?;
        let lines = starts
            .iter()
            .zip(ends)
            .map(|(start, end)| &region[*start..end]);
        let trimmed = said.0.iter().map(|parts| Items(vec![parts.clone()]));
        let said = trimmed.map(|item| {
            let first = item.said().next().unwrap_or_default();
            first.into_iter().map(str::to_owned).collect()
        });
        Some(Self {
            above: &region[end_of_head.min(starts[0])..starts[0]],
            items: said.zip(lines).collect(),
            below: &region[end..],
        })
    }

    /// The lines of what the list now says. What stands among items that are gone stays in its place.
    pub(super) fn lines(&self, said: &[Vec<&str>], form: Form, language: &str) -> String {
        let mut is_used = vec![false; self.items.len()];
        let places: Vec<Option<usize>> = said
            .iter()
            .map(|parts| {
                let is_same = |place: &usize| !is_used[*place] && self.items[*place].0 == *parts;
                let place = (0..self.items.len()).find(is_same)?;
                is_used[place] = true;
                Some(place)
            })
            .collect();
        let indent = self.indent();
        let mut lines = self.above.to_owned();
        let mut next = 0;
        let mut pass = |lines: &mut String, until: usize| {
            let items = self.items.iter().zip(&is_used).take(until).skip(next);
            for ((_, item), _) in items.filter(|(_, is_used)| !**is_used) {
                let own = item.split_inclusive('\n').skip(1);
                lines.extend(own.filter(|line| is_beside(line)));
            }
            next = next.max(until);
        };
        for (parts, place) in said.iter().zip(places) {
            if let Some(place) = place {
                pass(&mut lines, place);
                lines.push_str(self.items[place].1);
            } else {
                lines.push_str(&item(parts, form, language, indent));
            }
        }
        pass(&mut lines, self.items.len());
        lines
    }

    /// The blanks before the mark of an item.
    fn indent(&self) -> &'r str {
        let first = self.items.first().map_or("  - ", |(_, lines)| *lines);
        &first[..first.len() - first.trim_start_matches(' ').len()]
    }
}

/// An item of a list.
pub(super) fn item(parts: &[&str], form: Form, language: &str, indent: &str) -> String {
    match (parts, form.group()) {
        (parts, Some(group)) if parts.len() > 1 => {
            let named = group.parts.iter().zip(parts);
            let named = named.filter(|(_, text)| !text.is_empty());
            let lines = named.enumerate().map(|(number, (part, text))| {
                let mark = if number == 0 { "- " } else { "  " };
                let both = [part.swedish, part.name];
                let name = Language::of(language).word(&both);
                let text = scalar(text, &format!("{indent}    "));
                format!("{indent}{mark}{name}: {text}\n")
            });
            lines.collect()
        }
        _ => {
            let text = scalar(parts[0], &format!("{indent}  "));
            format!("{indent}- {text}\n")
        }
    }
}

/// How long a last item is, without the comments and blank lines below it.
fn length_of_last(lines: &str) -> usize {
    let mut end = lines.len();
    for line in lines.split_inclusive('\n').rev() {
        let is_first = end == line.len();
        if is_first || !is_beside(line) {
            break;
        }
        end -= line.len();
    }
    end
}
