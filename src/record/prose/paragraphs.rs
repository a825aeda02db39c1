//! Anchors of paragraphs: the anchor of the heading above, two hyphens, and the number of the paragraph below it. So what is added
//! elsewhere moves none, and no heading has one that is alike.

use pulldown_cmark::{Event, Tag, TagEnd};

/// What stands before the number where no heading stands above.
const TOP: &str = "text";

/// The paragraphs that stand in no list, quotation or note.
#[derive(Default)]
pub(super) struct Paragraphs {
    /// The anchor of the heading above.
    section: String,
    /// How many paragraphs stand below it so far.
    count: usize,
    /// How many lists, quotations and the like are open.
    depth: usize,
}

impl Paragraphs {
    /// A heading begins.
    pub(super) fn begin_section(&mut self, anchor: &str) {
        anchor.clone_into(&mut self.section);
        self.count = 0;
    }

    /// Sees what opens and closes.
    pub(super) fn pass(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) if holds_blocks(tag.to_end()) => self.depth += 1,
            Event::End(tag) if holds_blocks(*tag) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    /// What begins a paragraph.
    pub(super) fn begin<'a>(&mut self) -> Event<'a> {
        if self.depth > 0 {
            return Event::Start(Tag::Paragraph);
        }
        self.count += 1;
        let section = if self.section.is_empty() {
            TOP
        } else {
            &self.section
        };
        Event::Html(format!("<p id=\"{section}--{}\">", self.count).into())
    }
}

fn holds_blocks(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionListDefinition
            | TagEnd::HtmlBlock
    )
}
