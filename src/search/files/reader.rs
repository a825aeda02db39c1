//! The shards, read: the root, the dictionary, the postings, the hits. The browser reads the same bytes in the same way.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::Read as _;
use std::sync::Arc;

use flate2::read::DeflateDecoder;
use serde_json::Value;

use super::growing::{PlacesReader, Postings, read_records};
use super::leaf::Leaf;
use super::packing;
use super::shards::{check_sum, file_name, named};
use crate::search::files::form::{FORM, KINDS, LEAVES, ROOT, SLOT, SLOTS, SUM};
use crate::search::files::hits::Hit;
use crate::search::words::analysis::plain;

/// A shard that is missing, cut short or of another index: its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken(pub String);

/// Gives the bytes of a file of the index by its name.
pub type Fetch<'a> = &'a dyn Fn(&str) -> Option<Arc<[u8]>>;

/// An index that can be read.
pub(in crate::search) struct IndexReader<'f> {
    fetch: Fetch<'f>,
    pub(in crate::search) root: Value,
    pub(in crate::search) total: u32,
    pub(in crate::search) segments: Vec<IndexSegment>,
}

/// What the root says of a segment.
pub(in crate::search) struct IndexSegment {
    /// The number of its first record, and how many it has.
    pub(in crate::search) first: u32,
    count: u32,
    /// With which letters each leaf begins, how long it is, and which leaves begin a new page.
    keys: Vec<String>,
    lengths: Vec<usize>,
    cuts: Vec<usize>,
    /// The check sums of its files, by kind.
    sums: BTreeMap<&'static str, String>,
    /// The page of each kind that was read last.
    last: RefCell<BTreeMap<&'static str, (usize, Body)>>,
}

/// A term of the dictionary, in every segment that has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct DictionaryEntry {
    pub(in crate::search) term: String,
    /// In how many records it stands.
    pub(in crate::search) count: u32,
    /// The segments it stands in: each with the leaf and the place there.
    places: Vec<(usize, usize, usize)>,
}

impl<'f> IndexReader<'f> {
    pub(in crate::search) fn new(fetch: Fetch<'f>) -> Result<Self, Broken> {
        let broken = || Broken(ROOT.to_owned());
        let bytes = fetch(ROOT).ok_or_else(broken)?;
        let root: Value = serde_json::from_slice(&bytes).map_err(|_| broken())?;
        if root["form"] != FORM {
            return Err(broken());
        }
        let read = || {
            let segments = root["segments"].as_array()?.iter().map(IndexSegment::read);
            Some((number(&root["count"])?, segments.collect::<Option<_>>()?))
        };
        let (total, segments) = read().ok_or_else(broken)?;
        Ok(Self {
            fetch,
            root,
            total,
            segments,
        })
    }

    /// The body of a shard whose check sum the root gives.
    fn shard(&self, name: &str, sum: &str) -> Result<Body, Broken> {
        let name = file_name(name, sum);
        let whole = |bytes: &Arc<[u8]>| {
            let stated = bytes
                .first_chunk()
                .map(|stated| u32::from_le_bytes(*stated));
            stated.is_some_and(|stated| stated == check_sum(&bytes[4..]))
                && named(&bytes[4..]) == sum
        };
        (self.fetch)(&name)
            .filter(whole)
            .map(Body)
            .ok_or(Broken(name))
    }

    /// A shard of all segments by its name in the root, as it is.
    pub(in crate::search) fn bare(&self, name: &str, sum: &Value) -> Result<Body, Broken> {
        self.shard(name, sum.as_str().unwrap_or_default())
    }

    /// A shard of all segments by its name in the root, decompressed.
    pub(in crate::search) fn named(&self, name: &str, sum: &Value) -> Result<Vec<u8>, Broken> {
        inflate(self.bare(name, sum)?.bytes(), name)
    }

    /// A part of a page of a segment's files.
    fn part(
        &self,
        segment: &IndexSegment,
        kind: &'static str,
        page: usize,
        [start, length]: [usize; 2],
    ) -> Result<Vec<u8>, Broken> {
        let body = self.page(segment, kind, page)?;
        let part = body.bytes().get(start..start + length);
        part.map(<[u8]>::to_vec)
            .ok_or_else(|| Broken(format!("{kind}{page}")))
    }

