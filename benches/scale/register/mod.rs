//! The facts of each record, made from its number alone, so that a record of a small register is found again, the same
//! in every byte, in a large one.
//!
//! What is only of use to the bench stands elsewhere: the tests ask their questions of this register too.

pub(crate) mod chance;
pub(crate) mod names;
pub(crate) mod prose;
pub(crate) mod source;
mod words;

use chance::{Chance, Zipf};
use names::{ACTS, BODIES, KINDS, MONTHS, PLACES, PROPOSERS, TOPICS, proposer};
use words::Vocabulary;

/// The years over which records are spread, as in 1996 to 2025.
pub(crate) const YEARS: usize = 30;
/// The first of them.
pub(crate) const FIRST_YEAR: usize = 1996;

/// What the records are made of.
pub(crate) struct Register {
    /// The words.
    pub(crate) vocabulary: Vocabulary,
    bodies: Zipf,
    topics: Zipf,
    proposers: Zipf,
}

/// A day.
#[derive(Clone, Copy)]
pub(crate) struct Day {
    /// The year.
    pub(crate) year: usize,
    /// The month, from 1.
    pub(crate) month: usize,
    /// The day of the month, from 1.
    pub(crate) of_month: usize,
    /// Whether front matter has it in words.
    pub(crate) in_words: bool,
}

/// What stands in a record's front matter.
#[derive(Clone)]
pub(crate) struct Facts {
    /// The matter.
    pub(crate) title: String,
    /// The file's name, without its ending: unique, ASCII.
    pub(crate) name: String,
    /// The folder the file stands in.
    pub(crate) year: usize,
    /// The day of the record.
    pub(crate) date: Day,
    /// Who laid the matter before the body.
    pub(crate) proposer: String,
    /// The body.
    pub(crate) body: &'static str,
    /// The case number.
    pub(crate) case_number: String,
    /// What the body was asked to decide.
    pub(crate) recommendation: Vec<String>,
    /// How far the matter has come.
    pub(crate) stage: &'static str,
    /// What was decided, and when; only of decided matters.
    pub(crate) decision: Option<(&'static str, Day)>,
    /// The topics.
    pub(crate) topics: Vec<&'static str>,
    /// The summary, which half of the records have.
    pub(crate) summary: Option<String>,
}

impl Register {
    /// The register, always the same.
    pub(crate) fn new() -> Self {
        let vocabulary = Vocabulary::new();
        let (bodies, topics) = (Zipf::over(BODIES.len()), Zipf::over(TOPICS.len()));
        Self {
            vocabulary,
            bodies,
            topics,
            proposers: Zipf::over(PROPOSERS),
        }
    }

    /// The facts of a record.
    pub(crate) fn facts(&self, record: usize) -> Facts {
        let mut chance = Chance::of(2, record);
        let chance = &mut chance;
        let year = FIRST_YEAR + record % YEARS;
        let date = Day {
            year,
            month: chance.between(1, 12),
            of_month: chance.between(1, 28),
            in_words: chance.percent(40),
        };
        let matter = self.vocabulary.noun(chance);
        let title = title(&matter, chance);
        let body = BODIES[self.body(record)].1;
        let (stage, decision) = stage(date, chance);
        let topics = self.topics(chance);
        let clauses = chance.between(1, 3);
        let recommendation = (0..clauses).map(|_| self.clause(body, chance)).collect();
        let summary = chance.percent(50).then(|| self.summary(chance));
        let name = format!("{}-{}", slug(&self.own_number(record)), slug(&title));
        let proposer = proposer(self.proposers.draw(chance));
        let case_number = self.case_number(record);
        Facts {
            title,
            name,
            year,
            date,
            proposer,
            body,
            case_number,
            recommendation,
            stage,
            decision,
            topics,
            summary,
        }
    }

    /// A record's case number: its own, or for 15 of 100 that of an earlier record of the same year.
    fn case_number(&self, record: usize) -> String {
        let mut chance = Chance::of(3, record);
        let earlier = (record / YEARS).min(20);
        if earlier > 0 && chance.percent(15) {
            return self.case_number(record - YEARS * chance.between(1, earlier));
        }
        self.own_number(record)
    }

    fn own_number(&self, record: usize) -> String {
        let letters = BODIES[self.body(record)].0;
        format!(
            "{letters} {}/{}",
            FIRST_YEAR + record % YEARS,
            record / YEARS + 1
        )
    }

    fn body(&self, record: usize) -> usize {
        self.bodies.draw(&mut Chance::of(4, record))
    }

    fn topics(&self, chance: &mut Chance) -> Vec<&'static str> {
        let mut topics = Vec::new();
        for _ in 0..chance.between(1, 3) {
            let topic = TOPICS[self.topics.draw(chance)];
            if !topics.contains(&topic) {
                topics.push(topic);
            }
        }
        topics
    }

    fn clause(&self, body: &str, chance: &mut Chance) -> String {
        let act = chance.pick(&ACTS);
        let (first, second) = (self.vocabulary.noun(chance), self.vocabulary.noun(chance));
        format!("{body} {act} {first} och {second}.")
    }

    fn summary(&self, chance: &mut Chance) -> String {
        let sentence = self.vocabulary.sentence(chance.between(10, 18), chance);
        let end = sentence
            .char_indices()
            .nth(240)
            .map_or(sentence.len(), |(at, _)| at);
        sentence[..end].to_owned()
    }
}

impl Day {
    /// The day as front matter has it: `2021-04-14` or `14 april 2021`.
    pub(crate) fn written(self) -> String {
        if self.in_words {
            format!("{} {} {}", self.of_month, MONTHS[self.month - 1], self.year)
        } else {
            self.iso()
        }
    }

    /// The day as `2021-04-14`.
    pub(crate) fn iso(self) -> String {
        format!("{}-{:02}-{:02}", self.year, self.month, self.of_month)
    }

    /// The same day of the next month.
    pub(crate) fn next_month(self) -> Self {
        let is_last = self.month == 12;
        Self {
            year: self.year + usize::from(is_last),
            month: if is_last { 1 } else { self.month + 1 },
            ..self
        }
    }
}

fn title(matter: &str, chance: &mut Chance) -> String {
    let kind = chance.pick(&KINDS);
    let place = chance.pick(&PLACES);
    match chance.below(3) {
        0 => format!("{kind} {matter} i {place}"),
        1 => format!("{kind} {matter}"),
        2.. => format!("{kind} {matter}, {place}"),
    }
}

/// How far a matter has come, and for decided ones the outcome and the day.
fn stage(date: Day, chance: &mut Chance) -> (&'static str, Option<(&'static str, Day)>) {
    match chance.below(100) {
        0..55 => ("decided", Some(("approved", date.next_month()))),
        55..63 => (
            "decided",
            Some(("approved-with-changes", date.next_month())),
        ),
        63..72 => ("decided", Some(("rejected", date.next_month()))),
        72..77 => ("decided", Some(("answered", date.next_month()))),
        77..92 => ("proposal", None),
        92..96 => ("preparation", None),
        96..98 => ("postponed", None),
        98.. => ("withdrawn", None),
    }
}

/// A text as part of a file's name, at most 60 letters long.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.to_lowercase().chars() {
        match letter {
            'å' | 'ä' => slug.push('a'),
            'ö' => slug.push('o'),
            'a'..='z' | '0'..='9' => slug.push(letter),
            _ if slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(60);
    slug.trim_matches('-').to_owned()
}
