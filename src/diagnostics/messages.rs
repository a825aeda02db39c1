//! The words of the diagnostics, from the Fluent files beside this one.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::langid;

use super::visible::without_commands;
use super::{Diagnostic, visible};
use crate::language::Language;

/// The places of sentences that numbers fill.
const NUMBERS: [&str; 7] = [
    "columns",
    "count",
    "files",
    "records",
    "written",
    "unchanged",
    "removed",
];

/// A language the program speaks to its users.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageLanguage {
    /// Swedish.
    Swedish,
    /// English.
    English,
}

impl MessageLanguage {
    /// Swedish for `sv` and its regions, English for all else.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        let all = [Self::Swedish, Self::English];
        *Language::of(tag).word(&all)
    }

    /// The language's BCP 47 code.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }
}

/// The messages in one language.
pub struct Messages(FluentBundle<FluentResource>);

impl Messages {
    /// Reads the words of a language.
    ///
    /// # Panics
    /// If the words in the binary are no Fluent; a test reads them all.
    #[must_use]
    pub fn new(language: MessageLanguage) -> Self {
        let (tag, text) = match language {
            MessageLanguage::Swedish => (langid!("sv"), include_str!("sv.ftl")),
            MessageLanguage::English => (langid!("en"), include_str!("en.ftl")),
        };
        let resource =
            FluentResource::try_new(text.to_owned()).expect("the embedded words are Fluent");
        let mut bundle = FluentBundle::new(vec![tag]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            MessageLanguage::Swedish => swedish_number,
            MessageLanguage::English => english_number,
        }));
        bundle
            .add_resource(resource)
            .expect("no message is given twice");
        Self(bundle)
    }

    /// The message of a diagnostic.
    #[must_use]
    pub fn message(&self, diagnostic: &Diagnostic) -> String {
        self.text(diagnostic.code.name(), None, &diagnostic.arguments)
    }

    /// What to do about a diagnostic, where there is something to say.
    #[must_use]
    pub fn help(&self, diagnostic: &Diagnostic) -> Option<String> {
        let help = self.text(diagnostic.code.name(), Some("help"), &diagnostic.arguments);
        (!help.is_empty()).then_some(help)
    }

    /// A sentence of the program that is no diagnostic, by its id.
    #[must_use]
    pub fn sentence(&self, id: &str, arguments: &[(&'static str, String)]) -> String {
        self.text(id, None, arguments)
    }

    /// How many errors and warnings there are; `None` if there are none.
    #[must_use]
    pub fn sum(&self, (errors, warnings): (usize, usize)) -> Option<String> {
        let counted = [(errors, "found-errors"), (warnings, "found-warnings")];
        let parts: Vec<String> = counted
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, id)| self.sentence(id, &[("count", count.to_string())]))
            .collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    fn text(
        &self,
        id: &str,
        attribute: Option<&str>,
        arguments: &[(&'static str, String)],
    ) -> String {
        let Some(message) = self.0.get_message(id) else {
            return String::new();
        };
        let pattern = match attribute {
            None => message.value(),
            Some(name) => message
                .get_attribute(name)
                .map(|attribute| attribute.value()),
        };
        let Some(pattern) = pattern else {
            return String::new();
        };
        let mut values = FluentArgs::new();
        for (name, value) in arguments {
            let number = value.parse::<i64>().ok().filter(|_| NUMBERS.contains(name));
            values.set(
                *name,
                number.map_or_else(|| FluentValue::from(visible(value)), FluentValue::from),
            );
        }
        let text = self
            .0
            .format_pattern(pattern, Some(&values), &mut Vec::new());
        without_commands(text.into_owned())
    }
}

/// A whole number with its thousands apart: by a no-break space in Swedish, by a comma elsewhere.
#[must_use]
pub fn number_in(number: impl Into<i128>, language: &str) -> String {
    let number = number.into();
    let digits = number.unsigned_abs().to_string();
    let separator = Language::of(language).thousands;
    let mut grouped = String::from(if number < 0 { "−" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

fn swedish_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    number(value, "sv")
}

fn english_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    number(value, "en")
}

fn number(value: &FluentValue<'_>, language: &str) -> Option<String> {
    match value {
        FluentValue::Number(number) => {
            let whole: i64 = number.as_string().parse().ok()?;
            Some(number_in(whole, language))
        }
        _ => None,
    }
}
