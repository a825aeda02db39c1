//! The moment of death: a publication that is killed at any call to the system, twice if need be, with a record withdrawn
//! in between.

#![expect(
    clippy::disallowed_methods,
    reason = "tests write sites and read what became of them"
)]

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use support::death::{CALLS, Death, Moment, kill_at};
use support::site::{PROGRAM, Site, difference, with_small_theme};
use support::{Fixture, RECORD};

/// Does something for every moment at which a build of the site as it is kept can be killed, after which it stands there
/// as the killed build left it. Tells how many there are.
fn at_every_moment(
    site: &Site,
    kept: &str,
    calls: &[&'static str],
    step: usize,
    mut each: impl FnMut(Moment),
) -> usize {
    let mut moments = 0;
    for call in calls {
        for number in (1..).step_by(step) {
            site.restore(kept);
            let moment = Moment { call, number };
            match kill_at(site, Path::new(PROGRAM), &[], moment) {
                Death::Killed => {}
                Death::Ended(0) => break,
                Death::Ended(code) => panic!("{moment:?}: the build ended with {code}"),
            }
            each(moment);
            moments += 1;
        }
    }
    moments
}

/// As little of a site as shows everything: records that come, go and change, and an attachment.
fn start() -> Fixture {
    with_small_theme(Fixture::with_record(RECORD))
        .with(
            "content/gammal.md",
            RECORD.replace("Ny lekplats", "Gammal lekplats"),
        )
        .with(
            "content/andras.md",
            RECORD.replace("title:", "attachments: [karta.csv]\ntitle:"),
        )
        .with("content/karta.csv", "a,b\n")
}

fn edit(site: &Site) {
    site.remove("content/gammal.md");
    site.write(
        "content/andras.md",
        RECORD.replace("En lekplats.", "En annan gunga."),
    );
    site.write(
        "content/kommer.md",
        RECORD.replace("Ny lekplats", "Kommande lekplats"),
    );
    site.write("themes/default/static/style.css", "p { margin: 1rem }\n");
}

/// That nothing but the output and the sources stands in the site's folder, and nothing in the output that is no page.
fn assert_tidy(site: &Site, when: &str) {
    let names = |folder: &str| -> Vec<String> {
        let entries = std::fs::read_dir(site.path(folder)).expect("the folder is there");
        entries
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect()
    };
    for name in names(".") {
        assert!(
            ["content", "themes", "output", ".diarium"].contains(&name.as_str()),
            "{when}: {name} is left"
        );
    }
    for name in names("output") {
        assert!(
            !name.starts_with('.') || name == ".lock",
            "{when}: output/{name} is left"
        );
    }
}

#[test]
fn a_publication_killed_at_any_call_is_healed_by_the_next_build() {
    let site = Site::of(&start());
    assert_eq!(site.run(&["build"]).code, Some(0));
    let before = site.output();
    edit(&site);
    let wanted = site.built_anew();
    site.keep("edited");
    let moments = at_every_moment(&site, "edited", &CALLS, 1, |moment| {
        assert_whole(&site.output(), &before, &wanted, moment);
        let healed = site.run(&["build"]);
        assert_eq!(healed.code, Some(0), "{moment:?}: {}", healed.said);
        assert_eq!(
            difference(&site.release(), &wanted),
            Vec::<String>::new(),
            "{moment:?}"
        );
        assert_tidy(&site, &format!("{moment:?}"));
    });
    assert!(moments > 20, "only {moments} calls were met");
}

/// Every page that a reader can ask for is whole: as it was, or as it will be.
fn assert_whole(
    now: &BTreeMap<String, Vec<u8>>,
    before: &BTreeMap<String, Vec<u8>>,
    after: &BTreeMap<String, Vec<u8>>,
    moment: Moment,
) {
    for (path, bytes) in now {
        let is_book = path.starts_with('.') || path == "manifest.json";
        let is_whole = before.get(path) == Some(bytes) || after.get(path) == Some(bytes);
        assert!(
            is_book || is_whole,
            "{path} is neither old nor new, {moment:?}"
        );
    }
}

#[test]
fn a_record_withdrawn_between_two_killed_publications_is_nowhere() {
    let site = Site::of(&start());
    assert_eq!(site.run(&["build"]).code, Some(0));
    let secret = RECORD
        .replace("Ny lekplats", "Hemligheten")
        .replace("En lekplats.", "Hemligheten själv.");
    site.write("content/hemlig.md", &secret);
    site.keep("secret");
    let withdrawn = secret.replace("title:", "draft: true\ntitle:");
    site.write("content/hemlig.md", &withdrawn);
    let wanted = site.built_anew();
    let calls = ["rename", "renameat", "renameat2", "unlink", "unlinkat"];
    let mut schedules = 0;
    let first = at_every_moment(&site, "secret", &calls, 3, |first| {
        site.write("content/hemlig.md", &withdrawn);
        let dead = Site::standing_in(&site.root());
        dead.keep("dead");
        schedules += at_every_moment(&dead, "dead", &calls, 5, |second| {
            let when = format!("{first:?}, {second:?}");
            let ended = dead.run(&["build"]);
            assert_eq!(ended.code, Some(0), "{when}: {}", ended.said);
            assert_eq!(
                difference(&dead.release(), &wanted),
                Vec::<String>::new(),
                "{when}"
            );
            for (path, bytes) in dead.output() {
                assert!(
                    !String::from_utf8_lossy(&bytes).contains("Hemligheten"),
                    "{when}: {path}"
                );
            }
            assert_tidy(&dead, &when);
        });
    });
    assert!(
        first > 10 && schedules > 30,
        "only {first} and {schedules} schedules were met"
    );
}

/// Cut at every class of length, also to nothing, or overwritten with what is no note at all.
#[test]
fn a_torn_note_of_what_is_under_way_never_leaves_a_withdrawn_record_public() {
    let site = Site::of(&start());
    assert_eq!(site.run(&["build"]).code, Some(0));
    let secret = RECORD.replace("Ny lekplats", "Hemligheten");
    site.write("content/hemlig.md", &secret);
    site.keep("secret");
    site.write(
        "content/hemlig.md",
        secret.replace("title:", "draft: true\ntitle:"),
    );
    let wanted = site.built_anew();
    let mut torn = 0;
    at_every_moment(
        &site,
        "secret",
        &["rename", "renameat", "renameat2"],
        1,
        |moment| {
            let note = site.path("output/.manifest.next");
            let Ok(whole) = std::fs::read(&note) else {
                return;
            };
            site.write(
                "content/hemlig.md",
                secret.replace("title:", "draft: true\ntitle:"),
            );
            site.keep("torn");
            for length in [0, 1, whole.len() / 2, whole.len() - 1] {
                site.restore("torn");
                std::fs::write(&note, &whole[..length]).expect("it can be written");
                let built = site.run(&["build"]);
                let when = format!("{moment:?}, {length} of {}: {}", whole.len(), built.said);
                if built.code == Some(0) {
                    assert_eq!(
                        difference(&site.release(), &wanted),
                        Vec::<String>::new(),
                        "{when}"
                    );
                } else {
                    // Whoever is told that the folder must be looked at finds the names of what is to be removed.
                    assert_eq!(built.code, Some(2), "{when}");
                    assert!(built.said.contains("[output-not-ours]"), "{when}");
                }
                torn += 1;
            }
        },
    );
    assert!(torn > 10, "only {torn} notes were torn");
}
