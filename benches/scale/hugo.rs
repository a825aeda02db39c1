//! Hugo, to measure beside Diarium: where its program is and how it builds.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A Hugo that can be run.
pub(crate) struct Hugo {
    program: PathBuf,
    /// What it says of itself.
    pub(crate) version: String,
}

impl Hugo {
    /// Finds `hugo` on the path. As a Python package it is started through scripts, which say where the program itself
    /// is; that one is measured, since the scripts are none of Hugo's cost.
    pub(crate) fn find() -> Result<Self, String> {
        let told = Command::new("hugo").arg("version").output();
        let told = told.map_err(|error| format!("hugo could not be run: {error}"))?;
        if !told.status.success() {
            return Err(format!("`hugo version` ended with {}", told.status));
        }
        let text = [told.stdout, told.stderr].concat();
        let text = String::from_utf8_lossy(&text);
        let behind = text
            .lines()
            .find_map(|line| line.split_once("hugo-python-distributions at "));
        let behind = behind
            .and_then(|(_, path)| path.split('\u{1b}').next())
            .map(|path| PathBuf::from(path.trim()));
        let program = behind
            .filter(|path| path.is_file())
            .unwrap_or_else(|| PathBuf::from("hugo"));
        let version = text
            .lines()
            .find(|line| line.starts_with("hugo v"))
            .unwrap_or("hugo of an unknown version");
        let version = version.split(" BuildDate").next().unwrap_or(version);
        Ok(Self {
            program,
            version: version.to_owned(),
        })
    }

    /// The command that builds a site.
    pub(crate) fn build(&self, source: &Path, output: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command
            .arg("--source")
            .arg(source)
            .arg("--destination")
            .arg(output)
            .arg("--quiet");
        command
    }
}
