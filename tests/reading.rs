//! What a record's file means: its words reach the page as they were written, or its writer is told at the place.

#![expect(clippy::disallowed_methods, reason = "what reading costs is measured")]

mod support;

use std::time::{Duration, Instant};

use diarium::diagnostics::Code;
use diarium::record::{self, Reading, Record, Standing};
use diarium::source::SourcePath;
use support::{Fixture, RECORD, SETTINGS, clock};

const FACTS: &str =
    "title: Ny lekplats\ndate: 2024-05-02\nproposer: Ada Prov\nrecommendation: Lekplatsen byggs.\n";
const PAGE: &str = "beslut/2024/prov/index.html";

/// A record with more front matter than the required.
fn with(front: &str) -> String {
    format!("---\n{FACTS}{front}---\n\nEn lekplats.\n")
}

/// A record whose front matter replaces the line of a required key.
fn with_own(key: &str, front: &str) -> String {
    let is_other = |line: &&str| !line.starts_with(key);
    let facts: Vec<&str> = FACTS.lines().filter(is_other).collect();
    format!("---\n{}\n{front}---\n", facts.join("\n"))
}

fn read(text: &str) -> Record {
    let path = SourcePath::new("content/prov.md");
    let read = record::read(&path, text.as_bytes(), &Reading::default());
    assert!(
        read.diagnostics.is_empty(),
        "{text}: {:?}",
        read.diagnostics
    );
    read.value.expect("a record")
}

fn codes(text: &str) -> Vec<&'static str> {
    Fixture::with_record(text).codes()
}

#[test]
fn a_key_that_may_guard_secrecy_never_passes_as_unknown() {
    let lenient = format!("{SETTINGS}unknown_keys: keep\nseverity: {{unknown-key: warning}}\n");
    let strict = format!("{SETTINGS}severity: {{unknown-key: warning}}\n");
    for settings in [lenient, strict] {
        for line in [
            "Draft: true",
            "DRAFT: ja",
            "Utkast: sant",
            "publiceras_fra\u{30a}n: 2090-01-01",
            "Publish_From: 2090-01-01",
            "PUBLICERAS_TILL: 2001-01-01",
        ] {
            let record = with(&format!("{line}\n"));
            let site = Fixture::with_record(&record).with("content/site.yaml", &settings);
            let built = site.build();
            assert!(
                built.diagnostics.is_empty(),
                "{line}: {:?}",
                built.diagnostics
            );
            assert!(!built.files.contains_key(PAGE), "{line}");
        }
        for line in [
            "publish-from: 2090-01-01",
            "publish from: 2090-01-01",
            "publishFrom: 2090-01-01",
            "publiceras-från: 2090-01-01",
            "publiceras_fran: 2090-01-01",
            "drafft: true",
            "utkst: true",
            "published: false",
            "hidden: true",
        ] {
            let record = with(&format!("{line}\n"));
            let site = Fixture::with_record(&record).with("content/site.yaml", &settings);
            assert_eq!(site.codes(), ["guarding-key-unclear"], "{line}");
        }
        let page = "---\ntitle: Kontakt\npublish_from: 2090-01-01\n---\n";
        let site = Fixture::with_record(RECORD)
            .with("content/site.yaml", &settings)
            .with("content/pages/kontakt.md", page);
        assert_eq!(site.codes(), ["guarding-key-unclear"]);
    }
    let kept = with("publisher: Kommunen\ncraft_id: 4\npublished: 2021-04-14\n");
    let settings = format!("{SETTINGS}unknown_keys: keep\n");
    let site = Fixture::with_record(&kept).with("content/site.yaml", settings);
    assert!(site.codes().is_empty());
}

#[test]
fn a_record_stands_in_one_place_at_each_moment() {
    let at = |front: &str, day: &str| read(&with(front)).standing(clock(day).now);
    assert_eq!(at("", "2024-01-01"), Standing::Public);
    assert_eq!(
        at("utkast: ja\npubliceras_från: 2020-01-01\n", "2024-01-01"),
        Standing::Draft
    );
    let waits = "publiceras_från: 2024-06-01\n";
    assert!(matches!(at(waits, "2024-05-31"), Standing::Waits(_)));
    assert_eq!(at(waits, "2024-06-01"), Standing::Public);
    let ends = "publiceras_till: 2024-06-01\n";
    assert_eq!(at(ends, "2024-06-01"), Standing::Public);
    assert!(matches!(at(ends, "2024-06-02"), Standing::Over(_)));
}

