//! How Diarium scales: generated registers of several sizes, built cold and built again after one change.
//!
//! Run as `cargo bench --bench scale -- --records 1000,10000 --runs 3`; `--help` is answered with all options. Each
//! step runs in a fresh process, and its wall time, processor time and peak memory are told beside `cp -r` of the same
//! output, which is what the file system alone asks for, and if wished beside Hugo on the same records.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench prints what it measures"
)]
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a bench is an edge: it has a disk, a clock and an environment"
)]

use std::env;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use arguments::{Options, USAGE};
use hugo::Hugo;
use report::grouped;
use steps::{Bench, Row};

#[path = "scale/arguments.rs"]
mod arguments;
#[path = "scale/files.rs"]
mod files;
#[path = "scale/hugo.rs"]
mod hugo;
#[path = "scale/measure.rs"]
mod measure;
#[path = "scale/odd/mod.rs"]
mod odd;
#[path = "scale/proceedings.rs"]
mod proceedings;
#[path = "scale/register/mod.rs"]
mod register;
#[path = "scale/report.rs"]
mod report;
#[path = "scale/steps.rs"]
mod steps;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    // `cargo test --all-targets` runs a bench without arguments; `cargo bench` adds `--bench`.
    if arguments.is_empty() || arguments.iter().any(|argument| argument == "--help") {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    let done = Options::read(arguments.into_iter()).and_then(|options| run(&options));
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn run(options: &Options) -> Result<ExitCode, String> {
    match (&options.generate, &options.odd, &options.collection) {
        (Some(folder), _, _) => generate(folder, options),
        (None, Some(wanted), _) => odd::measure(wanted),
        (None, None, Some(collection)) => odd::collection::measure(collection),
        (None, None, None) => measure_all(options),
    }
}

/// Writes a register and says how large it came out.
fn generate(folder: &Path, options: &Options) -> Result<ExitCode, String> {
    let [records] = options.records[..] else {
        return Err("--generate needs one size: --records N".to_owned());
    };
    let twin = options.hugo.then(|| folder.join("hugo"));
    let ready = match &twin {
        Some(twin) => {
            options.layouts_exist()?;
            files::copy_folder(&options.layouts, twin)
        }
        None => Ok(()),
    };
    let size = ready.and_then(|()| {
        files::write_register(
            &folder.join("site"),
            twin.as_deref(),
            records,
            options.plain,
        )
    });
    let size = size.map_err(|error| format!("{}: {error}", folder.display()))?;
    let (bytes, mean, median) = (
        grouped(size.mean_bytes),
        grouped(size.mean_words),
        grouped(size.median_words),
    );
    println!(
        "A source file has {bytes} bytes on average, its prose {mean} words on average and {median} in the median."
    );
    Ok(ExitCode::SUCCESS)
}

/// Measures every size. Nothing is deleted before the last figure is taken.
fn measure_all(options: &Options) -> Result<ExitCode, String> {
    let told = |error: io::Error| format!("no folder to work in: {error}");
    let temporary = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).map_err(told)?;
    let folder = options
        .keep
        .clone()
        .unwrap_or_else(|| temporary.path().to_owned());
    let hugo = Hugo::find();
    println!("{}", report::machine(&folder.display().to_string()));
    if let Ok(hugo) = &hugo {
        println!("Hugo: {}.", hugo.version);
    }
    let mut measured: Vec<(usize, Vec<Row>)> = Vec::new();
    for records in &options.records {
        let runs = options.runs(*records);
        println!("\n## {} records, median of {runs}\n", grouped(*records));
        let folder = prepare(&folder, *records, options)?;
        let wanted = options
            .hugo(*records)
            .and_then(|()| hugo.as_ref().map_err(Clone::clone));
        let rows = Bench {
            folder,
            records: *records,
            runs,
            hugo: wanted,
            is_plain: options.plain,
        }
        .measure();
        println!("{}\n{}", report::table(&rows), report::least_peak());
        measured.push((*records, rows));
    }
    let cold = |size| {
        measured
            .iter()
            .find(|(records, _)| *records == size)
            .and_then(|(_, rows)| rows.first())
    };
    println!("\n{}", report::growth(cold(10_000), cold(100_000)));
    let mut rows = measured.iter().flat_map(|(_, rows)| rows);
    let has_failed = rows.any(|row| row.figures.is_err() && !row.is_left_out);
    Ok(if has_failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// Has another process write the register: memory that this one used would count as memory of those it starts.
fn prepare(folder: &Path, records: usize, options: &Options) -> Result<PathBuf, String> {
    let folder = folder.join(records.to_string());
    if folder.exists() {
        return Err(format!(
            "{} is there already; give --keep a folder of its own",
            folder.display()
        ));
    }
    eprintln!("writing {} records …", grouped(records));
    let told = |error: io::Error| format!("the register could not be generated: {error}");
    let mut command = Command::new(env::current_exe().map_err(told)?);
    command
        .arg("--generate")
        .arg(&folder)
        .arg("--records")
        .arg(records.to_string());
    command.arg("--hugo-layouts").arg(&options.layouts);
    if options.hugo(records).is_ok() {
        command.arg("--hugo");
    }
    if options.plain {
        command.arg("--plain");
    }
    let written = command.output().map_err(told)?;
    if !written.status.success() {
        return Err(format!(
            "the register could not be generated: {}",
            String::from_utf8_lossy(&written.stderr)
        ));
    }
    println!("{}", String::from_utf8_lossy(&written.stdout));
    Ok(folder)
}
