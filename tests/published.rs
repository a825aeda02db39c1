//! What is published of a record, where, and in what order.

mod support;

use std::fmt::Write as _;

use support::{Fixture, RECORD, SETTINGS};

fn record(lines: &str) -> String {
    RECORD.replace("---\n\n", &format!("{lines}---\n\n"))
}

/// A register in which an old proposal was decided last, and an older one published last.
fn decided_late() -> Fixture {
    let settings = format!("{SETTINGS}feed_size: 2\n");
    let mut site = Fixture::default().with("content/site.yaml", settings);
    for day in 10..25 {
        let text = record("body: Nämnden\ntopics: [Lek]\n")
            .replace("2024-05-02", &format!("2024-05-{day}"))
            .replace("Ny lekplats", &format!("Ärende {day}"));
        site = site.with(&format!("content/a-{day}.md"), text);
    }
    let decided =
        "body: Nämnden\ntopics: [Lek]\ndecision: Ja.\noutcome: bifall\ndecided_on: 2024-06-03\n";
    let late = "body: Nämnden\ntopics: [Lek]\npublish_from: 2024-06-01 08:00\n";
    site.with(
        "content/beslutat.md",
        record(decided).replace("2024-05-02", "2020-01-02"),
    )
    .with(
        "content/sent.md",
        record(late).replace("2024-05-02", "2019-01-02"),
    )
}

#[test]
fn a_decision_on_an_old_proposal_comes_first_in_every_feed_and_on_the_home_page() {
    let outcome = decided_late().build();
    let feeds = [
        "atom.xml",
        "organ/namnden/atom.xml",
        "foredragande/ada-prov/atom.xml",
        "amnen/lek/atom.xml",
    ];
    for feed in feeds {
        let feed = outcome.page(feed);
        let ids: Vec<&str> = feed
            .split("<id>https://beslut.example/beslut/")
            .skip(1)
            .filter_map(|rest| rest.split_once("</id>"))
            .map(|(id, _)| id)
            .collect();
        assert_eq!(ids, ["2020/beslutat/", "2019/sent/"]);
        let updated: Vec<&str> = feed
            .split("<updated>")
            .skip(1)
            .map(|rest| &rest[..10])
            .collect();
        assert_eq!(updated, ["2024-06-03", "2024-06-03", "2024-06-01"]);
        assert!(feed.contains("<published>2020-01-02T"));
    }
    let home = outcome.page("index.html");
    let place = |what: &str| {
        home.find(what)
            .unwrap_or_else(|| panic!("{what} in {home}"))
    };
    assert!(place("/beslut/2020/beslutat/") < place("/beslut/2019/sent/"));
    assert!(place("/beslut/2019/sent/") < place("/beslut/2024/a-24/"));
    assert!(home.contains("<time datetime=\"2024-06-03\">"));
    assert!(!home.contains("/beslut/2024/a-16/"), "ten are shown");
    let sitemap = outcome.page("sitemap.xml");
    assert!(sitemap.contains("/beslut/2020/beslutat/</loc><lastmod>2024-06-03</lastmod>"));
    assert!(sitemap.contains("/beslut/2019/sent/</loc><lastmod>2024-06-01</lastmod>"));
}

/// Where a body has decided, lists and years go by the day of that, and say it.
#[test]
fn lists_go_by_the_day_of_the_decision() {
    let outcome = decided_late().build();
    for list in ["beslut/index.html", "organ/namnden/index.html"] {
        let list = outcome.page(list);
        let place = |what: &str| list.find(what).expect("every record is listed");
        assert!(place("2020/beslutat/") < place("2024/a-24/"));
        assert!(place("2024/a-24/") < place("2024/a-10/"));
        assert!(place("2024/a-10/") < place("2019/sent/"));
        assert!(place("<time datetime=\"2024-06-03\">") < place("2024/a-24/"));
    }
    assert!(
        outcome
            .page("beslut/2024/index.html")
            .contains("2020/beslutat/")
    );
}

/// Spreadsheets open the table as it is: where the comma is the decimal sign, cells stand between semicolons.
#[test]
fn the_table_opens_in_the_spreadsheets_of_the_language() {
    let swedish = Fixture::with_record(RECORD)
        .build()
        .page("data/records.csv");
    assert!(swedish.starts_with("\u{feff}id;url;date;"), "{swedish}");
    let settings = SETTINGS.replace("language: sv", "language: en");
    assert_ne!(settings, SETTINGS);
    let site = Fixture::with_record(RECORD).with("content/site.yaml", settings);
    let english = site.build().page("data/records.csv");
    assert!(english.starts_with("\u{feff}id,url,date,"), "{english}");
}

