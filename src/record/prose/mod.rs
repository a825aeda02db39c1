//! Markdown: the only door to the Markdown package.
//!
//! Prose is read twice. `survey` finds what the rest of the program needs to know before anything is written:
//! headings, links, the first sentences, faults. [`to_html`] makes the HTML of a page. Prose is data: raw HTML in it is
//! shown as text, and only the schemes http, https, mailto and tel lead out of the site.

mod headings;
mod html;
mod plain;
mod tables;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use serde::{Deserialize, Serialize};

use super::summary::Sentences;
use headings::Headings;
pub use html::{clause_to_html, to_html};
pub use plain::to_plain;

/// A heading of the prose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// The level within the page, 2 to 6: the page's title is the one heading of level 1.
    pub level: u8,
    /// The anchor: the slug of the words; a repeated one is scoped by the heading it stands under.
    pub id: String,
    /// The words.
    pub title: String,
}

/// A link or an image of the prose that stays within the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The destination as written: a file, a path of the site, an anchor.
    pub destination: String,
    /// The line of the file, from 1.
    pub line: usize,
    /// The column, in characters, from 1.
    pub column: usize,
}

/// What `survey` found.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// The headings, in order.
    pub(crate) headings: Vec<Heading>,
    /// Links within the site, by their place in the text.
    pub(crate) links: Vec<(String, Range<usize>)>,
    /// Links with a scheme that is not let through.
    pub(crate) forbidden: Vec<(String, Range<usize>)>,
    /// Raw HTML, which is shown as text.
    pub(crate) raw_html: Vec<Range<usize>>,
    /// The first sentences of the prose, at most 300 characters.
    pub(crate) summary: String,
}

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_DEFINITION_LIST);

/// Reads prose for its headings, links, first sentences and faults. Ranges are bytes of `prose`.
pub(crate) fn survey(prose: &str) -> Survey {
    let mut survey = Survey::default();
    let mut headings = Headings::default();
    let mut sentences = Sentences::default();
    let mut heading: Option<String> = None;
    let mut depth = 0usize;
    for (event, range) in Parser::new_ext(prose, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(level)) => {
                headings.add(level, heading.take().unwrap_or_default());
            }
            Event::Start(
                Tag::Link {
                    link_type,
                    dest_url,
                    ..
                }
                | Tag::Image {
                    link_type,
                    dest_url,
                    ..
                },
            ) => survey.add_link(prose, link_type, &dest_url, range),
            Event::Start(Tag::HtmlBlock) => survey.raw_html.push(range),
            Event::Start(Tag::Paragraph) => sentences.begin(depth == 0),
            Event::End(TagEnd::Paragraph) => sentences.end(),
            Event::Start(tag) if is_container(&tag) => depth += 1,
            Event::End(tag) if ends_container(tag) => depth -= 1,
            Event::InlineHtml(markup) => {
                if !markup.starts_with("</") {
                    survey.raw_html.push(range);
                }
                say(&markup, &mut heading, &mut sentences);
            }
            Event::Text(text) | Event::Code(text) => say(&text, &mut heading, &mut sentences),
            Event::SoftBreak | Event::HardBreak => say(" ", &mut heading, &mut sentences),
            _ => {}
        }
    }
    survey.headings = headings.finish();
    survey.summary = sentences.finish();
    survey
}

/// Text belongs to the heading that is open, else to the running text.
fn say(text: &str, heading: &mut Option<String>, sentences: &mut Sentences) {
    match heading {
        Some(title) => title.push_str(text),
        None => sentences.push(text),
    }
}

fn is_container(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::BlockQuote(_) | Tag::List(_) | Tag::FootnoteDefinition(_) | Tag::DefinitionList
    )
}

fn ends_container(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
    )
}

impl Survey {
    fn add_link(
        &mut self,
        prose: &str,
        link_type: LinkType,
        destination: &str,
        range: Range<usize>,
    ) {
        let written = &prose[range.clone()];
        let range = written.rfind(destination).map_or(range.clone(), |offset| {
            let start = range.start + offset;
            start..start + destination.len().max(1).min(range.end - start)
        });
        match target(link_type, destination) {
            Target::Site => self.links.push((destination.to_owned(), range)),
            Target::World => {}
            Target::Forbidden => self.forbidden.push((destination.to_owned(), range)),
        }
    }
}

enum Target {
    Site,
    World,
    Forbidden,
}

/// Where a destination leads. Browsers skip control characters and blanks before a scheme, so we look past them too.
fn target(link_type: LinkType, destination: &str) -> Target {
    if link_type == LinkType::Email {
        return Target::World;
    }
    let visible: String = destination
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect();
    let visible = visible.replace('\\', "/");
    if visible.starts_with("//") {
        return Target::Forbidden;
    }
    let before_colon = visible.split(':').next().unwrap_or_default();
    if before_colon.len() == visible.len() || before_colon.contains(['/', '?', '#']) {
        return Target::Site;
    }
    match before_colon.to_ascii_lowercase().as_str() {
        "http" | "https" | "mailto" | "tel" => Target::World,
        _ => Target::Forbidden,
    }
}

/// Whether prose or a clause holds something a survey must look at: links, HTML, anything but plain words.
pub(crate) fn may_hold_markup(clause: &str) -> bool {
    clause.contains(['<', '[', '!', '&'])
}

/// Splits a destination into its path and its anchor, both decoded from percent-encoding.
#[must_use]
pub fn split_destination(destination: &str) -> (String, Option<String>) {
    let (path, anchor) = match destination.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (destination, None),
    };
    let path = path.split('?').next().unwrap_or(path);
    (
        decoded(path).into_owned(),
        anchor.map(|anchor| decoded(anchor).into_owned()),
    )
}

/// A part of an address with its percent-encoded letters as they read.
#[must_use]
pub fn decoded(text: &str) -> Cow<'_, str> {
    percent_encoding::percent_decode_str(text)
        .decode_utf8()
        .unwrap_or(Cow::Borrowed(text))
}