#[test]
fn clauses_are_separate_and_keep_their_words() {
    let clauses = |front: &str| {
        let record = read(&with_own("recommendation", front));
        record
            .recommendation()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let two = ["Bygg.", "Betala."];
    assert_eq!(clauses("förslag: |\n  1. Bygg.\n  2. Betala.\n"), two);
    assert_eq!(clauses("förslag: |\n  1) Bygg.\n\n  2) Betala.\n"), two);
    assert_eq!(clauses("förslag: |\n  Bygg.\n\n  Betala.\n"), two);
    assert_eq!(clauses("förslag: >\n  Bygg.\n\n\n  Betala.\n"), two);
    assert_eq!(clauses("förslag:\n  - Bygg.\n  -\n  - Betala.\n"), two);
    for words in ["- 3 tjänster", "+ 3", "> 50 m²", "# X", "1. Build"] {
        assert_eq!(clauses(&format!("förslag: \"{words}\"\n")), [words]);
        assert_eq!(clauses(&format!("förslag: [\"{words}\"]\n")), [words]);
    }
    for front in [
        "förslag: |\n  Styrelsen\n  1. bygger\n  2. betalar\n",
        "förslag: |\n  1. bygger\n  3. betalar\n",
        "förslag: |\n  - bygger\n  - betalar\n",
        "förslag:\n  - |\n    Bygg.\n\n    Betala.\n",
    ] {
        assert_eq!(
            codes(&with_own("recommendation", front)),
            ["clause-form"],
            "{front}"
        );
    }
}

#[test]
fn a_text_is_not_cut_short_by_a_number_sign() {
    for front in [
        "decision: Anbud #3 antas.\n",
        "case_number: 2021 #437\n",
        "topics:\n  - Skola #2\n",
        "topics: [Skola] \nsummary: Anbud\n  antas #3 nu\n",
        "extra: {a: [{b: text #1}]}\n",
        "proposer: {name: Anna #2}\n",
    ] {
        let text = if front.starts_with("proposer") {
            with_own("proposer", &front.replace("#2}", "#2\n  }"))
        } else if front.contains("#1}]}") {
            with(&front.replace("#1}]}", "#1\n  }]}"))
        } else {
            with(front)
        };
        assert!(
            codes(&text).contains(&"text-cut-short"),
            "{text}: {:?}",
            codes(&text)
        );
    }
    let title = with_own("title", "title: Anbud #3 antas.\n");
    assert_eq!(codes(&title), ["text-cut-short"]);
    for front in [
        "decided_on: 2024-06-01 # förra mötet\noutcome: bifall # enhälligt\n",
        "draft: nej # klar\n",
        "body: \"Nämnden #3\" # den tredje\n",
        "body: 'Nämnden' # den enda\n",
        "# en rad\nbody: Nämnden\n",
        "summary: # kommer\n",
        "summary: | # ett block\n  Text #3 här.\n",
        "body: Nämnden#3\n",
    ] {
        assert!(
            codes(&with(front)).is_empty(),
            "{front}: {:?}",
            codes(&with(front))
        );
    }
    let settings =
        "title: Beslut #1 i staden\nbase_url: https://a.example/\nlanguage: sv # svenska\n";
    let site = Fixture::with_record(RECORD).with("content/site.yaml", settings);
    assert_eq!(site.codes(), ["text-cut-short"]);
}

#[test]
fn line_ends_are_one_and_what_cannot_be_shown_is_left_out() {
    let unix = with("body: Nämnden\n") + "\nMer\u{b}text.\n\n[dead](b.md)\n";
    for text in [
        unix.replace('\n', "\r\n"),
        unix.replace('\n', "\r"),
        format!("\u{feff}{unix}"),
    ] {
        let site = Fixture::with_record(&text);
        let faults = site.build().diagnostics;
        let places: Vec<String> = faults
            .iter()
            .filter_map(|fault| fault.at.clone())
            .map(|at| at.to_string())
            .collect();
        assert_eq!(places, ["content/prov.md:13:8"]);
    }
    let odd = with("body: Nä\u{0}mnden\u{fffe}\nsummary: A\u{2028}B c\u{85}d\n")
        + "e\u{7f}f\u{1}\u{ffff}\u{fdd0}g\n\n[dead](b.md)\n";
    let faults = Fixture::with_record(&odd).build().diagnostics;
    let found: Vec<String> = faults
        .iter()
        .map(|fault| {
            let at = fault.at.as_ref().expect("a place");
            format!("{}:{} {}", at.line, at.column, fault.code.name())
        })
        .collect();
    assert_eq!(
        found,
        [
            "6:9 control-character",
            "6:15 control-character",
            "7:15 control-character",
            "11:2 control-character",
            "11:4 control-character",
            "13:8 dead-link",
        ]
    );
    let clean = odd.replace("[dead](b.md)", "slut");
    let built = Fixture::with_record(&clean).build();
    let page = built.files.get(PAGE).expect("is published");
    let page = String::from_utf8(page.clone()).expect("text");
    assert!(page.contains("Nämnden") && page.contains("efg") && page.contains("A B c d"));
    let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        if !path.contains("search") && !path.contains("sok") {
            assert!(
                !text.contains(odd) && !text.contains(['\u{fffe}', '\u{fdd0}']),
                "{path}"
            );
        }
    }
}

