//! The register as open data: JSON by year, one table of all records as CSV (RFC 4180, UTF-8).

use std::sync::Arc;

use serde_json::json;

use super::cells::harmless;
use crate::pages::{Address, FactsView, Frame, Gathering, LinkedName, RecordPage, RecordRange};
use crate::site::Term;

/// What open data there is.
pub(super) fn index(years: &[Arc<Term>], frame: &Frame<'_>) -> Vec<u8> {
    let settings = &frame.settings;
    let url = |path: &str| Address::new(path).url(settings);
    let year = |year: &Arc<Term>| json!({ "year": year.title, "records": year.records.len(), "url": url(&format!("data/{}.json", year.slug)) });
    let count: usize = years.iter().map(|year| year.records.len()).sum();
    pretty(&json!({
        "title": settings.title,
        "publisher": settings.publisher,
        "language": settings.language,
        "site": settings.base_url,
        "records": count,
        "csv": url("data/records.csv"),
        "feed": frame.addresses.feed(Gathering::Records, "").url(settings),
        "years": years.iter().map(year).collect::<Vec<_>>(),
    }))
}

/// The facts of a year's records, oldest first; one record a line, so that a change shows as a change of its line.
pub(super) fn year(range: &RecordRange, frame: &Frame<'_>) -> Vec<u8> {
    let mut bytes = Vec::from(b"[\n");
    for (index, facts) in facts(range, frame).enumerate() {
        if index > 0 {
            bytes.extend_from_slice(b",\n");
        }
        serde_json::to_writer(&mut bytes, &facts).expect("facts are plain values");
    }
    bytes.extend_from_slice(b"\n]\n");
    bytes
}

/// The facts of one record.
pub(super) fn record(page: &RecordPage, frame: &Frame<'_>) -> Vec<u8> {
    let facts = FactsView::new(
        &page.record,
        &page.attachments,
        &page.links,
        &frame.settings,
    );
    pretty(&serde_json::to_value(facts).expect("facts are plain values"))
}

const COLUMNS: [&str; 15] = [
    "id",
    "url",
    "date",
    "title",
    "stage",
    "case_numbers",
    "body",
    "proposers",
    "recommendation",
    "decision",
    "decided_on",
    "outcome",
    "topics",
    "summary",
    "language",
];

/// All records as a table, oldest first. Several values of one field stand on lines of their own within it.
pub(super) fn table(range: &RecordRange, frame: &Frame<'_>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    writer
        .write_record(COLUMNS)
        .expect("a list of bytes takes any writing");
    for facts in facts(range, frame) {
        let names = |names: &[LinkedName<'_>]| {
            names
                .iter()
                .map(|linked| linked.name)
                .collect::<Vec<_>>()
                .join("\n")
        };
        let proposers: Vec<&str> = facts
            .proposers
            .iter()
            .map(|proposer| proposer.name)
            .collect();
        let row = [
            facts.id.to_owned(),
            facts.url,
            facts.date,
            facts.title.to_owned(),
            facts.stage.to_owned(),
            facts.case_numbers.join("\n"),
            facts
                .body
                .map(|body| body.name.to_owned())
                .unwrap_or_default(),
            proposers.join("\n"),
            facts.recommendation.join("\n"),
            facts.decision.join("\n"),
            facts.decided_on.unwrap_or_default(),
            facts.outcome.unwrap_or_default().to_owned(),
            names(&facts.topics),
            facts.summary.to_owned(),
            facts.language.to_owned(),
        ];
        writer
            .write_record(row.map(|cell| harmless(&cell)))
            .expect("a list of bytes takes any writing");
    }
    writer
        .into_inner()
        .expect("a list of bytes takes any writing")
}

fn facts<'a>(range: &'a RecordRange, frame: &'a Frame<'_>) -> impl Iterator<Item = FactsView<'a>> {
    range.places.iter().map(|place| {
        let beside = range.besides.get(place);
        let attachments = beside.map_or(&[][..], |beside| &beside.attachments);
        let links = beside.map_or(&[][..], |beside| &beside.links);
        let record = &range.all[*place as usize];
        FactsView::new(record, attachments, links, &frame.settings)
    })
}

fn pretty(value: &serde_json::Value) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("facts are plain values");
    bytes.push(b'\n');
    bytes
}
