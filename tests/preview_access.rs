//! Who gets to see the preview: nobody without the secret where there is one, nobody by another name of this server, and
//! nobody is kept out by those who connect and say nothing.

#![expect(
    clippy::disallowed_methods,
    reason = "tests write sites, start programs and read what became of them"
)]

mod support;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use support::preview::{PATIENCE, Preview, host};
use support::{Fixture, RECORD};

fn draft() -> Fixture {
    let draft = RECORD.replace("---\n\n", "draft: true\n---\n\n");
    Fixture::with_record(RECORD).with(
        "content/utkast.md",
        draft.replace("Ny lekplats", "Hemligt utkast"),
    )
}

fn cookie(preview: &Preview) -> String {
    let token = preview.home.split("token=").nth(1).expect("a secret");
    format!(
        "{}Cookie: diarium-{}={token}\r\n",
        host(&preview.address),
        preview.port()
    )
}

#[test]
fn a_private_preview_shows_nothing_to_others_on_the_same_machine() {
    let preview = Preview::of(&draft(), &["--private"]);
    assert!(preview.address.starts_with("127.0.0.1:"));
    let paths = [
        "/",
        "/beslut/2024/utkast/",
        "/_diarium/",
        "/_diarium/desk.json",
        "/_diarium/events",
        "/_diarium/state.json?page=/",
        "/_diarium/words.js",
        "/_diarium/preview.js",
        "/atom.xml",
        "/borta/",
    ];
    for path in paths {
        let answer = preview.get(path);
        assert_eq!(
            (answer.status, &answer.body[..]),
            (403, &b"403\n"[..]),
            "{path}"
        );
        assert!(answer.head.contains("connection: close"), "{path}");
    }
    let answer = preview.get(&preview.home);
    assert_eq!(answer.status, 303);
    assert!(answer.head.contains("location: /\r\n"), "{}", answer.head);
    let draft = preview.get_with("/beslut/2024/utkast/", &cookie(&preview));
    assert_eq!(draft.status, 200);
    assert!(String::from_utf8_lossy(&draft.body).contains("Hemligt utkast"));
    let other = cookie(&preview).replace("diarium-", "diarium-1");
    assert_eq!(preview.get_with("/", &other).status, 403);
}

#[test]
fn no_path_leads_to_another_host() {
    let preview = Preview::of(&draft(), &["--private"]);
    let token = preview.home.split('?').nth(1).expect("a secret").to_owned();
    let paths = [
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example/",
        "\\\\evil.example/",
        "/\\/evil.example/",
        "/%5Cevil.example/",
        "/%2Fevil.example/",
        "//evil.example/beslut",
        "http://evil.example/",
        "/.//evil.example/",
        "/beslut",
        "//beslut",
        "/\\beslut",
        "/beslut/2024/prov",
        "/%2F%2Fevil.example",
    ];
    for path in paths {
        for path in [format!("{path}?{token}"), path.to_owned()] {
            let answer = preview.get_with(&path, &cookie(&preview));
            let Some(location) = answer
                .head
                .lines()
                .find_map(|line| line.strip_prefix("location: "))
            else {
                continue;
            };
            let leads_away = !location.starts_with('/') || location[1..].starts_with(['/', '\\']);
            assert!(!leads_away, "{path} leads to {location}");
        }
    }
    assert_eq!(preview.get_with("/beslut", &cookie(&preview)).status, 308);
}

/// Connections that say nothing, or only half of what they want; each is answered by none.
fn silent(preview: &Preview, count: usize) -> Vec<TcpStream> {
    let connect = |number: usize| {
        let mut socket = TcpStream::connect(format!("127.0.0.1:{}", preview.port())).ok()?;
        let start = [
            "",
            "GET / HTTP/1.1\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nX-A: ",
        ][number % 3];
        socket.write_all(start.as_bytes()).ok()?;
        Some(socket)
    };
    (0..count).filter_map(connect).collect()
}

#[test]
fn connections_that_say_nothing_keep_nobody_out_and_are_let_go_of() {
    for options in [&["--private"][..], &["--host", "127.0.0.1"]] {
        let preview = Preview::of(&draft(), options);
        let idle = silent(&preview, 600);
        let begun = Instant::now();
        for _ in 0..20 {
            assert_eq!(preview.get_with("/", &cookie(&preview)).status, 200);
        }
        assert!(
            begun.elapsed() < Duration::from_secs(10),
            "{:?}",
            begun.elapsed()
        );
        #[cfg(target_os = "linux")]
        {
            let open = std::fs::read_dir(format!("/proc/{}/fd", preview.server.id()))
                .expect("its files")
                .count();
            assert!(open < 200, "{open} files are open");
        }
        let begun = Instant::now();
        for mut socket in idle {
            socket.set_read_timeout(Some(PATIENCE)).expect("a timeout");
            let mut rest = Vec::new();
            let ended = socket.read_to_end(&mut rest);
            assert!(
                ended.is_ok()
                    || ended.is_err_and(|error| error.kind() != std::io::ErrorKind::WouldBlock)
            );
        }
        assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
        assert_eq!(preview.get_with("/", &cookie(&preview)).status, 200);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn the_secret_stands_on_no_command_line() {
    use std::os::unix::fs::PermissionsExt;
    let bin = tempfile::tempdir().expect("a folder can be made");
    let told = bin.path().join("told");
    let browser = bin.path().join("xdg-open");
    let script = format!(
        "#!/bin/sh\nprintf '%s' \"$*\" > '{0}.part'\nmv '{0}.part' '{0}'\n",
        told.display()
    );
    std::fs::write(&browser, script).expect("a file can be written");
    std::fs::set_permissions(&browser, std::fs::Permissions::from_mode(0o755)).expect("it may run");
    let path = format!(
        "{}:{}",
        bin.path().display(),
        std::env::var("PATH").expect("a path")
    );
    for (options, is_secret) in [(&["--open", "--private"][..], true), (&["--open"], false)] {
        std::fs::remove_file(&told).ok();
        let preview =
            Preview::with_environment(&draft(), options, &[("PATH", &path), ("BROWSER", "")]);
        let end = Instant::now() + PATIENCE;
        while !told.exists() {
            assert!(Instant::now() < end, "the browser was never opened");
            std::thread::sleep(Duration::from_millis(20));
        }
        let arguments = std::fs::read_to_string(&told).expect("what the browser was told");
        let whole = format!("http://{}{}", preview.address, preview.home);
        if !is_secret {
            assert_eq!(arguments, whole);
            continue;
        }
        assert!(!arguments.contains("token"), "{arguments}");
        let mode = std::fs::metadata(&arguments)
            .expect("the file stands")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
        let page = std::fs::read_to_string(&arguments).expect("the file can be read");
        assert!(
            page.contains(&format!("content=\"0;url={whole}\"")),
            "{page}"
        );
        std::fs::remove_file(arguments).ok();
    }
}
