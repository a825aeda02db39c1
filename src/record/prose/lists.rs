//! Numbered lists whose numbers do not follow on one another: a point keeps the number it was written with, since a
//! decision may speak of it. Only a list whose points all begin alike (`1.`, `1.`, `1.`) is numbered for its writer.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

/// The lists that are open, innermost last.
#[derive(Default)]
pub(super) struct Lists(Vec<List>);

struct List {
    /// The number of the first point; none where points have no numbers.
    first: Option<u64>,
    /// The number of the last point so far.
    last: Option<u64>,
    /// Whether the points all begin alike; known from the second on.
    is_uniform: Option<bool>,
}

impl Lists {
    /// A list begins; `first` is its first number.
    pub(super) fn begin(&mut self, first: Option<u64>) {
        self.0.push(List {
            first,
            last: None,
            is_uniform: None,
        });
    }

    /// A list is over.
    pub(super) fn end(&mut self) {
        self.0.pop();
    }

    /// The beginning of a point.
    pub(super) fn begin_point<'e>(&mut self, prose: &str, point: &Range<usize>) -> Event<'e> {
        let value = self
            .0
            .last_mut()
            .and_then(|list| list.value(&prose[point.clone()]));
        match value {
            Some(value) => Event::Html(format!("<li value=\"{value}\">").into()),
            None => Event::Start(Tag::Item),
        }
    }
}

impl List {
    /// The number of the next point, where it is not the one that follows.
    fn value(&mut self, written: &str) -> Option<u64> {
        let first = self.first?;
        let Some(last) = self.last else {
            self.last = Some(first);
            return None;
        };
        let next = last.saturating_add(1);
        let digits = written.trim_start();
        let end = digits
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(digits.len());
        let number = digits[..end].parse().unwrap_or(next);
        let is_uniform = *self.is_uniform.get_or_insert(number == first);
        let value = if is_uniform { next } else { number };
        self.last = Some(value);
        (value != next).then_some(value)
    }
}
