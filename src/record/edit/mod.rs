//! A record's file as a form of fields, and the file with some of them changed: all else stays byte for byte, comments and
//! the order of keys too.

mod items;
mod lines;
mod writing;

use std::collections::BTreeMap;
use std::ops::Range;

pub use items::Items;

use super::facts::Form;
use super::front_matter::{self, Notation, Value};
use super::keys::{Key, Reading};
use crate::language::Language;
use crate::source::Digest;
use lines::{Entry, entries};
use writing::entry;

/// A file as a form.
#[derive(Debug, PartialEq, Eq)]
pub struct RecordForm {
    /// The digest of the file that the form was made of.
    pub digest: Digest,
    /// The facts that the file tells or may tell, in the order of the table.
    pub fields: Vec<Field>,
    /// The text behind the front matter.
    pub prose: String,
}

/// A fact in a form.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// The fact's key.
    pub key: Key,
    /// What the file says under it.
    pub items: Items,
    /// Whether it can be changed in the file alone: its value has a shape that no field has.
    pub is_fixed: bool,
}

/// What is to be changed in a file.
#[derive(Debug, Default)]
pub struct Changes {
    /// The facts that are told anew; without items a fact is told no longer.
    pub facts: BTreeMap<Key, Items>,
    /// The text behind the front matter, if it is another.
    pub prose: Option<String>,
}

/// The parts of a file that can be edited.
struct Parts<'t> {
    /// What stands before the front matter: a mark of the byte order, the first line.
    before: &'t str,
    written: &'t str,
    /// The line that ends the front matter.
    line: &'t str,
    prose: &'t str,
}

impl<'t> Parts<'t> {
    /// `None` for a file without front matter in YAML.
    fn of(text: &'t str) -> Option<Self> {
        let start = text.len() - text.trim_start_matches('\u{feff}').len();
        let parts = front_matter::split(&text[start..]).ok()?;
        let at = |range: Range<usize>| &text[start + range.start..start + range.end];
        (parts.notation == Notation::Yaml).then(|| Self {
            before: &text[..start + parts.front_matter.start],
            written: at(parts.front_matter.clone()),
            line: at(parts.front_matter.end..parts.prose.start),
            prose: at(parts.prose),
        })
    }
}

/// A file as a form; `known` says which keys this kind of file may have. `None` for one whose front matter cannot be read, or
/// is no YAML.
#[must_use]
pub fn form(bytes: &[u8], reading: &Reading, known: &[Key]) -> Option<RecordForm> {
    let text = std::str::from_utf8(bytes).ok()?;
    let parts = Parts::of(text)?;
    let told = entries(parts.written)?;
    let field = |key: Key| {
        let mut of_key = told
            .iter()
            .filter(|told| reading.key(&told.name) == Some(key));
        let (first, more) = (of_key.next(), of_key.next());
        let items = match first {
            None => Some(Items::default()),
            Some(told) if told.is_alone => Items::of(&told.value, key.fact().form),
            Some(_) => None,
        };
        let is_fixed = items.is_none() || more.is_some();
        Field {
            key,
            items: items.unwrap_or_default(),
            is_fixed,
        }
    };
    let has_field = |key: &Key| !matches!(key.fact().form, Form::Lines | Form::Map);
    let keys = known.iter().copied().filter(has_field);
    Some(RecordForm {
        digest: Digest::of(bytes),
        fields: keys.map(field).collect(),
        prose: parts.prose.replace("\r\n", "\n"),
    })
}

