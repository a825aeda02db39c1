//! Puts what was laid ready into its places: what is new first, then what is in the place of another, and last is taken
//! away what nobody publishes any more. So no page asks for a file that is not there.
//!
//! Before the first file is moved, a note of all that may stand in the folder from now on is on the disk: what the manifest
//! lists, what every note since lists, and what this release brings. If the program dies, the next build finds there what it
//! has to take away, whatever was published or withdrawn in the meantime. The manifest follows last.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::files::Broken;
use super::output::{BrokenOff, NOTE, Output, failed};
use super::stale::{in_the_way, is_cleared, stale};
use super::tree::{Kind, Tree, write_flushed};
use crate::diagnostics::{Code, Diagnostic};
use crate::manifest::{self, Manifest, Published};

/// How far a publication came.
#[derive(Debug, Clone, Copy)]
enum Step {
    Add,
    Switch,
    Remove,
    Finish,
}

impl Step {
    /// What stands now, as messages name it.
    fn stands(self) -> &'static str {
        match self {
            Self::Add => "old",
            Self::Switch => "some",
            Self::Remove => "new",
            Self::Finish => "done",
        }
    }
}

/// What stood in the way, and where.
pub(super) type Fault = (String, io::Error);

impl Output {
    /// Puts the files that wait into their places, and takes away what this or a broken-off publication brought and the
    /// next one does not. Gives back how many were taken away.
    ///
    /// # Errors
    /// What stood in the way. The output is as it was before, unless the disk failed while files were put in their places,
    /// which the next build mends.
    pub fn commit(&self, next: &Manifest) -> Result<usize, Broken> {
        let ours = self.ours();
        let kept: BTreeSet<String> = next
            .files()
            .map(|(address, _)| address.output_path())
            .collect();
        let stale = stale(&ours, &kept);
        self.refuse_strangers(&kept, &ours)?;
        self.look_ahead(&stale, &kept)?;
        let broken = |(path, error): Fault| Broken::from(vec![failed(&self.shown(&path), &error)]);
        let staged = &self.staging.folder;
        let write = |name: &str, manifest: &Manifest| {
            write_flushed(staged, name, &manifest.to_bytes()).map_err(at(name))
        };
        write(NOTE, &self.note(next)).map_err(broken)?;
        write(FINAL, next).map_err(broken)?;
        staged
            .rename(NOTE, &self.tree, NOTE)
            .and_then(|()| self.tree.flush())
            .map_err(at(NOTE))
            .map_err(broken)?;
        let mut step = Step::Add;
        self.place(&stale, &kept, &mut step)
            .map_err(|(path, error)| {
                let fault = failed(&self.shown(&path), &error).with("stands", step.stands());
                Broken {
                    faults: vec![fault],
                    is_changed: true,
                }
            })
    }

    fn place(
        &self,
        stale: &BTreeSet<&str>,
        kept: &BTreeSet<String>,
        step: &mut Step,
    ) -> Result<usize, Fault> {
        let in_the_way = in_the_way(stale, kept);
        let mut removed = self.remove(&in_the_way)?;
        let waiting = &self.staging.folder;
        add(waiting, &self.tree, "")?;
        *step = Step::Switch;
        switch(waiting, &self.tree, "")?;
        *step = Step::Remove;
        removed += self.remove(stale)?;
        *step = Step::Finish;
        waiting
            .rename(FINAL, &self.tree, manifest::FILE)
            .and_then(|()| self.tree.flush())
            .map_err(at(manifest::FILE))?;
        self.tree.remove(NOTE).map_err(at(NOTE))?;
        Ok(removed)
    }

    /// All that may stand in the folder while the next release is put in its place.
    fn note(&self, next: &Manifest) -> Manifest {
        let mut note = next.clone();
        let noted = match &self.broken_off {
            BrokenOff::Listed(note) => Some(note),
            BrokenOff::No | BrokenOff::Unknown => None,
        };
        for manifest in noted.into_iter().chain([&self.manifest]) {
            for (address, published) in manifest.files() {
                if next.file(address).is_none() {
                    note.former.insert(address.clone(), published.clone());
                }
            }
        }
        note
    }

    /// When the note of a publication that broke off cannot be read, nobody knows what it brought: a page that was withdrawn
    /// since may be among the files that no manifest lists, and so may a file that somebody else put there. People must look.
    fn refuse_strangers(
        &self,
        kept: &BTreeSet<String>,
        ours: &BTreeMap<String, &Published>,
    ) -> Result<(), Broken> {
        if !matches!(self.broken_off, BrokenOff::Unknown) {
            return Ok(());
        }
        let mut strangers = Vec::new();
        let is_known = |path: &str| {
            path.starts_with('.')
                || path == manifest::FILE
                || kept.contains(path)
                || ours.contains_key(path)
        };
        gather(&self.tree, "", &mut |path| {
            if !is_known(path) {
                strangers.push(path.to_owned());
            }
        })
        .map_err(|(path, error)| vec![failed(&self.shown(&path), &error)])?;
        let fault = |path: String| {
            Diagnostic::new(Code::OutputNotOurs)
                .with("path", self.shown(&path).to_string_lossy())
                .with("reason", "stranger")
                .with("note", self.shown(NOTE).to_string_lossy())
        };
        let faults: Vec<Diagnostic> = strangers.into_iter().map(fault).collect();
        if faults.is_empty() {
            Ok(())
        } else {
            Err(faults.into())
        }
    }

