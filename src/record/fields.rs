//! Typed reading of front matter: each value asked for by its key, each fault reported at its place.

use std::collections::BTreeMap;

use super::date::{Date, Moment};
use super::front_matter::{self, Part, Parts, SyntaxFault, Value};
use super::keys::{Key, Reading, UnknownKeys, nearest};
use super::slug::slug;
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{Location, SourcePath};

/// The front matter of one file, ready to be asked.
pub(crate) struct Fields<'a> {
    place: Place<'a>,
    entries: BTreeMap<Key, Entry>,
    /// Keys that are not known, when the site keeps them.
    pub(crate) kept: Vec<(String, Value)>,
    /// What is wrong so far.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// A value and where it stands: its number among the entries, none for a default of the settings.
struct Entry {
    value: Value,
    /// The key as the file spells it.
    name: String,
    index: Option<usize>,
}

/// Where front matter stands in its file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    /// The file.
    pub(crate) path: &'a SourcePath,
    /// The YAML.
    pub(crate) yaml: &'a str,
    /// The line at which the YAML begins.
    pub(crate) first_line: usize,
}

impl<'a> Place<'a> {
    /// The place of the YAML that a file's parts hold.
    pub(crate) fn of(path: &'a SourcePath, parts: &Parts<'a>) -> Self {
        Self {
            path,
            yaml: parts.yaml,
            first_line: parts.yaml_line,
        }
    }

    /// Where an entry stands, by the numbers on the way to it.
    pub(crate) fn locate(&self, path: &[usize], part: Part) -> Location {
        let Some((line, column)) = front_matter::locate(self.yaml, path, part) else {
            return Location::start_of(self.path);
        };
        let rest: String = self
            .yaml
            .lines()
            .nth(line - 1)
            .unwrap_or_default()
            .chars()
            .skip(column - 1)
            .collect();
        let length = match part {
            Part::Key => rest
                .find(':')
                .map_or(1, |colon| rest[..colon].chars().count()),
            Part::Value => written_length(&rest, path.len() > 1),
        };
        Location {
            path: self.path.clone(),
            line: line + self.first_line - 1,
            column,
            length: length.max(1),
        }
    }

    /// The diagnostic for YAML that cannot be read.
    pub(crate) fn syntax_fault(&self, fault: SyntaxFault) -> Diagnostic {
        let line =
            (fault.line + self.first_line - 1).min(self.first_line + self.yaml.lines().count());
        let at = Location {
            path: self.path.clone(),
            line,
            column: fault.column,
            length: 1,
        };
        Diagnostic::new(Code::FrontMatterSyntax)
            .with("fault", fault.message)
            .at(at)
    }
}

/// How many characters a value takes on its first line; `rest` is the line from where the value begins.
fn written_length(rest: &str, may_be_in_brackets: bool) -> usize {
    let quote = rest
        .chars()
        .next()
        .filter(|first| matches!(first, '"' | '\''));
    let end = match quote {
        Some(quote) => rest[1..].find(quote).map_or(rest.len(), |close| close + 2),
        None if may_be_in_brackets => rest.find([',', '}', ']']).unwrap_or(rest.len()),
        None => rest.find(" #").unwrap_or(rest.len()),
    };
    rest[..end].trim_end().chars().count()
}

impl<'a> Fields<'a> {
    /// Reads front matter and sorts its entries by key. `known` says which keys this kind of file may have.
    pub(crate) fn read(place: Place<'a>, reading: &Reading, known: &[Key]) -> Self {
        let mut fields = Self {
            place,
            entries: BTreeMap::new(),
            kept: Vec::new(),
            diagnostics: Vec::new(),
        };
        match front_matter::parse(place.yaml) {
            Ok(entries) => {
                for (index, (name, value)) in entries.into_iter().enumerate() {
                    fields.sort_in(&name, value, index, reading, known);
                }
            }
            Err(fault) => fields.diagnostics.push(place.syntax_fault(fault)),
        }
        for (key, value) in &reading.defaults {
            let is_open = fields
                .entries
                .get(key)
                .is_none_or(|entry| entry.value == Value::Empty);
            if known.contains(key) && is_open {
                fields.entries.insert(
                    *key,
                    Entry {
                        value: value.clone(),
                        name: key.name().to_owned(),
                        index: None,
                    },
                );
            }
        }
        fields
    }

