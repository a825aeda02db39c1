//! Values with an inner form: proposers, attachments, what is kept for the theme.

use super::fields::Fields;
use super::front_matter::Value;
use super::keys::Key;
use super::{Attachment, Extra, Proposer};

/// Names, or names with role and party.
pub(super) fn proposers(fields: &mut Fields<'_>) -> Vec<Proposer> {
    let mut proposers = Vec::new();
    for (value, inner) in fields.items(Key::Proposer) {
        let Value::Map(entries) = &value else {
            let name = fields.text_of(&value, Key::Proposer, &inner);
            let named = name.filter(|name| fields.has_address(name, Key::Proposer, &inner));
            proposers.extend(named.map(|name| Proposer {
                name,
                role: None,
                party: None,
            }));
            continue;
        };
        let mut parts = [const { None }; 3];
        for (index, (key, value)) in entries.iter().enumerate() {
            let place = [&inner[..], &[index]].concat();
            let part = match key.as_str() {
                "name" | "namn" => 0,
                "role" | "roll" => 1,
                "party" | "parti" => 2,
                _ => {
                    fields.wrong_form(Key::Proposer, &place, "proposer");
                    continue;
                }
            };
            if *value != Value::Empty {
                parts[part] = fields.text_of(value, Key::Proposer, &place);
            }
        }
        let [name, role, party_name] = parts;
        match name {
            Some(name) if fields.has_address(&name, Key::Proposer, &inner) => {
                proposers.push(Proposer {
                    name,
                    role,
                    party: party_name,
                });
            }
            Some(_) => {}
            None => fields.wrong_form(Key::Proposer, &inner, "proposer"),
        }
    }
    proposers
}

/// Files, or files with a title.
pub(super) fn attachments(fields: &mut Fields<'_>) -> Vec<Attachment> {
    let mut attachments = Vec::new();
    for (value, inner) in fields.items(Key::Attachments) {
        let (mut file, mut title) = (None, None);
        match &value {
            Value::Map(entries) => {
                for (index, (key, value)) in entries.iter().enumerate() {
                    let place = [&inner[..], &[index]].concat();
                    match key.as_str() {
                        "file" | "fil" => file = fields.text_of(value, Key::Attachments, &place),
                        "title" | "titel" => {
                            title = fields.text_of(value, Key::Attachments, &place);
                        }
                        _ => fields.wrong_form(Key::Attachments, &place, "attachment"),
                    }
                }
                if file.is_none() {
                    fields.wrong_form(Key::Attachments, &inner, "attachment");
                }
            }
            Value::Empty | Value::Text(_) | Value::Number { .. } | Value::List(_) => {
                file = fields.text_of(&value, Key::Attachments, &inner);
            }
        }
        attachments.extend(file.map(|file| Attachment {
            file,
            title,
            item: inner.first().copied(),
        }));
    }
    attachments
}

/// A map of the record's own, with the keys that the site keeps.
pub(super) fn extra(fields: &mut Fields<'_>) -> Extra {
    let mut entries = Vec::new();
    match fields.value(Key::Extra).cloned() {
        None => {}
        Some(Value::Map(given)) => entries = given,
        Some(Value::Empty | Value::Text(_) | Value::Number { .. } | Value::List(_)) => {
            fields.wrong_form(Key::Extra, &[], "map");
        }
    }
    entries.append(&mut fields.kept);
    Extra::new(&Value::Map(entries).to_json())
}
