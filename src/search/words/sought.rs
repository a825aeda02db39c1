//! A word that is looked for, and the terms that stand for it.
//!
//! The forms of a word should share a stem, but the rules for Swedish stems keep articles (`skolan`, `beslutet`) and take
//! the end of some words for an ending (`kostnad` becomes `kostn`, `kostnader` `kostnad`). So a Swedish word is looked up
//! under the stems of the forms it may have; one that no record holds costs a look at its neighbours in the dictionary.
//! A word without marks stands for words with marks too, and since a letter with a mark is in no ending (`omrade` means
//! `område`), each of its last letters is tried with one.

use std::collections::BTreeSet;

use super::analysis::{Stems, Tongue, plain};

/// A term as it was written counts twice what one without its marks does.
const EXACT: u32 = 2;
/// The fewest letters of a word that has forms: endings of shorter ones are other words (`is`, `ist`).
const SHORTEST: usize = 3;
/// The most letters of what may be an ending, as in `-heternas`: further on, another word begins.
const LONGEST_ENDING: usize = 8;
const VOWELS: &str = "iouyåäö";
/// What an article or an ending follows, where the rules for stems keep it or take more than it.
const FOLLOWED: [(&str, &[&str]); 9] = [
    (
        "n",
        &["a", "i", "o", "u", "y", "å", "ä", "ö", "el", "er", "or"],
    ),
    ("t", &["e"]),
    ("na", &["e"]),
    ("et", &[""]),
    ("met", &["m"]),
    ("men", &["m"]),
    ("en", &["and"]),
    ("er", &["or", "i"]),
    ("erna", &["or", "i"]),
];

/// The terms that stand for a word.
#[derive(Debug, Clone)]
pub struct Sought {
    exact: BTreeSet<String>,
    /// Terms without marks.
    plain: BTreeSet<String>,
    is_plain: bool,
}

impl Sought {
    /// The terms that stand for a folded word in a register of these tongues.
    #[must_use]
    pub fn new(word: &str, tongues: &[Tongue], stems: &Stems) -> Self {
        let own = tongues
            .iter()
            .map(|tongue| stems.of(word, *tongue).into_owned());
        let mut exact: BTreeSet<String> = own.collect();
        let mut near = BTreeSet::new();
        let is_plain = plain(word) == word;
        if tongues.contains(&Tongue::Swedish) {
            exact.extend(forms(word, stems));
            if is_plain {
                near = with_a_mark(word)
                    .flat_map(|word| forms(&word, stems))
                    .collect();
            }
        }
        let plain = exact.iter().chain(&near);
        Self {
            plain: plain.map(|term| plain_of(term)).collect(),
            exact,
            is_plain,
        }
    }

    /// The terms without marks among which those that stand for the word are.
    pub fn plain(&self) -> impl Iterator<Item = &str> {
        self.plain.iter().map(String::as_str)
    }

    /// What a term counts that stands for the word; `None` for any other.
    #[must_use]
    pub fn worth(&self, term: &str) -> Option<u32> {
        if self.exact.contains(term) {
            return Some(EXACT);
        }
        (self.is_plain && self.plain.contains(&*plain(term))).then_some(1)
    }

    /// Whether another word has a form of this one.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        !self.exact.is_disjoint(&other.exact)
    }

    /// Whether a word of a text has one of these terms as a part.
    #[must_use]
    pub fn is_part_of(&self, word: &str) -> bool {
        let is_long = |term: &&String| term.chars().count() > SHORTEST;
        let mut long = self.exact.iter().filter(is_long);
        long.any(|term| word.contains(&**term))
    }
}

/// The words of one meaning with a word, in any form of it.
#[must_use]
pub(in crate::search) fn synonyms(
    word: &str,
    groups: &[Vec<String>],
    tongues: &[Tongue],
    stems: &Stems,
) -> Vec<String> {
    if groups.is_empty() {
        return Vec::new();
    }
    let own = Sought::new(word, tongues, stems);
    let is_same =
        |other: &&String| !other.contains(' ') && Sought::new(other, tongues, stems).meets(&own);
    let mut found = Vec::new();
    for group in groups {
        let (same, others): (Vec<&String>, Vec<&String>) = group.iter().partition(is_same);
        if !same.is_empty() {
            found.extend(others.into_iter().cloned());
        }
    }
    found
}

fn plain_of(term: &str) -> String {
    plain(term).into_owned()
}

