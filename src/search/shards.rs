//! The index as files: small enough to be fetched one by one, each named by the digest of what it holds.
//!
//! Every shard begins with the check sum of the rest, so that one that was cut short or belongs to another site is told
//! from a whole one. Postings, places and hits are asked for in parts where the web server can do that, and are read
//! whole where it cannot. Dictionary, hits and facets are compressed here, since web servers do not compress what they do not
//! know. `root` names all others; it is the one file with a name of its own.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::Arc;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde_json::{Value, json};

use super::analysis::plain;
use super::bits::{counted, push_number};
use super::postings::Slice;

/// The name of the file that names all others.
pub const ROOT: &str = "index.json";
/// The form of the index this program writes and reads.
pub(super) const FORM: u32 = 1;
/// Terms of so few records have them beside them in the dictionary.
pub(super) const INLINE: u32 = 2;

const LEAF: Size = Size {
    least: 7 << 10,
    most: 12 << 10,
};
const POSTINGS: Size = Size {
    least: 96 << 10,
    most: 192 << 10,
};
const PLACES: Size = Size {
    least: 384 << 10,
    most: 768 << 10,
};

/// How large a shard is. It ends behind a term that its letters mark, so that one that grows moves its neighbours alone.
struct Size {
    least: usize,
    most: usize,
}

impl Size {
    fn ends(&self, length: usize, term: &str) -> bool {
        length >= self.most || length >= self.least && check_sum(term.as_bytes()).is_multiple_of(32)
    }
}

/// Shards by name, and what the root says of them.
#[derive(Default)]
pub(super) struct Shards {
    /// The files.
    pub(super) files: BTreeMap<String, Arc<[u8]>>,
    /// The root's fields.
    pub(super) root: serde_json::Map<String, Value>,
}

impl Shards {
    /// Adds a shard and gives back its check sum, by which the root names it.
    pub(super) fn add(&mut self, name: &str, body: &[u8]) -> String {
        let sum = hexadecimal(check_sum(body));
        self.add_named(&format!("{name}-{sum}.bin"), body);
        sum
    }

    fn add_named(&mut self, name: &str, body: &[u8]) {
        let mut bytes = check_sum(body).to_le_bytes().to_vec();
        bytes.extend_from_slice(body);
        self.files.insert(name.to_owned(), bytes.into());
    }

    /// Adds the dictionary and the postings of its terms.
    pub(super) fn add_terms(&mut self, terms: &[String], slices: &[Slice]) {
        let mut writer = Writer::default();
        let mut terms = terms.iter();
        for slice in slices {
            for (number, count) in slice.counts.iter().enumerate() {
                let Some(term) = terms.next() else { return };
                let (records, places) = (slice.records.piece(number), slice.places.piece(number));
                writer.add(term, *count, records, places, self);
            }
        }
        writer.finish(self);
    }

    /// All files: the shards and the root.
    pub(super) fn finish(mut self) -> BTreeMap<String, Arc<[u8]>> {
        self.root.insert("form".to_owned(), FORM.into());
        let root = Value::Object(self.root).to_string();
        self.files.insert(ROOT.to_owned(), root.into_bytes().into());
        self.files
    }
}

/// Packs terms and postings into shards, in the order of the dictionary.
#[derive(Default)]
struct Writer {
    leaf: Leaf,
    last: String,
    keys: Vec<String>,
    sums: String,
    records: Pages,
    places: Pages,
}

/// The terms of one shard of the dictionary.
#[derive(Default)]
struct Leaf {
    bytes: Vec<u8>,
    count: u32,
    last: String,
    /// Where the postings of its first term stand, and the terms at which a new page of them begins.
    starts: Option<[u32; 4]>,
    cuts: [Vec<u32>; 2],
}

/// Postings, one behind the other, and the check sums of the pages that are full.
#[derive(Default)]
struct Pages {
    bytes: Vec<u8>,
    count: u32,
    sums: String,
}

