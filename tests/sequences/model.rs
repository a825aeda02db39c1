//! The sources of a site as a few numbers, the edits that change them, and the files that they stand for.

use std::collections::BTreeMap;

use super::dice::Dice;
use super::texts::{BROKEN, MEETINGS, PROSE, SHARED, STATES};
use crate::support::Fixture;
use crate::support::site::with_small_theme;

/// The moments that the site is built for.
pub(crate) const MOMENTS: [&str; 4] =
    ["2024-06-01", "2025-01-01", "2025-06-01 08:00", "2030-12-31"];

/// The sources of a site.
#[derive(Clone, Default)]
pub(crate) struct Model {
    records: BTreeMap<usize, Record>,
    /// Which of some lines the settings hold, by the name of the setting.
    settings: BTreeMap<&'static str, &'static str>,
    /// Files of `content/pages/` and of themes, and others that an edit writes as a whole.
    files: BTreeMap<&'static str, String>,
    /// A file that stands in the way of every build.
    broken: Option<(&'static str, &'static str)>,
    /// Whether the theme is the one that is built in, and no small one in its place.
    is_large: bool,
    /// Which of the [`MOMENTS`] it is.
    pub(crate) moment: usize,
}

#[derive(Clone, Default)]
struct Record {
    folder: usize,
    name: usize,
    title: usize,
    day: usize,
    prose: usize,
    shared: usize,
    state: usize,
    attachment: usize,
    address: usize,
}

