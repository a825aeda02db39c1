//! The notice board, its feed, its calendar and its log.

use std::cmp::Reverse;
use std::sync::Arc;

use super::Planner;
use super::meetings::{add, coming};
use crate::pages::{Address, Content, Notices};
use crate::record::{Key, Record};
use crate::site::{Meeting, is_posted, is_running};
use crate::source::Inputs;

impl Planner<'_> {
    /// Nothing is planned for a register that announces nothing.
    pub(super) fn add_notices(&mut self) {
        let (settings, today) = (&self.site.settings, self.site.today);
        let all = self.site.records.iter();
        let mut posted: Vec<(Arc<Record>, bool)> = all
            .filter(|record| is_posted(record, today))
            .map(|record| (record.clone(), is_running(record, settings, today)))
            .collect();
        if !self.site.has_notice_board() {
            return;
        }
        let coming = coming(self.site, None, today);
        let meetings = self.site.meetings.iter();
        let meetings: Vec<Arc<Meeting>> =
            meetings.filter(|it| it.text.is_some()).cloned().collect();
        posted.sort_by_cached_key(|(record, _)| order(record));
        let running = posted.iter().filter(|(_, is_running)| *is_running);
        let mut running: Vec<Arc<Record>> = running.map(|(record, _)| record.clone()).collect();
        running.sort_by_cached_key(|record| Reverse(order(record)));
        let of_running = |kind: &str| {
            running.iter().fold(Inputs::of(kind), |inputs, record| {
                inputs.digest(record.facts_digest)
            })
        };
        let of_posted = |kind: &str| {
            posted
                .iter()
                .fold(Inputs::of(kind), |inputs, (record, is_running)| {
                    inputs
                        .digest(record.facts_digest)
                        .number(usize::from(*is_running))
                })
        };
        let [board, feed] = ["notice board", "notice feed"].map(of_running);
        let board = coming.iter().fold(board, add);
        let [calendar, log] = ["notice calendar", "notice log"].map(of_posted);
        let calendar = meetings.iter().fold(calendar, add);
        let address = self.frame.addresses.notice_board();
        let (feed_address, calendar_address) =
            (address.join("atom.xml"), address.join("calendar.ics"));
        let notices = Arc::new(Notices {
            running,
            posted,
            coming,
            meetings,
        });
        self.add(address, board, Content::NoticeBoard(notices.clone()));
        self.add(feed_address, feed, Content::NoticeFeed(notices.clone()));
        self.add(
            calendar_address,
            calendar,
            Content::NoticeCalendar(notices.clone()),
        );
        self.add(
            Address::new("notices.json"),
            log,
            Content::NoticeLog(notices),
        );
    }
}

/// By the day of the announcement, then as records are ordered.
fn order(record: &Record) -> (Option<crate::record::Date>, String) {
    (record.day(Key::ANNOUNCED_ON), record.id().to_owned())
}
