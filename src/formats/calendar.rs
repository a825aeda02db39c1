//! Meetings and last days for calendars (RFC 5545).
//!
//! The address of a page names its event for ever, and each change that the source tells of raises the event's number, so that
//! calendars move or strike what was moved or cancelled.

use std::sync::Arc;

use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};

use crate::pages::{Frame, Notices};
use crate::record::facts::FactValue;
use crate::record::{Date, Key, Record, past_midnight};
use crate::site::{Meeting, last_day_to_appeal};

/// When an event was last changed of which no change is told.
const UNCHANGED: &str = "19700101T000000Z";

/// The meetings that files tell of, and the last days to appeal.
pub(super) fn notices(notices: &Notices, frame: &Frame<'_>) -> Vec<u8> {
    let name = (frame.word)("notice_board", &[]);
    let meetings = notices.meetings.iter();
    let meetings = meetings.filter_map(|meeting| of_meeting(meeting, frame));
    let records = notices.recent.iter();
    let last_days = records.filter_map(|record| last_day(record, frame));
    written(&name, meetings.chain(last_days), frame)
}

/// The meetings that files tell of.
pub(super) fn meetings(meetings: &[Arc<Meeting>], frame: &Frame<'_>) -> Vec<u8> {
    let name = (frame.word)("meetings", &[]);
    let meetings = meetings.iter();
    let events = meetings.filter_map(|meeting| of_meeting(meeting, frame));
    written(&name, events, frame)
}

fn written(name: &str, events: impl Iterator<Item = Event>, frame: &Frame<'_>) -> Vec<u8> {
    let mut calendar = Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Diarium//Notice board//EN"),
        ("CALSCALE", "GREGORIAN"),
    ] {
        calendar.append_property(Property::new(name, value));
    }
    calendar.name(&format!("{name} – {}", frame.settings.title));
    for event in events {
        calendar.push(event);
    }
    calendar.to_string().into_bytes()
}

/// The last day to appeal as an event of that day. That of a record that was withdrawn is cancelled.
fn last_day(record: &Record, frame: &Frame<'_>) -> Option<Event> {
    let settings = &frame.settings;
    let last_day = last_day_to_appeal(record, settings)?;
    let announced_on = record.day(Key::ANNOUNCED_ON)?;
    let url = frame.addresses.record(record).url(settings);
    let title = (frame.word)("notice_last_day", &[("title", record.title())]);
    let is_cancelled = record.withdrawal().is_some();
    let mut event = event(&url, &title, record.changes().count(), is_cancelled);
    event
        .append_property(whole_day("DTSTART", last_day))
        .append_property(whole_day("DTEND", last_day.next()?))
        .add_property("DTSTAMP", stamp(announced_on))
        .add_property("TRANSP", "TRANSPARENT");
    Some(event.done())
}

/// A meeting as an event: of its hours where these are told, else of its day.
fn of_meeting(meeting: &Meeting, frame: &Frame<'_>) -> Option<Event> {
    let text = meeting.text.as_deref()?;
    let settings = &frame.settings;
    let url = frame.addresses.meeting(&meeting.id).url(settings);
    let changes = text.facts.get(Key::CHANGES).into_iter();
    let changes: Vec<&FactValue> = changes
        .flat_map(FactValue::each)
        .map(|(_, it)| it)
        .collect();
    let title = (frame.word)("meeting_of", &[("body", &meeting.body)]);
    let mut event = event(&url, &title, changes.len(), meeting.is_cancelled());
    let hours = [(Key::BEGINS, Key::ENDS), (Key::BEGAN, Key::ENDED)];
    let hours = hours.into_iter().find_map(|(begins, ends)| {
        let begins = text.text(begins)?;
        Some((begins, text.text(ends)))
    });
    let at = |day: Date, time: &str| day.in_universal_time(time, &settings.time_zone);
    match hours.and_then(|(begins, ends)| Some((at(meeting.day, begins)?, begins, ends))) {
        Some((begin, begins, ends)) => {
            // A meeting may go on past midnight, and none ends before it begins, whatever was written or the clocks did.
            let day = if ends.is_some_and(|ends| past_midnight(begins, ends)) {
                meeting.day.next()
            } else {
                Some(meeting.day)
            };
            let end = ends.and_then(|ends| at(day?, ends));
            if let Some(end) = end.filter(|end| *end > begin) {
                event.add_property("DTEND", end);
            }
            event.add_property("DTSTART", begin);
        }
        None => {
            event
                .append_property(whole_day("DTSTART", meeting.day))
                .append_property(whole_day("DTEND", meeting.day.next()?));
        }
    }
    if let Some(place) = text.text(Key::PLACE) {
        event.location(place);
    }
    // The day of the last change. The build's own would differ from build to build, and the meeting's may lie ahead.
    let last_on = changes.last().and_then(|change| change.part(0)?.day());
    event.add_property(
        "DTSTAMP",
        last_on.map_or_else(|| UNCHANGED.to_owned(), stamp),
    );
    Some(event.done())
}

fn event(url: &str, title: &str, changes: usize, is_cancelled: bool) -> Event {
    let status = if is_cancelled {
        EventStatus::Cancelled
    } else {
        EventStatus::Confirmed
    };
    let mut event = Event::new();
    event
        .uid(url)
        .summary(title)
        .url(url)
        .sequence(u32::try_from(changes).unwrap_or(u32::MAX))
        .status(status);
    event
}

fn whole_day(name: &str, day: Date) -> Property {
    let mut property = Property::new(name, digits(day));
    property.add_parameter("VALUE", "DATE").done()
}

fn stamp(day: Date) -> String {
    format!("{}T000000Z", digits(day))
}

/// `20240626`.
fn digits(day: Date) -> String {
    day.to_string().replace('-', "")
}
