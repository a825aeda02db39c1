//! What a template sees of assignments and costs over the whole register.

use schemars::JsonSchema;
use serde::Serialize;

/// What decisions give somebody to do: `assignments` in `assignments.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AssignmentsView<'a> {
    /// How many there are in each state, in the order of states; those that none is in are left out.
    pub counts: Vec<CountView>,
    /// Who has something to do, by name, with the newest assignments first.
    pub bodies: Vec<AssignedView<'a>>,
    /// How many assignments are in the table alone, since the page would be too long.
    pub left_out: usize,
    /// The address of the table of all.
    pub table: String,
    /// The address of the feed.
    pub feed: String,
}

/// How many assignments are in a state.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CountView {
    /// `overdue`, `not-reported`, `under-way`, `done` or `ended`.
    pub state: &'static str,
    /// The word for it.
    pub label: String,
    /// How many.
    pub count: usize,
}

/// The assignments of one body.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AssignedView<'a> {
    /// The name; none of those that name nobody.
    pub name: Option<&'a str>,
    /// The assignments.
    pub assignments: Vec<AssignmentView<'a>>,
}

/// Something that a decision gives somebody to do.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AssignmentView<'a> {
    /// What is to be done.
    pub what: &'a str,
    /// The state on the day of the build: `done`, `ended`, `overdue`, `under-way` or `not-reported`.
    pub state: &'static str,
    /// The word for it.
    pub label: String,
    /// The day until which it is to be reported.
    pub due: Option<String>,
    /// The day on which it was done.
    pub done_on: Option<String>,
    /// The title of the decision.
    pub title: &'a str,
    /// The address of its page.
    pub address: String,
    /// The day of the decision.
    pub day: String,
}

/// What decisions cost: `costs` in `costs.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CostsView<'a> {
    /// The costs, those of the newest records first.
    pub costs: Vec<CostView<'a>>,
    /// How many costs are in the table alone, since the page would be too long.
    pub left_out: usize,
    /// The address of the table of all.
    pub table: String,
}

/// What something costs.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CostView<'a> {
    /// How much, with its thousands apart and its currency: `1 400 000 kr`.
    pub amount: String,
    /// How often, in a word.
    pub per: Option<String>,
    /// The year or years.
    pub period: Option<&'a str>,
    /// What it comes to in all, written alike, where that can be said.
    pub total: Option<String>,
    /// What is paid for.
    pub what: Option<&'a str>,
    /// The words of the document.
    pub quote: Option<&'a str>,
    /// The title of the record.
    pub title: &'a str,
    /// The address of its page.
    pub address: String,
    /// The day of the record.
    pub day: String,
    /// `preparation`, `proposal`, `decided` … of the record: a proposal costs nothing yet.
    pub stage: &'static str,
}
