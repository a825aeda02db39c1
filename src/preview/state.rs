//! What is shown now: the newest build, the last sound one while that has errors, and the one with drafts.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::faults::ShownFault;
use crate::engine::Build;
use crate::pages::Address;
use crate::record::Record;
use crate::site::Clock;
use crate::source::SourcePath;

/// What is shown now; a clone of it is a snapshot.
#[derive(Clone)]
pub(super) struct Snapshot {
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
    pub(super) told: Arc<ToldFaults>,
    /// The address of the record that was edited just now.
    pub(super) edited: Option<Address>,
}

/// What is told of a build beside its pages.
pub(super) struct ToldFaults {
    /// What is wrong, in words.
    pub(super) faults: Vec<ShownFault>,
    /// The lines of the sources where something is wrong.
    pub(super) lines: QuotedLines,
    /// The records that it withholds.
    pub(super) withheld: BTreeMap<SourcePath, Arc<Record>>,
}

/// Lines of sources by their numbers.
pub(super) struct QuotedLines(pub(super) BTreeMap<(SourcePath, usize), String>);

impl QuotedLines {
    /// A line, if it is one of them.
    pub(super) fn line(&self, path: &SourcePath, line: usize) -> Option<String> {
        self.0.get(&(path.clone(), line)).cloned()
    }
}

impl Snapshot {
    pub(super) fn new(build: Build, told: ToldFaults, clock: Clock) -> Self {
        Self {
            build: Arc::new(build),
            last_sound: None,
            drafts: None,
            clock,
            revision: 1,
            told: Arc::new(told),
            edited: None,
        }
    }

    /// The build whose pages are shown: the newest, or the last sound one while that has errors. A register that never
    /// was sound is shown as far as it can be.
    pub(super) fn shown(&self) -> &Arc<Build> {
        self.last_sound.as_ref().unwrap_or(&self.build)
    }

    /// Puts a newer build in the place of the one there is, which is given back to be let go of.
    pub(super) fn replace(
        &mut self,
        build: Build,
        told: ToldFaults,
        clock: Clock,
    ) -> Option<Arc<Build>> {
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

    /// Whether the pages shown are those of the newest build.
    pub(super) fn is_newest(&self) -> bool {
        self.last_sound.is_none()
    }
}