/// The stems of the forms that a Swedish word may have.
fn forms(word: &str, stems: &Stems) -> BTreeSet<String> {
    let stem = |word: &str| stems.of(word, Tongue::Swedish).into_owned();
    let own = stem(word);
    let mut forms = BTreeSet::from([own.clone()]);
    let has_letters = word.chars().all(char::is_alphabetic);
    if !has_letters || word.chars().count() < SHORTEST {
        return forms;
    }
    forms.insert(stem(&own));
    let nominative = word.strip_suffix('s').unwrap_or(word);
    if ["or", "orna"]
        .iter()
        .any(|ending| nominative.ends_with(ending))
    {
        forms.insert(format!("{own}an"));
    } else if ["en", "ena"]
        .iter()
        .any(|ending| nominative.ends_with(ending))
    {
        forms.insert(format!("{own}et"));
    }
    for base in bases(word) {
        forms.insert(stem(base));
        for ending in endings(base) {
            forms.insert(stem(&format!("{base}{ending}")));
        }
    }
    forms
}

/// The words that a Swedish word may be a form of: itself, without its -s, without an article or an ending that the
/// rules for stems keep or take more than. Which one is a word, the register tells.
fn bases(word: &str) -> impl Iterator<Item = &str> {
    let nominative = word.strip_suffix('s').unwrap_or(word);
    let without = FOLLOWED.iter().filter_map(move |(ending, before)| {
        let base = nominative.strip_suffix(ending)?;
        let is_form = before.iter().any(|end| base.ends_with(end));
        (is_form && base.chars().count() >= SHORTEST).then_some(base)
    });
    [word, nominative].into_iter().chain(without)
}

/// The endings of a word's forms that tell: the articles, and those before which the rules leave its end alone.
fn endings(word: &str) -> &'static [&'static str] {
    if word.ends_with('a') {
        &["n"]
    } else if word.ends_with('e') {
        &["t", "na"]
    } else if word.ends_with(|letter| VOWELS.contains(letter)) {
        &["n", "t"]
    } else if ["el", "er", "or"].iter().any(|end| word.ends_with(end)) {
        &["n", "en", "et"]
    } else if word.ends_with('m') {
        &["en", "et", "men", "met"]
    } else {
        &["en", "et"]
    }
}

/// A plain word with a mark on one of the letters that an ending may have.
fn with_a_mark(word: &str) -> impl Iterator<Item = String> {
    let letters = word.char_indices().rev().take(LONGEST_ENDING);
    letters.filter_map(move |(place, letter)| {
        let marked = match letter {
            'a' => "å",
            'o' => "ö",
            _ => return None,
        };
        Some(format!("{}{marked}{}", &word[..place], &word[place + 1..]))
    })
}

#[cfg(test)]
mod tests {
    use super::{Sought, Stems, Tongue};

    #[test]
    fn a_word_is_found_in_every_form() {
        let families: [&[&str]; 14] = [
            &["skola", "skolan", "skolor", "skolorna", "skolans"],
            &["kostnad", "kostnader", "kostnaden", "kostnadernas"],
            &["beslut", "beslutet", "besluten", "beslutets", "besluts"],
            &["ärende", "ärendet", "ärenden", "ärendena", "ärendets"],
            &["båtbrand", "båtbranden", "båtbrands"],
            &["program", "programmet", "programmen", "programmets"],
            &["kontor", "kontoret", "kontoren"],
            &["motor", "motorn", "motorer"],
            &["regel", "regeln", "regelns"],
            &["ansvar", "ansvaret", "ansvars"],
            &["industri", "industrin", "industrier", "industrins"],
            &["exempelstad", "exempelstads", "exempelstaden"],
            &["nämnd", "nämnden", "nämnder", "nämndernas"],
            &["läkare", "läkaren", "läkarna", "läkarens"],
        ];
        let stems = Stems::default();
        let sought = |word| Sought::new(word, &[Tongue::Swedish, Tongue::English], &stems);
        let mut unmet = Vec::new();
        for family in families {
            for asked in family {
                let is_met = |met: &&&str| {
                    let term = stems.of(met, Tongue::Swedish);
                    sought(asked).worth(&term).is_none()
                };
                let others = family.iter().filter(is_met);
                unmet.extend(others.map(|met| format!("{asked}: {met}")));
            }
        }
        assert!(unmet.is_empty(), "{unmet:#?}");
    }

    #[test]
    fn a_word_without_marks_stands_for_one_with_marks() {
        let stems = Stems::default();
        for (asked, met, worth) in [
            ("omrade", "område", Some(1)),
            ("nivaer", "nivåer", Some(1)),
            ("atgarder", "åtgärden", Some(1)),
            ("område", "omrade", None),
            ("område", "området", Some(2)),
        ] {
            let sought = Sought::new(asked, &[Tongue::Swedish], &stems);
            let term = stems.of(met, Tongue::Swedish);
            assert_eq!(sought.worth(&term), worth, "{asked}: {met}");
        }
    }
}
