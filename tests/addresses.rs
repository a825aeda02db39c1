//! Addresses of every kind of name: long ones, those that once were, and those that two pages want.

mod support;

use std::process::Command;

use support::{Fixture, RECORD, SETTINGS};

const PROGRAM: &str = env!("CARGO_BIN_EXE_diarium");

/// A record with more lines in its front matter.
fn record(lines: &str) -> String {
    RECORD.replace("---\n\n", &format!("{lines}---\n\n"))
}

#[test]
fn a_name_of_any_length_has_an_address_that_a_disk_takes() {
    let long = "Anna Berg och Bo Ek ".repeat(15);
    let lines = format!(
        "body: {long}nämnd\ntopics: [{long}ämne]\ncase_number: {long}nummer\nattachments: [{name}.pdf]\n",
        name = "karta-".repeat(35),
    );
    let text = record(&lines).replace("Ada Prov", &long);
    let name = "beslut-".repeat(33);
    let second = text.replace("Ny lekplats", "Ännu en");
    let site = Fixture::with_record(&text)
        .with(&format!("content/{name}.md"), &second)
        .with(&format!("content/{}.pdf", "karta-".repeat(35)), "%PDF-1.7")
        .with(
            &format!("content/pages/{}.md", "sida-".repeat(40)),
            "---\ntitle: Sida\n---\n",
        );
    let folder = tempfile::tempdir().expect("a folder can be made");
    site.write(folder.path());
    let run = |command: &str| {
        let mut program = Command::new(PROGRAM);
        program.arg("--root").arg(folder.path()).arg(command);
        program.output().expect("the program runs")
    };
    for command in ["check", "build"] {
        let said = run(command);
        let errors = String::from_utf8_lossy(&said.stderr).into_owned();
        assert_eq!(said.status.code(), Some(0), "{command}: {errors}");
    }
    for file in support::files_below(&folder.path().join("output")) {
        let longest = file.split('/').map(str::len).max();
        assert!(longest.is_some_and(|length| length <= 130), "{file}");
    }
}

#[test]
fn a_new_record_with_a_long_title_is_written() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    Fixture::with_record(RECORD).write(folder.path());
    let mut program = Command::new(PROGRAM);
    let title = "Förslag om en ny lekplats ".repeat(20);
    let facts = ["--proposer", "Ada", "--recommendation", "Ja.", "--date"];
    program
        .arg("--root")
        .arg(folder.path())
        .args(["new", &title]);
    let said = program.args(facts).arg("2024-06-01").output();
    let said = said.expect("the program runs");
    let errors = String::from_utf8_lossy(&said.stderr).into_owned();
    assert_eq!(said.status.code(), Some(0), "{errors}");
    let files = support::files_below(&folder.path().join("content/2024"));
    assert!(files[0].starts_with("forslag-om-en-ny-lekplats-forslag-"));
    assert!(files[0].len() <= 123, "{files:?}");
}

#[test]
fn a_former_address_is_a_page_or_a_rule_for_the_web_server() {
    let former = "former_addresses:\n  - /beslut/2019/ändring/\n  - /beslut/2019/%C3%A4ldre\n  - /arkiv/437.pdf\n  - /arkiv/Om%20bron.html\n  - \"/visa.aspx?id=37&del=2\"\n  - /?p=37\n";
    let settings = SETTINGS.replace("beslut.example/", "beslut.example/register/");
    let text = "---\ntitle: Om\nformer_addresses: [/om.htm, /om.doc]\n---\n";
    let site = Fixture::with_record(&record(former))
        .with("content/pages/om.md", text)
        .with("content/site.yaml", settings);
    let outcome = site.build();
    assert_eq!(site.codes(), Vec::<&str>::new());
    assert_eq!(
        outcome.page("redirects.txt"),
        "/register/?p=37 /register/beslut/2024/prov/\n\
         /register/arkiv/437.pdf /register/beslut/2024/prov/\n\
         /register/arkiv/Om%20bron.html /register/beslut/2024/prov/\n\
         /register/beslut/2019/%C3%A4ldre /register/beslut/2024/prov/\n\
         /register/beslut/2019/%C3%A4ndring/ /register/beslut/2024/prov/\n\
         /register/om.doc /register/om/\n\
         /register/om.htm /register/om/\n\
         /register/visa.aspx?id=37&del=2 /register/beslut/2024/prov/\n"
    );
    for page in [
        "beslut/2019/ändring/index.html",
        "beslut/2019/äldre/index.html",
        "arkiv/Om bron.html",
    ] {
        assert!(
            outcome.page(page).contains("/register/beslut/2024/prov/"),
            "{page}"
        );
    }
    assert!(outcome.page("om.htm").contains("/register/om/"));
    for rule in ["arkiv/437.pdf", "om.doc", "visa.aspx"] {
        assert!(!outcome.files.contains_key(rule), "{rule}");
    }
}

