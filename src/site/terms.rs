//! The terms of each gathering: bodies, proposers and topics by their names, cases by their numbers, years.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::{By, Gathering, Site, Term, sort_key};
use crate::record::{Key, name_key, slug};

impl Site {
    pub(super) fn gather(&mut self) {
        let language = self.settings.language.clone();
        for gathering in Gathering::all() {
            let terms = match gathering.kind().by {
                By::All => Vec::new(),
                By::Name(key) => {
                    let mut terms = self.names(gathering, key);
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

    /// The terms of a gathering that hold some record: the others are only told of, and have no feed.
    #[must_use]
    pub fn terms_with_records(&self, gathering: Gathering) -> Arc<[Arc<Term>]> {
        let terms = self.terms(gathering).iter();
        let terms = terms.filter(|term| !term.records.is_empty());
        terms.cloned().collect()
    }

    /// The names that records hold under a key and have a page, each with its records; and those that files of their own describe,
    /// or that somebody asked, of which no record may be.
    fn names(&self, gathering: Gathering, key: Key) -> Vec<Arc<Term>> {
        let profiles = &*self.profiles;
        let mut gathered: BTreeMap<&str, [Vec<u32>; 2]> = BTreeMap::new();
        let add = |places: &mut Vec<u32>, place: u32| {
            if places.last() != Some(&place) {
                places.push(place);
            }
        };
        for (place, record) in (0..).zip(self.records.iter()) {
            for name in record.names(key) {
                if profiles.has_page(gathering, name, record) {
                    let name = profiles.listed(gathering, name);
                    add(&mut gathered.entry(name).or_default()[0], place);
                }
            }
        }
        let names = gathered.keys();
        let mut known = Spelt(names.map(|name| (name_key(name), *name)).collect());
        for text in profiles.of(gathering) {
            gathered.entry(known.spelt(&text.title)).or_default();
        }
        if gathering == Gathering::BODY {
            let meetings = self.meetings.iter();
            for meeting in meetings.filter(|meeting| meeting.text.is_some()) {
                gathered.entry(known.spelt(&meeting.body)).or_default();
            }
            for (place, record) in (0..).zip(self.records.iter()) {
                for statement in record.statements() {
                    let name = known.spelt(profiles.listed(gathering, statement.body));
                    add(&mut gathered.entry(name).or_default()[1], place);
                }
            }
        }
        let term = |(title, [records, statements]): (&str, [Vec<u32>; 2])| Term {
            slug: slug(title),
            profile: profiles.get(gathering, title).cloned(),
            records,
            statements,
            ..Term::named(title)
        };
        let terms = gathered.into_iter().map(term);
        let terms = terms.filter(|term| !term.slug.is_empty());
        terms.map(Arc::new).collect()
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
                slug,
                records,
                ..Term::named(&title)
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
                slug,
                matter: own.or(of_newest),
                records,
                ..Term::named(&title)
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

/// Names as they are spelt where they were first told.
struct Spelt<'n>(BTreeMap<String, &'n str>);

impl<'n> Spelt<'n> {
    fn spelt(&mut self, name: &'n str) -> &'n str {
        self.0.entry(name_key(name)).or_insert(name)
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
