//! Addresses that were published and would be no more: readers and courts cite them.

use std::sync::Arc;

use super::known::{Known, locate};
use super::{Build, Engine};
use crate::diagnostics::{Code, Diagnostic};
use crate::manifest::Manifest;
use crate::pages::Addresses;
use crate::record::{Key, Record, Standing};
use crate::site::Clock;
use crate::source::Sources;

impl Engine {
    /// A warning for each address of a record, a text or a listing that was published and would be no more. Where the
    /// record is still there under another address, the help names the line that keeps the old one.
    #[must_use]
    pub fn dropped(
        &self,
        manifest: &Manifest,
        build: &Build,
        clock: Clock,
        sources: &dyn Sources,
    ) -> Vec<Diagnostic> {
        let place =
            |record: &Record, key: Key| locate(record, key, None, &build.site.settings, sources);
        let mut warnings = Vec::new();
        let addresses = Addresses::of(&build.site.settings.language);
        for (address, published) in &manifest.pages {
            let is_cited = matches!(
                published.kind.as_str(),
                "record" | "text" | "listing" | "redirect"
            );
            if !is_cited || build.plan.page(address.as_str()).is_some() {
                continue;
            }
            let before = self
                .recalled
                .values()
                .find(|record| addresses.record(record) == *address);
            let now = before.and_then(|before| self.successor(before));
            let warning =
                Diagnostic::new(Code::AddressDropped).with("address", address.to_string());
            let warning = match now {
                Some(record) => match record.standing(clock.now) {
                    Standing::Over(_) => continue,
                    standing if !clock.shows(standing) => warning
                        .with("reason", "unpublished")
                        .at(place(record, Key::Title)),
                    _ => warning.with("reason", "moved").at(place(record, Key::Id)),
                },
                None => warning.with("reason", "gone"),
            };
            warnings.push(warning);
        }
        warnings
    }

    /// The record that an earlier one has become: in the same file, with the same bytes, or with the same title and day.
    fn successor(&self, before: &Record) -> Option<&Arc<Record>> {
        let records = || {
            self.sources.values().filter_map(|known| match known {
                Known::Record(Some(record), _) => Some(record),
                _ => None,
            })
        };
        records()
            .find(|record| record.source == before.source)
            .or_else(|| records().find(|record| record.digest == before.digest))
            .or_else(|| {
                records()
                    .find(|record| (&record.title, record.date) == (&before.title, before.date))
            })
    }
}
