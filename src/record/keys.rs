//! The keys of a record's front matter: their names, their Swedish aliases, and how a site maps keys of its own.
//!
//! `diarium schema`, the reader and the reference in `src/docs/records.md` all stand on this one table.

use std::collections::BTreeMap;

use rapidfuzz::distance::osa;

use super::front_matter::Value;
use super::slug::slug;
use crate::source::composed;

/// A key of a record's front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(
    missing_docs,
    reason = "each key has its row in src/docs/records.md, which a test holds to this list"
)]
pub enum Key {
    Title,
    Date,
    Proposer,
    Recommendation,
    Id,
    CaseNumber,
    Body,
    Stage,
    Decision,
    DecidedOn,
    Outcome,
    Topics,
    Summary,
    Language,
    Draft,
    PublishFrom,
    PublishUntil,
    Attachments,
    FormerAddresses,
    Extra,
}

const ROWS: [(Key, &[&str]); 20] = [
    (Key::Title, &["title", "titel", "rubrik"]),
    (Key::Date, &["date", "datum"]),
    (
        Key::Proposer,
        &["proposer", "föredragande", "förslagsställare"],
    ),
    (
        Key::Recommendation,
        &["recommendation", "förslag", "rekommendation"],
    ),
    (Key::Id, &["id", "beteckning"]),
    (Key::CaseNumber, &["case_number", "diarienummer", "dnr"]),
    (Key::Body, &["body", "organ"]),
    (Key::Stage, &["stage", "skede"]),
    (Key::Decision, &["decision", "beslut"]),
    (Key::DecidedOn, &["decided_on", "beslutsdatum"]),
    (Key::Outcome, &["outcome", "utgång"]),
    (Key::Topics, &["topics", "ämnen"]),
    (Key::Summary, &["summary", "sammanfattning"]),
    (Key::Language, &["language", "språk"]),
    (Key::Draft, &["draft", "utkast"]),
    (Key::PublishFrom, &["publish_from", "publiceras_från"]),
    (Key::PublishUntil, &["publish_until", "publiceras_till"]),
    (Key::Attachments, &["attachments", "bilagor"]),
    (
        Key::FormerAddresses,
        &["former_addresses", "tidigare_adresser"],
    ),
    (Key::Extra, &["extra"]),
];

impl Key {
    /// Every key, in the order a record is best written.
    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().map(|row| row.0)
    }

    /// The key's English name, which the documentation uses.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.spellings()[0]
    }

    /// The key's first Swedish name; the English one where it has none.
    #[must_use]
    pub fn swedish_name(self) -> &'static str {
        self.spellings().get(1).copied().unwrap_or(self.name())
    }

    /// Every name the key may be written with, the English one first.
    #[must_use]
    pub fn spellings(self) -> &'static [&'static str] {
        ROWS[self as usize].1
    }

    /// The key of this name, in English or Swedish.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        ROWS.iter()
            .find(|row| row.1.iter().any(|spelling| is_same(spelling, name)))
            .map(|row| row.0)
    }

    /// Whether its value is a text, in which ` #` is part of what was meant; behind a day or a choice it is a comment.
    #[must_use]
    pub fn holds_text(self) -> bool {
        match self {
            Self::Date
            | Self::Stage
            | Self::DecidedOn
            | Self::Outcome
            | Self::Language
            | Self::Draft
            | Self::PublishFrom
            | Self::PublishUntil => false,
            Self::Title
            | Self::Proposer
            | Self::Recommendation
            | Self::Id
            | Self::CaseNumber
            | Self::Body
            | Self::Decision
            | Self::Topics
            | Self::Summary
            | Self::Attachments
            | Self::FormerAddresses
            | Self::Extra => true,
        }
    }

    /// Whether it keeps a record from the public.
    #[must_use]
    pub fn guards_secrecy(self) -> bool {
        matches!(self, Self::Draft | Self::PublishFrom | Self::PublishUntil)
    }

    /// Whether every record must have it.
    #[must_use]
    pub fn is_required(self) -> bool {
        matches!(
            self,
            Self::Title | Self::Date | Self::Proposer | Self::Recommendation
        )
    }
}

/// What becomes of a key that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UnknownKeys {
    /// It is an error.
    #[default]
    Report,
    /// It is kept under `extra`.
    Keep,
}

/// How a site reads front matter: the part of the settings that decides what a record's text means.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Names of the site's own for known keys; they win over the built-in names.
    pub names: BTreeMap<String, Key>,
    /// Values for keys that a record leaves out.
    pub defaults: BTreeMap<Key, Value>,
    /// What becomes of a key that is not known.
    pub unknown_keys: UnknownKeys,
}

impl Reading {
    /// The key a name in the front matter stands for.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<Key> {
        let own = self.names.iter().find(|(own, _)| is_same(own, name));
        own.map(|(_, key)| *key).or_else(|| Key::named(name))
    }

    /// The name nearest to a misspelt one among those of the keys that are known in its file, if any is near.
    #[must_use]
    pub fn nearest(&self, name: &str, known: &[Key]) -> Option<&str> {
        let built_in = ROWS
            .iter()
            .filter(|row| known.contains(&row.0))
            .flat_map(|row| row.1.iter().copied());
        let foreign = self
            .names
            .iter()
            .filter(|(_, key)| known.contains(key))
            .map(|(name, _)| name.as_str());
        nearest(name, foreign.chain(built_in))
    }
}

/// Whether two names of a key are one: Unicode has several forms of a letter, and capitals do not count.
pub(super) fn is_same(left: &str, right: &str) -> bool {
    if left.is_ascii() && right.is_ascii() {
        return left.eq_ignore_ascii_case(right);
    }
    composed(left).to_lowercase() == composed(right).to_lowercase()
}

/// The letters of a name without marks, blanks and capitals.
pub(super) fn letters(name: &str) -> String {
    slug(name).replace('-', "")
}

pub(super) fn is_near(letters: &str, guard: &str) -> bool {
    let allowed = if guard.len() < 8 { 1 } else { 2 };
    !letters.is_empty()
        && letters.len().abs_diff(guard.len()) <= allowed
        && osa::distance(letters.chars(), guard.chars()) <= allowed
}

/// More slips than this in one word are another word.
const MOST_SLIPS: usize = 4;

/// The candidate nearest to a misspelt word, if one is near enough to be meant.
pub fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let lower = word.to_lowercase();
    let length = lower.chars().count();
    let slips = osa::BatchComparator::new(lower.chars());
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let own_length = candidate.chars().count();
        let bound = (1 + own_length / 4).min(MOST_SLIPS);
        let limit = best.map_or(bound, |(distance, _)| bound.min(distance - 1));
        if own_length.abs_diff(length) > limit {
            continue;
        }
        let letters = candidate.chars().flat_map(char::to_lowercase);
        let arguments = osa::Args::default().score_cutoff(limit);
        match slips.distance_with_args(letters, &arguments) {
            Some(0) => return Some(candidate),
            Some(distance) => best = Some((distance, candidate)),
            None => {}
        }
    }
    best.map(|(_, candidate)| candidate)
}
