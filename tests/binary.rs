//! The real program: arguments, streams, exit codes, what it writes, and what it leaves alone.

#![expect(
    clippy::disallowed_methods,
    reason = "tests write sites and read what became of them"
)]

mod support;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use support::{Fixture, RECORD, SETTINGS, files_below, published};
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_diarium");

/// A site on disk, gone when the test is over.
struct Site {
    folder: TempDir,
}

impl Site {
    fn of(fixture: &Fixture) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        fixture.write(folder.path());
        Self { folder }
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        Fixture::default().with(path, text).write(self.root());
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(PROGRAM);
        command
            .arg("--root")
            .arg(self.root())
            .args(arguments)
            .stdin(Stdio::null());
        command.output().expect("the program runs")
    }

    /// The bytes of every file of the output but what version control wants there.
    fn output(&self) -> BTreeMap<String, Vec<u8>> {
        published(&self.path("output"))
    }
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn many(count: usize) -> Fixture {
    (0..count).fold(Fixture::with_record(RECORD), |fixture, number| {
        let record = RECORD.replace("Ny lekplats", &format!("Lekplats {number}"));
        fixture.with(&format!("content/lekplats-{number}.md"), record)
    })
}

#[test]
fn a_build_writes_the_site_and_says_so_on_standard_output() {
    let site = Site::of(&Fixture::with_record(RECORD));
    let output = site.run(&["build"]);
    assert_eq!(code(&output), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stderr).is_empty());
    assert!(
        text(&output.stdout).contains(": 1 handling; "),
        "{}",
        text(&output.stdout)
    );
    assert!(!text(&output.stdout).contains('\u{1b}'));
    assert!(site.path("output/beslut/2024/prov/index.html").is_file());
    assert!(site.path("output/manifest.json").is_file());
}

#[test]
fn an_error_leaves_the_output_untouched_and_ends_with_1() {
    let site = Site::of(&Fixture::with_record(RECORD));
    site.run(&["build"]);
    let before = site.output();
    site.write(
        "content/prov.md",
        &RECORD.replace("Lekplatsen byggs.", "Något annat."),
    );
    site.write("content/trasig.md", &RECORD.replace("2024-05-02", "i går"));
    let output = site.run(&["build"]);
    assert_eq!(code(&output), Some(1));
    let said = text(&output.stderr);
    assert!(
        said.contains("content/trasig.md:3:7: fel[date-invalid]"),
        "{said}"
    );
    assert!(said.trim_end().ends_with("är oförändrad"), "{said}");
    assert_eq!(before, site.output());
}

#[test]
fn messages_come_in_either_language_and_as_json() {
    let site = Site::of(&Fixture::with_record(
        &RECORD.replace("2024-05-02", "i går"),
    ));
    let english = text(&site.run(&["--language", "en", "check"]).stderr);
    assert!(
        english.contains("error[date-invalid]: `i går` is not a date"),
        "{english}"
    );
    let swedish = text(&site.run(&["--language", "sv", "check"]).stderr);
    assert!(
        swedish.contains("fel[date-invalid]: `i går` är inget datum"),
        "{swedish}"
    );
    let output = site.run(&["--format", "json", "--language", "en", "check"]);
    assert_eq!(code(&output), Some(1));
    assert!(text(&output.stderr).is_empty());
    let json: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let fault = &json["diagnostics"][0];
    assert_eq!(fault["code"], "date-invalid");
    assert_eq!(fault["severity"], "error");
    assert_eq!(
        fault["at"],
        serde_json::json!({"file": "content/prov.md", "line": 3, "column": 7, "length": 5})
    );
    assert_eq!(json["errors"], 1);
}

#[test]
fn wrong_usage_ends_with_2() {
    let site = Site::of(&Fixture::with_record(RECORD));
    for arguments in [
        &["publish"][..],
        &["build", "--as-of", "snart"],
        &["build", "--drafts"],
        &["--format", "xml", "check"],
    ] {
        let output = site.run(arguments);
        assert_eq!(code(&output), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty(), "{arguments:?}");
    }
    assert!(!site.path("output").exists());
}

#[test]
fn check_writes_nothing() {
    let site = Site::of(&Fixture::with_record(RECORD));
    let output = site.run(&["check"]);
    assert_eq!(code(&output), Some(0));
    assert!(!site.path("output").exists() && !site.path(".diarium").exists());
}

