//! What somebody looks for: the text as typed, what narrows it, how it is sorted.

use std::collections::{BTreeMap, BTreeSet};

use crate::search::words::analysis::{with_blanks, words};
use crate::search::words::case_number;

/// A search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The text as typed.
    pub text: String,
    /// The values wanted, by `body`, `proposer`, `topic`, `stage`, `outcome` or `year`; one of several is enough.
    pub filters: BTreeMap<String, BTreeSet<String>>,
    /// The first day, `2021-04-14`.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
    /// The order of the hits.
    pub sort: Sort,
    /// The page of hits, from 0.
    pub page: usize,
}

/// How many things are looked for at once: whoever pastes a page is answered by its beginning.
const MOST_WANTED: usize = 48;

/// The order of hits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// The best first; of equals, the newest.
    #[default]
    Relevance,
    /// The newest first.
    Date,
}

/// A word, a phrase or a number that is wanted in a record, or not wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// A word, in any form.
    Word {
        /// The word, folded.
        word: String,
        /// Whether it may be the beginning of a longer one, should no record hold it.
        is_beginning: bool,
    },
    /// Words next to each other, or one word as it is, which nothing is looked for in the place of.
    Phrase(Vec<String>),
    /// What may be a record's number.
    Number(Number),
}

/// What may be a record's number; where it is nobody's, it is text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The key that it has alone: `2024-100`.
    pub key: String,
    /// The key that it has with the word before it: `KS-2024-100`, if that may belong to it.
    pub with_word: Option<String>,
    /// Its words, as text.
    pub words: Vec<String>,
    /// Whether these must stand next to each other, since they were in quotes.
    pub is_phrase: bool,
    /// Whether the last of them may be the beginning of a longer one.
    pub is_beginning: bool,
}

impl Number {
    /// What is wanted where it is nobody's number.
    #[must_use]
    pub fn as_text(&self) -> Vec<Wanted> {
        if self.is_phrase {
            return vec![Wanted::Phrase(self.words.clone())];
        }
        each_word(self.words.clone(), self.is_beginning)
    }

    /// Whether it is one number alone, which is a part of many.
    #[must_use]
    pub fn is_single(&self) -> bool {
        !self.key.contains('-')
    }
}

/// A text, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    /// What is wanted in a record; quoted phrases must stand there.
    pub wanted: Vec<Wanted>,
    /// What it must not hold.
    pub excluded: Vec<Wanted>,
}

impl Wording {
    /// Reads a text: words, `"exact phrases"`, `-not`. The last word may be a beginning unless a blank follows it.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut wording = Self::default();
        let text = with_blanks(text);
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let is_excluded = rest.starts_with('-');
            let bare = rest.strip_prefix('-').unwrap_or(rest);
            let is_quoted = bare.starts_with('"');
            let (piece, behind) = match bare.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
                None => bare.split_at(bare.find([' ', '"']).unwrap_or(bare.len())),
            };
            let is_last = behind.is_empty() && !is_quoted && !is_excluded;
            let number = (!is_excluded)
                .then(|| wording.number(piece, is_quoted, is_last))
                .flatten();
            match number {
                Some(number) => wording.wanted.push(Wanted::Number(number)),
                None => wording.add(words(piece), is_excluded, is_quoted, is_last),
            }
            rest = behind.trim_start();
        }
        wording
    }

    /// A piece with digits in it as what may be a number; the word before it may belong to it.
    fn number(&self, piece: &str, is_phrase: bool, is_beginning: bool) -> Option<Number> {
        let key = case_number::key(piece)?;
        let words = words(piece);
        let before = match self.wanted.last() {
            Some(Wanted::Word { word, .. }) if !is_phrase => case_number::letters(word),
            _ => None,
        };
        (!words.is_empty()).then(|| Number {
            with_word: before.map(|letters| format!("{letters}-{key}")),
            key,
            words,
            is_phrase,
            is_beginning,
        })
    }

    /// What is wanted, without the small words where something else is.
    #[must_use]
    pub fn without_small(&self, is_small: &dyn Fn(&str) -> bool) -> Vec<&Wanted> {
        let tells =
            |wanted: &&Wanted| !matches!(wanted, Wanted::Word { word, .. } if is_small(word));
        let mut telling: Vec<&Wanted> = self.wanted.iter().filter(tells).collect();
        if telling.is_empty() {
            telling = self.wanted.iter().collect();
        }
        telling.truncate(MOST_WANTED);
        telling
    }

    fn add(&mut self, words: Vec<String>, is_excluded: bool, is_quoted: bool, is_last: bool) {
        if words.is_empty() {
            return;
        }
        if is_quoted && !is_excluded {
            self.wanted.push(Wanted::Phrase(words));
            return;
        }
        if is_excluded {
            self.excluded.push(match &words[..] {
                [word] => Wanted::Word {
                    word: word.clone(),
                    is_beginning: false,
                },
                _ => Wanted::Phrase(words),
            });
            return;
        }
        self.wanted.append(&mut each_word(words, is_last));
    }
}

/// Each of some words as wanted; the last may be the beginning of a longer one.
fn each_word(words: Vec<String>, is_beginning: bool) -> Vec<Wanted> {
    let last = words.len().saturating_sub(1);
    let word = |(place, word)| Wanted::Word {
        word,
        is_beginning: is_beginning && place == last,
    };
    words.into_iter().enumerate().map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::{Wanted, Wording};

    fn word(word: &str, is_beginning: bool) -> Wanted {
        Wanted::Word {
            word: word.to_owned(),
            is_beginning,
        }
    }

    #[test]
    fn a_text_is_words_phrases_and_what_is_not_wanted() {
        let wording = Wording::read("Skola \"ny bro\" -avslag -\"gamla torget\" bygg");
        let phrase =
            |words: &[&str]| Wanted::Phrase(words.iter().map(|&word| word.into()).collect());
        assert_eq!(
            wording.wanted,
            [
                word("skola", false),
                phrase(&["ny", "bro"]),
                word("bygg", true)
            ]
        );
        assert_eq!(
            wording.excluded,
            [word("avslag", false), phrase(&["gamla", "torget"])]
        );
        assert_eq!(Wording::read("bygg ").wanted, [word("bygg", false)]);
        assert_eq!(Wording::read(" \" - \"").wanted, []);
    }
}
