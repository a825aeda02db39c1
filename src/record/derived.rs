//! What front matter does not say and the file tells otherwise: by its first heading, its name, its folder, its text or
//! the first commit that holds it. Nothing is derived unless the site's settings ask for it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::facts::Form;
use super::front_matter::Value;
use super::prose::{Title, title};
use super::slug::slug;
use super::{Date, Key};
use crate::source::{SourcePath, composed, is_markdown};

/// What the values of keys are derived from, each in the order in which it is tried.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Derived {
    origins: BTreeMap<Key, Vec<Origin>>,
    /// The day of the first commit that holds a file, as `2021-04-14`, if the settings ask for it.
    first_commits: Arc<BTreeMap<SourcePath, String>>,
}

/// What a value is derived from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The first heading of level 1, else the first heading.
    Heading,
    /// The words of the file's name.
    FileName,
    /// The words of its folder's name.
    Folder,
    /// Its path: the day that is nearest to its end, or all of it as an id.
    Path,
    /// A day at the end of its path, by a pattern as `date` of Unix writes it: `%Y/%m-%d`.
    PathPattern(String),
    /// The first day in its first lines.
    Text,
    /// The first commit that holds the file.
    FirstCommit,
}

/// How many lines of a text are read for a day.
pub(super) const FIRST_LINES: usize = 40;

impl Origin {
    /// The origin that a word of the settings names.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Some(match word {
            "heading" => Self::Heading,
            "file" => Self::FileName,
            "folder" => Self::Folder,
            "path" => Self::Path,
            "text" => Self::Text,
            "git" => Self::FirstCommit,
            pattern => {
                let is_day = super::DayForms::is_pattern(pattern);
                is_day.then(|| Self::PathPattern(pattern.to_owned()))?
            }
        })
    }

    /// Whether the value of a key can come from it.
    #[must_use]
    pub fn suits(&self, key: Key) -> bool {
        let form = key.fact().form.single();
        match self {
            Self::Heading => key == Key::TITLE,
            Self::FileName | Self::Folder => matches!(
                form,
                Form::Text(_) | Form::Name | Form::NameOfPage | Form::Group(_) | Form::CaseNumber
            ),
            Self::Path => matches!(form, Form::Day | Form::Slug),
            Self::PathPattern(_) | Self::Text | Self::FirstCommit => matches!(form, Form::Day),
        }
    }
}

impl Derived {
    /// Adds what a key's value is derived from, behind what is known.
    pub fn add(&mut self, key: Key, origin: Origin) {
        self.origins.entry(key).or_default().push(origin);
    }

    /// Whether files without front matter may be records: the title comes from elsewhere.
    #[must_use]
    pub fn has_title(&self) -> bool {
        self.origins.contains_key(&Key::TITLE)
    }

    /// Whether the first commits of files are asked for.
    #[must_use]
    pub fn asks_for_commits(&self) -> bool {
        let mut origins = self.origins.values().flatten();
        origins.any(|origin| *origin == Origin::FirstCommit)
    }

    /// The same, knowing the day of the first commit that holds each file.
    #[must_use]
    pub fn with_commits(mut self, first_commits: Arc<BTreeMap<SourcePath, String>>) -> Self {
        self.first_commits = first_commits;
        self
    }

    /// What nothing but the title is derived from: ordinary pages have no other.
    #[must_use]
    pub(super) fn title_alone(&self) -> Self {
        let origins = self.origins.get(&Key::TITLE).cloned();
        Self {
            origins: origins.map(|from| (Key::TITLE, from)).into_iter().collect(),
            first_commits: Arc::default(),
        }
    }

    /// The keys whose values are derived.
    pub(super) fn keys(&self) -> impl Iterator<Item = Key> {
        self.origins.keys().copied()
    }

    /// The value of a key for a file, as front matter would hold it.
    #[must_use]
    pub fn value(&self, key: Key, path: &SourcePath, prose: &str) -> Option<Value> {
        let mut origins = self.origins.get(&key)?.iter();
        let text = origins.find_map(|origin| self.text(origin, key, path, prose));
        text.map(Value::Text)
    }

