//! The kinds of attachments that a site lets through beside documents, as the settings name them.

/// Reads an ending, written with a full stop before it or without; `None` if it is none.
pub(super) fn ending(text: &str) -> Option<String> {
    let ending = text.trim_start_matches('.');
    let is_ending = !ending.is_empty() && ending.bytes().all(|b| b.is_ascii_alphanumeric());
    is_ending.then(|| ending.to_ascii_lowercase())
}
