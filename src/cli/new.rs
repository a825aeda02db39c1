//! `diarium new TITLE`: writes a valid record, asking for what is not given. It never overwrites.

use std::io::{ErrorKind, IsTerminal};

use serde_json::json;

use super::arguments::{Everywhere, NewOptions};
use super::printing::Printer;
use super::{Ending, clock, streams};
use crate::diagnostics::{Code, Diagnostic, MessageLanguage};
use crate::disk::Folder;
use crate::record::{self, Date, Key, Reading, slug};
use crate::site::{SETTINGS_PATH, Settings, read_settings};
use crate::source::{SourcePath, Sources as _};

/// The name of a record that is called as its folder is.
const OF_A_FOLDER: &str = "index";

/// The facts of the new record.
struct Facts {
    title: String,
    date: Date,
    proposer: String,
    recommendation: String,
    body: Option<String>,
    case_number: Option<String>,
    id: String,
}

/// Runs the command.
pub(super) fn run(everywhere: &Everywhere, options: &NewOptions) -> Ending {
    let folder = Folder::new(&everywhere.root);
    let settings = folder.read(&SourcePath::new(SETTINGS_PATH));
    let settings = read_settings(settings.ok().as_deref()).value;
    let printer = Printer::new(everywhere, Some(&settings.language));
    let facts = match gather(options, &settings, &printer) {
        Ok(facts) => facts,
        Err(ending) => return ending,
    };
    let path = format!("content/{:04}/{}.md", facts.date.year(), facts.id);
    let text = write(&facts, &settings);
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

fn gather(options: &NewOptions, settings: &Settings, printer: &Printer) -> Result<Facts, Ending> {
    let may_ask = std::io::stdin().is_terminal();
    let required = |given: &Option<String>, question: &str| match given {
        Some(text) => Ok(text.trim().to_owned()),
        None if may_ask => ask(question, printer, |text| !text.is_empty()).ok_or(Ending::Trouble),
        None => {
            printer.complain("new-facts-missing", &[]);
            Err(Ending::Trouble)
        }
    };
    let title = required(&options.title, "ask-title")?;
    let date = match &options.date {
        Some(text) => Date::read(text).ok_or_else(|| {
            let fault = printer.sentence("date-invalid", &[("text", text.clone())]);
            printer.complain("ask-again", &[("fault", fault)]);
            Ending::Trouble
        })?,
        None => today(settings),
    };
    let proposer = required(&options.proposer, "ask-proposer")?;
    let recommendation = required(&options.recommendation, "ask-recommendation")?;
    let body = match &options.body {
        None if may_ask => ask("ask-body", printer, |_| true).filter(|text| !text.is_empty()),
        given => given.clone(),
    };
    let id = slug(options.id.as_deref().unwrap_or(&title));
    if id.is_empty() {
        printer.complain("title-without-name", &[]);
        return Err(Ending::Trouble);
    }
    if id == OF_A_FOLDER {
        printer.complain("name-with-meaning", &[("name", format!("{id}.md"))]);
        return Err(Ending::Trouble);
    }
    Ok(Facts {
        title,
        date,
        proposer,
        recommendation,
        body,
        case_number: options.case_number.clone(),
        id,
    })
}

fn today(settings: &Settings) -> Date {
    let now = clock::moment(None, &settings.time_zone).map(|moment| moment.to_string());
    now.and_then(|moment| Date::read(&moment[..10]))
        .unwrap_or(Date::EPOCH)
}

/// Asks until the answer will do; `None` when the input ends.
fn ask(question: &str, printer: &Printer, will_do: impl Fn(&str) -> bool) -> Option<String> {
    loop {
        streams::ask(&printer.sentence(question, &[]));
        let mut line = String::new();
        if std::io::stdin().read_line(&mut line).ok()? == 0 {
            return None;
        }
        let answer = line.trim();
        if will_do(answer) {
            return Some(answer.to_owned());
        }
    }
}

/// The record's text, its keys in the language of the site, or as the site itself names them.
fn write(facts: &Facts, settings: &Settings) -> String {
    let is_swedish = MessageLanguage::of(&settings.language) == MessageLanguage::Swedish;
    let name = |key: Key| {
        if is_swedish {
            key.swedish_name()
        } else {
            key.name()
        }
    };
    let given = [
        (Key::TITLE, Some(facts.title.clone())),
        (Key::DATE, Some(facts.date.to_string())),
        (Key::PROPOSER, Some(facts.proposer.clone())),
        (Key::BODY, facts.body.clone()),
        (Key::CASE_NUMBER, facts.case_number.clone()),
        (Key::RECOMMENDATION, Some(facts.recommendation.clone())),
    ];
    let mut text = String::from("---\n");
    for (key, value) in given {
        if let Some(value) = value {
            text.extend([name(key), ": ", &quoted(&value), "\n"]);
        }
    }
    let (stage, heading) = if is_swedish {
        ("förslag", "Ärendet")
    } else {
        ("proposal", "The matter")
    };
    let stage_name = name(Key::STAGE);
    format!("{text}{stage_name}: {stage}\n---\n\n## {heading}\n\n")
}

/// A text in double quotes; JSON's form is YAML's too (YAML 1.2, section 7.3.1).
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
