//! The rules of the house, held by the code rather than by memory.

#![expect(
    clippy::disallowed_methods,
    reason = "tests write sites and read what became of them"
)]

mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use support::files_below;

/// The rooms from the core outwards; rooms of one row do not meet. A room may use those of rows above its own.
const ROWS: [&[&str]; 19] = [
    &["language", "location"],
    &["diagnostics"],
    &["source"],
    &["record"],
    &["calendar"],
    &["site"],
    &["pages"],
    &["theme", "formats", "search"],
    &["render"],
    &["manifest", "cache"],
    &["engine"],
    &["adopt"],
    &["disk"],
    &["release"],
    &["watch"],
    &["preview"],
    &["cli"],
    &["lib"],
    &["main"],
];

/// Each package of the world behind one door.
const DOORS: &[(&str, &[&str])] = &[
    ("serde_yaml", &["record/front_matter/"]),
    ("toml", &["record/front_matter/"]),
    ("aho_corasick", &["site/"]),
    ("ammonia", &["record/prose/"]),
    ("pulldown_cmark", &["record/prose/"]),
    ("tera", &["theme/"]),
    ("walkdir", &["disk/"]),
    ("glob", &["record/"]),
    ("cap_std", &["disk/"]),
    ("cap_fs_ext", &["disk/"]),
    ("cap_primitives", &["disk/"]),
    ("clap", &["cli/"]),
    ("clap_complete", &["cli/"]),
    ("indicatif", &["cli/"]),
    ("fluent_bundle", &["theme/", "diagnostics/"]),
    ("quick_xml", &["formats/"]),
    ("csv", &["formats/"]),
    ("postcard", &["cache.rs"]),
    ("infer", &["disk/"]),
    ("notify", &["watch.rs"]),
    ("axum", &["preview/"]),
    ("hyper", &["preview/"]),
    ("hyper_util", &["preview/"]),
    ("tokio", &["preview/"]),
    ("tempfile", &["cli/"]),
    ("unicode_width", &["diagnostics/"]),
    ("futures_util", &["preview/"]),
    ("getrandom", &["preview/"]),
    ("mime_guess", &["preview/"]),
    ("open", &["cli/"]),
    ("rust_stemmers", &["language/", "search/"]),
    ("flate2", &["search/"]),
    ("icalendar", &["formats/"]),
    ("similar", &["pages/"]),
    ("hashbrown", &["search/words/"]),
    ("cssparser", &["theme/"]),
    ("url", &["site/base_address.rs"]),
    ("blake3", &["source/"]),
    ("fluent_syntax", &["theme/"]),
    ("include_dir", &["cli/", "theme/"]),
    ("jiff", &["calendar/", "cli/", "disk/", "record/", "site/"]),
    ("mimalloc", &["main.rs"]),
    ("percent_encoding", &["pages/", "preview/", "record/"]),
    ("pulldown_cmark_escape", &["record/prose/"]),
    ("rapidfuzz", &["record/"]),
    ("schemars", &["pages/", "theme/"]),
    ("simdutf8", &["source/", "theme/"]),
    ("unic_langid", &["diagnostics/", "theme/"]),
    (
        "unicode_normalization",
        &["location.rs", "record/", "search/", "site/"],
    ),
];

/// Packages that are a part of the language as it is written here, in any room.
const EVERYWHERE: [&str; 3] = ["rayon", "serde", "serde_json"];

/// The one script that is not ours.
const FOREIGN: &str = "preview/client/idiomorph.js";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> Vec<(String, String)> {
    files_with("rs")
}

fn scripts() -> Vec<(String, String)> {
    let mut scripts = files_with("js");
    scripts.retain(|(file, _)| file != FOREIGN);
    scripts
}

fn files_with(ending: &str) -> Vec<(String, String)> {
    let src = root().join("src");
    let mut files = files_below(&src);
    files.retain(|file| Path::new(file).extension().is_some_and(|own| own == ending));
    files
        .into_iter()
        .map(|file| (file.clone(), read(&src.join(&file))))
        .collect()
}

fn read(path: &PathBuf) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn room(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap_or_default()
}

fn row(room: &str) -> usize {
    ROWS.iter()
        .position(|row| row.contains(&room))
        .unwrap_or_else(|| panic!("`{room}` has no place in the house"))
}

