//! What open data says of a record: every fact that the table of facts opens, in words that stay.
//!
//! The reference for those who use the data is in `src/docs/data.md`.

mod schema;

pub use schema::open_schema;

use std::borrow::Cow;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::files::files;
use super::{Frame, PublishedAttachment, resolved};
use crate::record::facts::{Choice, FactValue, Form, Group, Open};
use crate::record::prose::with_addresses;
use crate::record::{Extra, Key, Record, Text};
use crate::site::Gathering;

/// A record's facts, as `data/<year>.json` and `data.json` beside its page hold them: those that it has, in the order of the
/// table, behind the whole address of its page.
pub struct OpenFacts<'a> {
    record: &'a Record,
    attachments: &'a [PublishedAttachment],
    links: &'a [(String, String)],
    frame: &'a Frame<'a>,
    page: String,
}

/// A column of the table of all records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The whole address of the record's page.
    Url,
    /// Whether the minutes are not approved yet.
    Unapproved,
    /// A fact.
    Fact(Key),
}

impl Column {
    /// The place of the address among the columns, counted from 1.
    const URL: usize = 2;
    /// That of whether the minutes are approved.
    const UNAPPROVED: usize = 27;

    /// Every column, in order.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let place = |key: Key| match key.fact().open {
            Open::Column(place) => Some((place, Self::Fact(key))),
            Open::No | Open::Data => None,
        };
        let mut columns: Vec<(usize, Self)> = Key::all().filter_map(place).collect();
        columns.push((Self::URL, Self::Url));
        columns.push((Self::UNAPPROVED, Self::Unapproved));
        columns.sort_unstable_by_key(|(place, _)| *place);
        columns.into_iter().map(|(_, column)| column).collect()
    }

    /// The name in the first line of the table.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Url => "url",
            Self::Unapproved => "unapproved",
            Self::Fact(key) => key.fact().field,
        }
    }
}

impl<'a> OpenFacts<'a> {
    /// The facts of a record, with the files published with it and where its links lead.
    #[must_use]
    pub fn new(
        record: &'a Record,
        attachments: &'a [PublishedAttachment],
        links: &'a [(String, String)],
        frame: &'a Frame<'a>,
    ) -> Self {
        let page = frame.addresses.record(record);
        Self {
            record,
            attachments,
            links,
            frame,
            page: page.url(&frame.settings),
        }
    }

    /// What a column of the table says: names without their pages, several values on lines of their own.
    #[must_use]
    pub fn cell(&self, column: Column) -> String {
        let key = match column {
            Column::Url => return self.page.clone(),
            Column::Unapproved => {
                let is_unapproved = self.record.is_unapproved();
                return if is_unapproved { "true" } else { "" }.to_owned();
            }
            Column::Fact(key) => key,
        };
        let Some(value) = self.value(key) else {
            return String::new();
        };
        let form = key.fact().form.single();
        let values = value.each();
        let texts: Vec<Cow<'_, str>> = values.map(|(_, value)| self.text(form, value)).collect();
        texts.join("\n")
    }

    /// The value of a fact. A record that names no language has that of the site.
    fn value(&self, key: Key) -> Option<Cow<'_, FactValue>> {
        let value = self.record.facts.get(key).map(Cow::Borrowed);
        let of_site = || FactValue::text(self.frame.settings.language.as_str());
        value.or_else(|| (key == Key::LANGUAGE).then(|| Cow::Owned(of_site())))
    }

    /// A single value as text.
    fn text<'v>(&self, form: Form, value: &'v FactValue) -> Cow<'v, str> {
        match (form, value) {
            (Form::Clauses, FactValue::Text(clause)) => self.whole_clause(clause),
            (Form::Choice(choices), FactValue::Choice(choice)) => {
                choices.get(*choice).map_or("", |choice| choice.code).into()
            }
            (Form::Group(group), FactValue::Group(parts)) => {
                let first = parts.first();
                let told = first.and_then(|(part, value)| Some((group.parts.get(*part)?, value)));
                told.map_or("".into(), |(part, value)| self.text(part.form, value))
            }
            (_, FactValue::Text(text)) => (&**text).into(),
            (_, FactValue::Day(day)) => day.to_string().into(),
            (_, FactValue::Moment(moment)) => moment.to_string().into(),
            (_, FactValue::Number(number)) => number.to_string().into(),
            (_, FactValue::Yes) => "true".into(),
            (_, FactValue::Choice(_) | FactValue::Many(_) | FactValue::Group(_)) => "".into(),
        }
    }

    /// A clause whose links have whole addresses.
    fn whole_clause<'v>(&self, clause: &'v str) -> Cow<'v, str> {
        let resolve = |destination: &str| {
            let address = resolved(self.links, destination)?;
            Some(match address.chars().next() {
                Some('/') => format!("{}{address}", self.frame.settings.origin()),
                Some('#') | None => format!("{}{address}", self.page),
                Some(_) => address,
            })
        };
        with_addresses(clause, &resolve)
    }

    /// The whole address of the page of a name under a key.
    fn url(&self, key: Key, name: &str) -> Option<String> {
        let gathering = Gathering::of_names(key)?;
        let page = self.frame.page_of(gathering, name, self.record)?;
        Some(page.url(&self.frame.settings))
    }
}

