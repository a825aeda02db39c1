//! A new fact is a row.

mod support;

use support::{Fixture, SETTINGS};

#[test]
fn a_row_is_all_that_a_fact_needs() {
    let record = "---\ntitle: Ny lekplats\ndate: 2024-05-02\nproposer: Ada Prov\nrecommendation: Lekplatsen byggs.\n\
                  arkivreferens: F1:37\nställningstagande: tillstyrker\nkostnader:\n  - {belopp: 2 mnkr, per: år}\n---\n\nEn lekplats.\n";
    let site = Fixture::with_record(record).with("content/site.yaml", SETTINGS);
    let files = site.build().files;
    let text = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    let page = text("beslut/2024/prov/index.html");
    assert!(
        page.contains("<dt>Arkivreferens</dt>\n<dd>F1:37</dd>"),
        "{page}"
    );
    assert!(
        page.contains("<dt>Ställningstagande</dt>\n<dd>Tillstyrker</dd>"),
        "{page}"
    );
    assert!(
        page.contains("<dt>Kostnad</dt>\n<dd>2 mnkr, år</dd>"),
        "{page}"
    );
    let data = text("data/2024.json");
    assert!(data.contains("\"archive_reference\":\"F1:37\""), "{data}");
    assert!(data.contains("\"position\":\"for\""), "{data}");
    assert!(
        data.contains("\"costs\":[{\"amount\":\"2 mnkr\",\"per\":\"år\"}]"),
        "{data}"
    );
    assert!(text("data/records.csv").contains(",F1:37,for"));
    let search = text("sok/index.html");
    assert!(search.contains("data-facet=\"position\""), "{search}");
    assert!(
        search.contains("<summary>Ställningstagande</summary>"),
        "{search}"
    );
    let wrong = record.replace("2 mnkr", "mycket");
    assert_eq!(Fixture::with_record(&wrong).codes(), ["value-form"]);
}
