//! Any series of edits, of harms and of deaths ends in the bytes of a build from nothing, by the real program.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "tests write sites and read what became of them"
)]

mod support;

#[path = "sequences/dice.rs"]
mod dice;
#[path = "sequences/harm.rs"]
mod harm;
#[path = "sequences/model.rs"]
mod model;
#[path = "sequences/texts.rs"]
mod texts;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use dice::Dice;
use harm::{Cure, HARMS};
use model::{EDITS, MOMENTS, Model};
use support::Fixture;
use support::death::{Moment, kill_at};
use support::site::{Ended, PROGRAM, Site, difference, next_version, read_all, settled};

/// How many steps each sequence has. Every kind of edit and harm comes up many times.
const STEPS: usize = 300;
/// How often a sound build is held to one from nothing; an unsound one always is.
const EVERY: usize = 2;
/// Of how many steps one is a harm, and one a death.
const ONE_HARM_IN: usize = 4;
const ONE_DEATH_IN: usize = 12;
/// The calls at which builds are killed: every build has some of them.
const DEADLY: [&str; 6] = [
    "fsync", "mkdirat", "openat2", "renameat", "unlinkat", "write",
];
/// The last call of a kind at which one is killed.
const LAST_CALL: usize = 12;

/// A site and what it should be.
struct Trial {
    site: Site,
    model: Model,
    program: PathBuf,
    dice: Dice,
    history: Vec<String>,
}

impl Trial {
    fn new(seed: u64) -> Self {
        let site = Site::of(&Fixture::default());
        next_version(&site.beside("next-version"));
        let mut trial = Self {
            site,
            model: Model::default(),
            program: PathBuf::from(PROGRAM),
            dice: Dice(seed),
            history: Vec::new(),
        };
        for _ in 0..8 {
            (EDITS[0].1)(&mut trial.model, &mut trial.dice);
        }
        trial.write();
        trial
    }

    /// Writes the sources that differ from what stands there, and removes what is no source any more.
    fn write(&self) {
        let root = self.site.root();
        let wanted = self.model.files();
        for folder in ["content", "themes"] {
            for path in read_all(&root.join(folder)).into_keys() {
                let path = format!("{folder}/{path}");
                if !wanted.contains_key(&path) {
                    self.site.remove(&path);
                }
            }
        }
        for (path, bytes) in &wanted {
            if std::fs::read(root.join(path)).ok().as_ref() != Some(bytes) {
                self.site.write(path, bytes);
            }
        }
    }

    fn build(&self, more: &[&str]) -> Ended {
        let arguments = [&["build", "--as-of", MOMENTS[self.model.moment]], more].concat();
        self.site.run_by(&self.program, &arguments)
    }

    /// What the same program makes of the same sources where nothing stands yet.
    fn built_anew(&self) -> (Ended, BTreeMap<String, Vec<u8>>) {
        let twin = Site::of(&Fixture::default());
        for (path, bytes) in self.model.files() {
            twin.write(&path, bytes);
        }
        let ended = twin.run_by(
            &self.program,
            &["build", "--as-of", MOMENTS[self.model.moment]],
        );
        (ended, twin.output())
    }

    /// One step: an edit, or a harm, or a build that dies; tells what will heal it.
    fn step(&mut self) -> Cure {
        if self.dice.below(2) == 0 && self.model.mend() {
            self.history.push("what is broken is mended".to_owned());
            self.write();
            return Cure::Build;
        }
        if self.dice.below(ONE_HARM_IN) == 0 {
            let (name, harm, cure) = HARMS[self.dice.below(HARMS.len())];
            self.history.push(name.to_owned());
            harm(&self.site.root(), &mut self.dice);
            return cure;
        }
        if self.dice.below(16) == 0 {
            self.history
                .push("another version of the program".to_owned());
            let next = self.site.beside("next-version");
            self.program = if self.program == next {
                PathBuf::from(PROGRAM)
            } else {
                next
            };
            return Cure::Build;
        }
        let (name, edit) = self.dice.one(EDITS);
        self.history.push((*name).to_owned());
        edit(&mut self.model, &mut self.dice);
        self.write();
        if self.dice.below(ONE_DEATH_IN) == 0 {
            self.die();
        }
        Cure::Build
    }

