//! The few HTML marks that prose may hold for want of Markdown's own: `<sup>`, `<sub>` and `<br>`, without attributes.
//!
//! They become events of the parser's own kinds, so that whoever reads prose reads them right. A mark that is not closed in
//! its paragraph stays HTML; one that ends too late is closed where what it began in ends.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

/// An event with its place.
type Placed<'a> = (Event<'a>, Range<usize>);

/// Turns marks into events, as they come.
#[derive(Default)]
pub(super) struct SmallMarks {
    /// How many parts are open.
    depth: usize,
    /// The marks that are open, each with the depth it began in.
    open: Vec<(TagEnd, usize)>,
}

const MARKS: [(&str, &str, Tag<'static>, TagEnd); 2] = [
    ("<sup>", "</sup>", Tag::Superscript, TagEnd::Superscript),
    ("<sub>", "</sub>", Tag::Subscript, TagEnd::Subscript),
];

/// Whether markup is a line break.
pub(super) fn is_break(markup: &str) -> bool {
    ["<br>", "<br/>", "<br />"]
        .iter()
        .any(|mark| markup.eq_ignore_ascii_case(mark))
}

impl SmallMarks {
    /// What becomes of an event: the event to go on with, and one that comes behind it.
    pub(super) fn take<'a>(
        &mut self,
        prose: &str,
        (event, range): Placed<'a>,
    ) -> (Placed<'a>, Option<Placed<'a>>) {
        match event {
            Event::InlineHtml(ref markup) => {
                let mark = self.mark(markup, &prose[range.end..]);
                ((mark.unwrap_or(event), range), None)
            }
            Event::Start(tag) => {
                self.depth += 1;
                ((Event::Start(tag), range), None)
            }
            Event::End(end) => {
                let unclosed = self.open.pop_if(|(_, depth)| *depth == self.depth);
                if let Some((mark, _)) = unclosed {
                    let place = range.end..range.end;
                    return ((Event::End(mark), place), Some((Event::End(end), range)));
                }
                self.depth = self.depth.saturating_sub(1);
                ((Event::End(end), range), None)
            }
            event => ((event, range), None),
        }
    }

    fn mark<'a>(&mut self, markup: &str, behind: &str) -> Option<Event<'a>> {
        if is_break(markup) {
            return Some(Event::HardBreak);
        }
        for (begin, finish, tag, end) in MARKS {
            if markup.eq_ignore_ascii_case(begin) {
                let paragraph = behind.split("\n\n").next().unwrap_or_default();
                let is_closed = paragraph.to_ascii_lowercase().contains(finish);
                let is_open = self.open.iter().any(|(mark, _)| *mark == end);
                return (is_closed && !is_open).then(|| {
                    self.open.push((end, self.depth));
                    Event::Start(tag)
                });
            }
            if markup.eq_ignore_ascii_case(finish) {
                let closed = self
                    .open
                    .pop_if(|(mark, depth)| *mark == end && *depth == self.depth);
                return closed.map(|(mark, _)| Event::End(mark));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::clause_to_html;

    #[test]
    fn small_marks_are_shown_and_always_closed() {
        for (markdown, html) in [
            ("50 m<sup>2</sup>", "50 m<sup>2</sup>"),
            ("CO<SUB>2</SUB> *a*", "CO<sub>2</sub> <em>a</em>"),
            ("a<br>b<br/>c", "a<br />\nb<br />\nc"),
            ("a<sup>b", "a&lt;sup&gt;b"),
            ("a</sup>b", "a&lt;/sup&gt;b"),
            ("<sup class=x>b</sup>", "&lt;sup class=x&gt;b&lt;/sup&gt;"),
            ("*a<sup>b*c</sup>", "<em>a<sup>b</sup></em>c&lt;/sup&gt;"),
            (
                "<sup>a<sub>b</sup></sub>",
                "<sup>a<sub>b&lt;/sup&gt;</sub></sup>",
            ),
            ("<sup>*a*</sup>", "<sup><em>a</em></sup>"),
        ] {
            assert_eq!(clause_to_html(markdown, &|_| None), html, "{markdown}");
        }
    }
}
