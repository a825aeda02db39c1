//! A site to its [`Plan`]: every file the site consists of, each with all that decides its bytes.
//!
//! Listings, feeds, open data, the sitemap, style sheets and attachments are pages like any other. A page's
//! [`inputs`](Page::inputs_in) are the digest of everything that can show in it: a page is made again when they differ from
//! those it was last published with, and only then. This room makes no bytes and knows no templates.

mod address;
mod facts;
mod files;
mod frame;
mod plan;
mod show;
pub mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use address::{Address, Addresses};
pub use facts::{Column, OpenFacts, open_schema, text_facts};
pub use frame::{Frame, Word};

pub use plan::{Find, Locate, Materials, Near, Plan, Relink, Target, Unpublished};
pub use show::{Body, Shown, listing_title, show};

use crate::record::{Date, Record, Text, TextKind};
use crate::site::{Gathering, Meeting, Term};
use crate::source::{Digest, Inputs, Measure, SourcePath};

/// One file of the site.
#[derive(Debug, Clone)]
pub struct Page {
    /// Where it is published.
    pub address: Address,
    /// The digest of all that decides its bytes, beside what every page shares.
    pub inputs: Digest,
    /// What it shows.
    pub content: Content,
}

impl Page {
    /// The digest of all that decides its bytes, what every page shares ([`Frame::digest`]) included.
    #[must_use]
    pub fn inputs_in(&self, frame: Digest) -> Digest {
        Inputs::of("page")
            .digest(self.inputs)
            .digest(frame)
            .finish()
    }
}

/// What a page shows, with everything it may show.
#[derive(Debug, Clone)]
pub enum Content {
    /// The home page.
    Home(Arc<Home>),
    /// A record.
    Record(Box<RecordPage>),
    /// A page of a listing.
    Listing(ListingPage),
    /// An index of bodies, proposers, topics, years or cases.
    Index(Gathering, Arc<[Arc<Term>]>),
    /// An ordinary page, and where its links lead.
    Text(Arc<Text>, Links),
    /// What a web server shows for an address that does not exist.
    NotFound,
    /// A page that leads to another; the text that asks for it, if one does.
    Redirect(Address, Option<Origin>),
    /// Former addresses and where each leads, for web servers.
    Redirects(Arc<[(String, Address)]>),
    /// An Atom feed.
    Feed(FeedPage),
    /// Addresses for search engines.
    Sitemap(Arc<[(Address, Option<Date>)]>),
    /// The list of the sitemaps.
    SitemapIndex(Vec<Address>),
    /// What robots may read.
    Robots,
    /// The page that tells of open data and feeds.
    OpenData(Arc<OpenData>),
    /// What decisions give somebody to do.
    Assignments(Arc<Ledger>),
    /// The feed of records that give somebody something to do.
    AssignmentFeed(Arc<Ledger>),
    /// What decisions give somebody to do, as a table.
    AssignmentTable(Arc<Ledger>),
    /// What decisions cost.
    Costs(Arc<Ledger>),
    /// What decisions cost, as a table.
    CostTable(Arc<Ledger>),
    /// The words that are explained.
    Glossary,
    /// A meeting of a body.
    Meeting(Box<MeetingPage>),
    /// Meetings to come, or those of a year.
    MeetingList(Arc<MeetingList>),
    /// The meetings that files tell of and that were not long ago, for calendars.
    MeetingCalendar(Arc<[Arc<Meeting>]>),
    /// All meetings as open data.
    MeetingData(Arc<Meetings>),
    /// The notice board.
    NoticeBoard(Arc<Notices>),
    /// The feed of the notice board.
    NoticeFeed(Arc<Notices>),
    /// The last days of the notices, for calendars.
    NoticeCalendar(Arc<Notices>),
    /// Every notice that was ever up.
    NoticeLog(Arc<Notices>),
    /// What open data there is.
    DataIndex(Arc<[Arc<Term>]>),
    /// The facts of a year's records.
    DataYear(RecordRange),
    /// The facts of all records as a table.
    DataTable(RecordRange),
    /// The facts of one record.
    DataRecord(Box<RecordPage>),
    /// The page to search from, and the search index's file that names all others.
    Search(Address),
    /// How browsers add the site's search to their own.
    OpenSearch,
    /// A file of the search index.
    SearchFile(Arc<[u8]>),
    /// A file of the search index that stands as it was published, with the digest and the size it was published with.
    StandingSearchFile(Digest, u64),
    /// A static file of the theme.
    Asset(Arc<[u8]>),
    /// A file published with a record, copied as it is.
    Attachment(SourcePath, Digest),
}

