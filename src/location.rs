//! Where something stands: the path of a source file, and a place in it.
//!
//! A diagnostic names places, and reading a source may end in a diagnostic; so places are known before both.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The path of a source file below the root, with `/` between its parts, spelled as the file system spells it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// Takes a path relative to the root, with `/` between its parts.
    pub fn new(path: impl AsRef<str>) -> Self {
        Self(Arc::from(path.as_ref()))
    }

    /// The path as the file system spells it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path in Unicode's composed form (NFC), for comparing with what an author wrote.
    #[must_use]
    pub fn composed(&self) -> Cow<'_, str> {
        composed(&self.0)
    }

    /// The folder that holds the file, without a trailing slash; empty for a file in the root.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The file's name.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&*self.0, |(_, name)| name)
    }

    /// The file's name without its last extension.
    #[must_use]
    pub fn stem(&self) -> &str {
        let name = self.file_name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A text in Unicode's composed form (NFC).
#[must_use]
pub fn composed(text: &str) -> Cow<'_, str> {
    if is_composed(text) {
        Cow::Borrowed(text)
    } else {
        text.nfc().collect()
    }
}

/// Whether a text is in Unicode's composed form. The first character that may not be is U+0300, whose first byte is `cc`.
fn is_composed(text: &str) -> bool {
    text.bytes().all(|byte| byte < 0xcc) || is_nfc(text)
}

/// A place in a source file. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The file.
    pub path: SourcePath,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// How many characters the place spans; at least 1 and never past the line's end.
    pub length: usize,
}

impl Location {
    /// The place where a file begins, for faults of the file as a whole.
    #[must_use]
    pub fn start_of(path: &SourcePath) -> Self {
        Self {
            path: path.clone(),
            line: 1,
            column: 1,
            length: 1,
        }
    }

    /// The place of a byte range of `text`, whose first line is line `first_line` of the file. It is counted from the
    /// beginning of the text; for many places in one text, ask [`place`](crate::source::SourceText::place).
    ///
    /// # Panics
    /// If the range is not on character boundaries of `text`.
    #[must_use]
    pub fn of_range(path: &SourcePath, text: &str, first_line: usize, range: Range<usize>) -> Self {
        let before = &text[..range.start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let spanned = text[range].lines().next().unwrap_or_default();
        Self {
            path: path.clone(),
            line: first_line + before.matches('\n').count(),
            column: before[line_start..].chars().count() + 1,
            length: spanned.chars().count().max(1),
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}:{}", self.path, self.line, self.column)
    }
}
