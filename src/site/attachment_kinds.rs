//! The kinds of attachments that a site lets through beside documents, as the settings name them.

use std::collections::BTreeSet;

use crate::record::front_matter::Value;

/// Reads the endings, written with a full stop before them or without; `None` if something is no ending.
pub(super) fn read(value: &Value) -> Option<BTreeSet<String>> {
    let items = match value {
        Value::List(items) => items.as_slice(),
        single => std::slice::from_ref(single),
    };
    let ending = |value: &Value| {
        let ending = value.text()?.trim().trim_start_matches('.');
        let is_ending = !ending.is_empty() && ending.bytes().all(|b| b.is_ascii_alphanumeric());
        is_ending.then(|| ending.to_ascii_lowercase())
    };
    items.iter().map(ending).collect()
}
