//! Whatever is written in a register, every file of the output is well formed, and nothing of what is not published shows.

mod support;

use proptest::collection::vec;
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;
use support::site::difference;
use support::{Fixture, RECORD, SETTINGS};

/// Elements of HTML that have no end.
const VOID: [&str; 10] = [
    "area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr",
];

/// Text that has broken one format or another, anywhere.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => "[a-zåäö]{1,8}",
        2 => Just(" ".to_owned()),
        1 => any::<char>().prop_map(String::from),
        1 => "[\\x00-\\x1f\\x7f-\\x9f]",
        4 => proptest::sample::select(vec![
            "\u{fffe}", "\u{ffff}", "\u{fdd0}", "\u{202e}", "\u{200b}", "\u{ad}", "\u{feff}", "\u{2028}", "\u{85}", "\u{b}", "\u{1b}[31m",
            "<", ">", "&", "\"", "'", "</title>", "</script>", "<!--", "-->", "<!-- x -->", "<![CDATA[", "]]>", "<?x ?>", "&amp;", "&#0;",
            "&#xb;", "&nbsp;", "{{ x }}", "{% x %}", "\\", "`", "*", "_", "|", "[", "](", "](x)", "~~", "\n", "\r", "\t", "=1+1", ";=1+1",
            "::error::x", "%0A", "://", "javascript:x", "å\u{308}", "\u{0}",
        ]).prop_map(str::to_owned),
    ];
    vec(part, 1..8).prop_map(|parts| parts.concat())
}

/// A text that is now and then an odd one.
fn maybe(plain: &'static str) -> impl Strategy<Value = String> {
    prop_oneof![1 => text(), 2 => Just(plain.to_owned())]
}

/// A text in quotes of YAML, which takes the escapes of JSON.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text is JSON")
}

#[derive(Debug, Clone)]
struct Facts {
    texts: Vec<String>,
    prose: String,
    settings: Vec<String>,
}

fn facts() -> impl Strategy<Value = Facts> {
    let texts = [
        maybe("Lekplats"),
        maybe("Ada"),
        maybe("Byggs."),
        maybe("Nämnd"),
        maybe("Skola"),
        maybe("KS 1"),
        maybe("Ja."),
        maybe("Kort."),
        maybe("nyckel"),
        maybe("värde"),
        maybe("Karta"),
    ];
    let settings = [maybe("Beslut"), maybe("Om"), maybe("Provstad")];
    let prose = vec(
        prop_oneof![3 => text(), 1 => Just("\n\n".to_owned()), 1 => Just("\n\n## Ärendet\n\n".to_owned())],
        0..10,
    );
    (texts, prose, settings).prop_map(|(texts, prose, settings)| Facts {
        texts: texts.into(),
        prose: prose.concat(),
        settings: settings.into(),
    })
}

impl Facts {
    fn fixture(&self) -> Fixture {
        let [site, description, publisher] =
            [0, 1, 2].map(|index: usize| quoted(&self.settings[index]));
        let settings = format!(
            "title: {site}\ndescription: {description}\npublisher: {publisher}\nbase_url: https://a.example/\nlanguage: sv\nrecord_data: true\n\
             unknown_keys: keep\nseverity: {{dead-link: warning, dead-anchor: warning}}\n"
        );
        Fixture::default()
            .with("content/site.yaml", settings)
            .with("content/prov.md", self.record(""))
            .with("content/annan.md", RECORD)
            .with("content/karta.csv", "a,b\n")
    }

    fn record(&self, more: &str) -> String {
        let quoted: Vec<String> = self.texts.iter().map(|text| quoted(text)).collect();
        let [
            title,
            proposer,
            recommendation,
            body,
            topic,
            case,
            decision,
            summary,
            key,
            value,
            map,
        ] = &quoted[..]
        else {
            unreachable!("there are eleven texts");
        };
        format!(
            "---\ntitle: {title}\ndate: 2024-05-02\nproposer: {{name: {proposer}, role: {value}}}\nrecommendation: [{recommendation}, Ja.]\n\
             body: {body}\ntopics: [{topic}, Vård]\ncase_number: {case}\ndecision: {decision}\nsummary: {summary}\n\
             extra: {{{key}: {value}}}\nattachments: [{{file: karta.csv, title: {map}}}]\n{more}---\n\n{}\n",
            self.prose
        )
    }
}

