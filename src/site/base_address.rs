//! Where a site stands, as an author writes it, to the form that every link is made with.
//!
//! The address is what all whole addresses of the site begin with, and its path what all links begin with. So nothing may
//! be in it that a published page should not show, or that a browser would read as another host.

use url::Url;

use super::Settings;

/// Why an address will not do, with one that would.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The form the setting should have, as the messages name it.
    pub(super) form: &'static str,
    /// The author's own address without what is wrong in it; empty where nobody can tell.
    pub(super) cure: String,
}

/// Reads an address: `https://example.org/a/b/`, always with a slash at its end. A host in other letters than ASCII gets
/// the form that machines know (`https://räksmörgås.se/` becomes `https://xn--rksmrgs-5wao1o.se/`).
pub(super) fn read(text: &str) -> Result<String, Fault> {
    let fault = |form: &'static str, cure: String| Err(Fault { form, cure });
    let is_strange =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\\' | '"' | '<' | '>');
    let Some(url) = Url::parse(text)
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https") && !text.contains(is_strange))
        .filter(|_| text.contains("://") && !text.contains(":///"))
    else {
        return fault("address", String::new());
    };
    let whole = plain(&url);
    if !url.username().is_empty() || url.password().is_some() {
        return fault("address-user", whole);
    }
    if url.query().is_some() || url.fragment().is_some() {
        return fault("address-query", whole);
    }
    let written = text.split_once("://").map_or("", |(_, rest)| rest);
    let path = written.split_once('/').map_or("", |(_, path)| path);
    let is_dots =
        |part: &str| matches!(&*part.to_ascii_lowercase().replace("%2e", "."), "." | "..");
    if path.split('/').any(is_dots) || path.starts_with('/') || path.contains("//") {
        return fault("address-path", whole);
    }
    Ok(whole)
}

impl Settings {
    /// The part of the address that follows the host: `/` or `/a/b/`.
    #[must_use]
    pub fn base_path(&self) -> &str {
        let path = &self.base_url[self.origin().len()..];
        if path.is_empty() { "/" } else { path }
    }

    /// The part of the address before that path: `https://example.org`.
    #[must_use]
    pub fn origin(&self) -> &str {
        let behind_scheme = self.base_url.find("://").map_or(0, |at| at + 3);
        let path = self.base_url[behind_scheme..].find('/');
        &self.base_url[..path.map_or(self.base_url.len(), |at| behind_scheme + at)]
    }
}

/// The address with its host and path alone, no part of the path empty.
fn plain(url: &Url) -> String {
    let mut plain = format!("{}/", url.origin().ascii_serialization());
    for part in url.path().split('/').filter(|part| !part.is_empty()) {
        plain.push_str(part);
        plain.push('/');
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::read;

    /// As an author writes it, and as it is read.
    const READ: [(&str, &str); 9] = [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/a/b", "https://example.org/a/b/"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("HTTPS://Example.ORG:443/A/", "https://example.org/A/"),
        ("http://localhost:8080", "http://localhost:8080/"),
        ("https://räksmörgås.se/", "https://xn--rksmrgs-5wao1o.se/"),
        (
            "https://RA\u{308}KSMÖRGÅS.se",
            "https://xn--rksmrgs-5wao1o.se/",
        ),
        (
            "https://xn--rksmrgs-5wao1o.se/",
            "https://xn--rksmrgs-5wao1o.se/",
        ),
        (
            "https://example.org/ärenden",
            "https://example.org/%C3%A4renden/",
        ),
    ];

    /// As an author writes it, the form it lacks, and what would do.
    const REFUSED: [(&str, &str, &str); 18] = [
        (
            "https://anna:secret@example.org/a",
            "address-user",
            "https://example.org/a/",
        ),
        (
            "https://anna@example.org/",
            "address-user",
            "https://example.org/",
        ),
        (
            "https://:secret@example.org/",
            "address-user",
            "https://example.org/",
        ),
        (
            "https://example.org//a/",
            "address-path",
            "https://example.org/a/",
        ),
        (
            "https://example.org/a//b/",
            "address-path",
            "https://example.org/a/b/",
        ),
        (
            "https://example.org/a//",
            "address-path",
            "https://example.org/a/",
        ),
        (
            "https://example.org/a/../b/",
            "address-path",
            "https://example.org/b/",
        ),
        (
            "https://example.org/%2e%2e/b/",
            "address-path",
            "https://example.org/b/",
        ),
        (
            "https://example.org/?a=1",
            "address-query",
            "https://example.org/",
        ),
        (
            "https://example.org/a#b",
            "address-query",
            "https://example.org/a/",
        ),
        (
            "https://example.org?",
            "address-query",
            "https://example.org/",
        ),
        ("beslut.example", "address", ""),
        ("ftp://example.org/", "address", ""),
        ("https:///example.org/", "address", ""),
        ("https:example.org", "address", ""),
        ("https://", "address", ""),
        ("https://exa mple.org/", "address", ""),
        ("https://example.org/\\evil", "address", ""),
    ];

    #[test]
    fn an_address_gets_one_form() {
        for (written, read_as) in READ {
            assert_eq!(read(written), Ok(read_as.to_owned()), "{written}");
        }
    }

    #[test]
    fn what_would_lead_elsewhere_or_tell_a_secret_is_refused_with_what_to_write() {
        for (written, form, cure) in REFUSED {
            let fault = read(written).expect_err(written);
            assert_eq!((fault.form, fault.cure.as_str()), (form, cure), "{written}");
        }
    }
}
