//! Markdown to HTML, as a page shows it.

use pulldown_cmark::{CowStr, Event, LinkType, Parser, Tag, TagEnd, html};

use super::tables::Tables;
use super::{Heading, OPTIONS, Target, target};
use crate::record::slug::slug;

/// Makes the HTML of prose. `headings` are those `survey` found; `table` is the accessible name of a table's region;
/// `resolve` gives the address of a destination within the site, or `None` where there is none.
pub fn to_html(
    prose: &str,
    headings: &[Heading],
    table: &str,
    resolve: &dyn Fn(&str) -> Option<String>,
) -> String {
    let mut next_heading = headings.iter();
    let mut tables = Tables::named(table);
    let mut levels = Vec::new();
    let events = Parser::new_ext(prose, OPTIONS).map(|event| match event {
        Event::Start(Tag::Heading { level, .. }) => {
            let (level, id) = match next_heading.next() {
                Some(heading) => (heading.level, heading.id.as_str()),
                None => (level as u8, ""),
            };
            levels.push(level);
            Event::Html(format!("<h{level} id=\"{id}\">").into())
        }
        Event::End(TagEnd::Heading(level)) => {
            let level = levels.pop().unwrap_or(level as u8);
            Event::Html(format!("</h{level}>\n").into())
        }
        Event::Start(Tag::Table(alignments)) => tables.begin(alignments),
        Event::Start(Tag::TableHead) => tables.begin_head(),
        Event::Start(Tag::TableCell) => tables.begin_cell(),
        Event::End(TagEnd::Table) => Event::Html("</tbody></table></div>\n".into()),
        Event::End(TagEnd::TableHead) => tables.end_head(),
        Event::End(TagEnd::TableRow) => tables.end_row(),
        Event::End(TagEnd::TableCell) => tables.end_cell(),
        other => plain_event(other, resolve),
    });
    let mut written = String::with_capacity(prose.len() * 9 / 8);
    html::push_html(&mut written, events);
    written
}

/// Makes the HTML of one clause: inline Markdown without a paragraph around it.
#[must_use]
pub fn clause_to_html(clause: &str, resolve: &dyn Fn(&str) -> Option<String>) -> String {
    let is_plain = !clause
        .contains(|c: char| c.is_ascii_punctuation() && !matches!(c, ',' | '.' | '-' | '/' | '§'));
    let begins_as_text = clause.starts_with(char::is_alphabetic);
    if is_plain && begins_as_text && !clause.contains('\n') {
        return clause.to_owned();
    }
    let html = to_html(clause, &[], "", resolve);
    let html = html.trim();
    let inner = html
        .strip_prefix("<p>")
        .and_then(|rest| rest.strip_suffix("</p>"));
    inner
        .filter(|inner| !inner.contains("<p>"))
        .unwrap_or(html)
        .to_owned()
}

fn plain_event<'a>(event: Event<'a>, resolve: &dyn Fn(&str) -> Option<String>) -> Event<'a> {
    match event {
        Event::Html(markup) | Event::InlineHtml(markup) => Event::Text(markup),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => {
            let dest_url = resolved(link_type, dest_url, resolve);
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            })
        }
        Event::Start(Tag::Image {
            link_type,
            dest_url,
            title,
            id,
        }) => {
            let dest_url = resolved(link_type, dest_url, resolve);
            Event::Start(Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            })
        }
        Event::FootnoteReference(label) => Event::FootnoteReference(footnote_id(&label)),
        Event::Start(Tag::FootnoteDefinition(label)) => {
            Event::Start(Tag::FootnoteDefinition(footnote_id(&label)))
        }
        other => other,
    }
}

/// Footnotes share the page's ids with its headings, so they have a prefix that no heading's slug begins with.
fn footnote_id(label: &str) -> CowStr<'static> {
    format!("fn--{}", slug(label)).into()
}

fn resolved<'a>(
    link_type: LinkType,
    destination: CowStr<'a>,
    resolve: &dyn Fn(&str) -> Option<String>,
) -> CowStr<'a> {
    match target(link_type, &destination) {
        Target::World => destination,
        Target::Site => resolve(&destination).map_or(destination, CowStr::from),
        Target::Forbidden => "#".into(),
    }
}