/// Why a text is none that HTML and XML can hold.
fn forbidden(text: &str) -> Option<char> {
    let is_forbidden = |c: &char| {
        let is_control = c.is_control() && !matches!(c, '\t' | '\n' | '\r');
        is_control || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    text.chars().find(is_forbidden)
}

/// What is wrong with a text as XML, or as HTML written with care: every element that can be closed is.
fn ill_formed(text: &str, is_html: bool) -> Option<String> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    let mut open: Vec<String> = Vec::new();
    let mut roots = 0;
    loop {
        let name = |name: &str| name.to_lowercase();
        match reader.read_event() {
            Err(error) => return Some(format!("{error} before byte {}", reader.error_position())),
            Ok(Event::Start(start) | Event::Empty(start)) if has_bad_attribute(&start, is_html) => {
                return Some(format!("an attribute of {}", &*start));
            }
            Ok(Event::Start(start)) => {
                let name = name(start.name().as_ref());
                roots += usize::from(open.is_empty());
                if !(is_html && VOID.contains(&name.as_str())) {
                    open.push(name);
                }
            }
            Ok(Event::Empty(_)) => roots += usize::from(open.is_empty()),
            Ok(Event::End(end)) => {
                let name = name(end.name().as_ref());
                let last = open.pop();
                if last.as_ref() != Some(&name) {
                    return Some(format!("</{name}> closes {last:?}"));
                }
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
        }
    }
    if open.is_empty() && roots == 1 {
        None
    } else {
        Some(format!("{open:?} stay open, {roots} roots"))
    }
}

fn has_bad_attribute(start: &quick_xml::events::BytesStart<'_>, is_html: bool) -> bool {
    let mut attributes = if is_html {
        start.html_attributes()
    } else {
        start.attributes()
    };
    attributes.any(|attribute| attribute.is_err())
}

/// What is wrong with a file of the output, whatever its form.
fn fault(path: &str, bytes: &[u8]) -> Option<String> {
    let ending = path.rsplit('.').next().unwrap_or_default();
    if !["html", "xml", "json", "csv", "txt"].contains(&ending) {
        return None;
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Some("it is not UTF-8".to_owned());
    };
    if let Some(found) = forbidden(text) {
        return Some(format!("it holds {found:?}"));
    }
    match ending {
        "html" => ill_formed(text, true),
        "xml" => ill_formed(text, false),
        "json" => match serde_json::from_str::<serde_json::Value>(text) {
            Ok(value) => texts(&value)
                .into_iter()
                .find_map(forbidden)
                .map(|found| format!("a text in it holds {found:?}")),
            Err(error) => Some(error.to_string()),
        },
        "csv" => csv::ReaderBuilder::new()
            .delimiter(if text.starts_with("\u{feff}id;") {
                b';'
            } else {
                b','
            })
            .from_reader(bytes)
            .records()
            .find_map(Result::err)
            .map(|error| error.to_string()),
        _ => None,
    }
}

fn texts(value: &serde_json::Value) -> Vec<&str> {
    match value {
        serde_json::Value::String(text) => vec![text],
        serde_json::Value::Array(values) => values.iter().flat_map(texts).collect(),
        serde_json::Value::Object(map) => map
            .iter()
            .flat_map(|(key, value)| [vec![key.as_str()], texts(value)].concat())
            .collect(),
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {
            Vec::new()
        }
    }
}

#[test]
fn what_is_ill_formed_is_seen() {
    for (path, text) in [
        ("a.html", "<p>a"),
        ("a.html", "<p>a</b></p>"),
        ("a.html", "<p title=\"a\"b\">a</p>"),
        ("a.html", "<p>\u{1}</p>"),
        ("a.html", "<p>&</p>"),
        ("a.xml", "<a><b/>"),
        ("a.xml", "<a b>c</a>"),
        ("a.json", "{\"a\":\"\\u0001\"}"),
        ("a.json", "{"),
        ("a.csv", "a,b\n1\n"),
    ] {
        assert!(fault(path, text.as_bytes()).is_some(), "{path}: {text}");
    }
    assert_eq!(
        fault("a.html", b"<!doctype html><p hidden>a<br>&amp;</p>"),
        None
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(8), ..ProptestConfig::default() })]

    #[test]
    fn every_file_of_the_output_is_well_formed(facts in facts()) {
        for (path, bytes) in facts.fixture().build().files {
            let fault = fault(&path, &bytes);
            prop_assert!(fault.is_none(), "{}: {}\n{}", path, fault.unwrap_or_default(), String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn what_is_not_published_changes_no_byte_of_the_output(
        facts in facts(),
        state in proptest::sample::select(vec!["draft: true\n", "publish_from: 2030-01-01\n", "publish_until: 2020-01-01\n"]),
    ) {
        let published = Fixture::with_record(RECORD).with("content/karta.csv", "a,b\n");
        let settings = format!("{SETTINGS}record_data: true\nunknown_keys: keep\nseverity: {{dead-link: warning, dead-anchor: warning}}\n");
        let published = published.with("content/site.yaml", settings);
        let with = published.clone().with("content/dold.md", facts.record(state)).build();
        let without = published.build().files;
        if !with.diagnostics.iter().any(diarium::diagnostics::Diagnostic::is_error) {
            prop_assert!(with.files == without);
        }
    }
}

#[test]
fn a_comment_reaches_no_file_of_the_output() {
    let comments = [
        ("Text<!-- 800101-1234 --> slut.", "Text slut."),
        ("Text.\n\n<!-- 800101-1234 -->\n\nSlut.", "Text.\n\nSlut."),
        (
            "Text.\n\n<!--\n800101-1234\n\nmer\n-->\n\nSlut.",
            "Text.\n\nSlut.",
        ),
        (
            "| a |\n|---|\n| b<!-- 800101-1234 --> |",
            "| a |\n|---|\n| b |",
        ),
        ("- ett<!-- 800101-1234 -->\n- två", "- ett\n- två"),
        (
            "## Ärendet<!-- 800101-1234 -->\n\nText.",
            "## Ärendet\n\nText.",
        ),
        (
            "Not[^1].\n\n[^1]: En<!-- 800101-1234 --> not.",
            "Not[^1].\n\n[^1]: En not.",
        ),
        ("> citat<!-- 800101-1234 -->", "> citat"),
    ];
    let prose = |prose: &str| Fixture::with_record(&RECORD.replace("En lekplats.", prose));
    for (with, without) in comments {
        let (with, without) = (prose(with), prose(without));
        let (record, with, without) = (with.text("content/prov.md"), with.build(), without.build());
        let told: Vec<_> = with
            .diagnostics
            .iter()
            .map(|diagnostic| diagnostic.code)
            .collect();
        let mut different = difference(&with.files, &without.files);
        // It tells the state of the sources by their digest.
        different.retain(|path| path != "sok/index/index.json");
        assert!(
            different.is_empty() && !with.files.is_empty(),
            "{different:?}, {told:?}: {record:?}"
        );
    }
    let clause =
        |clause: &str| Fixture::with_record(&RECORD.replace("Lekplatsen byggs.", clause)).build();
    let hidden = clause("\"Lekplatsen byggs<!-- 800101-1234 -->.\"");
    for (path, bytes) in hidden.files {
        assert!(
            !String::from_utf8_lossy(&bytes).contains("800101"),
            "{path}"
        );
    }
}
