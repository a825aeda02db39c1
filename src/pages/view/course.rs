//! What a template sees of a matter's course: what happened when, and what was decided of what was proposed.

use schemars::JsonSchema;
use serde::Serialize;

use super::SummaryView;

/// When and why a record was withdrawn.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WithdrawalView<'a> {
    /// The day, `2024-03-02`, if it is told.
    pub date: Option<String>,
    /// Why.
    pub note: Option<&'a str>,
    /// The address by which to ask the authority for it, where the site has its e-mail.
    pub request: Option<String>,
}

/// Where a record's text comes from.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SourceView<'a> {
    /// The document that it was taken from.
    pub file: &'a str,
    /// Whether a machine read it from a picture, where the record says so or not.
    pub is_scanned: Option<bool>,
    /// Whether it is all of it, where the record says so or not.
    pub is_complete: Option<bool>,
}

/// A step of a matter.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StepView<'a> {
    /// The day, `2024-03-02`.
    pub day: String,
    /// What happened: `document`, `decided`, `approved`, `announced`, `changed` or `done`.
    pub kind: &'static str,
    /// What happened, in a word: the type of a document, an outcome, a kind of change.
    pub label: String,
    /// The title of the record that tells it.
    pub title: &'a str,
    /// The address of that record's page; none on the page itself.
    pub address: Option<String>,
    /// The name of its deciding organ.
    pub body: Option<&'a str>,
    /// BCP 47 code of its text, where it is not the site's.
    pub language: Option<&'a str>,
}

/// A record that this one stands to in some way.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RelativeView<'a> {
    /// What the one does to the other, in a word: `Amends`, `Amended by`.
    pub label: String,
    /// The code: `precedes`, `follows`, `amends`, `repeals`, `carries-out` or `answers`.
    pub kind: &'static str,
    /// Whether the other record tells it of this one.
    pub is_inverse: bool,
    /// The record.
    pub record: SummaryView<'a>,
}

/// What was proposed and what was decided, beside each other.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ComparisonView {
    /// Whether both say the same.
    pub is_same: bool,
    /// The clauses that belong together, in order.
    pub rows: Vec<ComparedView>,
}

/// A clause as it was proposed and as it was decided; one of them is empty where the other has none.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ComparedView {
    /// The words proposed.
    pub proposed: Vec<WordsView>,
    /// The words decided.
    pub decided: Vec<WordsView>,
}

/// Words of a clause.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WordsView {
    /// The words, as text.
    pub text: String,
    /// Whether the other side has others in their place, or none.
    pub differs: bool,
}
