//! What is wrong with the days of published records that only the clock and the country's calendar can tell.

use super::known::Locator;
use crate::calendar::Country;
use crate::diagnostics::{Code, Diagnostic};
use crate::record::{Date, Key, Record};
use crate::site::{Clock, Site};
use crate::source::Sources;

/// A warning for each day that has not come yet, whose year is most likely a slip, and for each last day of an appeal that is
/// another than the computed one without a reason.
pub(super) fn faults(site: &Site, clock: Clock, sources: &dyn Sources) -> Vec<Diagnostic> {
    let today = clock.now.day();
    let locator = Locator::new(&site.settings, sources);
    let mut warnings = Vec::new();
    let warning = |record: &Record, key: Key, earlier: Date, later: Date, of: &str| {
        Diagnostic::new(Code::DatesOutOfOrder)
            .with("earlier", earlier.to_string())
            .with("later", later.to_string())
            .with("of", of)
            .at(locator.locate_one(record, key))
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
        if let Some((computed, stated)) = unexplained(record, site.settings.country) {
            warnings.push(warning(record, Key::APPEAL, computed, stated, "appeal"));
        }
    }
    warnings
}

/// The computed last day, and another that is stated without a reason.
fn unexplained(record: &Record, country: Option<&Country>) -> Option<(Date, Date)> {
    let appeal = record.appeal()?;
    let stated = appeal.last_day.filter(|_| appeal.reason.is_none())?;
    let computed = country?.last_day(record.day(Key::ANNOUNCED_ON)?)?;
    (computed != stated).then_some((computed, stated))
}
