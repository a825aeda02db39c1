//! The index as files: small enough to be fetched one by one, each named by the digest of what it holds.
//!
//! Every shard begins with the check sum of the rest, so that one that was cut short or belongs to another site is told
//! from a whole one. Leaves of the dictionary, postings, places and hits are asked for in parts where the web server can
//! do that, and are read whole where it cannot. Leaves and facets are compressed here, since web servers do not compress
//! what they do not know. `root` names all others; it is the one file with a name of its own.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::Arc;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde_json::Value;

use crate::search::files::form::{FORM, ROOT, SUM};
use crate::source::Digest;

/// A file of the index.
#[derive(Debug, Clone)]
pub struct Shard {
    /// The digest of its bytes.
    pub digest: Digest,
    /// How many they are.
    pub size: u64,
    /// Its bytes; none if it stands where it was published.
    pub bytes: Option<Arc<[u8]>>,
}

impl Shard {
    fn new(bytes: Vec<u8>) -> Self {
        Self {
            digest: Digest::of(&bytes),
            size: bytes.len() as u64,
            bytes: Some(bytes.into()),
        }
    }
}

/// Files by name, and what the root says of them.
#[derive(Default)]
pub(in crate::search) struct Shards {
    /// The files.
    pub(in crate::search) files: BTreeMap<String, Shard>,
    /// The root's fields.
    pub(in crate::search) root: serde_json::Map<String, Value>,
}

impl Shards {
    /// Adds a shard and gives back what the root names it by: a digest of its bytes.
    pub(in crate::search) fn add(&mut self, name: &str, body: &[u8]) -> String {
        let sum = check_sum(body);
        let mut bytes = Vec::with_capacity(body.len() + 4);
        bytes.extend_from_slice(&sum.to_le_bytes());
        bytes.extend_from_slice(body);
        let sum = named(body);
        self.files.insert(file_name(name, &sum), Shard::new(bytes));
        sum
    }

    /// Says something in the root.
    pub(in crate::search) fn say(&mut self, field: &str, value: impl Into<Value>) {
        self.root.insert(field.to_owned(), value.into());
    }

    /// All files: the shards and the root.
    pub(in crate::search) fn finish(mut self) -> BTreeMap<String, Shard> {
        self.say("form", FORM);
        let root = Value::Object(self.root).to_string();
        self.files
            .insert(ROOT.to_owned(), Shard::new(root.into_bytes()));
        self.files
    }
}

/// The name of a shard's file.
pub(in crate::search) fn file_name(name: &str, sum: &str) -> String {
    format!("{name}-{sum}.bin")
}

/// What bytes are named by: the first 64 bits of their digest, in digits and small letters, which every file system tells apart.
pub(in crate::search) fn named(bytes: &[u8]) -> String {
    let digest = Digest::of(bytes).to_hex();
    let bits = u64::from_str_radix(&digest[..16], 16).unwrap_or_default();
    let letter = |place: usize| {
        let shift = (SUM - 1 - place) * 5;
        let value = u32::try_from(bits >> shift & 31).unwrap_or_default();
        char::from_digit(value, 32).unwrap_or('0')
    };
    (0..SUM).map(letter).collect()
}

/// The check sum of some bytes (FNV-1a, 32 bits).
pub(in crate::search) fn check_sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

/// Bytes, compressed.
///
/// # Panics
/// Never: memory takes any writing.
pub(in crate::search) fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::new(7));
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .expect("memory takes any writing")
}
