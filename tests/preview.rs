//! The live preview over its own socket: what it serves equals what a build writes, and what it refuses.

#![expect(
    clippy::disallowed_methods,
    reason = "tests write sites, start programs and read what became of them"
)]

mod support;

use std::io::Write;
use std::net::TcpStream;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use proptest::collection::vec;
use proptest::prelude::*;
use support::preview::{PATIENCE, Preview, host};
use support::site::Site;
use support::{Fixture, RECORD, SETTINGS};

/// One step of somebody at work, with the file it is about.
#[derive(Debug, Clone)]
enum Edit {
    Write(usize, usize, usize),
    Remove(usize),
    Move(usize, usize),
    Attachment(usize),
    Settings(usize),
    Style(usize),
    Break(usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        8 => (0..6usize, 0..4usize, 0..4usize).prop_map(|(file, title, prose)| Edit::Write(file, title, prose)),
        2 => (0..6usize).prop_map(Edit::Remove),
        1 => (0..6usize, 0..6usize).prop_map(|(from, to)| Edit::Move(from, to)),
        1 => (0..3usize).prop_map(Edit::Attachment),
        1 => (0..2usize).prop_map(Edit::Settings),
        1 => (0..3usize).prop_map(Edit::Style),
        1 => (0..6usize).prop_map(Edit::Break),
    ]
}

fn apply(root: &Path, edit: &Edit) {
    let path = |file: usize| root.join(format!("content/mapp-{}/fil-{file}.md", file % 2));
    let write = |path: &Path, text: &str| {
        let folder = path.parent().expect("a file has a folder");
        std::fs::create_dir_all(folder).expect("a folder can be made");
        let temporary = folder.join(".being-written");
        std::fs::write(&temporary, text).expect("a file can be written");
        std::fs::rename(&temporary, path).expect("a file can be renamed");
    };
    match edit {
        Edit::Write(file, title, prose) => {
            let state = ["", "", "draft: true\n", "publish_from: 2999-01-01\n"][*title];
            let text = format!(
                "---\ntitle: Titel {title}\ndate: 2024-05-0{}\nproposer: Ada Prov\nrecommendation: Ja.\nbody: Nämnd {}\n{state}---\n\nKort.\n\n{}\n",
                file + 1,
                title % 2,
                "Ett stycke till.\n\n".repeat(*prose),
            );
            write(&path(*file), &text);
        }
        Edit::Remove(file) => drop(std::fs::remove_file(path(*file))),
        Edit::Move(from, to) => drop(std::fs::rename(path(*from), path(*to))),
        Edit::Attachment(number) => {
            write(
                &root.join("content/prov/bilaga.txt"),
                &format!("Bilaga {number}"),
            );
        }
        Edit::Settings(number) => {
            let more = ["", "page_size: 2\n"][*number];
            write(
                &root.join("content/site.yaml"),
                &format!("{SETTINGS}{more}"),
            );
        }
        Edit::Style(number) => {
            let style = root.join("themes/overrides/static/style.css");
            write(&style, &format!("h1 {{ margin: {number}rem }}\n"));
        }
        Edit::Break(file) => write(&path(*file), "---\ntitle: [\n---\n"),
    }
}

fn start() -> Fixture {
    let record = RECORD.replacen("---\n", "---\nattachments: [bilaga.txt]\n", 1);
    Fixture::default()
        .with("content/site.yaml", SETTINGS)
        .with("content/prov/index.md", record)
        .with("content/prov/bilaga.txt", "Bilaga")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(30), max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_edited_all_that_is_served_is_what_a_build_writes(
        series in vec((vec(edit(), 1..5), any::<bool>()), 3..6)
    ) {
        let preview = Preview::of(&start(), &[]);
        for (edits, in_haste) in &series {
            for edit in edits {
                apply(preview.root(), edit);
                sleep(Duration::from_millis(if *in_haste { 0 } else { 45 }));
            }
            let Some(built) = preview.built() else { continue };
            let end = Instant::now() + PATIENCE;
            let mut different = preview.differences(&built);
            while !different.is_empty() && Instant::now() < end {
                sleep(Duration::from_millis(30));
                different = preview.differences(&built);
            }
            prop_assert!(different.is_empty(), "after {:?}: {:?}", edits, different);
        }
        prop_assert!(!preview.root().join("output").exists());
    }
}

