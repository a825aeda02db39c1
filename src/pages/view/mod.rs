//! What a template sees of a page: plain, documented, serialisable values.
//!
//! The views are the promise to those who write themes; the model behind them may change freely. Each view is made from
//! one [`Page`](super::Page) and the frame all pages share, never from the whole site, so a page cannot show what its
//! inputs do not name. `src/docs/views.md` describes every field for theme authors and is tested against these types.

mod course;
mod facts;
mod glossary;
mod ledgers;
mod meetings;
mod notices;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

pub use course::{
    ComparedView, ComparisonView, RelativeView, SourceView, StepView, WithdrawalView, WordsView,
};
pub use facts::{
    AppealView, AttachmentView, FactView, HeadingView, InnerTableView, PartView, ProposerView,
    RowView, TableView, ValueView, WithheldView,
};
pub use glossary::{GlossaryLetterView, GlossaryTermView, GlossaryView};
pub use ledgers::{AssignedView, AssignmentView, AssignmentsView, CostView, CostsView, CountView};
pub use meetings::{
    AgendaItemView, MeetingRowView, MeetingView, MeetingsView, ProfileView, StatementView,
};
pub use notices::{NoticeBoardView, NoticeView};

/// What every template sees, whatever the page: `site` and `page`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SiteView {
    /// The site's name, from the settings.
    pub title: String,
    /// One sentence about the site, or the empty text.
    pub description: String,
    /// The authority that publishes the register.
    pub publisher: String,
    /// The language of the interface, BCP 47: `sv` or `en`.
    pub language: String,
    /// The address of the home page, with the base path: `/` or `/a/b/`.
    pub home: String,
    /// The address of the Atom feed of all records.
    pub feed: String,
    /// The address of the open data's index.
    pub data: String,
    /// The address of the page that tells of open data and feeds.
    pub open_data: String,
    /// The address of what decisions give somebody to do, if any does.
    pub assignments: Option<String>,
    /// The address of what decisions cost, if any tells it.
    pub costs: Option<String>,
    /// The address of the words that are explained, if any are.
    pub glossary: Option<String>,
    /// The address of the meetings, if there are any.
    pub meetings: Option<String>,
    /// The address of the notice board, if the site has one.
    pub notice_board: Option<String>,
    /// The address of the page to search from, which takes the text as `q`.
    pub search: String,
    /// The address of the description by which browsers add the site's search to their own.
    pub opensearch: String,
    /// The main ways into the register: all records, bodies, proposers, topics, cases (if there are any), years.
    pub navigation: Vec<NavigationView>,
    /// The ordinary pages, by title.
    pub pages: Vec<LinkView>,
    /// Whatever the settings hold under `extra`.
    #[schemars(with = "serde_json::Map<String, serde_json::Value>")]
    pub extra: serde_json::Value,
}

/// A way into the register.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NavigationView {
    /// `records`, `bodies`, `proposers`, `topics`, `cases` or `years`.
    pub kind: String,
    /// The name to show.
    pub title: String,
    /// The address, with the base path.
    pub address: String,
}

/// The page itself, as every template sees it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PageView<'a> {
    /// `home`, `record`, `listing`, `numbered_listing`, `index`, `text`, `meeting`, `meetings`, `glossary`, `open_data`, `search`, `not_found` or `redirect`.
    pub kind: &'a str,
    /// The page's own name, without the site's.
    pub title: String,
    /// One or two sentences about the page, or the empty text.
    pub description: &'a str,
    /// The address within the site, with the base path.
    pub address: String,
    /// The whole address, for citation and search engines.
    pub url: String,
    /// The pages above this one, from the home page down.
    pub breadcrumbs: Vec<LinkView>,
    /// The Atom feed of what this page lists, if it has one of its own.
    pub feed: Option<String>,
}

/// A name and where it leads.
#[derive(Debug, Clone, Serialize, JsonSchema, PartialEq, Eq)]
pub struct LinkView {
    /// The name to show.
    pub title: String,
    /// The address within the site, with the base path.
    pub address: String,
}