#[test]
fn a_second_build_writes_nothing_and_an_edit_only_what_differs() {
    let site = Site::of(&many(20));
    site.run(&["build"]);
    let stamps = || -> BTreeMap<String, std::time::SystemTime> {
        let stamp = |path: String| {
            let modified =
                std::fs::metadata(site.path("output").join(&path)).and_then(|data| data.modified());
            (path, modified.expect("a time stamp"))
        };
        let files = files_below(&site.path("output")).into_iter();
        files.filter(|path| path != ".lock").map(stamp).collect()
    };
    let first = stamps();
    let report = |arguments: &[&str]| -> Value {
        let output = site.run(&[&["--format", "json"], arguments].concat());
        serde_json::from_slice::<Value>(&output.stdout).expect("it is JSON")["result"].clone()
    };
    let second = report(&["build"]);
    assert_eq!(
        (&second["rendered"], &second["written"]),
        (&0.into(), &0.into())
    );
    assert_eq!(first, stamps());
    site.write(
        "content/lekplats-7.md",
        &RECORD
            .replace("En lekplats.", "En helt annan lekplats.")
            .replace("Ny lekplats", "Lekplats 7\nsummary: Samma."),
    );
    site.run(&["build"]);
    site.write(
        "content/lekplats-7.md",
        &RECORD
            .replace("En lekplats.", "En tredje lekplats.")
            .replace("Ny lekplats", "Lekplats 7\nsummary: Samma."),
    );
    let before = files_below(&site.path("output"));
    let third = report(&["build"]);
    assert_eq!(third["rendered"], third["written"]);
    let written: Vec<String> = files_below(&site.path("output"))
        .into_iter()
        .filter(|file| !before.contains(file))
        .collect();
    // Beside the record's page, the search index's root and the shards that hold its words differ.
    assert_eq!(third["written"], 2 + written.len());
    let is_of_index = |file: &String| file.starts_with("sok/index/");
    assert!(
        !written.is_empty() && written.iter().all(is_of_index),
        "{written:?}"
    );
}

#[test]
fn every_build_equals_a_clean_one_on_any_number_of_threads() {
    let site = Site::of(&many(30));
    site.run(&["build"]);
    site.write(
        "content/lekplats-3.md",
        &RECORD.replace("2024-05-02", "2023-01-01"),
    );
    std::fs::remove_file(site.path("content/lekplats-9.md")).expect("it is there");
    site.run(&["build"]);
    let stepwise = site.output();
    for threads in ["1", "2", "7"] {
        let fresh = tempfile::tempdir().expect("a folder can be made");
        let mut command = Command::new(PROGRAM);
        command
            .arg("--root")
            .arg(site.root())
            .args(["build", "--clean", "--output"])
            .arg(fresh.path());
        let built = command
            .env("RAYON_NUM_THREADS", threads)
            .output()
            .expect("the program runs");
        assert_eq!(code(&built), Some(0), "{}", text(&built.stderr));
        assert_eq!(stepwise, published(fresh.path()), "{threads} threads");
    }
}

#[test]
fn a_file_changed_or_lost_in_the_output_is_mended() {
    let site = Site::of(&Fixture::with_record(RECORD));
    site.run(&["build"]);
    let whole = site.output();
    std::fs::remove_file(site.path("output/beslut/2024/prov/index.html")).expect("it is there");
    std::fs::write(site.path("output/index.html"), "kapad").expect("it can be written");
    assert_eq!(code(&site.run(&["build"])), Some(0));
    assert_eq!(whole, site.output());
    let same_size = "x".repeat(whole["404.html"].len());
    std::fs::write(site.path("output/404.html"), same_size).expect("it can be written");
    assert_eq!(code(&site.run(&["build", "--clean"])), Some(0));
    assert_eq!(whole, site.output());
}

#[test]
fn only_what_the_manifest_lists_is_removed() {
    let site = Site::of(&Fixture::with_record(RECORD).with("content/gammal.md", RECORD));
    site.run(&["build"]);
    std::fs::write(site.path("output/googlekod.html"), "kod").expect("it can be written");
    std::fs::remove_file(site.path("content/gammal.md")).expect("it is there");
    let output = site.run(&["build"]);
    let said = text(&output.stderr);
    assert_eq!(code(&output), Some(0));
    assert!(
        said.contains("varning[address-dropped]: adressen `/beslut/2024/gammal/`"),
        "{said}"
    );
    assert!(
        said.contains("tidigare_adresser: [/beslut/2024/gammal/]"),
        "{said}"
    );
    assert!(!site.path("output/beslut/2024/gammal").exists());
    assert!(site.path("output/googlekod.html").is_file());
}

