//! What is told of whatever may be meant to keep a record from the public and does not.

use std::ops::Range;

use super::derived::FIRST_LINES;
use super::fields::Fields;
use super::front_matter::{EntryPart, Value};
use super::hints::{is_line_of_draft, is_title_of_draft, name_of_drafts, says_hidden};
use super::keys::{Key, Reading};
use super::own_keys::Told;
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{Location, SourcePath};

impl Fields<'_> {
    /// Reports a guarding key that has no value since a comment stands where it would.
    pub(super) fn report_emptied(&mut self, name: &str, index: usize) {
        let Some(offset) = self.place.offset(&[index], EntryPart::Value) else {
            return;
        };
        let line = self.place.written()[offset..].lines().next();
        let line = line.unwrap_or_default().trim_end();
        if let Some(comment) = line.find('#') {
            let at = self.place.range(offset + comment..offset + line.len());
            let fault = guard_unclear(name, "comment");
            self.diagnostics.push(fault.at(at));
        }
    }

    /// Reports lines of texts that read like a guarding key, which guards nothing there.
    pub(super) fn report_guards_in_texts(&mut self, reading: &Reading) {
        let yaml = self.place.written();
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

    /// Reports prose that begins with a line that reads like a guarding key; of a file without front matter, each of its first
    /// lines.
    pub(super) fn report_guard_in_prose(
        &mut self,
        reading: &Reading,
        prose: &str,
        at: impl Fn(Range<usize>) -> Location,
    ) {
        let is_bare = self.place.written().is_empty();
        let mut start = prose.len() - prose.trim_start().len();
        let begins_anew = prose[start..].starts_with("---");
        let count = if is_bare || begins_anew {
            FIRST_LINES
        } else {
            1
        };
        let mut heading = "";
        for line in prose[start..].split_inclusive('\n').take(count) {
            let range = start..start + line.trim_end().len();
            start += line.len();
            let inner = line
                .trim()
                .trim_start_matches("<!--")
                .trim_end_matches("-->");
            if let Some((name, _)) = reading.guard_on(inner) {
                let fault = guard_unclear(name, "text").at(at(range));
                self.diagnostics.push(fault);
            } else if is_bare && is_line_of_draft(line, heading) {
                let fault = guard_unclear(line.trim(), "line").at(at(range));
                self.diagnostics.push(fault);
            }
            if !line.trim().is_empty() {
                heading = if line.starts_with('#') { line } else { "" };
            }
        }
    }

    /// Reports a file that lies among drafts, or is named or titled as one, and does not say whether it is one.
    pub(super) fn report_name_of_drafts(&mut self, path: &SourcePath) {
        if self.has(Key::DRAFT) {
            return;
        }
        if let Some(name) = name_of_drafts(path) {
            let fault = guard_unclear(name, "name").at(Location::start_of(path));
            self.diagnostics.push(fault);
        }
        if self.value(Key::TOPICS).is_some_and(says_hidden) {
            let at = self.value_place(Key::TOPICS, &[]);
            let name = self.written_name(Key::TOPICS);
            self.diagnostics.push(guard_unclear(&name, "name").at(at));
        }
        let title = self.value(Key::TITLE).and_then(Value::text);
        if let Some(title) = title.filter(|title| is_title_of_draft(title)) {
            let fault = guard_unclear(title, "name").at(self.value_place(Key::TITLE, &[]));
            self.diagnostics.push(fault);
        }
    }

    /// Reports guarding keys within the value of another key, but those that the settings name.
    pub(super) fn report_guards_within(
        &mut self,
        (name, value): (&str, &Value),
        index: usize,
        own: &[Told<'_>],
        reading: &Reading,
        ours: bool,
    ) {
        for (inner, inner_name, guard) in reading.guards_within(value, ours) {
            let way = [&[index], &inner[..]].concat();
            if !own.iter().any(|told| told.ways.contains(&way)) {
                let fault = guard_unclear(&format!("{name}: … {inner_name}"), "within")
                    .with("guard", guard.name())
                    .with("swedish_guard", guard.swedish_name());
                let at = self.place.locate(&way, EntryPart::Key);
                self.diagnostics.push(fault.at(at));
            }
        }
    }
}

/// A guarding key that guards nothing as it stands.
pub(super) fn guard_unclear(name: &str, of: &str) -> Diagnostic {
    Diagnostic::new(Code::GuardingKeyUnclear)
        .with("key", name)
        .with("of", of)
}
