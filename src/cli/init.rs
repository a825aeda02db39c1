//! `diarium init DIR`: a whole site with a small example register, set up for the editor. It never overwrites, and
//! adds no examples to records that are there.

use std::io::ErrorKind;

use include_dir::{Dir, include_dir};
use serde_json::json;

use super::arguments::{Everywhere, InitOptions, Language, Subject};
use super::help::HANDBOOK;
use super::printing::Printer;
use super::{Ending, schema};
use crate::diagnostics::{Code, Diagnostic};
use crate::disk::Folder;
use crate::record::Key;
use crate::site::SETTINGS_PATH;

const CONTENT: &str = "content/";

static SWEDISH: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter/sv");
static ENGLISH: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter/en");

/// Runs the command. The language asked for decides the example's language too; Swedish if none is.
pub(super) fn run(everywhere: &Everywhere, options: &InitOptions) -> Ending {
    let language = everywhere.language.unwrap_or(Language::Sv);
    let (starter, tag) = match language {
        Language::Sv => (&SWEDISH, "sv"),
        Language::En => (&ENGLISH, "en"),
    };
    let printer = Printer::new(everywhere, Some(tag));
    let folder = Folder::new(&options.folder);
    let mut files = Vec::new();
    gather(starter, &mut files);
    files.extend(editor_files());
    if language == Language::Sv {
        files.push(("handbok.md".to_owned(), HANDBOOK.as_bytes().to_vec()));
    }
    // An invented decision among real ones would be published with them.
    let has_records = folder
        .walk()
        .changed
        .iter()
        .any(|path| path.as_str().starts_with(CONTENT) && path.as_str() != SETTINGS_PATH);
    files.retain(|(path, _)| !(has_records && path.starts_with(CONTENT) && path != SETTINGS_PATH));
    let (mut created, mut kept) = (Vec::new(), Vec::new());
    for (path, bytes) in files {
        match folder.create(&path, &bytes) {
            Ok(()) => {
                printer.say("created", &[("path", path.clone())]);
                created.push(path);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                printer.say("kept", &[("path", path.clone())]);
                kept.push(path);
            }
            Err(error) => {
                let fault = Diagnostic::new(Code::WriteFailed)
                    .with("path", path)
                    .with("fault", error.to_string());
                printer.diagnostics(std::slice::from_ref(&fault), &|_, _| None, None);
                printer.result(&[fault], &json!(null));
                return Ending::Trouble;
            }
        }
    }
    printer.say(
        "init-done",
        &[("path", options.folder.display().to_string())],
    );
    printer.result(&[], &json!({ "created": created, "kept": kept }));
    Ending::Sound
}

fn gather(folder: &Dir<'static>, files: &mut Vec<(String, Vec<u8>)>) {
    for file in folder.files() {
        files.push((
            file.path().to_string_lossy().replace('\\', "/"),
            file.contents().to_vec(),
        ));
    }
    for folder in folder.dirs() {
        gather(folder, files);
    }
}

/// Visual Studio Code checks the settings against their schema as they are written, and writes the front matter of a new
/// record at the word `record` or `beslut`. It cannot check front matter within Markdown; other editors can, with the
/// record's schema. Git passes over what is made.
fn editor_files() -> Vec<(String, Vec<u8>)> {
    let snippet = |prefix: &str, name: fn(Key) -> &'static str| {
        let line = |(stop, key): (usize, Key)| format!("{}: ${}", name(key), stop + 1);
        let lines = Key::all()
            .filter(|key| key.is_required())
            .enumerate()
            .map(line);
        let body: Vec<String> = std::iter::once("---".to_owned())
            .chain(lines)
            .chain(["---".to_owned(), "$0".to_owned()])
            .collect();
        json!({ "prefix": prefix, "scope": "markdown", "body": body })
    };
    let snippets = json!({ "record": snippet("record", Key::name), "beslut": snippet("beslut", Key::swedish_name) });
    let settings = json!({
        "yaml.schemas": { ".vscode/diarium-settings.json": "content/site.yaml" },
        "files.eol": "\n",
        "[markdown]": { "editor.wordWrap": "on" },
    });
    let extensions = json!({ "recommendations": ["redhat.vscode-yaml"] });
    let text = |value: &serde_json::Value| format!("{value:#}\n").into_bytes();
    vec![
        (".vscode/settings.json".to_owned(), text(&settings)),
        (".vscode/extensions.json".to_owned(), text(&extensions)),
        (".vscode/diarium.code-snippets".to_owned(), text(&snippets)),
        (
            ".vscode/diarium-record.json".to_owned(),
            text(&schema::of(Subject::Record)),
        ),
        (
            ".vscode/diarium-settings.json".to_owned(),
            text(&schema::of(Subject::Settings)),
        ),
        (".gitignore".to_owned(), b"/output/\n/.diarium/\n".to_vec()),
    ]
}
