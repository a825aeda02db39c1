//! Words to the terms of the dictionary: each word that stands somewhere to its stem, and to the stems of its parts.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::compounds::{CompoundPart, Decompounder};
use super::kept::{KeptWords, for_each_number, key};
use super::kept_terms::Origin;
use crate::record::Record;
use crate::search::files::bits::{counted, push_number, take_number};
use crate::search::words::analysis::{Stems, Tongue, plain};
use crate::search::words::vocabulary::{TextList, Vocabulary};
use crate::site::Settings;
use crate::source::Digest;

/// No term: the word does not stand in any record of the tongue.
const NONE: u32 = u32::MAX;

/// How many words are looked at together, whose stems and parts are held in memory at once.
const CHUNK: usize = 1 << 16;

/// How often each word stands in the texts of each tongue, by tongue and word; nothing of tongues that no record has.
pub(in crate::search) type Counts = [Vec<u32>; 3];

/// The records to be found, each with the tongue of its text and its words.
pub(in crate::search) struct Texts<'k> {
    pub(in crate::search) tongues: Vec<Tongue>,
    pub(in crate::search) rows: Vec<&'k [u8]>,
    /// What decides the words of each record.
    pub(in crate::search) keys: Vec<Digest>,
    pub(in crate::search) words: &'k Vocabulary,
    pub(in crate::search) kept: &'k KeptWords,
}

/// The terms of some records, numbered in the order of the dictionary.
pub(in crate::search) struct Terms {
    /// The terms, sorted.
    pub(in crate::search) sorted: TextList,
    /// The terms of each word, by tongue.
    pub(in crate::search) of_words: [OfWords; 3],
    /// How often each term stands in these records, as a word.
    pub(in crate::search) whole: Vec<u32>,
    /// How often each term stands in these records, as a word or as a part of one.
    pub(in crate::search) occurrences: Vec<u32>,
}

/// The numbers of the terms of each word: its own, then those of its parts in the order of the dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct OfWords {
    starts: Vec<u32>,
    terms: Vec<u32>,
}

impl Default for OfWords {
    fn default() -> Self {
        Self {
            starts: vec![0],
            terms: Vec::new(),
        }
    }
}

impl OfWords {
    /// The terms of a word; none if it does not stand in these records.
    pub(in crate::search) fn of(&self, word: u32) -> &[u32] {
        let word = word as usize;
        match self.starts.get(word..word + 2) {
            Some(bounds) => &self.terms[bounds[0] as usize..bounds[1] as usize],
            None => &[],
        }
    }

    /// The terms of words with these stems and `parts`, of which `numbers` gives the terms.
    fn new(own: &[u32], parts: &Self, numbers: &[u32]) -> Self {
        let mut of_words = Self::default();
        for (word, stem) in (0..).zip(own) {
            if let Some(term) = numbers.get(*stem as usize).filter(|term| **term != NONE) {
                of_words.terms.push(*term);
                let start = of_words.terms.len();
                let parts = parts.of(word).iter();
                of_words
                    .terms
                    .extend(parts.map(|stem| numbers[*stem as usize]));
                of_words.terms[start..].sort_unstable();
            }
            of_words.end();
        }
        of_words
    }

    /// Ends the terms of a word.
    fn end(&mut self) {
        self.starts.push(counted(self.terms.len()));
    }

    /// The terms of some words in the order of their numbers, of so many words in all.
    pub(in crate::search) fn from_lists(
        lists: impl Iterator<Item = (u32, Vec<u32>)>,
        words: usize,
    ) -> Self {
        let mut of_words = Self::default();
        for (word, mut list) in lists {
            of_words
                .starts
                .resize(word as usize + 1, counted(of_words.terms.len()));
            of_words.terms.append(&mut list);
            of_words.end();
        }
        of_words
            .starts
            .resize(words + 1, counted(of_words.terms.len()));
        of_words
    }

    /// Appends the words that have terms, each with them: by how many words it stands behind the one before.
    pub(in crate::search) fn write(&self, bytes: &mut Vec<u8>) {
        let words = 0..counted(self.starts.len()) - 1;
        let with_terms = words.map(|word| (word, self.of(word)));
        let with_terms = with_terms.filter(|(_, terms)| !terms.is_empty());
        push_number(bytes, counted(with_terms.clone().count()));
        let mut next = 0;
        for (word, terms) in with_terms {
            push_number(bytes, word - next);
            push_number(bytes, counted(terms.len()));
            for term in terms {
                push_number(bytes, *term);
            }
            next = word + 1;
        }
    }

