//! The search index of a release: all of it or a segment is taken from what was published, if it was made from the same.

use std::sync::Arc;

use super::Release;
use crate::cache;
use crate::diagnostics::Diagnostic;
use crate::disk::{Folder, Output};
use crate::engine::{Build, Engine};
use crate::manifest::Published;
use crate::pages::{Address, Addresses};
use crate::search::{Earlier, KeptTerms, KeptWords, kept_terms};

/// Adds the search index to the plan, and keeps the words it was made from for the next run. Words of drafts are not kept.
pub(super) fn add(
    engine: &Engine,
    build: &mut Build,
    folder: &Folder,
    output: &Output,
    release: &Release<'_>,
) -> Result<(), Vec<Diagnostic>> {
    let published = (release.trust && output.is_whole()).then_some(&output.manifest);
    let stands = |address: &Address, published: &Published| output.has(address, published);
    let pages = published.and_then(|published| build.published_search_pages(published, &stands));
    if let Some(pages) = pages {
        build.plan.add(pages);
        return Ok(());
    }
    let is_kept = !release.clock.with_drafts;
    let settings = engine.settings().filter(|_| release.trust && is_kept);
    let mut kept = settings.map_or_else(KeptWords::default, |settings| {
        folder.kept_words(settings.digest)
    });
    build.read_words(&mut kept, folder)?;
    if let Some(settings) = engine.settings().filter(|_| is_kept && kept.has_news()) {
        folder.keep(cache::WORDS, &|file| kept.write(settings.digest, file));
    }
    let addresses = Addresses::of(&build.site.settings.language);
    let standing = |name: &str| {
        let address = addresses.search_file(name);
        let published = published?.pages.get(&address)?;
        let stands = output.has(&address, published);
        stands.then_some((published.digest, published.size))
    };
    let fetch = |name: &str| output.read(&addresses.search_file(name)).map(Arc::from);
    let earlier = published.and_then(|_| {
        let terms = folder.kept(cache::TERMS).filter(|_| is_kept);
        let terms = KeptTerms::from_bytes(&terms.unwrap_or_default());
        Earlier::open(&fetch, &standing, terms)
    });
    if let Some(index) = build.search_index(&kept, earlier.as_ref()) {
        if is_kept {
            let terms = kept_terms(&index.segments).to_bytes();
            folder.keep(cache::TERMS, &|file| file.write_all(&terms));
        }
        build.plan.add(build.search_pages(&index));
    }
    Ok(())
}
