//! The search index of the site as it is shown: made when somebody searches, never on the way from an edit to its page.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use super::Preview;
use crate::pages::{Addresses, Content, Page};
use crate::search::{KeptWords, Segment};
use crate::source::Digest;

/// The index last asked for, and the words it was made from.
#[derive(Default)]
pub(super) struct Index {
    revision: u64,
    settings: Option<Digest>,
    words: KeptWords,
    segments: Vec<Segment>,
    files: BTreeMap<String, Arc<[u8]>>,
}

impl Preview {
    /// A file of the search index by its address; `None` if there is no such file, or a record could not be read.
    pub(super) fn search_file(&self, address: &str) -> Option<Vec<u8>> {
        let revision = *self.revision.borrow();
        let current = self.read();
        let build = current.shown();
        let settings = &build.site.settings;
        let folder = Addresses::of(&settings.language).search_file("");
        if !address.starts_with(folder.as_str()) {
            return None;
        }
        let mut index = self.index.lock().unwrap_or_else(PoisonError::into_inner);
        if index.settings != Some(settings.digest) {
            *index = Index {
                settings: Some(settings.digest),
                words: self.folder.kept_words(settings.digest),
                ..Index::default()
            };
        }
        if index.revision != revision {
            build.read_words(&mut index.words, &self.folder).ok()?;
            let is_of = |inputs| move |segment: &&Segment| segment.inputs == inputs;
            let earlier = |inputs| index.segments.iter().find(is_of(inputs)).cloned();
            let made = build.search_index(&index.words, &earlier)?;
            index.files = build
                .search_pages(&made)
                .into_iter()
                .filter_map(file)
                .collect();
            index.segments = made.segments;
            index.revision = revision;
        }
        index.files.get(address).map(|bytes| bytes.to_vec())
    }
}

fn file(page: Page) -> Option<(String, Arc<[u8]>)> {
    match page.content {
        Content::SearchFile(bytes) => Some((page.address.as_str().to_owned(), bytes)),
        _ => None,
    }
}
