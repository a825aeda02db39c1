//! What gathers records on pages of their own, a row for each: its names, the fact it goes by, what its pages have.
//!
//! Lists, their feeds and indexes, the ways into the register and the search's filters stand on this table, so a new
//! gathering is a new row.

use crate::record::Key;

/// A kind of gathering.
#[derive(Debug)]
pub struct Kind {
    /// The name in views.
    pub name: &'static str,
    /// The name of the index of all such gatherings, in views and among the interface's words.
    pub index: &'static str,
    /// What records have in common.
    pub by: By,
    /// The first part of its addresses, in Swedish and in any other language.
    pub words: [&'static str; 2],
    /// Whether each has a feed.
    pub has_feed: bool,
    /// Its place among what a search may be narrowed by, counted from 1 with those of facts.
    pub facet: Option<usize>,
    /// Whether its index is shown where there is none.
    pub is_always_shown: bool,
}

/// What records of one gathering have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Nothing: it holds all.
    All,
    /// A name under a key.
    Name(Key),
    /// A case number, of which those with one slug are one; a gathering holds at least two records.
    Case(Key),
    /// The year of the day that lists show; its lists stand below that of all records.
    Year,
}

/// Every kind of gathering, in the order of the ways into the register.
static KINDS: [Kind; 6] = [
    Kind {
        name: "records",
        index: "records",
        by: By::All,
        words: ["beslut", "decisions"],
        has_feed: true,
        facet: None,
        is_always_shown: true,
    },
    Kind {
        name: "body",
        index: "bodies",
        by: By::Name(Key::BODY),
        words: ["organ", "bodies"],
        has_feed: true,
        facet: Some(2),
        is_always_shown: true,
    },
    Kind {
        name: "proposer",
        index: "proposers",
        by: By::Name(Key::PROPOSER),
        words: ["foredragande", "proposers"],
        has_feed: true,
        facet: Some(6),
        is_always_shown: true,
    },
    Kind {
        name: "topic",
        index: "topics",
        by: By::Name(Key::TOPICS),
        words: ["amnen", "topics"],
        has_feed: true,
        facet: Some(3),
        is_always_shown: true,
    },
    Kind {
        name: "case",
        index: "cases",
        by: By::Case(Key::CASE_NUMBER),
        words: ["arenden", "cases"],
        has_feed: false,
        facet: None,
        is_always_shown: false,
    },
    Kind {
        name: "year",
        index: "years",
        by: By::Year,
        words: ["ar", "years"],
        has_feed: false,
        facet: Some(1),
        is_always_shown: true,
    },
];

/// What gathers records on pages of their own: the number of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gathering(usize);

impl Gathering {
    /// All records.
    pub const RECORDS: Self = Self::named("records");
    /// A deciding organ.
    pub const BODY: Self = Self::named("body");
    /// A proposer.
    pub const PROPOSER: Self = Self::named("proposer");
    /// A topic.
    pub const TOPIC: Self = Self::named("topic");
    /// A case.
    pub const CASE: Self = Self::named("case");
    /// A year.
    pub const YEAR: Self = Self::named("year");

    /// The gathering of a name; one that no row has does not compile.
    const fn named(name: &str) -> Self {
        let mut number = 0;
        while !crate::record::is_equal(KINDS[number].name, name) {
            number += 1;
        }
        Self(number)
    }

    /// Every gathering, in the order of the ways into the register.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..KINDS.len()).map(Self)
    }

    /// What gathers the records that hold one name under a key.
    #[must_use]
    pub fn by_name(key: Key) -> Option<Self> {
        Self::all().find(|gathering| gathering.kind().by == By::Name(key))
    }

    /// The gathering that has a page for each name that values of a key begin with: also that of the bodies that were asked.
    #[must_use]
    pub fn of_names(key: Key) -> Option<Self> {
        Self::by_name(key).or_else(|| (key == Key::STATEMENTS).then_some(Self::BODY))
    }

    /// Its row.
    #[must_use]
    pub fn kind(self) -> &'static Kind {
        &KINDS[self.0]
    }

    /// The name in views.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.kind().name
    }

    /// The name of the index of all such gatherings, in views and among the interface's words.
    #[must_use]
    pub fn index_name(self) -> &'static str {
        self.kind().index
    }

    /// The key that it goes by, if it goes by one; of a year, the day that every record has.
    #[must_use]
    pub fn key(self) -> Option<Key> {
        match self.kind().by {
            By::All => None,
            By::Name(key) | By::Case(key) => Some(key),
            By::Year => Some(Key::DATE),
        }
    }
}
