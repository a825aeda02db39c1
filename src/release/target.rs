//! Where a release goes: what stands there, what it takes, how it is committed.
//!
//! The local folder is one such place. Whoever adds another (a store of objects, a server) writes these functions for it;
//! nothing else in the room knows where the files of a site stand.

use crate::diagnostics::Diagnostic;
use crate::disk::{Broken, Folder, Looker, Output};
use crate::manifest::{Manifest, Published};
use crate::pages::Address;
use crate::source::{Digest, SourcePath};

/// Where a release goes. It is held against other releases as long as it lives.
pub trait Target: Sync {
    /// What was published there last.
    fn last(&self) -> &Manifest;

    /// Whether the last release came to its end, so that its manifest may be trusted.
    fn is_whole(&self) -> bool;

    /// Whether nothing was ever published there.
    fn is_fresh(&self) -> bool;

    /// Whether drafts and withheld records go there.
    fn takes_drafts(&self) -> bool;

    /// Tells of many files, one after another.
    fn looker(&self) -> Box<dyn Look + '_>;

    /// The bytes of a published file, if they are still those that the manifest lists.
    fn read(&self, address: &Address) -> Option<Vec<u8>>;

    /// The digest of the file that stands at an address.
    fn digest(&self, address: &Address) -> Option<Digest>;

    /// Takes a file of the next release; it is not seen before the release is committed.
    ///
    /// # Errors
    /// When it cannot be written, or would stand in the place of a file that is not ours.
    fn take(&self, address: &Address, bytes: &[u8]) -> Result<(), Vec<Diagnostic>>;

    /// Takes a copy of a source that must still have this digest. Gives back its size.
    ///
    /// # Errors
    /// As for [`take`](Self::take), and when the source has changed.
    fn copy(
        &self,
        address: &Address,
        source: &SourcePath,
        digest: Digest,
        folder: &Folder,
    ) -> Result<u64, Vec<Diagnostic>>;

    /// Puts all that it took into place, and takes away what the next manifest does not list. Gives back how many files were
    /// taken away.
    ///
    /// # Errors
    /// What stood in the way, and whether something was changed before.
    fn commit(&self, next: &Manifest) -> Result<usize, Broken>;
}

/// Tells of many files, one after another.
pub trait Look {
    /// The size of the file at an address; `None` if there is none.
    fn size(&mut self, address: &Address) -> Option<u64>;
}

impl Look for Looker<'_> {
    fn size(&mut self, address: &Address) -> Option<u64> {
        Looker::size(self, &address.output_path())
    }
}

impl Target for Output {
    fn last(&self) -> &Manifest {
        &self.manifest
    }

    fn is_whole(&self) -> bool {
        Self::is_whole(self)
    }

    fn is_fresh(&self) -> bool {
        Self::is_fresh(self)
    }

    fn takes_drafts(&self) -> bool {
        Self::takes_drafts(self)
    }

    fn looker(&self) -> Box<dyn Look + '_> {
        Box::new(Self::looker(self))
    }

    fn read(&self, address: &Address) -> Option<Vec<u8>> {
        Self::read(self, address)
    }

    fn digest(&self, address: &Address) -> Option<Digest> {
        Self::digest(self, address)
    }

    fn take(&self, address: &Address, bytes: &[u8]) -> Result<(), Vec<Diagnostic>> {
        Self::take(self, address, bytes)
    }

    fn copy(
        &self,
        address: &Address,
        source: &SourcePath,
        digest: Digest,
        folder: &Folder,
    ) -> Result<u64, Vec<Diagnostic>> {
        Self::copy(self, address, source, digest, folder)
    }

    fn commit(&self, next: &Manifest) -> Result<usize, Broken> {
        Self::commit(self, next)
    }
}

/// Whether the file that a manifest lists stands at its address in its size.
pub(super) fn stands(target: &dyn Target, address: &Address, published: &Published) -> bool {
    target.looker().size(address) == Some(published.size)
}
