//! What can be wrong, as data: a code, the words that fill its message, and a place.
//!
//! Faults are collected, never thrown. A message is not written here: the code and its arguments select it from the
//! words in `sv.ftl` and `en.ftl`, so that both languages say the same of the same fault.

mod code;
mod excerpt;
mod messages;
mod render;
mod visible;

pub use code::{Code, Severity};
pub use excerpt::Excerpt;
pub use messages::{MessageLanguage, Messages, number_in};
pub use render::{Lines, picture, to_json};
pub use visible::{escaped_json, visible};

use crate::location::Location;

/// One thing that is wrong in what the user wrote, or with the machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong; it selects the message.
    pub code: Code,
    /// How bad it is: the code's own severity, unless the settings lower it.
    pub severity: Severity,
    /// What fills the message's places.
    pub arguments: Vec<(&'static str, String)>,
    /// Where.
    pub at: Option<Location>,
    /// The other places that belong to it.
    pub related: Vec<Location>,
}

impl Diagnostic {
    /// A diagnostic of this code, without place or arguments.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self {
            code,
            severity: code.severity(),
            arguments: Vec::new(),
            at: None,
            related: Vec::new(),
        }
    }

    /// Fills the place `$name` of the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, location: Location) -> Self {
        self.at = Some(location);
        self
    }

    /// Names another place that belongs to the fault.
    #[must_use]
    pub fn related(mut self, location: Location) -> Self {
        self.related.push(location);
        self
    }

    /// Whether it holds a build.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    fn order(&self) -> (Option<&Location>, Code, &[(&'static str, String)]) {
        (self.at.as_ref(), self.code, &self.arguments)
    }
}

/// A value and what was found wrong on the way to it.
#[derive(Debug, Clone, Default)]
pub struct Checked<T> {
    /// What could be made of the input.
    pub value: T,
    /// What is wrong with the input.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// The value, what is wrong added to other faults.
    pub fn into_value(self, diagnostics: &mut Vec<Diagnostic>) -> T {
        diagnostics.extend(self.diagnostics);
        self.value
    }
}

/// Puts diagnostics in the order they are shown: by place, then by code; twins are shown once.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|left, right| left.order().cmp(&right.order()));
    diagnostics.dedup();
}

/// How many of some diagnostics are errors, and how many warnings.
#[must_use]
pub fn count(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let errors = diagnostics.iter().filter(|fault| fault.is_error()).count();
    (errors, diagnostics.len() - errors)
}
