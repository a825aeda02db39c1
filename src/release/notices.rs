//! The guard of the notice board: a notice whose time runs stays as it is, or the release is held.
//!
//! The time for appeal runs out only if the notice was up all the while (kommunallagen 2017:725, 13:5), so a release that drops, moves or
//! alters one would be a fault of law. No setting lowers it.

use std::collections::BTreeMap;

use super::guards::{Guard, Outlook};
use crate::diagnostics::{Code, Diagnostic};
use crate::manifest::Notice;
use crate::pages::{Address, Addresses};
use crate::record::{Date, Key, Places, Record};
use crate::site::{NoticeBoard, Site, is_delegated, is_running, last_day_of_notice};
use crate::source::Inputs;

/// The notices that a site has up, by the addresses of their records.
pub(super) fn notices(site: &Site) -> BTreeMap<Address, Notice> {
    let settings = &site.settings;
    if settings.notice_board == NoticeBoard::Off {
        return BTreeMap::new();
    }
    let addresses = Addresses::of(&settings.language);
    let records = site.records.iter();
    let running = records.filter(|record| is_running(record, settings, site.today));
    running
        .map(|record| (addresses.record(record), notice(record, site)))
        .collect()
}

fn notice(record: &Record, site: &Site) -> Notice {
    let last_day = last_day_of_notice(record, &site.settings);
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let said = Inputs::of("notice")
        .text(record.title())
        .text(record.body().unwrap_or_default())
        .text(&day(record.met_on().or(record.decided_on())))
        .text(&day(record.day(Key::APPROVED_ON)))
        .text(&day(record.day(Key::ANNOUNCED_ON)))
        .text(&day(last_day))
        .text(record.minutes_location().unwrap_or_default())
        .text(if is_delegated(record) {
            "delegated"
        } else {
            "minutes"
        });
    Notice {
        title: record.title().to_owned(),
        last_day: last_day.map(|day| day.to_string()),
        digest: said.finish(),
        reasons: reasons(record),
    }
}

/// How many reasons a record states for what became of its notice. Each lets one change through: that of the release in which it is new.
fn reasons(record: &Record) -> usize {
    let may_explain = |kind| matches!(kind, Some("notice" | "withdrawal"));
    let changes = record.changes();
    changes
        .filter(|change| may_explain(change.kind) && change.note.is_some())
        .count()
}

/// Holds a release that would drop, move or alter a notice whose time still runs.
pub struct Notices;

impl Guard for Notices {
    fn plan(&self, outlook: &Outlook<'_>) -> Vec<Diagnostic> {
        let site = &outlook.build.site;
        let now = notices(site);
        let today = outlook.clock.now.day().to_string();
        let is_over = |notice: &Notice| notice.last_day.as_ref().is_some_and(|last| *last < today);
        let last = outlook.last.notices.iter();
        let running = last.filter(|(_, notice)| !is_over(notice));
        let differ = running.filter(|(address, notice)| {
            now.get(*address)
                .is_none_or(|now| now.digest != notice.digest)
        });
        differ
            .filter_map(|(address, notice)| fault(address, notice, outlook))
            .collect()
    }
}

/// The fault of a notice that is not what it was; none where the record states why.
fn fault(address: &Address, notice: &Notice, outlook: &Outlook<'_>) -> Option<Diagnostic> {
    let site = &outlook.build.site;
    let addresses = Addresses::of(&site.settings.language);
    let path = address.to_string();
    let leads_here = |record: &&Record| {
        let is_former = |former: &str| former.trim_matches('/') == path.trim_matches('/');
        addresses.record(record) == *address || record.former_addresses().any(is_former)
    };
    let mut records = site.records.iter().map(|record| &**record);
    let found = records.find(leads_here);
    if found.is_some_and(|record| reasons(record) > notice.reasons) {
        return None;
    }
    let reason = match found {
        None => "gone",
        Some(record) if addresses.record(record) != *address => "moved",
        Some(_) => "altered",
    };
    let fault = Diagnostic::new(Code::NoticeDropped)
        .with("reason", reason)
        .with("title", &notice.title)
        .with("address", path)
        .with("last_day", notice.last_day.as_deref().unwrap_or("…"));
    let Some(record) = found else {
        return Some(fault);
    };
    let bytes = outlook.sources.read(&record.source).unwrap_or_default();
    let places = Places::of(&record.source, &bytes, &site.settings.reading);
    Some(fault.at(places.of_value(Key::ANNOUNCED_ON, None)))
}
