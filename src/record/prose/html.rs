//! Markdown to HTML, as a page shows it.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd, html};

use super::destination::{Target, target};
use super::footnotes::Footnotes;
use super::lists::Lists;
use super::paragraphs::Paragraphs;
use super::safe::LetThrough;
use super::tables::Tables;
use super::visible::visible;
use super::{Heading, Html, ProseRules};

/// Gives the address of a destination within the site, or `None` where there is none that readers may be led to.
pub type Resolve<'r> = &'r dyn Fn(&str) -> Option<String>;

/// Gives a word of the interface by its id, its places filled with the arguments.
pub type Word<'w> = &'w dyn Fn(&str, &[(&str, &str)]) -> String;

/// Makes the HTML of prose. `headings` are those `survey` found.
pub fn to_html(
    prose: &str,
    headings: &[Heading],
    rules: ProseRules,
    word: Word<'_>,
    resolve: Resolve<'_>,
) -> String {
    let mut marks = Marks::of(prose, headings, word, resolve);
    match rules.html {
        Html::Text => marks.write(visible(prose)),
        Html::Safe => {
            marks.html = Html::Safe;
            let mut let_through = LetThrough::default();
            marks.write(visible(prose).flat_map(|(event, range)| {
                let events = let_through.take(event).into_iter();
                events.map(move |event| (event, range.clone()))
            }))
        }
    }
}

/// Makes the HTML of inline Markdown from its visible events.
pub(super) fn inline_to_html<'a>(
    prose: &'a str,
    events: impl Iterator<Item = (Event<'a>, Range<usize>)>,
    resolve: Resolve<'_>,
) -> String {
    let mut marks = Marks::of(prose, &[], &|_, _| String::new(), resolve);
    let mut written = String::new();
    let events = events.filter_map(|(event, range)| marks.show(event, &range));
    html::push_html(&mut written, events);
    written
}

/// Turns events as they were written into those that a page shows.
struct Marks<'m> {
    prose: &'m str,
    resolve: Resolve<'m>,
    word: Word<'m>,
    headings: std::slice::Iter<'m, Heading>,
    /// The levels of the headings that are open.
    levels: Vec<u8>,
    tables: Tables,
    lists: Lists,
    /// Of the links and images that are open, whether they are shown as such.
    links: Vec<bool>,
    /// What becomes of raw HTML.
    html: Html,
    /// The anchors of paragraphs.
    paragraphs: Paragraphs,
}

impl<'m> Marks<'m> {
    fn of(prose: &'m str, headings: &'m [Heading], word: Word<'m>, resolve: Resolve<'m>) -> Self {
        Self {
            prose,
            resolve,
            word,
            headings: headings.iter(),
            levels: Vec::new(),
            tables: Tables::default(),
            lists: Lists::default(),
            links: Vec::new(),
            html: Html::Text,
            paragraphs: Paragraphs::default(),
        }
    }

    /// Writes all events, and the notes behind them.
    fn write<'a>(&mut self, events: impl Iterator<Item = (Event<'a>, Range<usize>)>) -> String {
        let word = self.word;
        let mut footnotes = Footnotes::default();
        let mut written = String::with_capacity(self.prose.len() * 9 / 8);
        let events = events
            .filter_map(|(event, range)| self.show(event, &range))
            .filter_map(|event| footnotes.take(event, word));
        html::push_html(&mut written, events);
        footnotes.write(&mut written, word);
        written
    }

    fn show<'a>(&mut self, event: Event<'a>, range: &Range<usize>) -> Option<Event<'a>> {
        self.paragraphs.pass(&event);
        Some(match event {
            Event::Start(Tag::Paragraph) => self.paragraphs.begin(),
            Event::Start(Tag::Heading { level, .. }) => {
                let (level, id) = match self.headings.next() {
                    Some(heading) => (heading.level, heading.id.as_str()),
                    None => (level as u8, ""),
                };
                self.levels.push(level);
                self.paragraphs.begin_section(id);
                Event::Html(format!("<h{level} id=\"{id}\">").into())
            }
            Event::End(TagEnd::Heading(level)) => {
                let level = self.levels.pop().unwrap_or(level as u8);
                Event::Html(format!("</h{level}>\n").into())
            }
            Event::Start(Tag::Table(alignments)) => {
                self.tables.begin(alignments, &(self.word)("table", &[]))
            }
            Event::Start(Tag::TableHead) => self.tables.begin_head(),
            Event::Start(Tag::TableCell) => self.tables.begin_cell(),
            Event::End(TagEnd::Table) => Event::Html("</tbody></table></div>\n".into()),
            Event::End(TagEnd::TableHead) => self.tables.end_head(),
            Event::End(TagEnd::TableRow) => self.tables.end_row(),
            Event::End(TagEnd::TableCell) => self.tables.end_cell(),
            Event::Start(Tag::List(first)) => {
                self.lists.begin(first, range.start);
                Event::Start(Tag::List(first))
            }
            Event::End(TagEnd::List(is_numbered)) => {
                self.lists.end();
                Event::End(TagEnd::List(is_numbered))
            }
            Event::Start(Tag::Item) => self.lists.begin_point(self.prose, range),
            Event::Html(markup) | Event::InlineHtml(markup) if self.html == Html::Text => {
                Event::Text(markup)
            }
            Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
            Event::Start(tag @ (Tag::Link { .. } | Tag::Image { .. })) => {
                let shown = self.led(tag);
                self.links.push(shown.is_some());
                Event::Start(shown?)
            }
            Event::End(tag @ (TagEnd::Link | TagEnd::Image)) => {
                let is_shown = self.links.pop().unwrap_or(true);
                is_shown.then_some(Event::End(tag))?
            }
            other => other,
        })
    }

    /// A link or an image with its address; `None` where it leads nowhere: what stands in it is then text.
    fn led<'a>(&self, mut tag: Tag<'a>) -> Option<Tag<'a>> {
        if let Tag::Link {
            link_type,
            dest_url,
            ..
        }
        | Tag::Image {
            link_type,
            dest_url,
            ..
        } = &mut tag
        {
            *dest_url = self.address(*link_type, dest_url)?;
        }
        Some(tag)
    }

    fn address<'a>(&self, link_type: LinkType, destination: &CowStr<'a>) -> Option<CowStr<'a>> {
        match target(link_type, destination) {
            Target::World => Some(destination.clone()),
            Target::Site => (self.resolve)(destination).map(CowStr::from),
            Target::Forbidden | Target::Nowhere => None,
        }
    }
}
