//! The edge to the history of a folder: what Git says of when its files were first committed.

use std::collections::BTreeMap;
use std::process::{Command, Stdio};

use super::Folder;
use crate::source::SourcePath;

/// What stands before the day of a commit in what Git is asked to print: no path holds it.
const MARK: char = '\u{1}';

impl Folder {
    /// The day of the first commit that holds each file of `content/` under its name, as `2021-04-14`; none where Git is
    /// missing or the folder is in no repository.
    pub(super) fn days_of_first_commits(&self) -> BTreeMap<SourcePath, String> {
        let asked = Command::new("git")
            .arg("-C")
            .arg(self.root())
            .args(["-c", "log.showSignature=false", "log", "-z", "--relative"])
            .args(["--no-renames", "--diff-filter=A", "--name-only"])
            .args(["--format=%x01%as", "--", "content"])
            .stdin(Stdio::null())
            .output();
        let told = asked.map(|answer| answer.stdout).unwrap_or_default();
        first_days(&String::from_utf8_lossy(&told))
    }
}

/// Days and paths as Git prints them, the newest commit first, each ended by a zero.
fn first_days(told: &str) -> BTreeMap<SourcePath, String> {
    let mut days = BTreeMap::new();
    let mut day = "";
    for part in told.split(['\0', '\n']).filter(|part| !part.is_empty()) {
        match part.strip_prefix(MARK) {
            Some(of_commit) => day = of_commit,
            None => drop(days.insert(SourcePath::new(part), day.to_owned())),
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::first_days;
    use crate::source::SourcePath;

    #[test]
    fn the_first_commit_counts() {
        let told =
            "\u{1}2024-05-06\0\ncontent/a.md\0content/å b.md\0\u{1}2021-04-14\0\ncontent/a.md\0";
        let days = first_days(told);
        let day = |path: &str| days.get(&SourcePath::new(path)).map(String::as_str);
        assert_eq!(day("content/a.md"), Some("2021-04-14"));
        assert_eq!(day("content/å b.md"), Some("2024-05-06"));
    }
}
