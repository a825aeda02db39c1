//! Reads a record from the bytes of its file. Every fault of the file is reported in one reading.

use std::collections::BTreeSet;
use std::ops::Range;

use super::agreement::check_stage;
use super::clauses::{Clause, clauses};
use super::comments::comments_in;
use super::date::Date;
use super::fields::Fields;
use super::former::former_addresses;
use super::front_matter::Value;
use super::keys::{Key, Reading};
use super::names::{name_key, spelt};
use super::nested::{attachments, extra, proposers};
use super::opened::{Opened, open};
use super::place::Place;
use super::prose;
use super::slug::slug;
use super::summary::LONGEST;
use super::words::{OUTCOMES, STAGES, begins_outcome};
use super::{Link, Outcome, Record, Stage};
use crate::diagnostics::{Checked, Code, Diagnostic};
use crate::source::{Digest, Inputs, Location, SourcePath, composed, is_markdown};

/// Reads a record. Without a value the file has no front matter that can be read; with one, the record has all that
/// could be made of it, and is not [sound](Record::is_sound) if it has errors.
#[must_use]
pub fn read(path: &SourcePath, bytes: &[u8], reading: &Reading) -> Checked<Option<Record>> {
    let Opened { text, parts } = match open(path, bytes) {
        Ok(opened) => opened,
        Err(fault) => return unread(vec![*fault]),
    };
    let place = Place::new(&text, parts.yaml.clone());
    let mut fields = Fields::read(place, reading, &Key::all().collect::<Vec<_>>());
    fields.diagnostics.extend(text.left_out());
    if fields.could_not_be_read() {
        return unread(fields.diagnostics);
    }
    fields.require(Key::all().filter(|key| key.is_required()));
    check_comments(&mut fields, Key::all());
    let mut record = facts(path, &mut fields);
    record.digest = Digest::of(bytes);
    let prose = parts.prose.clone();
    let at = |range| text.place_within(&prose, range);
    let prose = &text.as_str()[prose.clone()];
    fields.report_guard_in_prose(reading, prose, at);
    add_prose(&mut record, prose, at, &mut fields.diagnostics);
    add_clauses(&mut record, &mut fields);
    check_summary(&record, &mut fields);
    check_stage(&record, &mut fields);
    record.facts = Inputs::of("facts")
        .text(&text.as_str()[parts.yaml])
        .text(&record.summary)
        .text(&record.id)
        .finish();
    record.is_sound = !fields.diagnostics.iter().any(Diagnostic::is_error);
    Checked {
        value: Some(record),
        diagnostics: fields.diagnostics,
    }
}

pub(super) fn unread<T>(diagnostics: Vec<Diagnostic>) -> Checked<Option<T>> {
    Checked {
        value: None,
        diagnostics,
    }
}

fn facts(path: &SourcePath, fields: &mut Fields<'_>) -> Record {
    let stage = fields.choice(Key::Stage, &STAGES);
    let outcome = outcome(fields);
    let decided_on = fields.date(Key::DecidedOn);
    let says = |(value, _): &(Value, Vec<usize>)| {
        let text = value.text().unwrap_or_default();
        !prose::without_comments(text).is_empty()
    };
    let is_decided = decided_on.is_some() || fields.items(Key::Decision).iter().any(says);
    let presumed = match outcome {
        Some(outcome) => outcome.stage(),
        None if is_decided => Stage::Decided,
        None => Stage::Proposal,
    };
    Record {
        source: path.clone(),
        digest: Digest::of(b""),
        facts: Digest::of(b""),
        id: id(path, fields),
        title: fields.text(Key::Title).unwrap_or_default(),
        date: fields.date(Key::Date).unwrap_or(Date::UNKNOWN),
        proposers: proposers(fields),
        recommendation: Vec::new(),
        case_numbers: case_numbers(fields),
        body: body(fields),
        stage: stage.unwrap_or(presumed),
        decision: Vec::new(),
        decided_on,
        outcome,
        topics: topics(fields),
        summary: fields.text(Key::Summary).unwrap_or_default(),
        language: language(fields),
        draft: flag(fields, Key::Draft),
        publish_from: fields.moment(Key::PublishFrom, Date::begins),
        publish_until: fields.moment(Key::PublishUntil, Date::ends),
        attachments: attachments(fields),
        former_addresses: former_addresses(fields),
        extra: extra(fields),
        headings: Vec::new(),
        links: Vec::new(),
        is_sound: true,
    }
}

