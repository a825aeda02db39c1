//! Anchors of headings: the slug of the words, scoped by the heading above when the words repeat.

use std::collections::BTreeMap;

use pulldown_cmark::HeadingLevel;

use super::Heading;
use crate::record::slug::anchor;

/// Makes ids as headings come, and levels when all are known.
#[derive(Default)]
pub(super) struct Headings {
    found: Vec<Heading>,
    /// The headings that the next one may stand under, by their number, outermost first.
    open: Vec<usize>,
    /// Every id that is taken, and the number that a repeated one may begin to look for its own with.
    taken: BTreeMap<String, usize>,
}

impl Headings {
    /// Adds a heading as it comes.
    pub(super) fn add(&mut self, level: HeadingLevel, title: String) {
        let level = level as u8;
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
            .unwrap_or_else(|| self.numbered(&scoped));
        self.taken.insert(id.clone(), 2);
        self.open.push(self.found.len());
        self.found.push(Heading { level, id, title });
    }

    /// The first free id of this name with a number behind it.
    fn numbered(&mut self, name: &str) -> String {
        let mut number = self.taken.get(name).copied().unwrap_or(2);
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

fn level_shift(levels: impl Iterator<Item = u8>) -> u8 {
    u8::from(levels.min() == Some(1))
}
