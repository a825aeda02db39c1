//! The settings of a site, `content/site.yaml`: typed, checked, with a diagnostic at its place for each fault.

use std::collections::{BTreeMap, BTreeSet};

use super::forms::SETTINGS;
use super::search_settings::{self, SEARCH_SETTINGS, SearchSettings};
use super::{attachment_kinds, base_address};
use crate::diagnostics::{Checked, Code, Diagnostic};
use crate::record::facts::yes_or_no;
use crate::record::front_matter::{self, Part, Value};
use crate::record::{
    Extra, Key, Place, Reading, UnknownKeys, cut_short, language_tag, may_cut, nearest,
    shown_comments,
};
use crate::source::{Digest, Location, SourcePath, SourceText};

/// The settings' path below the root.
pub const PATH: &str = "content/site.yaml";

/// What a site's settings say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The site's name.
    pub title: String,
    /// One sentence about the site, or the empty text.
    pub description: String,
    /// The authority that publishes the register.
    pub publisher: String,
    /// Where the site stands: `https://example.org/a/b/`, always with a slash at the end.
    pub base_url: String,
    /// The language of the interface and of records that name none, BCP 47.
    pub language: String,
    /// The time zone of `publish_from` and `publish_until`, by its IANA name.
    pub time_zone: String,
    /// The theme's folder name.
    pub theme: String,
    /// How many records a page of a listing holds.
    pub page_size: usize,
    /// How many records a feed holds.
    pub feed_size: usize,
    /// Whether each record's facts are published as JSON beside its page.
    pub record_data: bool,
    /// The endings of attachments that are published beside those of documents, in small letters.
    pub attachment_types: BTreeSet<String>,
    /// How front matter is read.
    pub reading: Reading,
    /// The codes lowered to warnings.
    pub lowered: BTreeSet<Code>,
    /// What the search is told of words.
    pub search: SearchSettings,
    /// What the settings hold for the theme: a JSON object.
    pub extra: Extra,
    /// The digest of the file.
    pub digest: Digest,
}

impl Settings {
    /// Lowers the severity of what these settings lower.
    pub fn apply_severity(&self, diagnostics: &mut [Diagnostic]) {
        for diagnostic in diagnostics {
            if self.lowered.contains(&diagnostic.code) {
                diagnostic.severity = crate::diagnostics::Severity::Warning;
            }
        }
    }

    /// Settings that say nothing yet.
    #[must_use]
    pub fn unread() -> Self {
        Self::new(Digest::of(b""))
    }

    fn new(digest: Digest) -> Self {
        Self {
            title: String::new(),
            description: String::new(),
            publisher: String::new(),
            base_url: String::new(),
            language: "en".to_owned(),
            time_zone: "UTC".to_owned(),
            theme: "default".to_owned(),
            page_size: 50,
            feed_size: 20,
            record_data: false,
            attachment_types: BTreeSet::new(),
            reading: Reading::default(),
            lowered: BTreeSet::new(),
            search: SearchSettings::default(),
            extra: Extra::new(&serde_json::json!({})),
            digest,
        }
    }
}

/// Reads the settings from the bytes of their file; `None` in place of bytes when there is no such file.
#[must_use]
pub fn read_settings(bytes: Option<&[u8]>) -> Checked<Settings> {
    let path = SourcePath::new(PATH);
    let Some(bytes) = bytes else {
        let fault = Diagnostic::new(Code::SettingsMissing).at(Location::start_of(&path));
        return Checked {
            value: Settings::new(Digest::of(b"")),
            diagnostics: vec![fault],
        };
    };
    let settings = Settings::new(Digest::of(bytes));
    let text = match SourceText::read(&path, bytes) {
        Ok(text) => text.broken_from(bytes.len()),
        Err(fault) => {
            return Checked {
                value: settings,
                diagnostics: vec![*fault],
            };
        }
    };
    let mut reader = Reader {
        place: Place::whole(&text),
        settings,
        diagnostics: text.left_out().collect(),
    };
    match front_matter::parse(reader.place.yaml()) {
        Ok(entries) => reader.read(&entries),
        Err(fault) => {
            let fault = reader.place.syntax_fault(fault);
            reader.diagnostics.push(fault);
        }
    }
    Checked {
        value: reader.settings,
        diagnostics: reader.diagnostics,
    }
}

