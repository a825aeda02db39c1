//! The keys of a record's front matter, and how a site maps keys of its own.

use std::collections::{BTreeMap, BTreeSet};

use rapidfuzz::distance::osa;

use serde::{Deserialize, Serialize};

use super::days::DayForms;
use super::derived::Derived;
use super::facts::{DESCRIBED, FACTS, Fact, Form, Need};
use super::fields::TableKey;
use super::files::RecordFiles;
use super::front_matter::Value;
use super::own_keys::OwnKeys;
use super::prose::ProseRules;
use super::slug::slug;
use crate::source::composed;

/// A key of front matter: the number of its row among the facts of records, and behind those among the facts that other files tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "usize", into = "usize")]
pub struct Key(usize);

/// The keys that the program itself asks for.
#[expect(
    missing_docs,
    reason = "each key has its row among the facts, which says what it means"
)]
impl Key {
    pub const TITLE: Self = Self::of_fact("title");
    pub const DATE: Self = Self::of_fact("date");
    pub const PROPOSER: Self = Self::of_fact("proposer");
    pub const RECOMMENDATION: Self = Self::of_fact("recommendation");
    pub const ID: Self = Self::of_fact("id");
    pub const CASE_NUMBER: Self = Self::of_fact("case_number");
    pub const BODY: Self = Self::of_fact("body");
    pub const TYPE: Self = Self::of_fact("type");
    pub const STAGE: Self = Self::of_fact("stage");
    pub const DECISION: Self = Self::of_fact("decision");
    pub const DECIDED_ON: Self = Self::of_fact("decided_on");
    pub const OUTCOME: Self = Self::of_fact("outcome");
    pub const TOPICS: Self = Self::of_fact("topics");
    pub const SUMMARY: Self = Self::of_fact("summary");
    pub const LANGUAGE: Self = Self::of_fact("language");
    pub const DRAFT: Self = Self::of_fact("draft");
    pub const PUBLISH_FROM: Self = Self::of_fact("publish_from");
    pub const PUBLISH_UNTIL: Self = Self::of_fact("publish_until");
    pub const ATTACHMENTS: Self = Self::of_fact("attachments");
    pub const FORMER_ADDRESSES: Self = Self::of_fact("former_addresses");
    pub const APPROVED_ON: Self = Self::of_fact("approved_on");
    pub const ANNOUNCED_ON: Self = Self::of_fact("announced_on");
    pub const MINUTES_LOCATION: Self = Self::of_fact("minutes_location");
    pub const APPEAL: Self = Self::of_fact("appeal");
    pub const MEETING: Self = Self::of_fact("meeting");
    pub const IMMEDIATELY_APPROVED: Self = Self::of_fact("immediately_approved");
    pub const STATEMENTS: Self = Self::of_fact("statements");
    pub const VOTES: Self = Self::of_fact("votes");
    pub const COSTS: Self = Self::of_fact("costs");
    pub const ASSIGNMENTS: Self = Self::of_fact("assignments");
    pub const RELATIONS: Self = Self::of_fact("relations");
    pub const SOURCE: Self = Self::of_fact("source");
    pub const CHANGES: Self = Self::of_fact("changes");
    pub const CONTACT: Self = Self::of_fact("contact");
    pub const EXTRA: Self = Self::of_fact("extra");
    pub const NAME: Self = Self::described("name");
    pub const FORMER_NAMES: Self = Self::described("former_names");
    pub const ROLE: Self = Self::described("role");
    pub const PARTY: Self = Self::described("party");
    pub const PORTFOLIO: Self = Self::described("portfolio");
    pub const REMIT: Self = Self::described("remit");
    pub const SINCE: Self = Self::described("since");
    pub const UNTIL: Self = Self::described("until");
    pub const SUCCESSOR: Self = Self::described("successor");
    pub const PLACE: Self = Self::described("place");
    pub const BEGINS: Self = Self::described("begins");
    pub const ENDS: Self = Self::described("ends");
    pub const BEGAN: Self = Self::described("began");
    pub const ENDED: Self = Self::described("ended");
    pub const OPEN_TO_PUBLIC: Self = Self::described("open_to_public");
    pub const STATE: Self = Self::described("state");
    pub const AGENDA: Self = Self::described("agenda");
    pub const ATTENDANCE: Self = Self::described("attendance");

    /// The key of a fact of records; a name that no fact has does not compile.
    const fn of_fact(key: &str) -> Self {
        Self(number_of(&FACTS, key))
    }

    /// The key of a fact that no record holds.
    const fn described(key: &str) -> Self {
        Self(FACTS.len() + number_of(&DESCRIBED, key))
    }
}

/// The number of a fact's row.
const fn number_of(facts: &[Fact], key: &str) -> usize {
    let mut number = 0;
    while !is_equal(facts[number].key, key) {
        number += 1;
    }
    number
}

/// Whether two texts are the same, told while the program is compiled.
pub(crate) const fn is_equal(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    let mut place = 0;
    while place < left.len() && place < right.len() && left[place] == right[place] {
        place += 1;
    }
    place == left.len() && place == right.len()
}

