//! What an index says of all records together: what narrows a search, which day each has, which words a slip may mean.

use serde_json::json;

use crate::pages::Addresses;
use crate::record::facts::{Choice, FactValue, Form};
use crate::record::{Key, OUTCOMES, Record, STAGES};
use crate::search::files::bits::{BitWriter, counted, low_bits, push_number};
use crate::search::files::form::day_number;
use crate::search::files::shards::{Shards, deflated};
use crate::search::terms::segment::Counts;
use crate::search::words::vocabulary::Vocabulary;
use crate::site::{Facet, Gathering, Site, Term};

/// The most words that slips are held against, the commonest of the register: the file is read when a question holds a word that no record has, and
/// each word is held against what was typed while somebody waits.
const SLIPS: usize = 30_000;
/// The fewest letters of a word that may be offered: of three letters, one slip makes any word of any other.
const SHORTEST_SLIP: usize = 4;

/// Gives the name of one of a fact's fixed set in the language of the site.
pub type Label<'a> = &'a dyn Fn(Key, &Choice) -> String;

/// Adds everything.
pub(in crate::search) fn add(shards: &mut Shards, site: &Site, label: Label<'_>) {
    add_facets(shards, site, label);
    let days: Vec<u32> = site.records.iter().map(|record| day(record)).collect();
    let sum = shards.add("days", &days_shard(&days));
    shards.say("days", sum);
    let years: Vec<_> = site
        .terms(Gathering::YEAR)
        .iter()
        .map(|year| json!([year.title, year.records.first()]))
        .collect();
    let addresses = Addresses::of(&site.settings.language);
    let home = addresses.index(Gathering::RECORDS).link(&site.settings);
    shards.say("years", years);
    shards.say("count", site.records.len());
    shards.say("home", home);
    for (name, key, choices) in [
        ("stages", Key::STAGE, &STAGES[..]),
        ("outcomes", Key::OUTCOME, &OUTCOMES),
    ] {
        let labels: serde_json::Map<_, _> = choices
            .iter()
            .map(|choice| (choice.code.to_owned(), label(key, choice).into()))
            .collect();
        shards.say(name, labels);
    }
}

fn add_facets(shards: &mut Shards, site: &Site, label: Label<'_>) {
    let mut sums = serde_json::Map::new();
    let mut add = |name: &str, values: &[Value<'_>]| {
        let body = facet(values, site.records.len());
        let sum = shards.add(&format!("facet-{name}"), &deflated(&body));
        sums.insert(name.to_owned(), sum.into());
    };
    for facet in Facet::all() {
        match facet {
            // The years are told by their first records: those of a year stand next to each other.
            Facet::Gathering(Gathering::YEAR) => {}
            Facet::Gathering(gathering) => {
                let terms = site.terms_with_records(gathering);
                let terms = terms.iter().map(|term| Value::of_term(term));
                let values: Vec<Value<'_>> = terms.collect();
                add(facet.name(), &values);
            }
            Facet::Choice(key) => add(facet.name(), &coded(site, key, label)),
        }
    }
    shards.say("facets", sums);
}

/// A value that narrows a search, with the records that have it.
struct Value<'s> {
    code: &'s str,
    label: String,
    records: Vec<u32>,
}

impl<'s> Value<'s> {
    fn of_term(term: &'s Term) -> Self {
        Self {
            code: &term.title,
            label: term.title.clone(),
            records: term.records.clone(),
        }
    }
}

/// The values of a fact that some record has, in the order of the choices.
fn coded<'s>(site: &Site, key: Key, label: Label<'_>) -> Vec<Value<'s>> {
    let Form::Choice(choices) = key.fact().form.single() else {
        return Vec::new();
    };
    let has = |record: &Record, number: usize| {
        let values = record.facts.get(key).into_iter().flat_map(FactValue::each);
        let mut choices = values.filter_map(|(_, value)| value.choice());
        choices.any(|choice| choice == number)
    };
    let value = |(number, choice): (usize, &'static Choice)| Value {
        code: choice.code,
        label: label(key, choice),
        records: (0..)
            .zip(site.records.iter())
            .filter(|(_, record)| has(record, number))
            .map(|(place, _)| place)
            .collect(),
    };
    let values = choices.iter().enumerate().map(value);
    values.filter(|value| !value.records.is_empty()).collect()
}

fn facet(values: &[Value<'_>], total: usize) -> Vec<u8> {
    let names: Vec<_> = values
        .iter()
        .map(|value| json!([value.code, value.label, value.records.len()]))
        .collect();
    let names = json!(names).to_string();
    let mut bytes = Vec::new();
    push_number(&mut bytes, counted(names.len()));
    bytes.extend_from_slice(names.as_bytes());
    for value in values {
        let mut writer = BitWriter::default();
        let low = low_bits(counted(total), counted(value.records.len()));
        let mut next = 0;
        for record in &value.records {
            writer.rice(record - next, low);
            next = record + 1;
        }
        bytes.append(&mut writer.finish());
    }
    bytes
}

fn day(record: &Record) -> u32 {
    let written = record.shown_day().to_string();
    let mut parts = written.splitn(3, '-').map(|part| part.parse().unwrap_or(1));
    let mut part = || parts.next().unwrap_or(1);
    day_number(part(), part(), part())
}

fn days_shard(days: &[u32]) -> Vec<u8> {
    let (first, last) = (
        days.first().copied().unwrap_or(0),
        days.last().copied().unwrap_or(0),
    );
    let low = low_bits(last - first + 1, counted(days.len()));
    let mut bytes = Vec::new();
    push_number(&mut bytes, first);
    push_number(&mut bytes, low);
    let mut writer = BitWriter::default();
    let mut before = first;
    for day in days {
        writer.rice(day - before, low);
        before = *day;
    }
    bytes.append(&mut writer.finish());
    bytes
}

/// Adds the commonest words, which a slip may have been meant to be: each on a line, with how common it is behind it.
pub(in crate::search) fn add_slips(shards: &mut Shards, words: &Vocabulary, counts: &Counts) {
    let of_word = |word: usize| counts.iter().filter_map(move |counts| counts.get(word));
    let count = |word: usize| of_word(word).sum::<u32>();
    let mut common: Vec<(u32, &str)> = (0..words.len())
        .map(count)
        .zip(words.texts())
        .filter(|(count, word)| {
            *count > 0
                && word.chars().count() >= SHORTEST_SLIP
                && word.chars().all(char::is_alphabetic)
        })
        .collect();
    if common.len() > SLIPS {
        let rank = |word: &(u32, &str), other: &(u32, &str)| {
            other.0.cmp(&word.0).then(word.1.cmp(other.1))
        };
        common.select_nth_unstable_by(SLIPS, rank);
        common.truncate(SLIPS);
    }
    common.sort_unstable_by_key(|(_, word)| *word);
    let mut lines = String::new();
    for (count, word) in common {
        lines.push_str(word);
        lines.push(char::from_digit(count.ilog2(), 36).unwrap_or('z'));
        lines.push('\n');
    }
    let sum = shards.add("slips", &deflated(lines.as_bytes()));
    shards.say("slips", sum);
}
