//! Search: the browser's rules are those of the program, and both find what a slow and obvious search finds.

#![expect(
    clippy::disallowed_methods,
    reason = "tests write indexes, and ask the browser's script about them"
)]

#[path = "search/questions.rs"]
mod questions;
mod support;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use diarium::engine::Engine;
use diarium::pages::Content;
use diarium::search::{
    self, Earlier, Index, KeptTerms, KeptWords, Query, Shard, Sort, Sought, Stems, Tongue, Wanted,
    Wording, kept_terms,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use support::{Fixture, clock, search_pages};

/// The files of an index by name.
type Files = BTreeMap<String, Arc<[u8]>>;

/// The index of a site as it is at the beginning of 2025.
fn index(fixture: &Fixture) -> Files {
    let mut engine = Engine::default();
    engine.read(&fixture.all(), fixture);
    let build = engine.build(clock("2025-01-01"), fixture);
    assert!(build.is_sound(), "{:#?}", build.diagnostics);
    let pages = search_pages(&build, &mut KeptWords::default(), fixture);
    let file = |page: diarium::pages::Page| match page.content {
        Content::SearchFile(bytes) => {
            let name = page
                .address
                .as_str()
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .to_owned();
            (name, bytes)
        }
        other => panic!("{other:?} is no file of an index"),
    };
    pages.into_iter().map(file).collect()
}

fn find(files: &Files, query: &Query) -> search::Found {
    search::search(&|name| files.get(name).cloned(), query).expect("a whole index")
}

/// Asks a script of `tests/search/` about lines of JSON; one answer each.
fn ask_script(script: &str, argument: Option<&Path>, lines: &[Value]) -> Vec<Value> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/search")
        .join(script);
    let mut node = Command::new("node")
        .args(["--no-warnings", "--experimental-default-type=module"])
        .arg(script)
        .args(argument)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect(
            "Node.js 20 or newer is there; `bash tests/run.sh` brings or names all that tests need",
        );
    let mut input = node.stdin.take().expect("a pipe");
    let lines: Vec<String> = lines.iter().map(Value::to_string).collect();
    let text = lines.join("\n") + "\n";
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = node.wait_with_output().expect("the script ends");
    writer
        .join()
        .expect("no panic")
        .expect("the script reads to the end");
    let answers = String::from_utf8(output.stdout).expect("answers are text");
    let answers: Vec<Value> = answers
        .lines()
        .map(|line| serde_json::from_str(line).expect("an answer is JSON"))
        .collect();
    assert_eq!(answers.len(), lines.len());
    answers
}

/// What the program's rules make of a text, as `analyse.mjs` tells it.
fn analysed(text: &str, stems: &Stems) -> Value {
    let of_word = |word: &String| {
        let sought = Sought::new(word, &[Tongue::Swedish, Tongue::English], stems);
        let terms = sought
            .plain()
            .map(|term| json!([term, sought.worth(term).unwrap_or(0)]));
        let terms: Vec<Value> = terms.collect();
        let stem = |tongue| stems.of(word, tongue).into_owned();
        json!([
            word,
            search::plain(word),
            stem(Tongue::Swedish),
            stem(Tongue::English),
            terms,
        ])
    };
    let wanted = |list: &[Wanted]| -> Value {
        let each = |wanted: &Wanted| match wanted {
            Wanted::Word { word, is_beginning } => json!([[word], is_beginning]),
            Wanted::Phrase(words) => json!([words, "phrase"]),
            Wanted::Number(number) => json!([
                number.words,
                number.is_beginning,
                number.key,
                number.with_word,
                number.is_phrase,
            ]),
        };
        list.iter().map(each).collect()
    };
    let words: Vec<Value> = search::words(text).iter().map(of_word).collect();
    let asked = search::asked(text).map(|asked| json!([asked.key, asked.is_certain]));
    let wording = Wording::read(text);
    json!([
        words,
        asked,
        [wanted(&wording.wanted), wanted(&wording.excluded)]
    ])
}

