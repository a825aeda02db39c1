//! Raw HTML that a site lets through: a subset that runs nothing, loads nothing and changes nothing outside its place.
//!
//! What a browser makes of markup only a parser of HTML knows, so all of it goes through one, a paragraph or a block at a
//! time. Links lead to other websites alone: within the site they are written in Markdown, where they are checked.

use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use pulldown_cmark::{Event, Tag, TagEnd};

/// The marks that are let through.
const TAGS: [&str; 54] = [
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
];
/// The attributes that are let through, whatever the mark.
const ATTRIBUTES: [&str; 8] = [
    "colspan", "dir", "href", "lang", "open", "rowspan", "scope", "title",
];

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(set(&TAGS))
        .generic_attributes(set(&ATTRIBUTES))
        .url_schemes(set(&["http", "https", "mailto", "tel"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(None)
        .clean_content_tags(set(&["script", "style"]));
    builder
});

#[expect(
    clippy::disallowed_types,
    reason = "the package asks for such a set, and nothing is written in its order"
)]
fn set(names: &[&'static str]) -> std::collections::HashSet<&'static str> {
    names.iter().copied().collect()
}

/// Whether all of some markup is let through as it is written. What is no tag of HTML is none that could be.
pub(super) fn is_safe(markup: &str) -> bool {
    tags(markup).all(|tag| {
        let name = name(tag);
        let attributes = tag[tag.find(name).unwrap_or_default() + name.len()..].trim();
        let is_plain = attributes.trim_end_matches('/').trim().is_empty();
        let cleaned = || CLEANER.clean(&format!("<{name} {attributes}>")).to_string();
        let has_all = || cleaned().matches('=').count() == attributes.matches('=').count();
        TAGS.iter().any(|known| known.eq_ignore_ascii_case(name)) && (is_plain || has_all())
    })
}

/// Markup as it is let through; `None` where a name in it is none of HTML's, as in `<placeholder>`: it was meant as text.
pub(super) fn cleaned(markup: &str) -> Option<String> {
    let is_html = tags(markup).all(|tag| is_known(name(tag)));
    is_html.then(|| CLEANER.clean(markup).to_string())
}

/// The tags of some markup, without their angles.
fn tags(markup: &str) -> impl Iterator<Item = &str> {
    let parts = markup.split('<').skip(1);
    parts.filter_map(|part| {
        let tag = part.split('>').next().unwrap_or_default();
        let begins = tag.trim_start_matches('/');
        begins
            .starts_with(|first: char| first.is_ascii_alphabetic())
            .then_some(tag)
    })
}

fn name(tag: &str) -> &str {
    let tag = tag.trim_start_matches('/');
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric());
    &tag[..end.unwrap_or(tag.len())]
}

/// Whether a name is one of HTML's that is let through, or whose meaning must not reach a page.
fn is_known(name: &str) -> bool {
    const OTHERS: [&str; 33] = [
        "address", "area", "article", "aside", "audio", "base", "body", "button", "canvas",
        "embed", "footer", "form", "h1", "head", "header", "html", "iframe", "img", "input",
        "link", "main", "math", "meta", "nav", "object", "script", "section", "select", "source",
        "style", "svg", "template", "video",
    ];
    let mut known = TAGS.iter().chain(&OTHERS);
    known.any(|known| known.eq_ignore_ascii_case(name))
}

/// Some markup without its tags.
pub(super) fn without_tags(markup: &str) -> String {
    let mut left = String::new();
    for (number, part) in markup.split('<').enumerate() {
        match part.split_once('>') {
            Some((tag, behind)) if number > 0 && is_known(name(tag)) => left.push_str(behind),
            _ if number > 0 => left.extend(["<", part]),
            _ => left.push_str(part),
        }
    }
    left
}

/// Lets raw HTML through as events come. A mark in a line ends at the latest where what it began in ends.
#[derive(Default)]
pub(super) struct LetThrough {
    /// How many parts are open.
    depth: usize,
    /// The names of the marks that are open, each with the depth it began in.
    open: Vec<(String, usize)>,
}

impl LetThrough {
    /// The events in the place of one.
    pub(super) fn take<'a>(&mut self, event: Event<'a>) -> Vec<Event<'a>> {
        match event {
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => Vec::new(),
            Event::Html(markup) => match cleaned(&markup) {
                Some(clean) => vec![Event::Html(clean.into())],
                None => vec![
                    Event::Start(Tag::Paragraph),
                    Event::Text(markup),
                    Event::End(TagEnd::Paragraph),
                ],
            },
            Event::InlineHtml(markup) => vec![match self.mark(&markup) {
                Some(mark) => Event::InlineHtml(mark.into()),
                None => Event::Text(markup),
            }],
            Event::Start(tag) => {
                self.depth += 1;
                vec![Event::Start(tag)]
            }
            Event::End(end) => {
                let mut events = Vec::new();
                while let Some((name, _)) = self.open.pop_if(|(_, depth)| *depth == self.depth) {
                    events.push(Event::InlineHtml(format!("</{name}>").into()));
                }
                self.depth = self.depth.saturating_sub(1);
                events.push(Event::End(end));
                events
            }
            event => vec![event],
        }
    }

    /// A tag as it stands on the page; nothing of one that ends what is not open. `None` for what is text.
    fn mark(&mut self, markup: &str) -> Option<String> {
        let tag = tags(markup).next()?;
        let name = name(tag).to_ascii_lowercase();
        if !is_known(&name) {
            return None;
        }
        if tag.starts_with('/') {
            let is_last =
                |(open, depth): &mut (String, usize)| *open == name && *depth == self.depth;
            let closed = self.open.pop_if(is_last);
            return Some(closed.map_or_else(String::new, |(name, _)| format!("</{name}>")));
        }
        let clean = CLEANER.clean(markup).to_string();
        let opening = clean.strip_suffix(&format!("</{name}>"));
        match opening.filter(|_| IN_LINE.contains(&name.as_str())) {
            None => Some(String::new()),
            Some(opening) => {
                self.open.push((name, self.depth));
                Some(opening.to_owned())
            }
        }
    }
}

