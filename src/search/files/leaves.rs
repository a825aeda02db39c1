//! The leaves of the dictionary: runs of terms, front-coded and compressed.
//!
//! A visitor reads a leaf for each word, and from the root the first letters of all leaves. So a leaf ends, within bounds,
//! where the fewest letters tell the next term from the one before: its key is short, and since such borders are where
//! they are for good, a new term moves none but its own leaf's.

use rayon::prelude::*;

use super::bits::{counted, push_number};
use super::shards::deflated;
use crate::search::words::analysis::plain;

/// How large leaves are before they are compressed, by how many terms there are: the fewest bytes and the most. A visitor
/// reads the keys of all leaves and one leaf, which together are least when leaves grow as the root of the terms.
const SIZES: [(usize, usize, usize); 3] = [
    (40_000, 1 << 10, 2560),
    (200_000, 2 << 10, 5 << 10),
    (usize::MAX, 5 << 10, 12 << 10),
];

/// How many leaves are compressed together, on all processors: as many as keep them busy, and few enough that the leaves of a large
/// dictionary do not stand in memory as they are and compressed.
const TOGETHER: usize = 256;

/// A term on its way into a leaf.
pub(in crate::search) struct Item {
    /// The term.
    pub(in crate::search) term: String,
    /// What the leaf says of it.
    pub(in crate::search) body: Vec<u8>,
    /// Where its postings and its places stand: page and byte of each.
    pub(in crate::search) starts: [u32; 4],
    /// Whether a page of postings or of places ends behind it.
    pub(in crate::search) ends: [bool; 2],
}

/// Packs terms into leaves, in the order of the dictionary.
pub(in crate::search) struct Leaves {
    least: usize,
    most: usize,
    waiting: Vec<Item>,
    held: usize,
    /// The last term of the last leaf, without marks.
    last: String,
    keys: Vec<String>,
    /// Leaves that are compressed, and those that wait for it.
    made: Vec<Vec<u8>>,
    raw: Vec<Vec<u8>>,
}

impl Leaves {
    /// Leaves for so many terms.
    pub(in crate::search) fn new(terms: usize) -> Self {
        let size = SIZES.iter().find(|(count, _, _)| terms <= *count);
        let (_, least, most) = *size.unwrap_or(&SIZES[0]);
        Self {
            least,
            most,
            waiting: Vec::new(),
            held: 0,
            last: String::new(),
            keys: Vec::new(),
            made: Vec::new(),
            raw: Vec::new(),
        }
    }

    /// Adds the next term.
    pub(in crate::search) fn add(&mut self, item: Item) {
        self.held += size(&item, self.waiting.last());
        self.waiting.push(item);
        while self.held >= self.most {
            let end = self.best_end();
            self.end_leaf(end);
        }
    }

    /// With which letters each leaf begins, and the leaves, compressed.
    pub(in crate::search) fn finish(mut self) -> (Vec<String>, Vec<Vec<u8>>) {
        if !self.waiting.is_empty() {
            self.end_leaf(self.waiting.len());
        }
        self.compress();
        (self.keys, self.made)
    }

    /// Compresses the leaves that wait for it.
    fn compress(&mut self) {
        let raw = std::mem::take(&mut self.raw);
        let made = raw.par_iter().map(|leaf| deflated(leaf));
        self.made.par_extend(made);
    }

    /// How many of the waiting terms the leaf takes.
    fn best_end(&self) -> usize {
        let mut held = 0;
        let mut best = (usize::MAX, self.waiting.len());
        for (end, pair) in (1_usize..).zip(self.waiting.windows(2)) {
            held += size(
                &pair[0],
                end.checked_sub(2).map(|before| &self.waiting[before]),
            );
            let length = separator(&plain(&pair[0].term), &plain(&pair[1].term)).len();
            if held >= self.least && length < best.0 {
                best = (length, end);
            }
        }
        best.1
    }

    fn end_leaf(&mut self, end: usize) {
        let rest = self.waiting.split_off(end);
        let items = std::mem::replace(&mut self.waiting, rest);
        self.held = 0;
        for (number, item) in self.waiting.iter().enumerate() {
            self.held += size(
                item,
                number.checked_sub(1).map(|before| &self.waiting[before]),
            );
        }
        self.keys
            .push(separator(&self.last, &plain(&items[0].term)));
        self.last = items
            .last()
            .map_or_else(String::new, |item| plain(&item.term).into_owned());
        self.raw.push(leaf(&items));
        if self.raw.len() >= TOGETHER {
            self.compress();
        }
    }
}

/// About how many bytes a term takes behind another.
fn size(item: &Item, before: Option<&Item>) -> usize {
    let shared = before.map_or(0, |before| shared(&before.term, &item.term));
    item.term.len() - shared + 2 + item.body.len()
}

/// A leaf: how many terms it has, where the postings and places of the first stand and before which a new page of them
/// begins, then each term, of which what it shares with the one before is left out.
fn leaf(items: &[Item]) -> Vec<u8> {
    let mut bytes = Vec::new();
    push_number(&mut bytes, counted(items.len()));
    for start in items[0].starts {
        push_number(&mut bytes, start);
    }
    for stream in 0..2 {
        let ends = (1..).zip(items).filter(|(_, item)| item.ends[stream]);
        let cuts: Vec<u32> = ends.map(|(number, _)| number).collect();
        push_number(&mut bytes, counted(cuts.len()));
        for cut in cuts {
            push_number(&mut bytes, cut);
        }
    }
    let mut last = "";
    for item in items {
        let shared = shared(last, &item.term);
        push_number(&mut bytes, counted(shared));
        push_number(&mut bytes, counted(item.term.len() - shared));
        bytes.extend_from_slice(&item.term.as_bytes()[shared..]);
        bytes.extend_from_slice(&item.body);
        last = &item.term;
    }
    bytes
}

/// How many bytes a term shares with the one before it.
fn shared(before: &str, term: &str) -> usize {
    let pairs = before.bytes().zip(term.bytes());
    let mut shared = pairs.take_while(|(left, right)| left == right).count();
    while !term.is_char_boundary(shared) {
        shared -= 1;
    }
    shared
}

/// The shortest beginning of a term that stands behind another.
fn separator(before: &str, term: &str) -> String {
    let shared = before
        .chars()
        .zip(term.chars())
        .take_while(|(left, right)| left == right);
    term.chars().take(shared.count() + 1).collect()
}