/// A record, whole: `record` in `record.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RecordView<'a> {
    /// The permanent last part of the address.
    pub id: &'a str,
    /// The matter, as text.
    pub title: &'a str,
    /// BCP 47 code of the record's text.
    pub language: &'a str,
    /// The day that lists, years and the search go by: of the decision where there is one, else of the document.
    pub day: String,
    /// The day of the document, `2021-04-14`.
    pub date: String,
    /// `preparation`, `proposal`, `decided`, `postponed`, `referred-back`, `closed` or `withdrawn`.
    pub stage: &'a str,
    /// The authority's own numbers for the matter.
    pub case_numbers: Vec<&'a str>,
    /// The pages of the cases that this record shares with others.
    pub cases: Vec<LinkView>,
    /// The deciding organ.
    pub body: Option<LinkView>,
    /// Who laid the matter before the body.
    pub proposers: Vec<ProposerView<'a>>,
    /// What the body was asked to decide: HTML, one text for each clause.
    pub recommendation: Vec<String>,
    /// What the body decided: HTML, one text for each clause; empty while nothing is decided.
    pub decision: Vec<String>,
    /// How the decision can be appealed, if the record tells it.
    pub appeal: Option<AppealView<'a>>,
    /// The day of the decision, `2021-05-12`.
    pub decided_on: Option<String>,
    /// `approved`, `approved-with-changes`, `approved-in-part`, `rejected`, `answered`, `postponed`, `referred-back`,
    /// `written-off` or `noted`.
    pub outcome: Option<&'a str>,
    /// The topics, each with its page.
    pub topics: Vec<LinkView>,
    /// The facts to show beside the text, in their order.
    pub facts: Vec<FactView>,
    /// The facts that have a table of their own below the text, in their order.
    pub sections: Vec<FactView>,
    /// Every fact that the record tells, by its name in open data.
    pub fact: BTreeMap<&'static str, FactView>,
    /// The summary that somebody wrote, as text; empty where lists show the first sentences of the prose in its place.
    pub summary: &'a str,
    /// The prose, as HTML.
    pub prose: String,
    /// The headings of the prose, in order.
    pub contents: Vec<HeadingView<'a>>,
    /// The files published with the record.
    pub attachments: Vec<AttachmentView<'a>>,
    /// The files of the record that are not published.
    pub withheld: Vec<WithheldView<'a>>,
    /// When and why the record was withdrawn; of such a one there is nothing but its title.
    pub withdrawal: Option<WithdrawalView<'a>>,
    /// Whether it tells of a meeting whose minutes are not approved yet.
    pub is_unapproved: bool,
    /// The paragraph of the minutes, without its mark.
    pub paragraph: Option<&'a str>,
    /// Where the text comes from, if the record tells it.
    pub source: Option<SourceView<'a>>,
    /// What was proposed beside what was decided, of a record that has both.
    pub comparison: Option<ComparisonView>,
    /// What happened in the matter, oldest first; empty where this record alone tells of it.
    pub course: Vec<StepView<'a>>,
    /// The records that it stands to in some way, and those that stand to it.
    pub relatives: Vec<RelativeView<'a>>,
    /// The newest record of the same cases, if it came later.
    pub later: Option<SummaryView<'a>>,
    /// The other records of the same cases, oldest first, without this one.
    pub related: Vec<SummaryView<'a>>,
    /// The record before this one in the same body.
    pub previous: Option<NeighbourView<'a>>,
    /// The record after this one in the same body.
    pub next: Option<NeighbourView<'a>>,
    /// Whatever the record holds under `extra`.
    #[schemars(with = "serde_json::Map<String, serde_json::Value>")]
    pub extra: &'a serde_json::Value,
    /// The address of the record's facts as JSON, where the site publishes them.
    pub data: Option<String>,
}

/// A record before or after another.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NeighbourView<'a> {
    /// The matter.
    pub title: &'a str,
    /// The address of the record's page.
    pub address: String,
    /// BCP 47 code of the record's text, where it is not the site's.
    pub language: Option<&'a str>,
}

/// What listings show of a record.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SummaryView<'a> {
    /// The matter.
    pub title: &'a str,
    /// The address of the record's page.
    pub address: String,
    /// BCP 47 code of the record's text, where it is not the site's.
    pub language: Option<&'a str>,
    /// The day that lists, years and the search go by: of the decision where there is one, else of the document.
    pub day: String,
    /// The day of the document, `2021-04-14`.
    pub date: String,
    /// As in the record.
    pub stage: &'a str,
    /// As in the record.
    pub outcome: Option<&'a str>,
    /// The day of the decision.
    pub decided_on: Option<String>,
    /// The name of the deciding organ.
    pub body: Option<&'a str>,
    /// The authority's own numbers for the matter.
    pub case_numbers: Vec<&'a str>,
    /// The summary.
    pub summary: &'a str,
    /// Whether it tells of a meeting whose minutes are not approved yet.
    pub is_unapproved: bool,
    /// Whether it was withdrawn.
    pub is_withdrawn: bool,
}

