//! What somebody looks for: the text as typed, what narrows it, how it is sorted.

use std::collections::{BTreeMap, BTreeSet};

use crate::search::words::analysis::{with_blanks, words};

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

/// The order of hits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// The best first; of equals, the newest.
    #[default]
    Relevance,
    /// The newest first.
    Date,
}

/// A word or a phrase that must, or must not, stand in a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// A word, in any form.
    Word {
        /// The word, folded.
        word: String,
        /// Whether it may be the beginning of a longer one, should no record hold it.
        is_beginning: bool,
    },
    /// Words next to each other.
    Phrase(Vec<String>),
}

/// A text, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    /// What a record must hold.
    pub required: Vec<Wanted>,
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
            wording.add(words(piece), is_excluded, is_quoted, is_last);
            rest = behind.trim_start();
        }
        wording
    }

    fn add(&mut self, words: Vec<String>, is_excluded: bool, is_quoted: bool, is_last: bool) {
        if is_excluded || is_quoted {
            let wanted = if words.len() > 1 {
                Some(Wanted::Phrase(words))
            } else {
                words.into_iter().next().map(|word| Wanted::Word {
                    word,
                    is_beginning: false,
                })
            };
            let list = if is_excluded {
                &mut self.excluded
            } else {
                &mut self.required
            };
            list.extend(wanted);
            return;
        }
        let count = words.len();
        for (place, word) in words.into_iter().enumerate() {
            self.required.push(Wanted::Word {
                word,
                is_beginning: is_last && place + 1 == count,
            });
        }
    }
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
            wording.required,
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
        assert_eq!(Wording::read("bygg ").required, [word("bygg", false)]);
        assert_eq!(Wording::read(" \" - \"").required, []);
    }
}
