//! How records stand to each other, told on both of their pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Materials, Planner};
use crate::diagnostics::{Code, Diagnostic};
use crate::pages::Relative;
use crate::record::facts::Concealed;
use crate::record::{Key, Record, nearest};
use crate::site::{Concealing, Site};

/// The relatives of each record that has some, by its place in the register.
pub(super) type Relatives = BTreeMap<usize, Vec<Relative>>;

/// Relations that hold only of a record in which something was decided.
const OF_DECISIONS: [&str; 3] = ["amends", "repeals", "carries-out"];
/// Relations that cannot hold both ways.
const ORDERED: [&str; 6] = [
    "precedes",
    "follows",
    "amends",
    "repeals",
    "carries-out",
    "answers",
];

/// What the relations of a register come to, and what is wrong with them.
pub(super) fn relatives(site: &Site, materials: &Materials<'_>) -> (Relatives, Vec<Diagnostic>) {
    let (mut relatives, mut faults) = (Relatives::new(), Vec::new());
    let mut report = |fault: Diagnostic, record: &Record, key: Key, item: Option<usize>| {
        let at = (materials.locate)(record, key, &[item]);
        faults.extend(at.into_iter().map(|at| fault.clone().at(at)));
    };
    for Concealing { record, concealed } in &site.concealing {
        for Concealed { key, item, id } in concealed {
            report(unclear("unpublished").with("to", id), record, *key, *item);
        }
    }
    if !site.tells(Key::RELATIONS) && !site.tells(Key::ASSIGNMENTS) {
        return (relatives, faults);
    }
    let ids = Ids::of(site);
    for (place, record) in site.records.iter().enumerate() {
        for relation in record.relations() {
            let Some(kind) = relation.kind else { continue };
            let other = match ids.find(relation.to) {
                Ok(other) => other,
                Err(fault) => {
                    report(fault, record, Key::RELATIONS, relation.item);
                    continue;
                }
            };
            if let Some(fault) = doubt(record, kind, &site.records[other]) {
                let fault = fault.with("to", relation.to).with("kind", kind);
                report(fault, record, Key::RELATIONS, relation.item);
            }
            let mut tell = |of: usize, other: usize, is_inverse| {
                let relative = Relative {
                    kind,
                    is_inverse,
                    record: site.records[other].clone(),
                };
                relatives.entry(of).or_default().push(relative);
            };
            if place != other {
                tell(place, other, false);
                tell(other, place, true);
            }
        }
        for assignment in record.assignments() {
            let reported = assignment.reported_in.map(|id| ids.find(id));
            if let Some(Err(fault)) = reported {
                report(fault, record, Key::ASSIGNMENTS, assignment.item);
            }
        }
    }
    (relatives, faults)
}

fn unclear(reason: &str) -> Diagnostic {
    Diagnostic::new(Code::RelationUnclear).with("reason", reason)
}

/// The public records by what others call them.
struct Ids<'a> {
    records: &'a [Arc<Record>],
    by_id: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> Ids<'a> {
    fn of(site: &'a Site) -> Self {
        let mut by_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (place, record) in site.records.iter().enumerate() {
            by_id.entry(record.id()).or_default().push(place);
        }
        Self {
            records: &site.records,
            by_id,
        }
    }

    /// The record that a name stands for, or why none does.
    fn find(&self, name: &str) -> Result<usize, Diagnostic> {
        let id = name.rsplit('/').next().unwrap_or(name);
        let known = self.by_id.get(id).map(Vec::as_slice).unwrap_or_default();
        let is_meant = |place: &&usize| self.records[**place].is_named_in_relations(name);
        let meant: Vec<usize> = known.iter().filter(is_meant).copied().collect();
        match meant[..] {
            [only] => Ok(only),
            [] => {
                let nearest = nearest(id, self.by_id.keys().copied());
                let fault = unclear("unknown").with("to", name);
                Err(fault.with("nearest", nearest.unwrap_or("none")))
            }
            _ => {
                let whole = |place: &usize| self.records[*place].whole_name();
                let names: Vec<String> = meant.iter().map(whole).collect();
                Err(unclear("several")
                    .with("to", name)
                    .with("cure", names.join(", ")))
            }
        }
    }
}

/// What speaks against a relation of a record to another.
fn doubt(record: &Record, kind: &str, other: &Record) -> Option<Diagnostic> {
    let is_early = OF_DECISIONS.contains(&kind) && !other.stage().may_hold_decision();
    let answers_alike = || {
        let mut relations = other.relations();
        relations.any(|back| back.kind == Some(kind) && record.is_named_in_relations(back.to))
    };
    if record.source == other.source {
        Some(unclear("itself"))
    } else if is_early {
        Some(unclear("early"))
    } else if ORDERED.contains(&kind) && answers_alike() {
        Some(unclear("contrary"))
    } else {
        None
    }
}

impl Planner<'_> {
    /// The relatives of the record at a place.
    pub(super) fn relatives_of(&self, place: usize) -> Arc<[Relative]> {
        let found = self.relatives.get(&place);
        found.map_or_else(Arc::default, |relatives| relatives.as_slice().into())
    }
}
