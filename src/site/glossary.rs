//! The words that records use and not everybody knows, each with what it means: those of the language, and those of the site.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::lines::{read_lines, wrong_form};
use super::sort_key;
use crate::diagnostics::{Checked, Code, Diagnostic};
use crate::language::Language;
use crate::record::facts::capital;
use crate::record::front_matter::{EntryPart, Value};
use crate::record::nearest;
use crate::source::{Digest, Inputs};

/// The path of the site's own words below the root.
pub const GLOSSARY_PATH: &str = "content/glossary.yaml";

/// The words of each language that has some.
const OF_LANGUAGES: [(&str, &str); 2] = [
    ("sv", include_str!("glossary/sv.yaml")),
    ("en", include_str!("glossary/en.yaml")),
];

/// A word and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The word.
    pub term: String,
    /// The anchor on the page of all words.
    pub anchor: String,
    /// What it means.
    pub text: String,
    /// The forms in which it stands in texts beside its own.
    forms: Vec<String>,
    /// Whether the site tells it.
    is_own: bool,
}

/// The words that are explained, in the order of the language.
#[derive(Debug, Clone, Default)]
pub struct Glossary {
    /// The words.
    pub entries: Vec<Explanation>,
    /// Finds them in a text, and which entry each pattern belongs to.
    matcher: Option<(AhoCorasick, Vec<usize>)>,
}

impl PartialEq for Glossary {
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries
    }
}

impl Eq for Glossary {}

/// What a file tells of words: by the slug of each its explanation, none where it is to be left out.
type Told = BTreeMap<String, Option<Explanation>>;

impl Glossary {
    /// The words of a language, without those that the bytes of the site's file take out and with those that it adds.
    #[must_use]
    pub fn read(language: &str, bytes: Option<&[u8]>) -> Checked<Self> {
        let code = Language::of(language).code;
        let is_known = language.split('-').next() == Some(code);
        let mut of_language = OF_LANGUAGES
            .iter()
            .filter(|(own, _)| is_known && *own == code);
        let own = of_language.next().map_or("", |(_, text)| text);
        let mut told = read(own.as_bytes(), None).value;
        let mut diagnostics = Vec::new();
        if let Some(bytes) = bytes {
            let of_site = read(bytes, Some(&told)).into_value(&mut diagnostics);
            add(&mut told, of_site);
        }
        let mut entries: Vec<Explanation> = told.into_values().flatten().collect();
        entries.sort_by_cached_key(|entry| sort_key(&entry.term, language));
        let matcher = matcher(&entries);
        Checked {
            value: Self { entries, matcher },
            diagnostics,
        }
    }

    /// The digest of all words.
    #[must_use]
    pub fn digest(&self) -> Digest {
        let entries = self.entries.iter();
        let inputs = entries.fold(Inputs::of("glossary"), |inputs, entry| {
            let forms = entry.forms.iter();
            let inputs = inputs.text(&entry.term).text(&entry.text);
            forms.fold(inputs, |inputs, form| inputs.text(form))
        });
        inputs.finish()
    }

    /// The words that stand in a text, whole and in any of their forms: where, and which entry each is.
    pub fn found<'t>(
        &'t self,
        text: &'t str,
    ) -> impl Iterator<Item = (std::ops::Range<usize>, usize)> {
        let found = self.matcher.iter().flat_map(move |(matcher, owners)| {
            let all = matcher.find_iter(text);
            all.map(|found| (found.range(), owners[found.pattern().as_usize()]))
        });
        found.filter(|(range, _)| is_whole(text, range))
    }
}

/// Adds what the site tells to what is known. A word that it explains anew keeps the forms that are known of it, and a form that
/// it gives to a word is no other's.
fn add(told: &mut Told, of_site: Told) {
    let own: BTreeSet<String> = of_site
        .values()
        .flatten()
        .flat_map(Explanation::forms)
        .map(|form| form.to_lowercase())
        .collect();
    for (anchor, explanation) in of_site {
        let explanation = explanation.map(|mut explanation| {
            if explanation.forms.is_empty()
                && let Some(Some(known)) = told.get(&anchor)
            {
                explanation.forms.clone_from(&known.forms);
            }
            explanation.is_own = true;
            explanation
        });
        told.insert(anchor, explanation);
    }
    for known in told.values_mut().flatten().filter(|known| !known.is_own) {
        known
            .forms
            .retain(|form| !own.contains(&form.to_lowercase()));
    }
}

impl Explanation {
    /// Every form in which the word stands in texts.
    fn forms(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.term).chain(&self.forms)
    }
}

/// Whether no letter stands right before or behind a part of a text, nor what joins letters to a word, a path or an address.
fn is_whole(text: &str, range: &std::ops::Range<usize>) -> bool {
    let is_letter = |letter: Option<char>| {
        letter.is_some_and(|it| it.is_alphanumeric() || "-_/@\u{ad}".contains(it))
    };
    let before = text[..range.start].chars().next_back();
    let behind = text[range.end..].chars().next();
    !is_letter(before) && !is_letter(behind)
}

