//! The postings of a term as they are written and read.

use super::bits::{BitReader, BitWriter, counted, low_bits};
use crate::search::files::form::{COMMON, Field, LEVEL_BITS, TOP_LEVEL, TOPS};

/// A word's place, field and kind in one number, the record above them.
pub(in crate::search) const PLACE: u64 = (1 << 28) - 1;
pub(in crate::search) const PART: u64 = 1 << 28;
pub(in crate::search) const FIELD_SHIFT: u32 = 29;
pub(in crate::search) const RECORD_SHIFT: u32 = 32;

/// The postings of a term.
pub(in crate::search) struct Postings {
    /// In how many records it stands.
    pub(in crate::search) count: u32,
    /// The records and levels.
    pub(in crate::search) records: Vec<u8>,
    /// The places.
    pub(in crate::search) places: Vec<u8>,
    /// Of a common term, the records it is worth most in, the best last: level and record.
    pub(in crate::search) tops: Vec<(u32, u32)>,
}

/// The postings of a term, as far as the records have been turned round.
pub(in crate::search) struct Growing {
    count: u32,
    low: u32,
    widths: (u32, u32),
    next: u32,
    records: BitWriter,
    places: BitWriter,
    tops: Vec<(u32, u32)>,
}

impl Growing {
    /// `total` records, of which `count` hold the term, `whole` times as a word.
    pub(in crate::search) fn new(total: u32, count: u32, whole: u32) -> Self {
        let mean = whole / count.max(1);
        Self {
            count,
            low: low_bits(total, count),
            widths: (mean.max(1).ilog2(), low_bits(1024, mean)),
            next: 0,
            records: BitWriter::default(),
            places: BitWriter::default(),
            tops: Vec::new(),
        }
    }

    /// Adds what was found in the next records, whose lengths tell what that is worth.
    pub(in crate::search) fn add(&mut self, found: &[u64], lengths: &[Length]) {
        for of_record in found.chunk_by(|one, other| one >> RECORD_SHIFT == other >> RECORD_SHIFT) {
            let record = (of_record[0] >> RECORD_SHIFT) as usize;
            self.add_found(of_record, lengths[record]);
        }
    }

    /// Adds what was found in the next record, of some length.
    pub(in crate::search) fn add_found(&mut self, found: &[u64], length: Length) {
        let is_whole = |value: &&u64| **value & PART == 0;
        let whole = found.iter().filter(is_whole);
        let count = whole.clone().count();
        self.add_record((found[0] >> RECORD_SHIFT) as u32, level(found, length));
        self.add_places(count, whole.map(|value| (value & PLACE) as u32));
    }

    /// Adds the next record as it was read.
    pub(in crate::search) fn add_read(&mut self, record: u32, level: u32, places: &[u32]) {
        self.add_record(record, level);
        self.add_places(places.len(), places.iter().copied());
    }

    fn add_places(&mut self, count: usize, places: impl Iterator<Item = u32>) {
        let (count_bits, gap_bits) = self.widths;
        self.places.rice(counted(count), count_bits);
        let mut next = 0;
        for place in places {
            self.places.rice(place - next, gap_bits);
            next = place + 1;
        }
    }

    fn add_record(&mut self, record: u32, level: u32) {
        self.records.rice(record - self.next, self.low);
        self.records.rice(level, LEVEL_BITS);
        self.next = record + 1;
        let top = (level, record);
        if self.count < COMMON || self.tops.len() == TOPS && self.tops[0] > top {
            return;
        }
        if self.tops.len() == TOPS {
            self.tops.remove(0);
        }
        self.tops
            .insert(self.tops.partition_point(|other| *other < top), top);
    }

    /// The postings, when all records were added.
    pub(in crate::search) fn finish(self) -> Postings {
        let (count_bits, gap_bits) = self.widths;
        let mut places = vec![u8::try_from(count_bits << 4 | gap_bits).unwrap_or(u8::MAX)];
        places.append(&mut self.places.finish());
        Postings {
            count: self.count,
            records: self.records.finish(),
            places,
            tops: self.tops,
        }
    }
}

/// The records of `count` postings in a segment of `total` records, each with its level. `None` if they are not whole.
pub(in crate::search) fn read_records(
    bytes: &[u8],
    count: u32,
    total: u32,
) -> Option<Vec<(u32, u32)>> {
    let low = low_bits(total, count);
    let mut reader = BitReader::new(bytes);
    let mut next = 0;
    let mut found = Vec::new();
    for _ in 0..count {
        let record = next + reader.rice(low)?;
        found.push((record, reader.rice(LEVEL_BITS)?));
        next = record + 1;
    }
    (next <= total).then_some(found)
}

/// Reads the places of one record after another.
pub(in crate::search) struct PlacesReader<'p> {
    reader: BitReader<'p>,
    widths: (u32, u32),
}

impl<'p> PlacesReader<'p> {
    /// Reads from the first record of some postings on. `None` if there is nothing.
    pub(in crate::search) fn new(bytes: &'p [u8]) -> Option<Self> {
        let (widths, rest) = bytes.split_first()?;
        Some(Self {
            reader: BitReader::new(rest),
            widths: (u32::from(widths >> 4), u32::from(widths & 15)),
        })
    }

    /// The places in the next record, in the room of those of the one before. `None` if they are not whole.
    pub(in crate::search) fn read(&mut self, places: &mut Vec<u32>) -> Option<()> {
        let (count_bits, gap_bits) = self.widths;
        places.clear();
        let mut next = 0;
        for _ in 0..self.reader.rice(count_bits)? {
            let place = next + self.reader.rice(gap_bits)?;
            places.push(place);
            next = place + 1;
        }
        Some(())
    }
}

/// How many words a record has, and how many of them its title has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::search) struct Length {
    pub(in crate::search) words: u32,
    pub(in crate::search) title: u32,
}

impl Length {
    /// Counts a term that was found: of words, not of their parts.
    pub(in crate::search) fn count(&mut self, value: u64) {
        let is_word = u32::from(value & PART == 0);
        self.words += is_word;
        if field(value) == Field::Title as usize {
            self.title += is_word;
        }
    }
}

fn field(value: u64) -> usize {
    (value >> FIELD_SHIFT & 7) as usize
}

/// What a word in a field is worth, in sixteenths of a level; of the title it falls with its length, and of the prose it follows from how
/// often the word stands there.
const WORTH: [u32; 7] = [0, 56, 64, 64, 48, 48, 0];

/// What a term is worth in a record: a short title most, prose least, the parts of a compound half as much as a word. What prose is
/// worth grows with each time the term stands there and comes to an end, the sooner the shorter the text.
fn level(of_record: &[u64], length: Length) -> u32 {
    let prose = Field::Prose as usize;
    let mut in_prose = 0;
    let mut seen = [0_u32; 7];
    for value in of_record {
        let worth = if value & PART == 0 { 2 } else { 1 };
        if field(*value) == prose {
            in_prose += worth;
        } else {
            seen[field(*value)] = seen[field(*value)].max(worth);
        }
    }
    let mut worths = WORTH;
    worths[Field::Title as usize] = 48 + 336 / (2 + length.title);
    let sum: u32 = seen
        .iter()
        .zip(worths)
        .map(|(seen, worth)| seen * worth / 2)
        .sum();
    let half = 2 * (2 + (1 + length.words / 128).ilog2());
    let sum = sum + 64 * in_prose / (in_prose + half);
    (sum / 16).min(TOP_LEVEL)
}
