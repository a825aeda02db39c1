//! A folder held by its handle. What is below it is reached from there, folder by folder, and no symbolic link on the way
//! is followed: not to read, to write, to move or to remove.
//!
//! A clone or an archive carries links, and whoever may write in the folder may make one at any time. A path would be
//! looked up through them each time anew; a handle is the folder that it was.
#![expect(
    clippy::disallowed_types,
    reason = "this room is the edge to the file system"
)]

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use cap_fs_ext::{
    AccessType, DirExt, FollowSymlinks, MetadataExt, OpenOptionsFollowExt, OpenOptionsSyncExt,
};
use cap_primitives::fs::AccessModes;
use cap_std::ambient_authority;
use cap_std::fs::{Dir, DirBuilder, Metadata, OpenOptions};

use crate::source::{Digest, Hashing};

/// How many bytes are read at once.
const PIECE: usize = 64 * 1024;

/// Who may see a file or folder that is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Whoever the system's defaults let.
    Public,
    /// Nobody but its owner.
    Private,
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    File(u64),
    Folder,
    /// A link, a pipe, a socket, a device.
    Other,
}

/// A folder, held by its handle.
pub(super) struct Tree {
    top: Dir,
}

impl Tree {
    /// Opens a folder by its path, which may lead through links.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let top = Dir::open_ambient_dir(path, ambient_authority())?;
        Ok(Self { top })
    }

    /// A folder within this one.
    pub(super) fn below(&self, path: &str) -> io::Result<Self> {
        let mut folder = None;
        for part in path.split('/') {
            let next = folder
                .as_ref()
                .unwrap_or(&self.top)
                .open_dir_nofollow(part)?;
            folder = Some(next);
        }
        match folder {
            Some(top) => Ok(Self { top }),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    /// Does something with a file's folder and its name there.
    fn within<R>(
        &self,
        path: &str,
        act: impl FnOnce(&Dir, &str) -> io::Result<R>,
    ) -> io::Result<R> {
        match path.rsplit_once('/') {
            Some((folder, name)) => act(&self.below(folder)?.top, name),
            None => act(&self.top, path),
        }
    }

    /// What the folder is, whatever it is called: the number of its file system, and its own there.
    pub(super) fn identity(&self) -> io::Result<(u64, u64)> {
        let metadata = self.top.dir_metadata()?;
        Ok((metadata.dev(), metadata.ino()))
    }

    /// What stands at a path; `None` if nothing does.
    pub(super) fn kind(&self, path: &str) -> io::Result<Option<Kind>> {
        let found = self.within(path, |folder, name| folder.symlink_metadata(name));
        match found {
            Ok(metadata) => Ok(Some(kind(&metadata))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The size of a file; `None` if there is no such file.
    pub(super) fn size(&self, path: &str) -> Option<u64> {
        match self.kind(path) {
            Ok(Some(Kind::File(size))) => Some(size),
            Ok(_) | Err(_) => None,
        }
    }

    /// Opens an ordinary file for reading; a pipe is not waited for.
    pub(super) fn file(&self, path: &str) -> io::Result<File> {
        self.within(path, |folder, name| {
            ordinary(folder, name, OpenOptions::new().read(true))
        })
    }

    /// Opens an ordinary file for reading, in one step. A link on the way may lead to another place within this folder, but
    /// not out of it.
    pub(super) fn file_anywhere(&self, path: &str) -> io::Result<File> {
        ordinary(&self.top, path, OpenOptions::new().read(true))
    }

    /// Opens an ordinary file for reading and writing; it is made if there is none.
    pub(super) fn file_to_hold(&self, name: &str) -> io::Result<File> {
        ordinary(
            &self.top,
            name,
            OpenOptions::new().read(true).write(true).create(true),
        )
    }

    /// The bytes of an ordinary file, unless they are more than so many.
    pub(super) fn read(&self, path: &str, most: u64) -> io::Result<Vec<u8>> {
        read_at_most(&self.file(path)?, most)
    }

    /// The digest and the size of an ordinary file, which is read in pieces.
    pub(super) fn digest(&self, path: &str) -> Option<(Digest, u64)> {
        let mut hashing = Hashing::default();
        let size = in_pieces(&mut self.file(path).ok()?, &mut |piece| {
            hashing.update(piece);
            Ok(())
        });
        Some((hashing.finish(), size.ok()?))
    }

    /// Makes a file that must not be there yet.
    pub(super) fn new_file(&self, path: &str, mode: Mode) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        if mode == Mode::Private {
            cap_std::fs::OpenOptionsExt::mode(&mut options, 0o600);
        }
        let file = self.top.open_with(path, &options)?;
        Ok(file.into_std())
    }

    /// Makes a folder that must not be there yet.
    pub(super) fn new_folder(&self, name: &str, mode: Mode) -> io::Result<Self> {
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        if mode == Mode::Private {
            cap_std::fs::DirBuilderExt::mode(&mut builder, 0o700);
        }
        self.top.create_dir_with(name, &builder)?;
        self.below(name)
    }

    /// Makes a folder and those above it, where they are not there yet. A record's folder is its own, so most are made by
    /// one call; only when its parent is missing are all made.
    pub(super) fn make_folders(&self, path: &str) -> io::Result<()> {
        match self.top.create_dir(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => self.top.create_dir_all(path),
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// The names in the folder, in their order, and what stands there. A name that is no text is in no plan of ours.
    pub(super) fn entries(&self) -> io::Result<Vec<(String, Kind)>> {
        let mut entries = Vec::new();
        for entry in self.top.entries()? {
            let entry = entry?;
            let file_type = entry.file_type()?;
            let kind = if file_type.is_dir() {
                Kind::Folder
            } else if file_type.is_file() {
                Kind::File(0)
            } else {
                Kind::Other
            };
            entries.push((entry.file_name().to_string_lossy().into_owned(), kind));
        }
        entries.sort_by(|left, right| left.0.cmp(&right.0));
        Ok(entries)
    }

    /// Moves what stands at a name to a name in another folder, in the place of a file that stands there.
    pub(super) fn rename(&self, from: &str, to: &Self, name: &str) -> io::Result<()> {
        self.top.rename(from, &to.top, name)
    }

    /// Removes a file, or a link itself, and the folders above it that are empty then; gives back the folder that is left,
    /// or `None` if there was nothing to remove.
    pub(super) fn remove<'p>(&self, path: &'p str) -> io::Result<Option<&'p str>> {
        let removed = self.within(path, |folder, name| folder.remove_file_or_symlink(name));
        match removed {
            Ok(()) => {}
            Err(error) if is_missing(&error) => return Ok(None),
            Err(error) => return Err(error),
        }
        let mut left = path;
        while let Some((folder, _)) = left.rsplit_once('/') {
            left = folder;
            if self
                .within(folder, |above, name| above.remove_dir(name))
                .is_err()
            {
                return Ok(Some(folder));
            }
        }
        Ok(Some(""))
    }

    /// Removes a folder that is empty.
    pub(super) fn remove_empty(&self, name: &str) -> io::Result<()> {
        self.top.remove_dir(name)
    }

    /// Removes a folder with everything in it; of a link, the link itself.
    pub(super) fn remove_folder(&self, name: &str) -> io::Result<()> {
        self.top.remove_dir_all(name)
    }

    /// Whether entries may be made and removed in the folder.
    pub(super) fn may_write(&self) -> bool {
        let modes = AccessModes {
            readable: true,
            writable: true,
            executable: true,
        };
        self.top.access(".", AccessType::Access(modes)).is_ok()
    }

    /// Waits until what was done to the folder's entries is on the disk.
    pub(super) fn flush(&self) -> io::Result<()> {
        self.itself()?.sync_all()
    }

    /// Keeps everybody but the owner out.
    #[cfg(unix)]
    pub(super) fn close_to_others(&self) -> io::Result<()> {
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o700);
        self.itself()?.set_permissions(mode)
    }

    /// Who may see a folder is not ours to say here.
    #[cfg(not(unix))]
    pub(super) fn close_to_others(&self) -> io::Result<()> {
        Ok(())
    }

    fn itself(&self) -> io::Result<File> {
        Ok(self.top.open(".")?.into_std())
    }
}

/// Looks at many files, one behind the other in the order of their paths: a folder that holds the next as well is not
/// opened again.
pub struct Looker<'t> {
    tree: &'t Tree,
    /// The folders on the way to the last file, the top one first.
    way: Vec<(String, Dir)>,
}

impl<'t> Looker<'t> {
    pub(super) fn new(tree: &'t Tree) -> Self {
        Self {
            tree,
            way: Vec::new(),
        }
    }

    /// The size of a file; `None` if there is no such file.
    pub fn size(&mut self, path: &str) -> Option<u64> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let parts = || folder.split('/').filter(|part| !part.is_empty());
        let same = self.way.iter().zip(parts());
        let same = same.take_while(|((known, _), part)| known == part).count();
        self.way.truncate(same);
        for part in parts().skip(same) {
            let next = self.last().open_dir_nofollow(part).ok()?;
            self.way.push((part.to_owned(), next));
        }
        let metadata = self.last().symlink_metadata(name).ok()?;
        metadata.is_file().then(|| metadata.len())
    }

    fn last(&self) -> &Dir {
        self.way.last().map_or(&self.tree.top, |(_, folder)| folder)
    }
}

