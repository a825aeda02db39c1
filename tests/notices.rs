//! The notice board and its guard, through the real program: what is up stays up until its day (kommunallagen 2017:725, 8:12 and 13:5).

#![expect(
    clippy::disallowed_methods,
    reason = "tests write sites and read what became of them"
)]

mod support;

use std::path::Path;

use support::site::{PROGRAM, Site};
use support::{Fixture, RECORD, SETTINGS};

const LINES: &str = "body: Nämnden\ndecided_on: 2024-05-28\noutcome: bifall\napproved_on: 2024-06-04\nannounced_on: 2024-06-05\nminutes_location: Kansliet\nappeal: laglighetsprövning\n";

fn record() -> String {
    RECORD.replace("title:", &format!("{LINES}title:"))
}

fn fixture() -> Fixture {
    Fixture::with_record(&record()).with("content/site.yaml", format!("{SETTINGS}country: se\n"))
}

/// The exit code and the words of a build on a day.
fn build(site: &Site, day: &str, more: &[&str]) -> (Option<i32>, String) {
    let ended = site.run(&[&["build", "--as-of", day], more].concat());
    (ended.code, ended.said)
}

/// The only file of the records.
fn path(site: &Site) -> String {
    let all = support::files_below(&site.path("content"));
    let found = all.into_iter().find(|file| file != "site.yaml");
    format!("content/{}", found.expect("a record"))
}

#[test]
fn a_notice_is_up_from_its_day_until_the_day_after_its_last() {
    let site = Site::of(&fixture());
    for (day, is_planned, is_up) in [
        ("2024-06-04", false, false),
        ("2024-06-05", true, true),
        ("2024-06-26", true, true),
        ("2024-06-27", true, false),
        ("2025-01-01", true, false),
    ] {
        let (code, said) = build(&site, day, &[]);
        assert_eq!(code, Some(0), "{day}: {said}");
        let output = site.output();
        let board = output.get("anslagstavla/index.html");
        assert_eq!(board.is_some(), is_planned, "{day}");
        let board = String::from_utf8(board.cloned().unwrap_or_default()).expect("text");
        assert_eq!(
            board.contains("datetime=\"2024-06-26\""),
            is_up,
            "{day}: {board}"
        );
        if is_planned {
            let log: serde_json::Value =
                serde_json::from_slice(&output["notices.json"]).expect("JSON");
            assert_eq!(log[0]["posted_on"], "2024-06-05");
            assert_eq!(log[0]["last_day"], "2024-06-26");
            let removed = if is_up {
                serde_json::Value::Null
            } else {
                "2024-06-27".into()
            };
            assert_eq!(log[0]["removed_on"], removed, "{day}");
            let calendar =
                String::from_utf8(output["anslagstavla/calendar.ics"].clone()).expect("text");
            assert!(
                calendar.contains("DTSTART;VALUE=DATE:20240626\r\n"),
                "{calendar}"
            );
            let feed = String::from_utf8(output["anslagstavla/atom.xml"].clone()).expect("text");
            assert_eq!(feed.contains("<entry"), is_up, "{day}");
        }
        let cold = Site::of(&fixture());
        assert_eq!(build(&cold, day, &[]).0, Some(0));
        assert_eq!(cold.release(), site.release(), "{day}");
    }
}

