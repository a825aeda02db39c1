//! A source text in, the exact printed picture out: these tests are the documentation of the messages.
//!
//! Each code has at least one case below; its pictures in both languages stand in `tests/pictures/<code>.txt`.

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use diarium::diagnostics::{Code, Diagnostic, MessageLanguage, Messages, picture};
use support::{Fixture, RECORD, SETTINGS};

/// Codes that only the machine or the output folder can show; `tests/binary.rs` brings them about.
const OF_THE_EDGE: [Code; 10] = [
    Code::AddressDropped,
    Code::ManifestUnreadable,
    Code::NoticeDropped,
    Code::OutputNotOurs,
    Code::SourceChanged,
    Code::SourceTooLarge,
    Code::SourceUnreadable,
    Code::SpecialFile,
    Code::SymbolicLink,
    Code::WriteFailed,
];

/// The cases: a code, and sources that bring it about.
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn cases() -> Vec<(Code, Vec<Fixture>)> {
    let record = |front: &str, prose: &str| {
        let required = "title: Ny lekplats\ndate: 2024-05-02\nproposer: Ada Prov\nrecommendation: Lekplatsen byggs.\n";
        Fixture::with_record(&format!("---\n{required}{front}---\n{prose}"))
    };
    let settings = |more: &str| {
        Fixture::with_record(RECORD).with("content/site.yaml", format!("{SETTINGS}{more}"))
    };
    let base_url = |address: &str| {
        let text = format!("title: A\nbase_url: {address}\n");
        Fixture::with_record(RECORD).with("content/site.yaml", text)
    };
    let theme = |path: &str, text: &str| {
        let named = format!("{SETTINGS}theme: eget\n");
        let site = Fixture::with_record(RECORD).with("content/site.yaml", named);
        site.with("themes/eget/theme.yaml", "name: Eget\nparent: default\n")
            .with(path, text)
    };
    let main = |text: &str| {
        let text = format!(
            "{{% extends \"default/record.html\" %}}\n{{% block main %}}\n{text}\n{{% endblock main %}}\n"
        );
        theme("themes/eget/templates/record.html", &text)
    };
    vec![
        (
            Code::AddressTaken,
            vec![
                record("", "").with("content/annan/PROV.md", RECORD),
                record("body: Nämnden\n", "").with(
                    "content/b.md",
                    RECORD.replace("---\n\n", "body: Namnden\n---\n\n"),
                ),
                record("", "").with(
                    "content/utkast/prov.md",
                    RECORD.replace("---\n\n", "draft: true\n---\n\n"),
                ),
            ],
        ),
        (
            Code::AssetForeign,
            vec![theme(
                "themes/eget/static/style.css",
                "@import url(https://typsnitt.example/serif.css);\n",
            )],
        ),
        (
            Code::AssetMissing,
            vec![
                theme(
                    "themes/eget/static/css/eget.css",
                    "body { background: url('../vapn.svg') }\nh1 { background: url(../../annat.svg) }\n",
                )
                .with("themes/eget/static/vapen.svg", "<svg/>"),
                theme("themes/eget/static/a.css", "@import \"b.css\";\n")
                    .with("themes/eget/static/b.css", "@import \"a.css\";\n"),
            ],
        ),
        (
            Code::AttachmentMissing,
            vec![
                record("attachments: [karta.pdf]\n", ""),
                record("attachments: [karta.pdf]\n", "").with("content/Karta.PDF", "%PDF"),
            ],
        ),
        (
            Code::AssignmentMissing,
            vec![record(
                "decided_on: 2024-05-03\ndecision: Nämnden får i uppdrag att bygga.\n",
                "",
            )],
        ),
        (
            Code::AttachmentPath,
            vec![record(
                "bilagor:\n  - ../hemligt.pdf\n  - fil: prov.md\n  - 日本.pdf\n",
                "",
            )],
        ),
        (
            Code::AttachmentType,
            vec![
                record(
                    "bilagor:\n  - sida.html\n  - LÄSMIG\n  - protokoll.txt\n  - plan.pdf\n",
                    "",
                )
                .with("content/sida.html", "<p>Hej</p>")
                .with("content/LÄSMIG", "Text.")
                .with(
                    "content/protokoll.txt",
                    "\n<!DOCTYPE html><title>Protokoll</title>",
                )
                .with("content/plan.pdf", "<svg onload=\"alert(1)\"/>"),
            ],
        ),
        (
            Code::CaseNumberNotText,
            vec![
                record("case_number: 2024.10\n", ""),
                record("dnr: [\"KS 1\", 1e3]\n", ""),
            ],
        ),
        (
            Code::ClauseForm,
            vec![
                record("decision: |\n  Styrelsen\n  1. bygger\n  2. betalar\n", ""),
                record("beslut:\n  - |\n    Bygg.\n\n    Betala.\n", ""),
            ],
        ),
        (
            Code::CodeBlockUnclear,
            vec![
                record("", "```rust\nkod\n```\n\n~~~ Bilaga 1\nkod\n~~~\n\n- ```\n  a\n  ```\n"),
                record("", "~~~ Bilaga 1 ~~~\n\nText.\n"),
            ],
        ),
        (
            Code::CommentNotHidden,
            vec![
                record("", "Text <!-- 800101-1234\n\nslut.\n"),
                record("", "- Punkt\n\n  <!-- hemligt\n"),
                record("summary: Kort <!-- 800101-1234 -->\ntopics: [a, \"b <!-- c -->\"]\n", ""),
                Fixture::with_record(&RECORD.replace("byggs.", "byggs <!-- nu.")),
                record("", "Text ‹!– kolla –> mer.\n"),
            ],
        ),
        (
            Code::ControlCharacter,
            vec![
                record("body: Nämn\u{0}\u{1}den\n", "Ett\u{b}två\r\ntre\u{7f}.\n"),
                settings("description: Be\u{8}slut\n"),
            ],
        ),
        (
            Code::DateInvalid,
            vec![
                record(
                    "decision: Ja.\ndecided_on: 31 februari 2024\noutcome: bifall\n",
                    "",
                ),
                record("publish_from: i morgon\n", ""),
            ],
        ),
        (
            Code::DatesOutOfOrder,
            vec![
                record(
                    "outcome: bifall\ndecided_on: 2024-05-10\napproved_on: 2024-05-09\n",
                    "",
                ),
                record(
                    "outcome: bifall\ndecided_on: 2024-05-10\napproved_on: 2024-05-12\nannounced_on: 2024-05-11\n",
                    "",
                ),
                record(
                    "outcome: bifall\ndecided_on: 2024-05-10\nannounced_on: 2024-05-09\nappeal: {route: legality review, state: final, state_on: 2024-05-20}\n",
                    "",
                ),
                record("changes: {date: 2098-05-01, kind: withdrawal}\n", ""),
                record(
                    "outcome: bifall\nmeeting: {date: 2024-05-20}\ndecided_on: 2024-05-10\napproved_on: 2024-05-19\nassignments: {what: Ett, done_on: 2098-01-01}\n",
                    "",
                ),
                record(
                    "outcome: bifall\ndecided_on: 2024-05-10\nannounced_on: 2024-05-31\nappeal: {route: legality review, last_day: 2024-06-21}\n",
                    "",
                )
                .with(
                    "content/site.yaml",
                    format!("{SETTINGS}country: se\n"),
                ),
                record(
                    "decision: Ja.\noutcome: bifall\ndecided_on: 2024-05-01\n",
                    "",
                ),
                record("publish_from: 2024-06-01\npublish_until: 2024-05-30\n", ""),
            ],
        ),
        (
            Code::DeadAnchor,
            vec![
                record(
                    "",
                    "## Ärendet\n\nSe [ärendet](#arende) och [mer](#helt-annat).\n",
                ),
                record(
                    "statements: [{body: A, section: Ärendet}, {body: B, section: Ärenden}]\n",
                    "## Ärendet\n\nText.\n",
                ),
                record("", "Se [där](annan.md#skal).\n").with(
                    "content/annan.md",
                    RECORD.replace(
                        "title:",
                        "changes: {date: 2024-05-03, kind: withdrawal, note: Fel.}\ntitle:",
                    ),
                ),
            ],
        ),
        (
            Code::DeadLink,
            vec![
                record(
                    "",
                    "Se [det andra](../andra.md), [ute](../../ute.md) och [organ](/organ/okant/).\n",
                ),
                record("", "Se [filen](fil.csv).\n").with("content/fil.csv", "a;b\n"),
                record(
                    "attachments: {file: fil.csv, public: no}\n",
                    "Se [filen](fil.csv).\n",
                )
                .with("content/fil.csv", "a;b\n"),
                record("", "Se [filen](../fil.csv).\n")
                    .with("content/fil.csv", "a;b\n")
                    .without("content/prov.md")
                    .with("content/2024/prov.md", RECORD.replace("En lekplats.", "[a](../fil.csv)")),
                record("", "")
                    .with("content/fil.csv", "a;b\n")
                    .with("content/pages/om.md", "---\ntitle: Om\n---\n[a](../fil.csv)\n"),
                record(
                    "",
                    "[a](2020/Bro.md), [b](..\\\\content\\2020\\bro.md), [c](bro.md), [d](www.a.example), [e](/Beslut/2024/Prov/) och [f]().\n\n[Skriv](namnd@a.example).\n",
                )
                .with("content/2020/bro.md", RECORD),
            ],
        ),
        (
            Code::DecidedWithoutDay,
            vec![record("stage: decided\ndecision: Den byggs.\n", "")],
        ),
        (
            Code::DecidedWithoutDecision,
            vec![
                record("stage: decided\n", ""),
                record("announced_on: 2024-05-04\n", ""),
            ],
        ),
        (
            Code::DefinitionUnused,
            vec![
                record(
                    "",
                    "Text.\n\n[Anm]: Avslag\n\n[//]: # (dolt)\n\n[^1]: En not.\n",
                ),
                record(
                    "",
                    "Se [sök] och not[^1].\n\n[sök]: /sok/\n[Sök]: /x/\n\n[^1]: En.\n\n[^1]: Två.\n",
                ),
            ],
        ),
        (
            Code::DuplicateKey,
            vec![
                record("titel: En gång till\n", ""),
                record(
                    "bilagor:\n  - {fil: a.pdf, fil: b.pdf}\nextra: {a: {b: 1, b: 2}}\n",
                    "",
                )
                .with("content/a.pdf", ""),
                Fixture::with_record(
                    "---\ntitle: T\ndate: 2024-05-02\nproposer: {name: Anna, namn: Bo}\nrecommendation: R\n---\n",
                ),
                settings("severity: {raw-html: error, raw-html: warning}\n"),
            ],
        ),
        (
            Code::ExternalImage,
            vec![record("", "![Karta](https://annan.example/karta.png)\n")],
        ),
        (
            Code::ForbiddenScheme,
            vec![record(
                "",
                "Kör [här](javascript:alert(1)) och [här](java\tscript:x).\n",
            )],
        ),
        (
            Code::FormerAddressInvalid,
            vec![record(
                "former_addresses:\n  - /a/../b/\n  - https://gamla.example/a/\n  - \"/a/#del\"\n  - /%E4/\n",
                "",
            )],
        ),
        (
            Code::FrontMatterMissing,
            vec![Fixture::with_record("# Bara text\n")],
        ),
        (
            Code::FrontMatterSyntax,
            vec![
                Fixture::with_record("---\ntitle: Remiss: ny plan\n---\n"),
                Fixture::with_record("---\n- en\n- lista\n---\n"),
                Fixture::with_record("---\ntitle:\u{200b}A bridge\ndate: 2021-04-14\n---\n"),
                Fixture::with_record(
                    "---\ntitle: Lag om ändring\ni \"lagen\"\ndate: 2021-04-14\n---\n",
                ),
                record("utkast:ja\n", ""),
                Fixture::with_record("---\ntitle: \"A\\abridge\"\n---\n"),
                Fixture::with_record(&format!("---\nextra: {}\n---\n", "[".repeat(1000))),
                Fixture::with_record(&format!(
                    "---\na: &a {}\nb: [{}]\n---\n",
                    "ord ".repeat(50),
                    "*a, ".repeat(300)
                )),
            ],
        ),
        (
            Code::FrontMatterUnclosed,
            vec![Fixture::with_record(
                "---\ntitle: T\ndate: 2024-05-02\n\n# Ärendet\n\nEn text.\n",
            )],
        ),
        (
            Code::GuardingKeyUnclear,
            vec![
                record("drafft: ja\n", "").with(
                    "content/site.yaml",
                    format!("{SETTINGS}unknown_keys: keep\n"),
                ),
                record("", "").with(
                    "content/pages/kontakt.md",
                    "---\ntitle: K\npublish_from: 2030-01-01\n---\n",
                ),
                record("utkast: # ja\n", "publiceras_från: 2030-01-01\n"),
            ],
        ),
        (Code::IdInvalid, vec![record("id: Ny Lekplats\n", "")]),
        (
            Code::ImageWithoutText,
            vec![
                record("attachments: [karta.png]\n", "\n![](karta.png)\n")
                    .with("content/karta.png", "\u{89}PNG"),
            ],
        ),
        (
            Code::LanguageInvalid,
            vec![record("language: svenska\n", "")],
        ),
        (
            Code::LanguageWithoutWords,
            vec![record("", "").replace_in(
                "content/site.yaml",
                "language: sv",
                "language: de",
            )],
        ),
        (
            Code::LinkNotRead,
            vec![
                record(
                    "",
                    "Se [kartan](Karta över bron.pdf \"Bron\") och ![bron](bron nu.png).\n",
                ),
                record("", "Se [b][nope], [c][] och ![i][no], men [sic] och [1][2].\n"),
                record("", "Enligt not[^9], men inte `[^9]` och \\[^9].\n"),
                Fixture::with_record(
                    &RECORD.replace("Lekplatsen byggs.", "\"[Kartan](Karta 1.pdf)\""),
                ),
                record("", "Se [kartan](karta.pdf, och ring [oss](tel:08-123 45).\n"),
            ],
        ),
        (
            Code::LinkToUnpublished,
            vec![record("", "Se [utkastet](hemlig.md).\n").with(
                "content/hemlig.md",
                RECORD.replace("---\n\n", "draft: ja\n---\n\n"),
            )],
        ),
        (
            Code::MarkupNotRead,
            vec![record(
                "",
                "\n##Ärendet\n\n• Ett.\n• Två.\n\n| År | Summa |\n| 2024 | 10 |\n",
            )],
        ),
        (
            Code::MergeMarks,
            vec![
                record("", "<<<<<<< HEAD\nJa.\n=======\nNej.\n>>>>>>> andra\n"),
                record("<<<<<<< HEAD\noutcome: bifall\n=======\n", ""),
            ],
        ),
        (
            Code::MinutesLate,
            vec![
                record(
                    "stage: decided\noutcome: bifall\ndecided_on: 2024-05-10\napproved_on: 2024-05-25\n",
                    "",
                ),
                record(
                    "stage: decided\noutcome: bifall\ndecided_on: 2024-05-10\napproved_on: 2024-05-20\nannounced_on: 2024-05-23\n",
                    "",
                ),
            ],
        ),
        (
            Code::MissingKey,
            vec![
                Fixture::with_record("---\ntitle:\ndate: 2024-05-02\n---\n"),
                Fixture::with_record(RECORD).with("content/site.yaml", "language: sv\n"),
            ],
        ),
        (
            Code::NameLetterCase,
            vec![
                record("body: NÄMNDEN\n", "")
                    .with(
                        "content/a.md",
                        RECORD.replace("---\n\n", "body: Nämnden\n---\n\n"),
                    )
                    .with(
                        "content/b.md",
                        RECORD.replace("---\n\n", "body: Nämnden\n---\n\n"),
                    ),
            ],
        ),
        (
            Code::NameUnknown,
            vec![
                record("body: Nämden\ntopics: [Vatten]\n", "")
                    .with("content/bodies/namnden.md", "---\nname: Nämnden\n---\n")
                    .with("content/glossary.yaml", "återremis:\n")
                    .with("content/bodies/igen.md", "---\nname: nämnden\n---\n")
                    .with(
                        "content/topics.yaml",
                        "Miljö: Natur och klimat.\nTrafik:\n  former_names: [Gator]\n",
                    )
                    .with(
                        "content/a.md",
                        RECORD.replace("---\n\n", "body: Nämden\n---\n\n"),
                    ),
            ],
        ),
        (
            Code::NameWithoutAddress,
            vec![
                Fixture::default()
                    .with("content/site.yaml", SETTINGS)
                    .with("content/日本.md", RECORD),
                record("topics: [\"!!\"]\nbody: 日本\n", ""),
            ],
        ),
        (
            Code::NestedTooDeep,
            vec![record("", &format!("{} text\n", ">".repeat(101)))],
        ),
        (
            Code::NotText,
            vec![Fixture::with_record("").with("content/prov.md", b"---\ntitle: \xe5\n---\n")],
        ),
        (
            Code::ProposalWithDecision,
            vec![record(
                "stage: proposal\ndecision: Ja.\noutcome: bifall\n",
                "",
            ), record("skede: återremiss\nutgång: bifall\n", "")],
        ),
        (
            Code::RawHtml,
            vec![record(
                "",
                "Ett <b>starkt</b> ord.\n\n<script>\nalert(1)\n</script>\n\n<!-- dolt --> **Ord.**\n",
            )],
        ),
        (
            Code::RecordFileName,
            vec![
                record("", "").with("content/Beslut.md.txt", RECORD),
                record("", "").with("content/prov.md.bak", RECORD),
            ],
        ),
        (
            Code::RelationUnclear,
            vec![
                record("relations: [{kind: amends, to: provat}, {kind: ändrar, to: annan}, {kind: precedes, to: tredje}]\n", "")
                    .with("content/annan.md", RECORD)
                    .with(
                        "content/tredje.md",
                        RECORD.replace("title:", "relations: {kind: föregår, to: prov}\ntitle:"),
                    ),
                record("relations: [{kind: follows, to: prov}, {kind: follows, to: budget}, {kind: follows, to: utkast}, {kind: follows, to: 2023/budget}]\nassignments: [{what: Ett, reported_in: saknas}]\n", "")
                    .with("content/a/budget.md", RECORD.replace("2024-05-02", "2023-05-02"))
                    .with("content/b/budget.md", RECORD)
                    .with("content/utkast.md", RECORD.replace("title:", "draft: true\ntitle:")),
            ],
        ),
        (
            Code::SeveralNames,
            vec![record("topics: Skola, Trafik\n", "")],
        ),
        (
            Code::SettingInvalid,
            vec![
                settings("keys: {topics: draft}\n"),
                settings(
                    "time_zone: Mars/Norr\npage_size: 0\nrecord_data: kanske\nkeys: [a]\nunknown_keys: never\n",
                ),
                settings(
                    "severity: {raw-html: off, forbidden-scheme: warning}\ndescription: [a]\n",
                ),
                settings(
                    "search:\n  synonyms: [[sopor, avfall], dagis]\n  first_parts: gymnasie\n  whole_words: [två ord]\n",
                ),
                settings(
                    "terms_of_office:\n  - {since: 2022-10-15, until: 2026-10-14}\n  - {since: 2026-10-14, until: 2030-10-14}\n  - {since: 2019-01-01}\n",
                ),
                Fixture::with_record(RECORD)
                    .with("content/site.yaml", "title: A\nbase_url: beslut.example\n"),
                base_url("https://anna:hemligt@beslut.example/"),
                base_url("https://beslut.example//register/"),
                base_url("https://beslut.example/?del=register"),
            ],
        ),
        (
            Code::SettingsMissing,
            vec![Fixture::default().with("content/prov.md", RECORD)],
        ),
        (
            Code::SummaryTooLong,
            vec![record(&format!("summary: {}\n", "Lång. ".repeat(60)), "")],
        ),
        (
            Code::TableCellLost,
            vec![record(
                "",
                "| Skola | Plats |\n|---|---|\n| Ek | Vård | 4 000 kr |\n| Al | Vård | |\n| Bo |\n\n| Ort |\n|---|\n| Ek | Vård |\n",
            )],
        ),
        (
            Code::TableNotRead,
            vec![record(
                "",
                "| Skola | Plats |\n|---|---|---|\n| Ek | Vård |\n\n```\n| a |\n|---|\n```\n",
            )],
        ),
        (
            Code::TemplateFailed,
            vec![main("{{ record.title | number }}")],
        ),
        (
            Code::TemplateInvalid,
            vec![
                main("{% if record.title %}"),
                main("{{ record.title | shout }}"),
                theme(
                    "themes/eget/templates/text.html",
                    "{% extends \"borta.html\" %}",
                ),
            ],
        ),
        (
            Code::TextCutShort,
            vec![
                record(
                    "decision: Anbud #3 antas.\ntopics: [Skola, Vård] # två\nbody: #5 Nämnden\n",
                    "",
                ),
                settings("description: Beslut #1 # och\n"),
            ],
        ),
        (
            Code::ThemeMissing,
            vec![
                settings("theme: borta\n"),
                theme("themes/eget/theme.yaml", "name: Eget\nparent: borta\n"),
                theme("themes/eget/theme.yaml", "name: Eget\nparent: annat\n")
                    .with("themes/annat/theme.yaml", "name: Annat\nparent: eget\n"),
            ],
        ),
        (
            Code::UnknownKey,
            vec![
                record("recomendation: Två\n", ""),
                record("zzz: 1\n", ""),
                settings("titel: Dubbel\n"),
                settings("search: {synonym: [[sopor, avfall]]}\n"),
            ],
        ),
        (
            Code::UnknownValue,
            vec![
                record("stage: beslutet\n", ""),
                record("decision: Ja.\noutcome: 7\n", ""),
            ],
        ),
        (
            Code::UnknownVariable,
            vec![
                main(
                    "{% for topic in record.topics %}{{ topic.titel }}{% endfor %}{{ recrod.title }}",
                ),
                main(
                    "{% if record.outcom %}{{ words.serch }}{% endif %}{{ asset(name=\"stil.css\") }}",
                ),
            ],
        ),
        (
            Code::UnknownWord,
            vec![main("{{ word(id=\"count_record\", count=1) }}")],
        ),
        (
            Code::ValueForm,
            vec![
                record("body: [a, b]\nextra: text\n", ""),
                Fixture::with_record(
                    "---\ntitle: T\ndate: 2024-05-02\nproposer: {roll: ordförande, titel: X}\nrecommendation: R\n---\n",
                ),
                record("attachments: [{title: Utan fil}]\n", ""),
                record("utgång: Bifall i den del som rör bron\nbeslut: Bron byggs.\n", ""),
                record(
                    "uppdrag: [{vad: Utreda bron, vägen och kajen, till: Nämnden}]\nkostnader: [{belopp: 5, valuta: kronor}, {belopp: 7 kr}]\nändringar: {slag: rättelse}\n",
                    "",
                ),
            ],
        ),
        (
            Code::VotesDiffer,
            vec![record(
                "decided_on: 2024-05-03\noutcome: bifall\nvotes:\n  - {question: Ja, yes: 3, no: 1, by_party: [{party: A, yes: 2, no: 1}]}\n  - {question: Nej, yes: 2, by_member: [{name: Bo, vote: ja}]}\n  - {question: Åter, secret: ja, by_member: [{name: Bo, vote: ja}, {name: bo, vote: nej}], by_party: [{party: A, yes: 1}, {party: A, no: 1}]}\n",
                "",
            )],
        ),
        (
            Code::WordsInvalid,
            vec![theme("themes/eget/words/sv.ftl", "search = Sök\nfel rad\n")],
        ),
    ]
}

