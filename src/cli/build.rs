//! `diarium build`: reads the register, makes what differs, and says what it did.
#![expect(
    clippy::disallowed_methods,
    reason = "the edge to the clock and the environment"
)]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use serde_json::json;

use super::Ending;
use super::arguments::{BuildOptions, Everywhere};
use super::clock;
use super::printing::Printer;
use crate::cache;
use crate::diagnostics::Diagnostic;
use crate::disk::{Folder, Output, Report};
use crate::engine::{Build, Engine};
use crate::manifest::Published;
use crate::pages::{Address, Addresses};
use crate::record::Standing;
use crate::render::render;
use crate::search::{Earlier, KeptTerms, KeptWords, kept_terms};
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
    if options.drafts && is_default_output(&output, everywhere) {
        printer.complain("drafts-elsewhere", &[]);
        return Ending::Trouble;
    }
    let Some(clock) = clock_for(&engine, options.as_of.as_deref(), options.drafts) else {
        printer.complain("as-of-invalid", &[]);
        return Ending::Trouble;
    };
    let mut build = engine.build(clock, &folder);
    let published = publish(
        &engine, &mut build, &folder, &output, options, clock, &printer,
    );
    remember(&engine, &folder);
    let shown_output = format!("{}/", output.display());
    let quotes = engine.quotes(&folder);
    let lines = |path: &_, line| quotes.line(path, line);
    let Some(report) = published else {
        printer.diagnostics(&build.diagnostics, &lines, Some(&shown_output));
        printer.result(&build.diagnostics, &json!(null));
        return ending(&build.diagnostics);
    };
    printer.diagnostics(&build.diagnostics, &lines, None);
    let seconds = format!("{:.2}", begun.elapsed().as_secs_f64());
    summarize(&build, report, &shown_output, &seconds, &printer);
    Ending::Sound
}

/// Reads a site's sources, with what the last run remembered unless `trust` is false.
pub(super) fn read(engine: &mut Engine, folder: &Folder, trust: bool) {
    let changes = folder.walk();
    if trust && let Some(bytes) = folder.read_own(&format!("{}/{}", cache::FOLDER, cache::FILE)) {
        let settings = Engine::settings_digest(folder);
        engine.recall(cache::from_bytes(&bytes, settings));
    }
    engine.read(&changes, folder);
}

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

/// Publishes a sound build. The faults of an unsound one, and those met on the way, are left in `build`.
fn publish(
    engine: &Engine,
    build: &mut Build,
    folder: &Folder,
    path: &Path,
    options: &BuildOptions,
    clock: Clock,
    printer: &Printer,
) -> Option<Report> {
    if !build.is_sound() {
        return None;
    }
    let home = std::env::home_dir();
    let output = match Output::open(path, folder.root(), home.as_deref()) {
        Ok(output) => output,
        Err(fault) => {
            build.report(vec![*fault]);
            return None;
        }
    };
    if let Err(faults) = add_search(engine, build, folder, &output, !options.clean) {
        build.report(faults);
        return None;
    }
    let warnings = engine.dropped(&output.manifest, build, clock, folder);
    build.report(warnings);
    if !build.is_sound() {
        return None;
    }
    let bar = printer.progress(build.plan.pages.len());
    let published = build.making(|frame, renderer| {
        let make = |page: &crate::pages::Page| render(page, frame, renderer, folder);
        output.publish(
            &build.plan,
            frame.digest,
            folder,
            !options.clean,
            &make,
            &|| bar.inc(1),
        )
    });
    bar.finish_and_clear();
    match published? {
        Ok(report) => Some(report),
        Err(faults) => {
            build.report(faults);
            None
        }
    }
}

/// Adds the search index to the plan, and keeps the words it was made from for the next run. Of what was published, the
/// whole or a segment is taken again if it was made from the same.
fn add_search(
    engine: &Engine,
    build: &mut Build,
    folder: &Folder,
    output: &Output,
    trust: bool,
) -> Result<(), Vec<Diagnostic>> {
    let published = (trust && output.is_whole()).then_some(&output.manifest);
    let stands = |address: &Address, published: &Published| output.has(address, published);
    let pages = published.and_then(|published| build.published_search_pages(published, &stands));
    if let Some(pages) = pages {
        build.plan.add(pages);
        return Ok(());
    }
    let settings = engine.settings().filter(|_| trust);
    let mut kept = settings.map_or_else(KeptWords::default, |settings| {
        folder.kept_words(settings.digest)
    });
    build.read_words(&mut kept, folder)?;
    if let Some(settings) = engine.settings().filter(|_| kept.has_news()) {
        folder.write_own(cache::FOLDER, cache::WORDS, &|file| {
            kept.write(settings.digest, file)
        });
    }
    let addresses = Addresses::of(&build.site.settings.language);
    let standing = |name: &str| {
        let address = addresses.search_file(name);
        let published = published?.pages.get(&address.to_string())?;
        output.has(&address, published).then_some(published.digest)
    };
    let fetch = |name: &str| output.read(&addresses.search_file(name)).map(Arc::from);
    let earlier = published.and_then(|_| {
        let terms = folder.read_own(&format!("{}/{}", cache::FOLDER, cache::TERMS));
        let terms = KeptTerms::from_bytes(&terms.unwrap_or_default());
        Earlier::open(&fetch, &standing, terms)
    });
    if let Some(index) = build.search_index(&kept, earlier.as_ref()) {
        let terms = kept_terms(&index.segments).to_bytes();
        folder.write_own(cache::FOLDER, cache::TERMS, &|file| file.write_all(&terms));
        build.plan.add(build.search_pages(&index));
    }
    Ok(())
}

pub(super) fn remember(engine: &Engine, folder: &Folder) {
    let Some(settings) = engine.settings() else {
        return;
    };
    if engine.has_news() {
        let records: Vec<_> = engine.faultless().collect();
        folder.write_own(cache::FOLDER, cache::FILE, &|file| {
            cache::write(&records, settings.digest, file)
        });
    }
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

fn is_default_output(output: &Path, everywhere: &Everywhere) -> bool {
    let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    whole(output) == whole(&default_output(everywhere))
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