#[test]
fn a_record_that_moves_is_told_how_to_keep_its_address() {
    let site = Site::of(&Fixture::with_record(RECORD));
    site.run(&["build"]);
    site.write(
        "content/prov.md",
        &RECORD.replace("title:", "id: ny-adress\ntitle:"),
    );
    let said = text(&site.run(&["build", "--language", "en"]).stderr);
    assert!(
        said.contains("content/prov.md:2:5: warning[address-dropped]"),
        "{said}"
    );
    assert!(
        said.contains("former_addresses: [/beslut/2024/prov/]"),
        "{said}"
    );
    let kept = RECORD.replace(
        "title:",
        "id: ny-adress\nformer_addresses: [/beslut/2024/prov/]\ntitle:",
    );
    site.write("content/prov.md", &kept);
    let output = site.run(&["build"]);
    assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
    let redirect = text(&site.output()["beslut/2024/prov/index.html"]);
    assert!(redirect.contains("url=/beslut/2024/ny-adress/"));
}

#[test]
fn a_folder_that_is_not_ours_is_refused() {
    let site = Site::of(&Fixture::with_record(RECORD));
    let foreign = tempfile::tempdir().expect("a folder can be made");
    std::fs::write(foreign.path().join("viktigt.txt"), "kvar").expect("it can be written");
    let refused = [
        foreign.path().to_path_buf(),
        site.root().to_path_buf(),
        site.path("content"),
        PathBuf::from("/"),
    ];
    for folder in refused {
        let output = site.run(&[
            "build",
            "--language",
            "en",
            "--output",
            &folder.to_string_lossy(),
        ]);
        assert_eq!(code(&output), Some(2), "{}", folder.display());
        assert!(
            text(&output.stderr).contains("error[output-not-ours]"),
            "{}",
            text(&output.stderr)
        );
    }
    assert_eq!(
        std::fs::read_to_string(foreign.path().join("viktigt.txt"))
            .ok()
            .as_deref(),
        Some("kvar")
    );
    assert_eq!(files_below(foreign.path()).len(), 1);
    assert_eq!(files_below(&site.path("content")).len(), 2);
}

#[test]
fn a_foreign_file_at_a_page_s_address_is_not_replaced() {
    let site = Site::of(&Fixture::with_record(RECORD));
    site.run(&["build"]);
    std::fs::create_dir_all(site.path("output/om")).expect("it can be made");
    std::fs::write(site.path("output/om/index.html"), "annans").expect("it can be written");
    site.write("content/pages/om.md", "---\ntitle: Om\n---\n\nText.\n");
    let output = site.run(&["build"]);
    assert_eq!(code(&output), Some(2), "{}", text(&output.stderr));
    assert_eq!(
        std::fs::read_to_string(site.path("output/om/index.html"))
            .ok()
            .as_deref(),
        Some("annans")
    );
}

#[test]
fn drafts_are_built_to_another_folder_only() {
    let draft = RECORD.replace("title: Ny lekplats", "title: Hemlig lekplats\ndraft: true");
    let site = Site::of(&Fixture::with_record(RECORD).with("content/utkast.md", draft));
    let elsewhere = tempfile::tempdir().expect("a folder can be made");
    let built = site.run(&["build"]);
    assert!(
        text(&built.stdout).contains("publiceras inte: content/utkast.md (utkast)"),
        "{}",
        text(&built.stdout)
    );
    let shown = site.run(&[
        "build",
        "--drafts",
        "--output",
        &elsewhere.path().join("ute").to_string_lossy(),
    ]);
    assert_eq!(code(&shown), Some(0), "{}", text(&shown.stderr));
    assert!(
        elsewhere
            .path()
            .join("ute/beslut/2024/utkast/index.html")
            .is_file()
    );
    assert!(
        site.output()
            .values()
            .all(|bytes| !text(bytes).contains("Hemlig"))
    );
}

