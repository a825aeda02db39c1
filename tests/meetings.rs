//! Who meets in the output folder: two builds at once, readers beside a build, other users of the machine, a full disk.

#![expect(
    clippy::disallowed_methods,
    reason = "tests write sites and read what became of them"
)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::Value;
use support::site::{Ended, PROGRAM, Site, difference, ended, with_small_theme};
use support::{Fixture, RECORD};

/// How often two builds meet.
const MEETINGS: usize = 500;
/// How often the site is built beside its readers.
const REBUILDS: usize = 20;
/// How many letters of the root name one file of the index.
const SUM: usize = 13;

fn small() -> Fixture {
    with_small_theme(Fixture::with_record(RECORD))
}

/// Begins a run without waiting for it.
fn begin(site: &Site, arguments: &[&str]) -> std::process::Child {
    let mut command = site.command(Path::new(PROGRAM), arguments);
    command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it can be run")
}

#[test]
fn of_two_builds_at_once_each_succeeds_or_says_that_another_is_at_it() {
    let site = Site::of(&small());
    let mut refused = 0;
    for number in 0..MEETINGS {
        site.write(
            "content/prov.md",
            RECORD.replace("En lekplats.", &format!("Lekplats {number}.")),
        );
        let both = [begin(&site, &["build"]), begin(&site, &["build"])];
        let both = both.map(|child| ended(&child.wait_with_output().expect("it ends")));
        for Ended { code, said } in &both {
            let is_busy =
                *code == Some(2) && said.contains("[output-not-ours]") && said.contains("another");
            assert!(*code == Some(0) || is_busy, "meeting {number}: {both:?}");
            refused += usize::from(is_busy);
        }
        assert!(
            both.iter().any(|ended| ended.code == Some(0)),
            "meeting {number}: {both:?}"
        );
        if number % 25 == 0 {
            assert_eq!(
                difference(&site.release(), &site.built_anew()),
                Vec::<String>::new(),
                "meeting {number}"
            );
        }
    }
    assert!(refused > 0, "no two builds met");
    assert_eq!(
        difference(&site.release(), &site.built_anew()),
        Vec::<String>::new()
    );
}

/// Reads the site as a browser does and tells what it asked for in vain: styles and scripts of pages, and the files of the
/// search.
fn missing(output: &Path) -> BTreeSet<String> {
    let mut missing = BTreeSet::new();
    for page in [
        "index.html",
        "beslut/index.html",
        "beslut/2024/prov/index.html",
        "sok/index.html",
    ] {
        let Ok(text) = std::fs::read_to_string(output.join(page)) else {
            missing.insert(format!("{page} itself"));
            continue;
        };
        for address in text
            .split(['"', '\''])
            .filter(|part| part.starts_with("/static/"))
        {
            if !output.join(&address[1..]).is_file() {
                missing.insert(format!("{address} of {page}"));
            }
        }
    }
    missing.extend(search_of(output));
    missing
}

/// What a search asks for in vain. Like the script of the search page it opens the index anew, once, when a file is gone.
fn search_of(output: &Path) -> BTreeSet<String> {
    let ask = || -> BTreeSet<String> {
        let Ok(root) = std::fs::read(output.join("sok/index/index.json")) else {
            return ["the search index".to_owned()].into();
        };
        let Ok(root) = serde_json::from_slice::<Value>(&root) else {
            return ["a search index in one piece".to_owned()].into();
        };
        let names = files(&root);
        assert!(names.len() > 4, "the index names its files: {root}");
        let is_missing = |name: &String| !output.join("sok/index").join(name).is_file();
        names.into_iter().filter(is_missing).collect()
    };
    let first = ask();
    if first.is_empty() { first } else { ask() }
}

/// The names of the files that the root of an index leads to.
fn files(root: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut names = vec![
        format!("days-{}.bin", text(&root["days"])),
        format!("slips-{}.bin", text(&root["slips"])),
    ];
    let facets = root["facets"].as_object().into_iter().flatten();
    names.extend(facets.map(|(name, sum)| format!("facet-{name}-{}.bin", text(sum))));
    for segment in root["segments"].as_array().into_iter().flatten() {
        for kind in ["words", "postings", "places", "hits"] {
            let sums = text(&segment[kind]);
            let pages = (0..).zip(sums.as_bytes().chunks(SUM));
            names.extend(
                pages.map(|(page, sum)| {
                    format!("{kind}{page}-{}.bin", String::from_utf8_lossy(sum))
                }),
            );
        }
    }
    names
}

#[test]
fn a_reader_beside_a_rebuild_lacks_no_style_and_no_part_of_the_search() {
    let site = Site::of(&(0..8).fold(small(), |site, number| {
        site.with(&format!("content/fil-{number}.md"), RECORD)
    }));
    assert_eq!(site.run(&["build"]).code, Some(0));
    let output = site.path("output");
    let is_over = AtomicBool::new(false);
    let (mut looks, mut lacks) = (0, BTreeMap::<String, usize>::new());
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                looks += 1;
                for name in missing(&output) {
                    *lacks.entry(name).or_default() += 1;
                }
            }
        });
        for number in 0..REBUILDS {
            site.write(
                "themes/default/static/style.css",
                format!("p {{ margin: {number}px }}\n"),
            );
            site.write(
                "content/fil-3.md",
                RECORD.replace("En lekplats.", &format!("Gunga nummer{number}.")),
            );
            let built = site.run(&["build"]);
            assert_eq!(built.code, Some(0), "{}", built.said);
        }
        is_over.store(true, Ordering::Relaxed);
        reader.join().expect("the reader reads");
    });
    assert!(looks > REBUILDS, "the reader looked {looks} times only");
    assert!(lacks.is_empty(), "in {looks} looks: {lacks:?}");
}