/// A text that asks for pages beside its own.
#[derive(Debug, Clone)]
pub enum Origin {
    /// A record.
    Record(Arc<Record>),
    /// An ordinary page.
    Text(Arc<Text>),
}

/// Where the links of a text lead: each destination as written, with the address for it.
pub type Links = Arc<[(String, String)]>;

/// Where a destination leads, by these links.
fn resolved(links: &[(String, String)], destination: &str) -> Option<String> {
    let found = links.binary_search_by(|(written, _)| written.as_str().cmp(destination));
    found.ok().map(|place| links[place].1.clone())
}

/// A record's page.
#[derive(Debug, Clone)]
pub struct RecordPage {
    /// The record.
    pub record: Arc<Record>,
    /// The record before it in the same body.
    pub previous: Option<Arc<Record>>,
    /// The record after it in the same body.
    pub next: Option<Arc<Record>>,
    /// The meeting at which it was decided, if there is a page of it.
    pub meeting: Option<Arc<Meeting>>,
    /// The cases it shares with others: title and slug.
    pub cases: Vec<Arc<Term>>,
    /// The other records of those cases that stand nearest, oldest first.
    pub related: Vec<Arc<Record>>,
    /// The records that it stands to in some way, or that stand to it.
    pub relatives: Arc<[Relative]>,
    /// The files published with it.
    pub attachments: Arc<[PublishedAttachment]>,
    /// Where the links of its text lead.
    pub links: Links,
}

/// A record that another stands to in some way.
#[derive(Debug, Clone)]
pub struct Relative {
    /// The code of the relation.
    pub kind: &'static str,
    /// Whether it is told by this record of the other.
    pub is_inverse: bool,
    /// The record.
    pub record: Arc<Record>,
}

/// A file published with a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedAttachment {
    /// The title that the record gives it.
    pub title: Option<String>,
    /// The file.
    pub source: SourcePath,
    /// Where it is published.
    pub address: Address,
    /// Its size, kind and digest.
    pub measure: Measure,
    /// Whether everybody can read it, where the record says so or not.
    pub is_accessible: Option<bool>,
}

/// Some records of the register, in its order.
#[derive(Debug, Clone)]
pub struct RecordRange {
    /// All records, oldest first.
    pub all: Arc<[Arc<Record>]>,
    /// The places that count, oldest first.
    pub places: Arc<[u32]>,
    /// What records have beside their facts, by their places, where they have any.
    pub besides: Arc<BTreeMap<u32, Beside>>,
}

/// What open data shows of a record that its facts do not tell.
#[derive(Debug, Clone)]
pub struct Beside {
    /// The files published with it.
    pub attachments: Arc<[PublishedAttachment]>,
    /// Where the links of its clauses lead, and maybe those of its prose.
    pub links: Links,
}

/// A page of a listing.
#[derive(Debug, Clone)]
pub struct ListingPage {
    /// What gathers the records.
    pub gathering: Gathering,
    /// The body, proposer, topic, year or case; all records for [`Gathering::RECORDS`].
    pub term: Arc<Term>,
    /// All records of the register, oldest first.
    pub all: Arc<[Arc<Record>]>,
    /// The part of the term's places that this page shows.
    pub range: std::ops::Range<usize>,
    /// The page's number, from the oldest; none for the newest.
    pub number: Option<usize>,
    /// How many numbered pages there are.
    pub numbered: usize,
    /// On the page without a number, what stands above the records.
    pub head: Option<Arc<ListingHead>>,
}

/// What stands above the records of a listing.
#[derive(Debug)]
pub struct ListingHead {
    /// What a file of its own tells of the body, the person or the topic.
    pub profile: Option<Arc<Text>>,
    /// Where the links of its text lead.
    pub links: Links,
    /// The records that tell what the body said when it was asked, newest first.
    pub statements: Vec<Arc<Record>>,
    /// The next meetings of the body, soonest first.
    pub meetings: Vec<Arc<Meeting>>,
}

/// A meeting's page.
#[derive(Debug, Clone)]
pub struct MeetingPage {
    /// The meeting.
    pub meeting: Arc<Meeting>,
    /// The records that were dealt with, in the order of the agenda.
    pub records: Arc<[Arc<Record>]>,
    /// The meeting of the same body before it.
    pub previous: Option<Arc<Meeting>>,
    /// The one after it.
    pub next: Option<Arc<Meeting>>,
    /// Where the links of its text lead.
    pub links: Links,
}

/// A list of meetings.
#[derive(Debug)]
pub struct MeetingList {
    /// The year, of a list of one.
    pub year: Option<i16>,
    /// The meetings to come, soonest first.
    pub coming: Vec<Arc<Meeting>>,
    /// Meetings of one year, oldest first.
    pub past: Vec<Arc<Meeting>>,
    /// Every year that has a list, newest first.
    pub years: Vec<i16>,
}

