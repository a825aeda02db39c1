//! A record as the source file that Diarium reads.

use std::fmt::Write;

use super::Facts;

/// The settings of the site.
pub(crate) const SETTINGS: &str = "title: Beslut\nbase_url: https://beslut.example/\nlanguage: sv\n\
    time_zone: Europe/Stockholm\ntheme: default\n";

/// Where a record's file stands below the root of its site.
pub(crate) fn path_of(facts: &Facts) -> String {
    format!("content/{}/{}.md", facts.year, facts.name)
}

/// The text of the file; `told` are further lines of its front matter.
pub(crate) fn of(facts: &Facts, told: &str, prose: &str) -> String {
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
    lines.0.push_str(told);
    lines.end(prose)
}

/// A text between quotation marks.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// Front matter in the making.
pub(crate) struct Lines(String);

impl Lines {
    /// Begins.
    pub(crate) fn new() -> Self {
        Self("---\n".to_owned())
    }

    /// Adds a field.
    pub(crate) fn add(&mut self, key: &str, value: &str) {
        writeln!(self.0, "{key}: {value}")
            .expect("a text in memory takes whatever is written to it");
    }

    /// Adds a field of several values.
    pub(crate) fn list(&mut self, key: &str, values: &[String]) {
        self.0.push_str(key);
        self.0.push_str(":\n");
        for value in values {
            self.0.push_str("  - ");
            self.0.push_str(value);
            self.0.push('\n');
        }
    }

    /// Ends it, and puts the prose behind it.
    pub(crate) fn end(self, prose: &str) -> String {
        format!("{}---\n\n{prose}", self.0)
    }
}
