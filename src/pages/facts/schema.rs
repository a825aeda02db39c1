//! The JSON Schema of open data, from the table of facts.

use serde_json::{Map, Value, json};

use super::is_truth;
use crate::pages::files::file_schema;
use crate::record::Key;
use crate::record::facts::{Form, Open, Part};

/// The JSON Schema (draft 2020-12) of the facts of one record.
#[must_use]
pub fn open_schema() -> Value {
    let mut properties = Map::from_iter([(
        "url".to_owned(),
        json!({ "type": "string", "format": "uri" }),
    )]);
    for key in Key::all().filter(|key| key.fact().open != Open::No) {
        let schema = match key {
            Key::ATTACHMENTS => json!({ "type": "array", "items": file_schema() }),
            _ => schema_of(key.fact().form),
        };
        properties.insert(key.fact().field.to_owned(), schema);
    }
    properties.insert("term_of_office".to_owned(), json!({ "type": "string" }));
    properties.insert("unapproved".to_owned(), json!({ "const": true }));
    let required = ["url", "id", "title", "language", "stage"];
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Diarium open data of a record",
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn schema_of(form: Form) -> Value {
    let linked = |mut properties: Map<String, Value>| {
        properties.insert(
            "url".to_owned(),
            json!({ "type": "string", "format": "uri" }),
        );
        json!({ "type": "object", "properties": properties, "additionalProperties": false })
    };
    match form {
        Form::Many(single) => json!({ "type": "array", "items": schema_of(*single) }),
        Form::Clauses => json!({ "type": "array", "items": { "type": "string" } }),
        Form::NameOfPage => linked(Map::from_iter([(
            "name".to_owned(),
            json!({ "type": "string" }),
        )])),
        Form::Group(group) => {
            let part = |part: &Part| {
                let schema = match part.form {
                    Form::NameOfPage => json!({ "type": "string" }),
                    form => schema_of(form),
                };
                (part.name.to_owned(), schema)
            };
            linked(group.parts.iter().map(part).collect())
        }
        Form::Number(least, most) => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Form::Flag => json!({ "const": true }),
        Form::Lines | Form::Map => json!({ "type": "object" }),
        Form::Day => json!({ "type": "string", "format": "date" }),
        Form::Choice(choices) if is_truth(choices) => json!({ "type": "boolean" }),
        Form::Choice(choices) => {
            let codes: Vec<&str> = choices.iter().map(|choice| choice.code).collect();
            json!({ "enum": codes })
        }
        Form::Text(_)
        | Form::Slug
        | Form::CaseNumber
        | Form::Name
        | Form::Language
        | Form::Moment(_)
        | Form::Time
        | Form::Heading
        | Form::Token
        | Form::Path => {
            json!({ "type": "string" })
        }
    }
}
