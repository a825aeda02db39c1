//! Records changed fact by fact: whatever a file looks like and whatever is written, what was not changed stays as it was.

use std::collections::BTreeMap;

use diarium::record::edit::{Changes, Items, edited, form};
use diarium::record::{Key, Reading};
use proptest::collection::vec;
use proptest::prelude::*;

/// The keys that are drawn, each with its name in the file.
const KEYS: [(Key, &str); 7] = [
    (Key::TITLE, "titel"),
    (Key::PROPOSER, "föredragande"),
    (Key::RECOMMENDATION, "förslag"),
    (Key::BODY, "organ"),
    (Key::TOPICS, "ämnen"),
    (Key::DECISION, "beslut"),
    (Key::SUMMARY, "sammanfattning"),
];

/// Texts that YAML gives meanings of its own, and others.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zåäö]{1,6}( [a-zåäö]{1,6}){0,2}",
        r#"[a-zö]{1,3}[ :#'"\\{}\[\],&*!|>%@`-]{1,3}[a-zö0-9]{1,3}"#,
        r#"[ :#'"\\{}\[\],&*!|>%@`?~=-]{1,3}[a-z]{1,3}"#,
        Just("ja".to_owned()),
        Just("2024.10".to_owned()),
        Just("0012".to_owned()),
        Just("null".to_owned()),
        Just("---".to_owned()),
        Just("🚲 och\u{a0}båt".to_owned()),
    ]
}

/// Texts of one line or several.
fn long() -> impl Strategy<Value = String> {
    vec(text(), 1..4).prop_map(|lines| lines.join("\n"))
}

/// How lists and groups are written that hold what a form may have no field for; a change of one may be refused. The first four may
/// be of any key that holds several values, the rest of one with parts.
const STYLES: [&str; 9] = [
    ":\n    - ONE # bredvid\n      # inuti\n    - 'TWO'\n# under\n",
    ": [ONE, # lista\n  TWO]\n",
    ":\n  - ONE\n  - ~\n  # mellan\n  - TWO\n",
    ":\n  - ONE\n  - [TWO]\n",
    ":\n- namn: ONE # bredvid\n  # inuti\n  roll: TWO\n# mellan\n- TWO\n",
    ":\n  - namn: ONE\n    eget: TWO # bredvid\n",
    ":\n  namn: ONE # bredvid\n  # inuti\n  parti: TWO\n",
    ": {namn: ONE, roll: TWO} # bredvid\n",
    ":\n  - {namn: ONE, roll: TWO} # bredvid\n  # mellan\n  - roll: ONE\n    namn: \"TWO\" # bredvid\n",
];

/// The comments that files hold beside those in texts.
const COMMENTS: [&str; 7] = [
    "# överst",
    "# före",
    "# mellan",
    "# under",
    "# inuti",
    "# bredvid",
    "# lista",
];

/// How a value is written in the file, by a name and a plain word or two.
fn written() -> impl Strategy<Value = (usize, String, String)> {
    (0usize..STYLES.len() + 9, "[a-zåäö]{1,8}", "[a-zåäö]{1,8}")
}

fn lines(name: &str, (style, one, two): &(usize, String, String), line_end: &str) -> String {
    let lines = match style {
        0 => format!("{name}: {one}\n"),
        1 => format!("{name}:   \"{one}: {two}\"   # bredvid {two}\n"),
        2 => format!("{name}: |\n  {one}\n  # {two}\n\n"),
        3 => format!("{name}: >-\n  {one}\n  {two}\n# under\n"),
        4 => format!("{name}:\n  - {one}\n  # mellan\n  - \"{two}\" # bredvid\n\n"),
        5 => format!("{name}: [{one}, '{two}'] # lista\n"),
        6 => format!("# före\n{name}: '{one}'\n"),
        7 => format!("{name}:\n- {one}\n- {two}\n"),
        8 => format!("{name}: {one}\n  {two}\n"),
        more => format!(
            "{name}{}",
            STYLES[more - 9].replace("ONE", one).replace("TWO", two)
        ),
    };
    lines.replace('\n', line_end)
}

/// Whether a key may hold several values.
fn is_several(key: Key) -> bool {
    matches!(
        key,
        Key::PROPOSER | Key::RECOMMENDATION | Key::TOPICS | Key::DECISION
    )
}

