//! What authors of themes write is published as they wrote it, and what it names is there.

mod support;

use diarium::diagnostics::Code;
use support::{Fixture, RECORD, SETTINGS};

fn site() -> Fixture {
    let named = format!("{SETTINGS}theme: eget\n");
    Fixture::with_record(RECORD)
        .with("content/site.yaml", named)
        .with("themes/eget/theme.yaml", "name: Eget\nparent: default\n")
}

/// The one built file whose path begins and ends so.
fn built(site: &Fixture, begins: &str, ends: &str) -> (String, String) {
    let files = site.build().files;
    let mut found = files
        .iter()
        .filter(|(path, _)| path.starts_with(begins) && path.ends_with(ends));
    let (path, bytes) = found.next().unwrap_or_else(|| panic!("no {begins}…{ends}"));
    assert!(found.next().is_none(), "{begins}…{ends} is built twice");
    (path.clone(), String::from_utf8_lossy(bytes).into_owned())
}

#[test]
fn style_sheets_and_scripts_are_published_as_they_are_written() {
    let sheet = "/* why */\nh1 { width: clamp(1rem, 0.5rem + 2vw, 2rem) }\na/* b */.c:not( .d ) { --empty:; color : RED }\n";
    let script = "// why\nexport const answer = 42;\n";
    let site = site()
        .with("themes/eget/static/style.css", sheet)
        .with("themes/eget/static/own.js", script);
    assert_eq!(built(&site, "static/style.", ".css").1, sheet);
    assert_eq!(built(&site, "static/own.", ".js").1, script);
}

#[test]
fn a_style_sheet_leads_to_the_published_names_of_what_it_names() {
    let site = site()
        .with(
            "themes/eget/static/css/site.css",
            "@import 'parts/base.css' print;\nb { background: url( ../bild%20ett.png?v=1#x ) }\n",
        )
        .with(
            "themes/eget/static/css/parts/base.css",
            "i { background: url(\"/static/vapen.svg#mark\") }\n",
        )
        .with("themes/eget/static/bild ett.png", "bild")
        .with("themes/eget/static/vapen.svg", "<svg/>");
    let (image, _) = built(&site, "static/bild-ett.", ".png");
    let (arms, _) = built(&site, "static/vapen.", ".svg");
    let (base, inner) = built(&site, "static/css/parts/base.", ".css");
    let (_, outer) = built(&site, "static/css/site.", ".css");
    let below = |path: &str, folder: &str| path.strip_prefix(folder).map(str::to_owned);
    let image = below(&image, "static/").expect("it is static");
    let arms = below(&arms, "static/").expect("it is static");
    let base = below(&base, "static/css/").expect("it is beside");
    assert_eq!(
        inner,
        format!("i {{ background: url(\"../../{arms}#mark\") }}\n")
    );
    assert_eq!(
        outer,
        format!(
            "@import \"../css/{base}\" print;\nb {{ background: url(\"../{image}?v=1#x\") }}\n"
        )
    );
}

#[test]
fn another_picture_gives_every_sheet_that_leads_to_it_another_name() {
    let site = |picture: &str| {
        site()
            .with("themes/eget/static/a.css", "@import \"b.css\";\n")
            .with("themes/eget/static/b.css", "b { background: url(c.png) }\n")
            .with("themes/eget/static/c.png", picture)
    };
    for sheet in ["static/a.", "static/b."] {
        let name = |picture: &str| built(&site(picture), sheet, ".css").0;
        assert_ne!(name("one"), name("two"));
        assert_eq!(name("one"), name("one"));
    }
}

#[test]
fn addresses_that_are_no_files_of_the_theme_stay() {
    let sheet = "b { background: url(#a), url(data:image/png;base64,AAAA), url(/bild.png), url(DATA:,x) }\n";
    let site = site().with("themes/eget/static/style.css", sheet);
    assert_eq!(built(&site, "static/style.", ".css").1, sheet);
    assert!(site.codes().is_empty());
}

#[test]
fn a_mark_of_the_byte_order_is_no_part_of_a_text() {
    let files = [
        ("content/prov.md", RECORD.to_owned()),
        (
            "themes/eget/theme.yaml",
            "name: Eget\nparent: default\n".to_owned(),
        ),
        ("themes/eget/words/sv.ftl", "home = Hem\n".to_owned()),
        (
            "themes/eget/templates/parts/home_terms.html",
            "{# tom #}".to_owned(),
        ),
    ];
    let plain = files
        .iter()
        .fold(site(), |site, (path, text)| site.with(path, text));
    let marked = files.iter().fold(site(), |site, (path, text)| {
        site.with(path, format!("\u{feff}{text}"))
    });
    let (plain, marked) = (plain.build(), marked.build());
    assert!(!plain.files.is_empty(), "{:?}", plain.diagnostics);
    assert!(marked.diagnostics.is_empty(), "{:?}", marked.diagnostics);
    let pages = |outcome: &support::Outcome| {
        let is_page = |path: &String| path.ends_with("html") || path.starts_with("static/");
        let pages = outcome.files.iter().filter(|(path, _)| is_page(path));
        pages
            .map(|(path, bytes)| (path.clone(), bytes.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(pages(&plain), pages(&marked));
}

#[test]
fn a_theme_in_another_encoding_is_an_error_at_its_line() {
    let latin = b"# rad ett\nhome = Sk\xe5da\n".to_vec();
    for path in [
        "themes/eget/words/sv.ftl",
        "themes/eget/templates/home.html",
        "themes/eget/static/style.css",
        "themes/eget/static/own.js",
    ] {
        let faults = site().with(path, &latin).build().diagnostics;
        let place = faults.iter().find(|fault| fault.code == Code::NotText);
        let place = place
            .and_then(|fault| fault.at.as_ref())
            .map(ToString::to_string);
        assert_eq!(place, Some(format!("{path}:2:1")));
    }
    let description = site().with(
        "themes/eget/theme.yaml",
        b"parent: default\nname: Sk\xe5da\n",
    );
    let codes = description.codes();
    assert!(codes.contains(&"not-text"), "{codes:?}");
}

#[test]
fn a_theme_names_facts_one_by_one_and_calls_them_as_it_likes() {
    let own = "{% extends \"default/record.html\" %}\n{% block here %}{{ record.fact.FACT.label }}: \
               {{ record.fact.FACT.values[0].text }}{% endblock here %}\n";
    let with = |fact: &str| {
        site()
            .with(
                "themes/eget/templates/record.html",
                own.replace("FACT", fact),
            )
            .with("themes/eget/words/sv.ftl", "fact_date = Den dagen\n")
            .with("themes/eget/words/en.ftl", "fact_date = That day\n")
    };
    let (_, page) = built(&with("date"), "beslut/2024/prov/", "index.html");
    assert!(page.contains("Den dagen: "), "{page}");
    assert!(page.contains("<dt>Den dagen</dt>"), "{page}");
    assert_eq!(with("datee").codes(), ["unknown-variable"; 2]);
    assert_eq!(with("draft").codes(), ["unknown-variable"; 2]);
}