fn hold_equal(texts: &[String]) {
    let lines: Vec<Value> = texts.iter().map(|text| json!(text)).collect();
    let stems = Stems::default();
    let answers = ask_script("analyse.mjs", None, &lines);
    let differing: Vec<String> = texts
        .iter()
        .zip(answers)
        .filter_map(|(text, answer)| {
            let ours = analysed(text, &stems);
            (ours != answer).then(|| format!("{text:?}\n  program {ours}\n  browser {answer}"))
        })
        .take(20)
        .collect();
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn the_browser_makes_the_same_of_every_word_of_swedish_and_english() {
    let lists = ["swedish", "american-english"].map(|name| {
        let path = format!("/usr/share/dict/{name}");
        let bytes = std::fs::read(&path).unwrap_or_else(|error| {
            panic!("{path}: {error}; install the packages wswedish and wamerican, or run `bash tests/run.sh`")
        });
        // The Swedish list is in ISO 8859-1, whose bytes are the numbers of its characters.
        String::from_utf8(bytes)
            .unwrap_or_else(|error| error.into_bytes().into_iter().map(char::from).collect())
    });
    let words: Vec<String> = lists
        .iter()
        .flat_map(|list| list.lines())
        .map(str::to_owned)
        .collect();
    assert!(words.len() > 200_000);
    hold_equal(&words);
}

#[test]
fn the_browser_reads_every_text_as_the_program_does() {
    let mut runner = runner();
    let strategy = prop_oneof![
        "[ a-zåäöÅÄÖéü0-9\"/:.–-]{0,30}",
        "\\PC{0,20}",
        "(dnr |Dnr. )?[A-ZÅÄÖ]{0,7} ?0{0,2}[0-9]{1,4}[/:.-][0-9]{1,4}([-:][0-9]{1,2})?",
    ];
    let texts: Vec<String> = (0..20_000)
        .map(|_| strategy.new_tree(&mut runner).expect("a text").current())
        .collect();
    hold_equal(&texts);
}

fn runner() -> TestRunner {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    TestRunner::new_with_rng(Config::default(), rng)
}

/// Words that meet often, in several forms; those behind a bar are the stems of each.
const WORDS: [(&str, &[&str]); 16] = [
    ("skola", &["skol"]),
    ("skolan", &["skolan"]),
    ("skolor", &["skol"]),
    ("grund", &["grund"]),
    ("grundskola", &["grundskol", "grund", "skol"]),
    ("bro", &["bro"]),
    ("bron", &["bron"]),
    ("åtgärd", &["åtgärd"]),
    ("åtgärder", &["åtgärd"]),
    ("Café", &["caf"]),
    ("Ärendet", &["ärendet"]),
    ("2024", &["2024"]),
    ("av", &["av"]),
    ("och", &["och"]),
    ("torget", &["torget"]),
    ("torg", &["torg"]),
];

/// A record as the slow search sees it.
#[derive(Debug, Clone)]
struct Text {
    title: Vec<usize>,
    prose: Vec<Vec<usize>>,
    body: usize,
    topics: BTreeSet<usize>,
    day: usize,
    is_decided: bool,
}

fn text() -> impl Strategy<Value = Text> {
    let words = || proptest::collection::vec(0..WORDS.len(), 1..8);
    (
        proptest::collection::vec(0..WORDS.len(), 1..4),
        proptest::collection::vec(words(), 0..4),
        0..3usize,
        proptest::collection::btree_set(0..4usize, 0..3),
        0..1200usize,
        any::<bool>(),
    )
        .prop_map(|(title, prose, body, topics, day, is_decided)| Text {
            title,
            prose,
            body,
            topics,
            day,
            is_decided,
        })
}

impl Text {
    fn date(&self) -> String {
        Self::day(self.day)
    }

    /// Decided months after the document was written, often in the next year.
    fn shown_day(&self) -> String {
        Self::day(self.day + if self.is_decided { 150 } else { 0 })
    }

    fn day(day: usize) -> String {
        let (year, rest) = (2021 + day / 336, day % 336);
        format!("{year}-{:02}-{:02}", rest / 28 + 1, rest % 28 + 1)
    }

    fn written(&self) -> String {
        let said = |words: &[usize]| {
            let words: Vec<&str> = words.iter().map(|word| WORDS[*word].0).collect();
            words.join(" ")
        };
        let prose: Vec<String> = self.prose.iter().map(|words| said(words)).collect();
        let topics: Vec<String> = self
            .topics
            .iter()
            .map(|topic| format!("T{topic}"))
            .collect();
        let decided = if self.is_decided {
            let day = self.shown_day();
            format!("decision: Ja.\noutcome: bifall\ndecided_on: {day}\n")
        } else {
            String::new()
        };
        format!(
            "---\ntitle: \"{}\"\ndate: {}\nproposer: P\nrecommendation: Ja.\nbody: B{}\ntopics: [{}]\n{decided}---\n\n{}\n",
            said(&self.title),
            self.date(),
            self.body,
            topics.join(", "),
            prose.join("\n\n"),
        )
    }

    /// The words of each line: titles, then paragraphs. Summaries repeat the prose.
    fn lines(&self) -> Vec<Vec<&'static [&'static str]>> {
        let line = |words: &Vec<usize>| words.iter().map(|word| WORDS[*word].1).collect();
        let joined: Vec<usize> = self.prose.concat();
        let mut lines = vec![line(&self.title), line(&joined)];
        lines.extend(self.prose.iter().map(line));
        lines
    }

    fn holds(&self, wanted: &Wanted, stems: &Stems) -> bool {
        let is = |word: &str, met: &[&str], with_parts: bool| {
            let met = if with_parts { met } else { &met[..1] };
            let sought = Sought::new(word, &[Tongue::Swedish], stems);
            met.iter().any(|met| sought.worth(met).is_some())
        };
        match wanted {
            Wanted::Word { word, .. } => {
                self.lines().iter().flatten().any(|met| is(word, met, true))
            }
            Wanted::Number(number) => {
                let mut wanted = number.as_text().into_iter();
                wanted.any(|wanted| self.holds(&wanted, stems))
            }
            Wanted::Phrase(words) => self.lines().iter().any(|line| {
                line.windows(words.len()).any(|run| {
                    run.iter()
                        .zip(words)
                        .all(|(met, word)| is(word, met, false))
                })
            }),
        }
    }
}

