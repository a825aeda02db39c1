//! What a row of the table says of a fact.

use super::form::Form;
use crate::language::Language;

/// A fact that a record may hold.
#[derive(Debug)]
pub struct Fact {
    /// The key's English name, which the documentation uses.
    pub key: &'static str,
    /// The names it may be written with beside the English one, the usual Swedish one first.
    pub aliases: &'static [&'static str],
    /// The name in views and open data.
    pub field: &'static str,
    /// The form of its value.
    pub form: Form,
    /// Whether a record must hold it.
    pub need: Need,
    /// Its place among what `new` writes, counted from 1; none if it does not.
    pub written_by_new: Option<usize>,
    /// Where open data hold it.
    pub open: Open,
    /// Where its words are searched.
    pub search: Search,
    /// Its place among what a search may be narrowed by, counted from 1 with those of gatherings; for one of a fixed set.
    pub facet: Option<usize>,
    /// What readers see it called, where the theme has no word `fact_` with its field for it.
    pub label: Label,
    /// What readers see it called on records of some types, by the type's code, where the theme has no word `fact_` with its
    /// field and the type for it.
    pub labels_by_type: &'static [(&'static str, Label)],
    /// Where a record's page shows it.
    pub place: Place,
    /// What it means, in the words of the references.
    pub says: &'static str,
    /// What whoever writes it should know beside.
    pub note: &'static str,
}

/// Whether a record must hold a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Every record must.
    Always,
    /// None must.
    Never,
    /// None must, and one that does may be kept from the public by it.
    Guard,
}

/// Where the words of a fact are searched, by what they are worth there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Search {
    /// Nowhere.
    No,
    /// In the title.
    Title,
    /// Among names.
    Names,
    /// In what was asked for.
    Recommendation,
    /// In what was decided.
    Decision,
    /// In the summary.
    Summary,
}

/// What a fact is called, for one value and for several.
#[derive(Debug, Clone, Copy)]
pub struct Label {
    /// In each language.
    pub words: [[&'static str; 2]; 2],
}

impl Label {
    /// What readers of a language see, for so many values.
    #[must_use]
    pub fn shown(&self, language: &str, count: usize) -> &'static str {
        let words = Language::of(language).word(&self.words);
        words[usize::from(count > 1)]
    }
}

/// Where a record's page shows a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Where the template itself names it, or nowhere.
    Own,
    /// Among the facts beside the text, in this place, counted from 1.
    Side(usize),
    /// In a table of its own below the text, in this place, counted from 1.
    Section(usize),
}

/// Where open data hold a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// Nowhere.
    No,
    /// Among the facts of its record.
    Data,
    /// There, and in this column of the table of all records, counted from 1. Columns stay where they are: a new fact takes
    /// the next number.
    Column(usize),
}

/// What a fact is called in Swedish and in English.
pub(super) const fn label(swedish: [&'static str; 2], english: [&'static str; 2]) -> Label {
    Label {
        words: [swedish, english],
    }
}

/// A fact that no record must hold and no table shows.
pub(super) const fn fact(key: &'static str, aliases: &'static [&'static str], form: Form) -> Fact {
    Fact {
        key,
        aliases,
        field: key,
        form,
        need: Need::Never,
        written_by_new: None,
        open: Open::No,
        search: Search::No,
        facet: None,
        label: Label {
            words: [[key; 2]; 2],
        },
        labels_by_type: &[],
        place: Place::Own,
        says: "",
        note: "",
    }
}
