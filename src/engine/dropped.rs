//! Addresses that were published and would be no more: readers and courts cite them.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::known::{KnownFile, Locator};
use super::{Build, Engine};
use crate::diagnostics::{Code, Diagnostic};
use crate::manifest::Manifest;
use crate::pages::{Address, Addresses};
use crate::record::{Date, Key, Record, Standing};
use crate::site::Clock;
use crate::source::{Digest, Sources};

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
        let settings = &build.site.settings;
        let locator = Locator::new(settings, sources);
        let place = |record: &Record, key: Key| locator.locate_one(record, key);
        let mut warnings = Vec::new();
        let addresses = Addresses::of(&settings.language);
        let past = LazyCell::new(|| Past::of(self, addresses));
        for (address, published) in &manifest.pages {
            let is_cited = matches!(
                published.kind.as_str(),
                "record" | "text" | "listing" | "redirect"
            );
            let plan = &build.plan;
            let stands =
                plan.page(address.as_str()).is_some() || plan.moved(address.as_str()).is_some();
            if !is_cited || stands {
                continue;
            }
            let now = past.successor(address);
            let warning =
                Diagnostic::new(Code::AddressDropped).with("address", address.to_string());
            let warning = match now {
                Some(record) => match record.standing(clock.now) {
                    Standing::Over(_) => continue,
                    standing if !clock.shows(standing) => warning
                        .with("reason", "unpublished")
                        .at(place(record, Key::TITLE)),
                    _ => warning.with("reason", "moved").at(place(record, Key::ID)),
                },
                None if published.kind == "listing" => warning.with("reason", "list"),
                None => warning.with("reason", "gone"),
            };
            warnings.push(warning);
        }
        warnings
    }
}

/// The records that the last run read, and what is there to find each of them by today.
struct Past<'a> {
    engine: &'a Engine,
    by_address: BTreeMap<Address, &'a Record>,
    by_digest: BTreeMap<Digest, &'a Arc<Record>>,
    by_title: BTreeMap<(&'a str, Date), &'a Arc<Record>>,
}

impl<'a> Past<'a> {
    fn of(engine: &'a Engine, addresses: Addresses) -> Self {
        let recalled = engine.recalled.values();
        let mut past = Self {
            engine,
            by_address: recalled
                .map(|record| (addresses.record(record), &**record))
                .collect(),
            by_digest: BTreeMap::new(),
            by_title: BTreeMap::new(),
        };
        for known in engine.sources.values() {
            let KnownFile::Record(Some(record), _) = known else {
                continue;
            };
            past.by_digest.entry(record.digest).or_insert(record);
            past.by_title
                .entry((record.title(), record.date()))
                .or_insert(record);
        }
        past
    }

    /// The record that the one at an address has become: in the same file, with the same bytes, or with the same title
    /// and day.
    fn successor(&self, address: &Address) -> Option<&'a Arc<Record>> {
        let before = self.by_address.get(address)?;
        match self.engine.sources.get(&before.source) {
            Some(KnownFile::Record(Some(record), _)) => Some(record),
            _ => None,
        }
        .or_else(|| self.by_digest.get(&before.digest).copied())
        .or_else(|| {
            let alike = (before.title(), before.date());
            self.by_title.get(&alike).copied()
        })
    }
}
