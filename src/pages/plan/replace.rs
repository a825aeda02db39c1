//! Single pages of a plan replaced, where the rest of it cannot differ.

use std::sync::Arc;

use super::links::{self, Linking, Resolver};
use super::records::record_inputs;
use super::{Find, Plan, asset};
use crate::pages::{Address, Addresses, Content, Page, RecordPage};
use crate::record::Record;
use crate::site::Settings;

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
            attachments: &attachments,
            is_published: relink.is_public,
        };
        let resolver = Resolver {
            settings: relink.settings,
            addresses,
            find: relink.find,
        };
        let (mut faults, mut site_links) = (Vec::new(), Vec::new());
        let links = resolver.resolve(&linking, &mut faults, &mut site_links);
        links::check_site_links(site_links, self, &mut faults);
        if !faults.is_empty() || place.is_none() && relink.is_public {
            return false;
        }
        let renew = |page: &RecordPage| RecordPage {
            record: record.clone(),
            links: links.clone(),
            ..page.clone()
        };
        for address in [address.join("data.json"), address] {
            let Some(place) = self.place(&address).filter(|_| relink.is_public) else {
                continue;
            };
            let page = &mut self.pages[place];
            match &page.content {
                Content::Record(content) => {
                    let content = renew(content);
                    page.inputs = record_inputs("record", &content);
                    page.content = Content::Record(Box::new(content));
                }
                Content::DataRecord(content) => {
                    let content = renew(content);
                    page.inputs = record_inputs("data", &content);
                    page.content = Content::DataRecord(Box::new(content));
                }
                _ => {}
            }
        }
        true
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
