//! Reads a record from the bytes of its file. Every fault of the file is reported in one reading.

use std::ops::Range;

use super::check::check;
use super::comments::comments_in;
use super::facts::{FactValue, Facts, Form};
use super::fields::{Fields, TableKey};
use super::keys::{Key, Reading};
use super::opened::{Opened, open};
use super::place::Place;
use super::prose::{self, Survey};
use super::slug::slug;
use super::withdrawal::LEFT;
use super::words::begins_outcome;
use super::{Link, Outcome, Record, Stage};
use crate::diagnostics::{Checked, Code, Diagnostic};
use crate::source::{Digest, Inputs, Location, SourcePath, composed, is_markdown};

/// Reads a record. Without a value the file has no front matter that can be read; with one, the record has all that
/// could be made of it, and is not [sound](Record::is_sound) if it has errors.
#[must_use]
pub fn read(path: &SourcePath, bytes: &[u8], reading: &Reading) -> Checked<Option<Record>> {
    let Opened { text, parts } = match open(path, bytes, reading) {
        Ok(opened) => opened,
        Err(fault) => return unread(vec![*fault]),
    };
    let place = Place::new(&text, &parts);
    let keys = Key::all().collect::<Vec<_>>();
    let mut fields = Fields::read(place, reading, &keys);
    fields.diagnostics.extend(text.left_out());
    if fields.could_not_be_read() {
        return unread(fields.diagnostics);
    }
    let mut prose = parts.prose;
    let is_withdrawn = fields.is_withdrawn();
    let withheld_files = if is_withdrawn {
        fields.withheld_files()
    } else {
        Vec::new()
    };
    let prose_begins = fields.complete(reading, path, &text.as_str()[prose.clone()], is_withdrawn);
    prose.start += prose_begins;
    check_comments(&mut fields, Key::all());
    let mut record = Record {
        source: path.clone(),
        digest: Digest::of(bytes),
        facts_digest: Digest::of(b""),
        prose_begins,
        has_own_summary: fields.has(Key::SUMMARY),
        facts: facts(path, &mut fields),
        withheld_files,
        headings: Vec::new(),
        links: Vec::new(),
        is_sound: true,
    };
    let at = |range| text.place_within(&prose, range);
    let prose = &text.as_str()[prose.clone()];
    fields.report_guard_in_prose(reading, prose, at);
    let survey = prose::survey(prose, reading.prose);
    add_prose(&mut record, survey, at, &mut fields.diagnostics);
    record.links.append(&mut fields.links);
    record.facts.shrink();
    if !is_withdrawn {
        check(&record, &mut fields);
    }
    record.facts_digest = Inputs::of("facts")
        .text(&text.as_str()[parts.front_matter])
        .text(record.title())
        .text(&record.date().to_string())
        .text(record.summary())
        .text(record.id())
        .finish();
    record.is_sound = !fields.diagnostics.iter().any(Diagnostic::is_error);
    Checked {
        value: Some(record),
        diagnostics: fields.diagnostics,
    }
}

impl Fields<'_> {
    /// Fills in what the file does not tell and reports what it must. Gives back where the text that is shown begins.
    fn complete(
        &mut self,
        reading: &Reading,
        path: &SourcePath,
        prose: &str,
        is_withdrawn: bool,
    ) -> usize {
        if is_withdrawn {
            self.leave_withdrawn(&LEFT);
            self.fill(reading, &LEFT, path, "");
            self.require([Key::TITLE, Key::DATE].into_iter());
            return prose.len();
        }
        self.fill(reading, &Key::all().collect::<Vec<_>>(), path, prose);
        self.require(reading.required.0.iter().copied());
        self.report_name_of_drafts(path);
        self.behind_title(prose)
    }

    /// Where a text goes on behind a heading that the title says again.
    pub(super) fn behind_title(&self, prose: &str) -> usize {
        let Some(entry) = self.entries.get(&Key::TITLE) else {
            return 0;
        };
        let shown = entry.value.text().unwrap_or_default();
        prose::behind_title(prose, shown.trim(), entry.way.is_none())
    }
}

pub(super) fn unread<T>(diagnostics: Vec<Diagnostic>) -> Checked<Option<T>> {
    Checked {
        value: None,
        diagnostics,
    }
}

/// The facts that are told, and those that follow from others: the id, and the stage.
fn facts(path: &SourcePath, fields: &mut Fields<'_>) -> Facts {
    let mut facts = Facts::default();
    let told = told_outcome(fields);
    for key in Key::all() {
        let value = match (key, &told) {
            (Key::ID, _) => Some(FactValue::text(id(path, fields))),
            (Key::OUTCOME, Some((outcome, _))) => Some(FactValue::Choice(*outcome as usize)),
            _ => fields.fact(key),
        };
        facts.set(key, value);
    }
    if let Some((_, told)) = told {
        tell_decision(&mut facts, told, fields);
    }
    if fields.is_withdrawn() {
        facts.set(Key::STAGE, Some(FactValue::Choice(Stage::None as usize)));
    }
    if facts.get(Key::STAGE).is_none() {
        let outcome = facts.get(Key::OUTCOME).and_then(FactValue::choice);
        let is_decided = [Key::DECISION, Key::DECIDED_ON]
            .into_iter()
            .any(|key| facts.get(key).is_some());
        let stage = match outcome.and_then(Outcome::numbered) {
            Some(outcome) => outcome.stage(),
            None if is_decided => Stage::Decided,
            None => Stage::Proposal,
        };
        facts.set(Key::STAGE, Some(FactValue::Choice(stage as usize)));
    }
    facts
}

