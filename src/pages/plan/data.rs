//! Open data and sitemaps.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Planner, add_links, add_terms, all_records};
use crate::pages::{Address, Beside, Content, OpenData, RecordRange};
use crate::record::Date;
use crate::site::{Gathering, Term};
use crate::source::Inputs;

/// How many addresses one sitemap may hold, by the sitemaps protocol (sitemaps.org, 0.9).
const SITEMAP_SIZE: usize = 50_000;

impl Planner<'_> {
    pub(super) fn add_data_years(&mut self, besides: &Arc<BTreeMap<u32, Beside>>) {
        let everything = all_records(self.site).records;
        let addresses = self.frame.addresses;
        let years = self
            .site
            .terms(Gathering::YEAR)
            .iter()
            .map(|year| (Some(&year.slug), &year.records));
        for (year, places) in years.chain(std::iter::once((None, &everything))) {
            let range = RecordRange {
                all: self.site.records.clone(),
                places: places.clone().into(),
                besides: besides.clone(),
            };
            let inputs = data_inputs(&range);
            let (address, content) = match year {
                Some(year) => (addresses.data_year(year), Content::DataYear(range)),
                None => (addresses.table(), Content::DataTable(range)),
            };
            self.add(address, inputs, content);
        }
    }

    pub(super) fn add_data(&mut self) {
        let years: Arc<[Arc<Term>]> = self.site.terms(Gathering::YEAR).into();
        let inputs = add_terms(Inputs::of("data index"), &years);
        self.add(
            Address::new("data/index.json"),
            inputs,
            Content::DataIndex(years.clone()),
        );
        let feeds = Gathering::all().filter(|gathering| gathering.kind().has_feed);
        let feeds = feeds.map(|gathering| (gathering, self.site.terms_with_records(gathering)));
        let open_data = OpenData {
            years,
            feeds: feeds.filter(|(_, terms)| !terms.is_empty()).collect(),
        };
        let names = |inputs: Inputs, terms: &[Arc<Term>]| {
            terms
                .iter()
                .fold(inputs.number(terms.len()), |inputs, term| {
                    inputs.text(&term.title).text(&term.slug)
                })
        };
        let mut inputs = names(Inputs::of("open data"), &open_data.years);
        for (gathering, terms) in &open_data.feeds {
            inputs = names(inputs.text(gathering.name()), terms);
        }
        self.add(
            self.frame.addresses.open_data(),
            inputs,
            Content::OpenData(Arc::new(open_data)),
        );
    }

    /// The records come last and oldest first, so that a new record changes the last sitemap alone.
    pub(super) fn add_sitemaps(&mut self) {
        let mut entries: Vec<(Address, Option<Date>)> = self
            .pages
            .iter()
            .filter(|page| is_for_readers(&page.content))
            .map(|page| (page.address.clone(), None))
            .collect();
        entries.sort();
        let addresses = self.frame.addresses;
        let records = self.site.records.iter().map(|record| {
            let day = Some(record.newest_day()).filter(|day| *day != Date::UNKNOWN);
            (addresses.record(record), day)
        });
        let mut parts: Vec<Vec<_>> = Vec::new();
        if entries.len() + self.site.records.len() <= SITEMAP_SIZE {
            entries.extend(records);
        } else {
            let records: Vec<_> = records.collect();
            parts.extend(records.chunks(SITEMAP_SIZE).map(<[_]>::to_vec));
        }
        parts.insert(0, entries);
        let is_whole = parts.len() == 1;
        let mut names = Vec::new();
        for (index, part) in parts.into_iter().enumerate() {
            let name = if is_whole {
                "sitemap.xml".to_owned()
            } else {
                format!("sitemap-{}.xml", index + 1)
            };
            names.push(Address::new(name.as_str()));
            let mut inputs = Inputs::of("sitemap");
            for (address, day) in &part {
                inputs = inputs
                    .text(address.as_str())
                    .text(&day.map(|day| day.to_string()).unwrap_or_default());
            }
            self.add(Address::new(name), inputs, Content::Sitemap(part.into()));
        }
        if !is_whole {
            let inputs = Inputs::of("sitemaps").number(names.len());
            self.add(
                Address::new("sitemap.xml"),
                inputs,
                Content::SitemapIndex(names),
            );
        }
    }
}

/// What decides open data of several records.
pub(super) fn data_inputs(range: &RecordRange) -> Inputs {
    let mut inputs = Inputs::of("data");
    for place in range.places.iter() {
        inputs = inputs.digest(range.all[*place as usize].facts_digest);
        let Some(beside) = range.besides.get(place) else {
            continue;
        };
        for file in beside.attachments.iter() {
            inputs = inputs.digest(file.measure.digest);
        }
        inputs = add_links(inputs, &beside.links);
    }
    inputs
}

/// Whether a page, beside those of records, is one that people come to.
fn is_for_readers(content: &Content) -> bool {
    matches!(
        content,
        Content::Home(_)
            | Content::Listing(_)
            | Content::Index(..)
            | Content::OpenData(_)
            | Content::Assignments(_)
            | Content::Costs(_)
            | Content::NoticeBoard(_)
            | Content::Glossary
            | Content::Meeting(_)
            | Content::MeetingList(_)
            | Content::Search(_)
            | Content::Text(..)
    )
}
