//! What is remembered between builds: changes in, a sound plan or its faults out.
//!
//! A cold build is the change set that brings every file; there is no other path. A changed file is read again, an
//! unchanged one keeps its record and its diagnostics. Site and plan are made anew from the records, so they are never
//! stale.

mod build;
mod days;
mod dropped;
mod known;
mod lookup;
mod misnamed;
mod news;
mod quotes;
mod renew;
mod themes;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

pub use build::Build;
use known::{KnownFile, Locator, read_known};
use lookup::Lookup;
pub use news::News;
pub use quotes::Quotes;
use themes::{LoadedTheme, stand_in};

use crate::diagnostics::{self, Checked, Diagnostic};
use crate::pages::{Frame, Materials, Plan, Unpublished};
use crate::record::{Key, Record, Standing, TOPICS_PATH, read_topics};
use crate::site::{
    CASES_PATH, Clock, GLOSSARY_PATH, Glossary, SETTINGS_PATH, Settings, Site, read_cases,
    read_settings,
};
use crate::source::{ChangeSet, Digest, Measure, SourcePath, Sources};
use crate::theme::Theme;

/// What is remembered between builds.
#[derive(Default)]
pub struct Engine {
    sources: BTreeMap<SourcePath, KnownFile>,
    settings: Option<Arc<Settings>>,
    theme: Option<LoadedTheme>,
    /// The day of the first commit that holds each file, if the settings ask for it.
    first_commits: Arc<BTreeMap<SourcePath, String>>,
    recalled: BTreeMap<SourcePath, Arc<Record>>,
    measured: Mutex<BTreeMap<SourcePath, Measure>>,
    trouble: Vec<Diagnostic>,
}

impl Engine {
    /// Gives the engine records that an earlier run has read; one whose file still has its digest is not read again.
    pub fn recall(&mut self, records: Vec<Record>) {
        self.recalled = records
            .into_iter()
            .map(|record| (record.source.clone(), Arc::new(record)))
            .collect();
    }

    /// The records worth recalling: those read without any fault.
    pub fn faultless(&self) -> impl Iterator<Item = &Record> {
        self.sources.values().filter_map(|known| match known {
            KnownFile::Record(Some(record), faults) if faults.is_empty() => Some(&**record),
            _ => None,
        })
    }

    /// The digest of the settings' file as it is now, to tell whether remembered records were read with it.
    #[must_use]
    pub fn settings_digest(sources: &dyn Sources) -> Digest {
        sources
            .read(&SourcePath::new(SETTINGS_PATH))
            .map_or_else(|_| Digest::of(b""), |bytes| Digest::of(&bytes))
    }

    /// Whether something was read that is not among the recalled records, or some of those are gone.
    #[must_use]
    pub fn has_news(&self) -> bool {
        let recalled = |record: &Record| {
            self.recalled
                .get(&record.source)
                .is_some_and(|old| old.digest == record.digest)
        };
        let mut known = 0;
        let all_known = self.faultless().inspect(|_| known += 1).all(recalled);
        !all_known || known != self.recalled.len()
    }

    /// The settings as last read.
    #[must_use]
    pub fn settings(&self) -> Option<&Arc<Settings>> {
        self.settings.as_ref()
    }

    /// The record of a source file, as last read.
    #[must_use]
    pub fn record(&self, source: &SourcePath) -> Option<Arc<Record>> {
        match self.sources.get(source) {
            Some(KnownFile::Record(record, _)) => record.clone(),
            _ => None,
        }
    }

