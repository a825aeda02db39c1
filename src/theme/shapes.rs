//! The shapes of what templates see, as JSON Schema made from the views themselves.

use std::collections::BTreeMap;

use schemars::{JsonSchema, schema_for};
use serde_json::Value;

use super::words::Words;
use crate::pages::view;
use crate::record::Key;
use crate::record::facts::Open;

/// The shapes of what templates see, by top-level name, as JSON Schema.
pub(super) struct Schemas(pub(super) BTreeMap<&'static str, Value>);

impl Schemas {
    /// The shapes of every view, and of the words.
    pub(super) fn new(words: &Words) -> Self {
        let plain: serde_json::Map<String, Value> = words
            .plain()
            .into_keys()
            .map(|id| (id, Value::Bool(true)))
            .collect();
        Self(BTreeMap::from([
            ("site", shape::<view::SiteView>()),
            ("page", shape::<view::PageView<'_>>()),
            ("home", shape::<view::HomeView<'_>>()),
            ("record", record()),
            ("listing", shape::<view::ListingView<'_>>()),
            ("index", shape::<view::IndexView<'_>>()),
            ("text", shape::<view::TextView<'_>>()),
            ("open_data", shape::<view::OpenDataView>()),
            ("assignments", shape::<view::AssignmentsView<'_>>()),
            ("costs", shape::<view::CostsView<'_>>()),
            ("glossary", shape::<view::GlossaryView<'_>>()),
            ("meeting", shape::<view::MeetingView<'_>>()),
            ("meetings", shape::<view::MeetingsView<'_>>()),
            ("notice_board", shape::<view::NoticeBoardView<'_>>()),
            ("search", shape::<view::SearchView>()),
            ("redirect", shape::<view::RedirectView>()),
            ("words", serde_json::json!({ "properties": plain })),
        ]))
    }
}

fn shape<T: JsonSchema>() -> Value {
    schema_for!(T).to_value()
}

/// The shape of a record, with the name of every fact that it may tell.
fn record() -> Value {
    let mut shape = shape::<view::RecordView<'_>>();
    let fact = shape
        .pointer("/properties/fact/additionalProperties")
        .cloned();
    let open = Key::all().filter(|key| key.fact().open != Open::No);
    let names = open.map(|key| {
        (
            key.fact().field.to_owned(),
            fact.clone().unwrap_or_default(),
        )
    });
    let names: serde_json::Map<String, Value> = names.collect();
    shape["properties"]["fact"] = serde_json::json!({ "properties": names });
    shape
}

/// Follows `$ref` and the other half of an optional value to the shape itself.
pub(super) fn plain_shape<'s>(shape: &'s Value, root: &'s Value) -> &'s Value {
    if let Some(reference) = shape.get("$ref").and_then(Value::as_str) {
        let found = root.pointer(reference.trim_start_matches('#'));
        return found.map_or(shape, |found| plain_shape(found, root));
    }
    let choices = shape.get("anyOf").and_then(Value::as_array);
    let choice = choices.and_then(|choices| {
        choices
            .iter()
            .find(|choice| choice.get("type") != Some(&"null".into()))
    });
    choice.map_or(shape, |choice| plain_shape(choice, root))
}
