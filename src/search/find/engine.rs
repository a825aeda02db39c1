//! Finds records: the one function `search`, as the browser has it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::narrowing::{Narrowing, mask};
use super::numbers::Clue;
use super::query::{Query, Sort, Wanted, Wording};
use super::tally::{Match, Scored, Tally};
use crate::search::files::bits::counted;
use crate::search::files::form::{BEGINNINGS, PAGE};
use crate::search::files::hits::Hit;
use crate::search::files::reader::{Broken, DictionaryEntry, Fetch, IndexReader};
use crate::search::words::analysis::{Stems, Tongue, plain};
use crate::search::words::case_number;
use crate::search::words::sought::Sought;

/// The fewest letters that are taken for a word's beginning: one letter begins too many words to tell anything.
const SHORTEST_BEGINNING: usize = 2;

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// How many records.
    pub total: usize,
    /// How many of them hold all that is looked for.
    pub whole: usize,
    /// The page of hits, from 0: the one that was asked for, or the last.
    pub page: usize,
    /// The records on this page.
    pub hits: Vec<Hit>,
    /// How many records each value would leave, by facet: the value, its name, the number.
    pub facets: BTreeMap<String, Vec<(String, String, usize)>>,
    /// Words that no record holds, each with what was looked for in its place.
    pub replaced: Vec<(String, String)>,
    /// Where nothing has the number that was asked for, the numbers of records that differ in one sign.
    pub neighbours: Vec<String>,
    /// Whether the text was taken as a case number and nothing else.
    pub is_case_number: bool,
}

/// Searches an index.
///
/// # Errors
/// The file of the index that is missing or damaged.
pub fn search(fetch: Fetch<'_>, query: &Query) -> Result<Found, Broken> {
    let reader = IndexReader::new(fetch)?;
    let mut search = Search {
        matches: Vec::new(),
        stems: Stems::default(),
        tongues: tongues(&reader.root),
        small: texts(&reader.root["small"]),
        reader,
        missing: Vec::new(),
        replaced: Vec::new(),
    };
    let mut found = Found::default();
    search.look_for(&query.text, &mut found)?;
    search.narrow(query, &mut found)?;
    found.replaced = search.replaced;
    Ok(found)
}

/// Terms of the dictionary, each with what it counts.
pub(super) type Entries = Vec<(DictionaryEntry, u32)>;

pub(super) struct Search<'f> {
    pub(super) reader: IndexReader<'f>,
    pub(super) stems: Stems,
    /// The tongues of the register.
    pub(super) tongues: Vec<Tongue>,
    /// Words that tell nothing beside others.
    pub(super) small: BTreeSet<String>,
    /// What each record scores; none if it does not match.
    matches: Vec<Option<Match>>,
    /// Words that no record holds.
    pub(super) missing: Vec<String>,
    /// Those of them in whose place others are looked for.
    replaced: Vec<(String, String)>,
}

