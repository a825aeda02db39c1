//! Where a record or a page stands on its way to the public: the one place that says when something is public.

use super::{Date, Moment, Record, Text};

/// Where something stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A draft, whatever its moments say.
    Draft,
    /// It waits for a moment.
    Waits(Moment),
    /// It is public.
    Public,
    /// Its time is over since a moment.
    Over(Moment),
}

impl Standing {
    /// Whether readers may see it.
    #[must_use]
    pub fn is_public(self) -> bool {
        self == Self::Public
    }

    /// The moment that changes or changed it, if one does.
    #[must_use]
    pub fn moment(self) -> Option<Moment> {
        match self {
            Self::Waits(moment) | Self::Over(moment) => Some(moment),
            Self::Draft | Self::Public => None,
        }
    }
}

impl Record {
    /// Where the record stands at a moment. What is over is over, also for one that would begin later.
    #[must_use]
    pub fn standing(&self, now: Moment) -> Standing {
        if self.is_draft() {
            return Standing::Draft;
        }
        if let Some(until) = self.publish_until().filter(|until| *until <= now) {
            return Standing::Over(until);
        }
        self.publish_from()
            .filter(|from| *from > now)
            .map_or(Standing::Public, Standing::Waits)
    }

    /// The day that lists, the search and years go by: of the decision where the stage tells of one and its day is
    /// written, else of the document.
    #[must_use]
    pub fn shown_day(&self) -> Date {
        let decided_on = self
            .decided_on()
            .filter(|_| self.stage().may_hold_decision());
        decided_on.unwrap_or_else(|| self.date())
    }

    /// The day of the newest thing that it tells: its document, its decision, a change, or that it is public at all.
    #[must_use]
    pub fn newest_day(&self) -> Date {
        let begins = self.publish_from().map(Moment::day);
        let changed = self.changes().filter_map(|change| change.date);
        let later = self.decided_on().into_iter().chain(begins).chain(changed);
        later.fold(self.date(), Ord::max)
    }

    /// The next moment at which the record comes to stand elsewhere without being edited.
    #[must_use]
    pub fn next_change(&self, now: Moment) -> Option<Moment> {
        let moments = self.publish_from().into_iter().chain(self.publish_until());
        let coming = moments.filter(|moment| *moment > now).min();
        coming.filter(|_| !self.is_draft())
    }
}

impl Text {
    /// Where the page stands: it has no moments.
    #[must_use]
    pub fn standing(&self) -> Standing {
        if self.draft {
            Standing::Draft
        } else {
            Standing::Public
        }
    }
}
