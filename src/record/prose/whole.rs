//! Clauses that leave their site: in Markdown, with whole addresses where the source names files.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::OPTIONS;
use super::clause::{BEGIN, as_heading};
use super::destination::{Target, target};

/// Whether a clause may hold links within the site.
pub(crate) fn may_link(clause: &str) -> bool {
    clause.contains('[')
}

/// A clause whose links within the site have the addresses that `resolve` gives for their destinations; a link without one
/// leaves its words alone.
#[must_use]
pub fn with_addresses<'m>(
    clause: &'m str,
    resolve: &dyn Fn(&str) -> Option<String>,
) -> Cow<'m, str> {
    if !may_link(clause) {
        return Cow::Borrowed(clause);
    }
    let heading = as_heading(clause);
    // Every byte of a link that is not among its words is replaced by how the link is written anew.
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    let mut open: Vec<Option<(usize, usize, String)>> = Vec::new();
    let mut last_end = 0;
    for (event, range) in Parser::new_ext(&heading, OPTIONS).into_offset_iter() {
        last_end = match event {
            Event::Start(tag @ (Tag::Link { .. } | Tag::Image { .. })) => {
                let opening = if matches!(tag, Tag::Image { .. }) {
                    "!["
                } else {
                    "["
                };
                let words = range.start + opening.len();
                open.push(destination(&tag).map(|destination| {
                    let address = resolve(destination);
                    let before = address.as_ref().map_or("", |_| opening);
                    edits.push((range.start, words, before.to_owned()));
                    let behind = address.map_or_else(String::new, |address| closing(&address));
                    (words, range.end, behind)
                }));
                words
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some((start, end, behind)) = open.pop().flatten() {
                    edits.push((last_end.clamp(start, end), end, behind));
                }
                range.end
            }
            _ => range.end,
        };
    }
    edits.sort();
    let mut written = String::with_capacity(clause.len());
    let mut at = 0;
    for (start, end, text) in edits {
        written.push_str(clause.get(at..start - BEGIN).unwrap_or_default());
        written.push_str(&text);
        at = at.max(end - BEGIN);
    }
    written.push_str(clause.get(at..).unwrap_or_default());
    Cow::Owned(written)
}

/// The destination of a link or an image that stays within the site.
fn destination<'t>(tag: &'t Tag<'_>) -> Option<&'t str> {
    let (Tag::Link {
        link_type,
        dest_url,
        ..
    }
    | Tag::Image {
        link_type,
        dest_url,
        ..
    }) = tag
    else {
        return None;
    };
    let target = target(*link_type, dest_url);
    matches!(target, Target::Site | Target::Nowhere).then_some(dest_url)
}

/// The end of a link; an address with a bracket of its own stands between pointed ones.
fn closing(address: &str) -> String {
    if address.contains(['(', ')']) {
        format!("](<{address}>)")
    } else {
        format!("]({address})")
    }
}

#[cfg(test)]
mod tests {
    use super::with_addresses;

    #[test]
    fn links_within_the_site_get_their_addresses_and_nothing_else_changes() {
        let resolve = |destination: &str| match destination {
            "(b).md" => Some("https://example.org/(b)/".to_owned()),
            "b.md" => Some("https://example.org/b/".to_owned()),
            "c.png" => Some("https://example.org/c.png".to_owned()),
            _ => None,
        };
        for (markdown, expected) in [
            ("Plain text, 3 % *more*.", "Plain text, 3 % *more*."),
            ("See [b](b.md).", "See [b](https://example.org/b/)."),
            (
                "See [the **b**](b.md \"B\")!",
                "See [the **b**](https://example.org/b/)!",
            ),
            (
                "![c](c.png) and [b](b.md)",
                "![c](https://example.org/c.png) and [b](https://example.org/b/)",
            ),
            (
                "[![c](c.png)](b.md)",
                "[![c](https://example.org/c.png)](https://example.org/b/)",
            ),
            ("A [draft](draft.md).", "A draft."),
            (
                "Out [there](https://x.example/) & <https://y.example/>",
                "Out [there](https://x.example/) & <https://y.example/>",
            ),
            ("`[b](b.md)` \\[b](b.md)", "`[b](b.md)` \\[b](b.md)"),
            ("[b]((b).md)", "[b](<https://example.org/(b)/>)"),
            ("[](b.md)", "[](https://example.org/b/)"),
            ("[nothing]()", "nothing"),
            ("- [å](b.md)\n- ö", "- [å](https://example.org/b/)\n- ö"),
        ] {
            assert_eq!(with_addresses(markdown, &resolve), expected, "{markdown}");
        }
    }
}
