//! A word and what the site's settings say is of one meaning with it: other words, or several of them together (`LAS`, the law's name).

use serde_json::Value;

use super::engine::{Entries, Search, rarity};
use super::tally::Scored;
use crate::search::files::bits::counted;
use crate::search::files::reader::Broken;
use crate::search::words::sought::synonyms;

impl Search<'_> {
    /// What records score that hold a word, a synonym of it, or all the words of one of several words; none if no record does.
    pub(super) fn meaning(&self, word: &str, is_beginning: bool) -> Result<Option<Scored>, Broken> {
        let synonyms = self.synonyms(word);
        let (several, single): (Vec<String>, Vec<String>) = synonyms
            .into_iter()
            .partition(|synonym| synonym.contains(' '));
        let mut entries = self.as_written(word, is_beginning && several.is_empty())?;
        if !several.is_empty() {
            // An abbreviation is no other word without its marks.
            entries.retain(|(_, worth)| *worth > 1);
        }
        for synonym in single {
            let others = self.alternatives(&synonym)?;
            entries.extend(others.into_iter().map(|(entry, _)| (entry, 1)));
        }
        let mut scored = if entries.is_empty() {
            None
        } else {
            Some(self.best(&entries)?)
        };
        for words in several {
            let others = self.all_of(&words)?;
            scored = match (scored, others) {
                (Some(one), Some(other)) => Some(either(one, &other)),
                (one, other) => one.or(other),
            };
        }
        Ok(scored)
    }

    /// The terms that a word may stand for, or those that begin with it.
    pub(super) fn as_written(&self, word: &str, is_beginning: bool) -> Result<Entries, Broken> {
        let found = self.alternatives(word)?;
        if found.is_empty() && is_beginning {
            return self.beginnings(word);
        }
        Ok(found)
    }

    /// What records score that hold all of some words; none if no record does. The small words among them tell nothing.
    fn all_of(&self, words: &str) -> Result<Option<Scored>, Broken> {
        let mut sums = vec![Some(0); self.reader.total as usize];
        let mut count = 0;
        for word in words.split(' ').filter(|word| !self.small.contains(*word)) {
            count += 1;
            let scored = self.best(&self.alternatives(word)?)?;
            for (sum, score) in sums.iter_mut().zip(scored.scores) {
                *sum = (*sum).zip(score).map(|(sum, score)| sum + score);
            }
        }
        let found = counted(sums.iter().flatten().count());
        let mean = |sum: Option<u32>| sum.map(|sum| sum / count);
        let is_there = count > 0 && found > 0;
        Ok(is_there.then(|| Scored {
            scores: sums.into_iter().map(mean).collect(),
            told: rarity(self.reader.total, found),
            is_required: false,
        }))
    }

    /// What is of one meaning with a word, in any form of it.
    fn synonyms(&self, word: &str) -> Vec<String> {
        let groups = self.reader.root["synonyms"].as_array();
        let words = |group: &Value| -> Vec<String> {
            let words = group.as_array().into_iter().flatten();
            let words = words.filter_map(Value::as_str);
            words.map(str::to_owned).collect()
        };
        let groups: Vec<Vec<String>> = groups.into_iter().flatten().map(words).collect();
        synonyms(word, &groups, &self.tongues, &self.stems)
    }
}

/// The better score of two; it tells as much as the commoner of them.
fn either(mut one: Scored, other: &Scored) -> Scored {
    for (score, others) in one.scores.iter_mut().zip(&other.scores) {
        *score = (*score).max(*others);
    }
    one.told = one.told.min(other.told);
    one
}
