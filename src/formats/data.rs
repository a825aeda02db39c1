//! The register as open data: JSON by year, one table of all records as CSV (RFC 4180, UTF-8).

use std::sync::Arc;

use serde::Serialize;
use serde_json::json;

use super::cells::harmless;
use crate::language::Language;
use crate::pages::{Column, Frame, OpenFacts, RecordPage, RecordRange};
use crate::site::{Gathering, Term};

/// What open data there is.
pub(super) fn index(years: &[Arc<Term>], frame: &Frame<'_>) -> Vec<u8> {
    let settings = &frame.settings;
    let year = |year: &Arc<Term>| json!({ "year": year.title, "records": year.records.len(), "url": frame.addresses.data_year(&year.slug).url(settings) });
    let count: usize = years.iter().map(|year| year.records.len()).sum();
    pretty(&json!({
        "title": settings.title,
        "publisher": settings.publisher,
        "language": settings.language,
        "site": settings.base_url,
        "license": settings.license,
        "records": count,
        "csv": frame.addresses.table().url(settings),
        "feed": frame.addresses.feed(Gathering::RECORDS, "").url(settings),
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
    let facts = OpenFacts::new(&page.record, &page.attachments, &page.links, frame);
    pretty(&facts)
}

/// What tells spreadsheets that a table is in UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// What sets cells apart where a language is read.
fn cells(language: &str) -> u8 {
    u8::try_from(Language::of(language).cells).unwrap_or(b',')
}

/// All records as a table, oldest first. Several values of one field stand on lines of their own within it.
pub(super) fn table(range: &RecordRange, frame: &Frame<'_>) -> Vec<u8> {
    let columns = Column::all();
    let names: Vec<&str> = columns.iter().map(|column| column.name()).collect();
    let rows = facts(range, frame);
    let rows = rows.map(|facts| columns.iter().map(|column| facts.cell(*column)).collect());
    written(&names, rows, frame)
}

/// A table by RFC 4180, in the form that a spreadsheet in the language of the site opens.
pub(super) fn written(
    columns: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
    frame: &Frame<'_>,
) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .delimiter(cells(&frame.settings.language))
        .from_writer(BYTE_ORDER_MARK.to_vec());
    writer
        .write_record(columns)
        .expect("a list of bytes takes any writing");
    for row in rows {
        writer
            .write_record(row.iter().map(|cell| harmless(cell)))
            .expect("a list of bytes takes any writing");
    }
    writer
        .into_inner()
        .expect("a list of bytes takes any writing")
}

fn facts<'a>(range: &'a RecordRange, frame: &'a Frame<'_>) -> impl Iterator<Item = OpenFacts<'a>> {
    range.places.iter().map(|place| {
        let beside = range.besides.get(place);
        let attachments = beside.map_or(&[][..], |beside| &beside.attachments);
        let links = beside.map_or(&[][..], |beside| &beside.links);
        let record = &range.all[*place as usize];
        OpenFacts::new(record, attachments, links, frame)
    })
}

fn pretty(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("facts are plain values");
    bytes.push(b'\n');
    bytes
}
