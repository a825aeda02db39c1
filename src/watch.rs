//! Edge: events of the file system to the paths below the root that may have changed, bursts joined.
//!
//! Folders are watched, not files, so that an editor which writes a new file and renames it into place is heard. An
//! event is a hint and no more: what became of a path is for [`crate::disk::Folder::look`] to tell. Where events do not
//! come, folders are looked through at an interval instead.
#![expect(
    clippy::disallowed_methods,
    reason = "this room is an edge to the file system and the clock"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use crate::disk::{Folder, SOURCES};

/// How long it must be quiet for a burst to be over.
const QUIET: Duration = Duration::from_millis(30);
/// The same for bursts of more than a few paths: whoever changes many has more to come.
const QUIET_AFTER_MANY: Duration = Duration::from_millis(50);
const MANY: usize = 3;
/// A burst that never ends is cut here.
const LONGEST_BURST: Duration = Duration::from_secs(5);
/// How often folders are looked through where events do not come.
const INTERVAL: Duration = Duration::from_millis(500);
/// How long events of the probe are waited for.
const PATIENCE: Duration = Duration::from_millis(500);
const PROBE: &str = "probe";

/// What a watch has to say.
#[derive(Debug, PartialEq, Eq)]
pub enum Hint {
    /// These files or folders below the root may have changed.
    Paths(BTreeSet<String>),
    /// Events were lost: anything may have changed.
    Anything,
    /// Nothing happened before the time was up.
    TimeUp,
}

/// Watches the sources of a site.
pub struct Watch {
    root: PathBuf,
    events: Receiver<notify::Result<Event>>,
    watcher: Box<dyn Watcher + Send>,
    watched: BTreeSet<PathBuf>,
    /// Whether folders are looked through because events do not come.
    pub polls: bool,
}

impl Watch {
    /// Watches the sources of a folder. `poll` looks through them at an interval even where events come.
    ///
    /// # Errors
    /// What the system says against it, such as its limit of watched folders.
    pub fn new(folder: &Folder, poll: bool) -> Result<Self, String> {
        let told = |error: notify::Error| error.to_string();
        let root = fs::canonicalize(folder.root()).map_err(|error| error.to_string())?;
        let polls = poll || !folder.tells_of_changes() || !hears_probe(&root);
        let (sender, events) = channel();
        let watcher: Box<dyn Watcher + Send> = if polls {
            let config = Config::default().with_poll_interval(INTERVAL);
            Box::new(PollWatcher::new(sender, config).map_err(told)?)
        } else {
            Box::new(RecommendedWatcher::new(sender, Config::default()).map_err(told)?)
        };
        let mut watch = Self {
            root,
            events,
            watcher,
            watched: BTreeSet::new(),
            polls,
        };
        let top = watch.root.clone();
        watch
            .watcher
            .watch(&top, RecursiveMode::NonRecursive)
            .map_err(told)?;
        watch.watch_sources().map_err(told)?;
        Ok(watch)
    }

    /// Waits for the end of the next burst, or until the time is up.
    pub fn next(&mut self, time: Duration) -> Hint {
        let mut burst = Burst::default();
        let end = Instant::now() + time;
        while burst.is_empty() {
            match self.events.recv_timeout(left(end)) {
                Ok(event) => {
                    burst.add(event, &self.root);
                }
                Err(_) => return Hint::TimeUp,
            }
        }
        let longest = Instant::now() + LONGEST_BURST;
        let mut quiet = Instant::now() + burst.quiet();
        while Instant::now() < longest {
            match self.events.recv_timeout(left(quiet)) {
                Ok(event) => {
                    if burst.add(event, &self.root) {
                        quiet = Instant::now() + burst.quiet();
                    }
                }
                Err(RecvTimeoutError::Timeout) if is_locked(&self.root) => {
                    quiet = Instant::now() + burst.quiet();
                }
                Err(_) => break,
            }
        }
        self.watch_sources().ok();
        if burst.is_lost {
            Hint::Anything
        } else {
            Hint::Paths(burst.paths)
        }
    }

    /// Watches the folders of the sources that are there now; one that was made anew is a new folder to watch.
    fn watch_sources(&mut self) -> notify::Result<()> {
        for name in SOURCES {
            let folder = self.root.join(name);
            if !folder.is_dir() {
                if self.watched.remove(&folder) {
                    self.watcher.unwatch(&folder).ok();
                }
            } else if self.watched.insert(folder.clone()) {
                self.watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }
}

/// What came in one burst.
#[derive(Default)]
struct Burst {
    paths: BTreeSet<String>,
    is_lost: bool,
}

impl Burst {
    /// Adds an event; `false` for one that changes nothing, such as that of a file which is read.
    fn add(&mut self, event: notify::Result<Event>, root: &Path) -> bool {
        let Ok(event) = event else {
            self.is_lost = true;
            return true;
        };
        self.is_lost |= event.need_rescan();
        if matches!(event.kind, EventKind::Access(_)) {
            return self.is_lost;
        }
        let below = |path: &PathBuf| {
            let parts: Option<Vec<&str>> = path
                .strip_prefix(root)
                .ok()?
                .components()
                .map(|part| part.as_os_str().to_str())
                .collect();
            parts.map(|parts| parts.join("/"))
        };
        self.paths.extend(event.paths.iter().filter_map(below));
        !event.paths.is_empty()
    }

    fn is_empty(&self) -> bool {
        self.paths.is_empty() && !self.is_lost
    }

    fn quiet(&self) -> Duration {
        if self.paths.len() > MANY {
            QUIET_AFTER_MANY
        } else {
            QUIET
        }
    }
}

fn left(end: Instant) -> Duration {
    end.saturating_duration_since(Instant::now())
}

/// Whether version control is in the middle of changing files; it keeps this file for as long.
fn is_locked(root: &Path) -> bool {
    root.ancestors()
        .map(|folder| folder.join(".git"))
        .find(|folder| folder.is_dir())
        .is_some_and(|folder| folder.join("index.lock").exists())
}

/// Whether the system tells of a file that is written in the folder where the program keeps its own.
fn hears_probe(root: &Path) -> bool {
    let site = Folder::new(root);
    let write = || site.keep(PROBE, &|_| Ok(())).then_some(());
    let (sender, events) = channel();
    let heard = || {
        write()?;
        let mut watcher = RecommendedWatcher::new(sender, Config::default()).ok()?;
        let folder = root.join(crate::cache::FOLDER);
        watcher.watch(&folder, RecursiveMode::NonRecursive).ok()?;
        write()?;
        let end = Instant::now() + PATIENCE;
        loop {
            let event: Event = events.recv_timeout(left(end)).ok()?.ok()?;
            if event.paths.iter().any(|path| path.ends_with(PROBE)) {
                return Some(());
            }
        }
    };
    let is_heard = heard().is_some();
    site.let_go(PROBE);
    is_heard
}
