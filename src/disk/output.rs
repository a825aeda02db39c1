//! The output folder: whether it is ours, what was published in it, and whether a publication broke off there.
//!
//! Nothing in it is trusted. It may be a clone of somebody's folder, with a manifest and links that were made to do harm.
#![expect(
    clippy::disallowed_methods,
    reason = "this room is the edge to the file system"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::lock::{Holder, LOCK, Lock};
use super::place::real;
use super::staging::{Staging, WITHIN, is_our_staging, is_staging};
use super::tree::{Kind, Tree, read_at_most};
use crate::diagnostics::{Code, Diagnostic};
use crate::manifest::{self, Manifest, Published, Unreadable};
use crate::pages::Address;
use crate::source::Digest;

/// The site's own output, below its root.
const OUTPUT: &str = "output";
/// What may stand in the folder while a publication is under way: all that may be in it, by address. It stands at rest only
/// if that publication broke off.
pub(super) const NOTE: &str = ".manifest.next";
/// The most that is read of a manifest, in bytes: that of two million pages.
const LARGEST_MANIFEST: u64 = 512 << 20;
/// The most that is read of a file of the output.
const LARGEST_FILE: u64 = 1 << 30;
/// What a folder may hold that is ours to fill: what version control wants there, and what a build leaves that broke off
/// before it published anything.
const NOTHING: [&str; 4] = [".gitignore", ".gitkeep", LOCK, WITHIN];

/// The site whose output a folder is to be.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    /// Its folder, which holds `content/`.
    pub root: &'a Path,
    /// The home folder of whoever runs the program.
    pub home: Option<&'a Path>,
    /// Whether drafts and withheld records are to be published.
    pub with_drafts: bool,
}

/// An output folder that is ours to write in, held against other builds until it is dropped.
pub struct Output {
    pub(super) place: PathBuf,
    pub(super) tree: Tree,
    /// What was published.
    pub manifest: Manifest,
    pub(super) broken_off: BrokenOff,
    /// Whether the folder holds no page yet.
    is_fresh: bool,
    with_drafts: bool,
    pub(super) staging: Staging,
    // The last to be dropped: until then the folder is held.
    _lock: Lock,
}

/// What a publication that broke off may have left, beside what the manifest lists.
#[derive(Debug, Default)]
pub(super) enum BrokenOff {
    /// Nothing: the last one came to its end.
    #[default]
    No,
    /// What its note lists.
    Listed(Manifest),
    /// Nobody knows: its note cannot be read.
    Unknown,
}

/// What is written in a folder about itself, as it stands there.
#[derive(PartialEq, Eq)]
struct Written {
    manifest: Option<Result<Vec<u8>, Unreadable>>,
    note: Option<Result<Vec<u8>, Unreadable>>,
}

/// What a folder says of itself.
struct Said {
    manifest: Option<Manifest>,
    broken_off: BrokenOff,
}

/// What was published in a folder; nothing if there is no manifest of ours.
#[must_use]
pub fn published(path: &Path) -> Manifest {
    let read = || read(&Tree::open(path).ok()?, manifest::FILE)?.ok();
    read().unwrap_or_default()
}

/// When a manifest was written, and how long it is.
pub type Stamp = (std::time::SystemTime, u64);

/// When the manifest in a folder was written; nothing if there is none.
#[must_use]
pub fn manifest_stamp(path: &Path) -> Option<Stamp> {
    let metadata = Tree::open(path).ok()?.file(manifest::FILE).ok()?.metadata();
    let metadata = metadata.ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}

impl Manifest {
    /// Reads the manifest of a site that is published elsewhere from a file.
    ///
    /// # Errors
    /// When the file cannot be read, or is no manifest.
    pub fn from_file(path: &Path) -> Result<Self, Box<Diagnostic>> {
        let refuse = |reason: &str| {
            let fault = Diagnostic::new(Code::ManifestUnreadable);
            Box::new(
                fault
                    .with("path", path.to_string_lossy())
                    .with("reason", reason),
            )
        };
        let place = real(path);
        let folder = place.parent().ok_or_else(|| refuse("missing"))?;
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let tree = Tree::open(folder).map_err(|_| refuse("missing"))?;
        match read(&tree, &name) {
            None => Err(refuse("missing")),
            Some(Err(unreadable)) => Err(refuse(reason(unreadable))),
            Some(Ok(manifest)) if manifest.with_drafts => Err(refuse("drafts")),
            Some(Ok(manifest)) => Ok(manifest),
        }
    }
}

