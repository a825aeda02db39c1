//! How a decision can be appealed, as its page tells it: days are told as they are counted, what became of it only as staff state it.

use super::Shower;
use crate::pages::view::AppealView;
use crate::record::{Key, Record};
use crate::site::last_day_to_appeal;

impl<'a> Shower<'a, '_> {
    /// What a record's page tells of its appeal.
    pub(super) fn appeal(&self, record: &'a Record) -> Option<AppealView<'a>> {
        let appeal = record.appeal()?;
        let announced_on = record.day(Key::ANNOUNCED_ON);
        let last_day = last_day_to_appeal(record, &self.frame.settings);
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
