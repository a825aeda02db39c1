//! The theme of a site: loaded when its files or the settings change, kept in between.

use std::sync::Arc;

use super::Engine;
use super::known::KnownFile;
use crate::diagnostics::{Code, Diagnostic};
use crate::site::{SETTINGS_PATH, Settings, place_of_setting};
use crate::source::{Location, SourcePath};
use crate::theme::{Files, Theme};

/// Stands in for a theme that has faults, so that the faults of the records are found all the same.
const DEFAULT_THEME: &str = "default";

/// A theme as it was loaded, and with which settings.
pub(super) struct LoadedTheme {
    pub(super) theme: Option<Arc<Theme>>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) settings: Arc<Settings>,
}

impl Engine {
    /// The theme that the settings ask for, loaded if it is not at hand; adds what is wrong with it to the faults.
    pub(super) fn load_theme(
        &mut self,
        settings: &Arc<Settings>,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<Arc<Theme>> {
        let is_current = self
            .theme
            .as_ref()
            .is_some_and(|loaded| loaded.settings == *settings);
        if !is_current {
            let files: Files = self
                .sources
                .iter()
                .filter_map(|(path, known)| match known {
                    KnownFile::Theme(bytes) => Some((path.clone(), bytes.clone())),
                    _ => None,
                })
                .collect();
            let asked_at = place_of_setting(
                self.settings_bytes(SETTINGS_PATH).unwrap_or_default(),
                "theme",
            );
            let mut loaded = Theme::load(
                &settings.theme,
                &asked_at,
                &files,
                &settings.language,
                settings.base_path(),
            );
            if loaded
                .value
                .as_ref()
                .is_some_and(|theme| theme.language() != settings.language)
            {
                let at = place_of_setting(
                    self.settings_bytes(SETTINGS_PATH).unwrap_or_default(),
                    "language",
                );
                let fault = Diagnostic::new(Code::LanguageWithoutWords);
                loaded
                    .diagnostics
                    .push(fault.with("language", &settings.language).at(at));
            }
            self.theme = Some(LoadedTheme {
                theme: loaded.value.map(Arc::new),
                diagnostics: loaded.diagnostics,
                settings: settings.clone(),
            });
        }
        let loaded = self.theme.as_ref()?;
        faults.extend_from_slice(&loaded.diagnostics);
        loaded.theme.clone()
    }
}

/// The default theme, in the place of one that has faults.
pub(super) fn stand_in(settings: &Settings) -> Option<Arc<Theme>> {
    let nowhere = Location::start_of(&SourcePath::new(SETTINGS_PATH));
    let files = Files::new();
    let loaded = Theme::load(DEFAULT_THEME, &nowhere, &files, &settings.language, "/");
    loaded.value.map(Arc::new)
}
