//! What a run remembers for the next: the records as they were read.

use crate::cache;
use crate::disk::Folder;
use crate::engine::Engine;

/// Reads a site's sources, with what the last run remembered unless `trust` is false.
pub fn read(engine: &mut Engine, folder: &Folder, trust: bool) {
    folder.tidy();
    let changes = folder.walk();
    if let Some(bytes) = folder.kept(cache::FILE).filter(|_| trust) {
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
        folder.keep(cache::FILE, &|file| {
            cache::write(&records, settings.digest, file)
        });
    }
}
