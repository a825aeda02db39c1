//! Names on records that no file describes, where the site describes others of their kind: most are slips.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Materials;
use crate::diagnostics::{Code, Diagnostic};
use crate::record::{Record, name_key, nearest};
use crate::site::{Gathering, Site, described_keys};
use crate::source::Location;

/// A name that nothing describes: its first record, its number there, and how many records have it.
type Unknown<'s> = (&'s Arc<Record>, Option<usize>, usize);

/// What is wrong with the names of a register; of a name that many records have, at the first of them.
pub(super) fn faults(site: &Site, materials: &Materials<'_>) -> Vec<Diagnostic> {
    let mut faults: Vec<Diagnostic> = site
        .profiles
        .twins
        .iter()
        .map(|(text, first)| {
            Diagnostic::new(Code::NameUnknown)
                .with("reason", "twice")
                .with("name", &text.title)
                .at(Location::start_of(&text.source))
                .related(Location::start_of(&first.source))
        })
        .collect();
    for (gathering, key) in described_keys() {
        if !site.profiles.knows(gathering) {
            continue;
        }
        let mut unknown: BTreeMap<&str, Unknown<'_>> = BTreeMap::new();
        for record in site.records.iter() {
            for (item, name) in record.numbered_names(key) {
                if site.profiles.get(gathering, name).is_none()
                    && is_told(site, record, gathering, name)
                {
                    unknown.entry(name).or_insert((record, item, 0)).2 += 1;
                }
            }
        }
        let titles: Vec<&str> = site
            .profiles
            .of(gathering)
            .map(|text| &*text.title)
            .collect();
        for (name, (record, item, count)) in unknown {
            let meant = nearest(name, titles.iter().copied());
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

/// Whether a name that nothing describes is told of. Those of private persons are not; and of people, whom no list holds whole,
/// only what may be a slip is.
fn is_told(site: &Site, record: &Record, gathering: Gathering, name: &str) -> bool {
    if gathering != Gathering::PROPOSER {
        return true;
    }
    let mut others = site.profiles.of(gathering);
    site.profiles.has_page(gathering, name, record)
        && others.any(|text| {
            name_key(&text.title) != name_key(name)
                && nearest(name, [&*text.title].into_iter()).is_some()
        })
}
