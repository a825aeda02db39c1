//! The edge to the file system: walks and reads the sources, writes the output. Nothing else touches the disk.
//!
//! Trouble of the machine becomes a diagnostic with its path here. Code for one operating system stands here too.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "this room is the edge to the file system"
)]

mod mounts;
mod output;
mod publish;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

pub use output::Output;
pub use publish::{Progress, Report};

use crate::cache;
use crate::diagnostics::{Code, Diagnostic};
use crate::search::KeptWords;
use crate::source::{ChangeSet, Digest, Location, Measure, SourcePath, Sources};

/// The folders of the sources, below the root.
pub const SOURCES: [&str; 2] = ["content", "themes"];

/// A site's folder, with `content/` and `themes/` in it.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// Takes the folder that holds `content/`.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The folder's path.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether the file system is of a kind whose changes are told by events, wherever they are made.
    #[must_use]
    pub fn tells_of_changes(&self) -> bool {
        mounts::tells_of_changes(&self.root)
    }

    /// Every source file, as a first look brings it. Hidden files and those that editors leave behind are passed over;
    /// a link that leads out of its folder is reported, not followed.
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
        let start = self.root.join(path);
        if start.symlink_metadata().is_err() {
            return;
        }
        let entries = WalkDir::new(&start)
            .into_iter()
            .filter_entry(|entry| !is_passed_over(&entry.file_name().to_string_lossy()));
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
        if entry.path_is_symlink() {
            let top = source.as_str().split('/').next().unwrap_or_default();
            let folder = self.root.join(top);
            let stays = fs::canonicalize(path)
                .and_then(|target| {
                    Ok(target.is_file() && target.starts_with(fs::canonicalize(&folder)?))
                })
                .unwrap_or(false);
            if stays {
                changes.changed.insert(source);
            } else {
                changes
                    .trouble
                    .push(Diagnostic::new(Code::SymbolicLink).at(Location::start_of(&source)));
            }
        } else if entry.file_type().is_file() {
            changes.changed.insert(source);
        }
    }

    fn source_path(&self, path: &Path) -> Option<SourcePath> {
        let below = path.strip_prefix(&self.root).ok()?;
        let parts: Option<Vec<&str>> = below
            .components()
            .map(|part| part.as_os_str().to_str())
            .collect();
        parts.map(|parts| SourcePath::new(parts.join("/")))
    }

    fn unreadable(&self, path: &Path, error: &io::Error) -> Diagnostic {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        Diagnostic::new(Code::SourceUnreadable)
            .with("path", below.to_string_lossy())
            .with("fault", error.to_string())
    }

    fn open(&self, path: &SourcePath) -> Result<File, Box<Diagnostic>> {
        let on_disk = self.root.join(path.as_str());
        File::open(&on_disk).map_err(|error| Box::new(self.unreadable(&on_disk, &error)))
    }

    /// Reads a source file that must still have a digest.
    ///
    /// # Errors
    /// When it cannot be read, or has changed.
    pub fn read_unchanged(
        &self,
        path: &SourcePath,
        digest: Digest,
    ) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let bytes = self.read(path).map_err(|fault| vec![*fault])?;
        if Digest::of(&bytes) == digest {
            Ok(bytes)
        } else {
            let fault = Diagnostic::new(Code::SourceChanged);
            Err(vec![fault.at(Location::start_of(path))])
        }
    }

    /// A line of a source file, counted from 1.
    #[must_use]
    pub fn line(&self, path: &SourcePath, line: usize) -> Option<String> {
        let text = fs::read(self.root.join(path.as_str())).ok()?;
        let text = String::from_utf8_lossy(&text);
        text.trim_start_matches('\u{feff}')
            .lines()
            .nth(line - 1)
            .map(str::to_owned)
    }

    /// Reads a file of the program's own below the root; `None` if there is none.
    #[must_use]
    pub fn read_own(&self, path: &str) -> Option<Vec<u8>> {
        fs::read(self.root.join(path)).ok()
    }

    /// The words of records that an earlier run kept under these settings; none if there are none.
    #[must_use]
    pub fn kept_words(&self, settings: Digest) -> KeptWords {
        let bytes = self.read_own(&format!("{}/{}", cache::FOLDER, cache::WORDS));
        bytes.map_or_else(KeptWords::default, |bytes| {
            KeptWords::from_bytes(&bytes, settings)
        })
    }

    /// Writes a file of the program's own below the root, whole or not at all, its folder ignored by version control.
    /// A folder that cannot be written to is no fault: what stands there only saves time.
    pub fn write_own(
        &self,
        folder: &str,
        file: &str,
        write: &dyn Fn(&mut dyn io::Write) -> io::Result<()>,
    ) {
        let folder = self.root.join(folder);
        let temporary = folder.join(format!("{file}.{}", std::process::id()));
        let written = fs::create_dir_all(&folder)
            .and_then(|()| fs::write(folder.join(".gitignore"), "*\n"))
            .and_then(|()| File::create(&temporary))
            .and_then(|mut file| write(&mut file))
            .and_then(|()| fs::rename(&temporary, folder.join(file)));
        if written.is_err() {
            fs::remove_file(&temporary).ok();
        }
    }

    /// Creates a file below the root that must not exist yet, with its folders.
    ///
    /// # Errors
    /// The error of the file system, `AlreadyExists` if there is such a file.
    pub fn create(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.root.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file = File::create_new(&path)?;
        io::Write::write_all(&mut file, bytes)
    }

    /// Whether a file or folder stands below the root.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.root.join(path).exists()
    }
}

impl Sources for Folder {
    fn read(&self, path: &SourcePath) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut file = self.open(path)?;
        let size = file.metadata().map_or(0, |metadata| metadata.len());
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
        let read = file.read_to_end(&mut bytes);
        read.map_err(|error| Box::new(self.unreadable(&self.root.join(path.as_str()), &error)))?;
        Ok(bytes)
    }

    fn measure(&self, path: &SourcePath) -> Result<Measure, Box<Diagnostic>> {
        let trouble =
            |error: io::Error| Box::new(self.unreadable(&self.root.join(path.as_str()), &error));
        let mut file = self.open(path)?;
        let mut digest = crate::source::Hashing::default();
        let mut first = Vec::new();
        let mut size = 0;
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let count = file.read(&mut buffer).map_err(trouble)?;
            if count == 0 {
                break;
            }
            if first.is_empty() {
                first.extend_from_slice(&buffer[..count.min(8192)]);
            }
            digest.update(&buffer[..count]);
            size += count as u64;
        }
        Ok(Measure {
            digest: digest.finish(),
            size,
            format: format(&first, path),
        })
    }
}

/// The kind of file in a word: what its first bytes tell, else what its name says.
fn format(first: &[u8], path: &SourcePath) -> String {
    let told = infer::get(first).map(|kind| kind.extension().to_uppercase());
    let named = path
        .file_name()
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_uppercase());
    match (told, named) {
        (Some(told), _) => told,
        (None, Some(named)) => named,
        (None, None) => "?".to_owned(),
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

/// The digest of a file on disk, or `None` if it cannot be read.
fn digest_of(path: &Path) -> Option<Digest> {
    fs::read(path).ok().map(|bytes| Digest::of(&bytes))
}