#[test]
fn a_byte_order_mark_is_no_part_of_settings() {
    let settings = format!("\u{feff}{SETTINGS}severity: {{dead-lnk: warning}}\n");
    let site = Fixture::with_record(RECORD).with("content/site.yaml", settings);
    let faults = site.build().diagnostics;
    let at = faults[0].at.as_ref().map(ToString::to_string);
    assert_eq!(at.as_deref(), Some("content/site.yaml:4:12"));
    assert_eq!(faults.len(), 1);
}

#[test]
fn nothing_that_stands_twice_is_lost_silently() {
    let person = |front: &str| with_own("proposer", front);
    let kept = format!("{SETTINGS}unknown_keys: keep\n");
    for text in [
        person("proposer: {name: Anna, name: Bo}\n"),
        person("proposer: [{name: Anna, namn: Bo}]\n"),
        with("extra: {a: {b: 1, b: 2}}\n"),
        with("foreign: 1\nforeign: 2\n"),
        with("foreign: {a: 1, a: 2}\n"),
        with("Body: A\norgan: B\n"),
    ] {
        let site = Fixture::with_record(&text).with("content/site.yaml", &kept);
        assert_eq!(site.codes(), ["duplicate-key"], "{text}");
    }
    let settings = format!("{SETTINGS}extra: {{a: 1, a: 2}}\n");
    let site = Fixture::with_record(RECORD).with("content/site.yaml", settings);
    assert_eq!(site.codes(), ["duplicate-key"]);
}

#[test]
fn a_file_that_is_meant_as_a_record_is_one_or_is_told_of() {
    let site = Fixture::default().with("content/site.yaml", SETTINGS);
    let site = site
        .with("content/A.MD", RECORD)
        .with("content/b.Md", RECORD)
        .with("content/c.markdown", RECORD)
        .with("content/d/INDEX.MD", RECORD)
        .with("content/e/index.markdown", RECORD)
        .with(
            "content/f.md",
            RECORD.replace("En lekplats.", "[e](e/), [a](A.MD)"),
        );
    let built = site.build();
    assert!(built.diagnostics.is_empty(), "{:?}", built.diagnostics);
    for id in ["a", "b", "c", "d", "e", "f"] {
        assert!(
            built
                .files
                .contains_key(&format!("beslut/2024/{id}/index.html")),
            "{id}"
        );
    }
    for name in [
        "beslut.md.txt",
        "beslut.txt",
        "beslut",
        "BESLUT.TXT",
        "beslut.md.bak",
    ] {
        let path = format!("content/{name}");
        let site = Fixture::with_record(RECORD).with(&path, RECORD);
        assert_eq!(site.codes(), ["record-file-name"], "{name}");
        let listed = with(&format!("attachments: [{name}]\n"));
        let site = Fixture::with_record(&listed).with(&path, RECORD);
        assert!(!site.codes().contains(&"record-file-name"), "{name}");
        let other = Fixture::with_record(RECORD).with(&path, "---------\nInnehåll\n");
        assert!(other.codes().is_empty(), "{name}");
    }
}

