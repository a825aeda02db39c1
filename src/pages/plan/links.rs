//! Links of the prose to addresses: a record's file becomes its page, an attachment its file, an anchor must exist.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Plan;
use super::attachments::WithheldFiles;
use super::near::Near;
use crate::diagnostics::{Code, Diagnostic};
use crate::pages::{Address, Addresses, Content, Links, Page, PublishedAttachment};
use crate::record::prose::split_destination;
use crate::record::{Heading, Link, Record, Text, nearest, slug};
use crate::site::Settings;
use crate::source::{Location, SourcePath, composed, is_markdown};

/// What a path names among the sources.
pub enum Target<'a> {
    /// A record, and whether it is published.
    Record(&'a Arc<Record>, bool),
    /// An ordinary page's source, and whether it is published.
    Text(&'a Arc<Text>, bool),
    /// A file of text that has errors of its own: nobody who links to it is blamed.
    Unreadable,
    /// Any other file.
    File,
}

/// Finds what a path names, in Unicode's composed form, below the root.
pub type Find<'a> = &'a (dyn Fn(&str) -> Option<Target<'a>> + Sync);

/// One text whose links are to be resolved.
pub(super) struct Linking<'a> {
    pub(super) source: &'a SourcePath,
    pub(super) links: &'a [Link],
    pub(super) headings: &'a [Heading],
    /// What a record publishes; ordinary pages publish no files.
    pub(super) attachments: Option<&'a [PublishedAttachment]>,
    pub(super) is_published: bool,
}

/// What links are resolved against.
pub(super) struct Resolver<'a> {
    pub(super) settings: &'a Settings,
    pub(super) addresses: Addresses,
    pub(super) find: Find<'a>,
    pub(super) near: Near<'a>,
    /// The files that some record withholds.
    pub(super) withheld: Arc<WithheldFiles>,
}

/// Where a destination leads.
enum Led {
    /// To an address.
    To(String),
    /// To a path of the site itself, to be held against the finished plan.
    Site,
    /// To what has faults of its own: nobody who links to it is blamed.
    Unknown,
    /// Nowhere, or not as far as it should: to the address that is left of it.
    Astray(Diagnostic, Option<String>),
}

