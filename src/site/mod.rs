//! Records and settings to one [`Site`]: what is published at a moment, in order, and gathered by body, proposer, topic,
//! year and case.
//!
//! This room knows no addresses, no pages and no templates. What is a draft, withheld or expired never gets past it.

mod attachment_kinds;
mod base_address;
mod cases;
mod facet;
mod gathering;
mod notices;
mod order;
mod place;
mod reading_settings;
mod search_settings;
mod setting;
mod settings;
mod spelling;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

pub use cases::{CASES_PATH, CaseTitles, read_cases};
pub use facet::Facet;
pub use gathering::{By, Gathering};
pub use notices::{NoticeBoard, is_posted, is_running, last_day_of_notice};
pub use order::sort_key;
pub use place::place_of_setting;
pub use search_settings::{SEARCH_SETTINGS, SearchSettings};
pub use setting::{REQUIRED, Setting};
pub use settings::{PATH as SETTINGS_PATH, Settings, read_settings};
pub use spelling::Misspelt;

use crate::record::{Date, Key, Moment, Record, Standing, Text, slug};
use crate::source::SourcePath;

/// The published register at one moment.
#[derive(Debug, Clone)]
pub struct Site {
    /// The settings.
    pub settings: Arc<Settings>,
    /// The published records, oldest first: by day, then by id, then by file.
    pub records: Arc<[Arc<Record>]>,
    /// The terms of each gathering, by its number.
    terms: BTreeMap<Gathering, Vec<Arc<Term>>>,
    /// The ordinary pages, in the order of their titles.
    pub texts: Vec<Arc<Text>>,
    /// What is not published, with the reason.
    pub withheld: Vec<Withheld>,
    /// The names that records spell otherwise than most do.
    pub misspelt: Vec<Misspelt>,
    /// The next moment at which a record appears or expires, or a notice goes up or comes down.
    pub next_change: Option<Moment>,
    /// The day that it is made for.
    pub today: Date,
}

/// Records that share a body, a proposer, a topic, a year or a case.
#[derive(Debug, PartialEq, Eq)]
pub struct Term {
    /// The name.
    pub title: String,
    /// The name's last part of an address.
    pub slug: String,
    /// Of a case, the title of its newest record, by which people know the matter.
    pub matter: Option<String>,
    /// Places in [`Site::records`], oldest first.
    pub records: Vec<u32>,
}

/// A source that is not published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    /// The file.
    pub source: SourcePath,
    /// Where it stands instead.
    pub standing: Standing,
}

/// The moment a site is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Now, on the wall clock of the site's time zone.
    pub now: Moment,
    /// Whether drafts and withheld records are shown all the same.
    pub with_drafts: bool,
}

impl Clock {
    /// Whether what stands there is part of the site.
    #[must_use]
    pub fn shows(self, standing: Standing) -> bool {
        self.with_drafts || standing.is_public()
    }
}

impl Site {
    /// Gathers the site from all records and ordinary pages, in any order.
    #[must_use]
    pub fn new(
        settings: Arc<Settings>,
        records: Vec<Arc<Record>>,
        texts: Vec<Arc<Text>>,
        clock: Clock,
    ) -> Self {
        let mut withheld = Vec::new();
        let mut next_change: Option<Moment> = None;
        let mut published = Vec::with_capacity(records.len());
        for record in records {
            let standing = record.standing(clock.now);
            let coming = record.next_change(clock.now);
            next_change = coming.into_iter().chain(next_change).min();
            if clock.shows(standing) {
                let noticed = notices::next_change(&record, &settings, clock.now);
                next_change = noticed.into_iter().chain(next_change).min();
                published.push(record);
            } else {
                withheld.push(Withheld {
                    source: record.source.clone(),
                    standing,
                });
            }
        }
        let (texts, drafts): (Vec<_>, Vec<_>) = texts
            .into_iter()
            .partition(|text| clock.shows(text.standing()));
        withheld.extend(drafts.iter().map(|text| Withheld {
            source: text.source.clone(),
            standing: text.standing(),
        }));
        published.sort_by(|left, right| order_of(left).cmp(&order_of(right)));
        let mut site = Self {
            settings,
            records: published.into(),
            terms: BTreeMap::new(),
            texts,
            withheld,
            misspelt: Vec::new(),
            next_change,
            today: clock.now.day(),
        };
        site.gather();
        if site.respell() {
            site.gather();
        }
        site
    }

    /// Whether some record tells a fact.
    #[must_use]
    pub fn tells(&self, key: Key) -> bool {
        self.records
            .iter()
            .any(|record| record.facts.get(key).is_some())
    }

    /// Puts a record in the place of the one it differs from in its prose alone; `false` if that one is nowhere, neither
    /// published nor withheld.
    pub fn replace(&mut self, record: &Arc<Record>) -> bool {
        let is_withheld = |withheld: &Withheld| withheld.source == record.source;
        let found = self
            .records
            .binary_search_by(|known| order_of(known).cmp(&order_of(record)));
        match found {
            Ok(place) => {
                Arc::make_mut(&mut self.records)[place] = record.clone();
                true
            }
            Err(_) => self.withheld.iter().any(is_withheld),
        }
    }