    /// A build that is killed at a call to the system, if it has so many.
    fn die(&mut self) {
        let moment = Moment {
            call: DEADLY[self.dice.below(DEADLY.len())],
            number: 1 + self.dice.below(LAST_CALL),
        };
        let as_of = ["--as-of", MOMENTS[self.model.moment]];
        let death = kill_at(&self.site, &self.program, &as_of, moment);
        self.history.push(format!("{death:?} at {moment:?}"));
    }

    /// Builds, and holds what came of it to a build from nothing; tells whether the site is sound.
    fn hold(&self, cure: Cure, is_looked_at: bool) -> bool {
        let mut before = self.site.output();
        let mut ended = self.build(if cure == Cure::Clean {
            &["--clean"]
        } else {
            &[]
        });
        if cure == Cure::Clean && ended.code == Some(2) && ended.said.contains("[output-not-ours]")
        {
            self.holds(
                difference(&before, &self.site.output()).is_empty(),
                "a refused folder is left alone",
            );
            std::fs::remove_dir_all(self.site.path("output")).expect("it is there");
            before.clear();
            ended = self.build(&[]);
        }
        let after = self.site.output();
        let is_sound = ended.code == Some(0);
        if is_sound && !is_looked_at {
            return true;
        }
        let (anew, wanted) = self.built_anew();
        self.holds(
            ended.code == anew.code,
            &format!("it ends as a build from nothing: {ended:?}, {anew:?}"),
        );
        if is_sound {
            let different = difference(&settled(wanted), &settled(after));
            self.holds(
                different.is_empty(),
                &format!("every file is that of a build from nothing: {different:?}"),
            );
        } else {
            let different = difference(&before, &after);
            self.holds(
                different.is_empty(),
                &format!("a build that is not sound changes nothing: {different:?}"),
            );
        }
        is_sound
    }

    fn holds(&self, is_so: bool, what: &str) {
        assert!(
            is_so,
            "after step {}\n{}\nit must hold that {what}",
            self.history.len(),
            self.history.join("\n")
        );
    }
}

fn run(seed: u64) {
    let mut trial = Trial::new(seed);
    trial.history.push(format!("seed {seed}"));
    assert!(trial.hold(Cure::Build, true));
    let (mut sound, mut cure) = (0, Cure::Build);
    for number in 0..STEPS {
        // A harm that only a clean build heals waits for sources that can be built.
        cure = cure.max(trial.step());
        if trial.hold(cure, cure == Cure::Clean || number % EVERY == 0) {
            (sound, cure) = (sound + 1, Cure::Build);
        }
    }
    trial.holds(sound > STEPS / 2, "most sites can be built");
}

#[test]
fn a_long_series_of_edits_and_harms_ends_in_the_bytes_of_a_build_from_nothing() {
    run(1);
}

#[test]
fn so_does_another_one() {
    run(2);
}

#[test]
fn every_change_of_a_theme_is_built_over_what_stands() {
    let site = Site::of(&Fixture::with_record(support::RECORD));
    let edits = [
        ("themes/overrides/words/sv.ftl", "home = Hem\n"),
        (
            "themes/overrides/templates/record.html",
            "{% extends \"default/record.html\" %}{% block here %}här{% endblock here %}",
        ),
        ("themes/overrides/static/style.css", "body { margin: 0 }\n"),
        ("themes/overrides/static/search.js", "console.log(1);\n"),
        ("themes/overrides/static/ny.txt", "ny\n"),
    ];
    assert_eq!(site.run(&["build"]).code, Some(0));
    for (path, text) in edits {
        site.write(path, text);
        let built = site.run(&["build"]);
        assert_eq!(built.code, Some(0), "{path}: {}", built.said);
        assert_eq!(
            difference(&site.release(), &site.built_anew()),
            Vec::<String>::new(),
            "{path}"
        );
    }
}

#[test]
fn the_next_version_of_the_program_builds_over_what_the_last_one_left() {
    let site = Site::of(&Fixture::with_record(support::RECORD));
    let next = site.beside("next-version");
    next_version(&next);
    assert_ne!(
        std::fs::read(PROGRAM).expect("it is there"),
        std::fs::read(&next).expect("it is there")
    );
    for program in [Path::new(PROGRAM), &next, Path::new(PROGRAM)] {
        let built = site.run_by(program, &["build"]);
        assert_eq!(built.code, Some(0), "{}", built.said);
    }
    assert_eq!(
        difference(&site.release(), &site.built_anew()),
        Vec::<String>::new()
    );
}