/// All meetings with their records.
#[derive(Debug)]
pub struct Meetings {
    /// The meetings, oldest first.
    pub all: Arc<[Arc<Meeting>]>,
    /// The records of each, in the order of its agenda.
    pub records: Vec<Arc<[Arc<Record>]>>,
}

/// The records that tell something, over the whole register.
#[derive(Debug)]
pub struct Ledger {
    /// The records, newest first.
    pub records: Vec<Arc<Record>>,
    /// The day that the site is made for.
    pub today: Date,
}

/// The notices of a register.
#[derive(Debug)]
pub struct Notices {
    /// The records whose notices are up, the newest announcement first.
    pub running: Vec<Arc<Record>>,
    /// The records whose notices were put up, the oldest announcement first, each with whether it is up.
    pub posted: Vec<(Arc<Record>, bool)>,
    /// Those of them that calendars still tell: their last day was not long ago.
    pub recent: Vec<Arc<Record>>,
    /// The meetings to come, soonest first.
    pub coming: Vec<Arc<Meeting>>,
    /// The meetings that files tell of and that were not long ago, oldest first.
    pub meetings: Vec<Arc<Meeting>>,
}

/// What the page of open data and feeds tells of.
#[derive(Debug)]
pub struct OpenData {
    /// The years that have records, newest first.
    pub years: Arc<[Arc<Term>]>,
    /// The gatherings that have feeds, beside that of all records.
    pub feeds: Vec<(Gathering, Arc<[Arc<Term>]>)>,
}

/// An Atom feed of a listing's newest records.
#[derive(Debug, Clone)]
pub struct FeedPage {
    /// What gathers the records.
    pub gathering: Gathering,
    /// The body, proposer or topic; all records for [`Gathering::RECORDS`].
    pub term: Arc<Term>,
    /// The newest records, newest first.
    pub records: Vec<Arc<Record>>,
}

/// What the home page shows.
#[derive(Debug)]
pub struct Home {
    /// The newest records, newest first.
    pub latest: Vec<Arc<Record>>,
    /// How many records are published.
    pub count: usize,
    /// The bodies.
    pub bodies: Arc<[Arc<Term>]>,
    /// The topics.
    pub topics: Arc<[Arc<Term>]>,
    /// The years.
    pub years: Arc<[Arc<Term>]>,
}

impl Content {
    /// The text that the page shows, of a page that is not a record's.
    #[must_use]
    pub fn described(&self) -> Option<&Text> {
        let text = match self {
            Self::Text(text, _) => Some(text),
            Self::Meeting(page) => page.meeting.text.as_ref(),
            Self::Listing(page) => page.head.as_ref().and_then(|head| head.profile.as_ref()),
            _ => None,
        };
        text.map(|text| &**text)
            .filter(|text| text.kind != TextKind::Topic)
    }

    /// A word for the kind of page, as the manifest and the views name it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Home(_) => "home",
            Self::Record(_) => "record",
            Self::Listing(page) if page.number.is_some() => "numbered_listing",
            Self::Listing(_) => "listing",
            Self::Index(..) => "index",
            Self::Text(..) => "text",
            Self::NotFound => "not_found",
            Self::Redirect(..) => "redirect",
            Self::Redirects(_) => "redirects",
            Self::Feed(_) | Self::AssignmentFeed(_) | Self::NoticeFeed(_) => "feed",
            Self::Sitemap(_) | Self::SitemapIndex(_) => "sitemap",
            Self::Robots => "robots",
            Self::DataIndex(_)
            | Self::DataYear(_)
            | Self::DataTable(_)
            | Self::DataRecord(_)
            | Self::AssignmentTable(_)
            | Self::CostTable(_)
            | Self::MeetingData(_)
            | Self::NoticeLog(_) => "data",
            Self::OpenData(_) => "open_data",
            Self::Assignments(_) => "assignments",
            Self::Costs(_) => "costs",
            Self::NoticeBoard(_) => "notice_board",
            Self::NoticeCalendar(_) | Self::MeetingCalendar(_) => "calendar",
            Self::Glossary => "glossary",
            Self::Meeting(_) => "meeting",
            Self::MeetingList(_) => "meetings",
            Self::Search(_) => "search",
            Self::OpenSearch => "opensearch",
            Self::SearchFile(_) | Self::StandingSearchFile(..) => "search_file",
            Self::Asset(_) => "asset",
            Self::Attachment(..) => "attachment",
        }
    }
}
