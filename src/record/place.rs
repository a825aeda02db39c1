//! Where the front matter of one file stands, and each part of it.

use std::cell::OnceCell;
use std::ops::Range;

use super::front_matter::{self, EntryPart, Explanation, Layout, SyntaxFault};
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{Location, SourceText};

/// Where YAML stands in its file. The places in it are found when the first is asked for, all at once.
#[derive(Debug)]
pub(crate) struct Place<'a> {
    text: &'a SourceText<'a>,
    yaml: Range<usize>,
    layout: OnceCell<Layout>,
}

impl<'a> Place<'a> {
    /// The place of the YAML in a range of a text.
    pub(crate) fn new(text: &'a SourceText<'a>, yaml: Range<usize>) -> Self {
        Self {
            text,
            yaml,
            layout: OnceCell::new(),
        }
    }

    /// The place of a text that is YAML as a whole.
    pub(crate) fn whole(text: &'a SourceText<'a>) -> Self {
        Self::new(text, 0..text.as_str().len())
    }

    /// The YAML.
    pub(crate) fn yaml(&self) -> &'a str {
        &self.text.as_str()[self.yaml.clone()]
    }

    /// The place where the file begins.
    pub(crate) fn start(&self) -> Location {
        Location::start_of(self.text.path())
    }

    /// Where an entry stands, by the numbers on the way to it.
    pub(crate) fn locate(&self, path: &[usize], part: EntryPart) -> Location {
        let Some(offset) = self.offset(path, part) else {
            return self.start();
        };
        let rest = self.yaml()[offset..].lines().next().unwrap_or_default();
        let length = match part {
            EntryPart::Key => rest.find(':').unwrap_or(rest.len()),
            EntryPart::Value => written_length(rest, path.len() > 1),
        };
        self.range(offset..offset + length)
    }

    /// The offset of an entry within the YAML.
    pub(super) fn offset(&self, path: &[usize], part: EntryPart) -> Option<usize> {
        self.layout().offset(path, part)
    }

    /// Whether a key of any map begins at an offset within the YAML.
    pub(super) fn has_key_at(&self, offset: usize) -> bool {
        self.layout().has_key_at(offset)
    }

    fn layout(&self) -> &Layout {
        self.layout.get_or_init(|| {
            let entries = front_matter::parse(self.yaml()).unwrap_or_default();
            Layout::of(self.yaml(), &entries)
        })
    }

    /// Where a range of the YAML stands.
    pub(super) fn range(&self, range: Range<usize>) -> Location {
        self.text.place_within(&self.yaml, range)
    }

    /// A key inside of a value that stands there for the second time.
    pub(crate) fn twin(&self, name: &str, again: &[usize], first: &[usize]) -> Diagnostic {
        Diagnostic::new(Code::DuplicateKey)
            .with("key", name)
            .at(self.locate(again, EntryPart::Key))
            .related(self.locate(first, EntryPart::Key))
    }

    /// The diagnostic for YAML that cannot be read.
    pub(crate) fn syntax_fault(&self, fault: &SyntaxFault) -> Diagnostic {
        let Explanation {
            reason,
            at,
            key,
            cure,
        } = front_matter::explain(self.yaml(), fault);
        Diagnostic::new(Code::FrontMatterSyntax)
            .with("reason", reason)
            .with("key", key)
            .with("cure", cure)
            .at(self.range(at))
    }
}

/// How many bytes a value takes on its first line; `rest` is the line from where the value begins.
fn written_length(rest: &str, may_be_in_brackets: bool) -> usize {
    let quote = rest
        .chars()
        .next()
        .filter(|first| matches!(first, '"' | '\''));
    let end = match quote {
        Some(quote) => rest[1..].find(quote).map_or(rest.len(), |close| close + 2),
        None if may_be_in_brackets => rest.find([',', '}', ']']).unwrap_or(rest.len()),
        None => rest.find(" #").unwrap_or(rest.len()),
    };
    rest[..end].trim_end().len()
}