#[test]
fn names_that_look_alike_are_one_and_the_commonest_spelling_is_shown() {
    let named = |name: &str| with(&format!("body: \"{name}\"\ntopics: [\"{name}\"]\n"));
    let site = Fixture::with_record(&named("Kommunstyrelsen"))
        .with("content/b.md", named("Kommun\u{ad}styrelsen"))
        .with("content/c.md", named(" Kommunstyrelsen\u{200b} "));
    let built = site.build();
    assert!(built.diagnostics.is_empty(), "{:?}", built.diagnostics);
    assert!(built.files.contains_key("organ/kommunstyrelsen/index.html"));
    let site = site.with("content/d.md", named("KOMMUNSTYRELSEN"));
    let built = site.build();
    let codes: Vec<Code> = built.diagnostics.iter().map(|fault| fault.code).collect();
    assert_eq!(codes, [Code::NameLetterCase; 2]);
    let holds_capitals = |(path, bytes): (&String, &Vec<u8>)| {
        let text = String::from_utf8_lossy(bytes);
        text.contains("KOMMUNSTYRELSEN").then(|| path.clone())
    };
    let shown: Vec<String> = built.files.iter().filter_map(holds_capitals).collect();
    assert!(shown.is_empty(), "{shown:?}");
}

#[test]
fn an_outcome_says_how_far_a_matter_has_come() {
    for (front, stage, outcome) in [
        ("", "proposal", None),
        ("decision: Ja.\ndecided_on: 2024-05-03\n", "decided", None),
        ("outcome: bifall\n", "decided", Some("approved")),
        ("utgång: Bifall.\n", "decided", Some("approved")),
        (
            "utgång: delvis bifall\n",
            "decided",
            Some("approved-in-part"),
        ),
        (
            "utgång: Bifall i den del motionen avser belysning\n",
            "decided",
            Some("approved-in-part"),
        ),
        ("utgång: avslås\n", "decided", Some("rejected")),
        (
            "utgång: Återremitteras\n",
            "referred-back",
            Some("referred-back"),
        ),
        ("utgång: bordläggs\n", "postponed", Some("postponed")),
        ("utgång: avskrivs\n", "closed", Some("written-off")),
        (
            "utgång: lägger till handlingarna\n",
            "decided",
            Some("noted"),
        ),
        (
            "utgång: anses besvarad\nstage: closed\n",
            "closed",
            Some("answered"),
        ),
    ] {
        let lacks_day = stage == "decided" && !front.contains("decided_on");
        let day = if lacks_day {
            "decided_on: 2024-06-01\n"
        } else {
            ""
        };
        let record = read(&with(&format!("{front}{day}")));
        assert_eq!(record.stage().code(), stage, "{front}");
        assert_eq!(
            record.outcome().map(record::Outcome::code),
            outcome,
            "{front}"
        );
        let expected = lacks_day.then_some("decided-without-day");
        assert_eq!(
            codes(&with(front)),
            expected.into_iter().collect::<Vec<_>>(),
            "{front}"
        );
    }
    let partly = read(&with(
        "utgång: Bifall i den del motionen avser belysning\nbeslutsdatum: 2024-06-01\n",
    ));
    assert_eq!(
        partly.decision().collect::<Vec<_>>(),
        ["Bifall i den del motionen avser belysning"]
    );
    let built = Fixture::with_record(&with("outcome: approved\n")).build();
    assert!(
        built
            .page("beslut/2024/prov/index.html")
            .contains("Förslaget bifölls.")
    );
    let only_day = with("decided_on: 2024-06-01\n");
    assert_eq!(codes(&only_day), ["decided-without-decision"]);
}

#[test]
fn empty_values_count_as_none() {
    let empty = with(
        "decision: []\nsummary: ''\ntopics: ['', ~]\nbody: \"\"\noutcome: ''\ndecided_on: ''\nextra: ''\nattachments: []\nid: ''\nlanguage: ''\npublish_from: ''\ndraft: ''\n",
    );
    let record = read(&empty);
    assert_eq!(record.stage().code(), "proposal");
    assert_eq!(record.summary(), "En lekplats.");
    let role = read(&with_own(
        "proposer",
        "proposer: {name: Anna, role: '', parti: ~}\n",
    ));
    assert_eq!(role.proposers().next().and_then(|first| first.role), None);
    assert_eq!(
        codes(&with_own("proposer", "proposer: []\n")),
        ["missing-key"]
    );
    let settings = format!("{SETTINGS}description: ''\nextra: {{}}\nkeys: {{}}\n");
    let site = Fixture::with_record(RECORD).with("content/site.yaml", settings);
    assert!(site.codes().is_empty(), "{:?}", site.codes());
}