impl Search<'_> {
    /// Finds the records that hold something of what a text asks for. A text that is a number and nothing else, and nobody's, is looked
    /// for as a whole.
    fn look_for(&mut self, text: &str, found: &mut Found) -> Result<(), Broken> {
        let wording = Wording::read(text);
        let wanted = wording.without_small(&|word| self.small.contains(word));
        let is_alone = wanted.len() == 1;
        let clues = wanted.iter().map(|wanted| match wanted {
            Wanted::Number(number) => self.clue(number, is_alone),
            Wanted::Word { .. } | Wanted::Phrase(_) => Ok(None),
        });
        let clues: Vec<Option<Clue>> = clues.collect::<Result<_, Broken>>()?;
        let has_clue = clues.iter().any(Option::is_some);
        // The letters before a record's number belong to it.
        let belongs: Vec<bool> = wanted
            .iter()
            .enumerate()
            .map(|(place, wanted)| {
                let next = clues.get(place + 1).and_then(Option::as_ref);
                matches!(wanted, Wanted::Word { .. }) && next.is_some_and(|clue| clue.with_word)
            })
            .collect();
        let mut scored: Vec<Scored> = Vec::new();
        for ((wanted, clue), belongs) in wanted.into_iter().zip(clues).zip(belongs) {
            match clue {
                Some(clue) => scored.push(clue.scored),
                None if belongs => {}
                None => scored.extend(self.scores(wanted, true)?),
            }
        }
        let is_certain = case_number::asked(text).is_some_and(|asked| asked.is_certain);
        let is_nobodys = is_certain && !has_clue;
        if is_nobodys {
            for scored in &mut scored {
                scored.is_required = true;
            }
        }
        let mut tally = Tally::new(self.reader.total as usize);
        tally.lacks_some = !self.missing.is_empty();
        for scored in &scored {
            tally.add(scored);
        }
        for unwanted in &wording.excluded {
            for scored in self.scores(unwanted, false)? {
                tally.exclude(&scored.scores);
            }
        }
        self.matches = tally.finish();
        if is_nobodys && !self.missing.is_empty() {
            self.matches.fill(None);
        }
        let is_nowhere = is_nobodys && self.matches.iter().all(Option::is_none);
        if is_nowhere {
            found.neighbours = self.neighbours(&wording)?;
        }
        found.is_case_number = is_nowhere || has_clue && scored.len() == 1;
        Ok(())
    }

    /// What records score for something; several things where a number is nobody's. A word that no record holds may be replaced by
    /// what is near it.
    fn scores(&mut self, wanted: &Wanted, may_replace: bool) -> Result<Vec<Scored>, Broken> {
        match wanted {
            Wanted::Word { word, is_beginning } => {
                if let Some(scored) = self.meaning(word, *is_beginning)? {
                    return Ok(vec![scored]);
                }
                let stand_ins = if may_replace {
                    self.stand_ins(word)?
                } else {
                    Vec::new()
                };
                if stand_ins.is_empty() {
                    self.missing.push(word.clone());
                    return Ok(Vec::new());
                }
                let words: Vec<&str> = stand_ins.iter().map(|it| &*it.word).collect();
                self.replaced.push((word.clone(), words.join(" ")));
                let all = stand_ins.iter().map(|it| self.best(&it.entries));
                all.collect()
            }
            Wanted::Phrase(words) => Ok(vec![self.phrase(words)?]),
            Wanted::Number(number) if number.is_single() && !number.is_phrase => {
                let word = number.words.join("");
                let mut entries = self.as_written(&word, number.is_beginning)?;
                entries.extend(self.numbered(&number.key, 2)?);
                if entries.is_empty() {
                    self.missing.push(word);
                    return Ok(Vec::new());
                }
                Ok(vec![self.best(&entries)?])
            }
            Wanted::Number(number) => {
                let mut all = Vec::new();
                for wanted in number.as_text() {
                    all.extend(self.scores(&wanted, may_replace)?);
                }
                Ok(all)
            }
        }
    }

    /// The terms that a word may stand for, each with what it counts.
    pub(super) fn alternatives(&self, word: &str) -> Result<Entries, Broken> {
        let sought = Sought::new(word, &self.tongues, &self.stems);
        let mut found = Entries::new();
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
    pub(super) fn beginnings(&self, text: &str) -> Result<Entries, Broken> {
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
    pub(super) fn best(&self, entries: &[(DictionaryEntry, u32)]) -> Result<Scored, Broken> {
        let mut scores: Vec<Option<u32>> = vec![None; self.reader.total as usize];
        let told = rarity(self.reader.total, together(entries));
        for (entry, worth) in entries {
            let weight = told * worth;
            for (record, level) in self.reader.records(entry)? {
                let score = &mut scores[record as usize];
                *score = (*score).max(Some(weight * (level + 1)));
            }
        }
        Ok(Scored {
            scores,
            told,
            is_required: false,
        })
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
        let mut left: Vec<(u32, Match)> = (0..self.reader.total)
            .filter(|record| is_left(*record as usize, usize::MAX))
            .filter_map(|record| Some((record, self.matches[record as usize]?)))
            .collect();
        found.total = left.len();
        found.whole = left.iter().filter(|(_, found)| found.is_whole).count();
        match query.sort {
            Sort::Relevance => left.sort_by_key(|(record, found)| Reverse((found.score, *record))),
            Sort::Date => left.sort_by_key(|(record, found)| Reverse((found.is_whole, *record))),
        }
        found.page = query.page.min(left.len().saturating_sub(1) / PAGE);
        for (record, _) in left.into_iter().skip(found.page * PAGE).take(PAGE) {
            found.hits.push(self.reader.hit(record)?);
        }
        Ok(())
    }
}

/// The texts of a list.
fn texts(list: &Value) -> BTreeSet<String> {
    let texts = list.as_array().into_iter().flatten();
    texts.filter_map(Value::as_str).map(str::to_owned).collect()
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

/// How much a term tells: sixteen times the binary logarithm of one and `total / count`, in whole numbers. Every step is
/// exact, so that each machine and each browser comes to the same.
pub(super) fn rarity(total: u32, count: u32) -> u32 {
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
