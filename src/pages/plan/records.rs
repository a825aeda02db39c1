//! The pages that records bring: their own, their attachments, their facts, the addresses that lead to them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::links::{self, Linking, Resolver};
use super::redirects::Former;
use super::{Planner, SiteLinks, add_links};
use crate::diagnostics::{Code, Diagnostic};
use crate::pages::{Address, Content, Links, Origin, Page, PublishedAttachment, RecordPage};
use crate::record::{Key, Record, slug};
use crate::site::{Site, Term};
use crate::source::{Digest, Inputs, composed};

/// What one record brings to the plan.
#[derive(Default)]
struct Planned {
    pages: Vec<Page>,
    attachments: Option<Arc<[PublishedAttachment]>>,
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
        let mut attachments = BTreeMap::new();
        for (place, planned) in (0..).zip(planned) {
            attachments.extend(planned.attachments.map(|files| (place, files)));
            self.pages.extend(planned.pages);
            self.former.extend(planned.former);
            self.diagnostics.extend(planned.diagnostics);
            site_links.extend(planned.site_links);
        }
        for planned in unpublished {
            self.diagnostics.extend(planned.diagnostics);
            site_links.extend(planned.site_links);
        }
        self.add_data_years(&Arc::new(attachments));
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
            cases: cases.to_vec(),
            related: related(place, cases)
                .into_iter()
                .filter_map(|place| at(Some(place)))
                .collect(),
            attachments: attachments.clone(),
            links,
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
        let former = Former::all(&record.former_addresses, &address, &origin);
        add(
            address,
            record_inputs("record", &page),
            Content::Record(Box::new(page)),
        );
        planned.former = former;
        planned.attachments = (!attachments.is_empty()).then_some(attachments);
        planned
    }

    /// The files a record publishes. They must stand beside it, and be no sources themselves.
    fn attachments(
        &self,
        record: &Record,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<PublishedAttachment> {
        let mut published = Vec::new();
        for attachment in &record.attachments {
            let at = || (self.materials.locate)(record, Key::Attachments, attachment.item);
            let is_source = attachment.file.to_ascii_lowercase().ends_with(".md");
            let path = links::join(record.source.folder(), &composed(&attachment.file));
            let is_nameless = file_address(&attachment.file)
                .split('/')
                .any(|part| part.is_empty() || part.starts_with('.'));
            let climbs = attachment.file.split(['/', '\\']).any(|part| part == "..");
            let Some(path) = path.filter(|_| {
                !climbs && !is_nameless && !attachment.file.starts_with('/') && !is_source
            }) else {
                let fault = if is_nameless && !is_source && !climbs {
                    nameless(&attachment.file)
                } else {
                    Diagnostic::new(Code::AttachmentPath).with("reason", "place")
                };
                let fault = fault.with("file", &attachment.file);
                diagnostics.push(fault.at(at()));
                continue;
            };
            let Some((source, measure)) = (self.materials.measure)(&path) else {
                let nearest = self.nearest_attachment(record, &attachment.file);
                let fault = Diagnostic::new(Code::AttachmentMissing)
                    .with("file", &attachment.file)
                    .with("nearest", nearest.as_deref().unwrap_or("none"));
                diagnostics.push(fault.at(at()));
                continue;
            };
            let address = self
                .frame
                .addresses
                .record(record)
                .join(&file_address(&attachment.file));
            let attachment = attachment.clone();
            published.push(PublishedAttachment {
                attachment,
                source,
                address,
                measure,
            });
        }
        published
    }

    /// The file below the record's folder whose name differs in its capitals alone.
    fn nearest_attachment(&self, record: &Record, file: &str) -> Option<String> {
        let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let folder = format!("{}/", composed(record.source.folder()));
        let mut near = (self.materials.near)(name).into_iter();
        near.find_map(|path| path.composed().strip_prefix(&folder).map(str::to_owned))
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
        }
    }
}

pub(super) fn record_inputs(kind: &str, page: &RecordPage) -> Digest {
    let mut inputs = Inputs::of(kind)
        .digest(page.record.digest)
        .digest(page.record.facts);
    for neighbour in [&page.previous, &page.next] {
        inputs = match neighbour {
            Some(record) => inputs.number(1).digest(record.facts),
            None => inputs.number(0),
        };
    }
    for case in &page.cases {
        inputs = inputs.text(&case.title).text(&case.slug);
    }
    for record in &page.related {
        inputs = inputs.digest(record.facts);
    }
    for file in page.attachments.iter() {
        inputs = inputs
            .text(file.address.as_str())
            .digest(file.measure.digest)
            .text(&file.measure.format);
    }
    add_links(inputs, &page.links).finish()
}

/// The ASCII form of a file's path beside its record: each part's slug, the extension kept.
fn file_address(file: &str) -> String {
    let part = |part: &str| match part.rsplit_once('.') {
        Some((stem, extension)) => format!("{}.{}", slug(stem), slug(extension)),
        None => slug(part),
    };
    file.split('/')
        .filter(|part| !matches!(*part, "" | "."))
        .map(part)
        .collect::<Vec<_>>()
        .join("/")
}

/// The fault of a file whose name leaves nothing for an address, with a name that would do.
fn nameless(file: &str) -> Diagnostic {
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    let ending = match slug(ending) {
        empty if empty.is_empty() => String::new(),
        ending => format!(".{ending}"),
    };
    let diagnostic = Diagnostic::new(Code::AttachmentPath).with("reason", "nameless");
    diagnostic.with("cure", format!("1{ending}"))
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
            .filter(|(_, record)| record.body.is_none())
            .map(|(place, _)| place)
            .collect();
        for places in site
            .bodies
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
    for case in &site.cases {
        for place in &case.records {
            cases.entry(*place as usize).or_default().push(case.clone());
        }
    }
    cases
}

fn related(place: usize, cases: &[Arc<Term>]) -> BTreeSet<u32> {
    cases
        .iter()
        .flat_map(|case| case.records.iter().copied())
        .filter(|other| *other as usize != place)
        .collect()
}
