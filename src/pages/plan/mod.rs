//! The whole site as a list of pages, in the order of their addresses.

mod attachments;
mod collisions;
mod data;
mod heads;
mod ledgers;
mod links;
mod listing;
mod meetings;
mod names;
mod near;
mod notices;
mod records;
mod redirects;
mod relations;
mod replace;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::{Address, Content, Frame, Home, Links, ListingHead, Page};
use crate::diagnostics::{Checked, Code, Diagnostic};
use crate::record::{Key, Record, Text};
use crate::site::{By, Gathering, Meeting, Misspelt, Site, Term};
use crate::source::{Digest, Inputs, Location, Measure, SourcePath};
use links::Linking;
pub use links::{Find, Target};
pub use near::Near;
use redirects::Former;
pub use replace::Relink;

const LATEST: usize = 10;

/// Every file the site consists of, in the order of their addresses.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// The pages.
    pub pages: Vec<Page>,
}

/// What is not published, whose faults are reported all the same.
#[derive(Debug, Default)]
pub struct Unpublished {
    /// Drafts, withheld and expired records.
    pub records: Vec<Arc<Record>>,
    /// Ordinary pages that are drafts.
    pub texts: Vec<Arc<Text>>,
}

/// Says where the value of a record's key stands, or each item of its list with one of these numbers.
pub type Locate<'a> = &'a (dyn Fn(&Record, Key, &[Option<usize>]) -> Vec<Location> + Sync);

/// What a plan is made from beside the site.
pub struct Materials<'a> {
    /// What is not published.
    pub unpublished: &'a Unpublished,
    /// Finds what a path names among the sources.
    pub find: Find<'a>,
    /// Finds sources by the name of their file.
    pub near: Near<'a>,
    /// Measures a file by its path in composed form; `None` when there is no such file.
    pub measure: &'a (dyn Fn(&str) -> Option<(SourcePath, Measure)> + Sync),
    /// Says where values stand in a record.
    pub locate: Locate<'a>,
    /// The theme's static files: address and bytes.
    pub assets: &'a [(Address, Arc<[u8]>)],
}

impl Plan {
    /// Plans the site, and reports what only the whole of it shows: dead links, missing attachments, addresses wanted
    /// twice.
    #[must_use]
    pub fn new<'a>(
        site: &'a Site,
        frame: &'a Frame<'a>,
        materials: &'a Materials<'a>,
    ) -> Checked<Self> {
        let records = site.records.iter().chain(&materials.unpublished.records);
        let (relatives, faults) = relations::relatives(site, materials);
        let mut planner = Planner {
            site,
            frame,
            materials,
            relatives,
            meetings: meetings::by_record(site),
            withheld: Arc::new(attachments::withheld(records)),
            pages: Vec::new(),
            former: Vec::new(),
            diagnostics: faults,
        };
        let mut site_links = planner.add_records();
        planner.add_texts(&mut site_links);
        planner.add_listings(&mut site_links);
        planner.add_meetings(&mut site_links);
        planner.add_home();
        planner.add_search();
        planner.add_data();
        planner.add_glossary();
        planner.add_notices();
        planner.add_ledgers();
        planner.add_assets();
        planner.add_redirects();
        planner.add_sitemaps();
        let Planner {
            mut pages,
            former,
            mut diagnostics,
            ..
        } = planner;
        pages.par_sort_by(|left, right| left.address.cmp(&right.address));
        diagnostics.extend(names::faults(site, materials));
        diagnostics.extend(
            site.misspelt
                .iter()
                .map(|name| misspelt(name, materials.locate)),
        );
        diagnostics.extend(collisions::check(
            &pages,
            &former,
            materials,
            frame.addresses,
        ));
        let mut plan = Self { pages };
        let corrections =
            links::check_site_links(site_links, &plan, &site.settings, &mut diagnostics);
        plan.correct(&corrections);
        Checked {
            value: plan,
            diagnostics,
        }
    }

    /// Adds pages that were made later, keeping the order.
    pub fn add(&mut self, pages: Vec<Page>) {
        self.pages.extend(pages);
        self.pages
            .par_sort_by(|left, right| left.address.cmp(&right.address));
    }

    /// The page at an address.
    #[must_use]
    pub fn page(&self, address: &str) -> Option<&Page> {
        let found = self
            .pages
            .binary_search_by(|page| page.address.as_str().cmp(address));
        found.ok().map(|place| &self.pages[place])
    }
}

type SiteLinks = Vec<links::SiteLink>;

struct Planner<'a> {
    site: &'a Site,
    frame: &'a Frame<'a>,
    materials: &'a Materials<'a>,
    /// How records stand to each other.
    relatives: relations::Relatives,
    /// The meeting of each record that tells one, by its place in the register.
    meetings: BTreeMap<usize, Arc<Meeting>>,
    /// The files that records withhold.
    withheld: Arc<attachments::WithheldFiles>,
    pages: Vec<Page>,
    former: Vec<Former>,
    diagnostics: Vec<Diagnostic>,
}

