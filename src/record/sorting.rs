//! Front matter sorted by its keys: what stands twice, what is not known, and what a comment cuts short.

use std::collections::BTreeMap;
use std::ops::Range;

use super::comments::{self, shown_comments};
use super::fields::{Entry, Fields, TableKey, unknown};
use super::front_matter::{self, EntryPart, Value};
use super::keys::{Key, Reading, UnknownKeys};
use super::place::Place;
use crate::diagnostics::{Code, Diagnostic};
use crate::source::Location;

impl<'a, K: TableKey> Fields<'a, K> {
    /// Parses the YAML at a place; what it is no YAML for is reported.
    fn parse(place: Place<'a>) -> (Self, Vec<(String, Value)>) {
        let mut fields = Self {
            place,
            entries: BTreeMap::new(),
            kept: Vec::new(),
            links: Vec::new(),
            diagnostics: Vec::new(),
        };
        let entries = front_matter::parse(fields.place.yaml());
        let entries = entries.unwrap_or_else(|fault| {
            let fault = fields.place.syntax_fault(&fault);
            fields.diagnostics.push(fault);
            Vec::new()
        });
        (fields, entries)
    }

    /// Reads a YAML text whose keys are those of a table and no others.
    pub(crate) fn of_table(place: Place<'a>) -> Self {
        let (mut fields, entries) = Self::parse(place);
        let may_cut = comments::may_cut(fields.place.yaml());
        for (index, (name, value)) in entries.into_iter().enumerate() {
            fields.report_twins(&value, index);
            if let Some(key) = K::named(&name) {
                if may_cut {
                    fields.report_cut(key, &value, index);
                }
                fields.sort_in(key, name, value, index);
            } else {
                let at = fields.place.locate(&[index], EntryPart::Key);
                let fault = unknown(&name, K::all().flat_map(K::spellings));
                fields.diagnostics.push(fault.at(at));
            }
        }
        fields
    }

    /// Reports keys that stand twice within a value, at whatever depth.
    fn report_twins(&mut self, value: &Value, index: usize) {
        for (again, first, name) in value.twins() {
            let within = |way: &[usize]| [&[index], way].concat();
            let twin = self.place.twin(&name, &within(&again), &within(&first));
            self.diagnostics.push(twin);
        }
    }

    /// Reports the texts of a key that a comment cuts short.
    fn report_cut(&mut self, key: K, value: &Value, index: usize) {
        if key.form().holds_text() {
            let faults = comments::cut_short(&self.place, index, value);
            self.diagnostics.extend(faults);
        }
    }

    /// Sorts in an entry; reports a key that stands twice.
    fn sort_in(&mut self, key: K, name: String, value: Value, index: usize) {
        let Some(first) = self.entries.get(&key) else {
            let index = Some(index);
            self.entries.insert(key, Entry { value, name, index });
            return;
        };
        let first = first.index.unwrap_or(index);
        let twin = self.place.twin(&name, &[index], &[first]);
        self.diagnostics.push(twin);
    }
}

