//! The guard of the notice board: a notice whose time runs stays as it is, or the release is held.
//!
//! The time for appeal runs out only if the notice was up all the while (kommunallagen 2017:725, 13:5), so a release that drops, moves or
//! alters one would be a fault of law. No setting lowers it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::guards::{Guard, Outlook};
use crate::diagnostics::{Code, Diagnostic};
use crate::manifest::Notice;
use crate::pages::{Address, Addresses};
use crate::record::{Date, Key, Places, Record};
use crate::site::{
    NoticeBoard, SETTINGS_PATH, Site, is_delegated, is_posted, is_recent, last_day_of_notice,
    place_of_setting,
};
use crate::source::{Inputs, SourcePath};

/// The notices that a site has up or had up not long ago, by the addresses of their records. Those that are over are told too, since the
/// next release may be of an earlier day.
pub(super) fn notices(site: &Site) -> BTreeMap<Address, Notice> {
    let settings = &site.settings;
    if settings.notice_board == NoticeBoard::Off {
        return BTreeMap::new();
    }
    let addresses = Addresses::of(&settings.language);
    let was_up = |record: &&Arc<Record>| {
        let is_recent = |last_day| is_recent(last_day, site.today);
        is_posted(record, site.today)
            && record.withdrawal().is_none()
            && last_day_of_notice(record, settings).is_none_or(is_recent)
    };
    let records = site.records.iter().filter(was_up);
    records
        .map(|record| (addresses.record(record), notice(record, site)))
        .collect()
}

/// What is up of a record's notice. Its last day stands beside the digest, since it may have been unknown before.
fn notice(record: &Record, site: &Site) -> Notice {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let text = |day_told: Option<Date>| day(day_told).unwrap_or_default();
    let said = Inputs::of("notice")
        .text(record.title())
        .text(record.body().unwrap_or_default())
        .text(&text(record.met_on().or(record.decided_on())))
        .text(&text(record.day(Key::APPROVED_ON)))
        .text(&text(record.day(Key::ANNOUNCED_ON)))
        .text(record.minutes_location().unwrap_or_default())
        .text(
            record
                .appeal()
                .map_or("legality-review", |appeal| appeal.route),
        )
        .text(if is_delegated(record) {
            "delegated"
        } else {
            "minutes"
        });
    Notice {
        title: record.title().to_owned(),
        last_day: day(last_day_of_notice(record, &site.settings)),
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
        let today = outlook.clock.now.day().to_string();
        let is_over = |notice: &Notice| notice.last_day.as_ref().is_some_and(|last| *last < today);
        let now = notices(&outlook.build.site);
        let last = outlook.notices.iter();
        let running = last.filter(|(_, notice)| !is_over(notice));
        // Of those that stand as they were nothing is looked for in the register.
        let differ = running.filter(|(address, notice)| {
            now.get(*address)
                .is_none_or(|now| !now.says_the_same(notice))
        });
        let faults = differ
            .filter_map(|(address, notice)| Some((*address, fault(address, notice, outlook)?)));
        let by_address: BTreeMap<&Address, Diagnostic> = faults.collect();
        by_address.into_values().collect()
    }
}

/// The fault of a notice that would not be what it was; none where the record newly states why.
fn fault(address: &Address, notice: &Notice, outlook: &Outlook<'_>) -> Option<Diagnostic> {
    let site = &outlook.build.site;
    let found = Found::of(address, outlook);
    let (reason, record) = match &found {
        Found::Public(record) if reasons(record) > notice.reasons => return None,
        Found::Public(record) => (change(address, notice, record, site)?, Some(&**record)),
        Found::Withheld(record) => ("withheld", Some(&**record)),
        Found::Nowhere => ("gone", None),
    };
    let now = record.and_then(|record| last_day_of_notice(record, &site.settings));
    let fault = Diagnostic::new(Code::NoticeDropped)
        .with("reason", reason)
        .with("title", &notice.title)
        .with("address", address.to_string())
        .with("last_day", notice.last_day.as_deref().unwrap_or("none"))
        .with("now", now.map_or("none".to_owned(), |day| day.to_string()));
    let read = |path: &SourcePath| outlook.sources.read(path).unwrap_or_default();
    if reason == "off" {
        let settings = read(&SourcePath::new(SETTINGS_PATH));
        return Some(fault.at(place_of_setting(&settings, "notice_board")));
    }
    let Some(record) = record else {
        return Some(fault);
    };
    let bytes = read(&record.source);
    let places = Places::of(&record.source, &bytes, &site.settings.reading);
    Some(fault.at(places.of_value(Key::ANNOUNCED_ON, None)))
}

/// The record of a notice that was up at an address.
enum Found {
    Public(Arc<Record>),
    /// A draft, or one whose time is over or has not come.
    Withheld(Arc<Record>),
    Nowhere,
}

impl Found {
    fn of(address: &Address, outlook: &Outlook<'_>) -> Self {
        let site = &outlook.build.site;
        let addresses = Addresses::of(&site.settings.language);
        let path = address.to_string();
        let leads_here = |record: &Record| {
            let is_former = |former: &str| former.trim_matches('/') == path.trim_matches('/');
            addresses.record(record) == *address || record.former_addresses().any(is_former)
        };
        let mut public = site.records.iter();
        if let Some(record) = public.find(|record| leads_here(record)) {
            return Self::Public(record.clone());
        }
        let withheld = site.withheld.iter();
        let mut withheld = withheld.filter_map(|it| outlook.engine.record(&it.source));
        withheld
            .find(|record| leads_here(record))
            .map_or(Self::Nowhere, Self::Withheld)
    }
}

/// What would change of a notice, in the word of its message.
fn change(
    address: &Address,
    notice: &Notice,
    record: &Record,
    site: &Site,
) -> Option<&'static str> {
    let now = self::notice(record, site);
    let addresses = Addresses::of(&site.settings.language);
    if addresses.record(record) != *address {
        Some("moved")
    } else if now.digest != notice.digest
        || record.withdrawal().is_some()
        || !is_posted(record, site.today)
    {
        Some("altered")
    } else if site.settings.notice_board == NoticeBoard::Off {
        Some("off")
    } else {
        (!now.says_the_same(notice)).then_some("day")
    }
}
