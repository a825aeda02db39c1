//! The search index of a site: made in one way for a release, for a search on the command line and for the preview.

use std::sync::Arc;

use super::Release;
use super::guards::rules;
use super::remember::{keep_terms, keep_words, kept_terms, kept_words};
use super::target::{Target, stands};
use crate::diagnostics::Diagnostic;
use crate::disk::Folder;
use crate::engine::Build;
use crate::manifest::Published;
use crate::pages::{Address, Addresses};
use crate::search::{Earlier, Fetch, Index, KeptTerms, KeptWords, Standing};
use crate::source::Sources;

/// An index that was made earlier: how its files are fetched, what is known of those that stand, what its terms were made of.
pub struct Before<'a> {
    /// Gives the bytes of a file by its name.
    pub fetch: Fetch<'a>,
    /// Gives the digest and the size of a file that stands as it was made.
    pub standing: Standing<'a>,
    /// What its terms were made of.
    pub terms: KeptTerms,
}

/// Makes the index of a build. `words` are those known so far, to which the words of new records are added; of an index
/// made before is taken what still holds. `None` when the theme could not be loaded.
///
/// # Errors
/// What stood in the way of reading a record's prose.
pub fn index(
    build: &Build,
    sources: &dyn Sources,
    words: &mut KeptWords,
    before: Option<Before<'_>>,
) -> Result<Option<Index>, Vec<Diagnostic>> {
    build.read_words(words, sources)?;
    let earlier =
        before.and_then(|before| Earlier::open(before.fetch, before.standing, before.terms));
    Ok(build.search_index(words, earlier.as_ref()))
}

/// Adds the index to the plan of a release: as it stands, if nothing that decides it has changed. What it was made of is kept
/// for the next run, but for words of drafts.
pub(super) fn add(
    build: &mut Build,
    folder: &Folder,
    target: &dyn Target,
    release: &Release<'_>,
) -> Result<(), Vec<Diagnostic>> {
    let is_seen = target.last().guards == rules(release.guards);
    let published = (release.trust && is_seen && target.is_whole()).then(|| target.last());
    let is_there = |address: &Address, published: &Published| stands(target, address, published);
    let pages = published.and_then(|published| build.published_search_pages(published, &is_there));
    if let Some(pages) = pages {
        build.plan.add(pages);
        return Ok(());
    }
    let settings = build.site.settings.clone();
    let is_kept = !release.clock.with_drafts;
    let mut words = if release.trust && is_kept {
        kept_words(folder, settings.digest)
    } else {
        KeptWords::default()
    };
    let addresses = Addresses::of(&settings.language);
    let standing = |name: &str| {
        let address = addresses.search_file(name);
        let published = published?.pages.get(&address)?;
        stands(target, &address, published).then_some((published.digest, published.size))
    };
    let fetch = |name: &str| target.read(&addresses.search_file(name)).map(Arc::from);
    let before = published.map(|_| Before {
        fetch: &fetch,
        standing: &standing,
        terms: if is_kept {
            kept_terms(folder)
        } else {
            KeptTerms::default()
        },
    });
    let made = index(build, folder, &mut words, before)?;
    if is_kept && words.has_news() {
        keep_words(&words, folder, settings.digest);
    }
    if let Some(made) = made {
        if is_kept {
            keep_terms(&made, folder);
        }
        let pages = build.search_pages(&made);
        build.plan.add(pages);
    }
    Ok(())
}
