//! The references in `src/docs/` hold what the program's own tables say, between marks; `UPDATE=1` writes it anew.

mod support;

use std::path::Path;

use diarium::pages::Column;
use diarium::record::facts::{Choice, DESCRIBED, FACTS, Fact, Form, Group, Need, Open, Part};
use diarium::record::{Key, TextKind};

const END: &str = "<!-- end -->";

/// Holds what stands behind each mark in a reference to what the tables say.
fn hold(reference: &str, filled: &[(String, String)]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = path.join("src/docs").join(reference);
    let mut text = String::from_utf8(support::bytes(&path)).expect("a reference is text");
    for (mark, table) in filled {
        let mark = format!("<!-- {mark} -->\n");
        let start = text.find(&mark).expect("the mark stands in the reference") + mark.len();
        let end = start + text[start..].find(END).expect("the mark has an end");
        text.replace_range(start..end, table);
    }
    support::expect(&path, text.as_bytes());
}

fn listed<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

/// How a value is written in front matter.
fn written(form: Form) -> String {
    match form {
        Form::Text(None) | Form::Name | Form::NameOfPage | Form::CaseNumber => "text".to_owned(),
        Form::Text(Some(longest)) => format!("text of at most {longest} characters"),
        Form::Clauses => "a clause, or a list of them".to_owned(),
        Form::Slug => "small letters a to z, digits, hyphens; at most 120".to_owned(),
        Form::Language => "a BCP 47 code, such as `sv` or `en-GB`".to_owned(),
        Form::Day => "a day".to_owned(),
        Form::Moment(_) => "a day or a moment".to_owned(),
        Form::Time => "a time of day, `17:00`".to_owned(),
        Form::Flag => {
            "`true` or `false`; also `yes`, `no`, `ja`, `nej`, `sant`, `falskt`".to_owned()
        }
        Form::Choice(_) => "one of a set of words".to_owned(),
        Form::Path => "a path".to_owned(),
        Form::Group(group) if group.name.starts_with(['a', 'e', 'i', 'o', 'u']) => {
            format!("an {}", group.name)
        }
        Form::Group(group) => format!("a {}", group.name),
        Form::Many(single) => match written(*single) {
            text if text == "text" => "text, or a list of texts".to_owned(),
            single => format!("{single}, or a list of them"),
        },
        Form::Number(least, most) => format!("a whole number from {least} to {most}"),
        Form::Heading | Form::Token => "a text".to_owned(),
        Form::Lines | Form::Map => "`key: value` lines".to_owned(),
    }
}

/// What open data hold for a value.
fn opened(form: Form) -> String {
    match form {
        Form::Text(_) | Form::Slug | Form::Name | Form::CaseNumber | Form::Path => {
            "a text".to_owned()
        }
        Form::Clauses => "a list of clauses in Markdown, with whole addresses in links".to_owned(),
        Form::NameOfPage => "a name with its page".to_owned(),
        Form::Language => "a BCP 47 code".to_owned(),
        Form::Day => "a day, `2021-04-14`".to_owned(),
        Form::Moment(_) => "a moment, `2021-04-14 08:00`".to_owned(),
        Form::Time => "a time of day, `17:00`".to_owned(),
        Form::Flag => "`true`".to_owned(),
        Form::Choice(choices) => {
            let codes = choices.iter().map(|choice| choice.code);
            format!("one of {}", listed(codes))
        }
        Form::Group(group) => format!("an object, see {}", group.name),
        Form::Many(Form::NameOfPage) => "a list of names with their pages".to_owned(),
        Form::Many(Form::Group(group)) => format!("a list of {}s", group.name),
        Form::Many(_) => "a list of texts".to_owned(),
        Form::Number(..) => "a number".to_owned(),
        Form::Heading | Form::Token => "a text".to_owned(),
        Form::Lines | Form::Map => "an object whose scalars are texts".to_owned(),
    }
}

/// What open data hold for the parts of values that have some; what files are is told by the program, not the record.
fn parts() -> String {
    let mut tables = String::new();
    let open = FACTS.iter();
    let open = open.filter(|fact| fact.open != Open::No && fact.key != "attachments");
    let groups = open.flat_map(|fact| groups(fact.field, fact.form));
    for (name, group) in groups {
        let row = |(number, part): (usize, &Part)| {
            let needed = if number == 0 {
                ""
            } else {
                " Left out where the record tells none."
            };
            format!("| `{}` | {}{needed} |\n", part.name, part.says)
        };
        let rows: String = group.parts.iter().enumerate().map(row).collect();
        let has_page = group
            .parts
            .iter()
            .any(|part| matches!(part.form, Form::NameOfPage));
        let url = if has_page {
            "| `url` | The whole address of its page. |\n"
        } else {
            ""
        };
        let head = format!("An item of `{name}`:\n\n| field | meaning |\n|---|---|\n");
        tables.extend([head.as_str(), &rows, url, "\n"]);
    }
    tables
}

/// The parts of a fact's values, and of values within those, each with its name.
fn groups(name: &str, form: Form) -> Vec<(String, &'static Group)> {
    let Some(group) = form.group() else {
        return Vec::new();
    };
    let parts = group.parts.iter();
    let within = parts.flat_map(|part| groups(&format!("{name}.{}", part.name), part.form));
    std::iter::once((name.to_owned(), group))
        .chain(within)
        .collect()
}

fn facts<'f>(facts: impl Iterator<Item = &'f Fact>) -> String {
    table_of(facts, &|fact| fact.need == Need::Always)
}

