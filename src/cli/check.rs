//! `diarium check`: everything that is wrong, and nothing written.

use serde_json::json;

use super::Ending;
use super::arguments::{CheckOptions, Everywhere};
use super::build;
use super::printing::Printer;
use crate::disk::{self, Folder};
use crate::engine::Engine;
use crate::manifest::Manifest;
use crate::release::{GUARDS, Outlook, read};

/// Runs the command.
pub(super) fn run(everywhere: &Everywhere, options: &CheckOptions) -> Ending {
    let folder = Folder::new(&everywhere.root);
    let mut engine = Engine::default();
    read(&mut engine, &folder, true);
    let printer = Printer::new(
        everywhere,
        engine.settings().map(|settings| settings.language.as_str()),
    );
    let Some(clock) = build::clock_for(&engine, options.as_of.as_deref(), false) else {
        printer.complain("as-of-invalid", &[]);
        return Ending::Trouble;
    };
    let mut checked = engine.build(clock, &folder);
    let published = match &options.published {
        Some(path) => Manifest::from_file(path),
        None => Ok(disk::published(&folder.root().join("output"))),
    };
    let warnings = match published {
        Ok(published) => {
            let outlook = Outlook {
                last: &published,
                notices: published.notices.iter().collect(),
                engine: &engine,
                build: &checked,
                clock,
                sources: &folder,
            };
            GUARDS
                .iter()
                .flat_map(|guard| guard.plan(&outlook))
                .collect()
        }
        Err(fault) => vec![*fault],
    };
    checked.report(warnings);
    let quotes = engine.quotes(&folder);
    printer.diagnostics(
        &checked.diagnostics,
        &|path, line| quotes.line(path, line),
        None,
    );
    let records = checked.site.records.len() + checked.site.withheld.len();
    printer.say("checked", &[("records", records.to_string())]);
    if checked.diagnostics.is_empty() {
        printer.say("all-well", &[]);
    }
    printer.result(&checked.diagnostics, &json!({ "records": records }));
    build::ending(&checked.diagnostics)
}
