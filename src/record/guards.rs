//! What may be meant to keep a record from the public and does not: names nearly spelt like a guarding key, flags by which
//! other programs hide a page, a guarding key that stands as a line of text or within another key, names of folders for drafts.

use super::date::{Date, Moment};
use super::front_matter::Value;
use super::hints::{hides, may_hide};
use super::keys::{Key, Reading, is_near, letters};
use super::words::plain;

/// Which values of a flag hide a page.
enum Hides {
    /// A yes.
    Yes,
    /// A no.
    No,
    /// Whatever is no no: `sekretess: OSL 21 kap.` hides too.
    UnlessNo,
    /// One of [`HIDDEN`].
    Word,
    /// A day.
    Day,
    /// A map whose `render` is never.
    NeverRendered,
}

/// Flags of other programs, without blanks and marks: the key that says the same here, and which values hide.
const FLAGS: [(&[&str], Key, Hides); 7] = [
    (
        &[
            "published",
            "publish",
            "public",
            "publicerad",
            "publicerat",
            "publicera",
            "publiceras",
            "publicering",
            "offentlig",
            "offentligt",
            "visible",
            "synlig",
            "listed",
            "permalink",
        ],
        Key::DRAFT,
        Hides::No,
    ),
    (
        &[
            "isdraft",
            "hidden",
            "private",
            "unlisted",
            "unpublished",
            "headless",
            "internal",
            "dold",
            "opublicerad",
            "opublicerat",
            "avpublicerad",
            "avpublicerat",
            "ejpublicerad",
            "ejpublicerat",
            "arbetsutkast",
        ],
        Key::DRAFT,
        Hides::Yes,
    ),
    (
        &[
            "confidential",
            "confidentiality",
            "secret",
            "hemlig",
            "hemligt",
            "sekretess",
            "sekretessbelagd",
        ],
        Key::DRAFT,
        Hides::UnlessNo,
    ),
    (
        &["status", "state", "visibility", "synlighet", "access"],
        Key::DRAFT,
        Hides::Word,
    ),
    (
        &[
            "publishdate",
            "publishon",
            "publicationdate",
            "publiceringsdatum",
        ],
        Key::PUBLISH_FROM,
        Hides::Day,
    ),
    (
        &["expirydate", "expires", "unpublishdate", "unpublishon"],
        Key::PUBLISH_UNTIL,
        Hides::Day,
    ),
    (&["build"], Key::DRAFT, Hides::NeverRendered),
];

pub(super) const YES: [&str; 8] = ["true", "yes", "ja", "sant", "on", "på", "1", "y"];
pub(super) const NO: [&str; 9] = [
    "false", "no", "nej", "falskt", "off", "av", "0", "n", "never",
];

/// The longest that a yes, a no or a moment is, in bytes, with room to spare; most lines of texts are longer.
const LONGEST: usize = 64;

/// Words of a status, a visibility or a folder that hide.
pub(super) const HIDDEN: [&str; 38] = [
    "draft",
    "drafts",
    "utkast",
    "arbetsutkast",
    "wip",
    "entwurf",
    "entwürfe",
    "brouillon",
    "brouillons",
    "borrador",
    "borradores",
    "koncept",
    "kladde",
    "luonnos",
    "arbetsmaterial",
    "embargo",
    "embargoed",
    "hemligt",
    "sekretess",
    "opublicerat",
    "trash",
    "deleted",
    "restricted",
    "unreleased",
    "hidden",
    "dold",
    "private",
    "privat",
    "pending",
    "unlisted",
    "unpublished",
    "opublicerad",
    "avpublicerad",
    "internal",
    "intern",
    "secret",
    "hemlig",
    "confidential",
];

impl Hides {
    fn hides(&self, value: &Value) -> bool {
        if let (Self::NeverRendered, Value::Map(entries)) = (self, value) {
            return entries
                .iter()
                .any(|(name, value)| letters(name) == "render" && Self::No.hides(value));
        }
        let word = plain(value.text().unwrap_or_default());
        match self {
            _ if word.is_empty() => false,
            Self::Yes => YES.contains(&word.as_str()),
            Self::No => NO.contains(&word.as_str()),
            Self::UnlessNo => !NO.contains(&word.as_str()),
            Self::Word => hides(&word),
            Self::Day => word.starts_with(|first: char| first.is_ascii_digit()),
            Self::NeverRendered => false,
        }
    }
}

/// The key that says the same as a flag of another program with a value that hides.
fn foreign_guard(name: &str, value: &Value) -> Option<Key> {
    let letters = letters(name);
    let mut flags = FLAGS.iter();
    let flag =
        flags.find(|(names, _, hides)| names.contains(&letters.as_str()) && hides.hides(value));
    let by_table = flag.map(|(_, key, _)| *key);
    by_table.or_else(|| may_hide(name, value))
}

impl Reading {
    /// The key that keeps records from the public for which a name may have been meant that is not known: one that is
    /// spelt nearly so, or a flag by which other programs hide a page.
    #[must_use]
    pub fn guard_meant(&self, name: &str, value: &Value) -> Option<Key> {
        let letters = letters(name);
        let built_in = Key::all().flat_map(|key| key.spellings().map(move |name| (name, key)));
        let own = self.own_keys.names();
        let near = built_in
            .chain(own)
            .filter(|(_, key)| key.guards_secrecy())
            .find(|(name, _)| is_near(&letters, &super::keys::letters(name)));
        near.map(|(_, key)| key)
            .or_else(|| foreign_guard(name, value))
    }

    /// The keys within a value, at whatever depth, that would keep the record from the public if they stood alone, each with the
    /// way to it. Of a value whose keys are `ours` those count that are named as one of the guarding keys; of another also
    /// the flags of other programs.
    pub(super) fn guards_within(
        &self,
        value: &Value,
        ours: bool,
    ) -> Vec<(Vec<usize>, String, Key)> {
        let mut found = Vec::new();
        value.visit(&mut Vec::new(), &mut |way, value| {
            let Value::Map(entries) = value else { return };
            for (index, (name, value)) in entries.iter().enumerate() {
                let own = self.key(name).filter(|key| key.guards_secrecy());
                let says = || {
                    let word = plain(value.text().unwrap_or_default());
                    !value.is_empty() && !NO.contains(&word.as_str())
                };
                let foreign = || foreign_guard(name, value).filter(|_| !ours);
                if let Some(key) = own.filter(|_| says()).or_else(foreign) {
                    found.push(([way, &[index]].concat(), name.clone(), key));
                }
            }
        });
        found
    }

    /// The name on a line of text that reads like a guarding key with its value.
    pub(super) fn guard_on<'l>(&self, line: &'l str) -> Option<(&'l str, Key)> {
        let (name, rest) = line.trim().split_once(':')?;
        let value = rest.split(" #").next().unwrap_or_default();
        let value = value.trim().trim_matches(['"', '\'']);
        if value.len() > LONGEST {
            return None;
        }
        let word = plain(value);
        let is_flag = YES.contains(&word.as_str()) || NO.contains(&word.as_str());
        let has_digit = value.contains(|c: char| c.is_ascii_digit());
        let is_moment = has_digit && (Date::read(value).is_some() || Moment::read(value).is_some());
        if !is_flag && !is_moment {
            return None;
        }
        let name = name.trim().trim_matches(['"', '\'']);
        let key = self.key(name).filter(|key| key.guards_secrecy())?;
        (is_flag == (key == Key::DRAFT)).then_some((name, key))
    }
}
