//! All meetings as open data: when, where, who took part, and the records that were dealt with.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::pages::{Frame, Meetings, text_facts};
use crate::record::Record;
use crate::site::Meeting;

/// Every meeting, oldest first, one on a line, so that a change shows as a change of its line.
pub(super) fn data(meetings: &Meetings, frame: &Frame<'_>) -> Vec<u8> {
    let settings = &frame.settings;
    let entry = |(meeting, records): (&Arc<Meeting>, &Arc<[Arc<Record>]>)| {
        let url = frame.addresses.meeting(&meeting.id).url(settings);
        let mut facts = Map::from_iter([
            ("url".to_owned(), json!(url)),
            ("body".to_owned(), json!(meeting.body)),
            ("date".to_owned(), json!(meeting.day.to_string())),
            ("cancelled".to_owned(), json!(meeting.is_cancelled())),
        ]);
        if let Some(text) = &meeting.text {
            facts.extend(text_facts(text));
        }
        let items = records.iter().map(|record: &Arc<Record>| {
            json!({
                "item": record.item(),
                "paragraph": record.paragraph(),
                "title": record.title(),
                "url": frame.addresses.record(record).url(settings),
            })
        });
        facts.insert("records".to_owned(), items.collect());
        Value::Object(facts).to_string()
    };
    let lines = meetings.all.iter().zip(&meetings.records).map(entry);
    let lines: Vec<String> = lines.collect();
    format!("[\n{}\n]\n", lines.join(",\n")).into_bytes()
}
