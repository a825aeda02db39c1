//! The shards, read: the dictionary, the postings, the hits. The browser reads the same bytes in the same way.

use std::io::Read as _;
use std::sync::Arc;

use flate2::read::DeflateDecoder;
use serde_json::Value;

use super::analysis::plain;
use super::bits::{BitReader, low_bits, take_number};
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
        let bytes = self.shard(name, sum)?;
        let mut body = Vec::new();
        DeflateDecoder::new(&bytes[4..])
            .read_to_end(&mut body)
            .map_err(|_| Broken(name.to_owned()))?;
        Ok(body)
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
            return self.posted(inline, entry.count).map(|(found, _)| found);
        }
        let (page, mut at, first) = leaf.page(0, entry.place);
        let sum = sum_at(&self.root["postings"], page);
        let bytes = self.shard(&format!("postings{page}"), sum)?;
        let body = &bytes[4..];
        for before in &leaf.entries[first..entry.place] {
            if before.count > INLINE {
                at += self
                    .posted(body.get(at..).unwrap_or_default(), before.count)?
                    .1;
            }
        }
        let found = self.posted(body.get(at..).unwrap_or_default(), entry.count)?;
        Ok(found.0)
    }

    /// Reads postings off the front; tells how many bytes they took.
    fn posted(&self, bytes: &[u8], count: u32) -> Result<(Vec<(u32, u32)>, usize), Broken> {
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
        Ok((found, reader.bytes_read()))
    }

    /// The places of a term in each of its records.
    pub(super) fn places(&self, entry: &Entry) -> Result<Vec<Vec<u32>>, Broken> {
        let leaf = self.leaf(entry.leaf)?;
        let (page, mut at, first) = leaf.page(1, entry.place);
        let sum = sum_at(&self.root["places"], page);
        let name = format!("places{page}");
        let bytes = self.shard(&name, sum)?;
        let broken = || Broken(name.clone());
        for before in &leaf.entries[first..entry.place] {
            at += placed(bytes[4..].get(at..).unwrap_or_default(), before.count)
                .ok_or_else(broken)?
                .1;
        }
        let found = placed(bytes[4..].get(at..).unwrap_or_default(), entry.count);
        Ok(found.ok_or_else(broken)?.0)
    }

    /// How a record is shown.
    pub(super) fn hit(&self, record: u32) -> Result<Hit, Broken> {
        let number = |field: &str| {
            let number = self.root["hits"][field].as_u64().unwrap_or(1);
            usize::try_from(number).unwrap_or(1).max(1)
        };
        let (size, group) = (number("size"), number("group"));
        let block = record as usize / size;
        let name = format!("hits{block}");
        let sum = sum_at(&self.root["hits"]["sums"], block / group);
        let bytes = self.inflated(&name, sum)?;
        let rows: Value = serde_json::from_slice(&bytes).map_err(|_| Broken(name))?;
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
            leaf.inline.push(None);
            leaf.entries.push(Entry {
                term: String::from_utf8(term.clone()).ok()?,
                count,
                leaf: number,
                place,
            });
            if count <= INLINE {
                leaf.take_inline(bytes)?;
            }
        }
        Some(leaf)
    }

    /// Postings beside their term begin with how many bytes they take.
    fn take_inline(&mut self, bytes: &mut &[u8]) -> Option<()> {
        let length = take_number(bytes)? as usize;
        let (postings, rest) = bytes.split_at_checked(length)?;
        *bytes = rest;
        if let Some(inline) = self.inline.last_mut() {
            *inline = Some(postings.to_vec());
        }
        Some(())
    }

    /// The page in which a term's postings (0) or places (1) stand, where its run begins there, and the first term of
    /// the run.
    fn page(&self, stream: usize, place: usize) -> (usize, usize, usize) {
        let (page, at) = (self.starts[stream * 2], self.starts[stream * 2 + 1]);
        let cuts = &self.cuts[stream];
        match cuts.partition_point(|cut| *cut <= place).checked_sub(1) {
            Some(last) => (page + last + 1, 0, cuts[last]),
            None => (page, at, 0),
        }
    }
}

fn placed(bytes: &[u8], count: u32) -> Option<(Vec<Vec<u32>>, usize)> {
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
    Some((found, reader.bytes_read() + 1))
}

/// The check sum of a number among those that stand one behind the other.
fn sum_at(sums: &Value, number: usize) -> &str {
    let sums = sums.as_str().unwrap_or_default();
    sums.get(number * 8..number * 8 + 8).unwrap_or_default()
}
