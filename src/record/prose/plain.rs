//! Prose as plain text: what a search looks through.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::safe::without_tags;
use super::visible::visible;

/// The words of prose without its marks; each paragraph, heading, point and cell is a line.
#[must_use]
pub fn to_plain(prose: &str) -> String {
    events_to_plain(visible(prose).map(|(event, _)| event))
}

/// The words of visible events.
pub(super) fn events_to_plain<'a>(events: impl Iterator<Item = Event<'a>>) -> String {
    let mut plain = String::new();
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) => plain.push_str(&text),
            Event::Html(markup) | Event::InlineHtml(markup) => {
                plain.push_str(&without_tags(&markup));
            }
            Event::SoftBreak | Event::HardBreak => plain.push(' '),
            Event::Start(tag) if !is_inline(&tag) => end_line(&mut plain),
            Event::End(tag) if !ends_inline(tag) => end_line(&mut plain),
            _ => {}
        }
    }
    plain
}

fn end_line(plain: &mut String) {
    if !plain.is_empty() && !plain.ends_with('\n') {
        plain.push('\n');
    }
}

/// Whether a part stands within a line.
pub(super) fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

/// Whether what ends stands within a line.
pub(super) fn ends_inline(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

#[cfg(test)]
mod tests {
    use super::to_plain;

    #[test]
    fn each_block_is_a_line_of_words() {
        let prose = "## En *ny* skola\n\nSe [planen](plan.md)\nnu.\n\n- ett\n- två\n\n|a|b|\n|-|-|\n|c|d|\n";
        assert_eq!(
            to_plain(prose),
            "En ny skola\nSe planen nu.\nett\ntvå\na\nb\nc\nd\n"
        );
    }
}
