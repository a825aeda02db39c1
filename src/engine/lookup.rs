//! What a path that an author wrote names among the sources.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::known::KnownFile;
use crate::pages::Target;
use crate::record::Record;
use crate::site::Clock;
use crate::source::{SourcePath, composed};

/// Files of one name are many where folders tell records apart: no more than this are looked through.
const MOST_NAMED: usize = 50;

/// Finds sources by their paths in Unicode's composed form.
pub(super) struct Lookup<'a> {
    sources: &'a BTreeMap<SourcePath, KnownFile>,
    /// Sources whose names are not ASCII: a disk may spell them another way than an author.
    unusual: BTreeMap<String, &'a SourcePath>,
    /// Every source by the name of its file in small letters: made for the first link that leads nowhere.
    by_name: OnceLock<BTreeMap<String, Vec<&'a SourcePath>>>,
    clock: Clock,
}

impl<'a> Lookup<'a> {
    /// Looks among these sources; the clock tells what is published.
    pub(super) fn new(sources: &'a BTreeMap<SourcePath, KnownFile>, clock: Clock) -> Self {
        let unusual = sources.keys().filter(|path| !path.as_str().is_ascii());
        let unusual = unusual
            .map(|path| (path.composed().into_owned(), path))
            .collect();
        Self {
            sources,
            unusual,
            by_name: OnceLock::new(),
            clock,
        }
    }

    /// What a path names, for a link.
    pub(super) fn target(&self, path: &str) -> Option<Target<'a>> {
        match self.known(path)?.1 {
            KnownFile::Record(Some(record), _) if record.has_address() => {
                Some(Target::Record(record, self.is_public(record)))
            }
            KnownFile::Text(Some(text), _) => {
                Some(Target::Text(text, self.clock.shows(text.standing())))
            }
            KnownFile::Record(..) | KnownFile::Text(None, _) | KnownFile::Unreadable(_) => {
                Some(Target::Unreadable)
            }
            KnownFile::File | KnownFile::Stray => Some(Target::File),
            KnownFile::Theme(_) | KnownFile::Settings(_) => None,
        }
    }

    /// The sources whose file has this name, without regard to capitals; for `index.md`, those in a folder of this name.
    pub(super) fn named(&self, name: &str) -> Vec<&'a SourcePath> {
        let by_name = self.by_name.get_or_init(|| {
            let mut by_name: BTreeMap<String, Vec<&SourcePath>> = BTreeMap::new();
            for path in self.sources.keys() {
                let name = match path.file_name() {
                    "index.md" => path.folder().rsplit('/').next().unwrap_or_default(),
                    name => name,
                };
                let name = composed(name).to_lowercase();
                by_name.entry(name).or_default().push(path);
            }
            by_name
        });
        let found = by_name.get(&composed(name).to_lowercase());
        let few = found.map(|paths| &paths[..paths.len().min(MOST_NAMED)]);
        few.unwrap_or_default().to_vec()
    }

    /// The file that a path names, if it may be published as it is.
    pub(super) fn file(&self, path: &str) -> Option<&'a SourcePath> {
        match self.known(path)? {
            (path, KnownFile::File | KnownFile::Stray) => Some(path),
            _ => None,
        }
    }

    /// Whether a file begins like a record, and is none by its name.
    pub(super) fn is_misnamed(&self, path: &SourcePath) -> bool {
        matches!(self.sources.get(path), Some(KnownFile::Stray))
    }

    /// Whether a record is published.
    pub(super) fn is_public(&self, record: &Record) -> bool {
        self.clock.shows(record.standing(self.clock.now))
    }

    fn known(&self, path: &str) -> Option<(&'a SourcePath, &'a KnownFile)> {
        let found = match self.unusual.get(path) {
            Some(path) => self.sources.get_key_value(*path),
            None => self.sources.get_key_value(&SourcePath::new(path)),
        };
        found.or_else(|| self.index_of(path.strip_suffix("index.md")?))
    }

    /// The record of a folder, by another ending of its `index` than the usual one.
    fn index_of(&self, folder: &str) -> Option<(&'a SourcePath, &'a KnownFile)> {
        let names = [
            "index.markdown",
            "index.MD",
            "index.Md",
            "Index.md",
            "INDEX.MD",
        ];
        let paths = names.map(|name| SourcePath::new(format!("{folder}{name}")));
        paths
            .iter()
            .find_map(|path| self.sources.get_key_value(path))
    }
}
