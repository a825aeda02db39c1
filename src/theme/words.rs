//! The words of the interface: the only door to the Fluent package beside the diagnostics' own words.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::layers::Layer;
use crate::diagnostics::{Checked, Code, Diagnostic, number_in};
use crate::language::Language;

/// The words of a theme in one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    ids: Vec<String>,
    /// The language that they are in: the one asked for where some layer has words in it, else English.
    pub(super) language: String,
}

impl Words {
    /// Reads `words/<language>.ftl` of each layer, a winning layer's word hiding its namesakes. A layer without the
    /// language gives its English words.
    pub(super) fn load(layers: &[Layer], language: &str) -> Checked<Self> {
        let tag: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        let numbers: [fn(&FluentValue<'_>, &_) -> Option<String>; 2] =
            [swedish_numbers, english_numbers];
        bundle.set_formatter(Some(*Language::of(language).word(&numbers)));
        let mut ids = Vec::new();
        let mut diagnostics = Vec::new();
        let mut are_of_language = false;
        let primary = language.split('-').next().unwrap_or_default();
        for layer in layers.iter().rev() {
            let names = [language, primary, "en"].map(|language| format!("words/{language}.ftl"));
            let Some((path, bytes)) = names
                .iter()
                .find_map(|name| layer.files.get_key_value(name))
            else {
                continue;
            };
            are_of_language |= !path.ends_with("/en.ftl") || primary == "en";
            let Some(text) = layer.plain(path, bytes, &mut diagnostics) else {
                continue;
            };
            let words = text.as_str().to_owned();
            let resource = FluentResource::try_new(words).unwrap_or_else(|(resource, errors)| {
                for error in errors {
                    let at = text.place(error.pos.start..error.pos.start);
                    diagnostics.push(
                        Diagnostic::new(Code::WordsInvalid)
                            .with("fault", error.kind.to_string())
                            .at(at),
                    );
                }
                resource
            });
            for entry in resource.entries() {
                if let fluent_syntax::ast::Entry::Message(message) = entry {
                    ids.push(message.id.name.to_owned());
                }
            }
            bundle.add_resource_overriding(resource);
        }
        ids.sort();
        ids.dedup();
        Checked {
            value: Self {
                bundle,
                ids,
                language: if are_of_language { language } else { "en" }.to_owned(),
            },
            diagnostics,
        }
    }

    /// The word of an id, its places filled; the id itself where the theme has no such word, which loading reports.
    #[must_use]
    pub fn format<'v>(
        &self,
        id: &str,
        arguments: impl Iterator<Item = (&'v str, FluentValue<'v>)>,
    ) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value())
        else {
            return id.to_owned();
        };
        let arguments: FluentArgs<'v> = arguments.collect();
        self.bundle
            .format_pattern(pattern, Some(&arguments), &mut Vec::new())
            .into_owned()
    }

    /// The words that take no argument, by id; and as `language` the language that they are in, BCP 47.
    #[must_use]
    pub fn plain(&self) -> BTreeMap<String, String> {
        let mut words = BTreeMap::from([("language".to_owned(), self.language.clone())]);
        for id in &self.ids {
            let mut errors = Vec::new();
            if let Some(pattern) = self
                .bundle
                .get_message(id)
                .and_then(|message| message.value())
            {
                let word = self
                    .bundle
                    .format_pattern(pattern, None, &mut errors)
                    .into_owned();
                if errors.is_empty() {
                    words.insert(id.clone(), word);
                }
            }
        }
        words
    }

    /// Every id.
    #[must_use]
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// Whether there is a word of this id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }
}

fn swedish_numbers<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, "sv")
}

fn english_numbers<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, "en")
}

fn grouped(value: &FluentValue<'_>, language: &str) -> Option<String> {
    match value {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "counts are whole numbers well within 64 bits"
        )]
        FluentValue::Number(number) => Some(number_in(number.value as i64, language)),
        _ => None,
    }
}
