//! What a reading of all sources comes to: a site and its plan, or faults.

use std::sync::Arc;

use crate::diagnostics::{self, Diagnostic};
use crate::pages::{Frame, Plan};
use crate::site::Site;
use crate::theme::{Renderer, Theme};

/// A plan, with what is wrong. It may be published when it [is sound](Build::is_sound).
pub struct Build {
    /// Every fault, in the order they are shown.
    pub diagnostics: Vec<Diagnostic>,
    /// The site, if its settings could be read.
    pub site: Site,
    /// Its pages; empty without a theme.
    pub plan: Plan,
    pub(super) theme: Option<Arc<Theme>>,
}

impl Build {
    /// Whether nothing holds the build.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.theme.is_some() && !self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// Lends what making pages takes; `None` when the theme could not be loaded.
    pub fn making<R>(&self, make: impl FnOnce(&Frame<'_>, &Renderer<'_>) -> R) -> Option<R> {
        let theme = self.theme.as_ref()?;
        let word = |id: &str, arguments: &[(&str, &str)]| theme.word(id, arguments);
        let frame = Frame::new(&self.site, theme.digest, &word);
        let renderer = theme.renderer(&frame.site);
        Some(make(&frame, &renderer))
    }

    /// Adds faults found later, keeping the order.
    pub fn report(&mut self, faults: Vec<Diagnostic>) {
        self.diagnostics.extend(faults);
        self.site.settings.apply_severity(&mut self.diagnostics);
        diagnostics::sort(&mut self.diagnostics);
    }
}
