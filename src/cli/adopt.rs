//! `diarium adopt FOLDER`: which settings read a folder of Markdown files as it stands. Nothing is written.

use serde_json::json;

use super::arguments::{AdoptOptions, Everywhere};
use super::printing::Printer;
use super::{Ending, clock, streams};
use crate::adopt::{Adoption, adopt};
use crate::disk::Folder;
use crate::site::Clock;

/// Runs the command.
pub(super) fn run(everywhere: &Everywhere, options: &AdoptOptions) -> Ending {
    let printer = Printer::new(everywhere, None);
    let folder = Folder::of_records(&options.folder);
    let changes = folder.walk_records();
    let Some(now) = clock::moment(None, "UTC") else {
        return Ending::Trouble;
    };
    let clock = Clock {
        now,
        with_drafts: false,
    };
    let name = folder.name();
    let sentence = |id: &str, arguments: &[(&'static str, String)]| printer.sentence(id, arguments);
    let in_words = |fault: &_| printer.in_words(fault);
    let adoption = adopt(&name, &changes, &folder, clock, &sentence, &in_words);
    if adoption.files == 0 {
        printer.complain(
            "adopt-nothing",
            &[("path", options.folder.display().to_string())],
        );
        return Ending::Trouble;
    }
    let Adoption {
        settings,
        files,
        records,
        left_out,
    } = adoption;
    if printer.is_for_people() {
        streams::say(settings.trim_end());
    }
    let left_out: Vec<_> = left_out.into_keys().collect();
    printer.result(
        &changes.trouble,
        &json!({ "settings": settings, "files": files, "records": records, "left_out": left_out }),
    );
    Ending::Sound
}
