//! Reads YAML into values. What would take long or much room, lists in lists without end and texts repeated by their
//! anchors, is refused.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::Value;
use super::forgiven::forgiven;
use crate::source::is_unusual;

/// The brackets that may be open at once. The package bounds the depth of values itself, but only behind a scanner whose
/// time grows with its square.
const DEEPEST: usize = 500;

/// How many times its own length front matter may grow by what its anchors repeat.
const GROWTH: usize = 16;

/// Why YAML cannot be read. Lines count from 1 within the YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxFault {
    /// What the reader says, in English; for the ways of failing that have a name in our own words, that name.
    pub message: String,
    /// The line within the YAML.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

impl SyntaxFault {
    /// The name of too deep a nesting.
    pub const TOO_DEEP: &str = "recursion limit exceeded";
    /// The name of too much repeated by anchors.
    pub const TOO_MUCH: &str = "repetition limit exceeded";
    /// The name of an escape that means a character which no text holds.
    pub const ESCAPE: &str = "no character of a text";
    /// The name of something that is no map.
    pub const NO_MAP: &str = "expected `key: value` lines";
}

/// Reads YAML whose outermost value is a map.
///
/// # Errors
/// The fault, with its place, when the text is no YAML or no map.
pub fn parse(yaml: &str) -> Result<Vec<(String, Value)>, SyntaxFault> {
    let yaml = &*forgiven(yaml);
    check_depth(yaml)?;
    let mut state = State {
        met_typed_scalar: false,
        room: yaml.len() * GROWTH + 1024,
    };
    let value = ValueReader { state: &mut state }
        .deserialize(serde_yaml::Deserializer::from_str(yaml))
        .map_err(|error| fault(&error))?;
    let mut entries = match value {
        Value::Map(entries) => entries,
        Value::Empty => Vec::new(),
        Value::Text(_) | Value::Number { .. } | Value::List(_) => {
            return Err(SyntaxFault {
                message: SyntaxFault::NO_MAP.to_owned(),
                line: 1,
                column: 1,
            });
        }
    };
    if state.met_typed_scalar {
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

fn check_depth(yaml: &str) -> Result<(), SyntaxFault> {
    let mut depth = 0usize;
    for (offset, byte) in yaml.bytes().enumerate() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            let before = &yaml[..offset];
            let line_start = before.rfind('\n').map_or(0, |end| end + 1);
            return Err(SyntaxFault {
                message: SyntaxFault::TOO_DEEP.to_owned(),
                line: before.matches('\n').count() + 1,
                column: before[line_start..].chars().count() + 1,
            });
        }
    }
    Ok(())
}

fn fault(error: &serde_yaml::Error) -> SyntaxFault {
    let (line, column) = error
        .location()
        .map_or((1, 1), |location| (location.line(), location.column()));
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    let of_ours = [SyntaxFault::TOO_MUCH, SyntaxFault::ESCAPE];
    let of_ours = of_ours.into_iter().find(|name| message.ends_with(name));
    let message = of_ours.unwrap_or(message);
    SyntaxFault {
        message: message.to_owned(),
        line,
        column,
    }
}

/// Reads any value; numbers, truth values and nulls come as the package reads them, to be rewritten as text.
struct ValueReader<'s> {
    state: &'s mut State,
}

struct State {
    met_typed_scalar: bool,
    /// How much may still be read.
    room: usize,
}

impl<'de> DeserializeSeed<'de> for ValueReader<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl ValueReader<'_> {
    fn take<E: Error>(&mut self, length: usize) -> Result<(), E> {
        let left = self.state.room.checked_sub(length + 1);
        self.state.room = left.ok_or_else(|| E::custom(SyntaxFault::TOO_MUCH))?;
        Ok(())
    }

    fn typed<E: Error>(mut self, read_as: impl fmt::Display) -> Result<Value, E> {
        self.state.met_typed_scalar = true;
        let read_as = read_as.to_string();
        self.take(0)?;
        Ok(Value::Number {
            text: String::new(),
            read_as,
        })
    }
}

impl<'de> Visitor<'de> for ValueReader<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text, a list or `key: value` lines")
    }

    fn visit_str<E: Error>(mut self, text: &str) -> Result<Value, E> {
        self.take(text.len())?;
        refuse_unusual(text)?;
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        self.state.met_typed_scalar = true;
        Ok(Value::Text(value.to_string()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        self.typed(number)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        self.typed(number)
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<Value, E> {
        self.typed(number)
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<Value, E> {
        self.typed(number)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        self.typed(number)
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Empty)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Empty)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<Value, A::Error> {
        self.take(0)?;
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(ValueReader { state: self.state })? {
            values.push(value);
        }
        Ok(Value::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            self.take(key.len())?;
            refuse_unusual(&key)?;
            let value = map.next_value_seed(ValueReader { state: self.state })?;
            entries.push((key, value));
        }
        Ok(Value::Map(entries))
    }
}

/// Refuses what only an escape can have brought: the text that is read has been made plain.
fn refuse_unusual<E: Error>(text: &str) -> Result<(), E> {
    if text.chars().any(is_unusual) {
        return Err(E::custom(SyntaxFault::ESCAPE));
    }
    Ok(())
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
