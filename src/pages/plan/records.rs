//! The pages that records bring: their own, their attachments, their facts, the addresses that lead to them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::links::{Linking, Resolver};
use super::redirects::Former;
use super::{Planner, SiteLinks, add_links};
use crate::diagnostics::Diagnostic;
use crate::pages::{
    Address, Beside, Content, Links, Origin, Page, PublishedAttachment, RecordPage,
};
use crate::record::Record;
use crate::record::prose::may_link;
use crate::site::{Gathering, Site, Term};
use crate::source::{Digest, Inputs};

/// How many other records of its cases a record's page shows.
const MOST_RELATED: usize = 10;

/// What one record brings to the plan.
#[derive(Default)]
struct Planned {
    pages: Vec<Page>,
    beside: Option<Beside>,
    former: Vec<Former>,
    diagnostics: Vec<Diagnostic>,
    site_links: SiteLinks,
}

impl<'a> Planner<'a> {
    pub(super) fn add_records(&mut self) -> SiteLinks {
        let neighbours = Neighbours::of(self.site);
        let cases = cases_by_record(self.site);
        let planned: Vec<Planned> = (0..self.site.records.len())
            .into_par_iter()
            .map(|place| {
                self.plan_record(
                    place,
                    &neighbours,
                    cases.get(&place).map_or(&[], Vec::as_slice),
                )
            })
            .collect();
        let unpublished: Vec<Planned> = self
            .materials
            .unpublished
            .records
            .par_iter()
            .map(|record| {
                let mut planned = Planned::default();
                let attachments = self.attachments(record, &mut planned.diagnostics);
                self.links(record, &attachments, false, &mut planned);
                planned
            })
            .collect();
        let mut site_links = Vec::new();
        let mut besides = BTreeMap::new();
        for (place, planned) in (0..).zip(planned) {
            besides.extend(planned.beside.map(|beside| (place, beside)));
            self.pages.extend(planned.pages);
            self.former.extend(planned.former);
            self.diagnostics.extend(planned.diagnostics);
            site_links.extend(planned.site_links);
        }
        for planned in unpublished {
            self.diagnostics.extend(planned.diagnostics);
            site_links.extend(planned.site_links);
        }
        self.add_data_years(&Arc::new(besides));
        site_links
    }

    fn plan_record(&self, place: usize, neighbours: &Neighbours, cases: &[Arc<Term>]) -> Planned {
        let records = &self.site.records;
        let record = &records[place];
        let mut planned = Planned::default();
        let attachments: Arc<[PublishedAttachment]> =
            self.attachments(record, &mut planned.diagnostics).into();
        let links = self.links(record, &attachments, true, &mut planned);
        let at = |place: Option<u32>| place.map(|place| records[place as usize].clone());
        let page = RecordPage {
            record: record.clone(),
            previous: at(neighbours.previous[place]),
            next: at(neighbours.next[place]),
            meeting: self.meetings.get(&place).cloned(),
            cases: cases.to_vec(),
            related: related(u32::try_from(place).unwrap_or(u32::MAX), cases)
                .into_iter()
                .filter_map(|place| at(Some(place)))
                .collect(),
            relatives: self.relatives_of(place),
            attachments: attachments.clone(),
            links: links.clone(),
        };
        let address = self.frame.addresses.record(record);
        let mut add = |address: Address, inputs: Digest, content: Content| {
            planned.pages.push(Page {
                address,
                inputs,
                content,
            });
        };
        for file in attachments.iter() {
            let content = Content::Attachment(file.source.clone(), file.measure.digest);
            add(file.address.clone(), file.measure.digest, content);
        }
        if self.site.settings.record_data {
            add(
                address.join("data.json"),
                record_inputs("data", &page),
                Content::DataRecord(Box::new(page.clone())),
            );
        }
        let origin = Origin::Record(record.clone());
        let former = Former::all(record.former_addresses(), &address, &origin);
        add(
            address,
            record_inputs("record", &page),
            Content::Record(Box::new(page)),
        );
        planned.former = former;
        let mut clauses = record.recommendation().chain(record.decision());
        let has_beside = !attachments.is_empty() || clauses.any(may_link);
        planned.beside = has_beside.then_some(Beside { attachments, links });
        planned
    }