fn query() -> impl Strategy<Value = Query> {
    let word = (0..WORDS.len()).prop_map(|word| WORDS[word].0.to_owned());
    let plain_word =
        (0..WORDS.len()).prop_map(|word| search::plain(&WORDS[word].0.to_lowercase()).into_owned());
    let phrase = proptest::collection::vec(0..WORDS.len(), 2..4).prop_map(|words| {
        let words: Vec<&str> = words.into_iter().map(|word| WORDS[word].0).collect();
        format!("\"{}\"", words.join(" "))
    });
    let part = prop_oneof![4 => word.clone(), 2 => plain_word, 2 => phrase, 1 => word.prop_map(|word| format!("-{word}"))];
    let filter = |name: &'static str, letter: &'static str, count: usize| {
        proptest::collection::btree_set(0..count, 0..2).prop_map(move |values| {
            (
                name.to_owned(),
                values
                    .into_iter()
                    .map(|value| format!("{letter}{value}"))
                    .collect(),
            )
        })
    };
    let years = proptest::collection::btree_set(2021..2025usize, 0..2).prop_map(|years| {
        (
            "year".to_owned(),
            years.into_iter().map(|year| year.to_string()).collect(),
        )
    });
    let day = || {
        proptest::option::of(
            (2021..2025usize, 1..13usize, 1..29usize)
                .prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
        )
    };
    (
        proptest::collection::vec(part, 0..4),
        (filter("body", "B", 3), filter("topic", "T", 4), years),
        day(),
        day(),
        any::<bool>(),
    )
        .prop_map(|(parts, (body, topic, year), from, to, by_date)| Query {
            text: parts.join(" ") + " ",
            filters: BTreeMap::from([body, topic, year]),
            from,
            to,
            sort: if by_date { Sort::Date } else { Sort::Relevance },
            page: 0,
        })
}

