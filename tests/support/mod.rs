//! What the tests share: a site as one text, built in memory or on disk.
#![allow(dead_code, reason = "each test file uses its own part of this")]
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    missing_docs,
    unreachable_pub,
    reason = "tests write sites and read what became of them"
)]

pub mod death;
pub mod preview;
/// A site on disk and the real program over it.
pub mod site;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use diarium::diagnostics::{Code, Diagnostic};
use diarium::engine::{Build, Engine};
use diarium::pages::Page;
use diarium::record::{Date, Moment};
use diarium::render::{Rendered, render};
use diarium::search::KeptWords;
use diarium::site::Clock;
use diarium::source::{Active, ChangeSet, Digest, Measure, SourcePath, Sources};

/// The settings of a site that does not care.
pub const SETTINGS: &str =
    "title: Beslut i Provstad\nbase_url: https://beslut.example/\nlanguage: sv\n";

/// A record without faults, to be changed by a test.
pub const RECORD: &str = "---\ntitle: Ny lekplats\ndate: 2024-05-02\nproposer: Ada Prov\nrecommendation: Lekplatsen byggs.\n---\n\nEn lekplats.\n";

/// A site's sources in memory.
#[derive(Debug, Clone, Default)]
pub struct Fixture {
    pub files: BTreeMap<SourcePath, Vec<u8>>,
}

/// The outcome of building a fixture: the files of the site, or what stood in the way.
pub struct Outcome {
    pub diagnostics: Vec<Diagnostic>,
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Fixture {
    /// A tree in one text: each file behind a line `//- path`.
    pub fn of(tree: &str) -> Self {
        let mut fixture = Self::default();
        for part in tree.split("//- ").skip(1) {
            let (path, text) = part
                .split_once('\n')
                .expect("a path stands on its own line");
            fixture = fixture.with(path.trim(), text);
        }
        fixture
    }

    /// A site with settings and one record.
    pub fn with_record(record: &str) -> Self {
        Self::default()
            .with("content/site.yaml", SETTINGS)
            .with("content/prov.md", record)
    }

    /// Every file below a folder of `tests/fixtures`.
    pub fn from_folder(name: &str) -> Self {
        let root = fixtures().join(name);
        let mut fixture = Self::default();
        for top in ["content", "themes"] {
            for file in files_below(&root.join(top)) {
                let path = format!("{top}/{file}");
                let bytes = std::fs::read(root.join(&path)).expect("a fixture's file");
                fixture.files.insert(SourcePath::new(path), bytes);
            }
        }
        fixture
    }

    /// Puts a file in, or replaces it.
    pub fn with(mut self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.files
            .insert(SourcePath::new(path), text.as_ref().to_vec());
        self
    }

    /// Replaces a part of a file's text.
    pub fn replace_in(&self, path: &str, from: &str, to: &str) -> Self {
        let text = self.text(path).expect("a file of the fixture");
        self.clone().with(path, text.replace(from, to))
    }

    /// Takes a file out.
    pub fn without(mut self, path: &str) -> Self {
        self.files.remove(&SourcePath::new(path));
        self
    }

    /// The text of a file, if there is one.
    pub fn text(&self, path: &str) -> Option<String> {
        let bytes = self.files.get(&SourcePath::new(path))?;
        Some(String::from_utf8_lossy(bytes).into_owned())
    }

    /// The change set that brings every file.
    pub fn all(&self) -> ChangeSet {
        ChangeSet {
            changed: self.files.keys().cloned().collect(),
            ..ChangeSet::default()
        }
    }

    /// The change set that leads from another state to this one.
    pub fn since(&self, before: &Self) -> ChangeSet {
        let changed = self
            .files
            .iter()
            .filter(|(path, bytes)| before.files.get(path) != Some(bytes));
        let removed = before
            .files
            .keys()
            .filter(|path| !self.files.contains_key(path));
        ChangeSet {
            changed: changed.map(|(path, _)| path.clone()).collect(),
            removed: removed.cloned().collect(),
            ..ChangeSet::default()
        }
    }

    /// Builds the site as a new program would.
    pub fn build(&self) -> Outcome {
        let mut engine = Engine::default();
        engine.read(&self.all(), self);
        self.outcome(&mut engine, clock("2025-01-01"))
    }

    /// Builds the site as it is at a day.
    pub fn build_as_of(&self, day: &str) -> Outcome {
        let mut engine = Engine::default();
        engine.read(&self.all(), self);
        self.outcome(&mut engine, clock(day))
    }

    /// Makes every page with an engine that has read this state.
    pub fn outcome(&self, engine: &mut Engine, clock: Clock) -> Outcome {
        self.outcome_of(&engine.build(clock, self))
    }

    /// Makes every page of a build of this state.
    pub fn outcome_of(&self, build: &Build) -> Outcome {
        let files = if build.is_sound() {
            self.render_all(build)
        } else {
            BTreeMap::new()
        };
        Outcome {
            diagnostics: build.diagnostics.clone(),
            files,
        }
    }

    fn render_all(&self, build: &Build) -> BTreeMap<String, Vec<u8>> {
        let made = build.making(|frame, renderer| {
            let page = |page: &diarium::pages::Page| {
                let bytes = match render(page, frame, renderer, self).expect("a sound page renders")
                {
                    Rendered::Bytes(bytes) => bytes,
                    Rendered::Copy(path, _) => self.files[&path].clone(),
                    Rendered::Stands(..) => panic!("nothing was published before"),
                };
                (page.address.output_path(), bytes)
            };
            let searched = search_pages(build, &mut KeptWords::default(), self);
            build.plan.pages.iter().chain(&searched).map(page).collect()
        });
        made.expect("a sound build has a theme")
    }

    /// The codes of all diagnostics, in order.
    pub fn codes(&self) -> Vec<&'static str> {
        self.build()
            .diagnostics
            .iter()
            .map(|diagnostic| diagnostic.code.name())
            .collect()
    }

