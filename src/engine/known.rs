//! What is known of one source file: read once, kept until the file changes.

use std::sync::Arc;

use crate::diagnostics::{Checked, Diagnostic};
use crate::record::{self, Key, Record, Text, read_text};
use crate::site::{SETTINGS_PATH, Settings};
use crate::source::{Digest, Location, SourcePath, Sources, composed};
use crate::theme::is_theme_file;

const TEXTS: &str = "content/pages/";
const CONTENT: &str = "content/";
const MARKDOWN: &str = ".md";

/// What is known of a source file.
pub(super) enum Known {
    Record(Option<Arc<Record>>, Vec<Diagnostic>),
    Text(Option<Arc<Text>>, Vec<Diagnostic>),
    Theme(Arc<[u8]>),
    Settings(Vec<u8>),
    /// Any other file; it is measured when a record publishes it.
    File,
    /// A file that could not be read at all.
    Unreadable(Diagnostic),
}

/// Where the value of a record's key stands, or each item of its list with one of these numbers; the file is read again
/// for them.
pub(super) fn locate(
    record: &Record,
    key: Key,
    items: &[Option<usize>],
    settings: &Settings,
    sources: &dyn Sources,
) -> Vec<Location> {
    match sources.read(&record.source) {
        Ok(bytes) => record::places_of(&record.source, &bytes, &settings.reading, key, items),
        Err(_) => vec![Location::start_of(&record.source); items.len()],
    }
}

/// Reads a source file. A record that an earlier run has read is taken over if the file still has its digest.
pub(super) fn read_known(
    path: &SourcePath,
    sources: &dyn Sources,
    settings: &Settings,
    recalled: Option<&Arc<Record>>,
) -> Known {
    let name = path.as_str();
    let is_text = name.ends_with(MARKDOWN) && name.starts_with(CONTENT);
    let is_settings = name == SETTINGS_PATH;
    if !is_text && !is_settings && !is_theme_file(name) {
        return Known::File;
    }
    let bytes = match sources.read(path) {
        Ok(bytes) => bytes,
        Err(fault) => return Known::Unreadable(*fault),
    };
    if is_settings {
        return Known::Settings(bytes);
    }
    if is_theme_file(name) {
        return Known::Theme(bytes.into());
    }
    if composed(name).starts_with(TEXTS) {
        let Checked { value, diagnostics } = read_text(path, &bytes, &settings.reading);
        return Known::Text(value.map(Arc::new), diagnostics);
    }
    if let Some(record) = recalled.filter(|record| record.digest == Digest::of(&bytes)) {
        return Known::Record(Some(record.clone()), Vec::new());
    }
    let Checked { value, diagnostics } = record::read(path, &bytes, &settings.reading);
    Known::Record(value.map(Arc::new), diagnostics)
}
