//! Numbered lists whose numbers do not follow on one another: a point keeps the number it was written with, since a
//! decision may speak of it. Only a list whose points all begin alike (`1.`, `1.`, `1.`) is numbered for its writer.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::OPTIONS;

/// The lists that are open, innermost last.
#[derive(Default)]
pub(super) struct Lists {
    open: Vec<List>,
    /// Where the lists begin whose points all begin alike; sought once the first two points of a list do.
    uniform: Option<BTreeSet<usize>>,
}

struct List {
    /// Where it begins.
    start: usize,
    /// The number of the first point; none where points have no numbers.
    first: Option<u64>,
    /// The number of the last point so far.
    last: Option<u64>,
    /// Whether the points all begin alike; known from the second on.
    is_uniform: Option<bool>,
}

impl Lists {
    /// A list begins; `first` is its first number.
    pub(super) fn begin(&mut self, first: Option<u64>, start: usize) {
        self.open.push(List {
            start,
            first,
            last: None,
            is_uniform: None,
        });
    }

    /// A list is over.
    pub(super) fn end(&mut self) {
        self.open.pop();
    }

    /// The beginning of a point.
    pub(super) fn begin_point<'e>(&mut self, prose: &str, point: &Range<usize>) -> Event<'e> {
        let uniform = &mut self.uniform;
        let mut is_uniform = |start| {
            let uniform = uniform.get_or_insert_with(|| uniform_lists(prose));
            uniform.contains(&start)
        };
        let list = self.open.last_mut();
        let value = list.and_then(|list| list.value(&prose[point.clone()], &mut is_uniform));
        match value {
            Some(value) => Event::Html(format!("<li value=\"{value}\">").into()),
            None => Event::Start(Tag::Item),
        }
    }
}

impl List {
    /// The number of the next point, where it is not the one that follows.
    fn value(&mut self, written: &str, is_uniform: &mut dyn FnMut(usize) -> bool) -> Option<u64> {
        let first = self.first?;
        let Some(last) = self.last else {
            self.last = Some(first);
            return None;
        };
        let next = last.saturating_add(1);
        let number = number(written).unwrap_or(next);
        let start = self.start;
        let is_uniform = *self
            .is_uniform
            .get_or_insert_with(|| number == first && is_uniform(start));
        let value = if is_uniform { next } else { number };
        self.last = Some(value);
        (value != next).then_some(value)
    }
}

/// The number that a point is written with.
fn number(written: &str) -> Option<u64> {
    let digits = written.trim_start();
    let end = digits.find(|c: char| !c.is_ascii_digit());
    digits[..end.unwrap_or(digits.len())].parse().ok()
}

/// Where the lists begin whose points all begin with the same number.
fn uniform_lists(prose: &str) -> BTreeSet<usize> {
    let mut uniform = BTreeSet::new();
    let mut open: Vec<(usize, Option<u64>, bool)> = Vec::new();
    for (event, range) in Parser::new_ext(prose, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::List(first)) => open.push((range.start, first, true)),
            Event::Start(Tag::Item) => {
                if let Some((_, first, is_uniform)) = open.last_mut() {
                    *is_uniform &= first.is_some() && number(&prose[range]) == *first;
                }
            }
            Event::End(TagEnd::List(_)) => {
                let list = open.pop().filter(|(_, _, is_uniform)| *is_uniform);
                uniform.extend(list.map(|(start, _, _)| start));
            }
            _ => {}
        }
    }
    uniform
}