impl Planner<'_> {
    fn add(&mut self, address: Address, inputs: Inputs, content: Content) {
        self.pages.push(Page {
            address,
            inputs: inputs.finish(),
            content,
        });
    }

    fn add_texts(&mut self, site_links: &mut SiteLinks) {
        for text in &self.site.texts {
            let links = self.links_of(text, site_links);
            self.add_text(text, links);
        }
    }

    fn add_text(&mut self, text: &Arc<Text>, links: Links) {
        self.add_former(text);
        self.pages.push(Page {
            address: self.frame.addresses.text(text),
            inputs: text_inputs(text, &links),
            content: Content::Text(text.clone(), links),
        });
    }

    fn add_listings(&mut self, site_links: &mut SiteLinks) {
        let site = self.site;
        let everything = Arc::new(all_records(site));
        self.add_listing(Gathering::RECORDS, &everything, None);
        for gathering in Gathering::all().filter(|gathering| gathering.kind().by != By::All) {
            let terms = site.terms(gathering);
            if terms.is_empty() && !gathering.kind().is_always_shown {
                continue;
            }
            for term in terms {
                let head = self.head(gathering, term, site_links);
                self.add_listing(gathering, term, head.as_ref());
            }
            let terms: Arc<[Arc<Term>]> = terms.into();
            let inputs = add_terms(Inputs::of("index").text(gathering.name()), &terms);
            self.add(
                self.frame.addresses.index(gathering),
                inputs,
                Content::Index(gathering, terms),
            );
        }
    }

    fn add_listing(
        &mut self,
        gathering: Gathering,
        term: &Arc<Term>,
        head: Option<&Arc<ListingHead>>,
    ) {
        let (addresses, records) = (self.frame.addresses, &self.site.records);
        let settings = &self.site.settings;
        let pages = listing::pages(
            addresses,
            gathering,
            term,
            records,
            settings.page_size,
            head,
        );
        for (address, inputs, content) in pages {
            self.add(address, inputs, content);
        }
        if gathering.kind().has_feed
            && !(term.records.is_empty() && gathering != Gathering::RECORDS)
        {
            let (address, inputs, content) = listing::feed(addresses, gathering, term, self.site);
            self.add(address, inputs, content);
        }
    }

    fn add_home(&mut self) {
        let site = self.site;
        let home = Home {
            latest: site.newest(&all_records(site).records, LATEST),
            count: site.records.len(),
            bodies: site.terms_with_records(Gathering::BODY),
            topics: site.terms_with_records(Gathering::TOPIC),
            years: site.terms(Gathering::YEAR).into(),
        };
        let mut inputs = Inputs::of("home").number(home.count);
        for record in &home.latest {
            inputs = inputs.digest(record.facts_digest);
        }
        for terms in [&home.bodies, &home.topics, &home.years] {
            inputs = add_terms(inputs, terms);
        }
        self.add(Address::new(""), inputs, Content::Home(Arc::new(home)));
        self.add(
            Address::new("404.html"),
            Inputs::of("not found"),
            Content::NotFound,
        );
        self.add(
            Address::new("robots.txt"),
            Inputs::of("robots"),
            Content::Robots,
        );
    }

    /// What it shows is part of the frame.
    fn add_glossary(&mut self) {
        if !self.site.settings.glossary.entries.is_empty() {
            let address = self.frame.addresses.glossary();
            self.add(address, Inputs::of("glossary"), Content::Glossary);
        }
    }

    /// The index is no part of the plan: it takes the words of all records, which only a whole build asks for.
    fn add_search(&mut self) {
        let addresses = self.frame.addresses;
        let root = addresses.search_file("index.json");
        self.add(
            addresses.search(),
            Inputs::of("search"),
            Content::Search(root),
        );
        let inputs = Inputs::of("opensearch");
        self.add(addresses.opensearch(), inputs, Content::OpenSearch);
    }

    fn add_assets(&mut self) {
        let assets = self.materials.assets.iter();
        self.pages
            .extend(assets.map(|(address, bytes)| asset(address, bytes)));
    }
}

fn misspelt(name: &Misspelt, locate: Locate<'_>) -> Diagnostic {
    let fault = Diagnostic::new(Code::NameLetterCase)
        .with("name", &name.written)
        .with("shown", &name.shown);
    let places = locate(&name.record, name.key, &[name.item]).into_iter();
    places.fold(fault, Diagnostic::at)
}

fn asset(address: &Address, bytes: &Arc<[u8]>) -> Page {
    Page {
        address: address.clone(),
        inputs: Inputs::of("asset").text(address.as_str()).finish(),
        content: Content::Asset(bytes.clone()),
    }
}

fn all_records(site: &Site) -> Term {
    let records = (0..)
        .zip(site.records.iter())
        .map(|(place, _)| place)
        .collect();
    Term {
        records,
        ..Term::named("")
    }
}

fn add_links(inputs: Inputs, links: &Links) -> Inputs {
    links.iter().fold(inputs, |inputs, (destination, address)| {
        inputs.text(destination).text(address)
    })
}

fn text_inputs(text: &Text, links: &Links) -> Digest {
    add_links(Inputs::of("text").digest(text.digest), links).finish()
}

fn add_terms(inputs: Inputs, terms: &[Arc<Term>]) -> Inputs {
    terms
        .iter()
        .fold(inputs.number(terms.len()), |inputs, term| {
            inputs
                .text(&term.title)
                .text(&term.slug)
                .text(term.matter.as_deref().unwrap_or_default())
                .number(term.records.len())
                .number(term.statements.len())
        })
}
