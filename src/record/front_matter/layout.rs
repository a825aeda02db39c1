//! Where everything stands in YAML: the reader itself answers, by giving an error at each scalar that carries its place.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::Value;
use super::forgiven::forgiven;

/// Which part of an entry a place is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryPart {
    /// The key of a map's entry.
    Key,
    /// The value.
    Value,
}

/// The places of all keys and values of front matter, found in one reading.
#[derive(Debug, Default)]
pub struct Layout(Node);

/// Byte offsets of a value, of its key if it is a map's, and of what stands in it.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) key: Option<usize>,
    pub(super) value: usize,
}

#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) spot: Spot,
    pub(super) within: Vec<Node>,
}

impl Layout {
    /// Finds the places in YAML that [`super::parse`] has read as these entries.
    #[must_use]
    pub fn of(yaml: &str, entries: &[(String, Value)]) -> Self {
        let yaml = &*forgiven(yaml);
        let mut cursor = Cursor {
            yaml,
            line: 1,
            column: 1,
            offset: 0,
        };
        let shape = Shape::Map(entries);
        let scout = Scout {
            shape,
            cursor: &mut cursor,
        };
        let found = scout.deserialize(serde_yaml::Deserializer::from_str(yaml));
        Self(found.unwrap_or_default())
    }

    /// Finds the places in TOML.
    #[must_use]
    pub fn of_toml(toml: &str) -> Self {
        Self(super::toml::layout(toml))
    }

    /// The offset of something. The path names entries of maps and items of lists by their number, from 0, outermost
    /// first.
    #[must_use]
    pub fn offset(&self, path: &[usize], part: EntryPart) -> Option<usize> {
        let node = path
            .iter()
            .try_fold(&self.0, |node, index| node.within.get(*index))?;
        match part {
            EntryPart::Key => node.spot.key,
            EntryPart::Value => Some(node.spot.value),
        }
    }

    /// Whether a key of any map begins at an offset.
    #[must_use]
    pub fn has_key_at(&self, offset: usize) -> bool {
        self.0.has_key_at(offset)
    }
}

impl Node {
    fn has_key_at(&self, offset: usize) -> bool {
        let is_key = self.spot.key == Some(offset);
        is_key || self.within.iter().any(|node| node.has_key_at(offset))
    }
}

/// What stands at a place, as it was read before.
#[derive(Clone, Copy)]
enum Shape<'v> {
    Scalar,
    List(&'v [Value]),
    Map(&'v [(String, Value)]),
}

impl<'v> Shape<'v> {
    fn of(value: &'v Value) -> Self {
        match value {
            Value::Empty | Value::Text(_) | Value::Number { .. } => Self::Scalar,
            Value::List(values) => Self::List(values),
            Value::Map(entries) => Self::Map(entries),
        }
    }
}

/// Reads along a known shape and notes where each part stands.
struct Scout<'c, 'y, 'v> {
    shape: Shape<'v>,
    cursor: &'c mut Cursor<'y>,
}

impl<'de> DeserializeSeed<'de> for Scout<'_, '_, '_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        match self.shape {
            Shape::Scalar => {
                let value = self.cursor.stop_at(deserializer);
                let spot = Spot { key: None, value };
                Ok(Node {
                    spot,
                    within: Vec::new(),
                })
            }
            Shape::List(_) | Shape::Map(_) => deserializer.deserialize_any(self),
        }
    }
}

impl<'de> Visitor<'de> for Scout<'_, '_, '_> {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("the shape that was read before")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::default())
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let Shape::List(values) = self.shape else {
            return Ok(Node::default());
        };
        let before = self.cursor.offset;
        let mut within = Vec::new();
        for value in values {
            let inner = Scout {
                shape: Shape::of(value),
                cursor: self.cursor,
            };
            within.extend(list.next_element_seed(inner)?);
        }
        list.next_element::<IgnoredAny>()?;
        let first = within.first().map(|node| node.spot.value);
        let value = self.cursor.opening(first, before, &['[', '-']);
        let spot = Spot { key: None, value };
        Ok(Node { spot, within })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let Shape::Map(entries) = self.shape else {
            return Ok(Node::default());
        };
        let before = self.cursor.offset;
        let mut within = Vec::new();
        for (_, value) in entries {
            let key = map.next_key_seed(Stop(self.cursor))?;
            let inner = Scout {
                shape: Shape::of(value),
                cursor: self.cursor,
            };
            let mut node = map.next_value_seed(inner)?;
            node.spot.key = key;
            within.push(node);
        }
        map.next_key::<IgnoredAny>()?;
        let first = within.first().and_then(|node| node.spot.key);
        let value = self.cursor.opening(first, before, &['{']);
        let spot = Spot { key: None, value };
        Ok(Node { spot, within })
    }
}

/// Asks for the place of a scalar.
struct Stop<'c, 'y>(&'c mut Cursor<'y>);

impl<'de> DeserializeSeed<'de> for Stop<'_, '_> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        Ok(self.0.stop_at(deserializer))
    }
}

/// Refuses whatever it is given.
struct Refusal;

impl Visitor<'_> for Refusal {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("nothing")
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Err(E::custom("here"))
    }
}

/// Turns the reader's lines and columns into offsets. They mostly come in the order of the text, so it counts on from the
/// last one.
struct Cursor<'y> {
    yaml: &'y str,
    line: usize,
    column: usize,
    offset: usize,
}

impl Cursor<'_> {
    /// The offset of the scalar that a deserializer stands at, whose error ends with `at line 3 column 5`; at the text's
    /// very beginning it names no place.
    fn stop_at<'de, D: Deserializer<'de>>(&mut self, deserializer: D) -> usize {
        let told = match deserializer.deserialize_str(Refusal) {
            Ok(()) => String::new(),
            Err(error) => error.to_string(),
        };
        let mut words = told.rsplit(' ');
        let column = words.next().and_then(|column| column.parse().ok());
        let line = words.nth(1).and_then(|line| line.parse().ok());
        self.go_to(line.unwrap_or(1), column.unwrap_or(1));
        self.offset
    }

    fn go_to(&mut self, line: usize, column: usize) {
        if (line, column) < (self.line, self.column) {
            (self.line, self.column, self.offset) = (1, 1, 0);
        }
        while self.line < line {
            let Some(end) = self.yaml[self.offset..].find('\n') else {
                self.offset = self.yaml.len();
                return;
            };
            self.offset += end + 1;
            self.line += 1;
            self.column = 1;
        }
        let mut rest = self.yaml[self.offset..].chars();
        let skipped = rest.by_ref().take(column - self.column);
        self.offset += skipped.map(char::len_utf8).sum::<usize>();
        self.column = column;
    }

    /// Where a list or a map begins: at the mark before what stands first in it, if one of these stands there; an empty
    /// one at its bracket behind what was read before it.
    fn opening(&self, first: Option<usize>, before: usize, marks: &[char]) -> usize {
        let Some(first) = first else {
            let bracket = self.yaml[before..].find(['[', '{']);
            return bracket.map_or(before, |bracket| before + bracket);
        };
        let lead = self.yaml[..first].trim_end();
        match lead.chars().next_back() {
            Some(mark) if marks.contains(&mark) => lead.len() - mark.len_utf8(),
            _ => first,
        }
    }
}