#[test]
fn an_address_that_no_page_has_is_never_looked_for_on_disk() {
    let fixture = Fixture::with_record(RECORD)
        .with("content/hemligt.txt", "Hemligt")
        .with(
            "content/utkast.md",
            RECORD.replacen("---\n", "---\ndraft: true\n", 1),
        );
    let preview = Preview::of(&fixture, &[]);
    std::fs::write(preview.root().join("utanför.txt"), "Hemligt").expect("a file can be written");
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc", preview.root().join("content/etc"))
        .expect("a link can be made");
    let climbs = [
        "/../utanf%C3%B6r.txt",
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/beslut/../../../etc/passwd",
        "/..%5c..%5cwindows/win.ini",
        "/beslut%5c..%5c",
        "/beslut/%00",
        "/%ff%fe",
        "/beslut/%0d%0aSet-Cookie:%20x=1",
    ];
    for path in climbs {
        let answer = preview.get(path);
        assert_eq!(answer.status, 400, "{path}");
        assert!(answer.body.is_empty(), "{path}");
    }
    let absent = [
        "/content/site.yaml",
        "/content/hemligt.txt",
        "/hemligt.txt",
        "/content/etc/passwd",
        "/etc/passwd",
        "//etc/passwd",
        "/C:/Windows/win.ini",
        "/c:%2fwindows%2fwin.ini",
        "/themes/default/theme.yaml",
        "/.diarium/records",
        "/output/index.html",
        "/_diarium/../content/site.yaml"
            .trim_end_matches("../content/site.yaml")
            .trim_end_matches('/'),
        "/_diarium/nothing.js",
    ];
    for path in absent {
        let answer = preview.get(path);
        assert_eq!(answer.status, 404, "{path}");
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        assert!(
            !text.contains("Hemligt") && !text.contains("root:"),
            "{path}"
        );
    }
}

#[test]
fn other_sites_and_other_names_are_refused() {
    let preview = Preview::of(&Fixture::with_record(RECORD), &[]);
    let own = preview.address.clone();
    let port = preview.port();
    let refused = [
        ("/", host("evil.example")),
        ("/", host(&format!("evil.example:{port}"))),
        ("/", host(&format!("192.168.1.2:{port}"))),
        ("/", String::new()),
        (
            "/",
            format!("{}Origin: https://evil.example\r\n", host(&own)),
        ),
        ("/", format!("{}Origin: null\r\n", host(&own))),
        ("/", format!("{}Origin: http://127.0.0.1:1\r\n", host(&own))),
        (
            "/",
            format!(
                "{}Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script\r\n",
                host(&own)
            ),
        ),
        (
            "/",
            format!(
                "{}Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n",
                host(&own)
            ),
        ),
        (
            "/_diarium/events?page=/",
            format!("{}Origin: https://evil.example\r\n", host(&own)),
        ),
        (
            "/_diarium/events?page=/",
            format!("{}Sec-Fetch-Site: same-site\r\n", host(&own)),
        ),
        (
            "/_diarium/desk.json",
            format!("{}Sec-Fetch-Site: cross-site\r\n", host(&own)),
        ),
    ];
    for (path, headers) in refused {
        let answer = preview.get_with(path, &headers);
        assert_eq!(answer.status, 403, "{path} {headers}");
        assert_eq!(answer.body, b"403\n", "{path} {headers}");
    }
    let welcome = [
        host(&own),
        host(&format!("localhost:{port}")),
        format!(
            "{}Origin: http://{own}\r\nSec-Fetch-Site: same-origin\r\n",
            host(&own)
        ),
        format!(
            "{}Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n",
            host(&own)
        ),
    ];
    for headers in welcome {
        let answer = preview.get_with("/", &headers);
        assert_eq!(answer.status, 200, "{headers}");
        assert!(!answer.head.contains("access-control-"), "{}", answer.head);
        assert!(
            answer.head.contains("x-frame-options: sameorigin"),
            "{}",
            answer.head
        );
        assert!(
            answer
                .head
                .contains("cross-origin-resource-policy: same-origin"),
            "{}",
            answer.head
        );
    }
    let page = String::from_utf8(preview.get("/").body).expect("a page");
    assert!(page.contains("http-equiv=\"Content-Security-Policy\""));
}

#[test]
fn only_reading_is_allowed_but_for_the_desk_of_this_very_server() {
    let preview = Preview::of(&Fixture::with_record(RECORD), &[]);
    let own = preview.address.clone();
    let send = |method: &str, path: &str, more: &str, body: &str| {
        let length = body.len();
        let kind = "Content-Type: application/x-www-form-urlencoded";
        preview.send(&format!(
            "{method} {path} HTTP/1.0\r\n{}{more}{kind}\r\nContent-Length: {length}\r\n\r\n{body}",
            host(&own)
        ))
    };
    let origin = format!("Origin: http://{own}\r\n");
    assert_eq!(send("DELETE", "/", &origin, "").status, 403);
    assert_eq!(send("PUT", "/", &origin, "x").status, 403);
    assert_eq!(
        send("OPTIONS", "/", "Origin: https://evil.example\r\n", "").status,
        403
    );
    assert_eq!(send("POST", "/", &origin, "").status, 405);
    assert_eq!(
        send("POST", "/_diarium/as-of", "", "as_of=2030-01-01").status,
        403
    );
    let evil = "Origin: https://evil.example\r\n";
    assert_eq!(
        send("POST", "/_diarium/as-of", evil, "as_of=2030-01-01").status,
        403
    );
    assert_eq!(
        send("POST", "/_diarium/as-of", &origin, "as_of=igår").status,
        422
    );
    assert_eq!(
        send("POST", "/_diarium/as-of", &origin, "as_of=2030-01-01").status,
        204
    );
    assert_eq!(send("HEAD", "/", "", "").status, 200);
}