#[test]
fn every_room_knows_only_the_rooms_before_it() {
    for (file, text) in sources() {
        let own = room(&file);
        let is_code = |line: &&str| !line.trim_start().starts_with("//");
        let text: String = text.lines().filter(is_code).collect::<Vec<_>>().join("\n");
        for used in text.split("crate::").skip(1) {
            let used = used
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .next()
                .unwrap_or_default();
            let is_known = used == own || row(used) < row(own);
            assert!(is_known, "src/{file} uses `{used}`");
        }
    }
}

/// The rooms of the search, each of which knows only those before it.
const ROOMS_OF_SEARCH: [&str; 6] = ["words", "files", "find", "terms", "renewal", "make"];

#[test]
fn the_rooms_of_the_search_have_one_direction() {
    let own = |file: &str| {
        let room = file.strip_prefix("search/")?.split_once('/')?.0;
        ROOMS_OF_SEARCH.iter().position(|known| *known == room)
    };
    let mut seen = BTreeSet::new();
    for (file, text) in sources() {
        let Some(row) = own(&file) else { continue };
        seen.insert(row);
        for used in text.split("crate::search::").skip(1) {
            let used = used.split("::").next().unwrap_or_default();
            let used = ROOMS_OF_SEARCH.iter().position(|known| *known == used);
            assert!(used.is_some_and(|used| used <= row), "src/{file}");
        }
    }
    assert_eq!(seen.len(), ROOMS_OF_SEARCH.len());
}

#[test]
fn the_lists_of_rooms_are_one() {
    let rows: Vec<Vec<&str>> = ROWS.iter().map(|row| row.to_vec()).collect();
    let contributing = read(&root().join("CONTRIBUTING.md"));
    let cells = contributing
        .lines()
        .filter(|line| line.starts_with("| ") && line.as_bytes()[2].is_ascii_digit());
    let told: Vec<Vec<&str>> = cells
        .map(|line| line.split('|').nth(2).unwrap_or_default())
        .map(|names| names.split('`').skip(1).step_by(2).collect())
        .collect();
    // `lib` and `main` share the last row there.
    let last = [rows[rows.len() - 2].clone(), rows[rows.len() - 1].clone()].concat();
    let expected = [&rows[..rows.len() - 2], &[last]].concat();
    assert_eq!(told, expected);
    let map = read(&root().join("src/lib.rs"));
    let modules = map.lines().filter_map(|line| line.strip_prefix("pub mod "));
    let modules: BTreeSet<&str> = modules.filter_map(|name| name.strip_suffix(';')).collect();
    let rooms: BTreeSet<&str> = rows[..rows.len() - 2].iter().flatten().copied().collect();
    assert_eq!(modules, rooms);
    for room in rooms {
        assert!(
            map.contains(&format!("[`{room}`]")),
            "lib.rs says nothing of `{room}`"
        );
    }
}

#[test]
fn every_package_has_one_door() {
    for package in packages(&["[dependencies]"]) {
        let name = package.replace('-', "_");
        let is_known = DOORS.iter().any(|(known, _)| *known == name);
        assert!(
            is_known || EVERYWHERE.contains(&name.as_str()),
            "{package} has no door"
        );
    }
    for (file, text) in sources() {
        for (package, doors) in DOORS {
            let is_used = text.contains(&format!("{package}::"));
            let is_door = doors.iter().any(|door| file.starts_with(door));
            assert!(!is_used || is_door, "src/{file} uses {package}");
        }
    }
}

#[test]
fn every_file_is_short_and_says_what_it_is_for() {
    for (file, text) in sources() {
        assert!(
            text.starts_with("//!"),
            "src/{file} does not begin with what it is for"
        );
        assert!(
            text.lines().count() < 400,
            "src/{file} has {} lines",
            text.lines().count()
        );
    }
}

#[test]
fn every_script_is_short_and_says_what_it_is_for() {
    assert!(scripts().len() > 15);
    for (file, text) in scripts() {
        let is_said = text.starts_with("// ") || text.starts_with("/*");
        assert!(is_said, "src/{file} does not begin with what it is for");
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines.len() < 400, "src/{file} has {} lines", lines.len());
        for (start, line) in lines
            .iter()
            .enumerate()
            .filter(|(_, line)| begins_function(line))
        {
            let indent = line.len() - line.trim_start().len();
            let close = format!("{}}}", " ".repeat(indent));
            let end = lines[start + 1..]
                .iter()
                .position(|line| line.starts_with(&close));
            let length = end.unwrap_or(lines.len()) + 2;
            assert!(length < 60, "src/{file}:{} has {length} lines", start + 1);
        }
    }
}

