//! The facts of a record as templates see them: one by one, by their names, or in a loop.

use std::collections::BTreeMap;

use super::Shower;
use crate::pages::RecordPage;
use crate::pages::view::{FactView, ValueView};
use crate::record::facts::{FactValue, Form, Group, Open, Place};
use crate::record::prose::{clause_to_html, clause_to_plain};
use crate::record::{Key, slug};
use crate::site::Gathering;

impl<'a> Shower<'a, '_> {
    /// The facts that a record tells, by their names in open data.
    pub(super) fn facts_by_name(&self, shown: &'a RecordPage) -> BTreeMap<&'static str, FactView> {
        let told = shown.record.facts.iter();
        let open = told.filter(|(key, _)| key.fact().open != Open::No);
        open.map(|(key, value)| (key.fact().field, self.fact(shown, key, value)))
            .collect()
    }

    fn fact(&self, shown: &'a RecordPage, key: Key, value: &FactValue) -> FactView {
        let fact = key.fact();
        let form = fact.form.single();
        let values: Vec<ValueView> = match key {
            Key::ATTACHMENTS => self.files(shown),
            _ => value
                .each()
                .map(|(_, value)| self.value(shown, key, form, value))
                .collect(),
        };
        let label = self.label(shown, key, values.len());
        FactView {
            name: fact.field,
            label,
            form: form.name(),
            values,
        }
    }

    /// What readers see a fact called, for so many values: by the record's type, where that has a word of its own.
    fn label(&self, shown: &RecordPage, key: Key, count: usize) -> String {
        let fact = key.fact();
        let language = &self.frame.settings.language;
        let count_said = count.to_string();
        let counted = [("count", count_said.as_str())];
        let general = self.frame.label(
            &format!("fact_{}", fact.field),
            &counted,
            fact.label.shown(language, count),
        );
        let of_type = shown.record.type_code().and_then(|code| {
            let mut labels = fact.labels_by_type.iter();
            labels.find(|(own, _)| *own == code)
        });
        of_type.map_or(general, |(code, label)| {
            let word = format!("fact_{}_{}", fact.field, code.replace('-', "_"));
            self.frame
                .label(&word, &counted, label.shown(language, count))
        })
    }

    fn value(&self, shown: &RecordPage, key: Key, form: Form, value: &FactValue) -> ValueView {
        let text = value.as_text().unwrap_or_default();
        match form {
            Form::NameOfPage => ValueView {
                address: self.address_of(key, text),
                ..plain(text)
            },
            Form::Day => {
                let day = value.day();
                let words = day.map(|day| day.in_words(&self.frame.settings.language));
                ValueView {
                    day: day.map(|day| day.to_string()),
                    ..plain(words.as_deref().unwrap_or_default())
                }
            }
            Form::Moment(_) => {
                let moment = value.moment().map(|moment| moment.to_string());
                plain(moment.as_deref().unwrap_or_default())
            }
            Form::Choice(choices) => {
                let choice = value.choice().and_then(|number| choices.get(number));
                let word = choice.map(|choice| self.frame.choice(key, choice));
                ValueView {
                    code: choice.map(|choice| choice.code),
                    ..plain(&word.unwrap_or_default())
                }
            }
            Form::Clauses => {
                let resolve = |destination: &str| super::resolved(&shown.links, destination);
                ValueView {
                    html: Some(clause_to_html(text, &resolve)),
                    ..plain(&clause_to_plain(text))
                }
            }
            Form::Group(group) => self.group(shown, key, group, value),
            Form::Number(..) => {
                let number = value.number().map(|number| number.to_string());
                plain(number.as_deref().unwrap_or_default())
            }
            Form::Flag => plain("true"),
            Form::Text(_)
            | Form::Slug
            | Form::CaseNumber
            | Form::Name
            | Form::Language
            | Form::Token
            | Form::Path
            | Form::Lines
            | Form::Map
            | Form::Many(_) => plain(text),
        }
    }

    /// The first part of a value as the value itself, and what the others say behind it.
    fn group(&self, shown: &RecordPage, key: Key, group: &Group, value: &FactValue) -> ValueView {
        let mut parts = group.parts.iter().enumerate().filter_map(|(number, part)| {
            let told = value.part(number)?;
            Some((part, self.value(shown, key, part.form, told)))
        });
        let first = parts.next().map(|(_, view)| view);
        let mut view = first.unwrap_or_else(|| plain(""));
        for (part, other) in parts {
            view.note
                .extend([part.around[0], &other.text, part.around[1]]);
        }
        view
    }

    fn files(&self, shown: &RecordPage) -> Vec<ValueView> {
        let settings = &self.frame.settings;
        let files = shown.attachments.iter();
        files
            .map(|file| ValueView {
                address: Some(file.address.link(settings)),
                ..plain(file.title())
            })
            .collect()
    }

    fn address_of(&self, key: Key, name: &str) -> Option<String> {
        let listing = self
            .frame
            .addresses
            .listing(Gathering::by_name(key)?, &slug(name));
        Some(listing.link(&self.frame.settings))
    }
}

/// Of facts by their names those that stand beside the text, in their order.
pub(super) fn side_facts(facts: &BTreeMap<&'static str, FactView>) -> Vec<FactView> {
    let place = |key: Key| match key.fact().place {
        Place::Side(place) => Some((place, facts.get(key.fact().field)?.clone())),
        Place::Own => None,
    };
    let mut side: Vec<(usize, FactView)> = Key::all().filter_map(place).collect();
    side.sort_unstable_by_key(|(place, _)| *place);
    side.into_iter().map(|(_, fact)| fact).collect()
}

fn plain(text: &str) -> ValueView {
    ValueView {
        text: text.to_owned(),
        note: String::new(),
        address: None,
        day: None,
        code: None,
        html: None,
    }
}
