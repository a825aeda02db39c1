//! Anchors of headings: the slug of the words, scoped by the heading above when the words repeat.

use std::collections::BTreeMap;

use pulldown_cmark::HeadingLevel;

use super::{Anchors, Heading};
use crate::record::slug::anchor;

/// Makes ids as headings come, and levels when all are known.
pub(super) struct Headings {
    rule: Anchors,
    found: Vec<Heading>,
    /// The headings that the next one may stand under, by their number, outermost first.
    open: Vec<usize>,
    /// Every id that is taken, and the number that a repeated one may begin to look for its own with.
    taken: BTreeMap<String, usize>,
}

impl Headings {
    /// No headings yet.
    pub(super) fn of(rule: Anchors) -> Self {
        Self {
            rule,
            found: Vec::new(),
            open: Vec::new(),
            taken: BTreeMap::new(),
        }
    }

    /// Adds a heading as it comes.
    pub(super) fn add(&mut self, level: HeadingLevel, title: String) {
        let level = level as u8;
        if self.rule == Anchors::Github {
            let id = match github(&title) {
                id if self.taken.contains_key(&id) => self.numbered(&id, 1),
                id => id,
            };
            self.taken.insert(id.clone(), 1);
            self.found.push(Heading { level, id, title });
            return;
        }
        let plain = match anchor(&title) {
            empty if empty.is_empty() => "rubrik".to_owned(),
            plain => plain,
        };
        while let Some(last) = self.open.last()
            && self.found[*last].level >= level
        {
            self.open.pop();
        }
        let above = self.open.last().map(|above| &self.found[*above]);
        let scoped = above.map_or_else(|| plain.clone(), |above| format!("{}-{plain}", above.id));
        let id = [&plain, &scoped]
            .into_iter()
            .find(|id| !self.taken.contains_key(*id))
            .cloned()
            .unwrap_or_else(|| self.numbered(&scoped, 2));
        self.taken.insert(id.clone(), 2);
        self.open.push(self.found.len());
        self.found.push(Heading { level, id, title });
    }

    /// The first free id of this name with a number behind it.
    fn numbered(&mut self, name: &str, first: usize) -> String {
        let mut number = self.taken.get(name).copied().unwrap_or(first);
        let mut id = format!("{name}-{number}");
        while self.taken.contains_key(&id) {
            number += 1;
            id = format!("{name}-{number}");
        }
        self.taken.insert(name.to_owned(), number + 1);
        id
    }

    /// A page has its title at level 1, so prose that begins at level 1 is moved one level down.
    pub(super) fn finish(mut self) -> Vec<Heading> {
        let shift = level_shift(self.found.iter().map(|heading| heading.level));
        for heading in &mut self.found {
            heading.level = (heading.level + shift).min(6);
        }
        self.found
    }
}

/// The anchor that GitHub makes of a heading's words.
fn github(title: &str) -> String {
    let kept = title
        .trim()
        .chars()
        .filter_map(|character| match character {
            ' ' => Some('-'),
            '-' | '_' => Some(character),
            character => character.is_alphanumeric().then_some(character),
        });
    kept.flat_map(char::to_lowercase).collect()
}

fn level_shift(levels: impl Iterator<Item = u8>) -> u8 {
    u8::from(levels.min() == Some(1))
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::HeadingLevel;

    use super::{Anchors, Headings};

    #[test]
    fn anchors_are_as_github_makes_them_where_a_site_asks_for_it() {
        let mut headings = Headings::of(Anchors::Github);
        for title in [
            "eth_requestAccounts",
            "Addendum 1 - Table (Å)",
            "A",
            "A",
            "A",
        ] {
            headings.add(HeadingLevel::H2, title.to_owned());
        }
        let ids = headings.finish().into_iter().map(|heading| heading.id);
        let expected = [
            "eth_requestaccounts",
            "addendum-1---table-å",
            "a",
            "a-1",
            "a-2",
        ];
        assert_eq!(ids.collect::<Vec<_>>(), expected);
    }
}
