//! The form of the index: what those who make it and those who read it, here and in a browser, must agree on. The same names
//! and numbers stand in `browser/form.js`; a test holds the two equal.

/// The name of the file that names all others.
pub const ROOT: &str = "index.json";
/// The form of the index this program writes and reads.
pub(in crate::search) const FORM: u32 = 6;
/// The kinds of a segment's files, as the root names them.
pub(in crate::search) const KINDS: [&str; 4] = ["words", "postings", "places", HITS];
pub(in crate::search) const HITS: &str = "hits";
/// How many letters the name of a segment has: 64 bits in hexadecimal digits, for the reason of [`SUM`].
pub(in crate::search) const NAME: usize = 16;
/// What stands before a case number in the dictionary, so that no word is one.
pub(in crate::search) const CASE_MARK: char = '#';
/// The mark before a key says by its place here how many letters the key shares with the one before. None of them stands
/// in a word or a case number.
pub(in crate::search) const MARKS: &str = "!$%&'()*+,./:;<=>?@[]^_`{|}~";
/// How the root packs lengths, without marks between them: in so many digits, which `parseInt` knows, so that no leaf or page may
/// have more than 46,655 bytes. They are bounded far below.
pub(in crate::search) const RADIX: u32 = 36;
pub(in crate::search) const DIGITS: usize = 3;
/// How many letters name what a file holds: 64 bits, five a letter. With half of them two of the files that a large register
/// has published over the years might well have had one name.
pub(in crate::search) const SUM: usize = 13;
/// How many bytes a slot has, and how many slots a file. All are of one length, so no table says where a hit stands; what the facts
/// leave of a slot is a lead of the text. A file is 96 kB, of which a browser asks for the slots that it shows.
pub(in crate::search) const SLOT: usize = 384;
pub(in crate::search) const SLOTS: usize = 256;
/// Terms of so few records have them beside them in the dictionary: a search for a rare word asks for no postings, and a leaf grows
/// by a few bytes a term.
pub(in crate::search) const INLINE: u32 = 2;
/// How many bits any level takes, and the highest level. Twelve reach from a word met once in a long text to one that is the title.
pub(in crate::search) const LEVELS: u32 = 4;
pub(in crate::search) const TOP_LEVEL: u32 = 11;
/// How many low bits a level is written with (Rice coding). None: most levels are the lowest, which unary digits write shortest.
pub(in crate::search) const LEVEL_BITS: u32 = 0;
/// Terms of so many records or more say in the dictionary which records they are worth most in, so that a browser may
/// ask for these before it has the postings. Postings of fewer are a few hundred bytes, and are there as soon.
pub(in crate::search) const COMMON: u32 = 128;
/// How many records those are: those of a [`PAGE`].
pub(in crate::search) const TOPS: usize = 10;
/// In how many leaves terms are sought that begin with a text, so that two letters do not download the dictionary.
pub(in crate::search) const LEAVES: usize = 3;
/// How many terms a beginning stands for, those that are worth most first: each asks for its postings.
pub(in crate::search) const BEGINNINGS: usize = 12;
/// How many hits a page of results shows.
pub const PAGE: usize = 10;

/// The parts of a record that are searched, by weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) enum Field {
    Title,
    Names,
    Recommendation,
    Decision,
    Summary,
    Heading,
    Prose,
}

pub(in crate::search) const FIELDS: [Field; 7] = [
    Field::Title,
    Field::Names,
    Field::Recommendation,
    Field::Decision,
    Field::Summary,
    Field::Heading,
    Field::Prose,
];

/// A day as a number that grows from day to day and needs no calendar to be made from `2021-04-14`.
pub(in crate::search) fn day_number(year: u32, month: u32, day: u32) -> u32 {
    (year * 12 + month - 1) * 31 + day - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_reads_the_form_that_is_written() {
        let script = include_str!("../browser/form.js");
        for (name, value) in [
            ("INLINE", INLINE as usize),
            ("COMMON", COMMON as usize),
            ("TOPS", TOPS),
            ("SUM", SUM),
            ("SLOT", SLOT),
            ("SLOTS", SLOTS),
            ("BEGINNINGS", BEGINNINGS),
            ("LEAVES", LEAVES),
            ("PAGE", PAGE),
            ("LEVELS", LEVELS as usize),
            ("TOP_LEVEL", TOP_LEVEL as usize),
        ] {
            assert!(
                script.contains(&format!("export const {name} = {value};")),
                "{name}"
            );
        }
        assert!(script.contains(&format!("const MARKS = \"{MARKS}\";")));
        let index = include_str!("../browser/index.js");
        assert!(index.contains(&format!("root.form === {FORM}")));
    }
}