#[test]
fn a_build_that_touches_a_running_notice_is_held_and_names_it() {
    let tombstone = "---\ntitle: Ny lekplats\ndate: 2024-05-02\nchanges: [{date: 2024-06-10, kind: withdrawal}]\n---\n";
    let changes: [(&str, Option<String>); 10] = [
        ("gone", None),
        (
            "draft",
            Some(record().replace("title:", "draft: ja\ntitle:")),
        ),
        (
            "over",
            Some(record().replace("title:", "publish_until: 2024-06-11\ntitle:")),
        ),
        (
            "another title",
            Some(record().replace("title: ", "title: En ")),
        ),
        (
            "another body",
            Some(record().replace("Nämnden", "Styrelsen")),
        ),
        (
            "another place",
            Some(record().replace("Kansliet", "Arkivet")),
        ),
        (
            "another day",
            Some(record().replace("announced_on: 2024-06-05", "announced_on: 2024-06-06")),
        ),
        (
            "a shorter time",
            Some(record().replace(
                "appeal: laglighetsprövning",
                "appeal: {route: laglighetsprövning, last_day: 2024-06-11, reason: Fel.}",
            )),
        ),
        (
            "moved",
            Some(record().replace("title:", "id: annan\ntitle:")),
        ),
        ("withdrawn without a reason", Some(tombstone.to_owned())),
    ];
    for (what, text) in changes {
        let site = Site::of(&fixture());
        assert_eq!(build(&site, "2024-06-10", &[]).0, Some(0));
        let before = site.output();
        let path = path(&site);
        match &text {
            Some(text) => site.write(&path, text),
            None => site.remove(&path),
        }
        let (code, said) = build(&site, "2024-06-12", &[]);
        assert_eq!(code, Some(1), "{what}: {said}");
        assert!(
            said.contains("notice-dropped") && said.contains("Ny lekplats"),
            "{what}: {said}"
        );
        assert_eq!(site.output(), before, "{what}");
        // On a fresh checkout what is published is told.
        let manifest = site.beside("manifest.json");
        std::fs::write(&manifest, &before["manifest.json"]).expect("a file can be written");
        let fresh = Site::of(
            &Fixture::default().with("content/site.yaml", format!("{SETTINGS}country: se\n")),
        );
        if let Some(text) = &text {
            fresh.write(&path, text);
        }
        let published = manifest.to_string_lossy().into_owned();
        let (code, said) = build(&fresh, "2024-06-12", &["--published", &published]);
        assert_eq!(code, Some(1), "{what}: {said}");
        assert!(said.contains("notice-dropped"), "{what}: {said}");
        // The check tells of it before.
        let checked = site.run(&["check", "--as-of", "2024-06-12"]);
        assert!(
            checked.said.contains("notice-dropped"),
            "{what}: {}",
            checked.said
        );
        // No setting lowers it, and no board that is switched off.
        site.write(
            "content/site.yaml",
            format!("{SETTINGS}country: se\nnotice_board: off\n"),
        );
        assert_eq!(build(&site, "2024-06-12", &[]).0, Some(1), "{what}");
        site.write("content/site.yaml", format!("{SETTINGS}country: se\n"));
        // Once its time is over, nothing holds.
        let (code, said) = build(&site, "2024-06-27", &[]);
        assert_eq!(code, Some(0), "{what}: {said}");
    }
}

#[test]
fn the_guard_says_in_both_languages_what_is_held_and_what_to_do() {
    let mut pictures = String::new();
    let se = "country: se\n";
    let moved = "id: annan\nformer_addresses: /beslut/2024/prov/\ntitle:";
    for (text, settings) in [
        (None, se),
        (Some(record().replace("Kansliet", "Arkivet")), se),
        (Some(record().replace("title:", moved)), se),
        (Some(record().replace("title:", "draft: true\ntitle:")), se),
        (Some(record()), "country: se\nnotice_board: off\n"),
        (Some(record()), ""),
    ] {
        let site = Site::of(&fixture());
        assert_eq!(build(&site, "2024-06-10", &[]).0, Some(0));
        let path = path(&site);
        match &text {
            Some(text) => site.write(&path, text),
            None => site.remove(&path),
        }
        site.write("content/site.yaml", format!("{SETTINGS}{settings}"));
        for language in ["en", "sv"] {
            let mut command = std::process::Command::new(PROGRAM);
            command.args(["--language", language, "check", "--as-of", "2024-06-12"]);
            let ended = command
                .current_dir(site.root())
                .output()
                .expect("it can be run");
            pictures.push_str(&String::from_utf8_lossy(&ended.stderr));
            pictures.push('\n');
        }
    }
    let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures/notice-dropped.txt");
    support::expect(&picture, pictures.as_bytes());
}

