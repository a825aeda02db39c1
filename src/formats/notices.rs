//! The notice board for calendars (RFC 5545), and the log of all notices.

use icalendar::{Calendar, Component, Event, EventStatus, Property};
use serde_json::{Value, json};

use crate::pages::{Frame, Notices};
use crate::record::{Date, Key, Record};
use crate::site::last_day_of_notice;

/// The last day to appeal of every notice, as an event of that day. One whose record was withdrawn is cancelled; each change of the
/// record raises its number.
pub(super) fn calendar(notices: &Notices, frame: &Frame<'_>) -> Vec<u8> {
    let mut calendar = Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Diarium//Notice board//EN"),
        ("CALSCALE", "GREGORIAN"),
    ] {
        calendar.append_property(Property::new(name, value));
    }
    let name = (frame.word)("notice_board", &[]);
    calendar.name(&format!("{name} – {}", frame.settings.title));
    for (record, _) in &notices.posted {
        if let Some(event) = event(record, frame) {
            calendar.push(event);
        }
    }
    calendar.to_string().into_bytes()
}

fn event(record: &Record, frame: &Frame<'_>) -> Option<Event> {
    let settings = &frame.settings;
    let last_day = last_day_of_notice(record, settings)?;
    let announced_on = record.day(Key::ANNOUNCED_ON)?;
    let url = frame.addresses.record(record).url(settings);
    let on = |name: &str, day: Date| {
        let mut property = Property::new(name, digits(day));
        property.add_parameter("VALUE", "DATE").done()
    };
    let mut event = Event::new();
    let title = (frame.word)("notice_last_day", &[("title", record.title())]);
    event
        .uid(&url)
        .summary(&title)
        .url(&url)
        .sequence(u32::try_from(record.changes().count()).unwrap_or(u32::MAX))
        .status(if record.withdrawal().is_some() {
            EventStatus::Cancelled
        } else {
            EventStatus::Confirmed
        })
        .append_property(on("DTSTART", last_day))
        .append_property(on("DTEND", last_day.next()?))
        .add_property("DTSTAMP", format!("{}T000000Z", digits(announced_on)))
        .add_property("TRANSP", "TRANSPARENT");
    Some(event.done())
}

/// `20240626`.
fn digits(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// Every notice that was put up: when, until when it had to stay, and why it did not if the record says so.
pub(super) fn log(notices: &Notices, frame: &Frame<'_>) -> Vec<u8> {
    let entry = |(record, is_running): &(std::sync::Arc<Record>, bool)| {
        let settings = &frame.settings;
        let text = |day: Option<Date>| day.map(|day| day.to_string());
        let last_day = last_day_of_notice(record, settings);
        let withdrawal = record.withdrawal();
        let removed_on = match withdrawal {
            Some(withdrawal) => withdrawal.date,
            None => last_day.and_then(Date::next).filter(|_| !is_running),
        };
        let changes: Vec<Value> = record
            .changes()
            .map(|change| json!({ "date": text(change.date), "kind": change.kind, "note": change.note }))
            .collect();
        json!({
            "url": frame.addresses.record(record).url(settings),
            "title": record.title(),
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
