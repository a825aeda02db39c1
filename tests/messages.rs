//! What people are told, by the real program: never more than they can read, never what steers their terminal, never a word
//! of a file that is no source.

#![expect(
    clippy::disallowed_methods,
    reason = "tests write sites and read what became of them"
)]

mod support;

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use support::{Fixture, RECORD, SETTINGS};
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_diarium");

fn site(fixture: &Fixture) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fixture.write(folder.path());
    folder
}

fn command(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command
        .arg("--root")
        .arg(root)
        .args(arguments)
        .stdin(Stdio::null());
    command
}

fn run(root: &Path, arguments: &[&str]) -> Output {
    command(root, arguments).output().expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// All that a run says on both streams.
fn said(root: &Path, arguments: &[&str]) -> String {
    let output = run(root, arguments);
    text(&output.stdout) + &text(&output.stderr)
}

fn with_prose(prose: &str) -> Fixture {
    Fixture::with_record(&RECORD.replace("En lekplats.", prose))
}

/// The lines that are commands to a service which reads logs, or hold what a terminal takes as one.
fn commands(said: &str) -> Vec<&str> {
    let is_hidden = |character: char| {
        character != '\n' && character.is_control()
            || ('\u{202a}'..='\u{202e}').contains(&character)
    };
    let is_command = |line: &&str| {
        line.trim_start().starts_with("::")
            || ["##[", "##vso[", "##teamcity["]
                .iter()
                .any(|start| line.contains(start))
            || line.contains(is_hidden)
    };
    said.split('\n').filter(is_command).collect()
}

#[test]
fn nothing_in_a_source_steers_a_terminal_or_commands_a_service() {
    let evil = "::error::x ##[error]y ##vso[task.complete]z ##teamcity[a]";
    let hidden = "\u{1b}[2J\u{9b}31m\u{202e}";
    let record = RECORD.replace(
        "---\n\n",
        &format!("outcome: \"{evil}\\e[2J\\u202e\\N\\n::error::\"\n{evil}: 1\n---\n\n"),
    );
    let name = format!("content/##[error] {hidden}::a.md");
    let broken = Fixture::with_record(&record)
        .with(&name, format!("---\ntitle: {evil} {hidden}\n"))
        .with(
            "content/b.md",
            RECORD.replace(
                "En lekplats.",
                &format!("[{evil} {hidden}](##[error]{evil}.md) <b>{evil}"),
            ),
        );
    let folder = site(&broken);
    for arguments in [
        &["check"][..],
        &["build"],
        &["check", "--format", "json"],
        &["search", evil],
        &["check", "--language", "en"],
    ] {
        let said = said(folder.path(), arguments);
        assert!(
            commands(&said).is_empty(),
            "{arguments:?}: {:?}",
            commands(&said)
        );
        assert!(
            said.contains("U+0023") || said.contains("\\u0023"),
            "{said}"
        );
    }
    let title = RECORD.replace("Ny lekplats", &format!("\"{evil} \\e[2J\\u202e\""));
    let folder = site(&Fixture::with_record(&title).with(
        "content/::error::.md",
        RECORD.replace("---\n\n", "draft: true\n---\n\n"),
    ));
    for arguments in [
        &["build"][..],
        &["search", "error"],
        &["search", "error", "--format", "json"],
        &["new", evil, "--proposer", "A", "--recommendation", "B"],
    ] {
        let said = said(folder.path(), arguments);
        assert!(
            !said.is_empty() && commands(&said).is_empty(),
            "{arguments:?}: {:?}",
            commands(&said)
        );
    }
}

#[test]
fn a_long_line_is_quoted_around_the_place_alone() {
    let many = "[x](#borta) ".repeat(5000);
    let folder = site(&with_prose(&many));
    let output = run(folder.path(), &["check"]);
    let said = text(&output.stderr);
    assert!(said.len() < 20_000, "{} bytes", said.len());
    let quoted: Vec<&str> = said
        .lines()
        .filter(|line| line.starts_with("8 | "))
        .collect();
    assert_eq!(quoted.len(), 20);
    assert!(
        quoted.iter().all(|line| line.chars().count() <= 104),
        "{quoted:?}"
    );
    assert!(
        quoted[19].starts_with("8 | …") && quoted[19].ends_with('…'),
        "{}",
        quoted[19]
    );
}

#[test]
fn after_twenty_of_one_code_the_rest_is_counted_unless_all_are_asked_for() {
    let mut prose = String::new();
    for number in 0..1234 {
        writeln!(prose, "Se [den](#borta-{number}).\n").expect("a text grows");
    }
    let folder = site(&with_prose(&format!("{prose}<b>a</b>\n")));
    let swedish = text(&run(folder.path(), &["check"]).stderr);
    assert_eq!(swedish.matches("[dead-anchor]").count(), 20);
    assert!(swedish.contains("[raw-html]"));
    assert!(
        swedish.contains("\noch 1\u{a0}214 till av `dead-anchor`; `--all` visar dem\n"),
        "{swedish}"
    );
    assert!(swedish.contains("1\u{a0}234 fel, "), "{swedish}");
    let english = text(&run(folder.path(), &["check", "--language", "en"]).stderr);
    assert!(
        english.contains("\nand 1,214 more `dead-anchor`; `--all` shows them\n"),
        "{english}"
    );
    let all = text(&run(folder.path(), &["check", "--all"]).stderr);
    assert_eq!(all.matches("[dead-anchor]").count(), 1234);
    assert!(!all.contains("--all"));
    let json = run(folder.path(), &["check", "--format", "json"]).stdout;
    let json: Value = serde_json::from_slice(&json).expect("it is JSON");
    let faults = json["diagnostics"].as_array().expect("a list");
    let anchors = faults.iter().filter(|fault| fault["code"] == "dead-anchor");
    assert_eq!(anchors.count(), 1234);
    assert_eq!(json["errors"], 1234);
}

#[test]
fn many_warnings_in_one_file_read_it_once() {
    let folder = site(&with_prose(&"Ett <b>ord</b> till.\n".repeat(5000)));
    let begun = std::time::Instant::now();
    let output = run(folder.path(), &["check", "--all"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stderr).matches("[raw-html]").count(), 5000);
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}

#[cfg(unix)]
#[test]
fn what_was_refused_is_told_by_its_name_alone() {
    use std::os::unix::fs::symlink;
    let folder = site(&with_prose("Text."));
    let secret = folder.path().join("hemligt.txt");
    std::fs::write(&secret, "HEMLIGT=1\n").expect("a file can be written");
    for name in ["a.txt", "b.md"] {
        symlink(&secret, folder.path().join("content").join(name)).expect("a link can be made");
    }
    symlink("/proc/self/environ", folder.path().join("content/c.txt")).expect("a link can be made");
    let made = Command::new("mkfifo")
        .arg(folder.path().join("content/d.txt"))
        .status();
    assert!(made.expect("mkfifo runs").success());
    symlink(
        folder.path().join("content/d.txt"),
        folder.path().join("content/e.md"),
    )
    .expect("a link can be made");
    for arguments in [&["check"][..], &["build"], &["check", "--format", "json"]] {
        let mut command = command(folder.path(), arguments);
        let said = command
            .env("TOKEN", "HEMLIGT=2")
            .output()
            .expect("the program runs");
        let said = text(&said.stdout) + &text(&said.stderr);
        assert!(
            said.contains("symbolic-link") && said.contains("b.md"),
            "{said}"
        );
        assert!(!said.contains("HEMLIGT"), "{said}");
    }
}

#[test]
fn a_reader_who_goes_away_ends_nothing() {
    let many = "Se [den](#borta).\n\n".repeat(2000);
    let broken = site(&with_prose(&many));
    let sound = site(&Fixture::with_record(RECORD));
    let cases: [(&Path, &[&str], i32); 8] = [
        (broken.path(), &["check", "--all"], 1),
        (broken.path(), &["check", "--format", "json"], 1),
        (sound.path(), &["check"], 0),
        (sound.path(), &["build"], 0),
        (sound.path(), &["search", "lekplats"], 0),
        (sound.path(), &["schema"], 0),
        (sound.path(), &["completions", "bash"], 0),
        (sound.path(), &["--help"], 0),
    ];
    for (root, arguments, code) in cases {
        let mut command = command(root, arguments);
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let mut first = [0; 10];
        let stderr = child.stderr.take();
        if let Some(mut stderr) = stderr {
            let read = stderr.read(&mut first).expect("a read");
            assert!(code != 0 || read == 0, "{arguments:?}: {}", text(&first));
        }
        let status = child.wait().expect("it ends");
        assert_eq!(status.code(), Some(code), "{arguments:?}");
    }
    assert!(sound.path().join("output/index.html").is_file());
}

#[cfg(target_os = "linux")]
#[test]
fn what_could_not_be_written_is_told_by_how_the_run_ends() {
    let folder = site(&Fixture::with_record(RECORD));
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .expect("Linux has it");
    let mut command = command(folder.path(), &["check", "--format", "json"]);
    let status = command.stdout(full).status().expect("the program runs");
    assert_eq!(status.code(), Some(2));
}

#[test]
fn a_preview_lives_on_when_nobody_reads_what_it_says() {
    let folder = site(&Fixture::with_record(RECORD));
    let mut command = command(folder.path(), &["serve", "--port", "0"]);
    let mut server = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut line = String::new();
    let mut output = BufReader::new(server.stdout.take().expect("its output"));
    output.read_line(&mut line).expect("it says where it is");
    drop((output, server.stderr.take()));
    for number in 0..4 {
        let record = RECORD.replace("Ny lekplats", &format!("Lekplats {number}"));
        std::fs::write(folder.path().join("content/prov.md"), record)
            .expect("a file can be written");
        std::thread::sleep(std::time::Duration::from_millis(300));
        assert!(server.try_wait().expect("its state").is_none(), "it ended");
    }
    server.kill().expect("it is ours");
    server.wait().expect("it ends");
}

#[test]
fn one_is_never_many() {
    let folder = site(&Fixture::with_record(RECORD));
    let said_of = |arguments: &[&str]| said(folder.path(), arguments);
    assert!(said_of(&["check"]).starts_with("1 handling kontrollerad\n"));
    assert!(said_of(&["check", "--language", "en"]).starts_with("1 record checked\n"));
    assert!(said_of(&["search", "lekplats"]).starts_with("1 träff på"));
    assert!(said_of(&["search", "lekplats", "--language", "en"]).starts_with("1 hit for"));
    assert!(said_of(&["build", "--language", "en"]).contains(": 1 record; "));
}

#[test]
fn a_site_without_publisher_says_nothing_of_one() {
    for language in ["sv", "en"] {
        let settings = SETTINGS.replace("language: sv", &format!("language: {language}"));
        let silent = Fixture::with_record(RECORD).with("content/site.yaml", &settings);
        for (path, bytes) in silent.build().files {
            let page = text(&bytes);
            assert!(
                !page.contains("Publicer") || !page.contains("<strong></strong>"),
                "{path}"
            );
            assert!(!page.contains("Published by"), "{path}");
        }
        let told = silent.with(
            "content/site.yaml",
            format!("{settings}publisher: Provstad\n"),
        );
        assert!(
            told.build()
                .page("index.html")
                .contains("<strong>Provstad</strong>")
        );
    }
}

#[test]
fn a_language_is_one_in_whatever_letter_case() {
    let written = |tag: &str, of_record: &str| {
        let settings = SETTINGS.replace("language: sv", &format!("language: {tag}"));
        let record = RECORD.replace("---\n\n", &format!("language: {of_record}\n---\n\n"));
        Fixture::with_record(&record)
            .with("content/site.yaml", settings)
            .build()
    };
    for (tag, of_record) in [("SV", "EN-gb"), ("Sv", "en-Gb"), ("sV", "EN-GB")] {
        let (odd, plain) = (written(tag, of_record), written("sv", "en-GB"));
        assert!(odd.diagnostics.is_empty());
        assert_eq!(
            odd.files.keys().collect::<Vec<_>>(),
            plain.files.keys().collect::<Vec<_>>()
        );
        assert_eq!(
            odd.page("beslut/2024/prov/index.html"),
            plain.page("beslut/2024/prov/index.html")
        );
    }
}

#[test]
fn a_new_record_never_gets_a_name_with_a_meaning_of_its_own() {
    let folder = site(&Fixture::with_record(RECORD));
    let given = [
        "--proposer",
        "A",
        "--recommendation",
        "B",
        "--date",
        "2024-05-02",
    ];
    for name in [&["Index"][..], &["INDEX!"], &["Något", "--id", "index"]] {
        let arguments: Vec<&str> = ["new"].iter().chain(name).chain(&given).copied().collect();
        let output = run(folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            text(&output.stderr).contains("index.md"),
            "{}",
            text(&output.stderr)
        );
    }
    for (name, file) in [
        ("Site.yaml", "site-yaml"),
        ("pages/", "pages"),
        ("../index", "index-ute"),
    ] {
        let id: &[&str] = if file == "index-ute" {
            &["--id", file]
        } else {
            &[]
        };
        let arguments: Vec<&str> = ["new", name]
            .iter()
            .chain(id)
            .chain(&given)
            .copied()
            .collect();
        assert_eq!(
            run(folder.path(), &arguments).status.code(),
            Some(0),
            "{arguments:?}"
        );
        assert!(
            folder
                .path()
                .join(format!("content/2024/{file}.md"))
                .is_file()
        );
    }
    let output = run(folder.path(), &["check"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
}

#[test]
fn the_preview_says_what_is_wrong_as_check_does() {
    let folder = site(&Fixture::with_record(
        &RECORD.replace("2024-05-02", "9/4 2024"),
    ));
    let checked = run(folder.path(), &["check"]).stderr;
    let checked = String::from_utf8(checked).expect("it is text");
    assert!(checked.contains("2024-09-04"), "{checked}");
    let mut server = command(folder.path(), &["serve", "--port", "0"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let output = BufReader::new(server.stderr.take().expect("its output"));
    let lines = output.lines().map(|line| line.expect("a line"));
    let said: Vec<String> = lines.take(checked.lines().count()).collect();
    server.kill().expect("it is ours");
    server.wait().expect("it ends");
    assert_eq!(said, checked.lines().collect::<Vec<_>>());
}