/// An outcome that says more than its word is what was decided, where nothing else says it; else its words would be lost.
fn tell_decision(facts: &mut Facts, told: String, fields: &mut Fields<'_>) {
    if fields.has(Key::DECISION) {
        fields.wrong_form(Key::OUTCOME, &[], "outcome");
    } else {
        let decision = fields.shown_clauses(Key::OUTCOME, &[(told, Vec::new())]);
        facts.set(Key::DECISION, decision);
    }
}

/// The permanent last part of the address: the `id`, else the name of the file or, for `index.md`, of its folder.
pub(super) fn id(path: &SourcePath, fields: &mut Fields<'_>) -> String {
    if let Some(text) = fields.text(Key::ID) {
        let slug = slug(&text);
        if slug != text {
            let fault = Diagnostic::new(Code::IdInvalid)
                .with("text", text)
                .with("slug", slug.clone());
            fields.report(fault, Key::ID, &[]);
        }
        return slug;
    }
    let folder = path.folder().rsplit('/').next().unwrap_or_default();
    let is_index = path.stem().eq_ignore_ascii_case("index") && is_markdown(path.file_name());
    let name = if is_index { folder } else { path.stem() };
    let id = slug(&composed(name));
    if id.is_empty() {
        let fault = Diagnostic::new(Code::NameWithoutAddress).with("name", name);
        fields.diagnostics.push(fault.at(Location::start_of(path)));
    }
    id
}

/// Texts that are no Markdown show a comment as it is written, which nobody means.
pub(crate) fn check_comments<K: TableKey>(
    fields: &mut Fields<'_, K>,
    keys: impl Iterator<Item = K>,
) {
    let shown = keys.filter(|key| !matches!(key.form(), Form::Clauses));
    for key in shown {
        for inner in fields.value(key).map(comments_in).unwrap_or_default() {
            let fault = Diagnostic::new(Code::CommentNotHidden).with("reason", "text");
            fields.report(fault, key, &inner);
        }
    }
}

/// An outcome whose text says more than the word it begins with, and that text.
fn told_outcome(fields: &Fields<'_>) -> Option<(Outcome, String)> {
    let text = fields.value(Key::OUTCOME)?.text()?;
    Some((begins_outcome(text)?, text.trim().to_owned()))
}

/// A BCP 47 tag, by its outer form: letters and digits in parts of at most eight, the first a language of 2 or 3 letters; in
/// the letter case it is customarily written in (RFC 5646, section 2.1.1): `sv`, `en-GB`, `zh-Hant`.
/// `None` for a text without the outer form of a tag.
#[must_use]
pub fn language_tag(text: &str) -> Option<String> {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let is_tag = (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.clone().all(is_part);
    let part = |part: &str| match part.len() {
        2 => part.to_ascii_uppercase(),
        4 => format!(
            "{}{}",
            part[..1].to_ascii_uppercase(),
            part[1..].to_ascii_lowercase()
        ),
        _ => part.to_ascii_lowercase(),
    };
    let parts: Vec<String> = std::iter::once(first.to_ascii_lowercase())
        .chain(parts.filter(|_| is_tag).map(part))
        .collect();
    is_tag.then(|| parts.join("-"))
}

fn add_prose(
    record: &mut Record,
    survey: Survey,
    at: impl Fn(Range<usize>) -> Location + Copy,
    diagnostics: &mut Vec<Diagnostic>,
) {
    record.links = links(survey.links, at);
    report_prose(survey.faults, at, diagnostics);
    record.headings = survey.headings;
    if record.summary().is_empty() && !survey.summary.is_empty() {
        let summary = FactValue::text(survey.summary);
        record.facts.set(Key::SUMMARY, Some(summary));
    }
}

/// Links with the places that `at` gives them.
pub(super) fn links(
    found: Vec<(String, Range<usize>)>,
    at: impl Fn(Range<usize>) -> Location,
) -> Vec<Link> {
    let link = |(destination, range)| {
        let Location { line, column, .. } = at(range);
        Link {
            destination,
            line,
            column,
        }
    };
    found.into_iter().map(link).collect()
}

/// Reports what is wrong with prose, at the places that `at` gives.
pub(super) fn report_prose(
    faults: Vec<(Diagnostic, Range<usize>)>,
    at: impl Fn(Range<usize>) -> Location,
    diagnostics: &mut Vec<Diagnostic>,
) {
    diagnostics.extend(faults.into_iter().map(|(fault, range)| fault.at(at(range))));
}