/// An edit has a name, and does something to a site.
pub(crate) type Edit = (&'static str, fn(&mut Model, &mut Dice));

/// Every kind of edit of sources.
pub(crate) const EDITS: &[Edit] = &[
    ("a record is added", |model, dice| {
        let number = dice.below(RECORDS);
        model.records.insert(
            number,
            Record {
                title: number,
                day: dice.below(6),
                prose: dice.below(PROSE.len()),
                ..Record::default()
            },
        );
    }),
    ("a record is removed", |model, dice| {
        let number = dice.below(RECORDS);
        model.records.remove(&number);
    }),
    ("a record is renamed", |model, dice| {
        model.change(dice, |record, dice| record.name = dice.below(3));
    }),
    ("a record is moved", |model, dice| {
        model.change(dice, |record, dice| {
            record.folder = dice.below(FOLDERS.len());
        });
    }),
    ("prose", |model, dice| {
        model.change(dice, |record, dice| record.prose = dice.below(PROSE.len()));
    }),
    ("title", |model, dice| {
        model.change(dice, |record, dice| record.title = dice.below(40));
    }),
    ("day", |model, dice| {
        model.change(dice, |record, dice| record.day = dice.below(6));
    }),
    ("body, topics and case", |model, dice| {
        model.change(dice, |record, dice| {
            record.shared = dice.below(SHARED.len());
        });
    }),
    ("draft", |model, dice| {
        model.change(dice, |record, _| {
            record.state = usize::from(record.state != 1);
        });
    }),
    ("publication", |model, dice| {
        model.change(dice, |record, dice| record.state = dice.below(STATES.len()));
    }),
    ("attachments", |model, dice| {
        model.change(dice, |record, dice| record.attachment = dice.below(4));
    }),
    ("id and former addresses", |model, dice| {
        model.change(dice, |record, dice| record.address = dice.below(4));
    }),
    ("the clock", |model, dice| {
        model.moment = dice.below(MOMENTS.len());
    }),
    ("the site's title", |model, dice| {
        model.set(
            dice,
            "title",
            &["title: Beslut", "title: Protokoll", "title: Beslut & mer"],
        );
    }),
    ("the site's language", |model, dice| {
        model.set(
            dice,
            "language",
            &["language: sv", "language: sv", "language: en"],
        );
    }),
    ("sizes of lists and feeds", |model, dice| {
        model.set(dice, "page_size", &["", "page_size: 2", "feed_size: 3"]);
    }),
    (
        "which files are records, and what they must hold",
        |model, dice| {
            model.set(
                dice,
                "exclude",
                &[
                    "",
                    "exclude: ['**/*2*.md']",
                    "include: ['*.md', '2024/**', 'arkiv/**']",
                    "required: [title, date]",
                ],
            );
        },
    ),
    ("open data", |model, dice| {
        model.set(dice, "record_data", &["", "record_data: true"]);
    }),
    ("publisher", |model, dice| {
        model.set(
            dice,
            "publisher",
            &["", "publisher: Provstad", "description: Alla beslut."],
        );
    }),
    ("names of keys", |model, dice| {
        model.set(
            dice,
            "keys",
            &["", "keys: {title: ärende}", "defaults: {body: Nämnd}"],
        );
    }),
    ("words of the search", |model, dice| {
        let words = [
            "",
            "search: {synonyms: [[lekplats, gunga]]}",
            "search: {whole_words: [lekplats]}",
            "search: {first_parts: [lek]}",
        ];
        model.set(dice, "search", &words);
    }),
    ("the address of the site", |model, dice| {
        model.set(
            dice,
            "base_url",
            &[
                "base_url: https://a.example/",
                "base_url: https://a.example/b/",
            ],
        );
    }),
    ("an ordinary page", |model, dice| {
        let texts = [
            "",
            "---\ntitle: Om\n---\n\nOm oss.\n",
            "---\ntitle: Om webbplatsen\n---\n\nSe [besluten](/beslut/).\n",
            "---\ntitle: Om\ndraft: true\n---\n\nDolt.\n",
        ];
        model.put(dice, "content/pages/om.md", &texts);
    }),
    ("a body", |model, dice| {
        let texts = [
            "",
            "---\nname: Nämnd\nremit: Lekplatser.\n---\n\nSe [en annan](../fil-1-0.md).\n",
            "---\nname: Nämnden för lek\nformer_names: [Nämnd, Gamla nämnden]\n---\n",
            "---\nname: Nämnd\ndraft: true\n---\n\nDolt.\n",
        ];
        model.put(dice, "content/bodies/namnd.md", &texts);
    }),
    ("a person", |model, dice| {
        let texts = ["", "---\nname: Ada Prov\nrole: Ordförande\n---\n"];
        model.put(dice, "content/people/ada.md", &texts);
    }),
    ("who has a page", |model, dice| {
        let lines = ["", "person_pages: described", "person_pages: off"];
        model.set(dice, "person_pages", &lines);
    }),
    ("topics", |model, dice| {
        let texts = [
            "",
            "Skola: Barn och unga.\n",
            "Skola: {former_names: [Barn]}\nVård:\n",
        ];
        model.put(dice, "content/topics.yaml", &texts);
    }),
    ("words that are explained", |model, dice| {
        let texts = [
            "",
            "gunga: Vad man gungar i.\n",
            "remiss:\nlekplats: {text: Park.}\n",
        ];
        model.put(dice, "content/glossary.yaml", &texts);
    }),
    ("titles of cases", |model, dice| {
        let texts = ["", "KS 1: Lekplatsen\n", "KS 1: Gungorna\n"];
        model.put(dice, "content/cases.yaml", &texts);
    }),
    ("a meeting", |model, dice| {
        model.put(dice, "content/meetings/namnd-2025-01-14.md", &MEETINGS);
    }),
    ("the notice board", |model, dice| {
        model.set(
            dice,
            "notice_board",
            &["", "notice_board: official", "notice_board: off"],
        );
    }),
    ("a template of the overrides", |model, dice| {
        let texts = [
            "",
            "{% extends \"default/record.html\" %}{% block here %}<i>här</i>{% endblock here %}",
            "{% extends \"default/record.html\" %}{% block here %}{{ record.date }}{% endblock here %}",
        ];
        model.put(dice, "themes/overrides/templates/record.html", &texts);
    }),
    ("words of the overrides", |model, dice| {
        model.put(
            dice,
            "themes/overrides/words/sv.ftl",
            &["", "home = Hem\n", "home = Start\nrecords = Alla beslut\n"],
        );
    }),
    ("a style of the overrides", |model, dice| {
        model.put(
            dice,
            "themes/overrides/static/style.css",
            &["", "body { margin: 0 }\n", "body { margin: 1rem }\n"],
        );
    }),
    ("a script of the overrides", |model, dice| {
        model.put(
            dice,
            "themes/overrides/static/search.js",
            &["", "console.log(1);\n", "console.log(2);\n"],
        );
    }),
    ("a static file of the overrides", |model, dice| {
        model.put(
            dice,
            "themes/overrides/static/icon.svg",
            &[
                "",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>",
            ],
        );
    }),
    ("another theme and back", |model, dice| {
        model
            .files
            .insert("themes/eget/theme.yaml", "parent: default\n".to_owned());
        model.set(dice, "theme", &["", "theme: eget"]);
    }),
    ("a template of that theme", |model, dice| {
        model
            .files
            .insert("themes/eget/theme.yaml", "parent: default\n".to_owned());
        let texts = [
            "",
            "{% extends \"default/text.html\" %}{% block search %}1{% endblock search %}",
            "{% extends \"default/text.html\" %}{% block search %}2{% endblock search %}",
        ];
        model.put(dice, "themes/eget/templates/text.html", &texts);
    }),
    ("a static file of that theme", |model, dice| {
        model
            .files
            .insert("themes/eget/theme.yaml", "parent: default\n".to_owned());
        model.put(
            dice,
            "themes/eget/static/style.css",
            &["", "p { color: #111 }\n", "p { color: #222 }\n"],
        );
    }),
    ("the folder of the default theme", |model, dice| {
        model.is_large = dice.below(3) == 0;
    }),
    ("a broken file", |model, dice| {
        model.broken = Some(*dice.one(&BROKEN));
    }),
];

const RECORDS: usize = 12;

const FOLDERS: [&str; 3] = ["", "2024/", "arkiv/äldre/"];

impl Model {
    /// Every source file.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        // With a country notices end, and no moment is one at which some notice runs: of what was published before, the builds that
        // are compared know nothing.
        let mut settings = String::from("severity: {dead-link: warning}\ncountry: se\n");
        for (name, default) in [
            ("title", "title: Beslut"),
            ("base_url", "base_url: https://a.example/"),
            ("language", "language: sv"),
        ] {
            settings += self.settings.get(name).unwrap_or(&default);
            settings.push('\n');
        }
        for (name, line) in &self.settings {
            if !["title", "base_url", "language"].contains(name) {
                settings += line;
                settings.push('\n');
            }
        }
        let small = if self.is_large {
            Fixture::default()
        } else {
            with_small_theme(Fixture::default())
        };
        let theme = small
            .files
            .into_iter()
            .map(|(path, bytes)| (path.as_str().to_owned(), bytes));
        let mut files: BTreeMap<String, Vec<u8>> = theme.collect();
        files.insert("content/site.yaml".to_owned(), settings.into_bytes());
        for (number, record) in &self.records {
            record.write(*number, &mut files);
        }
        for (path, text) in self.files.iter().filter(|(_, text)| !text.is_empty()) {
            files.insert((*path).to_owned(), text.clone().into_bytes());
        }
        if let Some((path, text)) = self.broken {
            files.insert(path.to_owned(), text.as_bytes().to_vec());
        }
        files
    }

    /// Mends what is broken; tells whether anything was.
    pub(crate) fn mend(&mut self) -> bool {
        self.broken.take().is_some()
    }

    fn change(&mut self, dice: &mut Dice, change: impl Fn(&mut Record, &mut Dice)) {
        if self.records.is_empty() {
            self.records.insert(0, Record::default());
        }
        let index = dice.below(self.records.len());
        if let Some(record) = self.records.values_mut().nth(index) {
            change(record, dice);
        }
    }

    fn set(&mut self, dice: &mut Dice, name: &'static str, lines: &[&'static str]) {
        self.settings.insert(name, lines[dice.below(lines.len())]);
    }

    fn put(&mut self, dice: &mut Dice, path: &'static str, texts: &[&str]) {
        self.files
            .insert(path, texts[dice.below(texts.len())].to_owned());
    }
}

