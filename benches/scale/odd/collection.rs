//! What thousands of dead links cost in a real collection: `check` over it, and over the same without those links.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::files::copy_folder;
use crate::measure::{Figures, median};
use wait4::Wait4;

/// How many times as long the collection with its dead links may take.
const MOST: f64 = 1.3;
/// Of how many runs the median is told.
const RUNS: usize = 5;
/// Settings that read statutes as they were published.
const SETTINGS: &str = "\
title: Statutes
base_url: https://statutes.example/
language: sv
keys: {title: rubrik, case_number: beteckning, body: departement, date: utfardad_datum}
defaults: {proposer: Regeringen, recommendation: Författningen utfärdas., date: 1900-01-01}
unknown_keys: keep
severity: {dead-link: warning, dead-anchor: warning, raw-html: warning}
";

/// Measures a folder of records.
pub(crate) fn measure(collection: &Path) -> Result<ExitCode, String> {
    let told = |error: io::Error| format!("{}: {error}", collection.display());
    let temporary = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).map_err(told)?;
    let (whole, mended) = (
        temporary.path().join("whole"),
        temporary.path().join("mended"),
    );
    for root in [&whole, &mended] {
        copy_folder(collection, &root.join("content")).map_err(told)?;
        fs::write(root.join("content/site.yaml"), SETTINGS).map_err(told)?;
    }
    let dead = dead_links(&whole).map_err(told)?;
    let count: usize = dead.values().map(BTreeSet::len).sum();
    for (file, lines) in &dead {
        let path = mended.join(file);
        let text = fs::read_to_string(&path).map_err(told)?;
        fs::write(&path, without_links(&text, lines)).map_err(told)?;
    }
    let left: usize = dead_links(&mended)
        .map_err(told)?
        .values()
        .map(BTreeSet::len)
        .sum();
    // In turns, so that both meet the machine in the same state.
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        with.push(check(&whole));
        without.push(check(&mended));
    }
    let (with, without) = (median(&with)?, median(&without)?);
    let ratio = with.processor.div_duration_f64(without.processor);
    println!(
        "`check --format json`, median of {RUNS}: {} processor s with dead links in {count} lines, {} with {left}: {ratio:.2} ×, \
         at most {MOST} × is well.",
        seconds(with.processor),
        seconds(without.processor)
    );
    Ok(if ratio <= MOST {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn command(root: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_diarium"));
    command
        .arg("--root")
        .arg(root)
        .args(["--format", "json", "check"]);
    command.stdin(Stdio::null()).stderr(Stdio::null());
    command
}

/// What one run costs; that it finds faults is no failure.
fn check(root: &Path) -> Result<Figures, String> {
    let told = |error: io::Error| error.to_string();
    let output = File::create(root.join("notes.json")).map_err(told)?;
    let start = std::time::Instant::now();
    let used = command(root)
        .stdout(output)
        .spawn()
        .and_then(|mut child| child.wait4())
        .map_err(told)?;
    match used.status.code() {
        Some(0 | 1) => Ok(Figures {
            wall: start.elapsed(),
            processor: used.rusage.utime + used.rusage.stime,
            peak: used.rusage.maxrss,
        }),
        Some(_) | None => Err(used.status.to_string()),
    }
}

/// The lines that hold a dead link, by file.
fn dead_links(root: &Path) -> io::Result<BTreeMap<String, BTreeSet<usize>>> {
    let output = command(root).output()?;
    let told: Value = serde_json::from_slice(&output.stdout)?;
    let mut lines: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for fault in told["diagnostics"].as_array().into_iter().flatten() {
        let is_dead = fault["code"]
            .as_str()
            .is_some_and(|code| code.starts_with("dead-"));
        let (file, line) = (fault["at"]["file"].as_str(), fault["at"]["line"].as_u64());
        if let (true, Some(file), Some(line)) = (is_dead, file, line) {
            let line = usize::try_from(line).unwrap_or(usize::MAX);
            lines.entry(file.to_owned()).or_default().insert(line);
        }
    }
    Ok(lines)
}

/// A text with the links in these lines, counted from 1, as their words alone.
fn without_links(text: &str, lines: &BTreeSet<usize>) -> String {
    let line = |(index, line): (usize, &str)| {
        let mended = if lines.contains(&(index + 1)) {
            words_alone(line)
        } else {
            line.to_owned()
        };
        mended + "\n"
    };
    text.lines().enumerate().map(line).collect()
}

fn words_alone(line: &str) -> String {
    let mut words = String::new();
    let mut parts = line.split("](");
    words.push_str(parts.next().unwrap_or_default());
    for part in parts {
        if let Some(open) = words.rfind('[') {
            words.remove(open);
        }
        words.push_str(part.split_once(')').map_or(part, |(_, behind)| behind));
    }
    words
}

fn seconds(time: Duration) -> String {
    format!("{:.3}", time.as_secs_f64())
}