#[test]
fn a_stated_reason_lets_a_change_through_and_is_logged() {
    let reason = "changes: [{date: 2024-06-10, kind: anslag, note: Fel organ.}]\n";
    let renamed = record()
        .replace("Nämnden", "Styrelsen")
        .replace("title:", &format!("{reason}title:"));
    let withdrawn = "---\ntitle: Ny lekplats\ndate: 2024-05-02\nannounced_on: 2024-06-05\nchanges: [{date: 2024-06-10, kind: withdrawal, note: Fel organ.}]\n---\n";
    for text in [renamed.as_str(), withdrawn] {
        let site = Site::of(&fixture());
        assert_eq!(build(&site, "2024-06-10", &[]).0, Some(0));
        site.write(&path(&site), text);
        let (code, said) = build(&site, "2024-06-12", &[]);
        assert_eq!(code, Some(0), "{said}");
        let log = String::from_utf8(site.output()["notices.json"].clone()).expect("text");
        assert!(log.contains("Fel organ."), "{log}");
    }
    let site = Site::of(&fixture());
    assert_eq!(build(&site, "2024-06-10", &[]).0, Some(0));
    site.write(&path(&site), withdrawn);
    assert_eq!(build(&site, "2024-06-12", &[]).0, Some(0));
    let calendar =
        String::from_utf8(site.output()["anslagstavla/calendar.ics"].clone()).expect("text");
    assert!(
        calendar.contains("STATUS:CANCELLED") && calendar.contains("SEQUENCE:1"),
        "{calendar}"
    );
    let log: serde_json::Value =
        serde_json::from_slice(&site.output()["notices.json"]).expect("JSON");
    assert_eq!(log[0]["removed_on"], "2024-06-10");
}

#[test]
fn a_reason_lets_one_change_through_and_not_the_next() {
    let reason = "{date: 2024-06-10, kind: anslag, note: Fel organ.}";
    let told = |body: &str, reasons: &str| {
        let lines = format!("changes: [{reasons}]\ntitle:");
        record().replace("Nämnden", body).replace("title:", &lines)
    };
    let site = Site::of(&fixture());
    assert_eq!(build(&site, "2024-06-10", &[]).0, Some(0));
    site.write(&path(&site), told("Styrelsen", reason));
    assert_eq!(build(&site, "2024-06-11", &[]).0, Some(0));
    assert_eq!(
        build(&site, "2024-06-11", &[]).0,
        Some(0),
        "nothing changed"
    );
    site.write(&path(&site), told("Utskottet", reason));
    assert_eq!(build(&site, "2024-06-12", &[]).0, Some(1));
    let both = format!("{reason}, {{date: 2024-06-12, kind: anslag, note: Ännu ett fel.}}");
    site.write(&path(&site), told("Utskottet", &both));
    assert_eq!(build(&site, "2024-06-12", &[]).0, Some(0));
}

#[test]
fn a_delegated_decision_stands_on_the_board_as_what_it_is() {
    let site = Site::of(&fixture());
    let file = path(&site);
    let delegated = record().replace("title:", "type: delegationsbeslut\ntitle:");
    site.write(&file, &delegated);
    assert_eq!(build(&site, "2024-06-10", &[]).0, Some(0));
    let output = site.output();
    let board = String::from_utf8(output["anslagstavla/index.html"].clone()).expect("text");
    assert!(board.contains("<h2>Delegationsbeslut</h2>"), "{board}");
    assert!(!board.contains("Justerade protokoll"), "{board}");
    let log: serde_json::Value = serde_json::from_slice(&output["notices.json"]).expect("JSON");
    assert_eq!(log[0]["kind"], "delegated-decision");
    site.write(&file, record());
    assert_eq!(
        build(&site, "2024-06-11", &[]).0,
        Some(1),
        "it is announced as something else"
    );
}

#[test]
fn a_build_of_a_later_day_forgets_no_notice() {
    let site = Site::of(&fixture());
    assert_eq!(build(&site, "2024-06-10", &[]).0, Some(0));
    assert_eq!(build(&site, "2024-09-01", &[]).0, Some(0));
    site.write(&path(&site), record().replace("Nämnden", "Styrelsen"));
    let (code, said) = build(&site, "2024-06-11", &[]);
    assert_eq!(code, Some(1), "{said}");
}

/// What was built here and never came to be published says nothing of what is.
#[test]
fn what_is_published_elsewhere_holds_beside_what_was_built_here() {
    let site = Site::of(&fixture());
    assert_eq!(build(&site, "2024-06-10", &[]).0, Some(0));
    let published = site.beside("published.json");
    std::fs::write(&published, &site.output()["manifest.json"]).expect("a file can be written");
    let elsewhere = published.to_string_lossy().into_owned();
    std::fs::remove_dir_all(site.path("output")).expect("it can be removed");
    site.write(&path(&site), record().replace("Nämnden", "Styrelsen"));
    assert_eq!(
        build(&site, "2024-06-11", &[]).0,
        Some(0),
        "nothing is known"
    );
    let (code, said) = build(&site, "2024-06-11", &["--published", &elsewhere]);
    assert_eq!(code, Some(1), "{said}");
    let checked = site.run(&["check", "--as-of", "2024-06-11", "--published", &elsewhere]);
    assert!(checked.said.contains("notice-dropped"), "{}", checked.said);
}

