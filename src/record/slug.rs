//! Text to the ASCII form that addresses and anchors are made of.
//!
//! The one rule, documented for staff in `src/docs/records.md`: lower case; `å`, `ä` become `a` and `ö` becomes `o`, as
//! do all letters with marks lose their marks; `æ` is `ae`, `ø` is `o`, `ß` is `ss`, `þ` is `th`, `ð` and `đ` are `d`,
//! `ł` is `l`; whatever else is no ASCII letter or digit becomes one hyphen, none at either end.

//!
//! Disks take names of 255 bytes, some fewer, so a part of an address has at most [`LONGEST`] characters. A longer one is
//! cut at a hyphen, and the digest of the whole tells it from others that begin alike.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::source::Digest;

/// The most characters that a part of an address may have.
const LONGEST: usize = 120;
/// How many digits of the digest tell parts apart that were cut.
const DIGITS: usize = 8;

/// The slug of a text, as a part of an address; empty when nothing of it can stand there.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = anchor(text);
    if slug.len() > LONGEST {
        let digest = Digest::of(slug.as_bytes()).to_hex();
        let room = LONGEST - DIGITS - 1;
        let hyphen = slug[..=room].rfind('-');
        slug.truncate(hyphen.filter(|at| *at > room / 2).unwrap_or(room));
        slug.push('-');
        slug.push_str(&digest[..DIGITS]);
    }
    slug
}

/// The slug of a text in its whole length, as an anchor within a page; empty when nothing of it can stand there.
pub(super) fn anchor(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    if text.is_ascii() {
        text.chars()
            .for_each(|character| push(&mut slug, character));
    } else {
        text.nfd()
            .filter(|character| !is_combining_mark(*character))
            .for_each(|character| push(&mut slug, character));
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

fn push(slug: &mut String, character: char) {
    match character {
        'a'..='z' | '0'..='9' => slug.push(character),
        'A'..='Z' => slug.push(character.to_ascii_lowercase()),
        'æ' | 'Æ' => slug.push_str("ae"),
        'ø' | 'Ø' => slug.push('o'),
        'ß' | 'ẞ' => slug.push_str("ss"),
        'þ' | 'Þ' => slug.push_str("th"),
        'ð' | 'Ð' | 'đ' | 'Đ' => slug.push('d'),
        'ł' | 'Ł' => slug.push('l'),
        _ => {
            if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, anchor, slug};

    #[test]
    fn a_long_name_is_cut_at_a_hyphen_and_told_from_others_by_its_digest() {
        let signatories = "Anna Berg, Bo Ek, ".repeat(12);
        let cut = slug(&signatories);
        assert_eq!(
            cut,
            "anna-berg-bo-ek-anna-berg-bo-ek-anna-berg-bo-ek-anna-berg-bo-ek-anna-berg-bo-ek-anna-berg-bo-ek-anna-berg-bo-ek-a3e8ebd0"
        );
        assert_eq!(slug(&cut), cut);
        assert_ne!(slug(&format!("{signatories} och Cia Ek")), cut);
        let (just, over) = ("a".repeat(LONGEST), "a".repeat(LONGEST + 1));
        assert_eq!(slug(&just), just);
        assert_eq!(slug(&over).len(), LONGEST);
        assert_eq!(anchor(&over), over);
    }

    #[test]
    fn one_ascii_form_stands_for_every_spelling_of_a_name() {
        let pairs = [
            ("Ärendet", "arendet"),
            ("A\u{308}rendet", "arendet"),
            ("Mina synpunkter", "mina-synpunkter"),
            ("KS 2021/437", "ks-2021-437"),
            ("  Øresund & Straße! ", "oresund-strasse"),
            ("Łódź", "lodz"),
            ("日本", ""),
        ];
        for (text, expected) in pairs {
            assert_eq!(slug(text), expected);
        }
    }
}