/// What a search must find, by looking at every record.
struct Expected {
    ids: BTreeSet<String>,
    counts: BTreeMap<String, BTreeMap<String, usize>>,
}

/// Whether a record is found: it holds all phrases, and something of what is wanted if anything is.
fn is_found(wanted: &[Wanted], text: &Text, stems: &Stems) -> bool {
    let mut phrases = wanted
        .iter()
        .filter(|wanted| matches!(wanted, Wanted::Phrase(_)));
    let holds = |wanted: &Wanted| text.holds(wanted, stems);
    phrases.all(holds) && (wanted.is_empty() || wanted.iter().any(holds))
}

fn slow_search(texts: &[(String, Text)], query: &Query) -> Expected {
    let stems = Stems::default();
    let wording = Wording::read(&query.text);
    let small = search::small_words(&[Tongue::Swedish]);
    let wanted = wording.without_small(&|word| small.contains(word));
    let wanted: Vec<Wanted> = wanted
        .into_iter()
        .flat_map(|wanted| match wanted {
            Wanted::Number(number) => number.as_text(),
            other => vec![other.clone()],
        })
        .collect();
    let values = |text: &Text| {
        BTreeMap::from([
            ("body", BTreeSet::from([format!("B{}", text.body)])),
            (
                "topic",
                text.topics
                    .iter()
                    .map(|topic| format!("T{topic}"))
                    .collect(),
            ),
            ("year", BTreeSet::from([text.shown_day()[..4].to_owned()])),
        ])
    };
    let passes = |text: &Text, but: &str| {
        let values = values(text);
        query.filters.iter().all(|(name, wanted)| {
            name == but || wanted.is_empty() || !values[name.as_str()].is_disjoint(wanted)
        })
    };
    let matches: Vec<&(String, Text)> = texts
        .iter()
        .filter(|(_, text)| {
            is_found(&wanted, text, &stems)
                && !wording
                    .excluded
                    .iter()
                    .any(|wanted| text.holds(wanted, &stems))
                && query
                    .from
                    .as_ref()
                    .is_none_or(|from| text.shown_day() >= *from)
                && query.to.as_ref().is_none_or(|to| text.shown_day() <= *to)
        })
        .collect();
    let mut counts: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for (_, text) in &matches {
        for (name, values) in values(text) {
            if passes(text, name) {
                for value in values {
                    *counts
                        .entry(name.to_owned())
                        .or_default()
                        .entry(value)
                        .or_default() += 1;
                }
            }
        }
    }
    let ids = matches
        .iter()
        .filter(|(_, text)| passes(text, ""))
        .map(|(id, _)| id.clone())
        .collect();
    Expected { ids, counts }
}

fn register(texts: &[(String, Text)]) -> Fixture {
    let start = Fixture::default().with("content/site.yaml", support::SETTINGS);
    texts.iter().fold(start, |fixture, (id, text)| {
        fixture.with(&format!("content/{id}.md"), text.written())
    })
}

/// The parts of the compound must be words of the register.
fn with_known(mut texts: Vec<Text>) -> Vec<(String, Text)> {
    texts[0] = Text {
        title: vec![0, 3],
        prose: vec![vec![0, 3, 0, 3]],
        body: 0,
        topics: BTreeSet::new(),
        day: 1199,
        is_decided: false,
    };
    let id = |number: usize| {
        if number == 0 {
            "a".to_owned()
        } else {
            format!("post-{number}")
        }
    };
    texts
        .into_iter()
        .enumerate()
        .map(|(number, text)| (id(number), text))
        .collect()
}

