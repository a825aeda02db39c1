//! A page to what its template sees. Made from the page and the frame alone: what it cannot reach, it cannot show.

mod appeal;
mod comparison;
mod course;
mod explained;
mod facts;
mod ledgers;
mod meetings;
mod notices;
mod open_data;
mod parts;
mod register;

use std::sync::Arc;

use super::frame::Frame;
use super::view::{
    AssignmentsView, CostsView, GlossaryView, HeadingView, HomeView, IndexView, LinkView,
    ListingView, MeetingView, MeetingsView, NoticeBoardView, OpenDataView, PageView, RecordView,
    RedirectView, SearchView, TextView,
};
use super::{Address, Content, Home, ListingPage, Page, RecordPage, resolved};
use crate::record::prose::{Resolve, to_html};
use crate::record::{Heading, Outcome, Record, Text, slug};
use crate::site::{By, Gathering, Term};

/// What a template sees of a page, beside `site`: the page itself, and the view that belongs to its kind.
pub struct Shown<'a> {
    /// The page itself.
    pub page: PageView<'a>,
    /// What it shows.
    pub body: Body<'a>,
}

/// The view that belongs to a kind of page.
pub enum Body<'a> {
    /// The home page.
    Home(HomeView<'a>),
    /// A record.
    Record(Box<RecordView<'a>>),
    /// A page of a listing.
    Listing(ListingView<'a>),
    /// An index.
    Index(IndexView<'a>),
    /// An ordinary page.
    Text(TextView<'a>),
    /// The page of open data and feeds.
    OpenData(OpenDataView),
    /// A meeting.
    Meeting(Box<MeetingView<'a>>),
    /// A list of meetings.
    Meetings(MeetingsView<'a>),
    /// What decisions give somebody to do.
    Assignments(AssignmentsView<'a>),
    /// What decisions cost.
    Costs(CostsView<'a>),
    /// The words that are explained.
    Glossary(GlossaryView<'a>),
    /// The notice board.
    NoticeBoard(NoticeBoardView<'a>),
    /// The page to search from.
    Search(SearchView),
    /// What stands at addresses that do not exist.
    NotFound,
    /// A page that leads to another.
    Redirect(RedirectView),
}

/// Shows a page; `prose` is the Markdown of its source, empty for pages without one. `None` for pages that no template
/// makes. The `extra` of a record is parsed by the caller, who keeps it alive.
#[must_use]
pub fn show<'a>(
    page: &'a Page,
    frame: &'a Frame<'_>,
    prose: &str,
    extra: &'a serde_json::Value,
) -> Option<Shown<'a>> {
    let shower = Shower { page, frame };
    match &page.content {
        Content::Home(home) => Some(shower.home(home)),
        Content::Record(record) => Some(shower.record(record, prose, extra)),
        Content::Listing(listing) => Some(shower.listing(listing, prose)),
        Content::Meeting(meeting) => Some(shower.meeting(meeting, prose)),
        Content::MeetingList(list) => Some(shower.meetings(list)),
        Content::Index(gathering, terms) => Some(shower.index(*gathering, terms)),
        Content::Text(text, links) => Some(shower.text(text, links, prose)),
        Content::Search(_)
        | Content::OpenData(_)
        | Content::Assignments(_)
        | Content::Costs(_)
        | Content::Glossary
        | Content::NoticeBoard(_) => shower.of_register(&page.content),
        Content::NotFound => Some(shower.plain("page_not_found", Body::NotFound)),
        Content::Redirect(target, _) => {
            let settings = &frame.settings;
            let view = RedirectView {
                address: target.link(settings),
                url: target.url(settings),
            };
            Some(shower.plain("moved", Body::Redirect(view)))
        }
        Content::Feed(_)
        | Content::Sitemap(_)
        | Content::SitemapIndex(_)
        | Content::Robots
        | Content::DataIndex(_)
        | Content::DataYear(_)
        | Content::DataTable(_)
        | Content::DataRecord(_)
        | Content::AssignmentFeed(_)
        | Content::AssignmentTable(_)
        | Content::CostTable(_)
        | Content::NoticeFeed(_)
        | Content::NoticeCalendar(_)
        | Content::NoticeLog(_)
        | Content::MeetingCalendar(_)
        | Content::MeetingData(_)
        | Content::OpenSearch
        | Content::SearchFile(_)
        | Content::StandingSearchFile(..)
        | Content::Asset(_)
        | Content::Redirects(_)
        | Content::Attachment(..) => None,
    }
}

/// The name of a listing: `Alla beslut`, a body's name, `Ärende KS 2021/437`.
#[must_use]
pub fn listing_title(gathering: Gathering, term: &Term, frame: &Frame<'_>) -> String {
    if gathering.kind().by == By::All {
        return frame.index_title(gathering);
    }
    // The word of each calls the term as is natural for it.
    let arguments = ["name", "year", "number"].map(|argument| (argument, term.title.as_str()));
    (frame.word)(&format!("listing_{}", gathering.name()), &arguments)
}

struct Shower<'a, 'f> {
    page: &'a Page,
    frame: &'a Frame<'f>,
}

impl<'a> Shower<'a, '_> {
    fn home(&self, home: &'a Home) -> Shown<'a> {
        let view = HomeView {
            latest: self.summaries(&home.latest),
            count: home.count,
            bodies: self.terms(Gathering::BODY, &home.bodies),
            topics: self.terms(Gathering::TOPIC, &home.topics),
            years: self.terms(Gathering::YEAR, &home.years),
        };
        let mut page = self.page_view(self.frame.site.title.clone(), Vec::new());
        page.description = &self.frame.site.description;
        Shown {
            page,
            body: Body::Home(view),
        }
    }

    fn record(
        &self,
        shown: &'a RecordPage,
        prose: &str,
        extra: &'a serde_json::Value,
    ) -> Shown<'a> {
        let record = &*shown.record;
        let comparison = comparison::comparison(record);
        let is_compared = comparison.as_ref().is_some_and(|it| !it.is_same);
        let texts = self.texts(shown, prose, is_compared);
        let facts = self.facts_by_name(shown);
        let [beside, sections] = self.placed(record, &facts);
        let view = RecordView {
            facts: beside,
            sections,
            fact: facts,
            id: record.id(),
            title: record.title(),
            language: self.language_of(record.language()),
            day: record.shown_day().to_string(),
            date: record.date().to_string(),
            stage: record.stage().code(),
            case_numbers: record.case_numbers().collect(),
            cases: self.case_links(&shown.cases),
            body: self.body_of(record),
            proposers: self.proposers(record),
            recommendation: texts.recommendation,
            decision: texts.decision,
            decided_on: record.decided_on().map(|day| day.to_string()),
            appeal: self.appeal(record),
            outcome: record.outcome().map(Outcome::code),
            topics: self.topics(record),
            summary: own_summary(record),
            prose: texts.prose,
            contents: headings(&record.headings),
            attachments: self.attachments(shown),
            withheld: self.withheld(record),
            withdrawal: self.withdrawal(record),
            is_unapproved: record.is_unapproved(),
            paragraph: record.paragraph(),
            source: course::source(record),
            comparison,
            course: self.course_of(shown),
            relatives: self.relatives(shown),
            later: self.later(shown),
            related: self.summaries(&shown.related),
            previous: shown.previous.as_deref().map(|other| self.neighbour(other)),
            next: shown.next.as_deref().map(|other| self.neighbour(other)),
            extra,
            data: self.data_address(),
        };
        let mut page = self.page_view(record.title().to_owned(), self.above_record(record));
        page.description = record.summary();
        Shown {
            page,
            body: Body::Record(Box::new(view)),
        }
    }

    /// The address of a record's facts as JSON, where the site publishes them.
    fn data_address(&self) -> Option<String> {
        let settings = &self.frame.settings;
        let address = || self.page.address.join("data.json").link(settings);
        settings.record_data.then(address)
    }

    fn above_record(&self, record: &Record) -> Vec<LinkView> {
        let language = &self.frame.settings.language;
        let year = record.shown_day().year_in_words(language);
        let listing = self.frame.addresses.listing(Gathering::YEAR, &slug(&year));
        vec![
            self.frame.home(),
            self.index_link(Gathering::RECORDS),
            self.frame.link(&year, &listing),
        ]
    }

    fn listing(&self, listing: &'a ListingPage, prose: &str) -> Shown<'a> {
        let frame = self.frame;
        let settings = &frame.settings;
        let newest = frame
            .addresses
            .listing(listing.gathering, &listing.term.slug);
        let numbered = |number: usize| frame.addresses.numbered(&newest, number).link(settings);
        let places = &listing.term.records[listing.range.clone()];
        let older = listing.number.map_or(listing.numbered, |number| number - 1);
        let head = listing.head.as_deref();
        let view = ListingView {
            kind: listing.gathering.name(),
            records: places
                .iter()
                .rev()
                .map(|place| self.summary(&listing.all[*place as usize]))
                .collect(),
            course: match listing.gathering.kind().by {
                By::Case(_) => {
                    let records = places.iter();
                    self.course(records.map(|place| &*listing.all[*place as usize]), None)
                }
                By::All | By::Name(_) | By::Year => Vec::new(),
            },
            profile: head.and_then(|head| self.profile(head, prose)),
            meetings: head
                .iter()
                .flat_map(|head| &head.meetings)
                .map(|meeting| self.meeting_row(meeting))
                .collect(),
            statements: head.map_or_else(Vec::new, |head| self.statements(head, &listing.term)),
            count: listing
                .number
                .is_none()
                .then_some(listing.term.records.len()),
            number: listing.number,
            older: (older > 0).then(|| numbered(older)),
            newer: listing.number.map(|number| numbered(number + 1)),
            newest: listing.number.map(|_| newest.link(settings)),
        };
        let mut page = self.listing_page(listing, &newest);
        let feed = || {
            frame
                .addresses
                .feed(listing.gathering, &listing.term.slug)
                .link(settings)
        };
        page.feed = (listing.gathering != Gathering::RECORDS
            && listing.gathering.kind().has_feed
            && !listing.term.records.is_empty())
        .then(feed);
        Shown {
            page,
            body: Body::Listing(view),
        }
    }

    fn listing_page(&self, listing: &ListingPage, newest: &Address) -> PageView<'a> {
        let frame = self.frame;
        let title = listing_title(listing.gathering, &listing.term, frame);
        let mut breadcrumbs = vec![frame.home()];
        match listing.gathering.kind().by {
            By::All => {}
            By::Year => breadcrumbs.push(self.index_link(Gathering::RECORDS)),
            By::Name(_) | By::Case(_) => breadcrumbs.push(self.index_link(listing.gathering)),
        }
        let Some(number) = listing.number else {
            let matter = listing.term.matter.as_deref();
            let titled = matter.map(|matter| {
                let arguments = [("number", listing.term.title.as_str()), ("title", matter)];
                (frame.word)("listing_case_titled", &arguments)
            });
            return self.page_view(titled.unwrap_or(title), breadcrumbs);
        };
        breadcrumbs.push(frame.link(&title, newest));
        let arguments = [("title", title.as_str()), ("number", &number.to_string())];
        let numbered = (frame.word)("listing_page", &arguments);
        self.page_view(numbered, breadcrumbs)
    }

    fn index(&self, gathering: Gathering, terms: &'a [Arc<Term>]) -> Shown<'a> {
        let view = IndexView {
            kind: gathering.index_name(),
            terms: self.terms(gathering, terms),
        };
        let title = self.frame.index_title(gathering);
        Shown {
            page: self.page_view(title, vec![self.frame.home()]),
            body: Body::Index(view),
        }
    }

    fn prose(&self, prose: &str, headings: &[Heading], resolve: Resolve<'_>) -> String {
        let rules = self.frame.settings.reading.prose;
        to_html(prose, headings, rules, self.frame.word, resolve)
    }

    fn text(&self, text: &'a Text, links: &'a [(String, String)], prose: &str) -> Shown<'a> {
        let resolve = |destination: &str| resolved(links, destination);
        let view = TextView {
            language: self.language_of(text.language.as_deref()),
            prose: self.prose(prose, &text.headings, &resolve),
            contents: headings(&text.headings),
        };
        let mut page = self.page_view(text.title.clone(), vec![self.frame.home()]);
        page.description = &text.summary;
        Shown {
            page,
            body: Body::Text(view),
        }
    }

    fn plain(&self, title: &str, body: Body<'a>) -> Shown<'a> {
        let title = (self.frame.word)(title, &[]);
        Shown {
            page: self.page_view(title, vec![self.frame.home()]),
            body,
        }
    }

    fn page_view(&self, title: String, breadcrumbs: Vec<LinkView>) -> PageView<'a> {
        PageView {
            kind: self.page.content.kind(),
            title,
            description: "",
            address: self.frame.address(self.page),
            url: self.page.address.url(&self.frame.settings),
            breadcrumbs,
            feed: None,
        }
    }

    fn language_of(&self, language: Option<&'a str>) -> &'a str {
        language.unwrap_or(&self.frame.settings.language)
    }
}

fn headings(headings: &[Heading]) -> Vec<HeadingView<'_>> {
    headings
        .iter()
        .map(|Heading { level, id, title }| HeadingView {
            level: *level,
            id,
            title,
        })
        .collect()
}

/// The summary that a record's writer wrote; one taken from the text says nothing that the text does not.
fn own_summary(record: &Record) -> &str {
    if record.has_own_summary {
        record.summary()
    } else {
        ""
    }
}