    fn text(&self, origin: &Origin, key: Key, path: &SourcePath, prose: &str) -> Option<String> {
        let words_path = path_in_words(path);
        let text = match origin {
            Origin::Heading => title(prose).map(|Title { words, .. }| words),
            Origin::FileName => words_path.rsplit('/').next().map(words),
            Origin::Folder => words_path.rsplit('/').nth(1).map(words),
            Origin::Path if key == Key::ID => Some(slug(&words_path)),
            Origin::Path => day_in_path(&words_path).map(|day| day.to_string()),
            Origin::PathPattern(pattern) => {
                let depth = pattern.matches('/').count() + 1;
                let mut ends = words_path.rmatch_indices('/').map(|(at, _)| at + 1);
                let end = ends.nth(depth - 1).unwrap_or(0);
                Date::by_pattern(pattern, &words_path[end..]).map(|day| day.to_string())
            }
            Origin::Text => day_in_lines(prose).map(|day| day.to_string()),
            Origin::FirstCommit => self.first_commits.get(path).cloned(),
        };
        text.filter(|text| !text.is_empty())
    }
}

/// The path below `content/` without the ending; of `index.md`, that of its folder.
fn path_in_words(path: &SourcePath) -> String {
    let path = composed(path.as_str());
    let below = path.strip_prefix("content/").unwrap_or(&path);
    let (folder, name) = below.rsplit_once('/').unwrap_or(("", below));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    if stem.eq_ignore_ascii_case("index") && is_markdown(name) && !folder.is_empty() {
        return folder.to_owned();
    }
    below[..below.len() - (name.len() - stem.len())].to_owned()
}

