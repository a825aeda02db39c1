//! Words that must stand next to each other, or one that must stand as it is.

use std::collections::{BTreeMap, BTreeSet};

use super::engine::Search;
use super::tally::Scored;
use crate::search::files::reader::Broken;

impl Search<'_> {
    /// What records score that hold the words in this order.
    pub(super) fn phrase(&mut self, words: &[String]) -> Result<Scored, Broken> {
        let mut phrase = Scored {
            scores: vec![Some(0); self.reader.total as usize],
            told: 0,
            is_required: true,
        };
        let mut begun: Option<BTreeMap<u32, BTreeSet<u32>>> = None;
        for (offset, word) in (0..).zip(words) {
            let entries = self.alternatives(word)?;
            if entries.is_empty() {
                self.missing.push(word.clone());
            }
            let mut here: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
            let by_place = entries.iter().filter(|_| words.len() > 1);
            for (entry, _) in by_place {
                let records = self.reader.records(entry)?;
                for ((record, _), places) in records.iter().zip(self.reader.places(entry)?) {
                    let starts = places.iter().filter_map(|place| place.checked_sub(offset));
                    here.entry(*record).or_default().extend(starts);
                }
            }
            let scored = self.best(&entries)?;
            phrase.told += scored.told;
            for (sum, score) in phrase.scores.iter_mut().zip(scored.scores) {
                *sum = sum.zip(score).map(|(sum, score)| sum + score);
            }
            begun = Some(match begun {
                None => here,
                Some(begun) => meet(begun, &here),
            });
        }
        let begun = begun.unwrap_or_default();
        let scores = phrase.scores.iter_mut().filter(|_| words.len() > 1);
        for (record, score) in (0..).zip(scores) {
            if begun.get(&record).is_none_or(BTreeSet::is_empty) {
                *score = None;
            }
        }
        Ok(phrase)
    }
}

/// The records that both hold, each with the places where a phrase may still begin.
fn meet(
    begun: BTreeMap<u32, BTreeSet<u32>>,
    here: &BTreeMap<u32, BTreeSet<u32>>,
) -> BTreeMap<u32, BTreeSet<u32>> {
    let both = |(record, starts): (u32, BTreeSet<u32>)| {
        let here = here.get(&record)?;
        Some((record, starts.intersection(here).copied().collect()))
    };
    begun.into_iter().filter_map(both).collect()
}