/// A page of records: `listing` in `listing.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ListingView<'a> {
    /// What gathers the records: `records`, `body`, `proposer`, `topic`, `year` or `case`.
    pub kind: &'a str,
    /// The records of this page, newest first.
    pub records: Vec<SummaryView<'a>>,
    /// Of a case, what happened as these records tell it, oldest first.
    pub course: Vec<StepView<'a>>,
    /// What a file of its own tells of the body, the person or the topic.
    pub profile: Option<ProfileView<'a>>,
    /// The next meetings of the body, soonest first.
    pub meetings: Vec<MeetingRowView<'a>>,
    /// What the body said when it was asked, newest first.
    pub statements: Vec<StatementView<'a>>,
    /// How many records the whole listing holds; only on the newest page, since numbered pages never change.
    pub count: Option<usize>,
    /// The number of this page, counted from the oldest; none on the newest.
    pub number: Option<usize>,
    /// The page with the next older records.
    pub older: Option<String>,
    /// The page with the next newer records.
    pub newer: Option<String>,
    /// The newest page, when this is not it.
    pub newest: Option<String>,
}

/// A page of terms with counts: `index` in `index.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct IndexView<'a> {
    /// `bodies`, `proposers`, `topics`, `years` or `cases`.
    pub kind: &'a str,
    /// The terms, in the order of the language; years newest first.
    pub terms: Vec<TermView<'a>>,
}

/// A term of an index: a body, a proposer, a topic, a year, a case.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TermView<'a> {
    /// The name.
    pub title: &'a str,
    /// Of a case, the title of its newest record.
    pub matter: Option<&'a str>,
    /// The address of the term's page.
    pub address: String,
    /// How many records it holds.
    pub count: usize,
    /// Of a body, how many records tell what it said when it was asked.
    pub statements: usize,
}

/// The home page: `home` in `home.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct HomeView<'a> {
    /// The newest records, at most ten.
    pub latest: Vec<SummaryView<'a>>,
    /// How many records are published.
    pub count: usize,
    /// The bodies, as in their index.
    pub bodies: Vec<TermView<'a>>,
    /// The topics, as in their index.
    pub topics: Vec<TermView<'a>>,
    /// The years, newest first.
    pub years: Vec<TermView<'a>>,
}

/// An ordinary page: `text` in `text.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TextView<'a> {
    /// BCP 47 code of the text.
    pub language: &'a str,
    /// The prose, as HTML.
    pub prose: String,
    /// The headings of the prose, in order.
    pub contents: Vec<HeadingView<'a>>,
}

/// The page of open data and feeds: `open_data` in `open_data.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OpenDataView {
    /// The whole address of the feed of all records.
    pub feed_url: String,
    /// The other feeds, by what gathers the records.
    pub feeds: Vec<FeedsView>,
    /// The address of the table of all records.
    pub table: String,
    /// What sets the cells of the table apart: `;` or `,`.
    pub cells: char,
    /// The file of each year's records, newest first.
    pub years: Vec<LinkView>,
    /// The columns of the table.
    pub columns: Vec<ColumnView>,
    /// The terms on which all may use the data: their name and address.
    pub license: LinkView,
    /// Whether each record's facts stand as `data.json` beside its page.
    pub record_data: bool,
}

/// The feeds of one kind of gathering.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FeedsView {
    /// `bodies`, `proposers` or `topics`.
    pub kind: &'static str,
    /// The name to show.
    pub title: String,
    /// Each feed, named as its list.
    pub feeds: Vec<LinkView>,
}

/// A column of the table of all records.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ColumnView {
    /// The name in its first line.
    pub name: &'static str,
    /// What it holds, in the language of the site.
    pub label: String,
}

/// The page to search from: `search` in `search.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SearchView {
    /// The address of the search index's file that names all others.
    pub index: String,
    /// What the search may be narrowed by, in order.
    pub facets: Vec<FacetView>,
}

/// Something that a search may be narrowed by.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FacetView {
    /// The name in addresses: `year`, `body`, `stage` …
    pub name: &'static str,
    /// What readers see it called.
    pub label: String,
}

/// A page that leads to another: `redirect` in `redirect.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RedirectView {
    /// The address to go to, with the base path.
    pub address: String,
    /// The whole address to go to.
    pub url: String,
}