/// The permanent last part of the address: the `id`, else the name of the file or, for `index.md`, of its folder.
pub(super) fn id(path: &SourcePath, fields: &mut Fields<'_>) -> String {
    if let Some(text) = fields.text(Key::Id) {
        let slug = slug(&text);
        if slug != text {
            let fault = Diagnostic::new(Code::IdInvalid)
                .with("text", text)
                .with("slug", slug.clone());
            fields.report(fault, Key::Id, &[]);
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
pub(super) fn check_comments(fields: &mut Fields<'_>, keys: impl Iterator<Item = Key>) {
    let shown = keys.filter(|key| !matches!(key, Key::Recommendation | Key::Decision));
    for key in shown {
        for inner in fields.value(key).map(comments_in).unwrap_or_default() {
            let fault = Diagnostic::new(Code::CommentNotHidden).with("reason", "text");
            fields.report(fault, key, &inner);
        }
    }
}

/// Case numbers are text. One that YAML's rules turn into another number would be spoiled by the next program that
/// reads the file, so it is an error although we kept its digits.
fn case_numbers(fields: &mut Fields<'_>) -> Vec<String> {
    for (value, inner) in fields.items(Key::CaseNumber) {
        if let Value::Number { text, read_as } = &value
            && text != read_as
        {
            let fault = Diagnostic::new(Code::CaseNumberNotText)
                .with("text", text)
                .with("read_as", read_as);
            fields.report(fault, Key::CaseNumber, &inner);
        }
    }
    with_address(fields, Key::CaseNumber)
}

fn topics(fields: &mut Fields<'_>) -> Vec<String> {
    with_address(fields, Key::Topics)
}

fn body(fields: &mut Fields<'_>) -> Option<String> {
    let name = spelt(&fields.text(Key::Body)?);
    fields.has_address(&name, Key::Body, &[]).then_some(name)
}

/// Texts that name a page of their own: each must leave something to make its address from, and counts once.
fn with_address(fields: &mut Fields<'_>, key: Key) -> Vec<String> {
    let (mut texts, mut known) = (Vec::new(), BTreeSet::new());
    for (value, inner) in fields.items(key) {
        let name = fields.name_of(&value, key, &inner);
        let named = name.filter(|name| fields.has_address(name, key, &inner));
        texts.extend(named.filter(|name| known.insert(name_key(name))));
    }
    texts
}

fn outcome(fields: &mut Fields<'_>) -> Option<Outcome> {
    let told = told_outcome(fields).map(|(outcome, _)| outcome);
    told.or_else(|| fields.choice(Key::Outcome, &OUTCOMES))
}

/// An outcome whose text says more than the word it begins with, and that text.
fn told_outcome(fields: &Fields<'_>) -> Option<(Outcome, String)> {
    let text = fields.value(Key::Outcome)?.text()?;
    Some((begins_outcome(text)?, text.trim().to_owned()))
}

/// A BCP 47 tag, by its outer form: letters and digits in parts of at most eight, the first a language of 2 or 3 letters.
pub(super) fn language(fields: &mut Fields<'_>) -> Option<String> {
    let text = fields.text(Key::Language)?;
    let tag = language_tag(&text);
    if tag.is_none() {
        fields.report(
            Diagnostic::new(Code::LanguageInvalid).with("text", text),
            Key::Language,
            &[],
        );
    }
    tag
}

/// A BCP 47 tag in the letter case it is customarily written in (RFC 5646, section 2.1.1): `sv`, `en-GB`, `zh-Hant`.
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

pub(super) fn flag(fields: &mut Fields<'_>, key: Key) -> bool {
    let yes: &[&str] = &["true", "ja", "yes", "sant"];
    let no: &[&str] = &["false", "nej", "no", "falskt"];
    fields
        .choice(key, &[(true, yes), (false, no)])
        .unwrap_or(false)
}

fn add_prose(
    record: &mut Record,
    prose: &str,
    at: impl Fn(Range<usize>) -> Location + Copy,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let survey = prose::survey(prose);
    record.links = links(survey.links, at);
    report_prose(survey.faults, at, diagnostics);
    record.headings = survey.headings;
    if record.summary.is_empty() {
        record.summary = survey.summary;
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

/// Clauses are inline Markdown too: their links and faults count like those of the prose, at the clause's place. An
/// outcome that says more than its word is what was decided, where nothing else says it; else its words would be lost.
fn add_clauses(record: &mut Record, fields: &mut Fields<'_>) {
    let recommendation = clauses(fields, Key::Recommendation);
    let mut decision = clauses(fields, Key::Decision);
    if let Some((_, told)) = told_outcome(fields) {
        if fields.has(Key::Decision) {
            fields.wrong_form(Key::Outcome, &[], "outcome");
        } else {
            decision.push((told, Vec::new()));
        }
    }
    for (key, clauses) in [
        (Key::Recommendation, &recommendation),
        (Key::Decision, &decision),
    ] {
        for (clause, inner) in clauses {
            add_clause_links(record, fields, key, clause, inner);
        }
    }
    record.recommendation = shown(&recommendation);
    record.decision = shown(&decision);
}

/// Clauses without the comments that are hidden in them; one that holds nothing else is none.
fn shown(clauses: &[Clause]) -> Vec<String> {
    let texts = clauses.iter();
    let shown = texts.map(|(clause, _)| prose::without_comments(clause).into_owned());
    shown.filter(|clause| !clause.is_empty()).collect()
}

fn add_clause_links(
    record: &mut Record,
    fields: &mut Fields<'_>,
    key: Key,
    clause: &str,
    inner: &[usize],
) {
    let survey = prose::survey_clause(clause);
    if survey.links.is_empty() && survey.faults.is_empty() {
        return;
    }
    let at = fields.value_place(key, inner);
    record.links.extend(links(survey.links, |_| at.clone()));
    report_prose(survey.faults, |_| at.clone(), &mut fields.diagnostics);
}

fn check_summary(record: &Record, fields: &mut Fields<'_>) {
    let length = record.summary.chars().count();
    if length > LONGEST {
        let fault = Diagnostic::new(Code::SummaryTooLong)
            .with("length", length.to_string())
            .with("longest", LONGEST.to_string());
        fields.report(fault, Key::Summary, &[]);
    }
}
