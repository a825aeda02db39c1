//! What is taken back: a record that is withdrawn, a file that is withheld. Nothing of either is in any byte of the output.

mod support;

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::{DeflateDecoder, GzDecoder, ZlibDecoder};
use support::site::Site;
use support::{Fixture, RECORD, SETTINGS};

/// The bytes of a file, and what they are packed from if they are packed.
fn readings(bytes: &[u8]) -> Vec<String> {
    let unpack = |reader: &mut dyn Read| {
        let mut unpacked = Vec::new();
        reader.read_to_end(&mut unpacked).ok().map(|_| unpacked)
    };
    let unpacked = [
        unpack(&mut GzDecoder::new(bytes)),
        unpack(&mut ZlibDecoder::new(bytes)),
        unpack(&mut DeflateDecoder::new(bytes)),
    ];
    let all = unpacked.into_iter().flatten().chain([bytes.to_vec()]);
    all.map(|bytes| String::from_utf8_lossy(&bytes).to_lowercase())
        .collect()
}

/// The files of an output that hold a word, in their names or their bytes.
fn holding(files: &BTreeMap<String, Vec<u8>>, word: &str) -> Vec<String> {
    let holds = |(name, bytes): &(&String, &Vec<u8>)| {
        name.to_lowercase().contains(word) || readings(bytes).iter().any(|text| text.contains(word))
    };
    files
        .iter()
        .filter(holds)
        .map(|(name, _)| name.clone())
        .collect()
}

/// A record whose every text holds the word `dimridå`, and much of which is wrong.
fn full() -> String {
    "---\ntitle: Ny lekplats\ndate: 2024-05-02\nproposer: {name: Dimridå Prov, role: dimridå}\nrecommendation: [Dimridå byggs., \"Se [a](dimridå.md)\"]\nbody: Dimridånämnden\ncase_number: \"DIMRIDÅ 2024/1\"\ntopics: [Dimridå]\nsummary: Om dimridå.\nattachments: [dimridå.pdf]\ndecision: Dimridå.\nstage: förslag\nokänd: dimridå\nvotes: {question: Dimridå, yes: dimridå}\nextra: {a: dimridå}\n---\n\n# Dimridå\n\nDimridå <script>dimridå</script> [x](y.md).\n".to_owned()
}

#[test]
fn a_withdrawn_record_leaves_its_title_and_the_reason_whatever_else_its_file_holds() {
    let withdrawn = full().replacen(
        "title:",
        "ändringar: [{datum: 2024-06-01, slag: avpublicering, anmärkning: Uppgifter om enskilda.}]\ntitle:",
        1,
    );
    let settings = format!("{SETTINGS}record_data: true\n");
    let first = full()
        .replace(
            "stage: förslag\nokänd: dimridå\nvotes: {question: Dimridå, yes: dimridå}\n",
            "decided_on: 2024-05-03\n",
        )
        .replace(", \"Se [a](dimridå.md)\"", "")
        .replace(" <script>dimridå</script> [x](y.md)", "");
    let fixture = Fixture::with_record(RECORD)
        .with("content/site.yaml", &settings)
        .with("content/b.md", &first)
        .with("content/dimridå.pdf", "%PDF-1.4 dimridå");
    let site = Site::of(&fixture);
    let built = site.run(&["build"]);
    assert_eq!(built.code, Some(0), "{}", built.said);
    assert!(
        holding(&site.output(), "dimridå").len() > 8,
        "the test sees what there is"
    );
    site.write("content/b.md", &withdrawn);
    let built = site.run(&["build"]);
    assert_eq!(built.code, Some(0), "{}", built.said);
    let warm = site.output();
    for word in ["dimridå", "dimrid", "%pdf"] {
        assert_eq!(holding(&warm, word), Vec::<String>::new());
    }
    let page = holding(&warm, "uppgifter om enskilda.");
    assert!(
        page.iter().any(|name| name.ends_with("/b/index.html")),
        "{page:?}"
    );
    let feed = String::from_utf8_lossy(&warm["atom.xml"]).into_owned();
    assert!(feed.contains("2024-06-01T00:00:00"), "{feed}");
    let cold = Site::of(&fixture.with("content/b.md", &withdrawn));
    assert_eq!(cold.run(&["build"]).code, Some(0));
    assert_eq!(cold.release(), site.release());
}

#[test]
fn a_withheld_file_is_nowhere_whoever_else_names_it() {
    let lines = "attachments:\n  - {file: dimridå.pdf, title: Anbuden, public: no, reason: Sekretess.}\n  - karta.csv\n";
    let record = RECORD.replace("title:", &format!("{lines}title:"));
    for settings in ["", "attachments: linked\nrecord_data: true\n"] {
        let settings = format!("{SETTINGS}email: a@example.org\n{settings}");
        let fixture = Fixture::with_record(&record)
            .with("content/site.yaml", &settings)
            .with("content/karta.csv", "a,b\n")
            .with("content/dimridå.pdf", "%PDF-1.4 anbudssumma");
        let site = Site::of(&fixture);
        let built = site.run(&["build"]);
        assert_eq!(built.code, Some(0), "{}", built.said);
        let output = site.output();
        for word in ["dimridå", "dimrida", "%pdf", "anbudssumma"] {
            assert_eq!(holding(&output, word), Vec::<String>::new());
        }
        assert!(!holding(&output, "sekretess.").is_empty());
        assert!(!holding(&output, "mailto:a@example.org?subject=").is_empty());
        let other = RECORD.replace("title:", "attachments: [dimridå.pdf]\ntitle:");
        let named = fixture.clone().with("content/annan.md", other);
        assert_eq!(named.codes(), ["attachment-path"]);
        let linking = RECORD.replace(
            "En lekplats.",
            "Se [här](dimridå.pdf) och ![](dimridå.pdf).",
        );
        let linked = fixture.with("content/annan.md", linking);
        assert!(
            linked.codes().contains(&"dead-link"),
            "{:?}",
            linked.codes()
        );
        let lowered =
            format!("{settings}severity: {{dead-link: warning, image-without-text: warning}}\n");
        let site = Site::of(&linked.with("content/site.yaml", lowered));
        let built = site.run(&["build"]);
        assert_eq!(built.code, Some(0), "{}", built.said);
        assert_eq!(holding(&site.output(), "dimrid"), Vec::<String>::new());
    }
}

