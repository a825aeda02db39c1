//! `diarium schema`: the JSON Schema (draft 2020-12) of front matter, settings and open data, made from the tables that the readers
//! themselves stand on, so that it cannot drift from them.

use serde_json::{Map, Value, json};

use super::arguments::{SchemaOptions, Subject};
use super::{Ending, streams};
use crate::diagnostics::Code;
use crate::pages::open_schema;
use crate::record::facts::{Choice, Form, Group};
use crate::record::{Key, TableKey};
use crate::site::{REQUIRED, SEARCH_SETTINGS, Setting};

/// Runs the command.
pub(super) fn run(options: &SchemaOptions) -> Ending {
    streams::say(&format!("{:#}", of(options.subject)));
    Ending::Sound
}

/// The schema of what a subject names.
pub(super) fn of(subject: Subject) -> Value {
    match subject {
        Subject::Record => record(),
        Subject::Settings => settings(),
        Subject::Data => open_schema(),
    }
}

fn record() -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for key in Key::all() {
        for spelling in key.spellings() {
            properties.insert(spelling.to_owned(), form(key.fact().form));
        }
        if key.is_required() {
            // Of a record that is withdrawn less is asked.
            let is_left = [Key::TITLE, Key::DATE].contains(&key);
            let besides = Key::CHANGES.spellings().filter(|_| !is_left);
            let spellings = key.spellings().chain(besides);
            let spellings = spellings.map(|spelling| json!({ "required": [spelling] }));
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

fn form(form: Form) -> Value {
    match form {
        Form::Text(None) | Form::Heading | Form::Token | Form::Name | Form::NameOfPage => text(),
        Form::Text(Some(longest)) => json!({ "type": "string", "maxLength": longest }),
        Form::Clauses => one_or_more(&text()),
        Form::Slug => {
            json!({ "type": ["string", "integer"], "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" })
        }
        Form::CaseNumber => json!({ "type": ["string", "integer"] }),
        Form::Language => {
            json!({ "type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$" })
        }
        Form::Day => json!({ "type": "string", "examples": ["2021-04-14", "14 april 2021"] }),
        Form::Moment(_) => {
            json!({ "type": "string", "examples": ["2021-04-14", "2021-04-14 08:00"] })
        }
        Form::Time => json!({ "type": ["string", "integer"], "examples": ["17:00"] }),
        Form::Flag => {
            json!({ "enum": [true, false, "yes", "no", "ja", "nej", "sant", "falskt"] })
        }
        Form::Choice(choices) => choice(choices),
        Form::Path => json!({ "type": "string", "pattern": "^/?[A-Za-z0-9._~/-]+$" }),
        Form::Many(single) => one_or_more(&self::form(*single)),
        Form::Group(group) => json!({ "anyOf": [self::form(group.parts[0].form), parts(group)] }),
        Form::Number(least, most) => {
            let grouped = json!({ "type": "string", "pattern": "^[0-9]+( [0-9]+)*$" });
            json!({ "anyOf": [{ "type": "integer", "minimum": least, "maximum": most }, grouped] })
        }
        Form::Lines | Form::Map => json!({ "type": "object" }),
    }
}

fn choice(choices: &[Choice]) -> Value {
    let mut spellings: Vec<String> = Vec::new();
    for word in choices.iter().flat_map(|choice| choice.words) {
        spellings.push((*word).to_owned());
        if word.contains(' ') {
            spellings.push(word.replace(' ', "-"));
        }
    }
    spellings.dedup();
    json!({ "enum": spellings })
}

fn parts(group: &Group) -> Value {
    let mut properties = Map::new();
    for part in group.parts {
        for name in [part.name, part.swedish] {
            properties.insert(name.to_owned(), form(part.form));
        }
    }
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

fn settings() -> Value {
    let properties: Map<String, Value> = Setting::all()
        .map(|setting| (setting.name().to_owned(), self::setting(setting)))
        .collect();
    let required: Vec<&str> = REQUIRED.into_iter().map(Setting::name).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Diarium settings",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "required": required,
    })
}

fn setting(setting: Setting) -> Value {
    match setting {
        Setting::BaseUrl | Setting::License | Setting::OfficialNoticeBoard => {
            json!({ "type": "string", "pattern": "^https?://" })
        }
        Setting::Severity => {
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
        Setting::Keys | Setting::Defaults => {
            let keys: Map<String, Value> = Key::all()
                .flat_map(Key::spellings)
                .map(|spelling| (spelling.to_owned(), json!({})))
                .collect();
            json!({ "type": "object", "properties": keys, "additionalProperties": false })
        }
        Setting::Search => {
            let words = json!({ "type": "array", "items": text() });
            let words_of = |name: &str| match name {
                "synonyms" => json!({ "type": "array", "items": words }),
                _ => words.clone(),
            };
            let keys: Map<String, Value> = SEARCH_SETTINGS
                .iter()
                .map(|name| ((*name).to_owned(), words_of(name)))
                .collect();
            json!({ "type": "object", "properties": keys, "additionalProperties": false })
        }
        _ => form(setting.form()),
    }
}
