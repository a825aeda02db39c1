//! Typed reading of front matter: each value asked for by its key, each fault reported at its place.

use std::collections::BTreeMap;

use super::days::DayForms;
use super::facts::{Choice, Form};
use super::front_matter::{EntryPart, Value, quoted};
use super::keys::{Key, is_same, nearest};
use super::names::spelt;
use super::place::Place;
use super::prose::{self, Link};
use super::read::{links, report_prose};
use super::slug::slug;
use super::words::{choice_named, plain};
use crate::diagnostics::{Code, Diagnostic};
use crate::source::Location;

/// A key of a YAML text. Its table says by which names it is written, and the form of its value.
pub(crate) trait TableKey: Copy + Ord + 'static {
    /// Every key of the table.
    fn all() -> impl Iterator<Item = Self>;

    /// The name that the documentation uses.
    fn name(self) -> &'static str;

    /// Every name the key may be written with, that one first.
    fn spellings(self) -> impl Iterator<Item = &'static str>;

    /// The form of its value.
    fn form(self) -> Form;

    /// The first Swedish name; the one of the documentation where it has none.
    fn swedish_name(self) -> &'static str {
        self.spellings().nth(1).unwrap_or(self.name())
    }

    /// The key of this name.
    fn named(name: &str) -> Option<Self> {
        let is_named = |key: &Self| key.spellings().any(|spelling| is_same(spelling, name));
        Self::all().find(is_named)
    }
}

/// The entries of one YAML text by their keys, ready to be asked: front matter, settings, the description of a theme.
pub(crate) struct Fields<'a, K = Key> {
    pub(super) place: Place<'a>,
    /// The forms of its days.
    pub(super) days: &'a DayForms,
    pub(super) entries: BTreeMap<K, Entry>,
    /// Keys that are not known, when the site keeps them.
    pub(crate) kept: Vec<(String, Value)>,
    /// The links of the clauses read so far.
    pub(crate) links: Vec<Link>,
    /// What is wrong so far.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The names of the parts within which a value is being read, as the file spells them.
    pub(super) within: Vec<String>,
}

/// A value and where it stands.
pub(super) struct Entry {
    pub(super) value: Value,
    /// The key as the file spells it.
    pub(super) name: String,
    /// The numbers on the way to it in the front matter; none for what does not stand there.
    pub(super) way: Option<Vec<usize>>,
}

