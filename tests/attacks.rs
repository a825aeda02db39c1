//! Sites that were made to do harm: a manifest, links, pipes and devices where the program keeps or reads files. Whatever
//! stands there, a run comes to an end, touches nothing beside the site, and leaves a clean build's bytes or the old ones.

#![expect(
    clippy::disallowed_methods,
    reason = "tests write sites and read what became of them"
)]

mod support;

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use support::site::{Ended, Site, difference, read_all, with_small_theme};
use support::{Fixture, RECORD};

/// Stands in what is none of the program's business, and must never be said, published, changed or deleted.
const SECRET: &str = "hemligt-0f8c";

/// A built site.
fn built() -> Site {
    let record = RECORD.replace(
        "title:",
        "attachments: [karta.csv]\ntopics: [Skola]\ntitle:",
    );
    let fixture =
        with_small_theme(Fixture::with_record(&record)).with("content/karta.csv", "a,b\n");
    let site = Site::of(&fixture);
    assert_eq!(site.run(&["build"]).code, Some(0));
    site
}

/// A copy of a built site, and beside it a folder with secrets: `outside/`, with files under every name that an attack may
/// aim at.
fn aimed_at(built: &Site) -> Site {
    let site = Site::standing_in(&built.root());
    for name in [
        "victim.txt",
        "index.html",
        "skola/index.html",
        "records",
        "words",
        ".gitignore",
        "deep/er/victim.md",
    ] {
        Fixture::default()
            .with(name, SECRET)
            .write(&site.beside("outside"));
    }
    site
}

/// Runs the program as people do, over a site as an attack left it, and holds what must hold.
fn assert_harmless(site: &Site, attack: &str) {
    let outside = read_all(&site.beside("outside"));
    let sources = read_all(&site.path("content"));
    let before = read_all(&site.path("output"));
    let wanted = LazyCell::new(|| site.built_anew());
    for arguments in [
        &["check"][..],
        &["build"],
        &["build", "--clean"],
        &["search", "lekplats"],
    ] {
        let ended = site.run(arguments);
        let when = format!("{attack}, {arguments:?}: {ended:?}");
        assert!(matches!(ended.code, Some(0..=2)), "{when}");
        assert!(
            !ended.said.contains(SECRET) && !ended.said.contains("panicked"),
            "{when}"
        );
        assert_eq!(
            difference(&outside, &read_all(&site.beside("outside"))),
            Vec::<String>::new(),
            "{when}"
        );
        assert_eq!(
            difference(&sources, &read_all(&site.path("content"))),
            Vec::<String>::new(),
            "{when}"
        );
        for (path, bytes) in read_all(&site.root()) {
            assert!(
                !contains(&bytes),
                "{path} holds what stands outside, {when}"
            );
        }
        if arguments[0] == "build" {
            assert_built_or_left(site, &ended, &before, &wanted, &when);
        }
    }
}

fn assert_built_or_left(
    site: &Site,
    ended: &Ended,
    before: &BTreeMap<String, Vec<u8>>,
    wanted: &impl Deref<Target = BTreeMap<String, Vec<u8>>>,
    when: &str,
) {
    if ended.code == Some(0) {
        let mut different = difference(&site.release(), wanted);
        // What somebody put under a name that is none of a page's stays theirs.
        different.retain(|path| !path.starts_with('.'));
        assert_eq!(different, Vec::<String>::new(), "{when}");
    } else {
        assert!(ended.said.contains("error["), "{when}");
        let mut different = difference(before, &read_all(&site.path("output")));
        different.retain(|path| path != ".lock");
        assert_eq!(different, Vec::<String>::new(), "{when}");
    }
}

fn contains(bytes: &[u8]) -> bool {
    bytes
        .windows(SECRET.len())
        .any(|part| part == SECRET.as_bytes())
}

/// Puts a link in the place of whatever stands there.
fn link(site: &Site, path: &str, target: &Path) {
    clear(site, path);
    symlink(target, site.path(path)).expect("a link can be made");
}