/// The bytes of a file with changes; new keys and parts are written in the language of a tag. `None` where the file would not say
/// what is wanted, as in a file that no [`form`] can be made of.
#[must_use]
pub fn edited(
    bytes: &[u8],
    reading: &Reading,
    changes: &Changes,
    language: &str,
) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let parts = Parts::of(text)?;
    let line_end = if parts.before.ends_with("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    let with_ends = |text: &str| text.replace("\r\n", "\n").replace('\n', line_end);
    let told = entries(parts.written)?;
    let first = told.first().map_or(0, |told| told.region.start);
    let mut written = String::from(&parts.written[..first]);
    let mut open = changes.facts.clone();
    for told in &told {
        let region = &parts.written[told.region.clone()];
        let key = reading.key(&told.name);
        let wanted = key.and_then(|key| Some((key, open.remove(&key)?)));
        let anew = wanted.map(|(key, items)| {
            entry(
                &told.name,
                &items,
                key.fact().form,
                Some((told, region)),
                language,
            )
        });
        written.push_str(&anew.map_or_else(|| region.to_owned(), |anew| with_ends(&anew)));
    }
    for (key, items) in open.iter().filter(|(_, items)| !items.is_empty()) {
        let name = *Language::of(language).word(&[key.swedish_name(), key.name()]);
        written.push_str(&with_ends(&entry(
            name,
            items,
            key.fact().form,
            None,
            language,
        )));
    }
    says(&written, &told, reading, changes).then(|| {
        let prose = changes.prose.as_deref().map(with_ends);
        let prose = prose.as_deref().unwrap_or(parts.prose);
        [parts.before, &written, parts.line, prose]
            .concat()
            .into_bytes()
    })
}

/// Whether front matter says what is wanted, and of everything else what it said before.
fn says(written: &str, before: &[Entry], reading: &Reading, changes: &Changes) -> bool {
    let Some(now) = entries(written) else {
        return false;
    };
    let is_changed = |entry: &&Entry| {
        let key = reading.key(&entry.name);
        key.is_some_and(|key| changes.facts.contains_key(&key))
    };
    let rest = |entries: &[Entry]| -> Vec<(String, Value)> {
        let rest = entries.iter().filter(|entry| !is_changed(entry));
        rest.map(|entry| (entry.name.clone(), entry.value.clone()))
            .collect()
    };
    let tells = |(key, items): (&Key, &Items)| {
        let told = now
            .iter()
            .find(|entry| reading.key(&entry.name) == Some(*key));
        match told {
            None => items.is_empty(),
            Some(told) => {
                Items::of(&told.value, key.fact().form).is_some_and(|told| told.is_same(items))
            }
        }
    };
    rest(before) == rest(&now) && changes.facts.iter().all(tells)
}

/// The file of a new record with some facts, in the language of a tag.
#[must_use]
pub fn new_file(changes: &Changes, language: &str) -> Option<Vec<u8>> {
    let empty = b"---\n---\n";
    edited(empty, &Reading::default(), changes, language)
}

/// The key that a line of a file is about, counted from 1; `None` for a line of the text behind, or of no key.
#[must_use]
pub fn key_of_line(bytes: &[u8], reading: &Reading, line: usize) -> Option<Key> {
    let text = std::str::from_utf8(bytes).ok()?;
    let parts = Parts::of(text)?;
    let told = entries(parts.written)?;
    let offset = parts.before.matches('\n').count();
    let line = line.checked_sub(offset + 1)?;
    let found = told.iter().find(|told| {
        let first = parts.written[..told.region.start].matches('\n').count();
        let count = parts.written[told.region.clone()].lines().count();
        (first..first + count).contains(&line)
    });
    found.and_then(|told| reading.key(&told.name))
}

/// Whether a line of a file, counted from 1, stands in the text behind the front matter.
#[must_use]
pub fn is_prose_line(bytes: &[u8], line: usize) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let parts = Parts::of(&text);
    parts.is_some_and(|parts| {
        let before = [parts.before, parts.written, parts.line].concat();
        line > before.matches('\n').count()
    })
}

#[cfg(test)]
mod tests {
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
                "  - namn: Bo\n    parti: X\n  # och\n",
            ),
            (
                (Key::RECOMMENDATION, items(&[&["Två."]])),
                "förslag: |\n  Ett.\n\n  # två\n",
                "förslag: Två.\n",
            ),
            (
                (Key::TOPICS, items(&[&["Vägar"], &["Hamnar"]])),
                "ämnen: [Vägar, Broar] # flera\n",
                "ämnen: # flera\n  - Vägar\n  - Hamnar\n",
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
        let form_of = |file: &str| form(file.as_bytes(), &Reading::default(), &[Key::TITLE]);
        for file in [
            "---\ntitle: [A, B]\n---\n",
            "---\n{title: A, titel: B}\n---\n",
        ] {
            let form = form_of(file).expect("it can be read");
            assert!(form.fields[0].is_fixed, "{file}");
        }
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
}
