//! Definitions of where links lead that name a label for the second time: Markdown drops them without a trace.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

/// The lines that are written as definitions and that no event has shown so far, by where they begin.
#[derive(Default)]
pub(super) struct Definitions(BTreeMap<usize, usize>);

impl Definitions {
    /// The lines of prose that are written as definitions: `[label]: …`.
    pub(super) fn of(prose: &str) -> Self {
        let mut found = BTreeMap::new();
        let mut line_start = 0;
        for line in prose.split_inclusive('\n') {
            let written = line.trim_start_matches(is_mark_before);
            let start = line_start + line.len() - written.len();
            line_start += line.len();
            let written = written.trim_end();
            if is_definition(written) {
                found.insert(start, start + written.len());
            }
        }
        Self(found)
    }

    /// What an event shows is no definition.
    pub(super) fn pass(&mut self, event: &Event<'_>, shown: &Range<usize>) {
        let is_words = matches!(
            event,
            Event::Text(_)
                | Event::Code(_)
                | Event::Html(_)
                | Event::InlineHtml(_)
                | Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_))
        );
        if is_words && !self.0.is_empty() {
            self.leave_out(shown);
        }
    }

    fn leave_out(&mut self, range: &Range<usize>) {
        while let Some((start, _)) = self.0.range(range.clone()).next() {
            let start = *start;
            self.0.remove(&start);
        }
    }

    /// What is left besides the known ranges: the definitions that were dropped.
    pub(super) fn lost<'r>(
        &mut self,
        known: impl Iterator<Item = &'r Range<usize>>,
    ) -> Vec<Range<usize>> {
        for range in known.filter(|range| !range.is_empty()) {
            self.leave_out(range);
        }
        let left = std::mem::take(&mut self.0).into_iter();
        left.map(|(start, end)| start..end).collect()
    }
}

/// Whether a line is written as a definition. `[//]: # (a comment)`, which may stand any number of times, and a note are
/// none.
fn is_definition(line: &str) -> bool {
    let parts = line
        .strip_prefix('[')
        .and_then(|line| line.split_once("]:"));
    parts.is_some_and(|(label, destination)| {
        let is_comment = destination.trim_start().starts_with("# ");
        !label.is_empty() && !label.starts_with('^') && !is_comment && !destination.is_empty()
    })
}

/// What may stand before a definition in its line.
fn is_mark_before(character: char) -> bool {
    matches!(character, ' ' | '\t' | '>' | '-' | '*' | '+')
}
