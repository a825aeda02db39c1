//! Addresses that once were: each is a page that leads to where its text is now, or, where no page could stand, a rule.
//!
//! A page answers for an address that browsers take for one. A file `437.pdf` with a page in it would be handed out as a
//! broken PDF, and a query reaches no file at all; such an address can only be led on by the web server. The rules for it
//! stand in a file of their own, with those of all other former addresses, since a server that knows them answers better
//! than any page.

use std::sync::Arc;

use super::{Plan, Planner};
use crate::pages::address::LONGEST_NAME;
use crate::pages::{Address, Content, Origin};
use crate::source::Inputs;

/// The file that tells web servers of all former addresses.
const FILE: &str = "redirects.txt";

/// An address that once was.
pub(super) struct Former {
    /// The address as it was, in plain letters, with its query.
    pub(super) written: String,
    /// The page that leads on, where one can stand.
    pub(super) page: Option<Address>,
    /// Where it leads.
    to: Address,
    /// The text that it leads to.
    pub(super) origin: Origin,
}

impl Former {
    /// The former addresses of a text that stands at `to` now.
    pub(super) fn all<'w>(
        written: impl Iterator<Item = &'w str>,
        to: &Address,
        origin: &Origin,
    ) -> Vec<Self> {
        let former = |written: &str| Self {
            written: written.to_owned(),
            page: page(written),
            to: to.clone(),
            origin: origin.clone(),
        };
        written.map(former).collect()
    }

    /// Whether both are rules, and lead to one place.
    pub(super) fn agrees_with(&self, other: &Self) -> bool {
        self.page.is_none() && other.page.is_none() && self.to == other.to
    }
}

/// The page that can answer for an address; none for a file of another kind, a query, or a name that some disk refuses.
fn page(written: &str) -> Option<Address> {
    let is_name = |part: &str| {
        part.len() <= LONGEST_NAME
            && !part.ends_with(['.', ' '])
            && !part.contains(['<', '>', ':', '"', '|', '*'])
    };
    let path = written.trim_end_matches('/');
    if written.contains('?') || !path.split('/').all(is_name) {
        return None;
    }
    let name = written.rsplit('/').next().unwrap_or_default();
    match name.rsplit_once('.') {
        None => Some(Address::new(format!("{path}/"))),
        Some(("index", "html")) => path.strip_suffix("index.html").map(Address::new),
        Some((_, ending)) => {
            matches!(&*ending.to_ascii_lowercase(), "html" | "htm").then(|| Address::new(path))
        }
    }
}

impl Planner<'_> {
    /// Adds the pages and the rules of all former addresses.
    pub(super) fn add_redirects(&mut self) {
        for index in 0..self.former.len() {
            let former = &self.former[index];
            if let Some(page) = former.page.clone() {
                let inputs = Inputs::of("redirect").text(former.to.as_str());
                let content = Content::Redirect(former.to.clone(), Some(former.origin.clone()));
                self.add(page, inputs, content);
            }
        }
        let rule = |former: &Former| (former.written.clone(), former.to.clone());
        let mut rules: Vec<(String, Address)> = self.former.iter().map(rule).collect();
        rules.sort();
        rules.dedup();
        if rules.is_empty() {
            return;
        }
        let mut inputs = Inputs::of("redirects");
        for (from, to) in &rules {
            inputs = inputs.text(from).text(to.as_str());
        }
        self.add(Address::new(FILE), inputs, Content::Redirects(rules.into()));
    }
}

impl Plan {
    /// Where a former address leads that only the web server can lead on.
    #[must_use]
    pub fn moved(&self, written: &str) -> Option<&Address> {
        let rules: &Arc<[(String, Address)]> = match &self.page(FILE)?.content {
            Content::Redirects(rules) => rules,
            _ => return None,
        };
        let found = rules.binary_search_by(|(from, _)| from.as_str().cmp(written));
        found.ok().map(|place| &rules[place].1)
    }
}
