//! The shards, read: the dictionary, the postings, the hits. The browser reads the same bytes in the same way.

use std::io::Read as _;
use std::ops::Range;
use std::sync::Arc;

use flate2::read::DeflateDecoder;
use serde_json::Value;

use super::analysis::plain;
use super::bits::{BitReader, low_bits, take_number};
use super::catalogue::BLOCKS;
use super::engine::Hit;
use super::postings::LEVEL_BITS;
use super::shards::{FORM, INLINE, ROOT, check_sum};

/// A shard that is missing, cut short or of another index: its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken(pub String);

/// Gives the bytes of a file of the index by its name.
pub type Fetch<'a> = &'a dyn Fn(&str) -> Option<Arc<[u8]>>;

/// An index that can be read.
pub(super) struct Reader<'f> {
    fetch: Fetch<'f>,
    pub(super) root: Value,
    pub(super) total: u32,
}

/// A term of the dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) term: String,
    /// In how many records it stands.
    pub(super) count: u32,
    /// The shard of the dictionary it stands in, and its place there.
    leaf: usize,
    place: usize,
}

/// A shard of the dictionary.
pub(super) struct Leaf {
    pub(super) entries: Vec<Entry>,
    /// The postings of those terms that have them beside them.
    inline: Vec<Option<Vec<u8>>>,
    /// How many bytes of their pages the postings and the places of each term take.
    lengths: Vec<[usize; 2]>,
    starts: [usize; 4],
    cuts: [Vec<usize>; 2],
}

impl<'f> Reader<'f> {
    pub(super) fn new(fetch: Fetch<'f>) -> Result<Self, Broken> {
        let broken = || Broken(ROOT.to_owned());
        let bytes = fetch(ROOT).ok_or_else(broken)?;
        let root: Value = serde_json::from_slice(&bytes).map_err(|_| broken())?;
        let is_ours = root["form"] == FORM;
        let total = root["count"]
            .as_u64()
            .and_then(|count| count.try_into().ok());
        match total {
            Some(total) if is_ours => Ok(Self { fetch, root, total }),
            _ => Err(broken()),
        }
    }

    /// The body of a shard whose check sum the root gives.
    fn shard(&self, name: &str, sum: &str) -> Result<Arc<[u8]>, Broken> {
        let name = format!("{name}-{sum}.bin");
        let whole = |bytes: &Arc<[u8]>| {
            bytes
                .split_first_chunk::<4>()
                .is_some_and(|(sum, body)| u32::from_le_bytes(*sum) == check_sum(body))
        };
        (self.fetch)(&name).filter(whole).ok_or(Broken(name))
    }

    fn inflated(&self, name: &str, sum: &str) -> Result<Vec<u8>, Broken> {
        inflate(&self.shard(name, sum)?[4..], name)
    }

    /// A shard by its name in the root, compressed.
    pub(super) fn named(&self, name: &str, sum: &Value) -> Result<Vec<u8>, Broken> {
        self.inflated(name, sum.as_str().unwrap_or_default())
    }

    /// A shard by its name in the root, as it is.
    pub(super) fn bare(&self, name: &str, sum: &Value) -> Result<Arc<[u8]>, Broken> {
        self.shard(name, sum.as_str().unwrap_or_default())
    }

    /// The number of the shard of the dictionary in which a term stands, if it stands anywhere.
    pub(super) fn leaf_of(&self, term: &str) -> usize {
        let wanted = plain(term);
        let keys = self.root["words"]["keys"]
            .as_array()
            .map_or(&[][..], |keys| keys);
        let behind = keys.partition_point(|key| key.as_str().unwrap_or_default() <= &*wanted);
        let mut leaf = behind.saturating_sub(1);
        // Terms that differ in marks alone may stand on both sides of a border.
        while leaf > 0 && keys[leaf].as_str() == Some(&*wanted) {
            leaf -= 1;
        }
        leaf
    }

    /// How many shards the dictionary has.
    pub(super) fn leaves(&self) -> usize {
        self.root["words"]["keys"].as_array().map_or(0, Vec::len)
    }

    pub(super) fn leaf(&self, number: usize) -> Result<Leaf, Broken> {
        let name = format!("words{number}");
        let sum = sum_at(&self.root["words"]["sums"], number);
        let bytes = self.inflated(&name, sum)?;
        Leaf::read(number, &bytes).ok_or(Broken(name))
    }

    /// The records of a term, each with its level.
    pub(super) fn records(&self, entry: &Entry) -> Result<Vec<(u32, u32)>, Broken> {
        let leaf = self.leaf(entry.leaf)?;
        if let Some(inline) = &leaf.inline[entry.place] {
            return self.posted(inline, entry.count);
        }
        let (page, range) = leaf.range(0, entry.place);
        let name = format!("postings{page}");
        let bytes = self.shard(&name, sum_at(&self.root["postings"], page))?;
        self.posted(bytes[4..].get(range).ok_or(Broken(name))?, entry.count)
    }

    fn posted(&self, bytes: &[u8], count: u32) -> Result<Vec<(u32, u32)>, Broken> {
        let broken = || Broken("postings".to_owned());
        let low = low_bits(self.total, count);
        let mut reader = BitReader::new(bytes);
        let mut next = 0;
        let mut found = Vec::with_capacity(count as usize);
        for _ in 0..count {
            let record = next + reader.rice(low).ok_or_else(broken)?;
            let level = reader.rice(LEVEL_BITS).ok_or_else(broken)?;
            if record >= self.total {
                return Err(broken());
            }
            found.push((record, level));
            next = record + 1;
        }
        Ok(found)
    }

