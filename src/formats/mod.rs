//! Pages whose form is a specification, not a theme: Atom feeds, sitemaps, robots, open data.
//!
//! They are pages of the plan like any other; only who makes their bytes differs. This room knows no templates.

mod atom;
mod calendar;
mod cells;
mod data;
mod ledgers;
mod meetings;
mod notices;
mod opensearch;
mod redirects;
mod sitemap;

use crate::pages::{Content, Frame, Page};

/// The bytes of a page that no theme makes; `None` for those a theme or a copy makes.
#[must_use]
pub fn bytes(page: &Page, frame: &Frame<'_>) -> Option<Vec<u8>> {
    match &page.content {
        Content::Feed(feed) => Some(atom::feed(page, feed, frame)),
        Content::Sitemap(entries) => Some(sitemap::part(entries, frame)),
        Content::SitemapIndex(parts) => Some(sitemap::index(parts, frame)),
        Content::Robots => Some(sitemap::robots(frame)),
        Content::DataIndex(years) => Some(data::index(years, frame)),
        Content::DataYear(range) => Some(data::year(range, frame)),
        Content::DataTable(range) => Some(data::table(range, frame)),
        Content::DataRecord(record) => Some(data::record(record, frame)),
        Content::AssignmentFeed(ledger) => Some(atom::assignments(page, ledger, frame)),
        Content::AssignmentTable(ledger) => Some(ledgers::assignments(ledger, frame)),
        Content::CostTable(ledger) => Some(ledgers::costs(ledger, frame)),
        Content::NoticeFeed(notices) => Some(atom::notices(page, notices, frame)),
        Content::NoticeCalendar(notices) => Some(calendar::notices(notices, frame)),
        Content::NoticeLog(notices) => Some(notices::log(notices, frame)),
        Content::MeetingCalendar(meetings) => Some(calendar::meetings(meetings, frame)),
        Content::MeetingData(meetings) => Some(meetings::data(meetings, frame)),
        Content::OpenSearch => Some(opensearch::description(frame)),
        Content::Redirects(rules) => Some(redirects::rules(rules, frame)),
        Content::Asset(bytes) | Content::SearchFile(bytes) => Some(bytes.to_vec()),
        Content::Home(_)
        | Content::Record(_)
        | Content::Listing(_)
        | Content::Index(..)
        | Content::Text(..)
        | Content::OpenData(_)
        | Content::Assignments(_)
        | Content::Costs(_)
        | Content::NoticeBoard(_)
        | Content::Glossary
        | Content::Meeting(_)
        | Content::MeetingList(_)
        | Content::Search(_)
        | Content::NotFound
        | Content::Redirect(..)
        | Content::StandingSearchFile(..)
        | Content::Attachment(..) => None,
    }
}
