//! Assignments and costs as tables.

use super::data::written;
use crate::pages::{Frame, Ledger};
use crate::record::{Date, Record};

/// Every assignment, those of the newest records first.
pub(super) fn assignments(ledger: &Ledger, frame: &Frame<'_>) -> Vec<u8> {
    let columns = [
        "what",
        "to",
        "due",
        "state",
        "done_on",
        "reported_in",
        "decided_by",
        "day",
        "title",
        "url",
    ];
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let rows = ledger.records.iter().flat_map(|record| {
        record.assignments().map(move |told| {
            let state = told.state_on(ledger.today).to_owned();
            let reported = told.reported_in.unwrap_or_default().to_owned();
            let to = told.to.unwrap_or_default().to_owned();
            let own = vec![
                told.what.to_owned(),
                to,
                day(told.due),
                state,
                day(told.done_on),
                reported,
            ];
            [own, of_record(record, frame)].concat()
        })
    });
    written(&columns, rows, frame)
}

/// Every cost, those of the newest records first.
pub(super) fn costs(ledger: &Ledger, frame: &Frame<'_>) -> Vec<u8> {
    let columns = [
        "amount",
        "currency",
        "per",
        "period",
        "total",
        "what",
        "quote",
        "stage",
        "decided_by",
        "day",
        "title",
        "url",
    ];
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let rows = ledger.records.iter().flat_map(|record| {
        record.costs().map(move |told| {
            let total = told
                .total()
                .map(|total| total.to_string())
                .unwrap_or_default();
            let own = vec![
                told.amount.to_string(),
                text(told.currency),
                text(told.per),
                text(told.period),
                total,
                text(told.what),
                text(told.quote),
                record.stage().code().to_owned(),
            ];
            [own, of_record(record, frame)].concat()
        })
    });
    written(&columns, rows, frame)
}

/// The last cells of every row: who decided, when, what and where.
fn of_record(record: &Record, frame: &Frame<'_>) -> Vec<String> {
    vec![
        record.body().unwrap_or_default().to_owned(),
        record.shown_day().to_string(),
        record.title().to_owned(),
        frame.addresses.record(record).url(&frame.settings),
    ]
}
