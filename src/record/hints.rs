//! Words by which people and programs say that something is not for the public yet: in names of keys and their values, in names of
//! files and folders, in titles, in lines of text. None of them guards anything; each must be told of.

use super::front_matter::Value;
use super::guards::{HIDDEN, NO, YES};
use super::keys::Key;
use super::words::plain;
use crate::source::{SourcePath, composed};

/// Words for drafts, whatever stands beside them.
const DRAFTS: [&str; 14] = [
    "draft",
    "drafts",
    "utkast",
    "arbetsutkast",
    "wip",
    "entwurf",
    "brouillon",
    "borrador",
    "kladde",
    "luonnos",
    "embargoed",
    "unpublished",
    "opublicerad",
    "opublicerat",
];

/// Words in the name of a key that hide if it says anything but no.
const HIDING: [&str; 40] = [
    "draft",
    "utkast",
    "hidden",
    "hide",
    "private",
    "unlisted",
    "unpublished",
    "unpublish",
    "embargo",
    "embargoed",
    "wip",
    "confidential",
    "secret",
    "internal",
    "restricted",
    "redacted",
    "deleted",
    "trash",
    "removed",
    "disabled",
    "exclude",
    "excluded",
    "noindex",
    "nopublish",
    "donotpublish",
    "dontpublish",
    "nonpublic",
    "nolist",
    "hold",
    "held",
    "protected",
    "password",
    "scheduled",
    "entwurf",
    "brouillon",
    "borrador",
    "kladde",
    "luonnos",
    "bozza",
    "progress",
];

/// Words in the name of a key that hide if it says no, or that it is to come.
const SHOWING: [&str; 20] = [
    "published",
    "publish",
    "publised",
    "pubished",
    "publication",
    "public",
    "visible",
    "listed",
    "live",
    "released",
    "approved",
    "approval",
    "ready",
    "searchable",
    "share",
    "noteshare",
    "render",
    "veröffentlicht",
    "publié",
    "publicado",
];

/// Words that turn the meaning of another in the name of a key.
const TURNING: [&str; 8] = ["not", "no", "dont", "non", "never", "ej", "inte", "under"];

/// What is said of something that is still to come.
const COMING: [&str; 8] = [
    "pending", "later", "soon", "not yet", "f", "none", "null", "väntar",
];

/// The longest that a value is which says nothing but this, in bytes.
const LONGEST: usize = 64;

/// Whether a status or a visibility may mean that something is not for the public: one of its words does.
#[must_use]
pub fn hides(text: &str) -> bool {
    words(text).any(|word| HIDDEN.contains(&word.as_str()))
}

/// The key that a name which nobody knows may have been meant for, with this value: by the words in its name, or by a value that
/// says nothing else.
pub(super) fn may_hide(name: &str, value: &Value) -> Option<Key> {
    let named: Vec<String> = words(&apart(name)).collect();
    let has = |of: &[&str]| named.iter().any(|word| of.contains(&word.as_str()));
    let word = plain(value.text().unwrap_or_default());
    let is_no = NO.contains(&word.as_str());
    let is_long = word.len() > LONGEST;
    let is_turned = has(&SHOWING) && has(&TURNING);
    let by_name = if has(&HIDING) || is_turned {
        !is_no && !value.is_empty() && !is_long
    } else {
        let is_coming = is_no || COMING.contains(&word.as_str()) || hides(&word);
        has(&SHOWING) && !is_long && value.text().is_some() && is_coming
    };
    (by_name || says_hidden(value)).then_some(Key::DRAFT)
}

/// Whether a value, or one of a list, says nothing but that something is hidden.
pub(super) fn says_hidden(value: &Value) -> bool {
    match value {
        Value::List(values) => values.iter().any(says_hidden),
        Value::Text(text) | Value::Number { text, .. } => text.len() <= LONGEST && says_draft(text),
        Value::Empty | Value::Map(_) => false,
    }
}

/// Whether a short text says nothing else: one word that hides, or a few with one for drafts among them.
fn says_draft(text: &str) -> bool {
    let said: Vec<String> = words(text).collect();
    match &said[..] {
        [one] => HIDDEN.contains(&one.as_str()),
        several => several.len() <= 5 && several.iter().any(|word| DRAFTS.contains(&word.as_str())),
    }
}

/// Whether a title says that it is a draft's: `Draft: Budget`, `[UTKAST] Budget`, `Budget (draft)`.
pub(super) fn is_title_of_draft(title: &str) -> bool {
    let small = composed(title).to_lowercase();
    DRAFTS.iter().any(|word| {
        let bracketed = [format!("({word}"), format!("[{word}")];
        let behind = small.strip_prefix(word).map(str::trim_start);
        let is_set_apart =
            behind.is_some_and(|behind| behind.starts_with([':', '-', '–', '—', '|']));
        is_set_apart || bracketed.iter().any(|mark| small.contains(mark.as_str()))
    })
}