    fn sort_in(
        &mut self,
        name: &str,
        value: Value,
        index: usize,
        reading: &Reading,
        known: &[Key],
    ) {
        let at = || self.place.locate(&[index], Part::Key);
        let Some(key) = reading.key(name).filter(|key| known.contains(key)) else {
            match reading.unknown_keys {
                UnknownKeys::Keep => self.kept.push((name.to_owned(), value)),
                UnknownKeys::Report => {
                    let nearest = reading.nearest(name, known).unwrap_or("none");
                    let fault = Diagnostic::new(Code::UnknownKey)
                        .with("key", name)
                        .with("nearest", nearest);
                    self.diagnostics.push(fault.at(at()));
                }
            }
            return;
        };
        if let Some(first) = self.entries.get(&key) {
            let fault = Diagnostic::new(Code::DuplicateKey)
                .with("key", name)
                .at(at());
            let first = first
                .index
                .map(|index| self.place.locate(&[index], Part::Key));
            self.diagnostics
                .push(first.into_iter().fold(fault, Diagnostic::related));
            return;
        }
        self.entries.insert(
            key,
            Entry {
                value,
                name: name.to_owned(),
                index: Some(index),
            },
        );
    }

    /// The key as the file spells it.
    pub(crate) fn written_name(&self, key: Key) -> String {
        self.entries
            .get(&key)
            .map_or_else(|| key.name().to_owned(), |entry| entry.name.clone())
    }

    /// Whether the file gives this key a value.
    pub(crate) fn has(&self, key: Key) -> bool {
        self.value(key).is_some()
    }

    /// The value of a key, unless it is empty.
    pub(crate) fn value(&self, key: Key) -> Option<&Value> {
        self.entries
            .get(&key)
            .map(|entry| &entry.value)
            .filter(|value| **value != Value::Empty)
    }

    /// The key itself, or the file's first line when the file does not hold it.
    pub(crate) fn key_place(&self, key: Key) -> Location {
        self.place_of(key, &[], Part::Key)
    }

    /// The place of a key's value or of a value inside it.
    pub(crate) fn value_place(&self, key: Key, inner: &[usize]) -> Location {
        self.place_of(key, inner, Part::Value)
    }

    fn place_of(&self, key: Key, inner: &[usize], part: Part) -> Location {
        let index = self.entries.get(&key).and_then(|entry| entry.index);
        index.map_or_else(
            || Location::start_of(self.place.path),
            |index| self.place.locate(&[&[index], inner].concat(), part),
        )
    }

    /// Reports a fault of a value.
    pub(crate) fn report(&mut self, diagnostic: Diagnostic, key: Key, inner: &[usize]) {
        let at = self.value_place(key, inner);
        self.diagnostics.push(diagnostic.at(at));
    }

    /// Reports each required key that has no value.
    pub(crate) fn require(&mut self, keys: impl Iterator<Item = Key>) {
        for key in keys {
            if !self.has(key) {
                let at = self.key_place(key);
                self.diagnostics.push(
                    Diagnostic::new(Code::MissingKey)
                        .with("key", key.name())
                        .with("swedish", key.swedish_name())
                        .at(at),
                );
            }
        }
    }

    /// A text.
    pub(crate) fn text(&mut self, key: Key) -> Option<String> {
        let text = self.value(key)?.text().map(str::trim);
        let text = text.filter(|text| !text.is_empty()).map(str::to_owned);
        if text.is_none() {
            self.wrong_form(key, &[], "text");
        }
        text
    }

    /// A text or a list of texts.
    pub(crate) fn texts(&mut self, key: Key) -> Vec<String> {
        self.items(key)
            .iter()
            .filter_map(|(value, inner)| self.text_of(value, key, inner))
            .collect()
    }

