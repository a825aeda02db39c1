//! Reading a fact by its form. What has another form is reported at its place.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::{Choice, FactValue, Form, Group, Part};
use crate::diagnostics::{Code, Diagnostic};
use crate::record::clauses::{Clause, clauses};
use crate::record::fields::{Fields, TableKey};
use crate::record::former;
use crate::record::front_matter::Value;
use crate::record::names::name_key;
use crate::record::nearest;
use crate::record::read::language_tag;
use crate::record::{Date, Extra, Moment, prose};

/// The words for yes and no.
const FLAG: [Choice; 2] = [
    Choice {
        code: "false",
        words: &["false", "nej", "no", "falskt"],
    },
    Choice {
        code: "true",
        words: &["true", "ja", "yes", "sant"],
    },
];
/// The number of the yes.
const YES: usize = 1;

impl<K: TableKey> Fields<'_, K> {
    /// The value of a key's fact.
    pub(crate) fn fact(&mut self, key: K) -> Option<FactValue> {
        match key.form() {
            Form::Clauses => {
                let clauses = clauses(self, key);
                self.shown_clauses(key, &clauses)
            }
            Form::Lines | Form::Map => self.lines(key),
            form @ (Form::Text(_)
            | Form::Slug
            | Form::CaseNumber
            | Form::Name
            | Form::NameOfPage
            | Form::Language
            | Form::Day
            | Form::Moment(_)
            | Form::Time
            | Form::Number(..)
            | Form::Heading
            | Form::Token
            | Form::Flag
            | Form::Choice(_)
            | Form::Path
            | Form::Group(_)
            | Form::Many(_)) => {
                let value = self.value(key)?.clone();
                self.single(form, &value, key, &[])
            }
        }
    }

    /// The values of a list, or the one that stands alone. A name and a path count once.
    fn many(&mut self, form: Form, value: &Value, key: K, inner: &[usize]) -> Option<FactValue> {
        let (mut values, mut known) = (Vec::new(), BTreeSet::new());
        let (one, several) = match value {
            Value::List(values) => (None, &values[..]),
            single => (Some(single), &[][..]),
        };
        let several = several.iter().enumerate();
        let several = several.map(|(number, value)| (number, value, [inner, &[number]].concat()));
        let all = one
            .into_iter()
            .map(|value| (0, value, inner.to_vec()))
            .chain(several);
        for (number, value, inner) in all.filter(|(_, value, _)| !value.is_empty()) {
            let Some(value) = self.single(form, value, key, &inner) else {
                continue;
            };
            if same(form, &value).is_none_or(|name| known.insert(name)) {
                values.push((number, value));
            }
        }
        (!values.is_empty()).then(|| FactValue::Many(values.into()))
    }

    /// One value; `inner` is the way to it within the key's value.
    pub(crate) fn single(
        &mut self,
        form: Form,
        value: &Value,
        key: K,
        inner: &[usize],
    ) -> Option<FactValue> {
        match form {
            Form::Text(longest) => self.limited(longest, value, key, inner),
            Form::Slug | Form::Heading | Form::Token => {
                self.text_of(value, key, inner).map(FactValue::text)
            }
            Form::CaseNumber => {
                self.report_number(value, key, inner);
                self.named(value, key, inner)
            }
            Form::Name => self.name_of(value, key, inner).map(FactValue::text),
            Form::NameOfPage => self.named(value, key, inner),
            Form::Language => self.language_of(value, key, inner),
            Form::Day => self.day_of(value, key, inner).map(FactValue::Day),
            Form::Moment(of_day) => {
                let moment = self.moment_of(of_day, value, key, inner);
                moment.map(FactValue::Moment)
            }
            Form::Time => self.time_of(value, key, inner).map(FactValue::text),
            Form::Number(least, most) => {
                let number = self.number_of(least..=most, value, key, inner);
                number.map(FactValue::Number)
            }
            Form::Flag => {
                let said = self.choice_of(&FLAG, value, key, inner);
                (said == Some(YES)).then_some(FactValue::Yes)
            }
            Form::Choice(choices) => {
                let choice = self.choice_of(choices, value, key, inner);
                choice.map(FactValue::Choice)
            }
            Form::Path => self.path_of(value, key, inner),
            Form::Group(group) => self.group(group, value, key, inner),
            Form::Many(form) => self.many(*form, value, key, inner),
            Form::Clauses | Form::Lines | Form::Map => {
                unreachable!("{} holds values that only a key can have", key.name())
            }
        }
    }

    fn limited(
        &mut self,
        longest: Option<usize>,
        value: &Value,
        key: K,
        inner: &[usize],
    ) -> Option<FactValue> {
        let text = self.text_of(value, key, inner)?;
        let length = text.chars().count();
        if let Some(longest) = longest.filter(|longest| length > *longest) {
            let fault = Diagnostic::new(Code::SummaryTooLong)
                .with("length", length.to_string())
                .with("longest", longest.to_string())
                .with("excess", (length - longest).to_string());
            self.report(fault, key, inner);
        }
        Some(FactValue::text(text))
    }

    /// A name of which something can stand in an address.
    fn named(&mut self, value: &Value, key: K, inner: &[usize]) -> Option<FactValue> {
        let name = self.name_of(value, key, inner)?;
        self.has_address(&name, key, inner)
            .then(|| FactValue::text(name))
    }

    /// Case numbers are text. One that YAML's rules turn into another number would be spoiled by the next program that
    /// reads the file, so it is an error although we kept its digits.
    fn report_number(&mut self, value: &Value, key: K, inner: &[usize]) {
        if let Value::Number { text, read_as } = value
            && text != read_as
        {
            let fault = Diagnostic::new(Code::CaseNumberNotText)
                .with("text", text)
                .with("read_as", read_as);
            self.report(fault, key, inner);
        }
    }

    fn language_of(&mut self, value: &Value, key: K, inner: &[usize]) -> Option<FactValue> {
        let text = self.text_of(value, key, inner)?;
        let tag = language_tag(&text);
        if tag.is_none() {
            let fault = Diagnostic::new(Code::LanguageInvalid).with("text", text);
            self.report(fault, key, inner);
        }
        tag.map(FactValue::text)
    }

    fn day_of(&mut self, value: &Value, key: K, inner: &[usize]) -> Option<Date> {
        let text = self.text_of(value, key, inner)?;
        let day = self.days.day(&text);
        if day.is_none() {
            self.report(date_invalid(text, "no"), key, inner);
        }
        day
    }

    /// A day, which `of_day` turns into a moment, or a day with a time.
    fn moment_of(
        &mut self,
        of_day: fn(Date) -> Moment,
        value: &Value,
        key: K,
        inner: &[usize],
    ) -> Option<Moment> {
        let text = self.text_of(value, key, inner)?;
        let moment = self.days.moment(&text, of_day);
        if moment.is_none() {
            self.report(date_invalid(text, "yes"), key, inner);
        }
        moment
    }

    /// A time of day in one form: `17:00` of `17.00`, `kl. 17`.
    fn time_of(&mut self, value: &Value, key: K, inner: &[usize]) -> Option<String> {
        let text = self.text_of(value, key, inner)?;
        let time = Moment::time(&text);
        if time.is_none() {
            self.wrong_form(key, inner, "time");
        }
        time
    }

    fn number_of(
        &mut self,
        known: RangeInclusive<u64>,
        value: &Value,
        key: K,
        inner: &[usize],
    ) -> Option<u64> {
        // Thousands may be set apart by blanks.
        let text = value
            .text()
            .map(|text| text.replace([' ', '\u{a0}', '\u{202f}'], ""));
        let number = text.and_then(|text| text.parse().ok());
        let number = number.filter(|number| known.contains(number));
        if number.is_none() {
            let fault = self.form_fault(key, "number");
            let fault = fault
                .with("least", known.start().to_string())
                .with("most", known.end().to_string());
            self.report(fault, key, inner);
        }
        number
    }

    fn path_of(&mut self, value: &Value, key: K, inner: &[usize]) -> Option<FactValue> {
        let text = self.text_of(value, key, inner)?;
        match former::read(&text) {
            Ok(address) => Some(FactValue::text(address)),
            Err(reason) => {
                let fault = Diagnostic::new(Code::FormerAddressInvalid).with("text", text);
                self.report(fault.with("reason", reason), key, inner);
                None
            }
        }
    }

    /// A value with parts, or a text that is its first part.
    fn group(
        &mut self,
        group: &Group,
        value: &Value,
        key: K,
        inner: &[usize],
    ) -> Option<FactValue> {
        let Value::Map(entries) = value else {
            let first = self.single(group.parts[0].form, value, key, inner)?;
            return Some(FactValue::Group([(0, first)].into()));
        };
        let mut given: Vec<Option<(usize, &str)>> = vec![None; group.parts.len()];
        let mut parts = Vec::new();
        for (index, (name, value)) in entries.iter().enumerate() {
            let place = [inner, &[index]].concat();
            let Some(part) = group.place_of(name) else {
                let names = group
                    .parts
                    .iter()
                    .flat_map(|part| [part.name, part.swedish]);
                let fault = self
                    .parts_fault(key, "part", group)
                    .with("part", name)
                    .with("is_alone", if value.is_empty() { "yes" } else { "no" })
                    .with("nearest", nearest(name, names).unwrap_or("none"));
                self.report(fault, key, &place);
                continue;
            };
            match given[part] {
                Some((first, known)) if known != name => {
                    let first = [inner, &[first]].concat();
                    self.report_twin(key, name, &place, &first);
                }
                Some(_) => {}
                None if value.is_empty() => {}
                None => {
                    given[part] = Some((index, name));
                    self.within.push(name.clone());
                    let value = self.single(group.parts[part].form, value, key, &place);
                    self.within.pop();
                    parts.extend(value.map(|value| (part, value)));
                }
            }
        }
        if given[0].is_none() {
            let fault = self.parts_fault(key, "part-missing", group);
            self.report(fault, key, inner);
        }
        parts.sort_unstable_by_key(|(part, _)| *part);
        let has_first = parts.first().is_some_and(|(part, _)| *part == 0);
        has_first.then(|| FactValue::Group(parts.into()))
    }

    /// The fault of a value whose parts are not those of a group.
    fn parts_fault(&self, key: K, form: &str, group: &Group) -> Diagnostic {
        let names = |name: fn(&Part) -> &'static str| {
            let names: Vec<&str> = group.parts.iter().map(name).collect();
            names.join(", ")
        };
        self.form_fault(key, form)
            .with("known", names(|part| part.name))
            .with("swedish_known", names(|part| part.swedish))
            .with("first", group.parts[0].name)
            .with("swedish_first", group.parts[0].swedish)
    }

    /// Clauses without the comments that are hidden in them; one that holds nothing else is none. They are inline Markdown:
    /// their links and faults count like those of the prose, at the clause's place.
    pub(crate) fn shown_clauses(&mut self, key: K, clauses: &[Clause]) -> Option<FactValue> {
        let mut shown = Vec::new();
        for (clause, inner) in clauses {
            self.survey_clause(key, clause, inner);
            let text = prose::without_comments(clause);
            if !text.is_empty() {
                shown.push((shown.len(), FactValue::text(text.into_owned())));
            }
        }
        (!shown.is_empty()).then(|| FactValue::Many(shown.into()))
    }

    /// Lines of the record's own, with the keys that the site keeps.
    fn lines(&mut self, key: K) -> Option<FactValue> {
        let mut entries = self.map(key);
        entries.append(&mut self.kept);
        let lines = Extra::new(&Value::Map(entries.clone()).to_json());
        (!entries.is_empty()).then(|| FactValue::text(lines.into_text()))
    }
}