impl<'a> Fields<'a> {
    /// Reads front matter and sorts its entries by key. `known` says which keys this kind of file may have.
    pub(crate) fn read(place: Place<'a>, reading: &Reading, known: &[Key]) -> Self {
        let (mut fields, entries) = Self::parse(place);
        if !fields.could_not_be_read() {
            fields.sort(entries, reading, known);
            fields.report_guards_in_texts(reading);
        }
        for (key, value) in &reading.defaults {
            let is_open = fields
                .entries
                .get(key)
                .is_none_or(|entry| entry.value.is_empty());
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

    /// Sorts entries by their keys; reports keys that stand twice, and texts that are cut short.
    fn sort(&mut self, entries: Vec<(String, Value)>, reading: &Reading, known: &[Key]) {
        let may_cut = comments::may_cut(self.place.yaml());
        let mut kept_at: Vec<usize> = Vec::new();
        for (index, (name, value)) in entries.into_iter().enumerate() {
            self.report_twins(&value, index);
            let key = reading.key(&name).filter(|key| known.contains(key));
            if may_cut && key.is_some_and(Key::guards_secrecy) && value.is_empty() {
                self.report_emptied(&name, index);
            }
            if let Some(key) = key {
                if may_cut {
                    self.report_cut(key, &value, index);
                }
                self.sort_in(key, name, value, index);
            } else {
                let kept = self.kept.len();
                self.sort_unknown(name, value, index, reading, known);
                kept_at.extend((self.kept.len() > kept).then_some(index));
            }
        }
        for (first, again) in front_matter::twin_keys(&self.kept) {
            let name = self.kept[again].0.clone();
            let twin = self.place.twin(&name, &[kept_at[again]], &[kept_at[first]]);
            self.diagnostics.push(twin);
        }
    }

    /// Reports a guarding key that has no value since a comment stands where it would.
    fn report_emptied(&mut self, name: &str, index: usize) {
        let Some(offset) = self.place.offset(&[index], EntryPart::Value) else {
            return;
        };
        let line = self.place.yaml()[offset..].lines().next();
        let line = line.unwrap_or_default().trim_end();
        if let Some(comment) = line.find('#') {
            let at = self.place.range(offset + comment..offset + line.len());
            let fault = guard_unclear(name, "comment");
            self.diagnostics.push(fault.at(at));
        }
    }

    /// Reports lines of texts that read like a guarding key, which guards nothing there.
    fn report_guards_in_texts(&mut self, reading: &Reading) {
        let yaml = self.place.yaml();
        let mut start = 0;
        for line in yaml.split_inclusive('\n') {
            let offset = start + line.len() - line.trim_start().len();
            start += line.len();
            let Some((name, key)) = reading.guard_on(line) else {
                continue;
            };
            let is_entry = !line.starts_with([' ', '\t']) && self.entries.contains_key(&key);
            if !is_entry && !self.place.has_key_at(offset) {
                let at = self.place.range(offset..offset + line.trim().len());
                self.diagnostics.push(guard_unclear(name, "text").at(at));
            }
        }
    }

    /// Reports prose that begins with a line that reads like a guarding key.
    pub(super) fn report_guard_in_prose(
        &mut self,
        reading: &Reading,
        prose: &str,
        at: impl Fn(Range<usize>) -> Location,
    ) {
        let start = prose.len() - prose.trim_start().len();
        let line = prose[start..].lines().next().unwrap_or_default().trim_end();
        if let Some((name, _)) = reading.guard_on(line) {
            let fault = guard_unclear(name, "text").at(at(start..start + line.len()));
            self.diagnostics.push(fault);
        }
    }

    /// A key that is not known is kept or reported, but one that may be meant to keep the record from the public is
    /// always an error.
    fn sort_unknown(
        &mut self,
        name: String,
        value: Value,
        index: usize,
        reading: &Reading,
        known: &[Key],
    ) {
        let guard = reading.guard_meant(&name, &value);
        let fault = match (guard, reading.unknown_keys) {
            (Some(guard), _) => Diagnostic::new(Code::GuardingKeyUnclear)
                .with("guard", guard.name())
                .with("swedish_guard", guard.swedish_name())
                .with(
                    "of",
                    if known.contains(&guard) {
                        "record"
                    } else {
                        "page"
                    },
                ),
            (None, UnknownKeys::Keep) => {
                let faults = shown_comments(&self.place, index, &value);
                self.diagnostics.extend(faults);
                self.kept.push((name, value));
                return;
            }
            (None, UnknownKeys::Report) => {
                let names = |name: fn(Key) -> &'static str| {
                    known
                        .iter()
                        .copied()
                        .map(name)
                        .collect::<Vec<_>>()
                        .join(", ")
                };
                Diagnostic::new(Code::UnknownKey)
                    .with("nearest", reading.nearest(&name, known).unwrap_or("none"))
                    .with("known", names(Key::name))
                    .with("swedish_known", names(Key::swedish_name))
            }
        };
        let at = self.place.locate(&[index], EntryPart::Key);
        self.diagnostics.push(fault.with("key", name).at(at));
    }
}

/// A guarding key that guards nothing as it stands.
fn guard_unclear(name: &str, of: &str) -> Diagnostic {
    Diagnostic::new(Code::GuardingKeyUnclear)
        .with("key", name)
        .with("of", of)
}
