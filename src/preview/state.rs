//! What is shown now: the newest build, the last sound one while that has errors, and the one with drafts.
//!
//! Requests work on a [snapshot](Current): it is cloned in an instant and stays as it is while the register is edited, so
//! that no request waits for another, nor the follower for any. Whoever changes what is shown holds the engine first; no
//! lock is ever asked for while what is shown is locked.

use std::collections::BTreeMap;
use std::sync::{Arc, MutexGuard, PoisonError};

use super::Preview;
use super::faults::ShownFault;
use crate::engine::{Build, Engine};
use crate::pages::{Address, Page};
use crate::record::Record;
use crate::site::Clock;
use crate::source::SourcePath;

/// What is shown now; a clone of it is a snapshot.
#[derive(Clone)]
pub(super) struct Current {
    /// The newest build, sound or not.
    pub(super) build: Arc<Build>,
    /// The last sound build, kept while the newest one is not.
    last_sound: Option<Arc<Build>>,
    /// The newest build with drafts and withheld records in it, if somebody has asked for one of them.
    pub(super) drafts: Option<Arc<Build>>,
    /// The moment the builds are for.
    pub(super) clock: Clock,
    /// Counts the changes.
    pub(super) revision: u64,
    /// What is told of the newest build beside its pages.
    pub(super) told: Arc<Told>,
    /// The address of the record that was edited just now.
    pub(super) edited: Option<Address>,
}

/// What is told of a build beside its pages.
#[derive(Default)]
pub(super) struct Told {
    /// What is wrong, in words.
    pub(super) faults: Vec<ShownFault>,
    /// The records that it withholds.
    pub(super) withheld: BTreeMap<SourcePath, Arc<Record>>,
}

impl Current {
    pub(super) fn new(build: Build, clock: Clock) -> Self {
        Self {
            build: Arc::new(build),
            last_sound: None,
            drafts: None,
            clock,
            revision: 1,
            told: Arc::default(),
            edited: None,
        }
    }

    /// The build whose pages are shown: the newest, or the last sound one while that has errors. A register that never
    /// was sound is shown as far as it can be.
    pub(super) fn shown(&self) -> &Arc<Build> {
        self.last_sound.as_ref().unwrap_or(&self.build)
    }

    /// Puts a newer build in the place of the one there is, which is given back to be let go of.
    pub(super) fn replace(&mut self, build: Build, told: Told, clock: Clock) -> Option<Arc<Build>> {
        let is_sound = build.is_sound();
        let before = std::mem::replace(&mut self.build, Arc::new(build));
        self.clock = clock;
        self.told = Arc::new(told);
        if is_sound {
            self.drafts = None;
            self.last_sound = None;
            return Some(before);
        }
        self.drafts = self.drafts.take().filter(|drafts| drafts.is_sound());
        if before.is_sound() {
            self.last_sound = Some(before);
            return None;
        }
        Some(before)
    }

    /// Counts a change, and notes the record that it was about.
    pub(super) fn note(&mut self, edited: Option<Address>) {
        self.revision += 1;
        self.edited = edited;
    }

    /// How many errors and warnings there are.
    pub(super) fn counts(&self) -> (usize, usize) {
        let faults = &self.told.faults;
        let errors = faults.iter().filter(|fault| fault.is_error).count();
        (errors, faults.len() - errors)
    }

    /// Lets go of builds for another moment.
    pub(super) fn forget(&mut self) {
        self.drafts = None;
        self.last_sound = None;
    }

    /// Whether the pages shown are those of the newest build.
    pub(super) fn is_newest(&self) -> bool {
        self.last_sound.is_none()
    }
}

impl Preview {
    /// What is shown now, as it will stay for whoever asked.
    pub(super) fn now(&self) -> Current {
        let current = self.current.read().unwrap_or_else(PoisonError::into_inner);
        current.clone()
    }

    /// Changes what is shown. The engine must be held; the change may wait for nothing.
    pub(super) fn change<R>(&self, change: impl FnOnce(&mut Current) -> R) -> R {
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        change(&mut current)
    }

    pub(super) fn engine(&self) -> MutexGuard<'_, Engine> {
        self.engine.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The page at an address with its build; one that is not published is looked for among drafts.
    pub(super) fn find(&self, current: &Current, address: &str) -> Option<(Arc<Build>, Page)> {
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
    fn drafts(&self, current: &Current) -> Arc<Build> {
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
}
