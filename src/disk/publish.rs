//! Writes what differs, so that readers see a whole file or the one before it, never a part.
//!
//! Files are made beside their places while pages are rendered. When the last one is made without error, the new
//! manifest is put down as a note of what is under way, the files are renamed into place (a folder that is new moves as
//! a whole), what is no longer published is removed, and the note becomes the manifest. If the program dies in between,
//! the note tells the next build what it may find, and that build trusts no file it has not read.
#![expect(
    clippy::disallowed_methods,
    reason = "this room is the edge to the file system"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::output::{LOCK, NEXT_MANIFEST, Output, STAGING, failed};
use super::{Folder, digest_of};
use crate::diagnostics::{Code, Diagnostic};
use crate::manifest::{self, Manifest, Published};
use crate::pages::{Address, Page, Plan};
use crate::render::Rendered;
use crate::source::Digest;

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

impl Output {
    /// Publishes a plan, its pages in the frame of this digest. With `trust`, a file whose inputs are those of the manifest and whose size is right is left
    /// alone unread; without it every page is made and every file compared.
    ///
    /// # Errors
    /// What stood in the way of making or writing a page; the output is as it was before, unless the disk failed while
    /// files were renamed into place, which the next build mends.
    pub fn publish(
        &self,
        plan: &Plan,
        frame: Digest,
        folder: &Folder,
        trust: bool,
        make: Make<'_>,
        progress: Progress<'_>,
    ) -> Result<Report, Vec<Diagnostic>> {
        let trust = trust && self.is_whole();
        let staging = Staging {
            path: self.path.join(STAGING),
        };
        let outcomes: Vec<Result<Made, Vec<Diagnostic>>> = plan
            .pages
            .par_iter()
            .map(|page| {
                let inputs = page.inputs_in(frame);
                let outcome = self.make(page, inputs, folder, trust, make, &staging);
                progress();
                outcome
            })
            .collect();
        let mut report = Report::default();
        let mut pages = BTreeMap::new();
        let mut faults = Vec::new();
        for (page, outcome) in plan.pages.iter().zip(outcomes) {
            match outcome {
                Ok(done) => {
                    report.written += usize::from(done.is_written);
                    report.unchanged += usize::from(!done.is_written);
                    report.rendered += usize::from(done.is_rendered);
                    pages.insert(page.address.to_string(), done.published);
                }
                Err(found) => faults.extend(found),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let next = Manifest::new(pages);
        if next != self.manifest || self.interrupted.is_some() || report.written > 0 {
            report.removed = self.put_in_place(&next).map_err(|fault| vec![*fault])?;
        }
        Ok(report)
    }

    fn make(
        &self,
        page: &Page,
        inputs: Digest,
        folder: &Folder,
        trust: bool,
        make: Make<'_>,
        staging: &Staging,
    ) -> Result<Made, Vec<Diagnostic>> {
        let output_path = page.address.output_path();
        let file = self.file(&output_path);
        let before = self.manifest.pages.get(&page.address.to_string());
        let has_size = |size: u64| {
            fs::metadata(&file).is_ok_and(|metadata| metadata.is_file() && metadata.len() == size)
        };
        if let Some(before) =
            before.filter(|before| trust && before.inputs == inputs && has_size(before.size))
        {
            return Ok(Made {
                published: before.clone(),
                is_written: false,
                is_rendered: false,
            });
        }
        let bytes = match make(page)? {
            Rendered::Bytes(bytes) => bytes,
            Rendered::Copy(source, digest) => folder.read_unchanged(&source, digest)?,
        };
        let published = Published {
            kind: page.content.kind().to_owned(),
            digest: Digest::of(&bytes),
            inputs,
            size: bytes.len() as u64,
        };
        let is_right = match before {
            Some(before) if trust => before.digest == published.digest && has_size(published.size),
            _ if self.is_fresh => false,
            _ => has_size(published.size) && digest_of(&file) == Some(published.digest),
        };
        if !is_right {
            self.refuse_foreign(&page.address, before.is_some(), &file)?;
            staging
                .write(&output_path, &bytes)
                .map_err(|error| vec![failed(&file, &error)])?;
        }
        Ok(Made {
            published,
            is_written: !is_right,
            is_rendered: true,
        })
    }

    /// A file that neither manifest lists was put there by somebody else, and is not ours to replace.
    fn refuse_foreign(
        &self,
        address: &Address,
        is_listed: bool,
        file: &Path,
    ) -> Result<(), Vec<Diagnostic>> {
        let listed_next = || {
            self.interrupted
                .as_ref()
                .is_some_and(|next| next.pages.contains_key(&address.to_string()))
        };
        if self.is_fresh || is_listed || listed_next() || !file.is_file() {
            return Ok(());
        }
        let fault = Diagnostic::new(Code::OutputNotOurs)
            .with("path", file.to_string_lossy())
            .with("reason", "file");
        Err(vec![fault])
    }

    fn put_in_place(&self, next: &Manifest) -> Result<usize, Box<Diagnostic>> {
        let note = self.path.join(NEXT_MANIFEST);
        let trouble = |path: &Path, error: io::Error| Box::new(failed(path, &error));
        let staged_note = self.path.join(STAGING).join(NEXT_MANIFEST);
        fs::write(&staged_note, next.to_bytes())
            .and_then(|()| fs::rename(&staged_note, &note))
            .map_err(|error| trouble(&note, error))?;
        let gone = self.gone(next);
        let removed = self.remove(&gone)?;
        merge(&self.path.join(STAGING), &self.path, true)?;
        let manifest = self.path.join(manifest::FILE);
        fs::rename(&note, &manifest).map_err(|error| trouble(&manifest, error))?;
        Ok(removed)
    }

    /// Files that this or a broken-off publication brought and the next one does not.
    fn gone(&self, next: &Manifest) -> BTreeSet<PathBuf> {
        let interrupted = self
            .interrupted
            .iter()
            .flat_map(|manifest| manifest.pages.keys());
        let output_path = |address: &String| Address::new(&address[1..]).output_path();
        let kept: BTreeSet<String> = next.pages.keys().map(output_path).collect();
        let listed = self
            .manifest
            .pages
            .keys()
            .chain(interrupted)
            .map(output_path);
        listed
            .filter(|path| !kept.contains(path))
            .map(|path| self.file(&path))
            .collect()
    }

    fn remove(&self, gone: &BTreeSet<PathBuf>) -> Result<usize, Box<Diagnostic>> {
        let mut removed = 0;
        for file in gone {
            match fs::remove_file(file) {
                Ok(()) => removed += 1,
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(Box::new(failed(file, &error))),
            }
            let folders = file
                .ancestors()
                .skip(1)
                .take_while(|folder| *folder != self.path);
            for folder in folders {
                if fs::remove_dir(folder).is_err() {
                    break;
                }
            }
        }
        Ok(removed)
    }
}

/// Where files wait.
struct Staging {
    path: PathBuf,
}

impl Staging {
    fn write(&self, output_path: &str, bytes: &[u8]) -> io::Result<()> {
        let file = self.path.join(output_path);
        if let Some(folder) = file.parent() {
            make_folder(folder)?;
        }
        fs::write(&file, bytes)
    }
}

/// A record's folder is its own, so most are made by one call; only when its parent is missing are all made.
fn make_folder(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(_) => fs::create_dir_all(folder),
    }
}

/// Moves everything in `from` to `to` by renaming: a folder that `to` has not yet moves as a whole.
fn merge(from: &Path, to: &Path, is_top: bool) -> Result<(), Box<Diagnostic>> {
    let trouble = |path: &Path, error: io::Error| Box::new(failed(path, &error));
    for entry in fs::read_dir(from).map_err(|error| trouble(from, error))? {
        let entry = entry.map_err(|error| trouble(from, error))?;
        if is_top && entry.file_name() == LOCK {
            continue;
        }
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && target.is_dir() {
            merge(&source, &target, false)?;
        } else {
            fs::rename(&source, &target).map_err(|error| trouble(&target, error))?;
        }
    }
    Ok(())
}
