//! A build brought up to date with what a reading brought, at a cost that follows the news and not the register.
//!
//! The outcome is that of a build made anew. Where that is not plain at once, it is for the caller to make it anew.

use std::sync::Arc;

use super::lookup::Lookup;
use super::{Build, Engine, News};
use crate::diagnostics::{Code, Diagnostic};
use crate::pages::Relink;
use crate::record::Record;
use crate::site::Clock;
use crate::source::Location;
use crate::theme::is_theme_file;

impl Engine {
    /// Brings a build for this clock up to date with the news of the readings since it was made. `false` if it must be
    /// made anew: half of the news may be in it then.
    pub fn renew(&mut self, build: &mut Build, news: &News, clock: Clock) -> bool {
        match news {
            News::Nothing => true,
            News::Prose(records) => records
                .iter()
                .all(|record| self.renew_prose(build, record, clock)),
            News::Theme => self.renew_theme(build),
            News::Everything => false,
        }
    }

    /// Puts a record with new prose into the plan. `false` if that would not do: a diagnostic stands at the record or
    /// would, or somebody's anchor was missing and may be there now.
    fn renew_prose(&self, build: &mut Build, record: &Arc<Record>, clock: Clock) -> bool {
        let is_touched = |fault: &Diagnostic| {
            let at_record = |place: &Location| place.path == record.source;
            fault.code == Code::DeadAnchor || fault.at.iter().chain(&fault.related).any(at_record)
        };
        // Where links publish files, other links may publish others.
        let publishes_files = build.site.settings.publishes_linked;
        if build.theme.is_none() || publishes_files || build.diagnostics.iter().any(is_touched) {
            return false;
        }
        let lookup = Lookup::new(&self.sources, clock);
        let relink = Relink {
            settings: &build.site.settings,
            find: &|path| lookup.target(path),
            is_public: lookup.is_public(record),
        };
        build.plan.replace_prose(record, &relink) && build.site.replace(record)
    }

    /// Puts another theme into a build. `false` if a diagnostic stands at the theme or would.
    fn renew_theme(&mut self, build: &mut Build) -> bool {
        let of_theme = |fault: &Diagnostic| {
            let mut places = fault.at.iter();
            places.any(|place| is_theme_file(place.path.as_str()))
        };
        if build.theme.is_none() || build.diagnostics.iter().any(of_theme) {
            return false;
        }
        let mut faults = Vec::new();
        let theme = self.load_theme(&build.site.settings, &mut faults);
        let Some(theme) = theme.filter(|_| faults.is_empty()) else {
            return false;
        };
        build.plan.replace_assets(&theme.assets);
        build.theme = Some(theme);
        true
    }
}
