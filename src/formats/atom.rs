//! Atom feeds (RFC 4287).
//!
//! `updated` is the day of the record in the site's time zone, not the moment of the build: the same register gives the
//! same feed.

use std::sync::Arc;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesPI, BytesStart, BytesText, Event};

use crate::pages::{Address, FeedPage, Frame, Ledger, Notices, Page, listing_title};
use crate::record::{Date, Record, Stage};
use crate::site::{By, Settings};

/// The feed of a listing as XML.
pub(super) fn feed(page: &Page, feed: &FeedPage, frame: &Frame<'_>) -> Vec<u8> {
    let listing = frame.addresses.listing(feed.gathering, &feed.term.slug);
    written(page, &title(feed, frame), &listing, &feed.records, frame)
}

/// The feed of the notice board as XML.
pub(super) fn notices(page: &Page, notices: &Notices, frame: &Frame<'_>) -> Vec<u8> {
    let title = (frame.word)("notice_board", &[]);
    let title = format!("{title} – {}", frame.settings.title);
    let board = frame.addresses.notice_board();
    written(page, &title, &board, &notices.running, frame)
}

/// The feed of the newest records that give somebody something to do, as XML.
pub(super) fn assignments(page: &Page, ledger: &Ledger, frame: &Frame<'_>) -> Vec<u8> {
    let title = (frame.word)("assignments", &[]);
    let title = format!("{title} – {}", frame.settings.title);
    let newest = ledger.records.len().min(frame.settings.feed_size);
    let listing = frame.addresses.assignments();
    written(page, &title, &listing, &ledger.records[..newest], frame)
}

/// A feed of records, of what stands on the page at `listing`.
fn written(
    page: &Page,
    title: &str,
    listing: &Address,
    records: &[Arc<Record>],
    frame: &Frame<'_>,
) -> Vec<u8> {
    let settings = &frame.settings;
    let mut xml = Xml(Writer::new(Vec::new()));
    xml.event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
    if let Some(style) = &frame.feed_style {
        let style = format!("xml-stylesheet type=\"text/css\" href=\"{style}\"");
        xml.event(Event::PI(BytesPI::new(style)));
    }
    xml.open(
        "feed",
        &[
            ("xmlns", "http://www.w3.org/2005/Atom"),
            ("xml:lang", &settings.language),
        ],
    );
    xml.text("title", title);
    xml.text("subtitle", &(frame.word)("feed_explained", &[]));
    let url = page.address.url(settings);
    xml.empty(
        "link",
        &[
            ("rel", "self"),
            ("type", "application/atom+xml"),
            ("href", &url),
        ],
    );
    let listing = listing.url(settings);
    xml.empty(
        "link",
        &[
            ("rel", "alternate"),
            ("type", "text/html"),
            ("href", &listing),
        ],
    );
    xml.text("id", &url);
    let newest = records.iter().map(|record| record.newest_day()).max();
    xml.text(
        "updated",
        &timestamp(newest.unwrap_or(Date::EPOCH), &settings.time_zone),
    );
    xml.open("author", &[]);
    xml.text("name", publisher(settings));
    xml.close("author");
    for record in records {
        entry(&mut xml, record, frame);
    }
    xml.close("feed");
    xml.0.into_inner()
}

fn title(feed: &FeedPage, frame: &Frame<'_>) -> String {
    let site = &frame.settings.title;
    match feed.gathering.kind().by {
        By::All => site.clone(),
        By::Name(_) | By::Case(_) | By::Year => {
            let listing = listing_title(feed.gathering, &feed.term, frame);
            format!("{listing} – {site}")
        }
    }
}

/// Who publishes the register.
fn publisher(settings: &Settings) -> &str {
    if settings.publisher.is_empty() {
        &settings.title
    } else {
        &settings.publisher
    }
}

fn entry(xml: &mut Xml, record: &Record, frame: &Frame<'_>) {
    let settings = &frame.settings;
    let url = frame.addresses.record(record).url(settings);
    xml.open(
        "entry",
        &[("xml:lang", record.language().unwrap_or(&settings.language))],
    );
    let word = format!("stage_{}", record.stage().code().replace('-', "_"));
    let stage = (frame.word)(&word, &[]);
    let title = record.title();
    let title = match (record.stage(), record.is_unapproved()) {
        (Stage::None, _) => title.to_owned(),
        (_, true) => {
            let unapproved = (frame.word)("unapproved", &[]).to_lowercase();
            format!("{stage} ({unapproved}): {title}")
        }
        (_, false) => format!("{stage}: {title}"),
    };
    xml.text("title", &title);
    xml.text("id", &url);
    xml.empty(
        "link",
        &[("rel", "alternate"), ("type", "text/html"), ("href", &url)],
    );
    if record.date() != Date::UNKNOWN {
        xml.text("published", &timestamp(record.date(), &settings.time_zone));
    }
    xml.text(
        "updated",
        &timestamp(record.newest_day(), &settings.time_zone),
    );
    if let Some(body) = record.body() {
        xml.open("author", &[]);
        xml.text("name", body);
        xml.close("author");
    }
    for topic in record.topics() {
        xml.empty("category", &[("term", topic)]);
    }
    if !record.summary().is_empty() {
        xml.text("summary", record.summary());
    }
    xml.close("entry");
}

/// The beginning of a day in a time zone, in the form of RFC 3339 (`2021-04-14T00:00:00+02:00`).
fn timestamp(day: Date, time_zone: &str) -> String {
    format!("{day}T00:00:00{}", day.offset_in(time_zone))
}

struct Xml(Writer<Vec<u8>>);

impl Xml {
    fn event(&mut self, event: Event<'_>) {
        self.0
            .write_event(event)
            .expect("a list of bytes takes any writing");
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Start(
            BytesStart::new(name).with_attributes(attributes.iter().copied()),
        ));
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(
            BytesStart::new(name).with_attributes(attributes.iter().copied()),
        ));
    }

    fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    fn text(&mut self, name: &str, text: &str) {
        self.open(name, &[]);
        let text: String = text
            .chars()
            .filter(|character| !character.is_control())
            .collect();
        self.event(Event::Text(BytesText::new(&text)));
        self.close(name);
    }
}
