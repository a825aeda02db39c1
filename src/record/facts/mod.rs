//! The facts of a record: what may be told of a decision, and what one record tells.
//!
//! [`FACTS`] has a row for each fact there is. A record stores those that it tells, and no other costs it anything.

mod choices;
mod concealing;
mod consequences;
mod described;
mod documents;
mod fact;
mod form;
mod groups;
mod proceedings;
mod reading;
mod table;
mod told;
mod typed;

use serde::{Deserialize, Serialize};

pub(super) use choices::{YES, YES_NO};
pub use concealing::Concealed;
pub use described::DESCRIBED;
pub use fact::{Fact, Label, Need, Open, Place, Search};
pub use form::{Choice, Form, Group, Part, capital};
pub(crate) use groups::part;
pub(crate) use reading::date_invalid;
pub use table::FACTS;
pub use told::{Assignment, Cost, Relation, Statement, Vote};
pub use typed::{Appeal, Attachment, Change, Origin, Proposer, Withdrawal};

use super::{Date, Key, Moment};

/// A value of a fact, by the form of its row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FactValue {
    /// A text of any form.
    Text(Box<str>),
    /// A day.
    Day(Date),
    /// A moment.
    Moment(Moment),
    /// A whole number.
    Number(u64),
    /// A yes.
    Yes,
    /// One of the choices of the form, by its number.
    Choice(usize),
    /// Several values, each with its number in the list that the record writes, by which its place is found again.
    Many(Box<[(usize, FactValue)]>),
    /// The parts that are told, each with its number in the form.
    Group(Box<[(usize, FactValue)]>),
}

/// The facts that a record tells.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Facts(Vec<(Key, FactValue)>);

impl FactValue {
    /// A text.
    #[must_use]
    pub fn text(text: impl Into<Box<str>>) -> Self {
        Self::Text(text.into())
    }

    /// The text, of a value that is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        let Self::Text(text) = self else {
            return None;
        };
        Some(text)
    }

    /// The number of the choice, of a value that is one.
    #[must_use]
    pub fn choice(&self) -> Option<usize> {
        let Self::Choice(number) = self else {
            return None;
        };
        Some(*number)
    }

    /// The day, of a value that is one.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        let Self::Day(day) = self else {
            return None;
        };
        Some(*day)
    }

    /// The moment, of a value that is one.
    #[must_use]
    pub fn moment(&self) -> Option<Moment> {
        let Self::Moment(moment) = self else {
            return None;
        };
        Some(*moment)
    }

    /// The number, of a value that is one.
    #[must_use]
    pub fn number(&self) -> Option<u64> {
        let Self::Number(number) = self else {
            return None;
        };
        Some(*number)
    }

    /// The values, each with its number, of which one that stands alone has none.
    pub fn each(&self) -> impl Iterator<Item = (Option<usize>, &Self)> {
        let (one, several) = match self {
            Self::Many(values) => (None, &values[..]),
            single => (Some((None, single)), &[][..]),
        };
        let several = several.iter().map(|(number, value)| (Some(*number), value));
        one.into_iter().chain(several)
    }

    /// A part of a value that has parts, by its number in the form.
    #[must_use]
    pub fn part(&self, number: usize) -> Option<&Self> {
        let Self::Group(parts) = self else {
            return None;
        };
        let found = parts.iter().find(|(own, _)| *own == number);
        found.map(|(_, value)| value)
    }

    /// Calls `each` with every text in the value that a reader may look for: of parts, the first.
    pub fn for_each_text(&self, each: &mut dyn FnMut(&str)) {
        match self {
            Self::Text(text) => each(text),
            Self::Many(values) => values
                .iter()
                .for_each(|(_, value)| value.for_each_text(each)),
            Self::Group(parts) => parts
                .iter()
                .take(1)
                .for_each(|(_, part)| part.for_each_text(each)),
            Self::Day(_) | Self::Moment(_) | Self::Number(_) | Self::Yes | Self::Choice(_) => {}
        }
    }

    /// The name that a value holds: itself, or the first of its parts.
    fn name_mut(&mut self) -> Option<&mut Box<str>> {
        match self {
            Self::Text(text) => Some(text),
            Self::Group(parts) => parts.first_mut().and_then(|(_, part)| part.name_mut()),
            Self::Day(_)
            | Self::Moment(_)
            | Self::Number(_)
            | Self::Yes
            | Self::Choice(_)
            | Self::Many(_) => None,
        }
    }
}

impl Facts {
    /// The value of a fact, if the record tells it.
    #[must_use]
    pub fn get(&self, key: Key) -> Option<&FactValue> {
        let found = self.0.binary_search_by_key(&key, |(own, _)| *own);
        found.ok().map(|place| &self.0[place].1)
    }

    /// Every fact that is told, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = (Key, &FactValue)> {
        self.0.iter().map(|(key, value)| (*key, value))
    }

    /// Tells a fact, or no longer.
    pub(super) fn set(&mut self, key: Key, value: Option<FactValue>) {
        match (self.0.binary_search_by_key(&key, |(own, _)| *own), value) {
            (Ok(place), Some(value)) => self.0[place].1 = value,
            (Ok(place), None) => drop(self.0.remove(place)),
            (Err(place), Some(value)) => self.0.insert(place, (key, value)),
            (Err(_), None) => {}
        }
    }

    /// Gives back the room that is not needed.
    pub(super) fn shrink(&mut self) {
        self.0.shrink_to_fit();
    }

    /// The names that a fact holds, each with its number in the record's list.
    pub fn names_mut(&mut self, key: Key) -> impl Iterator<Item = (Option<usize>, &mut Box<str>)> {
        let found = self.0.binary_search_by_key(&key, |(own, _)| *own);
        let value = found.ok().map(|place| &mut self.0[place].1);
        let (one, several) = match value {
            Some(FactValue::Many(values)) => (None, &mut values[..]),
            Some(single) => (single.name_mut().map(|name| (None, name)), &mut [][..]),
            None => (None, &mut [][..]),
        };
        let several = several.iter_mut();
        let several =
            several.filter_map(|(number, value)| Some((Some(*number), value.name_mut()?)));
        one.into_iter().chain(several)
    }
}
