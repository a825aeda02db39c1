//! How the program speaks: diagnostics to standard error, results to standard output, both plain without a terminal.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this room is the edge to the terminal"
)]

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use super::arguments::{Everywhere, Format, Language};
use crate::diagnostics::{Diagnostic, MessageLanguage, Messages, Severity, picture, to_json};
use crate::disk::Folder;
use crate::source::SourcePath;
use crate::theme;

/// Prints in one language and one format.
pub(super) struct Printer {
    messages: Messages,
    language: MessageLanguage,
    format: Format,
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

    /// Says a sentence to people; programs are told by [`Printer::result`] alone.
    pub(super) fn say(&self, id: &str, arguments: &[(&'static str, String)]) {
        if self.format == Format::Text {
            println!("{}", self.sentence(id, arguments));
        }
    }

    /// Prints diagnostics and how many there are; `output` is what was left as it was because of them.
    pub(super) fn diagnostics(
        &self,
        diagnostics: &[Diagnostic],
        folder: &Folder,
        output: Option<&str>,
    ) {
        if self.format == Format::Json {
            return;
        }
        let lines = |path: &SourcePath, line: usize| {
            folder
                .line(path, line)
                .or_else(|| theme::embedded_line(path, line))
        };
        for diagnostic in diagnostics {
            eprintln!("{}", picture(diagnostic, &self.messages, &lines));
        }
        let sum = self.sum(diagnostics, output);
        if !sum.is_empty() {
            eprintln!("{sum}");
        }
    }

    fn sum(&self, diagnostics: &[Diagnostic], output: Option<&str>) -> String {
        let count = |severity| {
            diagnostics
                .iter()
                .filter(|diagnostic| diagnostic.severity == severity)
                .count()
        };
        let counted = [
            (count(Severity::Error), "found-errors"),
            (count(Severity::Warning), "found-warnings"),
        ];
        let parts: Vec<String> = counted
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, id)| self.sentence(id, &[("count", count.to_string())]))
            .collect();
        match output {
            Some(output) => {
                let kept = self.sentence("left-as-it-was", &[("output", output.to_owned())]);
                format!("{}; {kept}", parts.join(", "))
            }
            None => parts.join(", "),
        }
    }

    /// Prints the one JSON value that programs are told: the diagnostics, and what the command did.
    pub(super) fn result(&self, diagnostics: &[Diagnostic], done: &Value) {
        if self.format == Format::Text {
            return;
        }
        let count = |severity| {
            diagnostics
                .iter()
                .filter(|diagnostic| diagnostic.severity == severity)
                .count()
        };
        let value = json!({
            "diagnostics": diagnostics.iter().map(|fault| to_json(fault, &self.messages)).collect::<Vec<_>>(),
            "errors": count(Severity::Error),
            "warnings": count(Severity::Warning),
            "result": done,
        });
        println!("{value:#}");
    }

    /// Prints a sentence about wrong usage; programs are told it under `usage`.
    pub(super) fn complain(&self, id: &str, arguments: &[(&'static str, String)]) {
        let sentence = self.sentence(id, arguments);
        match self.format {
            Format::Text => eprintln!("{sentence}"),
            Format::Json => println!("{:#}", json!({ "usage": sentence, "result": null })),
        }
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
        ProgressBar::new(length as u64).with_style(style)
    }
}