fn table_of<'f>(
    facts: impl Iterator<Item = &'f Fact>,
    is_required: &dyn Fn(&Fact) -> bool,
) -> String {
    let mut table =
        String::from("| key | Swedish aliases | form | what it means |\n|---|---|---|---|\n");
    for fact in facts {
        let required = if is_required(fact) {
            "**Required.** "
        } else {
            ""
        };
        let means = format!("{required}{} {}", fact.says, fact.note);
        let aliases = listed(fact.aliases.iter().copied());
        let row = format!(
            "| `{}` | {aliases} | {} | {} |\n",
            fact.key,
            written(fact.form),
            means.trim()
        );
        table.push_str(&row.replace("|  |", "| |"));
    }
    table
}

/// The parts of values that the reference has no section of its own for.
fn written_parts() -> String {
    let mut tables = String::new();
    let facts = FACTS.iter().chain(&DESCRIBED);
    let facts = facts.filter(|fact| !["proposer", "attachments"].contains(&fact.key));
    for (name, group) in facts.flat_map(|fact| groups(fact.key, fact.form)) {
        let row = |part: &Part| {
            let form = match part.form {
                Form::Choice(choices) => {
                    let words = choices.iter().map(|choice| choice.words);
                    let words: Vec<String> = words
                        .map(|words| format!("`{}` or `{}`", words[0], words[1]))
                        .collect();
                    words.join("; ")
                }
                form => written(form),
            };
            format!(
                "| `{}` | `{}` | {form} | {} |\n",
                part.name, part.swedish, part.says
            )
        };
        let rows: String = group.parts.iter().map(row).collect();
        let head = "| inner key | Swedish alias | form | what it means |\n|---|---|---|---|\n";
        tables.extend(["## The parts of `", &name, "`\n\n", head, &rows, "\n"]);
    }
    tables
}

#[test]
fn the_reference_of_records_lists_every_fact_and_choice() {
    let mut filled = vec![("facts".to_owned(), facts(FACTS.iter()))];
    let mut others = String::new();
    for fact in &FACTS {
        let Form::Choice(choices) = fact.form else {
            continue;
        };
        let row = |choice: &Choice| {
            let mut words = choice.words.to_vec();
            words.dedup();
            let words = listed(words.iter().copied());
            format!("| `{}` | {words} |\n", choice.code)
        };
        let rows: String = choices.iter().map(row).collect();
        let table = format!("| code | spellings |\n|---|---|\n{rows}");
        match fact.key {
            "stage" | "outcome" => filled.push((format!("choices of {}", fact.key), table)),
            key => others.extend(["## The words of `", key, "`\n\n", &table, "\n"]),
        }
    }
    others.push_str(&written_parts());
    filled.push(("other choices and parts".to_owned(), others));
    let of = |kind: TextKind| {
        let shared = TextKind::Page.keys();
        let keys = kind.keys().into_iter();
        let own = keys.filter(|key| *key == Key::ID || !shared.contains(key));
        let required = kind.required();
        let is_required = |fact: &Fact| required.iter().any(|key| key.fact().key == fact.key);
        table_of(own.map(Key::fact), &is_required)
    };
    filled.push(("bodies and people".to_owned(), of(TextKind::Body)));
    filled.push(("meetings".to_owned(), of(TextKind::Meeting)));
    hold("records.md", &filled);
}

#[test]
fn the_reference_of_data_lists_every_open_fact_and_column() {
    let row = |field: &str, form: &str, says: &str| format!("| `{field}` | {form} | {says} |\n");
    let open = FACTS.iter().filter(|fact| fact.open != Open::No);
    let rows = open.map(|fact| row(fact.field, &opened(fact.form), fact.says));
    let url = row("url", "a text", "The whole address of the record's page.");
    let rows: String = std::iter::once(url).chain(rows).collect();
    let table = format!("| field | form | meaning |\n|---|---|---|\n{rows}");
    let columns = Column::all();
    let named = listed(columns.iter().map(|column| column.name()));
    let filled = [
        ("facts", table),
        ("parts", parts()),
        ("columns", format!("{named}\n")),
    ];
    hold(
        "data.md",
        &filled.map(|(mark, text)| (mark.to_owned(), text)),
    );
}

#[test]
fn every_column_has_a_place_of_its_own() {
    let places = Key::all().filter_map(|key| match key.fact().open {
        Open::Column(place) => Some(place),
        Open::No | Open::Data => None,
    });
    let mut places: Vec<usize> = places.chain([2, 27]).collect();
    places.sort_unstable();
    let every: Vec<usize> = (1..=Column::all().len()).collect();
    assert_eq!(places, every);
}

#[test]
fn the_schema_of_data_is_that_of_every_published_record() {
    let validator = jsonschema::validator_for(&diarium::pages::open_schema());
    let validator = validator.expect("it is a schema");
    let site = support::Fixture::from_folder("swedish").build_as_of("2025-01-01");
    let years = ["data/2021.json", "data/2023.json"];
    let mut checked = 0;
    for year in years {
        let records: Vec<serde_json::Value> =
            serde_json::from_slice(&site.files[year]).expect("it is a list");
        for record in &records {
            let errors: Vec<String> = validator
                .iter_errors(record)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(errors.is_empty(), "{errors:?}");
            checked += 1;
        }
    }
    assert!(checked > 5, "{checked} records");
    assert!(!validator.is_valid(&serde_json::json!({ "title": "T" })));
}
