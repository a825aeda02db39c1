//! The search index of the site as it is shown: made when somebody searches, never on the way from an edit to its page.

use std::collections::BTreeMap;
use std::sync::PoisonError;

use super::Preview;
use crate::pages::Addresses;
use crate::release::{self, Before, kept_words};
use crate::search::{KeptTerms, KeptWords, Shard, kept_terms};
use crate::source::Digest;

/// The index last asked for, and the words it was made from.
#[derive(Default)]
pub(super) struct Index {
    revision: u64,
    settings: Option<Digest>,
    words: KeptWords,
    terms: KeptTerms,
    files: BTreeMap<String, Shard>,
}

impl Preview {
    /// A file of the search index by its address; `None` if there is no such file, or a record could not be read. Nobody
    /// waits for the index while it is made but those who search.
    pub(super) fn search_file(&self, address: &str) -> Option<Vec<u8>> {
        let current = self.now();
        let build = current.shown();
        let settings = &build.site.settings;
        let folder = Addresses::of(&settings.language).search_file("");
        let name = address.strip_prefix(folder.as_str())?;
        let mut index = self.index.lock().unwrap_or_else(PoisonError::into_inner);
        if index.settings != Some(settings.digest) {
            *index = Index {
                settings: Some(settings.digest),
                words: kept_words(&self.folder, settings.digest),
                ..Index::default()
            };
        }
        let Index {
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
            let made = release::index(build, &self.folder, words, Some(before));
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
