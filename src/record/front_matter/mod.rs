//! YAML with positions: the only door to the YAML package.
//!
//! Front matter is read into our own [`Value`], whose scalars are the text that was written: `no` stays `no`, `0012`
//! keeps its zeros. Where something stands is asked rarely, only when there is a fault to show, and the reader itself
//! answers: it reads again up to the place in question and stops there with an error, which carries the position.

mod locate;

use std::fmt;

pub use locate::{Part, locate};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// A YAML value as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing: an empty value, `~` or `null`.
    Empty,
    /// A scalar, as written.
    Text(String),
    /// A scalar, as written, that YAML's rules read as a number; `read_as` is what would be left of it.
    Number {
        /// The text in the file.
        text: String,
        /// The number that a reader of YAML would make of it.
        read_as: String,
    },
    /// A list.
    List(Vec<Value>),
    /// Keys and values, in the order of the file; a key may occur twice.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// The text of a scalar.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number { text, .. } => Some(text),
            Self::Empty | Self::List(_) | Self::Map(_) => None,
        }
    }

    /// The value as JSON, every scalar a text; for `extra`, whose meaning is the theme's.
    #[must_use]
    pub fn to_json(&self) -> serde_json::Value {
        match self {
            Self::Empty => serde_json::Value::Null,
            Self::Text(text) | Self::Number { text, .. } => text.as_str().into(),
            Self::List(values) => values.iter().map(Self::to_json).collect(),
            Self::Map(entries) => entries
                .iter()
                .map(|(key, value)| (key.clone(), value.to_json()))
                .collect(),
        }
    }
}

/// The two parts of a source file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts<'a> {
    /// The YAML between the `---` lines.
    pub yaml: &'a str,
    /// The line of the file at which the YAML begins, from 1.
    pub yaml_line: usize,
    /// The Markdown behind the front matter.
    pub prose: &'a str,
    /// The line of the file at which the prose begins, from 1.
    pub prose_line: usize,
}

/// Splits a source file at its `---` lines; `None` when it has no front matter.
#[must_use]
pub fn split(text: &str) -> Option<Parts<'_>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next()?;
    if first.trim_end() != "---" {
        return None;
    }
    let start = text.find('\n')? + 1;
    let mut offset = start;
    for (index, line) in text[start..].split_inclusive('\n').enumerate() {
        if line.trim_end() == "---" {
            let prose = &text[offset + line.len()..];
            return Some(Parts {
                yaml: &text[start..offset],
                yaml_line: 2,
                prose,
                prose_line: index + 3,
            });
        }
        offset += line.len();
    }
    None
}

/// YAML that cannot be read, in the reader's words (English). Lines count from 1 within the YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxFault {
    /// What the reader says.
    pub message: String,
    /// The line within the YAML.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

/// Reads YAML whose outermost value is a map.
///
/// # Errors
/// The fault, with its place, when the text is no YAML or no map.
pub fn parse(yaml: &str) -> Result<Vec<(String, Value)>, SyntaxFault> {
    let mut met_typed_scalar = false;
    let reader = Reader {
        met_typed_scalar: &mut met_typed_scalar,
    };
    let value = reader
        .deserialize(serde_yaml::Deserializer::from_str(yaml))
        .map_err(|error| fault(&error))?;
    let mut entries = match value {
        Value::Map(entries) => entries,
        Value::Empty => Vec::new(),
        Value::Text(_) | Value::Number { .. } | Value::List(_) => {
            return Err(SyntaxFault {
                message: "expected `key: value` lines".to_owned(),
                line: 1,
                column: 1,
            });
        }
    };
    if met_typed_scalar {
        let mut value = Value::Map(entries);
        Rewriter(&mut value)
            .deserialize(serde_yaml::Deserializer::from_str(yaml))
            .map_err(|error| fault(&error))?;
        entries = match value {
            Value::Map(entries) => entries,
            other => unreachable!("rewriting scalars keeps the shape of {other:?}"),
        };
    }
    Ok(entries)
}

fn fault(error: &serde_yaml::Error) -> SyntaxFault {
    let (line, column) = error
        .location()
        .map_or((1, 1), |location| (location.line(), location.column()));
    let message = error.to_string();
    let message = message
        .split(" at line ")
        .next()
        .unwrap_or(&message)
        .to_owned();
    SyntaxFault {
        message,
        line,
        column,
    }
}

/// Reads any value; numbers, truth values and nulls come as the package reads them, to be rewritten as text.
struct Reader<'m> {
    met_typed_scalar: &'m mut bool,
}

