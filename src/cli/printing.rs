//! How the program speaks: diagnostics to standard error, results to standard output, both plain without a terminal.

use std::collections::BTreeMap;
use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value, json};

use super::arguments::{Everywhere, Format, Language};
use super::streams;
use crate::diagnostics::{
    Code, Diagnostic, Lines, MessageLanguage, Messages, count, escaped_json, picture, to_json,
};

/// Diagnostics as programs are told them.
struct Listed<'a>(&'a [Diagnostic], &'a Messages);

impl Serialize for Listed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(diagnostics, messages) = self;
        serializer.collect_seq(diagnostics.iter().map(|fault| to_json(fault, messages)))
    }
}

/// How many diagnostics of one code are shown, unless all are asked for.
const MOST_OF_A_CODE: usize = 20;

/// Prints in one language and one format.
pub(super) struct Printer {
    messages: Messages,
    language: MessageLanguage,
    format: Format,
    shows_all: bool,
}

impl Printer {
    /// A printer in the language asked for, else in that of the site.
    pub(super) fn new(everywhere: &Everywhere, site: Option<&str>) -> Self {
        let language = match everywhere.language {
            Some(Language::Sv) => MessageLanguage::Swedish,
            Some(Language::En) => MessageLanguage::English,
            None => MessageLanguage::of(site.unwrap_or("en")),
        };
        Self {
            messages: Messages::new(language),
            language,
            format: everywhere.format,
            shows_all: everywhere.all,
        }
    }

    /// The language.
    pub(super) fn language(&self) -> MessageLanguage {
        self.language
    }

    /// A sentence in the printer's language.
    pub(super) fn sentence(&self, id: &str, arguments: &[(&'static str, String)]) -> String {
        self.messages.sentence(id, arguments)
    }

    /// What is wrong and what to do, on one line.
    pub(super) fn in_words(&self, fault: &Diagnostic) -> String {
        let message = self.messages.message(fault);
        match self.messages.help(fault) {
            Some(help) => format!("{message}; {help}"),
            None => message,
        }
    }

    /// Whether people read what is printed.
    pub(super) fn is_for_people(&self) -> bool {
        self.format == Format::Text
    }

    /// Says a sentence to people; programs are told by [`Printer::result`] alone.
    pub(super) fn say(&self, id: &str, arguments: &[(&'static str, String)]) {
        if self.format == Format::Text {
            streams::say(&self.sentence(id, arguments));
        }
    }

    /// Prints diagnostics and how many there are; `output` is what was left as it was because of them.
    pub(super) fn diagnostics(
        &self,
        diagnostics: &[Diagnostic],
        lines: Lines<'_>,
        output: Option<&str>,
    ) {
        if self.format == Format::Json {
            return;
        }
        let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
        for diagnostic in diagnostics {
            let count = counts.entry(diagnostic.code).or_default();
            *count += 1;
            if !self.shows_all && *count > MOST_OF_A_CODE {
                continue;
            }
            if !streams::complain(&picture(diagnostic, &self.messages, lines)) {
                return;
            }
        }
        for (code, count) in counts {
            let more = count.saturating_sub(MOST_OF_A_CODE);
            if more > 0 && !self.shows_all {
                let arguments = [
                    ("count", more.to_string()),
                    ("code", code.name().to_owned()),
                ];
                streams::complain(&self.sentence("more-of-code", &arguments));
            }
        }
        let sum = self.messages.sum(count(diagnostics)).unwrap_or_default();
        if let Some(output) = output {
            let kept = self.sentence("left-as-it-was", &[("output", output.to_owned())]);
            streams::complain(&format!("{sum}; {kept}"));
        } else if !sum.is_empty() {
            streams::complain(&sum);
        }
    }

    /// Prints the one JSON value that programs are told: the diagnostics, and what the command did.
    pub(super) fn result(&self, diagnostics: &[Diagnostic], done: &Value) {
        if self.format == Format::Text {
            return;
        }
        let (errors, warnings) = count(diagnostics);
        // One by one: as values they would take many times the room of their text.
        let mut text = Vec::new();
        let mut printer = serde_json::Serializer::pretty(&mut text);
        let done = printer.serialize_map(None).and_then(|mut map| {
            map.serialize_entry("diagnostics", &Listed(diagnostics, &self.messages))?;
            map.serialize_entry("errors", &errors)?;
            map.serialize_entry("warnings", &warnings)?;
            map.serialize_entry("result", done)?;
            map.end()
        });
        done.expect("they are plain values");
        streams::say(&escaped_json(&String::from_utf8_lossy(&text)));
    }

    /// Prints a sentence about wrong usage; programs are told it under `usage`.
    pub(super) fn complain(&self, id: &str, arguments: &[(&'static str, String)]) {
        let sentence = self.sentence(id, arguments);
        match self.format {
            Format::Text => streams::complain(&sentence),
            Format::Json => {
                let value = json!({ "usage": sentence, "result": null });
                streams::say(&escaped_json(&format!("{value:#}")))
            }
        };
    }

    /// A progress bar where there is a terminal to draw it on; it shows nothing for work that is over at once.
    pub(super) fn progress(&self, length: usize) -> ProgressBar {
        if self.format == Format::Json || !std::io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let what = self.sentence("building", &[]);
        let form = format!("{{bar:40}} {{human_pos}}/{{human_len}} {what}");
        let style =
            ProgressStyle::with_template(&form).unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::new(length as u64).with_style(style);
        bar.with_finish(ProgressFinish::AndClear)
    }
}