    fn links(
        &self,
        record: &Record,
        attachments: &[PublishedAttachment],
        is_published: bool,
        planned: &mut Planned,
    ) -> Links {
        let linking = Linking {
            source: &record.source,
            links: &record.links,
            headings: &record.headings,
            attachments: Some(attachments),
            is_published,
        };
        self.resolver()
            .resolve(&linking, &mut planned.diagnostics, &mut planned.site_links)
    }

    pub(super) fn resolver(&self) -> Resolver<'a> {
        Resolver {
            settings: &self.site.settings,
            addresses: self.frame.addresses,
            find: self.materials.find,
            near: self.materials.near,
            withheld: self.withheld.clone(),
        }
    }
}

pub(super) fn record_inputs(kind: &str, page: &RecordPage) -> Digest {
    let mut inputs = Inputs::of(kind)
        .digest(page.record.digest)
        .digest(page.record.facts_digest);
    for neighbour in [&page.previous, &page.next] {
        inputs = match neighbour {
            Some(record) => inputs.number(1).digest(record.facts_digest),
            None => inputs.number(0),
        };
    }
    if let Some(meeting) = &page.meeting {
        inputs = inputs.text(&meeting.id);
    }
    for case in &page.cases {
        inputs = inputs.text(&case.title).text(&case.slug);
    }
    for record in &page.related {
        inputs = inputs.digest(record.facts_digest);
    }
    for relative in page.relatives.iter() {
        inputs = inputs
            .text(relative.kind)
            .number(usize::from(relative.is_inverse))
            .digest(relative.record.facts_digest);
    }
    for file in page.attachments.iter() {
        inputs = inputs
            .text(file.address.as_str())
            .digest(file.measure.digest)
            .text(&file.measure.format);
    }
    add_links(inputs, &page.links).finish()
}

/// The record before and after each record, among those of its body; records without a body are neighbours too.
struct Neighbours {
    previous: Vec<Option<u32>>,
    next: Vec<Option<u32>>,
}

impl Neighbours {
    fn of(site: &Site) -> Self {
        let count = site.records.len();
        let mut neighbours = Self {
            previous: vec![None; count],
            next: vec![None; count],
        };
        let without: Vec<u32> = (0..)
            .zip(site.records.iter())
            .filter(|(_, record)| record.body().is_none())
            .map(|(place, _)| place)
            .collect();
        for places in site
            .terms(Gathering::BODY)
            .iter()
            .map(|body| &body.records)
            .chain(std::iter::once(&without))
        {
            for pair in places.windows(2) {
                neighbours.next[pair[0] as usize] = Some(pair[1]);
                neighbours.previous[pair[1] as usize] = Some(pair[0]);
            }
        }
        neighbours
    }
}

fn cases_by_record(site: &Site) -> BTreeMap<usize, Vec<Arc<Term>>> {
    let mut cases: BTreeMap<usize, Vec<Arc<Term>>> = BTreeMap::new();
    for case in site.terms(Gathering::CASE) {
        for place in &case.records {
            cases.entry(*place as usize).or_default().push(case.clone());
        }
    }
    cases
}

/// The other records of a record's cases: of a long case those that stand nearest, as many before it as after it. The
/// rest are on the case's own page, so that a case of thousands costs each of its records no more than one of ten.
fn related(place: u32, cases: &[Arc<Term>]) -> BTreeSet<u32> {
    let mut related = BTreeSet::new();
    for case in cases {
        let records = &case.records;
        let Ok(at) = records.binary_search(&place) else {
            continue;
        };
        let end = (at + MOST_RELATED / 2 + 1).min(records.len());
        let start = end.saturating_sub(MOST_RELATED + 1).min(at);
        let end = (start + MOST_RELATED + 1).min(records.len());
        related.extend(records[start..end].iter().copied());
    }
    related.remove(&place);
    while related.len() > MOST_RELATED {
        let farthest = match (related.first(), related.last()) {
            (Some(first), Some(last)) if place.abs_diff(*first) > place.abs_diff(*last) => *first,
            (_, last) => *last.unwrap_or(&place),
        };
        related.remove(&farthest);
    }
    related
}