/// The marks that may stand in a line.
const IN_LINE: [&str; 23] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark",
    "q", "s", "samp", "small", "span", "strong", "sub", "sup", "u",
];

#[cfg(test)]
mod tests {
    use super::super::{Html, ProseRules, to_html};
    use super::is_safe;

    fn shown(prose: &str) -> String {
        let rules = ProseRules {
            html: Html::Safe,
            ..ProseRules::default()
        };
        let html = to_html(prose, &[], rules, &|_, _| String::new(), &|_| {
            Some("/x/".to_owned())
        });
        // Anchors of paragraphs are none of the markup that is let through.
        html.replace(" id=\"text--1\"", "")
    }

    #[test]
    fn a_subset_is_let_through_and_the_rest_does_nothing() {
        for (markdown, html) in [
            ("a <b>c</b> *d*", "<p>a <b>c</b> <em>d</em></p>\n"),
            (
                "[a](b.md) <kbd>c</kbd>",
                "<p><a href=\"/x/\">a</a> <kbd>c</kbd></p>\n",
            ),
            ("a <b>c", "<p>a <b>c</b></p>\n"),
            ("*a <b>c* d</b>", "<p><em>a <b>c</b></em> d</p>\n"),
            ("a <NAME> b", "<p>a &lt;NAME&gt; b</p>\n"),
            ("a <script>alert(1)</script> b", "<p>a alert(1) b</p>\n"),
            (
                "a <b onclick=\"x()\" style=\"color:red\">c</b>",
                "<p>a <b>c</b></p>\n",
            ),
            ("a <a href=\"javascript:x()\">c</a>", "<p>a <a>c</a></p>\n"),
            ("a <img src=\"https://x.example/\"> b", "<p>a  b</p>\n"),
            (
                "<div class=\"x\"><script>alert(1)</script><p id=\"y\">a</div>\n",
                "<div><p>a</p></div>\n",
            ),
        ] {
            assert_eq!(shown(markdown), html, "{markdown}");
        }
    }

    #[test]
    fn what_is_not_let_through_whole_is_known() {
        for (markup, is_whole) in [
            ("<b>", true),
            ("</b>", true),
            ("<a href=\"https://x.example/\">", true),
            ("<a href=\"x.md\">", false),
            ("<b class=\"x\">", false),
            ("<script>", false),
            ("<table><tr><td>1</td></tr></table>", true),
            ("<name>", false),
        ] {
            assert_eq!(is_safe(markup), is_whole, "{markup}");
        }
    }
}
