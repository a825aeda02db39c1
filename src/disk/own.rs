//! What the program keeps for itself in `.diarium/` below the root, for nobody but its owner to read: drafts are in it.
//!
//! A folder that cannot be written to is no fault: what stands there only saves time. A link in its place, or in that of
//! one of its files, is not followed.

use std::io::{self, Write};

use super::Folder;
use super::tree::{Kind, Mode, Tree, read_at_most};
use crate::cache;
use crate::search::KeptWords;
use crate::source::Digest;

/// The most that is read of a file, in bytes; a hundred thousand records take a tenth of it.
const MOST: u64 = 4 << 30;
const GITIGNORE: &str = ".gitignore";

/// Writes the bytes of a file.
pub(super) type Writing<'a> = &'a dyn Fn(&mut dyn Write) -> io::Result<()>;

impl Folder {
    /// Reads a file that an earlier run kept; `None` if there is none.
    #[must_use]
    pub fn kept(&self, file: &str) -> Option<Vec<u8>> {
        let folder = Tree::open(self.root()).ok()?.below(cache::FOLDER).ok()?;
        read_at_most(&folder.file(file).ok()?, MOST).ok()
    }

    /// The words of records that an earlier run kept under these settings; none if there are none.
    #[must_use]
    pub fn kept_words(&self, settings: Digest) -> KeptWords {
        let bytes = self.kept(cache::WORDS);
        bytes.map_or_else(KeptWords::default, |bytes| {
            KeptWords::from_bytes(&bytes, settings)
        })
    }

    /// Keeps a file for later runs, whole or not at all, its folder ignored by version control. Says whether it was kept.
    pub fn keep(&self, file: &str, write: Writing<'_>) -> bool {
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
    pub fn let_go(&self, file: &str) {
        self.own().and_then(|folder| folder.remove(file)).ok();
    }

    /// Takes away what runs that were killed left half-written. A file that another run is writing is locked by it.
    pub fn tidy(&self) {
        let Ok(folder) = Tree::open(self.root()).and_then(|root| root.below(cache::FOLDER)) else {
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
        let folder = match root.below(cache::FOLDER) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                root.new_folder(cache::FOLDER, Mode::Private)
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
