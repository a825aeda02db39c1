//! Records as they were read, kept in `.diarium/` below the root, so that the next run reads only what changed.
//!
//! The folder may be deleted at any time: a cache that is missing, damaged or of another program version is no cache,
//! and costs a full reading. A digest stands before each block, since one flipped bit may make a draft public. Drafts stand
//! in it, so it tells version control to ignore it, is for its owner alone, and is never published.

use std::io::{self, Write};

use rayon::prelude::*;

use crate::record::Record;
use crate::source::{Digest, Inputs};

/// Into how many blocks the records are parted, which are read and written by all processors.
const BLOCKS: usize = 16;
/// How many bytes a digest takes as it is written.
const DIGEST: usize = 64;

/// Writes a cache. `settings` is the digest of the settings the records were read with.
///
/// # Errors
/// The error of the writer.
pub fn write(records: &[&Record], settings: Digest, writer: &mut dyn Write) -> io::Result<()> {
    writer.write_all(header(settings).as_bytes())?;
    for block in records.chunks(records.len().div_ceil(BLOCKS).max(1)) {
        let block = postcard::to_allocvec(block).map_err(io::Error::other)?;
        writer.write_all(digest(settings, &block).as_bytes())?;
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
    while !rest.is_empty() {
        let Some(block) = take_block(&mut rest) else {
            return Vec::new();
        };
        blocks.push(block);
    }
    let read: Option<Vec<Vec<Record>>> = blocks
        .par_iter()
        .map(|(stated, block)| {
            let is_whole = digest(settings, block).as_bytes() == *stated;
            is_whole.then(|| postcard::from_bytes(block).ok()).flatten()
        })
        .collect();
    read.unwrap_or_default().into_iter().flatten().collect()
}

/// Takes a block and the digest before it off the front.
fn take_block<'b>(bytes: &mut &'b [u8]) -> Option<(&'b [u8], &'b [u8])> {
    let stated = bytes.split_off(..DIGEST)?;
    let length = u64::from_le_bytes(*bytes.split_off(..8)?.first_chunk()?);
    let block = bytes.split_off(..usize::try_from(length).ok()?)?;
    Some((stated, block))
}

fn digest(settings: Digest, block: &[u8]) -> String {
    let inputs = Inputs::of("records kept").digest(settings);
    inputs.digest(Digest::of(block)).finish().to_hex()
}

fn header(settings: Digest) -> String {
    format!(
        "diarium {} {}\n",
        env!("DIARIUM_SOURCES"),
        settings.to_hex()
    )
}
