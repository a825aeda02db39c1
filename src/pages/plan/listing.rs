//! Listings in pages, counted from the oldest: a full page keeps its number and its bytes for ever.
//!
//! The page without a number shows the newest records, one page's worth to just under two. A numbered page leads on to
//! the next number, which exists from the start: until it is full, that address redirects to the newest page.

use std::sync::Arc;

use super::heads::inputs_of;
use crate::pages::{Address, Addresses, Content, FeedPage, ListingHead, ListingPage};
use crate::record::{Date, Record};
use crate::site::{Gathering, Site, Term};
use crate::source::Inputs;

/// The pages of one listing, each with its address and what decides its bytes.
pub(super) fn pages(
    addresses: Addresses,
    gathering: Gathering,
    term: &Arc<Term>,
    all: &Arc<[Arc<Record>]>,
    page_size: usize,
    head: Option<&Arc<ListingHead>>,
) -> Vec<(Address, Inputs, Content)> {
    let listing = addresses.listing(gathering, &term.slug);
    let count = term.records.len();
    let numbered = (count / page_size).saturating_sub(1);
    let mut pages = Vec::with_capacity(numbered + 2);
    for index in 0..=numbered {
        let is_newest = index == numbered;
        let range = index * page_size..if is_newest {
            count
        } else {
            (index + 1) * page_size
        };
        let number = (!is_newest).then_some(index + 1);
        let mut inputs = Inputs::of("listing")
            .text(gathering.name())
            .text(&term.title)
            .text(term.matter.as_deref().unwrap_or_default())
            .number(index);
        if is_newest {
            inputs = inputs_of(inputs.number(count), head.map(|head| &**head));
        }
        for place in &term.records[range.clone()] {
            inputs = inputs.digest(all[*place as usize].facts_digest);
        }
        let address = number.map_or_else(
            || listing.clone(),
            |number| addresses.numbered(&listing, number),
        );
        let page = ListingPage {
            gathering,
            term: term.clone(),
            all: all.clone(),
            range,
            number,
            numbered,
            head: head.filter(|_| is_newest).cloned(),
        };
        pages.push((address, inputs, Content::Listing(page)));
    }
    if numbered > 0 {
        let inputs = Inputs::of("redirect").text(listing.as_str());
        pages.push((
            addresses.numbered(&listing, numbered + 1),
            inputs,
            Content::Redirect(listing, None),
        ));
    }
    pages
}

/// The feed of one listing.
pub(super) fn feed(
    addresses: Addresses,
    gathering: Gathering,
    term: &Arc<Term>,
    site: &Site,
) -> (Address, Inputs, Content) {
    let mut records = site.newest(&term.records, site.settings.feed_size);
    // A feed tells what is new, and of what has no day nobody knows.
    records.retain(|record| record.newest_day() != Date::UNKNOWN);
    let mut inputs = Inputs::of("feed")
        .text(gathering.name())
        .text(&term.title)
        .text(term.matter.as_deref().unwrap_or_default());
    for record in &records {
        inputs = inputs.digest(record.facts_digest);
    }
    let feed = FeedPage {
        gathering,
        term: term.clone(),
        records,
    };
    (
        addresses.feed(gathering, &term.slug),
        inputs,
        Content::Feed(feed),
    )
}
