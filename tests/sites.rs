//! Whole sites: `tests/fixtures/<site>/` is built and compared with its `expected/`, which holds the list of its files and one of
//! each kind.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use diarium::engine::Engine;
use diarium::pages::Content;
use support::{Fixture, files_below, fixtures};

/// The list of a site's files, beside those that are compared.
const LIST: &str = "files.txt";

/// Builds a site, and compares the list of its files with `files.txt` and those that stand beside it, byte by byte.
fn matches_expectation(site: &str) -> BTreeMap<String, &'static str> {
    let fixture = Fixture::from_folder(site);
    let mut engine = Engine::default();
    engine.read(&fixture.all(), &fixture);
    let build = engine.build(support::clock("2025-01-01"), &fixture);
    let outcome = fixture.outcome_of(&build);
    let errors: Vec<_> = outcome
        .diagnostics
        .iter()
        .filter(|fault| fault.is_error())
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    // The files of the search index are no text to read, and static files are the theme's: other tests hold both.
    let is_read = |path: &str| !path.contains("/index/") && !path.starts_with("static/");
    let mut files = outcome.files;
    files.retain(|path, _| is_read(path));
    let expected = fixtures().join(site).join("expected");
    let mut list: Vec<&str> = files.keys().map(String::as_str).collect();
    list.push("");
    support::expect(&expected.join(LIST), list.join("\n").as_bytes());
    for path in files_below(&expected).iter().filter(|path| *path != LIST) {
        let bytes = files.get(path);
        let bytes = bytes.unwrap_or_else(|| panic!("{path} is expected in {site}, but not built"));
        support::expect(&expected.join(path), &without_digests(bytes));
    }
    let pages = build.plan.pages.iter();
    let kinds = pages.map(|page| (page.address.output_path(), kind_of(&page.content)));
    kinds.filter(|(path, _)| is_read(path)).collect()
}

/// Builds a site of which at least one file of each kind is expected, and returns the kinds there are.
fn shows_each_kind(site: &str) -> BTreeSet<&'static str> {
    let kinds = matches_expectation(site);
    let expected = files_below(&fixtures().join(site).join("expected"));
    let shown: BTreeSet<_> = expected.iter().filter_map(|path| kinds.get(path)).collect();
    let missing = kinds.iter().find(|(_, kind)| !shown.contains(kind));
    if let Some((path, kind)) = missing {
        panic!(
            "no {kind} of {site} is expected: make an empty expected/{path}, and UPDATE=1 fills it"
        );
    }
    kinds.into_values().collect()
}

/// The kind of a page; all pages of one kind are made by the same code.
fn kind_of(content: &Content) -> &'static str {
    match content {
        Content::Home(_) => "home page",
        Content::Record(_) => "record",
        Content::Listing(page) if page.number.is_some() => "older page of a listing",
        Content::Listing(_) => "listing",
        Content::Index(..) => "index",
        Content::Text(..) => "text",
        Content::NotFound => "page for what is missing",
        Content::Redirect(..) => "redirect",
        Content::Redirects(_) => "list of redirects",
        Content::Feed(_) => "feed",
        Content::Sitemap(_) => "sitemap",
        Content::SitemapIndex(_) => "list of sitemaps",
        Content::Robots => "robots.txt",
        Content::OpenData(_) => "page of open data",
        Content::DataIndex(_) => "index of data",
        Content::DataYear(_) => "data of a year",
        Content::DataTable(_) => "table",
        Content::DataRecord(_) => "data of a record",
        Content::Search(_) => "search",
        Content::OpenSearch => "description of the search",
        Content::SearchFile(_) | Content::StandingSearchFile(..) => "file of the search index",
        Content::Asset(_) => "static file",
        Content::Attachment(..) => "attachment",
        Content::Assignments(_) => "assignments",
        Content::AssignmentFeed(_) => "feed of assignments",
        Content::AssignmentTable(_) => "table of assignments",
        Content::Costs(_) => "costs",
        Content::CostTable(_) => "table of costs",
        Content::Glossary => "glossary",
        Content::Meeting(_) => "meeting",
        Content::MeetingList(_) => "list of meetings",
        Content::MeetingCalendar(_) => "calendar of meetings",
        Content::MeetingData(_) => "data of meetings",
        Content::NoticeBoard(_) => "notice board",
        Content::NoticeFeed(_) => "feed of the notice board",
        Content::NoticeCalendar(_) => "calendar of the notice board",
        Content::NoticeLog(_) => "log of the notice board",
    }
}

/// A page with `style.css` for `style.0123456789ab.css`, so that a changed line of a style sheet is no difference of every
/// page that shows it.
fn without_digests(page: &[u8]) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(page) else {
        return page.to_vec();
    };
    let is_digest =
        |part: &str| part.len() == 12 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let parts: Vec<&str> = text.split('.').filter(|part| !is_digest(part)).collect();
    parts.join(".").into_bytes()
}

