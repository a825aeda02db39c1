//! The addresses in a style sheet, found by a tokenizer of the language: the only door to the CSS package.

use std::ops::Range;

use cssparser::{ParseError, Parser, Token};

/// An address in a style sheet: what it says, and the bytes that say it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The address, its escapes resolved.
    pub(super) address: String,
    /// Where it is written: a text with its quotes, or a whole `url(…)` without any.
    pub(super) range: Range<usize>,
}

/// The addresses of a style sheet, in order: `url(…)`, `src(…)`, `image-set("…")` and `@import "…"` (CSS Values and Units 4,
/// section 4.5; CSS Images 4, section 2.4; CSS Cascading 5, section 2). What names a namespace is no address.
pub(super) fn addresses(sheet: &str) -> Vec<Found> {
    let mut found = Vec::new();
    walk(&mut Parser::new(sheet), Within::Sheet, &mut found);
    found
}

/// The text of a style sheet with its addresses as `replaced` gives them; `None` leaves one as it is written.
pub(super) fn with_addresses(
    sheet: &str,
    mut replaced: impl FnMut(&Found) -> Option<String>,
) -> String {
    let mut written = String::with_capacity(sheet.len());
    let mut copied = 0;
    for found in addresses(sheet) {
        if let Some(address) = replaced(&found) {
            written.push_str(&sheet[copied..found.range.start]);
            let is_text = sheet[found.range.clone()].starts_with(['"', '\'']);
            let (before, behind) = if is_text {
                ("\"", "\"")
            } else {
                ("url(\"", "\")")
            };
            written.extend([before, &address, behind]);
            copied = found.range.end;
        }
    }
    written.push_str(&sheet[copied..]);
    written
}

/// What the tokens stand in, as far as it says which texts are addresses.
#[derive(Clone, Copy, PartialEq)]
enum Within {
    Sheet,
    Address,
    Import,
    Namespace,
}

fn walk(parser: &mut Parser<'_>, mut within: Within, found: &mut Vec<Found>) {
    loop {
        let start = parser.position().byte_index();
        let Ok(token) = parser.next_including_whitespace_and_comments().cloned() else {
            return;
        };
        let range = start..parser.position().byte_index();
        match &token {
            Token::AtKeyword(name) => within = of_rule(name),
            Token::Semicolon if within.is_rule() => within = Within::Sheet,
            Token::UnquotedUrl(address) | Token::QuotedString(address) if within.names(&token) => {
                let address = address.to_string();
                found.push(Found { address, range });
            }
            Token::Function(_)
            | Token::ParenthesisBlock
            | Token::SquareBracketBlock
            | Token::CurlyBracketBlock => {
                let inner = within.inside(&token);
                let nested = parser.parse_nested_block(|parser| {
                    walk(parser, inner, found);
                    Ok::<(), ParseError<()>>(())
                });
                // Deeper than the package follows, a sheet is read no further: its addresses stay as they are written.
                if nested.is_err() {
                    return;
                }
            }
            _ => {}
        }
    }
}

fn of_rule(name: &str) -> Within {
    match name.to_ascii_lowercase().as_str() {
        "import" => Within::Import,
        "namespace" => Within::Namespace,
        _ => Within::Sheet,
    }
}

impl Within {
    fn is_rule(self) -> bool {
        matches!(self, Self::Import | Self::Namespace)
    }

    /// Whether a token that can be an address is one here.
    fn names(self, token: &Token<'_>) -> bool {
        match token {
            Token::UnquotedUrl(_) => self != Self::Namespace,
            _ => matches!(self, Self::Address | Self::Import),
        }
    }

    /// What the tokens between a function's or a block's brackets stand in.
    fn inside(self, token: &Token<'_>) -> Self {
        let Token::Function(name) = token else {
            return Self::Sheet;
        };
        match name.to_ascii_lowercase().as_str() {
            "url" | "src" | "image-set" | "-webkit-image-set" if self != Self::Namespace => {
                Self::Address
            }
            _ => Self::Sheet,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{addresses, with_addresses};

    const SHEET: &str = r#"@charset "utf-8";
@import "base.css" layer(base);
@import url('print.css') print;
@namespace svg url(http://www.w3.org/2000/svg);
/* url(not-this.png) */
a[href="no.png"]/* b */.c::after { content: "url(no.png)"; background: URL( img/a.png ), url("img/b c.png?x#y") }
@font-face { src: url(f.woff2) format("woff2"), src("g.woff2") }
@media (min-width: 40em) { b { background: image-set("a.png" 1x, url(\62.png) type("image/png") 2x) } }
c { width: clamp(1rem, 0.5rem + 2vw, 2rem) }
"#;

    #[test]
    fn every_address_is_found_and_nothing_else() {
        let found: Vec<String> = addresses(SHEET)
            .into_iter()
            .map(|found| found.address)
            .collect();
        let expected = [
            "base.css",
            "print.css",
            "img/a.png",
            "img/b c.png?x#y",
            "f.woff2",
            "g.woff2",
            "a.png",
            "b.png",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn only_addresses_are_written_anew() {
        assert_eq!(with_addresses(SHEET, |_| None), SHEET);
        let written = with_addresses(SHEET, |found| {
            (found.address == "img/a.png").then(|| "x.png".to_owned())
        });
        assert_eq!(written, SHEET.replace("URL( img/a.png )", "url(\"x.png\")"));
        let written = with_addresses(SHEET, |found| {
            (found.address == "base.css").then(|| "y.css".to_owned())
        });
        assert_eq!(written, SHEET.replace("base.css", "y.css"));
    }

    #[test]
    fn a_sheet_that_is_broken_or_deep_is_read_to_its_end() {
        for sheet in [
            "a{b:url(",
            "a{b:url(\"x",
            "}}]) url(a.png)",
            "a{b:url(a b)} c{d:url(a.png)}",
        ] {
            assert_eq!(with_addresses(sheet, |_| None), sheet);
        }
        assert!(addresses(&"(".repeat(200_000)).is_empty());
    }
}
