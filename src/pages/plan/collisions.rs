//! Two pages that want one address, or one that wants a file where another wants a folder, also by letter case: one error
//! that names both sources.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::redirects::Former;
use super::{Locate, Materials};
use crate::diagnostics::{Code, Diagnostic};
use crate::pages::{Address, Addresses, Content, Origin, Page};
use crate::record::{Key, Record, Text};
use crate::site::{Gathering, gathering_of};
use crate::source::Location;

/// Where the program notes what was published.
const MANIFEST: &str = "manifest.json";

/// Reports each address that is wanted twice; of several addresses that the same two sources contend for, the first.
/// Unpublished records count: the day they appear is a bad day to learn of it.
pub(super) fn check(
    pages: &[Page],
    former: &[Former],
    materials: &Materials<'_>,
    addresses: Addresses,
) -> Vec<Diagnostic> {
    let coming = unpublished(materials, addresses);
    let mut wanted: Vec<(String, Claim<'_>)> = Vec::with_capacity(pages.len() + former.len());
    wanted.push((MANIFEST.to_owned(), Claim::Manifest));
    let file = |page: &Page| page.address.output_path();
    wanted.extend(pages.iter().map(|page| (file(page), Claim::Page(page))));
    wanted.extend(former.iter().filter_map(Claim::rule));
    for (origin, address, former) in &coming {
        wanted.push((address.output_path(), Claim::Coming(origin, Key::ID)));
        let pages = former.iter().filter_map(|former| former.page.as_ref());
        let claim = Claim::Coming(origin, Key::FORMER_ADDRESSES);
        wanted.extend(pages.map(|page| (page.output_path(), claim)));
        wanted.extend(former.iter().filter_map(Claim::rule));
    }
    for (path, _) in &mut wanted {
        *path = order_of(path);
    }
    wanted.sort_by(|left, right| left.0.cmp(&right.0));
    contended(&wanted, materials.locate)
}

/// Of the files wanted, in the order of [`order_of`], each that stands where another does, or above it.
fn contended(wanted: &[(String, Claim<'_>)], locate: Locate<'_>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut blamed = BTreeSet::new();
    let mut holder: Option<&(String, Claim<'_>)> = None;
    for next in wanted {
        let rest = holder.and_then(|(path, _)| next.0.strip_prefix(path.as_str()));
        let is_below = rest.is_some_and(|rest| rest.starts_with(BELOW));
        let Some((path, first)) = holder.filter(|_| is_below || rest == Some("")) else {
            holder = Some(next);
            continue;
        };
        if is_below && first.is_rule() {
            holder = Some(next);
        } else if !(is_below && next.1.is_rule() || first.agrees_with(&next.1)) {
            let fault = fault(&path.replace(BELOW, "/"), [first, &next.1], locate);
            if blamed.insert((fault.at.clone(), fault.related.clone())) {
                diagnostics.push(fault);
            }
        }
    }
    diagnostics
}

/// What stands for a slash while paths are sorted: less than any letter, so that all that is below a path follows it at
/// once, and nothing else comes in between.
const BELOW: char = '\u{1}';

/// A path as case-blind disks know it, in an order by its parts.
fn order_of(path: &str) -> String {
    path.to_lowercase().replace('/', "\u{1}")
}

/// A text that is not published, the address it would have, and its former addresses.
type Coming = (Origin, Address, Vec<Former>);

fn unpublished(materials: &Materials<'_>, addresses: Addresses) -> Vec<Coming> {
    let record = |record: &Arc<Record>| {
        let origin = Origin::Record(record.clone());
        let address = addresses.record(record);
        let former = Former::all(record.former_addresses(), &address, &origin);
        (origin, address, former)
    };
    let text = |text: &Arc<Text>| {
        let address = addresses.text(text);
        let origin = Origin::Text(text.clone());
        let former = Former::all(text.former_addresses(), &address, &origin);
        (origin, address, former)
    };
    let records = materials.unpublished.records.iter();
    // What describes a body, a person or a topic has no page of its own: it heads the list of their records.
    let texts = materials.unpublished.texts.iter();
    let texts = texts.filter(|text| gathering_of(text.kind).is_none());
    let records = records.filter(|record| record.is_sound).map(record);
    records
        .chain(texts.filter(|text| text.is_sound).map(text))
        .collect()
}

#[derive(Clone, Copy)]
enum Claim<'a> {
    /// The program's own note of what was published.
    Manifest,
    Page(&'a Page),
    /// A text that is not published, and the key that wants the address.
    Coming(&'a Origin, Key),
    /// A former address that the web server leads on.
    Rule(&'a Former),
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

impl<'a> Claim<'a> {
    fn rule(former: &'a Former) -> Option<(String, Self)> {
        (former.page.is_none()).then(|| (former.written.clone(), Self::Rule(former)))
    }

    fn is_rule(&self) -> bool {
        matches!(self, Self::Rule(_))
    }

    fn agrees_with(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Rule(rule), Self::Rule(other)) if rule.agrees_with(other))
    }

    /// The place in a source file that asks for the address; none for pages that every site has.
    fn place(&self, locate: Locate<'_>) -> Option<Location> {
        match self {
            Self::Manifest => None,
            Self::Coming(origin, key) => place_of_origin(origin, *key, locate),
            Self::Rule(former) => place_of_origin(&former.origin, Key::FORMER_ADDRESSES, locate),
            Self::Page(page) => Self::place_of_page(page, locate),
        }
    }

    fn place_of_page(page: &Page, locate: Locate<'_>) -> Option<Location> {
        if let Some(text) = page.content.described() {
            return Some(Location::start_of(&text.source));
        }
        match &page.content {
            Content::Record(page) | Content::DataRecord(page) => {
                place_of(&page.record, Key::ID, locate)
            }
            Content::Redirect(_, Some(origin)) => {
                place_of_origin(origin, Key::FORMER_ADDRESSES, locate)
            }
            Content::Meeting(page) => place_of(page.records.first()?, Key::MEETING, locate),
            Content::Listing(listing) => {
                let record = &listing.all[*listing.term.records.first()? as usize];
                let key = Gathering::key(listing.gathering)?;
                place_of(record, key, locate)
            }
            Content::Feed(feed) => place_of(
                feed.records.last()?,
                Gathering::key(feed.gathering)?,
                locate,
            ),
            Content::Attachment(source, _) => Some(Location::start_of(source)),
            Content::Home(_)
            | Content::Text(..)
            | Content::Index(..)
            | Content::NotFound
            | Content::Redirect(_, None)
            | Content::Redirects(_)
            | Content::Sitemap(_)
            | Content::SitemapIndex(_)
            | Content::Robots
            | Content::OpenData(_)
            | Content::Assignments(_)
            | Content::AssignmentFeed(_)
            | Content::AssignmentTable(_)
            | Content::Costs(_)
            | Content::CostTable(_)
            | Content::NoticeBoard(_)
            | Content::Glossary
            | Content::NoticeFeed(_)
            | Content::NoticeCalendar(_)
            | Content::NoticeLog(_)
            | Content::MeetingList(_)
            | Content::MeetingCalendar(_)
            | Content::MeetingData(_)
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

fn place_of_origin(origin: &Origin, key: Key, locate: Locate<'_>) -> Option<Location> {
    match origin {
        Origin::Record(record) => place_of(record, key, locate),
        Origin::Text(text) => Some(Location::start_of(&text.source)),
    }
}

fn place_of(record: &Record, key: Key, locate: Locate<'_>) -> Option<Location> {
    locate(record, key, &[None]).into_iter().next()
}
