//! The preview hears of whatever happens to the sources, however it happens.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "tests write sites, start programs and read what became of them"
)]

mod support;

use std::fs::{create_dir_all, remove_dir_all, rename, write};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use support::preview::Preview;
use support::{Fixture, RECORD};

const PAGE: &str = "/beslut/2024/prov/";

fn titled(title: &str) -> String {
    RECORD.replace("Ny lekplats", title)
}

fn edit(root: &Path, title: &str) {
    let temporary = root.join("content/.being-written");
    write(&temporary, titled(title)).expect("a file can be written");
    rename(&temporary, root.join("content/prov.md")).expect("a file can be renamed");
}

fn copy(from: &Path, to: &Path) {
    let copied = Command::new("cp").arg("-r").arg(from).arg(to).status();
    assert!(copied.expect("cp runs").success());
}

fn themed() -> Fixture {
    Fixture::with_record(RECORD).with("themes/overrides/static/style.css", "h1 { margin: 0 }\n")
}

#[test]
fn sources_that_are_replaced_in_one_burst_are_heard_of_ever_after() {
    let preview = Preview::of(&themed(), &[]);
    let root = preview.root().to_owned();
    let aside = |name: &str| root.join(format!("{name}_"));
    let replacements: [&dyn Fn(&str); 4] = [
        &|name| {
            rename(root.join(name), aside(name)).expect("it can be moved");
            rename(aside(name), root.join(name)).expect("it can be moved back");
        },
        &|name| {
            copy(&root.join(name), &aside(name));
            remove_dir_all(root.join(name)).expect("it can be removed");
            copy(&aside(name), &root.join(name));
            remove_dir_all(aside(name)).expect("it can be removed");
        },
        &|name| {
            copy(&root.join(name), &aside(name));
            rename(root.join(name), root.join("old")).expect("it can be moved");
            rename(aside(name), root.join(name)).expect("it can be moved");
            remove_dir_all(root.join("old")).expect("it can be removed");
        },
        &|name| {
            rename(root.join(name), aside(name)).expect("it can be moved");
            std::thread::sleep(Duration::from_millis(400));
            rename(aside(name), root.join(name)).expect("it can be moved back");
        },
    ];
    for (number, replace) in replacements.iter().enumerate() {
        for name in ["content", "themes"] {
            replace(name);
            std::thread::sleep(Duration::from_millis(300));
            let title = format!("Lekplats {number} efter {name}");
            edit(&root, &title);
            preview.wait_for_text(PAGE, &title);
            let margin = format!("margin:{number}px;padding:{}px", name.len());
            write(
                root.join("themes/overrides/static/style.css"),
                format!("h1{{{margin}}}\n"),
            )
            .expect("a file can be written");
            let style = || {
                let page = String::from_utf8_lossy(&preview.get("/").body).into_owned();
                let start = page.find("/static/style.").expect("a style sheet");
                page[start..].split('"').next().map(str::to_owned)
            };
            let end = Instant::now() + support::preview::PATIENCE;
            while !style().is_some_and(|style| {
                String::from_utf8_lossy(&preview.get(&style).body).contains(&margin)
            }) {
                assert!(Instant::now() < end, "{margin} never came");
                std::thread::sleep(Duration::from_millis(25));
            }
        }
    }
}

