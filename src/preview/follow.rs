//! Follows the sources: what changed is read, the build is brought up to date, the browsers are told.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use super::faults::FaultWording;
use super::state::{QuotedLines, Snapshot, ToldFaults};
use super::{Preview, QuotedFaults};
use crate::disk::Folder;
use crate::engine::{Build, Engine, News};
use crate::pages::{Address, Addresses};
use crate::site::Clock;
use crate::source::{ChangeSet, Location, SourcePath};
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

    /// What is wrong in the newest build.
    #[must_use]
    pub fn faults(&self) -> QuotedFaults {
        let Snapshot { build, told, .. } = self.sight.builds.now();
        QuotedFaults { build, told }
    }

    fn look_at_clock(&self) -> bool {
        let current = self.sight.builds.now();
        let clock = self.moment.clock(&current);
        let next = current.build.site.next_change;
        let is_due = next.is_some_and(|moment| moment <= clock.now);
        if is_due {
            self.build_anew(&mut self.sight.builds.engine(), None);
            self.tell();
        }
        is_due
    }

    fn look(&self, paths: Option<&BTreeSet<String>>) -> bool {
        let mut engine = self.sight.builds.engine();
        let changes = self.changes(&engine, paths);
        let news = engine.read(&changes, &self.sight.builds.folder);
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
            return self
                .sight
                .builds
                .folder
                .look(paths, &|path| engine.known_below(path));
        }
        let mut changes = self.sight.builds.folder.walk();
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
        self.sight.builds.change(|current| {
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
        let clock = self.moment.clock(&self.sight.builds.now());
        let build = engine.build(clock, &self.sight.builds.folder);
        let told = told(&build, engine, &self.sight.builds.folder, &self.wording);
        let before = self.sight.builds.change(|current| {
            current.note(edited);
            current.replace(build, told, clock)
        });
        std::thread::spawn(move || drop(before));
    }

    /// Tells the browsers that something changed.
    pub(super) fn tell(&self) {
        self.revision.send_replace(self.sight.builds.now().revision);
    }
}

/// What is to be told of a build that an engine just made from a folder.
pub(super) fn told(
    build: &Build,
    engine: &Engine,
    folder: &Folder,
    wording: &FaultWording,
) -> ToldFaults {
    let quotes = engine.quotes(folder);
    let places = build
        .diagnostics
        .iter()
        .filter_map(|fault| fault.at.as_ref());
    let line = |place: &Location| {
        let line = quotes.line(&place.path, place.line)?;
        Some(((place.path.clone(), place.line), line))
    };
    let lines = QuotedLines(places.filter_map(line).collect());
    let read_line = |path: &SourcePath, line| lines.line(path, line);
    let faults = wording.in_words(&build.diagnostics, wording.language(build), &read_line);
    let sources = build.site.withheld.iter().map(|withheld| &withheld.source);
    let withheld = sources
        .filter_map(|source| Some((source.clone(), engine.record(source)?)))
        .collect();
    ToldFaults {
        faults,
        lines,
        withheld,
    }
}

/// The file that was edited, if it was one alone.
fn edited(changes: &ChangeSet) -> Option<&SourcePath> {
    let mut paths = changes.changed.iter();
    let first = paths.next()?;
    paths.next().is_none().then_some(first)
}
