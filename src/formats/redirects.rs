//! Former addresses and where each leads, for web servers: one a line, from and to, with a blank between.
//!
//! It is the common part of what servers read: Apache's `RewriteMap` takes it as it is, so do hosts that read a file
//! `_redirects`, and nginx' `map` with a semicolon at the end of each line.

use crate::pages::{Address, Frame};

/// The rules as text. Nothing in an encoded address is a blank.
pub(super) fn rules(rules: &[(String, Address)], frame: &Frame<'_>) -> Vec<u8> {
    let mut text = String::new();
    for (from, to) in rules {
        let (path, query) = match from.split_once('?') {
            Some((path, query)) => (path, format!("?{query}")),
            None => (from.as_str(), String::new()),
        };
        let from = Address::new(path).link(&frame.settings);
        let to = to.link(&frame.settings);
        text.extend([&from, &query, " ", &to, "\n"]);
    }
    text.into_bytes()
}
