//! How records stand to each other, told on both of their pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Materials, Planner};
use crate::diagnostics::{Code, Diagnostic};
use crate::pages::Relative;
use crate::record::facts::Relation;
use crate::record::{Key, Record, nearest};
use crate::site::Site;

/// The relatives of each record that has some, by its place in the register.
pub(super) type Relatives = BTreeMap<usize, Vec<Relative>>;

/// Relations that hold only of a record in which something was decided.
const OF_DECISIONS: [&str; 3] = ["amends", "repeals", "carries-out"];

/// What the relations of a register come to, and what is wrong with them.
pub(super) fn relatives(site: &Site, materials: &Materials<'_>) -> (Relatives, Vec<Diagnostic>) {
    let (mut relatives, mut faults) = (Relatives::new(), Vec::new());
    if !site.tells(Key::RELATIONS) {
        return (relatives, faults);
    }
    let records = site.records.iter().enumerate();
    let by_id: BTreeMap<&str, usize> = records
        .map(|(place, record)| (record.id(), place))
        .collect();
    for (place, record) in site.records.iter().enumerate() {
        for relation in record.relations() {
            let Some(kind) = relation.kind else { continue };
            let other = by_id.get(relation.to).copied();
            let fault = match other {
                None => Some(unknown(&relation, site, materials)),
                Some(other) => doubt(record, kind, &site.records[other]),
            };
            if let Some(fault) = fault {
                let at = (materials.locate)(record, Key::RELATIONS, &[relation.item]);
                let fault = fault.with("to", relation.to).with("kind", kind);
                faults.extend(at.into_iter().map(|at| fault.clone().at(at)));
            }
            if let Some(other) = other {
                let mut tell = |of: usize, other: usize, is_inverse| {
                    let relative = Relative {
                        kind,
                        is_inverse,
                        record: site.records[other].clone(),
                    };
                    relatives.entry(of).or_default().push(relative);
                };
                tell(place, other, false);
                tell(other, place, true);
            }
        }
    }
    (relatives, faults)
}

fn unclear(reason: &str) -> Diagnostic {
    Diagnostic::new(Code::RelationUnclear).with("reason", reason)
}

/// The fault of an id that no published record has.
fn unknown(relation: &Relation<'_>, site: &Site, materials: &Materials<'_>) -> Diagnostic {
    let mut hidden = materials.unpublished.records.iter();
    if hidden.any(|record| record.id() == relation.to) {
        return unclear("unpublished");
    }
    let ids = site.records.iter().map(|record| record.id());
    unclear("unknown").with("nearest", nearest(relation.to, ids).unwrap_or("none"))
}

/// What speaks against a relation of a record to another.
fn doubt(record: &Record, kind: &str, other: &Record) -> Option<Diagnostic> {
    let is_early = OF_DECISIONS.contains(&kind) && !other.stage().may_hold_decision();
    let answers_alike = || {
        let mut relations = other.relations();
        relations.any(|back| back.to == record.id() && back.kind == Some(kind))
    };
    if is_early {
        Some(unclear("early"))
    } else if kind == "precedes" && answers_alike() {
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
