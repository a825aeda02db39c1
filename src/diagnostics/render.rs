//! How diagnostics are shown: as a picture for people, as JSON for programs. The picture is plain text without colour.

use serde_json::{Value, json};

use super::{Diagnostic, Excerpt, Messages, visible};
use crate::location::{Location, SourcePath};

/// Gives a line of a source file, counted from 1, without its line break.
pub type Lines<'a> = &'a dyn Fn(&SourcePath, usize) -> Option<String>;

/// Draws a diagnostic: `file:line:column: severity[code]: message`, the source line with the place marked, the help.
#[must_use]
pub fn picture(diagnostic: &Diagnostic, messages: &Messages, lines: Lines<'_>) -> String {
    let place = diagnostic
        .at
        .as_ref()
        .map(|at| format!("{}: ", visible(&at.to_string())))
        .unwrap_or_default();
    let severity = messages.sentence(&format!("severity-{}", diagnostic.severity), &[]);
    let message = messages.message(diagnostic);
    let mut lines_shown = vec![format!(
        "{place}{severity}[{}]: {message}",
        diagnostic.code.name()
    )];
    let gutter = diagnostic
        .at
        .as_ref()
        .map_or(1, |at| at.line.to_string().len());
    if let Some(at) = &diagnostic.at
        && let Some(line) = lines(&at.path, at.line)
    {
        lines_shown.push(excerpt(at, &line, gutter));
    }
    for location in &diagnostic.related {
        let note = messages.sentence("also-here", &[("place", location.to_string())]);
        lines_shown.push(format!("{:gutter$} = {note}", ""));
    }
    if let Some(help) = messages.help(diagnostic) {
        let label = messages.sentence("help", &[]);
        lines_shown.push(format!("{:gutter$} = {label}: {help}", ""));
    }
    lines_shown.join("\n") + "\n"
}

/// The diagnostic as a JSON object; `src/docs/codes.md` describes its fields.
#[must_use]
pub fn to_json(diagnostic: &Diagnostic, messages: &Messages) -> Value {
    json!({
        "code": diagnostic.code.name(),
        "severity": diagnostic.severity.to_string(),
        "message": messages.message(diagnostic),
        "help": messages.help(diagnostic),
        "at": diagnostic.at.as_ref().map(location_to_json),
        "related": diagnostic.related.iter().map(location_to_json).collect::<Vec<_>>(),
    })
}

fn location_to_json(location: &Location) -> Value {
    json!({
        "file": location.path.as_str(),
        "line": location.line,
        "column": location.column,
        "length": location.length,
    })
}

fn excerpt(at: &Location, line: &str, gutter: usize) -> String {
    let (line, marks) = Excerpt::of(line, at).lines();
    let number = at.line;
    format!(
        "{:gutter$} |\n{number} | {line}\n{:gutter$} | {marks}",
        "", ""
    )
}
