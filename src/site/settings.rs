//! The settings of a site, `content/site.yaml`: typed, checked, with a diagnostic at its place for each fault.

use std::collections::{BTreeMap, BTreeSet};

use super::cases::CaseTitles;
use super::glossary::Glossary;
use super::notices::NoticeBoard;
use super::profiles::PersonPages;
use super::search_settings::{self, SEARCH_SETTINGS, SearchSettings};
use super::setting::{REQUIRED, Setting};
use super::{attachment_kinds, base_address, reading_settings};
use crate::calendar::{COUNTRIES, Country};
use crate::diagnostics::{Checked, Code, Diagnostic, Severity};
use crate::record::facts::{Choice, FactValue};
use crate::record::front_matter::Value;
use crate::record::{Date, Extra, Fields, Key, Place, Reading, check_comments};
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
    /// The country whose calendar counts, if it is known.
    pub country: Option<&'static Country>,
    /// The authority's address of e-mail, empty if there is none.
    pub email: String,
    /// What the site has of the notice board.
    pub notice_board: NoticeBoard,
    /// The address of the official notice board, where it is not on this site; empty if none is told.
    pub official_notice_board: String,
    /// The theme's folder name.
    pub theme: String,
    /// Whose proposers get pages.
    pub person_pages: PersonPages,
    /// The terms of office, each by its first and last day.
    pub terms_of_office: Vec<(Date, Date)>,
    /// What the site itself calls facts, by their keys.
    pub labels: BTreeMap<Key, String>,
    /// How many records a page of a listing holds.
    pub page_size: usize,
    /// How many records a feed holds.
    pub feed_size: usize,
    /// Whether each record's facts are published as JSON beside its page.
    pub record_data: bool,
    /// The address of the terms on which all may use the data.
    pub license: String,
    /// The endings of attachments that are published beside those of documents, in small letters.
    pub attachment_types: BTreeSet<String>,
    /// Whether files beside a record are published that it links to and does not list.
    pub publishes_linked: bool,
    /// How front matter is read.
    pub reading: Reading,
    /// The codes lowered to warnings.
    pub lowered: BTreeSet<Code>,
    /// What the search is told of words.
    pub search: SearchSettings,
    /// The titles of cases that have one of their own, which stand in a file of their own.
    pub cases: CaseTitles,
    /// Whether words are explained.
    pub explains_words: bool,
    /// The words that are explained, which stand in a file of their own beside those of the language.
    pub glossary: Glossary,
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
                diagnostic.severity = Severity::Warning;
            }
        }
    }

    /// The years of the term of office in which a day falls: `2022–2026`.
    #[must_use]
    pub fn term_of_office(&self, day: Date) -> Option<String> {
        let mut terms = self.terms_of_office.iter();
        let (since, until) = terms.find(|(since, until)| (*since..=*until).contains(&day))?;
        Some(format!("{}–{}", since.year(), until.year()))
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
            country: None,
            theme: "default".to_owned(),
            page_size: 50,
            feed_size: 20,
            record_data: false,
            email: String::new(),
            notice_board: NoticeBoard::default(),
            person_pages: PersonPages::default(),
            terms_of_office: Vec::new(),
            labels: BTreeMap::new(),
            official_notice_board: String::new(),
            license: CC0.to_owned(),
            attachment_types: BTreeSet::new(),
            publishes_linked: false,
            reading: Reading::default(),
            lowered: BTreeSet::new(),
            search: SearchSettings::default(),
            cases: CaseTitles::new(),
            explains_words: true,
            glossary: Glossary::default(),
            extra: Extra::new(&serde_json::json!({})),
            digest,
        }
    }
}

/// The terms where the settings name none: the data is free of any (Creative Commons Zero).
const CC0: &str = "https://creativecommons.org/publicdomain/zero/1.0/";

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
    let text = match SourceText::read(&path, bytes) {
        Ok(text) => text.broken_from(bytes.len()),
        Err(fault) => {
            return Checked {
                value: Settings::new(Digest::of(bytes)),
                diagnostics: vec![*fault],
            };
        }
    };
    let mut fields = Fields::of_table(Place::whole(&text));
    fields.diagnostics.splice(0..0, text.left_out());
    let settings = settings_of(&mut fields, Digest::of(bytes));
    Checked {
        value: settings,
        diagnostics: fields.diagnostics,
    }
}

/// The fields of the settings' file.
pub(super) type SettingFields<'a> = Fields<'a, Setting>;

