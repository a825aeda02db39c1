//! Compounds to their parts: `grundskola` is `grund` and `skola`, so a search for either finds it.
//!
//! Swedish writes compounds as one word. A word is split where both parts are words that the register itself holds, of
//! at least four letters; an -s- may link them, and of several splits the one whose shorter part is longest wins. A first
//! part counts as known, too, when it is the stem of a known word (`skol` of `skola`).

use std::collections::BTreeSet;

use crate::search::words::analysis::words as words_of;
use crate::search::words::vocabulary::Vocabulary;
use crate::site::SearchSettings;

/// The fewest letters of a part that is a word. Shorter ones (`al`, `ost`) split words that are no compounds.
const SHORTEST: usize = 4;
/// The fewest letters of a first part that is none, but one of the settings or of the list above.
const SHORTEST_FIRST: usize = 2;
/// How often the parts of a compound are taken for compounds themselves: twice makes four parts, and longer ones are hardly written.
const DEEPEST: usize = 2;

/// First parts that are no words of their own, or too short to be taken for parts anywhere.
const FIRST_PARTS: [&str; 33] = [
    "bad", "barn", "bil", "bro", "båt", "dag", "del", "ekonomi", "fri", "gymnasie", "hus", "hälso",
    "is", "jord", "kyrko", "lek", "låg", "mat", "nät", "nöd", "ort", "rum", "råd", "sid", "sjö",
    "skol", "sol", "tak", "tid", "tåg", "väg", "år", "äldre",
];

/// Words that seem to be compounds of their parts and are not.
const WHOLE_WORDS: [&str; 12] = [
    "allmänhet",
    "avdelning",
    "egenskap",
    "handlingar",
    "ordförande",
    "ordning",
    "samhälle",
    "samtliga",
    "sammanträde",
    "tillstånd",
    "verksamhet",
    "verksamheten",
];

/// A part of a compound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) struct CompoundPart<'w> {
    /// Its letters.
    pub(in crate::search) text: &'w str,
    /// The number of the word that it is, if it is one of the register.
    pub(in crate::search) number: Option<u32>,
}

/// What is known of the words of a register.
pub(in crate::search) struct Decompounder<'k> {
    /// Its words.
    pub(in crate::search) words: &'k Vocabulary,
    /// Whether a word stands in it often enough to be a part, by number.
    is_part: &'k [bool],
    /// The stems of those words.
    stems: &'k Vocabulary,
    first_parts: BTreeSet<String>,
    whole_words: BTreeSet<String>,
    /// What may be a part at all.
    likely: Likely,
}

impl<'k> Decompounder<'k> {
    /// What these words, their stems and the settings tell.
    pub(in crate::search) fn new(
        words: &'k Vocabulary,
        is_part: &'k [bool],
        stems: &'k Vocabulary,
        settings: &SearchSettings,
    ) -> Self {
        let with = |built_in: &[&str], own: &BTreeSet<String>| {
            let own = own.iter().flat_map(|word| words_of(word));
            built_in
                .iter()
                .map(|word| (*word).to_owned())
                .chain(own)
                .collect()
        };
        let first_parts: BTreeSet<String> = with(&FIRST_PARTS, &settings.first_parts);
        let mut likely = Likely::default();
        let parts = words.texts().zip(is_part).filter(|(_, is_part)| **is_part);
        parts.for_each(|(word, _)| likely.add(word));
        stems.texts().for_each(|stem| likely.add(stem));
        for part in &first_parts {
            likely.add(part);
        }
        Self {
            words,
            is_part,
            stems,
            whole_words: with(&WHOLE_WORDS, &settings.whole_words),
            first_parts,
            likely,
        }
    }

    /// The parts of a word, those of its parts included; none if it is no compound.
    pub(in crate::search) fn parts<'w>(&self, word: &'w str) -> Vec<CompoundPart<'w>> {
        let mut parts = Vec::new();
        self.add_parts(word, &mut parts, 0);
        parts
    }

    fn add_parts<'w>(&self, word: &'w str, parts: &mut Vec<CompoundPart<'w>>, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        for part in self.split(word).into_iter().flatten() {
            parts.push(part);
            self.add_parts(part.text, parts, depth + 1);
        }
    }

    fn split<'w>(&self, word: &'w str) -> Option<[CompoundPart<'w>; 2]> {
        if word.len() < SHORTEST * 2 || self.whole_words.contains(word) {
            return None;
        }
        let hashes = Hashes::of(word);
        let length = word.chars().count();
        let mut best: Option<(usize, [CompoundPart<'_>; 2])> = None;
        let offsets = word.char_indices().map(|(offset, _)| offset).enumerate();
        let longest = length.saturating_sub(SHORTEST);
        for (letters, offset) in offsets.take(longest + 1).skip(SHORTEST_FIRST) {
            let shorter = letters.min(length - letters);
            let is_better = best.is_none_or(|(length, _)| shorter > length);
            if !is_better || !self.likely.has(hashes.behind(offset)) {
                continue;
            }
            let (first, last) = word.split_at(offset);
            let Some(last) = self.word(last) else {
                continue;
            };
            let mut firsts = [Some(first), first.strip_suffix('s')].into_iter().flatten();
            let first = firsts.find_map(|first| {
                let is_likely = self.likely.has(hashes.before(first.len()));
                is_likely.then(|| self.first(first)).flatten()
            });
            if let Some(first) = first {
                best = Some((shorter, [first, last]));
            }
        }
        best.map(|(_, parts)| parts)
    }

    /// A part that is a word of the register.
    fn word<'w>(&self, text: &'w str) -> Option<CompoundPart<'w>> {
        let number = self.words.number(text)?;
        self.is_part[number as usize].then_some(CompoundPart {
            text,
            number: Some(number),
        })
    }

    /// A first part.
    fn first<'w>(&self, text: &'w str) -> Option<CompoundPart<'w>> {
        let stem = CompoundPart { text, number: None };
        if self.first_parts.contains(text) {
            return self.word(text).or(Some(stem));
        }
        if text.chars().count() < SHORTEST {
            return None;
        }
        let is_stem = || self.stems.number(text).map(|_| stem);
        self.word(text).or_else(is_stem)
    }
}