    /// Writes the fixture below a folder.
    pub fn write(&self, root: &Path) {
        for (path, bytes) in &self.files {
            let path = root.join(path.as_str());
            std::fs::create_dir_all(path.parent().expect("a file has a folder"))
                .expect("the folder can be made");
            std::fs::write(path, bytes).expect("the file can be written");
        }
    }
}

impl Sources for Fixture {
    fn first_commits(&self) -> BTreeMap<SourcePath, String> {
        BTreeMap::new()
    }

    fn read(&self, path: &SourcePath) -> Result<Vec<u8>, Box<Diagnostic>> {
        let gone = || {
            Box::new(
                Diagnostic::new(Code::SourceUnreadable)
                    .with("path", path.as_str())
                    .with("fault", "gone"),
            )
        };
        self.files.get(path).cloned().ok_or_else(gone)
    }

    fn measure(&self, path: &SourcePath) -> Result<Measure, Box<Diagnostic>> {
        let bytes = self.read(path)?;
        let format = path
            .as_str()
            .rsplit('.')
            .next()
            .unwrap_or("?")
            .to_uppercase();
        Ok(Measure {
            digest: Digest::of(&bytes),
            size: bytes.len() as u64,
            format,
            active: Active::told_by(&bytes),
        })
    }
}

impl Outcome {
    /// The text of a page.
    pub fn page(&self, path: &str) -> String {
        let bytes = self
            .files
            .get(path)
            .unwrap_or_else(|| panic!("no file {path} among {:?}", self.files.keys()));
        String::from_utf8(bytes.clone()).expect("pages are UTF-8")
    }
}

/// A day as a clock that shows no drafts.
pub fn clock(day: &str) -> Clock {
    Clock {
        now: Date::read(day).map_or_else(|| panic!("{day} is no day"), Date::begins),
        with_drafts: false,
    }
}