#[test]
fn each_code_is_shown_as_in_its_picture() {
    for (code, fixtures) in cases() {
        let mut shown = String::new();
        for (language, name) in [
            (MessageLanguage::Swedish, "svenska"),
            (MessageLanguage::English, "English"),
        ] {
            shown.extend(["==== ", name, "\n"]);
            for fixture in &fixtures {
                let pictures = rendered_pictures(fixture, language);
                assert!(
                    pictures.contains(&format!("[{}]", code.name())),
                    "{}:\n{pictures}",
                    code.name()
                );
                shown.push_str(&pictures);
                shown.push('\n');
            }
        }
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/pictures")
            .join(format!("{}.txt", code.name()));
        support::expect(&path, shown.as_bytes());
    }
}

/// The pictures of a fixture, those of pages that fail when they are made included.
fn rendered_pictures(fixture: &Fixture, language: MessageLanguage) -> String {
    let faults = fixture.faults();
    let messages = Messages::new(language);
    let lines = |path: &_, line: usize| fixture.line(path, line);
    faults
        .iter()
        .map(|fault| picture(fault, &messages, &lines))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn every_code_has_a_picture_or_belongs_to_the_edge() {
    let pictured: BTreeSet<Code> = cases().iter().map(|(code, _)| *code).collect();
    let expected: BTreeSet<Code> = Code::all()
        .filter(|code| !OF_THE_EDGE.contains(code))
        .collect();
    assert_eq!(pictured, expected);
}

#[test]
fn both_languages_say_something_of_every_code() {
    for language in [MessageLanguage::Swedish, MessageLanguage::English] {
        let messages = Messages::new(language);
        for code in Code::all() {
            let diagnostic = Diagnostic::new(code);
            assert!(!messages.message(&diagnostic).is_empty(), "{}", code.name());
            assert!(messages.help(&diagnostic).is_some(), "{}", code.name());
        }
    }
}

#[test]
fn five_faults_in_one_record_are_five_diagnostics_at_their_places() {
    let fixture = Fixture::with_record(
        "---\ntitle: Ny lekplats\ndatum: 31 april 2024\nproposer: Ada Prov\ncase_number: 2024.10\noutcom: bifall\nrecommendation: Lekplatsen byggs.\nstage: kanske\n---\n\n## Ärendet\n\nSe [beredningen](#beredning).\n",
    );
    let diagnostics = fixture.build().diagnostics;
    let places: Vec<String> = diagnostics
        .iter()
        .map(|fault| {
            format!(
                "{} {}",
                fault
                    .at
                    .as_ref()
                    .map(ToString::to_string)
                    .unwrap_or_default(),
                fault.code.name()
            )
        })
        .collect();
    assert_eq!(
        places,
        [
            "content/prov.md:3:8 date-invalid",
            "content/prov.md:5:14 case-number-not-text",
            "content/prov.md:6:1 unknown-key",
            "content/prov.md:8:8 unknown-value",
            "content/prov.md:13:18 dead-anchor",
        ]
    );
}

#[test]
fn a_record_that_cannot_be_read_does_not_blame_those_who_refer_to_it() {
    let linking = RECORD.replace("En lekplats.", "Se [den andra](trasig.md#beredning).");
    let fixture = Fixture::with_record(&linking).with("content/trasig.md", "---\ntitle: [\n---\n");
    assert_eq!(fixture.codes(), ["front-matter-syntax"]);
}

#[test]
fn a_lowered_code_warns_and_a_guarding_one_cannot_be_lowered() {
    let dead = RECORD.replace("En lekplats.", "Se [den andra](borta.md).");
    let fixture = Fixture::with_record(&dead).with(
        "content/site.yaml",
        format!("{SETTINGS}severity: {{dead-link: warning}}\n"),
    );
    let built = fixture.build();
    assert!(built.diagnostics.iter().all(|fault| !fault.is_error()));
    assert!(
        built
            .page("beslut/2024/prov/index.html")
            .contains("den andra")
    );
}

#[test]
fn the_manifest_is_no_page_s_address() {
    let record = RECORD.replace("title:", "former_addresses: [/manifest.json]\ntitle:");
    assert_eq!(Fixture::with_record(&record).codes(), ["address-taken"]);
}

#[test]
fn a_faulty_theme_does_not_hide_the_faults_of_records() {
    let record = RECORD.replace("En lekplats.", "Se [den andra](borta.md).");
    let fixture = Fixture::with_record(&record)
        .with("content/site.yaml", format!("{SETTINGS}theme: borta\n"));
    assert_eq!(fixture.codes(), ["dead-link", "theme-missing"]);
}

#[test]
fn an_anchor_of_an_address_of_the_site_is_checked() {
    let record = RECORD.replace(
        "En lekplats.",
        "## Ärendet\n\nSe [a](/beslut/2024/prov/#arendet) och [b](/beslut/2024/prov/#borta).",
    );
    assert_eq!(Fixture::with_record(&record).codes(), ["dead-anchor"]);
}

#[test]
fn marks_that_trim_blanks_are_no_part_of_a_tag() {
    let template = "{%- extends \"default/text.html\" -%}\n{%- block main -%}{%- for link in site.pages -%}{{- link.title -}}{{- link.titel -}}{%- endfor -%}{%- endblock main -%}";
    let fixture =
        Fixture::with_record(RECORD).with("themes/overrides/templates/text.html", template);
    assert_eq!(fixture.codes(), ["unknown-variable"]);
}
