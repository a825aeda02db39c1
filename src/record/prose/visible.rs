//! Markdown as readers see it: the parser's events without HTML comments, which their writers mean as hidden.
//!
//! Everything that is made of prose stands on these events: pages, plain text for the search, summaries, links. So a
//! comment reaches none of them. What seems to begin a comment and does not end it is kept as a fault.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{BrokenLinkCallback, CowStr, Event, OffsetIter, Parser, Tag, TagEnd};

use super::OPTIONS;
use super::plain::{ends_inline, is_inline};
use super::small_marks::{SmallMarks, is_break};
use crate::source::is_unusual;

const OPENING: &str = "<!--";
const CLOSING: &str = "-->";
/// As much of what was meant as a comment is told at most.
const LONGEST_TOLD: usize = 80;
/// What an opening begins with, as programs that mend what is typed may write it.
const OPENING_SIGNS: [char; 2] = ['<', '‹'];

/// The visible events of a text, with their places.
pub(super) struct Visible<'a, F> {
    events: OffsetIter<'a, F>,
    prose: &'a str,
    is_in_code: bool,
    marks: SmallMarks,
    /// What comes next: of an HTML block what is left of it.
    ready: Vec<(Event<'a>, Range<usize>)>,
    /// Where the comments stand that were passed.
    hidden: Vec<Range<usize>>,
    /// Where something begins a comment that does not end.
    unclosed: Vec<Range<usize>>,
    /// Where something was meant to begin a comment, and does not.
    misspelt: Vec<Range<usize>>,
    /// Whether the last event stands in a line.
    is_in_line: bool,
    /// Whether a block vanished behind the last event.
    is_parted: bool,
}

/// The visible events of a text, with their places.
pub(super) fn visible(prose: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    Visible::new(prose, Parser::new_ext(prose, OPTIONS).into_offset_iter())
}

impl<'a, F: BrokenLinkCallback<'a>> Visible<'a, F> {
    pub(super) fn new(prose: &'a str, events: OffsetIter<'a, F>) -> Self {
        Self {
            events,
            prose,
            is_in_code: false,
            marks: SmallMarks::default(),
            ready: Vec::new(),
            hidden: Vec::new(),
            unclosed: Vec::new(),
            misspelt: Vec::new(),
            is_in_line: false,
            is_parted: false,
        }
    }

    /// Where the comments stand that were passed.
    pub(super) fn hidden(&self) -> &[Range<usize>] {
        &self.hidden
    }

    /// Where a comment begins that does not end.
    pub(super) fn unclosed(&self) -> &[Range<usize>] {
        &self.unclosed
    }

    /// Where something was meant to begin a comment, and does not: Word makes other signs of `<!--`.
    pub(super) fn misspelt(&self) -> &[Range<usize>] {
        &self.misspelt
    }

    /// Where the definition stands that a link's label names.
    pub(super) fn definition(&self, label: &str) -> Option<Range<usize>> {
        let definition = self.events.reference_definitions().get(label)?;
        Some(definition.span.clone())
    }

    /// Every definition of a destination: where it stands, and the destination.
    pub(super) fn definitions(&self) -> Vec<(Range<usize>, String)> {
        let definitions = self.events.reference_definitions().iter();
        let mut found: Vec<_> = definitions
            .map(|(_, definition)| (definition.span.clone(), definition.dest.to_string()))
            .collect();
        found.sort_by_key(|(span, _)| span.start);
        found
    }

    /// Reads a block of HTML to its end; makes ready what is left of it.
    fn read_block(&mut self, block: Range<usize>) {
        let mut markup = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::End(TagEnd::HtmlBlock) => break,
                Event::Html(line) | Event::Text(line) => markup.push_str(&line),
                _ => {}
            }
        }
        let left = self.without_comments(markup.into(), &block);
        if left.trim().is_empty() || is_break(left.trim()) {
            self.is_parted = true;
        } else {
            self.ready = vec![
                (Event::End(TagEnd::HtmlBlock), block.clone()),
                (Event::Html(left), block.clone()),
                (Event::Start(Tag::HtmlBlock), block),
            ];
        }
    }

    fn without_comments(&mut self, markup: CowStr<'a>, range: &Range<usize>) -> CowStr<'a> {
        let written = comments(&self.prose[range.clone()]);
        let places = written.closed.iter();
        self.hidden
            .extend(places.map(|comment| range.start + comment.start..range.start + comment.end));
        if let Some(offset) = written.unclosed {
            let start = range.start + offset;
            self.unclosed.push(start..start + OPENING.len());
        }
        match comments(&markup).without(&markup) {
            Cow::Borrowed(_) => markup,
            Cow::Owned(left) => left.into(),
        }
    }

    /// Text that begins a comment is one that does not end, or the parser would have taken it as a comment.
    fn look_for_opening(&mut self, text: &str, range: Range<usize>) {
        if self.is_in_code || !text.contains(OPENING_SIGNS) {
            return;
        }
        for (offset, sign) in self.prose[range.clone()].match_indices(OPENING_SIGNS) {
            let start = range.start + offset;
            let escapes = self.prose[..start].bytes().rev();
            let is_escaped = escapes.take_while(|byte| *byte == b'\\').count() % 2 == 1;
            let written = &self.prose[start..];
            if is_escaped {
                continue;
            }
            if written.starts_with(OPENING) {
                self.unclosed.push(start..start + OPENING.len());
            } else if begins_misspelt(&written[sign.len()..]) {
                self.misspelt.push(start..start + length_misspelt(written));
            }
        }
    }

    fn read(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        loop {
            if let Some(ready) = self.ready.pop() {
                return Some(ready);
            }
            let (event, range) = self.events.next()?;
            let event = plain(event);
            match &event {
                Event::Start(Tag::HtmlBlock) => {
                    self.read_block(range);
                    continue;
                }
                Event::Start(Tag::CodeBlock(_)) => self.is_in_code = true,
                Event::End(TagEnd::CodeBlock) => self.is_in_code = false,
                Event::Text(text) => self.look_for_opening(text, range.clone()),
                Event::InlineHtml(markup) => {
                    let left = self.without_comments(markup.clone(), &range);
                    if left.is_empty() {
                        continue;
                    }
                    let html = (Event::InlineHtml(left), range);
                    return Some(self.marks.take(self.prose, html).0);
                }
                _ => {}
            }
            let (event, behind) = self.marks.take(self.prose, (event, range));
            self.ready.extend(behind);
            return Some(event);
        }
    }
}

