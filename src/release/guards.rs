//! Who looks at a release before it is published: each guard sees the plan beside what is published, and every page.
//!
//! A guard that finds an error holds the release: nothing is published, and the site stays as it is.

use crate::diagnostics::Diagnostic;
use crate::engine::{Build, Engine};
use crate::manifest::{Manifest, Notice, Published};
use crate::pages::{Address, Page};
use crate::site::Clock;
use crate::source::{Digest, Inputs, SourcePath, Sources};

/// What a release is about to do.
pub struct Outlook<'a> {
    /// What is published, here or elsewhere.
    pub last: &'a Manifest,
    /// Every notice that was published, here or elsewhere, by the address of its record. Where the two differ, both must hold.
    pub notices: Vec<(&'a Address, &'a Notice)>,
    /// What is known of the sources, with what the last run knew of them.
    pub engine: &'a Engine,
    /// What is to be published.
    pub build: &'a Build,
    /// The moment it is made for.
    pub clock: Clock,
    /// The sources.
    pub sources: &'a dyn Sources,
}

/// How a page comes into a release.
pub enum Born<'a> {
    /// It was made: these are its bytes.
    Bytes(&'a [u8]),
    /// It is the copy of a source.
    Copy(&'a SourcePath),
    /// It is left as it was published, when guards with the same rules saw it.
    Kept(&'a Published),
}

/// Looks at a release before it is published.
pub trait Guard: Sync {
    /// The digest of the rules by which it looks at pages. When it changes, every page is made again and shown. `None` for a
    /// guard that looks at the plan alone.
    fn rules(&self) -> Option<Digest> {
        None
    }

    /// What it says of the plan.
    fn plan(&self, outlook: &Outlook<'_>) -> Vec<Diagnostic> {
        let _ = outlook;
        Vec::new()
    }

    /// What it says of a page.
    fn page(&self, page: &Page, born: &Born<'_>) -> Vec<Diagnostic> {
        let _ = (page, born);
        Vec::new()
    }
}

/// Addresses that were published and would be no more.
pub struct Addresses;

impl Guard for Addresses {
    fn plan(&self, outlook: &Outlook<'_>) -> Vec<Diagnostic> {
        let Outlook {
            last,
            engine,
            build,
            clock,
            sources,
            ..
        } = outlook;
        engine.dropped(last, build, *clock, *sources)
    }
}

/// The guards of every release.
pub const GUARDS: &[&dyn Guard] = &[&Addresses, &super::notices::Notices];

/// The digest of all rules by which pages are looked at; `None` if nobody looks at them.
pub(super) fn rules(guards: &[&dyn Guard]) -> Option<Digest> {
    let rules: Vec<Digest> = guards.iter().filter_map(|guard| guard.rules()).collect();
    let all = rules
        .iter()
        .fold(Inputs::of("guards"), |all, rules| all.digest(*rules));
    (!rules.is_empty()).then(|| all.finish())
}
