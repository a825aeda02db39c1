//! The moment that the site is shown for: now, or one that was asked for when the preview began.

use super::TellMoment;
use super::state::Snapshot;
use crate::record::Moment;
use crate::site::Clock;

/// Tells the moment to show.
pub(super) struct ShownMoment {
    as_of: Option<String>,
    tell: TellMoment,
}

impl ShownMoment {
    pub(super) fn new(as_of: Option<String>, tell: TellMoment) -> Self {
        Self { as_of, tell }
    }

    /// The moment in a time zone; `None` when what was asked for is none.
    pub(super) fn now(&self, time_zone: &str) -> Option<Moment> {
        (self.tell)(self.as_of.as_deref(), time_zone)
    }

    /// Another moment as somebody asks for it; `None` if it is none.
    pub(super) fn at(&self, as_of: &str, time_zone: &str) -> Option<Moment> {
        (self.tell)(Some(as_of), time_zone)
    }

    /// The moment asked for, as it was written; none for now.
    pub(super) fn as_of(&self) -> Option<&str> {
        self.as_of.as_deref()
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
