//! Makes what differs and lays it ready, so that nothing is published before the last page is made without error.
//!
//! A page whose inputs are those it was published with is left alone. The others are made and wait in the staging folder;
//! [`commit`](super::commit) puts them in their places. If the program died there once, the note of that publication tells
//! the next build what it may find, and that build trusts no file it has not read.

use std::collections::BTreeMap;
use std::io::Write;

use rayon::prelude::*;

use super::Folder;
use super::output::{BrokenOff, Output, failed};
use super::tree::{Kind, Looker};
use crate::diagnostics::{Code, Diagnostic};
use crate::manifest::{Manifest, Published};
use crate::pages::{Address, Page, Plan};
use crate::render::Rendered;
use crate::source::{Digest, SourcePath};

/// What a publication did.
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

/// A publication that came to no good end.
#[derive(Debug)]
pub struct Broken {
    /// What stood in the way.
    pub faults: Vec<Diagnostic>,
    /// Whether something in the output was changed before.
    pub is_changed: bool,
}

/// Told of each page as it is done.
pub type Progress<'a> = &'a (dyn Fn() + Sync);

/// Makes a page's bytes.
type Make<'a> = &'a (dyn Fn(&Page) -> Result<Rendered, Vec<Diagnostic>> + Sync);

/// What became of one page.
struct Made {
    published: Published,
    is_written: bool,
    is_rendered: bool,
}

/// How pages are made.
struct Making<'a> {
    frame: Digest,
    folder: &'a Folder,
    trust: bool,
    make: Make<'a>,
    ours: BTreeMap<String, &'a Published>,
}

impl From<Vec<Diagnostic>> for Broken {
    fn from(faults: Vec<Diagnostic>) -> Self {
        Self {
            faults,
            is_changed: false,
        }
    }
}

