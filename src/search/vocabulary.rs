//! Texts and the small numbers that stand for them: each text once, numbered in the order of its first appearance.

use super::bits::counted;
use crate::source::{Digest, Inputs};

/// Texts, one behind the other.
#[derive(Debug, Clone, Default)]
pub(super) struct TextList {
    text: String,
    ends: Vec<u32>,
}

impl TextList {
    /// How many texts there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of a number.
    pub(super) fn get(&self, number: u32) -> &str {
        let number = number as usize;
        let start = match number.checked_sub(1) {
            Some(before) => self.ends[before] as usize,
            None => 0,
        };
        &self.text[start..self.ends[number] as usize]
    }

    /// Adds a text behind the others.
    ///
    /// # Panics
    /// If there are more than four thousand million letters, which no register of decisions has.
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
        let end = u32::try_from(self.text.len()).expect("the letters of a register can be counted");
        self.ends.push(end);
    }

    /// Every text, by number.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..).take(self.len()).map(|number| self.get(number))
    }
}

/// Texts, each once and with its number.
#[derive(Debug, Clone)]
pub(super) struct Vocabulary {
    list: TextList,
    /// Numbers by the digest of their text, each plus one; nought is an empty place.
    table: Vec<u32>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self {
            list: TextList::default(),
            table: vec![0; 1024],
        }
    }
}

impl Vocabulary {
    /// How many texts there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The text of a number.
    pub(super) fn text(&self, number: u32) -> &str {
        self.list.get(number)
    }

    /// The number of a text, if it has one.
    pub(super) fn number(&self, text: &str) -> Option<u32> {
        let slot = self.slot(text);
        self.table[slot].checked_sub(1)
    }

    /// The number of a text, which gets one if it has none yet.
    pub(super) fn add(&mut self, text: &str) -> u32 {
        let slot = self.slot(text);
        if let Some(number) = self.table[slot].checked_sub(1) {
            return number;
        }
        let number = counted(self.len());
        self.list.push(text);
        self.table[slot] = number + 1;
        if self.len() * 2 > self.table.len() {
            self.grow();
        }
        number
    }

    /// Every text, by number.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.list.iter()
    }

    /// The digest of the first so many texts; `None` if there are fewer.
    pub(super) fn digest(&self, count: usize) -> Option<Digest> {
        let ends = self.list.ends.get(..count)?;
        let text = &self.list.text[..ends.last().map_or(0, |end| *end as usize)];
        let digest = Inputs::of("vocabulary").text(text);
        let add = |digest: Inputs, end: &u32| digest.number(*end as usize);
        Some(ends.iter().fold(digest, add).finish())
    }

    fn slot(&self, text: &str) -> usize {
        let mask = self.table.len() - 1;
        let mut slot = hash(text) & mask;
        while let Some(number) = self.table[slot].checked_sub(1) {
            if self.text(number) == text {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        let mask = self.table.len() * 4 - 1;
        let mut table = vec![0; mask + 1];
        for (place, text) in (1..).zip(self.texts()) {
            let mut slot = hash(text) & mask;
            while table[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            table[slot] = place;
        }
        self.table = table;
    }
}

fn hash(text: &str) -> usize {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut chunks = text.as_bytes().chunks_exact(8);
    let mut mix = |value: u64| {
        hash = (hash.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95);
    };
    for chunk in chunks.by_ref() {
        mix(chunk
            .iter()
            .fold(0, |value, byte| value << 8 | u64::from(*byte)));
    }
    let rest = chunks.remainder();
    mix(rest.iter().fold(rest.len() as u64, |value, byte| {
        value << 8 | u64::from(*byte)
    }));
    usize::try_from((hash ^ (hash >> 29)) & 0xffff_ffff).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Vocabulary;

    #[test]
    fn each_text_has_one_number() {
        let mut vocabulary = Vocabulary::default();
        let texts: Vec<String> = (0..5000).map(|number| format!("ord{number}")).collect();
        for _ in 0..2 {
            for (number, text) in (0..).zip(&texts) {
                assert_eq!(vocabulary.add(text), number);
            }
        }
        assert_eq!(vocabulary.len(), texts.len());
        assert_eq!(vocabulary.number("ord77"), Some(77));
        assert_eq!(vocabulary.number("saknas"), None);
    }
}
