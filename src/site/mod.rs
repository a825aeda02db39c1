//! Records and settings to one [`Site`]: what is published at a moment, in order, and gathered by body, proposer, topic,
//! year and case, with its meetings.
//!
//! This room knows no addresses, no pages and no templates. What is a draft, withheld or expired never gets past it.

mod attachment_kinds;
mod base_address;
mod cases;
mod concealing;
mod facet;
mod gathering;
mod glossary;
mod lines;
mod meetings;
mod motions;
mod notices;
mod order;
mod place;
mod profiles;
mod reading_settings;
mod search_settings;
mod setting;
mod settings;
mod spelling;
mod terms;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

pub use cases::{CASES_PATH, CaseTitles, read_cases};
pub use concealing::Concealing;
pub use facet::Facet;
pub use gathering::{By, Gathering};
pub use glossary::{Explanation, GLOSSARY_PATH, Glossary};
pub use meetings::Meeting;
pub use notices::{
    NoticeBoard, is_delegated, is_posted, is_recent, is_running, last_day_of_notice,
    last_day_to_appeal, taken_down_on,
};
pub use order::sort_key;
pub use place::place_of_setting;
pub use profiles::{PersonPages, Profiles, described_keys, gathering_of};
pub use search_settings::{SEARCH_SETTINGS, SearchSettings};
pub use setting::{REQUIRED, Setting};
pub use settings::{PATH as SETTINGS_PATH, Settings, read_settings};
pub use spelling::Misspelt;

use crate::record::{Date, Key, Moment, Record, Standing, Text, TextKind};
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
    /// What files of their own tell of bodies, people and topics.
    pub profiles: Arc<Profiles>,
    /// The meetings, oldest first.
    pub meetings: Vec<Arc<Meeting>>,
    /// What is not published, with the reason.
    pub withheld: Vec<Withheld>,
    /// The names that records spell otherwise than most do.
    pub misspelt: Vec<Misspelt>,
    /// The records that name others which are not published.
    pub concealing: Vec<Concealing>,
    /// The next moment at which a record appears or expires, a notice goes up or comes down, or a meeting's day is over.
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
    /// What a file of its own tells of it.
    pub profile: Option<Arc<Text>>,
    /// Of a body, the places of the records that tell what it said when it was asked, oldest first.
    pub statements: Vec<u32>,
}

impl Term {
    /// A name that nothing is gathered under yet.
    #[must_use]
    pub fn named(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            slug: String::new(),
            matter: None,
            records: Vec::new(),
            profile: None,
            statements: Vec::new(),
        }
    }
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
        let mut hidden = Vec::new();
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
                hidden.push(record);
            }
        }
        let concealing = concealing::conceal(&mut published, &hidden);
        let texts = shown_texts(texts, clock, &mut withheld);
        published.sort_by(|left, right| order_of(left).cmp(&order_of(right)));
        let profiles = Arc::new(Profiles::new(texts.iter(), settings.person_pages));
        let meetings = meetings::meetings(&published, &texts, &profiles);
        let mut site = Self {
            settings,
            records: published.into(),
            terms: BTreeMap::new(),
            texts: texts
                .into_iter()
                .filter(|text| text.kind == TextKind::Page)
                .collect(),
            profiles,
            meetings,
            withheld,
            misspelt: Vec::new(),
            concealing,
            next_change,
            today: clock.now.day(),
        };
        site.next_change = site
            .next_meeting_ends(clock.now)
            .into_iter()
            .chain(next_change)
            .min();
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

    /// When the day of the next meeting is over.
    fn next_meeting_ends(&self, now: Moment) -> Option<Moment> {
        let mut ends = self.meetings.iter().map(|meeting| meeting.day.ends());
        ends.find(|moment| *moment > now)
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
}

/// The texts that are shown; the others are told of as withheld.
fn shown_texts(
    texts: Vec<Arc<Text>>,
    clock: Clock,
    withheld: &mut Vec<Withheld>,
) -> Vec<Arc<Text>> {
    let (shown, drafts): (Vec<_>, Vec<_>) = texts
        .into_iter()
        .partition(|text| clock.shows(text.standing()));
    withheld.extend(drafts.iter().map(|text| Withheld {
        source: text.source.clone(),
        standing: text.standing(),
    }));
    shown
}

/// What the order of records goes by.
fn order_of(record: &Record) -> (Date, &str, &SourcePath) {
    (record.shown_day(), record.id(), &record.source)
}
