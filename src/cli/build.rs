//! `diarium build`: reads the register, makes what differs, and says what it did.
#![expect(
    clippy::disallowed_methods,
    reason = "the edge to the clock and the environment"
)]

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::json;

use super::Ending;
use super::arguments::{BuildOptions, Everywhere};
use super::clock;
use super::printing::Printer;
use super::streams;
use crate::diagnostics::Diagnostic;
use crate::disk::{Broken, Folder, Output, Site};
use crate::engine::{Build, Engine};
use crate::manifest::Manifest;
use crate::record::Standing;
use crate::release::{GUARDS, Release, Report, read, remember};
use crate::site::{Clock, Withheld};

/// Runs the command.
pub(super) fn run(everywhere: &Everywhere, options: &BuildOptions) -> Ending {
    let begun = Instant::now();
    let folder = Folder::new(&everywhere.root);
    let mut engine = Engine::default();
    read(&mut engine, &folder, !options.clean);
    let printer = Printer::new(
        everywhere,
        engine.settings().map(|settings| settings.language.as_str()),
    );
    let output = output_path(everywhere, options);
    let Some(clock) = clock_for(&engine, options.as_of.as_deref(), options.drafts) else {
        printer.complain("as-of-invalid", &[]);
        return Ending::Trouble;
    };
    if let Some(day) = options.as_of.as_deref()
        && options.output.is_none()
        && !is_agreed(day, &output, &printer)
    {
        printer.complain("as-of-left", &[]);
        return Ending::Trouble;
    }
    let mut build = engine.build(clock, &folder);
    let published = publish(
        &engine, &mut build, &folder, &output, options, clock, &printer,
    );
    remember(&engine, &folder);
    let shown_output = format!("{}/", output.display());
    let quotes = engine.quotes(&folder);
    let lines = |path: &_, line| quotes.line(path, line);
    let report = match published {
        Ok(report) => report,
        Err(broken) => {
            build.report(broken.faults);
            let untouched = (!broken.is_changed).then_some(shown_output.as_str());
            printer.diagnostics(&build.diagnostics, &lines, untouched);
            printer.result(&build.diagnostics, &json!(null));
            return ending(&build.diagnostics);
        }
    };
    printer.diagnostics(&build.diagnostics, &lines, None);
    let seconds = format!("{:.2}", begun.elapsed().as_secs_f64());
    summarize(&build, report, &shown_output, &seconds, &printer);
    Ending::Sound
}

/// Whether what readers see may become the site of another day: somebody who sits at a terminal is asked, since such a
/// build is as a rule meant to be looked at.
fn is_agreed(day: &str, output: &Path, printer: &Printer) -> bool {
    if !std::io::stdin().is_terminal() {
        return true;
    }
    let arguments = [
        ("day", day.to_owned()),
        ("path", format!("{}/", output.display())),
    ];
    streams::ask(&printer.sentence("ask-as-of", &arguments));
    let mut line = String::new();
    let is_read = std::io::stdin().read_line(&mut line).is_ok();
    is_read && AGREED.contains(&line.trim().to_lowercase().as_str())
}

/// What says yes to a question.
const AGREED: [&str; 4] = ["ja", "j", "yes", "y"];

/// How a run with these faults ends.
pub(super) fn ending(diagnostics: &[Diagnostic]) -> Ending {
    let errors = || {
        diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.is_error())
    };
    match (
        errors().next(),
        errors().any(|error| error.code.is_of_the_machine()),
    ) {
        (None, _) => Ending::Sound,
        (Some(_), true) => Ending::Trouble,
        (Some(_), false) => Ending::Faults,
    }
}

/// The moment a site is made for; `None` when `--as-of` is no moment.
pub(super) fn clock_for(engine: &Engine, as_of: Option<&str>, with_drafts: bool) -> Option<Clock> {
    let time_zone = engine
        .settings()
        .map_or("UTC", |settings| settings.time_zone.as_str());
    clock::moment(as_of, time_zone).map(|now| Clock { now, with_drafts })
}

/// Publishes a sound build. The faults of an unsound one stand in it already.
fn publish(
    engine: &Engine,
    build: &mut Build,
    folder: &Folder,
    output: &Path,
    options: &BuildOptions,
    clock: Clock,
    printer: &Printer,
) -> Result<Report, Broken> {
    if !build.is_sound() {
        return Err(Vec::new().into());
    }
    let published = options.published.as_deref().map(Manifest::from_file);
    let published = published.transpose().map_err(|fault| vec![*fault])?;
    let home = std::env::home_dir();
    let begin = |pages| -> Box<dyn Fn() + Sync> {
        let bar = printer.progress(pages);
        Box::new(move || bar.inc(1))
    };
    let site = Site {
        root: folder.root(),
        home: home.as_deref(),
        with_drafts: options.drafts,
    };
    let target = Output::open(output, &site).map_err(|fault| vec![*fault])?;
    let release = Release {
        target: &target,
        clock,
        trust: !options.clean,
        published: published.as_ref(),
        guards: GUARDS,
        begin: &begin,
    };
    release.publish(engine, build, folder)
}

fn output_path(everywhere: &Everywhere, options: &BuildOptions) -> PathBuf {
    options
        .output
        .clone()
        .unwrap_or_else(|| default_output(everywhere))
}

fn default_output(everywhere: &Everywhere) -> PathBuf {
    if everywhere.root == Path::new(".") {
        PathBuf::from("output")
    } else {
        everywhere.root.join("output")
    }
}

fn summarize(build: &Build, report: Report, output: &str, seconds: &str, printer: &Printer) {
    for Withheld { source, standing } in &build.site.withheld {
        let reason = match standing {
            Standing::Draft | Standing::Public => printer.sentence("reason-draft", &[]),
            Standing::Waits(moment) => {
                printer.sentence("reason-waits", &[("moment", moment.to_string())])
            }
            Standing::Over(moment) => {
                printer.sentence("reason-expired", &[("moment", moment.to_string())])
            }
        };
        printer.say(
            "withheld",
            &[("source", source.to_string()), ("reason", reason)],
        );
    }
    if let Some(moment) = build.site.next_change {
        printer.say("next-change", &[("moment", moment.to_string())]);
    }
    printer.say(
        "built",
        &[
            ("output", output.to_owned()),
            ("records", build.site.records.len().to_string()),
            ("written", report.written.to_string()),
            ("unchanged", report.unchanged.to_string()),
            ("removed", report.removed.to_string()),
            ("seconds", seconds.to_owned()),
        ],
    );
    let withheld = |withheld: &Withheld| withheld.source.to_string();
    printer.result(
        &build.diagnostics,
        &json!({
            "records": build.site.records.len(),
            "written": report.written,
            "unchanged": report.unchanged,
            "removed": report.removed,
            "rendered": report.rendered,
            "withheld": build.site.withheld.iter().map(withheld).collect::<Vec<_>>(),
            "next_change": build.site.next_change.map(|moment| moment.to_string()),
        }),
    );
}
