//! What the rest of the program needs to know of prose before anything is written: headings, links, the first
//! sentences, and what is wrong with it.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, Event, LinkType, Parser, Tag, TagEnd};

use super::destination::{Target, forbidden_reason, target};
use super::headings::Headings;
use super::repeated::Definitions;
use super::rows::Rows;
use super::safe::{is_safe, without_tags};
use super::unread;
use super::visible::{Visible, comments};
use super::{Heading, Html, OPTIONS, ProseRules};
use crate::diagnostics::{Code, Diagnostic};
use crate::record::summary::Sentences;

/// What `survey` found. Ranges are bytes of the prose.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// The headings, in order.
    pub(crate) headings: Vec<Heading>,
    /// Links within the site, by their place in the text.
    pub(crate) links: Vec<(String, Range<usize>)>,
    /// What is wrong, and where.
    pub(crate) faults: Vec<(Diagnostic, Range<usize>)>,
    /// The first sentences of the prose, at most 300 characters.
    pub(crate) summary: String,
}

/// No text for readers is nested deeper; whatever is would cost time and memory out of measure.
const DEEPEST: usize = 100;

/// Reads prose for its headings, links, first sentences and faults.
pub(crate) fn survey(prose: &str, rules: ProseRules) -> Survey {
    let mut broken = Vec::new();
    let callback = |link: BrokenLink<'_>| {
        broken.extend(unread::link(prose, &link));
        None
    };
    let parser = Parser::new_with_broken_link_callback(prose, OPTIONS, Some(callback));
    let mut events = Visible::new(prose, parser.into_offset_iter());
    let mut surveyor = Surveyor::of(prose, rules);
    while let Some((event, range)) = events.next() {
        if let Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) = &event {
            let definition = events.definition(id);
            surveyor.used.extend(definition.map(|span| span.start));
        }
        surveyor.definitions.pass(&event, &range);
        surveyor.see(event, range);
        if surveyor.nesting > DEEPEST {
            break;
        }
    }
    let definitions = events.definitions();
    let known = definitions.iter().map(|(span, _)| span);
    for range in surveyor.definitions.lost(known.chain(events.hidden())) {
        surveyor.report(
            unread::definition(&prose[range.clone()], "link-again"),
            range,
        );
    }
    for (span, destination) in definitions {
        // `[//]: # (a comment)` is a way of its own to hide words: nobody expects to see them.
        if !surveyor.used.contains(&span.start) && destination != "#" {
            surveyor.report(unread::definition(&prose[span.clone()], "link"), span);
        }
    }
    for range in events.unclosed() {
        let fault = Diagnostic::new(Code::CommentNotHidden).with("reason", "unclosed");
        surveyor.report(fault, range.clone());
    }
    for range in events.misspelt() {
        let fault = Diagnostic::new(Code::CommentNotHidden)
            .with("reason", "misspelt")
            .with("text", &prose[range.clone()]);
        surveyor.report(fault, range.clone());
    }
    drop(events);
    surveyor.survey.faults.extend(broken);
    surveyor.finish()
}

struct Surveyor<'p> {
    prose: &'p str,
    html: Html,
    survey: Survey,
    headings: Headings,
    sentences: Sentences,
    rows: Rows,
    /// The words of the heading that is open.
    heading: Option<String>,
    is_in_code: bool,
    /// How many quotations, lists and the like are open.
    containers: usize,
    /// How many parts of any kind are open.
    nesting: usize,
    /// Where the definitions begin that links use.
    used: BTreeSet<usize>,
    mentioned: BTreeSet<String>,
    notes: Vec<(String, Range<usize>)>,
    /// The lines that may define where links lead.
    definitions: Definitions,
}

impl<'p> Surveyor<'p> {
    fn of(prose: &'p str, rules: ProseRules) -> Self {
        Self {
            prose,
            html: rules.html,
            survey: Survey::default(),
            headings: Headings::of(rules.anchors),
            sentences: Sentences::default(),
            rows: Rows::default(),
            heading: None,
            is_in_code: false,
            containers: 0,
            nesting: 0,
            used: BTreeSet::new(),
            mentioned: BTreeSet::new(),
            notes: Vec::new(),
            definitions: Definitions::of(prose),
        }
    }

