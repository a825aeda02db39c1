//! What becomes of the output folder, through the real program: whose it is, what is never touched, what never stays.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "tests write sites and read what became of them"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use support::site::{Ended, Site};
use support::{Fixture, RECORD, files_below, published};

/// What a build of the site makes that trusts nothing, in another folder.
fn clean(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let twin = tempfile::tempdir().expect("a folder can be made");
    let output = twin.path().join("output");
    let ended = site.run(&["build", "--clean", "--output", &output.to_string_lossy()]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    published(&output)
}

fn build(site: &Site) -> Ended {
    site.run(&["build"])
}

/// The files that are published.
fn files(site: &Site) -> BTreeMap<String, Vec<u8>> {
    published(&site.path("output"))
}

fn site() -> Site {
    Site::of(&Fixture::with_record(RECORD).with("content/andra.md", RECORD.replace("Ny", "Andra")))
}

fn assert_refused(ended: &Ended, why: &str) {
    assert_eq!(ended.code, Some(2), "{}", ended.said);
    assert!(ended.said.contains(why), "{}", ended.said);
}

fn draft() -> String {
    RECORD.replace("title: Ny", "draft: true\ntitle: Hemlig")
}

#[test]
fn drafts_never_reach_the_sites_own_output_whatever_path_leads_there() {
    let site = Site::of(&Fixture::with_record(RECORD).with("content/utkast.md", draft()));
    assert_refused(
        &site.run(&["build", "--drafts"]),
        "drafts are never written there",
    );
    assert!(!site.path("output").exists());
    assert_eq!(build(&site).code, Some(0));
    let before = files(&site);
    fs::create_dir(site.path("x")).expect("it can be made");
    symlink("output", site.path("ute")).expect("it can be made");
    symlink(site.path(""), site.path("x/hem")).expect("it can be made");
    for path in [
        "./output",
        "x/../output",
        "y/../output",
        "ute",
        "x/hem/output",
        "ute/../output/.",
    ] {
        let ended = site.run(&["build", "--drafts", "--output", path]);
        assert_refused(&ended, "drafts are never written there");
        assert!(before == files(&site), "{path}");
    }
}

#[test]
fn a_folder_made_with_drafts_and_one_made_without_are_never_taken_for_each_other() {
    let site = Site::of(&Fixture::with_record(RECORD).with("content/utkast.md", draft()));
    let with = ["build", "--output", "with", "--drafts"];
    let without = ["build", "--output", "without"];
    for _ in 0..2 {
        assert_eq!(site.run(&with).code, Some(0));
        assert_eq!(site.run(&without).code, Some(0));
    }
    assert_refused(&site.run(&with[..3]), "was made with drafts");
    let ended = site.run(&["build", "--output", "without", "--drafts"]);
    assert_refused(&ended, "was made without drafts");
    assert!(site.path("with/beslut/2024/utkast/index.html").is_file());
    assert!(!site.path("without/beslut/2024/utkast").exists());
}

#[test]
fn words_of_drafts_and_of_deleted_records_are_not_kept() {
    let kept = |site: &Site| fs::read(site.path(".diarium/words")).expect("it is there");
    let holds = |bytes: &[u8], word: &str| {
        bytes
            .windows(word.len())
            .any(|part| part == word.as_bytes())
    };
    let site = Site::of(&Fixture::with_record(RECORD));
    site.write(
        "content/annan.md",
        RECORD.replace("En lekplats.", "Xylofonen."),
    );
    assert_eq!(build(&site).code, Some(0));
    assert!(holds(&kept(&site), "xylofonen"));
    site.remove("content/annan.md");
    site.write(
        "content/tredje.md",
        RECORD.replace("En lekplats.", "Zebran."),
    );
    assert_eq!(build(&site).code, Some(0));
    assert!(holds(&kept(&site), "zebran") && !holds(&kept(&site), "xylofonen"));
    assert!(files(&site) == clean(&site));
    site.write(
        "content/utkast.md",
        draft().replace("En lekplats.", "Tapiren."),
    );
    assert_eq!(
        site.run(&["build", "--drafts", "--output", "med"]).code,
        Some(0)
    );
    assert!(!holds(&kept(&site), "tapiren"));
}

#[test]
fn what_the_program_keeps_is_for_its_owner_alone_and_tidy() {
    let site = site();
    fs::create_dir(site.path(".diarium")).expect("it can be made");
    fs::write(site.path(".diarium/records.12345"), "half").expect("it can be written");
    assert_eq!(build(&site).code, Some(0));
    let mode = |path: &str| {
        fs::metadata(site.path(path))
            .expect("it is there")
            .permissions()
            .mode()
            & 0o777
    };
    assert_eq!(mode(".diarium"), 0o700);
    let files = files_below(&site.path(".diarium"));
    assert_eq!(files, [".gitignore", "records", "terms", "words"]);
    for file in files {
        assert_eq!(mode(&format!(".diarium/{file}")), 0o600, "{file}");
    }
}

#[test]
fn one_flipped_bit_in_what_is_kept_changes_nothing() {
    let site = Site::of(&Fixture::with_record(RECORD).with("content/utkast.md", draft()));
    assert_eq!(build(&site).code, Some(0));
    let before = files(&site);
    let path = site.path(".diarium/records");
    let kept = fs::read(&path).expect("it is there");
    for place in (0..kept.len()).step_by(61) {
        let mut bytes = kept.clone();
        bytes[place] ^= 1 << (place % 8);
        fs::write(&path, bytes).expect("it can be written");
        assert_eq!(build(&site).code, Some(0), "{place}");
        assert!(before == files(&site), "{place}");
    }
}

#[test]
fn a_change_of_theme_words_settings_or_static_files_is_built_over_what_stands() {
    let site = site();
    let edits = [
        ("themes/overrides/words/sv.ftl", "home = Hem\n"),
        ("themes/overrides/static/style.css", "body { margin: 0 }\n"),
        ("themes/overrides/static/ny.txt", "ny\n"),
        (
            "content/site.yaml",
            "title: Annat\nbase_url: https://beslut.example/\nlanguage: sv\n",
        ),
        (
            "content/site.yaml",
            "title: Annat\nbase_url: https://beslut.example/under/\nlanguage: sv\n",
        ),
        (
            "content/site.yaml",
            "title: Annat\nbase_url: https://beslut.example/\nlanguage: en\n",
        ),
    ];
    assert_eq!(build(&site).code, Some(0));
    for (path, text) in edits {
        site.write(path, text);
        let ended = build(&site);
        assert_eq!(ended.code, Some(0), "{path}: {}", ended.said);
        assert!(files(&site) == clean(&site), "{path}");
    }
}

/// What stands beside the site and must never change.
fn treasure(site: &Site) -> PathBuf {
    let folder = site.beside("treasure");
    for name in ["index.html", "a.md", "lock", "deep/index.html"] {
        Fixture::default().with(name, "mine\n").write(&folder);
    }
    folder
}

fn assert_unharmed(treasure: &Path) {
    let files = files_below(treasure);
    assert_eq!(files, ["a.md", "deep/index.html", "index.html", "lock"]);
    for file in files {
        assert_eq!(
            fs::read(treasure.join(&file)).ok().as_deref(),
            Some(&b"mine\n"[..]),
            "{file}"
        );
    }
}

#[test]
fn links_below_the_output_and_the_programs_own_folder_are_never_followed() {
    let attacks = [
        ("output/.staging", ""),
        ("output/.lock", "lock"),
        ("output/.manifest.next", "a.md"),
        ("output/topics", ""),
        ("output/beslut", ""),
        ("output/amnen", ""),
        ("output/sok/index", ""),
        ("output/index.html", "index.html"),
        ("output/manifest.json", "a.md"),
        (".output.staging", ""),
        (".diarium", ""),
        (".diarium/.gitignore", "a.md"),
        (".diarium/records", "a.md"),
        (".diarium/words.77", "a.md"),
    ];
    for (place, target) in attacks {
        let site = site();
        let treasure = treasure(&site);
        assert_eq!(build(&site).code, Some(0));
        let at = site.path(place);
        if at.is_dir() {
            fs::remove_dir_all(&at).expect("it is there");
        } else {
            fs::remove_file(&at).ok();
        }
        symlink(treasure.join(target), &at).expect("a link can be made");
        site.write("content/andra.md", RECORD.replace("Ny", "Tredje"));
        for arguments in [&["build"][..], &["build", "--clean"]] {
            let Ended { code, said } = site.run(arguments);
            match code {
                Some(0) => assert!(files(&site) == clean(&site), "{place}"),
                Some(2) => assert!(
                    said.contains("output-not-ours") || said.contains("write-failed"),
                    "{place}: {said}"
                ),
                _ => panic!("{place}: {said}"),
            }
            assert_unharmed(&treasure);
        }
    }
}

#[test]
fn a_manifest_from_an_attacker_removes_nothing_and_is_called_what_it_is() {
    let addresses = [
        "",
        "/../content/prov.md",
        "//etc/passwd",
        "/../../treasure/a.md",
        "/.git/",
        "/a\\\\..\\\\b",
    ];
    for name in ["manifest.json", ".manifest.next"] {
        for address in addresses {
            let site = site();
            let treasure = treasure(&site);
            assert_eq!(build(&site).code, Some(0));
            let path = site.path("output/manifest.json");
            let manifest = fs::read_to_string(&path).expect("it is there");
            let planted = manifest.replacen("\"/404.html\"", &format!("\"{address}\""), 1);
            assert_ne!(planted, manifest);
            fs::write(site.path("output").join(name), planted).expect("it can be written");
            let ended = build(&site);
            if name == "manifest.json" {
                assert_refused(
                    &ended,
                    "cannot be read, so it is not known what was published",
                );
            } else {
                assert_eq!(ended.code, Some(0), "{}", ended.said);
            }
            assert!(site.path("content/prov.md").is_file());
            assert_unharmed(&treasure);
        }
    }
    let site = site();
    assert_eq!(build(&site).code, Some(0));
    fs::write(
        site.path("output/manifest.json"),
        "<<<<<<< HEAD\n{\n=======\n",
    )
    .expect("it can be written");
    assert_refused(&build(&site), "the marks of a merge");
}

#[test]
fn nothing_stays_of_the_old_index_and_the_themes_files_stay_for_one_release() {
    let site = site();
    let index = |site: &Site| files_below(&site.path("output/sok/index"));
    let prose = RECORD.replace("En lekplats.", "Xylofonen.");
    site.write("content/tredje.md", &prose);
    assert_eq!(build(&site).code, Some(0));
    let first = index(&site);
    site.write("content/tredje.md", prose.replace("Xylofonen", "Trumman"));
    assert_eq!(build(&site).code, Some(0));
    let second = index(&site);
    assert_eq!(first.len(), second.len());
    assert_ne!(first, second);
    site.write("themes/overrides/static/style.css", "body { margin: 0 }\n");
    let styles = |site: &Site| {
        files_below(&site.path("output/static"))
            .iter()
            .filter(|file| file.starts_with("style."))
            .count()
    };
    assert_eq!(build(&site).code, Some(0));
    assert_eq!(styles(&site), 2);
    assert_eq!(build(&site).code, Some(0));
    assert_eq!(
        styles(&site),
        2,
        "a build that changes nothing is no release"
    );
    site.write("content/tredje.md", &prose);
    assert_eq!(build(&site).code, Some(0));
    assert_eq!(styles(&site), 1);
}

#[test]
fn the_second_of_two_builds_is_told_who_is_at_it() {
    let site = site();
    assert_eq!(build(&site).code, Some(0));
    let lock = fs::File::options()
        .read(true)
        .write(true)
        .open(site.path("output/.lock"))
        .expect("it stays");
    lock.lock().expect("it can be locked");
    fs::write(site.path("output/.lock"), "4711").expect("it can be written");
    let ended = build(&site);
    assert_refused(
        &ended,
        "another build is writing to `output`: process 4711, since 20",
    );
    drop(lock);
    assert_eq!(build(&site).code, Some(0));
    assert_eq!(fs::read(site.path("output/.lock")).ok(), Some(Vec::new()));
}

#[test]
fn what_stands_where_a_page_should_be_is_told_before_anything_is_moved() {
    let site = site();
    assert_eq!(build(&site).code, Some(0));
    fs::remove_file(site.path("output/beslut/2024/andra/index.html")).expect("it is there");
    site.write("output/beslut/2024/andra/index.html/mitt.txt", "mine\n");
    site.write("content/prov.md", RECORD.replace("Ny", "Ännu en"));
    let before = files_below(&site.path("output"));
    let page = fs::read(site.path("output/beslut/2024/prov/index.html")).expect("it is there");
    assert_refused(&build(&site), "is a folder that somebody else put there");
    assert_eq!(before, files_below(&site.path("output")));
    assert_eq!(
        Some(page),
        fs::read(site.path("output/beslut/2024/prov/index.html")).ok()
    );
    fs::remove_dir_all(site.path("output/beslut/2024/andra/index.html")).expect("it is there");
    assert_eq!(build(&site).code, Some(0));
    assert!(files(&site) == clean(&site));
}

#[test]
fn a_file_becomes_a_folder_and_a_folder_a_file() {
    let with =
        |address: &str| RECORD.replace("title:", &format!("former_addresses: [{address}]\ntitle:"));
    let site = site();
    for address in ["/gammal.html", "/gammal.html/djup/", "/gammal.html"] {
        site.write("content/prov.md", with(address));
        let ended = build(&site);
        assert_eq!(ended.code, Some(0), "{}", ended.said);
        assert!(files(&site) == clean(&site), "{address}");
    }
}

#[test]
fn pipes_sockets_devices_and_links_are_told_by_name_and_never_opened() {
    let pipe = |path: &Path| {
        assert!(
            Command::new("mkfifo")
                .arg(path)
                .status()
                .is_ok_and(|status| status.success())
        );
    };
    let site = site();
    assert_eq!(build(&site).code, Some(0));
    for path in [
        "content/r.md",
        "content/2024.txt",
        "themes/overrides/words/sv.ftl",
    ] {
        let at = site.path(path);
        fs::create_dir_all(at.parent().expect("a folder")).expect("it can be made");
        pipe(&at);
        let ended = build(&site);
        assert_eq!(ended.code, Some(1), "{}", ended.said);
        assert!(
            ended
                .said
                .contains(&format!("{path}:1:1: error[special-file]")),
            "{}",
            ended.said
        );
        fs::remove_file(&at).expect("it is there");
    }
    for target in ["/proc/self/environ", "../andra.md", ".", "/dev/zero"] {
        fs::create_dir_all(site.path("content/d")).expect("it can be made");
        symlink(target, site.path("content/d/x.md")).expect("a link can be made");
        let ended = site.run(&["check", "--format", "json"]);
        assert!(
            ended.code == Some(1) && ended.said.contains("symbolic-link"),
            "{target}: {}",
            ended.said
        );
        assert!(!site.run(&["check"]).said.contains("PATH="), "{target}");
        site.remove("content/d/x.md");
    }
    for path in [
        "content/site.yaml",
        "output/manifest.json",
        "output/.lock",
        ".diarium/records",
        ".diarium/words",
    ] {
        let at = site.path(path);
        let bytes = fs::read(&at).expect("it is there");
        fs::remove_file(&at).expect("it is there");
        pipe(&at);
        let ended = build(&site);
        assert!(matches!(ended.code, Some(0..=2)), "{path}: {}", ended.said);
        fs::remove_file(&at).ok();
        fs::write(&at, bytes).expect("it can be written");
        assert_eq!(build(&site).code, Some(0), "{path}");
    }
}

#[test]
fn a_text_that_no_machine_should_read_is_told_by_its_size() {
    let site = site();
    let file = fs::File::create(site.path("content/stor.md")).expect("it can be made");
    file.set_len(1 << 34).expect("a sparse file can be made");
    let ended = site.run(&["check"]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    assert!(
        ended.said.contains(
            "content/stor.md:1:1: error[source-too-large]: the file is larger than 16 MB"
        ),
        "{}",
        ended.said
    );
}

#[test]
fn a_build_on_a_new_machine_is_told_what_is_public() {
    let site = site();
    assert_eq!(build(&site).code, Some(0));
    fs::copy(
        site.path("output/manifest.json"),
        site.path("published.json"),
    )
    .expect("it can be copied");
    for folder in ["output", ".diarium"] {
        fs::remove_dir_all(site.path(folder)).expect("it is there");
    }
    fs::rename(
        site.path("content/andra.md"),
        site.path("content/tredje.md"),
    )
    .expect("it can be renamed");
    for command in ["check", "build"] {
        let ended = site.run(&[command, "--published", "published.json"]);
        assert_eq!(ended.code, Some(0), "{}", ended.said);
        assert!(
            ended.said.contains("warning[address-dropped]")
                && ended.said.contains("/beslut/2024/andra/"),
            "{}",
            ended.said
        );
    }
    for (bytes, why) in [
        ("[]", "is no manifest"),
        ("<<<<<<< a\n", "the marks of a merge"),
    ] {
        fs::write(site.path("published.json"), bytes).expect("it can be written");
        assert_refused(&site.run(&["build", "--published", "published.json"]), why);
    }
    assert_refused(
        &site.run(&["check", "--published", "nowhere.json"]),
        "there is no file",
    );
}

#[test]
fn nothing_waits_in_the_output_and_nothing_stays_beside_it() {
    let site = site();
    assert_eq!(build(&site).code, Some(0));
    let names = |path: &str| -> Vec<String> {
        let entries = fs::read_dir(site.path(path)).expect("it is there");
        let mut names: Vec<String> = entries
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names.retain(|name| name.starts_with('.'));
        names
    };
    assert_eq!(names("output"), [".lock"]);
    assert_eq!(names("."), [".diarium"]);
}

#[test]
fn what_a_broken_off_build_with_a_lost_note_may_have_brought_is_shown_to_people() {
    let site = site();
    assert_eq!(build(&site).code, Some(0));
    site.write(
        "output/beslut/2024/hemlig/index.html",
        "<p>Withdrawn since</p>",
    );
    site.write("output/.manifest.next", "{\"form\":1,\"pages\":{");
    for arguments in [&["build"][..], &["build", "--clean"]] {
        let ended = site.run(arguments);
        assert_refused(
            &ended,
            "its note cannot be read, and nobody knows if it wrote",
        );
        assert!(
            ended.said.contains("output/beslut/2024/hemlig/index.html"),
            "{}",
            ended.said
        );
    }
    site.remove("output/beslut/2024/hemlig/index.html");
    assert_eq!(build(&site).code, Some(0));
    assert!(files(&site) == clean(&site));
}

#[test]
fn where_the_output_is_a_disk_of_its_own_pages_wait_within_it() {
    let site = site();
    fs::create_dir(site.path("output")).expect("it can be made");
    let script = format!(
        "mount -t tmpfs tmpfs output && '{program}' build && '{program}' build --clean && ls -A output | grep '^[.]' ; ls -A . | grep staging",
        program = env!("CARGO_BIN_EXE_diarium"),
    );
    let output = site.run_alone(&script);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        said.ends_with(" s\n.lock\n"),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn a_folder_that_may_not_be_written_to_is_told_before_anything_is_moved() {
    let site = site();
    assert_eq!(build(&site).code, Some(0));
    let before = files(&site);
    site.write("content/andra.md", RECORD.replace("Ny", "Tredje"));
    site.write("content/prov.md", RECORD.replace("Ny", "Fjärde"));
    // Read-only mounts stop even the superuser, who runs these tests on some machines.
    let folder = "output/beslut/2024/andra";
    let script = format!(
        "mount --bind {folder} {folder} && mount -o remount,ro,bind {folder} && '{program}' --language en build",
        program = env!("CARGO_BIN_EXE_diarium"),
    );
    let output = site.run_alone(&script);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        said.contains("error[write-failed]") && said.contains("was left as it was"),
        "{said}"
    );
    assert!(before == files(&site));
    assert_eq!(build(&site).code, Some(0));
    assert!(files(&site) == clean(&site));
}
