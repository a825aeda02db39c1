//! Compounds to their parts: `grundskola` is `grund` and `skola`, so a search for either finds it.
//!
//! Swedish writes compounds as one word. A word is split where both parts are words that the register itself holds, of
//! at least four letters; an -s- may link them, and of several splits the one whose shorter part is longest wins. A first
//! part counts as known, too, when it is the stem of a known word (`skol` of `skola`).

use super::vocabulary::Vocabulary;

const SHORTEST: usize = 4;

/// First parts that are no words of their own.
const FIRST_PARTS: [&str; 12] = [
    "barn", "ekonomi", "fri", "gymnasie", "hälso", "jord", "kyrko", "låg", "nöd", "skol", "sol",
    "äldre",
];

/// Words that seem to be compounds of their parts and are not.
const WHOLE: [&str; 12] = [
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

/// What is known of the words of a register.
pub(super) struct Known<'k> {
    /// Its words.
    pub(super) words: &'k Vocabulary,
    /// Whether a word stands in it often enough to be a part, by number.
    pub(super) is_part: &'k [bool],
    /// The stems of those words.
    pub(super) stems: &'k Vocabulary,
}

impl Known<'_> {
    /// The parts of a word, those of its parts included; none if it is no compound.
    pub(super) fn parts<'w>(&self, word: &'w str) -> Vec<&'w str> {
        let mut parts = Vec::new();
        self.add_parts(word, &mut parts, 0);
        parts
    }

    fn add_parts<'w>(&self, word: &'w str, parts: &mut Vec<&'w str>, depth: usize) {
        if depth > 2 {
            return;
        }
        if let Some((first, last)) = self.split(word) {
            for part in [first, last] {
                parts.push(part);
                self.add_parts(part, parts, depth + 1);
            }
        }
    }

    fn split<'w>(&self, word: &'w str) -> Option<(&'w str, &'w str)> {
        if word.len() < SHORTEST * 2 || WHOLE.contains(&word) {
            return None;
        }
        let offsets: Vec<usize> = word.char_indices().map(|(offset, _)| offset).collect();
        let mut best: Option<(usize, &str, &str)> = None;
        let longest = offsets.len().saturating_sub(SHORTEST);
        for (letters, offset) in offsets.iter().enumerate().take(longest + 1).skip(SHORTEST) {
            let (first, last) = word.split_at(*offset);
            let shorter = letters.min(offsets.len() - letters);
            if best.is_some_and(|(length, _, _)| shorter <= length) || !self.is_word(last) {
                continue;
            }
            let linked = first
                .strip_suffix('s')
                .filter(|first| first.len() >= SHORTEST);
            let known = [Some(first), linked];
            let Some(first) = known
                .into_iter()
                .flatten()
                .find(|first| self.is_first(first))
            else {
                continue;
            };
            best = Some((shorter, first, last));
        }
        best.map(|(_, first, last)| (first, last))
    }

    fn is_word(&self, word: &str) -> bool {
        self.words
            .number(word)
            .is_some_and(|number| self.is_part[number as usize])
    }

    fn is_first(&self, word: &str) -> bool {
        self.is_word(word) || FIRST_PARTS.contains(&word) || self.stems.number(word).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::{Known, Vocabulary};

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
        let known = Known {
            words: &words,
            is_part: &is_part,
            stems: &stems,
        };
        let cases: [(&str, &[&str]); 4] = [
            ("grundskola", &["grund", "skola"]),
            ("skolmåltid", &["skol", "måltid"]),
            ("terrorismbekämpning", &["terrorism", "bekämpning"]),
            ("verksamhet", &[]),
        ];
        for (word, parts) in cases {
            assert_eq!(known.parts(word), parts, "{word}");
        }
    }
}
