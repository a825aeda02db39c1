//! What is meant to keep a record back keeps it back, or its writer is told at the place; and facts that contradict each
//! other are told of once.

mod support;

use diarium::diagnostics::Diagnostic;
use support::{Fixture, RECORD, SETTINGS};

/// The code and the line of each diagnostic of a record.
fn told(record: &str, settings: &str) -> Vec<(&'static str, Option<usize>)> {
    let site = Fixture::with_record(record).with("content/site.yaml", settings);
    let line = |fault: &Diagnostic| fault.at.as_ref().map(|at| at.line);
    let faults = site.build().diagnostics;
    faults
        .iter()
        .map(|fault| (fault.code.name(), line(fault)))
        .collect()
}

fn codes(record: &str) -> Vec<&'static str> {
    let told = told(record, SETTINGS);
    told.into_iter().map(|(code, _)| code).collect()
}

/// The record with more front matter, which begins on its sixth line.
fn with(front: &str) -> String {
    RECORD.replace("---\n\n", &format!("{front}---\n\n"))
}

fn with_recommendation(text: &str) -> String {
    RECORD.replace("Lekplatsen byggs.", text)
}

fn argument(record: &str, name: &str) -> Vec<String> {
    let faults = Fixture::with_record(record).build().diagnostics;
    let arguments = faults.iter().flat_map(|fault| fault.arguments.clone());
    let named = arguments.filter(|(own, _)| *own == name);
    named.map(|(_, value)| value).collect()
}

#[test]
fn a_blank_missing_behind_the_colon_of_a_key_is_put_in_and_the_line_stays_a_key() {
    for (written, cure) in [
        ("utkast:ja", "utkast: ja"),
        ("draft:true", "draft: true"),
        ("publiceras_från:2030-01-01", "publiceras_från: 2030-01-01"),
        ("ämnen:Park", "ämnen: Park"),
        ("kladd:ja", "kladd: ja"),
    ] {
        for after in ["", "organ: Nämnden\n"] {
            let record = with(&format!("{written}\n{after}"));
            assert_eq!(
                told(&record, SETTINGS),
                [("front-matter-syntax", Some(6))],
                "{record}"
            );
            assert_eq!(argument(&record, "reason"), ["tight"], "{record}");
            assert_eq!(argument(&record, "cure"), [cure], "{record}");
        }
    }
    for record in [
        RECORD.replace("title: ", "titel:"),
        "---\ntitel:Bro\n---\n".to_owned(),
    ] {
        assert_eq!(told(&record, SETTINGS), [("front-matter-syntax", Some(2))]);
        assert_eq!(argument(&record, "reason"), ["tight"]);
    }
}

#[test]
fn a_guarding_key_emptied_by_a_comment_is_no_silence() {
    for line in [
        "utkast: #ja",
        "utkast: # ja",
        "draft: ~ # true",
        "publiceras_från: #2030-01-01",
        "publish_until: \t# 2020-01-01",
    ] {
        let record = with(&format!("{line}\n"));
        assert_eq!(
            told(&record, SETTINGS),
            [("guarding-key-unclear", Some(6))],
            "{line}"
        );
    }
    assert!(codes(&with("utkast:\npubliceras_från:\n# ja\n")).is_empty());
    assert!(codes(&with("utkast: nej # klart\nämnen: # inga\n")).is_empty());
}

#[test]
fn a_guarding_key_that_stands_as_text_is_told_of_at_its_line() {
    for (text, line) in [
        ("|\n  Bifall.\n  utkast: ja", 7),
        (">\n  Bifall.\n  publiceras_från: 2030-01-01 # då", 7),
        ("Bifall.\n  utkast:ja", 6),
        ("\"Bifall.\n  draft: 'true'\"", 6),
        (
            "\n  - |\n    Bifall.\n    publish_until: 2020-01-01 08:00",
            8,
        ),
    ] {
        let record = with_recommendation(text);
        assert_eq!(
            told(&record, SETTINGS),
            [("guarding-key-unclear", Some(line))],
            "{record}"
        );
    }
    let prose = RECORD.replace("En lekplats.", "utkast: ja\n\nEn lekplats.");
    assert_eq!(told(&prose, SETTINGS), [("guarding-key-unclear", Some(8))]);
    let page = "---\ntitle: Kontakt\n---\ndraft: true\n";
    let site = Fixture::with_record(RECORD).with("content/pages/kontakt.md", page);
    assert_eq!(site.codes(), ["guarding-key-unclear"]);
    for free in [
        with("extra:\n  hidden: ja\n  rader: [{utkast: nej}]\n"),
        with_recommendation("|\n  Utkast: till plan.\n  datum: 2024-01-01"),
        RECORD.replace("En lekplats.", "Utkast: detaljplan 3.\n\nutkast: ja"),
    ] {
        assert!(codes(&free).is_empty(), "{free}");
    }
}