/// A site that learns later in which country it stands learns the last days of its notices with it.
#[test]
fn a_last_day_may_become_known() {
    let site = Site::of(&fixture().with("content/site.yaml", SETTINGS));
    assert_eq!(build(&site, "2024-06-10", &[]).0, Some(0));
    site.write("content/site.yaml", format!("{SETTINGS}country: se\n"));
    assert_eq!(build(&site, "2024-07-10", &[]).0, Some(0), "it is over");
    let site = Site::of(&fixture().with("content/site.yaml", SETTINGS));
    assert_eq!(build(&site, "2024-06-10", &[]).0, Some(0));
    site.write("content/site.yaml", format!("{SETTINGS}country: se\n"));
    assert_eq!(build(&site, "2024-06-11", &[]).0, Some(0), "it is up");
    site.write("content/site.yaml", SETTINGS);
    let (code, said) = build(&site, "2024-06-12", &[]);
    assert_eq!(code, Some(1), "the day is lost again: {said}");
}

/// Kommunallagen (2017:725) 13:5 counts a day for the legality review alone; förvaltningslagen (2017:900) 44 § counts from when each
/// party got the decision.
#[test]
fn only_a_legality_review_has_a_last_day_on_the_board() {
    for (route, has_day) in [
        ("laglighetsprövning", true),
        ("förvaltningsbesvär", false),
        ("nej", false),
    ] {
        let of_route = record().replace("laglighetsprövning", route);
        let site = Site::of(&fixture());
        site.write(&path(&site), of_route);
        assert_eq!(build(&site, "2024-06-10", &[]).0, Some(0));
        let output = site.output();
        let text = |file: &str| String::from_utf8(output[file].clone()).expect("text");
        let board = text("anslagstavla/index.html");
        assert_eq!(
            board.contains("datetime=\"2024-06-26\""),
            has_day,
            "{route}: {board}"
        );
        assert!(
            board.contains("datetime=\"2024-06-27\""),
            "it is taken down: {board}"
        );
        let calendar = text("anslagstavla/calendar.ics");
        assert_eq!(
            calendar.contains("20240626"),
            has_day,
            "{route}: {calendar}"
        );
    }
    let site = Site::of(&fixture());
    assert_eq!(build(&site, "2024-06-10", &[]).0, Some(0));
    site.write(&path(&site), record().replace("laglighetsprövning", "nej"));
    assert_eq!(
        build(&site, "2024-06-11", &[]).0,
        Some(1),
        "the route is altered"
    );
}

#[test]
fn a_proposal_has_no_notice() {
    let proposal = RECORD.replace("title:", "body: Nämnden\nannounced_on: 2024-06-05\ntitle:");
    let site = Site::of(&fixture());
    site.write(&path(&site), proposal);
    let (code, said) = build(&site, "2024-06-10", &[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("decided-without-decision"), "{said}");
    assert!(!site.output().contains_key("anslagstavla/index.html"));
}

#[test]
fn a_notice_that_is_taken_away_with_a_reason_stays_in_the_log() {
    let site = Site::of(&fixture());
    assert_eq!(build(&site, "2024-06-10", &[]).0, Some(0));
    let reason = "changes: [{date: 2024-06-11, kind: anslag, note: Fel organ.}]\ntitle:";
    let taken = record()
        .replace("announced_on: 2024-06-05\n", "")
        .replace("title:", reason);
    site.write(&path(&site), taken);
    let (code, said) = build(&site, "2024-06-12", &[]);
    assert_eq!(code, Some(0), "{said}");
    let log: serde_json::Value =
        serde_json::from_slice(&site.output()["notices.json"]).expect("JSON");
    assert_eq!(log[0]["removed_on"], "2024-06-11");
    assert_eq!(log[0]["changes"][0]["note"], "Fel organ.");
}