/// Tells most words that are not among some from those that are, at the cost of one look into a small table: most places
/// at which a word might be split are none.
struct Likely(Vec<u64>);

impl Default for Likely {
    fn default() -> Self {
        Self(vec![0; 1 << 15])
    }
}

impl Likely {
    fn add(&mut self, word: &str) {
        let place = self.place(word.bytes().fold(0, Hashes::next));
        self.0[place / 64] |= 1 << (place % 64);
    }

    fn has(&self, hash: u64) -> bool {
        let place = self.place(hash);
        self.0[place / 64] >> (place % 64) & 1 == 1
    }

    fn place(&self, hash: u64) -> usize {
        let mixed = (hash ^ hash >> 31).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        usize::try_from(mixed >> 32).unwrap_or_default() % (self.0.len() * 64)
    }
}

/// The hashes of all beginnings of a word, from which those of its ends follow.
struct Hashes {
    beginnings: Vec<u64>,
    powers: Vec<u64>,
}

impl Hashes {
    /// The prime of the FNV-1a hash, by which sums of letters differ in all bits.
    const BASE: u64 = 0x0100_0000_01b3;

    fn of(word: &str) -> Self {
        let (mut beginnings, mut powers) = (vec![0], vec![1]);
        let (mut hash, mut power) = (0, 1_u64);
        for byte in word.bytes() {
            hash = Self::next(hash, byte);
            power = power.wrapping_mul(Self::BASE);
            beginnings.push(hash);
            powers.push(power);
        }
        Self { beginnings, powers }
    }

    fn next(hash: u64, byte: u8) -> u64 {
        hash.wrapping_mul(Self::BASE)
            .wrapping_add(u64::from(byte) + 1)
    }

    /// The hash of what stands before a byte.
    fn before(&self, offset: usize) -> u64 {
        self.beginnings[offset]
    }

    /// The hash of what stands from a byte on.
    fn behind(&self, offset: usize) -> u64 {
        let length = self.beginnings.len() - 1;
        let before = self.beginnings[offset].wrapping_mul(self.powers[length - offset]);
        self.beginnings[length].wrapping_sub(before)
    }
}

#[cfg(test)]
mod tests {
    use super::{Decompounder, SearchSettings, Vocabulary};

    #[test]
    fn words_of_the_register_make_up_its_compounds() {
        let (mut words, mut stems) = (Vocabulary::default(), Vocabulary::default());
        for word in [
            "skola",
            "grund",
            "måltid",
            "terrorism",
            "bekämpning",
            "verk",
            "enhet",
        ] {
            words.add(word);
        }
        for stem in [
            "skol",
            "grund",
            "måltid",
            "terrorism",
            "bekämpning",
            "verk",
            "enhet",
        ] {
            stems.add(stem);
        }
        let is_part = vec![true; words.len()];
        let settings = SearchSettings {
            first_parts: ["gymnasie".to_owned()].into(),
            whole_words: ["Terrorismbekämpning".to_owned()].into(),
            ..SearchSettings::default()
        };
        let known = Decompounder::new(&words, &is_part, &stems, &settings);
        let parts = |known: &Decompounder<'_>, word| -> Vec<String> {
            let parts = known.parts(word).into_iter();
            parts.map(|part| part.text.to_owned()).collect()
        };
        assert!(parts(&known, "terrorismbekämpning").is_empty());
        assert_eq!(parts(&known, "gymnasieskola"), ["gymnasie", "skola"]);
        let known = Decompounder::new(&words, &is_part, &stems, &SearchSettings::default());
        let cases: [(&str, &[&str]); 5] = [
            ("friskola", &["fri", "skola"]),
            ("grundskola", &["grund", "skola"]),
            ("skolmåltid", &["skol", "måltid"]),
            ("terrorismbekämpning", &["terrorism", "bekämpning"]),
            ("verksamhet", &[]),
        ];
        for (word, expected) in cases {
            assert_eq!(parts(&known, word), expected, "{word}");
        }
    }
}