fn clear(site: &Site, path: &str) {
    let path = site.path(path);
    std::fs::create_dir_all(path.parent().expect("it has a folder"))
        .expect("the folder can be made");
    if path.is_dir() {
        std::fs::remove_dir_all(&path).expect("it can be removed");
    } else {
        std::fs::remove_file(&path).ok();
    }
}

#[test]
fn a_link_in_the_place_of_what_the_program_keeps_leads_nowhere() {
    let built = built();
    let files = [
        "output/manifest.json",
        "output/.manifest.next",
        "output/.lock",
        "output/index.html",
        "output/404.html",
        ".diarium/records",
        ".diarium/words",
        ".diarium/terms",
        ".diarium/.gitignore",
    ];
    let folders = [
        "output/.staging",
        ".output.staging",
        "output/amnen",
        "output/beslut",
        "output/sok/index",
        ".diarium",
        "output",
    ];
    let aimed = |path: &str, target: &str| {
        let site = aimed_at(&built);
        link(&site, path, &site.beside("outside").join(target));
        assert_harmless(&site, &format!("{path} -> {target}"));
    };
    for path in files {
        for target in ["victim.txt", "missing.txt", "deep"] {
            aimed(path, target);
        }
    }
    for path in folders {
        for target in ["", "deep", "missing", "victim.txt"] {
            aimed(path, target);
        }
    }
}

#[test]
fn a_link_among_the_sources_is_refused_by_its_name_alone() {
    let built = built();
    let paths = [
        "content/2025/x.md",
        "content/2025/x.txt",
        "content/karta.csv",
        "content/site.yaml",
        "content/prov.md",
        "content/mapp",
        "themes/overrides/words/en.ftl",
        "themes/overrides/templates/record.html",
        "themes/overrides/static/a.css",
        "themes/default",
    ];
    for path in paths {
        for target in ["victim.txt", "deep", "missing.txt"] {
            let site = aimed_at(&built);
            link(&site, path, &site.beside("outside").join(target));
            assert_harmless(&site, &format!("{path} -> {target}"));
        }
        let site = aimed_at(&built);
        link(&site, path, Path::new("/proc/self/environ"));
        assert_harmless(&site, &format!("{path} -> environ"));
    }
}

#[test]
fn a_pipe_a_socket_or_a_device_is_never_opened() {
    let built = built();
    let paths = [
        "content/site.yaml",
        "content/prov.md",
        "content/x.md",
        "content/karta.csv",
        "content/x.txt",
        "themes/default/theme.yaml",
        "themes/overrides/templates/record.html",
        "themes/overrides/words/en.ftl",
        "themes/overrides/static/a.css",
        ".diarium/records",
        ".diarium/words",
        ".diarium/terms",
        ".diarium/.gitignore",
        "output/manifest.json",
        "output/.manifest.next",
        "output/.lock",
        "output/index.html",
        "output/.staging",
        ".output.staging",
    ];
    for path in paths {
        let site = aimed_at(&built);
        clear(&site, path);
        let made = Command::new("mkfifo").arg(site.path(path)).status();
        assert!(made.is_ok_and(|status| status.success()));
        assert_harmless(&site, &format!("a pipe as {path}"));
        let site = aimed_at(&built);
        clear(&site, path);
        let socket =
            std::os::unix::net::UnixListener::bind(site.path(path)).expect("a socket can be made");
        assert_harmless(&site, &format!("a socket as {path}"));
        drop(socket);
    }
    for path in [
        "content/x.md",
        "output/manifest.json",
        ".diarium/records",
        "content/karta.csv",
    ] {
        let site = aimed_at(&built);
        link(&site, path, Path::new("/dev/zero"));
        assert_harmless(&site, &format!("a device as {path}"));
    }
}