    fn see(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.begin(tag, range),
            Event::End(tag) => self.end(tag, &range),
            Event::InlineHtml(markup) => {
                if !markup.starts_with("</") && !self.lets_through(&markup) {
                    self.report(Diagnostic::new(Code::RawHtml).with("of", "html"), range);
                }
                match self.html {
                    Html::Text => self.say(&markup),
                    Html::Safe => self.say(&without_tags(&markup)),
                }
            }
            Event::FootnoteReference(label) => {
                self.mentioned.insert(label.to_lowercase());
            }
            Event::Text(text) => {
                if !self.is_in_code {
                    let table = unread::table(self.prose, &text, &range);
                    self.survey.faults.extend(table);
                    self.survey.faults.extend(unread::mark(self.prose, &range));
                }
                if text.ends_with('[') {
                    let note = unread::note(self.prose, &range);
                    self.survey.faults.extend(note);
                }
                self.say(&text);
            }
            Event::Code(text) => self.say(&text),
            Event::SoftBreak | Event::HardBreak => self.say(" "),
            Event::Html(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
    }

    fn begin(&mut self, tag: Tag<'_>, range: Range<usize>) {
        self.nesting += 1;
        if self.nesting > DEEPEST {
            let fault = Diagnostic::new(Code::NestedTooDeep).with("deepest", DEEPEST.to_string());
            let first = range.start..range.start + 1;
            self.report(fault, first);
            return;
        }
        self.containers += usize::from(is_container(tag.to_end()));
        match tag {
            Tag::Heading { .. } => self.heading = Some(String::new()),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => self.add_link(link_type, &dest_url, &title, range),
            Tag::Image {
                link_type,
                dest_url,
                title,
                ..
            } => {
                if target(link_type, &dest_url) == Target::World {
                    let fault = Diagnostic::new(Code::ExternalImage);
                    self.report(fault.with("destination", &*dest_url), range.clone());
                }
                if self.prose[range.clone()].starts_with("![]") {
                    let fault = Diagnostic::new(Code::ImageWithoutText);
                    self.report(fault.with("destination", &*dest_url), range.clone());
                }
                self.add_link(link_type, &dest_url, &title, range);
            }
            Tag::HtmlBlock => {
                let found = comments(&self.prose[range.clone()]);
                let left = found.without(&self.prose[range.clone()]);
                let of = if found.is_any() && !left.contains('<') {
                    "comment"
                } else {
                    "html"
                };
                if of == "comment" || !self.lets_through(&left) {
                    self.report(Diagnostic::new(Code::RawHtml).with("of", of), range);
                }
            }
            Tag::CodeBlock(kind) => {
                self.is_in_code = true;
                let fence = unread::fence(self.prose, &kind, &range);
                self.survey.faults.extend(fence);
            }
            Tag::Paragraph => self.sentences.begin(self.containers == 0),
            Tag::FootnoteDefinition(label) => self.notes.push((label.to_lowercase(), range)),
            Tag::Table(alignments) => self.rows.begin(alignments.len()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        self.nesting -= 1;
        self.containers -= usize::from(is_container(tag));
        match tag {
            TagEnd::Heading(level) => {
                let title = self.heading.take().unwrap_or_default();
                self.headings.add(level, title);
            }
            TagEnd::CodeBlock => self.is_in_code = false,
            TagEnd::Paragraph => self.sentences.end(),
            TagEnd::TableCell => self.rows.end_cell(range),
            TagEnd::TableHead | TagEnd::TableRow => {
                let lost = self.rows.end_row(self.prose, range);
                self.survey.faults.extend(lost);
            }
            _ => {}
        }
    }

    /// Whether raw HTML stands on the page as it is written.
    fn lets_through(&self, markup: &str) -> bool {
        self.html == Html::Safe && is_safe(markup)
    }

    /// Text belongs to the heading that is open, else to the running text.
    fn say(&mut self, text: &str) {
        match &mut self.heading {
            Some(title) => title.push_str(text),
            None => self.sentences.push(text),
        }
    }

    fn report(&mut self, fault: Diagnostic, range: Range<usize>) {
        self.survey.faults.push((fault, range));
    }

    fn add_link(
        &mut self,
        link_type: LinkType,
        destination: &str,
        title: &str,
        range: Range<usize>,
    ) {
        let written = &self.prose[range.clone()];
        if comments(title).is_any() {
            let fault = Diagnostic::new(Code::CommentNotHidden).with("reason", "text");
            self.report(fault, range.clone());
        }
        let place = written.rfind(destination).map_or(range.clone(), |offset| {
            let start = range.start + offset;
            start..start + destination.len().max(1).min(range.end - start)
        });
        match target(link_type, destination) {
            Target::Site => self.survey.links.push((destination.to_owned(), place)),
            Target::World => {}
            Target::Forbidden => {
                let fault = Diagnostic::new(Code::ForbiddenScheme)
                    .with("reason", forbidden_reason(destination));
                self.report(fault.with("destination", destination), place);
            }
            Target::Nowhere => {
                let fault = Diagnostic::new(Code::DeadLink).with("reason", "empty");
                self.report(fault.with("destination", written), range);
            }
        }
    }

    fn finish(mut self) -> Survey {
        let mut known = BTreeSet::new();
        for (label, range) in std::mem::take(&mut self.notes) {
            let is_mentioned = self.mentioned.contains(&label);
            let is_first = known.insert(label);
            if is_first && is_mentioned {
                continue;
            }
            let of = if is_first { "note" } else { "note-again" };
            let line = self.prose[range.clone()].lines().next().unwrap_or_default();
            let first = range.start..range.start + line.len();
            self.report(unread::definition(line, of), first);
        }
        self.survey.headings = self.headings.finish();
        self.survey.summary = self.sentences.finish();
        self.survey.faults.sort_by_key(|(_, range)| range.start);
        self.survey
    }
}

fn is_container(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
    )
}