impl<K: TableKey> Fields<'_, K> {
    /// Whether the front matter as a whole could not be read.
    pub(crate) fn could_not_be_read(&self) -> bool {
        let is_syntax = |fault: &Diagnostic| fault.code == Code::FrontMatterSyntax;
        self.diagnostics.iter().any(is_syntax)
    }

    /// The key as the file spells it.
    pub(crate) fn written_name(&self, key: K) -> String {
        self.entries
            .get(&key)
            .map_or_else(|| key.name().to_owned(), |entry| entry.name.clone())
    }

    /// The name under which the value that is being read stands: of the innermost part, or the key.
    fn nearest_name(&self, key: K) -> String {
        let innermost = self.within.last().cloned();
        innermost.unwrap_or_else(|| self.written_name(key))
    }

    /// Whether the file gives this key a value.
    pub(crate) fn has(&self, key: K) -> bool {
        self.value(key).is_some()
    }

    /// The value of a key, unless it is empty.
    pub(crate) fn value(&self, key: K) -> Option<&Value> {
        self.entries
            .get(&key)
            .map(|entry| &entry.value)
            .filter(|value| !value.is_empty())
    }

    /// The key itself, or the file's first line when the file does not hold it.
    pub(crate) fn key_place(&self, key: K) -> Location {
        self.place_of(key, &[], EntryPart::Key)
    }

    /// The place of a key's value or of a value inside it.
    pub(crate) fn value_place(&self, key: K, inner: &[usize]) -> Location {
        self.place_of(key, inner, EntryPart::Value)
    }

    fn place_of(&self, key: K, inner: &[usize], part: EntryPart) -> Location {
        let way = self.entries.get(&key).and_then(|entry| entry.way.as_ref());
        way.map_or_else(
            || self.place.start(),
            |way| self.place.locate(&[way, inner].concat(), part),
        )
    }

    /// Reports a fault of a value.
    pub(crate) fn report(&mut self, diagnostic: Diagnostic, key: K, inner: &[usize]) {
        let at = self.value_place(key, inner);
        self.diagnostics.push(diagnostic.at(at));
    }

    /// Reports each required key that has no value.
    pub(crate) fn require(&mut self, keys: impl Iterator<Item = K>) {
        for key in keys {
            if !self.has(key) {
                let at = self.key_place(key);
                let is_empty = self.entries.contains_key(&key);
                let (reason, name) = if is_empty {
                    ("empty", self.written_name(key))
                } else {
                    ("missing", key.name().to_owned())
                };
                self.diagnostics.push(
                    Diagnostic::new(Code::MissingKey)
                        .with("reason", reason)
                        .with("key", name)
                        .with("swedish", key.swedish_name())
                        .at(at),
                );
            }
        }
    }

    /// A text.
    pub(crate) fn text(&mut self, key: K) -> Option<String> {
        let text = self.value(key)?.text().map(str::trim);
        let text = text.filter(|text| !text.is_empty()).map(str::to_owned);
        if text.is_none() {
            self.wrong_form(key, &[], "text");
        }
        text
    }

    /// A value or the values of a list, each with the way to it.
    pub(crate) fn items(&self, key: K) -> Vec<(Value, Vec<usize>)> {
        match self.value(key) {
            None => Vec::new(),
            Some(Value::List(values)) => values
                .iter()
                .enumerate()
                .filter(|(_, value)| !value.is_empty())
                .map(|(index, value)| (value.clone(), vec![index]))
                .collect(),
            Some(value) => vec![(value.clone(), Vec::new())],
        }
    }

    /// The text of a value inside a key's value; anything else is reported.
    pub(crate) fn text_of(&mut self, value: &Value, key: K, inner: &[usize]) -> Option<String> {
        let text = value
            .text()
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty());
        match (&text, value) {
            (Some(_), _) => {}
            (None, Value::Map(entries)) if !inner.is_empty() && entries.len() == 1 => {
                self.report_colon(&entries[0], key, inner);
            }
            (None, _) => self.wrong_form(key, inner, "text"),
        }
        text
    }

    /// Reports a text in a list that its colon made a key with a value.
    fn report_colon(&mut self, (before, value): &(String, Value), key: K, inner: &[usize]) {
        let Some(behind) = value.text() else {
            self.wrong_form(key, inner, "text");
            return;
        };
        let fault = Diagnostic::new(Code::FrontMatterSyntax)
            .with("reason", "colon")
            .with("key", self.nearest_name(key))
            .with(
                "cure",
                format!("- {}", quoted(&format!("{before}: {behind}"))),
            );
        self.report(fault, key, inner);
    }

    /// The name that a value inside a key's value holds, as names are shown.
    pub(crate) fn name_of(&mut self, value: &Value, key: K, inner: &[usize]) -> Option<String> {
        self.text_of(value, key, inner).map(|name| spelt(&name))
    }

    /// Reports a key inside a value that stands there under two names.
    pub(crate) fn report_twin(&mut self, key: K, name: &str, again: &[usize], first: &[usize]) {
        let Some(way) = self.entries.get(&key).and_then(|entry| entry.way.clone()) else {
            return;
        };
        let within = |inner: &[usize]| [&way, inner].concat();
        let twin = self.place.twin(name, &within(again), &within(first));
        self.diagnostics.push(twin);
    }

    /// Whether something of a name can stand in an address; reports a name of which nothing can.
    pub(crate) fn has_address(&mut self, name: &str, key: K, inner: &[usize]) -> bool {
        let has_address = !slug(name).is_empty();
        if !has_address {
            self.report(
                Diagnostic::new(Code::NameWithoutAddress).with("name", name),
                key,
                inner,
            );
        }
        has_address
    }

    /// Reports that a value has not the form its key asks for.
    pub(crate) fn wrong_form(&mut self, key: K, inner: &[usize], form: &str) {
        let fault = self.form_fault(key, form);
        self.report(fault, key, inner);
    }

    pub(super) fn form_fault(&self, key: K, form: &str) -> Diagnostic {
        Diagnostic::new(Code::ValueForm)
            .with("key", self.nearest_name(key))
            .with("form", form)
    }

    /// Reports a name below a key that none of the known ones is.
    pub(crate) fn report_unknown<'c>(
        &mut self,
        name: &str,
        known: impl Iterator<Item = &'c str>,
        key: K,
        inner: &[usize],
    ) {
        let at = self.place_of(key, inner, EntryPart::Key);
        self.diagnostics.push(unknown(name, known).at(at));
    }

    /// The `key: value` lines that a key holds.
    pub(crate) fn map(&mut self, key: K) -> Vec<(String, Value)> {
        match self.value(key).cloned() {
            None => Vec::new(),
            Some(Value::Map(entries)) => entries,
            Some(Value::Empty | Value::Text(_) | Value::Number { .. } | Value::List(_)) => {
                self.wrong_form(key, &[], "map");
                Vec::new()
            }
        }
    }

    /// The number of one of a fixed set of values. Of a yes and a no, none is proposed for being near.
    pub(crate) fn choice_of(
        &mut self,
        choices: &[Choice],
        value: &Value,
        key: K,
        inner: &[usize],
    ) -> Option<usize> {
        let text = self.text_of(value, key, inner)?;
        let chosen = choice_named(choices, &text);
        if chosen.is_none() {
            let spellings = choices.iter().flat_map(|choice| choice.words.iter());
            let is_flag = choices.len() == 2;
            let word = plain(&text);
            let meant = nearest(&word, spellings.copied()).filter(|_| !is_flag);
            let listed = |language: usize| {
                let names = choices.iter().map(|choice| choice.words[language]);
                names.collect::<Vec<_>>().join(", ")
            };
            let fault = Diagnostic::new(Code::UnknownValue)
                .with("key", self.nearest_name(key))
                .with("text", text)
                .with("nearest", meant.unwrap_or("none"))
                .with("choices", listed(0))
                .with("swedish_choices", listed(1));
            self.report(fault, key, inner);
        }
        chosen
    }

    /// The links and faults of a clause, at its place.
    pub(crate) fn survey_clause(&mut self, key: K, clause: &str, inner: &[usize]) {
        let survey = prose::survey_clause(clause);
        if survey.links.is_empty() && survey.faults.is_empty() {
            return;
        }
        let at = self.value_place(key, inner);
        self.links.extend(links(survey.links, |_| at.clone()));
        report_prose(survey.faults, |_| at.clone(), &mut self.diagnostics);
    }
}

/// A key that none of the known ones is.
pub(super) fn unknown<'c>(name: &str, known: impl Iterator<Item = &'c str>) -> Diagnostic {
    let known: Vec<&str> = known.collect();
    let listed = known.join(", ");
    let has_extra = known.contains(&"extra");
    Diagnostic::new(Code::UnknownKey)
        .with("key", name)
        .with("extra", if has_extra { "yes" } else { "no" })
        .with(
            "nearest",
            nearest(name, known.into_iter()).unwrap_or("none"),
        )
        .with("known", listed.clone())
        .with("swedish_known", listed)
}