/// What a value of a list is compared by, where it counts once.
fn same(form: Form, value: &FactValue) -> Option<String> {
    let text = value.as_text()?;
    match form {
        Form::CaseNumber | Form::NameOfPage => Some(name_key(text)),
        Form::Path => Some(text.to_owned()),
        Form::Text(_)
        | Form::Clauses
        | Form::Slug
        | Form::Name
        | Form::Language
        | Form::Day
        | Form::Moment(_)
        | Form::Time
        | Form::Number(..)
        | Form::Heading
        | Form::Token
        | Form::Flag
        | Form::Choice(_)
        | Form::Many(_)
        | Form::Group(_)
        | Form::Lines
        | Form::Map => None,
    }
}

/// A text that is no day, with the days it may have meant.
pub(crate) fn date_invalid(text: String, may_have_time: &str) -> Diagnostic {
    let readings: Vec<String> = Date::readings(&text).iter().map(Date::to_string).collect();
    let with_time = Moment::day_before_time(&text).filter(|_| may_have_time == "yes");
    if let Some(day) = with_time {
        return Diagnostic::new(Code::DateInvalid)
            .with("text", text)
            .with("time", may_have_time)
            .with("reason", "clock")
            .with("readings", day.to_string());
    }
    let reason = match readings.len() {
        _ if Date::is_missing_day(&text) => "missing",
        0 => "form",
        1 => "one",
        _ => "several",
    };
    Diagnostic::new(Code::DateInvalid)
        .with("text", text)
        .with("time", may_have_time)
        .with("reason", reason)
        .with("readings", readings.join(", "))
}