#[test]
fn what_could_not_be_read_is_planned_nowhere_and_blames_nobody() {
    let undated = with_own("date", "date: i våras\n") + "\n[fel](borta.md)\n";
    let site = Fixture::with_record(&undated)
        .with("content/x/prov.md", &undated)
        .with(
            "content/b.md",
            RECORD.replace("En lekplats.", "[den](prov.md#x)"),
        );
    assert_eq!(
        site.codes(),
        ["date-invalid", "dead-link", "date-invalid", "dead-link"]
    );
}

#[test]
fn reading_costs_no_more_than_it_must() {
    let mut keys = String::new();
    for number in 0..4000 {
        keys.extend(["key", &number.to_string(), ": 1\n"]);
    }
    let mut files = String::from("attachments:\n");
    for number in 0..2000 {
        files.extend(["  - f", &number.to_string(), ".pdf\n"]);
    }
    let odd = [
        keys,
        files,
        format!("extra: {}\n", "[".repeat(100_000)),
        format!("extra:\n  {}a\n", "- ".repeat(100_000)),
        format!(
            "extra: {{a: &a \"{}\", b: [{}]}}\n",
            "x".repeat(10_000),
            "*a, ".repeat(20_000)
        ),
        format!("{}: 1\n", "draft".repeat(20_000)),
    ];
    for front in odd {
        let begun = Instant::now();
        assert!(!codes(&with(&front)).is_empty());
        let taken = begun.elapsed();
        assert!(
            taken < Duration::from_secs(8),
            "{}: {taken:?}",
            &front[..40]
        );
    }
}

#[test]
fn no_escape_and_no_reference_brings_a_character_that_no_text_holds() {
    let prose =
        "Ett&#14; två&#x1; [tre](a.csv \"fyr&#7;a\") ![fem](a.csv 's&#xFFFE;ex') `&#14;`.\n";
    let record =
        format!("{RECORD}\n{prose}").replace("lekplats\n", "lekplats\nattachments: [a.csv]\n");
    let site = Fixture::with_record(&record).with("content/a.csv", "a\n");
    let built = site.build();
    let page = built.page("beslut/2024/prov/index.html");
    assert!(
        page.contains("Ett två") && page.contains("title=\"fyra\""),
        "{page}"
    );
    assert!(
        page.contains("title=\"sex\"") && page.contains("&amp;#14;"),
        "{page}"
    );
    let settings = format!("{SETTINGS}description: \"a\\u000Eb\"\n");
    let faults = Fixture::with_record(RECORD).with("content/site.yaml", settings);
    assert_eq!(faults.codes(), ["front-matter-syntax"]);
}

#[test]
fn yes_and_no_are_the_same_words_in_settings_and_records() {
    for (word, is_yes) in [
        ("true", true),
        ("Ja", true),
        ("yes", true),
        ("sant", true),
        ("false", false),
        ("nej", false),
        ("No", false),
        ("falskt", false),
    ] {
        let settings = format!("{SETTINGS}record_data: {word}\n");
        let site = Fixture::with_record(RECORD).with("content/site.yaml", settings);
        let has_data = site
            .build()
            .files
            .contains_key("beslut/2024/prov/data.json");
        assert_eq!(has_data, is_yes, "record_data: {word}");
        let draft = Fixture::with_record(&with(&format!("utkast: {word}\n")));
        let is_published = draft.build().files.contains_key(PAGE);
        assert_eq!(is_published, !is_yes, "utkast: {word}");
    }
}

#[test]
fn settings_a_theme_and_records_are_read_alike() {
    let settings = |line: &str| {
        let text = format!("{SETTINGS}{line}\n");
        Fixture::with_record(RECORD).with("content/site.yaml", &text)
    };
    let theme = |line: &str| {
        let text = format!("name: Egen\nparent: default\n{line}\n");
        settings("theme: egen").with("themes/egen/theme.yaml", &text)
    };
    let record = |line: &str| Fixture::with_record(&with(&format!("{line}\n")));
    let codes_of = |fixtures: [Fixture; 3]| fixtures.map(|fixture| fixture.codes());
    let alike = [
        (
            [
                settings("publisher: [a]"),
                theme("license: [a]"),
                record("summary: [a]"),
            ],
            "value-form",
        ),
        (
            [
                settings("publisher: Nämnd #3"),
                theme("license: MIT #3"),
                record("summary: A #3"),
            ],
            "text-cut-short",
        ),
        (
            [
                settings("publishr: A"),
                theme("licence: A"),
                record("sumary: A"),
            ],
            "unknown-key",
        ),
        (
            [
                settings("publisher: A\nPublisher: B"),
                theme("license: A\nLicense: B"),
                record("summary: A\nSummary: B"),
            ],
            "duplicate-key",
        ),
    ];
    for (fixtures, code) in alike {
        assert_eq!(codes_of(fixtures), [[code], [code], [code]]);
    }
    for word in ["ja", "Yes", "true", "sant"] {
        assert!(settings(&format!("record_data: {word}")).codes().is_empty());
        assert!(record(&format!("draft: {word}")).codes().is_empty());
    }
}

