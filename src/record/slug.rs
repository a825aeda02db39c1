//! Text to the ASCII form that addresses and anchors are made of.
//!
//! The one rule, documented for staff in `src/docs/records.md`: lower case; `å`, `ä` become `a` and `ö` becomes `o`, as
//! do all letters with marks lose their marks; `æ` is `ae`, `ø` is `o`, `ß` is `ss`, `þ` is `th`, `ð` and `đ` are `d`,
//! `ł` is `l`; whatever else is no ASCII letter or digit becomes one hyphen, none at either end.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The slug of a text; empty when nothing of it can stand in an address.
#[must_use]
pub fn slug(text: &str) -> String {
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
    use super::slug;

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
