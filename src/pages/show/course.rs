//! The course of a matter: its steps in the order of their days, told by the records of its cases.

use super::Shower;
use crate::pages::view::{RelativeView, SourceView, StepView, SummaryView, WithdrawalView};
use crate::pages::{RecordPage, Relative};
use crate::record::{Date, Key, Outcome, Record, Stage};

impl<'a> Shower<'a, '_> {
    /// What the records of a matter tell, oldest first. Steps that `here` tells have no address.
    pub(super) fn course(
        &self,
        records: impl Iterator<Item = &'a Record>,
        here: Option<&Record>,
    ) -> Vec<StepView<'a>> {
        let mut steps: Vec<(Date, usize, StepView<'a>)> = Vec::new();
        for record in records {
            let is_here = here.is_some_and(|here| here.source == record.source);
            let address = self
                .frame
                .addresses
                .record(record)
                .link(&self.frame.settings);
            let mut step = |day: Option<Date>, kind: &'static str, label: String| {
                let Some(day) = day.filter(|day| *day != Date::UNKNOWN) else {
                    return;
                };
                let order = steps.len();
                let step = StepView {
                    day: day.to_string(),
                    kind,
                    label,
                    title: record.title(),
                    address: (!is_here).then(|| address.clone()),
                    body: record.body(),
                    language: self.foreign_language(record),
                };
                steps.push((day, order, step));
            };
            self.tell(record, &mut step);
        }
        steps.sort_by_key(|(day, order, _)| (*day, *order));
        steps.into_iter().map(|(_, _, step)| step).collect()
    }

    /// Tells each step of one record.
    fn tell(&self, record: &Record, step: &mut dyn FnMut(Option<Date>, &'static str, String)) {
        let word = |id: &str| (self.frame.word)(id, &[]);
        let document = self
            .type_of(record)
            .unwrap_or_else(|| word("step_document"));
        step(Some(record.date()), "document", document);
        if record.stage().may_hold_decision() && record.decided_on().is_some() {
            let label = match record.outcome() {
                Some(outcome) => word(&format!("outcome_{}", code(outcome))),
                None => word(&format!(
                    "stage_{}",
                    record.stage().code().replace('-', "_")
                )),
            };
            step(record.decided_on(), "decided", label);
        }
        step(
            record.day(Key::APPROVED_ON),
            "approved",
            word("step_approved"),
        );
        step(
            record.day(Key::ANNOUNCED_ON),
            "announced",
            word("step_announced"),
        );
        for change in record.changes() {
            let kind = change.kind.unwrap_or("correction");
            step(change.date, "changed", word(&format!("step_{kind}")));
        }
        for assignment in record.assignments() {
            let what = assignment.what;
            let told = (self.frame.word)("step_done", &[("what", what)]);
            step(assignment.done_on, "done", told);
        }
    }

    fn type_of(&self, record: &Record) -> Option<String> {
        let code = record.type_code()?;
        let choices = Key::TYPE.fact().form.choices()?;
        let choice = choices.iter().find(|choice| choice.code == code)?;
        Some(self.frame.choice(Key::TYPE, choice))
    }

    /// The records that a record stands to in some way.
    pub(super) fn relatives(&self, shown: &'a RecordPage) -> Vec<RelativeView<'a>> {
        let view = |relative: &'a Relative| {
            let code = relative.kind.replace('-', "_");
            let inverse = if relative.is_inverse { "_inverse" } else { "" };
            RelativeView {
                label: (self.frame.word)(&format!("relation_{code}{inverse}"), &[]),
                kind: relative.kind,
                is_inverse: relative.is_inverse,
                record: self.summary(&relative.record),
            }
        };
        shown.relatives.iter().map(view).collect()
    }

    /// When and why a record was withdrawn.
    pub(super) fn withdrawal(&self, record: &'a Record) -> Option<WithdrawalView<'a>> {
        let withdrawal = record.withdrawal()?;
        Some(WithdrawalView {
            date: withdrawal.date.map(|day| day.to_string()),
            note: withdrawal.note,
            request: self.request(record, ""),
        })
    }

    /// What happened in the matter of a record, if others tell of it too.
    pub(super) fn course_of(&self, shown: &'a RecordPage) -> Vec<StepView<'a>> {
        if shown.related.is_empty() {
            return Vec::new();
        }
        let others = shown.related.iter().map(|other| &**other);
        let all = std::iter::once(&*shown.record).chain(others);
        self.course(all, Some(&shown.record))
    }

    /// The newest of the other records of a record's cases, if it came later.
    pub(super) fn later(&self, shown: &'a RecordPage) -> Option<SummaryView<'a>> {
        let day = shown.record.shown_day();
        let later = shown
            .related
            .iter()
            .filter(|other| other.shown_day() > day && other.stage() != Stage::None);
        later
            .max_by_key(|other| other.shown_day())
            .map(|other| self.summary(other))
    }
}

/// Where a record's text comes from.
pub(super) fn source(record: &Record) -> Option<SourceView<'_>> {
    let origin = record.origin()?;
    Some(SourceView {
        file: origin.file,
        is_scanned: origin.is_scanned,
        is_complete: origin.is_complete,
    })
}

fn code(outcome: Outcome) -> String {
    outcome.code().replace('-', "_")
}
