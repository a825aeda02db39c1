//! The notice board, its feed, its calendar and its log.

use std::cmp::Reverse;
use std::sync::Arc;

use super::Planner;
use super::meetings::{add, coming, for_calendars};
use crate::pages::{Address, Content, Notices};
use crate::record::{Key, Record};
use crate::site::{Site, is_posted, is_recent, is_running, last_day_of_notice, taken_down_on};
use crate::source::Inputs;

impl Planner<'_> {
    /// Nothing is planned for a register that announces nothing.
    pub(super) fn add_notices(&mut self) {
        if !self.site.has_notice_board() {
            return;
        }
        let notices = Arc::new(notices(self.site));
        let of_records = |kind: &str, records: &[Arc<Record>]| {
            let digests = records.iter().map(|record| record.facts_digest);
            digests.fold(Inputs::of(kind), Inputs::digest)
        };
        let board = of_records("notice board", &notices.running);
        let board = notices.coming.iter().fold(board, add);
        let feed = of_records("notice feed", &notices.running);
        let calendar = of_records("notice calendar", &notices.recent);
        let calendar = notices.meetings.iter().fold(calendar, add);
        let posted = notices.posted.iter();
        let log = posted.fold(Inputs::of("notice log"), |inputs, (record, is_running)| {
            let inputs = inputs.digest(record.facts_digest);
            inputs.number(usize::from(*is_running))
        });
        let address = self.frame.addresses.notice_board();
        let (of_feed, of_calendar) = (address.join("atom.xml"), address.join("calendar.ics"));
        self.add(address, board, Content::NoticeBoard(notices.clone()));
        self.add(of_feed, feed, Content::NoticeFeed(notices.clone()));
        self.add(
            of_calendar,
            calendar,
            Content::NoticeCalendar(notices.clone()),
        );
        let of_log = Address::new("notices.json");
        self.add(of_log, log, Content::NoticeLog(notices));
    }
}

/// The notices of a register on the day that it is made for.
fn notices(site: &Site) -> Notices {
    let (settings, today) = (&site.settings, site.today);
    let all = site.records.iter();
    let mut posted: Vec<(Arc<Record>, bool)> = all
        .filter(|record| is_posted(record, today) || taken_down_on(record).is_some())
        .map(|record| (record.clone(), is_running(record, settings, today)))
        .collect();
    posted.sort_by_cached_key(|(record, _)| order(record));
    let running = posted.iter().filter(|(_, is_running)| *is_running);
    let mut running: Vec<Arc<Record>> = running.map(|(record, _)| record.clone()).collect();
    running.sort_by_cached_key(|record| Reverse(order(record)));
    let was_not_long_ago = |record: &&Arc<Record>| {
        let last_day = last_day_of_notice(record, settings);
        last_day.is_some_and(|last| is_recent(last, today))
    };
    let recent = posted.iter().map(|(record, _)| record);
    Notices {
        recent: recent.filter(was_not_long_ago).cloned().collect(),
        running,
        posted,
        coming: coming(site, None, today),
        meetings: for_calendars(site),
    }
}

/// By the day of the announcement, then as records are ordered.
fn order(record: &Record) -> (Option<crate::record::Date>, String) {
    (record.day(Key::ANNOUNCED_ON), record.id().to_owned())
}
