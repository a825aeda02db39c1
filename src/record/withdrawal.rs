//! Records that are withdrawn: their address stays, with the title, the day and the reason, and nothing else of them does.
//! Whatever is wrong with the rest of the file, it does not stand in the way.

use super::facts::{Withdrawal, YES, YES_NO};
use super::fields::Fields;
use super::front_matter::Value;
use super::keys::Key;
use super::words::choice_named;
use super::{Date, Record};

/// What is left of the file of a meeting that is withdrawn.
pub(super) const LEFT_OF_MEETING: [Key; 7] = [
    Key::BODY,
    Key::DATE,
    Key::ID,
    Key::LANGUAGE,
    Key::DRAFT,
    Key::FORMER_ADDRESSES,
    Key::CHANGES,
];

/// What is left of a record that is withdrawn.
pub(super) const LEFT: [Key; 10] = [
    Key::TITLE,
    Key::DATE,
    Key::ID,
    Key::LANGUAGE,
    Key::DRAFT,
    Key::PUBLISH_FROM,
    Key::PUBLISH_UNTIL,
    Key::FORMER_ADDRESSES,
    Key::ANNOUNCED_ON,
    Key::CHANGES,
];

impl Fields<'_> {
    /// Whether a change says that the record is withdrawn.
    pub(super) fn is_withdrawn(&self) -> bool {
        let Some(group) = Key::CHANGES.fact().form.group() else {
            return false;
        };
        let withdraws = |value: &Value| {
            let Value::Map(entries) = value else {
                return false;
            };
            entries.iter().any(|(name, value)| {
                let part = group.place_of(name).and_then(|part| group.parts.get(part));
                let text = value.text().unwrap_or_default();
                part.and_then(|part| part.form.choices())
                    .and_then(|choices| Some(choices.get(choice_named(choices, text)?)?.code))
                    .is_some_and(|code| code == Withdrawal::CODE)
            })
        };
        match self.value(Key::CHANGES) {
            Some(Value::List(values)) => values.iter().any(withdraws),
            Some(value) => withdraws(value),
            None => false,
        }
    }

    /// Leaves nothing but what is shown of something withdrawn, and no fault of the rest.
    pub(super) fn leave_withdrawn(&mut self, left: &[Key]) {
        self.entries.retain(|key, _| left.contains(key));
        self.kept.clear();
        self.diagnostics.clear();
    }

    /// The files that the attachments withhold. One of which it is not clear whether it is withheld is.
    pub(super) fn withheld_files(&self) -> Vec<String> {
        let Some(group) = Key::ATTACHMENTS.fact().form.group() else {
            return Vec::new();
        };
        let items = self.items(Key::ATTACHMENTS).into_iter();
        let withheld = items.filter_map(|(value, _)| {
            let Value::Map(entries) = value else {
                return None;
            };
            let part = |wanted: &str| {
                let is_wanted = |(name, _): &&(String, Value)| {
                    let place = group.place_of(name);
                    place.is_some_and(|place| group.parts[place].name == wanted)
                };
                entries.iter().find(is_wanted)?.1.text()
            };
            let is_public =
                part("public").is_none_or(|text| choice_named(&YES_NO, text) == Some(YES));
            part("file").filter(|_| !is_public).map(str::to_owned)
        });
        withheld.collect()
    }
}

impl Record {
    /// When and why the record was withdrawn, if it was; of several times, the last.
    #[must_use]
    pub fn withdrawal(&self) -> Option<Withdrawal<'_>> {
        let withdrawals = self
            .changes()
            .filter(|change| change.kind == Some(Withdrawal::CODE));
        let last = withdrawals.max_by_key(|change| change.date.unwrap_or(Date::UNKNOWN))?;
        Some(Withdrawal {
            date: last.date,
            note: last.note,
        })
    }
}
