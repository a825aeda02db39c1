//! What a template sees of the notice board.

use schemars::JsonSchema;
use serde::Serialize;

use super::MeetingRowView;

/// The notice board: `notice_board` in `notice_board.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NoticeBoardView<'a> {
    /// Whether it is the official board, and not a copy of one that stands elsewhere.
    pub is_official: bool,
    /// The address of the official board elsewhere, if the site tells it.
    pub official: Option<&'a str>,
    /// The notices of approved minutes that are up, the newest announcement first.
    pub notices: Vec<NoticeView<'a>>,
    /// The notices of delegated decisions that are up, in the same order.
    pub delegated: Vec<NoticeView<'a>>,
    /// The meetings to come on the day of the build, soonest first.
    pub meetings: Vec<MeetingRowView<'a>>,
    /// The address of its feed.
    pub feed: String,
    /// The address of its last days for calendars.
    pub calendar: String,
    /// The address of the log of all notices.
    pub log: String,
}

/// A notice of approved minutes or of a delegated decision.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NoticeView<'a> {
    /// The matter.
    pub title: &'a str,
    /// The address of the record's page.
    pub address: String,
    /// BCP 47 code of the record's text, where it is not the site's.
    pub language: Option<&'a str>,
    /// Whether it tells of a decision that was delegated, and not of minutes.
    pub is_delegated: bool,
    /// The name of the organ whose minutes were approved.
    pub body: Option<&'a str>,
    /// The day of the meeting, if the record tells it; else that of the decision.
    pub met_on: Option<String>,
    /// The day on which the minutes were approved.
    pub approved_on: Option<String>,
    /// The day on which the notice was put up.
    pub announced_on: Option<String>,
    /// The last day to appeal, where such a day is known: not where there is no appeal, or where each party has a time of its own.
    pub last_day: Option<String>,
    /// The day on which it is taken down at the earliest.
    pub removed_on: Option<String>,
    /// Where the minutes can be read.
    pub minutes_location: Option<&'a str>,
    /// As in the record.
    pub stage: &'a str,
}
