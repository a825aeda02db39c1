//! What a template sees within a record: its facts, its headings, its files.

use schemars::JsonSchema;
use serde::Serialize;

/// How a decision can be appealed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AppealView<'a> {
    /// `legality-review`, `administrative`, `special` or `none`.
    pub route: &'static str,
    /// The last day, `2021-05-26`, as it is stated, else as it is computed; none where it cannot be said.
    pub last_day: Option<String>,
    /// Whether the time has begun: the decision was announced.
    pub has_begun: bool,
    /// Why there is no appeal, the law, or why the last day is another than the computed one.
    pub reason: Option<&'a str>,
    /// `final`, `appealed` or `annulled`, where the authority states it.
    pub state: Option<&'static str>,
    /// The day of that.
    pub state_on: Option<String>,
}

/// Who laid a matter before the body.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProposerView<'a> {
    /// The name.
    pub name: &'a str,
    /// The role, if given.
    pub role: Option<&'a str>,
    /// The party, if given.
    pub party: Option<&'a str>,
    /// The address of the proposer's page, if there is one: private persons have none.
    pub address: Option<String>,
}

/// A fact of a record.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FactView {
    /// The name in open data: `case_numbers`, `decided_on` …
    pub name: &'static str,
    /// What readers see it called.
    pub label: String,
    /// The form of its values: `text`, `name`, `day`, `choice`, `case_number`, `clauses` …
    pub form: &'static str,
    /// The values.
    pub values: Vec<ValueView>,
    /// The values as the rows of a table, of a fact whose values have parts.
    pub table: Option<TableView>,
    /// What the values come to in all, where that can be said: `1 400 000 SEK`.
    pub total: Option<String>,
}

/// Values with parts as a table.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TableView {
    /// The parts that some value tells.
    pub columns: Vec<PartView>,
    /// The values.
    pub rows: Vec<RowView>,
}

/// A value with parts as the row of a table.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RowView {
    /// A cell for each column.
    pub cells: Vec<ValueView>,
    /// What the value holds that is a table itself: how each party voted.
    pub tables: Vec<InnerTableView>,
}

/// A table within a value.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct InnerTableView {
    /// The name in open data.
    pub name: &'static str,
    /// What readers see it called.
    pub label: String,
    /// What it holds.
    pub table: TableView,
}

/// A part of values.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PartView {
    /// The name in open data.
    pub name: &'static str,
    /// What readers see it called.
    pub label: String,
    /// The form of its values, as that of a fact.
    pub form: &'static str,
}

/// A value of a fact.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ValueView {
    /// The value, as text in the site's language.
    pub text: String,
    /// What is to be said behind it, or the empty text: a proposer's party and role.
    pub note: String,
    /// The address of the page or the file that it names.
    pub address: Option<String>,
    /// A day, `2021-04-14`.
    pub day: Option<String>,
    /// The code of a value that is one of a fixed set.
    pub code: Option<&'static str>,
    /// A clause, as HTML.
    pub html: Option<String>,
}

/// A heading of the prose.
#[derive(Debug, Serialize, JsonSchema)]
pub struct HeadingView<'a> {
    /// 2 to 6, as in the page.
    pub level: u8,
    /// The anchor, unique within the page.
    pub id: &'a str,
    /// The heading's text.
    pub title: &'a str,
}

/// A file published with a record.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AttachmentView<'a> {
    /// The title, or the file's name.
    pub title: &'a str,
    /// The address of the file.
    pub address: String,
    /// The size in bytes.
    pub size: u64,
    /// The kind of file in a word, as read from the file: `PDF`, `CSV`, `DOCX` …
    pub format: &'a str,
    /// Whether everybody can read it, where the record says so or not.
    pub is_accessible: Option<bool>,
    /// The address by which to ask the authority for a form that everybody can read, where the site has its e-mail.
    pub request: Option<String>,
}

/// A file of the record that is not published.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WithheldView<'a> {
    /// The title that the record gives it; none is taken from the file.
    pub title: Option<&'a str>,
    /// Why it is not published.
    pub reason: Option<&'a str>,
    /// The address by which to ask the authority for it, where the site has its e-mail.
    pub request: Option<String>,
}