fn as_json(query: &Query) -> Value {
    json!({
        "text": query.text,
        "filters": query.filters,
        "from": query.from,
        "to": query.to,
        "sort": if query.sort == Sort::Date { "date" } else { "" },
        "page": query.page,
    })
}

#[test]
fn both_engines_find_what_a_slow_search_finds_whatever_is_asked() {
    let mut runner = runner();
    let mut with_archive = 0;
    for _ in 0..12 {
        let texts = proptest::collection::vec(text(), 2..90).new_tree(&mut runner);
        let texts = with_known(texts.expect("texts").current());
        let files = index(&register(&texts));
        let root: Value = serde_json::from_slice(&files[search::ROOT]).expect("the root is JSON");
        with_archive += usize::from(root["segments"].as_array().expect("a list").len() == 2);
        let queries: Vec<Query> = (0..60)
            .map(|_| query().new_tree(&mut runner).expect("a query").current())
            .collect();
        let folder = tempfile::tempdir().expect("a folder");
        for (name, bytes) in &files {
            std::fs::write(folder.path().join(name), bytes).expect("a file");
        }
        let lines: Vec<Value> = queries.iter().map(as_json).collect();
        let answers = ask_script("answer.mjs", Some(folder.path()), &lines);
        for (query, answer) in queries.iter().zip(answers) {
            let found = find(&files, query);
            hold_to(&texts, query, &files, &found);
            let addresses: Vec<&str> = found.hits.iter().map(|hit| hit.address.as_str()).collect();
            let ours = json!([
                found.total,
                found.whole,
                addresses,
                found.facets,
                found.replaced,
                found.neighbours,
            ]);
            assert_eq!(ours, answer, "{query:?}");
        }
    }
    assert!(
        (3..12).contains(&with_archive),
        "{with_archive} of 12 have an archive"
    );
}

fn hold_to(texts: &[(String, Text)], query: &Query, files: &Files, found: &search::Found) {
    let expected = slow_search(texts, query);
    let mut ids = BTreeSet::new();
    let mut dates = Vec::new();
    for page in 0..found.total.div_ceil(search::PAGE) {
        for hit in find(
            files,
            &Query {
                page,
                ..query.clone()
            },
        )
        .hits
        {
            ids.insert(
                hit.address
                    .rsplit('/')
                    .nth(1)
                    .unwrap_or_default()
                    .to_owned(),
            );
            dates.push(hit.day);
        }
    }
    assert_eq!(ids, expected.ids, "{query:?}");
    assert_eq!(found.total, expected.ids.len(), "{query:?}");
    if query.sort == Sort::Date {
        // Those that hold all that is looked for come first.
        let (whole, some) = dates.split_at(found.whole);
        for dates in [whole, some] {
            assert!(dates.is_sorted_by(|one, next| one >= next), "{query:?}");
        }
    }
    for name in ["body", "topic", "year"] {
        let counted: BTreeMap<String, usize> = found.facets[name]
            .iter()
            .filter(|(_, _, count)| *count > 0)
            .map(|(value, _, count)| (value.clone(), *count))
            .collect();
        let expected = expected.counts.get(name).cloned().unwrap_or_default();
        assert_eq!(counted, expected, "{name} of {query:?}");
    }
}

/// The example register in `content/`.
fn example() -> Fixture {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut fixture = Fixture::default();
    for file in support::files_below(&root.join("content")) {
        let path = format!("content/{file}");
        let bytes = std::fs::read(root.join(&path)).expect("a file of the example");
        fixture = fixture.with(&path, bytes);
    }
    fixture
}