#[test]
fn other_machines_must_know_the_secret_in_the_address() {
    let options = ["--host", "127.0.0.1"];
    let preview = Preview::of(&Fixture::with_record(RECORD), &options);
    assert_eq!(preview.get("/").status, 403);
    assert_eq!(preview.get("/_diarium/events").status, 403);
    let wrong = format!("/?token={}", "0".repeat(32));
    assert_eq!(preview.get(&wrong).status, 403);
    let answer = preview.get(&preview.home);
    assert_eq!(answer.status, 303);
    assert!(answer.head.contains("location: /\r\n"), "{}", answer.head);
    let token = preview.home.strip_prefix("/?token=").expect("a secret");
    assert_eq!(token.len(), 32);
    let cookie = format!(
        "set-cookie: diarium-{}={token}; path=/; httponly; samesite=lax",
        preview.port()
    );
    assert!(answer.head.contains(&cookie), "{}", answer.head);
    let knows = format!(
        "{}Cookie: diarium-{}={token}\r\n",
        host(&preview.address),
        preview.port()
    );
    assert_eq!(preview.get_with("/", &knows).status, 200);
}

#[test]
fn clients_that_are_slow_or_gone_hold_up_nobody() {
    let preview = Preview::of(&Fixture::with_record(RECORD), &[]);
    let connect =
        || TcpStream::connect(format!("127.0.0.1:{}", preview.port())).expect("the server answers");
    let mut idle = Vec::new();
    for number in 0..80 {
        let mut socket = connect();
        let request = match number % 4 {
            0 => String::new(),
            1 => "GET /beslut/".to_owned(),
            2 => format!(
                "GET /_diarium/events?page=/ HTTP/1.1\r\n{}\r\n",
                host(&preview.address)
            ),
            _ => format!("GET / HTTP/1.1\r\n{}\r\n", host(&preview.address)),
        };
        socket.write_all(request.as_bytes()).expect("a request");
        if number % 8 != 7 {
            idle.push(socket);
        }
    }
    let garbage = preview.send("\u{1}\u{2}nonsense\r\n\r\n");
    assert_eq!(garbage.status, 400);
    apply(preview.root(), &Edit::Write(0, 0, 1));
    let end = Instant::now() + PATIENCE;
    while preview.get("/beslut/2024/fil-0/").status != 200 {
        assert!(Instant::now() < end, "the edit never came");
        sleep(Duration::from_millis(20));
    }
    drop(idle);
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn where_events_do_not_come_the_folders_are_looked_through() {
    let preview = Preview::of(&start(), &["--poll"]);
    for edit in [Edit::Write(1, 0, 1), Edit::Write(1, 1, 2), Edit::Remove(1)] {
        // A look-through tells files apart by the second they were written in, at worst.
        sleep(Duration::from_millis(1100));
        apply(preview.root(), &edit);
        let built = preview.built().expect("a sound site");
        let end = Instant::now() + PATIENCE;
        while !preview.differences(&built).is_empty() {
            assert!(
                Instant::now() < end,
                "{edit:?} never came: {:?}",
                preview.differences(&built)
            );
            sleep(Duration::from_millis(50));
        }
        let status = preview.get("/beslut/2024/fil-1/").status;
        assert_eq!(
            status,
            if matches!(edit, Edit::Remove(_)) {
                404
            } else {
                200
            }
        );
    }
}

#[test]
fn after_a_build_the_desk_says_that_the_next_one_changes_nothing() {
    let site = Site::of(&Fixture::with_record(RECORD));
    let amounts = |preview: &Preview| {
        let desk = preview.get("/_diarium/desk.json").body;
        let desk: serde_json::Value = serde_json::from_slice(&desk).expect("it is JSON");
        ["added", "changed", "removed"].map(|of| {
            let amount = &desk["next_build"][of];
            (amount["count"].as_u64(), amount["first"].to_string())
        })
    };
    let preview = Preview::at(&site.root(), &[]);
    let [(added, _), ..] = amounts(&preview);
    assert!(added > Some(5), "{added:?}");
    assert_eq!(site.run(&["build"]).code, Some(0));
    assert_eq!(
        amounts(&preview),
        ["[]", "[]", "[]"].map(|none| (Some(0), none.to_owned()))
    );
}
