//! Mistakes that staff make, each with what they are told: the code and the line here, the words in `pictures/mistakes.txt`.

mod support;

use std::path::Path;

use diarium::diagnostics::{MessageLanguage, Messages, picture};
use support::{Fixture, SETTINGS};

/// Facts of a sound record; a mistake replaces the line of its key.
const FACTS: [&str; 7] = [
    "titel: Ny cykelväg längs ån",
    "datum: 2026-09-14",
    "föredragande: Anna Berg",
    "organ: Tekniska nämnden",
    "förslag: Nämnden bygger en cykelväg.",
    "diarienummer: TN 2026/81",
    "skede: förslag",
];

/// What a record with a mistake is made of.
enum Written {
    /// Another line, or other lines, in the place of the one with the same number.
    Line(usize, &'static str),
    /// One more line, or more, behind the facts.
    More(&'static str),
    /// Prose.
    Prose(&'static str),
    /// The whole file.
    File(&'static str),
}

use Written::{File, Line, More, Prose};

/// A mistake: what it is, how it is written, the code and the line that are told.
const MISTAKES: [(&str, Written, &str, usize); 58] = [
    (
        "a date with a slash",
        Line(1, "datum: 14/9 2026"),
        "date-invalid",
        3,
    ),
    (
        "a date of two meanings",
        Line(1, "datum: 9/4 2026"),
        "date-invalid",
        3,
    ),
    (
        "a year of two digits",
        Line(1, "datum: 26-09-14"),
        "date-invalid",
        3,
    ),
    (
        "a day that is none",
        Line(1, "datum: 31 september 2026"),
        "date-invalid",
        3,
    ),
    (
        "a year that is a slip",
        Line(1, "datum: 2062-09-14"),
        "dates-out-of-order",
        3,
    ),
    (
        "no date at all",
        Line(1, "datum: i höst"),
        "date-invalid",
        3,
    ),
    (
        "no colon",
        Line(3, "organ Tekniska nämnden"),
        "front-matter-syntax",
        5,
    ),
    (
        "no blank behind the colon",
        Line(3, "organ:Tekniska nämnden"),
        "front-matter-syntax",
        5,
    ),
    (
        "a colon in the title",
        Line(0, "titel: Medborgarförslag: ny väg"),
        "front-matter-syntax",
        2,
    ),
    (
        "curly quotes and a colon",
        Line(0, "titel: ”Ny väg”: etapp 2"),
        "front-matter-syntax",
        2,
    ),
    (
        "a quote that is not closed",
        Line(0, "titel: \"Ny väg längs ån"),
        "front-matter-syntax",
        2,
    ),
    (
        "text behind a quote",
        Line(0, "titel: \"Ny väg\" längs ån"),
        "front-matter-syntax",
        2,
    ),
    (
        "brackets first",
        Line(0, "titel: [Brådskande] Ny väg"),
        "front-matter-syntax",
        2,
    ),
    (
        "a star first",
        Line(0, "titel: *Ny väg"),
        "front-matter-syntax",
        2,
    ),
    (
        "a per cent sign first",
        Line(0, "titel: %-satsen höjs"),
        "front-matter-syntax",
        2,
    ),
    (
        "an at sign first",
        Line(0, "titel: @kommunen"),
        "front-matter-syntax",
        2,
    ),
    (
        "a tab",
        Line(4, "förslag:\n\t- Nämnden bygger."),
        "front-matter-syntax",
        7,
    ),
    (
        "bullets",
        Line(4, "förslag:\n• Nämnden bygger.\n• Nämnden betalar."),
        "front-matter-syntax",
        7,
    ),
    (
        "numbers",
        Line(4, "förslag:\n1. Nämnden bygger.\n2. Nämnden betalar."),
        "front-matter-syntax",
        7,
    ),
    (
        "a text on two lines",
        Line(0, "titel: Ny cykelväg\nlängs ån"),
        "front-matter-syntax",
        3,
    ),
    (
        "dashes of a word processor",
        File("–-\ntitel: Ny väg\n---\n"),
        "front-matter-missing",
        1,
    ),
    (
        "an empty line first",
        File("\n---\ntitel: Ny väg\n---\n"),
        "front-matter-missing",
        1,
    ),
    (
        "no line before the facts",
        File("titel: Ny väg\ndatum: 2026-09-14\n"),
        "front-matter-missing",
        1,
    ),
    (
        "no facts",
        File("# Ny väg\n\nText.\n"),
        "front-matter-missing",
        1,
    ),
    (
        "no line behind the facts",
        File("---\ntitel: Ny väg\ndatum: 2026-09-14\n\nText.\n"),
        "front-matter-unclosed",
        3,
    ),
    (
        "a long dash behind the facts",
        File("---\ntitel: Ny väg\n—\n\nText.\n"),
        "front-matter-unclosed",
        3,
    ),
    (
        "a misspelt key",
        Line(3, "orgna: Tekniska nämnden"),
        "unknown-key",
        5,
    ),
    (
        "a key that is none",
        More("avdelning: Gata"),
        "unknown-key",
        9,
    ),
    (
        "a stage that is none",
        Line(6, "skede: klart"),
        "unknown-value",
        8,
    ),
    (
        "an outcome that is none",
        More("utfall: klart"),
        "unknown-value",
        9,
    ),
    (
        "a proposal with a decision",
        More("beslut: Vägen byggs.\nbeslutsdatum: 2026-10-20"),
        "proposal-with-decision",
        9,
    ),
    (
        "decided without a decision",
        Line(6, "skede: beslutat"),
        "decided-without-decision",
        8,
    ),
    (
        "a decision without its day",
        Line(6, "skede: beslutat\nbeslut: Vägen byggs."),
        "decided-without-day",
        9,
    ),
    (
        "decided before it was proposed",
        Line(
            6,
            "skede: beslutat\nbeslut: Vägen byggs.\nbeslutsdatum: 2026-08-01",
        ),
        "dates-out-of-order",
        10,
    ),
    (
        "a case number that YAML takes for a number",
        Line(5, "diarienummer: 2026.10"),
        "case-number-not-text",
        7,
    ),
    (
        "a key that stands twice",
        More("datum: 2026-09-15"),
        "duplicate-key",
        9,
    ),
    (
        "an id with marks",
        More("id: cykelväg-lillån"),
        "id-invalid",
        9,
    ),
    (
        "an attachment that is missing",
        More("bilagor: karta.pdf"),
        "attachment-missing",
        9,
    ),
    (
        "an attachment elsewhere",
        More("bilagor: ../bilagor/karta.pdf"),
        "attachment-path",
        9,
    ),
    (
        "an image that is not listed",
        Prose("![Karta](karta.png)"),
        "dead-link",
        11,
    ),
    (
        "an address without https",
        Prose("Se [planen](www.exempelstad.example/plan)."),
        "dead-link",
        11,
    ),
    (
        "a mail address without mailto",
        Prose("Skriv till [Anna](anna@exempelstad.example)."),
        "dead-link",
        11,
    ),
    (
        "a file of the writer's disk",
        Prose("Se [kartan](G:/kartor/karta.pdf)."),
        "forbidden-scheme",
        11,
    ),
    (
        "a link with blanks",
        Prose("Se [kartan](Karta över ån.pdf)."),
        "link-not-read",
        11,
    ),
    (
        "bold of HTML",
        Prose("En rad. <b>En till.</b>"),
        "raw-html",
        11,
    ),
    (
        "a table without its line",
        Prose("| År | Summa |\n| 2026 | 10 |"),
        "markup-not-read",
        11,
    ),
    (
        "a heading without its blank",
        Prose("##Ärendet"),
        "markup-not-read",
        11,
    ),
    (
        "bullets in the text",
        Prose("• Vägen byggs."),
        "markup-not-read",
        11,
    ),
    (
        "an image without words",
        Prose("![](https://exempelstad.example/karta.png)"),
        "image-without-text",
        11,
    ),
    (
        "a heading that is not there",
        Prose("Se [nedan](#bakgrund)."),
        "dead-anchor",
        11,
    ),
    (
        "a summary that is too long",
        More(
            "sammanfattning: Nämnden bygger en ny cykelväg längs ån från torget till bron, med belysning, bänkar och räcken, och låter samtidigt laga den gamla vägen, plantera nya träd på båda sidor och sätta upp skyltar på svenska, finska och engelska, så att alla som cyklar, går eller rullar i rullstol ska hitta fram året om, också på natten.",
        ),
        "summary-too-long",
        9,
    ),
    ("an empty title", Line(0, "titel:"), "missing-key", 2),
    (
        "a draft that is perhaps one",
        More("utkast: kanske"),
        "unknown-value",
        9,
    ),
    (
        "a language by its name",
        More("språk: svenska"),
        "language-invalid",
        9,
    ),
    (
        "two people in one text",
        Line(2, "föredragande: Anna Berg, Bo Ek"),
        "several-names",
        4,
    ),
    (
        "two topics in one text",
        More("ämnen: Skola, Trafik"),
        "several-names",
        9,
    ),
    (
        "a moment that is none",
        More("publiceras_från: 2026-09-14 25:00"),
        "date-invalid",
        9,
    ),
    (
        "a comment that cuts a title",
        Line(0, "titel: Anbud #3 antas"),
        "text-cut-short",
        2,
    ),
];

fn record(written: &Written) -> String {
    let mut facts: Vec<&str> = FACTS.to_vec();
    let mut prose = "En väg.";
    match written {
        File(text) => return (*text).to_owned(),
        Line(number, line) => facts[*number] = line,
        More(line) => facts.push(line),
        Prose(text) => prose = text,
    }
    format!("---\n{}\n---\n\n{prose}\n", facts.join("\n"))
}

#[test]
fn staff_are_told_of_each_mistake_at_its_place_in_both_languages() {
    let mut told = String::new();
    for (name, written, code, line) in &MISTAKES {
        let site = Fixture::default()
            .with("content/site.yaml", SETTINGS)
            .with("content/vag.md", record(written));
        let faults = site.build_as_of("2027-01-01").diagnostics;
        let fault = faults.iter().find(|fault| fault.code.name() == *code);
        let fault = fault.unwrap_or_else(|| panic!("{name}: {faults:#?}"));
        let at = fault.at.as_ref().map(|at| at.line);
        assert_eq!(at, Some(*line), "{name}");
        told.push_str("==== ");
        told.push_str(name);
        told.push('\n');
        for language in [MessageLanguage::Swedish, MessageLanguage::English] {
            let messages = Messages::new(language);
            told.push_str(&picture(fault, &messages, &|path, line| {
                site.line(path, line)
            }));
            told.push('\n');
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures/mistakes.txt");
    support::expect(&path, told.as_bytes());
}

/// What may be written in another way and has one meaning only is no mistake.
#[test]
fn what_has_one_meaning_is_understood() {
    for written in [
        Line(1, "datum: 2026-9-4"),
        Line(1, "datum: den 14 september 2026"),
        Line(1, "datum: 14 sept 2026"),
        Line(1, "datum: 2026–09–14"),
        Line(1, "datum: 2026.09.14"),
        Line(1, "datum: 20260914"),
        Line(0, "Titel: Ny väg"),
        Line(0, "titel: ”Medborgarförslag: ny väg”"),
        Line(0, "titel:\u{a0}Ny väg"),
        Line(3, "nämnd: Tekniska nämnden"),
        Line(3, "beslutande organ: Tekniska nämnden"),
        Line(4, "förslag till beslut: Vägen byggs."),
        Line(5, "ärendenummer: TN 2026/81"),
        Line(5, "diarienummer: ”TN 2026/81”"),
        More("publiceras_från: 2026-09-14 8:00"),
        Line(
            6,
            "skede: beslutat\nbeslut: Vägen byggs.\nbeslutsdatum: 2026-10-20\nutfall: bifall",
        ),
    ] {
        let text = record(&written);
        let site = Fixture::default()
            .with("content/site.yaml", SETTINGS)
            .with("content/vag.md", text.as_str());
        let faults = site.build_as_of("2027-01-01").diagnostics;
        assert!(faults.is_empty(), "{text}\n{faults:#?}");
    }
}
