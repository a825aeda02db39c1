//! What becomes of files that are edited as forms.

use std::collections::BTreeMap;

use super::{Changes, Items, edited, form, new_file};
use crate::record::{Key, Reading};

const FILE: &str = "\u{feff}---\n# Överst\ntitel: \"Bro: en\"   # kort\ndatum: 2021-04-14\n\nföredragande:\n  # Två\n  - Ada # ordförande\n  # och\n  - namn: Bo\n    parti: X\n# Under\nförslag: |\n  Ett.\n\n  # två\nämnen: [Vägar, Broar] # flera\negen: 3\n---\n\n## Text\n";

fn items(said: &[&[&str]]) -> Items {
    let item = |parts: &&[&str]| parts.iter().map(|part| (*part).to_owned()).collect();
    Items(said.iter().map(item).collect())
}

fn changed(file: &str, facts: &[(Key, Items)], prose: Option<&str>) -> Option<String> {
    let changes = Changes {
        facts: facts.iter().cloned().collect::<BTreeMap<_, _>>(),
        prose: prose.map(str::to_owned),
    };
    let bytes = edited(file.as_bytes(), &Reading::default(), &changes, "sv")?;
    String::from_utf8(bytes).ok()
}

#[test]
fn what_is_not_changed_stays_byte_for_byte() {
    assert_eq!(changed(FILE, &[], None).as_deref(), Some(FILE));
    for (facts, from, to) in [
        (
            (Key::TITLE, items(&[&["Ny bro"]])),
            "titel: \"Bro: en\"   # kort",
            "titel: \"Ny bro\"   # kort",
        ),
        (
            (
                Key::PROPOSER,
                items(&[&["Ada"], &["Cia", "", "ledamot"], &["Bo", "X"]]),
            ),
            "  # och\n  - namn: Bo",
            "  # och\n  - namn: Cia\n    roll: ledamot\n  - namn: Bo",
        ),
        (
            (Key::PROPOSER, items(&[&["Bo", "X"]])),
            "  - Ada # ordförande\n  # och\n  - namn: Bo\n    parti: X\n",
            "  # och\n  - namn: Bo\n    parti: X\n",
        ),
        (
            (Key::RECOMMENDATION, items(&[&["Två."]])),
            "förslag: |\n  Ett.\n\n  # två\n",
            "förslag: Två.\n",
        ),
        (
            (Key::TOPICS, items(&[&["Vägar"], &["Hamnar"]])),
            "ämnen: [Vägar, Broar] # flera\n",
            "ämnen: [Vägar, Hamnar] # flera\n",
        ),
        (
            (Key::TOPICS, items(&[&["Hamnar"]])),
            "ämnen: [Vägar, Broar] # flera\n",
            "ämnen: # flera\n  - Hamnar\n",
        ),
        ((Key::DATE, items(&[])), "datum: 2021-04-14\n", ""),
        (
            (Key::BODY, items(&[&["Nämnden"]])),
            "egen: 3\n",
            "egen: 3\norgan: Nämnden\n",
        ),
    ] {
        let file = FILE;
        let expected = file.replacen(from, to, 1);
        let now = changed(file, std::slice::from_ref(&facts), None);
        assert_eq!(now.as_deref(), Some(&*expected), "{facts:?}");
    }
    let file = FILE.replace('\n', "\r\n");
    let now = changed(&file, &[(Key::TITLE, items(&[&["A"]]))], Some("\nB\n"));
    let now = now.expect("it can be changed");
    assert!(now.contains("titel: \"A\"   # kort\r\ndatum"));
    assert!(now.ends_with("---\r\n\r\nB\r\n"));
}

