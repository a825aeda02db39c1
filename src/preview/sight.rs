//! The site as somebody sees it: as it is now, or at another moment that one browser asked for and no other sees.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use super::answer::Answers;
use super::builds::Builds;
use super::faults::FaultWording;
use super::follow::told;
use super::state::Snapshot;
use crate::record::Moment;
use crate::site::Clock;

/// How many other moments are kept.
const KEPT: usize = 4;

/// The builds of one moment, and what answers requests for it.
pub(super) struct Sight {
    pub(super) builds: Builds,
    pub(super) answers: Answers,
    /// The moment as it was asked for; none for the one that the preview itself shows.
    pub(super) as_of: Option<String>,
}

/// The sights of other moments, the one asked for last at the front.
#[derive(Default)]
pub(super) struct OtherSights(Mutex<VecDeque<Arc<Sight>>>);

impl Sight {
    pub(super) fn new(builds: Builds, as_of: Option<String>) -> Self {
        Self {
            builds,
            answers: Answers::default(),
            as_of,
        }
    }
}

impl OtherSights {
    /// The sight of a moment as it was asked for, of the register as `main` has it.
    pub(super) fn at(
        &self,
        as_of: &str,
        moment: Moment,
        main: &Sight,
        wording: &FaultWording,
    ) -> Arc<Sight> {
        let mut sights = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = sights
            .iter()
            .position(|sight| sight.as_of.as_deref() == Some(as_of));
        let known = known.and_then(|place| sights.remove(place));
        let revision = main.builds.now().revision;
        let clock = Clock {
            now: moment,
            with_drafts: false,
        };
        let made = || {
            let folder = &main.builds.folder;
            let mut engine = main.builds.engine();
            let build = engine.build(clock, folder);
            let told = told(&build, &engine, folder, wording);
            (build, told)
        };
        let sight = match known {
            Some(sight) if sight.builds.now().revision == revision => sight,
            Some(sight) => {
                let (build, told) = made();
                let before = sight.builds.change(|current| {
                    current.revision = revision;
                    current.replace(build, told, clock)
                });
                drop(before);
                sight
            }
            None => {
                let (build, told) = made();
                let mut current = Snapshot::new(build, told, clock);
                current.revision = revision;
                Arc::new(Sight::new(
                    main.builds.beside(current),
                    Some(as_of.to_owned()),
                ))
            }
        };
        sights.push_front(sight.clone());
        sights.truncate(KEPT);
        sight
    }
}
