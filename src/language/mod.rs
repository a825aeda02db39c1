//! What the program knows of languages, a row for each: how numbers, days and names are written, and the parts of addresses.
//!
//! A site may be in any language; what no row knows is written as in English. Words of the interface stand in the theme, those
//! of messages with the diagnostics.

/// What is known of a language.
#[derive(Debug)]
pub struct Language {
    /// The primary part of its tag (BCP 47).
    pub code: &'static str,
    /// Its place among the words that tables hold in each language.
    pub place: usize,
    /// The months, as they stand in a sentence.
    pub months: [&'static str; 12],
    /// What sets thousands apart.
    pub thousands: char,
    /// What stands before tenths.
    pub decimal: char,
    /// What several bytes are called.
    pub bytes: &'static str,
    /// The part of addresses before the number of a list's page.
    pub page: &'static str,
    /// The part of addresses below which the search stands.
    pub search: &'static str,
}

/// Every language that is known.
static LANGUAGES: [Language; 2] = [
    Language {
        code: "sv",
        place: 0,
        months: [
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december",
        ],
        thousands: '\u{a0}',
        decimal: ',',
        bytes: "byte",
        page: "sida",
        search: "sok",
    },
    Language {
        code: "en",
        place: 1,
        months: [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        thousands: ',',
        decimal: '.',
        bytes: "bytes",
        page: "page",
        search: "search",
    },
];
/// The number of the language that stands for any other.
const ENGLISH: usize = 1;

/// Languages that have letters behind z, which stand there in the order of a list of names, each with those that are alike.
const LETTERS_BEHIND_Z: [(&[&str], &[&[char]]); 1] =
    [(&["sv", "fi"], &[&['å'], &['ä', 'æ'], &['ö', 'ø']])];

impl Language {
    /// Every language that is known.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        LANGUAGES.iter()
    }

    /// What is known of the language of a tag; of English, where nothing is.
    #[must_use]
    pub fn of(tag: &str) -> &'static Self {
        let code = primary(tag);
        let found = LANGUAGES.iter().find(|language| language.code == code);
        found.unwrap_or(&LANGUAGES[ENGLISH])
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
    let code = primary(tag);
    let mut found = LETTERS_BEHIND_Z.iter();
    let found = found.find(|(codes, _)| codes.contains(&code.as_str()));
    found.map_or(&[], |(_, letters)| letters)
}

fn primary(tag: &str) -> String {
    tag.split('-')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase()
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
