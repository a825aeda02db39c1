//! The dictionary and the postings of its terms, packed into shards.
//!
//! The dictionary says of each term in how many records it stands and how long its postings and places are. Its leaves
//! stand in pages, and the root says with which letters each begins.

use serde_json::json;

use super::bits::{counted, push_number};
use super::growing::Postings;
use super::leaves::{Item, Leaves};
use super::packing::{packed_keys, packed_lengths};
use super::shards::{Shards, check_sum};
use crate::search::files::form::{COMMON, INLINE, LEVELS};

const WORDS: Size = Size {
    least: 32 << 10,
    most: 64 << 10,
};
const POSTINGS: Size = Size {
    least: 96 << 10,
    most: 192 << 10,
};
const PLACES: Size = Size {
    least: 384 << 10,
    most: 768 << 10,
};

/// How large a page is. It ends behind a term that its letters mark, so that one that grows moves its neighbours alone.
#[derive(Clone, Copy)]
struct Size {
    least: usize,
    most: usize,
}

impl Size {
    /// Whether one of so many bytes ends behind this term.
    fn ends(self, length: usize, term: &str) -> bool {
        length >= self.most || length >= self.least && check_sum(term.as_bytes()).is_multiple_of(8)
    }
}

/// Packs terms and postings into shards, in the order of the dictionary.
pub(in crate::search) struct Dictionary {
    leaves: Leaves,
    records: Pages,
    places: Pages,
}

/// Postings, one behind the other, and the check sums of the pages that are full.
#[derive(Default)]
struct Pages {
    bytes: Vec<u8>,
    count: u32,
    sums: String,
}

impl Dictionary {
    /// A dictionary for so many terms.
    pub(in crate::search) fn new(terms: usize) -> Self {
        Self {
            leaves: Leaves::new(terms),
            records: Pages::default(),
            places: Pages::default(),
        }
    }

    /// Adds the next term.
    pub(in crate::search) fn add(&mut self, term: &str, postings: &Postings, shards: &mut Shards) {
        let Postings {
            count,
            records,
            places,
            tops,
        } = postings;
        let [here, there] = [&self.records, &self.places].map(Pages::end_of_last);
        let starts = [here.0, here.1, there.0, there.1];
        let (mut body, mut ends) = (Vec::new(), [false; 2]);
        push_number(&mut body, *count);
        push_number(&mut body, counted(records.len()));
        if *count <= INLINE {
            body.extend_from_slice(records);
        } else {
            ends[0] = self
                .records
                .add("postings", records, term, POSTINGS, shards);
        }
        if *count >= COMMON {
            for (level, record) in tops {
                push_number(&mut body, record << LEVELS | level);
            }
        }
        push_number(&mut body, counted(places.len()));
        ends[1] = self.places.add("places", places, term, PLACES, shards);
        self.leaves.add(Item {
            term: term.to_owned(),
            body,
            starts,
            ends,
        });
    }

    /// Adds the last shards, and says in `shards` how the leaves are found.
    pub(in crate::search) fn finish(mut self, shards: &mut Shards) {
        let (keys, leaves) = self.leaves.finish();
        let (mut words, mut cuts) = (Pages::default(), Vec::new());
        for (number, (leaf, key)) in (1..).zip(leaves.iter().zip(&keys)) {
            if words.add("words", leaf, key, WORDS, shards) {
                cuts.push(number);
            }
        }
        for (pages, name) in [
            (&mut words, "words"),
            (&mut self.records, "postings"),
            (&mut self.places, "places"),
        ] {
            if !pages.bytes.is_empty() {
                pages.end(name, shards);
            }
            shards.say(name, std::mem::take(&mut pages.sums));
        }
        let lengths: Vec<usize> = leaves.iter().map(Vec::len).collect();
        let leaves = json!({ "keys": packed_keys(&keys), "lengths": packed_lengths(&lengths), "cuts": cuts });
        shards.say("leaves", leaves);
    }
}

impl Pages {
    /// The page that the next piece stands in, and where.
    fn end_of_last(&self) -> (u32, u32) {
        (self.count, counted(self.bytes.len()))
    }

    /// Adds a piece, and tells whether the next one begins a new page.
    fn add(
        &mut self,
        name: &str,
        piece: &[u8],
        term: &str,
        size: Size,
        shards: &mut Shards,
    ) -> bool {
        self.bytes.extend_from_slice(piece);
        let ends = size.ends(self.bytes.len(), term);
        if ends {
            self.end(name, shards);
        }
        ends
    }

    fn end(&mut self, name: &str, shards: &mut Shards) {
        let sum = shards.add(&format!("{name}{}", self.count), &self.bytes);
        self.sums.push_str(&sum);
        self.bytes.clear();
        self.count += 1;
    }
}
