//! Motions that wait for longer than the law allows.

use std::collections::{BTreeMap, BTreeSet};

use super::Site;
use crate::record::{Date, Record, Stage, slug};
use crate::source::SourcePath;

/// The types of records that ask for a decision which somebody must take in time.
const ASKING: [&str; 2] = ["motion", "citizens-proposal"];

impl Site {
    /// The motions and citizens' proposals in whose matter nothing is decided although the country's time for it is over
    /// (Sweden: kommunallagen 2017:725, 5:35: a year), with the last day of that time. A matter is decided by the record itself, by another
    /// with its case number, or by one that says it answers it.
    #[must_use]
    pub fn overdue_motions(&self) -> BTreeMap<&SourcePath, Date> {
        let Some(country) = self.settings.country else {
            return BTreeMap::new();
        };
        let overdue_since = |record: &Record| {
            let is_asking = ASKING.contains(&record.type_code()?) && !is_decided(record);
            let last_day = country.motion_last_day(record.date())?;
            (is_asking && last_day < self.today).then_some(last_day)
        };
        let records = self.records.iter().map(|record| &**record);
        let mut overdue: Vec<(&Record, Date)> = records
            .filter_map(|record| Some((record, overdue_since(record)?)))
            .collect();
        if !overdue.is_empty() {
            let settled = self.settled();
            overdue.retain(|(record, _)| !settled.holds(record));
        }
        let overdue = overdue.into_iter();
        overdue
            .map(|(record, last_day)| (&record.source, last_day))
            .collect()
    }

    fn settled(&self) -> Settled<'_> {
        let mut settled = Settled::default();
        for record in self.records.iter().filter(|record| is_decided(record)) {
            settled.case_numbers.extend(record.case_numbers().map(slug));
            let answers = record
                .relations()
                .filter(|told| told.kind == Some("answers"));
            settled.ids.extend(answers.map(|told| told.to));
        }
        settled
    }
}

/// The matters in which something was decided.
#[derive(Default)]
struct Settled<'a> {
    case_numbers: BTreeSet<String>,
    /// The ids of the records that others answer.
    ids: BTreeSet<&'a str>,
}

impl Settled<'_> {
    fn holds(&self, record: &Record) -> bool {
        let mut numbers = record.case_numbers().map(slug);
        record
            .names_in_relations()
            .iter()
            .any(|name| self.ids.contains(&**name))
            || numbers.any(|number| self.case_numbers.contains(&number))
    }
}

/// Whether something was decided with which the matter ends: not that it is put off or sent back.
fn is_decided(record: &Record) -> bool {
    matches!(
        record.stage(),
        Stage::Decided | Stage::Closed | Stage::Withdrawn
    )
}
