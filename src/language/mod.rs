//! What the program knows of languages, a row for each: how numbers, days and names are written, the parts of addresses, where
//! a sentence ends, and how words are brought to their stems.
//!
//! A site may be in any language; what no row knows is written as in English. Words of the interface stand in the theme, those
//! of messages with the diagnostics.

mod english;
mod swedish;

use rust_stemmers::Algorithm;

/// What is known of a language.
pub struct Language {
    /// The primary part of its tag (BCP 47).
    pub code: &'static str,
    /// Its place among the words that tables hold in each language.
    pub place: usize,
    /// The months, as they stand in a sentence.
    pub months: [&'static str; 12],
    /// What stands in the place of a day, or of a year, where none is told.
    pub undated: &'static str,
    /// What sets thousands apart.
    pub thousands: char,
    /// What stands before tenths.
    pub decimal: char,
    /// What sets the cells of a table apart in its spreadsheets: where the comma stands before tenths, they read semicolons.
    pub cells: char,
    /// What several bytes are called.
    pub bytes: &'static str,
    /// The part of addresses before the number of a list's page.
    pub page: &'static str,
    /// The part of addresses where open data is told of.
    pub open_data: &'static str,
    /// The last part of the address of the notice board.
    pub notice_board: &'static str,
    /// That of the words that are explained.
    pub glossary: &'static str,
    /// That of meetings.
    pub meetings: &'static str,
    /// That of what decisions give somebody to do.
    pub assignments: &'static str,
    /// That of what decisions cost.
    pub costs: &'static str,
    /// The part of addresses below which the search stands.
    pub search: &'static str,
    /// Abbreviations whose full stop ends no sentence.
    pub abbreviations: Abbreviations,
    /// Words so common that in a question beside others they tell nothing, in small letters.
    pub small_words: &'static [&'static str],
    /// The rules by which the forms of a word have one stem.
    pub stemmer: Algorithm,
}

/// Abbreviations whose full stop ends no sentence, in small letters.
#[derive(Debug)]
pub struct Abbreviations {
    /// Never at a sentence's end, whatever follows.
    pub always: &'static [&'static str],
    /// Only before a number: `No. 3`, `kap. 2`, `art. 5`.
    pub before_numbers: &'static [&'static str],
}

/// Every language that is known.
static LANGUAGES: [&Language; 2] = [&swedish::SWEDISH, &english::ENGLISH];

/// Languages that have letters behind z, which stand there in the order of a list of names, each with those that are alike.
const LETTERS_BEHIND_Z: [(&[&str], &[&[char]]); 1] =
    [(&["sv", "fi"], &[&['å'], &['ä', 'æ'], &['ö', 'ø']])];

impl Language {
    /// Every language that is known.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        LANGUAGES.into_iter()
    }

    /// What is known of the language of a tag; of English, where nothing is.
    #[must_use]
    pub fn of(tag: &str) -> &'static Self {
        Self::known(tag).unwrap_or(&english::ENGLISH)
    }

    /// What is known of the language of a tag, if anything is.
    #[must_use]
    pub fn known(tag: &str) -> Option<&'static Self> {
        Self::all().find(|language| is_of(tag, language.code))
    }

    /// Which of the words that a table holds in each language is this one's.
    #[must_use]
    pub fn word<'w, T>(&self, words: &'w [T; 2]) -> &'w T {
        &words[self.place]
    }
}

/// The letters behind z in the language of a tag, in their order; those that are alike stand together.
#[must_use]
pub fn letters_behind_z(tag: &str) -> &'static [&'static [char]] {
    let mut found = LETTERS_BEHIND_Z.iter();
    let found = found.find(|(codes, _)| codes.iter().any(|code| is_of(tag, code)));
    found.map_or(&[], |(_, letters)| letters)
}

/// Whether the primary part of a tag is a code.
fn is_of(tag: &str, code: &str) -> bool {
    let primary = tag.split('-').next().unwrap_or_default();
    primary.eq_ignore_ascii_case(code)
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn every_language_has_its_own_place() {
        for (place, language) in Language::all().enumerate() {
            assert_eq!(language.place, place);
            assert!(std::ptr::eq(Language::of(language.code), language));
        }
        assert_eq!(Language::of("SV-FI").code, "sv");
        assert_eq!(Language::of("nb").code, "en");
    }
}