#[test]
fn the_clock_can_be_set_and_the_next_change_is_told() {
    let waiting = RECORD.replace("title:", "publish_from: 2030-01-15 08:00\ntitle:");
    let site = Site::of(&Fixture::with_record(RECORD).with("content/vantar.md", waiting));
    let before = text(&site.run(&["build", "--as-of", "2029-12-31"]).stdout);
    assert!(
        before.contains("väntar till 2030-01-15 08:00")
            && before.contains("nästa tidsstyrda ändring: 2030-01-15 08:00"),
        "{before}"
    );
    assert!(!site.path("output/beslut/2024/vantar").exists());
    site.run(&["build", "--as-of", "2030-01-15 08:00"]);
    assert!(site.path("output/beslut/2024/vantar/index.html").is_file());
}

#[test]
fn trouble_with_a_source_is_told_with_its_path() {
    let site = Site::of(&Fixture::with_record(RECORD));
    site.run(&["build"]);
    let before = site.output();
    std::os::unix::fs::symlink("/etc/passwd", site.path("content/ute.md"))
        .expect("a link can be made");
    let output = site.run(&["--language", "en", "build"]);
    assert_eq!(code(&output), Some(1));
    assert!(
        text(&output.stderr).contains("content/ute.md:1:1: error[symbolic-link]"),
        "{}",
        text(&output.stderr)
    );
    assert_eq!(before, site.output());
    std::fs::remove_file(site.path("content/ute.md")).expect("it is there");
    std::os::unix::fs::symlink("borta.md", site.path("content/hangande.md"))
        .expect("a link can be made");
    assert_eq!(code(&site.run(&["build"])), Some(1));
    std::fs::remove_file(site.path("content/hangande.md")).expect("it is there");
    std::fs::create_dir(site.path("content/en-mapp.md")).expect("it can be made");
    assert_eq!(code(&site.run(&["build"])), Some(0));
    assert_eq!(before, site.output());
}

#[test]
fn a_full_disk_leaves_the_old_output_whole() {
    let site = Site::of(&Fixture::with_record(RECORD));
    let folder = tempfile::tempdir().expect("a folder can be made");
    let script = format!(
        "mount -t tmpfs -o size=1m,nr_inodes=400 tmpfs '{out}' && mkdir '{out}/site' && '{PROGRAM}' --root '{root}' build --output '{out}/site' \
         && cp -r '{out}/site' '{kept}' \
         && for n in $(seq 1 300); do sed 's/title: .*/title: Lekplats '$n'/' '{root}/content/prov.md' > '{root}/content/fler-'$n'.md'; done \
         && {{ '{PROGRAM}' --language en --root '{root}' build --output '{out}/site'; echo \"ended $?\"; diff -r '{out}/site' '{kept}' && echo untouched; }}",
        out = folder.path().display(),
        root = site.root().display(),
        kept = site.path("kept").display(),
    );
    let output = Command::new("unshare")
        .args(["-rm", "sh", "-c", &script])
        .output()
        .expect("a name space can be made");
    let said = text(&output.stdout);
    let complained = text(&output.stderr);
    assert!(
        said.contains("ended 2") && said.contains("untouched"),
        "{said}\n{complained}"
    );
    assert!(complained.contains("error[write-failed]"), "{complained}");
}

#[test]
fn two_builds_at_once_do_not_write_over_each_other() {
    let site = Site::of(&many(100));
    let start = || {
        Command::new(PROGRAM)
            .arg("--root")
            .arg(site.root())
            .arg("build")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
    };
    let children: Vec<_> = (0..4).map(|_| start().expect("the program runs")).collect();
    let codes: Vec<_> = children
        .into_iter()
        .map(|mut child| child.wait().expect("it ends").code())
        .collect();
    assert!(
        codes.contains(&Some(0)) && codes.iter().all(|code| matches!(code, Some(0 | 2))),
        "{codes:?}"
    );
    assert_eq!(code(&site.run(&["build"])), Some(0));
}

#[test]
fn init_adds_no_invented_records_to_real_ones() {
    let site = Site::of(&Fixture::default().with("content/bron.md", RECORD));
    let made = Command::new(PROGRAM).arg("init").arg(site.root()).output();
    assert_eq!(code(&made.expect("the program runs")), Some(0));
    let files = files_below(&site.root().join("content"));
    assert_eq!(files, ["bron.md", "site.yaml"]);
}

