//! The heading that names a text which has no title of its own.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::visible::visible;

/// The heading that names a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Title {
    /// Its words.
    pub(crate) words: String,
    /// Where it stands.
    range: Range<usize>,
    level: HeadingLevel,
}

/// The first heading of level 1, else the first heading; none without words.
pub(crate) fn title(prose: &str) -> Option<Title> {
    let mut first: Option<Title> = None;
    let mut open: Option<Title> = None;
    for (event, range) in visible(prose) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let words = String::new();
                open = Some(Title {
                    words,
                    range,
                    level,
                });
            }
            Event::End(TagEnd::Heading(level)) => {
                let found = open.take().filter(|title| !title.words.trim().is_empty());
                if level == HeadingLevel::H1 && found.is_some() {
                    return found;
                }
                first = first.or(found);
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some(title) = &mut open {
                    title.words.push_str(&text);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(title) = &mut open {
                    title.words.push(' ');
                }
            }
            _ => {}
        }
    }
    first
}

/// Where a text goes on behind the heading it begins with, if a page says the same in its title: a heading of level 1 with
/// its words, or the one that the title was taken from.
pub(crate) fn behind_title(prose: &str, shown: &str, is_taken: bool) -> usize {
    let begin = prose.trim_start();
    let is_underlined = |line: &str| line.starts_with('=');
    let may_begin =
        is_taken || begin.starts_with("# ") || begin.lines().nth(1).is_some_and(is_underlined);
    let found = may_begin.then(|| title(prose)).flatten();
    let found = found.filter(|title| {
        let is_first = prose[..title.range.start].trim().is_empty();
        let is_same = title.words.trim() == shown;
        is_first && is_same && (is_taken || title.level == HeadingLevel::H1)
    });
    found.map_or(0, |title| title.range.end)
}

#[cfg(test)]
mod tests {
    use super::behind_title;

    #[test]
    fn a_heading_that_says_the_title_again_is_passed() {
        for (prose, shown, is_taken, expected) in [
            ("# A\n\nText", "A", false, "\nText"),
            ("\nA\n===\nText", "A", false, "Text"),
            ("## A\nText", "A", true, "Text"),
            ("## A\nText", "A", false, "## A\nText"),
            ("# B\nText", "A", false, "# B\nText"),
            ("Text\n\n# A\n", "A", true, "Text\n\n# A\n"),
            ("# A", "A", true, ""),
        ] {
            let behind = &prose[behind_title(prose, shown, is_taken)..];
            assert_eq!(behind, expected, "{prose}");
        }
    }
}
