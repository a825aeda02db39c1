//! Where the front matter of one file stands, and each part of it.

use std::cell::OnceCell;
use std::ops::Range;

use super::front_matter::{self, EntryPart, Explanation, Layout, Notation, Parts, Value};
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{Location, SourceText};

/// Where front matter or settings stand in their file. The places in them are found when the first is asked for, all at once.
#[derive(Debug)]
pub(crate) struct Place<'a> {
    text: &'a SourceText<'a>,
    notation: Notation,
    written: Range<usize>,
    layout: OnceCell<Layout>,
}

impl<'a> Place<'a> {
    /// The place of a file's front matter.
    pub(crate) fn new(text: &'a SourceText<'a>, parts: &Parts) -> Self {
        Self {
            text,
            notation: parts.notation,
            written: parts.front_matter.clone(),
            layout: OnceCell::new(),
        }
    }

    /// The place of a text that is YAML as a whole.
    pub(crate) fn whole(text: &'a SourceText<'a>) -> Self {
        let written = 0..text.as_str().len();
        Self {
            text,
            notation: Notation::Yaml,
            written,
            layout: OnceCell::new(),
        }
    }

    /// The text as it is written there.
    pub(crate) fn written(&self) -> &'a str {
        &self.text.as_str()[self.written.clone()]
    }

    /// Whether comments may cut texts short in it: in YAML, which knows texts without quotes.
    pub(super) fn may_cut(&self) -> bool {
        self.notation == Notation::Yaml && super::comments::may_cut(self.written())
    }

    /// Its entries.
    pub(crate) fn parse(&self) -> Result<Vec<(String, Value)>, Box<Diagnostic>> {
        match self.notation {
            Notation::Yaml => front_matter::parse(self.written()).map_err(|fault| {
                let explanation = front_matter::explain(self.written(), &fault);
                Box::new(self.syntax_fault(explanation))
            }),
            Notation::Toml => front_matter::parse_toml(self.written()).map_err(|at| {
                Box::new(self.syntax_fault(Explanation {
                    reason: "toml",
                    at,
                    key: String::new(),
                    cure: String::new(),
                }))
            }),
        }
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
        let rest = self.written()[offset..].lines().next().unwrap_or_default();
        let length = match part {
            EntryPart::Key => rest.find(self.behind_key()).unwrap_or(rest.len()),
            EntryPart::Value => written_length(rest, path.len() > 1),
        };
        self.range(offset..offset + length)
    }

    /// The offset of an entry within the text.
    pub(super) fn offset(&self, path: &[usize], part: EntryPart) -> Option<usize> {
        self.layout().offset(path, part)
    }

    /// Whether a key of any map begins at an offset within the text.
    pub(super) fn has_key_at(&self, offset: usize) -> bool {
        self.layout().has_key_at(offset)
    }

    fn layout(&self) -> &Layout {
        self.layout.get_or_init(|| match self.notation {
            Notation::Yaml => {
                let entries = front_matter::parse(self.written()).unwrap_or_default();
                Layout::of(self.written(), &entries)
            }
            Notation::Toml => Layout::of_toml(self.written()),
        })
    }

    /// What stands behind a key.
    fn behind_key(&self) -> &'static [char] {
        match self.notation {
            Notation::Yaml => &[':'],
            Notation::Toml => &['=', ']', ' '],
        }
    }

    /// Where a range of the text stands.
    pub(super) fn range(&self, range: Range<usize>) -> Location {
        self.text.place_within(&self.written, range)
    }

    /// A key inside of a value that stands there for the second time.
    pub(crate) fn twin(&self, name: &str, again: &[usize], first: &[usize]) -> Diagnostic {
        Diagnostic::new(Code::DuplicateKey)
            .with("key", name)
            .at(self.locate(again, EntryPart::Key))
            .related(self.locate(first, EntryPart::Key))
    }

    /// The diagnostic for what cannot be read.
    fn syntax_fault(&self, explanation: Explanation) -> Diagnostic {
        let Explanation {
            reason,
            at,
            key,
            cure,
        } = explanation;
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