impl<'a, F: BrokenLinkCallback<'a>> Iterator for Visible<'a, F> {
    type Item = (Event<'a>, Range<usize>);

    /// A block that vanished between two lines of a point leaves a line's end, so that no words grow together.
    fn next(&mut self) -> Option<Self::Item> {
        let (event, range) = self.read()?;
        let was_in_line = std::mem::replace(&mut self.is_in_line, is_in_line(&event));
        if std::mem::take(&mut self.is_parted) && was_in_line && self.is_in_line {
            let place = range.start..range.start;
            self.ready.push((event, range));
            return Some((Event::SoftBreak, place));
        }
        Some((event, range))
    }
}

/// Whether an event stands in a line of running text.
fn is_in_line(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => is_inline(tag),
        Event::End(tag) => ends_inline(*tag),
        Event::Html(_) | Event::Rule => false,
        _ => true,
    }
}

/// Whether what stands behind a `<` shows that a comment was meant: `!–`, `! --`, `!-`.
fn begins_misspelt(behind: &str) -> bool {
    let rest = behind.trim_start_matches([' ', '\u{a0}']).strip_prefix('!');
    rest.is_some_and(|rest| {
        let dashes = ['-', '\u{2010}', '\u{2011}', '–', '—', '−'];
        rest.trim_start_matches([' ', '\u{a0}']).starts_with(dashes)
    })
}

/// An event without the characters that no text holds: a numeric reference (`&#14;`) may stand for any.
fn plain(mut event: Event<'_>) -> Event<'_> {
    match &mut event {
        // The parser gives each reference an event of its own, and text that is written out holds no such character.
        Event::Text(text) if text.len() <= 4 => make_plain(text),
        Event::Start(
            Tag::Link {
                dest_url, title, ..
            }
            | Tag::Image {
                dest_url, title, ..
            },
        ) => {
            make_plain(dest_url);
            make_plain(title);
        }
        _ => {}
    }
    event
}

fn make_plain(text: &mut CowStr<'_>) {
    if text.contains(is_unusual) {
        *text = text.replace(is_unusual, "").into();
    }
}

/// How long what was meant as a comment is, as far as it is told.
fn length_misspelt(written: &str) -> usize {
    let mut begin = written.char_indices().take(LONGEST_TOLD);
    let end = begin.find_map(|(offset, character)| match character {
        '\n' => Some(offset),
        '>' | '›' => Some(offset + character.len_utf8()),
        _ => None,
    });
    end.unwrap_or_else(|| written.chars().next().map_or(0, char::len_utf8))
}

/// The comments of some markup.
pub(super) struct Comments {
    closed: Vec<Range<usize>>,
    /// Where one begins that does not end: it hides the rest.
    unclosed: Option<usize>,
}

/// Finds the comments of some markup.
pub(super) fn comments(markup: &str) -> Comments {
    let mut closed = Vec::new();
    let mut from = 0;
    while let Some(offset) = markup[from..].find(OPENING) {
        let start = from + offset;
        // `<!-->` is a whole comment.
        let inner = start + "<!".len();
        let Some(end) = markup[inner..].find(CLOSING) else {
            return Comments {
                closed,
                unclosed: Some(start),
            };
        };
        from = inner + end + CLOSING.len();
        closed.push(start..from);
    }
    Comments {
        closed,
        unclosed: None,
    }
}

impl Comments {
    /// Whether there is any.
    pub(super) fn is_any(&self) -> bool {
        !self.closed.is_empty() || self.unclosed.is_some()
    }

    /// The markup without them.
    pub(super) fn without<'m>(&self, markup: &'m str) -> Cow<'m, str> {
        if !self.is_any() {
            return Cow::Borrowed(markup);
        }
        let mut left = String::with_capacity(markup.len());
        let mut from = 0;
        for comment in &self.closed {
            left.push_str(&markup[from..comment.start]);
            from = comment.end;
        }
        left.push_str(&markup[from..self.unclosed.unwrap_or(markup.len())]);
        Cow::Owned(left)
    }
}