    /// Reads what changed, and says what news that is. The settings come first, since they decide how the rest is read.
    pub fn read(&mut self, changes: &ChangeSet, sources: &dyn Sources) -> News {
        let mut news = self.forget(changes);
        let settings_path = SourcePath::new(SETTINGS_PATH);
        if changes.changed.contains(&settings_path) {
            let known = read_known(&settings_path, sources, &Settings::unread(), None);
            news = news.and(self.learn(settings_path.clone(), known));
        }
        if changes.is_whole || changes.changed.contains(&settings_path) {
            let settings = read_settings(self.settings_bytes(SETTINGS_PATH)).value;
            let derived = settings.reading.derived;
            self.first_commits = if derived.asks_for_commits() {
                Arc::new(sources.first_commits())
            } else {
                Arc::default()
            };
        }
        let settings = self.read_settings();
        let before = self.settings.replace(settings.clone());
        let mut paths = changes.changed.clone();
        if before.is_some_and(|before| before.reading != settings.reading) {
            self.recalled.clear();
            paths.extend(self.sources.keys().cloned());
        }
        paths.remove(&settings_path);
        let paths: Vec<SourcePath> = paths.into_iter().collect();
        let recalled = &self.recalled;
        let known: Vec<KnownFile> = paths
            .par_iter()
            .map(|path| read_known(path, sources, &settings, recalled.get(path)))
            .collect();
        for (path, known) in paths.into_iter().zip(known) {
            news = news.and(self.measure_again(&path, sources));
            news = news.and(self.learn(path, known));
        }
        news
    }

    fn learn(&mut self, path: SourcePath, known: KnownFile) -> News {
        let news = News::of(self.sources.get(&path), &known);
        if matches!(news, News::Theme) {
            self.theme = None;
        }
        self.sources.insert(path, known);
        news
    }

    /// Lets go of what was known of files that vanished.
    fn forget(&mut self, changes: &ChangeSet) -> News {
        let mut news = News::Nothing;
        for path in &changes.removed {
            match self.sources.remove(path) {
                Some(KnownFile::Theme(_)) => {
                    self.theme = None;
                    news = news.and(News::Theme);
                }
                Some(_) => news = News::Everything,
                None => {}
            }
        }
        if changes.is_whole && self.trouble != changes.trouble {
            self.trouble.clone_from(&changes.trouble);
            news = News::Everything;
        } else if !changes.is_whole && !changes.trouble.is_empty() {
            self.trouble.extend_from_slice(&changes.trouble);
            news = News::Everything;
        }
        news
    }

    /// Measures a file again that a record publishes.
    fn measure_again(&mut self, path: &SourcePath, sources: &dyn Sources) -> News {
        let Ok(measured) = self.measured.get_mut() else {
            return News::Nothing;
        };
        let Some(before) = measured.remove(path) else {
            return News::Nothing;
        };
        match sources.measure(path) {
            Ok(now) if now == before => {
                measured.insert(path.clone(), now);
                News::Nothing
            }
            _ => News::Everything,
        }
    }

    /// Whether the edge found something wrong when it last looked; then only a look at everything tells if it is mended.
    #[must_use]
    pub fn has_trouble(&self) -> bool {
        !self.trouble.is_empty()
    }

