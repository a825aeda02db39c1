//! Files that begin like a record and are none by their names: somebody meant them to be published.

use std::collections::BTreeSet;

use super::Engine;
use super::known::{CONTENT, KnownFile};
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{Location, MARKDOWN, SourcePath, Sources};

/// Endings under which editors and mail programs save a Markdown file.
const ENDINGS: [&str; 7] = [
    ".txt", ".text", ".mdown", ".mkd", ".mkdn", ".mdwn", ".mdtxt",
];

impl Engine {
    /// A warning for each file that begins like a record, is none by its name and no attachment either.
    pub(super) fn misnamed(&self, attached: &BTreeSet<SourcePath>) -> Vec<Diagnostic> {
        let is_misnamed =
            |(_, known): &(&SourcePath, &KnownFile)| matches!(known, KnownFile::Stray);
        let misnamed = self.sources.iter().filter(is_misnamed);
        let lost = misnamed.filter(|(path, _)| !attached.contains(*path));
        lost.map(|(path, _)| {
            let name = path.file_name();
            let stem = name.split('.').next().unwrap_or(name);
            let folder = path.as_str().strip_suffix(name).unwrap_or_default();
            let is_taken = MARKDOWN.iter().any(|ending| {
                let other = SourcePath::new(format!("{folder}{stem}{ending}"));
                self.sources.contains_key(&other)
            });
            Diagnostic::new(Code::RecordFileName)
                .with(
                    "name",
                    if is_taken {
                        "none".to_owned()
                    } else {
                        format!("{stem}.md")
                    },
                )
                .at(Location::start_of(path))
        })
        .collect()
    }
}

/// Whether a file begins like a record, and has a name that a record may have been given by mistake.
pub(super) fn is_misnamed(path: &SourcePath, sources: &dyn Sources) -> bool {
    may_be_record(path) && begins_like_record(path, sources)
}

/// Whether a file's name has no ending, one behind `.md`, or that of plain text.
fn may_be_record(path: &SourcePath) -> bool {
    let name = path.file_name().to_ascii_lowercase();
    path.as_str().starts_with(CONTENT)
        && (!name.contains('.')
            || ENDINGS.iter().any(|ending| name.ends_with(ending))
            || MARKDOWN
                .iter()
                .any(|ending| name.contains(&format!("{ending}."))))
}

fn begins_like_record(path: &SourcePath, sources: &dyn Sources) -> bool {
    let bytes = sources.read(path).unwrap_or_default();
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    bytes.strip_prefix(b"---").is_some_and(|rest| {
        let rest = rest.trim_ascii_start();
        rest.len() < bytes.len() - 3 && !rest.starts_with(b"-")
    })
}