impl<'a> Resolver<'a> {
    /// Resolves the links of one text; reports those that lead nowhere, which then have no address. Links to addresses
    /// of the site itself are left in `site_links`, to be held against the finished plan.
    pub(super) fn resolve<'l>(
        &self,
        linking: &Linking<'l>,
        diagnostics: &mut Vec<Diagnostic>,
        site_links: &mut Vec<SiteLink>,
    ) -> Links
    where
        'a: 'l,
    {
        let mut resolved = Vec::new();
        let mut anchors = Anchors::default();
        for link in linking.links {
            let destination = || link.destination.clone();
            let length = link.destination.chars().count().max(1);
            let at = Location {
                path: linking.source.clone(),
                line: link.line,
                column: link.column,
                length,
            };
            match self.led(linking, &link.destination, &mut anchors) {
                Led::To(address) => resolved.push((destination(), address)),
                Led::Site => {
                    let (path, anchor) = split_destination(&link.destination);
                    let path = composed(path.trim_start_matches('/')).into_owned();
                    let anchor = anchor.unwrap_or_default();
                    let page = Address::new(path.as_str()).link(self.settings);
                    resolved.push((destination(), with_hash(&page, &anchor)));
                    site_links.push(SiteLink {
                        path,
                        anchor,
                        at,
                        destination: destination(),
                    });
                }
                Led::Unknown => {}
                Led::Astray(fault, rest) => {
                    diagnostics.push(fault.with("destination", destination()).at(at));
                    resolved.extend(rest.map(|address| (destination(), address)));
                }
            }
        }
        resolved.sort();
        resolved.dedup();
        resolved.into()
    }

    fn led<'l>(&self, linking: &Linking<'l>, destination: &str, anchors: &mut Anchors<'l>) -> Led
    where
        'a: 'l,
    {
        let (path, anchor) = split_destination(destination);
        let anchor = anchor.unwrap_or_default();
        if path.is_empty() {
            return anchors.lead(None, &anchor, linking.source, linking.headings);
        }
        if path.starts_with('/') {
            return Led::Site;
        }
        let joined = join(linking.source.folder(), &composed(&path));
        let attached = linking.attachments.unwrap_or_default().iter();
        let mut attached =
            attached.filter(|file| Some(&*file.source.composed()) == joined.as_deref());
        if let Some(attachment) = attached.next() {
            return Led::To(attachment.address.link(self.settings));
        }
        let page = |address: Address| Some(address.link(self.settings));
        if joined
            .as_deref()
            .is_some_and(|file| self.withheld.hold(file))
        {
            return Led::Astray(dead_link("withheld"), None);
        }
        match joined.as_deref().and_then(|joined| (self.find)(joined)) {
            None => self.astray(linking, destination, &path),
            Some(Target::Record(_, false) | Target::Text(_, false)) if linking.is_published => {
                Led::Astray(Diagnostic::new(Code::LinkToUnpublished), None)
            }
            Some(Target::Record(record, _)) => {
                let address = page(self.addresses.record(record));
                if record.withdrawal().is_some() && !anchor.is_empty() {
                    return Led::Astray(without_heading("withdrawn", &anchor), address);
                }
                anchors.lead(address, &anchor, &record.source, &record.headings)
            }
            Some(Target::Text(text, _)) => {
                let address = page(self.addresses.text(text));
                anchors.lead(address, &anchor, &text.source, &text.headings)
            }
            Some(Target::Unreadable) => Led::Unknown,
            Some(Target::File) => {
                let folder = format!("{}/", composed(linking.source.folder()));
                let joined = joined.unwrap_or_default();
                let is_beside = joined.starts_with(&folder);
                let reason = match (linking.attachments, is_beside) {
                    _ if is_markdown(&joined) => "excluded",
                    (Some(_), true) if self.settings.publishes_linked => "kind",
                    (None, _) => "no-record",
                    (Some(_), true) => "unlisted",
                    (Some(_), false) => "elsewhere",
                };
                Led::Astray(dead_link(reason), None)
            }
        }
    }

    fn astray(&self, linking: &Linking<'_>, destination: &str, path: &str) -> Led {
        if let Some((reason, cure)) = outside(destination) {
            let fault = dead_link(reason);
            return Led::Astray(fault.with("cure", cure), None);
        }
        let nearest = self.nearest(linking, destination, path);
        let fault = dead_link("nothing").with("nearest", nearest.as_deref().unwrap_or("none"));
        Led::Astray(fault, None)
    }
}

/// The ends of hosts that people write without a scheme; none is the ending of a file that records link to.
const TOP_LEVEL: [&str; 14] = [
    "se", "nu", "com", "org", "net", "eu", "fi", "no", "dk", "is", "info", "gov", "edu", "example",
];

/// An address of another website or a person that lacks what makes it one, with its cure.
fn outside(destination: &str) -> Option<(&'static str, String)> {
    if destination.starts_with("www.") {
        return Some(("web", format!("https://{destination}")));
    }
    let schemes = ["https://", "http://"].into_iter();
    if let Some(start) = schemes.filter_map(|scheme| destination.find(scheme)).min() {
        return Some(("web", destination[start..].to_owned()));
    }
    let host = destination
        .split(['/', '?', '#'])
        .next()
        .unwrap_or_default();
    let is_host = |(_, last): (&str, &str)| TOP_LEVEL.contains(&last) && !host.contains('@');
    if host.rsplit_once('.').is_some_and(is_host) {
        return Some(("web", format!("https://{destination}")));
    }
    let (name, host) = destination.split_once('@')?;
    let is_address = !name.is_empty() && !name.contains(['/', ' ']) && host.contains('.');
    is_address.then(|| ("mail", format!("mailto:{destination}")))
}

fn with_hash(address: &str, anchor: &str) -> String {
    let hash = if anchor.is_empty() { "" } else { "#" };
    format!("{address}{hash}{anchor}")
}

/// The fault of a link that leads nowhere a reader may go.
fn dead_link(reason: &str) -> Diagnostic {
    Diagnostic::new(Code::DeadLink).with("reason", reason)
}

/// The fault of an anchor that no heading has.
fn without_heading(reason: &str, anchor: &str) -> Diagnostic {
    Diagnostic::new(Code::DeadAnchor)
        .with("reason", reason)
        .with("anchor", anchor)
}

/// The anchors of the texts that links lead to, gathered once for each, and how many more may be guessed at.
struct Anchors<'a> {
    known: BTreeMap<&'a SourcePath, BTreeSet<&'a str>>,
    guesses: usize,
}

