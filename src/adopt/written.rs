//! Proposed settings as they are written: a line for each, with a comment that says how many files it is about.

use std::fmt::Write;

use super::Sentence;
use super::guesses::StageWord;
use super::proposal::{Anchors, Proposal};
use crate::diagnostics::Diagnostic;
use crate::record::front_matter::{on_one_line, quoted};
use crate::record::{Key, Stage};

impl Proposal {
    /// The settings, with a comment behind each guess.
    pub(super) fn text(
        &self,
        sentence: Sentence<'_>,
        in_words: &dyn Fn(&Diagnostic) -> String,
    ) -> String {
        let mut written = Written {
            text: String::new(),
            sentence,
        };
        let (files, records) = self.counts;
        written.remark("adopt-summary", &[("files", files), ("records", records)]);
        // A text in quotes is cut by no comment.
        let title = format!("title: {}", quoted(&on_one_line(&self.title)));
        written.line(&title, "adopt-check", &[]);
        written.line(
            "base_url: https://decisions.example.org/",
            "adopt-address",
            &[],
        );
        written.line(&format!("language: {}", self.language), "adopt-check", &[]);
        written.line("time_zone: UTC", "adopt-time-zone", &[]);
        self.write_keys(&mut written);
        self.write_values(&mut written);
        self.write_derived(&mut written);
        if !self.date_forms.is_empty() {
            let forms: Vec<String> = self.date_forms.iter().map(|form| scalar(form)).collect();
            written.line(
                &format!("date_forms: [{}]", forms.join(", ")),
                "adopt-date-forms",
                &[],
            );
        }
        let remark = if self.has_no_stages() {
            "adopt-no-stages"
        } else {
            "adopt-some-stages"
        };
        written.line("defaults: {stage: none}", remark, &[]);
        match self.undated {
            0 => written.line("required: [title, date]", "adopt-dated", &[]),
            count => written.line("required: [title]", "adopt-undated", &[("count", count)]),
        }
        if self.misplaced > 0 {
            let counts = [("count", self.misplaced)];
            written.line("include: [\"**\"]", "adopt-include", &counts);
        }
        self.write_excluded(&mut written, in_words);
        self.write_rules(&mut written);
        self.write_passed_over(&mut written, in_words);
        written.text
    }

    /// How keys that are not known, prose and faults are taken.
    fn write_rules(&self, written: &mut Written<'_>) {
        if self.keeps_unknown {
            written.line("unknown_keys: keep", "adopt-unknown", &[]);
        }
        if let Anchors::Trying(count) | Anchors::Github(count) = self.anchors {
            written.line("anchors: github", "adopt-anchors", &[("count", count)]);
        }
        if self.raw_html > 0 {
            written.line("html: safe", "adopt-html", &[("count", self.raw_html)]);
        }
        if self.linked > 0 {
            written.line(
                "attachments: linked",
                "adopt-linked",
                &[("count", self.linked)],
            );
        }
        if !self.lowered.is_empty() {
            written.line("severity:", "adopt-severity", &[]);
            for (code, count) in &self.lowered {
                let line = format!("  {}: warning", code.name());
                written.line(&line, "adopt-places", &[("count", *count)]);
            }
        }
    }

    fn has_no_stages(&self) -> bool {
        self.stages.is_empty() && !self.keys.iter().any(|(key, _)| *key == Key::STAGE)
    }

    fn write_keys(&self, written: &mut Written<'_>) {
        if self.keys.is_empty() {
            return;
        }
        written.line("keys:", "adopt-keys", &[]);
        for (key, names) in &self.keys {
            let listed: Vec<String> = names.iter().map(|(name, _)| scalar(name)).collect();
            let listed = match &listed[..] {
                [one] => one.clone(),
                several => format!("[{}]", several.join(", ")),
            };
            let count = names.iter().map(|(_, count)| count).max().copied();
            let line = format!("  {}: {listed}", key.name());
            written.line(&line, "adopt-files", &[("count", count.unwrap_or(0))]);
        }
    }

