//! What decisions cost and what they give somebody to do, over the whole register.

mod support;

use support::site::Site;
use support::{Fixture, RECORD, SETTINGS};

#[test]
fn assignments_are_told_with_their_state_on_the_day_of_the_build() {
    let lines = "decided_on: 2024-05-03\noutcome: bifall\nassignments:\n  - {what: A, to: Nämnden, due: 2024-06-01}\n  - {what: B, to: Nämnden, done_on: 2024-06-10}\n  - {what: C}\n  - {what: \"=D\", state: avslutat, due: 2024-01-01}\n";
    let fixture = Fixture::with_record(&RECORD.replace("title:", &format!("{lines}title:")))
        .with("content/site.yaml", SETTINGS);
    let site = Site::of(&fixture);
    for (day, states) in [
        (
            "2024-06-01",
            ["under-way", "not-reported", "not-reported", "ended"],
        ),
        (
            "2024-06-02",
            ["overdue", "not-reported", "not-reported", "ended"],
        ),
        ("2024-06-10", ["overdue", "done", "not-reported", "ended"]),
    ] {
        let ended = site.run(&["build", "--as-of", day]);
        assert_eq!(ended.code, Some(0), "{}", ended.said);
        let output = site.output();
        let table = String::from_utf8(output["data/assignments.csv"].clone()).expect("text");
        let told: Vec<&str> = table
            .lines()
            .skip(1)
            .filter_map(|line| line.split(';').nth(3))
            .collect();
        assert_eq!(told, states, "{day}: {table}");
        assert!(table.contains("'=D"), "{table}");
        let page = String::from_utf8(output["uppdrag/index.html"].clone()).expect("text");
        for state in states {
            assert!(
                page.contains(&format!("<span class=\"stage {state}\">")),
                "{day} {state}: {page}"
            );
        }
        let cold = Site::of(&fixture);
        assert_eq!(cold.run(&["build", "--as-of", day]).code, Some(0));
        assert_eq!(cold.release(), site.release(), "{day}");
    }
}

#[test]
fn costs_are_told_with_what_they_come_to() {
    let lines = "costs:\n  - {amount: 700 000, currency: SEK, per: year, period: 2021–2022, what: A, quote: \"0,7 mnkr per år i två år.\"}\n  - {amount: 5, per: månad, period: tills vidare}\n";
    let record = RECORD.replace("title:", &format!("{lines}title:"));
    let site = Site::of(&Fixture::with_record(&record));
    assert_eq!(site.run(&["build"]).code, Some(0));
    let output = site.output();
    let table = String::from_utf8(output["data/costs.csv"].clone()).expect("text");
    assert!(
        table.contains("\r\n700000;SEK;year;2021–2022;1400000;A;"),
        "{table}"
    );
    assert!(table.contains("\r\n5;;month;tills vidare;;"), "{table}");
    let page = String::from_utf8(output["kostnader/index.html"].clone()).expect("text");
    assert!(page.contains("1\u{a0}400\u{a0}000\u{a0}kr"), "{page}");
    assert!(page.contains("0,7 mnkr per år i två år."), "{page}");
    let wrong = record.replace("700 000", "0,7 mnkr");
    assert_eq!(Fixture::with_record(&wrong).codes(), ["value-form"]);
}