    fn page(
        &self,
        segment: &IndexSegment,
        kind: &'static str,
        page: usize,
    ) -> Result<Body, Broken> {
        let mut last = segment.last.borrow_mut();
        if let Some((_, body)) = last.get(kind).filter(|(number, _)| *number == page) {
            return Ok(body.clone());
        }
        let sums = segment.sums.get(kind).map_or("", String::as_str);
        let sum = sums.get(page * SUM..page * SUM + SUM).unwrap_or_default();
        let body = self.shard(&format!("{kind}{page}"), sum)?;
        last.insert(kind, (page, body.clone()));
        Ok(body)
    }

    /// The wanted entries near a term, in the order of the dictionary; those that begin with it are sought in a few
    /// leaves of each segment.
    pub(in crate::search) fn entries(
        &self,
        term: &str,
        is_wanted: impl Fn(&str) -> bool,
        is_beginning: bool,
    ) -> Result<Vec<DictionaryEntry>, Broken> {
        let sought = plain(term);
        let mut found: BTreeMap<(String, String), DictionaryEntry> = BTreeMap::new();
        for (number, segment) in self.segments.iter().enumerate() {
            let first = segment.leaf_of(&sought);
            let may_hold = |number: &usize| {
                let key = &segment.keys[*number];
                *number == first || **key <= *sought || is_beginning && key.starts_with(&*sought)
            };
            let leaves = (first..segment.keys.len()).take_while(may_hold);
            for leaf_number in leaves.take(LEAVES) {
                let leaf = self.leaf(segment, leaf_number)?;
                for (place, (term, count)) in leaf.terms.iter().enumerate() {
                    if is_wanted(term) {
                        let key = (plain(term).into_owned(), term.clone());
                        let entry = found.entry(key).or_insert_with(|| DictionaryEntry {
                            term: term.clone(),
                            count: 0,
                            places: Vec::new(),
                        });
                        entry.count += count;
                        entry.places.push((number, leaf_number, place));
                    }
                }
            }
        }
        Ok(found.into_values().collect())
    }

    /// A leaf of a segment's dictionary.
    pub(in crate::search) fn leaf(
        &self,
        segment: &IndexSegment,
        number: usize,
    ) -> Result<Leaf, Broken> {
        let page = segment.cuts.partition_point(|cut| *cut <= number);
        let first = page.checked_sub(1).map_or(0, |before| segment.cuts[before]);
        let broken = || Broken(format!("words{page}"));
        let before = segment.lengths.get(first..number).ok_or_else(broken)?;
        let length = *segment.lengths.get(number).ok_or_else(broken)?;
        let bytes = self.part(segment, "words", page, [before.iter().sum(), length])?;
        Leaf::read(&inflate(&bytes, "words")?).ok_or_else(broken)
    }

    /// The postings of a term as they are written.
    pub(in crate::search) fn postings(
        &self,
        segment: &IndexSegment,
        leaf: &Leaf,
        place: usize,
    ) -> Result<Postings, Broken> {
        let (page, places) = leaf.part(1, place);
        Ok(Postings {
            count: leaf.terms[place].1,
            records: self.written(segment, leaf, place)?,
            places: self.part(segment, "places", page, places)?,
            tops: leaf.tops[place].clone(),
        })
    }

    /// The records of a term as they are written.
    fn written(
        &self,
        segment: &IndexSegment,
        leaf: &Leaf,
        place: usize,
    ) -> Result<Vec<u8>, Broken> {
        if let Some(inline) = &leaf.inline[place] {
            return Ok(inline.clone());
        }
        let (page, part) = leaf.part(0, place);
        self.part(segment, "postings", page, part)
    }

    /// The records of a term, each with its level.
    pub(in crate::search) fn records(
        &self,
        entry: &DictionaryEntry,
    ) -> Result<Vec<(u32, u32)>, Broken> {
        let mut found = Vec::with_capacity(entry.count as usize);
        for (number, leaf, place) in &entry.places {
            let segment = &self.segments[*number];
            let leaf = self.leaf(segment, *leaf)?;
            let count = leaf.terms[*place].1;
            let bytes = self.written(segment, &leaf, *place)?;
            let posted = read_records(&bytes, count, segment.count);
            let posted = posted.ok_or_else(|| Broken("postings".to_owned()))?;
            found.extend(
                posted
                    .into_iter()
                    .map(|(record, level)| (record + segment.first, level)),
            );
        }
        Ok(found)
    }

