//! A part of the index with files of its own.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::search::files::form::NAME;
use crate::search::files::shards::Shard;
use crate::search::terms::kept_terms::Origin;
use crate::source::Digest;

/// A segment that was made: what the root says of it, and its files.
#[derive(Debug, Clone)]
pub struct Segment {
    /// The digest of all that decides its bytes.
    pub inputs: Digest,
    /// What the root says of it.
    pub(in crate::search) root: Value,
    /// Its files by name.
    pub files: BTreeMap<String, Shard>,
    /// What its terms were made of, if that is known.
    pub(in crate::search) origin: Option<Arc<Origin>>,
}

/// Enough of a digest to tell a segment from any other of the same site: how the root names it.
pub(in crate::search) fn name(inputs: Digest) -> String {
    inputs.to_hex()[..NAME].to_owned()
}
