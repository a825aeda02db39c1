//! Reads source files and makes new ones. No link leads out of `content/` or `themes/`, and nothing but an ordinary file
//! is opened: what may stand there is looked at when it is found, and again when it is opened.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "this room is the edge to the file system"
)]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::Folder;
use super::tree::{Mode, Tree, in_pieces, read_at_most};
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{Active, Digest, Hashing, Location, Measure, SourcePath, Sources};

/// The largest text that is read, in bytes: a thousand times the usual record, and no harm to a machine of today.
const LARGEST_TEXT: u64 = 16 << 20;
/// The largest static file of a theme, which is held in memory.
const LARGEST_STATIC: u64 = 1 << 30;
/// How many bytes tell what kind of file it is.
const TELLING: usize = 8192;

impl Folder {
    fn open(&self, path: &SourcePath) -> Result<File, Box<Diagnostic>> {
        self.opened(path.as_str())
            .map_err(|error| Box::new(self.unreadable(&self.root().join(path.as_str()), &error)))
    }

    fn opened(&self, path: &str) -> io::Result<File> {
        match path.split_once('/') {
            Some((top, below)) => Tree::open(&self.path_of(top))?.file_anywhere(below),
            None => Tree::open(self.root())?.file_anywhere(path),
        }
    }

    /// Writes a source file that must still have a digest to another place, piece by piece. Gives back its size.
    ///
    /// # Errors
    /// When it cannot be read or written, or has changed.
    pub(super) fn copy_unchanged(
        &self,
        path: &SourcePath,
        digest: Digest,
        to: &mut dyn Write,
        failed: &dyn Fn(&io::Error) -> Diagnostic,
    ) -> Result<u64, Vec<Diagnostic>> {
        let mut file = self.open(path).map_err(|fault| vec![*fault])?;
        let mut hashing = Hashing::default();
        let mut not_written = None;
        let size = in_pieces(&mut file, &mut |piece| {
            hashing.update(piece);
            to.write_all(piece)
                .inspect_err(|error| not_written = Some(failed(error)))
        });
        match (size, not_written) {
            (Ok(size), _) if hashing.finish() == digest => Ok(size),
            (Ok(_), _) => Err(vec![changed(path)]),
            (Err(_), Some(fault)) => Err(vec![fault]),
            (Err(error), None) => Err(vec![
                self.unreadable(&self.root().join(path.as_str()), &error),
            ]),
        }
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
        let mut bytes = Vec::new();
        let failed = |error: &io::Error| self.unreadable(Path::new(path.as_str()), error);
        self.copy_unchanged(path, digest, &mut bytes, &failed)?;
        Ok(bytes)
    }

    /// Puts other bytes into a source file, all at once, if it still has a digest; whether it had.
    ///
    /// # Errors
    /// The error of the file system; `PermissionDenied` also of a file that its owner protects.
    pub fn replace(&self, path: &SourcePath, before: Digest, bytes: &[u8]) -> io::Result<bool> {
        let (top, below) = path.as_str().split_once('/').unwrap_or(("", path.as_str()));
        let tree = Tree::open(&self.path_of(top))?;
        let (folder, name) = below.rsplit_once('/').unwrap_or(("", below));
        let folder = if folder.is_empty() {
            tree
        } else {
            tree.below(folder)?
        };
        let is_same = |folder: &Tree| {
            let now = folder.read(name, LARGEST_TEXT)?;
            io::Result::Ok(Digest::of(&now) == before)
        };
        if !is_same(&folder)? {
            return Ok(false);
        }
        let permissions = folder.file(name)?.metadata()?.permissions();
        if permissions.readonly() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        // A name that no walk looks at.
        let waiting = format!(".{name}.diarium");
        folder.remove(&waiting)?;
        let mut file = folder.new_file(&waiting, Mode::Public)?;
        file.set_permissions(permissions)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        if !is_same(&folder)? {
            folder.remove(&waiting)?;
            return Ok(false);
        }
        folder.rename(&waiting, &folder, name)?;
        Ok(true)
    }

    /// Creates a file below the root that must not exist yet, with its folders.
    ///
    /// # Errors
    /// The error of the file system, `AlreadyExists` if there is such a file.
    pub fn create(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let (top, below) = match path.split_once('/') {
            Some((top, below)) => (self.root().join(top), below),
            None => (self.root().to_owned(), path),
        };
        fs::create_dir_all(&top)?;
        let top = Tree::open(&top)?;
        if let Some((folder, _)) = below.rsplit_once('/') {
            top.make_folders(folder)?;
        }
        top.new_file(below, Mode::Public)?.write_all(bytes)
    }
}

impl Sources for Folder {
    fn read(&self, path: &SourcePath) -> Result<Vec<u8>, Box<Diagnostic>> {
        let file = self.open(path)?;
        let most = largest(path);
        read_at_most(&file, most).map_err(|error| {
            Box::new(if error.kind() == io::ErrorKind::FileTooLarge {
                let fault = Diagnostic::new(Code::SourceTooLarge).at(Location::start_of(path));
                fault.with("most", (most >> 20).to_string())
            } else {
                self.unreadable(&self.root().join(path.as_str()), &error)
            })
        })
    }

    fn measure(&self, path: &SourcePath) -> Result<Measure, Box<Diagnostic>> {
        let mut hashing = Hashing::default();
        let mut first = Vec::new();
        let measured = in_pieces(&mut self.open(path)?, &mut |piece| {
            hashing.update(piece);
            let missing = TELLING.saturating_sub(first.len());
            first.extend_from_slice(&piece[..piece.len().min(missing)]);
            Ok(())
        });
        let trouble = |error| Box::new(self.unreadable(&self.root().join(path.as_str()), &error));
        Ok(Measure {
            size: measured.map_err(trouble)?,
            digest: hashing.finish(),
            format: format(&first, path),
            active: Active::told_by(&first),
        })
    }

    fn first_commits(&self) -> BTreeMap<SourcePath, String> {
        self.days_of_first_commits()
    }
}

fn changed(path: &SourcePath) -> Diagnostic {
    Diagnostic::new(Code::SourceChanged).at(Location::start_of(path))
}

/// How many bytes of a file are read at most.
fn largest(path: &SourcePath) -> u64 {
    let mut parts = path.as_str().split('/');
    let is_static = parts.next() == Some("themes") && parts.nth(1) == Some("static");
    if is_static {
        LARGEST_STATIC
    } else {
        LARGEST_TEXT
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
