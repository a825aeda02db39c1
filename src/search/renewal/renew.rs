//! A segment whose postings follow from those of an earlier one: a few of its records were edited, so most terms have the
//! postings they had, and others all but those records' share. A record counts as edited too if it holds a word that
//! stands for other terms than before, as when a new word makes a compound of another.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::earlier::{Earlier, EarlierPostings, NONE};
use crate::search::files::bits::counted;
use crate::search::files::growing::{
    Growing, Length, PlacesReader, Postings, RECORD_SHIFT, read_records,
};
use crate::search::files::reader::Broken;
use crate::search::terms::kept::for_each_number;
use crate::search::terms::kept_terms::Origin;
use crate::search::terms::postings::for_each_term_of;
use crate::search::terms::segment::{Counts, Terms, Texts};

/// Of so many records, one may be edited for the rest to be worth keeping: past it, reading the earlier index costs what making a new
/// one does.
const SHARE: usize = 16;

/// A word of a tongue.
type Word = (usize, u32);

/// What an earlier segment tells of the postings of one.
pub(in crate::search) struct Renewal<'e> {
    earlier: EarlierPostings<'e>,
    /// The number of each term in the earlier dictionary.
    before: Vec<u32>,
    edited: Edited,
    terms: &'e Terms,
    total: u32,
}

/// The edited records.
#[derive(Default)]
struct Edited {
    /// How many words each has.
    lengths: BTreeMap<u32, Length>,
    /// Of each term that they hold or held: how many of them held it, and what is found in them now.
    of_terms: BTreeMap<u32, (u32, Vec<u64>)>,
}

impl<'e> Renewal<'e> {
    /// What is known of a segment of these records and terms; `own` counts its words. `None` if no earlier segment is near
    /// enough.
    ///
    /// # Errors
    /// The file of the earlier index that is missing or damaged.
    pub(in crate::search) fn of(
        earlier: &'e Earlier<'_>,
        texts: &Texts<'_>,
        records: Range<usize>,
        terms: &'e Terms,
        own: &Counts,
    ) -> Result<Option<Self>, Broken> {
        let Some((mut postings, origin)) = earlier.beginning(records.start) else {
            return Ok(None);
        };
        let is_of_these_words = texts.words.digest(origin.known.0) == Some(origin.known.1);
        if !is_of_these_words || origin.records.len() != records.len() {
            return Ok(None);
        }
        let (before, now) = postings.numbers(&terms.sorted)?;
        let beside = Beside {
            texts,
            terms,
            origin,
            now: &now,
            first: records.start,
        };
        let total = counted(records.len());
        let mut edited = beside.edited();
        for term in beside.own_terms(&beside.changed_words(own, &edited)) {
            let postings = postings.of(term)?;
            let records = read_records(&postings.records, postings.count, total);
            edited.extend(records.ok_or_else(broken)?.iter().map(|(record, _)| record));
        }
        if edited.len() > 1 + records.len() / SHARE {
            return Ok(None);
        }
        postings.rewind();
        Ok(beside.found_in(&edited).map(|edited| Self {
            earlier: postings,
            before,
            edited,
            terms,
            total,
        }))
    }

    /// The postings of a term, which stands behind all that were asked for before.
    ///
    /// # Errors
    /// The file of the earlier index that is missing or damaged.
    pub(in crate::search) fn postings(&mut self, term: usize) -> Result<Postings, Broken> {
        let before = match self.before[term] {
            NONE => None,
            number => Some(self.earlier.of(number)?),
        };
        match (before, self.edited.of_terms.get(&counted(term))) {
            (Some(before), None) => Ok(before),
            (before, edited) => {
                let (held, found) = edited.map_or((0, &[][..]), |(held, found)| (*held, found));
                self.merged(term, before.as_ref(), held, found)
            }
        }
    }

