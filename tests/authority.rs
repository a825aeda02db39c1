//! Bodies, people, topics and meetings, as files of their own tell of them: by the real program, and what of them is hidden.

mod support;

use std::collections::BTreeMap;

use support::site::Site;
use support::{Fixture, RECORD, SETTINGS};

/// A record with further lines of front matter.
fn record(lines: &str) -> String {
    RECORD.replacen("title:", &format!("{lines}title:"), 1)
}

/// The output of a site, as of a day.
fn built(site: &Site, day: &str) -> BTreeMap<String, String> {
    let ended = site.run(&["build", "--as-of", day]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    let files = site.output().into_iter();
    files
        .map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned()))
        .collect()
}

const MEETING: &str = "---\norgan: Nämnden\ndatum: 14 januari 2025\nbörjar: 17.00\nplats: Salen\ndagordning: [Upprop, {titel: Park, ärende: \"2\"}, {titel: Val, ärende: \"3\"}]\n---\n\nVälkomna.\n";

#[test]
fn a_body_is_listed_by_every_name_that_it_has_and_had() {
    let site = Site::of(
        &Fixture::with_record(&record("body: Parknämnden\n"))
            .with("content/ny.md", record("body: Nämnden\n"))
            .with(
                "content/remiss.md",
                record("statements: [{body: Parknämnden, stance: for, text: Bra.}, {body: Rådet, stance: inget svar}]\n"),
            )
            .with(
                "content/bodies/namnden.md",
                "---\nname: Nämnden\nformer_names: [Parknämnden]\nsuccessor: Rådet\nremit: Parker.\n---\n\nSe [en handling](../ny.md).\n",
            ),
    );
    let files = built(&site, "2025-01-01");
    let page = &files["organ/namnden/index.html"];
    for told in [
        "/beslut/2024/prov/",
        "/beslut/2024/ny/",
        "Parker.",
        "/beslut/2024/remiss/",
        "Bra.",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    assert!(!files.contains_key("organ/parknamnden/index.html"));
    let old = &files["beslut/2024/prov/index.html"];
    assert!(
        old.contains("<a href=\"/organ/namnden/\">Parknämnden</a>"),
        "{old}"
    );
    let data = &files["data/2024.json"];
    assert!(
        data.contains(
            "{\"name\":\"Parknämnden\",\"url\":\"https://beslut.example/organ/namnden/\"}"
        ),
        "{data}"
    );
    let asked = &files["organ/radet/index.html"];
    assert!(asked.contains("Inget svar"), "{asked}");
    assert!(files["organ/index.html"].contains("1 yttrande"));
    for page in ["index.html", "oppna-data/index.html"] {
        assert!(!files[page].contains("/organ/radet/"), "{page}");
    }
    assert!(
        !files.contains_key("organ/radet/atom.xml"),
        "a list without records has no feed"
    );
}

/// The former addresses of every kind of text lead to its page.
#[test]
fn former_addresses_of_texts_lead_on() {
    let former = |name: &str| format!("former_addresses: /gammalt/{name}/\n---\n");
    let site = Site::of(
        &Fixture::with_record(RECORD)
            .with(
                "content/pages/om.md",
                format!("---\ntitle: Om\n{}", former("om")),
            )
            .with(
                "content/bodies/n.md",
                format!("---\nname: Nämnden\n{}", former("namnden")),
            )
            .with(
                "content/people/a.md",
                format!("---\nname: Ada Ek\n{}", former("ada")),
            )
            .with(
                "content/meetings/m.md",
                format!("---\nbody: Nämnden\ndate: 2025-01-14\n{}", former("mote")),
            ),
    );
    let files = built(&site, "2025-01-01");
    for (name, address) in [
        ("om", "/om/"),
        ("namnden", "/organ/namnden/"),
        ("ada", "/foredragande/ada-ek/"),
        ("mote", "/sammantraden/m/"),
    ] {
        let page = &files[&format!("gammalt/{name}/index.html")];
        assert!(page.contains(address), "{name}: {page}");
    }
}

#[test]
fn what_is_a_draft_leaves_no_trace() {
    let hidden = "draft: true\nsummary: Dimridå.\nlanguage: sv\n---\n\nDimridå.\n";
    let site = Site::of(
        &Fixture::with_record(RECORD)
            .with(
                "content/bodies/a.md",
                format!("---\nname: Dimridån\n{hidden}"),
            )
            .with(
                "content/people/a.md",
                format!("---\nname: Dimridå Ek\n{hidden}"),
            )
            .with(
                "content/meetings/a.md",
                format!("---\nbody: Dimridån\ndate: 2025-01-14\nplace: Dimridå\n{hidden}"),
            ),
    );
    for (path, text) in built(&site, "2025-01-01") {
        let both = format!("{path} {text}").to_lowercase();
        assert!(!both.contains("dimrid"), "{path}");
    }
    for (file, text) in [
        ("content/topics.yaml", "Dimridå: {draft: true}\n"),
        ("content/bodies/b.md", "---\nname: B\nstatus: draft\n---\n"),
        (
            "content/meetings/b.md",
            "---\nbody: B\ndate: 2025-01-14\npublish_from: 2030-01-01\n---\n",
        ),
    ] {
        let site = Site::of(&Fixture::with_record(RECORD).with(file, text));
        let ended = site.run(&["build", "--as-of", "2025-01-01"]);
        assert_eq!(ended.code, Some(1), "{file}: {}", ended.said);
    }
}

#[test]
fn a_citizen_who_proposes_something_has_no_page() {
    let citizen = record("type: citizens' proposal\n").replace("Ada Prov", "Nils Utkastsson");
    let fixture = Fixture::with_record(RECORD).with("content/fria.md", &citizen);
    let name = |files: &BTreeMap<String, String>| {
        let pages = files
            .keys()
            .filter(|path| path.starts_with("foredragande/"));
        let pages =
            pages.filter(|path| path.ends_with("/index.html") && path.matches('/').count() == 2);
        pages.cloned().collect::<Vec<_>>()
    };
    let files = built(&Site::of(&fixture), "2025-01-01");
    assert_eq!(name(&files).len(), 1, "{:?}", name(&files));
    let shown = &files["beslut/2024/fria/index.html"];
    assert!(shown.contains("Nils Utkastsson") && !shown.contains("/nils-utkastsson/"));
    let none = Vec::<String>::new();
    for (setting, expected) in [("described", &none), ("off", &none)] {
        let settings = format!("{SETTINGS}person_pages: {setting}\n");
        let files = built(
            &Site::of(&fixture.clone().with("content/site.yaml", settings)),
            "2025-01-01",
        );
        assert_eq!(name(&files), *expected, "{setting}");
    }
    let described = fixture
        .with(
            "content/site.yaml",
            format!("{SETTINGS}person_pages: described\n"),
        )
        .with(
            "content/people/nils.md",
            "---\nname: Nils Utkastsson\nrole: Ledamot\n---\n",
        );
    let files = built(&Site::of(&described), "2025-01-01");
    assert_eq!(name(&files), ["foredragande/nils-utkastsson/index.html"]);
}

#[test]
fn a_meeting_shows_its_agenda_and_comes_down_when_its_day_is_over() {
    let item = |number: &str, paragraph: &str| {
        record(&format!(
            "body: Nämnden\nmeeting: {{date: 2025-01-14, item: \"{number}\", paragraph: \"{paragraph}\"}}\n"
        ))
    };
    let site = Site::of(
        &Fixture::with_record(&item("4", "§ 9"))
            .with("content/park.md", item("2", "7"))
            .with(
                "content/utan.md",
                record("meeting: {date: 2024-12-03, body: nämnden}\n"),
            )
            .with("content/meetings/namnden-2025-01-14.md", MEETING),
    );
    let files = built(&site, "2025-01-14");
    let page = &files["sammantraden/namnden-2025-01-14/index.html"];
    let places: Vec<usize> = ["Upprop", "/beslut/2024/park/", "Val", "/beslut/2024/prov/"]
        .iter()
        .map(|told| page.find(told).unwrap_or_else(|| panic!("{told}: {page}")))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(
        page.contains("17:00") && page.contains("Välkomna."),
        "{page}"
    );
    let before = &files["sammantraden/namnden-2024-12-03/index.html"];
    assert!(before.contains("/beslut/2024/utan/"), "{before}");
    assert!(
        before.contains("/sammantraden/namnden-2025-01-14/"),
        "{before}"
    );
    assert!(
        files["beslut/2024/park/index.html"]
            .contains("<a href=\"/sammantraden/namnden-2025-01-14/\">")
    );
    let coming = "Kommande sammanträden";
    assert!(files["anslagstavla/index.html"].contains(coming));
    let files = built(&site, "2025-01-15");
    assert!(!files["anslagstavla/index.html"].contains(coming));
    assert!(files["sammantraden/index.html"].contains("Inget sammanträde"));
}

#[test]
fn calendars_know_a_meeting_by_its_address_and_follow_its_changes() {
    let calendar = |text: &str| {
        let site = Site::of(
            &Fixture::with_record(RECORD)
                .with(
                    "content/site.yaml",
                    format!("{SETTINGS}time_zone: Europe/Stockholm\n"),
                )
                .with("content/meetings/namnden-2025-01-14.md", text),
        );
        let files = built(&site, "2025-01-01");
        assert!(files["anslagstavla/calendar.ics"].contains("BEGIN:VEVENT"));
        files["sammantraden/calendar.ics"].clone()
    };
    let planned = calendar(MEETING);
    let uid = |calendar: &str| {
        let begins = calendar.find("UID:").expect("it has one");
        calendar[begins..]
            .replace("\r\n ", "")
            .lines()
            .next()
            .map(str::to_owned)
    };
    for line in ["DTSTART:20250114T160000Z", "SEQUENCE:0", "STATUS:CONFIRMED"] {
        assert!(planned.contains(line), "{line}: {planned}");
    }
    let moved = MEETING.replace("14 januari 2025", "15 juli 2025").replace(
        "plats:",
        "ändringar: {datum: 2024-12-20, anmärkning: Flyttat.}\nplats:",
    );
    let moved = calendar(&moved);
    for line in [
        "DTSTART:20250715T150000Z",
        "SEQUENCE:1",
        "DTSTAMP:20241220T000000Z",
    ] {
        assert!(moved.contains(line), "{line}: {moved}");
    }
    assert_eq!(uid(&planned), uid(&moved));
    let cancelled = calendar(&MEETING.replace("plats:", "läge: inställt\nplats:"));
    assert!(cancelled.contains("STATUS:CANCELLED"), "{cancelled}");
    assert_eq!(uid(&planned), uid(&cancelled));
}

#[test]
fn a_site_calls_facts_as_it_likes() {
    let settings = format!("{SETTINGS}labels: {{föredragande: Borgarråd, body: Organ & råd}}\n");
    let site = Site::of(
        &Fixture::with_record(&record("body: Nämnden\n")).with("content/site.yaml", settings),
    );
    let files = built(&site, "2025-01-01");
    let page = &files["beslut/2024/prov/index.html"];
    assert!(
        page.contains("<dt>Borgarråd</dt>") && page.contains("<dt>Organ &amp; råd</dt>"),
        "{page}"
    );
    assert!(files["index.html"].contains(">Borgarråd</a>"));
    let wrong = Fixture::with_record(RECORD).with(
        "content/site.yaml",
        format!("{SETTINGS}labels: {{bodi: X}}\n"),
    );
    assert_eq!(wrong.codes(), ["unknown-key"]);
}

#[test]
fn hostile_names_stay_names() {
    let name = "</a><script>alert(1)</script> {{ site.title }} ../../x";
    let quoted = format!("\"{name}\"");
    let site = Site::of(
        &Fixture::with_record(&record(&format!("body: {quoted}\n")))
            .with("content/bodies/x.md", format!("---\nname: {quoted}\nremit: {quoted}\ncontact: {quoted}\n---\n\n{name}\n"))
            .with("content/topics.yaml", format!("{quoted}: {quoted}\n"))
            .with("content/meetings/x.md", format!("---\nbody: {quoted}\ndate: 2025-01-14\nplace: {quoted}\nagenda: [{quoted}]\nattendance: [{{name: {quoted}, reason: {quoted}}}]\n---\n")),
    );
    for (path, text) in built(&site, "2025-01-01") {
        assert!(!path.contains(".."), "{path}");
        let is_page = [".html", ".xml"].iter().any(|end| path.ends_with(end));
        assert!(!is_page || !text.contains("<script>alert"), "{path}");
    }
}