/// Laws are nobody's proposals: what the settings leave out is no record, and no page tells of a stage.
#[test]
fn a_collection_of_laws_comes_in_by_its_settings() {
    let settings = format!(
        "{SETTINGS}required: [title, date]\ndefaults: {{stage: none}}\nkeys: {{title: rubrik}}\nexclude: ['**/README.md', mallar/**]\n"
    );
    let site = Fixture::default()
        .with("content/site.yaml", settings)
        .with("content/README.md", "# Om samlingen\n")
        .with("content/mallar/lag.md", "---\nrubrik:\n---\n")
        .with(
            "content/2018/lag.md",
            "---\nrubrik: Kommunallag\ndatum: 2017-06-22\n---\n\n## 1 kap.\n\nText.\n",
        );
    assert!(site.codes().is_empty(), "{:?}", site.codes());
    let outcome = site.build();
    let pages = [
        "beslut/2017/lag/index.html",
        "beslut/index.html",
        "index.html",
        "atom.xml",
    ];
    for path in pages {
        let page = outcome.page(path);
        assert!(page.contains("Kommunallag"), "{path}");
        for told in ["Förslag", "Utan skede", "inget beslut"] {
            assert!(!page.contains(told), "{path}: {told}");
        }
    }
    let linking = site.with(
        "content/2019/b.md",
        "---\nrubrik: B\ndatum: 2019-01-01\n---\n\n[a](../README.md)\n",
    );
    assert_eq!(linking.codes(), ["dead-link"]);
    let faults = linking.faults();
    assert!(faults.iter().any(|fault| {
        let mut arguments = fault.arguments.iter();
        arguments.any(|(name, value)| *name == "reason" && value.as_str() == "excluded")
    }));
    let refused = format!("{SETTINGS}required: [titel, lagrum]\ninclude: ['/a', '[b']\n");
    let refused = Fixture::default().with("content/site.yaml", refused);
    assert_eq!(
        refused.codes(),
        ["unknown-key", "setting-invalid", "setting-invalid"]
    );
}

/// A register whose records have keys of their own, and one record of it.
fn with_keys(settings: &str, front: &str) -> Fixture {
    Fixture::default()
        .with(
            "content/site.yaml",
            format!("{SETTINGS}required: [title]\n{settings}"),
        )
        .with("content/a.md", format!("---\n{front}\n---\n\nText.\n"))
}

#[test]
fn a_key_of_the_sites_own_wins_and_nothing_is_lost() {
    let page = |settings: &str, front: &str| {
        let site = with_keys(settings, front);
        assert!(site.codes().is_empty(), "{front}: {:?}", site.codes());
        site.build().page("data/2021.json")
    };
    let keep = "unknown_keys: keep\n";
    let joined = "keys: {title: '{nr} {namn}', date: [beslutad, meta.dag]}\n";
    let data = page(
        &format!("{keep}{joined}"),
        "nr: 7\nnamn: Bron\ntitle: Annat\nmeta: {dag: 2021-04-14, sida: 3}\ndate: 1999-01-01",
    );
    for part in [
        "\"title\":\"7 Bron\"",
        "\"nr\":\"7\"",
        "\"title\":\"Annat\"",
        "\"sida\":\"3\"",
        "2021-04-14",
        "1999-01-01",
    ] {
        assert!(data.contains(part), "{part}: {data}");
    }
    let data = page(
        &format!("{keep}keys: {{topics: grupp, extra: [status, id]}}\n"),
        "title: A\ndate: 2021-01-01\nstatus: Slutlig\nid: Å 1\ngrupp: Vägar\nämnen: Broar",
    );
    for part in ["\"status\":\"Slutlig\"", "\"id\":\"Å 1\"", "Vägar", "Broar"] {
        assert!(data.contains(part), "{part}: {data}");
    }
    let words = "values: {stage: {Antagen av alla: decided, Idé: preparation}}\n";
    let data = page(
        &format!("keys: {{stage: status}}\n{words}"),
        "title: A\ndate: 2021-01-01\nstatus: antagen av alla\noutcome: bifall\ndecided_on: 2021-01-02",
    );
    assert!(data.contains("\"stage\":\"decided\""), "{data}");
}

