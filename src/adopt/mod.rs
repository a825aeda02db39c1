//! A collection of Markdown files from elsewhere, taken in: which settings read it as it stands.
//!
//! Names and words are guessed from tables; whether a guess holds is then seen by reading the collection with the proposed
//! settings, through the same engine that builds sites. Nothing is written.

mod collection;
mod guesses;
mod proposal;
mod tables;
mod written;

use std::collections::BTreeMap;

use crate::diagnostics::Diagnostic;
use crate::engine::Engine;
use crate::site::{Clock, SETTINGS_PATH};
use crate::source::{ChangeSet, Measure, SourcePath, Sources};
use collection::Collection;
use proposal::Proposal;

/// A sentence of the program by its id.
pub type Sentence<'s> = &'s dyn Fn(&str, &[(&'static str, String)]) -> String;

/// What became of looking at a collection.
pub struct Adoption {
    /// The proposed `site.yaml`.
    pub settings: String,
    /// How many Markdown files there are.
    pub files: usize,
    /// How many of them the settings make records of.
    pub records: usize,
    /// What is wrong with each file that is left out, by its path below the collection.
    pub left_out: BTreeMap<String, Diagnostic>,
}

/// How often the settings are tried: what is mended in one round may show another fault in the next.
const ROUNDS: usize = 6;

/// Looks at a collection whose files stand at the paths of `changes`, below `content/`, and proposes settings. `title` names
/// the site, `clock` is the moment it is tried for; comments are made with `sentence`, and faults told with `in_words`.
#[must_use]
pub fn adopt(
    title: &str,
    changes: &ChangeSet,
    sources: &dyn Sources,
    clock: Clock,
    sentence: Sentence<'_>,
    in_words: &dyn Fn(&Diagnostic) -> String,
) -> Adoption {
    let settings_path = SourcePath::new(SETTINGS_PATH);
    let paths = || {
        changes
            .changed
            .iter()
            .filter(|path| **path != settings_path)
    };
    let collection = Collection::read(paths(), sources);
    let mut proposal = Proposal::of(title, &collection, &changes.trouble);
    let mut left_out = BTreeMap::new();
    let mut records = 0;
    for _ in 0..ROUNDS {
        let tried = Tried {
            sources,
            settings: proposal.text(sentence, in_words).into_bytes(),
        };
        let mut changes = ChangeSet {
            changed: paths().cloned().collect(),
            is_whole: true,
            ..ChangeSet::default()
        };
        changes.changed.insert(settings_path.clone());
        let mut engine = Engine::default();
        engine.read(&changes, &tried);
        let build = engine.build(clock, &tried);
        records = build.site.records.len() + build.site.withheld.len();
        if !proposal.learn(&build.diagnostics, &mut left_out) {
            break;
        }
    }
    proposal.set_counts(collection.files.len(), records);
    Adoption {
        settings: proposal.text(sentence, in_words),
        files: collection.files.len() + collection.excluded.values().sum::<usize>(),
        records,
        left_out,
    }
}

/// A collection with the settings that are tried on it.
struct Tried<'s> {
    sources: &'s dyn Sources,
    settings: Vec<u8>,
}

impl Sources for Tried<'_> {
    fn read(&self, path: &SourcePath) -> Result<Vec<u8>, Box<Diagnostic>> {
        if path.as_str() == SETTINGS_PATH {
            return Ok(self.settings.clone());
        }
        self.sources.read(path)
    }

    fn measure(&self, path: &SourcePath) -> Result<Measure, Box<Diagnostic>> {
        self.sources.measure(path)
    }

    fn first_commits(&self) -> BTreeMap<SourcePath, String> {
        self.sources.first_commits()
    }
}
