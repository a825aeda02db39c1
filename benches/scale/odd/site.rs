//! A small site on disk, into which odd input is written.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// A site's folder.
pub(crate) struct Site {
    /// Where it stands.
    pub(crate) root: PathBuf,
}

impl Site {
    /// An empty site but for its settings and one record.
    pub(crate) fn new(root: &Path) -> io::Result<Self> {
        if root.exists() {
            fs::remove_dir_all(root)?;
        }
        let site = Self {
            root: root.to_owned(),
        };
        site.settings("")?;
        site.record("content/plain.md", "", "Text.\n")?;
        Ok(site)
    }

    /// Writes the settings with further lines.
    pub(crate) fn settings(&self, more: &str) -> io::Result<()> {
        let settings = "title: Odd\nbase_url: https://odd.example/\n";
        self.write("content/site.yaml", format!("{settings}{more}"))
    }

    /// Writes a record with further lines of front matter and this prose.
    pub(crate) fn record(&self, path: &str, more: &str, prose: &str) -> io::Result<()> {
        let facts = "date: 2021-04-14\nproposer: Anna Berg\nrecommendation: The board builds.\n";
        let title = if more.contains("title: ") {
            ""
        } else {
            "title: A bridge\n"
        };
        self.write(path, format!("---\n{title}{facts}{more}---\n\n{prose}"))
    }

    /// Writes a record that these laid before the body.
    pub(crate) fn record_by(&self, proposers: &str) -> io::Result<()> {
        let facts = "title: A bridge\ndate: 2021-04-14\nrecommendation: The board builds.\n";
        self.write(
            "content/odd.md",
            format!("---\n{facts}proposer: [{proposers}]\n---\n\nText.\n"),
        )
    }

    /// Writes the one record that most inputs are about.
    pub(crate) fn odd(&self, more: &str, prose: &str) -> io::Result<()> {
        self.record("content/odd.md", more, prose)
    }

    /// Writes a file of any kind.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) -> io::Result<()> {
        let path = self.root.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, text)
    }

    /// Makes a file of so many bytes, none of which the disk holds.
    pub(crate) fn hollow(&self, path: &str, bytes: usize) -> io::Result<()> {
        File::create(self.root.join(path))?.set_len(bytes as u64)
    }
}

/// The texts of `text` for 0, 1, … in a row.
pub(crate) fn each(count: usize, text: impl Fn(usize) -> String) -> String {
    (0..count).map(text).collect()
}
