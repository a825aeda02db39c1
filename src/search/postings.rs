//! Terms to postings: for each term the records it stands in, what it is worth in each, and its places there.
//!
//! The register is turned round in slices of the dictionary, each small enough for memory: a slice counts before it
//! fills, so nothing is sorted. What a term is worth in a record is one of eight levels, most often the lowest, which costs a bit.

use std::ops::Range;

use rayon::prelude::*;

use super::analysis::Tongue;
use super::bits::{BitWriter, counted, low_bits};
use super::kept::{Field, for_each_number};
use super::terms::{NONE, Terms, Texts};

/// The most words that one slice holds in memory.
const SLICE: usize = 8_000_000;
/// The highest level.
pub(super) const TOP_LEVEL: u32 = 7;
/// How many low bits a level is written with.
pub(super) const LEVEL_BITS: u32 = 0;

const PLACE: u64 = (1 << 28) - 1;
const PART: u64 = 1 << 28;
const FIELD_SHIFT: u32 = 29;
const RECORD_SHIFT: u32 = 32;

/// The postings of a run of terms, one behind the other.
#[derive(Default)]
pub(super) struct Slice {
    /// In how many records each term stands.
    pub(super) counts: Vec<u32>,
    /// The records and levels.
    pub(super) records: Stream,
    /// The places.
    pub(super) places: Stream,
}

/// Pieces of bytes, one behind the other.
#[derive(Default)]
pub(super) struct Stream {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Stream {
    fn push(&mut self, piece: &[u8]) {
        self.bytes.extend_from_slice(piece);
        self.ends.push(self.bytes.len());
    }

    /// A piece by its number.
    pub(super) fn piece(&self, number: usize) -> &[u8] {
        let start = match number.checked_sub(1) {
            Some(before) => self.ends[before],
            None => 0,
        };
        &self.bytes[start..self.ends[number]]
    }
}

/// The postings of all terms, in the order of the dictionary.
pub(super) fn slices(texts: &Texts<'_>, terms: &Terms) -> Vec<Slice> {
    let lengths: Vec<u32> = texts.rows.par_iter().map(|row| length(row)).collect();
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut held = usize::MAX;
    for (term, count) in terms.occurrences.iter().enumerate() {
        if held.saturating_add(*count as usize) > SLICE {
            ranges.push(term..term);
            held = 0;
        }
        held += *count as usize;
        if let Some(range) = ranges.last_mut() {
            range.end = term + 1;
        }
    }
    ranges
        .into_par_iter()
        .map(|range| slice(texts, terms, &lengths, range))
        .collect()
}

/// How many words a text has.
fn length(row: &[u8]) -> u32 {
    let mut length = 0;
    for_each_number(row, |_, _, _| length += 1);
    length
}

fn slice(texts: &Texts<'_>, terms: &Terms, lengths: &[u32], range: Range<usize>) -> Slice {
    let mut starts = Vec::with_capacity(range.len() + 1);
    let mut sum = 0;
    for count in &terms.occurrences[range.clone()] {
        starts.push(sum);
        sum += *count as usize;
    }
    let mut found = vec![0_u64; sum];
    let mut next = starts.clone();
    starts.push(sum);
    for (record, (tongue, row)) in texts.tongues.iter().zip(&texts.rows).enumerate() {
        let of_word = &terms.of_word[*tongue as usize];
        let mut put = |term: u32, value: u64| {
            let slot = (term as usize).wrapping_sub(range.start);
            if term != NONE && slot < range.len() {
                found[next[slot]] = (record as u64) << RECORD_SHIFT | value;
                next[slot] += 1;
            }
        };
        for_each_number(row, |word, place, field| {
            let value = (field as u64) << FIELD_SHIFT | u64::from(place);
            put(of_word[word as usize], value);
            if *tongue == Tongue::Swedish {
                for term in &terms.parts[word as usize] {
                    put(*term, value | PART);
                }
            }
        });
    }
    let total = counted(texts.rows.len());
    let mut slice = Slice::default();
    for bounds in starts.windows(2) {
        slice.add(&found[bounds[0]..bounds[1]], lengths, total);
    }
    slice
}

impl Slice {
    fn add(&mut self, found: &[u64], lengths: &[u32], total: u32) {
        let record_of = |value: u64| (value >> RECORD_SHIFT) as usize;
        let same = |left: &u64, right: &u64| record_of(*left) == record_of(*right);
        let count = counted(found.chunk_by(same).count());
        let whole = found.iter().filter(|value| **value & PART == 0).count();
        let mean = counted(whole) / count.max(1);
        let (count_bits, gap_bits) = (mean.max(1).ilog2(), low_bits(1024, mean));
        let low = low_bits(total, count);
        let (mut records, mut places) = (BitWriter::default(), BitWriter::default());
        let mut next = 0;
        for of_record in found.chunk_by(same) {
            let record = record_of(of_record[0]);
            records.rice(counted(record - next), low);
            records.rice(level(of_record, lengths[record]), LEVEL_BITS);
            next = record + 1;
            let whole = of_record.iter().filter(|value| **value & PART == 0);
            places.rice(counted(whole.clone().count()), count_bits);
            let mut next = 0;
            for value in whole {
                let place = (value & PLACE) as u32;
                places.rice(place - next, gap_bits);
                next = place + 1;
            }
        }
        let mut bytes = vec![u8::try_from(count_bits << 4 | gap_bits).unwrap_or(u8::MAX)];
        bytes.append(&mut places.finish());
        self.push(count, &records.finish(), &bytes);
    }

    /// Adds a term.
    pub(super) fn push(&mut self, count: u32, records: &[u8], places: &[u8]) {
        self.counts.push(count);
        self.records.push(records);
        self.places.push(places);
    }
}

/// What a term is worth in a record: titles most, prose least, the parts of a compound half as much as a word.
fn level(of_record: &[u64], length: u32) -> u32 {
    let mut in_prose = 0;
    let mut seen = [0_u32; 6];
    for value in of_record {
        let field = (value >> FIELD_SHIFT & 7) as usize;
        let worth = if value & PART == 0 { 2 } else { 1 };
        if field == Field::Prose as usize {
            in_prose += worth;
        } else {
            seen[field] = seen[field].max(worth);
        }
    }
    let weighted = seen.iter().zip([24, 12, 16, 14, 8, 0]);
    let sum: u32 = weighted.map(|(worth, weight)| worth * weight).sum();
    let sum = sum + 32 * in_prose / (4 * in_prose + 8 + length / 50);
    (sum.max(2) / 2).ilog2().min(TOP_LEVEL)
}
