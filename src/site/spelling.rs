//! Names that many records share, each in one spelling: those that differ in capitals alone are one name, shown as most
//! records spell it, and among spellings that are equally common as the oldest record does.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Site, Term};
use crate::record::{Key, Record, name_key};
use crate::source::Inputs;

/// A name that a record spells otherwise than most.
#[derive(Debug, Clone)]
pub struct Misspelt {
    /// The record as its file has it.
    pub record: Arc<Record>,
    /// The key that holds the name.
    pub key: Key,
    /// The name's number among those of the key.
    pub item: usize,
    /// The name as it is spelt there.
    pub written: String,
    /// The name as it is shown.
    pub shown: String,
}

/// Spellings that are not shown, each with the one that is.
#[derive(Default)]
struct Spellings(BTreeMap<String, String>);

impl Spellings {
    fn of(terms: &[Arc<Term>]) -> Self {
        let mut names: BTreeMap<String, Vec<&Arc<Term>>> = BTreeMap::new();
        for term in terms {
            names.entry(name_key(&term.title)).or_default().push(term);
        }
        let mut spellings = BTreeMap::new();
        for mut alike in names.into_values().filter(|alike| alike.len() > 1) {
            alike.sort_by_key(|term| (std::cmp::Reverse(term.records.len()), term.records.first()));
            let mut alike = alike.into_iter().map(|term| &term.title);
            let shown = alike.next().cloned().unwrap_or_default();
            spellings.extend(alike.map(|title| (title.clone(), shown.clone())));
        }
        Self(spellings)
    }

    /// Whether a name is spelt otherwise than it is shown.
    fn has(&self, name: &String) -> bool {
        self.0.contains_key(name)
    }

    /// Spells names as they are shown; of each that was not, its number, how it was written, and how it is shown.
    fn respell<'n>(
        &self,
        names: impl Iterator<Item = &'n mut String>,
    ) -> Vec<(usize, String, String)> {
        let mut found = Vec::new();
        for (item, name) in names.enumerate() {
            if let Some(shown) = self.0.get(name) {
                let written = std::mem::replace(name, shown.clone());
                found.push((item, written, shown.clone()));
            }
        }
        found
    }
}

impl Site {
    /// Gives each name that records share its one spelling; `true` if a record had another.
    pub(super) fn respell(&mut self) -> bool {
        let bodies = Spellings::of(&self.bodies);
        let proposers = Spellings::of(&self.proposers);
        let topics = Spellings::of(&self.topics);
        if [&bodies, &proposers, &topics]
            .iter()
            .all(|spellings| spellings.0.is_empty())
        {
            return false;
        }
        let mut records: Vec<Arc<Record>> = self.records.to_vec();
        for place in &mut records {
            let is_respelt = place.body.iter().any(|name| bodies.has(name))
                || place.topics.iter().any(|name| topics.has(name))
                || place
                    .proposers
                    .iter()
                    .any(|person| proposers.has(&person.name));
            if !is_respelt {
                continue;
            }
            let mut record = Record::clone(place);
            let people = record
                .proposers
                .iter_mut()
                .map(|proposer| &mut proposer.name);
            let found = [
                (Key::Proposer, proposers.respell(people)),
                (Key::Body, bodies.respell(record.body.iter_mut())),
                (Key::Topics, topics.respell(record.topics.iter_mut())),
            ];
            let mut facts = Inputs::of("spelling").digest(record.facts);
            for (key, names) in found {
                for (item, written, shown) in names {
                    facts = facts.text(&shown);
                    self.misspelt.push(Misspelt {
                        record: place.clone(),
                        key,
                        item,
                        written,
                        shown,
                    });
                }
            }
            record.facts = facts.finish();
            *place = Arc::new(record);
        }
        self.records = records.into();
        true
    }
}
