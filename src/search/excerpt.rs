//! A few words of a record around what was looked for.

use std::ops::Range;

use super::analysis::{Stems, Tongue, for_each_word, plain, without_article};
use super::query::{Wanted, Wording};
use crate::source::composed;

/// The most letters of an excerpt, and how many stand before the first hit.
const LONGEST: usize = 220;
const BEFORE: usize = 60;

/// The words around the hits in the line that holds most of what a text asks for; the first line if none holds any.
#[must_use]
pub fn excerpt(text: &str, lines: &str, language: &str) -> String {
    let stems = Stems::default();
    let tongue = Tongue::of(language);
    let sought = sought(text, &stems, tongue);
    let lines = composed(lines);
    let mut best: (usize, &str, usize) = (0, lines.lines().next().unwrap_or_default(), 0);
    for line in lines.lines() {
        let mut met: Vec<usize> = Vec::new();
        let mut first = None;
        for_each_word(line, |word, range: Range<usize>| {
            let stem = stems.of(word, tongue);
            let found = sought.iter().position(|(sought, is_beginning)| {
                is_met(&stem, word, sought, *is_beginning)
                    || without_article(word)
                        .iter()
                        .any(|base| stems.of(base, tongue) == *sought)
            });
            if let Some(found) = found {
                first.get_or_insert(range.start);
                if !met.contains(&found) {
                    met.push(found);
                }
            }
        });
        if met.len() > best.0 {
            best = (met.len(), line, first.unwrap_or(0));
        }
    }
    around(best.1, best.2)
}

/// The stems asked for, and whether each may be the beginning of a word.
fn sought(text: &str, stems: &Stems, tongue: Tongue) -> Vec<(String, bool)> {
    let mut sought = Vec::new();
    for wanted in Wording::read(text).required {
        match wanted {
            Wanted::Word { word, is_beginning } => {
                sought.push((stems.of(&word, tongue).into_owned(), is_beginning));
            }
            Wanted::Phrase(words) => {
                sought.extend(
                    words
                        .iter()
                        .map(|word| (stems.of(word, tongue).into_owned(), false)),
                );
            }
        }
    }
    sought
}

/// A word is met by its stem, by its beginning, or as a part of a compound.
fn is_met(stem: &str, word: &str, sought: &str, is_beginning: bool) -> bool {
    let is_plain = plain(sought) == sought;
    let is_part = sought.chars().count() >= 4 && word.contains(sought);
    stem == sought
        || is_plain && plain(stem) == sought
        || is_part
        || is_beginning && word.starts_with(sought)
}

/// The text around a place, cut between words.
fn around(line: &str, place: usize) -> String {
    let before: Vec<usize> = line[..place].char_indices().map(|(at, _)| at).collect();
    let start = match before.len().checked_sub(BEFORE) {
        Some(skipped) if skipped > 0 => {
            let from = before[skipped];
            line[from..place]
                .find(' ')
                .map_or(place, |blank| from + blank + 1)
        }
        _ => 0,
    };
    let rest = &line[start..];
    let end = rest
        .char_indices()
        .nth(LONGEST)
        .map_or(rest.len(), |(at, _)| rest[..at].rfind(' ').unwrap_or(at));
    let (left, right) = (
        if start > 0 { "… " } else { "" },
        if end < rest.len() { " …" } else { "" },
    );
    format!("{left}{}{right}", rest[..end].trim())
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn an_excerpt_stands_around_the_line_with_most_hits() {
        let lines = "Kommunen växer.\nEn ny grundskola byggs vid torget.\nSlut.";
        assert_eq!(
            excerpt("skola torg", lines, "sv"),
            "En ny grundskola byggs vid torget."
        );
        let long = format!(
            "{} skolan öppnar {}",
            "inledande ".repeat(20),
            "avslutande ".repeat(40)
        );
        let cut = excerpt("skola", &long, "sv");
        assert!(
            cut.starts_with("… ") && cut.ends_with(" …") && cut.contains("skolan"),
            "{cut}"
        );
        assert!(cut.chars().count() <= 224);
    }
}
