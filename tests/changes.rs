//! Properties: any series of edits ends in the bytes of one cold build, the order of files never matters, no text makes
//! the reader panic, an edit and its undoing leave the same bytes.

mod support;

use diarium::engine::Engine;
use diarium::site::Clock;
use diarium::source::{ChangeSet, SourcePath};
use proptest::collection::vec;
use proptest::prelude::*;
use support::{Fixture, clock};

/// One step of somebody at work.
#[derive(Debug, Clone)]
enum Edit {
    Write(usize, Text),
    Prose(usize, usize),
    Remove(usize),
    Settings(usize),
    Template(usize),
}

/// Prose with the same summary and without, with links to records, anchors and paths of the site.
const PROSE: [&str; 8] = [
    "Kort.",
    "## Ärendet\n\nSe [en annan](fil-1.md).",
    "Se [beredningen](fil-2.md#beredning).",
    "## Beredning\n\nText.",
    "",
    "Kort.\n\n## Ärendet\n\nMer text.",
    "Kort.\n\n## Ärendet\n\nMer text om [en annan](fil-1.md).\n\n## Beredning\n\nSlut.",
    "Kort.\n\nSe [om](/om/) och [inget](/ingen/) och <b>mer</b>.",
];

/// What a record says, in few words, so that records often meet in a body, a case or a topic.
#[derive(Debug, Clone)]
struct Text {
    title: usize,
    body: usize,
    topic: usize,
    case: usize,
    day: usize,
    state: usize,
    prose: usize,
}

fn text() -> impl Strategy<Value = Text> {
    (
        0..4usize,
        0..3usize,
        0..3usize,
        0..4usize,
        0..5usize,
        0..6usize,
        0..PROSE.len(),
    )
        .prop_map(|(title, body, topic, case, day, state, prose)| Text {
            title,
            body,
            topic,
            case,
            day,
            state,
            prose,
        })
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        8 => (0..8usize, text()).prop_map(|(file, text)| Edit::Write(file, text)),
        6 => (0..8usize, 0..PROSE.len()).prop_map(|(file, prose)| Edit::Prose(file, prose)),
        2 => (0..8usize).prop_map(Edit::Remove),
        1 => (0..3usize).prop_map(Edit::Settings),
        1 => (0..3usize).prop_map(Edit::Template),
    ]
}

impl Text {
    fn written(&self) -> String {
        let state = [
            "",
            "draft: true\n",
            "publish_from: 2030-01-01\n",
            "publish_until: 2020-01-01\n",
        ];
        let decided = "decision: Ja.\ndecided_on: 2024-06-01\noutcome: bifall\n";
        let state = state.get(self.state).copied().unwrap_or(decided);
        format!(
            "---\ntitle: Titel {}\ndate: 2024-05-0{}\nproposer: Ada Prov\nrecommendation: Ja.\nbody: Nämnd {}\ntopics: [Ämne {}]\ncase_number: \"KS {}\"\n{state}---\n\n{}\n",
            self.title,
            self.day + 1,
            self.body,
            self.topic,
            self.case,
            PROSE[self.prose],
        )
    }
}

fn apply(fixture: Fixture, edit: &Edit) -> Fixture {
    let record = |number: usize| format!("content/fil-{number}.md");
    match edit {
        Edit::Write(number, text) => fixture.with(&record(*number), text.written()),
        Edit::Prose(number, prose) => match fixture.text(&record(*number)) {
            Some(text) => {
                let front = text.rfind("---\n").map_or(0, |at| at + 4);
                let text = format!("{}\n{}\n", &text[..front], PROSE[*prose]);
                fixture.with(&record(*number), text)
            }
            None => fixture,
        },
        Edit::Remove(number) => fixture.without(&record(*number)),
        Edit::Settings(number) => {
            let keys = [
                "",
                "page_size: 2\n",
                "unknown_keys: keep\nrecord_data: true\n",
            ][*number];
            fixture.with("content/site.yaml", format!("{}{keys}", support::SETTINGS))
        }
        Edit::Template(0) => fixture.without("themes/overrides/templates/text.html"),
        Edit::Template(number) => {
            let template = format!(
                "{{% extends \"default/text.html\" %}}{{% block search %}}{number}{{% endblock %}}"
            );
            fixture.with("themes/overrides/templates/text.html", template)
        }
    }
}

fn start() -> Fixture {
    Fixture::default()
        .with("content/site.yaml", support::SETTINGS)
        .with(
            "content/pages/om.md",
            "---\ntitle: Om\n---\n\nSe [alla](/beslut/).\n",
        )
}

