//! What templates may call beside the template language's own: dates, numbers, sizes, words, static files.

use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_bundle::FluentValue;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::words::Words;
use crate::diagnostics::number_in;
use crate::language::Language;
use crate::record::{Date, OUTCOMES, STAGES, is_right_to_left};

/// The words every site needs, whatever its templates ask for.
const NEEDED_WORDS: [&str; 64] = [
    "bodies",
    "cases",
    "feed_explained",
    "footnote",
    "footnote_back",
    "footnote_back_to",
    "footnotes",
    "home",
    "listing_body",
    "listing_case",
    "listing_case_titled",
    "listing_page",
    "listing_proposer",
    "listing_topic",
    "listing_year",
    "moved",
    "open_data_page",
    "notice_board",
    "page_not_found",
    "proposers",
    "records",
    "search_page",
    "table",
    "glossary",
    "term_of_office",
    "unapproved",
    "topics",
    "years",
    "step_document",
    "step_approved",
    "step_announced",
    "step_correction",
    "step_completion",
    "step_withdrawal",
    "step_notice",
    "step_done",
    "notice_last_day",
    "assignments",
    "meetings",
    "meetings_of_year",
    "meeting_titled",
    "meeting_of",
    "relation_precedes",
    "relation_precedes_inverse",
    "relation_follows",
    "relation_follows_inverse",
    "relation_amends",
    "relation_amends_inverse",
    "relation_repeals",
    "relation_repeals_inverse",
    "relation_carries_out",
    "relation_carries_out_inverse",
    "relation_answers",
    "relation_answers_inverse",
    "costs",
    "money",
    "assignment_overdue",
    "assignment_not_reported",
    "assignment_under_way",
    "assignment_done",
    "assignment_ended",
    "cost_per_once",
    "cost_per_year",
    "cost_per_month",
];

/// The ids of all words a site needs, its stages' and outcomes' included.
pub(super) fn needed_words() -> impl Iterator<Item = String> {
    let stages = STAGES.iter().map(|stage| code_word("stage", stage.code));
    let outcomes = OUTCOMES.iter();
    let outcomes = outcomes.map(|outcome| code_word("outcome", outcome.code));
    NEEDED_WORDS
        .iter()
        .map(|word| (*word).to_owned())
        .chain(stages)
        .chain(outcomes)
}

/// Registers filters and functions for a language.
pub(super) fn register(
    tera: &mut Tera,
    language: &str,
    words: &Arc<Words>,
    assets: BTreeMap<String, String>,
) {
    let of = language.to_owned();
    tera.register_filter("long_date", move |day: &str, _: Kwargs, _: &State| {
        long_date(day, &of)
    });
    let of = language.to_owned();
    tera.register_filter("number", move |number: i64, _: Kwargs, _: &State| {
        number_in(number, &of)
    });
    let of = language.to_owned();
    tera.register_filter("file_size", move |bytes: u64, _: Kwargs, _: &State| {
        file_size(bytes, &of)
    });
    tera.register_filter("direction", |language: &str, _: Kwargs, _: &State| {
        if is_right_to_left(language) {
            "rtl"
        } else {
            "ltr"
        }
    });
    let stages = STAGES.iter().map(|stage| stage.code);
    register_names(tera, "stage_name", names("stage", stages, words));
    let outcomes = OUTCOMES.iter().map(|outcome| outcome.code);
    register_names(tera, "outcome_name", names("outcome", outcomes, words));
    let words = words.clone();
    tera.register_function("word", move |arguments: Kwargs, _: &State| {
        word(&words, &arguments)
    });
    tera.register_function("asset", move |arguments: Kwargs, _: &State| {
        let name = arguments.must_get::<&str>("name")?;
        assets
            .get(name)
            .cloned()
            .ok_or_else(|| Error::message(format!("the theme has no static file `{name}`")))
    });
}

/// The words for codes, found once: a listing asks for them at every row.
fn names<'c>(
    kind: &str,
    codes: impl Iterator<Item = &'c str>,
    words: &Words,
) -> BTreeMap<&'c str, String> {
    let word = |code: &str| words.format(&code_word(kind, code), std::iter::empty());
    codes.map(|code| (code, word(code))).collect()
}

/// The id of the word for a code: `stage_referred_back` for the stage `referred-back`.
pub(super) fn code_word(kind: &str, code: &str) -> String {
    format!("{kind}_{}", code.replace('-', "_"))
}

fn register_names(tera: &mut Tera, filter: &'static str, names: BTreeMap<&'static str, String>) {
    tera.register_filter(filter, move |code: &str, _: Kwargs, _: &State| {
        let unknown = || Error::message(format!("`{code}` is no code that `{filter}` knows"));
        names.get(code).cloned().ok_or_else(unknown)
    });
}

fn word(words: &Words, arguments: &Kwargs) -> TeraResult<String> {
    let id = arguments.must_get::<&str>("id")?;
    if !words.has(id) {
        return Err(Error::message(format!("the theme has no word `{id}`")));
    }
    let filled = arguments
        .iter()
        .filter_map(|(name, value)| Some((name.as_str()?, fluent_value(value))));
    Ok(words.format(id, filled.filter(|(name, _)| *name != "id")))
}

fn fluent_value(value: &Value) -> FluentValue<'_> {
    match (value.as_str(), value.as_i64()) {
        (Some(text), _) => FluentValue::from(text),
        (None, Some(number)) => FluentValue::from(number),
        (None, None) => FluentValue::from(value.to_string()),
    }
}

fn long_date(day: &str, language: &str) -> TeraResult<String> {
    let day_or_none = Date::read(day).or_else(|| day.is_empty().then_some(Date::UNKNOWN));
    day_or_none
        .map(|date| date.in_words(language))
        .ok_or_else(|| Error::message(format!("`{day}` is no day; expected the form 2021-04-14")))
}

/// A size in the largest unit that leaves a number of at least 1, in powers of 1,000 (IEC 80000-13: kB, MB, GB).
fn file_size(bytes: u64, language: &str) -> String {
    let units = ["byte", "kB", "MB", "GB"];
    let mut unit = 0;
    let mut size = bytes;
    let mut rest = 0;
    while size >= 1000 && unit + 1 < units.len() {
        rest = size % 1000 / 100;
        size /= 1000;
        unit += 1;
    }
    let known = Language::of(language);
    let point = known.decimal;
    let shows_tenth = unit >= 2 && size < 10;
    let number = if shows_tenth {
        format!("{size}{point}{rest}")
    } else {
        number_in(i64::try_from(size).unwrap_or(i64::MAX), language)
    };
    let unit = match (unit, size) {
        (0, size) if size != 1 => known.bytes,
        (unit, _) => units[unit],
    };
    format!("{number}\u{a0}{unit}")
}

#[cfg(test)]
mod tests {
    use super::{file_size, number_in};

    #[test]
    fn numbers_and_sizes_follow_the_language() {
        assert_eq!(number_in(1_248, "sv"), "1\u{a0}248");
        assert_eq!(number_in(1_234_567, "en"), "1,234,567");
        assert_eq!(number_in(-5, "en"), "−5");
        assert_eq!(file_size(999, "sv"), "999\u{a0}byte");
        assert_eq!(file_size(84_321, "sv"), "84\u{a0}kB");
        assert_eq!(file_size(1_250_000, "sv"), "1,2\u{a0}MB");
        assert_eq!(file_size(1_250_000, "en"), "1.2\u{a0}MB");
    }
}