#[test]
fn a_folder_in_the_place_of_a_file_is_told() {
    let built = built();
    let paths = [
        "content/site.yaml",
        "content/prov.md",
        "content/karta.csv",
        "themes/default/theme.yaml",
        ".diarium/records",
        ".diarium/.gitignore",
        "output/manifest.json",
        "output/.manifest.next",
        "output/.lock",
        "output/index.html",
        "output/404.html",
    ];
    for path in paths {
        let site = aimed_at(&built);
        clear(&site, path);
        site.write(&format!("{path}/inne.txt"), "någons");
        assert_harmless(&site, &format!("a folder as {path}"));
        assert!(site.path(&format!("{path}/inne.txt")).is_file(), "{path}");
    }
}

#[test]
fn no_address_of_a_manifest_leads_out_of_the_output() {
    let built = built();
    let long = format!("/{}", "a".repeat(5_000));
    let deep = format!("/{}", "a/".repeat(2_000));
    let site = aimed_at(&built);
    let absolute = format!("/{}", site.beside("outside/victim.txt").display());
    let addresses = [
        "/../content/prov.md",
        "/../../outside/victim.txt",
        "/beslut/../../content/prov.md",
        "/../content/",
        &absolute,
        "//",
        "",
        "/",
        "x",
        "/a\u{0}b",
        "/C:/x",
        "/C:\\x",
        "/./index.html",
        "/..",
        "/.",
        "/.lock",
        "/.staging/x",
        "/.gitignore",
        "/manifest.json",
        "/a\nb",
        "/%2e%2e/content/prov.md",
        "/..\\content\\prov.md",
        "/\u{ff0e}\u{ff0e}/x",
        "/sok/index/../../../content/prov.md",
        &long,
        &deep,
    ];
    for address in addresses {
        for name in ["manifest.json", ".manifest.next"] {
            let site = aimed_at(&built);
            let manifest = std::fs::read(site.path("output/manifest.json")).expect("it was built");
            let mut manifest: Value = serde_json::from_slice(&manifest).expect("it is JSON");
            for kind in ["pages", "former"] {
                let entry = manifest["pages"]["/404.html"].clone();
                if manifest[kind].is_null() {
                    manifest[kind] = serde_json::json!({});
                }
                manifest[kind][address] = entry;
            }
            site.write(&format!("output/{name}"), manifest.to_string());
            assert_harmless(&site, &format!("{address:.40?} in {name}"));
        }
    }
}

#[test]
fn a_manifest_that_is_none_deletes_nothing() {
    let built = built();
    let texts = [
        "",
        "{",
        "[]",
        "null",
        "{\"form\":1}",
        "{\"form\":1,\"pages\":[]}",
        "{\"form\":99,\"pages\":{}}",
        "<<<<<<< HEAD\n{}\n=======\n",
        "{\"form\":1,\"pages\":{}}",
        "\u{feff}{\"form\":1,\"pages\":{}}",
        "{\"form\":1,\"pages\":{\"/index.html\":null}}",
    ];
    for text in texts {
        for name in ["manifest.json", ".manifest.next"] {
            let site = aimed_at(&built);
            site.write("output/någons.txt", "någons");
            site.write(&format!("output/{name}"), text);
            let before = read_all(&site.path("output"));
            let ended = site.run(&["build"]);
            let when = format!("{text:?} as {name}: {ended:?}");
            assert!(matches!(ended.code, Some(0 | 2)), "{when}");
            assert!(site.path("output/någons.txt").is_file(), "{when}");
            if ended.code == Some(2) {
                let mut different = difference(&before, &read_all(&site.path("output")));
                different.retain(|path| path != ".lock");
                assert_eq!(different, Vec::<String>::new(), "{when}");
            }
        }
    }
    let deep = format!("{{\"form\":1,\"pages\":{}", "[".repeat(1_000_000));
    let site = aimed_at(&built);
    site.write("output/manifest.json", deep);
    assert!(matches!(site.run(&["build"]).code, Some(0 | 2)));
}
