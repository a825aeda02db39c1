//! How a decision can be appealed, as its page tells it: days are told as they are counted, what became of it only as staff state it.

use super::Shower;
use crate::pages::view::AppealView;
use crate::record::{Key, Record};

impl<'a> Shower<'a, '_> {
    /// What a record's page tells of its appeal. A day is computed for a legality review alone: other times begin when a party
    /// gets the decision (förvaltningslagen 2017:900, 44 §), which no register knows.
    pub(super) fn appeal(&self, record: &'a Record) -> Option<AppealView<'a>> {
        let appeal = record.appeal()?;
        let announced_on = record.day(Key::ANNOUNCED_ON);
        let is_computed = appeal.route == "legality-review";
        let country = self.frame.settings.country.filter(|_| is_computed);
        let computed = country.and_then(|country| country.last_day(announced_on?));
        let last_day = appeal.last_day.or(computed);
        Some(AppealView {
            route: appeal.route,
            last_day: last_day.map(|day| day.to_string()),
            has_begun: announced_on.is_some(),
            reason: appeal.reason,
            state: appeal.state.map(|(state, _)| state),
            state_on: appeal
                .state
                .and_then(|(_, day)| day)
                .map(|day| day.to_string()),
        })
    }
}
