//! Where the files of a release wait until the last one is made.
//!
//! The folder stands beside the output, under the name `.NAME.staging`, so that nobody who copies the output or reads from
//! it meets a page before its time, and nobody but its owner can look into it. Where the folder above cannot be written
//! to, or lies on another disk, it stands within the output as `.staging`: a move must not become a copy.

use std::io::{self, Write};
use std::path::Path;

use super::tree::{Kind, Mode, Tree};

/// The folder's name within the output, where it cannot stand beside it.
pub(super) const WITHIN: &str = ".staging";

/// What marks such a folder as ours: only what has it, or is empty, is ever cleared away.
const MARK: &str = ".diarium-staging";

/// Whether a folder's name is that of a staging folder.
pub(super) fn is_staging(name: &str) -> bool {
    name == WITHIN || name.starts_with('.') && name.ends_with(WITHIN)
}

/// Whether a folder is a staging folder that a build made, as far as the build came.
pub(super) fn is_our_staging(above: &Tree, name: &str) -> bool {
    let Ok(folder) = above.below(name) else {
        return false;
    };
    folder.size(MARK).is_some() || folder.entries().is_ok_and(|entries| entries.is_empty())
}

/// Clears a staging folder of ours away; another is left alone. The mark goes last: what a build leaves that dies meanwhile
/// is still known as ours.
fn clear(above: &Tree, name: &str) -> io::Result<()> {
    if !is_our_staging(above, name) {
        return Ok(());
    }
    let folder = above.below(name)?;
    for (entry, kind) in folder.entries()? {
        match kind {
            Kind::Folder => folder.remove_folder(&entry)?,
            Kind::File(_) | Kind::Other if entry != MARK => drop(folder.remove(&entry)?),
            Kind::File(_) | Kind::Other => {}
        }
    }
    folder.remove(MARK)?;
    above.remove_empty(name)
}

/// A folder that is gone when it is dropped.
pub(super) struct Staging {
    above: Tree,
    name: String,
    pub(super) folder: Tree,
}

impl Staging {
    /// Makes the folder for an output that stands at this place, anew if a build that broke off left one. The output must
    /// be locked.
    pub(super) fn new(place: &Path, output: &Tree) -> io::Result<Self> {
        clear(output, WITHIN).ok();
        Self::beside(place, output).or_else(|_| Self::make(output.below(".")?, WITHIN.to_owned()))
    }

    fn beside(place: &Path, output: &Tree) -> io::Result<Self> {
        let (Some(above), Some(name)) = (place.parent(), place.file_name()) else {
            return Err(io::ErrorKind::NotFound.into());
        };
        let above = Tree::open(above)?;
        if above.identity()?.0 != output.identity()?.0 {
            return Err(io::ErrorKind::CrossesDevices.into());
        }
        Self::make(above, format!(".{}.staging", name.to_string_lossy()))
    }

    fn make(above: Tree, name: String) -> io::Result<Self> {
        clear(&above, &name)?;
        let folder = above.new_folder(&name, Mode::Private)?;
        folder.new_file(MARK, Mode::Private)?;
        Ok(Self {
            above,
            name,
            folder,
        })
    }

    /// A new file that waits for its place.
    pub(super) fn file(&self, path: &str) -> io::Result<impl Write + use<>> {
        if let Some((folder, _)) = path.rsplit_once('/') {
            self.folder.make_folders(folder)?;
        }
        self.folder.new_file(path, Mode::Public)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        clear(&self.above, &self.name).ok();
    }
}
