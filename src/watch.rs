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

use crate::disk::{Folder, Kept, OWN, SOURCES};

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
/// Stands for the root among the folders that are watched.
const ROOT: &str = "";
/// The folders that are watched, below the root.
const WATCHED: [&str; 3] = [ROOT, SOURCES[0], SOURCES[1]];

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
    watched: BTreeSet<&'static str>,
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
        watch.watch_folders().map_err(told)?;
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
                Err(_) if self.watch_folders().unwrap_or_default() => return Hint::Anything,
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
        self.let_go_of_replaced(&burst);
        self.watch_folders().ok();
        if burst.is_lost || burst.paths.contains(ROOT) {
            Hint::Anything
        } else {
            Hint::Paths(burst.paths)
        }
    }

    /// Watches the folders that are there now and were not watched before; whether there were any.
    fn watch_folders(&mut self) -> notify::Result<bool> {
        let mut is_any = false;
        for name in WATCHED {
            let (folder, mode) = match name {
                ROOT => (self.root.clone(), RecursiveMode::NonRecursive),
                name => (self.root.join(name), RecursiveMode::Recursive),
            };
            if !folder.is_dir() {
                self.let_go_of(name);
            } else if !self.watched.contains(name) {
                self.watcher.watch(&folder, mode)?;
                self.watched.insert(name);
                is_any = true;
            }
        }
        Ok(is_any)
    }

    /// Lets go of watched folders that a burst was about: what has the name now may be another folder.
    fn let_go_of_replaced(&mut self, burst: &Burst) {
        for name in WATCHED {
            if burst.paths.contains(name) || burst.paths.contains(ROOT) {
                self.let_go_of(name);
            }
        }
    }

    fn let_go_of(&mut self, name: &'static str) {
        if self.watched.remove(name) {
            let folder = if name == ROOT {
                self.root.clone()
            } else {
                self.root.join(name)
            };
            self.watcher.unwatch(&folder).ok();
        }
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
        let below = |path: &PathBuf| named(path.strip_prefix(root).ok()?);
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

/// A path below the root with `/` between its parts. A name that is no text is told by the folder it stands in.
fn named(below: &Path) -> Option<String> {
    let parts: Vec<&str> = below
        .components()
        .map_while(|part| part.as_os_str().to_str())
        .collect();
    let is_told = !parts.is_empty() || below.as_os_str().is_empty();
    is_told.then(|| parts.join("/"))
}

/// Whether version control is in the middle of changing files; it keeps a file for as long. One that is older than any
/// burst was left behind by a run that died.
fn is_locked(root: &Path) -> bool {
    let lock = root
        .ancestors()
        .map(|folder| folder.join(".git"))
        .find(|folder| folder.is_dir())
        .map(|folder| folder.join("index.lock"));
    let age = |lock: PathBuf| fs::metadata(lock).ok()?.modified().ok()?.elapsed().ok();
    lock.and_then(age).is_some_and(|age| age < LONGEST_BURST)
}

/// Whether the system tells of a file that is written in the folder where the program keeps its own.
fn hears_probe(root: &Path) -> bool {
    let site = Folder::new(root);
    let write = || site.keep(Kept::Probe, &|_| Ok(())).then_some(());
    let (sender, events) = channel();
    let heard = || {
        write()?;
        let mut watcher = RecommendedWatcher::new(sender, Config::default()).ok()?;
        let folder = root.join(OWN);
        watcher.watch(&folder, RecursiveMode::NonRecursive).ok()?;
        write()?;
        let end = Instant::now() + PATIENCE;
        loop {
            let event: Event = events.recv_timeout(left(end)).ok()?.ok()?;
            if event
                .paths
                .iter()
                .any(|path| path.ends_with(Kept::Probe.name()))
            {
                return Some(());
            }
        }
    };
    let is_heard = heard().is_some();
    site.let_go(Kept::Probe);
    is_heard
}
