//! The ways in which people write a day.

use std::collections::BTreeSet;

use super::date::{Date, digits};
use crate::language::Language;

/// A year, a month and a day as they are written, whether there is such a day or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) year: i16,
    pub(super) month: i16,
    pub(super) day: i16,
}

/// Reads a text of a form that has one meaning only.
pub(super) fn read(text: &str) -> Option<Written> {
    let text = text.trim();
    year_first(text).or_else(|| in_words(text))
}

/// Every day that three numbers may mean whose order nobody can be sure of, and a year of two digits that of this century.
pub(super) fn readings(text: &str) -> Vec<Date> {
    let parts: Vec<&str> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let [first, second, third] = parts[..] else {
        return Vec::new();
    };
    if text.contains(char::is_alphabetic) {
        return Vec::new();
    }
    let orders = [
        (first, second, third),
        (third, second, first),
        (third, first, second),
    ];
    let days = orders.into_iter().filter_map(|(year, month, day)| {
        let century = match year.len() {
            4 => 0,
            2 => 2000,
            _ => return None,
        };
        let (month, day) = (number(month)?, number(day)?);
        Date::new(digits(year)? + century, month, day)
    });
    days.collect::<BTreeSet<Date>>().into_iter().collect()
}

/// `2021-04-14`, with one mark between the numbers or none, and with one digit or two.
fn year_first(text: &str) -> Option<Written> {
    let is_mark = |c: char| matches!(c, '-' | '.' | '/') || is_dash(c);
    let (year, month, day) = if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        (&text[..4], &text[4..6], &text[6..])
    } else {
        let mut parts = text.split(is_mark);
        let found = (parts.next()?, parts.next()?, parts.next()?);
        parts.next().is_none().then_some(found)?
    };
    let year = digits(year).filter(|_| year.len() == 4)?;
    Some(Written {
        year,
        month: number(month)?,
        day: number(day)?,
    })
}

/// `14 April 2021`, `den 14 apr. 2021` or `April 14, 2021`.
fn in_words(text: &str) -> Option<Written> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let words = words.strip_prefix(&["den"]).unwrap_or(&words);
    let [first, second, year] = words[..] else {
        return None;
    };
    let (day, month) = match second.strip_suffix(',') {
        Some(day) => (day, first),
        None => (first, second),
    };
    Some(Written {
        year: digits(year).filter(|_| year.len() == 4)?,
        month: month_named(month)?,
        day: number(day)?,
    })
}

/// The month of a name in any language, or of its first letters, of which it must be the only one.
fn month_named(name: &str) -> Option<i16> {
    let name = name.strip_suffix('.').unwrap_or(name);
    if name.chars().count() < SHORTEST_MONTH {
        return None;
    }
    let mut found = BTreeSet::new();
    for language in Language::all() {
        let months = language.months.iter().zip(1..);
        let meant = months.filter(|(month, _)| month.to_lowercase().starts_with(name));
        found.extend(meant.map(|(_, number)| number));
    }
    found.pop_first().filter(|_| found.is_empty())
}

/// The fewest letters of a month's short name: two months of some language begin with the same two.
const SHORTEST_MONTH: usize = 3;

/// A number of one digit or two.
fn number(text: &str) -> Option<i16> {
    digits(text).filter(|_| text.len() <= 2)
}

/// A dash that a word processor makes of a hyphen.
pub(super) fn is_dash(character: char) -> bool {
    matches!(character, '\u{2010}'..='\u{2015}' | '\u{2212}')
}
