//! `diarium new TITLE`: writes a valid record, asking for what is not given. It never overwrites.

use std::collections::BTreeMap;
use std::io::{ErrorKind, IsTerminal};

use serde_json::json;

use super::arguments::{Everywhere, NewOptions};
use super::printing::Printer;
use super::{Ending, clock, streams};
use crate::diagnostics::{Code, Diagnostic};
use crate::disk::Folder;
use crate::language::Language;
use crate::record::facts::date_invalid;
use crate::record::front_matter::quoted;
use crate::record::{self, Date, Key, Reading, slug};
use crate::site::{SETTINGS_PATH, Settings, read_settings};
use crate::source::{SourcePath, Sources as _};

/// What is asked for where it is not given, and the question.
const QUESTIONS: [(Key, &str); 6] = [
    (Key::TITLE, "ask-title"),
    (Key::DATE, "ask-date"),
    (Key::PROPOSER, "ask-proposer"),
    (Key::RECOMMENDATION, "ask-recommendation"),
    (Key::BODY, "ask-body"),
    (Key::CASE_NUMBER, "ask-case-number"),
];
/// The name of a record that is called as its folder is.
const OF_A_FOLDER: &str = "index";

/// The new record.
struct Draft {
    /// The year of its day.
    year: i16,
    id: String,
    facts: BTreeMap<Key, String>,
}

/// Runs the command.
pub(super) fn run(everywhere: &Everywhere, options: &NewOptions) -> Ending {
    let folder = Folder::new(&everywhere.root);
    let settings = folder.read(&SourcePath::new(SETTINGS_PATH)).ok();
    let is_site = settings.is_some();
    let settings = read_settings(settings.as_deref()).value;
    let printer = Printer::new(everywhere, Some(&settings.language));
    if !is_site {
        let root = everywhere.root.display().to_string();
        printer.complain("no-site", &[("path", root)]);
        return Ending::Trouble;
    }
    let draft = match gather(options, &settings, &printer) {
        Ok(draft) => draft,
        Err(ending) => return ending,
    };
    let path = format!("content/{:04}/{}.md", draft.year, draft.id);
    let text = write(&draft.facts, &settings);
    let source = SourcePath::new(&path);
    let checked = record::read(&source, text.as_bytes(), &Reading::default());
    if checked.diagnostics.iter().any(Diagnostic::is_error) {
        let line = |_: &SourcePath, line: usize| text.lines().nth(line - 1).map(str::to_owned);
        printer.diagnostics(&checked.diagnostics, &line, None);
        printer.result(&checked.diagnostics, &json!(null));
        return Ending::Trouble;
    }
    match folder.create(&path, text.as_bytes()) {
        Ok(()) => {
            printer.say("created", &[("path", path.clone())]);
            printer.result(&[], &json!({ "created": [path] }));
            Ending::Sound
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            printer.complain("file-exists", &[("path", path)]);
            Ending::Trouble
        }
        Err(error) => {
            let fault = Diagnostic::new(Code::WriteFailed)
                .with("path", path)
                .with("fault", error.to_string());
            printer.diagnostics(std::slice::from_ref(&fault), &|_, _| None, None);
            printer.result(&[fault], &json!(null));
            Ending::Trouble
        }
    }
}

fn gather(options: &NewOptions, settings: &Settings, printer: &Printer) -> Result<Draft, Ending> {
    let may_ask = std::io::stdin().is_terminal();
    let mut facts = options.facts.0.clone();
    facts.extend(options.title.clone().map(|title| (Key::TITLE, title)));
    for (key, question) in QUESTIONS {
        if facts.contains_key(&key) {
            continue;
        }
        let is_needed = key.is_required() && key != Key::DATE;
        let answer = if may_ask {
            let fault = |answer: &str| {
                if answer.is_empty() {
                    return is_needed.then(|| printer.sentence("ask-needed", &[]));
                }
                let is_wrong = key == Key::DATE && Date::read(answer).is_none();
                is_wrong.then(|| printer.in_words(&date_invalid(answer.to_owned(), "no")))
            };
            ask(question, printer, fault)
        } else {
            None
        };
        match answer.filter(|answer| !answer.is_empty()) {
            Some(answer) => drop(facts.insert(key, answer)),
            None if !is_needed => {}
            None => {
                if !may_ask {
                    printer.complain("new-facts-missing", &[]);
                }
                return Err(Ending::Trouble);
            }
        }
    }
    let date = match facts.get(&Key::DATE) {
        Some(text) => Date::read(text).ok_or_else(|| {
            let fault = printer.in_words(&date_invalid(text.clone(), "no"));
            printer.complain("ask-again", &[("fault", fault)]);
            Ending::Trouble
        })?,
        None => today(settings),
    };
    facts.insert(Key::DATE, date.to_string());
    let title = facts.get(&Key::TITLE).map_or("", String::as_str);
    let id = slug(options.id.as_deref().unwrap_or(title.trim()));
    if id.is_empty() {
        printer.complain("title-without-name", &[]);
        return Err(Ending::Trouble);
    }
    if id == OF_A_FOLDER {
        printer.complain("name-with-meaning", &[("name", format!("{id}.md"))]);
        return Err(Ending::Trouble);
    }
    Ok(Draft {
        year: date.year(),
        id,
        facts,
    })
}

fn today(settings: &Settings) -> Date {
    let now = clock::moment(None, &settings.time_zone).map(|moment| moment.to_string());
    now.and_then(|moment| Date::read(&moment[..10]))
        .unwrap_or(Date::EPOCH)
}

/// Asks until nothing is wrong with the answer, and says what is; `None` when the input ends.
fn ask(
    question: &str,
    printer: &Printer,
    fault: impl Fn(&str) -> Option<String>,
) -> Option<String> {
    loop {
        streams::ask(&printer.sentence(question, &[]));
        let mut line = String::new();
        if std::io::stdin().read_line(&mut line).ok()? == 0 {
            return None;
        }
        let answer = line.trim();
        let Some(fault) = fault(answer) else {
            return Some(answer.to_owned());
        };
        printer.complain("ask-again", &[("fault", fault)]);
    }
}

/// The record's text, its keys in the language of the site, in the order of the table.
fn write(facts: &BTreeMap<Key, String>, settings: &Settings) -> String {
    let language = Language::of(&settings.language);
    let name = |key: Key| *language.word(&[key.swedish_name(), key.name()]);
    let place = |key: &Key| key.fact().written_by_new;
    let mut given: Vec<(&Key, &String)> = facts.iter().collect();
    given.sort_by_key(|(key, _)| place(key));
    let mut text = String::from("---\n");
    for (key, value) in given {
        text.extend([name(*key), ": ", &quoted(value.trim()), "\n"]);
    }
    let [stage, heading] = language.word(&[["förslag", "Ärendet"], ["proposal", "The matter"]]);
    let stage_name = name(Key::STAGE);
    format!("{text}{stage_name}: {stage}\n---\n\n## {heading}\n\n")
}