#[test]
fn a_swedish_site_is_built_as_expected() {
    let kinds = shows_each_kind("swedish");
    // All that a page of this program can be, but for what is not read here and what only a large register has.
    assert_eq!(kinds.len(), 34, "{kinds:?}");
}

#[test]
fn an_english_site_is_built_as_expected() {
    shows_each_kind("english");
}

/// Of what leads elsewhere, each file that holds addresses in a form of its own.
#[test]
fn a_site_below_a_path_is_built_as_expected() {
    matches_expectation("sub-path");
}

/// A page with the block that is overridden, and one with the word.
#[test]
fn a_theme_with_a_parent_overrides_a_block_a_word_and_a_static_file() {
    matches_expectation("child-theme");
}

/// The record and its data, which show what became of each foreign key.
#[test]
fn a_foreign_collection_builds_with_its_own_keys() {
    matches_expectation("foreign");
}

#[test]
fn drafts_withheld_and_expired_records_leave_no_trace() {
    let outcome = Fixture::from_folder("swedish").build_as_of("2025-01-01");
    for (path, bytes) in &outcome.files {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        for trace in ["hemlig", "väntande", "vantar", "utgång", "utgang"] {
            assert!(
                !text.contains(trace) && !path.contains(trace),
                "`{trace}` in {path}"
            );
        }
    }
}

#[test]
fn a_waiting_record_appears_and_an_expiring_one_vanishes_at_their_moments() {
    let fixture = Fixture::from_folder("swedish");
    let has = |day: &str, path: &str| fixture.build_as_of(day).files.contains_key(path);
    let waiting = "beslut/2023/vantar/index.html";
    let expiring = "beslut/2023/utganget/index.html";
    assert!(!has("2030-01-15", waiting) && has("2030-01-16", waiting));
    assert!(has("2023-12-31", expiring) && !has("2024-01-01", expiring));
}

#[test]
fn a_site_below_a_path_links_nowhere_else() {
    let outcome = Fixture::from_folder("sub-path").build();
    for (path, bytes) in outcome.files.iter().filter(|(path, _)| {
        std::path::Path::new(path)
            .extension()
            .is_some_and(|extension| extension == "html")
    }) {
        let text = String::from_utf8_lossy(bytes);
        for attribute in ["href=\"", "src=\""] {
            for link in text
                .split(attribute)
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
            {
                let is_outside = link.starts_with('/') && !link.starts_with("/a/b/");
                assert!(!is_outside, "{link} in {path}");
            }
        }
    }
}

#[test]
fn full_pages_of_a_listing_keep_their_bytes_when_a_record_is_added() {
    let fixture = Fixture::from_folder("swedish");
    let before = fixture.build();
    let newer = support::RECORD.replace(
        "date: 2024-05-02",
        "date: 2024-05-02\nbody: Kommunstyrelsen",
    );
    let after = fixture.with("content/2024/ny.md", newer).build();
    let numbered = |path: &&String| path.contains("/sida/");
    for path in before.files.keys().filter(numbered) {
        let was_redirect =
            String::from_utf8_lossy(&before.files[path]).contains("http-equiv=\"refresh\"");
        assert!(
            was_redirect || before.files[path] == after.files[path],
            "{path}"
        );
    }
    let changed: Vec<_> = after
        .files
        .iter()
        .filter(|(path, bytes)| before.files.get(*path) != Some(bytes))
        .filter(|(path, _)| !path.contains("/index/"))
        .collect();
    assert!(
        changed.len() <= 25,
        "{} files: {:?}",
        changed.len(),
        changed.iter().map(|(path, _)| path).collect::<Vec<_>>()
    );
}

#[test]
fn names_in_either_unicode_form_give_one_ascii_address() {
    let composed = "content/2022/Översyn av öppettider.md";
    let decomposed = "content/2022/O\u{308}versyn av o\u{308}ppettider.md";
    for name in [composed, decomposed] {
        let linking = support::RECORD.replace(
            "En lekplats.",
            "Se [översynen](2022/Översyn%20av%20öppettider.md).",
        );
        let outcome = Fixture::with_record(&linking)
            .with(name, support::RECORD)
            .build();
        let page = outcome.page("beslut/2024/prov/index.html");
        assert!(
            page.contains("href=\"/beslut/2024/oversyn-av-oppettider/\""),
            "{name}"
        );
    }
}

#[test]
fn a_former_address_with_a_full_stop_is_a_file_for_records_and_texts_alike() {
    let text = "---\ntitle: Om\nformer_addresses: [/gammal/om.html, /gamla]\n---\n\nText.\n";
    let outcome = Fixture::with_record(support::RECORD)
        .with("content/pages/om.md", text)
        .build();
    assert!(
        outcome.files.contains_key("gammal/om.html")
            && outcome.files.contains_key("gamla/index.html")
    );
}
