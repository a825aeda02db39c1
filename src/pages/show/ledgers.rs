//! Assignments and costs over the whole register, as their templates see them.

use std::collections::BTreeMap;

use super::Shower;
use crate::diagnostics::number_in;
use crate::pages::view::{
    AssignedView, AssignmentView, AssignmentsView, CostView, CostsView, CountView,
};
use crate::pages::{Address, Ledger};
use crate::record::facts::{Assignment, Cost};
use crate::record::{Date, Record};

/// The states of assignments, in the order in which they are counted.
const STATES: [&str; 5] = ["overdue", "not-reported", "under-way", "done", "ended"];
/// How many rows a page shows; the table holds all.
const MOST: usize = 500;

impl<'a> Shower<'a, '_> {
    pub(super) fn assignments(&self, ledger: &'a Ledger) -> AssignmentsView<'a> {
        let settings = &self.frame.settings;
        let all = ledger.records.iter().flat_map(|record| {
            record
                .assignments()
                .map(move |assignment| (&**record, assignment))
        });
        let all: Vec<(&Record, Assignment<'_>)> = all.collect();
        let state = |assignment: &Assignment<'_>| assignment.state_on(ledger.today);
        let counts = STATES.into_iter().map(|of| CountView {
            state: of,
            label: self.state_word(of),
            count: all
                .iter()
                .filter(|(_, assignment)| state(assignment) == of)
                .count(),
        });
        let mut bodies: BTreeMap<Option<&str>, Vec<AssignmentView<'a>>> = BTreeMap::new();
        for (record, assignment) in all.iter().take(MOST) {
            let view = self.assignment(record, assignment, state(assignment));
            bodies
                .entry(assignment.to.or(record.body()))
                .or_default()
                .push(view);
        }
        let bodies = bodies.into_iter();
        AssignmentsView {
            counts: counts.filter(|count| count.count > 0).collect(),
            bodies: bodies
                .map(|(name, assignments)| AssignedView { name, assignments })
                .collect(),
            left_out: all.len().saturating_sub(MOST),
            table: Address::new("data/assignments.csv").link(settings),
            feed: self
                .frame
                .addresses
                .assignments()
                .join("atom.xml")
                .link(settings),
        }
    }

    fn assignment(
        &self,
        record: &'a Record,
        assignment: &Assignment<'a>,
        state: &'static str,
    ) -> AssignmentView<'a> {
        let text = |day: Option<Date>| day.map(|day| day.to_string());
        AssignmentView {
            what: assignment.what,
            state,
            label: self.state_word(state),
            due: text(assignment.due),
            done_on: text(assignment.done_on),
            title: record.title(),
            address: self
                .frame
                .addresses
                .record(record)
                .link(&self.frame.settings),
            day: record.shown_day().to_string(),
        }
    }

    fn state_word(&self, state: &str) -> String {
        (self.frame.word)(&format!("assignment_{}", state.replace('-', "_")), &[])
    }

    pub(super) fn costs(&self, ledger: &'a Ledger) -> CostsView<'a> {
        let all = ledger
            .records
            .iter()
            .flat_map(|record| record.costs().map(move |cost| (&**record, cost)));
        let all: Vec<(&Record, Cost<'_>)> = all.collect();
        CostsView {
            costs: all
                .iter()
                .take(MOST)
                .map(|(record, cost)| self.cost(record, cost))
                .collect(),
            left_out: all.len().saturating_sub(MOST),
            table: Address::new("data/costs.csv").link(&self.frame.settings),
        }
    }

    /// What the costs of a record come to, where each is known, all are in one currency, and it is not what a single row says already.
    pub(super) fn costs_in_all(&self, record: &Record) -> Option<String> {
        let costs: Vec<Cost<'_>> = record.costs().collect();
        let (first, others) = costs.split_first()?;
        let currency = first.currency?;
        let says_all = others.is_empty() && first.total() == Some(first.amount);
        if says_all || others.iter().any(|cost| cost.currency != Some(currency)) {
            return None;
        }
        let totals: Option<Vec<u64>> = costs.iter().map(Cost::total).collect();
        let sum = totals?.into_iter().map(i128::from).sum();
        Some(self.money(sum, Some(currency)))
    }

    /// An amount with its currency, as the site's language writes it.
    fn money(&self, amount: i128, currency: Option<&str>) -> String {
        let amount = number_in(amount, &self.frame.settings.language);
        match currency {
            None => amount,
            Some(currency) => {
                (self.frame.word)("money", &[("amount", &amount), ("currency", currency)])
            }
        }
    }

    fn cost(&self, record: &'a Record, cost: &Cost<'a>) -> CostView<'a> {
        let settings = &self.frame.settings;
        let money = |amount: u64| self.money(amount.into(), cost.currency);
        let per = cost
            .per
            .map(|per| (self.frame.word)(&format!("cost_per_{per}"), &[]));
        CostView {
            amount: money(cost.amount),
            per,
            period: cost.period,
            total: cost.total().map(money),
            what: cost.what,
            quote: cost.quote,
            title: record.title(),
            address: self.frame.addresses.record(record).link(settings),
            day: record.shown_day().to_string(),
            stage: record.stage().code(),
        }
    }
}
