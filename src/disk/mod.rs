//! The edge to the file system: walks and reads the sources, writes the output. Nothing else touches the disk.
//!
//! Trouble of the machine becomes a diagnostic with its path here. Code for one operating system would stand here too;
//! so far there is none.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "this room is the edge to the file system"
)]

mod output;
mod publish;

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

pub use output::Output;
pub use publish::{Progress, Report};

use crate::diagnostics::{Code, Diagnostic};
use crate::source::{ChangeSet, Digest, Location, Measure, SourcePath, Sources};

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

    /// Every source file, as a first look brings it. Hidden files and those that editors leave behind are passed over;
    /// a link that leads out of its folder is reported, not followed.
    #[must_use]
    pub fn walk(&self) -> ChangeSet {
        let mut changes = ChangeSet::default();
        for top in ["content", "themes"] {
            let folder = self.root.join(top);
            if !folder.exists() {
                continue;
            }
            let entries = WalkDir::new(&folder)
                .min_depth(1)
                .into_iter()
                .filter_entry(|entry| !is_passed_over(entry));
            for entry in entries {
                match entry {
                    Ok(entry) => self.look_at(&entry, &folder, &mut changes),
                    Err(error) => {
                        let path = error.path().unwrap_or(&folder).to_owned();
                        let error = error
                            .into_io_error()
                            .unwrap_or_else(|| io::Error::other("a link leads back to itself"));
                        changes.trouble.push(self.unreadable(&path, &error));
                    }
                }
            }
        }
        changes
    }

    fn look_at(&self, entry: &DirEntry, folder: &Path, changes: &mut ChangeSet) {
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
            let stays = fs::canonicalize(path)
                .and_then(|target| {
                    Ok(target.is_file() && target.starts_with(fs::canonicalize(folder)?))
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

fn is_passed_over(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.') || name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'))
}

/// The digest of a file on disk, or `None` if it cannot be read.
fn digest_of(path: &Path) -> Option<Digest> {
    fs::read(path).ok().map(|bytes| Digest::of(&bytes))
}
