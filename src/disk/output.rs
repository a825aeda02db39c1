//! The output folder: whether it is ours, what was published in it, and whether a publication broke off there.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "this room is the edge to the file system"
)]

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostics::{Code, Diagnostic};
use crate::manifest::{self, Manifest, Published};
use crate::pages::Address;
use crate::source::Digest;

/// Where files wait for the last page to be made.
pub(super) const STAGING: &str = ".staging";
/// Held by the build that writes.
pub(super) const LOCK: &str = ".lock";
/// The manifest of a publication under way; it stands only if that publication broke off.
pub(super) const NEXT_MANIFEST: &str = ".manifest.next";

/// An output folder that is ours to write in, held against other builds until it is dropped.
pub struct Output {
    pub(super) path: PathBuf,
    /// What was published.
    pub manifest: Manifest,
    /// What a publication that broke off may have left, beside what the manifest lists.
    pub(super) interrupted: Option<Manifest>,
    /// Whether the folder holds no page yet.
    pub(super) is_fresh: bool,
    _lock: File,
}

impl Output {
    /// Opens the output folder of a site, making it if need be. `root` is the site's folder.
    ///
    /// # Errors
    /// A folder that is not empty and has no manifest of ours is refused, and so are the root of the file system, the
    /// home folder, and any folder that holds the sources; and a folder in which another build is writing.
    pub fn open(path: &Path, root: &Path, home: Option<&Path>) -> Result<Self, Box<Diagnostic>> {
        let refuse = |reason: &str| {
            let fault = Diagnostic::new(Code::OutputNotOurs).with("path", path.to_string_lossy());
            Box::new(fault.with("reason", reason))
        };
        let trouble = |error: io::Error| Box::new(failed(path, &error));
        let whole = canonical(path);
        let root = canonical(root);
        let holds_sources = ["content", "themes"].iter().any(|sources| {
            let sources = root.join(sources);
            sources.starts_with(&whole) || whole.starts_with(&sources)
        });
        let is_home = home.is_some_and(|home| canonical(home) == whole);
        if whole.parent().is_none()
            || is_home
            || holds_sources
            || whole == root
            || whole.join(".git").exists()
        {
            return Err(refuse("guarded"));
        }
        fs::create_dir_all(path).map_err(trouble)?;
        let read = |name: &str| {
            fs::read(path.join(name))
                .ok()
                .and_then(|bytes| Manifest::read(&bytes))
        };
        let (manifest, interrupted) = (read(manifest::FILE), read(NEXT_MANIFEST));
        let is_ours = manifest.is_some() || interrupted.is_some() || path.join(STAGING).exists();
        if !is_ours && !is_empty(path).map_err(trouble)? {
            return Err(refuse("foreign"));
        }
        let staging = path.join(STAGING);
        fs::create_dir_all(&staging).map_err(trouble)?;
        let lock = File::create(staging.join(LOCK)).map_err(trouble)?;
        if lock.try_lock().is_err() {
            return Err(refuse("busy"));
        }
        clear(&staging).map_err(trouble)?;
        let is_fresh = manifest.is_none() && interrupted.is_none();
        Ok(Self {
            path: path.to_owned(),
            manifest: manifest.unwrap_or_default(),
            interrupted,
            is_fresh,
            _lock: lock,
        })
    }

    /// Whether the last publication came to its end, so that the manifest may be trusted.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.interrupted.is_none()
    }

    /// Whether the file of a published page is there in its size.
    #[must_use]
    pub fn has(&self, address: &Address, published: &Published) -> bool {
        fs::metadata(self.file(&address.output_path()))
            .is_ok_and(|found| found.is_file() && found.len() == published.size)
    }

    /// The bytes of a published page, if they are still those that the manifest lists.
    #[must_use]
    pub fn read(&self, address: &Address) -> Option<Vec<u8>> {
        let published = self.manifest.pages.get(&address.to_string())?;
        let bytes = fs::read(self.file(&address.output_path())).ok()?;
        (Digest::of(&bytes) == published.digest).then_some(bytes)
    }

    /// The file of an output path.
    pub(super) fn file(&self, output_path: &str) -> PathBuf {
        self.path.join(output_path)
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        fs::remove_dir_all(self.path.join(STAGING)).ok();
    }
}

/// The path without links, also of a folder that is still to be made.
fn canonical(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let standing = whole
        .ancestors()
        .find_map(|above| Some((above, fs::canonicalize(above).ok()?)));
    let below = |above: &Path| {
        whole
            .strip_prefix(above)
            .unwrap_or(Path::new(""))
            .to_owned()
    };
    standing.map_or_else(
        || whole.clone(),
        |(above, canonical)| canonical.join(below(above)),
    )
}

/// Removes what a build that broke off left waiting.
fn clear(staging: &Path) -> io::Result<()> {
    for entry in fs::read_dir(staging)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else if entry.file_name() != LOCK {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// A folder with nothing in it but what version control wants there.
fn is_empty(path: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(path)? {
        let name = entry?.file_name();
        if name != ".gitignore" && name != ".gitkeep" {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The diagnostic for a file that could not be written.
pub(super) fn failed(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::WriteFailed)
        .with("path", path.to_string_lossy())
        .with("fault", error.to_string())
}