    /// The sources at a path or below it.
    #[must_use]
    pub fn known_below(&self, path: &str) -> Vec<SourcePath> {
        let start = SourcePath::new(path);
        let is_below = |known: &str| {
            known
                .strip_prefix(path)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.sources
            .range(start..)
            .map(|(known, _)| known)
            .take_while(|known| known.as_str().starts_with(path))
            .filter(|known| is_below(known.as_str()))
            .cloned()
            .collect()
    }

    /// Makes the site as it is at a moment from all that was read.
    pub fn build(&mut self, clock: Clock, sources: &dyn Sources) -> Build {
        let mut faults = self.trouble.clone();
        let settings = self.checked_settings(&mut faults);
        let mut records = Vec::new();
        let mut texts = Vec::new();
        for known in self.sources.values() {
            match known {
                KnownFile::Record(record, found) => {
                    faults.extend_from_slice(found);
                    records.extend(record.clone());
                }
                KnownFile::Text(text, found) => {
                    faults.extend_from_slice(found);
                    texts.extend(text.clone());
                }
                KnownFile::Unreadable(fault) => faults.push(fault.clone()),
                KnownFile::Theme(_)
                | KnownFile::Settings(_)
                | KnownFile::File
                | KnownFile::Stray => {}
            }
        }
        if let Some(bytes) = self.settings_bytes(TOPICS_PATH) {
            let topics = read_topics(bytes).into_value(&mut faults);
            texts.extend(topics.into_iter().map(Arc::new));
        }
        let hidden = |standing: Standing| !clock.shows(standing);
        let of_records = records.iter();
        let of_texts = texts.iter();
        let unpublished = Unpublished {
            records: of_records
                .filter(|record| hidden(record.standing(clock.now)) || !record.has_address())
                .cloned()
                .collect(),
            texts: of_texts
                .filter(|text| hidden(text.standing()))
                .cloned()
                .collect(),
        };
        records.retain(|record| record.has_address());
        let site = Site::new(settings.clone(), records, texts, clock);
        let theme = self.load_theme(&settings, &mut faults);
        let plan = match theme.clone().or_else(|| stand_in(&settings)) {
            Some(theme) => self.plan(&site, &theme, &unpublished, clock, sources, &mut faults),
            None => Plan::default(),
        };
        faults.extend(days::faults(&site, clock, sources));
        settings.apply_severity(&mut faults);
        diagnostics::sort(&mut faults);
        Build {
            diagnostics: faults,
            site,
            plan,
            theme,
        }
    }

    fn plan(
        &self,
        site: &Site,
        theme: &Theme,
        unpublished: &Unpublished,
        clock: Clock,
        sources: &dyn Sources,
        faults: &mut Vec<Diagnostic>,
    ) -> Plan {
        let lookup = Lookup::new(&self.sources, clock);
        let find = |path: &str| lookup.target(path);
        let near = |name: &str| lookup.named(name);
        let trouble = Mutex::new(Vec::new());
        let asked = Mutex::new(BTreeSet::new());
        let measure = |path: &str| {
            let path = lookup.file(path)?;
            if lookup.is_misnamed(path) {
                asked.lock().ok()?.insert(path.clone());
            }
            let measured = self.measure(path, sources);
            let failed = |fault: Box<Diagnostic>| {
                trouble.lock().map(|mut trouble| trouble.push(*fault)).ok()
            };
            measured
                .map_err(failed)
                .ok()
                .map(|measure| (path.clone(), measure))
        };
        let locator = Locator::new(&site.settings, sources);
        let locate =
            |record: &Record, key: Key, items: &[Option<usize>]| locator.locate(record, key, items);
        let materials = Materials {
            unpublished,
            find: &find,
            near: &near,
            measure: &measure,
            locate: &locate,
            assets: &theme.assets,
        };
        let word = |id: &str, arguments: &[(&str, &str)]| theme.word(id, arguments);
        let frame = Frame::new(site, theme.digest, theme.feed_style.clone(), &word);
        let Checked {
            value: plan,
            diagnostics,
        } = Plan::new(site, &frame, &materials);
        faults.extend(diagnostics);
        faults.extend(trouble.into_inner().unwrap_or_default());
        faults.extend(self.misnamed(&asked.into_inner().unwrap_or_default()));
        plan
    }

    fn measure(
        &self,
        path: &SourcePath,
        sources: &dyn Sources,
    ) -> Result<Measure, Box<Diagnostic>> {
        let remembered = self
            .measured
            .lock()
            .ok()
            .and_then(|measured| measured.get(path).cloned());
        if let Some(measure) = remembered {
            return Ok(measure);
        }
        let measure = sources.measure(path)?;
        if let Ok(mut measured) = self.measured.lock() {
            measured.insert(path.clone(), measure.clone());
        }
        Ok(measure)
    }

    fn read_settings(&self) -> Arc<Settings> {
        let settings = read_settings(self.settings_bytes(SETTINGS_PATH)).value;
        Arc::new(self.with_commits(settings))
    }

    fn checked_settings(&self, faults: &mut Vec<Diagnostic>) -> Arc<Settings> {
        let settings = read_settings(self.settings_bytes(SETTINGS_PATH));
        let mut settings = settings.into_value(faults);
        if let Some(bytes) = self.settings_bytes(CASES_PATH) {
            settings.cases = read_cases(bytes).into_value(faults);
        }
        if settings.explains_words {
            let own = self.settings_bytes(GLOSSARY_PATH);
            settings.glossary = Glossary::read(&settings.language, own).into_value(faults);
        }
        Arc::new(self.with_commits(settings))
    }

    fn with_commits(&self, mut settings: Settings) -> Settings {
        let derived = settings.reading.derived;
        settings.reading.derived = derived.with_commits(self.first_commits.clone());
        settings
    }

    fn settings_bytes(&self, path: &str) -> Option<&[u8]> {
        match self.sources.get(&SourcePath::new(path)) {
            Some(KnownFile::Settings(bytes)) => Some(bytes),
            _ => None,
        }
    }
}