fn said(items: &Items) -> Vec<Vec<String>> {
    let trimmed = |parts: &Vec<String>| {
        let parts = parts.iter().map(|part| part.trim().to_owned());
        let mut parts: Vec<String> = parts.collect();
        while parts.last().is_some_and(String::is_empty) {
            parts.pop();
        }
        parts
    };
    let items = items.0.iter().map(trimmed);
    items.filter(|parts| !parts.is_empty()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(41), ..ProptestConfig::default() })]

    #[test]
    fn what_is_not_changed_stays_and_what_is_reads_back(
        values in vec(proptest::option::of(written()), KEYS.len()),
        changes in vec(proptest::option::of(vec((long(), proptest::option::of(text())), 0..3)), KEYS.len()),
        is_windows in any::<bool>(),
        prose in proptest::option::of("[a-z\n#]{0,20}"),
    ) {
        let line_end = if is_windows { "\r\n" } else { "\n" };
        let mut file = format!("---{line_end}# överst{line_end}");
        let mut may_be_refused = false;
        for (number, ((key, name), value)) in KEYS.iter().zip(&values).enumerate() {
            // A text of its own has no list.
            let value = value.as_ref().map(|(style, one, two)| {
                let style = match style {
                    4 | 5 | 7 | 9..=12 if !is_several(*key) => 0,
                    13.. if *key != Key::PROPOSER => 0,
                    style => *style,
                };
                may_be_refused |= style >= 9 && changes[number].is_some();
                (style, one.clone(), two.clone())
            });
            file.extend(value.map(|value| lines(name, &value, line_end)));
        }
        let own = format!("egen: {{a: 1}} # sist{line_end}---{line_end}{line_end}Text.{line_end}");
        file.push_str(&own);
        let mut facts = BTreeMap::new();
        for ((key, _), change) in KEYS.iter().zip(&changes) {
            if let Some(texts) = change {
                let most = if is_several(*key) { texts.len() } else { texts.len().min(1) };
                let items = texts[..most].iter().map(|(text, role)| match role {
                    Some(role) if *key == Key::PROPOSER => vec![text.clone(), String::new(), role.clone()],
                    _ => vec![text.clone()],
                });
                facts.insert(*key, Items(items.collect()));
            }
        }
        let reading = Reading::default();
        let keys: Vec<Key> = KEYS.iter().map(|(key, _)| *key).collect();
        let before = form(file.as_bytes(), &reading, &keys).expect("it can be read");
        let wanted = Changes { facts: facts.clone(), prose: prose.clone() };
        let now = edited(file.as_bytes(), &reading, &wanted, "sv");
        let Some(now) = now else {
            prop_assume!(!may_be_refused);
            return Err(TestCaseError::fail(format!("it cannot be written: {file}\n{facts:?}")));
        };
        let text = String::from_utf8(now.clone()).expect("text");
        let after = form(&now, &reading, &keys).expect("it can be read again");
        for comment in COMMENTS {
            let count = |text: &str| text.matches(comment).count();
            let is_own = !["# bredvid", "# lista"].contains(&comment);
            let (before, after) = (count(&file), count(&text));
            prop_assert!(if is_own { after == before } else { after <= before }, "{comment}\n{file}\n{text}");
        }
        for (old, new) in before.fields.iter().zip(&after.fields) {
            let expected = facts.get(&old.key).unwrap_or(&old.items);
            prop_assert_eq!(said(&new.items), said(expected), "{:?}\n{}\n{}", old.key, file, text);
        }
        if let Some(prose) = &prose {
            prop_assert_eq!(&after.prose, prose);
        } else {
            let end = format!("---{line_end}{line_end}Text.{line_end}");
            prop_assert!(text.ends_with(&end));
        }
        // Every line of what was not changed is there, in its order.
        let mut rest = text.as_str();
        let changed_names: Vec<&str> = KEYS
            .iter()
            .filter(|(key, _)| facts.contains_key(key))
            .map(|(_, name)| *name)
            .collect();
        let mut is_changed = false;
        let front = file.split("---").nth(1).unwrap_or_default();
        for line in front.split_inclusive('\n') {
            if let Some((name, _)) = line.split_once(':')
                && !line.starts_with([' ', '#', '-'])
            {
                is_changed = changed_names.contains(&name);
            }
            if !is_changed || line.starts_with('#') {
                let Some(at) = rest.find(line) else {
                    return Err(TestCaseError::fail(format!("lost {line:?}\n{file}\n{text}")));
                };
                rest = &rest[at + line.len()..];
            }
        }
    }
}
