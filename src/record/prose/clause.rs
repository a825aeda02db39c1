//! Clauses: inline Markdown. What stands at a clause's beginning is never the mark of a list, a quotation or a heading,
//! so `- 3 posts` keeps its minus and `> 50 m²` its sign.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::html::{Resolve, inline_to_html};
use super::plain::events_to_plain;
use super::survey::{Survey, survey};
use super::visible::{Visible, visible};
use super::{OPTIONS, ProseRules};

/// Whether a clause holds nothing but words.
fn is_plain(clause: &str) -> bool {
    !clause.contains(|c: char| {
        (c.is_ascii_punctuation() && !matches!(c, ',' | '.' | '-' | '/' | '§')) || c.is_control()
    })
}

/// Where a clause begins in the heading that [`as_heading`] makes of it; its bytes keep their distances.
pub(super) const BEGIN: usize = "# ".len();

/// A clause as the words of a heading, the one block whose line is inline Markdown whatever it begins with.
pub(super) fn as_heading(clause: &str) -> String {
    format!("# {} #", clause.replace(['\n', '\r'], " "))
}

/// Makes the HTML of one clause, without a paragraph around it.
#[must_use]
pub fn clause_to_html(clause: &str, resolve: Resolve<'_>) -> String {
    if is_plain(clause) {
        return clause.to_owned();
    }
    let heading = as_heading(clause);
    let is_inline = |(event, _): &(Event<'_>, Range<usize>)| {
        !matches!(
            event,
            Event::Start(Tag::Heading { .. }) | Event::End(TagEnd::Heading(_))
        )
    };
    inline_to_html(&heading, visible(&heading).filter(is_inline), resolve)
}

/// The words of one clause without its marks.
#[must_use]
pub fn clause_to_plain(clause: &str) -> String {
    if is_plain(clause) {
        return clause.to_owned();
    }
    let heading = as_heading(clause);
    let plain = events_to_plain(visible(&heading).map(|(event, _)| event));
    plain.trim().to_owned()
}

/// Reads one clause for its links and faults.
pub(crate) fn survey_clause(clause: &str) -> Survey {
    if clause.contains(['<', '‹', '[', '!', '&', '*', '_']) {
        survey(&as_heading(clause), ProseRules::default())
    } else {
        Survey::default()
    }
}

/// A clause as it was written but for its HTML comments.
pub(crate) fn without_comments(clause: &str) -> Cow<'_, str> {
    if !clause.contains("<!--") {
        return Cow::Borrowed(clause);
    }
    let heading = as_heading(clause);
    let events = Parser::new_ext(&heading, OPTIONS).into_offset_iter();
    let mut left = String::new();
    let mut from = 0;
    let mut hidden = Visible::new(&heading, events);
    while hidden.next().is_some() {}
    for comment in hidden.hidden() {
        left.push_str(&clause[from..comment.start - BEGIN]);
        from = comment.end - BEGIN;
    }
    left.push_str(&clause[from..]);
    Cow::Owned(left.trim().to_owned())
}