#[test]
fn an_index_cut_short_anywhere_is_told_of_and_never_panics() {
    let files = index(&example());
    for name in files.keys() {
        for length in [0, 3, 5, files[name].len() / 2, files[name].len() - 1] {
            let mut cut = files.clone();
            cut.insert(name.clone(), files[name][..length].into());
            for text in [
                "simhall",
                "\"kommunstyrelsen beslutar\"",
                "simhlal",
                "KS 2023/1",
            ] {
                let text = text.to_owned();
                let query = Query {
                    text,
                    from: Some("2020-01-01".to_owned()),
                    ..Query::default()
                };
                let whole = find(&files, &query);
                let found = search::search(&|name| cut.get(name).cloned(), &query);
                assert!(
                    found.is_err() || found == Ok(whole),
                    "{name} cut to {length}"
                );
            }
        }
    }
}

#[test]
fn words_that_are_not_published_stand_in_no_index() {
    let files = index(&Fixture::from_folder("swedish"));
    for text in ["hemlig", "väntande", "utgånget"] {
        let text = text.to_owned();
        let found = find(
            &files,
            &Query {
                text: text.clone(),
                ..Query::default()
            },
        );
        assert_eq!((found.total, found.replaced), (0, Vec::new()), "{text}");
    }
}

#[test]
fn words_kept_by_an_earlier_run_make_the_same_index() {
    let fixture = example();
    let mut engine = Engine::default();
    engine.read(&fixture.all(), &fixture);
    let build = engine.build(clock("2025-06-01"), &fixture);
    let names = |kept: &mut KeptWords| -> Vec<String> {
        let pages = search_pages(&build, kept, &fixture);
        pages.iter().map(|page| page.address.to_string()).collect()
    };
    let settings = build.site.settings.digest;
    let mut kept = KeptWords::default();
    let clean = names(&mut kept);
    let mut bytes = Vec::new();
    kept.write(settings, &mut bytes)
        .expect("memory takes any writing");
    let mut again = KeptWords::from_bytes(&bytes, settings);
    assert_eq!(names(&mut again), clean);
    assert!(!again.has_news());
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    let mut damaged = KeptWords::from_bytes(&bytes, settings);
    assert_eq!(names(&mut damaged), clean);
    assert!(damaged.has_news());
}

/// An index made anew from what an earlier one left, and how often the earlier one's places were read for that.
fn renewed(
    fixture: &Fixture,
    kept: &mut KeptWords,
    before: &Index,
    files: &BTreeMap<String, Shard>,
) -> (Index, usize) {
    let mut engine = Engine::default();
    engine.read(&fixture.all(), fixture);
    let build = engine.build(clock("2025-01-01"), fixture);
    build.read_words(kept, fixture).expect("sound sources");
    let read = Cell::new(0);
    let fetch = |name: &str| {
        read.set(read.get() + usize::from(name.starts_with("places")));
        files.get(name)?.bytes.clone()
    };
    let standing = |name: &str| {
        let shard = files.get(name)?;
        Some((shard.digest, shard.size))
    };
    let terms = KeptTerms::from_bytes(&kept_terms(&before.segments).to_bytes());
    let earlier = Earlier::open(&fetch, &standing, terms);
    let made = build.search_index(kept, earlier.as_ref());
    (made.expect("the theme was loaded"), read.get())
}

