//! What becomes of prose and clauses: their words are kept, what is hidden stays hidden, links lead where they may.

#![expect(
    clippy::disallowed_methods,
    reason = "the support of tests writes sites and reads what became of them"
)]

mod support;

use diarium::diagnostics::Diagnostic;
use support::{Fixture, RECORD, SETTINGS};

const PAGE: &str = "beslut/2024/prov/index.html";

/// A site of one record with this prose.
fn with_prose(prose: &str) -> Fixture {
    Fixture::with_record(&RECORD.replace("En lekplats.\n", prose))
}

/// The part of the page that shows the prose.
fn prose(prose: &str) -> String {
    let page = with_prose(prose).build().page(PAGE);
    let start = page.find("<div class=\"prose\">\n").expect("prose") + 20;
    let end = page[start..].find("\n\n</div>").expect("its end");
    page[start..start + end].to_owned()
}

/// The clauses of a page, as the recommendation shows them.
fn clauses(yaml: &str) -> String {
    let record = RECORD.replace("recommendation: Lekplatsen byggs.", yaml);
    let built = Fixture::with_record(&record).build();
    assert!(!built.files.is_empty(), "{yaml}: {:?}", built.diagnostics);
    let page = built.page(PAGE);
    let start = page
        .find("<section class=\"clauses proposal\">")
        .expect("a proposal");
    let section = &page[start..start + page[start..].find("</section>").expect("its end")];
    section
        .split_once("</h2>\n")
        .expect("a heading")
        .1
        .to_owned()
}

#[test]
fn a_comment_reaches_no_file_of_the_site() {
    let hidden = "800101-1234";
    let everywhere = "Först <!-- 800101-1234 --> sist.\n\n<!-- 800101-1234 -->\n\n<!--\n800101-1234\n\n800101-1234 -->\n\n## Rubrik <!-- 800101-1234 -->\n\n| a <!-- 800101-1234 --> | b |\n|---|---|\n| c | d <!-- 800101-1234 --> | <!-- 800101-1234 -->\n\n- <!-- 800101-1234 --> punkt\n\n> citat <!-- 800101-1234\n> 800101-1234 -->\n\n[länk <!-- 800101-1234 -->](https://a.example) ![bild<!-- 800101-1234 -->](karta.png) Not[^1].\n\n[^1]: Noten <!-- 800101-1234 -->.\n\n<div>\nblock <!-- 800101-1234 -->\n</div>\n\n<!-- 800101-1234 --> efter\n\n<b title=\"<!-- 800101-1234 -->\">fet</b>\n\n`kod` **fet <!-- 800101-1234 -->**\n";
    let record = RECORD
        .replace("En lekplats.\n", everywhere)
        .replace(
            "recommendation: Lekplatsen byggs.",
            "attachments: karta.png\ndecision: Ja <!-- 800101-1234 -->.\nrecommendation:\n  - Byggs <!-- 800101-1234 -->.\n  - \"<!-- 800101-1234 --> > 50 m²\"",
        );
    let site = Fixture::with_record(&record)
        .with("content/karta.png", "png")
        .with(
            "content/site.yaml",
            format!("{SETTINGS}record_data: true\n"),
        )
        .with(
            "content/pages/om.md",
            format!(
                "---\ntitle: Om\n---\n{}",
                everywhere.replace("karta.png", "/beslut/2024/prov/karta.png")
            ),
        );
    let built = site.build();
    assert!(
        built.diagnostics.iter().all(|fault| !fault.is_error()),
        "{:?}",
        built.diagnostics
    );
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains(hidden), "{path}: {text}");
    }
    let page = built.page(PAGE);
    for shown in [
        "Först  sist.",
        "punkt",
        "block",
        "efter",
        "&gt; 50 m²",
        "fet",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
}

#[test]
fn code_shows_a_comment_as_it_is_written() {
    let shown = prose("`<!-- a -->`\n\n```\n<!-- b -->\n```\n\n    <!-- c\n\n\\<!-- d\n");
    for comment in [
        "&lt;!-- a --&gt;",
        "&lt;!-- b --&gt;",
        "&lt;!-- c",
        "&lt;!-- d",
    ] {
        assert!(shown.contains(comment), "{comment}: {shown}");
    }
}

