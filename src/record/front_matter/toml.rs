//! Front matter between `+++` lines, as some generators write it: TOML, read into the same values, with the same places.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Value;
use super::layout::{Node, Spot};

/// Reads TOML.
///
/// # Errors
/// Where it stops being TOML.
pub(in crate::record) fn parse(toml: &str) -> Result<Vec<(String, Value)>, Range<usize>> {
    match DeTable::parse(toml) {
        Ok(table) => Ok(entries(table.get_ref())),
        Err(error) => Err(error.span().unwrap_or(0..0)),
    }
}

/// The places of all keys and values of TOML; none of what is no TOML.
pub(super) fn layout(toml: &str) -> Node {
    let table = DeTable::parse(toml);
    table.map_or_else(
        |_| Node::default(),
        |table| node(0, &DeValue::Table(table.into_inner())),
    )
}

fn entries(table: &DeTable<'_>) -> Vec<(String, Value)> {
    let entries = table.iter();
    entries
        .map(|(key, told)| (key.get_ref().to_string(), value(told.get_ref())))
        .collect()
}

/// Numbers, days and truth values are kept as they were written.
fn value(told: &DeValue<'_>) -> Value {
    match told {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(number) => Value::Text(number.as_str().to_owned()),
        DeValue::Float(number) => Value::Text(number.as_str().to_owned()),
        DeValue::Boolean(flag) => Value::Text(flag.to_string()),
        DeValue::Datetime(moment) => Value::Text(moment.to_string()),
        DeValue::Array(values) => {
            let values = values.iter();
            Value::List(values.map(|told| value(told.get_ref())).collect())
        }
        DeValue::Table(table) => Value::Map(entries(table)),
    }
}

fn node(start: usize, told: &DeValue<'_>) -> Node {
    let at = |told: &Spanned<DeValue<'_>>| node(told.span().start, told.get_ref());
    let within = match told {
        DeValue::Array(values) => values.iter().map(at).collect(),
        DeValue::Table(table) => {
            let entries = table.iter();
            let entries = entries.map(|(key, told)| {
                let mut node = at(told);
                node.spot.key = Some(key.span().start);
                node
            });
            entries.collect()
        }
        DeValue::String(_)
        | DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_) => Vec::new(),
    };
    Node {
        spot: Spot {
            key: None,
            value: start,
        },
        within,
    }
}
