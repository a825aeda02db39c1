//! A fact's value as fields hold it: items, each of some parts, all texts.

use crate::record::facts::{Form, Group};
use crate::record::front_matter::Value;

/// What a fact says: an item for each value, of one part, or of those of its group. Nothing is said without items.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Items(pub Vec<Vec<String>>);

impl Items {
    /// The items as somebody typed or pasted them: whatever ends a line in word processors ends one here.
    #[must_use]
    pub fn typed(items: &[Vec<String>]) -> Self {
        let items = items
            .iter()
            .map(|parts| parts.iter().map(|part| typed(part)).collect());
        Self(items.collect())
    }

    /// The items of a value; `None` where it has a shape that its form does not have.
    pub(super) fn of(value: &Value, form: Form) -> Option<Self> {
        let group = form.group();
        let item = |value: &Value| match (value, group) {
            (Value::Map(entries), Some(group)) => parts(entries, group),
            _ => value
                .text()
                .map(|text| vec![text.trim_end_matches('\n').to_owned()]),
        };
        let may_be_several = matches!(form, Form::Many(_) | Form::Clauses);
        let items = match value {
            Value::Empty => Vec::new(),
            Value::List(values) if may_be_several => {
                values.iter().map(item).collect::<Option<Vec<_>>>()?
            }
            value => vec![item(value)?],
        };
        Some(Self(items))
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.said().next().is_none()
    }

    /// The items that say something, without empty parts at their end.
    pub(super) fn said(&self) -> impl Iterator<Item = Vec<&str>> {
        let items = self.0.iter().map(|parts| {
            let mut parts: Vec<&str> = parts.iter().map(|part| part.trim()).collect();
            while parts.last().is_some_and(|last| last.is_empty()) {
                parts.pop();
            }
            parts
        });
        items.filter(|parts| !parts.is_empty())
    }

    /// Whether both say the same.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.said().eq(other.said())
    }
}

/// The parts of a group by their place; `None` if there is one that the group does not know, or that is no text.
fn parts(entries: &[(String, Value)], group: &Group) -> Option<Vec<String>> {
    let mut parts = vec![String::new(); group.parts.len()];
    for (name, value) in entries {
        parts[group.place_of(name)?] = match value {
            Value::Empty => String::new(),
            value => value.text()?.to_owned(),
        };
    }
    Some(parts)
}

/// A text as somebody typed or pasted it: whatever ends a line in word processors ends one here.
#[must_use]
pub fn typed(text: &str) -> String {
    let is_end = |letter| {
        matches!(
            letter,
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    let lines = text.replace("\r\n", "\n");
    lines.replace(is_end, "\n")
}
