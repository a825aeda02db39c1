//! Anchors of headings: the slug of the words, scoped by the heading above when the words repeat.

use std::collections::BTreeSet;

use pulldown_cmark::HeadingLevel;

use super::Heading;
use crate::record::slug::slug;

/// Makes ids as headings come, and levels when all are known.
#[derive(Default)]
pub(super) struct Headings {
    found: Vec<Heading>,
    taken: BTreeSet<String>,
}

impl Headings {
    /// Adds a heading as it comes.
    pub(super) fn add(&mut self, level: HeadingLevel, title: String) {
        let level = level as u8;
        let plain = match slug(&title) {
            empty if empty.is_empty() => "rubrik".to_owned(),
            plain => plain,
        };
        let above = self
            .found
            .iter()
            .rev()
            .find(|heading| heading.level < level);
        let scoped = above.map_or_else(|| plain.clone(), |above| format!("{}-{plain}", above.id));
        let numbered = (2..).map(|number| format!("{scoped}-{number}"));
        let id = [plain, scoped.clone()]
            .into_iter()
            .chain(numbered)
            .find(|id| !self.taken.contains(id))
            .unwrap_or(scoped);
        self.taken.insert(id.clone());
        self.found.push(Heading { level, id, title });
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