/// The words of a name: without the marks between them, the first letter a capital.
fn words(name: &str) -> String {
    let words = name.split(['-', '_', ' ']).filter(|word| !word.is_empty());
    let words = words.collect::<Vec<_>>().join(" ");
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The day in a path that is nearest to its end: `2024-05-06`, `20240506`, also parted by folders.
fn day_in_path(path: &str) -> Option<Date> {
    let path = path.replace(['/', '_', '.', ' '], "-");
    let mut starts = path.char_indices().rev();
    starts.find_map(|(start, _)| {
        let is_behind_digit = path[..start].ends_with(|c: char| c.is_ascii_digit());
        (!is_behind_digit).then(|| day_at(&path[start..])).flatten()
    })
}

/// The day that a text begins with, year first.
fn day_at(text: &str) -> Option<Date> {
    [10, 9, 8].into_iter().find_map(|length| {
        let (day, behind) = text.split_at_checked(length)?;
        let ends = !behind.starts_with(|c: char| c.is_ascii_digit());
        let is_year_first = day.bytes().take(4).all(|byte| byte.is_ascii_digit());
        (ends && is_year_first).then(|| Date::read(day)).flatten()
    })
}

/// The first day in the first lines: one that a line ends with behind a colon or a mark, or that stands in it year first.
fn day_in_lines(prose: &str) -> Option<Date> {
    prose.lines().take(FIRST_LINES).find_map(|line| {
        let is_mark = |c: char| c.is_whitespace() || "*_#>|:-–.()".contains(c);
        let behind = |line: &str| Date::read(line.trim_matches(is_mark));
        let after_colon = line.split_once(':').and_then(|(_, rest)| behind(rest));
        let starts = line.char_indices().map(|(start, _)| start);
        let mut within = starts.filter_map(|start| {
            let before = line[..start].chars().next_back();
            let begins = before.is_none_or(|c| !c.is_alphanumeric() && !"-./:".contains(c));
            let is_marked = line.as_bytes().get(start + 4) == Some(&b'-');
            (begins && is_marked)
                .then(|| day_at(&line[start..]))
                .flatten()
        });
        behind(line).or(after_colon).or_else(|| within.next())
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use super::{Derived, Origin};
    use crate::record::Key;
    use crate::source::SourcePath;

    fn derived(key: Key, origin: &str, path: &str, prose: &str) -> Option<String> {
        let mut derived = Derived::default();
        derived.add(key, Origin::named(origin).expect("is an origin"));
        let file = SourcePath::new("content/a.md");
        let commits = BTreeMap::from([(file, "2019-01-02".to_owned())]);
        let derived = derived.with_commits(Arc::new(commits));
        let value = derived.value(key, &SourcePath::new(path), prose)?;
        value.text().map(str::to_owned)
    }

    /// Rows of an origin, a path below `content/`, prose, and the value that comes of them.
    type Rows<'r> = &'r [(&'r str, &'r str, &'r str, Option<&'r str>)];

    fn check(key: Key, rows: Rows<'_>) {
        for (origin, path, prose, expected) in rows {
            let path = format!("content/{path}");
            let found = derived(key, origin, &path, prose);
            assert_eq!(found.as_deref(), *expected, "{origin} {path} {prose}");
        }
    }

    #[test]
    fn titles_and_names_come_from_headings_and_names() {
        let titles: Rows<'_> = &[
            ("heading", "a.md", "Text\n\n# A *b*\n", Some("A b")),
            ("heading", "a.md", "## C\n\nD\n=\n", Some("D")),
            ("heading", "a.md", "## C\n\n### D\n", Some("C")),
            ("heading", "a.md", "No heading", None),
            ("file", "x/ny-bro_över.md", "", Some("Ny bro över")),
            ("file", "x/ny-bro/index.md", "", Some("Ny bro")),
        ];
        check(Key::TITLE, titles);
        let bodies: Rows<'_> = &[
            ("folder", "board/2.md", "", Some("Board")),
            ("folder", "2.md", "", None),
        ];
        check(Key::BODY, bodies);
        let ids: Rows<'_> = &[("path", "Board/2024/a b.md", "", Some("board-2024-a-b"))];
        check(Key::ID, ids);
    }

    #[test]
    fn days_come_from_paths_texts_and_the_history() {
        let paths: Rows<'_> = &[
            ("path", "m/2024-05-06.md", "", Some("2024-05-06")),
            ("path", "m/20240506-budget.md", "", Some("2024-05-06")),
            ("path", "2024/05/06/a.md", "", Some("2024-05-06")),
            ("path", "2023/2024-5-6.md", "", Some("2024-05-06")),
            ("path", "2024/a-12345678.md", "", None),
            (
                "%Y/day-%m-%d",
                "x/2024/day-05-06.md",
                "",
                Some("2024-05-06"),
            ),
            ("%Y/day-%m-%d", "day-05-06.md", "", None),
        ];
        check(Key::DATE, paths);
        let texts: Rows<'_> = &[
            (
                "text",
                "a.md",
                "# A\n\n- **Date:** 6 May 2024\n",
                Some("2024-05-06"),
            ),
            (
                "text",
                "a.md",
                "Issued\n:   1995-10-23\n",
                Some("1995-10-23"),
            ),
            (
                "text",
                "a.md",
                "Held (2024-05-06), room 2.",
                Some("2024-05-06"),
            ),
            ("text", "a.md", "Case 2024-05, 12 of 1999.", None),
            ("git", "a.md", "", Some("2019-01-02")),
            ("git", "b.md", "", None),
        ];
        check(Key::DATE, texts);
    }

    #[test]
    fn an_origin_suits_some_keys() {
        for (word, key, suits) in [
            ("heading", Key::TITLE, true),
            ("heading", Key::BODY, false),
            ("path", Key::TITLE, false),
            ("path", Key::ID, true),
            ("%d-%m-%Y", Key::DECIDED_ON, true),
            ("folder", Key::TOPICS, true),
            ("folder", Key::DRAFT, false),
        ] {
            let origin = Origin::named(word).expect("is an origin");
            assert_eq!(origin.suits(key), suits, "{word} {key:?}");
        }
        assert_eq!(Origin::named("headings"), None);
    }
}
