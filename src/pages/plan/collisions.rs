//! Two pages that want one address, also by letter case: one error that names both sources.

use std::collections::BTreeSet;

use super::{Locate, Materials};
use crate::diagnostics::{Code, Diagnostic};
use crate::pages::{Address, Addresses, Content, Gathering, Page};
use crate::record::{Key, Record};
use crate::source::Location;

/// Where the program notes what was published.
const MANIFEST: &str = "manifest.json";

/// Reports each address that is wanted twice; of several addresses that the same two sources contend for, the first. Pages must be in the order of their addresses. Unpublished records count:
/// the day they appear is a bad day to learn of it.
pub(super) fn check(
    pages: &[Page],
    materials: &Materials<'_>,
    addresses: Addresses,
) -> Vec<Diagnostic> {
    let unpublished = &materials.unpublished.records;
    let mut wanted: Vec<(String, Claim<'_>)> = Vec::with_capacity(pages.len() + unpublished.len());
    wanted.push((MANIFEST.to_owned(), Claim::Manifest));
    for page in pages {
        wanted.push((
            page.address.output_path().to_ascii_lowercase(),
            Claim::Page(page),
        ));
    }
    for record in unpublished.iter().filter(|record| record.is_sound) {
        let path = addresses.record(record).output_path();
        wanted.push((path, Claim::Unpublished(record)));
    }
    wanted.sort_by(|left, right| left.0.cmp(&right.0));
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let mut blamed = BTreeSet::new();
    for pair in wanted.windows(2) {
        let [(path, first), (next_path, second)] = pair else {
            continue;
        };
        let is_below = next_path
            .strip_prefix(path.as_str())
            .is_some_and(|rest| rest.starts_with('/'));
        if path == next_path || is_below {
            let fault = fault(path, [first, second], materials.locate);
            if blamed.insert((fault.at.clone(), fault.related.clone())) {
                diagnostics.push(fault);
            }
        }
    }
    diagnostics
}

enum Claim<'a> {
    /// The program's own note of what was published.
    Manifest,
    Page(&'a Page),
    Unpublished(&'a Record),
}

fn fault(path: &str, claims: [&Claim<'_>; 2], locate: Locate<'_>) -> Diagnostic {
    let address = Address::new(path.strip_suffix("index.html").unwrap_or(path));
    let mut places: Vec<Location> = claims
        .into_iter()
        .filter_map(|claim| claim.place(locate))
        .collect();
    places.sort();
    let fault = Diagnostic::new(Code::AddressTaken).with("address", address.to_string());
    let mut places = places.into_iter();
    let fault = match places.next() {
        Some(at) => fault.at(at),
        None => fault,
    };
    places.fold(fault, Diagnostic::related)
}

impl Claim<'_> {
    /// The place in a source file that asks for the address; none for pages that every site has.
    fn place(&self, locate: Locate<'_>) -> Option<Location> {
        let page = match self {
            Self::Manifest => return None,
            Self::Unpublished(record) => return Some(locate(record, Key::Id, None)),
            Self::Page(page) => page,
        };
        match &page.content {
            Content::Record(page) | Content::DataRecord(page) => {
                Some(locate(&page.record, Key::Id, None))
            }
            Content::Text(text, _) => Some(Location::start_of(&text.source)),
            Content::Redirect(_, Some(record)) => Some(locate(record, Key::FormerAddresses, None)),
            Content::Listing(listing) => {
                let record = &listing.all[*listing.term.records.first()? as usize];
                let key = key_of(listing.gathering)?;
                Some(locate(record, key, None))
            }
            Content::Feed(feed) => {
                Some(locate(feed.records.last()?, key_of(feed.gathering)?, None))
            }
            Content::Attachment(source, _) => Some(Location::start_of(source)),
            Content::Home(_)
            | Content::Index(..)
            | Content::NotFound
            | Content::Redirect(_, None)
            | Content::Sitemap(_)
            | Content::SitemapIndex(_)
            | Content::Robots
            | Content::DataIndex(_)
            | Content::DataYear(_)
            | Content::DataTable(_)
            | Content::Search(_)
            | Content::OpenSearch
            | Content::SearchFile(_)
            | Content::StandingSearchFile(..)
            | Content::Asset(_) => None,
        }
    }
}

fn key_of(gathering: Gathering) -> Option<Key> {
    match gathering {
        Gathering::Records => None,
        Gathering::Body => Some(Key::Body),
        Gathering::Proposer => Some(Key::Proposer),
        Gathering::Topic => Some(Key::Topics),
        Gathering::Year => Some(Key::Date),
        Gathering::Case => Some(Key::CaseNumber),
    }
}
