//! Collections that other programs made, taken in by settings alone: what `adopt` proposes, and what is built from it.

#![expect(
    clippy::disallowed_methods,
    reason = "tests write sites and read what became of them"
)]

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use support::site::{PROGRAM, Site, read_all};
use support::{Fixture, bytes, expect, files_below, fixtures};

/// A collection of the fixtures as the records of a site, without settings.
fn collection(name: &str) -> Site {
    let folder = fixtures().join("collections").join(name);
    let mut fixture = Fixture::default();
    for file in files_below(&folder) {
        fixture = fixture.with(&format!("content/{file}"), bytes(&folder.join(&file)));
    }
    Site::of(&fixture)
}

/// The proposed settings of a collection, and the site that is built from them.
fn adopted(name: &str) -> (String, Site) {
    let site = collection(name);
    let folder = fixtures().join("collections").join(name);
    let path = folder.to_string_lossy().into_owned();
    let ended = site.run(&["adopt", &path]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    site.write("content/site.yaml", &ended.said);
    let built = site.run(&["build"]);
    assert_eq!(built.code, Some(0), "{name}: {}", built.said);
    (ended.said, site)
}

/// The addresses of all records.
fn records(site: &Site) -> Vec<String> {
    let table = String::from_utf8(site.output()["data/records.csv"].clone()).expect("text");
    let lines = table.trim_start_matches('\u{feff}').lines().skip(1);
    let mut addresses: Vec<String> = lines
        .flat_map(|line| line.split([',', ';']))
        .filter_map(|cell| cell.strip_prefix("https://decisions.example.org/"))
        .map(str::to_owned)
        .collect();
    addresses.sort();
    addresses
}

#[test]
fn a_collection_is_built_from_the_settings_that_are_proposed() {
    for (name, addresses) in [
        (
            "laws",
            &["beslut/1998/lag-1998-12/", "beslut/2004/lag-2004-7/"][..],
        ),
        (
            "decisions",
            &[
                "decisions/2021/0001-use-one-register/",
                "decisions/2021/0002-name-the-bodies/",
                "decisions/without-date/0003-no-day/",
            ],
        ),
        (
            "minutes",
            &[
                "decisions/2024/board-2024-05-06/",
                "decisions/2024/board-2024-06-03/",
                "decisions/2024/technical-2024-05-06/",
            ],
        ),
        (
            "proposals",
            &["decisions/2015/prop-1/", "decisions/2015/prop-20/"],
        ),
        ("notices", &["decisions/2021/one/", "decisions/2021/two/"]),
        (
            "german",
            &["decisions/1995/brueckg/", "decisions/2001/faehrg/"],
        ),
    ] {
        let (settings, site) = adopted(name);
        let picture = format!("tests/pictures/adopt/{name}.yaml");
        let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join(picture);
        expect(&picture, settings.as_bytes());
        assert_eq!(records(&site), addresses, "{name}");
    }
}

#[test]
fn looking_at_a_collection_changes_nothing() {
    let site = collection("decisions");
    let before = read_all(&site.root());
    let path = site.path("content").to_string_lossy().into_owned();
    assert_eq!(site.run(&["adopt", &path]).code, Some(0));
    assert_eq!(read_all(&site.root()), before);
    let empty = site.path("empty");
    std::fs::create_dir(&empty).expect("a folder can be made");
    let ended = site.run(&["adopt", &empty.to_string_lossy()]);
    assert_eq!(ended.code, Some(2), "{}", ended.said);
}

/// Ways in which collections keep something from the public, each a file.
const KEPT_BACK: [(&str, &str); 30] = [
    (
        "a/01.md",
        "---\ntitle: A\nstatus: unpublished\n---\nSECRET\n",
    ),
    (
        "a/02.md",
        "---\ntitle: A\nstatus: Draft (wip)\n---\nSECRET\n",
    ),
    ("a/03.md", "---\ntitle: A\nstatus: WIP\n---\nSECRET\n"),
    (
        "a/04.md",
        "---\ntitle: A\nstatus: Not published\n---\nSECRET\n",
    ),
    ("a/05.md", "---\ntitle: A\nstatus: embargoed\n---\nSECRET\n"),
    (
        "a/06.md",
        "---\ntitle: A\nmeta:\n  draft: true\n---\nSECRET\n",
    ),
    (
        "a/07.md",
        "---\ntitle: A\nmeta: {more: {published: false}}\n---\nSECRET\n",
    ),
    (
        "a/08.md",
        "---\ntitle: A\nextra:\n  utkast: ja\n---\nSECRET\n",
    ),
    (
        "a/09.md",
        "---\ntitle: A\nparams: [{hidden: true}]\n---\nSECRET\n",
    ),
    (
        "a/10.md",
        "+++\ntitle = \"A\"\n[params]\ndraft = true\n+++\nSECRET\n",
    ),
    ("a/11.md", "+++\ntitle = \"A\"\ndraft = true\n+++\nSECRET\n"),
    ("a/12.md", "---yaml\ntitle: A\ndraft: true\n---\nSECRET\n"),
    ("a/13.md", "---json\n{\"draft\": true}\n---\nSECRET\n"),
    (
        "a/14.md",
        "{\n  \"title\": \"A\",\n  \"draft\": true\n}\n\nSECRET\n",
    ),
    ("a/15.md", "{\"draft\": true}\nSECRET\n"),
    (
        "a/16.md",
        "<!-- of us -->\n---\ntitle: A\ndraft: true\n---\nSECRET\n",
    ),
    ("a/17.md", "# A\n\n---\ndraft: true\n---\nSECRET\n"),
    ("a/18.md", "Status: A\ndraft: true\n\n# A\n\nSECRET\n"),
    ("a/19.md", "```yaml\ndraft: true\n```\n\n# A\n\nSECRET\n"),
    ("a/20.md", ";;;\n{\"draft\": true}\n;;;\nSECRET\n"),
    ("a/21.md", "% A\n---\ndraft: true\n---\nSECRET\n"),
    ("_drafts/22.md", "# A\n\nSECRET\n"),
    (
        "a/drafts/23.md",
        "---\ntitle: A\ndate: 2024-01-02\n---\nSECRET\n",
    ),
    ("a/Utkast 2024/24.md", "# A\n\nSECRET\n"),
    ("a/25.draft.md", "# A\n\nSECRET\n"),
    ("a/utkast-26.md", "# A\n\nSECRET\n"),
    ("private/27.md", "# A\n\nSECRET\n"),
    ("a/28.md", "---\ntitle: A\nstatus: [draft]\n---\nSECRET\n"),
    ("a/29.md", "---\ntitle: A\ndraft: 1\n---\nSECRET\n"),
    (
        "a/30.md",
        "---\ntitle: A\nvisibility: members\nconfidential: OSL 21\n---\nSECRET\n",
    ),
];

/// Lines of front matter by which other programs and people keep a page back.
const FLAGS: [&str; 40] = [
    "isPublished: false",
    "is_public: no",
    "hide: true",
    "embargo: 2099-01-01",
    "embargoUntil: 2099-01-01",
    "hold_until: 2099-01-01",
    "scheduled_at: 2099-01-01",
    "eleventyExcludeFromCollections: true",
    "noindex: true",
    "render: false",
    "wip: true",
    "workflow: draft",
    "review_status: pending",
    "publish_status: unpublished",
    "publication: embargoed",
    "approved: false",
    "released: no",
    "live: false",
    "archived_draft: true",
    "classification: confidential",
    "audience: internal",
    "tags: [draft]",
    "labels:\n  - WIP",
    "layout: draft",
    "version: 0.1-draft",
    "internal_only: true",
    "password: hunter",
    "do_not_publish: true",
    "nopublish: true",
    "not_public: true",
    "under_embargo: yes",
    "on_hold: true",
    "published: later",
    "published: not yet",
    "publised: false",
    "entwurf: true",
    "brouillon: true",
    "dg-publish: false",
    "note: draft - do not publish",
    "visibility: [private]",
];

/// Texts of files without front matter, and titles, that say the same.
const SAYINGS: [&str; 14] = [
    "# A\n\nStatus: draft\n\nSECRET\n",
    "# A\n\n**Status:** Draft\n\nSECRET\n",
    "# A\n\n* Status: utkast\n\nSECRET\n",
    "# A\n\n## Status\n\nDraft\n\nSECRET\n",
    "# A\n\n| Status | Draft |\n|---|---|\n| Day | 2024-07-07 |\n\nSECRET\n",
    "# DRAFT - A\n\nSECRET\n",
    "# A (draft, do not publish)\n\nSECRET\n",
    "# A\n\n> DRAFT: do not publish before 2099-01-01\n\nSECRET\n",
    "# A\n\ndraft:: true\n\nSECRET\n",
    "% A\n% draft\n\n# A\n\nSECRET\n",
    "<!-- draft: true -->\n# A\n\nSECRET\n",
    "---\ntitle: A\n---\n---\ndraft: true\n---\n\nSECRET\n",
    "---\ntitle: \"[DRAFT] A\"\n---\nSECRET\n",
    "---\ntitle: 'Utkast: A'\n---\nSECRET\n",
];

/// Names of files that say the same.
const NAMES: [&str; 8] = [
    "draft1/a.md",
    "planDraft.md",
    "embargo/a.md",
    "arbetsmaterial/a.md",
    "Entwürfe/a.md",
    "d\u{ad}raft/a.md",
    "pages/drafts/a.md",
    "pages/a.draft.md",
];

#[test]
fn nothing_that_may_be_kept_back_is_published() {
    let mut fixture = Fixture::default()
        .with("content/b/2024-01-02.md", "# Open\n\nPublic words.\n")
        .with(
            "content/b/two.md",
            "---\ntitle: B\nstatus: accepted\ndate: 2024-01-03\n---\nPublic words.\n",
        );
    let table = KEPT_BACK.iter();
    let table = table.map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    let flags = FLAGS.iter().enumerate();
    let flags = flags.map(|(number, flag)| {
        let text = format!("---\ntitle: A\n{flag}\n---\nSECRET\n");
        (format!("c/{number}.md"), text)
    });
    let sayings = SAYINGS.iter().enumerate();
    let sayings = sayings.map(|(number, text)| (format!("e/{number}.md"), (*text).to_owned()));
    let names = NAMES.iter();
    let names = names.map(|name| ((*name).to_owned(), "# A\n\nSECRET\n".to_owned()));
    let all = table.chain(flags).chain(sayings).chain(names);
    for (number, (path, text)) in all.enumerate() {
        let text = text.replace("SECRET", &format!("Concealed{number}."));
        fixture = fixture.with(&format!("content/{path}"), text);
    }
    let site = Site::of(&fixture);
    let path = site.path("content").to_string_lossy().into_owned();
    let ended = site.run(&["adopt", &path]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    site.write("content/site.yaml", &ended.said);
    let built = site.run(&["build"]);
    assert_eq!(built.code, Some(0), "{}\n{}", ended.said, built.said);
    assert_eq!(records(&site).len(), 2, "{}", ended.said);
    for (name, bytes) in site.output() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let found = text
            .find("Concealed")
            .map(|at| text[at..].chars().take(14).collect::<String>());
        assert_eq!(found, None, "{name}: {}", ended.said);
    }
}

/// Folders as people name them, and files with names that no one would choose.
#[test]
fn whatever_the_folder_and_its_files_are_called_the_settings_can_be_read() {
    let odd = [
        "a\u{7f}.md",
        "b\u{2028}.md",
        "c\u{1}\u{85}.md",
        "d \"e\" #f.md",
        "g[1]*.md",
    ];
    let unread = "---\ntitle: 'A\n---\n";
    let mut fixture = Fixture::default().with("content/2024-01-02.md", "# A\n");
    for name in odd {
        fixture = fixture.with(&format!("content/{name}"), unread);
    }
    let site = Site::of(&fixture);
    let content = site.path("content");
    std::os::unix::fs::symlink("2024-01-02.md", content.join("link.md"))
        .expect("a link can be made");
    let proposed = |folder: &Path, from: &Path| {
        let folder = folder.to_string_lossy();
        let mut command = site.command(Path::new(PROGRAM), &["adopt", &folder]);
        let ended = command.current_dir(from).output().expect("it can be run");
        assert!(ended.status.success());
        String::from_utf8(ended.stdout).expect("text")
    };
    let settings = proposed(&content, &content);
    assert!(settings.contains("#   - link.md: "), "{settings}");
    for (folder, from) in [(".", "content"), ("..", "content/in"), ("./", "content")] {
        let from = site.path(from);
        std::fs::create_dir_all(&from).expect("a folder can be made");
        assert_eq!(proposed(Path::new(folder), &from), settings, "{folder}");
    }
    let hidden = site.path(".hidden");
    std::fs::create_dir(&hidden).expect("a folder can be made");
    std::fs::write(hidden.join("a.md"), "# A\n").expect("a file can be written");
    assert!(proposed(&hidden, &content).contains("title: \".hidden\""));
    std::fs::remove_file(content.join("link.md")).expect("a link can be removed");
    site.write("content/site.yaml", &settings);
    let built = site.run(&["build"]);
    assert_eq!(built.code, Some(0), "{settings}\n{}", built.said);
    assert_eq!(records(&site).len(), 1);
}

/// What a page of an adopted collection shows.
#[test]
fn a_page_shows_what_its_file_says_and_nothing_twice() {
    let (_, site) = adopted("decisions");
    let output = site.output();
    let page = |address: &str| {
        let page = &output[&format!("decisions/{address}/index.html")];
        String::from_utf8(page.clone()).expect("text")
    };
    let first = page("2021/0001-use-one-register");
    assert_eq!(first.matches("Use one register</h").count(), 1);
    assert!(first.contains("&lt;NAME&gt;"));
    assert!(first.contains("href=\"/decisions/2021/0002-name-the-bodies/#decision\""));
    assert!(output.contains_key("decisions/2021/0001-use-one-register/table.csv"));
    let second = page("2021/0002-name-the-bodies");
    assert!(second.contains("one name<br />\neach, and <kbd>Enter</kbd> ends it."));
    let third = page("without-date/0003-no-day");
    assert!(third.contains("The record has no date."));
    assert!(!third.contains("datetime=\"\""));
    let feed = String::from_utf8(output["atom.xml"].clone()).expect("text");
    assert!(!feed.contains("0003-no-day") && feed.contains("0002-name-the-bodies"));
}

/// Whatever the settings say of a collection, a warm build is a cold one.
#[test]
fn settings_that_read_a_collection_otherwise_are_followed_by_every_file() {
    let (settings, site) = adopted("decisions");
    let edits: BTreeMap<&str, (&str, &str)> = BTreeMap::from([
        ("ids of paths", ("derive:", "derive:\n  id: path")),
        ("names of files", ("[heading]", "[file]")),
        ("bodies of folders", ("derive:", "derive:\n  body: folder")),
        ("anchors", ("unknown_keys", "anchors: github\nunknown_keys")),
        ("HTML", ("html: safe", "html: text")),
        (
            "attachments",
            ("attachments: linked", "attachments: listed"),
        ),
        ("days of the text", ("date: [text]", "date: [path]")),
    ]);
    for (name, (from, to)) in edits {
        site.write("content/site.yaml", settings.replacen(from, to, 1));
        let ended = site.run(&["build"]);
        assert_eq!(ended.code, Some(0), "{name}: {}", ended.said);
        let difference = support::site::difference(&site.release(), &site.built_anew());
        assert!(difference.is_empty(), "{name}: {difference:?}");
    }
}

#[test]
fn the_first_commit_tells_the_day_where_the_settings_ask() {
    let (settings, site) = adopted("decisions");
    let derive = settings.replacen("date: [text]", "date: [text, git]", 1);
    site.write("content/site.yaml", &derive);
    let script = "cd \"$1\" && git init -q . && git add content && \
        git -c user.name=A -c user.email=a@example.org commit -q -m A --date 2019-03-04T12:00:00Z";
    let done = std::process::Command::new("sh")
        .args(["-c", script, "sh"])
        .arg(site.root())
        .status()
        .expect("the shell runs");
    assert!(done.success());
    let ended = site.run(&["build"]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    assert!(records(&site).contains(&"decisions/2019/0003-no-day/".to_owned()));
}

#[test]
fn a_case_is_called_as_its_file_says() {
    let record = |title: &str, day: &str| {
        format!(
            "---\ntitle: {title}\ndate: {day}\nproposer: Ada\nrecommendation: A.\ncase_number: \"KS 2022/118\"\n---\n\nText.\n"
        )
    };
    let site = Site::of(
        &Fixture::default()
            .with("content/site.yaml", support::SETTINGS)
            .with("content/a.md", record("Simhall", "2022-01-02"))
            .with("content/b.md", record("Återremiss", "2023-01-02")),
    );
    let page = |site: &Site| {
        let output = site.output();
        String::from_utf8(output["arenden/ks-2022-118/index.html"].clone()).expect("text")
    };
    for (titles, shown) in [
        (None, "Återremiss"),
        (
            Some("\"KS 2022/118\": Ny simhall på ängen\n"),
            "Ny simhall på ängen",
        ),
        (Some("ks 2022-118: \"En simhall\"\n"), "En simhall"),
        (Some("other 1: B\n"), "Återremiss"),
    ] {
        if let Some(titles) = titles {
            site.write("content/cases.yaml", titles);
        }
        let ended = site.run(&["build"]);
        assert_eq!(ended.code, Some(0), "{}", ended.said);
        let heading = format!("KS 2022/118: {shown}</h1>");
        assert!(page(&site).contains(&heading), "{}", page(&site));
        let difference = support::site::difference(&site.release(), &site.built_anew());
        assert!(difference.is_empty(), "{difference:?}");
    }
    site.write("content/cases.yaml", "KS 2022/118: [a]\n");
    let ended = site.run(&["build"]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    assert!(
        ended.said.contains("content/cases.yaml:1:14"),
        "{}",
        ended.said
    );
}

/// A folder that is ours for something else holds a collection's records all the same.
#[test]
fn minutes_in_a_folder_of_meetings_are_records() {
    let file = "---\ntitle: Board meeting\ndate: 2024-05-06\n---\n\nThe board met.\n";
    let fixture = ["meetings", "people", "bodies"]
        .iter()
        .fold(Fixture::default(), |fixture, folder| {
            fixture.with(&format!("content/{folder}/board-{folder}.md"), file)
        });
    let site = Site::of(&fixture);
    let ended = site.run(&["adopt", "content"]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    site.write("content/site.yaml", &ended.said);
    let built = site.run(&["build"]);
    assert_eq!(built.code, Some(0), "{}", built.said);
    assert_eq!(records(&site).len(), 3, "{}", ended.said);
}
