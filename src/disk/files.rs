//! The files of a release, as the output folder takes them: laid ready in the staging folder, and told of where they stand.

use std::io::Write;

use super::Folder;
use super::output::{BrokenOff, Output, failed};
use super::tree::{Kind, Looker};
use crate::diagnostics::{Code, Diagnostic};
use crate::pages::Address;
use crate::source::{Digest, SourcePath};

/// A publication that came to no good end.
#[derive(Debug)]
pub struct Broken {
    /// What stood in the way.
    pub faults: Vec<Diagnostic>,
    /// Whether something in the output was changed before.
    pub is_changed: bool,
}

impl From<Vec<Diagnostic>> for Broken {
    fn from(faults: Vec<Diagnostic>) -> Self {
        Self {
            faults,
            is_changed: false,
        }
    }
}

impl Output {
    /// Tells of the sizes of many files; quickest in the order of their addresses.
    #[must_use]
    pub fn looker(&self) -> Looker<'_> {
        Looker::new(&self.tree)
    }

    /// The digest of the file that stands at an address.
    #[must_use]
    pub fn digest(&self, address: &Address) -> Option<Digest> {
        let found = self.tree.digest(&address.output_path());
        found.map(|(digest, _)| digest)
    }

    /// Lays a file ready.
    ///
    /// # Errors
    /// When it cannot be written, or would stand in the place of a file that is not ours.
    pub fn take(&self, address: &Address, bytes: &[u8]) -> Result<(), Vec<Diagnostic>> {
        let path = address.output_path();
        self.refuse_foreign(&path)?;
        let file = self.staging.file(&path);
        file.and_then(|mut file| file.write_all(bytes))
            .map_err(|error| vec![failed(&self.shown(&path), &error)])
    }

    /// Lays a copy of a source ready, which must still have this digest. Gives back its size.
    ///
    /// # Errors
    /// As for [`take`](Self::take), and when the source has changed.
    pub fn copy(
        &self,
        address: &Address,
        source: &SourcePath,
        digest: Digest,
        folder: &Folder,
    ) -> Result<u64, Vec<Diagnostic>> {
        let path = address.output_path();
        self.refuse_foreign(&path)?;
        let failed = |error: &std::io::Error| failed(&self.shown(&path), error);
        let file = self.staging.file(&path);
        let mut file = file.map_err(|error| vec![failed(&error)])?;
        folder.copy_unchanged(source, digest, &mut file, &failed)
    }

    /// A file that no manifest lists was put there by somebody else, and is not ours to replace.
    fn refuse_foreign(&self, path: &str) -> Result<(), Vec<Diagnostic>> {
        let is_known =
            self.is_fresh() || matches!(self.broken_off, BrokenOff::Unknown) || self.is_ours(path);
        if is_known || !matches!(self.tree.kind(path), Ok(Some(Kind::File(_) | Kind::Other))) {
            return Ok(());
        }
        let fault = Diagnostic::new(Code::OutputNotOurs)
            .with("path", self.shown(path).to_string_lossy())
            .with("reason", "file");
        Err(vec![fault])
    }
}
