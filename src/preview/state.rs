//! What is shown now: the newest build, the last sound one while that has errors, and the one with drafts.

use std::sync::{MutexGuard, PoisonError, RwLockReadGuard, RwLockWriteGuard};

use super::Preview;
use super::faults::ShownFault;
use crate::engine::{Build, Engine};
use crate::pages::{Address, Page};
use crate::site::Clock;

/// What is shown now.
pub(super) struct Current {
    /// The newest build, sound or not.
    pub(super) build: Build,
    /// The last sound build, kept while the newest one is not.
    last_sound: Option<Build>,
    /// The newest build with drafts and withheld records in it, if somebody has asked for one of them.
    pub(super) drafts: Option<Build>,
    /// The moment the builds are for.
    pub(super) clock: Clock,
    /// What is wrong, in words.
    pub(super) faults: Vec<ShownFault>,
    /// The address of the record edited last, and at which revision.
    pub(super) edited: Option<(Address, u64)>,
}

impl Current {
    pub(super) fn new(build: Build, clock: Clock) -> Self {
        Self {
            build,
            last_sound: None,
            drafts: None,
            clock,
            faults: Vec::new(),
            edited: None,
        }
    }

    /// The build whose pages are shown: the newest, or the last sound one while that has errors. A register that never
    /// was sound is shown as far as it can be.
    pub(super) fn shown(&self) -> &Build {
        self.last_sound.as_ref().unwrap_or(&self.build)
    }

    /// Puts a newer build in the place of the one there is, which is given back to be let go of.
    pub(super) fn replace(&mut self, build: Build, clock: Clock) -> Option<Build> {
        let is_sound = build.is_sound();
        let before = std::mem::replace(&mut self.build, build);
        self.clock = clock;
        if is_sound {
            self.drafts = None;
            self.last_sound = None;
            return Some(before);
        }
        self.drafts = self.drafts.take().filter(Build::is_sound);
        if before.is_sound() {
            self.last_sound = Some(before);
            return None;
        }
        Some(before)
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
    pub(super) fn read(&self) -> RwLockReadGuard<'_, Current> {
        self.current.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn write(&self) -> RwLockWriteGuard<'_, Current> {
        self.current.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn engine(&self) -> MutexGuard<'_, Engine> {
        self.engine.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lends the page at an address with its build; one that is not published is looked for among drafts.
    pub(super) fn with_page<R>(
        &self,
        address: &str,
        lend: impl FnOnce(&Current, &Build, Option<&Page>) -> R,
    ) -> R {
        let current = self.read();
        let shown = current.shown();
        let page = shown.plan.page(address);
        if page.is_some() || shown.site.withheld.is_empty() {
            return lend(&current, shown, page);
        }
        if current.drafts.is_none() {
            drop(current);
            self.make_drafts();
            return with_draft(&self.read(), address, lend);
        }
        with_draft(&current, address, lend)
    }

    fn make_drafts(&self) {
        let mut engine = self.engine();
        let now = self.read().clock.now;
        let clock = Clock {
            now,
            with_drafts: true,
        };
        let build = engine.build(clock, &self.folder);
        self.write().drafts = Some(build);
    }
}

fn with_draft<R>(
    current: &Current,
    address: &str,
    lend: impl FnOnce(&Current, &Build, Option<&Page>) -> R,
) -> R {
    let shown = current.shown();
    let drafts = current.drafts.as_ref();
    match drafts.and_then(|drafts| Some((drafts, drafts.plan.page(address)?))) {
        Some((drafts, page)) => lend(current, drafts, Some(page)),
        None => lend(current, shown, None),
    }
}