/// However settings read a record, what may keep it from the public is never passed over.
#[test]
fn no_setting_takes_a_guarding_key_out_of_sight() {
    for (settings, front, code) in [
        (
            "keys: {draft: meta.dold}\n",
            "title: A\nmeta: {dold: ja}\ndraft: nej",
            "duplicate-key",
        ),
        (
            "keys: {title: '{draft}'}\n",
            "title: A\ndraft: kanske",
            "unknown-value",
        ),
        (
            "unknown_keys: keep\nkeys: {title: rubrik}\n",
            "rubrik: A\nrubrik: B",
            "duplicate-key",
        ),
        (
            "keys: {extra: draft}\n",
            "title: A\ndraft: ja",
            "setting-invalid",
        ),
        (
            "keys: {stage: status}\n",
            "title: A\nstatus: draft",
            "unknown-value",
        ),
        (
            "values: {draft: {nej: ja}}\n",
            "title: A",
            "setting-invalid",
        ),
        (
            "unknown_keys: keep\nkeys: {topics: meta.x}\n",
            "title: A\nmeta: {x: b}\nhidden: true",
            "guarding-key-unclear",
        ),
    ] {
        let codes = with_keys(settings, front).codes();
        assert_eq!(codes.last(), Some(&code), "{settings}{front}");
    }
    let hidden = with_keys("keys: {draft: meta.dold}\n", "title: A\nmeta: {dold: ja}");
    assert!(hidden.codes().is_empty(), "{:?}", hidden.codes());
    assert!(!hidden.build().page("index.html").contains(">A<"));
}

#[test]
fn settings_for_collections_are_refused_where_they_mean_nothing() {
    for (setting, code) in [
        ("keys: {title: '{nr'}", "setting-invalid"),
        ("values: {titel: {a: b}, stage: {a: c}}", "unknown-value"),
        ("derive: {title: path}", "setting-invalid"),
        ("derive: {datum: rubriken}", "setting-invalid"),
        ("derive: {rubriken: heading}", "unknown-key"),
        ("date_forms: ['%d/%m']", "setting-invalid"),
        ("anchors: gitlab", "unknown-value"),
        ("html: ja", "unknown-value"),
    ] {
        let site = Fixture::default().with("content/site.yaml", format!("{SETTINGS}{setting}\n"));
        assert_eq!(site.codes(), [code], "{setting}");
    }
}

#[test]
fn toml_is_read_with_its_places() {
    let file = |front: &str| {
        Fixture::default()
            .with(
                "content/site.yaml",
                format!("{SETTINGS}required: [title]\n"),
            )
            .with("content/a.md", format!("+++\n{front}\n+++\n\nText.\n"))
    };
    let sound = file("titel = \"A # B\"\ndatum = 2021-04-14\ntopics = [\"c\", \"d\"]");
    assert!(sound.codes().is_empty(), "{:?}", sound.codes());
    for (front, code, line, column) in [
        ("title = \"A\"\ndatm = 2021-04-14", "unknown-key", 3, 1),
        ("title = \"A\"\ndate = \"31 april\"", "date-invalid", 3, 8),
        ("title = \"A\"\n\n  stage = \"x\"", "unknown-value", 4, 11),
        ("title: A", "front-matter-syntax", 2, 8),
    ] {
        let faults = file(front).faults();
        let at = faults[0].at.as_ref().expect("it has a place");
        assert_eq!(
            (faults[0].code.name(), at.line, at.column),
            (code, line, column),
            "{front}"
        );
    }
    let unclosed = Fixture::default()
        .with("content/site.yaml", SETTINGS)
        .with("content/a.md", "+++\ntitle = \"A\"\n");
    assert_eq!(unclosed.codes(), ["front-matter-unclosed"]);
}

