//! The edge to the file system: walks and reads the sources, writes the output. Nothing else touches the disk.
//!
//! Trouble of the machine becomes a diagnostic with its path here. Code for one operating system stands here too.
mod commit;
mod files;
mod history;
mod lock;
mod mounts;
mod output;
mod own;
mod place;
mod reading;
mod staging;
mod stale;
mod tree;

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

pub use files::Broken;
pub use output::{Output, Site, Stamp, manifest_stamp, published};
pub use own::{Kept, OWN};
pub use tree::Looker;

use crate::diagnostics::{Code, Diagnostic};
use crate::source::{ChangeSet, Location, SourcePath};

/// The folders of the sources, below the root.
pub const SOURCES: [&str; 2] = [CONTENT, "themes"];

/// The folder of the records.
const CONTENT: &str = "content";

/// A site's folder, with `content/` and `themes/` in it.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
    /// The records' folder: `content` in the root, but of a collection that is no site.
    content: PathBuf,
}

impl Folder {
    /// Takes the folder that holds `content/`.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>) -> Self {
        let root = root.into();
        let content = root.join(CONTENT);
        Self { root, content }
    }

    /// Takes a folder of records that stands in no site, as if it were the `content` of one.
    #[must_use]
    pub fn of_records(content: impl Into<PathBuf>) -> Self {
        let content = content.into();
        let root = content.clone();
        Self { root, content }
    }

    /// The folder's path.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The name of the folder of records or, where that is `content`, of the one that holds it; empty where it has none.
    #[must_use]
    pub fn name(&self) -> String {
        let whole = self.content.canonicalize().unwrap_or_default();
        let mut names = whole.iter().rev().map(|name| name.to_string_lossy());
        let name = names.find(|name| name != CONTENT && name != "/");
        name.unwrap_or_default().into_owned()
    }

    /// Whether the file system is of a kind whose changes are told by events, wherever they are made.
    #[must_use]
    pub fn tells_of_changes(&self) -> bool {
        mounts::tells_of_changes(&self.root)
    }

    /// Every source file, as a first look brings it. Hidden files and those that editors leave behind are passed over;
    /// links, pipes, sockets and devices are told by their names, and not opened.
    #[must_use]
    pub fn walk(&self) -> ChangeSet {
        let mut changes = ChangeSet {
            is_whole: true,
            ..ChangeSet::default()
        };
        for top in SOURCES {
            self.walk_below(top, &mut changes);
        }
        changes
    }

    /// Every file of the records' folder alone.
    #[must_use]
    pub fn walk_records(&self) -> ChangeSet {
        let mut changes = ChangeSet {
            is_whole: true,
            ..ChangeSet::default()
        };
        self.walk_below(CONTENT, &mut changes);
        changes
    }

    /// What has become of some files and folders below the root, of which `known` tells the sources known so far.
    #[must_use]
    pub fn look(
        &self,
        paths: &BTreeSet<String>,
        known: &dyn Fn(&str) -> Vec<SourcePath>,
    ) -> ChangeSet {
        let mut changes = ChangeSet::default();
        let mut before = BTreeSet::new();
        for path in paths.iter().filter(|path| is_source(path)) {
            self.walk_below(path, &mut changes);
            before.extend(known(path));
        }
        changes.removed = before.difference(&changes.changed).cloned().collect();
        changes
    }

    fn walk_below(&self, path: &str, changes: &mut ChangeSet) {
        let start = self.path_of(path);
        if start.symlink_metadata().is_err() {
            return;
        }
        let entries = WalkDir::new(&start).into_iter().filter_entry(|entry| {
            entry.depth() == 0 || !is_passed_over(&entry.file_name().to_string_lossy())
        });
        for entry in entries {
            match entry {
                Ok(entry) if entry.depth() == 0 && SOURCES.contains(&path) => {}
                Ok(entry) => self.look_at(&entry, changes),
                Err(error) => {
                    let path = error.path().unwrap_or(&start).to_owned();
                    let error = error
                        .into_io_error()
                        .unwrap_or_else(|| io::Error::other("a link leads back to itself"));
                    if error.kind() != io::ErrorKind::NotFound {
                        changes.trouble.push(self.unreadable(&path, &error));
                    }
                }
            }
        }
    }

    fn look_at(&self, entry: &DirEntry, changes: &mut ChangeSet) {
        let path = entry.path();
        let Some(source) = self.source_path(path) else {
            let fault =
                Diagnostic::new(Code::SourceUnreadable).with("fault", "the name is not UTF-8");
            changes
                .trouble
                .push(fault.with("path", path.to_string_lossy()));
            return;
        };
        let refused = |code| Diagnostic::new(code).at(Location::start_of(&source));
        let kind = entry.file_type();
        if kind.is_symlink() {
            changes.trouble.push(refused(Code::SymbolicLink));
        } else if kind.is_file() {
            changes.changed.insert(source);
        } else if !kind.is_dir() {
            changes.trouble.push(refused(Code::SpecialFile));
        }
    }

    fn source_path(&self, path: &Path) -> Option<SourcePath> {
        let (top, below) = match path.strip_prefix(&self.content) {
            Ok(below) => (Some(CONTENT), below),
            Err(_) => (None, path.strip_prefix(&self.root).ok()?),
        };
        let parts: Option<Vec<&str>> = below
            .components()
            .map(|part| part.as_os_str().to_str())
            .collect();
        let parts = parts?.into_iter();
        let parts: Vec<&str> = top.into_iter().chain(parts).collect();
        Some(SourcePath::new(parts.join("/")))
    }

    /// Where a source stands on the disk.
    fn path_of(&self, source: &str) -> PathBuf {
        match source.strip_prefix(CONTENT) {
            Some("") => self.content.clone(),
            Some(below) if below.starts_with('/') => self.content.join(&below[1..]),
            _ => self.root.join(source),
        }
    }

    fn unreadable(&self, path: &Path, error: &io::Error) -> Diagnostic {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        Diagnostic::new(Code::SourceUnreadable)
            .with("path", below.to_string_lossy())
            .with("fault", error.to_string())
    }
}

/// Whether a path below the root is among the sources: nothing hidden on the way, nothing that an editor left.
fn is_source(path: &str) -> bool {
    let mut parts = path.split('/');
    let is_below = parts
        .clone()
        .next()
        .is_some_and(|top| SOURCES.contains(&top));
    is_below && !parts.any(is_passed_over)
}

fn is_passed_over(name: &str) -> bool {
    name.starts_with('.') || name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'))
}
