//! A preview under load: a large register is edited all the time while browsers ask for everything there is.

#![expect(
    clippy::disallowed_methods,
    reason = "tests write sites, start programs and read what became of them"
)]

mod support;

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{scope, sleep};
use std::time::{Duration, Instant};

use support::preview::Preview;
use support::{Fixture, SETTINGS};

const RECORDS: usize = 3000;
const EDITS: usize = 500;
/// How long an answer may take; a standstill would take for ever.
const LONGEST: Duration = Duration::from_secs(15);

fn record(number: usize, title: &str, more: &str, prose: &str) -> String {
    let (month, day) = (number % 12 + 1, number % 28 + 1);
    format!(
        "---\ntitle: {title}\ndate: 2024-{month:02}-{day:02}\nproposer: Ada Prov\nrecommendation: Ja.\nbody: Nämnd {}\n{more}---\n\nÄrende {number}. {prose}\n",
        number % 20,
    )
}

fn path(number: usize) -> String {
    format!("content/{}/fil-{number}.md", number % 30)
}

fn register() -> Fixture {
    let site = Fixture::default().with("content/site.yaml", SETTINGS);
    (0..RECORDS).fold(site, |site, number| {
        let more = if number % 100 == 0 {
            "draft: true\n"
        } else {
            ""
        };
        let prose = if number % 50 == 7 {
            "Ett <b>ord</b>."
        } else {
            ""
        };
        site.with(
            &path(number),
            record(number, &format!("Titel {number}"), more, prose),
        )
    })
}

/// The edit of this number: most are of prose, some of a title, a draft, an error that the next one mends.
fn edit(root: &Path, number: usize) {
    let of = number * 7 % RECORDS;
    let text = match number % 25 {
        10 => record(of, &format!("Ny titel {number}"), "", ""),
        15 => record(of, "Utkast", "draft: true\n", ""),
        20 => record(of, "Fel", "stage: kanske\n", ""),
        21 => {
            return edit_of(
                root,
                (number - 1) * 7 % RECORDS,
                &record((number - 1) * 7 % RECORDS, "Rättad", "", ""),
            );
        }
        _ => record(
            of,
            &format!("Titel {of}"),
            "",
            &format!("Ändring {number}."),
        ),
    };
    edit_of(root, of, &text);
}

fn edit_of(root: &Path, number: usize, text: &str) {
    let path = root.join(path(number));
    let temporary = path.with_file_name(".being-written");
    std::fs::write(&temporary, text).expect("a file can be written");
    std::fs::rename(&temporary, path).expect("a file can be renamed");
}

#[test]
fn nothing_stands_still_while_a_large_register_is_edited_and_everything_is_asked_for() {
    let preview = Preview::of(&register(), &[]);
    let root = preview.root().to_owned();
    let is_over = AtomicBool::new(false);
    let answered = AtomicUsize::new(0);
    let ask = |paths: &[&str]| {
        while !is_over.load(Ordering::Relaxed) {
            for path in paths {
                let begun = Instant::now();
                let answer = preview.get(path);
                assert!(
                    [200, 404, 503].contains(&answer.status),
                    "{path}: {}",
                    answer.status
                );
                assert!(
                    begun.elapsed() < LONGEST,
                    "{path} took {:?}",
                    begun.elapsed()
                );
                answered.fetch_add(1, Ordering::Relaxed);
                sleep(Duration::from_millis(20));
            }
        }
    };
    scope(|threads| {
        threads.spawn(|| ask(&["/_diarium/desk.json", "/_diarium/desk.json?text=utkast"]));
        threads.spawn(|| {
            ask(&[
                "/_diarium/state.json?page=/beslut/2024/fil-7/",
                "/_diarium/state.json?page=/",
                "/_diarium/words.js",
            ]);
        });
        threads.spawn(|| ask(&["/sok/index/index.json", "/beslut/", "/atom.xml"]));
        threads.spawn(|| {
            ask(&[
                "/",
                "/beslut/2024/fil-100/",
                "/beslut/2024/fil-8/",
                "/borta/",
            ]);
        });
        threads.spawn(|| {
            for number in 0..EDITS {
                edit(&root, number);
                sleep(Duration::from_millis(45));
            }
            edit_of(&root, 1, &record(1, "Den sista", "", ""));
            is_over.store(true, Ordering::Relaxed);
        });
    });
    preview.wait_for_text("/beslut/2024/fil-1/", "Den sista");
    assert!(answered.load(Ordering::Relaxed) > 200);
}
