//! Makes what differs and hands it to the target, so that nothing is published before the last page is made without error.
//!
//! Here it is decided that a page is rewritten: one whose inputs are those it was published with is left alone. The guards
//! see every page as it is made, and are told of those that are not.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::guards::{Born, Guard};
use super::target::{Look, Target};
use crate::diagnostics::{Code, Diagnostic};
use crate::disk::{Broken, Folder};
use crate::manifest::{Manifest, Notice, Published};
use crate::pages::{Address, Page, Plan};
use crate::render::Rendered;
use crate::source::Digest;

/// What a release did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Report {
    /// Files written because they are new or differ.
    pub written: usize,
    /// Files left as they were.
    pub unchanged: usize,
    /// Files removed because nothing publishes them any more.
    pub removed: usize,
    /// Pages rendered; many of the unchanged need not be.
    pub rendered: usize,
}

/// Told of each page as it is done.
pub(super) type Progress<'a> = &'a (dyn Fn() + Sync);

/// Makes a page's bytes.
pub(super) type Make<'a> = &'a (dyn Fn(&Page) -> Result<Rendered, Vec<Diagnostic>> + Sync);

/// What became of one page.
struct Made {
    published: Published,
    is_written: bool,
    is_rendered: bool,
    warnings: Vec<Diagnostic>,
}

/// How pages are made.
pub(super) struct Rewrite<'a> {
    /// Where they go.
    pub(super) target: &'a dyn Target,
    /// The digest of what all pages share.
    pub(super) frame: Digest,
    /// Where the copies come from.
    pub(super) folder: &'a Folder,
    /// Whether what the last manifest lists is trusted.
    pub(super) trust: bool,
    /// Makes a page's bytes.
    pub(super) make: Make<'a>,
    /// Told of each page as it is done.
    pub(super) progress: Progress<'a>,
    /// Who looks at them.
    pub(super) guards: &'a [&'a dyn Guard],
    /// The digest of the rules of the guards that look at pages.
    pub(super) rules: Option<Digest>,
    /// The notices that are up.
    pub(super) notices: &'a BTreeMap<Address, Notice>,
}