    /// The places of a term in each of its records.
    pub(in crate::search) fn places(
        &self,
        entry: &DictionaryEntry,
    ) -> Result<Vec<Vec<u32>>, Broken> {
        let mut found = Vec::with_capacity(entry.count as usize);
        for (number, leaf, place) in &entry.places {
            let segment = &self.segments[*number];
            let leaf = self.leaf(segment, *leaf)?;
            let (page, part) = leaf.part(1, *place);
            let bytes = self.part(segment, "places", page, part)?;
            let placed = read_places(&bytes, leaf.terms[*place].1);
            found.extend(placed.ok_or_else(|| Broken("places".to_owned()))?);
        }
        Ok(found)
    }

    /// How a record is shown.
    pub(in crate::search) fn hit(&self, record: u32) -> Result<Hit, Broken> {
        let broken = || Broken("hits".to_owned());
        let behind = self
            .segments
            .partition_point(|segment| segment.first <= record);
        let segment = behind.checked_sub(1).map(|number| &self.segments[number]);
        let segment = segment.ok_or_else(broken)?;
        let place = (record - segment.first) as usize;
        let (page, slot) = (place / SLOTS, place % SLOTS);
        let read = |part| -> Result<Value, Broken> {
            let bytes = self.part(segment, "hits", page, part)?;
            serde_json::from_slice(&bytes).map_err(|_| broken())
        };
        let mut row = read([slot * SLOT, SLOT])?;
        if let (Some(start), Some(length)) = (number(&row[0]), number(&row[1])) {
            row = read([start as usize, length as usize])?;
        }
        let home = self.root["home"].as_str().unwrap_or_default();
        Ok(Hit::read(record, &row, home))
    }
}

impl IndexSegment {
    fn read(root: &Value) -> Option<Self> {
        let leaves = &root["leaves"];
        let cuts = leaves["cuts"].as_array()?.iter().map(number);
        let mut sums = BTreeMap::new();
        for kind in KINDS {
            sums.insert(kind, root[kind].as_str()?.to_owned());
        }
        Some(Self {
            first: number(&root["first"])?,
            count: number(&root["count"])?,
            keys: packing::keys(leaves["keys"].as_str()?),
            lengths: packing::lengths(leaves["lengths"].as_str()?)?,
            cuts: cuts.map(|cut| Some(cut? as usize)).collect::<Option<_>>()?,
            sums,
            last: RefCell::default(),
        })
    }

    /// How many leaves its dictionary has.
    pub(in crate::search) fn leaves(&self) -> usize {
        self.keys.len()
    }

    /// The first leaf in which a term may stand, by its letters without marks.
    fn leaf_of(&self, sought: &str) -> usize {
        let behind = self.keys.partition_point(|key| **key <= *sought);
        let mut leaf = behind.saturating_sub(1);
        // Terms that differ in marks alone may stand on both sides of a border.
        while leaf > 0 && self.keys[leaf] == sought {
            leaf -= 1;
        }
        leaf
    }
}

/// A whole shard.
#[derive(Clone)]
pub(in crate::search) struct Body(Arc<[u8]>);

impl Body {
    /// What stands behind the check sum.
    pub(in crate::search) fn bytes(&self) -> &[u8] {
        &self.0[4..]
    }
}

fn number(value: &Value) -> Option<u32> {
    value.as_u64().and_then(|number| number.try_into().ok())
}

fn inflate(bytes: &[u8], name: &str) -> Result<Vec<u8>, Broken> {
    let mut body = Vec::new();
    DeflateDecoder::new(bytes)
        .read_to_end(&mut body)
        .map_err(|_| Broken(name.to_owned()))?;
    Ok(body)
}

fn read_places(bytes: &[u8], count: u32) -> Option<Vec<Vec<u32>>> {
    let mut reader = PlacesReader::new(bytes)?;
    let mut found = Vec::with_capacity(count as usize);
    for _ in 0..count {
        let mut places = Vec::new();
        reader.read(&mut places)?;
        found.push(places);
    }
    Some(found)
}
