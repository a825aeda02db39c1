//! The search index of the site as it is shown: made when somebody searches, never on the way from an edit to its page.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::state::Snapshot;
use crate::disk::Folder;
use crate::pages::Addresses;
use crate::release::{self, Before, kept_words};
use crate::search::{KeptTerms, KeptWords, Shard, kept_terms};
use crate::source::Digest;

/// The index last asked for, and the words it was made from.
#[derive(Default)]
struct KeptIndex {
    revision: u64,
    settings: Option<Digest>,
    words: KeptWords,
    terms: KeptTerms,
    files: BTreeMap<String, Shard>,
}

/// The search index of what is shown.
#[derive(Default)]
pub(super) struct SearchIndex(Mutex<KeptIndex>);

impl SearchIndex {
    /// A file of the search index by its address; `None` if there is no such file, or a record could not be read. Nobody
    /// waits for the index while it is made but those who search.
    pub(super) fn file(
        &self,
        current: &Snapshot,
        folder: &Folder,
        address: &str,
    ) -> Option<Vec<u8>> {
        let build = current.shown();
        let settings = &build.site.settings;
        let below = Addresses::of(&settings.language).search_file("");
        let name = address.strip_prefix(below.as_str())?;
        let mut index = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if index.settings != Some(settings.digest) {
            *index = KeptIndex {
                settings: Some(settings.digest),
                words: kept_words(folder, settings.digest),
                ..KeptIndex::default()
            };
        }
        let KeptIndex {
            revision,
            words,
            terms,
            files,
            ..
        } = &mut *index;
        if *revision < current.revision {
            let standing = |name: &str| {
                let shard = files.get(name)?;
                Some((shard.digest, shard.size))
            };
            let fetch = |name: &str| files.get(name)?.bytes.clone();
            let before = Before {
                fetch: &fetch,
                standing: &standing,
                terms: terms.clone(),
            };
            let made = release::index(build, folder, words, Some(before));
            let made = made.ok()??;
            let file = |(name, shard): (&String, &Shard)| {
                let stands = shard.bytes.is_none().then(|| files.get(name).cloned());
                (
                    name.clone(),
                    stands.flatten().unwrap_or_else(|| shard.clone()),
                )
            };
            let made_files = made.files().map(file).collect();
            *files = made_files;
            *terms = kept_terms(&made.segments);
            *revision = current.revision;
        }
        Some(files.get(name)?.bytes.as_ref()?.to_vec())
    }
}
