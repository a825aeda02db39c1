//! Follows the sources: what changed is read, the build is brought up to date, the browsers are told.

use std::collections::BTreeSet;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use super::Preview;
use super::state::Told;
use crate::engine::{Build, Engine, News};
use crate::pages::{Address, Addresses};
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
        self.now().counts()
    }

    /// Shows the site at another moment. `false` if what is asked for is no moment.
    pub(super) fn show_as_of(&self, as_of: Option<String>) -> bool {
        let time_zone = self.now().build.site.settings.time_zone.clone();
        if (self.options.moment)(as_of.as_deref(), &time_zone).is_none() {
            return false;
        }
        *self.as_of.write().unwrap_or_else(PoisonError::into_inner) = as_of;
        let mut engine = self.engine();
        self.build_anew(&mut engine, None);
        self.change(|current| {
            if !current.is_newest() {
                current.forget();
            }
        });
        drop(engine);
        self.tell();
        true
    }

    /// The moment asked for; none for now.
    pub(super) fn as_of(&self) -> Option<String> {
        let as_of = self.as_of.read().unwrap_or_else(PoisonError::into_inner);
        as_of.clone()
    }

    fn look_at_clock(&self) -> bool {
        let clock = self.clock();
        let next = self.now().build.site.next_change;
        let is_due = next.is_some_and(|moment| moment <= clock.now);
        if is_due {
            self.build_anew(&mut self.engine(), None);
            self.tell();
        }
        is_due
    }

    fn clock(&self) -> Clock {
        let current = self.now();
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
        let news = engine.read(&changes, &self.folder);
        if matches!(news, News::Nothing) {
            return false;
        }
        let edited = edited(&changes).and_then(|source| {
            let addresses = Addresses::of(&engine.settings()?.language);
            Some(addresses.record(&*engine.record(source)?))
        });
        if !self.renew(&mut engine, &news, edited.as_ref()) {
            self.build_anew(&mut engine, edited);
        }
        drop(engine);
        self.tell();
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

    /// Brings the builds up to date in their places, or in copies of them where a request still works on one; `false` if
    /// they must be made anew.
    fn renew(&self, engine: &mut Engine, news: &News, edited: Option<&Address>) -> bool {
        self.change(|current| {
            if !current.is_newest()
                || !engine.renew(Arc::make_mut(&mut current.build), news, current.clock)
            {
                return false;
            }
            let clock = Clock {
                with_drafts: true,
                ..current.clock
            };
            let drafts = current.drafts.as_mut().map(Arc::make_mut);
            if !drafts.is_some_and(|drafts| engine.renew(drafts, news, clock)) {
                current.drafts = None;
            }
            current.note(edited.cloned());
            true
        })
    }

    fn build_anew(&self, engine: &mut Engine, edited: Option<Address>) {
        let clock = self.clock();
        let build = engine.build(clock, &self.folder);
        let told = self.told(&build, engine);
        let before = self.change(|current| {
            current.note(edited);
            current.replace(build, told, clock)
        });
        std::thread::spawn(move || drop(before));
    }

    /// What is to be told of a build that was just made.
    pub(super) fn told(&self, build: &Build, engine: &Engine) -> Told {
        let quotes = engine.quotes(&self.folder);
        let language = self.language(build);
        let lines = |path: &SourcePath, line| quotes.line(path, line);
        let faults = self.in_words(&build.diagnostics, language, &lines);
        let sources = build.site.withheld.iter().map(|withheld| &withheld.source);
        let withheld = sources
            .filter_map(|source| Some((source.clone(), engine.record(source)?)))
            .collect();
        Told { faults, withheld }
    }

    /// Tells the browsers that something changed.
    fn tell(&self) {
        self.revision.send_replace(self.now().revision);
    }
}

/// The file that was edited, if it was one alone.
fn edited(changes: &ChangeSet) -> Option<&SourcePath> {
    let mut paths = changes.changed.iter();
    let first = paths.next()?;
    paths.next().is_none().then_some(first)
}
