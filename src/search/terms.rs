//! Words to the terms of the dictionary: each word that stands somewhere to its stem, and to the stems of its parts.

use std::borrow::Cow;
use std::sync::Arc;

use rayon::prelude::*;

use super::analysis::{Stems, Tongue, plain, without_article};
use super::compounds::Known;
use super::kept::{KeptWords, for_each_number};
use super::vocabulary::Vocabulary;
use crate::record::Record;

/// No term: the word does not stand in any record of the tongue.
pub(super) const NONE: u32 = u32::MAX;

/// The records to be found, each with the tongue of its text and its words.
pub(super) struct Texts<'k> {
    pub(super) tongues: Vec<Tongue>,
    pub(super) rows: Vec<&'k [u8]>,
    pub(super) words: &'k Vocabulary,
}

/// The terms of a register, numbered in the order of the dictionary.
pub(super) struct Terms {
    /// The terms, sorted.
    pub(super) sorted: Vec<String>,
    /// The number of each word's term, by tongue and word.
    pub(super) of_word: [Vec<u32>; 3],
    /// The numbers of the terms of a Swedish word's parts, and of the word without its article, by word.
    pub(super) parts: Vec<Box<[u32]>>,
    /// How often each word stands in the register.
    pub(super) counts: Vec<u32>,
    /// How often each term stands in the register, as a word or as a part of one.
    pub(super) occurrences: Vec<u32>,
}

impl<'k> Texts<'k> {
    /// The words of these records, which have been read.
    pub(super) fn new(records: &[Arc<Record>], language: &str, kept: &'k KeptWords) -> Self {
        let tongue =
            |record: &Arc<Record>| Tongue::of(record.language.as_deref().unwrap_or(language));
        Self {
            tongues: records.iter().map(tongue).collect(),
            rows: records.iter().map(|record| kept.row(record)).collect(),
            words: &kept.vocabulary,
        }
    }

    /// How often each word stands in the texts of each tongue.
    fn counts(&self) -> [Vec<u32>; 3] {
        Tongue::ALL.map(|tongue| {
            let rows = self.tongues.iter().zip(&self.rows);
            let rows: Vec<&[u8]> = rows
                .filter(|(own, _)| **own == tongue)
                .map(|(_, row)| *row)
                .collect();
            let nothing = || vec![0_u32; self.words.len()];
            let share = rows.len().div_ceil(rayon::current_num_threads()).max(1);
            let counted = rows.par_chunks(share).map(|rows| {
                let mut counts = nothing();
                for row in rows {
                    for_each_number(row, |word, _, _| counts[word as usize] += 1);
                }
                counts
            });
            counted.reduce(nothing, |mut left, right| {
                left.iter_mut()
                    .zip(right)
                    .for_each(|(sum, count)| *sum += count);
                left
            })
        })
    }
}

impl Terms {
    /// Finds the terms of all words of the texts.
    pub(super) fn new(texts: &Texts<'_>) -> Self {
        let counts = texts.counts();
        let swedish = &counts[Tongue::Swedish as usize];
        let is_part: Vec<bool> = swedish.iter().map(|count| *count > 1).collect();
        let mut terms = Vocabulary::default();
        let mut of_word = Tongue::ALL
            .map(|tongue| stems(texts.words, &counts[tongue as usize], tongue, &mut terms));
        let mut first_parts = Vocabulary::default();
        for (word, _) in (0_u32..).zip(&is_part).filter(|(_, is_part)| **is_part) {
            first_parts.add(terms.text(of_word[Tongue::Swedish as usize][word as usize]));
        }
        let known = Known {
            words: texts.words,
            is_part: &is_part,
            stems: &first_parts,
        };
        let mut parts = parts(&known, swedish, &mut terms);
        let (sorted, numbers) = sort(&terms);
        for term in of_word.iter_mut().flatten().filter(|term| **term != NONE) {
            *term = numbers[*term as usize];
        }
        for term in parts.iter_mut().flat_map(|parts| parts.iter_mut()) {
            *term = numbers[*term as usize];
        }
        let mut occurrences = vec![0; sorted.len()];
        for (of_word, counts) in of_word.iter().zip(&counts) {
            for (term, count) in of_word
                .iter()
                .zip(counts)
                .filter(|(term, _)| **term != NONE)
            {
                occurrences[*term as usize] += count;
            }
        }
        for (parts, count) in parts.iter().zip(swedish) {
            parts
                .iter()
                .for_each(|term| occurrences[*term as usize] += count);
        }
        let all = (0..texts.words.len()).map(|word| counts.iter().map(|counts| counts[word]).sum());
        Self {
            sorted,
            of_word,
            parts,
            counts: all.collect(),
            occurrences,
        }
    }
}

fn stems(words: &Vocabulary, counts: &[u32], tongue: Tongue, terms: &mut Vocabulary) -> Vec<u32> {
    let mut numbers = vec![NONE; counts.len()];
    let used: Vec<u32> = (0..)
        .zip(counts)
        .filter(|(_, count)| **count > 0)
        .map(|(word, _)| word)
        .collect();
    let found: Vec<Cow<'_, str>> = used
        .par_iter()
        .map_init(Stems::default, |stems, word| {
            stems.of(words.text(*word), tongue)
        })
        .collect();
    for (word, stem) in used.iter().zip(found) {
        numbers[*word as usize] = terms.add(&stem);
    }
    numbers
}

/// The parts of each Swedish word, and the word without its article; each once and never the word's own term.
fn parts(known: &Known<'_>, counts: &[u32], terms: &mut Vocabulary) -> Vec<Box<[u32]>> {
    let numbers: Vec<u32> = (0..).take(counts.len()).collect();
    let used = &*terms;
    let split: Vec<Vec<String>> = numbers
        .par_iter()
        .zip(counts)
        .map_init(Stems::default, |stems, (word, count)| {
            if *count == 0 {
                return Vec::new();
            }
            let word = known.words.text(*word);
            let own = stems.of(word, Tongue::Swedish);
            let stem = |part: &str| stems.of(part, Tongue::Swedish).into_owned();
            let mut parts: Vec<String> = known.parts(word).into_iter().map(stem).collect();
            let bases = without_article(word).into_iter().map(stem);
            parts.extend(bases.filter(|base| used.number(base).is_some()));
            parts.retain(|part| *part != own);
            parts.sort_unstable();
            parts.dedup();
            parts
        })
        .collect();
    let mut number = |parts: Vec<String>| parts.iter().map(|part| terms.add(part)).collect();
    split.into_iter().map(&mut number).collect()
}

/// The terms in the order of the dictionary, and the new number of each.
fn sort(terms: &Vocabulary) -> (Vec<String>, Vec<u32>) {
    let numbers: Vec<u32> = (0..).take(terms.len()).collect();
    let mut order: Vec<(Cow<'_, str>, u32)> = numbers
        .par_iter()
        .map(|term| (plain(terms.text(*term)), *term))
        .collect();
    order.par_sort_unstable_by(|(left, one), (right, other)| {
        let own = || terms.text(*one).cmp(terms.text(*other));
        left.cmp(right).then_with(own)
    });
    let mut numbers = vec![0; order.len()];
    for (place, (_, term)) in (0..).zip(&order) {
        numbers[*term as usize] = place;
    }
    let sorted = order.iter().map(|(_, term)| terms.text(*term).to_owned());
    (sorted.collect(), numbers)
}