#[test]
fn init_makes_a_site_that_builds_and_overwrites_nothing() {
    for (language, record) in [("sv", "output/beslut"), ("en", "output/decisions")] {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let new = folder.path().join("ny");
        let init = || {
            Command::new(PROGRAM)
                .args(["--language", language, "init"])
                .arg(&new)
                .output()
                .expect("the program runs")
        };
        assert_eq!(code(&init()), Some(0));
        let settings = new.join("content/site.yaml");
        let own = format!(
            "{}# eget\n",
            std::fs::read_to_string(&settings).expect("init made it")
        );
        std::fs::write(&settings, &own).expect("it can be written");
        assert_eq!(code(&init()), Some(0));
        assert_eq!(std::fs::read_to_string(&settings).ok(), Some(own));
        let built = Command::new(PROGRAM)
            .arg("--root")
            .arg(&new)
            .arg("build")
            .output()
            .expect("the program runs");
        assert_eq!(code(&built), Some(0), "{}", text(&built.stderr));
        assert!(built.stderr.is_empty(), "{}", text(&built.stderr));
        assert!(new.join(record).is_dir());
        let schema: Value = serde_json::from_slice(
            &std::fs::read(new.join(".vscode/diarium-record.json")).expect("init made it"),
        )
        .expect("it is JSON");
        assert_eq!(schema["title"], "Diarium record");
    }
}

#[test]
fn new_writes_a_valid_record_and_never_overwrites() {
    let site = Site::of(&Fixture::with_record(RECORD));
    let arguments = [
        "new",
        "Ny \"bro\": över ån",
        "--date",
        "3 maj 2024",
        "--proposer",
        "Åsa Öst",
        "--recommendation",
        "Bron: byggs.",
        "--case-number",
        "2024.10",
    ];
    let output = site.run(&arguments);
    assert_eq!(code(&output), Some(0), "{}", text(&output.stderr));
    let path = site.path("content/2024/ny-bro-over-an.md");
    let written = std::fs::read_to_string(&path).expect("it was written");
    assert!(
        written.contains("titel: \"Ny \\\"bro\\\": över ån\""),
        "{written}"
    );
    assert_eq!(code(&site.run(&arguments)), Some(2));
    assert_eq!(std::fs::read_to_string(&path).ok(), Some(written));
    let built = site.run(&["build"]);
    assert!(
        code(&built) == Some(0) && built.stderr.is_empty(),
        "{}",
        text(&built.stderr)
    );
    assert_eq!(code(&site.run(&["new", "Utan uppgifter"])), Some(2));
}

