//! The notice board as its template sees it.

use std::sync::Arc;

use super::Shower;
use crate::pages::Notices;
use crate::pages::view::{NoticeBoardView, NoticeView};
use crate::record::{Date, Key, Record};
use crate::site::{NoticeBoard, is_delegated, last_day_of_notice, last_day_to_appeal};

impl<'a> Shower<'a, '_> {
    pub(super) fn notice_board(&self, notices: &'a Notices) -> NoticeBoardView<'a> {
        let settings = &*self.frame.settings;
        let board = self.frame.addresses.notice_board();
        let official = &self.frame.settings.official_notice_board;
        let (delegated, minuted): (Vec<&'a Arc<Record>>, Vec<_>) = notices
            .running
            .iter()
            .partition(|record| is_delegated(record));
        NoticeBoardView {
            is_official: settings.notice_board == NoticeBoard::Official,
            official: Some(official.as_str()).filter(|address| !address.is_empty()),
            notices: minuted
                .into_iter()
                .map(|record| self.notice(record))
                .collect(),
            delegated: delegated
                .into_iter()
                .map(|record| self.notice(record))
                .collect(),
            meetings: notices
                .coming
                .iter()
                .map(|meeting| self.meeting_row(meeting))
                .collect(),
            feed: board.join("atom.xml").link(settings),
            calendar: board.join("calendar.ics").link(settings),
            log: crate::pages::Address::new("notices.json").link(settings),
        }
    }

    fn notice(&self, record: &'a Record) -> NoticeView<'a> {
        let settings = &self.frame.settings;
        let text = |day: Option<Date>| day.map(|day| day.to_string());
        let up_until = last_day_of_notice(record, settings);
        NoticeView {
            title: record.title(),
            address: self.frame.addresses.record(record).link(settings),
            language: self.foreign_language(record),
            is_delegated: is_delegated(record),
            body: record.body(),
            met_on: text(record.met_on().or(record.decided_on())),
            approved_on: text(record.day(Key::APPROVED_ON)),
            announced_on: text(record.day(Key::ANNOUNCED_ON)),
            last_day: text(last_day_to_appeal(record, settings)),
            removed_on: text(up_until.and_then(Date::next)),
            minutes_location: record.minutes_location(),
            stage: record.stage().code(),
        }
    }
}