    /// Of some records those with the newest to tell, newest first: a decision on an older proposal stands above a
    /// newer proposal.
    #[must_use]
    pub fn newest(&self, places: &[u32], count: usize) -> Vec<Arc<Record>> {
        let dated = |place: &u32| (self.records[*place as usize].newest_day(), *place);
        let mut newest: Vec<(Date, u32)> = places.iter().map(dated).collect();
        if newest.len() > count {
            newest.select_nth_unstable_by_key(count, |found| Reverse(*found));
            newest.truncate(count);
        }
        newest.sort_unstable_by_key(|found| Reverse(*found));
        newest
            .into_iter()
            .map(|(_, place)| self.records[place as usize].clone())
            .collect()
    }

    fn gather(&mut self) {
        let language = self.settings.language.clone();
        for gathering in Gathering::all() {
            let terms = match gathering.kind().by {
                By::All => Vec::new(),
                By::Name(key) => {
                    let mut terms = self.names(key);
                    terms.sort_by_cached_key(|term| sort_key(&term.title, &language));
                    terms
                }
                By::Case(key) => self.cases(key),
                By::Year => self.years(),
            };
            self.terms.insert(gathering, terms);
        }
        self.texts
            .sort_by_cached_key(|text| (sort_key(&text.title, &language), text.source.clone()));
    }

    /// The terms of a gathering: names and cases in their order, years newest first; none for all records.
    #[must_use]
    pub fn terms(&self, gathering: Gathering) -> &[Arc<Term>] {
        self.terms.get(&gathering).map_or(&[], Vec::as_slice)
    }

    /// The names that records hold under a key, each with its records.
    fn names(&self, key: Key) -> Vec<Arc<Term>> {
        let mut gathered: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (place, record) in (0..).zip(self.records.iter()) {
            for name in record.names(key) {
                let places = gathered.entry(name).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
        let term = |(title, records): (&str, Vec<u32>)| Term {
            title: title.to_owned(),
            slug: slug(title),
            matter: None,
            records,
        };
        gathered
            .into_iter()
            .map(|entry| Arc::new(term(entry)))
            .collect()
    }

    fn years(&self) -> Vec<Arc<Term>> {
        let mut years: BTreeMap<i16, Vec<u32>> = BTreeMap::new();
        for (place, record) in (0..).zip(self.records.iter()) {
            years
                .entry(record.shown_day().year())
                .or_default()
                .push(place);
        }
        let term = |(_, records): (i16, Vec<u32>)| {
            let day = self.records[records[0] as usize].shown_day();
            let title = day.year_in_words(&self.settings.language);
            let slug = slug(&title);
            Term {
                title,
                slug,
                matter: None,
                records,
            }
        };
        years
            .into_iter()
            .rev()
            .map(|entry| Arc::new(term(entry)))
            .collect()
    }

    /// Case numbers that differ in capitals, blanks or punctuation alone name one case, since their slugs are one; it is
    /// named as most records spell it, or else as the oldest.
    fn cases(&self, key: Key) -> Vec<Arc<Term>> {
        let mut cases: BTreeMap<String, Vec<(u32, &str)>> = BTreeMap::new();
        for (place, record) in (0..).zip(self.records.iter()) {
            for number in record.names(key) {
                cases.entry(slug(number)).or_default().push((place, number));
            }
        }
        let case = |(slug, named): (String, Vec<(u32, &str)>)| {
            let title = commonest(named.iter().map(|(_, number)| *number)).to_owned();
            let mut records: Vec<u32> = named.into_iter().map(|(place, _)| place).collect();
            records.dedup();
            let newest = records.last().map(|place| &self.records[*place as usize]);
            let of_newest = newest.map(|record| record.title().to_owned());
            let own = self.settings.cases.get(&slug).cloned();
            Term {
                title,
                slug,
                matter: own.or(of_newest),
                records,
            }
        };
        let mut cases: Vec<_> = cases
            .into_iter()
            .map(case)
            .filter(|case| case.records.len() > 1)
            .map(Arc::new)
            .collect();
        cases.sort_by(|left, right| {
            right
                .records
                .last()
                .cmp(&left.records.last())
                .then(left.slug.cmp(&right.slug))
        });
        cases
    }
}

/// The commonest of some texts, and of those that are equally common the first.
fn commonest<'t>(texts: impl Iterator<Item = &'t str>) -> &'t str {
    let mut counts: BTreeMap<&str, (usize, Reverse<usize>)> = BTreeMap::new();
    for (place, text) in texts.enumerate() {
        counts.entry(text).or_insert((0, Reverse(place))).0 += 1;
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.map_or("", |(text, _)| text)
}

/// What the order of records goes by.
fn order_of(record: &Record) -> (Date, &str, &SourcePath) {
    (record.shown_day(), record.id(), &record.source)
}