impl Record {
    fn write(&self, number: usize, files: &mut BTreeMap<String, Vec<u8>>) {
        let folder = FOLDERS[self.folder];
        let attachment = match self.attachment {
            0 => String::new(),
            same => {
                let (path, bytes) = (format!("karta-{number}.csv"), format!("a,b\n1,{same}\n"));
                files.insert(format!("content/{folder}{path}"), bytes.into_bytes());
                format!("attachments: [{path}]\n")
            }
        };
        let address = match self.address {
            0 => String::new(),
            1 => format!("id: eget-{number}\n"),
            2 => format!("former_addresses: [/arkiv/{number}.html, /gammalt/{number}/]\n"),
            _ => format!("id: eget-{number}\nformer_addresses: [/beslut/2024/fil-{number}-0/]\n"),
        };
        let text = format!(
            "---\ntitle: Lekplats {}\ndate: 2024-05-0{}\nproposer: Ada Prov\nrecommendation: Byggs.\n{}{}{attachment}{address}---\n\n{}\n",
            self.title,
            self.day + 1,
            SHARED[self.shared],
            STATES[self.state],
            PROSE[self.prose],
        );
        files.insert(
            format!("content/{folder}fil-{number}-{}.md", self.name),
            text.into_bytes(),
        );
    }
}
