//! Finds records: the one function `search`, as the browser has it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::narrowing::{Narrowing, mask};
use super::query::{Query, Sort, Wanted, Wording};
use super::slips;
use crate::search::files::bits::counted;
use crate::search::files::form::{BEGINNINGS, CASE_MARK, PAGE};
use crate::search::files::hits::Hit;
use crate::search::files::reader::{Broken, DictionaryEntry, Fetch, IndexReader};
use crate::search::words::analysis::{Stems, Tongue, plain};
use crate::search::words::case_number;
use crate::search::words::sought::{Sought, synonyms};

/// The fewest letters that are taken for a word's beginning: one letter begins too many words to tell anything.
const SHORTEST_BEGINNING: usize = 2;

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// How many records.
    pub total: usize,
    /// The records on this page.
    pub hits: Vec<Hit>,
    /// How many records each value would leave, by facet: the value, its name, the number.
    pub facets: BTreeMap<String, Vec<(String, String, usize)>>,
    /// The text that was perhaps meant, when no record was found.
    pub suggestion: Option<String>,
    /// Whether the text was taken as a case number.
    pub is_case_number: bool,
}

/// Searches an index.
///
/// # Errors
/// The file of the index that is missing or damaged.
pub fn search(fetch: Fetch<'_>, query: &Query) -> Result<Found, Broken> {
    let reader = IndexReader::new(fetch)?;
    let mut search = Search {
        matches: vec![Some(0); reader.total as usize],
        stems: Stems::default(),
        tongues: tongues(&reader.root),
        reader,
        missing: Vec::new(),
    };
    let mut found = Found::default();
    if !search.look_up_case(&query.text, &mut found)? {
        search.look_for(&Wording::read(&query.text))?;
    }
    search.narrow(query, &mut found)?;
    if found.total == 0 && !found.is_case_number {
        found.suggestion = search.suggestion(&query.text)?;
    }
    Ok(found)
}

struct Search<'f> {
    reader: IndexReader<'f>,
    stems: Stems,
    /// The tongues of the register.
    tongues: Vec<Tongue>,
    /// What each record scores; none if it does not match.
    matches: Vec<Option<u32>>,
    /// Words that no record holds.
    missing: Vec<String>,
}

