//! Where links lead, by their destination alone.

use std::borrow::Cow;

use pulldown_cmark::LinkType;

/// Where a destination leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// Within the site.
    Site,
    /// Out of the site.
    World,
    /// Nowhere that a link may lead.
    Forbidden,
    /// Nowhere: nothing was written.
    Nowhere,
}

/// Where a destination leads. Browsers skip control characters and blanks before a scheme, so we look past them too.
pub(super) fn target(link_type: LinkType, destination: &str) -> Target {
    if link_type == LinkType::Email {
        return Target::World;
    }
    let visible: String = destination
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect();
    let visible = visible.replace('\\', "/");
    if matches!(visible.as_str(), "" | "#") {
        return Target::Nowhere;
    }
    if visible.starts_with("//") {
        return Target::Forbidden;
    }
    let before_colon = visible.split(':').next().unwrap_or_default();
    if before_colon.len() == visible.len() || !is_scheme(before_colon) {
        return Target::Site;
    }
    match before_colon.to_ascii_lowercase().as_str() {
        "http" | "https" | "mailto" | "tel" => Target::World,
        _ => Target::Forbidden,
    }
}

/// Whether a text may be a scheme (RFC 3986, section 3.1); of `(https://…` no browser makes one.
fn is_scheme(text: &str) -> bool {
    let begins = text.starts_with(|first: char| first.is_ascii_alphabetic());
    let is_of_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    begins && text.chars().all(is_of_scheme)
}

/// Why a destination is [forbidden](Target::Forbidden): it is a file of the writer's own network, or of another kind.
pub(super) fn forbidden_reason(destination: &str) -> &'static str {
    let scheme = destination.split(':').next().unwrap_or_default().trim();
    let is_drive = scheme.len() == 1 && destination.len() > 1;
    if is_drive || scheme.eq_ignore_ascii_case("file") || destination.starts_with("\\\\") {
        "file"
    } else {
        "scheme"
    }
}

/// Splits a destination into its path and its anchor, both decoded from percent-encoding.
#[must_use]
pub fn split_destination(destination: &str) -> (String, Option<String>) {
    let (path, anchor) = match destination.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (destination, None),
    };
    let path = path.split('?').next().unwrap_or(path);
    (
        decoded(path).into_owned(),
        anchor.map(|anchor| decoded(anchor).into_owned()),
    )
}

/// A part of an address with its percent-encoded letters as they read.
#[must_use]
pub fn decoded(text: &str) -> Cow<'_, str> {
    percent_encoding::percent_decode_str(text)
        .decode_utf8()
        .unwrap_or(Cow::Borrowed(text))
}