    /// Reads the terms of so many words.
    pub(in crate::search) fn read(bytes: &mut &[u8], words: usize) -> Option<Self> {
        let mut lists = Vec::new();
        let mut next = 0;
        for _ in 0..take_number(bytes)? {
            let word = next + take_number(bytes)?;
            let terms = 0..take_number(bytes)?;
            let terms = terms.map(|_| take_number(bytes)).collect::<Option<_>>()?;
            lists.push((word, terms));
            next = word + 1;
        }
        (next as usize <= words).then(|| Self::from_lists(lists.into_iter(), words))
    }
}

/// The tongue of a record in a site of this language.
pub(in crate::search) fn tongue_of(record: &Record, language: &str) -> Tongue {
    Tongue::of(record.language().unwrap_or(language))
}

impl<'k> Texts<'k> {
    /// The words of these records, which have been read.
    pub(in crate::search) fn new(
        records: &[Arc<Record>],
        language: &str,
        kept: &'k KeptWords,
    ) -> Self {
        let tongues = records.iter().map(|record| tongue_of(record, language));
        let keys: Vec<Digest> = records.iter().map(|record| key(record)).collect();
        Self {
            tongues: tongues.collect(),
            rows: keys.iter().map(|key| kept.row(*key)).collect(),
            keys,
            words: &kept.vocabulary,
            kept,
        }
    }

    /// What the terms of some of these records were made of.
    pub(in crate::search) fn origin(
        &self,
        records: Range<usize>,
        of_words: [OfWords; 3],
    ) -> Origin {
        let keys = self.keys[records.clone()].iter().copied();
        let count = self.words.len();
        let known = self.words.digest(count);
        Origin {
            records: keys.zip(self.tongues[records].iter().copied()).collect(),
            known: (count, known.expect("the digest of all words")),
            of_words,
        }
    }

    /// How often each word stands in these records.
    pub(in crate::search) fn counts(&self, records: Range<usize>) -> Counts {
        let is_used = Tongue::ALL.map(|tongue| self.tongues.contains(&tongue));
        let nothing = || is_used.map(|is| vec![0_u32; if is { self.words.len() } else { 0 }]);
        let share = records.len().div_ceil(rayon::current_num_threads()).max(1);
        let places: Vec<usize> = records.collect();
        let counted = places.par_chunks(share).map(|places| {
            let mut counts = nothing();
            for place in places {
                let counts = &mut counts[self.tongues[*place] as usize];
                for_each_number(self.rows[*place], |word, _, _| counts[word as usize] += 1);
            }
            counts
        });
        counted.reduce(nothing, |mut left, right| {
            add_counts(&mut left, &right);
            left
        })
    }
}

/// Adds counts to counts.
pub(in crate::search) fn add_counts(sums: &mut Counts, counts: &Counts) {
    for (sums, counts) in sums.iter_mut().zip(counts) {
        for (sum, count) in sums.iter_mut().zip(counts) {
            *sum += count;
        }
    }
}

/// Whether a word that stands so often in the known records may be a part of others.
fn is_part(count: u32) -> bool {
    count > 1
}

/// What the known records tell of compounds: the sum of the digests of the words that may be parts, whatever their order.
pub(in crate::search) fn part_words(words: &Vocabulary, known: &Counts) -> u128 {
    let counted = words.texts().zip(&known[Tongue::Swedish as usize]);
    let parts = counted.filter(|(_, count)| is_part(**count));
    let number = |(word, _): (&str, _)| Digest::of(word.as_bytes()).to_number();
    parts.map(number).fold(0, u128::wrapping_add)
}

impl Terms {
    /// Finds the terms of the words that `own` counts. `known` counts these and all earlier records': what makes up a
    /// compound an earlier record may tell.
    pub(in crate::search) fn new(
        words: &Vocabulary,
        own: &Counts,
        known: &Counts,
        settings: &Settings,
    ) -> Self {
        let mut stems = Vocabulary::default();
        let of_word =
            Tongue::ALL.map(|tongue| stems_of(words, &known[tongue as usize], tongue, &mut stems));
        let swedish = Tongue::Swedish as usize;
        let is_part: Vec<bool> = known[swedish].iter().map(|count| is_part(*count)).collect();
        let mut first_parts = Vocabulary::default();
        for (term, _) in of_word[swedish].iter().zip(&is_part).filter(|(_, is)| **is) {
            first_parts.add(stems.text(*term));
        }
        let known = Decompounder::new(words, &is_part, &first_parts, &settings.search);
        let parts = parts(&known, &of_word[swedish], &own[swedish], &mut stems);
        let (sorted, numbers) = sort(&stems, &used(stems.len(), own, &of_word, &parts));
        let mut whole = vec![0; sorted.len()];
        for (of_word, counts) in of_word.iter().zip(own) {
            for (stem, count) in of_word.iter().zip(counts).filter(|(_, count)| **count > 0) {
                whole[numbers[*stem as usize] as usize] += count;
            }
        }
        let mut occurrences = whole.clone();
        for (word, count) in (0..).zip(&own[swedish]) {
            for stem in parts.of(word) {
                occurrences[numbers[*stem as usize] as usize] += count;
            }
        }
        let no_parts = OfWords::default();
        Self {
            of_words: Tongue::ALL.map(|tongue| {
                let is_swedish = tongue == Tongue::Swedish;
                let parts = if is_swedish { &parts } else { &no_parts };
                OfWords::new(&of_word[tongue as usize], parts, &numbers)
            }),
            sorted,
            whole,
            occurrences,
        }
    }
}

