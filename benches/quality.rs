//! How well the search answers: questions whose right answers are known, put to the index of a built site.
//!
//! Run as `cargo bench --bench quality -- OUTPUT QUESTIONS`. A line of `QUESTIONS` is a kind, a question and the last parts of the
//! addresses that answer it, with tabs between the three and commas between those. It tells, for each kind and for all, in what share of the
//! questions a right record is the first, among the first three and among the first ten, and the mean reciprocal rank (MRR).
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench prints what it measures"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "a bench is an edge: it has a disk and arguments"
)]

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};

use diarium::search::{Query, search};

/// A question of some kind, and the last parts of the addresses that answer it.
struct Question<'l> {
    kind: &'l str,
    text: &'l str,
    answers: Vec<&'l str>,
}

/// What came of the questions of a kind: how many there were, how many had a right record among the first one, three and ten, and the sum
/// of the reciprocal ranks.
#[derive(Default, Clone, Copy)]
struct Tally {
    asked: u32,
    within: [u32; 3],
    reciprocal: f64,
}

const WITHIN: [usize; 3] = [1, 3, 10];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
        .collect();
    let [output, questions, rest @ ..] = &arguments[..] else {
        println!("cargo bench --bench quality -- OUTPUT QUESTIONS [--missed]");
        return ExitCode::SUCCESS;
    };
    match measure(Path::new(output), Path::new(questions), !rest.is_empty()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(output: &Path, questions: &Path, tells_missed: bool) -> io::Result<()> {
    let index = folder_of_index(output)?;
    let known: Mutex<BTreeMap<String, Arc<[u8]>>> = Mutex::default();
    let fetch = |name: &str| {
        let mut known = known.lock().ok()?;
        if !known.contains_key(name) {
            let bytes = std::fs::read(index.join(name)).ok()?;
            known.insert(name.to_owned(), bytes.into());
        }
        known.get(name).cloned()
    };
    let text = std::fs::read_to_string(questions)?;
    let mut kinds: BTreeMap<&str, Tally> = BTreeMap::new();
    for question in text.lines().filter_map(read) {
        let query = Query {
            text: question.text.to_owned(),
            ..Query::default()
        };
        let found = search(&fetch, &query)
            .map_err(|broken| io::Error::other(format!("{} is not whole", broken.0)))?;
        let is_right = |address: &str| {
            let last = address.trim_end_matches('/').rsplit('/').next();
            last.is_some_and(|last| question.answers.contains(&last))
        };
        let rank = found.hits.iter().position(|hit| is_right(&hit.address));
        kinds.entry(question.kind).or_default().add(rank);
        if tells_missed && rank.is_none_or(|rank| rank >= WITHIN[1]) {
            let rank = rank.map_or("-".to_owned(), |rank| (rank + 1).to_string());
            println!(
                "{rank}\t{}\t{}\t{:?}",
                question.kind, question.text, question.answers
            );
        }
    }
    tell(&kinds);
    Ok(())
}

fn read(line: &str) -> Option<Question<'_>> {
    let mut parts = line.split('\t');
    let (kind, text, answers) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Question {
        kind,
        text,
        answers: answers.split(',').map(last_part).collect(),
    })
}

/// The last part of the address of a record: the name of its file.
fn last_part(answer: &str) -> &str {
    let name = answer.trim().rsplit('/').next().unwrap_or_default();
    name.strip_suffix(".md").unwrap_or(name)
}

impl Tally {
    fn add(&mut self, rank: Option<usize>) {
        self.asked += 1;
        let Some(rank) = rank else { return };
        for (count, within) in self.within.iter_mut().zip(WITHIN) {
            *count += u32::from(rank < within);
        }
        self.reciprocal += 1.0 / f64::from(u32::try_from(rank + 1).unwrap_or(u32::MAX));
    }

    fn and(mut self, other: &Self) -> Self {
        self.asked += other.asked;
        for (count, more) in self.within.iter_mut().zip(other.within) {
            *count += more;
        }
        self.reciprocal += other.reciprocal;
        self
    }
}

fn tell(kinds: &BTreeMap<&str, Tally>) {
    println!("| kind | asked | first | among 3 | among 10 | MRR |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    let all = kinds.values().fold(Tally::default(), Tally::and);
    for (kind, tally) in kinds.iter().chain([(&"all", &all)]) {
        let asked = f64::from(tally.asked.max(1));
        let [first, three, ten] = tally.within.map(|count| f64::from(count) / asked);
        let mean = tally.reciprocal / asked;
        println!(
            "| {kind} | {} | {first:.2} | {three:.2} | {ten:.2} | {mean:.2} |",
            tally.asked
        );
    }
}

/// The folder of a site that holds the root of its index.
fn folder_of_index(output: &Path) -> io::Result<std::path::PathBuf> {
    for entry in std::fs::read_dir(output)? {
        let folder = entry?.path().join("index");
        if folder.join("index.json").is_file() {
            return Ok(folder);
        }
    }
    Err(io::Error::other("there is no index in this site"))
}
