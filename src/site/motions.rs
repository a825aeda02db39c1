//! Motions that wait for longer than the law allows.

use std::collections::BTreeSet;

use super::Site;
use crate::record::{Record, Stage, slug};
use crate::source::SourcePath;

/// The types of records that ask for a decision which somebody must take in time.
const ASKING: [&str; 2] = ["motion", "citizens-proposal"];

impl Site {
    /// The motions and citizens' proposals in whose matter nothing is decided although the country's time for it is over
    /// (Sweden: kommunallagen 2017:725, 5:35: a year).
    #[must_use]
    pub fn overdue_motions(&self) -> BTreeSet<&SourcePath> {
        let Some(country) = self.settings.country else {
            return BTreeSet::new();
        };
        let is_asking = |record: &&Record| {
            record
                .type_code()
                .is_some_and(|code| ASKING.contains(&code))
                && !is_decided(record)
                && country.motion_is_overdue(record.date(), self.today)
        };
        let records = self.records.iter().map(|record| &**record);
        let mut asking = records.filter(is_asking).peekable();
        if asking.peek().is_none() {
            return BTreeSet::new();
        }
        let decided = self.records.iter().filter(|record| is_decided(record));
        let settled: BTreeSet<String> = decided
            .flat_map(|record| record.case_numbers().map(slug))
            .collect();
        asking
            .filter(|record| {
                !record
                    .case_numbers()
                    .any(|number| settled.contains(&slug(number)))
            })
            .map(|record| &record.source)
            .collect()
    }
}

/// Whether something was decided with which the matter ends: not that it is put off or sent back.
fn is_decided(record: &Record) -> bool {
    matches!(
        record.stage(),
        Stage::Decided | Stage::Closed | Stage::Withdrawn
    )
}
