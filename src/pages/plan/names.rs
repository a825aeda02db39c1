//! Names on records that no file describes, where the site describes others of their kind: most are slips.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Materials;
use crate::diagnostics::{Code, Diagnostic};
use crate::record::{Record, nearest};
use crate::site::{Gathering, PersonPages, Profiles, Site, described_keys};
use crate::source::Location;

/// A name that nothing describes: its first record, its number there, and how many records have it.
type Unknown<'s> = (&'s Arc<Record>, Option<usize>, usize);

/// What is wrong with the names of a register; of a name that many records have, at the first of them. Names of private persons are
/// not told of.
pub(super) fn faults(site: &Site, materials: &Materials<'_>) -> Vec<Diagnostic> {
    let mut faults: Vec<Diagnostic> = site
        .profiles
        .twins
        .iter()
        .map(|(text, first, name)| {
            Diagnostic::new(Code::NameUnknown)
                .with("reason", "twice")
                .with("name", name)
                .at(Location::start_of(&text.source))
                .related(Location::start_of(&first.source))
        })
        .collect();
    let drafts = Profiles::new(materials.unpublished.texts.iter(), PersonPages::All);
    for (gathering, key) in described_keys() {
        if !site.profiles.knows(gathering) {
            continue;
        }
        let mut unknown: BTreeMap<&str, Unknown<'_>> = BTreeMap::new();
        for record in site.records.iter() {
            for (item, name) in record.numbered_names(key) {
                let is_described = site.profiles.get(gathering, name).is_some()
                    || drafts.get(gathering, name).is_some();
                if !is_described && site.profiles.has_page(gathering, name, record) {
                    unknown.entry(name).or_insert((record, item, 0)).2 += 1;
                }
            }
        }
        let titles = site.profiles.of(gathering).map(|text| &*text.title);
        let titles: Vec<&str> = titles.collect();
        for (name, (record, item, count)) in unknown {
            let meant = nearest(name, titles.iter().copied());
            // No list holds all people, so only what may be a slip is told of.
            if gathering == Gathering::PROPOSER && meant.is_none() {
                continue;
            }
            let fault = Diagnostic::new(Code::NameUnknown)
                .with("reason", "unknown")
                .with("kind", gathering.name())
                .with("name", name)
                .with("nearest", meant.unwrap_or("none"))
                .with("count", (count - 1).to_string());
            let places = (materials.locate)(record, key, &[item]);
            faults.extend(places.into_iter().map(|at| fault.clone().at(at)));
        }
    }
    faults
}