struct Reader<'a> {
    place: Place<'a>,
    settings: Settings,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn read(&mut self, entries: &[(String, Value)]) {
        self.report_twins(entries);
        let mut given = BTreeSet::new();
        for (index, (name, value)) in entries.iter().enumerate() {
            self.check_texts(name, value, index);
            if value.is_empty() || !given.insert(name.as_str()) {
                continue;
            }
            match name.as_str() {
                "title" => self.settings.title = self.text(name, value, index),
                "description" => self.settings.description = self.text(name, value, index),
                "publisher" => self.settings.publisher = self.text(name, value, index),
                "base_url" => self.base_url(value, index),
                "language" => self.language(value, index),
                "time_zone" => self.time_zone(value, index),
                "theme" => self.settings.theme = self.text(name, value, index),
                "page_size" => self.settings.page_size = self.number(name, value, index),
                "feed_size" => self.settings.feed_size = self.number(name, value, index),
                "record_data" => self.settings.record_data = self.flag(name, value, index),
                "allow_attachment_types" => self.attachment_types(value, index),
                "keys" => self.keys(value, index),
                "defaults" => self.defaults(value, index),
                "unknown_keys" => self.unknown_keys(value, index),
                "severity" => self.severity(value, index),
                "search" => self.search(value, index),
                "extra" => self.extra(value, index),
                _ => self.unknown(name, SETTINGS.iter().map(|(name, _)| *name), &[index]),
            }
        }
        for required in ["title", "base_url"] {
            if !given.contains(required) {
                let at = self.place.start();
                self.diagnostics.push(
                    Diagnostic::new(Code::MissingKey)
                        .with("key", required)
                        .with("swedish", required)
                        .at(at),
                );
            }
        }
    }

    fn report_twins(&mut self, entries: &[(String, Value)]) {
        for (again, first, name) in Value::Map(entries.to_vec()).twins() {
            let twin = self.place.twin(&name, &again, &first);
            self.diagnostics.push(twin);
        }
    }

    /// Reports a text that a comment cuts short, and one that would show a comment.
    fn check_texts(&mut self, name: &str, value: &Value, index: usize) {
        let is_text = matches!(name, "title" | "description" | "publisher");
        if is_text && may_cut(self.place.yaml()) {
            let faults = cut_short(&self.place, index, value);
            self.diagnostics.extend(faults);
        }
        if is_text || name == "extra" {
            let faults = shown_comments(&self.place, index, value);
            self.diagnostics.extend(faults);
        }
    }

    fn invalid(&mut self, name: &str, form: &str, path: &[usize]) {
        let at = self.place.locate(path, Part::Value);
        self.diagnostics.push(
            Diagnostic::new(Code::SettingInvalid)
                .with("key", name)
                .with("form", form)
                .at(at),
        );
    }

    fn unknown<'c>(&mut self, name: &str, known: impl Iterator<Item = &'c str>, path: &[usize]) {
        let at = self.place.locate(path, Part::Key);
        let nearest = nearest(name, known).unwrap_or("none");
        self.diagnostics.push(
            Diagnostic::new(Code::UnknownKey)
                .with("key", name)
                .with("nearest", nearest)
                .at(at),
        );
    }

    fn text(&mut self, name: &str, value: &Value, index: usize) -> String {
        let text = value.text().map(str::trim).filter(|text| !text.is_empty());
        if text.is_none() {
            self.invalid(name, "text", &[index]);
        }
        text.unwrap_or_default().to_owned()
    }

    fn base_url(&mut self, value: &Value, index: usize) {
        let text = self.text("base_url", value, index);
        match base_address::read(&text) {
            Ok(address) => self.settings.base_url = address,
            Err(_) if text.is_empty() => {}
            Err(base_address::Fault { form, cure }) => {
                let at = self.place.locate(&[index], Part::Value);
                let fault = Diagnostic::new(Code::SettingInvalid).with("key", "base_url");
                self.diagnostics
                    .push(fault.with("form", form).with("cure", cure).at(at));
            }
        }
    }

    fn time_zone(&mut self, value: &Value, index: usize) {
        let name = self.text("time_zone", value, index);
        if jiff::tz::TimeZone::get(&name).is_err() {
            self.invalid("time_zone", "time-zone", &[index]);
        }
        self.settings.time_zone = name;
    }

    fn language(&mut self, value: &Value, index: usize) {
        let language = self.text("language", value, index);
        if let Some(tag) = language_tag(&language) {
            self.settings.language = tag;
        } else if !language.is_empty() {
            let at = self.place.locate(&[index], Part::Value);
            self.diagnostics.push(
                Diagnostic::new(Code::LanguageInvalid)
                    .with("text", language)
                    .at(at),
            );
        }
    }

    fn extra(&mut self, value: &Value, index: usize) {
        let entries = self.map("extra", value, index).to_vec();
        self.settings.extra = Extra::new(&Value::Map(entries).to_json());
    }

    fn number(&mut self, name: &str, value: &Value, index: usize) -> usize {
        let number = value
            .text()
            .and_then(|text| text.parse().ok())
            .filter(|number| (1..=10_000).contains(number));
        if number.is_none() {
            self.invalid(name, "number", &[index]);
        }
        number.unwrap_or(50)
    }

    fn flag(&mut self, name: &str, value: &Value, index: usize) -> bool {
        let said = value.text().and_then(yes_or_no);
        if said.is_none() {
            self.invalid(name, "flag", &[index]);
        }
        said.unwrap_or(false)
    }

    fn map<'v>(&mut self, name: &str, value: &'v Value, index: usize) -> &'v [(String, Value)] {
        match value {
            Value::Map(entries) => entries,
            Value::Empty | Value::Text(_) | Value::Number { .. } | Value::List(_) => {
                self.invalid(name, "map", &[index]);
                &[]
            }
        }
    }

    fn attachment_types(&mut self, value: &Value, index: usize) {
        match attachment_kinds::read(value) {
            Some(endings) => self.settings.attachment_types = endings,
            None => self.invalid("allow_attachment_types", "words", &[index]),
        }
    }

    fn keys(&mut self, value: &Value, index: usize) {
        for (inner, (name, foreign)) in self.map("keys", value, index).iter().enumerate() {
            let Some(key) = Key::named(name) else {
                self.unknown(name, Key::all().map(Key::name), &[index, inner]);
                continue;
            };
            let foreign: Vec<&str> = match foreign {
                Value::List(names) => names.iter().filter_map(Value::text).collect(),
                single => single.text().into_iter().collect(),
            };
            if foreign.is_empty() {
                self.invalid("keys", "text", &[index, inner]);
            }
            for name in foreign {
                if Key::named(name).is_some_and(|own| own.guards_secrecy() && own != key) {
                    self.invalid(name, "guarding-name", &[index, inner]);
                } else {
                    self.settings.reading.names.insert(name.to_owned(), key);
                }
            }
        }
    }

    fn defaults(&mut self, value: &Value, index: usize) {
        let mut defaults = BTreeMap::new();
        for (inner, (name, value)) in self.map("defaults", value, index).iter().enumerate() {
            match Key::named(name) {
                Some(key) => drop(defaults.insert(key, value.clone())),
                None => self.unknown(name, Key::all().map(Key::name), &[index, inner]),
            }
        }
        self.settings.reading.defaults = defaults;
    }

    fn unknown_keys(&mut self, value: &Value, index: usize) {
        match value.text() {
            Some("keep") => self.settings.reading.unknown_keys = UnknownKeys::Keep,
            Some("error") => self.settings.reading.unknown_keys = UnknownKeys::Report,
            _ => self.invalid("unknown_keys", "unknown-keys", &[index]),
        }
    }

    fn severity(&mut self, value: &Value, index: usize) {
        for (inner, (name, value)) in self.map("severity", value, index).iter().enumerate() {
            match Code::named(name) {
                None => self.unknown(name, Code::all().map(Code::name), &[index, inner]),
                Some(code) if !code.may_be_lowered() => {
                    self.invalid(name, "fixed-severity", &[index, inner]);
                }
                Some(code) => match value.text() {
                    Some("warning") => drop(self.settings.lowered.insert(code)),
                    Some("error") => {}
                    _ => self.invalid("severity", "severity", &[index, inner]),
                },
            }
        }
    }

    fn search(&mut self, value: &Value, index: usize) {
        let (settings, faults) = search_settings::read(self.map("search", value, index));
        self.settings.search = settings;
        for fault in faults {
            match fault {
                search_settings::Fault::Unknown(name, inner) => {
                    self.unknown(name, SEARCH_SETTINGS.into_iter(), &[index, inner]);
                }
                search_settings::Fault::Form(name, form, path) => {
                    let path: Vec<usize> = std::iter::once(index).chain(path).collect();
                    self.invalid(name, form, &path);
                }
            }
        }
    }
}
