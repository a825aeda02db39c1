//! The settings that are proposed, as they become known, and as they are written.

use std::collections::{BTreeMap, BTreeSet};

use super::collection::{Collection, ORIGINS, escaped};
use super::guesses::{self, Names, StageWord};
use crate::diagnostics::{Code, Diagnostic};
use crate::record::{DayForms, Key};
use crate::site::SETTINGS_PATH;

/// Settings for a collection.
pub(super) struct Proposal {
    pub(super) title: String,
    pub(super) language: &'static str,
    /// How many files may be records, and how many of them become some.
    pub(super) counts: (usize, usize),
    pub(super) excluded: BTreeMap<String, usize>,
    /// How many lie where others than records do.
    pub(super) misplaced: usize,
    /// The files that cannot be read as they stand, by their patterns, with what is wrong.
    pub(super) left_out: BTreeMap<String, Diagnostic>,
    /// What is no file that can be read: links, pipes, names that are no text.
    pub(super) passed_over: Vec<Diagnostic>,
    pub(super) keys: OwnNames,
    pub(super) stages: BTreeMap<String, (StageWord, usize)>,
    pub(super) derived: Vec<(Key, &'static str, usize)>,
    pub(super) date_forms: Vec<String>,
    /// How many files have no day.
    pub(super) undated: usize,
    pub(super) keeps_unknown: bool,
    pub(super) has_ids_of_paths: bool,
    pub(super) anchors: Anchors,
    pub(super) raw_html: usize,
    pub(super) linked: usize,
    pub(super) lowered: BTreeMap<Code, usize>,
}

/// Which rule for anchors finds more of them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchors {
    /// Ours; the other was not tried.
    Ours,
    /// GitHub's is tried, after ours missed so many.
    Trying(usize),
    /// GitHub's, which missed so many fewer.
    Github(usize),
    /// Ours, after both were tried.
    Settled,
}

impl Proposal {
    /// What the files themselves tell.
    pub(super) fn of(title: &str, collection: &Collection, passed_over: &[Diagnostic]) -> Self {
        let date_forms = guesses::patterns(collection);
        let days = DayForms {
            patterns: date_forms.clone(),
            ..DayForms::default()
        };
        let (keys, mut told) = own_keys(collection, &days);
        let derived = derived(collection, &mut told);
        let dated = told.get(&Key::DATE).map_or(0, BTreeSet::len);
        Self {
            title: title.to_owned(),
            language: guesses::language(collection),
            counts: (0, 0),
            excluded: collection.excluded.clone(),
            misplaced: collection.misplaced,
            left_out: BTreeMap::new(),
            passed_over: passed_over.to_vec(),
            keeps_unknown: has_unknown(collection, &keys),
            stages: stages(collection, &keys),
            keys,
            derived,
            date_forms,
            undated: collection.files.len() - dated,
            has_ids_of_paths: false,
            anchors: Anchors::Ours,
            raw_html: 0,
            linked: 0,
            lowered: BTreeMap::new(),
        }
    }

    /// Learns from what is wrong with the collection as these settings read it; `false` if nothing is to be changed.
    pub(super) fn learn(
        &mut self,
        faults: &[Diagnostic],
        left_out: &mut BTreeMap<String, Diagnostic>,
    ) -> bool {
        let count = |code: Code| faults.iter().filter(|fault| fault.code == code).count();
        let mut changed = self.learn_anchors(count(Code::DeadAnchor));
        if self.raw_html == 0 && count(Code::RawHtml) > 0 {
            self.raw_html = count(Code::RawHtml);
            changed = true;
        }
        let unlisted = faults.iter().filter(|fault| {
            fault.code == Code::DeadLink
                && fault.arguments.contains(&("reason", "unlisted".to_owned()))
        });
        if self.linked == 0 && unlisted.clone().count() > 0 {
            self.linked = unlisted.count();
            changed = true;
        }
        if !self.has_ids_of_paths && count(Code::AddressTaken) > 0 {
            self.has_ids_of_paths = true;
            return true;
        }
        for fault in faults.iter().filter(|fault| fault.is_error()) {
            let Some(at) = fault
                .at
                .as_ref()
                .filter(|at| at.path.as_str() != SETTINGS_PATH)
            else {
                continue;
            };
            if fault.code.may_be_lowered() {
                *self.lowered.entry(fault.code).or_default() += 1;
            } else {
                let below = at.path.as_str().trim_start_matches("content/");
                self.left_out
                    .entry(escaped(below))
                    .or_insert_with(|| fault.clone());
                left_out
                    .entry(below.to_owned())
                    .or_insert_with(|| fault.clone());
            }
            changed = true;
        }
        changed
    }

