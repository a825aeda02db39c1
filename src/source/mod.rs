//! Source files: their texts, their digests, and the set of those that changed.
//!
//! The core never opens a file. It asks a [`Sources`] for a text when it needs one, so that the whole program runs the
//! same over a folder on disk and over a map in memory.

mod active;
mod text;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
pub use text::{SourceText, is_unusual, lines};

pub use active::Active;

use crate::diagnostics::Diagnostic;
pub use crate::location::{Location, SourcePath, composed};

/// The endings of Markdown files, in small letters.
pub const MARKDOWN: [&str; 2] = [".md", ".markdown"];

/// Whether a file is Markdown by its name, whatever the case of its letters.
#[must_use]
pub fn is_markdown(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    MARKDOWN.iter().any(|ending| name.ends_with(ending))
}

/// A BLAKE3 digest of 32 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// The digest as 64 hexadecimal digits.
    #[must_use]
    pub fn to_hex(self) -> String {
        blake3::Hash::from_bytes(self.0).to_hex().to_string()
    }

    /// Half of the digest as a number.
    #[must_use]
    pub fn to_number(self) -> u128 {
        let (half, _) = self.0.split_first_chunk().unwrap_or((&[0; 16], &[]));
        u128::from_le_bytes(*half)
    }

    /// Reads 64 hexadecimal digits in small letters, as they are written; `None` for anything else.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let is_as_written = !text.bytes().any(|digit| digit.is_ascii_uppercase());
        let hash = is_as_written.then(|| blake3::Hash::from_hex(text));
        hash?.ok().map(|hash| Self(*hash.as_bytes()))
    }
}

/// Makes the digest of bytes that come in pieces.
#[derive(Debug, Default)]
pub struct Hashing(blake3::Hasher);

impl Hashing {
    /// Adds the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The digest of all bytes, the same as [`Digest::of`] gives for them in one piece.
    #[must_use]
    pub fn finish(self) -> Digest {
        Digest(*self.0.finalize().as_bytes())
    }
}

/// Gathers what decides something's bytes into one digest. Each piece is kept apart from the next by its length.
#[derive(Debug, Default)]
pub struct Inputs(blake3::Hasher);

impl Inputs {
    /// Begins with a name for the kind of thing, so that two kinds never share a digest.
    #[must_use]
    pub fn of(kind: &str) -> Self {
        Self::default().text(kind)
    }

    /// Adds a text.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.0.update(&(text.len() as u64).to_le_bytes());
        self.0.update(text.as_bytes());
        self
    }

    /// Adds a digest.
    #[must_use]
    pub fn digest(mut self, digest: Digest) -> Self {
        self.0.update(&digest.0);
        self
    }

    /// Adds a number.
    #[must_use]
    pub fn number(mut self, number: usize) -> Self {
        self.0.update(&(number as u64).to_le_bytes());
        self
    }

    /// The digest of all that was added.
    #[must_use]
    pub fn finish(self) -> Digest {
        Digest(*self.0.finalize().as_bytes())
    }
}

/// What is known of a file that is published as it is, without keeping its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// The digest of the bytes.
    pub digest: Digest,
    /// The size in bytes.
    pub size: u64,
    /// The kind of file in a word, as its first bytes tell: `PDF`, `CSV`, `DOCX` …
    pub format: String,
    /// What a browser or a server could run it as, if its first bytes tell so.
    pub active: Option<Active>,
}

/// Where the core gets the bytes of a source file from.
pub trait Sources: Sync {
    /// The bytes of a file.
    ///
    /// # Errors
    /// A diagnostic of the machine, with the path, when the file cannot be read.
    fn read(&self, path: &SourcePath) -> Result<Vec<u8>, Box<Diagnostic>>;

    /// The digest, size and kind of a file, without holding all of it.
    ///
    /// # Errors
    /// A diagnostic of the machine, with the path, when the file cannot be read.
    fn measure(&self, path: &SourcePath) -> Result<Measure, Box<Diagnostic>>;

    /// The day of the first commit that holds each file, as `2021-04-14`, where there is a history.
    fn first_commits(&self) -> BTreeMap<SourcePath, String>;
}

/// The files that appeared, changed or vanished since the last look. A first look brings every file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChangeSet {
    /// Files to read again.
    pub changed: BTreeSet<SourcePath>,
    /// Files that are gone.
    pub removed: BTreeSet<SourcePath>,
    /// What the edge found wrong while it looked: links out of the folder, names that are no text.
    pub trouble: Vec<Diagnostic>,
    /// Whether every file was looked at.
    pub is_whole: bool,
}

#[cfg(test)]
mod tests {
    use super::{Location, SourcePath};

    #[test]
    fn places_are_the_same_in_whatever_order_they_are_asked_for() {
        let text = "Å ett\n\ntvå äö tre\nfyra";
        let path = SourcePath::new("content/a.md");
        let place = |word: &str| {
            let start = text.find(word).expect("a word of the text");
            let at = Location::of_range(&path, text, 5, start..start + word.len());
            (at.line, at.column, at.length)
        };
        for _ in 0..2 {
            assert_eq!(place("tre"), (7, 8, 3));
            assert_eq!(place("äö"), (7, 5, 2));
            assert_eq!(place("ett"), (5, 3, 3));
            assert_eq!(place("fyra"), (8, 1, 4));
            assert_eq!(place("Å"), (5, 1, 1));
            assert_eq!(place("två"), (7, 1, 3));
        }
    }
}
