//! What the files of a site may hold.

pub(crate) const PROSE: [&str; 7] = [
    "En lekplats.",
    "En lekplats.\n\n## Ärendet\n\nSe [en annan](fil-1-0.md).",
    "Gungor och *rutschbanor* vid skolgården.\n\n- ett\n- två",
    "## Beredning\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    "",
    "Lekplatsbeslutet gäller skolgården[^1].\n\n[^1]: En not.",
    "Se [alla](/beslut/) och [protokollet](https://x.example/).",
];

pub(crate) const SHARED: [&str; 8] = [
    "",
    "body: Nämnd\ntopics: [Skola]\n",
    "body: Styrelse\ntopics: [Skola, Vård]\ncase_number: \"KS 1\"\n",
    "body: Nämnd\ncase_number: \"KS 1\"\nextra: {mer: 1}\n",
    "decision: Ja.\ndecided_on: 2024-06-01\noutcome: bifall\n",
    "body: Nämnd\nmeeting: {date: 2025-01-14, paragraph: \"3\"}\nstatements: [{body: Styrelse, stance: for}, {body: Gamla nämnden}]\n",
    "body: Gamla nämnden\nmeeting: {date: 2025-01-14, item: \"2\"}\ncosts: [{amount: 100, per: year, period: 2025}]\ntopics: [Barn]\n",
    "decision: Ja.\ndecided_on: 2024-06-01\nannounced_on: 2024-06-05\nappeal: legality review\nassignments: [{what: Bygg, to: Styrelse, due: 2025-03-01}]\n",
];

pub(crate) const STATES: [&str; 6] = [
    "",
    "draft: true\n",
    "publish_from: 2025-06-01 08:00\n",
    "publish_from: 2030-01-01\n",
    "publish_until: 2025-03-01\n",
    "publish_from: 2025-02-01\npublish_until: 2026-01-01\n",
];

pub(crate) const BROKEN: [(&str, &str); 6] = [
    (
        "content/trasig.md",
        "---\ntitle: Trasig\ndate: i går\nproposer: Ada\nrecommendation: Ja.\n---\n",
    ),
    ("content/site.yaml", "title: [\n"),
    ("themes/overrides/templates/text.html", "{{ page.titel }}"),
    ("themes/overrides/words/sv.ftl", "home = {\n"),
    ("content/utan.md", "Ingen framdel.\n"),
    ("content/meetings/trasig.md", "---\nbody: Nämnd\n---\n"),
];

/// A meeting: one that records tell of too, one moved to another day, one cancelled.
pub(crate) const MEETINGS: [&str; 4] = [
    "",
    "---\nbody: Nämnd\ndate: 2025-01-14\nbegins: 17.00\nagenda: [Upprop, {title: Lek, item: \"2\"}]\n---\n",
    "---\nbody: Nämnd\ndate: 2025-06-14\nchanges: [{date: 2025-01-02, note: Flyttat.}]\n---\n\nVälkomna.\n",
    "---\nbody: Styrelse\ndate: 2025-01-14\nstate: cancelled\n---\n",
];
