//! The search index of the site as it is shown: made when somebody searches, never on the way from an edit to its page.

use std::collections::BTreeMap;
use std::sync::PoisonError;

use super::Preview;
use crate::pages::Addresses;
use crate::search::{Earlier, KeptTerms, KeptWords, Shard, kept_terms};
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
                words: self.folder.kept_words(settings.digest),
                ..Index::default()
            };
        }
        if index.revision < current.revision {
            build.read_words(&mut index.words, &self.folder).ok()?;
            let standing = |name: &str| {
                let shard = index.files.get(name)?;
                Some((shard.digest, shard.size))
            };
            let fetch = |name: &str| index.files.get(name)?.bytes.clone();
            let earlier = Earlier::open(&fetch, &standing, index.terms.clone());
            let made = build.search_index(&index.words, earlier.as_ref())?;
            let of_before = |name: &String| index.files.get(name).cloned();
            let file = |(name, shard): (&String, &Shard)| {
                let stands = shard.bytes.is_none().then(|| of_before(name)).flatten();
                (name.clone(), stands.unwrap_or_else(|| shard.clone()))
            };
            index.files = made.files().map(file).collect();
            index.terms = kept_terms(&made.segments);
            index.revision = current.revision;
        }
        Some(index.files.get(name)?.bytes.as_ref()?.to_vec())
    }
}
