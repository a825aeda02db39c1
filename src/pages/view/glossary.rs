//! What a template sees of the words that are explained.

use schemars::JsonSchema;
use serde::Serialize;

/// The words that are explained: `glossary` in `glossary.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct GlossaryView<'a> {
    /// The letters with which words begin, in the order of the language.
    pub letters: Vec<GlossaryLetterView<'a>>,
}

/// The words that begin with a letter.
#[derive(Debug, Serialize, JsonSchema)]
pub struct GlossaryLetterView<'a> {
    /// The letter, a capital.
    pub letter: String,
    /// The words.
    pub terms: Vec<GlossaryTermView<'a>>,
}

/// A word and what it means.
#[derive(Debug, Serialize, JsonSchema)]
pub struct GlossaryTermView<'a> {
    /// The word.
    pub term: &'a str,
    /// The anchor of its place on the page.
    pub anchor: &'a str,
    /// What it means, as text.
    pub text: &'a str,
}
