//! Whether the facts of one record agree: its stage, its decision, its outcome and its days.

use std::fmt::Display;

use super::ballots::check_votes;
use super::date::Date;
use super::fields::Fields;
use super::front_matter::Value;
use super::keys::{Key, nearest};
use super::words::stage_named;
use super::{Outcome, Record, Stage};
use crate::diagnostics::{Code, Diagnostic};

/// Every rule between the facts of a record.
pub(super) fn check(record: &Record, fields: &mut Fields<'_>) {
    check_stage(record, fields);
    check_days(record, fields);
    check_minutes(record, fields);
    check_names(fields);
    check_votes(record, fields);
    check_costs(record, fields);
    check_sections(record, fields);
    check_assignments(record, fields);
}

/// A currency is told by its code, or sums and programs cannot tell it (ISO 4217).
fn check_costs(record: &Record, fields: &mut Fields<'_>) {
    let is_code =
        |text: &str| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    for cost in record.costs() {
        let Some(currency) = cost.currency.filter(|text| !is_code(text)) else {
            continue;
        };
        let fault = Diagnostic::new(Code::ValueForm)
            .with("form", "currency")
            .with("key", fields.written_name(Key::COSTS))
            .with("text", currency);
        let inner: Vec<usize> = cost.item.into_iter().collect();
        fields.report(fault, Key::COSTS, &inner);
    }
}

/// A statement stands under a heading that the text has.
fn check_sections(record: &Record, fields: &mut Fields<'_>) {
    for statement in record.statements() {
        let Some(section) = statement.section else {
            continue;
        };
        if record.heading(section).is_some() {
            continue;
        }
        let titles = record.headings.iter().map(|heading| &*heading.title);
        let fault = Diagnostic::new(Code::DeadAnchor)
            .with("reason", "section")
            .with("anchor", section)
            .with("nearest", nearest(section, titles).unwrap_or("none"));
        let inner: Vec<usize> = statement.item.into_iter().collect();
        fields.report(fault, Key::STATEMENTS, &inner);
    }
}

/// Words by which a decision gives somebody something to do.
const TASK: [&str; 7] = [
    "i uppdrag",
    "uppdrar",
    "uppdras",
    "uppdraget att",
    "instructs",
    "is instructed",
    "are instructed",
];

/// A decision that gives somebody something to do says so in a fact too, or nobody can list it.
fn check_assignments(record: &Record, fields: &mut Fields<'_>) {
    if fields.has(Key::ASSIGNMENTS) {
        return;
    }
    let found = record.decision().find_map(|clause| {
        let clause = clause.to_lowercase();
        TASK.into_iter().find(|words| clause.contains(words))
    });
    if let Some(words) = found {
        let fault = Diagnostic::new(Code::AssignmentMissing).with("text", words);
        let key = if fields.has(Key::DECISION) {
            Key::DECISION
        } else {
            Key::OUTCOME
        };
        fields.diagnostics.push(fault.at(fields.key_place(key)));
    }
}

/// One name with a comma is perhaps two, which a list would tell apart. Bodies have names such as "sport, culture and leisure".
fn check_names(fields: &mut Fields<'_>) {
    for key in [Key::PROPOSER, Key::TOPICS] {
        let text = fields.value(key).and_then(Value::text);
        let Some(text) = text.filter(|text| text.contains(',')) else {
            continue;
        };
        let names: Vec<&str> = text.split(',').map(str::trim).collect();
        let is_name =
            |name: &&str| !name.is_empty() && !name.contains(" och ") && !name.contains(" and ");
        if names.iter().all(is_name) {
            let fault = Diagnostic::new(Code::SeveralNames)
                .with("text", text)
                .with("cure", format!("[{}]", names.join(", ")));
            fields.report(fault, key, &[]);
        }
    }
}

/// What a proposal tells nothing of.
const OF_DECISION: [Key; 6] = [
    Key::DECISION,
    Key::DECIDED_ON,
    Key::OUTCOME,
    Key::APPROVED_ON,
    Key::ANNOUNCED_ON,
    Key::APPEAL,
];

