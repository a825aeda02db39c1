//! The builds that are shown, and the engine that makes them.
//!
//! Requests work on a snapshot of [what is shown](Snapshot): it is cloned in an instant and stays as it is while the register
//! is edited, so that no request waits for another, nor the follower for any. Whoever changes what is shown holds the
//! engine first; no lock is ever asked for while what is shown is locked.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use super::state::Snapshot;
use crate::diagnostics::Diagnostic;
use crate::disk::Folder;
use crate::engine::{Build, Engine};
use crate::pages::Page;
use crate::render::{Rendered, render};
use crate::site::Clock;

/// A register's folder, the engine that read it, and what is shown of it.
pub(super) struct Builds {
    pub(super) folder: Folder,
    engine: Arc<Mutex<Engine>>,
    current: RwLock<Snapshot>,
}

impl Builds {
    pub(super) fn new(folder: Folder, engine: Arc<Mutex<Engine>>, current: Snapshot) -> Self {
        Self {
            folder,
            engine,
            current: RwLock::new(current),
        }
    }

    /// Builds of the same register for another moment.
    pub(super) fn beside(&self, current: Snapshot) -> Self {
        Self::new(self.folder.clone(), self.engine.clone(), current)
    }

    /// What is shown now, as it will stay for whoever asked.
    pub(super) fn now(&self) -> Snapshot {
        let current = self.current.read().unwrap_or_else(PoisonError::into_inner);
        current.clone()
    }

    /// Changes what is shown. The engine must be held; the change may wait for nothing.
    pub(super) fn change<R>(&self, change: impl FnOnce(&mut Snapshot) -> R) -> R {
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        change(&mut current)
    }

    pub(super) fn engine(&self) -> MutexGuard<'_, Engine> {
        self.engine.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The page at an address with its build; one that is not published is looked for among drafts.
    pub(super) fn find(&self, current: &Snapshot, address: &str) -> Option<(Arc<Build>, Page)> {
        let of = |build: &Arc<Build>| Some((build.clone(), build.plan.page(address)?.clone()));
        let shown = current.shown();
        if let Some(found) = of(shown) {
            return Some(found);
        }
        if shown.site.withheld.is_empty() {
            return None;
        }
        of(&self.drafts(current))
    }

    /// The build with drafts, made now if nobody has asked for it since the last change.
    fn drafts(&self, current: &Snapshot) -> Arc<Build> {
        if let Some(drafts) = &current.drafts {
            return drafts.clone();
        }
        let mut engine = self.engine();
        let now = self.now();
        if let Some(drafts) = now.drafts {
            return drafts;
        }
        let clock = Clock {
            with_drafts: true,
            ..now.clock
        };
        let build = Arc::new(engine.build(clock, &self.folder));
        self.change(|current| current.drafts = Some(build.clone()));
        build
    }

    /// Makes a page as a build would.
    pub(super) fn make(&self, build: &Build, page: &Page) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let rendered = build.making(|frame, renderer| render(page, frame, renderer, &self.folder));
        match rendered.unwrap_or_else(|| Err(Vec::new()))? {
            Rendered::Bytes(bytes) => Ok(bytes),
            Rendered::Copy(source, digest) => self.folder.read_unchanged(&source, digest),
            // Nothing of what a build published is in the plan of the preview.
            Rendered::Stands(..) => Err(Vec::new()),
        }
    }
}