/// Builds a state cold, and checks that an engine which came to it step by step makes the same.
fn equals_cold(fixture: &Fixture, engine: &mut Engine) -> Result<(), TestCaseError> {
    let cold = fixture.build();
    let warm = fixture.outcome(engine, clock("2025-01-01"));
    prop_assert_eq!(cold.diagnostics, warm.diagnostics);
    prop_assert_eq!(cold.files.len(), warm.files.len());
    for (path, bytes) in &cold.files {
        prop_assert!(warm.files.get(path) == Some(bytes), "{} differs", path);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(14), ..ProptestConfig::default() })]

    #[test]
    fn any_series_of_edits_ends_in_the_bytes_of_a_cold_build(edits in vec(edit(), 1..12)) {
        let mut fixture = start();
        let mut engine = Engine::default();
        engine.read(&fixture.all(), &fixture);
        for edit in &edits {
            let next = apply(fixture.clone(), edit);
            engine.read(&next.since(&fixture), &next);
            engine.build(clock("2025-01-01"), &next);
            fixture = next;
        }
        equals_cold(&fixture, &mut engine)?;
    }

    #[test]
    fn a_build_brought_up_to_date_is_the_build_made_anew(edits in vec(edit(), 1..16), with_drafts in any::<bool>()) {
        let clock = Clock { with_drafts, ..clock("2025-01-01") };
        let mut fixture = start();
        let mut engine = Engine::default();
        engine.read(&fixture.all(), &fixture);
        let mut build = engine.build(clock, &fixture);
        for edit in &edits {
            let next = apply(fixture.clone(), edit);
            let news = engine.read(&next.since(&fixture), &next);
            if !engine.renew(&mut build, &news, clock) {
                build = engine.build(clock, &next);
            }
            let anew = next.outcome(&mut engine, clock);
            let renewed = next.outcome_of(&build);
            prop_assert_eq!(anew.diagnostics, renewed.diagnostics);
            prop_assert!(anew.files == renewed.files);
            fixture = next;
        }
    }

    #[test]
    fn an_edit_and_its_undoing_leave_the_same_bytes(texts in vec(text(), 3), edit in edit()) {
        let mut fixture = start();
        for (number, text) in texts.iter().enumerate() {
            fixture = apply(fixture, &Edit::Write(number, text.clone()));
        }
        let mut engine = Engine::default();
        engine.read(&fixture.all(), &fixture);
        let before = fixture.outcome(&mut engine, clock("2025-01-01"));
        let edited = apply(fixture.clone(), &edit);
        engine.read(&edited.since(&fixture), &edited);
        engine.build(clock("2025-01-01"), &edited);
        engine.read(&fixture.since(&edited), &fixture);
        let after = fixture.outcome(&mut engine, clock("2025-01-01"));
        prop_assert!(before.files == after.files);
        prop_assert_eq!(before.diagnostics, after.diagnostics);
    }

    #[test]
    fn the_order_in_which_files_arrive_never_matters(texts in vec(text(), 5), order in Just((0..5usize).collect::<Vec<_>>()).prop_shuffle()) {
        let mut whole = start();
        for (number, text) in texts.iter().enumerate() {
            whole = apply(whole, &Edit::Write(number, text.clone()));
        }
        let mut engine = Engine::default();
        for number in order {
            let one = ChangeSet { changed: [SourcePath::new(format!("content/fil-{number}.md"))].into(), ..ChangeSet::default() };
            engine.read(&one, &whole);
        }
        engine.read(&whole.all(), &whole);
        equals_cold(&whole, &mut engine)?;
    }

    #[test]
    fn no_text_makes_the_reader_panic(front in "(?s).{0,200}", prose in "(?s).{0,300}") {
        let record = format!("---\n{front}\n---\n{prose}");
        Fixture::with_record(&record).faults();
        Fixture::with_record(&front).faults();
        Fixture::with_record(support::RECORD).with("content/site.yaml", front.clone()).faults();
        let template = format!("{{% extends \"default/text.html\" %}}{{% block main %}}{{{{ {front} }}}}{{% endblock main %}}");
        Fixture::with_record(support::RECORD).with("themes/overrides/templates/text.html", template).faults();
    }

    #[test]
    fn no_markup_makes_the_reader_panic_or_lets_html_through(
        parts in vec(prop_oneof![
            Just("# "), Just("\n\n"), Just("[a](b.md)"), Just("[x]: javascript:alert(1)\n"), Just("[x]"), Just("<script>"),
            Just("|a|\n|-|\n|b|\n"), Just("[^1]"), Just("\n[^1]: n\n"), Just("~~"), Just("**"), Just("`"), Just("```\n"),
            Just("> "), Just("- "), Just("1. "), Just("term\n: def\n"), Just("å\u{308}"), Just("&lt;"), Just("![i](j.png)"),
            Just("<https://x.y>"), Just("<a href=\"x\" onclick=\"y\">"), Just("{{ x }}"), Just("\"'"), Just("---\n"),
        ], 0..30)
    ) {
        let record = support::RECORD.replace("En lekplats.", &parts.concat());
        let lowered = format!("{}severity: {{dead-link: warning, dead-anchor: warning}}\n", support::SETTINGS);
        let fixture = Fixture::with_record(&record).with("content/site.yaml", lowered);
        fixture.faults();
        let outcome = fixture.build();
        if let Some(bytes) = outcome.files.get("beslut/2024/prov/index.html") {
            let page = String::from_utf8_lossy(bytes);
            prop_assert!(!page.contains("<script")
                    && !page.contains("<a href=\"x\"")
                    && !page.contains("href=\"javascript"));
        }
    }
}