    /// The places of a term in each of its records.
    pub(super) fn places(&self, entry: &Entry) -> Result<Vec<Vec<u32>>, Broken> {
        let leaf = self.leaf(entry.leaf)?;
        let (page, range) = leaf.range(1, entry.place);
        let name = format!("places{page}");
        let bytes = self.shard(&name, sum_at(&self.root["places"], page))?;
        let part = bytes[4..].get(range);
        part.and_then(|part| placed(part, entry.count))
            .ok_or(Broken(name))
    }

    /// How a record is shown. Hits stand in blocks of a few records each, many blocks in a shard.
    pub(super) fn hit(&self, record: u32) -> Result<Hit, Broken> {
        let lengths = self.named("blocks", &self.root["blocks"])?;
        let lengths = read_lengths(&lengths).ok_or_else(|| Broken("blocks".to_owned()))?;
        let size = self.root["hits"]["size"].as_u64().unwrap_or(1);
        let size = usize::try_from(size).unwrap_or(1).max(1);
        let block = record as usize / size;
        let page = block / BLOCKS;
        let start: usize = lengths[page * BLOCKS..].iter().take(block % BLOCKS).sum();
        let name = format!("hits{page}");
        let bytes = self.shard(&name, sum_at(&self.root["hits"]["sums"], page))?;
        let part = bytes[4..].get(start..start + lengths.get(block).copied().unwrap_or(0));
        let rows = inflate(part.unwrap_or_default(), &name)?;
        let rows: Value = serde_json::from_slice(&rows).map_err(|_| Broken(name))?;
        let row = &rows[record as usize % size];
        let text = |place: usize| row[place].as_str().map(str::to_owned);
        let (id, date) = (text(0).unwrap_or_default(), text(2).unwrap_or_default());
        let home = self.root["home"].as_str().unwrap_or_default();
        let numbers = row[6].as_array().into_iter().flatten();
        Ok(Hit {
            record,
            title: text(1).unwrap_or_default(),
            address: format!("{home}{}/{id}/", date.get(..4).unwrap_or_default()),
            date,
            stage: text(3).unwrap_or_default(),
            outcome: text(4),
            body: text(5),
            case_number: numbers
                .filter_map(|number| number.as_str().map(str::to_owned))
                .collect(),
        })
    }
}

impl Leaf {
    fn read(number: usize, mut bytes: &[u8]) -> Option<Self> {
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
            entries: Vec::new(),
            inline: Vec::new(),
            lengths: Vec::new(),
            starts,
            cuts,
        };
        let mut term: Vec<u8> = Vec::new();
        for place in 0..count as usize {
            term.truncate(take_number(bytes)? as usize);
            let length = take_number(bytes)? as usize;
            let (suffix, rest) = bytes.split_at_checked(length)?;
            *bytes = rest;
            term.extend_from_slice(suffix);
            let count = take_number(bytes)?;
            leaf.entries.push(Entry {
                term: String::from_utf8(term.clone()).ok()?,
                count,
                leaf: number,
                place,
            });
            leaf.take_postings(bytes, count)?;
        }
        Some(leaf)
    }

    /// How long a term's postings and places are, and its postings if they stand beside it.
    fn take_postings(&mut self, bytes: &mut &[u8], count: u32) -> Option<()> {
        let mut lengths = [take_number(bytes)? as usize, 0];
        let mut inline = None;
        if count <= INLINE {
            let (postings, rest) = bytes.split_at_checked(lengths[0])?;
            *bytes = rest;
            inline = Some(postings.to_vec());
            lengths[0] = 0;
        }
        lengths[1] = take_number(bytes)? as usize;
        self.inline.push(inline);
        self.lengths.push(lengths);
        Some(())
    }

    /// The page in which a term's postings (0) or places (1) stand, and where in it.
    fn range(&self, stream: usize, place: usize) -> (usize, Range<usize>) {
        let (mut page, mut start) = (self.starts[stream * 2], self.starts[stream * 2 + 1]);
        let cuts = &self.cuts[stream];
        let passed = cuts.partition_point(|cut| *cut <= place);
        let mut first = 0;
        if let Some(last) = passed.checked_sub(1) {
            (page, start, first) = (page + passed, 0, cuts[last]);
        }
        let before = self.lengths[first..place].iter();
        start += before.map(|lengths| lengths[stream]).sum::<usize>();
        (page, start..start + self.lengths[place][stream])
    }
}

fn inflate(bytes: &[u8], name: &str) -> Result<Vec<u8>, Broken> {
    let mut body = Vec::new();
    DeflateDecoder::new(bytes)
        .read_to_end(&mut body)
        .map_err(|_| Broken(name.to_owned()))?;
    Ok(body)
}

fn read_lengths(mut bytes: &[u8]) -> Option<Vec<usize>> {
    let mut lengths = Vec::new();
    while !bytes.is_empty() {
        lengths.push(take_number(&mut bytes)? as usize);
    }
    Some(lengths)
}

fn placed(bytes: &[u8], count: u32) -> Option<Vec<Vec<u32>>> {
    let (widths, rest) = bytes.split_first()?;
    let mut reader = BitReader::new(rest);
    let mut found = Vec::with_capacity(count as usize);
    for _ in 0..count {
        let mut places = Vec::new();
        let mut next = 0;
        for _ in 0..reader.rice(u32::from(widths >> 4))? {
            let place = next + reader.rice(u32::from(widths & 15))?;
            places.push(place);
            next = place + 1;
        }
        found.push(places);
    }
    Some(found)
}

/// The check sum of a number among those that stand one behind the other.
fn sum_at(sums: &Value, number: usize) -> &str {
    let sums = sums.as_str().unwrap_or_default();
    sums.get(number * 8..number * 8 + 8).unwrap_or_default()
}
