//! A leaf of the dictionary, read.

use super::bits::take_number;
use crate::search::files::form::{COMMON, INLINE, LEVELS, TOPS};

/// A leaf of the dictionary.
pub(in crate::search) struct Leaf {
    /// The terms, each with in how many records it stands.
    pub(in crate::search) terms: Vec<(String, u32)>,
    /// The postings of those terms that have them beside them.
    pub(in crate::search) inline: Vec<Option<Vec<u8>>>,
    /// Of common terms, the records they are worth most in: level and record.
    pub(in crate::search) tops: Vec<Vec<(u32, u32)>>,
    /// How many bytes of their pages the postings and the places of each term take.
    lengths: Vec<[usize; 2]>,
    starts: [usize; 4],
    cuts: [Vec<usize>; 2],
}

impl Leaf {
    /// Reads a leaf; none if it is not whole.
    pub(in crate::search) fn read(mut bytes: &[u8]) -> Option<Self> {
        let bytes = &mut bytes;
        let count = take_number(bytes)?;
        let mut starts = [0; 4];
        for start in &mut starts {
            *start = take_number(bytes)? as usize;
        }
        let mut cuts = [Vec::new(), Vec::new()];
        for cuts in &mut cuts {
            for _ in 0..take_number(bytes)? {
                cuts.push(take_number(bytes)? as usize);
            }
        }
        let mut leaf = Self {
            terms: Vec::new(),
            inline: Vec::new(),
            tops: Vec::new(),
            lengths: Vec::new(),
            starts,
            cuts,
        };
        let mut term: Vec<u8> = Vec::new();
        for _ in 0..count {
            term.truncate(take_number(bytes)? as usize);
            let length = take_number(bytes)? as usize;
            term.extend_from_slice(take(bytes, length)?);
            let count = take_number(bytes)?;
            leaf.terms
                .push((String::from_utf8(term.clone()).ok()?, count));
            leaf.take_postings(bytes, count)?;
        }
        bytes.is_empty().then_some(leaf)
    }

    /// How long a term's postings and places are, its postings if they stand beside it, and the best records.
    fn take_postings(&mut self, bytes: &mut &[u8], count: u32) -> Option<()> {
        let mut lengths = [take_number(bytes)? as usize, 0];
        let mut inline = None;
        if count <= INLINE {
            inline = Some(take(bytes, lengths[0])?.to_vec());
            lengths[0] = 0;
        }
        let mut tops = Vec::new();
        if count >= COMMON {
            for _ in 0..TOPS {
                let top = take_number(bytes)?;
                tops.push((top & ((1 << LEVELS) - 1), top >> LEVELS));
            }
        }
        lengths[1] = take_number(bytes)? as usize;
        self.inline.push(inline);
        self.tops.push(tops);
        self.lengths.push(lengths);
        Some(())
    }

    /// The page in which a term's postings (0) or places (1) stand, and where in it: start and length.
    pub(in crate::search) fn part(&self, stream: usize, place: usize) -> (usize, [usize; 2]) {
        let (mut page, mut start) = (self.starts[stream * 2], self.starts[stream * 2 + 1]);
        let cuts = &self.cuts[stream];
        let passed = cuts.partition_point(|cut| *cut <= place);
        let mut first = 0;
        if let Some(last) = passed.checked_sub(1) {
            (page, start, first) = (page + passed, 0, cuts[last]);
        }
        let before = self.lengths[first..place].iter();
        start += before.map(|lengths| lengths[stream]).sum::<usize>();
        (page, [start, self.lengths[place][stream]])
    }
}

fn take<'b>(bytes: &mut &'b [u8], length: usize) -> Option<&'b [u8]> {
    let (taken, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(taken)
}
