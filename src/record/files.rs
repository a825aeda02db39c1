//! Which Markdown files below `content/` are records: all, unless patterns say otherwise.

use glob::MatchOptions;
pub use glob::Pattern;

use crate::source::{SourcePath, composed};

/// Which files are records, by patterns of their paths below `content/`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecordFiles {
    /// Where there are any, only files that one of them names are records.
    pub include: Vec<Pattern>,
    /// Files that one of them names are none.
    pub exclude: Vec<Pattern>,
}

/// `*` stands for what is between two slashes, `**` for folders too; letters are told apart as they are written.
const OPTIONS: MatchOptions = MatchOptions {
    case_sensitive: true,
    require_literal_separator: true,
    require_literal_leading_dot: false,
};

impl RecordFiles {
    /// A pattern as it is written: `**/README.md`, `mallar/**`. `None` for what is no pattern, or one that no path below
    /// `content/` can have.
    #[must_use]
    pub fn pattern(text: &str) -> Option<Pattern> {
        let is_below = !text.is_empty() && !text.starts_with('/');
        Pattern::new(&composed(text)).ok().filter(|_| is_below)
    }

    /// Whether the file at a path, which is Markdown below `content/`, is a record.
    #[must_use]
    pub fn hold(&self, path: &SourcePath) -> bool {
        (self.include.is_empty() || names(&self.include, path)) && !self.excludes(path)
    }

    /// Whether the settings name a file as a record, wherever it lies.
    #[must_use]
    pub fn includes(&self, path: &SourcePath) -> bool {
        names(&self.include, path)
    }

    /// Whether the file at a path below `content/` is excluded, be it a record or an ordinary page.
    #[must_use]
    pub fn excludes(&self, path: &SourcePath) -> bool {
        names(&self.exclude, path)
    }
}

fn names(patterns: &[Pattern], path: &SourcePath) -> bool {
    let path = composed(path.as_str());
    let below = path.strip_prefix("content/").unwrap_or(&path);
    let mut patterns = patterns.iter();
    patterns.any(|pattern| pattern.matches_with(below, OPTIONS))
}

#[cfg(test)]
mod tests {
    use super::RecordFiles;
    use crate::source::SourcePath;

    #[test]
    fn patterns_say_which_files_are_records() {
        let patterns = |texts: &[&str]| {
            let patterns = texts.iter().map(|text| RecordFiles::pattern(text));
            patterns.collect::<Option<Vec<_>>>().expect("patterns")
        };
        let files = RecordFiles {
            include: patterns(&["beslut/**", "*.md"]),
            exclude: patterns(&["**/README.md", "beslut/mall-*.md"]),
        };
        for (path, is_record) in [
            ("content/beslut/2021/bro.md", true),
            ("content/bro.md", true),
            ("content/annat/bro.md", false),
            ("content/README.md", false),
            ("content/beslut/2021/README.md", false),
            ("content/beslut/mall-a.md", false),
            ("content/beslut/2021/mall-a.md", true),
        ] {
            assert_eq!(files.hold(&SourcePath::new(path)), is_record, "{path}");
        }
        for text in ["", "/etc/*", "a/***", "[a"] {
            assert!(RecordFiles::pattern(text).is_none(), "{text}");
        }
    }
}