/// Whether a line of a script opens the body of a function or a method.
fn begins_function(line: &str) -> bool {
    let words = line.trim_start();
    let others = [
        "if ", "for ", "while ", "switch ", "} ", "class ", "return ", "import ",
    ];
    line.ends_with('{') && words.contains('(') && !others.iter().any(|head| words.starts_with(head))
}

#[test]
fn every_function_is_short() {
    for (file, text) in sources() {
        let lines: Vec<&str> = text.lines().collect();
        for (start, line) in lines.iter().enumerate() {
            let words = line.trim_start();
            let head = words.split("fn ").next().unwrap_or_default();
            let is_head =
                |word: &str| word.starts_with("pub") || ["async", "const"].contains(&word);
            if head.len() == words.len() || !head.split_whitespace().all(is_head) {
                continue;
            }
            let indent = line.len() - words.len();
            let close = format!("{}}}", " ".repeat(indent));
            let length = lines[start..]
                .iter()
                .position(|line| **line == close)
                .unwrap_or_default()
                + 1;
            assert!(length < 60, "src/{file}:{} has {length} lines", start + 1);
        }
    }
}

#[test]
fn views_alone_are_serialisable_besides_what_is_stored() {
    let allowed = [
        "pages/view/",
        "pages/facts.rs",
        "pages/files.rs",
        "manifest.rs",
        "location.rs",
        "source/",
        "record/",
        "cache.rs",
        "theme/",
        "preview/",
        "cli/",
    ];
    for (file, text) in sources() {
        let derives = text
            .lines()
            .any(|line| line.contains("derive(") && line.contains("Serialize"));
        assert!(
            !derives || allowed.iter().any(|place| file.starts_with(place)),
            "src/{file}"
        );
    }
}

#[test]
fn no_vague_rooms_and_no_silenced_lints() {
    for (file, text) in sources() {
        for vague in ["utils", "helpers", "common", "types", "manager", "context"] {
            assert!(!file.contains(vague), "src/{file}");
        }
        for silenced in [
            "#[allow(",
            "#![allow(",
            "todo!(",
            "unimplemented!(",
            "dbg!(",
        ] {
            assert!(!text.contains(silenced), "src/{file} holds {silenced}");
        }
    }
}

#[test]
fn the_reference_of_records_names_every_setting() {
    let reference = read(&root().join("src/docs/records.md"));
    for setting in diarium::site::Setting::all().map(diarium::site::Setting::name) {
        assert!(
            reference.contains(&format!("`{setting}`")),
            "records.md lacks the setting `{setting}`"
        );
    }
}

#[test]
fn the_reference_of_codes_has_a_paragraph_for_each_in_order() {
    let reference = read(&root().join("src/docs/codes.md"));
    let headings: Vec<&str> = reference
        .lines()
        .filter_map(|line| line.strip_prefix("## `")?.strip_suffix('`'))
        .collect();
    let codes: Vec<&str> = diarium::diagnostics::Code::all()
        .map(diarium::diagnostics::Code::name)
        .collect();
    assert_eq!(headings, codes);
}

/// The names of all fields in a JSON Schema and in what it refers to.
fn fields(schema: &serde_json::Value, found: &mut BTreeSet<String>) {
    match schema {
        serde_json::Value::Object(map) => {
            if let Some(properties) = map.get("properties").and_then(serde_json::Value::as_object) {
                found.extend(properties.keys().cloned());
            }
            map.values().for_each(|value| fields(value, found));
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| fields(value, found)),
        _ => {}
    }
}

#[test]
fn the_architecture_names_what_is_there() {
    let architecture = read(&root().join("src/docs/architecture.md"));
    assert!(architecture.lines().count() <= 200);
    let code: String = sources().into_iter().map(|(_, text)| text).collect();
    let names = architecture.split('`').skip(1).step_by(2);
    let mut seen = 0;
    for name in names {
        let is_path = name.contains('/') || name.contains('.');
        let is_there = if is_path {
            root().join(name).exists()
        } else {
            code.contains(name)
        };
        assert!(is_there, "architecture.md names `{name}`");
        seen += 1;
    }
    assert!(seen > 50, "{seen}");
}

