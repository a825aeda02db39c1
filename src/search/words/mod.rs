//! Text to words, and words to the terms that stand for them.

pub(in crate::search) mod analysis;
pub(in crate::search) mod case_number;
pub(in crate::search) mod sought;
pub(in crate::search) mod vocabulary;
