//! How search scales: a generated register, its index, and a real browser that searches it.
//!
//! Run as `cargo bench --bench search -- 10000`. It tells what the index costs to make and to keep, and what a visitor
//! waits for and downloads; `tests/browser/measure.js` does the visiting, so the browser tests' packages must be installed.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench prints what it measures"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "a bench is an edge: it has a disk, a clock and an environment"
)]

use std::env;
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, ExitCode};

use wait4::Wait4;

/// A word that most records of the generated register hold, one that a single record holds, and a case number.
const QUESTIONS: [&str; 3] = ["enligt", "projektparkskogar", "SBN 2023/277"];

fn main() -> ExitCode {
    let records: Option<usize> = env::args()
        .skip(1)
        .find_map(|argument| argument.parse().ok());
    // `cargo test --all-targets` runs a bench without arguments; `cargo bench` adds `--bench`.
    let Some(records) = records else {
        println!("cargo bench --bench search -- RECORDS");
        return ExitCode::SUCCESS;
    };
    match measure(records) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(records: usize) -> io::Result<()> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    run(Command::new("cargo")
        .args(["bench", "--bench", "scale", "--", "--generate"])
        .arg(folder.path())
        .args(["--records", &records.to_string()]))?;
    let (site, output) = (folder.path().join("site"), folder.path().join("output"));
    for step in ["cold build", "again after one edited record"] {
        if step != "cold build" {
            edit(&site.join("content"))?;
        }
        let mut command = Command::new(env!("CARGO_BIN_EXE_diarium"));
        command
            .arg("--root")
            .arg(&site)
            .arg("build")
            .arg("--output")
            .arg(&output);
        let used = command.spawn()?.wait4()?;
        let processor = used.rusage.utime + used.rusage.stime;
        println!(
            "{step}: {processor:.2?} of processor time, peak {} MB",
            used.rusage.maxrss / 1_000_000
        );
    }
    let index = amount(&output.join("sok/index"))?;
    println!(
        "index: {} files, {} bytes; the whole site: {:?}",
        index.0,
        index.1,
        amount(&output)?
    );
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/measure.js");
    run(Command::new("node")
        .arg(script)
        .arg(&output)
        .args(QUESTIONS))
}

/// Adds a sentence to the first record that is found.
fn edit(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            return edit(&path);
        }
        if path.extension().is_some_and(|extension| extension == "md") {
            let text = fs::read_to_string(&path)?;
            return fs::write(path, text + "\nEtt tillägg gjordes sedan.\n");
        }
    }
    Ok(())
}

/// How many files a folder holds, and how many bytes.
fn amount(folder: &Path) -> io::Result<(usize, u64)> {
    let mut sum = (0, 0);
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let facts = entry.metadata()?;
        let (files, bytes) = if facts.is_dir() {
            amount(&entry.path())?
        } else {
            (1, facts.len())
        };
        sum = (sum.0 + files, sum.1 + bytes);
    }
    Ok(sum)
}

fn run(command: &mut Command) -> io::Result<()> {
    let status = command.status()?;
    if status.success() {
        Ok(())
    } else {
        Err(io::Error::other(format!("{command:?}: {status}")))
    }
}