#[test]
fn the_references_of_views_and_data_name_every_field() {
    use diarium::pages::{open_schema, view};
    use schemars::schema_for;
    let schemas = [
        schema_for!(view::SiteView),
        schema_for!(view::PageView<'_>),
        schema_for!(view::HomeView<'_>),
        schema_for!(view::RecordView<'_>),
        schema_for!(view::ListingView<'_>),
        schema_for!(view::IndexView<'_>),
        schema_for!(view::TextView<'_>),
        schema_for!(view::RedirectView),
    ];
    let holds = |file: &str, schema: &serde_json::Value| {
        let reference = read(&root().join("src/docs").join(file));
        let mut names = BTreeSet::new();
        fields(schema, &mut names);
        for name in names {
            assert!(
                reference.contains(&format!("`{name}`")),
                "{file} lacks `{name}`"
            );
        }
    };
    for schema in &schemas {
        holds("views.md", schema.as_value());
    }
    holds("data.md", &open_schema());
}

#[test]
fn the_readme_begins_with_its_commands() {
    let readme = read(&root().join("README.md"));
    let first_screen: String = readme.lines().take(30).collect::<Vec<_>>().join("\n");
    for command in [
        "cargo run --release -- serve --open",
        "bash tests/run.sh",
        "cargo run --release -- build",
    ] {
        assert!(
            first_screen.contains(command),
            "README.md's first screen lacks `{command}`"
        );
    }
    assert!(read(&root().join(".ci/run")).contains("tests/run.sh"));
}

#[test]
fn another_version_of_a_package_is_another_program() {
    let embedding = read(&root().join("src/embedding.rs"));
    for source in ["Cargo.lock", "Cargo.toml", "src", "themes/default"] {
        assert!(embedding.contains(&format!("\"{source}\"")), "{source}");
    }
}

/// The packages that Cargo.toml names under some headings.
fn packages(headings: &[&str]) -> Vec<String> {
    let manifest = read(&root().join("Cargo.toml"));
    let (mut named, mut is_wanted) = (Vec::new(), false);
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_wanted = headings.contains(&line);
        } else if let Some((package, _)) = line.split_once(" =").filter(|_| is_wanted) {
            named.push(package.to_owned());
        }
    }
    named
}

#[test]
fn every_package_is_explained() {
    let contributing = read(&root().join("CONTRIBUTING.md"));
    for package in packages(&["[dependencies]", "[dev-dependencies]"]) {
        let is_explained = contributing.contains(&format!("`{package}`"));
        assert!(is_explained, "CONTRIBUTING.md does not say why `{package}`");
    }
}

#[test]
fn the_default_theme_has_the_same_words_in_both_languages() {
    let ids = |language: &str| -> Vec<String> {
        let words = read(&root().join(format!("themes/default/words/{language}.ftl")));
        let id = |line: &str| {
            line.split_once(" =")
                .map(|(id, _)| id.to_owned())
                .filter(|id| !id.starts_with([' ', '#', '*', '[']))
        };
        words.lines().filter_map(id).collect()
    };
    assert_eq!(ids("sv"), ids("en"));
}

#[test]
fn the_messages_are_the_same_in_both_languages() {
    let shape = |language: &str| -> BTreeSet<String> {
        let words = read(&root().join(format!("src/diagnostics/{language}.ftl")));
        let mut id = String::new();
        let mut shape = BTreeSet::new();
        for line in words.lines() {
            if let Some((name, _)) = line
                .split_once(" =")
                .filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                name.clone_into(&mut id);
                shape.insert(id.clone());
            }
            for argument in line.split('$').skip(1) {
                let argument = argument
                    .split(|c: char| !c.is_ascii_lowercase() && c != '_')
                    .next()
                    .unwrap_or_default();
                // A key has a name in each language; the message of each shows its own.
                let argument = match argument {
                    "swedish" => "key",
                    _ => argument.strip_prefix("swedish_").unwrap_or(argument),
                };
                shape.insert(format!("{id} ${argument}"));
            }
        }
        shape
    };
    assert_eq!(shape("sv"), shape("en"));
}