/// A proposal is never shown as decided, nor a decision as a proposal. Only a stage that is written, and known, is held
/// against the rest.
fn check_stage(record: &Record, fields: &mut Fields<'_>) {
    let written = fields.value(Key::STAGE).and_then(Value::text);
    let written = written.filter(|text| stage_named(text).is_some());
    let written = written.map(|text| text.trim().to_owned());
    for key in OF_DECISION {
        let Some(stage) = written.as_deref().filter(|_| fields.has(key)) else {
            continue;
        };
        let is_result = key == Key::OUTCOME && record.outcome().is_some_and(Outcome::ends_matter);
        if !record.stage().may_hold_decision() || is_result && !record.stage().may_end_matter() {
            let of = if record.stage().may_hold_decision() {
                "outcome"
            } else {
                "proposal"
            };
            let outcome = fields.value(key).and_then(Value::text).unwrap_or_default();
            let fault = Diagnostic::new(Code::ProposalWithDecision)
                .with("of", of)
                .with("key", fields.written_name(key))
                .with("text", outcome.trim())
                .with("stage", stage)
                .with("stage_key", fields.written_name(Key::STAGE))
                .at(fields.key_place(key));
            fields.diagnostics.push(fault);
        }
    }
    let is_misspelt = fields.has(Key::STAGE) && written.is_none();
    let is_decided = record.stage() == Stage::Decided;
    let told = [(Key::DECISION, true), (Key::OUTCOME, is_decided)];
    let told = told
        .into_iter()
        .find(|(key, counts)| *counts && fields.has(*key));
    if let Some((key, _)) = told
        && !fields.has(Key::DECIDED_ON)
        && !is_misspelt
        && record.stage().may_hold_decision()
    {
        let at = fields.key_place(key);
        fields
            .diagnostics
            .push(Diagnostic::new(Code::DecidedWithoutDay).at(at));
    }
    let says_nothing = !fields.has(Key::DECISION) && record.outcome().is_none();
    if written.is_none() {
        check_undecided(record, fields);
    }
    if record.stage() == Stage::Decided && says_nothing && !fields.has(Key::OUTCOME) {
        let at = if fields.has(Key::STAGE) {
            fields.value_place(Key::STAGE, &[])
        } else {
            fields.key_place(Key::DECIDED_ON)
        };
        fields.diagnostics.push(
            Diagnostic::new(Code::DecidedWithoutDecision)
                .with("of", "stage")
                .at(at),
        );
    }
}

/// Minutes are of decisions: where they are approved or announced, something was decided.
fn check_undecided(record: &Record, fields: &mut Fields<'_>) {
    let mut of_minutes = [Key::APPROVED_ON, Key::ANNOUNCED_ON].into_iter();
    let told = of_minutes.find(|key| fields.has(*key));
    if let Some(key) = told.filter(|_| record.stage() == Stage::Proposal) {
        let fault = Diagnostic::new(Code::DecidedWithoutDecision)
            .with("of", "minutes")
            .with("key", fields.written_name(key));
        let at = fields.key_place(key);
        fields.diagnostics.push(fault.at(at));
    }
}

/// Minutes are approved within 14 days of the meeting (kommunallagen 2017:725, 5:69 and 6:35), and announced at the latest on
/// the second day after that (8:12).
const APPROVED_WITHIN: i64 = 14;
const ANNOUNCED_WITHIN: i64 = 2;

/// The days of minutes come one behind the other, and not too late.
fn check_minutes(record: &Record, fields: &mut Fields<'_>) {
    let steps = [
        (
            Key::DECIDED_ON,
            Key::APPROVED_ON,
            APPROVED_WITHIN,
            "approval",
        ),
        (
            Key::APPROVED_ON,
            Key::ANNOUNCED_ON,
            ANNOUNCED_WITHIN,
            "announcement",
        ),
    ];
    for (first, second, most, of) in steps {
        let (Some(before), Some(after)) = (record.day(first), record.day(second)) else {
            continue;
        };
        let days = before.days_until(after);
        let code = match days {
            ..0 => Code::DatesOutOfOrder,
            days if days > most => Code::MinutesLate,
            _ => continue,
        };
        let fault = Diagnostic::new(code)
            .with("earlier", before.min(after).to_string())
            .with("later", before.max(after).to_string())
            .with("days", days.to_string())
            .with("most", most.to_string())
            .with("of", of);
        fields.report(fault, second, &[]);
    }
    // Delegated decisions have no minutes that are approved between the two.
    if !fields.has(Key::APPROVED_ON) {
        let decided_on = record.decided_on();
        check_order(
            decided_on,
            Key::ANNOUNCED_ON,
            "announced-early",
            record,
            fields,
        );
    }
    if record.decided_on() != record.met_on() {
        check_order(
            record.met_on(),
            Key::APPROVED_ON,
            "approved-early",
            record,
            fields,
        );
    }
}

/// What has a day of its own is not before another day.
fn check_order(before: Option<Date>, key: Key, of: &str, record: &Record, fields: &mut Fields<'_>) {
    let days = record.day(key).zip(before);
    if let Some((day, before)) = days.filter(|(day, before)| day < before) {
        fields.report(out_of_order(of, &day, &before), key, &[]);
    }
}

/// The fault of days or moments that come in another order than they must.
pub(crate) fn out_of_order(of: &str, earlier: &dyn Display, later: &dyn Display) -> Diagnostic {
    Diagnostic::new(Code::DatesOutOfOrder)
        .with("earlier", earlier.to_string())
        .with("later", later.to_string())
        .with("of", of)
}

fn check_days(record: &Record, fields: &mut Fields<'_>) {
    let date = Some(record.date()).filter(|date| *date != Date::UNKNOWN);
    check_order(date, Key::DECIDED_ON, "decision", record, fields);
    if let (Some(from), Some(until)) = (record.publish_from(), record.publish_until())
        && until <= from
    {
        let fault = out_of_order("publication", &until, &from);
        fields.report(fault, Key::PUBLISH_UNTIL, &[]);
    }
}