/// Whether a line at the beginning of a text says that it is a draft's: `Status: Draft`, `**Utkast**`, `DO NOT PUBLISH`. `before` is
/// the heading above it.
pub(super) fn is_line_of_draft(line: &str, before: &str) -> bool {
    let is_mark = |letter: char| letter.is_whitespace() || "*_#>|-%`<!:.".contains(letter);
    let line = line.trim_matches(is_mark);
    if line.is_empty() || line.len() > LONGEST {
        return false;
    }
    let is_status = |name: &str| {
        ["status", "state", "draft", "utkast", "läge", "skede"]
            .contains(&plain(name.trim_matches(is_mark)).as_str())
    };
    let parted = line.split_once([':', '|']);
    let is_told = parted.is_some_and(|(name, value)| {
        let value = value.trim_matches(is_mark);
        is_status(name) && (says_draft(value) || YES.contains(&plain(value).as_str()))
    });
    let small = composed(line).to_lowercase();
    let is_forbidden = [
        "do not publish",
        "not for publication",
        "ej för publicering",
        "får inte publiceras",
    ];
    is_told
        || is_status(before) && says_draft(line)
        || is_forbidden.iter().any(|words| small.contains(words))
        || words(line).count() == 1 && says_draft(line)
}

/// The folder, or else the file, on a path whose name says that what it holds is no more than a draft: `_drafts`, `private`,
/// `Utkast 2024`, `budget.draft.md`.
#[must_use]
pub fn name_of_drafts(path: &SourcePath) -> Option<&str> {
    let is_draft = |name: &&str| {
        let apart = apart(name);
        words(&apart).any(|word| DRAFTS.contains(&word.trim_end_matches(char::is_numeric)))
    };
    let is_hidden = |name: &&str| {
        let mut all = words(name);
        let (first, second) = (all.next(), all.next());
        second.is_none() && first.is_some_and(|word| HIDDEN.contains(&word.as_str()))
    };
    let mut folders = path.folder().split('/').skip(1);
    let folder = folders.find(|name| is_draft(name) || is_hidden(name));
    folder.or_else(|| Some(path.stem()).filter(is_draft))
}

/// A name with a blank before each capital within it: `isDraft` is `is Draft`.
fn apart(name: &str) -> String {
    let mut apart = String::new();
    let mut was_small = false;
    for letter in name.chars() {
        if was_small && letter.is_uppercase() {
            apart.push(' ');
        }
        was_small = letter.is_lowercase();
        apart.push(letter);
    }
    apart
}

/// The words of a text in small letters, without what stands between them, and without soft hyphens.
fn words(text: &str) -> impl Iterator<Item = String> {
    let text = composed(text).to_lowercase().replace('\u{ad}', "");
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

#[cfg(test)]
mod tests {
    use super::{is_line_of_draft, is_title_of_draft, may_hide};
    use crate::record::front_matter::parse;

    #[test]
    fn what_may_be_meant_to_hide_is_known_by_its_words() {
        for (yaml, may) in [
            ("isPublished: false", true),
            ("embargo_until: 2099-01-01", true),
            ("do_not_publish: true", true),
            ("workflow: draft", true),
            ("tags: [skola, draft]", true),
            ("version: 0.1-draft", true),
            ("classification: confidential", true),
            ("published: later", true),
            ("hold_until: 2030-01-01", true),
            ("draft_version: no", false),
            ("published: 2004-01-02", false),
            ("published: true", false),
            ("description: Private roads in the county", false),
            (
                "note: A history of drafts of this law and of what became of them",
                false,
            ),
            ("internal_number:", false),
            ("toc: false", false),
        ] {
            let entries = parse(yaml).expect("YAML");
            let (name, value) = &entries[0];
            assert_eq!(may_hide(name, value).is_some(), may, "{yaml}");
        }
    }

    #[test]
    fn titles_and_lines_say_that_they_are_drafts() {
        for title in [
            "[DRAFT] Budget",
            "Utkast: Budget",
            "Budget (draft, do not publish)",
            "WIP – Budget",
        ] {
            assert!(is_title_of_draft(title), "{title}");
        }
        for title in [
            "Draft law on roads",
            "Utkast till lagrådsremiss",
            "The drafting of laws",
        ] {
            assert!(!is_title_of_draft(title), "{title}");
        }
        for (line, before) in [
            ("Status: draft", ""),
            ("**Status:** Draft", ""),
            ("* Status: utkast", ""),
            ("| Status | Draft |", ""),
            ("Draft", "Status"),
            ("> DRAFT: do not publish before 2099-01-01", ""),
            ("% draft", ""),
            ("draft:: true", ""),
        ] {
            assert!(is_line_of_draft(line, before), "{line}");
        }
        for (line, before) in [
            ("Status: accepted", ""),
            ("Accepted", "Status"),
            ("The draft was discussed.", ""),
            ("Status", ""),
        ] {
            assert!(!is_line_of_draft(line, before), "{line}");
        }
    }
}