    /// A value or the values of a list, each with the way to it.
    pub(crate) fn items(&self, key: Key) -> Vec<(Value, Vec<usize>)> {
        match self.value(key) {
            None => Vec::new(),
            Some(Value::List(values)) => values
                .iter()
                .enumerate()
                .map(|(index, value)| (value.clone(), vec![index]))
                .collect(),
            Some(value) => vec![(value.clone(), Vec::new())],
        }
    }

    /// The ways to the texts within a key's value that hold something.
    pub(crate) fn texts_with(&self, key: Key, needle: &str) -> Vec<Vec<usize>> {
        let mut found = Vec::new();
        if let Some(value) = self.value(key) {
            find_texts(value, needle, &mut Vec::new(), &mut found);
        }
        found
    }

    /// The text of a value inside a key's value; anything else is reported.
    pub(crate) fn text_of(&mut self, value: &Value, key: Key, inner: &[usize]) -> Option<String> {
        let text = value
            .text()
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty());
        if text.is_none() {
            self.wrong_form(key, inner, "text");
        }
        text
    }

    /// Whether something of a name can stand in an address; reports a name of which nothing can.
    pub(crate) fn has_address(&mut self, name: &str, key: Key, inner: &[usize]) -> bool {
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
    pub(crate) fn wrong_form(&mut self, key: Key, inner: &[usize], form: &str) {
        let fault = Diagnostic::new(Code::ValueForm)
            .with("key", self.written_name(key))
            .with("form", form);
        self.report(fault, key, inner);
    }

    /// A day.
    pub(crate) fn date(&mut self, key: Key) -> Option<Date> {
        let text = self.text(key)?;
        let date = Date::read(&text);
        if date.is_none() {
            self.report(
                Diagnostic::new(Code::DateInvalid)
                    .with("text", text)
                    .with("time", "no"),
                key,
                &[],
            );
        }
        date
    }

    /// A day, which `of_day` turns into a moment, or a day with a time.
    pub(crate) fn moment(&mut self, key: Key, of_day: fn(Date) -> Moment) -> Option<Moment> {
        let text = self.text(key)?;
        let moment = Date::read(&text)
            .map(of_day)
            .or_else(|| Moment::read(&text));
        if moment.is_none() {
            self.report(
                Diagnostic::new(Code::DateInvalid)
                    .with("text", text)
                    .with("time", "yes"),
                key,
                &[],
            );
        }
        moment
    }

    /// One of a fixed set of values, each with its spellings.
    pub(crate) fn choice<T: Copy>(&mut self, key: Key, choices: &[(T, &[&str])]) -> Option<T> {
        let text = self.text(key)?;
        let word = text.to_lowercase().replace(['-', '_'], " ");
        let chosen = choices
            .iter()
            .find(|(_, spellings)| spellings.contains(&word.as_str()));
        if chosen.is_none() {
            let spellings = || {
                choices
                    .iter()
                    .flat_map(|(_, spellings)| spellings.iter().copied())
            };
            let fault = Diagnostic::new(Code::UnknownValue)
                .with("key", self.written_name(key))
                .with("text", text)
                .with("nearest", nearest(&word, spellings()).unwrap_or("none"))
                .with(
                    "choices",
                    choices
                        .iter()
                        .map(|(_, spellings)| spellings[0])
                        .collect::<Vec<_>>()
                        .join(", "),
                );
            self.report(fault, key, &[]);
        }
        chosen.map(|(value, _)| *value)
    }
}

fn find_texts(value: &Value, needle: &str, way: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
    let inner: Vec<&Value> = match value {
        Value::Text(text) if text.contains(needle) => {
            found.push(way.clone());
            return;
        }
        Value::Empty | Value::Text(_) | Value::Number { .. } => return,
        Value::List(values) => values.iter().collect(),
        Value::Map(entries) => entries.iter().map(|(_, value)| value).collect(),
    };
    for (index, value) in inner.into_iter().enumerate() {
        way.push(index);
        find_texts(value, needle, way, found);
        way.pop();
    }
}