impl Serialize for OpenFacts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("url", &self.page)?;
        for key in Key::all().filter(|key| key.fact().open != Open::No) {
            if key == Key::ATTACHMENTS {
                let files = files(self.record, self.attachments, &self.frame.settings);
                if !files.is_empty() {
                    map.serialize_entry(key.fact().field, &files)?;
                }
            } else if let Some(value) = self.value(key) {
                let open = OpenValue {
                    facts: self,
                    key,
                    form: key.fact().form,
                    value: &value,
                };
                map.serialize_entry(key.fact().field, &open)?;
            }
        }
        let term = self.frame.settings.term_of_office(self.record.shown_day());
        if let Some(term) = term {
            map.serialize_entry("term_of_office", &term)?;
        }
        if self.record.is_unapproved() {
            map.serialize_entry("unapproved", &true)?;
        }
        map.end()
    }
}

/// A value of a fact.
struct OpenValue<'a> {
    facts: &'a OpenFacts<'a>,
    key: Key,
    form: Form,
    value: &'a FactValue,
}

impl OpenValue<'_> {
    /// A value within this one.
    fn within<'v>(&'v self, form: Form, value: &'v FactValue) -> OpenValue<'v> {
        OpenValue {
            facts: self.facts,
            key: self.key,
            form,
            value,
        }
    }

    fn group<S: Serializer>(&self, group: &Group, serializer: S) -> Result<S::Ok, S::Error> {
        let FactValue::Group(parts) = self.value else {
            return serializer.serialize_none();
        };
        let mut map = serializer.serialize_map(None)?;
        let mut url = None;
        let told = parts.iter();
        let told = told.filter_map(|(part, value)| Some((group.parts.get(*part)?, value)));
        for (part, value) in told {
            if matches!(part.form, Form::NameOfPage) {
                let text = self.facts.text(part.form, value);
                url = self.facts.url(self.key, &text);
                map.serialize_entry(part.name, &text)?;
            } else {
                map.serialize_entry(part.name, &self.within(part.form, value))?;
            }
        }
        if let Some(url) = url {
            map.serialize_entry("url", &url)?;
        }
        map.end()
    }
}

impl Serialize for OpenValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.form {
            Form::Many(form) => {
                let values = self.value.each();
                serializer.collect_seq(values.map(|(_, value)| self.within(*form, value)))
            }
            Form::Clauses => {
                let clauses = self.value.each();
                serializer
                    .collect_seq(clauses.map(|(_, clause)| self.facts.text(self.form, clause)))
            }
            Form::NameOfPage => {
                let name = self.facts.text(self.form, self.value);
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("name", &name)?;
                map.serialize_entry("url", &self.facts.url(self.key, &name))?;
                map.end()
            }
            Form::Group(group) => self.group(group, serializer),
            Form::Number(..) => self.value.number().serialize(serializer),
            Form::Flag => serializer.serialize_bool(true),
            Form::Lines | Form::Map => {
                let lines = self
                    .value
                    .as_text()
                    .map_or_else(Extra::default, Extra::of_text);
                lines.value().serialize(serializer)
            }
            Form::Choice(choices) if is_truth(choices) => {
                let code = self.facts.text(self.form, self.value);
                serializer.serialize_bool(code == TRUE)
            }
            Form::Text(_)
            | Form::Slug
            | Form::CaseNumber
            | Form::Name
            | Form::Language
            | Form::Day
            | Form::Moment(_)
            | Form::Time
            | Form::Choice(_)
            | Form::Heading
            | Form::Token
            | Form::Path => serializer.serialize_str(&self.facts.text(self.form, self.value)),
        }
    }
}

/// The facts that a file tells of a body, a person, a topic or a meeting, by their names.
#[must_use]
pub fn text_facts(text: &Text) -> Map<String, Value> {
    let own = text.kind.required();
    let told = text.facts.iter();
    let open = told.filter(|(key, _)| key.fact().open != Open::No && !own.contains(key));
    open.map(|(key, value)| (key.fact().field.to_owned(), plain(key.fact().form, value)))
        .collect()
}

/// A value as open data hold it where names have no page of their own.
fn plain(form: Form, value: &FactValue) -> Value {
    match (form, value) {
        (Form::Many(form), value) => value.each().map(|(_, value)| plain(*form, value)).collect(),
        (Form::Group(group), FactValue::Group(parts)) => {
            let told = parts.iter().filter_map(|(number, value)| {
                let part = group.parts.get(*number)?;
                Some((part.name.to_owned(), plain(part.form, value)))
            });
            Value::Object(told.collect())
        }
        (Form::Choice(choices), FactValue::Choice(number)) => {
            let code = choices.get(*number).map(|choice| choice.code);
            if is_truth(choices) {
                json!(code == Some(TRUE))
            } else {
                json!(code)
            }
        }
        (_, FactValue::Text(text)) => json!(text),
        (_, FactValue::Day(day)) => json!(day.to_string()),
        (_, FactValue::Moment(moment)) => json!(moment.to_string()),
        (_, FactValue::Number(number)) => json!(number),
        (_, FactValue::Yes) => json!(true),
        (_, FactValue::Choice(_) | FactValue::Many(_) | FactValue::Group(_)) => Value::Null,
    }
}

/// The code of a yes.
const TRUE: &str = "true";

/// Whether choices are a yes and a no, which data hold as such and not as a word.
fn is_truth(choices: &[Choice]) -> bool {
    choices
        .iter()
        .all(|choice| matches!(choice.code, TRUE | "false"))
}