#[test]
fn a_guarding_key_within_another_is_told_of_whatever_holds_it() {
    let keep = format!("{SETTINGS}unknown_keys: keep\n");
    for (lines, line) in [
        ("extra:\n  draft: ja\n", 7),
        ("extra: {rader: [{utkast: 1}]}\n", 6),
        ("meta:\n  a: b\n  published: nej\n", 8),
        ("meta: {status: Draft (2)}\n", 6),
        ("meta:\n  - publish_from: 2030-01-01\n", 7),
    ] {
        let told = told(&with(lines), &keep);
        assert_eq!(told, [("guarding-key-unclear", Some(line))], "{lines}");
    }
    let named = format!("{keep}keys: {{draft: meta.draft}}\n");
    assert!(told(&with("meta: {draft: nej}\n"), &named).is_empty());
    assert!(told(&with("meta: {draft: ja}\n"), &named).is_empty());
    assert!(told(&with("meta: {draft: nej, a: {published: ja}}\n"), &keep).is_empty());
}

#[test]
fn a_file_among_drafts_says_whether_it_is_one() {
    let codes = |path: &str, lines: &str| {
        let text = RECORD.replacen("---\n", &format!("---\n{lines}"), 1);
        Fixture::default().with(path, text).codes()
    };
    for path in [
        "content/_drafts/a.md",
        "content/2024/Utkast 2/a.md",
        "content/private/b/a.md",
        "content/budget.draft.md",
        "content/pages/utkast/a.md",
        "content/utkast/index.md",
    ] {
        let codes = |lines| codes(path, lines);
        assert!(codes("").contains(&"guarding-key-unclear"), "{path}");
        for lines in ["draft: nej\n", "utkast: ja\n"] {
            assert!(!codes(lines).contains(&"guarding-key-unclear"), "{path}");
        }
    }
    for path in ["content/privat-verksamhet/a.md", "content/draftsman.md"] {
        assert!(!codes(path, "").contains(&"guarding-key-unclear"), "{path}");
    }
}

#[test]
fn flags_by_which_other_programs_hide_a_page_are_never_kept_in_silence() {
    let settings = format!("{SETTINGS}unknown_keys: keep\n");
    for line in [
        "status: draft",
        "is_draft: true",
        "isDraft: on",
        "public: false",
        "unpublished: true",
        "visibility: private",
        "confidential: true",
        "publishDate: 2030-01-01T00:00:00Z",
        "publish_date: 2030-01-01",
        "expiryDate: 2020-01-01",
        "headless: true",
        "build: {render: never}",
        "_build:\n  render: false",
        "publiceras: nej",
        "opublicerad: ja",
        "avpublicerad: ja",
        "ej_publicerad: ja",
        "offentlig: nej",
        "sekretess: OSL 21 kap. 1 §",
        "arbetsutkast: ja",
    ] {
        let told = told(&with(&format!("{line}\n")), &settings);
        assert_eq!(told, [("guarding-key-unclear", Some(6))], "{line}");
    }
    for line in [
        "status: klar",
        "public: true",
        "visibility: public",
        "sekretess: nej",
        "unpublished: false",
        "build: {render: always}",
    ] {
        assert!(
            told(&with(&format!("{line}\n")), &settings).is_empty(),
            "{line}"
        );
    }
}

#[test]
fn no_guarding_key_is_given_another_meaning() {
    for keys in [
        "{topics: draft}",
        "{topics: [tema, Utkast]}",
        "{date: publish_from}",
    ] {
        let told = told(RECORD, &format!("{SETTINGS}keys: {keys}\n"));
        assert_eq!(told, [("setting-invalid", Some(4))], "{keys}");
    }
    let own = format!("{SETTINGS}keys: {{draft: [utkast, kladd]}}\n");
    assert!(told(RECORD, &own).is_empty());
}

