//! The staff desk: every record by what is to be done about it, and what the next build would do.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::faults::{FaultWording, ShownFault};
use super::standing::{ShownStanding, source_of};
use super::state::Snapshot;
use crate::diagnostics::{Messages, visible};
use crate::manifest::Manifest;
use crate::pages::{Address, Addresses, Content, Page};
use crate::site::SETTINGS_PATH;
use crate::source::{Location, SourcePath};
use crate::theme::is_theme_file;

/// How many rows of a group are shown at once.
const MOST_ROWS: usize = 100;

/// What the desk shows.
#[derive(Debug, Serialize)]
pub(super) struct Desk {
    site: String,
    home: String,
    /// The moment shown, if one was asked for.
    as_of: Option<String>,
    sum: String,
    groups: Vec<DeskGroup>,
    /// What is wrong beside the records: settings, theme.
    other_faults: Vec<ShownFault>,
    next_build: NextBuild,
}

/// Records about which the same is to be done.
#[derive(Debug, Serialize)]
struct DeskGroup {
    name: &'static str,
    title: String,
    /// What it means.
    note: String,
    count: usize,
    rows: Vec<DeskRow>,
    more: Option<String>,
}

/// A record.
#[derive(Debug, Default, Serialize)]
struct DeskRow {
    title: String,
    source: String,
    editor: String,
    /// The path of its page, if it has one.
    page: Option<String>,
    /// When it changes by itself.
    note: Option<String>,
    faults: Vec<ShownFault>,
}

/// What the next build would do to the output: paths of pages, the first of them, and how many there are.
#[derive(Debug, Default, Serialize)]
struct NextBuild {
    is_held: bool,
    added: Amount,
    changed: Amount,
    removed: Amount,
}

#[derive(Debug, Default, Serialize)]
struct Amount {
    count: usize,
    first: Vec<String>,
}

impl Amount {
    fn add(&mut self, path: impl FnOnce() -> String) {
        self.count += 1;
        if self.first.len() < MOST_ROWS {
            self.first.push(path());
        }
    }
}

/// What is wrong with each file.
type FaultsBySource<'a> = BTreeMap<&'a SourcePath, Vec<&'a ShownFault>>;

/// The groups, in the order of urgency.
const GROUPS: [&str; 8] = [
    "stops",
    "mend",
    "overdue",
    "waits",
    "drafts",
    "expired",
    "ready",
    "unchanged",
];

/// What the desk is made from.
pub(super) struct DeskMaker<'a> {
    /// What is shown.
    pub(super) current: &'a Snapshot,
    pub(super) wording: &'a FaultWording,
    /// The moment shown, if one was asked for.
    pub(super) as_of: Option<String>,
    /// What the last build published in the site's output folder.
    pub(super) published: Arc<Manifest>,
}

impl DeskMaker<'_> {
    /// What the desk shows of the records whose title or file has this text in it.
    pub(super) fn desk(&self, text: &str) -> Desk {
        let (current, published) = (self.current, &*self.published);
        let messages = Messages::new(self.wording.language(&current.build));
        let settings = &current.build.site.settings;
        let frame = current.build.making(|frame, _| frame.digest);
        let is_unchanged = |page: &Page| {
            let before = published.pages.get(&page.address);
            let inputs = frame.map(|frame| page.inputs_in(frame));
            before.is_some_and(|before| inputs == Some(before.inputs))
        };
        let mut faults = faults_by_source(current);
        let mut sorting = Sorting::new(text);
        self.sort_public(&is_unchanged, &mut faults, &mut sorting);
        self.sort_withheld(&mut faults, &mut sorting);
        let other_faults = self.sort_unread(faults, &mut sorting);
        Desk {
            site: settings.title.clone(),
            home: settings.base_path().to_owned(),
            as_of: self.as_of.clone(),
            sum: messages
                .sum(current.counts())
                .unwrap_or_else(|| messages.sentence("all-well", &[])),
            groups: sorting.into_groups(&messages),
            other_faults,
            next_build: next_build(current, published, &is_unchanged),
        }
    }

    fn sort_public(
        &self,
        is_unchanged: &dyn Fn(&Page) -> bool,
        faults: &mut FaultsBySource<'_>,
        sorting: &mut Sorting,
    ) {
        let settings = &self.current.build.site.settings;
        let overdue = self.current.build.site.overdue_motions();
        let messages = Messages::new(self.wording.language(&self.current.build));
        for page in &self.current.build.plan.pages {
            let title = match &page.content {
                Content::Record(page) => page.record.title(),
                Content::Text(text, _) => text.title.as_str(),
                _ => continue,
            };
            let Some(source) = source_of(page) else {
                continue;
            };
            let found = faults.remove(source).unwrap_or_default();
            let at_rest = if is_unchanged(page) {
                "unchanged"
            } else {
                "ready"
            };
            let row = || DeskRow {
                page: Some(page.address.link(settings)),
                ..self.row(title, source)
            };
            if let Some(last_day) = overdue.get(source) {
                let day = [("day", last_day.to_string())];
                sorting.add("overdue", title, source.as_str(), || DeskRow {
                    note: Some(messages.sentence("desk-overdue", &day)),
                    ..row()
                });
            }
            sorting.add(group_of(&found, at_rest), title, source.as_str(), || {
                DeskRow {
                    faults: found.into_iter().cloned().collect(),
                    ..row()
                }
            });
        }
    }

    /// Records that could not be read at all; what is wrong beside the records is given back.
    fn sort_unread(&self, faults: FaultsBySource<'_>, sorting: &mut Sorting) -> Vec<ShownFault> {
        let mut others = Vec::new();
        for (source, found) in faults {
            let found: Vec<ShownFault> = found.into_iter().cloned().collect();
            if !is_theme_file(source.as_str()) && source.as_str() != SETTINGS_PATH {
                let group = group_of(&found.iter().collect::<Vec<_>>(), "mend");
                sorting.add(group, source.file_name(), source.as_str(), || DeskRow {
                    faults: found,
                    ..self.row(source.as_str(), source)
                });
            } else {
                others.extend(found);
            }
        }
        let nowhere = self.current.told.faults.iter();
        others.extend(nowhere.filter(|fault| fault.sources.is_empty()).cloned());
        others
    }

    fn sort_withheld(&self, faults: &mut FaultsBySource<'_>, sorting: &mut Sorting) {
        let current = self.current;
        let messages = Messages::new(self.wording.language(&current.build));
        let settings = &current.build.site.settings;
        let addresses = Addresses::of(&settings.language);
        for withheld in &current.build.site.withheld {
            let source = &withheld.source;
            let found = faults.remove(source).unwrap_or_default();
            let record = current.told.withheld.get(source);
            let (standing, moment) = match record {
                Some(record) => ShownStanding::of_record(record, current.clock),
                None => (ShownStanding::Draft, None),
            };
            let at_rest = match standing {
                ShownStanding::Waits => "waits",
                ShownStanding::Expired => "expired",
                ShownStanding::Draft
                | ShownStanding::Published
                | ShownStanding::Next
                | ShownStanding::Changed
                | ShownStanding::Held
                | ShownStanding::Missing => "drafts",
            };
            let title = record.map_or(source.file_name(), |record| record.title());
            let note = moment.map(|moment| {
                messages.sentence(standing.word(), &[("moment", moment.to_string())])
            });
            sorting.add(group_of(&found, at_rest), title, source.as_str(), || {
                DeskRow {
                    page: record.map(|record| addresses.record(record).link(settings)),
                    note,
                    faults: found.into_iter().cloned().collect(),
                    ..self.row(title, source)
                }
            });
        }
    }

    fn row(&self, title: &str, source: &SourcePath) -> DeskRow {
        DeskRow {
            title: title.to_owned(),
            source: visible(source.as_str()).into_owned(),
            editor: self.wording.editor(&Location::start_of(source)),
            ..DeskRow::default()
        }
    }
}

