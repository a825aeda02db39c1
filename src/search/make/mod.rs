//! Making an index: its segments, and what it says of all records together.

pub(in crate::search) mod catalogue;
pub(in crate::search) mod segments;
