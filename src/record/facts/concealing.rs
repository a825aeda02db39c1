//! Records that readers may know nothing of are not named by others.

use super::{FactValue, Facts, Form, Group, Part};
use crate::record::Key;

/// An id that was taken out of the facts of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concealed {
    /// The key that holds it.
    pub key: Key,
    /// The number of its value in the list of the key, if it stands in one.
    pub item: Option<usize>,
    /// The id.
    pub id: String,
}

impl Facts {
    /// The ids of other records that the facts hold.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.iter().flat_map(|(key, told)| {
            let id = key.fact().form.group().and_then(place_of_id);
            let values = id.map(|id| told.each().filter_map(move |(_, value)| id_in(value, id)));
            values.into_iter().flatten()
        })
    }

    /// Takes out each id of another record for which `is_hidden`: the whole value where that is all it is about, else the part alone.
    pub fn conceal(&mut self, is_hidden: &dyn Fn(&str) -> bool) -> Vec<Concealed> {
        let mut concealed = Vec::new();
        let keys: Vec<Key> = self.iter().map(|(key, _)| key).collect();
        for key in keys {
            let Some(id) = key.fact().form.group().and_then(place_of_id) else {
                continue;
            };
            let mut left = Vec::new();
            for (item, value) in self.get(key).into_iter().flat_map(FactValue::each) {
                let number = item.unwrap_or_default();
                match id_in(value, id).filter(|named| is_hidden(named)) {
                    None => left.push((number, value.clone())),
                    Some(named) => {
                        concealed.push(Concealed {
                            key,
                            item,
                            id: named.to_owned(),
                        });
                        left.extend(without(value, id).map(|rest| (number, rest)));
                    }
                }
            }
            if concealed.last().is_some_and(|last| last.key == key) {
                let left = (!left.is_empty()).then(|| FactValue::Many(left.into()));
                self.set(key, left);
            }
        }
        concealed
    }
}

/// The id of another record that a value holds in one of its parts.
fn id_in(value: &FactValue, part: usize) -> Option<&str> {
    value.part(part).and_then(FactValue::as_text)
}

/// The number of the part that is the id of another record, if a group has one.
fn place_of_id(group: &Group) -> Option<usize> {
    let is_id = |part: &Part| matches!(part.form, Form::Slug);
    group.parts.iter().position(is_id)
}

/// A value without one of its parts; none without its first.
fn without(value: &FactValue, part: usize) -> Option<FactValue> {
    let FactValue::Group(parts) = value else {
        return None;
    };
    let parts = parts.iter().filter(|(number, _)| *number != part);
    (part > 0).then(|| FactValue::Group(parts.cloned().collect()))
}
