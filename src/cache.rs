//! Records as they were read, kept in `.diarium/` below the root, so that the next run reads only what changed.
//!
//! The folder may be deleted at any time: a cache that is missing, damaged or of another program version is no cache,
//! and costs a full reading. Drafts stand in it, so it tells version control to ignore it and is never published.

use std::io::{self, Write};

use rayon::prelude::*;

use crate::record::Record;
use crate::source::Digest;

/// The cache's folder below the root.
pub const FOLDER: &str = ".diarium";
/// The cache's file in its folder.
pub const FILE: &str = "records";

/// The file in which the search keeps the words of records.
pub const WORDS: &str = "words";
/// The file in which the search keeps what decides the postings of each term.
pub const TERMS: &str = "terms";

const BLOCKS: usize = 16;

/// Writes a cache. `settings` is the digest of the settings the records were read with.
///
/// # Errors
/// The error of the writer.
pub fn write(records: &[&Record], settings: Digest, writer: &mut dyn Write) -> io::Result<()> {
    writer.write_all(header(settings).as_bytes())?;
    for block in records.chunks(records.len().div_ceil(BLOCKS).max(1)) {
        let block = postcard::to_allocvec(block).map_err(io::Error::other)?;
        writer.write_all(&(block.len() as u64).to_le_bytes())?;
        writer.write_all(&block)?;
    }
    Ok(())
}

/// The records of a cache; none if it was not written by this program version with these settings.
#[must_use]
pub fn from_bytes(bytes: &[u8], settings: Digest) -> Vec<Record> {
    let Some(mut rest) = bytes.strip_prefix(header(settings).as_bytes()) else {
        return Vec::new();
    };
    let mut blocks = Vec::new();
    while let Some((length, behind)) = rest.split_first_chunk::<8>() {
        let length = usize::try_from(u64::from_le_bytes(*length)).unwrap_or(usize::MAX);
        let Some((block, behind)) = behind.split_at_checked(length) else {
            return Vec::new();
        };
        blocks.push(block);
        rest = behind;
    }
    let read: Vec<Vec<Record>> = blocks
        .par_iter()
        .map(|block| postcard::from_bytes(block).unwrap_or_default())
        .collect();
    read.into_iter().flatten().collect()
}

fn header(settings: Digest) -> String {
    format!(
        "diarium {} {}\n",
        env!("DIARIUM_SOURCES"),
        settings.to_hex()
    )
}