#[test]
fn a_folder_within_and_the_site_itself_may_be_replaced_too() {
    let outer = tempfile::tempdir().expect("a folder can be made");
    let root = outer.path().join("site");
    themed()
        .with("content/mapp/a.md", titled("I mappen"))
        .write(&root);
    let preview = Preview::at(&root, &[]);
    let edit_within = |title: &str| {
        write(root.join("content/mapp/a.md"), titled(title)).expect("a file can be written");
    };
    rename(root.join("content/mapp"), root.join("content/m")).expect("it can be moved");
    rename(root.join("content/m"), root.join("content/mapp")).expect("it can be moved back");
    std::thread::sleep(Duration::from_millis(300));
    edit_within("Mappen flyttad");
    preview.wait_for_text("/beslut/2024/a/", "Mappen flyttad");
    rename(&root, outer.path().join("s")).expect("it can be moved");
    rename(outer.path().join("s"), &root).expect("it can be moved back");
    std::thread::sleep(Duration::from_millis(300));
    edit_within("Allt flyttat");
    preview.wait_for_text("/beslut/2024/a/", "Allt flyttat");
    copy(&root, &outer.path().join("s"));
    remove_dir_all(&root).expect("it can be removed");
    std::thread::sleep(Duration::from_millis(500));
    rename(outer.path().join("s"), &root).expect("it can be moved");
    edit_within("Allt nytt");
    preview.wait_for_text("/beslut/2024/a/", "Allt nytt");
    edit_within("Och igen");
    preview.wait_for_text("/beslut/2024/a/", "Och igen");
}

#[test]
fn a_branch_without_the_sources_and_back_is_followed() {
    let preview = Preview::of(&themed(), &[]);
    let root = preview.root();
    let git = |arguments: &[&str]| {
        let who = [
            "-c",
            "user.name=Klara Klerk",
            "-c",
            "user.email=klara@exempelstad.example",
        ];
        let done = Command::new("git")
            .current_dir(root)
            .args(who)
            .args(arguments)
            .output();
        let done = done.expect("git runs");
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
    };
    git(&["init", "-q", "-b", "main"]);
    write(root.join(".gitignore"), ".diarium\n").expect("a file can be written");
    git(&["add", "-A"]);
    git(&["commit", "-qm", "a"]);
    git(&["checkout", "-q", "--orphan", "tom"]);
    git(&["rm", "-rqf", "content", "themes"]);
    git(&["commit", "-qm", "b"]);
    git(&["checkout", "-q", "main"]);
    std::thread::sleep(Duration::from_millis(300));
    edit(root, "Efter bytet");
    preview.wait_for_text(PAGE, "Efter bytet");
    edit(root, "En gång till");
    preview.wait_for_text(PAGE, "En gång till");
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_is_told_of_as_soon_as_it_is_there() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let preview = Preview::of(&themed().with("content/mapp/a.md", titled("A")), &[]);
    let name = OsStr::from_bytes(b"sk\xf6tsel.md");
    for folder in ["content", "content/mapp"] {
        let file = preview.root().join(folder).join(name);
        write(&file, titled("B")).expect("a file can be written");
        preview.wait_for_text("/_diarium/desk.json", "source-unreadable");
        std::fs::remove_file(&file).expect("it can be removed");
        preview.wait_for("/_diarium/desk.json", |answer| {
            !String::from_utf8_lossy(&answer.body).contains("source-unreadable")
        });
    }
    create_dir_all(
        preview
            .root()
            .join("content")
            .join(OsStr::from_bytes(b"\xe5r")),
    )
    .expect("a folder can be made");
    write(
        preview
            .root()
            .join("content")
            .join(OsStr::from_bytes(b"\xe5r"))
            .join("a.md"),
        titled("C"),
    )
    .expect("a file can be written");
    preview.wait_for_text("/_diarium/desk.json", "source-unreadable");
}

#[test]
fn a_lock_that_version_control_left_behind_delays_nothing() {
    let preview = Preview::of(&themed(), &[]);
    let lock = preview.root().join(".git/index.lock");
    create_dir_all(preview.root().join(".git")).expect("a folder can be made");
    write(&lock, "").expect("a file can be written");
    let long_ago = std::time::SystemTime::now() - Duration::from_secs(3600);
    let file = std::fs::File::options()
        .write(true)
        .open(&lock)
        .expect("it is there");
    file.set_modified(long_ago).expect("its time can be set");
    std::thread::sleep(Duration::from_millis(200));
    let begun = Instant::now();
    edit(preview.root(), "Genast");
    preview.wait_for_text(PAGE, "Genast");
    assert!(
        begun.elapsed() < Duration::from_secs(4),
        "{:?}",
        begun.elapsed()
    );
}
