//! What a reading of all sources comes to: a site and its plan, or faults.

use std::sync::Arc;

use crate::diagnostics::{self, Diagnostic};
use crate::manifest::{Manifest, Published};
use crate::pages::{Address, Addresses, Content, Frame, Page, Plan};
use crate::record::Key;
use crate::record::facts::Choice;
use crate::render::prose;
use crate::search::{self, Earlier, Index, KeptWords, Shard};
use crate::site::Site;
use crate::source::{Digest, Inputs, Sources};
use crate::theme::{Renderer, Theme};

/// A plan, with what is wrong. It may be published when it [is sound](Build::is_sound).
#[derive(Clone)]
pub struct Build {
    /// Every fault, in the order they are shown.
    pub diagnostics: Vec<Diagnostic>,
    /// The site, if its settings could be read.
    pub site: Site,
    /// Its pages; empty without a theme.
    pub plan: Plan,
    pub(super) theme: Option<Arc<Theme>>,
}

impl Build {
    /// Whether nothing holds the build.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.theme.is_some() && !self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// Lends what making pages takes; `None` when the theme could not be loaded.
    pub fn making<R>(&self, make: impl FnOnce(&Frame<'_>, &Renderer<'_>) -> R) -> Option<R> {
        let theme = self.theme.as_ref()?;
        let word = |id: &str, arguments: &[(&str, &str)]| theme.word(id, arguments);
        let frame = Frame::new(&self.site, theme.digest, theme.feed_style.clone(), &word);
        let renderer = theme.renderer(&frame.site);
        Some(make(&frame, &renderer))
    }

    /// Reads the words of the records that `kept` does not know yet.
    ///
    /// # Errors
    /// What stood in the way of reading a record again.
    pub fn read_words(
        &self,
        kept: &mut KeptWords,
        sources: &dyn Sources,
    ) -> Result<(), Vec<Diagnostic>> {
        kept.update(&self.site.records, &|record| prose(record, sources))
    }

    /// Makes the search index, whose files are pages like any other but cost the words of all records: a whole build adds
    /// them to its plan, the preview asks for them when somebody searches. The words must have been
    /// [read](Self::read_words). `None` when the theme, which names stages and outcomes, could not be loaded.
    #[must_use]
    pub fn search_index(&self, kept: &KeptWords, earlier: Option<&Earlier<'_>>) -> Option<Index> {
        self.making(|frame, _| {
            let label = |key: Key, choice: &Choice| frame.choice(key, choice);
            search::index(&self.site, kept, &label, earlier)
        })
    }

    /// The files of a search index as pages.
    #[must_use]
    pub fn search_pages(&self, index: &Index) -> Vec<Page> {
        let decides = self.search_inputs();
        let addresses = Addresses::of(&self.site.settings.language);
        let page = |(name, shard): (&String, &Shard)| Page {
            address: addresses.search_file(name),
            inputs: if name == search::ROOT {
                decides
            } else {
                file_inputs(shard.digest)
            },
            content: match &shard.bytes {
                Some(bytes) => Content::SearchFile(bytes.clone()),
                None => Content::StandingSearchFile(shard.digest, shard.size),
            },
        };
        index.files().map(page).collect()
    }

    /// The files of the search index as a manifest lists them, if that index was made from the same records, settings and
    /// words as this build's would be; they are pages of the plan whose files `stands` finds as they are listed.
    #[must_use]
    pub fn published_search_pages(
        &self,
        manifest: &Manifest,
        stands: &dyn Fn(&Address, &Published) -> bool,
    ) -> Option<Vec<Page>> {
        let (frame, root) =
            self.making(|frame, _| (frame.digest, frame.addresses.search_file(search::ROOT)))?;
        let before = manifest.pages.get(&root)?;
        let mut pages = Vec::new();
        for (address, published) in &manifest.pages {
            if published.kind != before.kind {
                continue;
            }
            if !stands(address, published) {
                return None;
            }
            let inputs = if *address == root {
                self.search_inputs()
            } else {
                file_inputs(published.digest)
            };
            pages.push(Page {
                address: address.clone(),
                inputs,
                content: Content::StandingSearchFile(published.digest, published.size),
            });
        }
        let is_same = |page: &Page| page.address != root || page.inputs_in(frame) == before.inputs;
        pages.iter().all(is_same).then_some(pages)
    }

    /// The digest of all that decides the search index, beside what every page shares.
    fn search_inputs(&self) -> Digest {
        let records = self.site.records.iter();
        let inputs = Inputs::of("search index").number(records.len());
        records
            .fold(inputs, |inputs, record| {
                inputs.digest(record.digest).digest(record.facts_digest)
            })
            .finish()
    }

    /// Adds faults found later, keeping the order.
    pub fn report(&mut self, faults: Vec<Diagnostic>) {
        self.diagnostics.extend(faults);
        self.site.settings.apply_severity(&mut self.diagnostics);
        diagnostics::sort(&mut self.diagnostics);
    }
}

/// The digest of what decides a file of the search index whose name tells its bytes.
fn file_inputs(bytes: Digest) -> Digest {
    Inputs::of("search file").digest(bytes).finish()
}