/// Runs the program as one whom folders can be closed to: root, for whom none is, becomes nobody.
fn run_as_anybody(site: &Site, arguments: &[&str]) -> Ended {
    let mut command = if is_root() {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", PROGRAM]);
        command
    } else {
        Command::new(PROGRAM)
    };
    command
        .args(["--language", "en", "--root"])
        .arg(site.root())
        .args(arguments);
    ended(&command.output().expect("it can be run"))
}

fn shell(script: &str) {
    let done = Command::new("sh").args(["-ec", script]).status();
    assert!(done.is_ok_and(|status| status.success()), "{script}");
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().expect("id is there");
    id.stdout == b"0\n"
}

#[test]
fn a_folder_that_is_closed_leaves_the_old_site_or_says_what_stands() {
    for locked in [
        "output/beslut",
        "output/beslut/2024/prov",
        "output/sok",
        "output/sok/index",
        "output/static",
        "output",
    ] {
        let site = Site::of(&small().with("content/andra.md", RECORD));
        assert_eq!(site.run(&["build"]).code, Some(0));
        if is_root() {
            let folder = site.beside("");
            shell(&format!(
                "chmod 755 {0}; chown -R 65534:65534 {0}",
                folder.display()
            ));
        }
        shell(&format!("chmod 555 {}", site.path(locked).display()));
        let before = site.output();
        site.write(
            "content/prov.md",
            RECORD.replace("En lekplats.", "En gunga."),
        );
        site.remove("content/andra.md");
        site.write("content/tredje.md", RECORD);
        site.write("themes/default/static/style.css", "p { margin: 3rem }\n");
        let broken = run_as_anybody(&site, &["build"]);
        assert_eq!(broken.code, Some(2), "{locked}: {}", broken.said);
        assert!(
            broken.said.contains("error[write-failed]"),
            "{locked}: {}",
            broken.said
        );
        let mut different = difference(&before, &site.output());
        different.retain(|path| path != ".lock");
        if broken.said.contains("left as it was") {
            assert_eq!(different, Vec::<String>::new(), "{locked}: {}", broken.said);
        } else {
            assert!(
                !different.is_empty(),
                "{locked}: it says that something changed: {}",
                broken.said
            );
        }
        shell(&format!("chmod 755 {}", site.path(locked).display()));
        let healed = run_as_anybody(&site, &["build"]);
        assert_eq!(healed.code, Some(0), "{locked}: {}", healed.said);
        assert_eq!(
            difference(&site.release(), &site.built_anew()),
            Vec::<String>::new(),
            "{locked}"
        );
    }
}

#[test]
fn a_full_disk_leaves_the_old_site_and_the_next_build_heals() {
    let site = Site::of(&small());
    let out = site.beside("disk");
    std::fs::create_dir(&out).expect("the folder can be made");
    // The disk is full now in the first phase, now in the second: after each further 8 kB that are left.
    let script = format!(
        "mount -t tmpfs -o size=900k tmpfs '{out}'
         build() {{ '{PROGRAM}' --language en --root '{root}' build --output '{out}/site'; }}
         build
         for n in $(seq 1 40); do sed \"s/En lekplats/Lekplats $n/\" '{root}/content/prov.md' > '{root}/content/fler-'$n'.md'; done
         cp -r '{out}/site' '{kept}'
         for left in $(seq 0 8 160); do
           rm -f '{out}/ballast'
           free=$(df -k --output=avail '{out}' | tail -1)
           head -c $(( (free - left) * 1024 )) /dev/zero > '{out}/ballast' || true
           if build > '{said}' 2>&1; then echo fits; else
             echo \"ended $?\"
             grep -c 'write-failed' '{said}'
             if grep -q 'left as it was' '{said}'; then diff -r -x .lock '{out}/site' '{kept}' && echo untouched; fi
           fi
           rm -f '{out}/ballast'
           build > '{said}' 2>&1 || {{ echo \"not healed after $left\"; cat '{said}'; }}
           rm -rf '{out}/site'; cp -r '{kept}' '{out}/site'
         done",
        out = out.display(),
        root = site.root().display(),
        kept = site.beside("kept").display(),
        said = site.beside("said").display(),
    );
    let ended = ended(&site.run_alone(&script));
    let said = &ended.said;
    assert!(
        said.contains("ended 2") && said.contains("untouched"),
        "{said}"
    );
    assert!(
        !said.contains("not healed") && !said.contains("Only in") && !said.contains("differ"),
        "{said}"
    );
    assert!(!said.contains("ended 101"), "{said}");
}
