//! Follows the sources: what changed is read, the build is brought up to date, the browsers are told.

use std::collections::BTreeSet;
use std::sync::PoisonError;
use std::time::Duration;

use super::Preview;
use crate::engine::{Engine, News};
use crate::pages::Addresses;
use crate::site::Clock;
use crate::source::{ChangeSet, SourcePath};
use crate::watch::{Hint, Watch};

/// How often the clock is looked at, for records that appear or expire by themselves.
const TICK: Duration = Duration::from_secs(2);

impl Preview {
    /// Follows a watch for ever; `told` hears of each build that was brought up to date.
    pub fn follow(&self, watch: &mut Watch, told: &dyn Fn(&Self)) -> ! {
        loop {
            let is_new = match watch.next(TICK) {
                Hint::Paths(paths) => self.look(Some(&paths)),
                Hint::Anything => self.look(None),
                Hint::TimeUp => self.look_at_clock(),
            };
            if is_new {
                told(self);
            }
        }
    }

    /// How many errors and warnings there are.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let current = self.read();
        let errors = current.faults.iter().filter(|fault| fault.is_error).count();
        (errors, current.faults.len() - errors)
    }

    /// Shows the site at another moment. `false` if what is asked for is no moment.
    pub(super) fn show_as_of(&self, as_of: Option<String>) -> bool {
        let time_zone = self.read().build.site.settings.time_zone.clone();
        if (self.options.moment)(as_of.as_deref(), &time_zone).is_none() {
            return false;
        }
        *self.as_of.write().unwrap_or_else(PoisonError::into_inner) = as_of;
        self.build_anew(&mut self.engine());
        if !self.read().is_newest() {
            self.write().forget();
        }
        self.tell(None);
        true
    }

    /// The moment asked for; none for now.
    pub(super) fn as_of(&self) -> Option<String> {
        let as_of = self.as_of.read().unwrap_or_else(PoisonError::into_inner);
        as_of.clone()
    }

    fn look_at_clock(&self) -> bool {
        let clock = self.clock();
        let is_due = self
            .read()
            .build
            .site
            .next_change
            .is_some_and(|moment| moment <= clock.now);
        if is_due {
            self.build_anew(&mut self.engine());
            self.tell(None);
        }
        is_due
    }

    fn clock(&self) -> Clock {
        let current = self.read();
        let time_zone = &current.build.site.settings.time_zone;
        let now = (self.options.moment)(self.as_of().as_deref(), time_zone);
        Clock {
            now: now.unwrap_or(current.clock.now),
            with_drafts: false,
        }
    }

    fn look(&self, paths: Option<&BTreeSet<String>>) -> bool {
        let mut engine = self.engine();
        let changes = self.changes(&engine, paths);
        let edited = edited(&changes);
        let news = engine.read(&changes, &self.folder);
        if matches!(news, News::Nothing) {
            return false;
        }
        if !self.renew(&mut engine, &news) {
            self.build_anew(&mut engine);
        }
        drop(engine);
        self.tell(edited.as_ref());
        true
    }

    fn changes(&self, engine: &Engine, paths: Option<&BTreeSet<String>>) -> ChangeSet {
        if let Some(paths) = paths.filter(|_| !engine.has_trouble()) {
            return self.folder.look(paths, &|path| engine.known_below(path));
        }
        let mut changes = self.folder.walk();
        let known = engine.known_below("content").into_iter();
        let known = known.chain(engine.known_below("themes"));
        changes.removed = known
            .filter(|path| !changes.changed.contains(path))
            .collect();
        changes
    }

    /// Brings the builds up to date in their places; `false` if they must be made anew.
    fn renew(&self, engine: &mut Engine, news: &News) -> bool {
        let mut current = self.write();
        let current = &mut *current;
        if !current.is_newest() || !engine.renew(&mut current.build, news, current.clock) {
            return false;
        }
        let clock = Clock {
            with_drafts: true,
            ..current.clock
        };
        let is_renewed = current
            .drafts
            .as_mut()
            .is_some_and(|drafts| engine.renew(drafts, news, clock));
        if !is_renewed {
            current.drafts = None;
        }
        true
    }

    fn build_anew(&self, engine: &mut Engine) {
        let clock = self.clock();
        let build = engine.build(clock, &self.folder);
        let before = self.write().replace(build, clock);
        std::thread::spawn(move || drop(before));
        self.note_faults();
    }

    /// Tells the browsers that something changed.
    fn tell(&self, edited: Option<&SourcePath>) {
        let revision = *self.revision.borrow() + 1;
        if let Some(record) = edited.and_then(|source| self.engine().record(source)) {
            let mut current = self.write();
            let addresses = Addresses::of(&current.build.site.settings.language);
            current.edited = Some((addresses.record(&record), revision));
        }
        self.revision.send_replace(revision);
    }
}

/// The file that was edited, if it was one alone.
fn edited(changes: &ChangeSet) -> Option<SourcePath> {
    let mut paths = changes.changed.iter();
    let first = paths.next()?;
    paths.next().is_none().then(|| first.clone())
}