/// A colon in a point of a list makes a key of what stands before it.
#[test]
fn the_word_for_a_proposer_follows_the_type() {
    for (front, shown) in [
        ("", "Föredragande"),
        ("typ: motion\n", "Förslagsställare"),
        ("typ: Medborgarförslag\n", "Förslagsställare"),
        ("type: interpellation\n", "Frågeställare"),
        ("type: tjänsteutlåtande\n", "Föredragande"),
    ] {
        let page = Fixture::with_record(&with(front)).build();
        let page = page.page("beslut/2024/prov/index.html");
        assert!(page.contains(&format!("<dt>{shown}</dt>")), "{front}");
    }
}

#[test]
fn quotes_of_a_word_processor_are_no_part_of_a_name() {
    let record = read(&with("topics: [”Vägar”, “Broar”, Det ”nya” torget]\n"));
    let topics: Vec<&str> = record.topics().collect();
    assert_eq!(topics, ["Vägar", "Broar", "Det ”nya” torget"]);
}

#[test]
fn a_point_with_a_colon_is_told_with_its_cure() {
    for (line, cure) in [
        ("decision: [A., 'B: c.']", None),
        (
            "decision:\n  - A.\n  - Nämnden river: bron.",
            Some("- \"Nämnden river: bron.\""),
        ),
        ("topics:\n  - Vägar: broar", Some("- \"Vägar: broar\"")),
    ] {
        let site = with_keys("", &format!("title: A\ndecided_on: 2021-01-01\n{line}"));
        let faults = site.faults();
        let told = faults.iter().find_map(|fault| {
            let mut arguments = fault.arguments.iter();
            let found = arguments.find(|(name, _)| *name == "cure");
            found.map(|(_, cure)| (fault.code.name(), cure.as_str()))
        });
        assert_eq!(
            told,
            cure.map(|cure| ("front-matter-syntax", cure)),
            "{line}"
        );
    }
}

/// What a page tells of an appeal: a day only where the law counts it (kommunallagen 13:5, lag 1930:173), never that a decision is
/// final unless it is stated.
#[test]
fn an_appeal_is_told_as_the_law_counts_it() {
    let page = |front: &str, country: &str| {
        let decided = "utfall: bifall\nbeslutsdatum: 2024-05-27\n";
        let site = Fixture::with_record(&with(&format!("{decided}{front}")))
            .with("content/site.yaml", format!("{SETTINGS}{country}"));
        assert!(site.codes().is_empty(), "{front}: {:?}", site.codes());
        site.build().page("beslut/2024/prov/index.html")
    };
    let announced = "justerat: 2024-05-30\nanslaget: 2024-05-31\n";
    let review = "överklagande: laglighetsprövning\n";
    for (front, country, told, untold) in [
        (
            format!("{announced}{review}"),
            "country: se\n",
            "24 juni 2024</time>",
            "laga kraft",
        ),
        (
            format!("{announced}{review}"),
            "",
            "laglighetsprövning hos",
            "Sista dag",
        ),
        (
            review.to_owned(),
            "country: se\n",
            "har inte börjat",
            "Sista dag",
        ),
        (
            format!(
                "{announced}överklagande: {{väg: laglighetsprövning, sista dag: 2024-06-28, skäl: Anslaget låg nere.}}\n"
            ),
            "country: se\n",
            "28 juni 2024</time>",
            "24 juni",
        ),
        (
            format!("{announced}överklagande: förvaltningsbesvär\n"),
            "country: se\n",
            "fick del av det",
            "Sista dag",
        ),
        (
            "överklagande: {väg: nej, skäl: Det är bara förberedande.}\n".to_owned(),
            "country: se\n",
            "Det är bara förberedande.",
            "Sista dag",
        ),
        (
            format!(
                "{announced}överklagande: {{väg: laglighetsprövning, läge: laga kraft, läge den: 2024-06-25}}\n"
            ),
            "country: se\n",
            "vunnit laga kraft <time datetime=\"2024-06-25\">",
            "överklagat",
        ),
    ] {
        let page = page(&front, country);
        let from = page.find("record--appeal").expect("it tells of the appeal");
        let section = page[from..].split("</section>").next().unwrap_or_default();
        assert!(section.contains(told), "{front}: {section}");
        assert!(!section.contains(untold), "{front}: {section}");
    }
    let proposal = with("stage: proposal\nappeal: legality review\n");
    assert_eq!(codes(&proposal), ["proposal-with-decision"]);
}
