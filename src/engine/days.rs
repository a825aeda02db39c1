//! What is wrong with the days of published records that only the clock and the country's calendar can tell.

use super::known::Locator;
use crate::calendar::Country;
use crate::diagnostics::Diagnostic;
use crate::record::facts::Withdrawal;
use crate::record::{Date, Key, Record, out_of_order};
use crate::site::{Clock, Settings, Site, last_day_to_appeal};
use crate::source::Sources;

/// A warning for each day that has not come yet, whose year is most likely a slip, and for each last day of an appeal that is
/// another than the computed one without a reason.
pub(super) fn faults(site: &Site, clock: Clock, sources: &dyn Sources) -> Vec<Diagnostic> {
    let today = clock.now.day();
    let locator = Locator::new(&site.settings, sources);
    let mut warnings = Vec::new();
    let warning = |record: &Record, key: Key, earlier: Date, later: Date, of: &str| {
        out_of_order(of, &earlier, &later).at(locator.locate_one(record, key))
    };
    for record in &*site.records {
        for key in [
            Key::DATE,
            Key::DECIDED_ON,
            Key::APPROVED_ON,
            Key::ANNOUNCED_ON,
        ] {
            if let Some(day) = record.day(key).filter(|day| *day > today) {
                warnings.push(warning(record, key, today, day, "future"));
            }
        }
        warnings.extend(in_lists(record, today, &locator));
        if let Some((last_day, day)) = final_early(record, &site.settings) {
            warnings.push(warning(record, Key::APPEAL, day, last_day, "final-early"));
        }
        if let Some((computed, stated)) = unexplained(record, site.settings.country) {
            warnings.push(warning(record, Key::APPEAL, computed, stated, "appeal"));
        }
    }
    warnings
}

/// A warning for each day to come among the changes of a record and in what was done of its assignments.
fn in_lists(record: &Record, today: Date, locator: &Locator<'_>) -> Vec<Diagnostic> {
    let changes = record.changes().map(|change| {
        let is_withdrawal = change.kind == Some(Withdrawal::CODE);
        let of = if is_withdrawal {
            "withdrawal"
        } else {
            "in-list"
        };
        (Key::CHANGES, change.item, change.date, of)
    });
    let assignments = record.assignments();
    let assignments = assignments.map(|it| (Key::ASSIGNMENTS, it.item, it.done_on, "in-list"));
    let mut warnings = Vec::new();
    for (key, item, day, of) in changes.chain(assignments) {
        let Some(day) = day.filter(|day| *day > today) else {
            continue;
        };
        let fault = out_of_order(of, &today, &day);
        let at = locator.locate(record, key, &[item]);
        warnings.extend(at.into_iter().map(|at| fault.clone().at(at)));
    }
    warnings
}

/// The last day to appeal, and an earlier day or the same on which the decision is said to have become final.
fn final_early(record: &Record, settings: &Settings) -> Option<(Date, Date)> {
    let (state, day) = record.appeal()?.state?;
    let (day, last_day) = day.zip(last_day_to_appeal(record, settings))?;
    (state == "final" && day <= last_day).then_some((last_day, day))
}

/// The computed last day, and another that is stated without a reason.
fn unexplained(record: &Record, country: Option<&Country>) -> Option<(Date, Date)> {
    let appeal = record.appeal()?;
    let may_compute = appeal.route == "legality-review" && appeal.reason.is_none();
    let stated = appeal.last_day.filter(|_| may_compute)?;
    let computed = country?.last_day(record.day(Key::ANNOUNCED_ON)?)?;
    (computed != stated).then_some((computed, stated))
}
