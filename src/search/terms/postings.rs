//! Terms to postings: for each term the records it stands in, what it is worth in each, and its places there.
//!
//! The records are turned round in blocks: each is sorted by term by counting, then each term's numbers are written behind
//! those of the blocks before. What a term is worth in a record is one of eight levels, most often the lowest, which
//! costs a bit.

use std::ops::Range;

use rayon::prelude::*;

use super::kept::for_each_number;
use super::segment::{OfWords, Terms, Texts};
use crate::search::files::bits::counted;
use crate::search::files::growing::{
    FIELD_SHIFT, Growing, Length, PART, PLACE, Postings, RECORD_SHIFT,
};
use crate::search::words::analysis::Tongue;

/// How many words' postings are held in memory at once, as one slice of the dictionary: 128 MB, whatever the register.
const SLICE: usize = 16_000_000;
/// How many records a block has: what one pass of a processor fills, and what the next may begin at.
const BLOCK: usize = 256;
/// Into how many runs of terms the processors share a slice: many more than there are processors, since runs differ in length.
const SHARES: usize = 64;

/// Calls `take` with the postings of every term in the order of the dictionary. `records` are those of the segment, whose
/// numbers begin at nought.
pub(in crate::search) fn for_each_term(
    texts: &Texts<'_>,
    records: Range<usize>,
    terms: &Terms,
    mut take: impl FnMut(&str, Postings),
) {
    let inversion = Inversion::new(texts, records, terms);
    let mut blocks = Vec::new();
    blocks.resize_with(rayon::current_num_threads() * 2, Block::default);
    let mut sorted = terms.sorted.iter();
    for range in inversion.slices() {
        for (postings, term) in inversion
            .slice(range, &mut blocks)
            .into_iter()
            .zip(&mut sorted)
        {
            take(term, postings);
        }
    }
}

/// Calls `each` with every term of a record's row and its place, field and kind.
pub(in crate::search) fn for_each_term_of(
    row: &[u8],
    of_words: &OfWords,
    mut each: impl FnMut(u32, u64),
) {
    for_each_number(row, |word, place, field| {
        let value = (field as u64) << FIELD_SHIFT | u64::from(place) & PLACE;
        if let Some((own, parts)) = of_words.of(word).split_first() {
            each(*own, value);
            for part in parts {
                each(*part, value | PART);
            }
        }
    });
}

/// Records that are turned round.
struct Inversion<'a> {
    tongues: &'a [Tongue],
    rows: &'a [&'a [u8]],
    terms: &'a Terms,
    /// How many words each record has.
    lengths: Vec<Length>,
    /// In how many records each term stands.
    counts: Vec<u32>,
}

impl<'a> Inversion<'a> {
    fn new(texts: &'a Texts<'_>, records: Range<usize>, terms: &'a Terms) -> Self {
        let mut inversion = Self {
            tongues: &texts.tongues[records.clone()],
            rows: &texts.rows[records],
            terms,
            lengths: Vec::new(),
            counts: Vec::new(),
        };
        let share = inversion.rows.len().div_ceil(rayon::current_num_threads());
        let places: Vec<usize> = (0..inversion.rows.len()).collect();
        let counted: Vec<(Vec<Length>, Vec<u32>)> = places
            .par_chunks(share.max(1))
            .map(|places| inversion.count(places))
            .collect();
        inversion.counts = vec![0; terms.sorted.len()];
        for (mut lengths, counts) in counted {
            inversion.lengths.append(&mut lengths);
            for (sum, count) in inversion.counts.iter_mut().zip(counts) {
                *sum += count;
            }
        }
        inversion
    }

    /// How many words each of some records has, and in how many of them each term stands.
    fn count(&self, records: &[usize]) -> (Vec<Length>, Vec<u32>) {
        // Of each term, one more than the record it was last met in, and in how many it was met.
        let mut met = vec![(0, 0); self.terms.sorted.len()];
        let mut lengths = Vec::with_capacity(records.len());
        for record in records {
            let here = counted(*record) + 1;
            let mut length = Length::default();
            self.for_each_term_of(*record, |term, value| {
                length.count(value);
                let (last, count) = &mut met[term as usize];
                *count += u32::from(*last != here);
                *last = here;
            });
            lengths.push(length);
        }
        (lengths, met.into_iter().map(|(_, count)| count).collect())
    }

    fn for_each_term_of(&self, record: usize, each: impl FnMut(u32, u64)) {
        let of_words = &self.terms.of_words[self.tongues[record] as usize];
        for_each_term_of(self.rows[record], of_words, each);
    }

    /// The dictionary in runs of terms that memory holds.
    fn slices(&self) -> Vec<Range<usize>> {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        let mut held = usize::MAX;
        for (term, count) in self.terms.occurrences.iter().enumerate() {
            if held >= SLICE {
                ranges.push(term..term);
                held = 0;
            }
            held += *count as usize;
            if let Some(range) = ranges.last_mut() {
                range.end = term + 1;
            }
        }
        ranges
    }

    fn slice(&self, range: Range<usize>, blocks: &mut [Block]) -> Vec<Postings> {
        let total = counted(self.rows.len());
        let growing = |term: usize| Growing::new(total, self.counts[term], self.terms.whole[term]);
        let mut growing: Vec<Growing> = range.clone().map(growing).collect();
        let share = range.len().div_ceil(SHARES).max(1);
        for start in (0..self.rows.len()).step_by(BLOCK * blocks.len()) {
            blocks
                .par_iter_mut()
                .enumerate()
                .for_each(|(number, block)| {
                    let start = self.rows.len().min(start + number * BLOCK);
                    let end = self.rows.len().min(start + BLOCK);
                    self.fill(block, &range, start..end);
                });
            let shares = growing.par_chunks_mut(share).enumerate();
            shares.for_each(|(number, growing)| {
                for (slot, growing) in (number * share..).zip(growing) {
                    for block in &*blocks {
                        growing.add(block.run(slot), &self.lengths);
                    }
                }
            });
        }
        growing.into_par_iter().map(Growing::finish).collect()
    }

    /// Sorts some records by term.
    fn fill(&self, block: &mut Block, terms: &Range<usize>, records: Range<usize>) {
        block.clear(terms.len());
        for record in records {
            self.for_each_term_of(record, |term, value| {
                let slot = (term as usize).wrapping_sub(terms.start);
                if slot < terms.len() {
                    block.add(slot, (record as u64) << RECORD_SHIFT | value);
                }
            });
        }
        block.sort();
    }
}

/// What some records hold, sorted by term.
#[derive(Default)]
struct Block {
    added: Vec<(u32, u64)>,
    sorted: Vec<u64>,
    /// Where the run of each term begins, and where the last one ends.
    starts: Vec<u32>,
}

impl Block {
    fn clear(&mut self, terms: usize) {
        self.added.clear();
        self.starts.clear();
        self.starts.resize(terms + 2, 0);
    }

    fn add(&mut self, slot: usize, value: u64) {
        self.added.push((counted(slot), value));
        self.starts[slot + 2] += 1;
    }

    fn sort(&mut self) {
        let mut sum = 0;
        for start in &mut self.starts {
            sum += *start;
            *start = sum;
        }
        self.sorted.resize(self.added.len(), 0);
        for (slot, value) in &self.added {
            let next = &mut self.starts[*slot as usize + 1];
            self.sorted[*next as usize] = *value;
            *next += 1;
        }
    }

    /// The run of a term.
    fn run(&self, slot: usize) -> &[u64] {
        &self.sorted[self.starts[slot] as usize..self.starts[slot + 1] as usize]
    }
}
