//! Sitemaps (sitemaps.org protocol 0.9) and `robots.txt` (RFC 9309).
//!
//! Addresses are ASCII without markup, so they need no escaping; the base address is checked when the settings are read.

use std::fmt::Write as _;

use crate::pages::{Address, Frame};
use crate::record::Date;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// One sitemap.
pub(super) fn part(entries: &[(Address, Option<Date>)], frame: &Frame<'_>) -> Vec<u8> {
    let mut xml = format!("{HEAD}<urlset xmlns=\"{NAMESPACE}\">\n");
    for (address, day) in entries {
        let day = day
            .map(|day| format!("<lastmod>{day}</lastmod>"))
            .unwrap_or_default();
        write_line(
            &mut xml,
            format_args!("<url><loc>{}</loc>{day}</url>", url(address, frame)),
        );
    }
    xml.push_str("</urlset>\n");
    xml.into_bytes()
}

/// The list of the sitemaps.
pub(super) fn index(parts: &[Address], frame: &Frame<'_>) -> Vec<u8> {
    let mut xml = format!("{HEAD}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
    for address in parts {
        write_line(
            &mut xml,
            format_args!("<sitemap><loc>{}</loc></sitemap>", url(address, frame)),
        );
    }
    xml.push_str("</sitemapindex>\n");
    xml.into_bytes()
}

/// Everything that is published may be read; the sitemap says where it is.
pub(super) fn robots(frame: &Frame<'_>) -> Vec<u8> {
    let sitemap = Address::new("sitemap.xml").url(&frame.settings);
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n").into_bytes()
}

fn url(address: &Address, frame: &Frame<'_>) -> String {
    address
        .url(&frame.settings)
        .replace('&', "&amp;")
        .replace('\'', "&apos;")
}

fn write_line(text: &mut String, line: std::fmt::Arguments<'_>) {
    text.write_fmt(line)
        .and_then(|()| text.write_char('\n'))
        .expect("a text takes any writing");
}
