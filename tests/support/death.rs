//! The death of a program at a call to the system that is chosen: `strace` counts the calls and kills.

use std::path::Path;
use std::process::{Command, Stdio};

use super::site::Site;

/// The calls that change what stands in a folder, or make sure of it.
pub const CALLS: [&str; 12] = [
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "rmdir",
    "link",
    "linkat",
    "fsync",
    "fdatasync",
    "ftruncate",
    "mkdirat",
];

/// A call at which the program is killed: by its kind and its number among those of that kind.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// The kind.
    pub call: &'static str,
    /// The number, counted from 1.
    pub number: usize,
}

/// How a build that was to be killed ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Death {
    /// At the moment.
    Killed,
    /// There were not so many calls, so the build came to its end, with this exit code.
    Ended(i32),
}

/// Builds a site with a program until the moment comes. One thread does the work, so that a moment is the same in every run.
pub fn kill_at(site: &Site, program: &Path, arguments: &[&str], moment: Moment) -> Death {
    let Moment { call, number } = moment;
    let status = Command::new("strace")
        .args(["-f", "-qqq", "-o"])
        .arg(site.beside("calls"))
        .args(["-e", &format!("trace={call}")])
        .args(["-e", &format!("inject={call}:signal=KILL:when={number}")])
        .arg(program)
        .arg("--root")
        .arg(site.root())
        .arg("build")
        .args(arguments)
        .env("RAYON_NUM_THREADS", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("strace is installed: apt-get install strace");
    match status.code() {
        None => Death::Killed,
        Some(code @ 0..=2) => Death::Ended(code),
        Some(code) => panic!(
            "strace or the program ended with {code} at {moment:?}: may this process trace others?"
        ),
    }
}
