//! What a run remembers for the next, below `.diarium/`: the records as they were read, their words, and what the terms of the
//! search index were made of. All that is kept there is read and written here.

use crate::cache;
use crate::disk::{Folder, Kept};
use crate::engine::Engine;
use crate::search::{Index, KeptTerms, KeptWords};
use crate::source::Digest;

/// Reads a site's sources, with what the last run remembered unless `trust` is false.
pub fn read(engine: &mut Engine, folder: &Folder, trust: bool) {
    folder.tidy();
    let changes = folder.walk();
    if let Some(bytes) = folder.kept(Kept::Records).filter(|_| trust) {
        let settings = Engine::settings_digest(folder);
        engine.recall(cache::from_bytes(&bytes, settings));
    }
    engine.read(&changes, folder);
}

/// Remembers what was read, if that is news.
pub fn remember(engine: &Engine, folder: &Folder) {
    let Some(settings) = engine.settings() else {
        return;
    };
    if engine.has_news() {
        let records: Vec<_> = engine.faultless().collect();
        folder.keep(Kept::Records, &|file| {
            cache::write(&records, settings.digest, file)
        });
    }
}

/// The words of records that an earlier run kept under these settings; none if there are none.
#[must_use]
pub fn kept_words(folder: &Folder, settings: Digest) -> KeptWords {
    let bytes = folder.kept(Kept::Words);
    bytes.map_or_else(KeptWords::default, |bytes| {
        KeptWords::from_bytes(&bytes, settings)
    })
}

/// Keeps the words of records, read under these settings.
pub(super) fn keep_words(words: &KeptWords, folder: &Folder, settings: Digest) {
    folder.keep(Kept::Words, &|file| words.write(settings, file));
}

/// What the terms of the index that was published last were made of.
pub(super) fn kept_terms(folder: &Folder) -> KeptTerms {
    KeptTerms::from_bytes(&folder.kept(Kept::Terms).unwrap_or_default())
}

/// Keeps what the terms of an index were made of.
pub(super) fn keep_terms(index: &Index, folder: &Folder) {
    let terms = crate::search::kept_terms(&index.segments).to_bytes();
    folder.keep(Kept::Terms, &|file| file.write_all(&terms));
}
