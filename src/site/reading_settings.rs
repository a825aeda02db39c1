//! The settings that decide how records are read: their keys, their days, and what is derived for them.

use std::collections::{BTreeMap, BTreeSet};

use super::setting::{ASKED_FOR, KEEP, Setting};
use super::settings::{SettingFields, invalid};
use crate::record::facts::{FactValue, Form};
use crate::record::front_matter::Value;
use crate::record::{
    Anchors, DayForms, Derived, Html, Key, Origin, OwnKeys, Pattern, ProseRules, Reading,
    RecordFiles, Required, UnknownKeys,
};

/// The settings that decide how records are read.
pub(super) fn read(fields: &mut SettingFields<'_>, time_zone: &str) -> Reading {
    let unknown_keys = fields.fact(Setting::UnknownKeys);
    let kept = unknown_keys.is_some_and(|value| value.choice() == Some(KEEP));
    Reading {
        own_keys: own_keys(fields),
        values: values(fields),
        days: DayForms {
            patterns: date_forms(fields),
            time_zone: time_zone.to_owned(),
        },
        derived: derived(fields),
        prose: ProseRules {
            anchors: if is_asked_for(fields, Setting::Anchors) {
                Anchors::Github
            } else {
                Anchors::Scoped
            },
            html: if is_asked_for(fields, Setting::Html) {
                Html::Safe
            } else {
                Html::Text
            },
        },
        defaults: defaults(fields),
        unknown_keys: if kept {
            UnknownKeys::Keep
        } else {
            UnknownKeys::Report
        },
        required: required(fields),
        files: RecordFiles {
            include: patterns(fields, Setting::Include),
            exclude: patterns(fields, Setting::Exclude),
        },
    }
}

/// Whether a site asks for the second of two choices.
pub(super) fn is_asked_for(fields: &mut SettingFields<'_>, setting: Setting) -> bool {
    let chosen = fields.fact(setting);
    chosen.is_some_and(|value| value.choice() == Some(ASKED_FOR))
}

/// The keys that every record must hold: those that are listed, and those without which nothing is a record.
fn required(fields: &mut SettingFields<'_>) -> Required {
    let Some(value) = fields.fact(Setting::Required) else {
        return Required::default();
    };
    let mut keys = BTreeSet::from(Required::ALWAYS);
    for (number, value) in value.each() {
        let name = value.as_text().unwrap_or_default();
        if let Some(key) = Key::named(name) {
            keys.insert(key);
        } else {
            let inner: Vec<usize> = number.into_iter().collect();
            fields.report_unknown(name, Key::all().map(Key::name), Setting::Required, &inner);
        }
    }
    Required(keys)
}

/// Patterns of the files that are, or are not, records.
fn patterns(fields: &mut SettingFields<'_>, setting: Setting) -> Vec<Pattern> {
    let value = fields.fact(setting);
    let mut patterns = Vec::new();
    for (number, value) in value.iter().flat_map(FactValue::each) {
        let pattern = RecordFiles::pattern(value.as_text().unwrap_or_default());
        if pattern.is_none() {
            let inner: Vec<usize> = number.into_iter().collect();
            fields.report(invalid(setting.name(), "pattern"), setting, &inner);
        }
        patterns.extend(pattern);
    }
    patterns
}

/// Where values stand under keys of the site's own.
fn own_keys(fields: &mut SettingFields<'_>) -> OwnKeys {
    let mut keys = OwnKeys::default();
    for (inner, (name, own)) in fields.map(Setting::Keys).into_iter().enumerate() {
        let Some(key) = known(fields, Setting::Keys, &name, inner) else {
            continue;
        };
        for (name, way) in listed(own, inner) {
            let Some(name) = fields.text_of(&name, Setting::Keys, &way) else {
                continue;
            };
            if Key::named(&name).is_some_and(|own| own.guards_secrecy() && own != key) {
                fields.report(invalid(&name, "guarding-name"), Setting::Keys, &way);
            } else if keys.add(key, &name).is_none() {
                fields.report(invalid(&name, "joined-keys"), Setting::Keys, &way);
            }
        }
    }
    keys
}

