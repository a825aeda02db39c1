//! The notice board: which announcements are up at a moment, and until when each must stay.
//!
//! A notice of approved minutes stays until the time for appeal is over (kommunallagen 2017:725, 8:12), and that time runs out only if it stayed
//! all the while (13:5).

use std::sync::Arc;

use super::{Meeting, Settings, Site};
use crate::record::{Date, Key, Moment, Record, Stage};

/// For how many days what is over is still told of where it matters to whom heard of it: calendars learn of late changes.
const TOLD_AFTER: i64 = 366;

/// Whether what was on a day is not long ago, or to come.
#[must_use]
pub fn is_recent(day: Date, today: Date) -> bool {
    day.days_until(today) <= TOLD_AFTER
}

/// What the site has of the authority's notice board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NoticeBoard {
    /// The board itself.
    Official,
    /// A copy of the board, which stands elsewhere.
    #[default]
    Mirror,
    /// None.
    Off,
}

/// The last day on which a record's notice must be up: the one that the record states, else the one that the country's rule gives.
/// `None` where neither is known: such a notice stays.
#[must_use]
pub fn last_day_of_notice(record: &Record, settings: &Settings) -> Option<Date> {
    let stated = record.appeal().and_then(|appeal| appeal.last_day);
    stated.or_else(|| settings.country?.last_day(record.day(Key::ANNOUNCED_ON)?))
}

/// The last day on which a decision can be appealed: the one that the record states, else the one that the country's rule gives for a
/// legality review. Other times begin when a party gets the decision (förvaltningslagen 2017:900, 44 §), which no register knows.
#[must_use]
pub fn last_day_to_appeal(record: &Record, settings: &Settings) -> Option<Date> {
    match record.appeal() {
        Some(appeal) if appeal.route != "legality-review" => appeal.last_day,
        _ => last_day_of_notice(record, settings),
    }
}

/// Whether a record's notice tells of a decision that was delegated, and not of approved minutes.
#[must_use]
pub fn is_delegated(record: &Record) -> bool {
    record.type_code() == Some("delegated-decision")
}

/// Whether a record's notice was put up by a day. There is none of a proposal, whatever its file says.
#[must_use]
pub fn is_posted(record: &Record, today: Date) -> bool {
    let is_proposal = matches!(record.stage(), Stage::Preparation | Stage::Proposal);
    let announced_on = record.day(Key::ANNOUNCED_ON);
    !is_proposal && announced_on.is_some_and(|day| day <= today)
}

/// The day on which a record's notice was taken down before its time, as the record says why: of several, the last.
#[must_use]
pub fn taken_down_on(record: &Record) -> Option<Date> {
    let changes = record
        .changes()
        .filter(|change| change.kind == Some("notice"));
    let is_up = record.day(Key::ANNOUNCED_ON).is_some();
    changes
        .filter(|_| !is_up)
        .filter_map(|change| change.date)
        .max()
}

/// Whether a record's notice is up on a day. One whose record was withdrawn is not.
#[must_use]
pub fn is_running(record: &Record, settings: &Settings, today: Date) -> bool {
    let is_over = || last_day_of_notice(record, settings).is_some_and(|last| last < today);
    is_posted(record, today) && record.withdrawal().is_none() && !is_over()
}

impl Site {
    /// Whether the site has a notice board: some notice was put up or some meeting is told of in a file of its own, and the settings
    /// do not say that there is none.
    #[must_use]
    pub fn has_notice_board(&self) -> bool {
        let is_posted =
            |record: &Arc<Record>| is_posted(record, self.today) || taken_down_on(record).is_some();
        let is_told = |meeting: &Arc<Meeting>| meeting.text.is_some();
        self.settings.notice_board != NoticeBoard::Off
            && (self.records.iter().any(is_posted) || self.meetings.iter().any(is_told))
    }
}

/// The next moment at which a record's notice goes up or comes down, or an assignment of it becomes overdue or done.
pub(super) fn next_change(record: &Record, settings: &Settings, now: Moment) -> Option<Moment> {
    let announced_on = record.day(Key::ANNOUNCED_ON);
    let last_day = announced_on.and_then(|_| last_day_of_notice(record, settings));
    let moments = [announced_on.map(Date::begins), last_day.map(Date::ends)];
    let assignments = record.assignments();
    let of_assignments =
        assignments.flat_map(|told| [told.due.map(Date::ends), told.done_on.map(Date::begins)]);
    let moments = moments.into_iter().chain(of_assignments);
    moments.flatten().filter(|moment| *moment > now).min()
}
