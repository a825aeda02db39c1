//! An index that was made earlier, of which is taken again what still holds.

pub(in crate::search) mod earlier;
pub(in crate::search) mod renew;
pub(in crate::search) mod segment;
