//! Tells cargo which folders are embedded in the program, so that a file added to one of them is not overlooked, and gives
//! the program a digest of its own sources: what another build of it has made is not taken for its own.
#![expect(clippy::print_stdout, reason = "cargo is spoken to on standard output")]
#![expect(
    clippy::disallowed_methods,
    reason = "the sources are read to be digested"
)]

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

fn main() {
    let folders = ["src", "themes/default"];
    let mut files = Vec::new();
    for folder in folders {
        println!("cargo::rerun-if-changed={folder}");
        gather(Path::new(folder), &mut files);
    }
    files.sort();
    let mut digest = DefaultHasher::new();
    for file in files {
        std::fs::read(&file).unwrap_or_default().hash(&mut digest);
    }
    println!("cargo::rustc-env=DIARIUM_SOURCES={:016x}", digest.finish());
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, files);
        } else {
            files.push(path);
        }
    }
}
