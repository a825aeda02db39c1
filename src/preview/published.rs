//! What the last build published, as its manifest tells it; read again when the file changed.

use std::sync::{Arc, Mutex, PoisonError};

use crate::disk::{self, Folder, Stamp};
use crate::manifest::Manifest;

/// The manifest last read, and when it was written.
#[derive(Default)]
pub(super) struct LastPublished(Mutex<Option<(Option<Stamp>, Arc<Manifest>)>>);

impl LastPublished {
    /// What stands in the output of a site's folder; nothing if nothing was published.
    pub(super) fn now(&self, folder: &Folder) -> Arc<Manifest> {
        let output = folder.root().join("output");
        let stamp = disk::manifest_stamp(&output);
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, manifest)) = &*known
            && *of == stamp
        {
            return manifest.clone();
        }
        let manifest = Arc::new(disk::published(&output));
        *known = Some((stamp, manifest.clone()));
        manifest
    }
}
