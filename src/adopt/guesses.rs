//! What foreign names and words are likely to mean.

use std::collections::{BTreeMap, BTreeSet};

use super::collection::Collection;
use super::tables::{NAMES, PATTERNS, STAGE_WORDS, WORDS};
use crate::record::facts::Form;
use crate::record::front_matter::Value;
use crate::record::{DayForms, Key, Stage, choice_named, hides, language_tag, slug, stage_named};

/// Names for a key, each with the files in which it holds a value of the key's form.
pub(super) struct Names {
    /// The names, the one in most files first.
    pub(super) names: Vec<(String, BTreeSet<usize>)>,
    /// The files in which one of them, or a built-in one, holds a value.
    pub(super) files: BTreeSet<usize>,
}

/// Which names of a collection hold the values of a key.
pub(super) fn names_for(
    key: Key,
    collection: &Collection,
    days: &DayForms,
    homonyms: &[&str],
) -> Names {
    let known = NAMES.iter().find(|(own, _)| *own == key);
    let meant = known.map_or(&[][..], |(_, names)| names);
    let mut found = Names {
        names: Vec::new(),
        files: BTreeSet::new(),
    };
    let place = |name: &str| {
        let last = name.rsplit('.').next().unwrap_or(name);
        let letters = slug(last).replace('-', "");
        meant.iter().position(|meant| *meant == letters)
    };
    let mut candidates = Vec::new();
    for name in collection.names().into_keys() {
        let built_in = Key::named(&name).filter(|_| !homonyms.contains(&name.as_str()));
        let files: BTreeSet<usize> = collection
            .values(&name)
            .filter(|(_, value)| fits(key, value, days))
            .map(|(number, _)| number)
            .collect();
        let all = collection.values(&name).count();
        if built_in == Some(key) {
            found.files.extend(files);
        } else if built_in.is_none()
            && let Some(place) = place(&name)
            && files.len() * 2 > all
        {
            candidates.push((place, name, files));
        }
    }
    candidates.sort();
    for (_, name, files) in candidates {
        if !files.is_subset(&found.files) {
            found.files.extend(&files);
            found.names.push((name, files));
        }
    }
    found
}

/// Whether a value has the form that a key asks for. A word for one of a fixed set may be one of the collection's own.
fn fits(key: Key, value: &Value, days: &DayForms) -> bool {
    let is_short = |value: &Value| value.text().is_some_and(|text| text.chars().count() <= 300);
    let text = value.text().unwrap_or_default().trim();
    match (key.fact().form, value) {
        (Form::Day, _) => days.day(text).is_some(),
        (Form::Moment(of_day), _) => days.moment(text, of_day).is_some(),
        (Form::Slug, _) => slug(text) == text,
        (Form::Language, _) => language_tag(text).is_some(),
        (Form::Choice(choices), _) => key == Key::STAGE || choice_named(choices, text).is_some(),
        (Form::Flag, _) => ["true", "false"].contains(&text),
        (Form::Lines | Form::Map, value) => matches!(value, Value::Map(_)),
        (Form::Many(Form::Group(_)), Value::List(_) | Value::Map(_)) => true,
        (Form::Many(_) | Form::Clauses, Value::List(values)) => values.iter().all(is_short),
        (Form::Clauses | Form::Text(None), _) => value.text().is_some(),
        (_, value) => is_short(value),
    }
}

/// The names that are ours and mean something else in a collection: most of their values have not our form. None of them
/// guards secrecy: what may be meant so is never passed over.
pub(super) fn homonyms(collection: &Collection, days: &DayForms) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for (name, _) in collection.names() {
        let Some(key) = Key::named(&name).filter(|key| !key.guards_secrecy()) else {
            continue;
        };
        let fitting = collection
            .values(&name)
            .filter(|(_, value)| fits(key, value, days));
        let (fitting, all) = (fitting.count(), collection.values(&name).count());
        if fitting * 2 < all {
            found.push((name, all));
        }
    }
    found
}

/// The patterns by which the days of a collection are read that have no usual form.
pub(super) fn patterns(collection: &Collection) -> Vec<String> {
    let usual = DayForms::default();
    let is_date = |name: &str| {
        let letters = slug(name.rsplit('.').next().unwrap_or(name)).replace('-', "");
        let meant = NAMES.iter().find(|(key, _)| *key == Key::DATE);
        meant.is_some_and(|(_, names)| names.contains(&letters.as_str()))
            || Key::named(name) == Some(Key::DATE)
    };
    let names = collection.names().into_keys().filter(|name| is_date(name));
    let mut unread: Vec<String> = Vec::new();
    for name in names {
        let texts = collection
            .values(&name)
            .filter_map(|(_, value)| value.text());
        unread.extend(
            texts
                .filter(|text| usual.day(text).is_none())
                .map(str::to_owned),
        );
    }
    let mut found = Vec::new();
    for pattern in PATTERNS {
        let forms = DayForms {
            patterns: vec![pattern.to_owned()],
            ..DayForms::default()
        };
        let before = unread.len();
        let left: Vec<String> = unread
            .iter()
            .filter(|text| forms.day(text).is_none())
            .cloned()
            .collect();
        // `09/04/2021` may be read in two orders: the one that reads all is meant.
        if left.len() < before && (left.is_empty() || !pattern.contains('/')) {
            found.push(pattern.to_owned());
            unread = left;
        }
    }
    found
}

/// A word of a collection for a stage.
pub(super) enum StageWord {
    /// One of ours, or one that means one of ours.
    Means(Stage),
    /// It may mean that the record is not for the public.
    Hides,
    /// Nobody knows.
    Unknown,
}

/// What the words under some names mean that are none of ours, with how often each stands.
pub(super) fn stage_words(
    names: &[&str],
    collection: &Collection,
) -> BTreeMap<String, (StageWord, usize)> {
    let mut words: BTreeMap<String, (StageWord, usize)> = BTreeMap::new();
    for name in names {
        for (_, value) in collection.values(name) {
            let Some(text) = value.text().map(str::trim) else {
                continue;
            };
            if stage_named(text).is_none() {
                let (_, count) = words.entry(text.to_owned()).or_insert((meaning(text), 0));
                *count += 1;
            }
        }
    }
    words
}

fn meaning(text: &str) -> StageWord {
    if hides(text) {
        return StageWord::Hides;
    }
    let small = text.to_lowercase();
    let begins = |word: &&&str| {
        small
            .strip_prefix(**word)
            .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    };
    let mut rows = STAGE_WORDS.iter();
    let found = rows.find(|(words, _)| words.iter().any(|word| begins(&word)));
    found.map_or(StageWord::Unknown, |(_, stage)| StageWord::Means(*stage))
}

/// The language in which most of a collection is written; English if nothing tells.
pub(super) fn language(collection: &Collection) -> &'static str {
    let counted = WORDS.iter().map(|(language, words)| {
        let files = collection.files.iter();
        let count = files.map(|file| {
            let words = words.iter();
            words
                .map(|word| file.begins.matches(word).count())
                .sum::<usize>()
        });
        (count.sum::<usize>(), *language)
    });
    // Of several that are alike, the first.
    let best = counted.rev().max_by_key(|(count, _)| *count);
    best.filter(|(count, _)| *count > 0)
        .map_or("en", |(_, language)| language)
}