impl Output {
    /// Opens the output folder of a site, making it if need be.
    ///
    /// # Errors
    /// A folder that is not empty and has no manifest of ours is refused, and so are the root of the file system, the
    /// home folder, and any folder that holds the sources; a folder in which another build is writing; and for drafts the
    /// site's own output and every folder made without drafts, as one made with drafts is for the public site.
    pub fn open(path: &Path, site: &Site<'_>) -> Result<Self, Box<Diagnostic>> {
        let refusal = |reason: &str| {
            let fault = Diagnostic::new(Code::OutputNotOurs).with("path", path.to_string_lossy());
            fault.with("reason", reason)
        };
        let refuse = |reason: &str| Box::new(refusal(reason));
        let trouble = |error: io::Error| Box::new(failed(path, &error));
        let place = real(path);
        refuse_guarded(&place, site).map_err(refuse)?;
        fs::create_dir_all(&place).map_err(trouble)?;
        let tree = Tree::open(&place).map_err(trouble)?;
        refuse_same(&tree, site).map_err(refuse)?;
        // Nothing is written, not even a lock, into a folder that may be somebody else's.
        let before = Written::of(&tree);
        let said = Said::of(&before, &tree).map_err(refuse)?;
        let lock = match Lock::take(&tree).map_err(trouble)? {
            Ok(lock) => lock,
            Err(Holder { process, since }) => {
                let busy = refusal("busy").with("process", process);
                return Err(Box::new(busy.with("since", since)));
            }
        };
        // What counts is what stands there while the folder is held. Most often that is what was just read.
        let held = Written::of(&tree);
        let Said {
            manifest,
            broken_off,
        } = if held == before {
            said
        } else {
            Said::of(&held, &tree).map_err(refuse)?
        };
        let is_fresh = manifest.is_none() && matches!(broken_off, BrokenOff::No);
        let manifest = manifest.unwrap_or_default();
        let holds_drafts = match &broken_off {
            BrokenOff::Listed(note) => manifest.with_drafts || note.with_drafts,
            BrokenOff::No | BrokenOff::Unknown => manifest.with_drafts,
        };
        if !is_fresh && holds_drafts != site.with_drafts {
            return Err(refuse(if holds_drafts {
                "with-drafts"
            } else {
                "public"
            }));
        }
        Ok(Self {
            staging: Staging::new(&place, &tree).map_err(trouble)?,
            place,
            tree,
            manifest,
            broken_off,
            is_fresh,
            with_drafts: site.with_drafts,
            _lock: lock,
        })
    }

    /// Whether the last publication came to its end, so that the manifest may be trusted.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        matches!(self.broken_off, BrokenOff::No)
    }

    /// The bytes of a published page, if they are still those that the manifest lists.
    #[must_use]
    pub fn read(&self, address: &Address) -> Option<Vec<u8>> {
        let published = self.manifest.pages.get(address)?;
        let bytes = self.tree.read(&address.output_path(), LARGEST_FILE).ok()?;
        (Digest::of(&bytes) == published.digest).then_some(bytes)
    }

    /// Every file that the program may have put here, with what is known of it, by its path.
    pub(super) fn ours(&self) -> BTreeMap<String, &Published> {
        let note = match &self.broken_off {
            BrokenOff::Listed(note) => Some(note),
            BrokenOff::No | BrokenOff::Unknown => None,
        };
        let listed = note.into_iter().chain([&self.manifest]);
        listed
            .flat_map(Manifest::files)
            .map(|(address, published)| (address.output_path(), published))
            .collect()
    }

    /// Whether the program may have put a file here.
    pub(super) fn is_ours(&self, path: &str) -> bool {
        let note = match &self.broken_off {
            BrokenOff::Listed(note) => Some(note),
            BrokenOff::No | BrokenOff::Unknown => None,
        };
        // A file has the address of its folder if it is the page of that.
        let addresses = [Some(path), path.strip_suffix("index.html")];
        let addresses = addresses.into_iter().flatten().map(Address::new);
        let listed = [Some(&self.manifest), note];
        addresses
            .flat_map(|address| listed.map(|manifest| manifest?.file(&address).map(drop)))
            .any(|found| found.is_some())
    }

    /// Whether nothing was ever published here.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.is_fresh
    }

    /// Whether drafts and withheld records go here.
    #[must_use]
    pub fn takes_drafts(&self) -> bool {
        self.with_drafts
    }

    /// The path of a file of the output, to be shown.
    pub(super) fn shown(&self, output_path: &str) -> PathBuf {
        self.place.join(output_path)
    }
}

impl Written {
    fn of(tree: &Tree) -> Self {
        Self {
            manifest: bytes(tree, manifest::FILE),
            note: bytes(tree, NOTE),
        }
    }
}

