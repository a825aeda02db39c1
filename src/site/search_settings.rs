//! What the settings tell the search of words, below `search`: synonyms, and what it is to know of compounds.

use std::collections::BTreeSet;

use crate::record::front_matter::Value;

/// The keys below `search`.
pub const SEARCH_SETTINGS: [&str; 3] = ["synonyms", "first_parts", "whole_words"];

/// What the search is told of words, each as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchSettings {
    /// Words of one meaning: a search for one finds records with another.
    pub synonyms: Vec<Vec<String>>,
    /// First parts of compounds that are no words of their own.
    pub first_parts: BTreeSet<String>,
    /// Words that seem to be compounds and are not.
    pub whole_words: BTreeSet<String>,
}

/// What is wrong below `search`, at a place counted from there.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault<'v> {
    /// A key that is not known.
    Unknown(&'v str, usize),
    /// A value that has not the named form.
    Form(&'v str, &'static str, Vec<usize>),
}

/// Reads the lines below `search`.
pub(super) fn read(entries: &[(String, Value)]) -> (SearchSettings, Vec<Fault<'_>>) {
    let mut settings = SearchSettings::default();
    let mut faults = Vec::new();
    for (index, (name, value)) in entries.iter().enumerate() {
        let mut words = |value, form, path: &[usize]| {
            let read = single_words(value);
            if read.is_none() {
                faults.push(Fault::Form(name, form, path.to_vec()));
            }
            read.unwrap_or_default()
        };
        match (name.as_str(), value) {
            ("first_parts", _) => settings.first_parts.extend(words(value, "words", &[index])),
            ("whole_words", _) => settings.whole_words.extend(words(value, "words", &[index])),
            ("synonyms", Value::List(groups)) => {
                for (inner, group) in groups.iter().enumerate() {
                    let Some(group) = several_words(group) else {
                        faults.push(Fault::Form(name, "synonyms", vec![index, inner]));
                        continue;
                    };
                    settings.synonyms.extend((group.len() > 1).then_some(group));
                }
            }
            ("synonyms", _) => faults.push(Fault::Form(name, "synonyms", vec![index])),
            (unknown, _) => faults.push(Fault::Unknown(unknown, index)),
        }
    }
    (settings, faults)
}

/// The texts of a list, each of one word or several; none if it is no list, or something in it is no such text.
fn several_words(value: &Value) -> Option<Vec<String>> {
    let Value::List(items) = value else {
        return None;
    };
    let text = |item: &Value| {
        let text = item.text()?.trim();
        let is_word = |word: &str| !word.is_empty() && word.chars().all(char::is_alphanumeric);
        text.split_whitespace()
            .all(is_word)
            .then(|| text.to_owned())
            .filter(|text| !text.is_empty())
    };
    items.iter().map(text).collect()
}

/// The words of a list of them; none if it is no list, or something in it is no single word.
fn single_words(value: &Value) -> Option<Vec<String>> {
    let Value::List(items) = value else {
        return None;
    };
    let word = |item: &Value| {
        let word = item.text()?.trim();
        let is_single = !word.is_empty() && word.chars().all(char::is_alphanumeric);
        is_single.then(|| word.to_owned())
    };
    items.iter().map(word).collect()
}
