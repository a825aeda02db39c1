//! Names that many records share, each in one spelling: those that differ in capitals alone are one name, shown as most
//! records spell it, and among spellings that are equally common as the oldest record does.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{By, Gathering, Site, Term};
use crate::record::{Key, Record, name_key};
use crate::source::Inputs;

/// A name that a record spells otherwise than most.
#[derive(Debug, Clone)]
pub struct Misspelt {
    /// The record as its file has it.
    pub record: Arc<Record>,
    /// The key that holds the name.
    pub key: Key,
    /// The name's number in the list of the key, if it stands in one.
    pub item: Option<usize>,
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

    /// How a name is shown, if it is spelt otherwise.
    fn shown(&self, name: &str) -> Option<&String> {
        self.0.get(name)
    }
}

impl Site {
    /// Gives each name that records share its one spelling; `true` if a record had another.
    pub(super) fn respell(&mut self) -> bool {
        let shared = Gathering::all().filter_map(|gathering| match gathering.kind().by {
            By::Name(key) => Some((key, Spellings::of(self.terms(gathering)))),
            By::All | By::Case(_) | By::Year => None,
        });
        let spellings: Vec<(Key, Spellings)> = shared.collect();
        if spellings
            .iter()
            .all(|(_, spellings)| spellings.0.is_empty())
        {
            return false;
        }
        let mut records: Vec<Arc<Record>> = self.records.to_vec();
        for place in &mut records {
            let has_other = |(key, spellings): &(Key, Spellings)| {
                place
                    .names(*key)
                    .any(|name| spellings.shown(name).is_some())
            };
            if !spellings.iter().any(has_other) {
                continue;
            }
            let mut record = Record::clone(place);
            let mut digest = Inputs::of("spelling").digest(record.facts_digest);
            for (key, spellings) in &spellings {
                for (item, name) in record.facts.names_mut(*key) {
                    let Some(shown) = spellings.shown(name) else {
                        continue;
                    };
                    digest = digest.text(shown);
                    self.misspelt.push(Misspelt {
                        record: place.clone(),
                        key: *key,
                        item,
                        written: name.to_string(),
                        shown: shown.clone(),
                    });
                    *name = shown.as_str().into();
                }
            }
            record.facts_digest = digest.finish();
            *place = Arc::new(record);
        }
        self.records = records.into();
        true
    }
}
