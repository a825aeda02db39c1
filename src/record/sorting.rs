//! Front matter sorted by its keys: what stands twice, what is not known, and what a comment cuts short.

use std::collections::BTreeMap;

use super::comments::{self, shown_comments};
use super::days::DayForms;
use super::fields::{Entry, Fields, TableKey, unknown};
use super::front_matter::{self, EntryPart, Value};
use super::keys::{Key, Reading, UnknownKeys, is_same};
use super::own_keys::Told;
use super::place::Place;
use crate::diagnostics::{Code, Diagnostic};
use crate::source::SourcePath;

/// How settings and descriptions of themes write days: no site has told of forms of its own there.
static USUAL_DAYS: DayForms = DayForms::USUAL;

impl<'a, K: TableKey> Fields<'a, K> {
    /// Parses the text at a place; what cannot be read is reported.
    fn parse(place: Place<'a>, days: &'a DayForms) -> (Self, Vec<(String, Value)>) {
        let mut fields = Self {
            place,
            days,
            entries: BTreeMap::new(),
            kept: Vec::new(),
            links: Vec::new(),
            diagnostics: Vec::new(),
            within: Vec::new(),
        };
        let entries = fields.place.parse().unwrap_or_else(|fault| {
            fields.diagnostics.push(*fault);
            Vec::new()
        });
        (fields, entries)
    }

