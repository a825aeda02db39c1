//! The forms that values of facts have.
//!
//! A form says how a value is read, stored and shown. Whoever needs to know more of a form matches on all of them, so that
//! a new one is missed nowhere: reading is in [`super::reading`], the schema for editors in `cli/schema.rs`, open data in
//! `pages/facts.rs`.

use crate::language::Language;
use crate::record::keys::is_same;
use crate::record::{Date, Moment};

/// The form of a value.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// One text; with a number, of at most so many characters.
    Text(Option<usize>),
    /// Clauses: inline Markdown, one text or several.
    Clauses,
    /// The last part of an address: small letters, digits, hyphens.
    Slug,
    /// The authority's own number for a matter: a text that leaves something to make an address from.
    CaseNumber,
    /// A name, in one spelling.
    Name,
    /// The name of something that has a page of its own.
    NameOfPage,
    /// A BCP 47 code.
    Language,
    /// A calendar day.
    Day,
    /// A day, which the function turns into a moment, or a day with a time.
    Moment(fn(Date) -> Moment),
    /// A time of day on the wall clock of the site's time zone, kept as `17:00`.
    Time,
    /// A whole number between two, both among them.
    Number(u64, u64),
    /// A heading of the record's own text, by its words or its anchor.
    Heading,
    /// A text that only programs read, held to its form by a rule of its key.
    Token,
    /// Yes or no; a no is as good as no value.
    Flag,
    /// One of a fixed set of codes.
    Choice(&'static [Choice]),
    /// A path of this site that leads to the record.
    Path,
    /// One value, or a list of them.
    Many(&'static Form),
    /// A value with named parts.
    Group(&'static Group),
    /// `key: value` lines of the writer's own.
    Lines,
    /// `key: value` lines that tell the program something.
    Map,
}

/// A value of a fixed set.
#[derive(Debug)]
pub struct Choice {
    /// The code in views and open data.
    pub code: &'static str,
    /// The words it may be written with: lower case, hyphens as blanks, first the English one of the documentation, then
    /// the Swedish one.
    pub words: &'static [&'static str],
}

/// A value with named parts. Where nothing but its first part is to be said, that part's text is enough.
#[derive(Debug)]
pub struct Group {
    /// The word for it in messages.
    pub name: &'static str,
    /// The parts; the first is required.
    pub parts: &'static [Part],
}

/// A part of a value.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// The name in views and open data, and its English name in front matter.
    pub name: &'static str,
    /// Its Swedish name in front matter.
    pub swedish: &'static str,
    /// The form of its value.
    pub form: Form,
    /// What readers see before and after it, behind the first part; `{label}` stands for what it is called.
    pub around: [&'static str; 2],
    /// What it means, in the words of the references.
    pub says: &'static str,
}

impl Choice {
    /// The word for it in a language, as it stands on a page.
    #[must_use]
    pub fn shown(&self, language: &str) -> String {
        let spellings = [self.words[1], self.words[0]];
        let word: &&str = Language::of(language).word(&spellings);
        capital(word)
    }
}

impl Form {
    /// The name in views.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Clauses => "clauses",
            Self::Slug => "slug",
            Self::CaseNumber => "case_number",
            Self::Name | Self::NameOfPage => "name",
            Self::Language => "language",
            Self::Day => "day",
            Self::Moment(_) => "moment",
            Self::Time => "time",
            Self::Number(..) => "number",
            Self::Heading => "heading",
            Self::Token => "token",
            Self::Flag => "flag",
            Self::Choice(_) => "choice",
            Self::Path => "path",
            Self::Many(form) => form.name(),
            Self::Group(group) => group.name,
            Self::Lines => "lines",
            Self::Map => "map",
        }
    }

    /// Whether its value is a text, in which ` #` is part of what was meant; behind a day or a choice it is a comment.
    #[must_use]
    pub fn holds_text(self) -> bool {
        match self {
            Self::Language
            | Self::Day
            | Self::Moment(_)
            | Self::Time
            | Self::Number(..)
            | Self::Token
            | Self::Flag
            | Self::Choice(_)
            | Self::Map => false,
            Self::Text(_)
            | Self::Clauses
            | Self::Slug
            | Self::CaseNumber
            | Self::Name
            | Self::NameOfPage
            | Self::Heading
            | Self::Path
            | Self::Group(_)
            | Self::Lines => true,
            Self::Many(form) => form.holds_text(),
        }
    }

    /// The form of a single value, where there may be several.
    #[must_use]
    pub fn single(self) -> Self {
        match self {
            Self::Many(form) => form.single(),
            single => single,
        }
    }

    /// The choices of a value of a fixed set.
    #[must_use]
    pub fn choices(self) -> Option<&'static [Choice]> {
        match self.single() {
            Self::Choice(choices) => Some(choices),
            _ => None,
        }
    }

    /// Whether fields of a form can hold its values: all but lines of keys and values that nobody foresees.
    #[must_use]
    pub fn has_field(self) -> bool {
        !matches!(self, Self::Lines | Self::Map)
    }

    /// The parts of a single value, where it has some.
    #[must_use]
    pub fn group(self) -> Option<&'static Group> {
        match self.single() {
            Self::Group(group) => Some(group),
            _ => None,
        }
    }
}

impl Part {
    /// What readers of a language see it called.
    #[must_use]
    pub fn shown(&self, language: &str) -> String {
        let names = [self.swedish, self.name];
        capital(&Language::of(language).word(&names).replace('_', " "))
    }
}

/// A text with a capital at its beginning.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

impl Group {
    /// The number of the part that a name in front matter stands for.
    #[must_use]
    pub fn place_of(&self, name: &str) -> Option<usize> {
        let is_named = |part: &Part| is_same(part.name, name) || is_same(part.swedish, name);
        self.parts.iter().position(is_named)
    }
}
