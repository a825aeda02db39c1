//! Front matter sorted by its keys: what stands twice, what is not known, and what a comment cuts short.

use std::collections::BTreeMap;

use super::comments;
use super::fields::{Entry, Fields};
use super::front_matter::{self, Part, Value};
use super::keys::{Key, Reading, UnknownKeys};
use super::place::Place;
use crate::diagnostics::{Code, Diagnostic};

impl<'a> Fields<'a> {
    /// Reads front matter and sorts its entries by key. `known` says which keys this kind of file may have.
    pub(crate) fn read(place: Place<'a>, reading: &Reading, known: &[Key]) -> Self {
        let mut fields = Self {
            place,
            entries: BTreeMap::new(),
            kept: Vec::new(),
            diagnostics: Vec::new(),
        };
        match front_matter::parse(fields.place.yaml()) {
            Ok(entries) => fields.sort(entries, reading, known),
            Err(fault) => {
                let fault = fields.place.syntax_fault(fault);
                fields.diagnostics.push(fault);
            }
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

    /// Sorts entries by their keys; reports keys that stand twice, at whatever depth, and texts that are cut short.
    fn sort(&mut self, entries: Vec<(String, Value)>, reading: &Reading, known: &[Key]) {
        let may_cut = comments::may_cut(self.place.yaml());
        let mut kept_at: Vec<usize> = Vec::new();
        for (index, (name, value)) in entries.into_iter().enumerate() {
            for (again, first, name) in value.twins() {
                let within = |way: &[usize]| [&[index], way].concat();
                let twin = self.place.twin(&name, &within(&again), &within(&first));
                self.diagnostics.push(twin);
            }
            let key = reading.key(&name).filter(|key| known.contains(key));
            if may_cut && key.is_some_and(Key::holds_text) {
                let faults = comments::cut_short(&self.place, index, &value);
                self.diagnostics.extend(faults);
            }
            if let Some(key) = key {
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

    fn sort_in(&mut self, key: Key, name: String, value: Value, index: usize) {
        let Some(first) = self.entries.get(&key) else {
            let index = Some(index);
            self.entries.insert(key, Entry { value, name, index });
            return;
        };
        let first = first.index.unwrap_or(index);
        let twin = self.place.twin(&name, &[index], &[first]);
        self.diagnostics.push(twin);
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
                self.kept.push((name, value));
                return;
            }
            (None, UnknownKeys::Report) => Diagnostic::new(Code::UnknownKey)
                .with("nearest", reading.nearest(&name, known).unwrap_or("none")),
        };
        let at = self.place.locate(&[index], Part::Key);
        self.diagnostics.push(fault.with("key", name).at(at));
    }
}