fn faults_by_source(current: &Snapshot) -> FaultsBySource<'_> {
    let mut faults = FaultsBySource::new();
    for fault in &current.told.faults {
        if let Some(source) = fault.sources.first() {
            faults.entry(source).or_default().push(fault);
        }
    }
    faults
}

fn group_of(faults: &[&ShownFault], at_rest: &'static str) -> &'static str {
    if faults.iter().any(|fault| fault.is_error) {
        "stops"
    } else if faults.is_empty() {
        at_rest
    } else {
        "mend"
    }
}

/// Records as they are sorted into groups.
struct Sorting {
    text: String,
    groups: BTreeMap<&'static str, (usize, Vec<DeskRow>)>,
}

impl Sorting {
    fn new(text: &str) -> Self {
        Self {
            text: text.to_lowercase(),
            groups: BTreeMap::new(),
        }
    }

    fn add(
        &mut self,
        group: &'static str,
        title: &str,
        source: &str,
        row: impl FnOnce() -> DeskRow,
    ) {
        let has_text = |text: &str| text.to_lowercase().contains(&self.text);
        if !self.text.is_empty() && !has_text(title) && !has_text(source) {
            return;
        }
        let (count, rows) = self.groups.entry(group).or_default();
        *count += 1;
        if rows.len() < MOST_ROWS {
            rows.push(row());
        }
    }

    fn into_groups(mut self, messages: &Messages) -> Vec<DeskGroup> {
        let group = |name: &'static str| {
            let (count, rows) = self.groups.remove(name)?;
            let more = count - rows.len();
            let more =
                (more > 0).then(|| messages.sentence("desk-more", &[("count", more.to_string())]));
            Some(DeskGroup {
                name,
                title: messages.sentence(&format!("desk-group-{name}"), &[]),
                note: messages.sentence(&format!("desk-note-{name}"), &[]),
                count,
                rows,
                more,
            })
        };
        GROUPS.into_iter().filter_map(group).collect()
    }
}

fn next_build(
    current: &Snapshot,
    published: &Manifest,
    is_unchanged: &dyn Fn(&Page) -> bool,
) -> NextBuild {
    let build = &current.build;
    let mut next = NextBuild {
        is_held: !build.is_sound(),
        ..NextBuild::default()
    };
    for page in &build.plan.pages {
        if !published.pages.contains_key(&page.address) {
            next.added.add(|| page.address.to_string());
        } else if !is_unchanged(page) {
            next.changed.add(|| page.address.to_string());
        }
    }
    // The index is made when a build publishes it, and nobody looks at its files.
    let index = Addresses::of(&build.site.settings.language).search_file("");
    let is_index = |address: &Address| address.as_str().starts_with(index.as_str());
    for address in published.pages.keys().filter(|address| !is_index(address)) {
        if build.plan.page(address.as_str()).is_none() {
            next.removed.add(|| address.to_string());
        }
    }
    next
}
