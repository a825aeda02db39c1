//! Questions to an index: which records are meant, and what of them is shown.

pub(in crate::search) mod engine;
pub(in crate::search) mod excerpt;
mod meanings;
pub(in crate::search) mod narrowing;
mod numbers;
mod phrases;
pub(in crate::search) mod query;
pub(in crate::search) mod slips;
mod stand_ins;
mod tally;
