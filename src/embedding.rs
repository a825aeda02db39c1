//! Tells cargo which folders are embedded in the program, so that a file added to one of them is not overlooked, and gives
//! the program a digest of its own sources and of the packages it is made with: what another build of it has made is not
//! taken for its own.
#![expect(clippy::print_stdout, reason = "cargo is spoken to on standard output")]
#![expect(
    clippy::disallowed_methods,
    reason = "the sources are read to be digested"
)]

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

fn main() {
    let mut files = Vec::new();
    for source in ["Cargo.lock", "Cargo.toml", "src", "themes/default"] {
        println!("cargo::rerun-if-changed={source}");
        gather(Path::new(source), &mut files);
    }
    files.sort();
    let mut digest = DefaultHasher::new();
    for file in files {
        file.hash(&mut digest);
        std::fs::read(&file).unwrap_or_default().hash(&mut digest);
    }
    println!("cargo::rustc-env=DIARIUM_SOURCES={:016x}", digest.finish());
}

fn gather(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_file() {
        files.push(path.to_owned());
    }
    for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
        gather(&entry.path(), files);
    }
}
