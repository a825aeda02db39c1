//! Where something stands in YAML: the reader itself answers, by stopping at the place in question with an error.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

/// Which part of an entry a place is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The key of a map's entry.
    Key,
    /// The value.
    Value,
}

/// Where something stands in YAML that [`super::parse`] has read: line and column from 1. The path names entries of maps and
/// items of lists by their number, from 0, outermost first.
#[must_use]
pub fn locate(yaml: &str, path: &[usize], part: Part) -> Option<(usize, usize)> {
    let error = Finder { path, part }
        .deserialize(serde_yaml::Deserializer::from_str(yaml))
        .err()?;
    error
        .location()
        .map(|location| (location.line(), location.column()))
}

/// Follows a path and stops at its end with an error, whose position is the answer.
struct Finder<'p> {
    path: &'p [usize],
    part: Part,
}

impl<'de> DeserializeSeed<'de> for Finder<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.path.is_empty() {
            deserializer.deserialize_str(self)
        } else {
            deserializer.deserialize_any(self)
        }
    }
}

impl<'de> Visitor<'de> for Finder<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the place in question")
    }

    fn visit_str<E: serde::de::Error>(self, _: &str) -> Result<(), E> {
        Err(E::custom("here"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        for _ in 0..self.path[0] {
            list.next_element::<IgnoredAny>()?;
        }
        let inner = Finder {
            path: &self.path[1..],
            part: self.part,
        };
        list.next_element_seed(inner)?;
        Err(A::Error::custom("here"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        for _ in 0..self.path[0] {
            map.next_key::<IgnoredAny>()?;
            map.next_value::<IgnoredAny>()?;
        }
        let rest = &self.path[1..];
        if rest.is_empty() && self.part == Part::Key {
            map.next_key_seed(Finder {
                path: rest,
                part: self.part,
            })?;
        } else {
            map.next_key::<IgnoredAny>()?;
            map.next_value_seed(Finder {
                path: rest,
                part: self.part,
            })?;
        }
        Err(A::Error::custom("here"))
    }
}