impl TryFrom<usize> for Key {
    type Error = &'static str;

    fn try_from(number: usize) -> Result<Self, Self::Error> {
        let is_known = number < FACTS.len() + DESCRIBED.len();
        is_known
            .then_some(Self(number))
            .ok_or("no fact has this number")
    }
}

impl From<Key> for usize {
    fn from(key: Key) -> Self {
        key.0
    }
}

impl Key {
    /// Every key of records, in the order a record is best written.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..FACTS.len()).map(Self)
    }

    /// The row of the key's fact.
    #[must_use]
    pub fn fact(self) -> &'static Fact {
        FACTS
            .get(self.0)
            .unwrap_or_else(|| &DESCRIBED[self.0 - FACTS.len()])
    }

    /// The key's English name, which the documentation uses.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.fact().key
    }

    /// Every name the key may be written with, the English one first.
    pub fn spellings(self) -> impl Iterator<Item = &'static str> {
        let aliases = self.fact().aliases.iter().copied();
        std::iter::once(self.name()).chain(aliases)
    }

    /// The key of records of this name, in English or Swedish.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        <Self as TableKey>::named(name)
    }

    /// The key's first Swedish name; the English one where it has none.
    #[must_use]
    pub fn swedish_name(self) -> &'static str {
        <Self as TableKey>::swedish_name(self)
    }

    /// Whether it keeps a record from the public.
    #[must_use]
    pub fn guards_secrecy(self) -> bool {
        self.fact().need == Need::Guard
    }

    /// Whether every record must have it.
    #[must_use]
    pub fn is_required(self) -> bool {
        self.fact().need == Need::Always
    }
}

impl TableKey for Key {
    fn all() -> impl Iterator<Item = Self> {
        Self::all()
    }

    fn name(self) -> &'static str {
        self.name()
    }

    fn spellings(self) -> impl Iterator<Item = &'static str> {
        self.spellings()
    }

    fn form(self) -> Form {
        self.fact().form
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
    /// Where values stand under keys of the site's own; these win over the built-in names.
    pub own_keys: OwnKeys,
    /// Words of the site's own for values of a fixed set, each with the word that it stands for.
    pub values: BTreeMap<Key, Vec<(String, String)>>,
    /// How prose is read and shown.
    pub prose: ProseRules,
    /// The forms of days.
    pub days: DayForms,
    /// What is derived from files for keys that their front matter leaves out.
    pub derived: Derived,
    /// Values for keys that a record leaves out, and for which nothing is derived.
    pub defaults: BTreeMap<Key, Value>,
    /// What becomes of a key that is not known.
    pub unknown_keys: UnknownKeys,
    /// The keys that every record must hold beside those without which none is.
    pub required: Required,
    /// Which files are records.
    pub files: RecordFiles,
}

/// The keys that every record of a site must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Required(pub BTreeSet<Key>);

impl Default for Required {
    /// The keys that a record holds as a rule.
    fn default() -> Self {
        Self(Key::all().filter(|key| key.is_required()).collect())
    }
}

impl Required {
    /// Without these nothing is a record: it has a name.
    pub const ALWAYS: [Key; 1] = [Key::TITLE];
}

impl Reading {
    /// The key a name in the front matter of a record stands for.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<Key> {
        self.own_keys.key(name).or_else(|| Key::named(name))
    }

    /// The key that a name stands for in a file that may hold these.
    #[must_use]
    pub fn key_among(&self, name: &str, known: &[Key]) -> Option<Key> {
        let of_record = self.key(name).filter(|key| known.contains(key));
        let is_named = |key: &Key| {
            key.0 >= FACTS.len() && key.spellings().any(|spelling| is_same(spelling, name))
        };
        of_record.or_else(|| known.iter().copied().find(is_named))
    }

    /// The name nearest to a misspelt one among those of the keys that are known in its file, if any is near.
    #[must_use]
    pub fn nearest(&self, name: &str, known: &[Key]) -> Option<&str> {
        let built_in = known
            .iter()
            .flat_map(|key| key.spellings().map(|name| -> &str { name }));
        let own = self.own_keys.names();
        let own = own.filter(|(_, key)| known.contains(key));
        nearest(name, own.map(|(name, _)| name).chain(built_in))
    }

    /// A value with our words in the place of the site's own.
    pub(super) fn in_our_words(&self, key: Key, value: Value) -> Value {
        let Some(words) = self.values.get(&key) else {
            return value;
        };
        match value {
            Value::Text(text) | Value::Number { text, .. } => {
                let mut words = words.iter();
                let ours = words.find(|(own, _)| is_same(own, text.trim()));
                Value::Text(ours.map_or(text, |(_, ours)| ours.clone()))
            }
            Value::List(values) => {
                let values = values.into_iter();
                Value::List(values.map(|value| self.in_our_words(key, value)).collect())
            }
            Value::Empty | Value::Map(_) => value,
        }
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