#[test]
fn a_clause_keeps_every_character_it_begins_with() {
    for (clause, shown) in [
        ("- 3 tjänster", "- 3 tjänster"),
        ("+ 3 tjänster", "+ 3 tjänster"),
        ("* 3 tjänster", "* 3 tjänster"),
        ("> 50 m²", "&gt; 50 m²"),
        ("# X #", "# X #"),
        ("1. Bygg", "1. Bygg"),
        ("[x]: b.md", "[x]: b.md"),
        ("| a |", "| a |"),
        ("---", "---"),
        ("===", "==="),
        ("```", "```"),
        ("~~~", "~~~"),
        (": ord", ": ord"),
        ("*bygg* 3 & 4", "<em>bygg</em> 3 &amp; 4"),
    ] {
        let written = clause.replace('\\', "\\\\");
        let found = clauses(&format!("recommendation: \"{written}\""));
        assert_eq!(found, format!("<p>{shown}</p>\n"));
        let found = clauses(&format!("recommendation: [\"{written}\", Ja.]"));
        assert!(found.contains(&format!("<li>{shown}</li>")), "{found}");
    }
    let two = clauses("recommendation: \"a\\n\\n      kod\"");
    assert!(!two.contains("<pre>") && !two.contains("<p><p>"), "{two}");
}

#[test]
fn a_link_that_leads_nowhere_is_text_whatever_its_severity() {
    let record = RECORD
        .replace(
            "En lekplats.",
            "Se [ett](hemlig.md), [två](/beslut/2024/hemlig/), [tre](borta.md), [fyra](#borta), ![fem](borta.png), [sex](b.md#borta), [sju](/beslut/2024/b/#borta) och [åtta][å].\n\n[å]: /beslut/2024/hemlig/",
        )
        .replace(
            "recommendation: Lekplatsen byggs.",
            "recommendation: \"[Nio](/beslut/2024/hemlig/) och [tio](b.md).\"",
        );
    let draft = RECORD.replace("title:", "draft: true\ntitle:");
    let settings = format!("{SETTINGS}severity: {{dead-link: warning, dead-anchor: warning}}\n");
    let site = Fixture::with_record(&record)
        .with(
            "content/site.yaml",
            format!("{settings}record_data: true\n"),
        )
        .with("content/b.md", RECORD)
        .with(
            "content/pages/om.md",
            "---\ntitle: Om\n---\n[Ett](/beslut/2024/hemlig/) och [två](/Borta/).\n",
        );
    let open = site.replace_in("content/prov.md", "[ett](hemlig.md), ", "");
    let built = open.with("content/hemlig.md", &draft).build();
    assert!(!built.files.is_empty(), "{:?}", built.diagnostics);
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("hemlig"), "{path}: {text}");
        assert!(
            !text.contains("borta\"") && !text.contains("borta.png"),
            "{path}"
        );
    }
    let page = built.page(PAGE);
    assert!(page.contains("Se två, tre, fyra, fem, <a href=\"/beslut/2024/b/\">sex</a>, <a href=\"/beslut/2024/b/\">sju</a> och åtta."), "{page}");
    assert!(
        page.contains("Nio och <a href=\"/beslut/2024/b/\">tio</a>."),
        "{page}"
    );
    assert!(
        built
            .page("om/index.html")
            .contains("<p id=\"text--1\">Ett och två.</p>")
    );
    let guarded = site.with("content/hemlig.md", &draft).build();
    assert!(guarded.diagnostics.iter().any(Diagnostic::is_error));
}