#[test]
fn a_file_that_no_form_can_hold_is_left_alone() {
    for file in [
        "---\ntitle: A\n",
        "text",
        "+++\ntitle = \"A\"\n+++\n",
        "---\n: : -\n---\n",
    ] {
        assert_eq!(
            changed(file, &[(Key::TITLE, items(&[&["B"]]))], None),
            None,
            "{file}"
        );
    }
    let form_of = |file: &str, key| form(file.as_bytes(), &Reading::default(), &[key]);
    for (file, key) in [
        ("---\ntitle: [A, B]\n---\n", Key::TITLE),
        ("---\ntitle: A\ntitel: B\n---\n", Key::TITLE),
        ("---\ntopics: [A, ~, B]\n---\n", Key::TOPICS),
        ("---\ntopics:\n  - A\n  - [B]\n---\n", Key::TOPICS),
        ("---\nproposer: [{name: A, of: ours}]\n---\n", Key::PROPOSER),
        (
            "---\nproposer:\n  - name: A\n    role: [B]\n---\n",
            Key::PROPOSER,
        ),
    ] {
        let form = form_of(file, key).expect("it can be read");
        assert!(form.fields[0].is_fixed, "{file}");
        let change = (key, items(&[&["C"]]));
        assert_eq!(changed(file, &[change], None), None, "{file}");
    }
    assert_eq!(form_of("---\n{title: A, id: b}\n---\n", Key::TITLE), None);
}

#[test]
fn comments_stay_where_they_are_or_nothing_is_written() {
    for (file, facts, expected) in [
        (
            "---\nproposer:\n    - name: A # a\n      # of a\n      role: R # r\n    # of b\n    - B # b\n---\n",
            (Key::PROPOSER, items(&[&["A", "", "S"], &["C"]])),
            Some(
                "---\nproposer:\n    - name: A # a\n      # of a\n      role: \"S\" # r\n    # of b\n    - \"C\" # b\n---\n",
            ),
        ),
        (
            "---\nproposer:\n- name: A\n  # of a\n  role: R\n# between\n- B\n# below\n---\n",
            (Key::PROPOSER, items(&[&["B"], &["C"]])),
            Some("---\nproposer:\n  # of a\n# between\n- B\n- C\n# below\n---\n"),
        ),
        (
            "---\ntopics: [A, # a\n  B]\n---\n",
            (Key::TOPICS, items(&[&["A"], &["C"]])),
            Some("---\ntopics: [A, # a\n  C]\n---\n"),
        ),
        (
            "---\ntopics: [A, # a\n  B]\n---\n",
            (Key::TOPICS, items(&[&["A"], &["B"], &["C"]])),
            None,
        ),
        (
            "---\ntitle:\n  A # a\n---\n",
            (Key::TITLE, items(&[&["B, c"]])),
            Some("---\ntitle:\n  \"B, c\" # a\n---\n"),
        ),
        (
            "---\nproposer:\n  name: A # a\n  role: R\n---\n",
            (Key::PROPOSER, items(&[&["A"]])),
            None,
        ),
    ] {
        let now = changed(file, std::slice::from_ref(&facts), None);
        assert_eq!(now.as_deref(), expected, "{facts:?}");
    }
}

#[test]
fn the_line_that_ends_the_fields_stays_a_line() {
    let now = changed("---\ntitle: A\n---", &[], Some("hello"));
    assert_eq!(now.as_deref(), Some("---\ntitle: A\n---\nhello"));
    let mixed = "---\r\ntitle: A\n---\r\na\nb\r\n";
    assert_eq!(changed(mixed, &[], Some("a\nb\n")).as_deref(), Some(mixed));
}

#[test]
fn a_new_file_says_its_facts() {
    let changes = Changes {
        facts: BTreeMap::from([
            (Key::TITLE, items(&[&["Bro: ny"]])),
            (Key::TOPICS, items(&[&["A"], &["B"]])),
        ]),
        prose: Some("\nText.\n".to_owned()),
    };
    let file = new_file(&changes, "en").and_then(|file| String::from_utf8(file).ok());
    assert_eq!(
        file.as_deref(),
        Some("---\ntitle: \"Bro: ny\"\ntopics:\n  - A\n  - B\n---\n\nText.\n")
    );
}
