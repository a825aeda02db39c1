//! Where a folder really is, whatever path leads there.
#![expect(
    clippy::disallowed_methods,
    reason = "this room is the edge to the file system"
)]

use std::fs;
use std::path::{Component, Path, PathBuf};

/// The path without links and without `..`, also of a folder that is still to be made.
pub(super) fn real(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut place = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::ParentDir => {
                place.pop();
            }
            Component::CurDir => {}
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => {
                place.push(part);
                if let Ok(real) = fs::canonicalize(&place) {
                    place = real;
                }
            }
        }
    }
    place
}
