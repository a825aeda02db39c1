//! How records are shown when they are found: each in a slot of one length, so that a record's number tells where it
//! stands, and ten hits cost ten small parts of files and no table of where they are.
//!
//! A slot is a row of JSON filled up with blanks. What the facts leave of it is the lead: what was decided, or what was
//! asked for, and the summary, as far as they go. Most often the words looked for stand there, and the record's own page
//! need not be fetched for an excerpt. A row too long for its slot stands behind the slots of its file, and the slot says
//! where.

use std::sync::Arc;

use rayon::prelude::*;
use serde_json::{Value, json};

use super::shards::Shards;
use crate::record::prose::clause_to_plain;
use crate::record::{Outcome, Record, slug};
use crate::search::files::form::{SLOT, SLOTS};
use crate::source::composed;

/// What stands behind the stage of a record whose minutes are not approved yet.
const UNAPPROVED: char = '+';

/// A record that was found, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The number of the record, in the order of the days.
    pub record: u32,
    /// The matter.
    pub title: String,
    /// The address of its page, with the base path.
    pub address: String,
    /// The day that lists show, of the decision or else of the document: `2021-04-14`.
    pub day: String,
    /// The code of its stage.
    pub stage: String,
    /// Whether it tells of a meeting whose minutes are not approved yet.
    pub is_unapproved: bool,
    /// The code of its outcome.
    pub outcome: Option<String>,
    /// The organ that decides.
    pub body: Option<String>,
    /// The authority's own numbers for the matter.
    pub case_number: Vec<String>,
}

impl Hit {
    /// A hit from its row in the index; `home` is the address below which records stand.
    pub(in crate::search) fn read(record: u32, row: &Value, home: &str) -> Self {
        let text = |place: usize| row[place].as_str().map(str::to_owned);
        let path = text(0).unwrap_or_default();
        let numbers = row[6].as_array().into_iter().flatten();
        let stage = text(3).unwrap_or_default();
        let approved = stage.strip_suffix(UNAPPROVED);
        Self {
            record,
            title: text(1).unwrap_or_default(),
            address: format!("{home}{path}/"),
            day: text(2).unwrap_or_default(),
            is_unapproved: approved.is_some(),
            stage: approved.unwrap_or(&stage).to_owned(),
            outcome: text(4),
            body: text(5),
            case_number: numbers
                .filter_map(|number| number.as_str().map(str::to_owned))
                .collect(),
        }
    }
}

/// Adds how records are shown. `language` is the site's.
pub(in crate::search) fn add(shards: &mut Shards, records: &[Arc<Record>], language: &str) {
    let pages: Vec<Vec<u8>> = records
        .par_chunks(SLOTS)
        .map(|records| {
            let rows = records.iter().map(|record| row(record, language));
            page(rows.collect())
        })
        .collect();
    let mut sums = String::new();
    for (number, page) in pages.iter().enumerate() {
        sums.push_str(&shards.add(&format!("hits{number}"), page));
    }
    shards.say("hits", sums);
}

fn page(rows: Vec<String>) -> Vec<u8> {
    let (mut slots, mut long) = (Vec::new(), Vec::new());
    let behind = rows.len() * SLOT;
    for row in rows {
        let mut slot = row;
        if slot.len() > SLOT {
            let start = behind + long.len();
            long.extend_from_slice(slot.as_bytes());
            slot = json!([start, slot.len()]).to_string();
        }
        slots.extend_from_slice(slot.as_bytes());
        slots.resize(slots.len().next_multiple_of(SLOT), b' ');
    }
    slots.append(&mut long);
    slots
}

/// The path below all records, the title, the day that lists show, the stage (with a plus where minutes are not approved), the
/// outcome, the body, the case numbers, the language where it is not the site's, and the lead.
///
/// # Panics
/// Never: these are plain values.
fn row(record: &Record, language: &str) -> String {
    let mut stage = record.stage().code().to_owned();
    if record.is_unapproved() {
        stage.push(UNAPPROVED);
    }
    let facts = (
        format!(
            "{}/{}",
            slug(&record.date().year_in_words(language)),
            record.id()
        ),
        record.title(),
        record.shown_day().to_string(),
        stage,
        record.outcome().map(Outcome::code),
        record.body(),
        record.case_numbers().collect::<Vec<_>>(),
        record.language().filter(|own| *own != language),
    );
    let mut row = serde_json::to_string(&facts).expect("plain values");
    row.pop();
    let room = SLOT.saturating_sub(row.len() + r#","[]""#.len());
    row.push(',');
    row.push_str(&json!(lead(record, room)).to_string());
    row.push(']');
    row
}

/// What was decided, or else asked for, then the summary: whole words that take at most so many bytes of JSON.
fn lead(record: &Record, room: usize) -> String {
    let mut clauses: Vec<&str> = record.decision().collect();
    if clauses.is_empty() {
        clauses.extend(record.recommendation());
    }
    let mut lead = String::new();
    for clause in clauses {
        lead.push_str(&clause_to_plain(clause));
        lead.push('\n');
    }
    lead.push_str(record.summary());
    let lead = composed(&lead);
    let (mut taken, mut end) = (0, 0);
    for (offset, character) in lead.char_indices() {
        if character.is_whitespace() {
            end = offset;
        }
        taken += in_json(character);
        if taken > room {
            return lead[..end].trim_end().to_owned();
        }
    }
    lead.into_owned()
}

/// How many bytes a character takes in JSON.
fn in_json(character: char) -> usize {
    match character {
        '"' | '\\' | '\n' | '\r' | '\t' | '\u{8}' | '\u{c}' => 2,
        '\0'..' ' => 6,
        _ => character.len_utf8(),
    }
}