impl Rewrite<'_> {
    /// Publishes a plan. With trust, a file whose inputs are those of the manifest and whose size is right is left alone
    /// unread, unless the guards have other rules than when it was published; without it every page is made and every file
    /// compared. Gives back what was done, and the warnings of guards.
    ///
    /// # Errors
    /// What stood in the way of making or writing a page, or what a guard found.
    pub(super) fn publish(&self, plan: &Plan) -> Result<(Report, Vec<Diagnostic>), Broken> {
        refuse_unfit(plan)?;
        let each = |looker: &mut Box<dyn Look + '_>, page| {
            let outcome = self.guarded(page, &mut **looker);
            (self.progress)();
            outcome
        };
        let pages = plan.pages.par_iter();
        let outcomes: Vec<Result<Made, Vec<Diagnostic>>> =
            pages.map_init(|| self.target.looker(), each).collect();
        let mut report = Report::default();
        let (mut pages, mut warnings, mut faults) = (BTreeMap::new(), Vec::new(), Vec::new());
        for (page, outcome) in plan.pages.iter().zip(outcomes) {
            match outcome {
                Ok(done) => {
                    report.written += usize::from(done.is_written);
                    report.unchanged += usize::from(!done.is_written);
                    report.rendered += usize::from(done.is_rendered);
                    warnings.extend(done.warnings);
                    pages.insert(page.address.clone(), done.published);
                }
                Err(found) => faults.extend(found),
            }
        }
        if !faults.is_empty() {
            return Err(faults.into());
        }
        let last = self.target.last();
        let is_as_before = pages == last.pages
            && last.guards == self.rules
            && last.notices == *self.notices
            && self.target.is_whole()
            && !self.target.is_fresh();
        if !is_as_before || report.written > 0 || !(self.trust || last.former.is_empty()) {
            let next = Manifest {
                with_drafts: self.target.takes_drafts(),
                guards: self.rules,
                former: self.former(&pages),
                notices: self.notices.clone(),
                pages,
            };
            report.removed = self.target.commit(&next)?;
        }
        Ok((report, warnings))
    }

    /// Whether what the last manifest lists is trusted, and was published to its end.
    fn trusts(&self) -> bool {
        self.trust && self.target.is_whole()
    }

    /// Makes a page and shows it to the guards.
    fn guarded(&self, page: &Page, looker: &mut dyn Look) -> Result<Made, Vec<Diagnostic>> {
        let mut found = Vec::new();
        let mut show = |born: &Born<'_>| {
            let said = self.guards.iter().flat_map(|guard| guard.page(page, born));
            found.extend(said);
        };
        let mut made = self.make(page, looker, &mut show)?;
        if found.iter().any(Diagnostic::is_error) {
            return Err(found);
        }
        made.warnings = found;
        Ok(made)
    }

    fn make(
        &self,
        page: &Page,
        looker: &mut dyn Look,
        show: &mut dyn FnMut(&Born<'_>),
    ) -> Result<Made, Vec<Diagnostic>> {
        let address = &page.address;
        let inputs = page.inputs_in(self.frame);
        let before = self.target.last().pages.get(address);
        let before = before.filter(|_| self.trusts());
        let mut stands = |size: u64| looker.size(address) == Some(size);
        let is_seen = self.target.last().guards == self.rules;
        let same =
            before.filter(|before| is_seen && before.inputs == inputs && stands(before.size));
        if let Some(before) = same {
            show(&Born::Kept(before));
            return Ok(made(before.clone(), false, false));
        }
        let published = |digest, size| Published {
            kind: page.content.kind().to_owned(),
            digest,
            inputs,
            size,
        };
        match (self.make)(page)? {
            Rendered::Bytes(bytes) => {
                show(&Born::Bytes(&bytes));
                let (digest, size) = (Digest::of(&bytes), bytes.len() as u64);
                let is_written = !self.is_right(address, digest, Some(size), before);
                if is_written {
                    self.target.take(address, &bytes)?;
                }
                Ok(made(published(digest, size), is_written, true))
            }
            Rendered::Copy(source, digest) => {
                show(&Born::Copy(&source));
                if self.is_right(address, digest, None, before) {
                    let size = self.target.looker().size(address).unwrap_or_default();
                    return Ok(made(published(digest, size), false, true));
                }
                let size = self.target.copy(address, &source, digest, self.folder)?;
                Ok(made(published(digest, size), true, true))
            }
            Rendered::Stands(digest, size) if stands(size) => {
                let published = published(digest, size);
                show(&Born::Kept(&published));
                Ok(made(published, false, false))
            }
            Rendered::Stands(..) => Err(vec![Diagnostic::new(Code::SourceChanged)]),
        }
    }

    /// Whether the right bytes stand in a place. What was published `before` is known by its size; anything else is read.
    fn is_right(
        &self,
        address: &Address,
        digest: Digest,
        size: Option<u64>,
        before: Option<&Published>,
    ) -> bool {
        let stands = || self.target.looker().size(address);
        match before {
            Some(before) => before.digest == digest && stands() == Some(before.size),
            None if self.target.is_fresh() => false,
            None if size.is_some_and(|size| stands() != Some(size)) => false,
            None => self.target.digest(address) == Some(digest),
        }
    }

    /// The files of the last release that stay for this one, since somebody may have a page open that asks for them: the
    /// theme's, whose names tell their bytes. The old search index is not among them: it holds words that an edit may have
    /// taken away, and a search that misses a file opens the new index.
    fn former(&self, next: &BTreeMap<Address, Published>) -> BTreeMap<Address, Published> {
        if !self.trusts() {
            return BTreeMap::new();
        }
        let stays = |address: &Address, published: &Published| {
            published.kind == "asset" && !next.contains_key(address)
        };
        let before = self.target.last().pages.iter();
        before
            .filter(|(address, published)| stays(address, published))
            .map(|(address, published)| (address.clone(), published.clone()))
            .collect()
    }
}

fn made(published: Published, is_written: bool, is_rendered: bool) -> Made {
    Made {
        published,
        is_written,
        is_rendered,
        warnings: Vec::new(),
    }
}

/// Refuses what no manifest may list: files of a theme may have any name that a disk takes.
fn refuse_unfit(plan: &Plan) -> Result<(), Broken> {
    let unfit = plan.pages.iter().map(|page| &page.address);
    let unfit = unfit.filter(|address| !address.may_be_published());
    let fault = |address: &Address| {
        Diagnostic::new(Code::NameWithoutAddress).with("name", address.to_string())
    };
    let faults: Vec<Diagnostic> = unfit.map(fault).collect();
    if faults.is_empty() {
        Ok(())
    } else {
        Err(faults.into())
    }
}
