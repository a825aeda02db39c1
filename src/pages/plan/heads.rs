//! What stands above the records of a listing: what a file of its own tells of the body, the person or the topic, what a body
//! said when it was asked, and when it meets.

use std::sync::Arc;

use super::meetings::{add, coming};
use super::redirects::Former;
use super::{Planner, SiteLinks, add_links};
use crate::pages::{Links, ListingHead, Origin};
use crate::record::Text;
use crate::site::{Gathering, Term};
use crate::source::Inputs;

/// How many meetings to come a body's page tells.
const MOST_COMING: usize = 5;

impl Planner<'_> {
    /// What stands above a term's records; `None` where nothing does.
    pub(super) fn head(
        &mut self,
        gathering: Gathering,
        term: &Arc<Term>,
        site_links: &mut SiteLinks,
    ) -> Option<Arc<ListingHead>> {
        let links = match &term.profile {
            Some(text) => self.links_of(text, site_links),
            None => Links::default(),
        };
        if let Some(text) = &term.profile {
            self.add_former(text);
        }
        let places = term.statements.iter();
        let statements = places.map(|place| self.site.records[*place as usize].clone());
        let meetings = if gathering == Gathering::BODY {
            let mut meetings = coming(self.site, Some(&term.title), self.site.today);
            meetings.truncate(MOST_COMING);
            meetings
        } else {
            Vec::new()
        };
        let head = ListingHead {
            profile: term.profile.clone(),
            links,
            statements: statements.rev().collect(),
            meetings,
        };
        let is_empty =
            head.profile.is_none() && head.statements.is_empty() && head.meetings.is_empty();
        (!is_empty).then(|| Arc::new(head))
    }

    /// Lets the former addresses of a text lead to its page.
    pub(super) fn add_former(&mut self, text: &Arc<Text>) {
        let address = self.frame.addresses.text(text);
        let origin = Origin::Text(text.clone());
        let former = Former::all(text.former_addresses(), &address, &origin);
        self.former.extend(former);
    }

    /// Where the links of a text's prose lead.
    pub(super) fn links_of(&mut self, text: &Text, site_links: &mut SiteLinks) -> Links {
        let linking = super::Linking {
            source: &text.source,
            links: &text.links,
            headings: &text.headings,
            attachments: None,
            is_published: text.standing().is_public(),
        };
        self.resolver()
            .resolve(&linking, &mut self.diagnostics, site_links)
    }
}

/// What decides the look of a head.
pub(super) fn inputs_of(inputs: Inputs, head: Option<&ListingHead>) -> Inputs {
    let Some(head) = head else {
        return inputs;
    };
    let mut inputs = inputs.number(head.statements.len());
    if let Some(text) = &head.profile {
        inputs = add_links(inputs.digest(text.digest), &head.links);
    }
    for record in &head.statements {
        inputs = inputs.digest(record.facts_digest);
    }
    head.meetings.iter().fold(inputs, add)
}
