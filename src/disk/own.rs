//! What the program keeps for itself in `.diarium/` below the root, for nobody but its owner to read: drafts are in it.
//!
//! A folder that cannot be written to is no fault: what stands there only saves time. A link in its place, or in that of
//! one of its files, is not followed.

use std::io::{self, Write};

use super::Folder;
use super::tree::{Kind, Mode, Tree, read_at_most};

/// The most that is read of a file, in bytes; a hundred thousand records take a tenth of it.
const MOST: u64 = 4 << 30;
/// The program's own folder, below the root.
pub const OWN: &str = ".diarium";
const GITIGNORE: &str = ".gitignore";

/// A file that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// The records as they were read.
    Records,
    /// The words of records, for the search.
    Words,
    /// What decides the postings of each term of the search index.
    Terms,
    /// Nothing: it is written to see whether the system tells of it.
    Probe,
}

impl Kept {
    /// The file's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::Words => "words",
            Self::Terms => "terms",
            Self::Probe => "probe",
        }
    }
}

/// Writes the bytes of a file.
pub(super) type Writing<'a> = &'a dyn Fn(&mut dyn Write) -> io::Result<()>;

impl Folder {
    /// Reads a file that an earlier run kept; `None` if there is none.
    #[must_use]
    pub fn kept(&self, file: Kept) -> Option<Vec<u8>> {
        let folder = Tree::open(self.root()).ok()?.below(OWN).ok()?;
        read_at_most(&folder.file(file.name()).ok()?, MOST).ok()
    }

    /// Keeps a file for later runs, whole or not at all, its folder ignored by version control. Says whether it was kept.
    pub fn keep(&self, file: Kept, write: Writing<'_>) -> bool {
        let file = file.name();
        let kept = self.own().and_then(|folder| {
            let temporary = format!("{file}.{}", std::process::id());
            let written = put(&folder, &temporary, write)
                .and_then(|()| folder.rename(&temporary, &folder, file));
            if written.is_err() {
                folder.remove(&temporary).ok();
            }
            written
        });
        kept.is_ok()
    }

    /// Takes a file away that was kept.
    pub fn let_go(&self, file: Kept) {
        self.own()
            .and_then(|folder| folder.remove(file.name()))
            .ok();
    }

    /// Takes away what runs that were killed left half-written. A file that another run is writing is locked by it.
    pub fn tidy(&self) {
        let Ok(folder) = Tree::open(self.root()).and_then(|root| root.below(OWN)) else {
            return;
        };
        folder.close_to_others().ok();
        let is_temporary = |name: &str| {
            let number = name.rsplit_once('.').map(|(_, number)| number);
            number.is_some_and(|number| number.bytes().all(|digit| digit.is_ascii_digit()))
        };
        for (name, kind) in folder.entries().unwrap_or_default() {
            let is_left = || folder.file(&name).is_ok_and(|file| file.try_lock().is_ok());
            if is_temporary(&name) && (matches!(kind, Kind::Other) || is_left()) {
                folder.remove(&name).ok();
            }
        }
    }

    /// The program's own folder, made if need be.
    fn own(&self) -> io::Result<Tree> {
        let root = Tree::open(self.root())?;
        let folder = match root.below(OWN) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                root.new_folder(OWN, Mode::Private)
            }
            found => found,
        }?;
        folder.close_to_others()?;
        if folder.size(GITIGNORE).is_none() {
            folder.remove(GITIGNORE)?;
            put(&folder, GITIGNORE, &|file| file.write_all(b"*\n"))?;
        }
        Ok(folder)
    }
}

fn put(folder: &Tree, name: &str, write: Writing<'_>) -> io::Result<()> {
    let mut file = folder.new_file(name, Mode::Private)?;
    file.lock().ok();
    write(&mut file)
}
