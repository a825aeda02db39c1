//! Single pages of a plan replaced, where the rest of it cannot differ.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::data::data_inputs;
use super::links::{self, Correction, Linking, Resolver};
use super::records::record_inputs;
use super::{Find, Plan, asset, text_inputs};
use crate::pages::{Address, Addresses, Beside, Content, Links, Page, RecordPage, RecordRange};
use crate::record::Record;
use crate::site::Settings;
use crate::source::SourcePath;

/// What the links of a record's new prose are resolved against.
pub struct Relink<'a> {
    /// The settings.
    pub settings: &'a Settings,
    /// Finds what a path names among the sources.
    pub find: Find<'a>,
    /// Whether the record is published.
    pub is_public: bool,
}

impl Plan {
    /// Puts a record in the place of the one it differs from in its prose alone. `false`, and nothing is replaced, if
    /// a link of it leads nowhere.
    pub fn replace_prose(&mut self, record: &Arc<Record>, relink: &Relink<'_>) -> bool {
        let addresses = Addresses::of(&relink.settings.language);
        let address = addresses.record(record);
        let place = self.place(&address).filter(|_| relink.is_public);
        let attachments = match place.map(|place| &self.pages[place].content) {
            Some(Content::Record(page)) => page.attachments.clone(),
            _ => Arc::default(),
        };
        let linking = Linking {
            source: &record.source,
            links: &record.links,
            headings: &record.headings,
            attachments: Some(&attachments),
            is_published: relink.is_public,
        };
        let resolver = Resolver {
            settings: relink.settings,
            addresses,
            find: relink.find,
            near: &|_| Vec::new(),
            withheld: Arc::default(),
        };
        let (mut faults, mut site_links) = (Vec::new(), Vec::new());
        let links = resolver.resolve(&linking, &mut faults, &mut site_links);
        links::check_site_links(site_links, self, relink.settings, &mut faults);
        if !faults.is_empty() || place.is_none() && relink.is_public {
            return false;
        }
        let renew = |page: &mut RecordPage| {
            page.record = record.clone();
            page.links = links.clone();
        };
        for address in [address.join("data.json"), address] {
            let place = self.place(&address).filter(|_| relink.is_public);
            if let Some(place) = place {
                change(&mut self.pages[place], renew);
            }
        }
        true
    }

    /// Takes links that lead nowhere out of the pages that hold them.
    pub(super) fn correct(&mut self, corrections: &[Correction]) {
        let mut by_source: BySource<'_> = BTreeMap::new();
        for correction in corrections {
            let of_source = by_source.entry(&correction.source).or_default();
            of_source.insert(&correction.destination, correction.address.as_deref());
        }
        if by_source.is_empty() {
            return;
        }
        let mut besides = None;
        for page in &mut self.pages {
            match &mut page.content {
                Content::DataYear(range) | Content::DataTable(range) => {
                    let besides = besides.get_or_insert_with(|| corrected(range, &by_source));
                    range.besides = besides.clone();
                    page.inputs = data_inputs(range).finish();
                }
                Content::Record(content) | Content::DataRecord(content) => {
                    if let Some(corrected) = by_source.get(&content.record.source) {
                        change(page, |page| page.links = without(&page.links, corrected));
                    }
                }
                Content::Text(text, links) => {
                    if let Some(corrected) = by_source.get(&text.source) {
                        *links = without(links, corrected);
                        page.inputs = text_inputs(text, links);
                    }
                }
                _ => {}
            }
        }
    }

    /// Puts other static files of the theme in the place of those there are.
    pub fn replace_assets(&mut self, assets: &[(Address, Arc<[u8]>)]) {
        self.pages
            .retain(|page| !matches!(page.content, Content::Asset(_)));
        let pages = assets.iter().map(|(address, bytes)| asset(address, bytes));
        self.pages.extend(pages);
        self.pages
            .sort_by(|left: &Page, right: &Page| left.address.cmp(&right.address));
    }

    fn place(&self, address: &Address) -> Option<usize> {
        self.pages
            .binary_search_by(|page| page.address.cmp(address))
            .ok()
    }
}

/// Changes what a record's page or its open data is made from.
fn change(page: &mut Page, change: impl Fn(&mut RecordPage)) {
    let (kind, content) = match &mut page.content {
        Content::Record(content) => ("record", content),
        Content::DataRecord(content) => ("data", content),
        _ => return,
    };
    change(content);
    page.inputs = record_inputs(kind, content);
}

/// The corrections of each text: what is left of each destination.
type BySource<'c> = BTreeMap<&'c SourcePath, BTreeMap<&'c str, Option<&'c str>>>;

/// What open data shows beside the facts of records, with corrected links; all of it shares one such map.
fn corrected(range: &RecordRange, by_source: &BySource<'_>) -> Arc<BTreeMap<u32, Beside>> {
    let mut besides = BTreeMap::clone(&range.besides);
    for (place, beside) in &mut besides {
        if let Some(corrected) = by_source.get(&range.all[*place as usize].source) {
            beside.links = without(&beside.links, corrected);
        }
    }
    Arc::new(besides)
}

/// Links of which some are corrected.
fn without(links: &Links, corrected: &BTreeMap<&str, Option<&str>>) -> Links {
    let corrected = |(destination, address): &(String, String)| {
        let address = match corrected.get(destination.as_str()) {
            Some(corrected) => (*corrected)?.to_owned(),
            None => address.clone(),
        };
        Some((destination.clone(), address))
    };
    links.iter().filter_map(corrected).collect()
}
