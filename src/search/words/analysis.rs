//! Text to words, and words to terms: the rules that a query and a record share.
//!
//! Text is brought to Unicode's composed form and cut where neither a letter, a digit nor a mark stands. A word is in
//! lower case; å, ä and ö are letters, every other letter loses its marks. A word's stem, in the language of its record,
//! is its term. `browser/words.js` holds the same rules; `tests/search.rs` proves the two equal.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use rust_stemmers::Stemmer;

use crate::language::Language;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::source::composed;

/// The most letters of a word that count.
const LONGEST: usize = 40;
/// Letters behind this one, of scripts of old, are no parts of words: programs and browsers sort them otherwise.
const LAST: char = '\u{ffff}';

/// Calls `each` with every word of a text, folded, and its place in the text's composed form.
pub fn for_each_word(text: &str, mut each: impl FnMut(&str, Range<usize>)) {
    let text = composed(text);
    let mut word = String::new();
    let mut start = 0;
    for (offset, character) in text.char_indices() {
        if is_of_word(character) {
            if word.is_empty() {
                start = offset;
            }
            fold(character, &mut word);
        } else if !word.is_empty() {
            each(cut(&word), start..offset);
            word.clear();
        }
    }
    if !word.is_empty() {
        each(cut(&word), start..text.len());
    }
}

/// The words of a text, folded.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for_each_word(text, |word, _| words.push(word.to_owned()));
    words
}

fn is_of_word(character: char) -> bool {
    match character {
        'a'..='z' | 'A'..='Z' | '0'..='9' | 'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö' | '\u{ad}' => {
            true
        }
        _ if character.is_ascii() || character > LAST => false,
        _ => character.is_alphanumeric() || is_combining_mark(character),
    }
}

fn fold(character: char, word: &mut String) {
    match character {
        'a'..='z' | '0'..='9' | 'å' | 'ä' | 'ö' => word.push(character),
        'A'..='Z' => word.push(character.to_ascii_lowercase()),
        _ => character
            .to_lowercase()
            .for_each(|letter| fold_letter(letter, word)),
    }
}

fn fold_letter(letter: char, word: &mut String) {
    match letter {
        'å' | 'ä' | 'ö' => word.push(letter),
        'æ' => word.push('ä'),
        'ø' => word.push('ö'),
        'ß' => word.push_str("ss"),
        'þ' => word.push_str("th"),
        'ð' | 'đ' => word.push('d'),
        'ł' => word.push('l'),
        'ŋ' => word.push('n'),
        'ŧ' => word.push('t'),
        'ı' => word.push('i'),
        'ς' => word.push('σ'),
        '\u{ad}' => {}
        _ => word.extend(
            std::iter::once(letter)
                .nfd()
                .filter(|part| !is_combining_mark(*part)),
        ),
    }
}

fn cut(word: &str) -> &str {
    if word.len() <= LONGEST {
        return word;
    }
    word.char_indices()
        .nth(LONGEST)
        .map_or(word, |(offset, _)| &word[..offset])
}

/// A word without the marks of å, ä and ö: what the dictionary is sorted by.
#[must_use]
pub fn plain(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let letter = |letter: char| match letter {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        _ => letter,
    };
    Cow::Owned(word.chars().map(letter).collect())
}

/// The languages whose words have stems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tongue {
    /// Swedish.
    Swedish,
    /// English.
    English,
    /// Any other: a word is its own stem.
    Other,
}

impl Tongue {
    /// All of them, in the order of the table of languages.
    pub const ALL: [Self; 3] = [Self::Swedish, Self::English, Self::Other];

    /// The tongue of a language tag, BCP 47.
    #[must_use]
    pub fn of(language: &str) -> Self {
        let known = Language::known(language);
        known.map_or(Self::Other, |known| Self::ALL[known.place])
    }

    /// Its code in the index.
    #[must_use]
    pub fn code(self) -> &'static str {
        let known = Language::all().nth(self as usize);
        known.map_or("", |known| known.code)
    }

    /// Words that tell nothing in a question beside others.
    #[must_use]
    pub fn small_words(self) -> &'static [&'static str] {
        let known = Language::all().nth(self as usize);
        known.map_or(&[], |known| known.small_words)
    }
}

/// Words of some tongues that tell nothing in a question beside others, in the order of their letters.
#[must_use]
pub fn small_words(tongues: &[Tongue]) -> BTreeSet<&'static str> {
    let words = tongues.iter().flat_map(|tongue| tongue.small_words());
    words.copied().collect()
}

/// Finds stems by the Snowball rules.
pub struct Stems(Vec<Stemmer>);

impl Default for Stems {
    fn default() -> Self {
        let stemmer = |language: &Language| Stemmer::create(language.stemmer);
        Self(Language::all().map(stemmer).collect())
    }
}

impl Stems {
    /// The stem of a folded word.
    #[must_use]
    pub fn of<'w>(&self, word: &'w str, tongue: Tongue) -> Cow<'w, str> {
        let stemmer = self.0.get(tongue as usize);
        stemmer.map_or(Cow::Borrowed(word), |stemmer| stemmer.stem(word))
    }
}

/// A text with every kind of white space as a blank.
pub(in crate::search) fn with_blanks(text: &str) -> String {
    let blank = |c: char| {
        if c.is_whitespace() || c == '\u{feff}' {
            ' '
        } else {
            c
        }
    };
    text.chars().map(blank).collect()
}

#[cfg(test)]
mod tests {
    use super::{Stems, Tongue, plain, words};

    #[test]
    fn a_text_is_cut_into_folded_words() {
        assert_eq!(
            words("Ärendet: Café-vagn i A\u{30a}re, 2024.10!"),
            ["ärendet", "cafe", "vagn", "i", "åre", "2024", "10"]
        );
        assert_eq!(plain("åtgärdsöversyn"), "atgardsoversyn");
    }

    #[test]
    fn the_forms_of_a_word_have_one_stem() {
        let stems = Stems::default();
        for word in ["besluten", "besluts", "beslut"] {
            assert_eq!(stems.of(word, Tongue::Swedish), "beslut");
        }
        assert_eq!(
            stems.of("decisions", Tongue::English),
            stems.of("decision", Tongue::English)
        );
    }
}