impl Search<'_> {
    fn look_up_case(&mut self, text: &str, found: &mut Found) -> Result<bool, Broken> {
        let Some(asked) = case_number::asked(text) else {
            return Ok(false);
        };
        let term = format!("{CASE_MARK}{}", asked.key);
        let entries = self.reader.entries(&term, |entry| entry == term, false)?;
        found.is_case_number = asked.is_certain || !entries.is_empty();
        if found.is_case_number {
            let mut scores = vec![None; self.matches.len()];
            for entry in &entries {
                for (record, _) in self.reader.records(entry)? {
                    scores[record as usize] = Some(0);
                }
            }
            self.matches = scores;
        }
        Ok(found.is_case_number)
    }

    fn look_for(&mut self, wording: &Wording) -> Result<(), Broken> {
        for wanted in &wording.required {
            let scores = self.scores(wanted, true)?;
            for (sum, score) in self.matches.iter_mut().zip(scores) {
                *sum = sum.zip(score).map(|(sum, score)| sum + score);
            }
        }
        for wanted in &wording.excluded {
            let scores = self.scores(wanted, false)?;
            for (sum, score) in self.matches.iter_mut().zip(scores) {
                if score.is_some() {
                    *sum = None;
                }
            }
        }
        Ok(())
    }

    fn scores(&mut self, wanted: &Wanted, is_required: bool) -> Result<Vec<Option<u32>>, Broken> {
        match wanted {
            Wanted::Word { word, is_beginning } => {
                let entries = self.with_synonyms(word, *is_beginning)?;
                if entries.is_empty() && is_required {
                    self.missing.push(word.clone());
                }
                self.best(&entries)
            }
            Wanted::Phrase(words) => self.phrase(words, is_required),
        }
    }

    /// The terms that a word or one of its synonyms may stand for, each with what it counts.
    fn with_synonyms(
        &self,
        word: &str,
        is_beginning: bool,
    ) -> Result<Vec<(DictionaryEntry, u32)>, Broken> {
        let mut found = self.alternatives(word)?;
        for synonym in self.synonyms(word) {
            let others = self.alternatives(&synonym)?;
            found.extend(others.into_iter().map(|(entry, _)| (entry, 1)));
        }
        if found.is_empty() && is_beginning {
            return self.beginnings(word);
        }
        Ok(found)
    }

    /// The words of one meaning with a word, in any form of it.
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

    /// The terms that a word may stand for, each with what it counts.
    fn alternatives(&self, word: &str) -> Result<Vec<(DictionaryEntry, u32)>, Broken> {
        let sought = Sought::new(word, &self.tongues, &self.stems);
        let mut found: Vec<(DictionaryEntry, u32)> = Vec::new();
        for near in sought.plain() {
            let entries = self
                .reader
                .entries(near, |term| plain(term) == near, false)?;
            let worth =
                |entry: DictionaryEntry| sought.worth(&entry.term).map(|worth| (entry, worth));
            found.extend(entries.into_iter().filter_map(worth));
        }
        Ok(found)
    }

    /// The commonest terms that begin with a text, each with what it counts.
    fn beginnings(&self, text: &str) -> Result<Vec<(DictionaryEntry, u32)>, Broken> {
        if text.chars().count() < SHORTEST_BEGINNING {
            return Ok(Vec::new());
        }
        let is_plain = plain(text) == text;
        let begins =
            |term: &str| term.starts_with(text) || is_plain && plain(term).starts_with(text);
        let mut entries = self.reader.entries(text, begins, true)?;
        entries.sort_by_key(|entry| Reverse(entry.count));
        entries.truncate(BEGINNINGS);
        Ok(entries.into_iter().map(|entry| (entry, 1)).collect())
    }

    /// What each record scores for the best of several terms.
    fn best(&self, entries: &[(DictionaryEntry, u32)]) -> Result<Vec<Option<u32>>, Broken> {
        let mut scores: Vec<Option<u32>> = vec![None; self.matches.len()];
        let rarity = rarity(self.reader.total, together(entries));
        for (entry, worth) in entries {
            let weight = rarity * worth;
            for (record, level) in self.reader.records(entry)? {
                let score = &mut scores[record as usize];
                *score = (*score).max(Some(weight * (level + 1)));
            }
        }
        Ok(scores)
    }

    fn phrase(&mut self, words: &[String], is_required: bool) -> Result<Vec<Option<u32>>, Broken> {
        let mut scores = vec![Some(0); self.matches.len()];
        let mut begun: Option<BTreeMap<u32, BTreeSet<u32>>> = None;
        for (offset, word) in (0..).zip(words) {
            let entries = self.alternatives(word)?;
            if entries.is_empty() && is_required {
                self.missing.push(word.clone());
            }
            let mut here: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
            for (entry, _) in &entries {
                let records = self.reader.records(entry)?;
                for ((record, _), places) in records.iter().zip(self.reader.places(entry)?) {
                    let starts = places.iter().filter_map(|place| place.checked_sub(offset));
                    here.entry(*record).or_default().extend(starts);
                }
            }
            for (sum, score) in scores.iter_mut().zip(self.best(&entries)?) {
                *sum = sum.zip(score).map(|(sum, score)| sum + score);
            }
            begun = Some(match begun {
                None => here,
                Some(begun) => meet(begun, &here),
            });
        }
        let begun = begun.unwrap_or_default();
        for (record, score) in (0..).zip(&mut scores) {
            if begun.get(&record).is_none_or(BTreeSet::is_empty) {
                *score = None;
            }
        }
        Ok(scores)
    }

    /// Counts what each value would leave, then keeps what all of them leave.
    fn narrow(&mut self, query: &Query, found: &mut Found) -> Result<(), Broken> {
        let facets = self.reader.facets()?;
        let period = self.reader.period(query)?;
        let mut masks: Vec<Option<Vec<bool>>> = Vec::new();
        for (name, values) in &facets {
            let wanted = query.filters.get(name).filter(|wanted| !wanted.is_empty());
            masks.push(wanted.map(|wanted| mask(values, wanted, self.matches.len())));
        }
        let is_left = |record: usize, but: usize| {
            self.matches[record].is_some()
                && period.contains(&counted(record))
                && masks.iter().enumerate().all(|(place, mask)| {
                    place == but || mask.as_ref().is_none_or(|mask| mask[record])
                })
        };
        for (place, (name, values)) in facets.iter().enumerate() {
            let count = |value: &Narrowing| {
                let left = value
                    .records
                    .iter()
                    .filter(|record| is_left(**record as usize, place));
                (value.value.clone(), value.label.clone(), left.count())
            };
            found
                .facets
                .insert(name.clone(), values.iter().map(count).collect());
        }
        let mut left: Vec<(u32, u32)> = (0..self.reader.total)
            .filter(|record| is_left(*record as usize, usize::MAX))
            .filter_map(|record| Some((record, self.matches[record as usize]?)))
            .collect();
        found.total = left.len();
        match query.sort {
            Sort::Relevance => left.sort_by_key(|(record, score)| Reverse((*score, *record))),
            Sort::Date => left.sort_by_key(|(record, _)| Reverse(*record)),
        }
        for (record, _) in left.into_iter().skip(query.page * PAGE).take(PAGE) {
            found.hits.push(self.reader.hit(record)?);
        }
        Ok(())
    }

    fn suggestion(&self, text: &str) -> Result<Option<String>, Broken> {
        if self.missing.is_empty() {
            return Ok(None);
        }
        let bytes = self.reader.named("slips", &self.reader.root["slips"])?;
        let words = String::from_utf8_lossy(&bytes);
        Ok(slips::corrected(text, &self.missing, &words, &self.stems))
    }
}

/// The tongues of a register.
fn tongues(root: &Value) -> Vec<Tongue> {
    let codes = root["tongues"].as_array();
    let has =
        |tongue: &Tongue| codes.is_some_and(|codes| codes.iter().any(|code| code == tongue.code()));
    Tongue::ALL.into_iter().filter(has).collect()
}

/// In how many records some terms stand together, each of them counted once a term.
fn together(entries: &[(DictionaryEntry, u32)]) -> u32 {
    entries.iter().map(|(entry, _)| entry.count).sum()
}

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

/// How much a term tells: sixteen times the binary logarithm of one and `total / count`, in whole numbers. Every step is
/// exact, so that each machine and each browser comes to the same.
fn rarity(total: u32, count: u32) -> u32 {
    let mut rest = 1.0 + f64::from(total) / f64::from(count.max(1));
    let mut number = 0;
    while rest >= 2.0 {
        rest /= 2.0;
        number += 1;
    }
    for _ in 0..4 {
        rest *= rest;
        number *= 2;
        if rest >= 2.0 {
            rest /= 2.0;
            number += 1;
        }
    }
    number
}
