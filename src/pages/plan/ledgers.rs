//! What decisions cost and what they give somebody to do, over the whole register: a page and a table of each.

use std::sync::Arc;

use super::Planner;
use crate::pages::{Address, Content, Ledger};
use crate::record::{Key, Record};
use crate::source::Inputs;

impl Planner<'_> {
    /// Nothing is planned for what no record tells.
    pub(super) fn add_ledgers(&mut self) {
        let today = self.site.today;
        let telling = |key: Key| -> Vec<Arc<Record>> {
            let records = self.site.records.iter().rev();
            let records = records.filter(|record| record.facts.get(key).is_some());
            records.cloned().collect()
        };
        let ledgers = [Key::ASSIGNMENTS, Key::COSTS].map(|key| {
            Arc::new(Ledger {
                records: telling(key),
                today,
            })
        });
        let [assignments, costs] = ledgers;
        let addresses = self.frame.addresses;
        if !assignments.records.is_empty() {
            // Of the day nothing shows but the states.
            let inputs = |kind: &str| {
                assignments
                    .records
                    .iter()
                    .fold(Inputs::of(kind), |inputs, record| {
                        let states = record.assignments();
                        let states = states.map(|assignment| assignment.state_on(today));
                        states.fold(inputs.digest(record.facts_digest), Inputs::text)
                    })
            };
            let page = addresses.assignments();
            let kinds = ["assignments", "feed of assignments", "table of assignments"].map(inputs);
            let [of_page, of_feed, of_table] = kinds;
            self.add(
                page.join("atom.xml"),
                of_feed,
                Content::AssignmentFeed(assignments.clone()),
            );
            self.add(page, of_page, Content::Assignments(assignments.clone()));
            let table = Address::new("data/assignments.csv");
            self.add(table, of_table, Content::AssignmentTable(assignments));
        }
        if !costs.records.is_empty() {
            let inputs = |kind: &str| {
                let digests = costs.records.iter().map(|record| record.facts_digest);
                digests.fold(Inputs::of(kind), Inputs::digest)
            };
            let [of_page, of_table] = ["costs", "table of costs"].map(inputs);
            self.add(addresses.costs(), of_page, Content::Costs(costs.clone()));
            self.add(
                Address::new("data/costs.csv"),
                of_table,
                Content::CostTable(costs),
            );
        }
    }
}