#[test]
fn the_terms_of_use_are_those_of_the_settings() {
    let page = |license: &str| {
        let settings = format!("{SETTINGS}{license}");
        let site = Fixture::default().with("content/site.yaml", settings);
        (site.codes(), site.build().page("oppna-data/index.html"))
    };
    assert!(page("").1.contains(">CC0 1.0</a>"));
    let (codes, own) = page("license: https://example.org/villkor\n");
    assert!(codes.is_empty(), "{codes:?}");
    assert!(
        own.contains("<a href=\"https://example.org/villkor\">https://example.org/villkor</a>")
    );
    let settings = format!("{SETTINGS}license: CC0\n");
    let site = Fixture::default().with("content/site.yaml", settings);
    assert_eq!(site.codes(), ["setting-invalid"]);
}

#[test]
fn the_table_holds_no_formula_however_it_is_split() {
    let title = "title: \"Avtal;=cmd|' /C calc'!A0\"";
    let site = Fixture::with_record(&RECORD.replace("title: Ny lekplats", title));
    let table = site.build().page("data/records.csv");
    assert!(table.contains("Avtal;'=cmd|"), "{table}");
}

#[test]
fn open_data_holds_whole_addresses() {
    let settings =
        SETTINGS.replace("beslut.example/", "beslut.example/register/") + "record_data: true\n";
    let lines = "decision:\n  - Se [b](b.md#arendet), [oss](/organ/namnden/), [kartan](k.pdf) och [hit](#del).\noutcome: bifall\ndecided_on: 2024-05-02\nbody: Nämnden\nattachments: k.pdf\n";
    let text = record(lines)
        .replace(
            "Lekplatsen byggs.",
            "Som i [b](b.md) och [ute](https://x.example/).",
        )
        .replace("En lekplats.", "## Del\n");
    let site = Fixture::with_record(&text)
        .with("content/site.yaml", &settings)
        .with("content/k.pdf", "%PDF-1.7")
        .with(
            "content/b.md",
            RECORD.replace("En lekplats.", "## Ärendet\n"),
        );
    assert_eq!(site.codes(), Vec::<&str>::new());
    let outcome = site.build();
    let recommendation =
        "Som i [b](https://beslut.example/register/beslut/2024/b/) och [ute](https://x.example/).";
    let decision = "Se [b](https://beslut.example/register/beslut/2024/b/#arendet), [oss](https://beslut.example/register/organ/namnden/), [kartan](https://beslut.example/register/beslut/2024/prov/k.pdf) och [hit](https://beslut.example/register/beslut/2024/prov/#del).";
    for file in [
        "data/2024.json",
        "data/records.csv",
        "beslut/2024/prov/data.json",
    ] {
        let data = outcome.page(file);
        assert!(data.contains(recommendation), "{file}: {data}");
        assert!(data.contains(decision), "{file}: {data}");
    }
}

/// What a link in a clause leads to may get another address while the clause stays as it is.
#[test]
fn open_data_follows_what_its_links_lead_to() {
    let text = RECORD.replace("Lekplatsen byggs.", "Som i [b](b.md).");
    let before = Fixture::with_record(&text).with("content/b.md", RECORD);
    let after = before.clone().with("content/b.md", record("id: c\n"));
    let mut engine = diarium::engine::Engine::default();
    engine.read(&before.all(), &before);
    let inputs = |engine: &mut diarium::engine::Engine, site: &Fixture| {
        let build = engine.build(support::clock("2025-01-01"), site);
        build.plan.page("data/records.csv").map(|page| page.inputs)
    };
    let first = inputs(&mut engine, &before);
    engine.read(&after.since(&before), &after);
    assert_ne!(inputs(&mut engine, &after), first);
    assert!(
        after
            .build()
            .page("data/2024.json")
            .contains("/beslut/2024/c/)")
    );
}

fn attached(name: &str, bytes: &[u8], settings: &str) -> Vec<&'static str> {
    Fixture::with_record(&record(&format!("attachments: [\"{name}\"]\n")))
        .with(&format!("content/{name}"), bytes)
        .with("content/site.yaml", format!("{SETTINGS}{settings}"))
        .codes()
}

#[test]
fn only_documents_are_published_as_they_are() {
    let none = Vec::<&str>::new();
    for name in [
        "a.pdf",
        "A.PDF",
        "a.csv",
        "a.docx",
        "a.png",
        "a.zip",
        "a.php.pdf",
        "a.json",
    ] {
        assert_eq!(attached(name, b"%PDF-1.7", ""), none, "{name}");
    }
    for name in [
        "a.html",
        "a.HTM",
        "a.xhtml",
        "a.shtml",
        "a.svg",
        "a.svgz",
        "a.xml",
        "a.xsl",
        "a.js",
        "a.mjs",
        "a.css",
        "a.php",
        "a.phtml",
        "a.asp",
        "a.aspx",
        "a.jsp",
        "a.cgi",
        "a.pl",
        "a.py",
        "a.sh",
        "web.config",
        "a.exe",
        "a.swf",
        "a.wasm",
        "a.mht",
        "a.eml",
        "a.kml",
        "a.rss",
        "a.pdf.html",
        "htaccess",
        "a",
        "a.okand",
    ] {
        assert_eq!(attached(name, b"text", ""), ["attachment-type"], "{name}");
    }
    assert_eq!(attached(".htaccess", b"text", ""), ["attachment-path"]);
}

