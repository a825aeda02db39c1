//! What is wrong with a command line, in Swedish; the English of it is the package's own.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// What is wrong, and where to read what a command takes.
pub(super) fn in_swedish(error: &Error) -> String {
    let said = |kind: ContextKind| error.get(kind).map(text).unwrap_or_default();
    let argument = said(ContextKind::InvalidArg);
    let value = said(ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::UnknownArgument => format!("det finns ingen flagga `{argument}` här"),
        ErrorKind::InvalidSubcommand => {
            let command = said(ContextKind::InvalidSubcommand);
            format!("det finns inget kommando `{command}`")
        }
        ErrorKind::MissingRequiredArgument => format!("här saknas {argument}"),
        ErrorKind::InvalidValue if value.is_empty() => format!("`{argument}` saknar sitt värde"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("`{value}` kan inte stå efter `{argument}`")
        }
        ErrorKind::ArgumentConflict => format!("`{argument}` kan bara stå en gång här"),
        _ => "kommandot går inte att förstå".to_owned(),
    };
    let meant = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
        ContextKind::ValidValue,
    ];
    let meant = meant.into_iter().map(said).find(|text| !text.is_empty());
    let help = meant.map(|meant| format!("\n  = gör så här: skriv något av {meant}"));
    format!(
        "fel: {what}{}\n`diarium --language sv --help` visar vad som går att skriva\n",
        help.unwrap_or_default()
    )
}

fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => {
            let texts: Vec<String> = texts.iter().map(ToString::to_string).collect();
            texts.join(", ")
        }
        _ => String::new(),
    }
}
