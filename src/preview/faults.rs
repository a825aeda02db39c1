//! What is wrong, as browsers show it: in words, with the source line and a link that opens the editor at the place.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::Preview;
use crate::diagnostics::{Diagnostic, MessageLanguage, Messages, Severity};
use crate::source::{Location, SourcePath};
use crate::theme::embedded_line;

/// What may stand in a path of an address as it is (RFC 3986, section 3.3).
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC
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

impl Preview {
    /// The language of messages.
    pub(super) fn language(&self) -> MessageLanguage {
        let site = || MessageLanguage::of(&self.read().build.site.settings.language);
        self.options.language.unwrap_or_else(site)
    }

    /// Puts into words what is wrong with the newest build.
    pub(super) fn note_faults(&self) {
        let faults = self.in_words(&self.read().build.diagnostics, self.language());
        self.write().faults = faults;
    }

    pub(super) fn in_words(
        &self,
        faults: &[Diagnostic],
        language: MessageLanguage,
    ) -> Vec<ShownFault> {
        let messages = Messages::new(language);
        faults
            .iter()
            .map(|fault| self.fault_in_words(fault, &messages))
            .collect()
    }

    fn fault_in_words(&self, fault: &Diagnostic, messages: &Messages) -> ShownFault {
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
            line: fault.at.as_ref().and_then(|place| self.shown_line(place)),
        }
    }

    fn shown_place(&self, place: &Location) -> ShownPlace {
        ShownPlace {
            name: place.to_string(),
            editor: self.editor(place),
        }
    }

    fn shown_line(&self, place: &Location) -> Option<ShownLine> {
        let line = self
            .folder
            .line(&place.path, place.line)
            .or_else(|| embedded_line(&place.path, place.line))?;
        let mut characters = line.chars();
        let before = characters.by_ref().take(place.column - 1).collect();
        let marked = characters.by_ref().take(place.length).collect();
        Some(ShownLine {
            number: place.line,
            before,
            marked,
            after: characters.collect(),
        })
    }

    /// The address that opens the editor at a place.
    pub(super) fn editor(&self, place: &Location) -> String {
        let path = std::path::absolute(self.folder.root().join(place.path.as_str()));
        let path = path.map_or_else(
            |_| place.path.to_string(),
            |path| path.to_string_lossy().replace('\\', "/"),
        );
        let path = format!("/{}", path.trim_start_matches('/'));
        let path = utf8_percent_encode(&path, IN_PATH).to_string();
        self.options
            .editor
            .replace("{path}", &path)
            .replace("{line}", &place.line.to_string())
            .replace("{column}", &place.column.to_string())
    }
}
