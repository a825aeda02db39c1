//! The words of the diagnostics, from the Fluent files beside this one.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::langid;

use super::Diagnostic;

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
        if tag == "sv" || tag.starts_with("sv-") {
            Self::Swedish
        } else {
            Self::English
        }
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
            let number = if *name == "count" {
                value.parse::<i64>().ok()
            } else {
                None
            };
            values.set(
                *name,
                number.map_or_else(|| FluentValue::from(value.as_str()), FluentValue::from),
            );
        }
        self.0
            .format_pattern(pattern, Some(&values), &mut Vec::new())
            .into_owned()
    }
}