impl Writer {
    fn add(&mut self, term: &str, count: u32, records: &[u8], places: &[u8], shards: &mut Shards) {
        let [here, there] = [&self.records, &self.places];
        let starts = [
            here.count,
            counted(here.bytes.len()),
            there.count,
            counted(there.bytes.len()),
        ];
        self.leaf.starts.get_or_insert(starts);
        if self.leaf.count == 0 {
            self.keys.push(separator(&self.last, &plain(term)));
        }
        self.last = plain(term).into_owned();
        self.leaf.add(term, count);
        push_number(&mut self.leaf.bytes, counted(records.len()));
        if count <= INLINE {
            self.leaf.bytes.extend_from_slice(records);
        } else if self
            .records
            .add("postings", records, term, &POSTINGS, shards)
        {
            self.leaf.cuts[0].push(self.leaf.count);
        }
        push_number(&mut self.leaf.bytes, counted(places.len()));
        if self.places.add("places", places, term, &PLACES, shards) {
            self.leaf.cuts[1].push(self.leaf.count);
        }
        if LEAF.ends(self.leaf.bytes.len(), term) {
            self.end_leaf(shards);
        }
    }

    fn end_leaf(&mut self, shards: &mut Shards) {
        let number = self.sums.len() / 8;
        let body = deflated(&std::mem::take(&mut self.leaf).finish());
        let sum = shards.add(&format!("words{number}"), &body);
        self.sums.push_str(&sum);
    }

    fn finish(mut self, shards: &mut Shards) {
        if self.leaf.count > 0 {
            self.end_leaf(shards);
        }
        for (pages, name) in [
            (&mut self.records, "postings"),
            (&mut self.places, "places"),
        ] {
            if !pages.bytes.is_empty() {
                pages.end(name, shards);
            }
        }
        let words = json!({ "keys": self.keys, "sums": self.sums });
        shards.root.insert("words".to_owned(), words);
        shards
            .root
            .insert("postings".to_owned(), self.records.sums.into());
        shards
            .root
            .insert("places".to_owned(), self.places.sums.into());
    }
}

impl Leaf {
    fn add(&mut self, term: &str, count: u32) {
        let mut shared = self
            .last
            .bytes()
            .zip(term.bytes())
            .take_while(|(left, right)| left == right)
            .count()
            .min(255);
        while !term.is_char_boundary(shared) {
            shared -= 1;
        }
        push_number(&mut self.bytes, counted(shared));
        push_number(&mut self.bytes, counted(term.len() - shared));
        self.bytes.extend_from_slice(&term.as_bytes()[shared..]);
        push_number(&mut self.bytes, count);
        self.count += 1;
        term.clone_into(&mut self.last);
    }

    fn finish(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.bytes.len() + 16);
        push_number(&mut bytes, self.count);
        for start in self.starts.unwrap_or_default() {
            push_number(&mut bytes, start);
        }
        for cuts in &self.cuts {
            push_number(&mut bytes, counted(cuts.len()));
            for cut in cuts {
                push_number(&mut bytes, *cut);
            }
        }
        bytes.extend_from_slice(&self.bytes);
        bytes
    }
}

impl Pages {
    /// Adds a piece, and tells whether the next one begins a new page.
    fn add(
        &mut self,
        name: &str,
        piece: &[u8],
        term: &str,
        size: &Size,
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

/// The shortest beginning of a term that stands behind another.
fn separator(before: &str, term: &str) -> String {
    let shared = before
        .chars()
        .zip(term.chars())
        .take_while(|(left, right)| left == right);
    term.chars().take(shared.count() + 1).collect()
}

/// The check sum of some bytes (FNV-1a, 32 bits).
pub(super) fn check_sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

fn hexadecimal(sum: u32) -> String {
    format!("{sum:08x}")
}

/// Bytes, compressed.
///
/// # Panics
/// Never: memory takes any writing.
pub(super) fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::new(7));
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .expect("memory takes any writing")
}
