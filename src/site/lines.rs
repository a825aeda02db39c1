//! Files of `name: value` lines, each name once: the titles of cases, the words that are explained.

use std::collections::BTreeMap;

use crate::diagnostics::{Checked, Code, Diagnostic};
use crate::record::front_matter::{EntryPart, Value};
use crate::record::{Place, slug};
use crate::source::{SourcePath, SourceText};

/// What is wrong with a line, and with which part of it.
pub(super) type LineFault = (Diagnostic, EntryPart);

/// Reads a file of lines from its bytes: what `read` makes of each, by the slug of its name, which it is given before the name. Names
/// with one slug are one, and a second is a fault.
pub(super) fn read_lines<T>(
    path: &str,
    bytes: &[u8],
    read: impl Fn(&str, &str, &Value) -> Result<T, LineFault>,
) -> Checked<BTreeMap<String, T>> {
    let path = SourcePath::new(path);
    let mut told = BTreeMap::new();
    let text = match SourceText::read(&path, bytes) {
        Ok(text) => text.broken_from(bytes.len()),
        Err(fault) => {
            return Checked {
                value: told,
                diagnostics: vec![*fault],
            };
        }
    };
    let place = Place::whole(&text);
    let mut diagnostics: Vec<Diagnostic> = text.left_out().collect();
    let entries = place.parse().unwrap_or_else(|fault| {
        diagnostics.push(*fault);
        Vec::new()
    });
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for (index, (name, value)) in entries.iter().enumerate() {
        let own = slug(name);
        let first = known.get(&own).copied();
        if let Some(first) = first.filter(|_| !own.is_empty()) {
            diagnostics.push(place.twin(name, &[index], &[first]));
            continue;
        }
        known.insert(own.clone(), index);
        match read(&own, name, value) {
            Ok(value) => drop(told.insert(own, value)),
            Err((fault, part)) => diagnostics.push(fault.at(place.locate(&[index], part))),
        }
    }
    Checked {
        value: told,
        diagnostics,
    }
}

/// A value that has not the form that its line asks for.
pub(super) fn wrong_form(name: &str, form: &str) -> LineFault {
    let fault = Diagnostic::new(Code::ValueForm)
        .with("key", name)
        .with("form", form);
    (fault, EntryPart::Value)
}