/// Finds every form as it is written and with a capital at its beginning; of two that begin alike the longer.
fn matcher(entries: &[Explanation]) -> Option<(AhoCorasick, Vec<usize>)> {
    let (mut patterns, mut owners) = (Vec::new(), Vec::new());
    for (number, entry) in entries.iter().enumerate() {
        for form in entry.forms() {
            let mut letters = form.chars();
            let first = letters.next().into_iter().flat_map(char::to_lowercase);
            let small: String = first.chain(letters).collect();
            for pattern in [capital(form), small] {
                patterns.push(pattern);
                owners.push(number);
            }
        }
    }
    let mut builder = AhoCorasick::builder();
    let builder = builder
        .match_kind(MatchKind::LeftmostLongest)
        .kind(Some(AhoCorasickKind::DFA));
    let matcher = builder.build(&patterns).ok()?;
    (!patterns.is_empty()).then_some((matcher, owners))
}

/// Reads words from the bytes of their file: `term: text`, `term: {text, forms}`, or a term alone to leave out one of those
/// that are known.
fn read(bytes: &[u8], known: Option<&Told>) -> Checked<Told> {
    read_lines(GLOSSARY_PATH, bytes, |anchor, term, value| {
        if value.is_empty() {
            let fault = unknown(term, anchor, known);
            return fault.map_or(Ok(None), |fault| Err((fault, EntryPart::Key)));
        }
        let explanation = explanation(term, anchor, value);
        explanation
            .map(Some)
            .ok_or_else(|| wrong_form(term, "explanation"))
    })
}

/// What is wrong where a word is left out that is not known.
fn unknown(term: &str, anchor: &str, known: Option<&Told>) -> Option<Diagnostic> {
    let known = known?;
    let terms = known.values().flatten().map(|known| known.term.as_str());
    let fault = || {
        Diagnostic::new(Code::NameUnknown)
            .with("reason", "word")
            .with("name", term)
            .with("nearest", nearest(term, terms).unwrap_or("none"))
    };
    (!known.contains_key(anchor)).then(fault)
}

/// What is told of a word; `None` where it is not told in a form that is known.
fn explanation(term: &str, anchor: &str, value: &Value) -> Option<Explanation> {
    let text = |value: &Value| {
        let text = value.text().map(str::trim)?;
        (!text.is_empty()).then(|| text.to_owned())
    };
    let (mut said, mut forms) = (None, Vec::new());
    match value {
        Value::Map(entries) => {
            for (name, value) in entries {
                match (name.as_str(), value) {
                    ("text", value) => said = Some(text(value)?),
                    ("forms" | "böjningar", Value::List(values)) => {
                        forms = values.iter().map(text).collect::<Option<_>>()?;
                    }
                    ("forms" | "böjningar", value) => forms = vec![text(value)?],
                    _ => return None,
                }
            }
        }
        value => said = text(value),
    }
    let is_named = !anchor.is_empty();
    is_named.then_some(Explanation {
        term: term.trim().to_owned(),
        anchor: anchor.to_owned(),
        text: said?,
        forms,
        is_own: false,
    })
}

#[cfg(test)]
mod tests {
    use super::{Glossary, read};

    #[test]
    fn the_words_of_each_language_can_be_read() {
        for (language, text) in super::OF_LANGUAGES {
            let read = read(text.as_bytes(), None);
            assert!(
                read.diagnostics.is_empty(),
                "{language}: {:?}",
                read.diagnostics
            );
            assert!(read.value.len() > 10, "{language}");
        }
    }

    #[test]
    fn a_site_adds_changes_and_takes_out_words() {
        let own = "Remiss: Vi frågar.\nyrkande:\nåterremis:\nplanbesked: {text: Ett svar., forms: [planbeskedet]}\nremiss2: [a]\n";
        let read = Glossary::read("sv", Some(own.as_bytes()));
        let glossary = read.value;
        let text = |anchor: &str| {
            let mut entries = glossary.entries.iter();
            entries
                .find(|entry| entry.anchor == anchor)
                .map(|entry| entry.text.as_str())
        };
        assert_eq!(text("remiss"), Some("Vi frågar."));
        assert_eq!(text("yrkande"), None);
        assert_eq!(text("planbesked"), Some("Ett svar."));
        assert_eq!(read.diagnostics.len(), 2, "{:?}", read.diagnostics);
        let words = |text: &str| -> Vec<String> {
            let found = glossary.found(text);
            found.map(|(range, _)| text[range].to_owned()).collect()
        };
        assert_eq!(
            words(
                "Planbeskedet vann laga kraft; motionerade motionen, slagbordläggning, Jäv; remissen, remiss."
            ),
            [
                "Planbeskedet",
                "vann laga kraft",
                "motionen",
                "Jäv",
                "remissen",
                "remiss"
            ]
        );
        assert_eq!(Glossary::read("fi", None).value.entries.len(), 0);
    }
}
