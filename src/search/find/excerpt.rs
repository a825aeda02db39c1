//! A few words of a record around what was looked for.

use std::ops::Range;

use super::query::{Number, Wanted, Wording};
use crate::search::words::analysis::{Stems, Tongue, for_each_word, small_words};
use crate::search::words::sought::{Sought, synonyms};
use crate::source::composed;

/// The most letters of an excerpt, and how many stand before the first hit.
const LONGEST: usize = 220;
const BEFORE: usize = 60;

/// A word that an excerpt should show: the terms that stand for it or one of its synonyms, and the text that words may
/// begin with.
struct Shown {
    sought: Vec<Sought>,
    beginning: Option<String>,
}

/// The words around the hits in the line that holds most of what a text asks for; the first line if none holds any.
/// `language` is that of the lines, `tongues` are those of the register, `synonyms` its groups of folded words of one
/// meaning.
#[must_use]
pub fn excerpt(
    text: &str,
    lines: &str,
    language: &str,
    tongues: &[Tongue],
    synonyms: &[Vec<String>],
) -> String {
    let stems = Stems::default();
    let tongue = Tongue::of(language);
    let shown = shown(text, tongues, synonyms, &stems);
    let lines = composed(lines);
    let mut best: (usize, &str, usize) = (0, lines.lines().next().unwrap_or_default(), 0);
    for line in lines.lines() {
        let mut met: Vec<usize> = Vec::new();
        let mut first = None;
        for_each_word(line, |word, range: Range<usize>| {
            let term = stems.of(word, tongue);
            let found = shown.iter().position(|shown| shown.is_met(word, &term));
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

/// The words that a text asks for.
fn shown(text: &str, tongues: &[Tongue], groups: &[Vec<String>], stems: &Stems) -> Vec<Shown> {
    let shown = |word: String, is_beginning: bool| {
        let others = synonyms(&word, groups, tongues, stems);
        let others = others.iter().flat_map(|other| other.split(' '));
        let words = std::iter::once(&*word).chain(others);
        Shown {
            sought: words
                .map(|word| Sought::new(word, tongues, stems))
                .collect(),
            beginning: is_beginning.then_some(word),
        }
    };
    let of_wanted = |wanted: Wanted| match wanted {
        Wanted::Word { word, is_beginning } => vec![shown(word, is_beginning)],
        Wanted::Phrase(words) | Wanted::Number(Number { words, .. }) => {
            words.into_iter().map(|word| shown(word, false)).collect()
        }
    };
    let small = small_words(tongues);
    let wording = Wording::read(text);
    let wanted = wording.without_small(&|word| small.contains(word));
    wanted.into_iter().cloned().flat_map(of_wanted).collect()
}

impl Shown {
    /// Whether a word is what should be shown: by its term, as a compound, or by its beginning.
    fn is_met(&self, word: &str, term: &str) -> bool {
        let is_meant = |sought: &Sought| sought.worth(term).is_some() || sought.is_part_of(word);
        let begins = |beginning: &String| word.starts_with(&**beginning);
        self.sought.iter().any(is_meant) || self.beginning.as_ref().is_some_and(begins)
    }
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
    use super::{Tongue, excerpt};

    const TONGUES: [Tongue; 2] = [Tongue::Swedish, Tongue::English];

    #[test]
    fn an_excerpt_stands_around_the_line_with_most_hits() {
        let lines = "Kommunen växer.\nEn ny grundskola byggs vid torget.\nSlut.";
        assert_eq!(
            excerpt("skola torg", lines, "sv", &TONGUES, &[]),
            "En ny grundskola byggs vid torget."
        );
        let synonyms = [vec!["plats".to_owned(), "torg".to_owned()]];
        assert_eq!(
            excerpt("platser", lines, "sv", &TONGUES, &synonyms),
            "En ny grundskola byggs vid torget."
        );
        assert_eq!(
            excerpt(
                "skola",
                "A visit.\nIt was Norra skolan.",
                "en",
                &TONGUES,
                &[]
            ),
            "It was Norra skolan."
        );
        let long = format!(
            "{} skolan öppnar {}",
            "inledande ".repeat(20),
            "avslutande ".repeat(40)
        );
        let cut = excerpt("skola", &long, "sv", &TONGUES, &[]);
        assert!(
            cut.starts_with("… ") && cut.ends_with(" …") && cut.contains("skolan"),
            "{cut}"
        );
        assert!(cut.chars().count() <= 224);
    }
}
