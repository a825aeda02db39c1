//! A release: from a sound build to the site that readers see.
//!
//! The search index is added to the plan, the guards look at what would be published beside what is, the pages that differ are
//! made and wait at the target, and the target commits them. What was read on the way is kept for the next run. Nothing is
//! printed here.

mod guards;
mod index;
mod notices;
mod remember;
mod rewrite;
mod target;

pub use guards::{Addresses, Born, GUARDS, Guard, Outlook};
pub use index::{Before, index};
pub use notices::Notices;
pub use remember::{kept_words, read, remember};
pub use rewrite::Report;
pub use target::{Look, Target};

use crate::disk::{Broken, Folder};
use crate::engine::{Build, Engine};
use crate::manifest::Manifest;
use crate::pages::Page;
use crate::render::render;
use crate::site::Clock;
use rewrite::Rewrite;

/// What is wanted of a release.
pub struct Release<'a> {
    /// Where it goes.
    pub target: &'a dyn Target,
    /// The moment it is made for.
    pub clock: Clock,
    /// Whether what earlier builds left is trusted.
    pub trust: bool,
    /// What is published elsewhere, if that is known.
    pub published: Option<&'a Manifest>,
    /// Who looks at it before it is published.
    pub guards: &'a [&'a dyn Guard],
    /// Told of how many pages there are; what it gives back is told of each as it is done.
    pub begin: &'a dyn Fn(usize) -> Box<dyn Fn() + Sync>,
}

impl Release<'_> {
    /// Publishes a build, which must be sound. Warnings met on the way are left in it.
    ///
    /// # Errors
    /// What held the release, and whether the target was changed all the same.
    pub fn publish(
        &self,
        engine: &Engine,
        build: &mut Build,
        folder: &Folder,
    ) -> Result<Report, Broken> {
        index::add(build, folder, self.target, self)?;
        self.guard(engine, build, folder);
        if !build.is_sound() {
            return Err(Vec::new().into());
        }
        let notices = notices::notices(&build.site);
        let done = (self.begin)(build.plan.pages.len());
        let published = build.making(|frame, renderer| {
            let make = |page: &Page| render(page, frame, renderer, folder);
            let rewrite = Rewrite {
                target: self.target,
                frame: frame.digest,
                folder,
                trust: self.trust,
                make: &make,
                progress: &*done,
                guards: self.guards,
                rules: guards::rules(self.guards),
                notices: &notices,
            };
            rewrite.publish(&build.plan)
        });
        let (report, warnings) = published.unwrap_or_else(|| Err(Vec::new().into()))?;
        build.report(warnings);
        Ok(report)
    }

    /// Lets the guards look at the plan, beside what is published here or elsewhere.
    fn guard(&self, engine: &Engine, build: &mut Build, folder: &Folder) {
        let here = self.target.last();
        let both = self.published.map(|elsewhere| {
            let mut both = elsewhere.clone();
            both.pages.extend(here.pages.clone());
            both
        });
        let manifests = self.published.into_iter().chain([here]);
        let outlook = Outlook {
            last: both.as_ref().unwrap_or(here),
            notices: manifests.flat_map(|it| &it.notices).collect(),
            engine,
            build,
            clock: self.clock,
            sources: folder,
        };
        let said = self.guards.iter().flat_map(|guard| guard.plan(&outlook));
        let said = said.collect();
        build.report(said);
    }
}