impl Output {
    /// Publishes a plan, its pages in the frame of this digest. With `trust`, a file whose inputs are those of the manifest
    /// and whose size is right is left alone unread; without it every page is made and every file compared.
    ///
    /// # Errors
    /// What stood in the way of making or writing a page; the output is as it was before, unless the disk failed while
    /// files were put in their places, which the next build mends.
    pub fn publish(
        &self,
        plan: &Plan,
        frame: Digest,
        folder: &Folder,
        trust: bool,
        make: Make<'_>,
        progress: Progress<'_>,
    ) -> Result<Report, Broken> {
        refuse_unfit(plan)?;
        let making = Making {
            frame,
            folder,
            trust: trust && self.is_whole(),
            make,
            ours: self.ours(),
        };
        let each = |looker: &mut Looker<'_>, page| {
            let outcome = self.make(page, &making, looker);
            progress();
            outcome
        };
        let pages = plan.pages.par_iter();
        let outcomes: Vec<Result<Made, Vec<Diagnostic>>> =
            pages.map_init(|| Looker::new(&self.tree), each).collect();
        let mut report = Report::default();
        let mut pages = BTreeMap::new();
        let mut faults = Vec::new();
        for (page, outcome) in plan.pages.iter().zip(outcomes) {
            match outcome {
                Ok(done) => {
                    report.written += usize::from(done.is_written);
                    report.unchanged += usize::from(!done.is_written);
                    report.rendered += usize::from(done.is_rendered);
                    pages.insert(page.address.clone(), done.published);
                }
                Err(found) => faults.extend(found),
            }
        }
        if !faults.is_empty() {
            return Err(faults.into());
        }
        let is_as_before = pages == self.manifest.pages && self.is_whole() && !self.is_fresh;
        if !is_as_before || report.written > 0 || !(trust || self.manifest.former.is_empty()) {
            let next = Manifest {
                with_drafts: self.with_drafts,
                former: self.former(&pages, making.trust),
                pages,
            };
            report.removed = self.commit(&next, &making.ours)?;
        }
        Ok(report)
    }

    fn make(
        &self,
        page: &Page,
        making: &Making<'_>,
        looker: &mut Looker<'_>,
    ) -> Result<Made, Vec<Diagnostic>> {
        let path = page.address.output_path();
        let inputs = page.inputs_in(making.frame);
        let before = self.manifest.pages.get(&page.address);
        let before = before.filter(|_| making.trust);
        let mut stands = |size: u64| looker.size(&path) == Some(size);
        if let Some(before) = before.filter(|before| before.inputs == inputs && stands(before.size))
        {
            return Ok(Made {
                published: before.clone(),
                is_written: false,
                is_rendered: false,
            });
        }
        let made = |digest, size, is_written, is_rendered| Made {
            published: Published {
                kind: page.content.kind().to_owned(),
                digest,
                inputs,
                size,
            },
            is_written,
            is_rendered,
        };
        match (making.make)(page)? {
            Rendered::Bytes(bytes) => {
                let (digest, size) = (Digest::of(&bytes), bytes.len() as u64);
                let is_written = !self.is_right(&path, digest, Some(size), before);
                if is_written {
                    self.refuse_foreign(&path, making)?;
                    self.lay_ready(&path, &bytes)?;
                }
                Ok(made(digest, size, is_written, true))
            }
            Rendered::Copy(source, digest) => {
                if self.is_right(&path, digest, None, before) {
                    let size = self.tree.size(&path).unwrap_or_default();
                    return Ok(made(digest, size, false, true));
                }
                self.refuse_foreign(&path, making)?;
                let size = self.copy(&source, digest, &path, making.folder)?;
                Ok(made(digest, size, true, true))
            }
            Rendered::Stands(digest, size) if stands(size) => Ok(made(digest, size, false, false)),
            Rendered::Stands(..) => Err(vec![Diagnostic::new(Code::SourceChanged)]),
        }
    }

    /// Whether the right bytes stand in a place. What was published `before` is known by its size; anything else is read.
    fn is_right(
        &self,
        path: &str,
        digest: Digest,
        size: Option<u64>,
        before: Option<&Published>,
    ) -> bool {
        let stands = || self.tree.size(path);
        match before {
            Some(before) => before.digest == digest && stands() == Some(before.size),
            None if self.is_fresh => false,
            None if size.is_some_and(|size| stands() != Some(size)) => false,
            None => self
                .tree
                .digest(path)
                .is_some_and(|(found, _)| found == digest),
        }
    }

    fn lay_ready(&self, path: &str, bytes: &[u8]) -> Result<(), Vec<Diagnostic>> {
        let file = self.staging.file(path);
        file.and_then(|mut file| file.write_all(bytes))
            .map_err(|error| vec![failed(&self.shown(path), &error)])
    }

    fn copy(
        &self,
        source: &SourcePath,
        digest: Digest,
        path: &str,
        folder: &Folder,
    ) -> Result<u64, Vec<Diagnostic>> {
        let failed = |error: &std::io::Error| failed(&self.shown(path), error);
        let mut file = self
            .staging
            .file(path)
            .map_err(|error| vec![failed(&error)])?;
        folder.copy_unchanged(source, digest, &mut file, &failed)
    }

    /// A file that no manifest lists was put there by somebody else, and is not ours to replace.
    fn refuse_foreign(&self, path: &str, making: &Making<'_>) -> Result<(), Vec<Diagnostic>> {
        let is_known = self.is_fresh
            || matches!(self.broken_off, BrokenOff::Unknown)
            || making.ours.contains_key(path);
        if is_known || !matches!(self.tree.kind(path), Ok(Some(Kind::File(_) | Kind::Other))) {
            return Ok(());
        }
        let fault = Diagnostic::new(Code::OutputNotOurs)
            .with("path", self.shown(path).to_string_lossy())
            .with("reason", "file");
        Err(vec![fault])
    }

    /// The files of the last release that stay for this one, since somebody may have a page open that asks for them: the
    /// theme's, whose names tell their bytes. The old search index is not among them: it holds words that an edit may have
    /// taken away, and a search that misses a file opens the new index.
    fn former(
        &self,
        next: &BTreeMap<Address, Published>,
        trust: bool,
    ) -> BTreeMap<Address, Published> {
        if !trust {
            return BTreeMap::new();
        }
        let stays = |address: &Address, published: &Published| {
            published.kind == "asset" && !next.contains_key(address)
        };
        let before = self.manifest.pages.iter();
        before
            .filter(|(address, published)| stays(address, published))
            .map(|(address, published)| (address.clone(), published.clone()))
            .collect()
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