fn settings_of(fields: &mut SettingFields<'_>, digest: Digest) -> Settings {
    let mut settings = Settings::new(digest);
    if fields.could_not_be_read() {
        return settings;
    }
    fields.require(REQUIRED.into_iter());
    let shown = [Setting::Title, Setting::Description, Setting::Publisher];
    check_comments(fields, shown.into_iter().chain([Setting::Extra]));
    let text = |fields: &mut SettingFields<'_>, setting| {
        let value = fields.fact(setting)?;
        value.as_text().map(str::to_owned)
    };
    settings.title = text(fields, Setting::Title).unwrap_or_default();
    settings.description = text(fields, Setting::Description).unwrap_or_default();
    settings.publisher = text(fields, Setting::Publisher).unwrap_or_default();
    settings.email = email(fields).unwrap_or_default();
    settings.base_url = base_url(fields).unwrap_or_default();
    settings.time_zone = time_zone(fields).unwrap_or(settings.time_zone);
    let country = fields
        .fact(Setting::Country)
        .and_then(|value| value.choice());
    settings.country = country.and_then(|country| COUNTRIES.get(country).copied());
    let board = fields.fact(Setting::NoticeBoard);
    settings.notice_board = match board.and_then(|value| value.choice()) {
        Some(0) => NoticeBoard::Official,
        Some(2) => NoticeBoard::Off,
        _ => NoticeBoard::Mirror,
    };
    let people = fields.fact(Setting::PersonPages);
    settings.person_pages = match people.and_then(|value| value.choice()) {
        Some(1) => PersonPages::Described,
        Some(2) => PersonPages::Off,
        _ => PersonPages::All,
    };
    let official = whole_address(fields, Setting::OfficialNoticeBoard, "board");
    settings.official_notice_board = official.unwrap_or_default();
    settings.language = text(fields, Setting::Language).unwrap_or(settings.language);
    settings.theme = text(fields, Setting::Theme).unwrap_or(settings.theme);
    let size = |fields: &mut SettingFields<'_>, setting| {
        let number = fields.fact(setting)?.number()?;
        usize::try_from(number).ok()
    };
    settings.page_size = size(fields, Setting::PageSize).unwrap_or(settings.page_size);
    settings.feed_size = size(fields, Setting::FeedSize).unwrap_or(settings.feed_size);
    settings.record_data = fields.fact(Setting::RecordData).is_some();
    settings.license =
        whole_address(fields, Setting::License, "license").unwrap_or(settings.license);
    settings.attachment_types = attachment_types(fields);
    settings.publishes_linked = reading_settings::is_asked_for(fields, Setting::Attachments);
    settings.reading = reading_settings::read(fields, &settings.time_zone);
    let glossary = fields.fact(Setting::Glossary);
    settings.explains_words = glossary.and_then(|value| value.choice()) != Some(1);
    settings.terms_of_office = terms_of_office(fields);
    settings.labels = reading_settings::labels(fields);
    settings.lowered = lowered(fields);
    settings.search = search(fields);
    settings.extra = Extra::new(&Value::Map(fields.map(Setting::Extra)).to_json());
    settings
}

/// A value that breaks a rule of settings; `name` is what the message calls it.
pub(super) fn invalid(name: &str, form: &str) -> Diagnostic {
    Diagnostic::new(Code::SettingInvalid)
        .with("form", form)
        .with("key", name)
}

fn base_url(fields: &mut SettingFields<'_>) -> Option<String> {
    let value = fields.fact(Setting::BaseUrl)?;
    match base_address::read(value.as_text()?) {
        Ok(address) => Some(address),
        Err(base_address::Fault { form, cure }) => {
            let fault = invalid(Setting::BaseUrl.name(), form).with("cure", cure);
            fields.report(fault, Setting::BaseUrl, &[]);
            None
        }
    }
}

/// An address of e-mail, by its outer form: a name and a host with a full stop.
fn email(fields: &mut SettingFields<'_>) -> Option<String> {
    let address = fields.fact(Setting::Email)?.as_text()?.to_owned();
    let may_stand = |letter: char| letter.is_alphanumeric() || ".-_+@".contains(letter);
    let parts = address.split_once('@').filter(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.contains('@') && !host.ends_with('.')
    });
    let is_address = parts.is_some() && address.chars().all(may_stand);
    if !is_address {
        let fault = invalid(Setting::Email.name(), "email");
        fields.report(fault, Setting::Email, &[]);
    }
    is_address.then_some(address)
}

