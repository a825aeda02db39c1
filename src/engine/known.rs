//! What is known of one source file: read once, kept until the file changes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use super::misnamed;
use crate::diagnostics::{Checked, Diagnostic};
use crate::record::{self, Key, Places, Record, TOPICS_PATH, Text, TextKind, read_text};
use crate::site::{CASES_PATH, GLOSSARY_PATH, SETTINGS_PATH, Settings};
use crate::source::{Digest, Location, SourcePath, Sources, is_markdown};
use crate::theme::is_theme_file;

pub(super) const CONTENT: &str = "content/";

/// What is known of a source file.
pub(super) enum KnownFile {
    Record(Option<Arc<Record>>, Vec<Diagnostic>),
    Text(Option<Arc<Text>>, Vec<Diagnostic>),
    Theme(Arc<[u8]>),
    /// The settings, the titles of cases, the topics, or the words that are explained.
    Settings(Vec<u8>),
    /// Any other file; it is measured when a record publishes it.
    File,
    /// A file that begins like a record, and is none by its name.
    Stray,
    /// A file that could not be read at all.
    Unreadable(Diagnostic),
}

/// Where the values of records' keys stand. A record's file is read again when the first of its places is asked for, and
/// all are found at once.
pub(super) struct Locator<'a> {
    settings: &'a Settings,
    sources: &'a dyn Sources,
    found: Mutex<BTreeMap<SourcePath, Arc<Places>>>,
}

impl<'a> Locator<'a> {
    pub(super) fn new(settings: &'a Settings, sources: &'a dyn Sources) -> Self {
        Self {
            settings,
            sources,
            found: Mutex::default(),
        }
    }

    /// Where the value of a record's key stands, or each item of its list with one of these numbers.
    pub(super) fn locate(
        &self,
        record: &Record,
        key: Key,
        items: &[Option<usize>],
    ) -> Vec<Location> {
        let places = self.places(record);
        items
            .iter()
            .map(|item| places.of_value(key, *item))
            .collect()
    }

    /// Where the value of a record's key stands.
    pub(super) fn locate_one(&self, record: &Record, key: Key) -> Location {
        self.places(record).of_value(key, None)
    }

    fn places(&self, record: &Record) -> Arc<Places> {
        let known = self.found.lock().ok();
        if let Some(places) = known.and_then(|found| found.get(&record.source).cloned()) {
            return places;
        }
        let bytes = self.sources.read(&record.source).unwrap_or_default();
        let places = Arc::new(Places::of(&record.source, &bytes, &self.settings.reading));
        if let Ok(mut found) = self.found.lock() {
            found.insert(record.source.clone(), places.clone());
        }
        places
    }
}

/// Reads a source file. A record that an earlier run has read is taken over if the file still has its digest.
pub(super) fn read_known(
    path: &SourcePath,
    sources: &dyn Sources,
    settings: &Settings,
    recalled: Option<&Arc<Record>>,
) -> KnownFile {
    let name = path.as_str();
    let is_text = is_markdown(name) && name.starts_with(CONTENT);
    let is_settings = [SETTINGS_PATH, CASES_PATH, TOPICS_PATH, GLOSSARY_PATH].contains(&name);
    if !is_text && !is_settings && !is_theme_file(name) {
        return if misnamed::is_misnamed(path, sources) {
            KnownFile::Stray
        } else {
            KnownFile::File
        };
    }
    let files = &settings.reading.files;
    let kind = TextKind::of(path, files);
    let is_none = if kind.is_some() {
        files.excludes(path)
    } else {
        !files.hold(path)
    };
    if is_text && is_none {
        return KnownFile::File;
    }
    let bytes = match sources.read(path) {
        Ok(bytes) => bytes,
        Err(fault) => return KnownFile::Unreadable(*fault),
    };
    if is_settings {
        return KnownFile::Settings(bytes);
    }
    if is_theme_file(name) {
        return KnownFile::Theme(bytes.into());
    }
    if let Some(kind) = kind {
        let Checked { value, diagnostics } = read_text(path, &bytes, &settings.reading, kind);
        return KnownFile::Text(value.map(Arc::new), diagnostics);
    }
    // What a history tells may have changed where the file has not.
    let recalled = recalled.filter(|_| !settings.reading.derived.asks_for_commits());
    if let Some(record) = recalled.filter(|record| record.digest == Digest::of(&bytes)) {
        return KnownFile::Record(Some(record.clone()), Vec::new());
    }
    let Checked { value, diagnostics } = record::read(path, &bytes, &settings.reading);
    KnownFile::Record(value.map(Arc::new), diagnostics)
}
