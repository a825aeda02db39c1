//! Writes the register as files: for Diarium, and the same records for Hugo.

use std::fs;
use std::io;
use std::path::Path;

use crate::proceedings;
use crate::register::source::{self, Lines, SETTINGS, path_of, quoted};
use crate::register::{Day, FIRST_YEAR, Facts, Register, YEARS, prose};

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
pub(crate) fn write_register(
    site: &Path,
    twin: Option<&Path>,
    records: usize,
    is_plain: bool,
) -> io::Result<Size> {
    let register = Register::new();
    fs::create_dir_all(site.join("content"))?;
    let country = if is_plain { "" } else { COUNTRY };
    fs::write(
        site.join("content/site.yaml"),
        format!("{SETTINGS}{country}"),
    )?;
    let mut words = Vec::with_capacity(records);
    let mut bytes = 0;
    for record in 0..records {
        let facts = register.facts(record);
        let prose = prose::of(&register, record);
        let text = text(&register, record, &facts, &prose, is_plain);
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

/// Writes one more record into a site, newer than all others, as the next one of a living register is.
pub(crate) fn write_record(
    site: &Path,
    register: &Register,
    record: usize,
    is_plain: bool,
) -> io::Result<()> {
    let (year, month, of_month, in_words) = (FIRST_YEAR + YEARS - 1, 12, 31, false);
    let date = Day {
        year,
        month,
        of_month,
        in_words,
    };
    let facts = register.facts(record);
    let decided = |(outcome, _)| (outcome, date.next_month());
    let facts = Facts {
        year,
        date,
        decision: facts.decision.map(decided),
        ..facts
    };
    let path = site.join(path_of(&facts));
    let prose = prose::of(register, record);
    write_below(&path, &text(register, record, &facts, &prose, is_plain))
}

/// The text of a record's file; a plain one tells nothing of how its matter went.
fn text(register: &Register, record: usize, facts: &Facts, prose: &str, is_plain: bool) -> String {
    if is_plain {
        return source::of(facts, "", prose);
    }
    let facts = proceedings::at_meeting(facts.clone());
    let told = proceedings::lines(register, &facts, record);
    source::of(&facts, &told, prose)
}

/// Whose rules say until when a decision can be appealed.
const COUNTRY: &str = "country: se\n";

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
