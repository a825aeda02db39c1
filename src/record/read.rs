//! Reads a record from the bytes of its file. Every fault of the file is reported in one reading.

use std::ops::Range;

use super::date::Date;
use super::fields::{Fields, Place};
use super::former::former_addresses;
use super::front_matter::{self, Parts, Value};
use super::keys::{Key, Reading, UnknownKeys};
use super::nested::{attachments, extra, proposers};
use super::prose;
use super::slug::slug;
use super::summary::LONGEST;
use super::words::{OUTCOMES, STAGES};
use super::{Link, Record, Stage};
use crate::diagnostics::{Checked, Code, Diagnostic};
use crate::source::{Digest, Inputs, Location, Places, SourcePath, composed};

/// Reads a record. Without a value the file has no front matter that can be read; with one, the record has all that
/// could be made of it, and is not [sound](Record::is_sound) if it has errors.
#[must_use]
pub fn read(path: &SourcePath, bytes: &[u8], reading: &Reading) -> Checked<Option<Record>> {
    let mut diagnostics = Vec::new();
    let Some(parts) = open(path, bytes, &mut diagnostics) else {
        return Checked {
            value: None,
            diagnostics,
        };
    };
    let place = Place::of(path, &parts);
    let mut fields = Fields::read(place, reading, &Key::all().collect::<Vec<_>>());
    if fields
        .diagnostics
        .iter()
        .any(|fault| fault.code == Code::FrontMatterSyntax)
    {
        return Checked {
            value: None,
            diagnostics: fields.diagnostics,
        };
    }
    fields.require(Key::all().filter(|key| key.is_required()));
    check_comments(&mut fields, Key::all());
    let mut record = facts(path, &mut fields);
    record.digest = Digest::of(bytes);
    add_prose(&mut record, &parts, &mut fields.diagnostics);
    add_clause_links(&mut record, &mut fields);
    check_summary(&record, &mut fields);
    check_stage(&record, &mut fields);
    record.facts = Inputs::of("facts")
        .text(parts.yaml)
        .text(&record.summary)
        .text(&record.id)
        .finish();
    record.is_sound = !fields.diagnostics.iter().any(Diagnostic::is_error);
    Checked {
        value: Some(record),
        diagnostics: fields.diagnostics,
    }
}

/// Where the value of a key stands in the bytes of a file, or each item of its list with one of these numbers; the file's
/// first line when it does not hold the key. Places are not kept with the facts: they are asked for only when the whole
/// register shows a value to be wrong.
#[must_use]
pub fn places_of(
    path: &SourcePath,
    bytes: &[u8],
    reading: &Reading,
    key: Key,
    items: &[Option<usize>],
) -> Vec<Location> {
    let Some(parts) = std::str::from_utf8(bytes)
        .ok()
        .and_then(front_matter::split)
    else {
        return vec![Location::start_of(path); items.len()];
    };
    let others_pass = Reading {
        unknown_keys: UnknownKeys::Keep,
        ..reading.clone()
    };
    let fields = Fields::read(Place::of(path, &parts), &others_pass, &[key]);
    let places = items
        .iter()
        .map(|item| fields.value_place(key, item.as_slice()));
    places.collect()
}

/// Opens a file of front matter and prose; reports what stands in the way.
pub(super) fn open<'b>(
    path: &SourcePath,
    bytes: &'b [u8],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Parts<'b>> {
    let text = match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let readable = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let line = 1 + readable.matches('\n').count();
            let at = Location {
                path: path.clone(),
                line,
                column: 1,
                length: 1,
            };
            diagnostics.push(Diagnostic::new(Code::NotText).at(at));
            return None;
        }
    };
    let parts = front_matter::split(text);
    if parts.is_none() {
        diagnostics.push(Diagnostic::new(Code::FrontMatterMissing).at(Location::start_of(path)));
    }
    parts
}