#[test]
fn notes_are_numbered_as_they_are_mentioned_and_lead_back() {
    let shown = prose(
        "[^å] först, [^a] sedan, [^*] och [^†], [^å] igen.\n\n[^a]: A.\n[^†]: Kors, se [^djup].\n\n[^å]: Å.\n[^*]: Stjärna.\n[^djup]: Djup.\n[^ensam]: Ensam.\n\nSist.\n",
    );
    let expected = "<section class=\"footnotes\" aria-label=\"Noter\">\n<ol>\n\
        <li id=\"fn--1\"><p>Å. <a class=\"footnote-back\" href=\"#fnref--1\" aria-label=\"Tillbaka till not 1 i texten, ställe 1\">↩\u{fe0e}1</a> <a class=\"footnote-back\" href=\"#fnref--1-2\" aria-label=\"Tillbaka till not 1 i texten, ställe 2\">↩\u{fe0e}2</a></p></li>\n\
        <li id=\"fn--2\"><p>A. <a class=\"footnote-back\" href=\"#fnref--2\" aria-label=\"Tillbaka till not 2 i texten\">↩\u{fe0e}</a></p></li>\n\
        <li id=\"fn--3\"><p>Stjärna. <a class=\"footnote-back\" href=\"#fnref--3\" aria-label=\"Tillbaka till not 3 i texten\">↩\u{fe0e}</a></p></li>\n\
        <li id=\"fn--4\"><p>Kors, se <sup class=\"footnote-reference\"><a id=\"fnref--5\" href=\"#fn--5\" aria-label=\"Not 5\">5</a></sup>. <a class=\"footnote-back\" href=\"#fnref--4\" aria-label=\"Tillbaka till not 4 i texten\">↩\u{fe0e}</a></p></li>\n\
        <li id=\"fn--5\"><p>Djup. <a class=\"footnote-back\" href=\"#fnref--5\" aria-label=\"Tillbaka till not 5 i texten\">↩\u{fe0e}</a></p></li>\n\
        <li id=\"fn--6\"><p>Ensam.</p></li>\n\
        </ol>\n</section>";
    assert!(shown.ends_with(expected), "{shown}");
    let text = &shown[..shown.len() - expected.len()];
    assert!(text.ends_with("<p id=\"text--2\">Sist.</p>\n"), "{text}");
    for (id, number) in [("1", 1), ("2", 2), ("3", 3), ("4", 4), ("1-2", 1)] {
        let mark = format!(
            "<a id=\"fnref--{id}\" href=\"#fn--{number}\" aria-label=\"Not {number}\">{number}</a>"
        );
        assert!(text.contains(&mark), "{mark}: {text}");
    }
}

#[test]
fn a_point_keeps_the_number_it_is_written_with() {
    let shown =
        prose("2. två\n3. tre\n5. fem\n6. sex\n5. åter\n   1. a\n   1. b\n   1. c\n\n- x\n- y\n");
    let points: Vec<&str> = shown.split("<li").skip(1).map(str::trim_end).collect();
    let begins = [
        ">två",
        ">tre",
        " value=\"5\">fem",
        ">sex",
        " value=\"5\">åter",
        ">a",
        ">b",
        ">c",
        ">x",
        ">y",
    ];
    assert_eq!(points.len(), begins.len(), "{shown}");
    for (point, begin) in points.iter().zip(begins) {
        assert!(point.starts_with(begin), "{point}");
    }
    assert!(shown.starts_with("<ol start=\"2\">"), "{shown}");
}