/// The values of a list below a setting, or the one that stands alone, each with the way to it.
fn listed(value: Value, inner: usize) -> Vec<(Value, Vec<usize>)> {
    match value {
        Value::List(values) => {
            let values = values.into_iter().enumerate();
            values
                .map(|(place, value)| (value, vec![inner, place]))
                .collect()
        }
        single => vec![(single, vec![inner])],
    }
}

/// Words of the site's own for values of a fixed set.
fn values(fields: &mut SettingFields<'_>) -> BTreeMap<Key, Vec<(String, String)>> {
    let mut all = BTreeMap::new();
    for (inner, (name, words)) in fields.map(Setting::Values).into_iter().enumerate() {
        let Some(key) = known(fields, Setting::Values, &name, inner) else {
            continue;
        };
        let (Value::Map(words), false) = (words, key.guards_secrecy()) else {
            fields.report(invalid(&name, "values"), Setting::Values, &[inner]);
            continue;
        };
        let mut pairs = Vec::new();
        for (place, (own, ours)) in words.into_iter().enumerate() {
            let way = [inner, place];
            let known = match key.fact().form.single() {
                Form::Choice(choices) => fields
                    .choice_of(choices, &ours, Setting::Values, &way)
                    .is_some(),
                _ => true,
            };
            let ours = fields
                .text_of(&ours, Setting::Values, &way)
                .filter(|_| known);
            pairs.extend(ours.map(|ours| (own, ours)));
        }
        all.insert(key, pairs);
    }
    all
}

/// Patterns of days beside the forms that every site has.
fn date_forms(fields: &mut SettingFields<'_>) -> Vec<String> {
    let value = fields.fact(Setting::DateForms);
    let mut forms = Vec::new();
    for (number, value) in value.iter().flat_map(FactValue::each) {
        let pattern = value.as_text().unwrap_or_default();
        if DayForms::is_pattern(pattern) {
            forms.push(pattern.to_owned());
        } else {
            let inner: Vec<usize> = number.into_iter().collect();
            let fault = invalid(Setting::DateForms.name(), "date-pattern");
            fields.report(fault, Setting::DateForms, &inner);
        }
    }
    forms
}

/// What values are derived from.
fn derived(fields: &mut SettingFields<'_>) -> Derived {
    let mut derived = Derived::default();
    for (inner, (name, origins)) in fields.map(Setting::Derive).into_iter().enumerate() {
        let Some(key) = known(fields, Setting::Derive, &name, inner) else {
            continue;
        };
        for (word, way) in listed(origins, inner) {
            let Some(word) = fields.text_of(&word, Setting::Derive, &way) else {
                continue;
            };
            if let Some(origin) = Origin::named(&word).filter(|origin| origin.suits(key)) {
                derived.add(key, origin);
            } else {
                let fault = invalid(key.name(), "origin").with("cure", word);
                fields.report(fault, Setting::Derive, &way);
            }
        }
    }
    derived
}

fn defaults(fields: &mut SettingFields<'_>) -> BTreeMap<Key, Value> {
    let mut defaults = BTreeMap::new();
    for (inner, (name, value)) in fields.map(Setting::Defaults).into_iter().enumerate() {
        if let Some(key) = known(fields, Setting::Defaults, &name, inner) {
            defaults.insert(key, value);
        }
    }
    defaults
}

/// What the site itself calls facts.
pub(super) fn labels(fields: &mut SettingFields<'_>) -> BTreeMap<Key, String> {
    let mut labels = BTreeMap::new();
    for (inner, (name, value)) in fields.map(Setting::Labels).into_iter().enumerate() {
        let Some(key) = known(fields, Setting::Labels, &name, inner) else {
            continue;
        };
        let label = fields.text_of(&value, Setting::Labels, &[inner]);
        labels.extend(label.map(|label| (key, label)));
    }
    labels
}

/// The key of a record that a line below a setting names.
fn known(
    fields: &mut SettingFields<'_>,
    setting: Setting,
    name: &str,
    inner: usize,
) -> Option<Key> {
    let key = Key::named(name);
    if key.is_none() {
        fields.report_unknown(name, Key::all().map(Key::name), setting, &[inner]);
    }
    key
}