fn facts(path: &SourcePath, fields: &mut Fields<'_>) -> Record {
    let decision = clauses(fields, Key::Decision);
    let stage = fields.choice(Key::Stage, &STAGES);
    let presumed = if decision.is_empty() {
        Stage::Proposal
    } else {
        Stage::Decided
    };
    Record {
        source: path.clone(),
        digest: Digest::of(b""),
        facts: Digest::of(b""),
        id: id(path, fields),
        title: fields.text(Key::Title).unwrap_or_default(),
        date: fields.date(Key::Date).unwrap_or(Date::UNKNOWN),
        proposers: proposers(fields),
        recommendation: clauses(fields, Key::Recommendation),
        case_numbers: case_numbers(fields),
        body: body(fields),
        stage: stage.unwrap_or(presumed),
        decision,
        decided_on: fields.date(Key::DecidedOn),
        outcome: fields.choice(Key::Outcome, &OUTCOMES),
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
    let name = if path.file_name() == "index.md" {
        folder
    } else {
        path.stem()
    };
    let id = slug(&composed(name));
    if id.is_empty() {
        let fault = Diagnostic::new(Code::NameWithoutAddress).with("name", name);
        fields.diagnostics.push(fault.at(Location::start_of(path)));
    }
    id
}

/// Clauses without the comments that are hidden in them; one that holds nothing else is none.
fn clauses(fields: &mut Fields<'_>, key: Key) -> Vec<String> {
    let clauses = fields.texts(key).into_iter();
    let shown = clauses.map(|clause| prose::without_comments(&clause).into_owned());
    shown.filter(|clause| !clause.is_empty()).collect()
}

/// Texts that are no Markdown show a comment as it is written, which nobody means.
pub(super) fn check_comments(fields: &mut Fields<'_>, keys: impl Iterator<Item = Key>) {
    let shown = keys.filter(|key| !matches!(key, Key::Recommendation | Key::Decision | Key::Extra));
    for key in shown {
        for inner in fields.texts_with(key, "<!--") {
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
    let name = fields.text(Key::Body)?;
    fields.has_address(&name, Key::Body, &[]).then_some(name)
}

/// Texts that name a page of their own: each must leave something to make its address from, and counts once.
fn with_address(fields: &mut Fields<'_>, key: Key) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for (value, inner) in fields.items(key) {
        let text = fields.text_of(&value, key, &inner);
        let named = text.filter(|text| fields.has_address(text, key, &inner));
        texts.extend(named.filter(|text| !texts.contains(text)));
    }
    texts
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
    let yes: &[&str] = &["true", "yes", "ja", "sant"];
    let no: &[&str] = &["false", "no", "nej", "falskt"];
    fields
        .choice(key, &[(true, yes), (false, no)])
        .unwrap_or(false)
}

fn add_prose(record: &mut Record, parts: &Parts<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let survey = prose::survey(parts.prose);
    let places = Places::new(&record.source, parts.prose, parts.prose_line);
    record.links = links(survey.links, |range| places.of(range));
    report_prose(survey.faults, |range| places.of(range), diagnostics);
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

/// Clauses are inline Markdown too: their links and faults count like those of the prose, at the clause's place.
fn add_clause_links(record: &mut Record, fields: &mut Fields<'_>) {
    for key in [Key::Recommendation, Key::Decision] {
        for (value, inner) in fields.items(key) {
            let survey = prose::survey_clause(value.text().unwrap_or_default());
            if survey.links.is_empty() && survey.faults.is_empty() {
                continue;
            }
            let at = fields.value_place(key, &inner);
            record.links.extend(links(survey.links, |_| at.clone()));
            report_prose(survey.faults, |_| at.clone(), &mut fields.diagnostics);
        }
    }
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

/// A proposal is never shown as decided, nor a decision as a proposal.
fn check_stage(record: &Record, fields: &mut Fields<'_>) {
    for key in [Key::Decision, Key::DecidedOn, Key::Outcome] {
        if fields.has(key) && !record.stage.may_hold_decision() {
            let at = fields.key_place(key);
            let name = fields.written_name(key);
            let fault = Diagnostic::new(Code::ProposalWithDecision).with("key", name);
            fields
                .diagnostics
                .push(fault.with("stage", record.stage.code()).at(at));
        }
    }
    if record.stage == Stage::Decided && record.decision.is_empty() && !fields.has(Key::Decision) {
        let at = fields.value_place(Key::Stage, &[]);
        fields
            .diagnostics
            .push(Diagnostic::new(Code::DecidedWithoutDecision).at(at));
    }
    let date_is_known = record.date != Date::UNKNOWN;
    if let Some(decided_on) = record
        .decided_on
        .filter(|day| date_is_known && *day < record.date)
    {
        let fault = Diagnostic::new(Code::DatesOutOfOrder)
            .with("earlier", decided_on.to_string())
            .with("later", record.date.to_string())
            .with("of", "decision");
        fields.report(fault, Key::DecidedOn, &[]);
    }
    if let (Some(from), Some(until)) = (record.publish_from, record.publish_until)
        && until <= from
    {
        let fault = Diagnostic::new(Code::DatesOutOfOrder)
            .with("earlier", until.to_string())
            .with("later", from.to_string())
            .with("of", "publication");
        fields.report(fault, Key::PublishUntil, &[]);
    }
}
