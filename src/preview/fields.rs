//! The facts of a record as the fields of a form: what each is called, how it is filled in, and what helps.

use serde::Serialize;

use crate::diagnostics::{MessageLanguage, Messages};
use crate::language::Language;
use crate::record::edit::Items;
use crate::record::facts::{Choice, Form, capital};
use crate::record::{Key, Reading};

/// A fact as a field.
#[derive(Debug, Serialize)]
pub(super) struct FieldView {
    key: &'static str,
    label: String,
    help: String,
    kind: &'static str,
    /// Whether it holds several values.
    is_several: bool,
    is_needed: bool,
    is_fixed: bool,
    parts: Vec<PartView>,
    choices: Vec<ChoiceView>,
    items: Vec<Vec<String>>,
}

#[derive(Debug, Serialize)]
struct PartView {
    label: String,
}

#[derive(Debug, Serialize)]
struct ChoiceView {
    word: &'static str,
    label: String,
    /// Every word that means it.
    words: &'static [&'static str],
}

/// A fact with its items as a field, in the words of a language.
pub(super) fn field_view(
    key: Key,
    items: &Items,
    is_fixed: bool,
    reading: &Reading,
    language: MessageLanguage,
) -> FieldView {
    let fact = key.fact();
    let parts = fact.form.group().map_or(&[][..], |group| group.parts);
    let choices: &[Choice] = match fact.form.single() {
        Form::Choice(choices) => choices,
        _ => &[],
    };
    let word =
        |choice: &Choice| *Language::of(language.tag()).word(&[choice.words[1], choice.words[0]]);
    FieldView {
        key: key.name(),
        label: label(key, language),
        help: Messages::new(language)
            .sentence(&format!("help-{}", key.name().replace('_', "-")), &[]),
        kind: kind(fact.form),
        is_several: matches!(fact.form, Form::Many(_) | Form::Clauses),
        is_needed: reading.required.0.contains(&key),
        is_fixed,
        parts: parts
            .iter()
            .map(|part| {
                let names = [part.swedish, part.name];
                let name = Language::of(language.tag()).word(&names);
                PartView {
                    label: capital(name),
                }
            })
            .collect(),
        choices: choices
            .iter()
            .map(|choice| ChoiceView {
                word: word(choice),
                label: choice.shown(language.tag()),
                words: choice.words,
            })
            .collect(),
        items: items.0.clone(),
    }
}

/// What the field of a key is called: as on pages, else by the key's name.
fn label(key: Key, language: MessageLanguage) -> String {
    let shown = key.fact().label.shown(language.tag(), 1);
    if shown != key.name() {
        return shown.to_owned();
    }
    let names = [key.swedish_name(), key.name()];
    capital(&Language::of(language.tag()).word(&names).replace('_', " "))
}

/// The kind of field that holds a form's values.
fn kind(form: Form) -> &'static str {
    match form {
        Form::Text(Some(_)) => "text",
        Form::Clauses => "clauses",
        Form::Day => "day",
        Form::Flag => "flag",
        Form::Choice(_) => "choice",
        Form::Group(_) => "group",
        Form::Many(form) => kind(*form),
        Form::Text(None)
        | Form::Slug
        | Form::CaseNumber
        | Form::Name
        | Form::NameOfPage
        | Form::Language
        | Form::Moment(_)
        | Form::Time
        | Form::Number(..)
        | Form::Heading
        | Form::Token
        | Form::Path
        | Form::Lines
        | Form::Map => "line",
    }
}