fn kind(metadata: &Metadata) -> Kind {
    if metadata.is_file() {
        Kind::File(metadata.len())
    } else if metadata.is_dir() {
        Kind::Folder
    } else {
        Kind::Other
    }
}

/// Whether an error says that nothing stands at a path, or that the way there is no folder of ours.
fn is_missing(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// Opens what must be an ordinary file: no link is followed to it, and a pipe is not waited for.
fn ordinary(folder: &Dir, path: &str, options: &mut OpenOptions) -> io::Result<File> {
    options.follow(FollowSymlinks::No).nonblock(true);
    let file = folder.open_with(path, options)?;
    if file.metadata()?.is_file() {
        Ok(file.into_std())
    } else {
        Err(io::Error::other("it is no ordinary file"))
    }
}

/// The bytes of a file, unless they are more than so many.
pub(super) fn read_at_most(file: &File, most: u64) -> io::Result<Vec<u8>> {
    let size = file.metadata()?.len();
    let mut bytes = Vec::new();
    if size <= most {
        bytes.reserve_exact(usize::try_from(size).unwrap_or_default() + 1);
        file.take(most + 1).read_to_end(&mut bytes)?;
    }
    if size > most || bytes.len() as u64 > most {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Reads to the end in pieces; gives back how many bytes there were.
pub(super) fn in_pieces(
    from: &mut dyn Read,
    each: &mut dyn FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<u64> {
    let mut buffer = vec![0; PIECE];
    let mut size = 0;
    loop {
        match from.read(&mut buffer) {
            Ok(0) => return Ok(size),
            Ok(count) => {
                each(&buffer[..count])?;
                size += count as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// Writes a new file, and waits until it is on the disk.
pub(super) fn write_flushed(folder: &Tree, name: &str, bytes: &[u8]) -> io::Result<()> {
    let mut file = folder.new_file(name, Mode::Public)?;
    file.write_all(bytes)?;
    file.sync_all()
}