    /// Tries GitHub's rule where ours misses anchors, and keeps it if it misses fewer.
    fn learn_anchors(&mut self, dead: usize) -> bool {
        let next = match self.anchors {
            Anchors::Ours if dead > 0 => Anchors::Trying(dead),
            Anchors::Trying(before) if dead < before => Anchors::Github(before - dead),
            Anchors::Trying(_) => Anchors::Settled,
            settled => settled,
        };
        if self.anchors == next {
            return false;
        }
        self.anchors = next;
        // What was counted by the other rule no longer holds.
        self.lowered.remove(&Code::DeadAnchor);
        true
    }

    /// How many files may be records, and how many of them are.
    pub(super) fn set_counts(&mut self, files: usize, records: usize) {
        self.counts = (files, records);
    }
}

/// Names of the collection's own for keys, each with how many files hold it.
pub(super) type OwnNames = Vec<(Key, Vec<(String, usize)>)>;

/// The keys that are looked for.
const ASKED: [Key; 8] = [
    Key::TITLE,
    Key::DATE,
    Key::CASE_NUMBER,
    Key::BODY,
    Key::PROPOSER,
    Key::TOPICS,
    Key::STAGE,
    Key::LANGUAGE,
];

/// The collection's own names, and of each key the files that hold it.
fn own_keys(
    collection: &Collection,
    days: &DayForms,
) -> (OwnNames, BTreeMap<Key, BTreeSet<usize>>) {
    let mut homonyms = guesses::homonyms(collection, days);
    let foreign: Vec<&str> = homonyms.iter().map(|(name, _)| name.as_str()).collect();
    let (mut keys, mut told) = (OwnNames::new(), BTreeMap::new());
    for key in ASKED {
        let Names { names, files } = guesses::names_for(key, collection, days, &foreign);
        let counted = names.into_iter().map(|(name, files)| (name, files.len()));
        let names: Vec<(String, usize)> = counted.collect();
        if !names.is_empty() {
            keys.push((key, names));
        }
        told.insert(key, files);
    }
    homonyms.retain(|(name, _)| !is_named(&keys, name));
    if !homonyms.is_empty() {
        keys.push((Key::EXTRA, homonyms));
    }
    (keys, told)
}

fn is_named(keys: &OwnNames, name: &str) -> bool {
    let mut names = keys.iter().flat_map(|(_, names)| names);
    names.any(|(own, _)| own == name)
}

/// From where titles and days come that no key tells, each with how many files that helps.
fn derived(
    collection: &Collection,
    told: &mut BTreeMap<Key, BTreeSet<usize>>,
) -> Vec<(Key, &'static str, usize)> {
    let mut derived = Vec::new();
    for (number, (key, _, word)) in ORIGINS.into_iter().enumerate() {
        let files = told.entry(key).or_default();
        let all = collection.derived(key, number);
        let added: Vec<usize> = all.difference(files).copied().collect();
        if !added.is_empty() {
            derived.push((key, word, added.len()));
            files.extend(added);
        }
    }
    derived
}

/// The collection's words for stages.
fn stages(collection: &Collection, keys: &OwnNames) -> BTreeMap<String, (StageWord, usize)> {
    let own = keys.iter().filter(|(key, _)| *key == Key::STAGE);
    let own = own.flat_map(|(_, names)| names.iter().map(|(name, _)| name.as_str()));
    let ours = Key::STAGE.spellings().map(|name| -> &str { name });
    let names: Vec<&str> = own.chain(ours).collect();
    guesses::stage_words(&names, collection)
}

/// Whether the collection has keys that nobody knows.
fn has_unknown(collection: &Collection, keys: &OwnNames) -> bool {
    let names = collection.names();
    let mut names = names.keys().filter(|name| !name.contains('.'));
    names.any(|name| Key::named(name).is_none() && !is_named(keys, name))
}
