//! The facts of a record as templates see them: one by one, by their names, or in a loop.

use std::collections::BTreeMap;

use super::Shower;
use crate::diagnostics::number_in;
use crate::pages::RecordPage;
use crate::pages::view::{FactView, InnerTableView, PartView, RowView, TableView, ValueView};
use crate::record::facts::{FactValue, Form, Group, Open, Part, Place};
use crate::record::prose::{Heading, clause_to_html, clause_to_plain};
use crate::record::{Date, Key, Record, Text, slug};
use crate::site::{Gathering, gathering_of};

impl<'a> Shower<'a, '_> {
    /// The facts that a record tells, by their names in open data.
    pub(super) fn facts_by_name(&self, shown: &'a RecordPage) -> BTreeMap<&'static str, FactView> {
        let told = shown.record.facts.iter();
        let open = told.filter(|(key, _)| key.fact().open != Open::No);
        open.map(|(key, value)| (key.fact().field, self.fact(shown, key, value)))
            .collect()
    }

    fn fact(&self, shown: &'a RecordPage, key: Key, value: &FactValue) -> FactView {
        let of = Of::Record(&shown.record, &shown.links);
        let form = key.fact().form.single();
        let values: Vec<ValueView> = match key {
            Key::ATTACHMENTS => self.files(shown),
            Key::MEETING => vec![ValueView {
                address: shown.meeting.as_ref().map(|meeting| {
                    let page = self.frame.addresses.meeting(&meeting.id);
                    page.link(&self.frame.settings)
                }),
                ..self.value(of, key, form, value)
            }],
            _ => value
                .each()
                .map(|(_, value)| self.value(of, key, form, value))
                .collect(),
        };
        let label = self.label(shown, key, values.len());
        let is_cost = key == Key::COSTS;
        FactView {
            total: is_cost.then(|| self.costs_in_all(&shown.record)).flatten(),
            ..self.fact_view(of, key, value, values, label)
        }
    }

    /// A fact with its values and what it is called.
    fn fact_view(
        &self,
        of: Of<'_>,
        key: Key,
        value: &FactValue,
        values: Vec<ValueView>,
        label: String,
    ) -> FactView {
        let fact = key.fact();
        let group = fact.form.group();
        FactView {
            name: fact.field,
            label,
            form: fact.form.single().name(),
            values,
            table: group.map(|group| self.table(of, key, group, value)),
            total: None,
        }
    }

    /// Values with parts as a table of those parts that one of them tells.
    fn table(&self, of: Of<'_>, key: Key, group: &Group, value: &FactValue) -> TableView {
        let is_told = |number: usize| value.each().any(|(_, value)| value.part(number).is_some());
        let numbers = (0..group.parts.len()).filter(|number| is_told(*number));
        let inner = |number: &usize| inner_group(group.parts[*number].form).is_some();
        let (tables, columns): (Vec<usize>, Vec<usize>) = numbers.partition(inner);
        let row = |value: &FactValue| {
            let cell = |number: &usize| {
                let told = value.part(*number);
                let form = group.parts[*number].form;
                told.map_or_else(|| plain(""), |told| self.value(of, key, form, told))
            };
            let table = |number: &usize| {
                let part = &group.parts[*number];
                Some(InnerTableView {
                    name: part.name,
                    label: self.part_label(group, part),
                    table: self.table(of, key, inner_group(part.form)?, value.part(*number)?),
                })
            };
            RowView {
                cells: columns.iter().map(cell).collect(),
                tables: tables.iter().filter_map(table).collect(),
            }
        };
        let column = |number: &usize| {
            let part = &group.parts[*number];
            PartView {
                name: part.name,
                label: self.part_label(group, part),
                form: part.form.name(),
            }
        };
        TableView {
            rows: value.each().map(|(_, value)| row(value)).collect(),
            columns: columns.iter().map(column).collect(),
        }
    }

    fn part_label(&self, group: &Group, part: &Part) -> String {
        let id = format!("part_{}_{}", group.name, part.name);
        let own = part.shown(&self.frame.settings.language);
        self.frame.label(&id, &[], &own)
    }

    /// What readers see a fact called, for so many values: by the record's type, where that has a word of its own.
    fn label(&self, shown: &RecordPage, key: Key, count: usize) -> String {
        let fact = key.fact();
        let language = &self.frame.settings.language;
        let count_said = count.to_string();
        let counted = [("count", count_said.as_str())];
        let general = self.frame.fact_label(key, count);
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

    fn value(&self, of: Of<'_>, key: Key, form: Form, value: &FactValue) -> ValueView {
        let text = value.as_text().unwrap_or_default();
        match form {
            Form::NameOfPage => ValueView {
                address: self.address_of(of, key, text),
                ..plain(text)
            },
            Form::Day => value.day().map_or_else(|| plain(""), |day| self.day(day)),
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
                let resolve = |destination: &str| super::resolved(of.links(), destination);
                ValueView {
                    html: Some(clause_to_html(text, &resolve)),
                    ..plain(&clause_to_plain(text))
                }
            }
            Form::Heading => of.section(text),
            Form::Group(group) => self.group(of, key, group, value),
            Form::Number(..) => {
                let language = &self.frame.settings.language;
                let number = value.number().map(|number| number_in(number, language));
                plain(number.as_deref().unwrap_or_default())
            }
            Form::Many(form) => {
                let values = value.each();
                let texts: Vec<String> = values
                    .map(|(_, value)| self.value(of, key, *form, value).text)
                    .collect();
                plain(&texts.join(", "))
            }
            Form::Flag => plain("true"),
            Form::Text(_)
            | Form::Slug
            | Form::CaseNumber
            | Form::Name
            | Form::Language
            | Form::Token
            | Form::Time
            | Form::Path
            | Form::Lines
            | Form::Map => plain(text),
        }
    }

    fn day(&self, day: Date) -> ValueView {
        ValueView {
            day: Some(day.to_string()),
            ..plain(&day.in_words(&self.frame.settings.language))
        }
    }

    /// The first part of a value as the value itself, and what the others say behind it.
    fn group(&self, of: Of<'_>, key: Key, group: &Group, value: &FactValue) -> ValueView {
        let mut parts = group.parts.iter().enumerate().filter_map(|(number, part)| {
            let told = value.part(number)?;
            Some((part, self.value(of, key, part.form, told)))
        });
        let first = parts.next().map(|(_, view)| view);
        let mut view = first.unwrap_or_else(|| plain(""));
        for (part, other) in parts {
            let label = self.part_label(group, part).to_lowercase();
            let [before, behind] = part.around.map(|words| words.replace("{label}", &label));
            let is_word = matches!(part.form, Form::Choice(_));
            let text = if is_word {
                other.text.to_lowercase()
            } else {
                other.text
            };
            view.note.extend([before, text, behind]);
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

    fn address_of(&self, of: Of<'_>, key: Key, name: &str) -> Option<String> {
        let page = match of {
            Of::Record(record, _) => {
                let gathering = Gathering::of_names(key)?;
                self.frame.page_of(gathering, name, record)?
            }
            Of::Text(text) => {
                let gathering = Gathering::by_name(key).or(gathering_of(text.kind))?;
                // A former name leads to where it stands.
                if key == Key::FORMER_NAMES {
                    return None;
                }
                let described = self.frame.profiles.get(gathering, name)?;
                let slug = slug(&described.title);
                self.frame.addresses.listing(gathering, &slug)
            }
        };
        Some(page.link(&self.frame.settings))
    }

    /// The facts of a record that stand beside its text, its term of office among them, and those with a table below it.
    pub(super) fn placed(
        &self,
        record: &Record,
        facts: &BTreeMap<&'static str, FactView>,
    ) -> [Vec<FactView>; 2] {
        let keys: Vec<Key> = Key::all().collect();
        let [mut beside, sections] = placed(facts, &keys);
        beside.extend(self.term_of_office(record));
        [beside, sections]
    }

    /// The term of office in which a record falls, as a fact beside its text.
    fn term_of_office(&self, record: &Record) -> Option<FactView> {
        let term = self.frame.settings.term_of_office(record.shown_day())?;
        Some(FactView {
            name: "term_of_office",
            label: (self.frame.word)("term_of_office", &[]),
            form: "text",
            values: vec![plain(&term)],
            table: None,
            total: None,
        })
    }

    /// The facts that a text tells, in the order of their keys; of those beside the text and of those with a table below it.
    pub(super) fn facts_of(&self, text: &Text) -> [Vec<FactView>; 2] {
        let told = text.facts.iter();
        // What it must tell names it already.
        let own = text.kind.required();
        let is_shown = |key: &Key| key.fact().place != Place::Own && !own.contains(key);
        let open = told.filter(|(key, _)| is_shown(key));
        let facts = open.map(|(key, value)| {
            let form = key.fact().form.single();
            let of = Of::Text(text);
            let values = value.each();
            let values = values.map(|(_, value)| self.value(of, key, form, value));
            let values: Vec<ValueView> = values.collect();
            let label = self.frame.fact_label(key, values.len());
            self.fact_view(of, key, value, values, label)
        });
        let facts: BTreeMap<&'static str, FactView> = facts.map(|fact| (fact.name, fact)).collect();
        placed(&facts, &text.kind.keys())
    }
}

/// What facts are told of.
#[derive(Clone, Copy)]
enum Of<'t> {
    /// A record, whose links lead somewhere.
    Record(&'t Record, &'t [(String, String)]),
    /// A body, a person, a topic or a meeting.
    Text(&'t Text),
}

impl<'t> Of<'t> {
    fn links(self) -> &'t [(String, String)] {
        match self {
            Self::Record(_, links) => links,
            Self::Text(_) => &[],
        }
    }

    /// A heading of the record's text, by its words or its anchor, with the way to it.
    fn section(self, named: &str) -> ValueView {
        let heading = match self {
            Self::Record(record, _) => record.heading(named),
            Self::Text(_) => None,
        };
        let linked = |heading: &Heading| ValueView {
            address: Some(format!("#{}", heading.id)),
            ..plain(&heading.title)
        };
        heading.map_or_else(|| plain(named), linked)
    }
}

/// The parts of values within a value, where there may be several.
fn inner_group(form: Form) -> Option<&'static Group> {
    match form {
        Form::Many(Form::Group(group)) => Some(group),
        _ => None,
    }
}

/// Of facts by their names those that stand beside the text, in their order, and those that have a table of their own.
fn placed(facts: &BTreeMap<&'static str, FactView>, keys: &[Key]) -> [Vec<FactView>; 2] {
    let (mut side, mut sections) = (Vec::new(), Vec::new());
    for key in keys {
        let Some(fact) = facts.get(key.fact().field) else {
            continue;
        };
        match key.fact().place {
            Place::Side(place) => side.push((place, fact)),
            Place::Section(place) => sections.push((place, fact)),
            Place::Own => {}
        }
    }
    [side, sections].map(|mut placed| {
        placed.sort_unstable_by_key(|(place, _)| *place);
        placed.into_iter().map(|(_, fact)| fact.clone()).collect()
    })
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
