//! Texts and the small numbers that stand for them: each text once, numbered in the order of its first appearance.

use std::hash::BuildHasher;

use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashTable};

use crate::source::{Digest, Inputs};

/// Texts, one behind the other.
#[derive(Debug, Clone, Default)]
pub(in crate::search) struct TextList {
    text: String,
    ends: Vec<u32>,
}

impl TextList {
    /// How many texts there are.
    pub(in crate::search) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of a number.
    pub(in crate::search) fn get(&self, number: u32) -> &str {
        let number = number as usize;
        let start = match number.checked_sub(1) {
            Some(before) => self.ends[before] as usize,
            None => 0,
        };
        &self.text[start..self.ends[number] as usize]
    }

    /// The number of the next text.
    ///
    /// # Panics
    /// If there are more than four thousand million texts.
    fn next(&self) -> u32 {
        u32::try_from(self.len()).expect("the words of a register can be counted")
    }

    /// Adds a text behind the others.
    ///
    /// # Panics
    /// If there are more than four thousand million letters, which no register of decisions has.
    pub(in crate::search) fn push(&mut self, text: &str) {
        self.text.push_str(text);
        let end = u32::try_from(self.text.len()).expect("the letters of a register can be counted");
        self.ends.push(end);
    }

    /// Every text, by number.
    pub(in crate::search) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..).take(self.len()).map(|number| self.get(number))
    }
}

/// Texts, each once and with its number.
#[derive(Debug, Clone, Default)]
pub(in crate::search) struct Vocabulary {
    list: TextList,
    /// Numbers by the hash of their text. It is only ever asked for one text, so its order shows nowhere.
    numbers: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Vocabulary {
    /// How many texts there are.
    pub(in crate::search) fn len(&self) -> usize {
        self.list.len()
    }

    /// The text of a number.
    pub(in crate::search) fn text(&self, number: u32) -> &str {
        self.list.get(number)
    }

    /// The number of a text, if it has one.
    pub(in crate::search) fn number(&self, text: &str) -> Option<u32> {
        let is_it = |number: &u32| self.list.get(*number) == text;
        let hash = self.hasher.hash_one(text);
        self.numbers.find(hash, is_it).copied()
    }

    /// The number of a text, which gets one if it has none yet.
    pub(in crate::search) fn add(&mut self, text: &str) -> u32 {
        let Self {
            list,
            numbers,
            hasher,
        } = self;
        let hash = hasher.hash_one(text);
        let entry = numbers.entry(
            hash,
            |number| list.get(*number) == text,
            |number| hasher.hash_one(list.get(*number)),
        );
        match entry {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(place) => {
                let number = list.next();
                place.insert(number);
                list.push(text);
                number
            }
        }
    }

    /// Every text, by number.
    pub(in crate::search) fn texts(&self) -> impl Iterator<Item = &str> {
        self.list.iter()
    }

    /// The digest of the first so many texts; `None` if there are fewer.
    pub(in crate::search) fn digest(&self, count: usize) -> Option<Digest> {
        let ends = self.list.ends.get(..count)?;
        let text = &self.list.text[..ends.last().map_or(0, |end| *end as usize)];
        let digest = Inputs::of("vocabulary").text(text);
        let add = |digest: Inputs, end: &u32| digest.number(*end as usize);
        Some(ends.iter().fold(digest, add).finish())
    }
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