    /// The postings of a term with what is found in the edited records, so many of which held it before.
    fn merged(
        &self,
        term: usize,
        before: Option<&Postings>,
        held: u32,
        found: &[u64],
    ) -> Result<Postings, Broken> {
        let record = |found: &[u64]| (found[0] >> RECORD_SHIFT) as u32;
        let mut edited = found
            .chunk_by(|one, other| one >> RECORD_SHIFT == other >> RECORD_SHIFT)
            .peekable();
        let others = before.map_or(0, |before| before.count) - held;
        let count = others + counted(edited.clone().count());
        let mut growing = Growing::new(self.total, count, self.terms.whole[term]);
        let mut add_edited = |growing: &mut Growing, end: u32| {
            while let Some(found) = edited.next_if(|found| record(found) < end) {
                growing.add_found(found, self.edited.lengths[&record(found)]);
            }
        };
        if let Some(before) = before {
            let records = read_records(&before.records, before.count, self.total);
            let mut reader = PlacesReader::new(&before.places).ok_or_else(broken)?;
            let mut places = Vec::new();
            for (record, level) in records.ok_or_else(broken)? {
                reader.read(&mut places).ok_or_else(broken)?;
                if !self.edited.lengths.contains_key(&record) {
                    add_edited(&mut growing, record);
                    growing.add_read(record, level, &places);
                }
            }
        }
        add_edited(&mut growing, u32::MAX);
        Ok(growing.finish())
    }
}

fn broken() -> Broken {
    Broken("postings".to_owned())
}

/// A segment beside what it was.
struct Beside<'s> {
    texts: &'s Texts<'s>,
    terms: &'s Terms,
    origin: &'s Origin,
    /// The number that each earlier term has now.
    now: &'s [u32],
    /// The number of the first record.
    first: usize,
}

impl Beside<'_> {
    /// The records that are not what they were.
    fn edited(&self) -> BTreeSet<u32> {
        let is_edited = |(record, before): &(u32, _)| {
            let place = self.first + *record as usize;
            *before != &(self.texts.keys[place], self.texts.tongues[place])
        };
        let edited = (0..).zip(&self.origin.records).filter(is_edited);
        edited.map(|(record, _)| record).collect()
    }

    /// The words of records that were not edited that stand for other terms than before.
    fn changed_words(&self, own: &Counts, edited: &BTreeSet<u32>) -> Vec<Word> {
        let mut in_edited: BTreeMap<Word, u32> = BTreeMap::new();
        for record in edited {
            let place = self.first + *record as usize;
            let tongue = self.texts.tongues[place] as usize;
            for_each_number(self.texts.rows[place], |word, _, _| {
                *in_edited.entry((tongue, word)).or_default() += 1;
            });
        }
        let mut changed = Vec::new();
        for (tongue, counts) in own.iter().enumerate() {
            let (before, now) = (&self.origin.of_words[tongue], &self.terms.of_words[tongue]);
            for (word, count) in (0..).zip(counts).filter(|(_, count)| **count > 0) {
                let before = before.of(word).iter().map(|term| self.now[*term as usize]);
                let is_same = before.eq(now.of(word).iter().copied());
                if !is_same && in_edited.get(&(tongue, word)) != Some(count) {
                    changed.push((tongue, word));
                }
            }
        }
        changed
    }

    /// The numbers that the words' own terms had, in order.
    fn own_terms(&self, words: &[Word]) -> BTreeSet<u32> {
        let own = |(tongue, word): &Word| self.origin.of_words[*tongue].of(*word).first().copied();
        words.iter().filter_map(own).collect()
    }

    /// What stands in some records; `None` if it is not known any more what stood in one.
    fn found_in(&self, records: &BTreeSet<u32>) -> Option<Edited> {
        let mut edited = Edited::default();
        for record in records {
            let place = self.first + *record as usize;
            let (tongue, row) = (self.texts.tongues[place], self.texts.rows[place]);
            let (key, tongue_before) = self.origin.records[*record as usize];
            let row_before = if key == self.texts.keys[place] {
                row
            } else {
                self.texts.kept.former(key)?
            };
            let mut held: BTreeSet<u32> = BTreeSet::new();
            for_each_number(row_before, |word, _, _| {
                held.extend(self.origin.of_words[tongue_before as usize].of(word));
            });
            for term in held {
                let now = self.now[term as usize];
                edited.of_terms.entry(now).or_default().0 += 1;
            }
            let mut length = Length::default();
            for_each_term_of(row, &self.terms.of_words[tongue as usize], |term, value| {
                length.count(value);
                let (_, found) = edited.of_terms.entry(term).or_default();
                found.push(u64::from(*record) << RECORD_SHIFT | value);
            });
            edited.lengths.insert(*record, length);
        }
        Some(edited)
    }
}