    fn write_values(&self, written: &mut Written<'_>) {
        if self.stages.is_empty() {
            return;
        }
        let has_lines = self
            .stages
            .values()
            .any(|(word, _)| matches!(word, StageWord::Means(_)));
        written.line(
            if has_lines { "values:" } else { "# values:" },
            "adopt-values",
            &[],
        );
        let _ = writeln!(
            written.text,
            "{}",
            if has_lines { "  stage:" } else { "#   stage:" }
        );
        for (word, (meaning, count)) in &self.stages {
            let (mark, stage, remark) = match meaning {
                StageWord::Means(stage) => ("", stage.code(), "adopt-files"),
                StageWord::Hides => ("# ", Stage::Preparation.code(), "adopt-hides"),
                StageWord::Unknown => ("# ", Stage::None.code(), "adopt-word"),
            };
            let line = format!("    {mark}{}: {stage}", scalar(word));
            written.line(&line, remark, &[("count", *count)]);
        }
    }

    fn write_derived(&self, written: &mut Written<'_>) {
        if self.derived.is_empty() && !self.has_ids_of_paths {
            return;
        }
        written.line("derive:", "adopt-derive", &[]);
        for key in [Key::TITLE, Key::DATE] {
            let of_key = self.derived.iter().filter(|(own, ..)| *own == key);
            let (words, counts): (Vec<&str>, Vec<usize>) =
                of_key.map(|(_, word, count)| (*word, *count)).unzip();
            if !words.is_empty() {
                let line = format!("  {}: [{}]", key.name(), words.join(", "));
                written.line(&line, "adopt-files", &[("count", counts.iter().sum())]);
            }
        }
        if self.has_ids_of_paths {
            written.line("  id: path", "adopt-ids", &[]);
        }
    }

    /// What stands among the files and is none: the settings can do nothing about it.
    fn write_passed_over(
        &self,
        written: &mut Written<'_>,
        in_words: &dyn Fn(&Diagnostic) -> String,
    ) {
        if self.passed_over.is_empty() {
            return;
        }
        written.remark("adopt-passed-over", &[]);
        for fault in &self.passed_over {
            let place = fault.at.as_ref().map(|at| at.path.as_str());
            let place = place.map_or("", |path| path.trim_start_matches("content/"));
            let told = on_one_line(&format!("{place}: {}", in_words(fault)));
            let _ = writeln!(written.text, "#   - {}", told.trim_start_matches(": "));
        }
    }

    fn write_excluded(&self, written: &mut Written<'_>, in_words: &dyn Fn(&Diagnostic) -> String) {
        if self.excluded.is_empty() && self.left_out.is_empty() {
            return;
        }
        written.line("exclude:", "adopt-exclude", &[]);
        for (pattern, count) in &self.excluded {
            let line = format!("  - {}", scalar(pattern));
            written.line(&line, "adopt-files", &[("count", *count)]);
        }
        for (pattern, fault) in &self.left_out {
            let line = fault.at.as_ref().map_or(1, |at| at.line);
            let words = on_one_line(&in_words(fault));
            let _ = writeln!(written.text, "  - {}  # {line}: {words}", scalar(pattern));
        }
    }
}

/// Settings as they are written.
struct Written<'s> {
    text: String,
    sentence: Sentence<'s>,
}

impl Written<'_> {
    /// A line with a comment behind it.
    fn line(&mut self, line: &str, id: &str, counts: &[(&'static str, usize)]) {
        let remark = self.said(id, counts);
        let _ = writeln!(self.text, "{line}  # {remark}");
    }

    /// A line of comment.
    fn remark(&mut self, id: &str, counts: &[(&'static str, usize)]) {
        let remark = self.said(id, counts);
        let _ = writeln!(self.text, "# {remark}");
    }

    fn said(&self, id: &str, counts: &[(&'static str, usize)]) -> String {
        let counts = counts
            .iter()
            .map(|(name, count)| (*name, count.to_string()));
        (self.sentence)(id, &counts.collect::<Vec<_>>())
    }
}

/// A text as YAML reads it back.
fn scalar(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '/' | '-');
    let begins = text.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_word = ["true", "false", "yes", "no", "null", "on", "off", "y", "n"]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word));
    if begins && text.chars().all(is_plain) && !is_word {
        return text.to_owned();
    }
    quoted(text)
}
