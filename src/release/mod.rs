//! A release: from a sound build to the site that readers see.
//!
//! The search index is added to the plan, the guards look at what would be published beside what is, and the output folder
//! takes what differs. What was read on the way is kept for the next run. Nothing is printed here.

mod index;
mod remember;

use std::path::Path;

use crate::diagnostics::Diagnostic;
use crate::disk::{self, Broken, Folder, Output, Report};
use crate::engine::{Build, Engine};
use crate::manifest::Manifest;
use crate::pages::Page;
use crate::render::render;
use crate::site::Clock;

pub use remember::{read, remember};

/// What is wanted of a release.
pub struct Release<'a> {
    /// The output folder.
    pub output: &'a Path,
    /// The site whose output it is.
    pub site: disk::Site<'a>,
    /// The moment it is made for.
    pub clock: Clock,
    /// Whether what earlier builds left is trusted.
    pub trust: bool,
    /// What is published elsewhere, if that is known.
    pub published: Option<&'a Manifest>,
    /// Told of how many pages there are; what it gives back is told of each as it is done.
    pub begin: &'a dyn Fn(usize) -> Box<dyn Fn() + Sync>,
}

impl Release<'_> {
    /// Publishes a build, which must be sound. Warnings met on the way are left in it.
    ///
    /// # Errors
    /// What held the release, and whether the output was changed all the same.
    pub fn publish(
        &self,
        engine: &Engine,
        build: &mut Build,
        folder: &Folder,
    ) -> Result<Report, Broken> {
        let output = Output::open(self.output, &self.site).map_err(|fault| vec![*fault])?;
        index::add(engine, build, folder, &output, self)?;
        let warnings = self.guard(engine, build, folder, &output.manifest);
        build.report(warnings);
        if !build.is_sound() {
            return Err(Vec::new().into());
        }
        let done = (self.begin)(build.plan.pages.len());
        let published = build.making(|frame, renderer| {
            let make = |page: &Page| render(page, frame, renderer, folder);
            let (plan, digest) = (&build.plan, frame.digest);
            output.publish(plan, digest, folder, self.trust, &make, &*done)
        });
        published.unwrap_or_else(|| Err(Vec::new().into()))
    }

    /// What the guards say of a plan, beside what is published here or elsewhere.
    fn guard(
        &self,
        engine: &Engine,
        build: &Build,
        folder: &Folder,
        here: &Manifest,
    ) -> Vec<Diagnostic> {
        match self.published {
            None => engine.dropped(here, build, self.clock, folder),
            Some(elsewhere) => {
                let mut all = elsewhere.clone();
                all.pages.extend(here.pages.clone());
                engine.dropped(&all, build, self.clock, folder)
            }
        }
    }
}
