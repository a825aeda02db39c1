//! Runs a program in a process of its own and tells what it cost; tells which files of a folder it wrote.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4;

/// What a run cost.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Figures {
    /// From the start of the process to its end.
    pub(crate) wall: Duration,
    /// User and system time of the process and of those it started.
    pub(crate) processor: Duration,
    /// The most memory it held at one time, in bytes.
    pub(crate) peak: u64,
}

/// Runs a program to its end. What it prints goes to `notes`, and is told only when it fails.
pub(crate) fn run(command: &mut Command, notes: &Path) -> Result<Figures, String> {
    let unwritten = |error: io::Error| format!("{} could not be written: {error}", notes.display());
    let output = File::create(notes).map_err(unwritten)?;
    let errors = output.try_clone().map_err(unwritten)?;
    settle();
    let start = Instant::now();
    command.stdin(Stdio::null()).stdout(output).stderr(errors);
    let used = command.spawn().and_then(|mut child| child.wait4());
    let wall = start.elapsed();
    let used = used.map_err(|error| {
        format!(
            "{} could not be run: {error}",
            command.get_program().display()
        )
    })?;
    if !used.status.success() {
        return Err(format!("{}: {}", used.status, last_lines(notes)));
    }
    let processor = used.rusage.utime + used.rusage.stime;
    Ok(Figures {
        wall,
        processor,
        peak: used.rusage.maxrss,
    })
}

/// The median of several runs, each figure by itself; the first failure, if any run failed.
pub(crate) fn median(runs: &[Result<Figures, String>]) -> Result<Figures, String> {
    let runs: Vec<Figures> = runs.iter().cloned().collect::<Result<_, _>>()?;
    if runs.is_empty() {
        return Err("no run was asked for".to_owned());
    }
    Ok(Figures {
        wall: middle(runs.iter().map(|run| run.wall)),
        processor: middle(runs.iter().map(|run| run.processor)),
        peak: middle(runs.iter().map(|run| run.peak)),
    })
}

fn middle<T: Ord + Copy>(values: impl Iterator<Item = T>) -> T {
    let mut values: Vec<T> = values.collect();
    values.sort_unstable();
    values[values.len() / 2]
}

/// Lets the file system finish what earlier steps left to be written, so that no step pays for another.
fn settle() {
    let _ = Command::new("sync").stdin(Stdio::null()).status();
}

fn last_lines(notes: &Path) -> String {
    let text = fs::read_to_string(notes).unwrap_or_default();
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    lines[lines.len().saturating_sub(5)..].join(" / ")
}

/// The files of a folder as they were at one time. Only digests are kept: the memory that this process has used counts
/// as memory of those it starts.
#[derive(Default)]
pub(crate) struct Files {
    /// Digest of the path to digest of time, size and inode, and the size.
    stamps: BTreeMap<u64, (u64, u64)>,
}

/// So many files, so many bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Amount {
    /// Files.
    pub(crate) files: usize,
    /// Bytes.
    pub(crate) bytes: u64,
}

impl Files {
    /// The files that are in a folder now.
    pub(crate) fn of(folder: &Path) -> io::Result<Self> {
        let mut files = Self::default();
        files.walk(folder)?;
        Ok(files)
    }

    /// All of them.
    pub(crate) fn amount(&self) -> Amount {
        Amount {
            files: self.stamps.len(),
            bytes: self.stamps.values().map(|stamp| stamp.1).sum(),
        }
    }

    /// Those that are new or were written again since `before`.
    pub(crate) fn written_since(&self, before: &Self) -> Amount {
        let mut amount = Amount::default();
        for (path, stamp) in &self.stamps {
            if before.stamps.get(path) != Some(stamp) {
                amount.files += 1;
                amount.bytes += stamp.1;
            }
        }
        amount
    }

    /// How many of those of `before` are gone.
    pub(crate) fn gone_since(&self, before: &Self) -> usize {
        before
            .stamps
            .keys()
            .filter(|path| !self.stamps.contains_key(path))
            .count()
    }

    fn walk(&mut self, folder: &Path) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let facts = entry.metadata()?;
            if facts.is_dir() {
                self.walk(&entry.path())?;
            } else {
                let stamp = digest(&(facts.mtime(), facts.mtime_nsec(), facts.size(), facts.ino()));
                self.stamps
                    .insert(digest(&entry.path()), (stamp, facts.size()));
            }
        }
        Ok(())
    }
}

fn digest(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
