//! Case numbers as people type them, brought to one form: `KS 2021/437`, `ks2021-0437` and `KS2021:437` are one number.
//!
//! Runs of letters and of digits are kept apart, so `1:23` and `123` stay different. They never go through words.

use crate::search::words::analysis::with_blanks;

/// The parts of a number: runs of letters in capitals, runs of digits without leading zeros.
fn parts(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut is_open = false;
    for character in text.chars() {
        if !character.is_alphanumeric() {
            is_open = false;
            continue;
        }
        let is_digit = character.is_ascii_digit();
        let continues = is_open
            && parts
                .last()
                .and_then(|part| part.chars().next_back())
                .is_some_and(|last| last.is_ascii_digit() == is_digit);
        if !continues {
            parts.push(String::new());
        }
        is_open = true;
        if let Some(part) = parts.last_mut() {
            part.extend(character.to_uppercase());
        }
    }
    for part in &mut parts {
        let kept = part.trim_start_matches('0').len().max(1);
        if part.starts_with('0') && part.len() > kept {
            *part = part.split_off(part.len() - kept);
        }
    }
    parts
}

fn is_number(part: &str) -> bool {
    part.starts_with(|first: char| first.is_ascii_digit())
}

/// The keys a record's case number is found by: whole, without its letters, its letters with its first number (`KS 2024`), and its last
/// number alone. None for one without digits.
#[must_use]
pub fn keys(case_number: &str) -> Vec<String> {
    let parts = parts(case_number);
    let digits: Vec<String> = parts
        .iter()
        .filter(|part| is_number(part))
        .cloned()
        .collect();
    let mut keys = Vec::new();
    if !digits.is_empty() {
        keys.push(parts.join("-"));
        if digits.len() > 1 && digits.len() < parts.len() {
            keys.push(digits.join("-"));
        }
        if parts.len() > 1 {
            keys.extend(digits.last().cloned());
        }
        if digits.len() > 1 {
            let first = parts.iter().position(|part| is_number(part)).unwrap_or(0);
            if first > 0 {
                keys.push(parts[..=first].join("-"));
            }
        }
    }
    keys
}

/// The most letters before a number that may belong to it.
const LONGEST_PREFIX: usize = 6;
/// The most parts of a number.
const MOST_PARTS: usize = 6;

/// The key of a text that may be a number alone or with its letters; `None` for one that cannot be.
#[must_use]
pub(in crate::search) fn key(text: &str) -> Option<String> {
    let parts = parts(text);
    let has_number = parts.iter().any(|part| is_number(part));
    (has_number && parts.len() <= MOST_PARTS).then(|| parts.join("-"))
}

/// A folded word as the letters before a number, if it may be.
#[must_use]
pub(in crate::search) fn letters(word: &str) -> Option<String> {
    let is_short = word.chars().count() <= LONGEST_PREFIX && word.chars().all(char::is_alphabetic);
    is_short.then(|| parts(word).join("-"))
}

/// A query that may be a case number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The key to look up.
    pub key: String,
    /// Whether it can be nothing else: two numbers joined by a sign, and no day.
    pub is_certain: bool,
}

/// Reads a query as a case number; `None` when it cannot be one.
#[must_use]
pub fn asked(query: &str) -> Option<Asked> {
    let text = with_blanks(query);
    let text = text.trim();
    let lowered = text.to_lowercase();
    let text = ["dnr ", "dnr. ", "dnr: "]
        .iter()
        .find(|word| lowered.starts_with(**word))
        .map_or(text, |word| text.get(word.len()..).unwrap_or(text));
    let parts = parts(text);
    if text.contains('"') || parts.len() > MOST_PARTS || !parts.iter().any(|part| is_number(part)) {
        return None;
    }
    let is_day = parts.len() == 3
        && parts.iter().all(|part| is_number(part))
        && parts[0].len() == 4
        && parts[1..].iter().all(|part| part.len() <= 2);
    Some(Asked {
        is_certain: !is_day && joins_numbers(text),
        key: parts.join("-"),
    })
}

/// Whether the text is letters, then numbers joined by signs: `KS 2021/437`, `2021-437`.
fn joins_numbers(text: &str) -> bool {
    let numbers = text.trim_start_matches(|c: char| c.is_alphabetic());
    let is_short = text[..text.len() - numbers.len()].chars().count() <= LONGEST_PREFIX;
    let numbers = numbers.trim_start();
    let runs: Vec<&str> = numbers.split(['/', ':', '-', '.', '–']).collect();
    let are_digits = |run: &&str| !run.is_empty() && run.chars().all(|c| c.is_ascii_digit());
    is_short && runs.len() > 1 && runs.iter().all(are_digits)
}

#[cfg(test)]
mod tests {
    use super::{asked, keys};

    #[test]
    fn every_spelling_of_a_number_is_one_key() {
        for typed in [
            "KS 2021/437",
            "ks2021-437",
            " KS2021:0437",
            "dnr KS 2021/437",
        ] {
            let asked = asked(typed).expect("a number");
            assert_eq!(
                (asked.key.as_str(), asked.is_certain),
                ("KS-2021-437", true),
                "{typed}"
            );
        }
        assert_eq!(
            keys("KS 2021/437"),
            ["KS-2021-437", "2021-437", "437", "KS-2021"]
        );
        assert_eq!(keys("2017:725"), ["2017-725", "725"]);
        assert_ne!(
            asked("1:23").map(|asked| asked.key),
            asked("123").map(|asked| asked.key)
        );
    }

    #[test]
    fn words_and_days_are_no_certain_numbers() {
        assert_eq!(asked("bygglov"), None);
        for typed in ["budget 2024", "2024-05-02", "vision 2030"] {
            assert!(!asked(typed).expect("it has digits").is_certain, "{typed}");
        }
    }
}
