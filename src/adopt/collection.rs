//! What the files of a collection hold: front matter by its names, headings, days.

use std::collections::{BTreeMap, BTreeSet};

use crate::record::front_matter::{Value, entries};
use crate::record::{Derived, Key, Origin, TextKind, name_of_drafts};
use crate::source::{SourcePath, Sources, is_markdown, is_unusual};

/// Files that no collection means as records, wherever they stand; their names in small letters.
const NO_RECORDS: [&str; 10] = [
    "readme.md",
    "contributing.md",
    "changelog.md",
    "license.md",
    "code_of_conduct.md",
    "code-of-conduct.md",
    "security.md",
    "summary.md",
    "_index.md",
    "pull_request_template.md",
];

/// Words in the names of files and folders that others are made from.
const TEMPLATES: [&str; 4] = ["template", "templates", "mall", "mallar"];

/// A file that may be a record.
pub(super) struct Seen {
    /// The words of its front matter; none of one that cannot be read.
    pub(super) entries: Vec<(String, Value)>,
    /// What can be derived from it.
    pub(super) origins: BTreeSet<(Key, usize)>,
    /// Its words, as far as they tell its language.
    pub(super) begins: String,
}

/// A collection as it was read.
#[derive(Default)]
pub(super) struct Collection {
    /// The files that may be records.
    pub(super) files: Vec<Seen>,
    /// Patterns of the files that are none, with how many there are.
    pub(super) excluded: BTreeMap<String, usize>,
    /// How many lie where others than records do.
    pub(super) misplaced: usize,
}

/// From where titles and days may come, the surest first.
pub(super) const ORIGINS: [(Key, Origin, &str); 4] = [
    (Key::TITLE, Origin::Heading, "heading"),
    (Key::TITLE, Origin::FileName, "file"),
    (Key::DATE, Origin::Path, "path"),
    (Key::DATE, Origin::Text, "text"),
];

/// As much of a file tells its language.
const TELLING: usize = 2000;

impl Collection {
    /// Reads the Markdown files among some paths.
    pub(super) fn read<'p>(
        paths: impl Iterator<Item = &'p SourcePath>,
        sources: &dyn Sources,
    ) -> Self {
        let mut collection = Self::default();
        for path in paths.filter(|path| is_markdown(path.file_name())) {
            if let Some(pattern) = pattern_of_others(path) {
                *collection.excluded.entry(pattern).or_default() += 1;
            } else if let Ok(bytes) = sources.read(path) {
                let kind = TextKind::by_folder(path);
                collection.misplaced +=
                    usize::from(kind.is_some_and(|kind| kind != TextKind::Page));
                collection.files.push(Seen::of(path, &bytes));
            }
        }
        collection
    }

    /// The values under a name, of each file that holds it. `meta.date` is `date` within `meta`.
    pub(super) fn values<'c>(&'c self, name: &'c str) -> impl Iterator<Item = (usize, &'c Value)> {
        let files = self.files.iter().enumerate();
        files.filter_map(move |(number, file)| {
            let value = value_at(&file.entries, name).filter(|value| !value.is_empty())?;
            Some((number, value))
        })
    }

    /// Every name in front matter, with how many files hold it.
    pub(super) fn names(&self) -> BTreeMap<String, usize> {
        let mut names: BTreeMap<String, usize> = BTreeMap::new();
        for file in &self.files {
            for (name, value) in &file.entries {
                *names.entry(name.clone()).or_default() += 1;
                if let Value::Map(within) = value {
                    for (inner, _) in within {
                        *names.entry(format!("{name}.{inner}")).or_default() += 1;
                    }
                }
            }
        }
        names
    }

    /// The files of which a value can be derived in this way.
    pub(super) fn derived(&self, key: Key, origin: usize) -> BTreeSet<usize> {
        let files = self.files.iter().enumerate();
        let has = |file: &Seen| file.origins.contains(&(key, origin));
        files
            .filter(|(_, file)| has(file))
            .map(|(number, _)| number)
            .collect()
    }
}

impl Seen {
    fn of(path: &SourcePath, bytes: &[u8]) -> Self {
        let (entries, prose) = entries(bytes);
        let mut origins = BTreeSet::new();
        for (number, (key, origin, _)) in ORIGINS.into_iter().enumerate() {
            let mut derived = Derived::default();
            derived.add(key, origin);
            if derived.value(key, path, &prose).is_some() {
                origins.insert((key, number));
            }
        }
        let mut end = prose.len().min(TELLING);
        while !prose.is_char_boundary(end) {
            end -= 1;
        }
        Self {
            entries,
            origins,
            begins: prose[..end].to_lowercase(),
        }
    }
}

fn value_at<'v>(entries: &'v [(String, Value)], name: &str) -> Option<&'v Value> {
    let at = |name: &str| entries.iter().find(|(own, _)| own == name);
    if let Some((_, value)) = at(name) {
        return Some(value);
    }
    let (outer, inner) = name.split_once('.')?;
    match at(outer)? {
        (_, Value::Map(within)) => value_at(within, inner),
        _ => None,
    }
}

/// The pattern of a file that is no record by its name or that of its folder.
fn pattern_of_others(path: &SourcePath) -> Option<String> {
    let below = path.as_str().strip_prefix("content/")?;
    let is_template = |name: &str| {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let mut words = stem.split(['-', '_', ' ', '.']);
        words.any(|word| TEMPLATES.contains(&word.to_lowercase().as_str()))
    };
    let draft = name_of_drafts(path);
    let mut way = String::new();
    let (folders, _) = below.rsplit_once('/').unwrap_or_default();
    for folder in folders.split('/').filter(|folder| !folder.is_empty()) {
        way.push_str(folder);
        way.push('/');
        if TEMPLATES.contains(&folder.to_lowercase().as_str()) || draft == Some(folder) {
            return Some(format!("{}**", escaped(&way)));
        }
    }
    let name = path.file_name();
    let small = name.to_lowercase();
    if NO_RECORDS.contains(&small.as_str()) {
        return Some(format!("**/{name}"));
    }
    let is_first = below == name && small == "index.md";
    (is_first || is_template(name) || draft.is_some()).then(|| escaped(below))
}

/// A path as a pattern of itself alone; what no text holds may be any character.
pub(super) fn escaped(path: &str) -> String {
    let mut escaped = String::new();
    for character in path.chars() {
        match character {
            '*' | '?' | '[' | ']' => escaped.extend(['[', character, ']']),
            unusual if is_unusual(unusual) => escaped.push('?'),
            other => escaped.push(other),
        }
    }
    escaped
}