#[test]
fn a_misspelt_fact_brings_no_second_fault() {
    for (front, code) in [
        ("outcome: biffall\n", "unknown-value"),
        ("stage: beslutta\ndecision: Ja.\n", "unknown-value"),
        ("decided_on: igår\n", "date-invalid"),
    ] {
        assert_eq!(codes(&with(front)), [code], "{front}");
    }
}

#[test]
fn stage_and_outcome_agree() {
    for stage in ["återremiss", "bordlagt", "withdrawn"] {
        for outcome in ["bifall", "rejected", "delvis bifall"] {
            let record = with(&format!("skede: {stage}\nutgång: {outcome}\n"));
            assert_eq!(
                told(&record, SETTINGS),
                [("proposal-with-decision", Some(7))]
            );
        }
    }
    for front in [
        "skede: beslutat\nutgång: återremiss\nbeslutsdatum: 2024-05-06\n",
        "skede: avslutat\nutgång: bifall\n",
        "skede: återremiss\nutgång: återremiss\n",
    ] {
        assert!(codes(&with(front)).is_empty(), "{front}");
    }
}

#[test]
fn no_word_of_an_outcome_is_lost_beside_a_decision() {
    let outcome = "utgång: Bifall i den del som rör bron\n";
    let both = with(&format!(
        "{outcome}beslut: Bron byggs.\nbeslutsdatum: 2024-05-06\n"
    ));
    assert_eq!(told(&both, SETTINGS), [("value-form", Some(6))]);
    assert_eq!(codes(&with(outcome)), ["decided-without-day"]);
    assert!(
        codes(&with(
            "utgång: bifall i den del\nbeslut: Bron byggs.\nbeslutsdatum: 2024-05-06\n"
        ))
        .is_empty()
    );
}

#[test]
fn a_flag_is_never_guessed() {
    for word in ["on", "of", "jo", "nei"] {
        let record = with(&format!("utkast: {word}\n"));
        assert_eq!(codes(&record), ["unknown-value"], "{word}");
        assert_eq!(argument(&record, "nearest"), ["none"], "{word}");
    }
}

#[test]
fn comments_are_told_of_in_settings_and_in_what_is_kept_for_the_theme() {
    for line in [
        "description: Beslut <!-- dolt -->",
        "publisher: Provstad <!-- dolt -->",
        "extra: {fot: [a, b <!-- dolt -->]}",
    ] {
        let told = told(RECORD, &format!("{SETTINGS}{line}\n"));
        assert_eq!(told, [("comment-not-hidden", Some(4))], "{line}");
    }
    let title = SETTINGS.replace("Provstad", "Provstad <!-- dolt -->");
    assert_eq!(told(RECORD, &title), [("comment-not-hidden", Some(1))]);
    let keep = format!("{SETTINGS}unknown_keys: keep\n");
    for line in ["extra: {rad: a <!-- dolt -->}", "rad: [a <!-- dolt -->]"] {
        let told = told(&with(&format!("{line}\n")), &keep);
        assert_eq!(told, [("comment-not-hidden", Some(6))], "{line}");
    }
}

#[test]
fn a_copy_beside_a_record_is_given_no_name_that_is_taken() {
    let name = |file: &str| {
        let site = Fixture::with_record(RECORD).with(file, RECORD);
        let faults = site.build().diagnostics;
        let mut arguments = faults.into_iter().flat_map(|fault| fault.arguments);
        arguments
            .find(|(own, _)| *own == "name")
            .map(|(_, value)| value)
    };
    assert_eq!(name("content/prov.md.bak").as_deref(), Some("none"));
    assert_eq!(name("content/bro.md.bak").as_deref(), Some("bro.md"));
    assert_eq!(name("content/2024/prov.md.bak").as_deref(), Some("prov.md"));
}

#[test]
fn numbered_lines_never_run_together_into_one_clause() {
    for text in [
        ">\n  1. Ett\n  2. Två",
        "1. Ett\n  2. Två",
        "|\n  1) Ett 2) Två",
    ] {
        let record = with_recommendation(text);
        assert_eq!(
            told(&record, SETTINGS),
            [("clause-form", Some(5))],
            "{text}"
        );
    }
    for text in ["1. Ett", "Enligt 1. och 2. ovan.", "2. Enligt 2. ovan."] {
        assert!(codes(&with_recommendation(text)).is_empty(), "{text}");
    }
}
