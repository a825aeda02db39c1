//! Values with an inner form: proposers, attachments, what is kept for the theme.

use super::fields::Fields;
use super::front_matter::Value;
use super::keys::{Key, is_same};
use super::{Attachment, Extra, Proposer};

/// Names, or names with role and party.
pub(super) fn proposers(fields: &mut Fields<'_>) -> Vec<Proposer> {
    let mut proposers = Vec::new();
    for (value, inner) in fields.items(Key::Proposer) {
        let Value::Map(entries) = &value else {
            let name = fields.name_of(&value, Key::Proposer, &inner);
            let named = name.filter(|name| fields.has_address(name, Key::Proposer, &inner));
            proposers.extend(named.map(|name| Proposer {
                name,
                role: None,
                party: None,
            }));
            continue;
        };
        let names = [["name", "namn"], ["role", "roll"], ["party", "parti"]];
        let parts = parts(fields, Key::Proposer, entries, &inner, names, "proposer");
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

/// The texts of a map with these keys, each under its English or its Swedish name.
fn parts<const N: usize>(
    fields: &mut Fields<'_>,
    key: Key,
    entries: &[(String, Value)],
    inner: &[usize],
    names: [[&str; 2]; N],
    form: &str,
) -> [Option<String>; N] {
    let mut parts = [const { None }; N];
    let mut given: [Option<(usize, &str)>; N] = [None; N];
    for (index, (name, value)) in entries.iter().enumerate() {
        let place = [inner, &[index]].concat();
        let Some(part) = names
            .iter()
            .position(|names| names.iter().any(|known| is_same(known, name)))
        else {
            fields.wrong_form(key, &place, form);
            continue;
        };
        match given[part] {
            Some((first, known)) if known != name => {
                let first = [inner, &[first]].concat();
                fields.report_twin(key, name, &place, &first);
            }
            Some(_) => {}
            None => {
                given[part] = Some((index, name));
                if !value.is_empty() {
                    parts[part] = fields.name_of(value, key, &place);
                }
            }
        }
    }
    parts
}

/// Files, or files with a title.
pub(super) fn attachments(fields: &mut Fields<'_>) -> Vec<Attachment> {
    let mut attachments = Vec::new();
    for (value, inner) in fields.items(Key::Attachments) {
        let file;
        let mut title = None;
        match &value {
            Value::Map(entries) => {
                let names = [["file", "fil"], ["title", "titel"]];
                let key = Key::Attachments;
                [file, title] = parts(fields, key, entries, &inner, names, "attachment");
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