/// The address of a page elsewhere: a whole one. `form` names the message about another.
fn whole_address(fields: &mut SettingFields<'_>, setting: Setting, form: &str) -> Option<String> {
    let address = fields.fact(setting)?.as_text()?.to_owned();
    let is_whole = ["https://", "http://"]
        .iter()
        .any(|scheme| address.len() > scheme.len() && address.starts_with(scheme));
    if !is_whole {
        let fault = invalid(setting.name(), form);
        fields.report(fault, setting, &[]);
    }
    is_whole.then_some(address)
}

fn time_zone(fields: &mut SettingFields<'_>) -> Option<String> {
    let name = fields.fact(Setting::TimeZone)?.as_text()?.to_owned();
    if jiff::tz::TimeZone::get(&name).is_err() {
        let fault = invalid(Setting::TimeZone.name(), "time-zone");
        fields.report(fault, Setting::TimeZone, &[]);
    }
    Some(name)
}

fn attachment_types(fields: &mut SettingFields<'_>) -> BTreeSet<String> {
    let value = fields.fact(Setting::AllowAttachmentTypes);
    let mut endings = BTreeSet::new();
    for (number, value) in value.iter().flat_map(FactValue::each) {
        let ending = attachment_kinds::ending(value.as_text().unwrap_or_default());
        if ending.is_none() {
            let inner: Vec<usize> = number.into_iter().collect();
            let fault = invalid(Setting::AllowAttachmentTypes.name(), "ending");
            fields.report(fault, Setting::AllowAttachmentTypes, &inner);
        }
        endings.extend(ending);
    }
    endings
}

/// The terms of office; one that ends before it begins, or begins before the one before it has ended, is reported.
fn terms_of_office(fields: &mut SettingFields<'_>) -> Vec<(Date, Date)> {
    let told = fields.fact(Setting::TermsOfOffice);
    let mut terms: Vec<(Date, Date)> = Vec::new();
    for (number, term) in told.iter().flat_map(FactValue::each) {
        let day = |part: usize| term.part(part).and_then(FactValue::day);
        let inner: Vec<usize> = number.into_iter().collect();
        match (day(0), day(1)) {
            (Some(since), Some(until)) if since <= until => {
                let overlaps = |(other, last): &(Date, Date)| *other <= until && since <= *last;
                if terms.iter().any(overlaps) {
                    let fault = invalid(Setting::TermsOfOffice.name(), "overlap");
                    fields.report(fault, Setting::TermsOfOffice, &inner);
                }
                terms.push((since, until));
            }
            _ => {
                let fault = invalid(Setting::TermsOfOffice.name(), "term");
                fields.report(fault, Setting::TermsOfOffice, &inner);
            }
        }
    }
    terms
}

/// The severities that a code may be given.
const SEVERITIES: [Choice; 2] = [
    Choice {
        code: "error",
        words: &["error", "fel"],
    },
    Choice {
        code: "warning",
        words: &["warning", "varning"],
    },
];

/// The number of the lower one.
const WARNING: usize = 1;

fn lowered(fields: &mut SettingFields<'_>) -> BTreeSet<Code> {
    let mut lowered = BTreeSet::new();
    for (inner, (name, value)) in fields.map(Setting::Severity).into_iter().enumerate() {
        match Code::named(&name) {
            None => {
                let codes = Code::all().map(Code::name);
                fields.report_unknown(&name, codes, Setting::Severity, &[inner]);
            }
            Some(code) if !code.may_be_lowered() => {
                fields.report(
                    invalid(&name, "fixed-severity"),
                    Setting::Severity,
                    &[inner],
                );
            }
            Some(code) => {
                let severity = fields.choice_of(&SEVERITIES, &value, Setting::Severity, &[inner]);
                lowered.extend((severity == Some(WARNING)).then_some(code));
            }
        }
    }
    lowered
}

fn search(fields: &mut SettingFields<'_>) -> SearchSettings {
    let entries = fields.map(Setting::Search);
    let (settings, faults) = search_settings::read(&entries);
    for fault in faults {
        match fault {
            search_settings::Fault::Unknown(name, inner) => {
                let known = SEARCH_SETTINGS.into_iter();
                fields.report_unknown(name, known, Setting::Search, &[inner]);
            }
            search_settings::Fault::Form(name, form, path) => {
                fields.report(invalid(name, form), Setting::Search, &path);
            }
        }
    }
    settings
}