/// A moment as a clock that shows no drafts.
pub fn clock_at(moment: &str) -> Clock {
    Clock {
        now: Moment::read(moment).unwrap_or_else(|| panic!("{moment} is no moment")),
        with_drafts: false,
    }
}

/// The folder of the fixtures.
pub fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// The files below a folder, by their path below it, with `/` between the parts.
pub fn files_below(folder: &Path) -> Vec<String> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .flatten()
    {
        if entry.file_type().is_file() {
            let below = entry.path().strip_prefix(folder).expect("it stands below");
            files.push(below.to_string_lossy().replace('\\', "/"));
        }
    }
    files
}

/// The bytes of a file of the project.
pub fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).expect("the file can be read")
}

/// Holds a text against an expectation file; `UPDATE=1` writes the file instead.
pub fn expect(path: &Path, actual: &[u8]) {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().expect("a file has a folder"))
            .expect("the folder can be made");
        std::fs::write(path, actual).expect("the expectation can be written");
        return;
    }
    let expected = std::fs::read(path).unwrap_or_default();
    if expected != actual {
        let (expected, actual) = (
            String::from_utf8_lossy(&expected),
            String::from_utf8_lossy(actual),
        );
        let line = expected
            .lines()
            .zip(actual.lines())
            .position(|(left, right)| left != right);
        let line = line.unwrap_or_else(|| expected.lines().count().min(actual.lines().count()));
        panic!(
            "{} differs at line {}:\nexpected: {}\nactual:   {}\nUPDATE=1 cargo test rewrites it",
            path.display(),
            line + 1,
            expected.lines().nth(line).unwrap_or("(nothing)"),
            actual.lines().nth(line).unwrap_or("(nothing)"),
        );
    }
}

impl Fixture {
    /// Every fault of a fixture, those of pages that fail when they are made included, in order.
    pub fn faults(&self) -> Vec<Diagnostic> {
        let mut engine = Engine::default();
        engine.read(&self.all(), self);
        let mut build = engine.build(clock("2025-01-01"), self);
        if build.is_sound() {
            let failed = build.making(|frame, renderer| {
                let faults = |page| {
                    render(page, frame, renderer, self)
                        .err()
                        .unwrap_or_default()
                };
                build.plan.pages.iter().flat_map(faults).collect::<Vec<_>>()
            });
            build.report(failed.unwrap_or_default());
        }
        build.diagnostics
    }

    /// A line of a file, from 1.
    pub fn line(&self, path: &SourcePath, line: usize) -> Option<String> {
        let text = String::from_utf8_lossy(self.files.get(path)?).into_owned();
        diarium::source::lines(&text)
            .nth(line - 1)
            .map(str::to_owned)
    }
}

/// The files of a build's search index as pages, made from nothing but what `kept` holds.
pub fn search_pages(build: &Build, kept: &mut KeptWords, sources: &Fixture) -> Vec<Page> {
    build
        .read_words(kept, sources)
        .expect("the sources are as they were");
    let index = build.search_index(kept, None);
    build.search_pages(&index.expect("the theme was loaded"))
}

/// The files of an output folder, but for the lock and what is left of the release before for those who have a page open.
pub fn published(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let file = |path: String| {
        let bytes = std::fs::read(folder.join(&path)).expect("a file that was just listed");
        (path, bytes)
    };
    let mut files: BTreeMap<_, _> = files_below(folder).into_iter().map(file).collect();
    files.remove(".lock");
    let manifest = files.get("manifest.json");
    let manifest = manifest.and_then(|bytes| serde_json::from_slice(bytes).ok());
    if let Some(serde_json::Value::Object(mut manifest)) = manifest {
        if let Some(serde_json::Value::Object(former)) = manifest.remove("former") {
            for address in former.keys() {
                let former = files.remove(&address[1..]);
                former.expect("what is left of the release before is there");
            }
        }
        let manifest = serde_json::Value::Object(manifest).to_string();
        files.insert("manifest.json".to_owned(), manifest.into_bytes());
    }
    files
}
