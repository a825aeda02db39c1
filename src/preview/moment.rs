//! The moment that the site is shown for: now, or one that was asked for.

use std::sync::{PoisonError, RwLock};

use super::TellMoment;
use super::state::Snapshot;
use crate::record::Moment;
use crate::site::Clock;

/// Tells the moment to show.
pub(super) struct ShownMoment {
    as_of: RwLock<Option<String>>,
    tell: TellMoment,
}

impl ShownMoment {
    pub(super) fn new(as_of: Option<String>, tell: TellMoment) -> Self {
        Self {
            as_of: RwLock::new(as_of),
            tell,
        }
    }

    /// The moment in a time zone; `None` when what was asked for is none.
    pub(super) fn now(&self, time_zone: &str) -> Option<Moment> {
        (self.tell)(self.as_of().as_deref(), time_zone)
    }

    /// Asks for another moment, or for now. `false`, and nothing is changed, if it is none.
    pub(super) fn ask_for(&self, as_of: Option<String>, time_zone: &str) -> bool {
        let is_moment = (self.tell)(as_of.as_deref(), time_zone).is_some();
        if is_moment {
            *self.as_of.write().unwrap_or_else(PoisonError::into_inner) = as_of;
        }
        is_moment
    }

    /// The moment asked for, as it was written; none for now.
    pub(super) fn as_of(&self) -> Option<String> {
        let as_of = self.as_of.read().unwrap_or_else(PoisonError::into_inner);
        as_of.clone()
    }

    /// The clock for the next build of what is shown.
    pub(super) fn clock(&self, current: &Snapshot) -> Clock {
        let now = self.now(&current.build.site.settings.time_zone);
        Clock {
            now: now.unwrap_or(current.clock.now),
            with_drafts: false,
        }
    }
}
