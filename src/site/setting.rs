//! Every setting by its name, with the form of its value.

use crate::record::TableKey;
use crate::record::facts::{Choice, Form, Group, part};

/// A setting of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(
    missing_docs,
    reason = "each setting has its field among the settings, which says what it means"
)]
pub enum Setting {
    Title,
    Description,
    Publisher,
    Email,
    BaseUrl,
    Language,
    TimeZone,
    Country,
    NoticeBoard,
    OfficialNoticeBoard,
    PersonPages,
    TermsOfOffice,
    Glossary,
    Labels,
    Theme,
    PageSize,
    FeedSize,
    RecordData,
    License,
    AllowAttachmentTypes,
    Keys,
    Values,
    Derive,
    DateForms,
    Defaults,
    Required,
    Include,
    Exclude,
    UnknownKeys,
    Anchors,
    Html,
    Attachments,
    Severity,
    Search,
    Extra,
}

/// How many records a page or a feed may hold.
const SIZE: Form = Form::Number(1, 10_000);

/// What may become of keys that are not known.
const UNKNOWN_KEYS: [Choice; 2] = [
    Choice {
        code: "error",
        words: &["error", "fel"],
    },
    Choice {
        code: "keep",
        words: &["keep", "behåll"],
    },
];

/// The countries whose calendar and rules are known, in the order of [`crate::calendar::COUNTRIES`].
const COUNTRY_CODES: [Choice; 1] = [Choice {
    code: "se",
    words: &["se", "sverige", "sweden"],
}];

/// What the site may have of the notice board, in the order of [`super::NoticeBoard`].
const NOTICE_BOARDS: [Choice; 3] = [
    Choice {
        code: "official",
        words: &["official", "officiell"],
    },
    Choice {
        code: "mirror",
        words: &["mirror", "kopia"],
    },
    Choice {
        code: "off",
        words: &["off", "av"],
    },
];

/// Whose proposers may have pages, in the order of [`super::PersonPages`].
const PERSON_PAGES: [Choice; 3] = [
    Choice {
        code: "all",
        words: &["all", "alla"],
    },
    Choice {
        code: "described",
        words: &["described", "beskrivna"],
    },
    Choice {
        code: "off",
        words: &["off", "av"],
    },
];

/// Whether words are explained.
const GLOSSARY: [Choice; 2] = [
    Choice {
        code: "on",
        words: &["on", "på"],
    },
    Choice {
        code: "off",
        words: &["off", "av"],
    },
];

/// For how long those who were elected hold office.
const TERM_OF_OFFICE: Group = Group {
    name: "term_of_office",
    parts: &[
        part("since", "från", Form::Day, "The first day."),
        part("until", "till och med", Form::Day, "The last day."),
    ],
};

/// How anchors may be made of headings.
const ANCHORS: [Choice; 2] = [
    Choice {
        code: "scoped",
        words: &["scoped", "egna"],
    },
    Choice {
        code: "github",
        words: &["github", "github"],
    },
];

/// What may become of raw HTML.
const HTML: [Choice; 2] = [
    Choice {
        code: "text",
        words: &["text", "text"],
    },
    Choice {
        code: "safe",
        words: &["safe", "säker"],
    },
];

/// Which files may be published with a record.
const ATTACHMENTS: [Choice; 2] = [
    Choice {
        code: "listed",
        words: &["listed", "listade"],
    },
    Choice {
        code: "linked",
        words: &["linked", "länkade"],
    },
];

/// The number of the choice that is not made unless a site asks for it: of anchors, HTML and attachments.
pub(super) const ASKED_FOR: usize = 1;

/// The number of the choice that keeps such keys.
pub(super) const KEEP: usize = 1;

/// Every setting and the form of its value, in the order in which settings are best written.
const ROWS: [(Setting, &str, Form); 35] = [
    (Setting::Title, "title", Form::Text(None)),
    (Setting::Description, "description", Form::Text(None)),
    (Setting::Publisher, "publisher", Form::Text(None)),
    (Setting::Email, "email", Form::Token),
    (Setting::BaseUrl, "base_url", Form::Token),
    (Setting::Language, "language", Form::Language),
    (Setting::TimeZone, "time_zone", Form::Token),
    (Setting::Country, "country", Form::Choice(&COUNTRY_CODES)),
    (
        Setting::NoticeBoard,
        "notice_board",
        Form::Choice(&NOTICE_BOARDS),
    ),
    (
        Setting::OfficialNoticeBoard,
        "official_notice_board",
        Form::Token,
    ),
    (
        Setting::PersonPages,
        "person_pages",
        Form::Choice(&PERSON_PAGES),
    ),
    (
        Setting::TermsOfOffice,
        "terms_of_office",
        Form::Many(&Form::Group(&TERM_OF_OFFICE)),
    ),
    (Setting::Glossary, "glossary", Form::Choice(&GLOSSARY)),
    (Setting::Labels, "labels", Form::Map),
    (Setting::Theme, "theme", Form::Token),
    (Setting::PageSize, "page_size", SIZE),
    (Setting::FeedSize, "feed_size", SIZE),
    (Setting::RecordData, "record_data", Form::Flag),
    (Setting::License, "license", Form::Token),
    (
        Setting::AllowAttachmentTypes,
        "allow_attachment_types",
        Form::Many(&Form::Token),
    ),
    (Setting::Keys, "keys", Form::Map),
    (Setting::Values, "values", Form::Map),
    (Setting::Derive, "derive", Form::Map),
    (Setting::DateForms, "date_forms", Form::Many(&Form::Token)),
    (Setting::Defaults, "defaults", Form::Map),
    (Setting::Required, "required", Form::Many(&Form::Token)),
    (Setting::Include, "include", Form::Many(&Form::Token)),
    (Setting::Exclude, "exclude", Form::Many(&Form::Token)),
    (
        Setting::UnknownKeys,
        "unknown_keys",
        Form::Choice(&UNKNOWN_KEYS),
    ),
    (Setting::Anchors, "anchors", Form::Choice(&ANCHORS)),
    (Setting::Html, "html", Form::Choice(&HTML)),
    (
        Setting::Attachments,
        "attachments",
        Form::Choice(&ATTACHMENTS),
    ),
    (Setting::Severity, "severity", Form::Map),
    (Setting::Search, "search", Form::Map),
    (Setting::Extra, "extra", Form::Lines),
];

/// What every site must say.
pub const REQUIRED: [Setting; 2] = [Setting::Title, Setting::BaseUrl];

impl Setting {
    /// Every setting, in the order in which settings are best written.
    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().map(|(setting, _, _)| *setting)
    }

    /// Its name in the settings' file.
    #[must_use]
    pub fn name(self) -> &'static str {
        ROWS[self as usize].1
    }
}

impl TableKey for Setting {
    fn all() -> impl Iterator<Item = Self> {
        Self::all()
    }

    fn name(self) -> &'static str {
        self.name()
    }

    fn spellings(self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name())
    }

    fn form(self) -> Form {
        ROWS[self as usize].2
    }
}

#[cfg(test)]
mod tests {
    use super::ROWS;

    #[test]
    fn each_setting_has_the_row_of_its_number() {
        for (number, (setting, name, _)) in ROWS.iter().enumerate() {
            assert_eq!(*setting as usize, number, "{name}");
        }
    }
}
