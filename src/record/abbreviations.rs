//! Abbreviations whose full stop ends no sentence. A text may hold those of any language, so all are known.

use crate::language::Language;

/// Whether a word that ends with a full stop is an abbreviation before what follows it.
pub(crate) fn is_abbreviation(word: &str, next: char) -> bool {
    let word = word
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    Language::all().any(|language| {
        let table = &language.abbreviations;
        table.always.contains(&word.as_str())
            || next.is_numeric() && table.before_numbers.contains(&word.as_str())
    })
}