#[test]
fn an_index_made_from_an_earlier_one_is_that_of_a_clean_build() {
    let mut runner = runner();
    let texts = proptest::collection::vec(text(), 150).new_tree(&mut runner);
    let mut texts = with_known(texts.expect("texts").current());
    texts[0].1.day = 0;
    // Few records hold the compound and its first part, so that an edit may make a compound of a word and undo it.
    let thin = |number: usize, text: &mut Text| {
        let words = text.title.iter_mut().chain(text.prose.iter_mut().flatten());
        for word in words.filter(|word| number > 3 && (3..5).contains(*word)) {
            *word += 2;
        }
    };
    for (number, (_, text)) in texts.iter_mut().enumerate() {
        thin(number, text);
    }
    let mut kept = KeptWords::default();
    let mut files = BTreeMap::new();
    let nothing = Index {
        segments: Vec::new(),
        shared: BTreeMap::new(),
    };
    let (mut before, mut copied) = (nothing, 0);
    for _ in 0..60 {
        let fixture = register(&texts);
        let (made, read) = renewed(&fixture, &mut kept, &before, &files);
        copied += usize::from(read > 0);
        let whole = |(name, shard): (&String, &Shard)| {
            let stands = files.get(name).filter(|_| shard.bytes.is_none());
            (name.clone(), stands.unwrap_or(shard).clone())
        };
        files = made.files().map(whole).collect();
        let bytes = files.iter();
        let bytes: Files = bytes
            .filter_map(|(name, shard)| Some((name.clone(), shard.bytes.clone()?)))
            .collect();
        assert!(bytes == index(&fixture));
        before = made;
        let number = prop_oneof![0..4_usize, 0..texts.len()];
        let any = (number, text()).new_tree(&mut runner);
        let (number, mut other) = any.expect("an edit").current();
        other.day = texts[number].1.day;
        thin(number, &mut other);
        texts[number].1 = other;
    }
    assert!(copied > 30, "{copied} of 60 were made from earlier ones");
}

/// How many records of a small register a text finds, with these lines in its settings.
fn found_with(settings: &str, titles: &[&str], text: &str) -> usize {
    let settings = format!("{}{settings}", support::SETTINGS);
    let start = Fixture::default().with("content/site.yaml", settings);
    let fixture = (0..).zip(titles).fold(start, |fixture, (number, title)| {
        let record = support::RECORD.replace("Ny lekplats", title);
        fixture.with(&format!("content/post-{number}.md"), record)
    });
    let text = text.to_owned();
    let query = Query {
        text,
        ..Query::default()
    };
    find(&index(&fixture), &query).total
}

#[test]
fn the_settings_tell_of_synonyms_and_of_compounds() {
    let titles = [
        "Nya avfallskärl",
        "Soptunnor i parken",
        "Avfallskärlens färg",
    ];
    let synonyms = "search:\n  synonyms: [[Soptunna, avfallskärl]]\n";
    assert_eq!(found_with("", &titles, "soptunnan"), 1);
    assert_eq!(found_with(synonyms, &titles, "soptunnan"), 3);
    assert_eq!(found_with(synonyms, &titles, "\"soptunnor i\""), 1);
    assert_eq!(found_with(synonyms, &titles, "-avfallskärl"), 0);

    let titles = [
        "Lag om skydd för anställda",
        "Om skydd",
        "Ett lås",
        "Flera lås",
        "Las",
    ];
    let synonyms = "search:\n  synonyms: [[LAS, lagen om skydd för anställda]]\n";
    assert_eq!(found_with("", &titles, "LAS"), 3);
    assert_eq!(found_with(synonyms, &titles, "LAS"), 2);

    let titles = [
        "Kvarterspolisen",
        "En skola",
        "Skola igen",
        "Gyttjeskola",
        "Gyttjeskola",
    ];
    assert_eq!(found_with("", &titles, "skola"), 2);
    let first = "search:\n  first_parts: [gyttje]\n";
    assert_eq!(found_with(first, &titles, "skola"), 4);
    let titles = [
        "En bil",
        "Bilar och verkstad",
        "Verkstad",
        "Bilverkstad",
        "Bilverkstad",
    ];
    assert_eq!(
        found_with("search:\n  first_parts: [bil]\n", &titles, "verkstad"),
        4
    );
    let whole = "search:\n  first_parts: [bil]\n  whole_words: [Bilverkstad]\n";
    assert_eq!(found_with(whole, &titles, "verkstad"), 2);
}
