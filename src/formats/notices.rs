//! The log of all notices.

use serde_json::{Value, json};

use crate::pages::{Frame, Notices};
use crate::record::{Date, Key, Record};
use crate::site::{is_delegated, last_day_of_notice, taken_down_on};

/// Every notice that was put up: when, until when it had to stay, and why it did not if the record says so.
pub(super) fn log(notices: &Notices, frame: &Frame<'_>) -> Vec<u8> {
    let entry = |(record, is_running): &(std::sync::Arc<Record>, bool)| {
        let settings = &frame.settings;
        let text = |day: Option<Date>| day.map(|day| day.to_string());
        let last_day = last_day_of_notice(record, settings);
        let removed_on = if let Some(withdrawal) = record.withdrawal() {
            withdrawal.date
        } else {
            let is_over = last_day.and_then(Date::next).filter(|_| !is_running);
            taken_down_on(record).or(is_over)
        };
        let changes: Vec<Value> = record
            .changes()
            .map(|change| json!({ "date": text(change.date), "kind": change.kind, "note": change.note }))
            .collect();
        json!({
            "url": frame.addresses.record(record).url(settings),
            "title": record.title(),
            "kind": if is_delegated(record) { "delegated-decision" } else { "minutes" },
            "body": record.body(),
            "posted_on": text(record.day(Key::ANNOUNCED_ON)),
            "last_day": text(last_day),
            "removed_on": text(removed_on),
            "changes": changes,
        })
    };
    let entries: Vec<Value> = notices.posted.iter().map(entry).collect();
    let mut bytes = serde_json::to_vec_pretty(&entries).expect("a list of plain values");
    bytes.push(b'\n');
    bytes
}