/// Runs the program where it may ask, and answers it. Gives back its code and all that it said.
fn in_terminal(root: &Path, command: &str, answers: &str) -> (Option<i32>, String) {
    let command = format!("'{PROGRAM}' --root '{}' {command}", root.display());
    let mut terminal = Command::new("script")
        .args(["-qec", &command, "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("`script` gives a terminal (apt-get install bsdutils)");
    let mut input = terminal.stdin.take().expect("its input");
    input.write_all(answers.as_bytes()).expect("it listens");
    drop(input);
    let output = terminal.wait_with_output().expect("it ends");
    (code(&output), text(&output.stdout))
}

/// Whoever looks at another day does not put it before the readers without being asked.
#[test]
fn a_build_of_another_day_into_what_readers_see_is_asked_for() {
    let site = Site::of(&Fixture::with_record(RECORD));
    assert_eq!(code(&site.run(&["build"])), Some(0));
    let published = site.output();
    let as_of = "build --as-of 2020-01-01";
    let (ended, said) = in_terminal(site.root(), as_of, "nej\n");
    assert_eq!(ended, Some(2), "{said}");
    assert!(said.contains("inget byggdes"), "{said}");
    assert!(site.output() == published, "nothing was touched");
    let (ended, said) = in_terminal(site.root(), as_of, "ja\n");
    assert_eq!(ended, Some(0), "{said}");
    assert!(!said.contains("inget byggdes"), "{said}");
    let elsewhere = format!("{as_of} --output '{}'", site.path("then").display());
    let (ended, said) = in_terminal(site.root(), &elsewhere, "");
    assert_eq!(ended, Some(0), "{said}");
    assert!(!said.contains("ja eller nej"), "{said}");
}

#[test]
fn new_asks_says_why_an_answer_is_refused_and_asks_first_for_a_site() {
    let site = Site::of(&Fixture::with_record(RECORD));
    let answers = "Ny bro\n9/4 2024\n14 maj 2024\n\nÅsa Öst\nBron byggs.\n\nKS 2024/1\n";
    let (ended, said) = in_terminal(site.root(), "new", answers);
    assert_eq!(ended, Some(0), "{said}");
    assert!(said.contains("2024-04-09, 2024-09-04"), "{said}");
    assert!(said.contains("här behövs ett svar"), "{said}");
    let written = std::fs::read_to_string(site.path("content/2024/ny-bro.md"));
    let written = written.expect("it was written");
    for line in ["datum: \"2024-05-14\"", "diarienummer: \"KS 2024/1\""] {
        assert!(written.contains(line), "{written}");
    }
    let nowhere = tempfile::tempdir().expect("a folder can be made");
    let (ended, said) = in_terminal(nowhere.path(), "new", "");
    assert_eq!(ended, Some(2), "{said}");
    assert!(
        said.contains("content/site.yaml") && !said.contains("Title"),
        "{said}"
    );
}

#[test]
fn the_schema_accepts_the_example_records_and_refuses_what_the_reader_refuses() {
    let output = Command::new(PROGRAM)
        .arg("schema")
        .output()
        .expect("the program runs");
    let schema: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let validator = jsonschema::validator_for(&schema).expect("it is a schema");
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut checked = 0;
    for file in files_below(&content) {
        if Path::new(&file)
            .extension()
            .is_none_or(|extension| extension != "md")
            || diarium::record::TextKind::by_folder(&diarium::source::SourcePath::new(format!(
                "content/{file}"
            )))
            .is_some()
        {
            continue;
        }
        let text = std::fs::read_to_string(content.join(&file)).expect("it is there");
        let yaml = text.split("---\n").nth(1).expect("it has front matter");
        let front: Value = serde_yaml::from_str(yaml).expect("it is YAML");
        let errors: Vec<String> = validator
            .iter_errors(&front)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{file}: {errors:?}");
        checked += 1;
    }
    assert!(checked > 15, "{checked} records");
    for wrong in [
        "{}",
        "{\"title\": \"T\"}",
        "{\"title\":\"T\",\"date\":\"2024-01-01\",\"proposer\":\"P\",\"recommendation\":\"R\",\"zzz\":1}",
    ] {
        assert!(
            !validator.is_valid(&serde_json::from_str(wrong).expect("it is JSON")),
            "{wrong}"
        );
    }
    let settings = Command::new(PROGRAM)
        .args(["schema", "settings"])
        .output()
        .expect("the program runs");
    let schema: Value = serde_json::from_slice(&settings.stdout).expect("it is JSON");
    let validator = jsonschema::validator_for(&schema).expect("it is a schema");
    let example: Value = serde_yaml::from_str(
        &std::fs::read_to_string(content.join("site.yaml")).expect("it is there"),
    )
    .expect("it is YAML");
    assert!(validator.is_valid(&example));
    assert!(!validator.is_valid(&serde_json::json!({"title": "T"})));
}

#[test]
fn a_template_of_ten_lines_overrides_a_block_and_a_misspelling_is_found_before_anything_is_written()
{
    let theme = |text: &str| {
        Fixture::with_record(RECORD)
            .with("content/site.yaml", format!("{SETTINGS}theme: eget\n"))
            .with("themes/eget/theme.yaml", "name: Eget\nparent: default\n")
            .with("themes/eget/templates/record.html", text)
    };
    let good = "{% extends \"default/record.html\" %}\n{% block search %}\n<p>{{ record.title }}</p>\n{% endblock search %}\n";
    let site = Site::of(&theme(good));
    let output = site.run(&["build"]);
    assert_eq!(code(&output), Some(0), "{}", text(&output.stderr));
    assert!(text(&site.output()["beslut/2024/prov/index.html"]).contains("<p>Ny lekplats</p>"));
    let bad = Site::of(&theme(&good.replace("record.title", "record.titel")));
    let output = bad.run(&["--language", "en", "build"]);
    assert_eq!(code(&output), Some(1));
    let said = text(&output.stderr);
    assert!(said.contains("themes/eget/templates/record.html:3:14: error[unknown-variable]: `record` has no `titel`"), "{said}");
    assert!(!bad.path("output").exists());
}

#[test]
fn completions_are_printed_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = Command::new(PROGRAM)
            .args(["completions", shell])
            .output()
            .expect("the program runs");
        assert!(
            code(&output) == Some(0) && text(&output.stdout).contains("as-of"),
            "{shell}"
        );
    }
}

