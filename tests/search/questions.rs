//! Questions with known answers, asked of the example register and of one that the bench generates.
//!
//! The answers were found by reading the sources, not by searching. Where the search does not find them all, or more than
//! them, its figures say so; they may rise, and never fall.

#![expect(
    clippy::print_stdout,
    reason = "the figures of the questions are worth reading"
)]

use std::collections::BTreeSet;

use diarium::search::{Hit, PAGE, Query};

use super::support::Fixture;
use super::{Files, example, find, index};
use register::source::{self, SETTINGS, path_of};
use register::{Register, prose};

#[path = "../../benches/scale/register/mod.rs"]
mod register;

/// How many records of the generated register are asked.
const RECORDS: usize = 1000;

/// A question, and what is right to answer.
struct Question<'t> {
    line: &'t str,
    query: Query,
    answers: BTreeSet<&'t str>,
}

/// How well questions were answered: sums of thousandths, and the questions whose first hit is wrong or that miss some.
#[derive(Default)]
struct Score {
    asked: usize,
    recall: usize,
    precision: usize,
    beginning_wrong: Vec<String>,
    incomplete: Vec<String>,
}

#[test]
fn questions_with_known_answers_are_answered() {
    let score = Score::of(&index(&example()), include_str!("questions.tsv"));
    score.hold("example register", 1000, 958);
    assert!(
        score.incomplete.is_empty(),
        "{}",
        score.incomplete.join("\n")
    );
}

#[test]
fn questions_to_a_large_register_are_answered() {
    let score = Score::of(&index(&generated()), include_str!("register-questions.tsv"));
    score.hold("generated register", 957, 953);
}

/// The register of the bench.
fn generated() -> Fixture {
    let register = Register::new();
    let start = Fixture::default().with("content/site.yaml", SETTINGS);
    (0..RECORDS).fold(start, |fixture, record| {
        let facts = register.facts(record);
        let text = source::of(&facts, "", &prose::of(&register, record));
        fixture.with(&path_of(&facts), text)
    })
}

impl<'t> Question<'t> {
    /// A question from its line: the text, what narrows the search, and the ids of the records that answer.
    fn read(line: &'t str) -> Self {
        let mut columns = line.split('\t');
        let mut column = || columns.next().expect("a question has three columns");
        let (text, narrowing, answers) = (column(), column(), column());
        let mut query = Query {
            text: text.to_owned(),
            ..Query::default()
        };
        for narrowing in narrowing.split_terminator(';') {
            let (name, value) = narrowing.split_once('=').expect("a name and a value");
            let value = value.to_owned();
            match name {
                "from" => query.from = Some(value),
                "to" => query.to = Some(value),
                filter => {
                    let values = query.filters.entry(filter.to_owned()).or_default();
                    values.insert(value);
                }
            }
        }
        let answers = answers.split_terminator(' ').collect();
        Self {
            line,
            query,
            answers,
        }
    }
}

impl Score {
    fn of(files: &Files, questions: &str) -> Self {
        let mut score = Self::default();
        for line in questions.lines().filter(|line| !line.starts_with('#')) {
            score.add(&Question::read(line), files);
        }
        score
    }

    /// Asks a question.
    fn add(&mut self, question: &Question<'_>, files: &Files) {
        let found = find(files, &question.query);
        let id = |hit: &Hit| {
            let id = hit.address.rsplit('/').nth(1);
            id.expect("an address ends with an id").to_owned()
        };
        let ids: Vec<String> = found.hits.iter().map(id).collect();
        let is_right = |id: &&String| question.answers.contains(id.as_str());
        let right = ids.iter().filter(is_right).count();
        let most = question.answers.len().min(PAGE);
        let thousandths =
            |part: usize, whole: usize| (part * 1000).checked_div(whole).unwrap_or(1000);
        self.asked += 1;
        self.recall += thousandths(right, most);
        let first = ids.iter().take(most).filter(is_right).count();
        self.precision += thousandths(first, most);
        let told = || format!("{}\n  found {}", question.line, ids.join(" "));
        if !ids.iter().take(1).all(|id| is_right(&id)) {
            self.beginning_wrong.push(told());
        }
        if right < most {
            self.incomplete.push(told());
        }
    }

    /// Prints the figures, and holds them to what was reached before.
    fn hold(&self, register: &str, recall: usize, precision: usize) {
        let reached = (self.recall / self.asked, self.precision / self.asked);
        println!(
            "{} questions to the {register}: recall {} ‰ at {PAGE}, {} ‰ of the answers come first",
            self.asked, reached.0, reached.1
        );
        assert!(self.asked >= 60);
        assert!(
            self.beginning_wrong.is_empty(),
            "{}",
            self.beginning_wrong.join("\n")
        );
        assert!(
            reached.0 >= recall && reached.1 >= precision,
            "fallen below {recall} ‰, {precision} ‰"
        );
    }
}