/// Each way in which another record names a file that one withholds, or one that it withheld before it was withdrawn.
#[test]
fn a_file_that_a_record_withholds_is_published_by_no_other_way() {
    let withheld = |lines: &str| RECORD.replace("title:", &format!("{lines}title:"));
    let attachment = "attachments: [{file: dimridå.pdf, public: nej, reason: Sekretess.}]\n";
    let withdrawn =
        format!("{attachment}changes: [{{date: 2024-06-01, kind: withdrawal, note: Fel.}}]\n");
    let misspelt = "attachments: [{file: DIMRIDÅ.pdf, public: nej}]\n";
    for own in [attachment, &withdrawn, misspelt] {
        for (settings, other) in [
            ("", "attachments: [r/dimridå.pdf]\ntitle:"),
            ("attachments: linked\n", "title:"),
        ] {
            let other = RECORD.replace("title:", other) + "\nSe [filen](r/dimridå.pdf).\n";
            let fixture = Fixture::default()
                .with(
                    "content/site.yaml",
                    format!("{SETTINGS}{settings}severity: {{dead-link: warning}}\n"),
                )
                .with("content/r/index.md", withheld(own))
                .with("content/r/dimridå.pdf", "%PDF-1.4 dimridå")
                .with("content/annan.md", other);
            let site = Site::of(&fixture);
            let ended = site.run(&["build", "--as-of", "2024-06-10"]);
            let is_held = ended.code == Some(1) && ended.said.contains("attachment-path");
            let files = if is_held {
                BTreeMap::new()
            } else {
                site.output()
            };
            let published: Vec<&String> =
                files.keys().filter(|name| name.contains("pdf")).collect();
            assert!(
                published.is_empty(),
                "{own} {settings}: {published:?} {}",
                ended.said
            );
            assert!(
                is_held || ended.said.contains("dead-link"),
                "{}",
                ended.said
            );
        }
    }
}

/// Readers may not learn the name of a record that is not public from one that is.
#[test]
fn a_record_that_is_not_public_is_named_by_no_other() {
    let lines = "relations: [{to: dimridå, kind: follows}]\nassignments: [{what: Ett, reported_in: dimridå}]\ntitle:";
    let told = RECORD.replace("title:", lines);
    for (hidden, day) in [
        ("draft: true\n", "2024-06-10"),
        ("publish_from: 2024-07-01\n", "2024-06-10"),
    ] {
        let fixture = Fixture::default()
            .with(
                "content/site.yaml",
                format!("{SETTINGS}record_data: true\n"),
            )
            .with("content/annan.md", &told)
            .with(
                "content/prov.md",
                RECORD.replace(
                    "title:",
                    &format!("{hidden}id: dimridå\ntitle:").replace("å", "a"),
                ),
            );
        let fixture = fixture.replace_in("content/annan.md", "dimridå", "dimrida");
        let site = Site::of(&fixture);
        let ended = site.run(&["build", "--as-of", day]);
        assert_eq!(ended.code, Some(0), "{}", ended.said);
        assert_eq!(
            ended.said.matches("relation-unclear").count(),
            2,
            "{}",
            ended.said
        );
        assert_eq!(holding(&site.output(), "dimrida"), Vec::<String>::new());
        // Once it is public, both tell of each other; and a warm build is a cold one.
        let public = RECORD.replace("title:", "id: dimrida\ntitle:");
        site.write("content/prov.md", &public);
        let ended = site.run(&["build", "--as-of", day]);
        assert!(!ended.said.contains("relation-unclear"), "{}", ended.said);
        assert!(
            holding(&site.output(), "dimrida")
                .iter()
                .any(|file| file.contains("annan"))
        );
        let cold = Site::of(&fixture.with("content/prov.md", &public));
        assert_eq!(cold.run(&["build", "--as-of", day]).code, Some(0));
        assert_eq!(cold.release(), site.release());
    }
}

#[test]
fn a_meeting_that_is_withdrawn_leaves_its_day_and_the_reason() {
    let meeting = "---\nbody: Nämnden\ndate: 2024-06-05\nplace: Dimridå\nattendance: [{name: Dimridå Prov}]\nagenda: [{title: Dimridå}]\nbegins: 18.00\nchanges: [{date: 2024-06-06, kind: avpublicering, note: Uppgifter om enskilda.}]\n---\n\n## Dimridå\n\nDimridå.\n";
    let fixture = Fixture::with_record(RECORD).with("content/meetings/m.md", meeting);
    let site = Site::of(&fixture);
    let ended = site.run(&["build", "--as-of", "2024-06-10"]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    assert_eq!(holding(&site.output(), "dimridå"), Vec::<String>::new());
    assert!(!holding(&site.output(), "uppgifter om enskilda").is_empty());
}
