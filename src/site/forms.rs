//! Every setting by its name, with the form of its value.

/// Every setting and what it is, in the order it is best written; `diarium schema` and the reader stand on it.
pub const SETTINGS: [(&str, Form); 17] = [
    ("title", Form::Text),
    ("description", Form::Text),
    ("publisher", Form::Text),
    ("base_url", Form::Address),
    ("language", Form::Text),
    ("time_zone", Form::Text),
    ("theme", Form::Text),
    ("page_size", Form::Number),
    ("feed_size", Form::Number),
    ("record_data", Form::Flag),
    ("allow_attachment_types", Form::Words),
    ("keys", Form::Map),
    ("defaults", Form::Map),
    ("unknown_keys", Form::OneOf(&["error", "keep"])),
    ("severity", Form::Map),
    ("search", Form::Map),
    ("extra", Form::Map),
];

/// The form of a setting's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A text.
    Text,
    /// A whole address with `http://` or `https://`.
    Address,
    /// A whole number from 1 to 10,000.
    Number,
    /// `true` or `false`.
    Flag,
    /// A list of single words.
    Words,
    /// One of some words.
    OneOf(&'static [&'static str]),
    /// `key: value` lines.
    Map,
}
