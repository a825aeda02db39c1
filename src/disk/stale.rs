//! Stale files: those that the program published once and the next release does not. They are taken away, and nothing else is.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use super::commit::{Fault, at, gather};
use super::output::Output;
use super::tree::{Kind, Tree};
use crate::manifest::Published;

/// What is ours in an output and is not kept.
pub(super) fn stale<'p>(
    ours: &'p BTreeMap<String, &Published>,
    kept: &BTreeSet<String>,
) -> BTreeSet<&'p str> {
    ours.keys()
        .filter(|path| !kept.contains(*path))
        .map(String::as_str)
        .collect()
}

impl Output {
    /// Takes files away, and the folders that are empty then.
    pub(super) fn remove(&self, paths: &BTreeSet<&str>) -> Result<usize, Fault> {
        let mut removed = 0;
        let mut left = BTreeSet::new();
        for path in paths {
            if matches!(self.tree.kind(path), Ok(Some(Kind::Folder))) {
                continue;
            }
            if let Some(folder) = self.tree.remove(path).map_err(at(path))? {
                removed += 1;
                left.insert(folder);
            }
        }
        for folder in left {
            let flushed = match folder {
                "" => self.tree.flush(),
                below => self.tree.below(below).and_then(|folder| folder.flush()),
            };
            match flushed {
                // A later one took it away as well.
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err((folder.to_owned(), error));
                }
                Ok(()) | Err(_) => {}
            }
        }
        Ok(removed)
    }
}

/// The stale files that stand where a folder is to be, or in a folder where a file is to be.
pub(super) fn in_the_way<'p>(
    stale: &BTreeSet<&'p str>,
    kept: &BTreeSet<String>,
) -> BTreeSet<&'p str> {
    let is_in_the_way = |path: &&&str| {
        let below = format!("{path}/");
        let is_folder_now = kept
            .range(below.clone()..)
            .next()
            .is_some_and(|next| next.starts_with(&below));
        let above = Path::new(path).ancestors().skip(1);
        is_folder_now
            || above
                .filter_map(Path::to_str)
                .any(|folder| kept.contains(folder))
    };
    stale.iter().filter(is_in_the_way).copied().collect()
}

/// Whether a folder holds nothing but what is taken away before a file comes in its place.
pub(super) fn is_cleared(
    path: &str,
    above: &Tree,
    name: &str,
    in_the_way: &BTreeSet<&str>,
) -> bool {
    let Ok(folder) = above.below(name) else {
        return false;
    };
    let mut is_cleared = true;
    let looked = gather(&folder, path, &mut |file| {
        is_cleared &= in_the_way.contains(file);
    });
    looked.is_ok() && is_cleared
}
