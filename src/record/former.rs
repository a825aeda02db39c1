//! Addresses that a text once had, as people write them: from a browser's bar with `%C3%A4`, or with the letter itself.
//!
//! Here they get one form: a path in plain letters without its first slash, with the query it may have had behind a `?`.
//! What becomes of each is for the plan to say.

use percent_encoding::percent_decode_str;

use crate::source::composed;

/// The longest that a former address may be; disks and servers take hardly longer paths.
const LONGEST: usize = 1000;

/// One address in its one form, or what is wrong with it.
pub(super) fn read(text: &str) -> Result<String, &'static str> {
    if text.contains("://") || text.starts_with("//") {
        return Err("whole");
    }
    if text.contains('#') {
        return Err("anchor");
    }
    if text.len() > LONGEST {
        return Err("long");
    }
    let (path, query) = match text.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (text, None),
    };
    let path = path.strip_prefix('/').unwrap_or(path);
    let mut read = String::with_capacity(path.len());
    let is_of_home = path.is_empty() && query.is_some();
    let parts = path.trim_end_matches('/').split('/').enumerate();
    for (number, part) in parts.filter(|_| !is_of_home) {
        let part = percent_decode_str(part)
            .decode_utf8()
            .map_err(|_| "letters")?;
        let is_strange = |c: char| c.is_control() || matches!(c, '\\' | '?' | '#' | '/');
        if part.contains(is_strange) {
            return Err("letters");
        }
        if part.is_empty() || part.starts_with('.') {
            return Err("part");
        }
        if number > 0 {
            read.push('/');
        }
        read.push_str(&composed(&part));
    }
    if path.ends_with('/') {
        read.push('/');
    }
    if let Some(query) = query {
        if !query.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err("letters");
        }
        read.push('?');
        read.push_str(query);
    }
    Ok(read)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn every_spelling_of_an_address_has_one_form() {
        for (text, form) in [
            ("/decisions/2019/old-name/", "decisions/2019/old-name/"),
            ("decisions/2019/old-name", "decisions/2019/old-name"),
            ("/beslut/2019/ändring/", "beslut/2019/ändring/"),
            ("/beslut/2019/a\u{308}ndring/", "beslut/2019/ändring/"),
            ("/beslut/2019/%C3%A4ndring/", "beslut/2019/ändring/"),
            ("/arkiv/Beslut%20om%20bron.PDF", "arkiv/Beslut om bron.PDF"),
            ("/visa.aspx?id=37&del=2", "visa.aspx?id=37&del=2"),
            ("/?p=37", "?p=37"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(form), "{text}");
        }
    }

    #[test]
    fn what_no_server_could_be_asked_for_is_refused_with_the_reason() {
        for (text, reason) in [
            ("https://old.example/a/", "whole"),
            ("//old.example/a/", "whole"),
            ("/a/#del", "anchor"),
            ("/a/../b/", "part"),
            ("/a/%2e%2e/b/", "part"),
            ("/a//b/", "part"),
            ("/.well-known/x", "part"),
            ("/", "part"),
            ("/a%2Fb/", "letters"),
            ("/a%00/", "letters"),
            ("/a\\b/", "letters"),
            ("/%E4ndring/", "letters"),
            ("/a?b c", "letters"),
            (&"/a".repeat(600), "long"),
        ] {
            assert_eq!(read(text), Err(reason), "{text}");
        }
    }
}
