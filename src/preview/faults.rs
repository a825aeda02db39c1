//! What is wrong, as browsers show it: in words, with the source line and a link that opens the editor at the place.

use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::diagnostics::{
    Diagnostic, Excerpt, Lines, MessageLanguage, Messages, Severity, visible,
};
use crate::engine::Build;
use crate::source::{Location, SourcePath, is_markdown};

/// What may stand in a path of an address as it is (RFC 3986, section 3.3).
pub(super) const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A diagnostic in words.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ShownFault {
    #[serde(skip)]
    pub(super) sources: Vec<SourcePath>,
    pub(super) is_error: bool,
    severity: String,
    code: &'static str,
    message: String,
    help: Option<String>,
    place: Option<ShownPlace>,
    related: Vec<ShownPlace>,
    line: Option<ShownLine>,
}

/// A place in a source file.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ShownPlace {
    /// `file:line:column`.
    name: String,
    /// The address that opens the editor there.
    editor: String,
}

/// A line of a source file in three parts, the middle one being what is meant.
#[derive(Debug, Clone, Serialize)]
struct ShownLine {
    number: usize,
    before: String,
    marked: String,
    after: String,
}

/// How faults and places are told to browsers.
pub(super) struct FaultWording {
    root: PathBuf,
    editor: Editor,
    language: Option<MessageLanguage>,
}

/// What opens when a place is to be edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Editor {
    /// A program, by its address with `{path}`, `{line}` and `{column}` where the place goes.
    Program(String),
    /// The form in the preview itself.
    Form,
    /// Nothing.
    None,
}

impl FaultWording {
    /// The wording for the register below a folder.
    pub(super) fn new(root: &Path, editor: &Editor, language: Option<MessageLanguage>) -> Self {
        Self {
            root: root.to_owned(),
            editor: editor.clone(),
            language,
        }
    }

    /// The language of messages about a build.
    pub(super) fn language(&self, build: &Build) -> MessageLanguage {
        let site = || MessageLanguage::of(&build.site.settings.language);
        self.language.unwrap_or_else(site)
    }

    pub(super) fn in_words(
        &self,
        faults: &[Diagnostic],
        language: MessageLanguage,
        lines: Lines<'_>,
    ) -> Vec<ShownFault> {
        let messages = Messages::new(language);
        faults
            .iter()
            .map(|fault| self.fault_in_words(fault, &messages, lines))
            .collect()
    }

    fn fault_in_words(
        &self,
        fault: &Diagnostic,
        messages: &Messages,
        lines: Lines<'_>,
    ) -> ShownFault {
        let places = fault.at.iter().chain(&fault.related);
        ShownFault {
            sources: places.map(|place| place.path.clone()).collect(),
            is_error: fault.severity == Severity::Error,
            severity: messages.sentence(&format!("severity-{}", fault.severity), &[]),
            code: fault.code.name(),
            message: messages.message(fault),
            help: messages.help(fault),
            place: fault.at.as_ref().map(|place| self.shown_place(place)),
            related: fault
                .related
                .iter()
                .map(|place| self.shown_place(place))
                .collect(),
            line: fault.at.as_ref().and_then(|place| shown_line(place, lines)),
        }
    }

    fn shown_place(&self, place: &Location) -> ShownPlace {
        ShownPlace {
            name: visible(&place.to_string()).into_owned(),
            editor: self.editor(place),
        }
    }

    /// The address that opens the editor at a place; empty if there is none.
    pub(super) fn editor(&self, place: &Location) -> String {
        let program = match &self.editor {
            Editor::Program(address) => address,
            Editor::Form if is_text(&place.path) => {
                let path = utf8_percent_encode(place.path.as_str(), IN_PATH);
                return format!("/_diarium/edit?path={path}&line={}", place.line);
            }
            Editor::Form | Editor::None => return String::new(),
        };
        let path = std::path::absolute(self.root.join(place.path.as_str()));
        let path = path.map_or_else(
            |_| place.path.to_string(),
            |path| path.to_string_lossy().replace('\\', "/"),
        );
        let path = format!("/{}", path.trim_start_matches('/'));
        let path = utf8_percent_encode(&path, IN_PATH).to_string();
        program
            .replace("{path}", &path)
            .replace("{line}", &place.line.to_string())
            .replace("{column}", &place.column.to_string())
    }
}

/// Whether the form can hold a file: a record or an ordinary page.
pub(super) fn is_text(path: &SourcePath) -> bool {
    path.as_str().starts_with("content/") && is_markdown(path.file_name())
}

fn shown_line(place: &Location, lines: Lines<'_>) -> Option<ShownLine> {
    let excerpt = Excerpt::of(&lines(&place.path, place.line)?, place);
    Some(ShownLine {
        number: place.line,
        before: excerpt.before,
        marked: excerpt.marked,
        after: excerpt.after,
    })
}
