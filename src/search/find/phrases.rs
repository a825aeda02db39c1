//! Words that must stand next to each other, or one that must stand as it is.

use std::collections::{BTreeMap, BTreeSet};

use super::engine::{Entries, Search};
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
        let mut all = Vec::new();
        for word in words {
            let entries = self.alternatives(word)?;
            if entries.is_empty() {
                self.missing.push(word.clone());
            }
            let scored = self.best(&entries)?;
            phrase.told += scored.told;
            for (sum, score) in phrase.scores.iter_mut().zip(scored.scores) {
                *sum = sum.zip(score).map(|(sum, score)| sum + score);
            }
            all.push(entries);
        }
        if all.len() > 1 {
            let begun = self.begun(&all)?;
            for (record, score) in (0..).zip(&mut phrase.scores) {
                if begun.get(&record).is_none_or(BTreeSet::is_empty) {
                    *score = None;
                }
            }
        }
        Ok(phrase)
    }

    /// Where each record holds words next to each other: the places of the first of them.
    fn begun(&self, all: &[Entries]) -> Result<BTreeMap<u32, BTreeSet<u32>>, Broken> {
        let mut begun: Option<BTreeMap<u32, BTreeSet<u32>>> = None;
        for (offset, entries) in (0..).zip(all) {
            let mut here: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
            for (entry, _) in entries {
                let records = self.reader.records(entry)?;
                for ((record, _), places) in records.iter().zip(self.reader.places(entry)?) {
                    let starts = places.iter().filter_map(|place| place.checked_sub(offset));
                    here.entry(*record).or_default().extend(starts);
                }
            }
            begun = Some(match begun {
                None => here,
                Some(begun) => meet(begun, &here),
            });
        }
        Ok(begun.unwrap_or_default())
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