#[test]
fn every_id_of_a_page_with_notes_stands_once() {
    let shown = prose(
        "# Fn 1\n\n## Fn--1\n\nA[^1] ![b[^1]](/sok/) c[^1].\n\n[^1]: Ett.\n\n[^1]: Två.\n\n[^x]: # Rubrik\n",
    );
    let mut ids: Vec<&str> = shown
        .split("id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "{shown}");
    assert!(shown.contains("Två."), "{shown}");
}

#[test]
fn brackets_that_are_ordinary_in_decisions_are_no_faults() {
    let ordinary = "Han sade [sic] att [...] och […] enligt [1] och [1][2], [x], [ ] a[1](se ovan), [2](nedan kallad B). \\[^1] `[^1]` [NJA 2020 s. 3](se s. 4)\n\n- [ ] ej klart\n- [x] klart\n\n```\n[a][b] [^1] | x |\n```\n";
    assert_eq!(with_prose(ordinary).codes(), Vec::<&str>::new());
}

#[test]
fn odd_prose_costs_little() {
    let many =
        |count: usize, part: &dyn Fn(usize) -> String| -> String { (0..count).map(part).collect() };
    let cases = [
        many(20_000, &|_| "# Lika\n\n".to_owned()),
        many(8_000, &|n| format!("# R{n}\n\n[a](#r{n}) ")),
        many(40_000, &|_| "[a](#a) ".to_owned()) + "\n\n# A\n",
        many(20_000, &|n| format!("[a](#b{n})\n\n# B{n}x\n\n")),
        many(20_000, &|_| "<b>\n\n".to_owned()),
        many(20_000, &|_| "<b> ".to_owned()),
        many(20_000, &|_| "[k](a b.pdf ".to_owned()),
        many(5_000, &|n| format!("a[^{n}] [^b{n}]\n\n[^{n}]: c\n\n")),
        ">".repeat(50_000),
        "- ".repeat(50_000),
        "[".repeat(50_000),
        "*a **a ".repeat(20_000),
        "a <!-- ".repeat(20_000),
        "![".repeat(20_000),
        many(300, &|n| format!("{}- a\n", "  ".repeat(n))),
    ];
    for case in cases {
        let begin = &case[..20];
        let started = std::time::Instant::now();
        let _ = with_prose(&case).codes();
        let seconds = started.elapsed().as_secs_f64();
        assert!(seconds < 60.0, "{begin}: {seconds} s");
    }
}

#[test]
fn a_comment_between_two_lines_of_a_point_parts_their_words() {
    for between in [
        "<!-- kolla summan -->",
        "<!-- a -->\n  <!-- b -->",
        "<!-- a\n  b -->",
    ] {
        let list = format!("- Nämnden beviljar 5\n  {between}\n  000 kronor.\n");
        let term = format!("Term\n: Nio\n  {between}\n  hundra\n");
        for (text, shown) in [
            (&list, "<li>Nämnden beviljar 5\n000 kronor.</li>"),
            (&term, "<dd>Nio\nhundra</dd>"),
        ] {
            let page = prose(text);
            assert!(page.contains(shown), "{text}: {page}");
            let plain = diarium::record::prose::to_plain(text);
            assert!(
                plain.contains("5 000") || plain.contains("Nio hundra"),
                "{plain}"
            );
        }
    }
    let end = prose("- punkt\n  <!-- a -->\n- <!-- b --> två\n");
    assert!(end.contains("<li>punkt</li>"), "{end}");
}

#[test]
fn only_a_list_whose_points_all_begin_alike_is_numbered_anew() {
    for (text, values) in [
        ("1. A\n1. B\n5. C\n", [Some(1), Some(5)]),
        ("4. A\n4. B\n7. C\n", [Some(4), Some(7)]),
        ("1. Ett\n1. Två\n2. Tre\n", [Some(1), None]),
        ("1. A\n1. B\n1. C\n", [None, None]),
        ("4. A\n4. B\n4. C\n", [None, None]),
        ("1. A\n   1. x\n   1. y\n2. B\n3. C\n", [None, None]),
    ] {
        let shown = prose(text);
        let found: Vec<_> = shown
            .split("value=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next()?.parse::<u64>().ok())
            .collect();
        let expected: Vec<_> = values.into_iter().flatten().collect();
        assert_eq!(found, expected, "{text}: {shown}");
    }
}

#[test]
fn a_line_break_of_another_kind_cuts_no_row_and_no_heading() {
    let shown = prose(
        "## Ny\u{b}skola\n\n| a | b |\n|---|---|\n| c\u{b}d | e |\u{b}| f | g |\n\nEn\u{b}rad\n",
    );
    assert!(shown.contains(">Ny skola</h2>"), "{shown}");
    assert!(shown.contains("<td>c d</td><td>e</td>"), "{shown}");
    assert!(shown.contains("<td>f</td><td>g</td>"), "{shown}");
    assert!(shown.contains(">En\nrad</p>"), "{shown}");
}

#[test]
fn a_label_that_is_given_twice_is_told_of_once_at_the_second() {
    let again = "[karta] och [^1].\n\n[karta]: /sok/\n[Karta]: /x/\n\n[^1]: Ett.\n\n[^1]: Två.\n";
    let found = with_prose(again).codes();
    assert_eq!(found, ["definition-unused", "definition-unused"]);
    for ordinary in [
        "[karta].\n\n[karta]: /sok/\n\n```\n[karta]: /x/\n```\n",
        "[karta].\n\n[karta]: /sok/\n\nText\n[karta]: /x/\n",
        "[karta].\n\n[karta]: /sok/\n\n<!--\n[karta]: /x/\n-->\n",
        "Text.\n\n[//]: # (ett)\n[//]: # (två)\n",
        "- [ ]: klart\n\n\\[a]: b\n",
    ] {
        let found = with_prose(ordinary).codes();
        let found: Vec<_> = found.iter().filter(|code| **code != "raw-html").collect();
        assert!(found.is_empty(), "{ordinary}: {found:?}");
    }
}

#[test]
fn what_a_word_processor_makes_of_a_comment_is_told_of() {
    for near in [
        "‹!– a –>",
        "<!– a –>",
        "<!— a —>",
        "<! -- a -->",
        "<!- a ->",
        "< !-- a -->",
    ] {
        let found = with_prose(&format!("Text {near} mer.\n")).codes();
        assert_eq!(found, ["comment-not-hidden"], "{near}");
    }
    for ordinary in [
        "`<!– a –>`",
        "\\<!– a –>",
        "5 < 6! – ja",
        "‹citat› – ja",
        "a <! b",
    ] {
        let found = with_prose(&format!("Text {ordinary} mer.\n")).codes();
        assert!(found.is_empty(), "{ordinary}: {found:?}");
    }
}

/// A paragraph is cited by the heading above it and its number below that; what is added elsewhere moves no other.
#[test]
fn paragraphs_have_anchors_of_their_own() {
    let shown = |prose: &str| {
        let built = Fixture::with_record(&format!("{}{prose}", RECORD.trim_end())).build();
        built.page("beslut/2024/prov/index.html")
    };
    let page =
        shown("\n\n## Ärendet\n\nEtt.\n\n> Citat.\n\n- a\n\n  b\n\nTvå.\n\n## Slut\n\nTre.\n");
    for (anchor, text) in [
        ("text--1", "En lekplats."),
        ("arendet--1", "Ett."),
        ("arendet--2", "Två."),
        ("slut--1", "Tre."),
    ] {
        assert!(
            page.contains(&format!("<p id=\"{anchor}\">{text}</p>")),
            "{anchor}: {page}"
        );
    }
    assert!(page.contains("<p>Citat.</p>"), "{page}");
    let longer = shown("\n\nMer.\n\n## Ärendet\n\nEtt.\n\n## Slut\n\nTre.\n");
    assert!(longer.contains("<p id=\"slut--1\">Tre.</p>"), "{longer}");
}

/// Words are explained on a record's page alone, and follow the site's own file.
#[test]
fn words_are_explained_where_they_stand_first() {
    let record = RECORD.replace(
        "Lekplatsen byggs.",
        "Ärendet återremitteras efter remissen.",
    );
    let fixture = Fixture::with_record(&record).with(
        "content/annan.md",
        record.replace("title:", "language: en\ntitle:"),
    );
    let link = "<a class=\"term\" href=\"/ordlista/#aterremiss\">återremitteras</a>";
    let built = fixture.build();
    assert!(built.page("beslut/2024/prov/index.html").contains(link));
    assert!(
        !built
            .page("beslut/2024/annan/index.html")
            .contains("class=\"term\"")
    );
    for feed in ["atom.xml", "data/2024.json"] {
        assert!(!built.page(feed).contains("ordlista"), "{feed}");
    }
    assert!(
        built
            .page("ordlista/index.html")
            .contains("<dt id=\"aterremiss\">återremiss</dt>")
    );
    let without = fixture
        .clone()
        .with("content/glossary.yaml", "återremiss:\n")
        .build();
    let page = without.page("beslut/2024/prov/index.html");
    assert!(
        !page.contains(link) && page.contains("#remiss\">remissen</a>"),
        "{page}"
    );
    let off = fixture
        .with("content/site.yaml", format!("{SETTINGS}glossary: off\n"))
        .build();
    assert!(!off.page("beslut/2024/prov/index.html").contains("ordlista"));
    assert!(!off.files.contains_key("ordlista/index.html"));
}