    /// Reads a YAML text whose keys are those of a table and no others.
    pub(crate) fn of_table(place: Place<'a>) -> Self {
        let (mut fields, entries) = Self::parse(place, &USUAL_DAYS);
        let may_cut = fields.place.may_cut();
        for (index, (name, value)) in entries.into_iter().enumerate() {
            fields.report_twins(&value, index);
            if let Some(key) = K::named(&name) {
                if may_cut {
                    fields.report_cut(key, &value, &[index]);
                }
                fields.sort_in(key, name, value, vec![index]);
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
    fn report_cut(&mut self, key: K, value: &Value, way: &[usize]) {
        if key.form().holds_text() {
            let faults = comments::cut_short(&self.place, way, value);
            self.diagnostics.extend(faults);
        }
    }

    /// Sorts in an entry; reports a key that stands twice.
    fn sort_in(&mut self, key: K, name: String, value: Value, way: Vec<usize>) {
        let Some(first) = self.entries.get(&key) else {
            let way = Some(way);
            self.entries.insert(key, Entry { value, name, way });
            return;
        };
        let first = first.way.as_ref().unwrap_or(&way);
        let twin = self.place.twin(&name, &way, first);
        self.diagnostics.push(twin);
    }
}

impl<'a> Fields<'a> {
    /// Reads a YAML text that is, as a whole, the value of one key.
    pub(super) fn of_value(place: Place<'a>, key: Key) -> Self {
        let (mut fields, entries) = Self::parse(place, &USUAL_DAYS);
        let value = Value::Map(entries);
        for (again, first, name) in value.twins() {
            let twin = fields.place.twin(&name, &again, &first);
            fields.diagnostics.push(twin);
        }
        let name = key.name().to_owned();
        let way = Some(Vec::new());
        fields.entries.insert(key, Entry { value, name, way });
        fields
    }

    /// Reads front matter and sorts its entries by key. `known` says which keys this kind of file may have.
    pub(crate) fn read(place: Place<'a>, reading: &'a Reading, known: &[Key]) -> Self {
        let (mut fields, entries) = Self::parse(place, &reading.days);
        if !fields.could_not_be_read() {
            fields.sort(entries, reading, known);
            fields.report_guards_in_texts(reading);
        }
        fields
    }

    /// Gives keys that say nothing the values that are derived from the file, or those of the settings. `known` says which
    /// keys this kind of file may have.
    pub(super) fn fill(
        &mut self,
        reading: &Reading,
        known: &[Key],
        path: &SourcePath,
        prose: &str,
    ) {
        let derived = reading.derived.keys();
        for key in derived.chain(reading.defaults.keys().copied()) {
            if !known.contains(&key) || self.has(key) {
                continue;
            }
            let value = reading.derived.value(key, path, prose);
            let value = value.or_else(|| reading.defaults.get(&key).cloned());
            if let Some(value) = value {
                let entry = Entry {
                    value,
                    name: key.name().to_owned(),
                    way: None,
                };
                self.entries.insert(key, entry);
            }
        }
    }

    /// Sorts entries by their keys; reports keys that stand twice, and texts that are cut short.
    fn sort(&mut self, entries: Vec<(String, Value)>, reading: &Reading, known: &[Key]) {
        let may_cut = self.place.may_cut();
        let mut kept_at: Vec<usize> = Vec::new();
        let own = reading.own_keys.told(&entries, known);
        for (index, (name, value)) in entries.into_iter().enumerate() {
            self.report_twins(&value, index);
            let role = Role::of(&name, index, &own, reading, known);
            // What the settings call the theme's own means what they say.
            let is_ours = matches!(role, Role::Key(_) | Role::Kept);
            if is_ours || reading.guard_meant(&name, &value).is_none() {
                self.report_guards_within((&name, &value), index, &own, reading, is_ours);
            }
            if let Role::Key(key) | Role::Beside(key) = role
                && may_cut
                && key.guards_secrecy()
                && value.is_empty()
            {
                self.report_emptied(&name, index);
            }
            match role {
                Role::Key(key) => {
                    if may_cut {
                        self.report_cut(key, &value, &[index]);
                    }
                    let value = reading.in_our_words(key, value);
                    self.sort_in(key, name, value, vec![index]);
                }
                Role::Beside(key) if reading.unknown_keys == UnknownKeys::Report => {
                    self.sort_in(key, name, value, vec![index]);
                }
                Role::Used if reading.unknown_keys == UnknownKeys::Report => {
                    self.report_unused(&name, value, index, &own, reading, known);
                }
                Role::Kept => {
                    let faults = shown_comments(&self.place, &[index], &value);
                    self.diagnostics.extend(faults);
                    self.kept.push((name, value));
                    kept_at.push(index);
                }
                Role::Used if own.iter().any(|told| told.ways == [[index]]) => {}
                Role::Beside(_) | Role::Used | Role::Unknown => {
                    let kept = self.kept.len();
                    self.sort_unknown(name, value, &[index], reading, known);
                    kept_at.extend((self.kept.len() > kept).then_some(index));
                }
            }
        }
        self.sort_own(own, reading, may_cut);
        for (first, again) in front_matter::twin_keys(&self.kept) {
            let name = self.kept[again].0.clone();
            let twin = self.place.twin(&name, &[kept_at[again]], &[kept_at[first]]);
            self.diagnostics.push(twin);
        }
    }

    /// Sorts in what stands under keys of the site's own.
    fn sort_own(&mut self, own: Vec<Told<'_>>, reading: &Reading, may_cut: bool) {
        for Told {
            key,
            name,
            ways,
            value,
        } in own
        {
            if let [way] = &ways[..]
                && may_cut
            {
                self.report_cut(key, &value, way);
            }
            let value = reading.in_our_words(key, value);
            let way = ways.into_iter().next().unwrap_or_default();
            self.sort_in(key, name.to_owned(), value, way);
        }
    }

    /// Reports what a map holds beside the values that were taken out of it.
    fn report_unused(
        &mut self,
        name: &str,
        value: Value,
        index: usize,
        own: &[Told<'_>],
        reading: &Reading,
        known: &[Key],
    ) {
        let Value::Map(within) = value else { return };
        let ways = || own.iter().flat_map(|told| &told.ways);
        for (inner, (inner_name, value)) in within.into_iter().enumerate() {
            let way = [index, inner];
            if !ways().any(|used| used.starts_with(&way)) {
                let name = format!("{name}.{inner_name}");
                self.sort_unknown(name, value, &way, reading, known);
            }
        }
    }

    /// A key that is not known is kept or reported, but one that may be meant to keep the record from the public is
    /// always an error.
    fn sort_unknown(
        &mut self,
        name: String,
        value: Value,
        way: &[usize],
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
                let faults = shown_comments(&self.place, way, &value);
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
                let has_extra = known.contains(&Key::EXTRA);
                Diagnostic::new(Code::UnknownKey)
                    .with("extra", if has_extra { "yes" } else { "no" })
                    .with("nearest", reading.nearest(&name, known).unwrap_or("none"))
                    .with("known", names(Key::name))
                    .with("swedish_known", names(Key::swedish_name))
            }
        };
        let at = self.place.locate(way, EntryPart::Key);
        self.diagnostics.push(fault.with("key", name).at(at));
    }
}

/// What an entry is for its record.
enum Role {
    /// The value of a key.
    Key(Key),
    /// What would be the value of a key, had the settings not named another.
    Beside(Key),
    /// The settings use it, or something in it.
    Used,
    /// The settings say that it is none of our keys.
    Kept,
    /// Nothing that is known.
    Unknown,
}

impl Role {
    fn of(name: &str, index: usize, own: &[Told<'_>], reading: &Reading, known: &[Key]) -> Self {
        let mut ways = own.iter().flat_map(|told| &told.ways);
        let is_used = ways.any(|way| way[0] == index);
        match reading.key_among(name, known) {
            Some(key) if key.guards_secrecy() => Self::Key(key),
            _ if is_used => Self::Used,
            Some(Key::EXTRA) if reading.own_keys.key(name).is_some() => Self::Kept,
            None => Self::Unknown,
            Some(key)
                if own
                    .iter()
                    .any(|told| told.key == key && !is_same(told.name, name)) =>
            {
                Self::Beside(key)
            }
            Some(key) => Self::Key(key),
        }
    }
}
