//! The numbers of records in a question: whose they are, and whose are near one that is nobody's.

use super::engine::{Entries, Search};
use super::query::{Number, Wanted, Wording};
use super::slips;
use super::tally::Scored;
use crate::search::files::form::{CASE_MARK, TOP_LEVEL};
use crate::search::files::reader::Broken;
use crate::search::words::case_number;

/// What a record's own number counts: twice a word as it was written.
const CLUE: u32 = 4;
/// How many numbers are offered in the place of one that is nobody's.
const NEIGHBOURS: usize = 5;

/// The records whose number somebody asks for.
pub(super) struct Clue {
    pub(super) scored: Scored,
    /// Whether the word before belongs to it.
    pub(super) with_word: bool,
}

impl Search<'_> {
    /// The records whose number it is; none if it is nobody's. One number alone is a record's only where nothing else is asked for.
    pub(super) fn clue(&self, number: &Number, is_alone: bool) -> Result<Option<Clue>, Broken> {
        let alone = Some(&number.key).filter(|_| is_alone || !number.is_single());
        let keys = number.with_word.iter().map(|key| (key, true));
        for (key, with_word) in keys.chain(alone.map(|key| (key, false))) {
            let entries = self.numbered(key, CLUE)?;
            if entries.is_empty() {
                continue;
            }
            let mut scored = self.best(&entries)?;
            let most = scored.told * CLUE * (TOP_LEVEL + 1);
            for score in scored.scores.iter_mut().flatten() {
                *score = most;
            }
            return Ok(Some(Clue { scored, with_word }));
        }
        Ok(None)
    }

    /// The term of the records that a key is found by, each with what it counts.
    pub(super) fn numbered(&self, key: &str, worth: u32) -> Result<Entries, Broken> {
        let term = format!("{CASE_MARK}{key}");
        let entries = self.reader.entries(&term, |entry| entry == term, false)?;
        Ok(entries.into_iter().map(|entry| (entry, worth)).collect())
    }

    /// The numbers of records that differ in one sign from one that is nobody's.
    pub(super) fn neighbours(&self, wording: &Wording) -> Result<Vec<String>, Broken> {
        let numbers = wording.wanted.iter().filter_map(|wanted| match wanted {
            Wanted::Number(number) => Some(number),
            _ => None,
        });
        let keys = numbers.flat_map(|number| number.with_word.iter().chain([&number.key]));
        let mut found = Vec::new();
        for key in keys {
            let term = format!("{CASE_MARK}{key}");
            for place in slips::places_of_number(&term) {
                let is_near = |entry: &str| {
                    entry.starts_with(CASE_MARK) && slips::slips(&term, entry, 1) == 1
                };
                for entry in self.reader.entries(&place, is_near, false)? {
                    for (record, _) in self.reader.records(&entry)?.into_iter().take(NEIGHBOURS) {
                        let hit = self.reader.hit(record)?;
                        let own = |number: &&String| {
                            case_number::keys(number)
                                .iter()
                                .any(|key| entry.term[1..] == *key)
                        };
                        found.extend(hit.case_number.iter().find(own).cloned());
                    }
                }
            }
        }
        found.sort();
        found.dedup();
        found.truncate(NEIGHBOURS);
        Ok(found)
    }
}