impl Said {
    fn of(written: &Written, tree: &Tree) -> Result<Self, &'static str> {
        let read = |bytes: &Option<Result<Vec<u8>, Unreadable>>| {
            let bytes = bytes.as_ref()?.as_ref();
            Some(
                bytes
                    .map_err(|fault| *fault)
                    .and_then(|bytes| Manifest::read(bytes)),
            )
        };
        let note = read(&written.note);
        let broken_off = |note| match note {
            None => BrokenOff::No,
            Some(Ok(note)) => BrokenOff::Listed(note),
            Some(Err(_)) => BrokenOff::Unknown,
        };
        match (read(&written.manifest), note) {
            (Some(Ok(manifest)), note) => Ok(Self {
                manifest: Some(manifest),
                broken_off: broken_off(note),
            }),
            (_, Some(Ok(note))) => Ok(Self {
                manifest: None,
                broken_off: BrokenOff::Listed(note),
            }),
            (Some(Err(unreadable)), _) => Err(reason(unreadable)),
            (None, Some(Err(_))) => Err("manifest"),
            (None, None) if holds_nothing(tree) => Ok(Self {
                manifest: None,
                broken_off: BrokenOff::No,
            }),
            (None, None) => Err("foreign"),
        }
    }
}

/// Reads a manifest; `None` if there is no such file. What is no ordinary file is not read.
fn read(tree: &Tree, name: &str) -> Option<Result<Manifest, Unreadable>> {
    Some(bytes(tree, name)?.and_then(|bytes| Manifest::read(&bytes)))
}

/// The bytes of a manifest; `None` if there is no such file. What is no ordinary file is not read.
fn bytes(tree: &Tree, name: &str) -> Option<Result<Vec<u8>, Unreadable>> {
    match tree.kind(name) {
        Ok(None) => None,
        Ok(Some(Kind::File(_))) => {
            let bytes = tree
                .file(name)
                .and_then(|file| read_at_most(&file, LARGEST_MANIFEST));
            Some(bytes.map_err(|_| Unreadable::Foreign))
        }
        Ok(Some(Kind::Folder | Kind::Other)) | Err(_) => Some(Err(Unreadable::Foreign)),
    }
}

fn reason(unreadable: Unreadable) -> &'static str {
    match unreadable {
        Unreadable::MergeMarks => "merge-marks",
        Unreadable::Foreign => "manifest",
    }
}

/// Refuses a place that no build may write to, before anything is made there.
fn refuse_guarded(place: &Path, site: &Site<'_>) -> Result<(), &'static str> {
    let root = real(site.root);
    let holds_sources = super::SOURCES.iter().any(|sources| {
        let sources = real(&root.join(sources));
        sources.starts_with(place) || place.starts_with(&sources)
    });
    let is_home = site.home.is_some_and(|home| real(home) == place);
    let is_guarded = place.parent().is_none()
        || is_home
        || holds_sources
        || root.starts_with(place)
        || place.starts_with(root.join(super::OWN))
        || place.join(".git").exists();
    if is_guarded
        || place
            .iter()
            .any(|part| part.to_str().is_some_and(is_staging))
    {
        return Err("guarded");
    }
    let own = real(&root.join(OUTPUT));
    if site.with_drafts && (place.starts_with(&own) || place.ancestors().skip(1).any(is_public)) {
        return Err("drafts");
    }
    Ok(())
}

/// Whether a folder is a public site, which is copied to the web server with all that lies in it.
fn is_public(folder: &Path) -> bool {
    let published = Tree::open(folder).map(|tree| read(&tree, manifest::FILE));
    matches!(published, Ok(Some(Ok(manifest))) if !manifest.with_drafts)
}

/// Refuses a folder that is one of those that no build may write to under another name.
fn refuse_same(tree: &Tree, site: &Site<'_>) -> Result<(), &'static str> {
    let is = |path: &Path| {
        let identity = || Tree::open(path)?.identity();
        identity().is_ok_and(|other| tree.identity().is_ok_and(|own| own == other))
    };
    let sources = super::SOURCES.map(|sources| site.root.join(sources));
    let guarded = sources.iter().map(PathBuf::as_path);
    if guarded.chain([site.root]).chain(site.home).any(is) {
        return Err("guarded");
    }
    if site.with_drafts && is(&site.root.join(OUTPUT)) {
        return Err("drafts");
    }
    Ok(())
}

/// A folder with nothing in it but what version control wants there.
fn holds_nothing(tree: &Tree) -> bool {
    let is_nothing = |(name, _): &(String, Kind)| {
        NOTHING.contains(&name.as_str()) && (name != WITHIN || is_our_staging(tree, name))
    };
    tree.entries()
        .is_ok_and(|entries| entries.iter().all(is_nothing))
}

/// The diagnostic for a file that could not be written.
pub(super) fn failed(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::WriteFailed)
        .with("path", path.to_string_lossy())
        .with("fault", error.to_string())
        .with("stands", "all")
}
