//! What may happen to the files that the program itself keeps, and what must heal it.

use std::path::{Path, PathBuf};

use super::dice::Dice;
use crate::support::files_below;

/// What is asked to heal a harm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Cure {
    /// The next build of any kind.
    Build,
    /// `build --clean`, since nothing else can notice; it may refuse a folder that it no longer knows as its own.
    Clean,
}

/// A harm has a name, does something to a site's folder, and has a cure.
pub(crate) type Harm = (&'static str, fn(&Path, &mut Dice), Cure);

/// Every kind of harm.
pub(crate) const HARMS: &[Harm] = &[
    (
        "`.diarium` is deleted",
        |root, _| {
            std::fs::remove_dir_all(root.join(".diarium")).ok();
        },
        Cure::Build,
    ),
    (
        "a kept file is deleted",
        |root, dice| {
            if let Some(file) = any_file(&root.join(".diarium"), dice) {
                std::fs::remove_file(file).expect("it is there");
            }
        },
        Cure::Build,
    ),
    (
        "a bit of a kept file is turned",
        |root, dice| flip(&root.join(".diarium"), dice),
        Cure::Build,
    ),
    (
        "a kept file is cut",
        |root, dice| cut(any_file(&root.join(".diarium"), dice), dice),
        Cure::Build,
    ),
    (
        "an output file is deleted",
        |root, dice| {
            if let Some(file) = any_file(&root.join("output"), dice).filter(|file| is_page(file)) {
                std::fs::remove_file(file).expect("it is there");
            }
        },
        Cure::Build,
    ),
    (
        "an output file is cut",
        |root, dice| {
            cut(
                any_file(&root.join("output"), dice).filter(|file| is_page(file)),
                dice,
            );
        },
        Cure::Build,
    ),
    (
        "a bit of an output file is turned",
        |root, dice| flip(&root.join("output"), dice),
        Cure::Clean,
    ),
    (
        "the manifest is deleted",
        |root, _| {
            std::fs::remove_file(root.join("output/manifest.json")).ok();
        },
        Cure::Clean,
    ),
    (
        "the manifest is cut",
        |root, dice| {
            cut(
                Some(root.join("output/manifest.json")).filter(|file| file.exists()),
                dice,
            );
        },
        Cure::Clean,
    ),
    (
        "every source is touched",
        |root, _| {
            for file in files_below(&root.join("content")) {
                let file = std::fs::File::options()
                    .append(true)
                    .open(root.join("content").join(file));
                file.and_then(|file| file.set_modified(std::time::SystemTime::now()))
                    .expect("it can be touched");
            }
        },
        Cure::Build,
    ),
];

fn is_page(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name != "manifest.json")
}

fn any_file(folder: &Path, dice: &mut Dice) -> Option<PathBuf> {
    let files = files_below(folder);
    (!files.is_empty()).then(|| folder.join(dice.one(&files)))
}

fn flip(folder: &Path, dice: &mut Dice) {
    let Some(file) = any_file(folder, dice) else {
        return;
    };
    let mut bytes = std::fs::read(&file).expect("it was just listed");
    if !bytes.is_empty() {
        let place = dice.below(bytes.len());
        bytes[place] ^= 1 << dice.below(8);
        std::fs::write(&file, bytes).expect("it can be written");
    }
}

fn cut(file: Option<PathBuf>, dice: &mut Dice) {
    if let Some(file) = file {
        let bytes = std::fs::read(&file).expect("it was just listed");
        let kept = dice.below(bytes.len());
        std::fs::write(&file, &bytes[..kept]).expect("it can be written");
    }
}
