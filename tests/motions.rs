//! Motions that have waited for longer than the law allows, as the staff desk tells them.

mod support;

use diarium::engine::Engine;
use support::{Fixture, RECORD, SETTINGS, clock};

/// The files of the motions that are overdue on a day.
fn overdue(fixture: &Fixture, day: &str) -> Vec<String> {
    let mut engine = Engine::default();
    engine.read(&fixture.all(), fixture);
    let build = engine.build(clock(day), fixture);
    let found = build.site.overdue_motions();
    found
        .iter()
        .map(|(source, last_day)| format!("{source} {last_day}"))
        .collect()
}

/// Kommunallagen (2017:725) 5:35: a motion is to be prepared so that it can be decided within a year of the day on which it was put.
#[test]
fn a_motion_is_overdue_when_a_year_has_gone_without_a_decision() {
    let record = |lines: &str| RECORD.replacen("title:", &format!("{lines}title:"), 1);
    let fixture = Fixture::with_record(&record("type: motion\ncase_number: \"KS 2024/7\"\n"))
        .with("content/site.yaml", format!("{SETTINGS}country: se\n"))
        .with("content/annan.md", RECORD)
        .with(
            "content/fort.md",
            record("type: motion\ndecision: Nej.\ndecided_on: 2024-06-01\n"),
        )
        .with(
            "content/bordlagd.md",
            record("type: motion\nstage: postponed\n"),
        );
    assert_eq!(overdue(&fixture, "2025-05-02"), Vec::<String>::new());
    let both = [
        "content/bordlagd.md 2025-05-02",
        "content/prov.md 2025-05-02",
    ];
    assert_eq!(overdue(&fixture, "2025-05-03"), both);
    let decided = record("case_number: \"ks 2024-7\"\ndecision: Nej.\ndecided_on: 2025-01-15\n");
    let settled = fixture.clone().with("content/beslut.md", decided);
    assert_eq!(overdue(&settled, "2025-05-03"), both[..1]);
    let answer = record(
        "relations:\n  - {to: bordlagd, kind: answers}\ndecision: Nej.\ndecided_on: 2025-01-15\n",
    );
    let answered = fixture.clone().with("content/svar.md", answer);
    assert_eq!(overdue(&answered, "2025-05-03"), both[1..]);
    let nowhere = fixture.with("content/site.yaml", SETTINGS);
    assert_eq!(overdue(&nowhere, "2025-05-03"), Vec::<String>::new());
}