#[test]
fn a_search_index_that_is_right_is_left_alone_and_one_that_is_not_is_made_again() {
    let site = Site::of(&many(3));
    assert_eq!(code(&site.run(&["build"])), Some(0));
    let before = site.output();
    let result = site.run(&["build", "--format", "json"]);
    let result: Value = serde_json::from_slice(&result.stdout).expect("the result is JSON");
    assert_eq!(result["result"]["rendered"], 0);
    let indexed = before
        .keys()
        .find(|path| path.contains("/index/") && !path.contains("index.json"));
    std::fs::remove_file(
        site.path("output")
            .join(indexed.expect("the index has files")),
    )
    .expect("the file can be removed");
    assert_eq!(code(&site.run(&["build"])), Some(0));
    assert!(site.output() == before);
}

#[test]
fn a_record_of_the_current_year_leaves_the_archive_of_the_index_as_it_was_published() {
    let dated = |day: &str| RECORD.replace("2024-05-02", day);
    let archive = (0..40).fold(Fixture::with_record(RECORD), |fixture, number| {
        fixture.with(&format!("content/a-{number}.md"), dated("2023-05-02"))
    });
    let site = Site::of(&archive);
    site.run(&["build"]);
    let index = |output: BTreeMap<String, Vec<u8>>| -> BTreeMap<String, Vec<u8>> {
        let shards = output.into_iter();
        shards
            .filter(|(path, _)| path.starts_with("sok/index/"))
            .collect()
    };
    let segments = |index: &BTreeMap<String, Vec<u8>>| {
        let root: Value = serde_json::from_slice(&index["sok/index/index.json"]).expect("JSON");
        root["segments"].as_array().expect("a list").clone()
    };
    let before = index(site.output());
    assert_eq!(segments(&before).len(), 2);
    let later = dated("2024-06-01").replace("Ny lekplats", "Nya gungor");
    for (path, record) in [
        ("content/senare.md", later.as_str()),
        (
            "content/prov.md",
            &RECORD.replace("En lekplats.", "Två lekplatser."),
        ),
        (
            "content/a-7.md",
            &dated("2023-05-02").replace("En lekplats.", "Tre lekplatser."),
        ),
    ] {
        site.write(path, record);
        site.run(&["build"]);
        let after = index(site.output());
        let is_archive_touched = segments(&after)[0] != segments(&before)[0];
        assert_eq!(is_archive_touched, path == "content/a-7.md", "{path}");
        site.run(&[
            "build",
            "--clean",
            "--output",
            &site.path("anew").to_string_lossy(),
        ]);
        assert!(after == index(published(&site.path("anew"))), "{path}");
    }
    let found = site.run(&["search", "gungor", "--format", "json"]);
    let found: Value = serde_json::from_slice(&found.stdout).expect("JSON");
    assert_eq!(found["result"]["total"], 1, "{found}");
}

#[test]
fn a_search_is_narrowed_by_what_people_write_and_told_what_they_cannot() {
    let rejected = RECORD.replace(
        "title:",
        "decision: Nej.\ndecided_on: 2024-05-03\noutcome: avslag\ntitle:",
    );
    let fixture = Fixture::with_record(RECORD).with("content/nej.md", rejected);
    let site = Site::of(&fixture);
    let total = |arguments: &[&str]| {
        let found = site.run(&[&["search"], arguments, &["--format", "json"]].concat());
        let found: Value = serde_json::from_slice(&found.stdout).expect("JSON");
        found["result"]["total"].clone()
    };
    assert_eq!(total(&["lekplats"]), 2);
    assert_eq!(total(&["lekplats", "--stage", "beslutat"]), 1);
    assert_eq!(total(&["lekplats", "--outcome", "rejected"]), 1);
    assert_eq!(total(&["lekplats", "--from", "3 maj 2024"]), 1);
    assert_eq!(total(&["avslag"]), 1, "what pages print is found");
    for (option, value) in [("from", "i går"), ("to", "2024-13-01"), ("stage", "klart")] {
        let ended = site.run(&["search", "lekplats", &format!("--{option}"), value]);
        let said = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(2), "{said}");
        assert!(said.contains(&format!("--{option}")), "{said}");
    }
}
