//! What public records say of others that are not public: readers may know nothing of those, so it is left out until they are.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::record::Record;
use crate::record::facts::Concealed;
use crate::source::Inputs;

/// A public record, as its file has it, and the ids that were left out of what it says.
#[derive(Debug, Clone)]
pub struct Concealing {
    /// The record.
    pub record: Arc<Record>,
    /// What was left out.
    pub concealed: Vec<Concealed>,
}

/// Leaves the ids of hidden records out of those that are public. An id that a public record has too is no secret.
pub(super) fn conceal(public: &mut [Arc<Record>], hidden: &[Arc<Record>]) -> Vec<Concealing> {
    if hidden.is_empty() {
        return Vec::new();
    }
    let ids: BTreeSet<&str> = hidden.iter().map(|record| record.id()).collect();
    let names_of = |record: &Arc<Record>| record.names_in_relations();
    let mut names: BTreeSet<String> = hidden.iter().flat_map(names_of).collect();
    let alike = public.iter().filter(|record| ids.contains(record.id()));
    for name in alike.flat_map(names_of) {
        names.remove(&name);
    }
    let is_hidden = |id: &str| names.contains(id);
    let mut all = Vec::new();
    for record in public {
        if !record.facts.ids().any(is_hidden) {
            continue;
        }
        let as_written = record.clone();
        let mut shown = record.facts.clone();
        let concealed = shown.conceal(&is_hidden);
        let record = Arc::make_mut(record);
        record.facts = shown;
        let left_out = concealed.iter().map(|concealed| concealed.id.as_str());
        let digest = Inputs::of("concealed").digest(record.facts_digest);
        record.facts_digest = left_out.fold(digest, Inputs::text).finish();
        all.push(Concealing {
            record: as_written,
            concealed,
        });
    }
    all
}
