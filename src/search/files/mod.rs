//! The form of the index: who writes it beside who reads it.

pub(in crate::search) mod bits;
pub(in crate::search) mod dictionary;
pub(in crate::search) mod form;
pub(in crate::search) mod growing;
pub(in crate::search) mod hits;
pub(in crate::search) mod leaf;
pub(in crate::search) mod leaves;
pub(in crate::search) mod packing;
pub(in crate::search) mod reader;
pub(in crate::search) mod shards;
