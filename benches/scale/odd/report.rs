//! The figures of odd inputs as a Markdown table, a row as soon as it is known.

use super::{Cost, LEAST_TIME, LIMIT, MOST, Outcome, Row, time};

/// The head of the table.
pub(super) fn head() -> String {
    "| odd input | base | 1× s | 10× s | 100× s | growth | | printed KiB at 100× | peak MiB | verdict |\n\
     | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |"
        .to_owned()
}

/// One input's row.
pub(super) fn row(row: &Row) -> String {
    let seconds: Vec<String> = row.outcomes.iter().map(seconds).collect();
    let growth = row.growth(time);
    let grown = |index: usize| {
        growth
            .get(index)
            .map_or_else(String::new, |growth| format!("{growth:.1}×"))
    };
    let last = row.outcomes.iter().rev().find_map(|outcome| match outcome {
        Outcome::Ended(cost) => Some(cost),
        Outcome::Stopped | Outcome::Broke(_) | Outcome::LeftOut => None,
    });
    let figure = |of: fn(&Cost) -> u64| last.map_or_else(String::new, |cost| of(cost).to_string());
    format!(
        "| {} | {} | {} | {} | {} | {} | {} | {} |",
        row.odd.name,
        row.odd.base,
        seconds.join(" | "),
        grown(0),
        grown(1),
        figure(|cost| cost.printed >> 10),
        figure(|cost| cost.peak >> 20),
        row.fault()
            .map_or_else(|| "well".to_owned(), |fault| format!("**{fault}**")),
    )
}

/// What is to be known of the table.
pub(super) fn foot() -> String {
    let least = LEAST_TIME.as_millis();
    format!(
        "Processor seconds beyond those of a site without anything odd. At most {MOST} × per tenfold is well; times below \
         {least} ms count as {least} ms; a run is stopped after {LIMIT} s."
    )
}

fn seconds(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Ended(cost) => format!("{:.3}", cost.processor.as_secs_f64()),
        Outcome::Stopped => "stopped".to_owned(),
        Outcome::Broke(_) => "broke".to_owned(),
        Outcome::LeftOut => "left out".to_owned(),
    }
}
