//! What a browser or a web server could run, told by a file's first bytes and not by its name.

use serde::{Deserialize, Serialize};

/// What a browser or a web server runs, whatever the name of its file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Active {
    /// A page of HTML or XHTML.
    Html,
    /// A picture with scripts in it.
    Svg,
    /// XML, which may turn itself into a page.
    Xml,
    /// A program for a server or a shell.
    Program,
}

impl Active {
    /// What the first bytes of a file tell, by the marks that browsers go by (WHATWG, MIME Sniffing, section 7.1).
    #[must_use]
    pub fn told_by(first: &[u8]) -> Option<Self> {
        // Without its zero bytes, text in UTF-16 shows the same marks.
        let bytes: Vec<u8> = first.iter().copied().filter(|byte| *byte != 0).collect();
        let text = String::from_utf8_lossy(&bytes).to_ascii_lowercase();
        let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{fffd}');
        let mut text = text.trim_start_matches(is_blank);
        while let Some(comment) = text.strip_prefix("<!--") {
            let Some((_, behind)) = comment.split_once("-->") else {
                return Some(Self::Html);
            };
            text = behind.trim_start_matches(is_blank);
        }
        if text.starts_with("<?xml") || text.starts_with("<!doctype") {
            let is_page = text.contains("<html") || text.contains("/xhtml");
            return Some(
                match text.contains("<svg") || text.contains("doctype svg") {
                    true => Self::Svg,
                    false if is_page || text.starts_with("<!doctype html") => Self::Html,
                    false => Self::Xml,
                },
            );
        }
        if ["<?", "<%", "#!"].iter().any(|mark| text.starts_with(mark)) {
            return Some(Self::Program);
        }
        let tag = text.strip_prefix('<')?;
        let (tag, _) = tag.split_once(|c: char| !c.is_ascii_alphanumeric())?;
        match tag {
            "svg" => Some(Self::Svg),
            _ if TAGS.contains(&tag) => Some(Self::Html),
            _ => None,
        }
    }

    /// The ending that files of the kind have.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Svg => "svg",
            Self::Xml => "xml",
            Self::Program => "php",
        }
    }
}

/// The tags that a page of HTML may begin with.
const TAGS: [&str; 30] = [
    "a", "b", "base", "body", "br", "center", "div", "embed", "font", "form", "frameset", "h1",
    "h2", "h3", "head", "html", "iframe", "img", "input", "link", "meta", "object", "ol", "p",
    "script", "span", "style", "table", "title", "ul",
];
