//! `diarium schema`: the JSON Schema (draft 2020-12) of front matter and settings, made from the tables that the readers
//! themselves stand on, so that it cannot drift from them.

use serde_json::{Map, Value, json};

use super::arguments::{SchemaOptions, Subject};
use super::{Ending, streams};
use crate::diagnostics::Code;
use crate::record::{Key, LONGEST_SUMMARY, OUTCOMES, STAGES};
use crate::site::{Form, SEARCH_SETTINGS, SETTINGS};

/// Runs the command.
pub(super) fn run(options: &SchemaOptions) -> Ending {
    streams::say(&format!("{:#}", of(options.subject)));
    Ending::Sound
}

/// The schema of front matter or of the settings.
pub(super) fn of(subject: Subject) -> Value {
    match subject {
        Subject::Record => record(),
        Subject::Settings => settings(),
    }
}

fn record() -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for key in Key::all() {
        for spelling in key.spellings() {
            properties.insert((*spelling).to_owned(), form(key));
        }
        if key.is_required() {
            let spellings = key
                .spellings()
                .iter()
                .map(|spelling| json!({ "required": [spelling] }));
            required.push(json!({ "anyOf": spellings.collect::<Vec<_>>() }));
        }
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Diarium record",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "allOf": required,
    })
}

/// A scalar is read as the text that was written, so numbers and truth values are texts too.
fn text() -> Value {
    json!({ "type": ["string", "number", "boolean"] })
}

fn one_or_more(item: &Value) -> Value {
    json!({ "anyOf": [item, { "type": "array", "items": item }] })
}

fn form(key: Key) -> Value {
    let day = json!({ "type": "string", "examples": ["2021-04-14", "14 april 2021"] });
    match key {
        Key::Title | Key::Body => text(),
        Key::Id => json!({ "type": ["string", "integer"], "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }),
        Key::Date | Key::DecidedOn => day,
        Key::PublishFrom | Key::PublishUntil => {
            json!({ "type": "string", "examples": ["2021-04-14", "2021-04-14 08:00"] })
        }
        Key::Proposer => one_or_more(
            &json!({ "anyOf": [text(), map_of(&["name", "namn", "role", "roll", "party", "parti"])] }),
        ),
        Key::Attachments => {
            one_or_more(&json!({ "anyOf": [text(), map_of(&["file", "fil", "title", "titel"])] }))
        }
        Key::Recommendation | Key::Decision | Key::Topics => one_or_more(&text()),
        Key::CaseNumber => one_or_more(&json!({ "type": ["string", "integer"] })),
        Key::FormerAddresses => {
            one_or_more(&json!({ "type": "string", "pattern": "^/?[A-Za-z0-9._~/-]+$" }))
        }
        Key::Stage => choice(STAGES.iter().flat_map(|(_, words)| words.iter())),
        Key::Outcome => choice(OUTCOMES.iter().flat_map(|(_, words)| words.iter())),
        Key::Summary => json!({ "type": "string", "maxLength": LONGEST_SUMMARY }),
        Key::Language => {
            json!({ "type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$" })
        }
        Key::Draft => json!({ "enum": [true, false, "yes", "no", "ja", "nej", "sant", "falskt"] }),
        Key::Extra => json!({ "type": "object" }),
    }
}

fn choice<'w>(words: impl Iterator<Item = &'w &'static str>) -> Value {
    let mut spellings: Vec<String> = Vec::new();
    for word in words {
        spellings.push((*word).to_owned());
        if word.contains(' ') {
            spellings.push(word.replace(' ', "-"));
        }
    }
    spellings.dedup();
    json!({ "enum": spellings })
}

fn map_of(keys: &[&str]) -> Value {
    let properties: Map<String, Value> =
        keys.iter().map(|key| ((*key).to_owned(), text())).collect();
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

fn settings() -> Value {
    let properties: Map<String, Value> = SETTINGS
        .iter()
        .map(|(name, form)| ((*name).to_owned(), setting(name, *form)))
        .collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Diarium settings",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "required": ["title", "base_url"],
    })
}

fn setting(name: &str, form: Form) -> Value {
    match (form, name) {
        (Form::Text, _) => text(),
        (Form::Address, _) => json!({ "type": "string", "pattern": "^https?://" }),
        (Form::Number, _) => json!({ "type": "integer", "minimum": 1, "maximum": 10_000 }),
        (Form::Words, _) => json!({ "type": "array", "items": text() }),
        (Form::Flag, _) => json!({ "type": "boolean" }),
        (Form::OneOf(words), _) => json!({ "enum": words }),
        (Form::Map, "severity") => {
            let codes = Code::all().filter(|code| code.may_be_lowered());
            let codes: Map<String, Value> = codes
                .map(|code| {
                    (
                        code.name().to_owned(),
                        json!({ "enum": ["error", "warning"] }),
                    )
                })
                .collect();
            json!({ "type": "object", "properties": codes, "additionalProperties": false })
        }
        (Form::Map, "keys" | "defaults") => {
            let keys: Map<String, Value> = Key::all()
                .flat_map(|key| key.spellings().iter())
                .map(|spelling| ((*spelling).to_owned(), json!({})))
                .collect();
            json!({ "type": "object", "properties": keys, "additionalProperties": false })
        }
        (Form::Map, "search") => {
            let words = json!({ "type": "array", "items": text() });
            let form = |name: &str| match name {
                "synonyms" => json!({ "type": "array", "items": words }),
                _ => words.clone(),
            };
            let keys: Map<String, Value> = SEARCH_SETTINGS
                .iter()
                .map(|name| ((*name).to_owned(), form(name)))
                .collect();
            json!({ "type": "object", "properties": keys, "additionalProperties": false })
        }
        (Form::Map, _) => json!({ "type": "object" }),
    }
}