#[test]
fn the_first_bytes_count_whatever_the_name_says() {
    let pages: [&[u8]; 14] = [
        b"<!DOCTYPE html><p>Hej",
        b"\xef\xbb\xbf \n<HTML>",
        b"<!-- a --> <script>alert(1)</script>",
        b"<!-- never closed",
        b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        b"<?xml version=\"1.0\"?><svg/>",
        b"<?xml version=\"1.0\"?><x:html xmlns:x=\"http://www.w3.org/1999/xhtml\"/>",
        b"<?xml version=\"1.0\"?><a/>",
        b"<!DOCTYPE svg><svg/>",
        b"<?php phpinfo();",
        b"<% Response.Write %>",
        b"#!/bin/sh\n",
        b"\xff\xfe<\0h\0t\0m\0l\0>\0",
        b"<p>Hej</p>",
    ];
    for bytes in pages {
        for name in ["a.txt", "a.pdf", "a.png", "a.csv"] {
            let text = String::from_utf8_lossy(bytes);
            assert_eq!(
                attached(name, bytes, ""),
                ["attachment-type"],
                "{name}: {text}"
            );
        }
    }
    for text in ["<5 kWh per m²", "a <b> c", "< p>", "<anna@exempel.se>", ""] {
        assert_eq!(
            attached("a.txt", text.as_bytes(), ""),
            Vec::<&str>::new(),
            "{text}"
        );
    }
}

#[test]
fn the_settings_let_other_kinds_through_by_name() {
    let none = Vec::<&str>::new();
    let allow = "allow_attachment_types: [svg, .XML, gml]\n";
    let (svg, xml, html): (&[u8], &[u8], &[u8]) = (b"<svg />", b"<?xml ?><a/>", b"<html>");
    assert_eq!(attached("a.svg", svg, allow), none);
    assert_eq!(attached("a.xml", xml, allow), none);
    assert_eq!(attached("a.gml", xml, allow), none);
    assert_eq!(attached("a.pdf", b"%PDF", allow), none);
    let refused = ["attachment-type"];
    assert_eq!(attached("a.html", html, allow), refused);
    assert_eq!(attached("a.xml", html, allow), refused);
    assert_eq!(attached("a.txt", xml, allow), refused);
    assert_eq!(
        attached("a.html", html, "allow_attachment_types: html\n"),
        none
    );
    assert_eq!(
        attached("a.svg", html, "allow_attachment_types: svg\n"),
        refused
    );
    assert_eq!(
        attached("a.pdf", b"", "allow_attachment_types: [a b]\n"),
        ["setting-invalid"]
    );
}

/// Each page of a long case shows the records that stand nearest, and leads to the rest.
#[test]
fn a_record_of_a_long_case_shows_ten_others() {
    let mut site = Fixture::default().with("content/site.yaml", SETTINGS);
    for day in 1..29 {
        let text =
            record("case_number: KS 1\n").replace("2024-05-02", &format!("2024-05-{day:02}"));
        site = site.with(&format!("content/a-{day:02}.md"), text);
    }
    let outcome = site.build();
    let shown = |day: usize| {
        let page = outcome.page(&format!("beslut/2024/a-{day:02}/index.html"));
        let related = page
            .split("<section class=\"course\">")
            .nth(1)
            .expect("a section");
        let related = related.split("</section>").next().unwrap_or_default();
        assert!(related.contains("href=\"/arenden/ks-1/\""));
        let mut days = String::new();
        for part in related.split("/beslut/2024/a-").skip(1) {
            write!(days, "{} ", &part[..2]).expect("a text takes any writing");
        }
        assert!(related.contains(&format!(
            "aria-current=\"true\"><time datetime=\"2024-05-{day:02}\""
        )));
        days
    };
    assert_eq!(shown(1), "02 03 04 05 06 07 08 09 10 11 ");
    assert_eq!(shown(3), "01 02 04 05 06 07 08 09 10 11 ");
    assert_eq!(shown(14), "09 10 11 12 13 15 16 17 18 19 ");
    assert_eq!(shown(28), "18 19 20 21 22 23 24 25 26 27 ");
}