/// The number of each word's stem, for the words that stand somewhere.
fn stems_of(
    words: &Vocabulary,
    counts: &[u32],
    tongue: Tongue,
    stems: &mut Vocabulary,
) -> Vec<u32> {
    let mut numbers = vec![NONE; counts.len()];
    let used: Vec<u32> = (0..)
        .zip(counts)
        .filter(|(_, count)| **count > 0)
        .map(|(word, _)| word)
        .collect();
    for used in used.chunks(CHUNK) {
        let found: Vec<Cow<'_, str>> = used
            .par_iter()
            .map_init(Stems::default, |stems, word| {
                stems.of(words.text(*word), tongue)
            })
            .collect();
        for (word, stem) in used.iter().zip(found) {
            numbers[*word as usize] = stems.add(&stem);
        }
    }
    numbers
}

/// The stems of the parts of each Swedish word, each once and never the word's own.
fn parts(
    known: &Decompounder<'_>,
    of_word: &[u32],
    counts: &[u32],
    stems: &mut Vocabulary,
) -> OfWords {
    let mut parts = OfWords::default();
    let words: Vec<u32> = (0..).take(counts.len()).collect();
    for words in words.chunks(CHUNK) {
        let split: Vec<Vec<Result<u32, String>>> = words
            .par_iter()
            .map_init(Stems::default, |stemmer, word| {
                if counts[*word as usize] == 0 {
                    return Vec::new();
                }
                let of_part = |part: CompoundPart<'_>| match part.number {
                    Some(number) => Ok(of_word[number as usize]),
                    None => Err(stemmer.of(part.text, Tongue::Swedish).into_owned()),
                };
                let word = known.words.text(*word);
                known.parts(word).into_iter().map(of_part).collect()
            })
            .collect();
        for (word, found) in words.iter().zip(split) {
            let number = |found| match found {
                Ok(number) => number,
                Err(text) => stems.add(&text as &str),
            };
            let mut found: Vec<u32> = found.into_iter().map(number).collect();
            found.retain(|part| *part != of_word[*word as usize]);
            found.sort_unstable();
            found.dedup();
            parts.terms.append(&mut found);
            parts.end();
        }
    }
    parts
}

/// Which stems are terms of these records, as words or as parts of words.
fn used(count: usize, own: &Counts, of_word: &Counts, parts: &OfWords) -> Vec<bool> {
    let mut used = vec![false; count];
    for (of_word, counts) in of_word.iter().zip(own) {
        for (stem, _) in of_word.iter().zip(counts).filter(|(_, count)| **count > 0) {
            used[*stem as usize] = true;
        }
    }
    for stem in &parts.terms {
        used[*stem as usize] = true;
    }
    used
}

/// The used terms in the order of the dictionary, and the new number of each; none for the others.
fn sort(stems: &Vocabulary, used: &[bool]) -> (TextList, Vec<u32>) {
    let numbers: Vec<u32> = (0..)
        .zip(used)
        .filter(|(_, used)| **used)
        .map(|(stem, _)| stem)
        .collect();
    let mut order: Vec<(Cow<'_, str>, u32)> = numbers
        .par_iter()
        .map(|stem| (plain(stems.text(*stem)), *stem))
        .collect();
    order.par_sort_unstable_by(|(left, one), (right, other)| {
        let own = || stems.text(*one).cmp(stems.text(*other));
        left.cmp(right).then_with(own)
    });
    let mut numbers = vec![NONE; used.len()];
    for (place, (_, stem)) in (0..).zip(&order) {
        numbers[*stem as usize] = place;
    }
    let mut sorted = TextList::default();
    for (_, stem) in order {
        sorted.push(stems.text(stem));
    }
    (sorted, numbers)
}