#[test]
fn a_site_without_former_addresses_has_no_rules() {
    let outcome = Fixture::with_record(RECORD).build();
    assert!(!outcome.files.contains_key("redirects.txt"));
}

#[test]
fn a_link_to_a_former_address_with_other_letters_is_encoded() {
    let linking = RECORD.replace("En lekplats.", "Se [förr](/beslut/2019/ändring/).");
    let site = Fixture::with_record(&linking).with(
        "content/b.md",
        record("former_addresses: /beslut/2019/ändring/\n"),
    );
    let page = site.build().page("beslut/2024/prov/index.html");
    assert!(
        page.contains("href=\"/beslut/2019/%C3%A4ndring/\""),
        "{page}"
    );
}

/// Two sources that want what cannot be had together.
#[test]
fn a_file_and_a_folder_of_one_name_are_told_whatever_stands_between() {
    let other = |former: &str| {
        Fixture::with_record(&record("former_addresses: [/gammal.html]\n"))
            .with(
                "content/b.md",
                record(&format!("former_addresses: [{former}]\n")),
            )
            .codes()
    };
    let taken = vec!["address-taken"];
    for former in [
        "/gammal.html/djupt/",
        "/gammal.html-x/, /gammal.html/djupt/",
        "/gammal.html!/, /gammal.html-x/, /gammal.html.html, /gammal.html/a.html",
        "/GAMMAL.html",
        "/Gammal.HTML/djupt/",
        "/gammal.html",
    ] {
        assert_eq!(other(former), taken, "{former}");
    }
    for former in [
        "/gammal.html-x/",
        "/gammal.pdf",
        "/gammal.html?del=2",
        "/gammal/",
    ] {
        assert_eq!(other(former), Vec::<&str>::new(), "{former}");
    }
}

#[test]
fn rules_contend_only_where_they_lead_apart() {
    let codes = |first: &str, second: &str| {
        Fixture::with_record(&record(&format!("former_addresses: {first}\n")))
            .with(
                "content/b.md",
                record(&format!("former_addresses: {second}\n")),
            )
            .codes()
    };
    assert_eq!(codes("/a.pdf", "/a.pdf"), ["address-taken"]);
    assert_eq!(codes("/a.pdf", "/a.pdf/b.html"), Vec::<&str>::new());
    assert_eq!(codes("[/a.pdf, /A.pdf]", "/b.pdf"), Vec::<&str>::new());
    assert_eq!(codes("/data/records.csv", "/b.pdf"), ["address-taken"]);
    assert_eq!(codes("/?p=1", "/?p=1"), ["address-taken"]);
}

#[test]
fn what_is_not_published_yet_contends_too() {
    let published = record("former_addresses: [/gammal/, /a.pdf]\n");
    for (path, text) in [
        (
            "content/b.md",
            record("draft: true\nformer_addresses: /gammal/\n"),
        ),
        (
            "content/b.md",
            record("draft: true\nformer_addresses: /a.pdf\n"),
        ),
        (
            "content/b.md",
            record("publish_from: 2030-01-01\nformer_addresses: /gammal/x.html\nid: c\n")
                .replace("/x.html", "/index.html"),
        ),
        ("content/b.md", record("draft: true\nid: prov\n")),
        (
            "content/pages/gammal.md",
            "---\ntitle: G\ndraft: true\n---\n".to_owned(),
        ),
        (
            "content/pages/b.md",
            "---\ntitle: B\ndraft: true\nformer_addresses: /gammal/\n---\n".to_owned(),
        ),
    ] {
        let site = Fixture::with_record(&published).with(path, &text);
        assert_eq!(site.codes(), ["address-taken"], "{path}: {text}");
    }
}
