//! The words of records as they are kept, and the terms that a segment makes of them.

pub(in crate::search) mod compounds;
pub(in crate::search) mod kept;
pub(in crate::search) mod kept_terms;
pub(in crate::search) mod postings;
pub(in crate::search) mod segment;