impl<'de> DeserializeSeed<'de> for Reader<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Reader<'_> {
    fn typed(self, read_as: impl fmt::Display) -> Value {
        *self.met_typed_scalar = true;
        Value::Number {
            text: String::new(),
            read_as: read_as.to_string(),
        }
    }
}

impl<'de> Visitor<'de> for Reader<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text, a list or `key: value` lines")
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        *self.met_typed_scalar = true;
        Ok(Value::Text(value.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(self.typed(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(self.typed(number))
    }

    fn visit_u128<E>(self, number: u128) -> Result<Value, E> {
        Ok(self.typed(number))
    }

    fn visit_i128<E>(self, number: i128) -> Result<Value, E> {
        Ok(self.typed(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(self.typed(number))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Empty)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Empty)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(Reader {
            met_typed_scalar: self.met_typed_scalar,
        })? {
            values.push(value);
        }
        Ok(Value::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            let value = map.next_value_seed(Reader {
                met_typed_scalar: self.met_typed_scalar,
            })?;
            entries.push((key, value));
        }
        Ok(Value::Map(entries))
    }
}

/// Reads the same YAML once more along the shape that is known, and takes each scalar's text as it was written.
struct Rewriter<'v>(&'v mut Value);

impl<'de> DeserializeSeed<'de> for Rewriter<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0 {
            Value::Empty => deserializer.deserialize_any(IgnoredAny).map(|_| ()),
            Value::Text(_) | Value::Number { .. } => deserializer.deserialize_str(self),
            Value::List(_) => deserializer.deserialize_seq(self),
            Value::Map(_) => deserializer.deserialize_map(self),
        }
    }
}

impl<'de> Visitor<'de> for Rewriter<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the shape that was read before")
    }

    fn visit_str<E>(self, written: &str) -> Result<(), E> {
        if let Value::Text(text) | Value::Number { text, .. } = self.0 {
            written.clone_into(text);
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        if let Value::List(values) = self.0 {
            for value in values {
                list.next_element_seed(Rewriter(value))?;
            }
        }
        list.next_element::<IgnoredAny>().map(|_| ())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        if let Value::Map(entries) = self.0 {
            for (_, value) in entries {
                map.next_key::<IgnoredAny>()?;
                map.next_value_seed(Rewriter(value))?;
            }
        }
        map.next_key::<IgnoredAny>().map(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, Value, locate, parse};

    const YAML: &str = "title: 'Ny skola'\ncase_number: 2024.10\ndraft: no\nflag: true\nzeros: 0012\nproposer:\n  - {name: Åsa, role: ordförande}\n  - Bo\nempty:\nblock: |\n  a\n  b\n";

    #[test]
    fn scalars_are_the_text_that_was_written() {
        let entries = parse(YAML).expect("reads");
        let text = |key: &str| {
            entries
                .iter()
                .find(|(name, _)| name == key)
                .and_then(|(_, value)| value.text())
                .map(str::to_owned)
        };
        assert_eq!(text("title").as_deref(), Some("Ny skola"));
        assert_eq!(text("case_number").as_deref(), Some("2024.10"));
        assert_eq!(text("draft").as_deref(), Some("no"));
        assert_eq!(text("flag").as_deref(), Some("true"));
        assert_eq!(text("zeros").as_deref(), Some("0012"));
        assert_eq!(text("block").as_deref(), Some("a\nb\n"));
        let spoiled = Value::Number {
            text: "2024.10".to_owned(),
            read_as: "2024.1".to_owned(),
        };
        assert_eq!(entries[1].1, spoiled);
    }

    #[test]
    fn every_key_and_value_has_its_place() {
        assert_eq!(locate(YAML, &[0], Part::Value), Some((1, 8)));
        assert_eq!(locate(YAML, &[1], Part::Key), Some((2, 1)));
        assert_eq!(locate(YAML, &[1], Part::Value), Some((2, 14)));
        assert_eq!(locate(YAML, &[5], Part::Value), Some((7, 3)));
        assert_eq!(locate(YAML, &[5, 0, 1], Part::Key), Some((7, 17)));
        assert_eq!(locate(YAML, &[5, 0, 1], Part::Value), Some((7, 23)));
        assert_eq!(locate(YAML, &[5, 1], Part::Value), Some((8, 5)));
        assert_eq!(locate(YAML, &[6], Part::Value), Some((9, 7)));
        assert_eq!(locate(YAML, &[6], Part::Key), Some((9, 1)));
    }
}