    /// Tests that everything can be put into its place, before the first file is.
    fn look_ahead(&self, stale: &BTreeSet<&str>, kept: &BTreeSet<String>) -> Result<(), Broken> {
        let mut faults = Vec::new();
        let in_the_way = in_the_way(stale, kept);
        self.look_at(
            &self.staging.folder,
            &self.tree,
            "",
            &in_the_way,
            &mut faults,
        );
        let folder = |path: &str| {
            path.rsplit_once('/')
                .map_or("", |(folder, _)| folder)
                .to_owned()
        };
        let folders: BTreeSet<String> = stale.iter().map(|path| folder(path)).collect();
        for folder in folders {
            let may_write = match folder.as_str() {
                "" => self.tree.may_write(),
                below => self.tree.below(below).is_ok_and(|found| found.may_write()),
            };
            let stands =
                folder.is_empty() || matches!(self.tree.kind(&folder), Ok(Some(Kind::Folder)));
            if stands && !may_write {
                faults.push(self.locked(&folder));
            }
        }
        if faults.is_empty() {
            Ok(())
        } else {
            Err(faults.into())
        }
    }

    fn look_at(
        &self,
        from: &Tree,
        to: &Tree,
        path: &str,
        in_the_way: &BTreeSet<&str>,
        faults: &mut Vec<Diagnostic>,
    ) {
        let entries = from.entries().unwrap_or_default();
        if !entries.is_empty() && !to.may_write() {
            faults.push(self.locked(path));
        }
        for (name, kind) in entries {
            let here = join(path, &name);
            let is_folder = kind == Kind::Folder;
            let reason = match to.kind(&name) {
                Ok(None) => continue,
                Ok(Some(Kind::File(_) | Kind::Other)) if !is_folder => continue,
                Ok(Some(Kind::Folder)) if is_folder => {
                    if let (Ok(from), Ok(to)) = (from.below(&name), to.below(&name)) {
                        self.look_at(&from, &to, &here, in_the_way, faults);
                    }
                    continue;
                }
                Ok(Some(Kind::File(_))) if in_the_way.contains(here.as_str()) => continue,
                Ok(Some(Kind::Folder)) if is_cleared(&here, to, &name, in_the_way) => continue,
                Ok(Some(Kind::Folder)) => "folder",
                Ok(Some(Kind::Other)) => "link",
                Ok(Some(Kind::File(_))) | Err(_) => "file",
            };
            let fault = Diagnostic::new(Code::OutputNotOurs)
                .with("path", self.shown(&here).to_string_lossy())
                .with("reason", reason);
            faults.push(fault);
        }
    }

    fn locked(&self, folder: &str) -> Diagnostic {
        failed(&self.shown(folder), &io::ErrorKind::PermissionDenied.into())
    }
}

/// The manifest where it waits.
const FINAL: &str = ".manifest";

pub(super) fn at(path: &str) -> impl Fn(io::Error) -> Fault {
    move |error| (path.to_owned(), error)
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() {
        name.to_owned()
    } else {
        format!("{folder}/{name}")
    }
}

/// Calls `each` with the path of everything below a folder that is no folder.
pub(super) fn gather(folder: &Tree, path: &str, each: &mut dyn FnMut(&str)) -> Result<(), Fault> {
    for (name, kind) in folder.entries().map_err(at(path))? {
        let here = join(path, &name);
        if kind == Kind::Folder {
            gather(&folder.below(&name).map_err(at(&here))?, &here, each)?;
        } else {
            each(&here);
        }
    }
    Ok(())
}

/// Moves what has no namesake in its place: a folder that is not there yet moves as a whole.
fn add(from: &Tree, to: &Tree, path: &str) -> Result<(), Fault> {
    for (name, kind) in waiting(from, path)? {
        let here = join(path, &name);
        match to.kind(&name).map_err(at(&here))? {
            None => from.rename(&name, to, &name).map_err(at(&here))?,
            Some(Kind::Folder) if kind == Kind::Folder => {
                let from = from.below(&name).map_err(at(&here))?;
                add(&from, &to.below(&name).map_err(at(&here))?, &here)?;
            }
            Some(Kind::Folder) => {
                // An empty folder in the place of a file; what else stands in one was told of before.
                to.remove_empty(&name).map_err(at(&here))?;
                from.rename(&name, to, &name).map_err(at(&here))?;
            }
            Some(Kind::File(_) | Kind::Other) => {}
        }
    }
    Ok(())
}

/// Moves what still waits into the place of its namesake.
fn switch(from: &Tree, to: &Tree, path: &str) -> Result<(), Fault> {
    for (name, kind) in waiting(from, path)? {
        let here = join(path, &name);
        if kind == Kind::Folder {
            let from = from.below(&name).map_err(at(&here))?;
            switch(&from, &to.below(&name).map_err(at(&here))?, &here)?;
        } else {
            from.rename(&name, to, &name).map_err(at(&here))?;
        }
    }
    Ok(())
}

/// What waits in a folder, but for the manifests. No file of a site has such a name.
fn waiting(folder: &Tree, path: &str) -> Result<Vec<(String, Kind)>, Fault> {
    let mut entries = folder.entries().map_err(at(path))?;
    entries.retain(|(name, _)| !name.starts_with('.'));
    Ok(entries)
}
