//! An index that was made earlier, of which is taken again what still holds: its segments as they are, and of a segment
//! some records of which were edited, all postings but those records' share.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::search::files::bits::counted;
use crate::search::files::form::{CASE_MARK, KINDS, SUM};
use crate::search::files::growing::Postings;
use crate::search::files::leaf::Leaf;
use crate::search::files::reader::{Broken, Fetch, IndexReader, IndexSegment};
use crate::search::files::shards::{Shard, file_name};
use crate::search::renewal::segment::{Segment, name};
use crate::search::terms::kept_terms::{KeptTerms, Origin};
use crate::search::words::analysis::plain;
use crate::search::words::vocabulary::TextList;
use crate::source::Digest;

/// An index that was made earlier.
pub struct Earlier<'e> {
    reader: IndexReader<'e>,
    standing: Standing<'e>,
    terms: KeptTerms,
}

/// Gives the digest and the size of a file that stands as it was made, by its name.
pub type Standing<'e> = &'e dyn Fn(&str) -> Option<(Digest, u64)>;

impl<'e> Earlier<'e> {
    /// Opens an index. `fetch` gives the bytes of a file by its name, `standing` what is known of one that stands as it was
    /// made; `terms` tells what its terms were made of. `None` if its root cannot be read.
    #[must_use]
    pub fn open(fetch: Fetch<'e>, standing: Standing<'e>, terms: KeptTerms) -> Option<Self> {
        Some(Self {
            reader: IndexReader::new(fetch).ok()?,
            standing,
            terms,
        })
    }

    /// The segment of these inputs, without the bytes of its files; none if there is no such segment, or one of its files
    /// does not stand.
    pub(in crate::search) fn segment(&self, inputs: Digest) -> Option<Segment> {
        let name = name(inputs);
        let mut segments = self.reader.root["segments"].as_array()?.iter();
        let root = segments.find(|segment| segment["inputs"] == name)?;
        let mut files = BTreeMap::new();
        for kind in KINDS {
            let sums = root[kind].as_str()?;
            for number in 0..sums.len() / SUM {
                let sum = sums.get(number * SUM..number * SUM + SUM)?;
                let name = file_name(&format!("{kind}{number}"), sum);
                let (digest, size) = (self.standing)(&name)?;
                let shard = Shard {
                    digest,
                    size,
                    bytes: None,
                };
                files.insert(name, shard);
            }
        }
        Some(Segment {
            inputs,
            root: root.clone(),
            files,
            origin: self.terms.of(&name).cloned(),
        })
    }

    /// The postings of the segment with this first record, and what its terms were made of; none if there is no such
    /// segment, or it is not known.
    pub(in crate::search) fn beginning(
        &self,
        first: usize,
    ) -> Option<(EarlierPostings<'_>, &Origin)> {
        let segments = &self.reader.segments;
        let is_sought = |part: &IndexSegment| part.first as usize == first;
        let number = segments.iter().position(is_sought)?;
        let name = &self.reader.root["segments"][number]["inputs"];
        let origin = self.terms.of(name.as_str()?)?;
        let postings = EarlierPostings {
            reader: &self.reader,
            part: &segments[number],
            leaf: None,
            next_leaf: 0,
            passed: 0,
        };
        Some((postings, origin))
    }
}

/// No term.
pub(in crate::search) const NONE: u32 = u32::MAX;

/// The postings of an earlier segment, read in the order of its dictionary. Its terms are numbered in that order, behind
/// the case numbers.
pub(in crate::search) struct EarlierPostings<'e> {
    reader: &'e IndexReader<'e>,
    part: &'e IndexSegment,
    leaf: Option<Leaf>,
    next_leaf: usize,
    /// How many terms stand before those of the leaf.
    passed: usize,
}

impl EarlierPostings<'_> {
    /// The postings of a term by its number, which is not below those asked for before.
    ///
    /// # Errors
    /// The file that is missing or damaged.
    pub(in crate::search) fn of(&mut self, number: u32) -> Result<Postings, Broken> {
        loop {
            if let Some(leaf) = &self.leaf {
                let cases = cases(leaf);
                let place = number as usize - self.passed + cases;
                if place < leaf.terms.len() {
                    return self.reader.postings(self.part, leaf, place);
                }
                self.passed += leaf.terms.len() - cases;
            }
            self.leaf = Some(self.reader.leaf(self.part, self.next_leaf)?);
            self.next_leaf += 1;
        }
    }

    /// Begins from the first term again.
    pub(in crate::search) fn rewind(&mut self) {
        (self.leaf, self.next_leaf, self.passed) = (None, 0, 0);
    }

    /// The number that each of some sorted terms has here, and that each term here has among them; [`NONE`] if it has none.
    ///
    /// # Errors
    /// The file that is missing or damaged.
    pub(in crate::search) fn numbers(
        &self,
        sorted: &TextList,
    ) -> Result<(Vec<u32>, Vec<u32>), Broken> {
        let (mut here, mut there) = (vec![NONE; sorted.len()], Vec::new());
        let mut terms = (0..).zip(sorted.iter()).peekable();
        for number in 0..self.part.leaves() {
            let leaf = self.reader.leaf(self.part, number)?;
            for (term, _) in &leaf.terms[cases(&leaf)..] {
                while terms
                    .next_if(|(_, other)| order(other, term).is_lt())
                    .is_some()
                {}
                let same = terms.next_if(|(_, other)| other == term);
                if let Some((number, _)) = same {
                    here[number as usize] = counted(there.len());
                }
                there.push(same.map_or(NONE, |(number, _)| number));
            }
        }
        Ok((here, there))
    }
}

/// How many case numbers a leaf begins with.
fn cases(leaf: &Leaf) -> usize {
    let is_case = |(term, _): &&(String, u32)| term.starts_with(CASE_MARK);
    leaf.terms.iter().take_while(is_case).count()
}

/// The order of the dictionary.
fn order(one: &str, other: &str) -> Ordering {
    if one == other {
        return Ordering::Equal;
    }
    let marks = || one.cmp(other);
    plain(one).cmp(&plain(other)).then_with(marks)
}
