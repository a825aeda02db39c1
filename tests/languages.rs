//! Records in other languages than the site's: each part of a page says its language and the direction it is read in.

mod support;

use support::{Fixture, RECORD};

/// A site in Swedish with a record in this language, one before it and one after, all of one case.
fn with_language(language: &str) -> Fixture {
    let record = |title: &str, language: &str, day: &str| {
        let facts = format!("title: {title}\nlanguage: {language}\ncase_number: KS 1");
        let record = RECORD.replace("title: Ny lekplats", &facts);
        record.replace("2024-05-02", day)
    };
    Fixture::with_record(&record("Mitt", "sv", "2024-05-02"))
        .with("content/first.md", record("Första", language, "2024-05-01"))
        .with("content/third.md", record("Sista", language, "2024-05-03"))
        .with(
            "content/pages/om.md",
            format!("---\ntitle: Om\nlanguage: {language}\n---\nOm.\n"),
        )
}

#[test]
fn a_text_that_is_read_from_right_to_left_says_so_wherever_it_is_shown() {
    let built = with_language("ar").build();
    let own = "lang=\"ar\" dir=\"rtl\"";
    let ours = "lang=\"sv\" dir=\"ltr\"";
    let page = built.page("beslut/2024/first/index.html");
    assert!(
        page.contains(&format!("<article class=\"record\" {own}>")),
        "{page}"
    );
    assert!(
        page.contains(&format!("<section class=\"key-facts\" {ours}>")),
        "{page}"
    );
    let middle = built.page("beslut/2024/prov/index.html");
    assert_eq!(middle.matches(own).count(), 5, "{middle}");
    for list in ["index.html", "beslut/index.html", "beslut/2024/index.html"] {
        let list = built.page(list);
        assert!(list.contains(&format!("<li {own}>")), "{list}");
        assert!(
            list.contains(&format!("<p class=\"facts\" {ours}>")),
            "{list}"
        );
    }
    assert!(
        built
            .page("om/index.html")
            .contains(&format!("<article {own}>"))
    );
}

#[test]
fn a_site_that_is_read_from_right_to_left_says_so_of_each_page() {
    let site = with_language("sv").replace_in("content/site.yaml", "language: sv", "language: ar");
    let built = site.build();
    assert_eq!(site.codes(), ["language-without-words"]);
    let translated = site.with("themes/overrides/words/ar.ftl", "home = الرئيسية\n");
    assert!(translated.codes().is_empty());
    let translated = translated.build();
    for name in ["index.html", "decisions/2024/first/index.html"] {
        let page = translated.page(name);
        assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"), "{page}");
        assert!(page.contains("lang=\"sv\" dir=\"ltr\""), "{page}");
        // Words that are English say so.
        let page = built.page(name);
        assert!(page.contains("<html lang=\"en\">"), "{page}");
        assert!(
            page.contains("tabindex=\"-1\" lang=\"ar\" dir=\"rtl\">"),
            "{page}"
        );
        assert!(
            page.contains("class=\"facts\" lang=\"en\" dir=\"ltr\"") || name != "index.html",
            "{page}"
        );
        assert!(page.contains("lang=\"sv\" dir=\"ltr\""), "{page}");
    }
}

#[test]
fn texts_in_the_language_of_the_site_say_nothing_of_it() {
    let built = with_language("sv").build();
    assert!(!built.page("beslut/2024/first/index.html").contains("dir="));
    assert!(!built.page("index.html").contains("dir="));
}
