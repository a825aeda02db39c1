//! What a template sees of meetings, and of what files tell of bodies, people and topics.

use schemars::JsonSchema;
use serde::Serialize;

use super::{FactView, LinkView, SummaryView};

/// A meeting: `meeting` in `meeting.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeetingView<'a> {
    /// The body, with its page.
    pub body: LinkView,
    /// The day, `2024-05-14`.
    pub day: String,
    /// Whether it is cancelled.
    pub is_cancelled: bool,
    /// The facts to show beside the text, in their order.
    pub facts: Vec<FactView>,
    /// The facts that have a table of their own, in their order.
    pub sections: Vec<FactView>,
    /// The items of the agenda, in their order.
    pub agenda: Vec<AgendaItemView<'a>>,
    /// BCP 47 code of the text.
    pub language: &'a str,
    /// The prose, as HTML; empty where there is none.
    pub prose: String,
    /// The meeting of the same body before it.
    pub previous: Option<MeetingRowView<'a>>,
    /// The one after it.
    pub next: Option<MeetingRowView<'a>>,
    /// The calendar of meetings, if this one is in it.
    pub calendar: Option<String>,
}

/// An item of the agenda.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AgendaItemView<'a> {
    /// The number of the item.
    pub item: Option<&'a str>,
    /// The paragraph of the minutes, without its mark.
    pub paragraph: Option<&'a str>,
    /// What it is called where no record tells of it.
    pub title: Option<&'a str>,
    /// The record that tells of it.
    pub record: Option<SummaryView<'a>>,
}

/// What lists show of a meeting.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeetingRowView<'a> {
    /// The body.
    pub body: &'a str,
    /// The day, `2024-05-14`.
    pub day: String,
    /// The address of its page.
    pub address: String,
    /// When it is to begin, `17:00`.
    pub begins: Option<&'a str>,
    /// Where it is held.
    pub place: Option<&'a str>,
    /// Whether anybody may listen, if it is told.
    pub is_open: Option<bool>,
    /// Whether it is cancelled.
    pub is_cancelled: bool,
    /// How many records tell of it.
    pub count: usize,
}

/// A list of meetings: `meetings` in `meetings.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeetingsView<'a> {
    /// The year, of a list of one.
    pub year: Option<String>,
    /// The year of the meetings that were held, if there are any.
    pub past_year: Option<String>,
    /// The meetings to come on the day of the build, soonest first.
    pub coming: Vec<MeetingRowView<'a>>,
    /// The meetings that were held, newest first.
    pub past: Vec<MeetingRowView<'a>>,
    /// The years that have lists, newest first.
    pub years: Vec<LinkView>,
    /// The calendar of the meetings, if files tell of any.
    pub calendar: Option<String>,
}

/// What a file of its own tells of a body, a person or a topic.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProfileView<'a> {
    /// The facts, in their order.
    pub facts: Vec<FactView>,
    /// BCP 47 code of the text.
    pub language: &'a str,
    /// The prose, as HTML; empty where there is none.
    pub prose: String,
}

/// What a body said of a matter when it was asked.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StatementView<'a> {
    /// The record that tells it.
    pub record: SummaryView<'a>,
    /// The day of the statement, if it is told.
    pub day: Option<String>,
    /// The code of what it says of the proposal: `for`, `against`, `no-answer` …
    pub stance: Option<&'static str>,
    /// The same in words.
    pub label: Option<String>,
    /// What it says, in short.
    pub text: Option<&'a str>,
}
