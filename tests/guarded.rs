//! Guards look at a release before it is published, through the door that every release takes.

#![expect(
    clippy::disallowed_methods,
    reason = "tests write sites and read what became of them"
)]

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

use diarium::diagnostics::{Code, Diagnostic};
use diarium::disk::{Folder, Output, Site};
use diarium::engine::Engine;
use diarium::pages::Page;
use diarium::release::{Born, Guard, Release, read};
use diarium::source::Digest;
use support::{RECORD, SETTINGS, clock, published};

/// Notes how each page comes into a release, and holds one that holds a word.
#[derive(Default)]
struct Notes {
    rules: &'static str,
    forbidden: Option<&'static str>,
    seen: Mutex<BTreeMap<String, &'static str>>,
}

impl Notes {
    fn by(rules: &'static str) -> Self {
        Self {
            rules,
            ..Self::default()
        }
    }

    /// How many pages came in each way.
    fn counts(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for how in self.seen.lock().expect("nobody panicked").values() {
            *counts.entry(*how).or_default() += 1;
        }
        counts
    }
}

impl Guard for Notes {
    fn rules(&self) -> Option<Digest> {
        Some(Digest::of(self.rules.as_bytes()))
    }

    fn page(&self, page: &Page, born: &Born<'_>) -> Vec<Diagnostic> {
        let (how, text) = match born {
            Born::Bytes(bytes) => ("made", String::from_utf8_lossy(bytes).into_owned()),
            Born::Copy(_) => ("copied", String::new()),
            Born::Kept(_) => ("kept", String::new()),
        };
        let mut seen = self.seen.lock().expect("nobody panicked");
        seen.insert(page.address.to_string(), how);
        let is_held = self.forbidden.is_some_and(|word| text.contains(word));
        let fault = Diagnostic::new(Code::WriteFailed).with("path", page.address.to_string());
        is_held.then_some(fault).into_iter().collect()
    }
}

/// Publishes a site under one guard; the codes of what held it, if something did.
fn publish(root: &Path, guard: &Notes) -> Result<usize, Vec<&'static str>> {
    let folder = Folder::new(root);
    let mut engine = Engine::default();
    read(&mut engine, &folder, true);
    let mut build = engine.build(clock("2025-01-01"), &folder);
    assert!(build.is_sound(), "{:?}", build.diagnostics);
    let site = Site {
        root,
        home: None,
        with_drafts: false,
    };
    let target = Output::open(&root.join("output"), &site).expect("it is ours");
    let release = Release {
        target: &target,
        clock: clock("2025-01-01"),
        trust: true,
        published: None,
        guards: &[guard],
        begin: &|_| Box::new(|| {}),
    };
    let done = release.publish(&engine, &mut build, &folder);
    let codes = |faults: Vec<Diagnostic>| faults.iter().map(|fault| fault.code.name()).collect();
    done.map(|report| report.written)
        .map_err(|broken| codes(broken.faults))
}

fn site() -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a folder can be made");
    let write = |path: &str, text: &str| {
        let path = root.path().join(path);
        std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
        std::fs::write(path, text).expect("it can be written");
    };
    write("content/site.yaml", SETTINGS);
    let record = RECORD.replace(
        "---\n\nEn lekplats.",
        "attachments: karta.pdf\n---\n\nEn lekplats.",
    );
    write("content/2024/prov.md", &record);
    write("content/2024/karta.pdf", "%PDF-1.4\n");
    root
}

#[test]
fn a_guard_sees_every_page_as_it_is_made_and_knows_of_those_that_are_kept() {
    let site = site();
    let first = Notes::by("one");
    publish(site.path(), &first).expect("nothing holds it");
    let all: usize = first.counts().values().sum();
    let output = published(&site.path().join("output"));
    // The manifest is no page.
    assert_eq!(all, output.len() - 1, "{:?}", output.keys());
    assert_eq!(
        first.counts(),
        BTreeMap::from([("copied", 1), ("made", all - 1)])
    );

    let second = Notes::by("one");
    assert_eq!(publish(site.path(), &second), Ok(0));
    assert_eq!(second.counts(), BTreeMap::from([("kept", all)]));

    let third = Notes::by("two");
    assert_eq!(publish(site.path(), &third), Ok(0));
    let again = BTreeMap::from([("copied", 1), ("made", all - 1)]);
    assert_eq!(third.counts(), again);

    let fourth = Notes::by("two");
    assert_eq!(publish(site.path(), &fourth), Ok(0));
    assert_eq!(fourth.counts(), BTreeMap::from([("kept", all)]));
}

#[test]
fn what_a_guard_finds_holds_the_whole_release() {
    let site = site();
    publish(site.path(), &Notes::by("one")).expect("nothing holds it");
    let before = published(&site.path().join("output"));
    let record = site.path().join("content/2024/prov.md");
    let text = std::fs::read_to_string(&record).expect("it is there");
    std::fs::write(&record, text.replace("En lekplats.", "En hemlig lekplats."))
        .expect("it can be written");
    let strict = Notes {
        forbidden: Some("En hemlig lekplats."),
        ..Notes::by("one")
    };
    let held = publish(site.path(), &strict).expect_err("it is held");
    assert!(held.iter().all(|code| *code == "write-failed"), "{held:?}");
    assert_eq!(published(&site.path().join("output")), before);
    publish(site.path(), &Notes::by("one")).expect("nothing holds it");
    assert_ne!(published(&site.path().join("output")), before);
}