impl Default for Anchors<'_> {
    fn default() -> Self {
        Self {
            known: BTreeMap::new(),
            guesses: MOST_GUESSES,
        }
    }
}

/// Of so many missing anchors of one text the nearest that exists is told: whoever mends them has then seen the rule.
const MOST_GUESSES: usize = 20;

impl<'a> Anchors<'a> {
    /// An address with an anchor; without the anchor if there is no such heading. No address is the text's own.
    fn lead(
        &mut self,
        address: Option<String>,
        anchor: &str,
        source: &'a SourcePath,
        headings: &'a [Heading],
    ) -> Led {
        let whole = with_hash(address.as_deref().unwrap_or_default(), anchor);
        if anchor.is_empty() {
            return Led::To(whole);
        }
        let ids = || headings.iter().map(|heading| heading.id.as_str());
        let known = self.known.entry(source).or_insert_with(|| ids().collect());
        if known.contains(anchor) {
            return Led::To(whole);
        }
        let may_guess = self.guesses > 0;
        self.guesses = self.guesses.saturating_sub(1);
        let nearest = may_guess.then(|| nearest(anchor, ids())).flatten();
        let fault = without_heading("missing", anchor).with("nearest", nearest.unwrap_or("none"));
        Led::Astray(fault, address)
    }
}

/// A link to an address of the site itself, to be held against the finished plan.
pub(super) struct SiteLink {
    /// The address, without a slash at its beginning.
    path: String,
    /// The anchor, or the empty text.
    anchor: String,
    /// Where the link stands.
    at: Location,
    /// The destination as written.
    destination: String,
}

/// What is left of a link to an address of the site that leads nowhere, or not as far as it should.
pub(super) struct Correction {
    /// The text that holds the link.
    pub(super) source: SourcePath,
    /// The destination as written.
    pub(super) destination: String,
    /// The address that is left of it, if any.
    pub(super) address: Option<String>,
}

/// Reports each link to an address that the site does not have, or to a heading that its page does not have.
pub(super) fn check_site_links(
    mut links: Vec<SiteLink>,
    plan: &Plan,
    settings: &Settings,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Correction> {
    links.sort_by(|left, right| left.at.cmp(&right.at));
    let mut corrections = Vec::new();
    let mut anchors = Anchors::default();
    let mut last = None;
    for SiteLink {
        path,
        anchor,
        at,
        destination,
    } in links
    {
        if last.as_ref() != Some(&at.path) {
            anchors.guesses = MOST_GUESSES;
            last = Some(at.path.clone());
        }
        let led = match page_at(plan, &path) {
            None => {
                let nearest = near_address(plan, &path);
                let fault = dead_link("nothing");
                let nearest = nearest.unwrap_or_else(|| "none".to_owned());
                Led::Astray(fault.with("nearest", nearest), None)
            }
            Some(page) => {
                let address = Some(Address::new(path.as_str()).link(settings));
                match &page.content {
                    Content::Record(page) => {
                        let record = &page.record;
                        anchors.lead(address, &anchor, &record.source, &record.headings)
                    }
                    Content::Text(text, _) => {
                        anchors.lead(address, &anchor, &text.source, &text.headings)
                    }
                    _ => Led::Unknown,
                }
            }
        };
        if let Led::Astray(fault, address) = led {
            let source = at.path.clone();
            diagnostics.push(fault.with("destination", format!("/{path}")).at(at));
            corrections.push(Correction {
                source,
                destination,
                address,
            });
        }
    }
    corrections
}

fn page_at<'p>(plan: &'p Plan, path: &str) -> Option<&'p Page> {
    let page = path.strip_suffix("index.html").unwrap_or(path);
    plan.page(page).or_else(|| plan.page(&format!("{page}/")))
}

/// An address that differs in its capitals, marks and blanks alone.
fn near_address(plan: &Plan, path: &str) -> Option<String> {
    let spelt = path.split('/').map(slug).collect::<Vec<_>>().join("/");
    let page = page_at(plan, &spelt)?;
    Some(format!("/{}", page.address.as_str()))
}

/// A path written in a file of `folder`, below the root; `None` when it leads out of it. A folder means its `index.md`.
pub(super) fn join(folder: &str, written: &str) -> Option<String> {
    let folder = composed(folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in written.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    if written.ends_with('/') {
        parts.push("index.md");
    }
    (parts.first() == Some(&"content")).then(|| parts.join("/"))
}
