//! The lock of an output folder: a file of its own that stays when the build is over, so that all who come find the same.
//!
//! While it is held it names who holds it; the time is that of the file. It is empty at rest.
#![expect(
    clippy::disallowed_types,
    reason = "this room is the edge to the file system"
)]

use std::fs::File;
use std::io::{self, Write};

use jiff::{Timestamp, Unit};

use super::tree::{Tree, read_at_most};

/// The file's name.
pub(super) const LOCK: &str = ".lock";
/// More than a number of a process takes.
const MOST: u64 = 64;

/// A lock that is held until it is dropped.
pub(super) struct Lock {
    file: File,
}

/// Who holds a lock, as far as it is known.
#[derive(Debug, Default)]
pub(super) struct Holder {
    /// The number of the process.
    pub(super) process: String,
    /// Since when, in universal time.
    pub(super) since: String,
}

impl Lock {
    /// Takes the lock of a folder, or says who holds it.
    pub(super) fn take(folder: &Tree) -> io::Result<Result<Self, Holder>> {
        let mut file = folder.file_to_hold(LOCK)?;
        if file.try_lock().is_err() {
            return Ok(Err(Holder::of(folder, &file)));
        }
        if !has_one_name(&file)? {
            return Err(io::Error::other(format!(
                "`{LOCK}` is not the program's own"
            )));
        }
        file.set_len(0)?;
        file.write_all(std::process::id().to_string().as_bytes())?;
        Ok(Ok(Self { file }))
    }
}

/// Whether a file has no other name: what is written to it is written to no file of somebody else's.
#[cfg(unix)]
fn has_one_name(file: &File) -> io::Result<bool> {
    Ok(std::os::unix::fs::MetadataExt::nlink(&file.metadata()?) == 1)
}

/// How many names a file has is not told here.
#[cfg(not(unix))]
fn has_one_name(_: &File) -> io::Result<bool> {
    Ok(true)
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.file.set_len(0).ok();
    }
}

impl Holder {
    fn of(folder: &Tree, file: &File) -> Self {
        let told = folder.file(LOCK).and_then(|file| read_at_most(&file, MOST));
        let process = String::from_utf8(told.unwrap_or_default()).unwrap_or_default();
        let changed = file.metadata().and_then(|metadata| metadata.modified());
        let since = changed.ok().and_then(|time| {
            let time = Timestamp::try_from(time).ok()?;
            Some(time.round(Unit::Second).ok()?.to_string())
        });
        let is_number = |text: &String| text.bytes().all(|byte| byte.is_ascii_digit());
        Self {
            process: Some(process)
                .filter(is_number)
                .filter(|text| !text.is_empty())
                .unwrap_or_else(|| "?".to_owned()),
            since: since.unwrap_or_else(|| "?".to_owned()),
        }
    }
}
