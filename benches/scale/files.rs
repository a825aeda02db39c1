//! Writes the register as files: for Diarium, and the same records for Hugo.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::prose;
use crate::register::{Facts, Register};

const SETTINGS: &str = "title: Beslut\nbase_url: https://beslut.example/\nlanguage: sv\n\
    time_zone: Europe/Stockholm\ntheme: default\n";

/// How large a register came out.
pub(crate) struct Size {
    /// Bytes of a source file, on average.
    pub(crate) mean_bytes: usize,
    /// Words of prose, on average.
    pub(crate) mean_words: usize,
    /// Words of prose that half of the records stay below.
    pub(crate) median_words: usize,
}

/// Writes a whole site for Diarium, and for Hugo too when a folder for it is given.
pub(crate) fn write_register(site: &Path, twin: Option<&Path>, records: usize) -> io::Result<Size> {
    let register = Register::new();
    fs::create_dir_all(site.join("content"))?;
    fs::write(site.join("content/site.yaml"), SETTINGS)?;
    let mut words = Vec::with_capacity(records);
    let mut bytes = 0;
    for record in 0..records {
        let facts = register.facts(record);
        let prose = prose::of(&register, record);
        let text = for_diarium(&facts, &prose);
        bytes += text.len();
        words.push(prose.split_whitespace().count());
        write_below(&site.join(path_of(&facts)), &text)?;
        if let Some(twin) = twin {
            let path = format!("content/decisions/{}/{}.md", facts.year, facts.name);
            write_below(&twin.join(path), &for_hugo(&facts, &prose))?;
        }
    }
    words.sort_unstable();
    let count = records.max(1);
    let median_words = words.get(words.len() / 2).copied().unwrap_or(0);
    Ok(Size {
        mean_bytes: bytes / count,
        mean_words: words.iter().sum::<usize>() / count,
        median_words,
    })
}

/// Writes one more record into a site, newer than all others.
pub(crate) fn write_record(site: &Path, register: &Register, record: usize) -> io::Result<()> {
    let facts = register.newest(record);
    write_below(
        &site.join(path_of(&facts)),
        &for_diarium(&facts, &prose::of(register, record)),
    )
}

/// Where a record's file stands below the root of its site.
pub(crate) fn path_of(facts: &Facts) -> PathBuf {
    PathBuf::from(format!("content/{}/{}.md", facts.year, facts.name))
}

/// Copies a folder, but not its modes: what is copied from a folder that is read-only can be written to.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::write(target, fs::read(entry.path())?)?;
        }
    }
    Ok(())
}

fn write_below(path: &Path, text: &str) -> io::Result<()> {
    let missing = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
    match fs::write(path, text) {
        Err(error) if missing(&error) => {
            fs::create_dir_all(path.parent().unwrap_or(path))?;
            fs::write(path, text)
        }
        result => result,
    }
}

fn for_diarium(facts: &Facts, prose: &str) -> String {
    let mut lines = Lines::new();
    lines.add("title", &facts.title);
    lines.add("date", &facts.date.written());
    lines.add("proposer", &facts.proposer);
    lines.list("recommendation", &facts.recommendation);
    lines.add("case_number", &quoted(&facts.case_number));
    lines.add("body", facts.body);
    lines.add("stage", facts.stage);
    if let Some((outcome, day)) = facts.decision {
        lines.list("decision", &facts.recommendation);
        lines.add("decided_on", &day.written());
        lines.add("outcome", outcome);
    }
    lines.add("topics", &format!("[{}]", facts.topics.join(", ")));
    if let Some(summary) = &facts.summary {
        lines.add("summary", summary);
    }
    lines.end(prose)
}

fn for_hugo(facts: &Facts, prose: &str) -> String {
    let mut lines = Lines::new();
    lines.add("title", &quoted(&facts.title));
    lines.add("date", &facts.date.iso());
    lines.add("body", &format!("[{}]", quoted(facts.body)));
    lines.add("proposer", &format!("[{}]", quoted(&facts.proposer)));
    lines.add("year", &format!("[{}]", quoted(&facts.year.to_string())));
    let topics: Vec<String> = facts.topics.iter().map(|topic| quoted(topic)).collect();
    lines.add("topic", &format!("[{}]", topics.join(", ")));
    lines.add("case_number", &quoted(&facts.case_number));
    lines.add(
        "recommendation",
        &format!("|-\n  {}", facts.recommendation.join("\n  ")),
    );
    lines.add(
        "outcome",
        &quoted(facts.decision.map_or("", |(outcome, _)| outcome)),
    );
    lines.add("language", "sv");
    lines.end(prose)
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// Front matter in the making.
struct Lines(String);

impl Lines {
    fn new() -> Self {
        Self("---\n".to_owned())
    }

    fn add(&mut self, key: &str, value: &str) {
        writeln!(self.0, "{key}: {value}")
            .expect("a text in memory takes whatever is written to it");
    }

    fn list(&mut self, key: &str, values: &[String]) {
        self.0.push_str(key);
        self.0.push_str(":\n");
        for value in values {
            self.0.push_str("  - ");
            self.0.push_str(value);
            self.0.push('\n');
        }
    }

    fn end(self, prose: &str) -> String {
        format!("{}---\n\n{prose}", self.0)
    }
}
