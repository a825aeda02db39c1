//! Links of the prose to addresses: a record's file becomes its page, an attachment its file, an anchor must exist.

use std::sync::Arc;

use super::Plan;
use crate::diagnostics::{Code, Diagnostic};
use crate::pages::{Address, Addresses, Content, Links, PublishedAttachment};
use crate::record::prose::split_destination;
use crate::record::{Heading, Link, Record, Text};
use crate::site::Settings;
use crate::source::{Location, SourcePath, composed};

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
    pub(super) attachments: &'a [PublishedAttachment],
    pub(super) is_published: bool,
}

/// What links are resolved against.
pub(super) struct Resolver<'a> {
    pub(super) settings: &'a Settings,
    pub(super) addresses: Addresses,
    pub(super) find: Find<'a>,
}

impl Resolver<'_> {
    /// Resolves the links of one text; reports those that lead nowhere. Links to addresses of the site itself are
    /// left in `site_links`, to be held against the finished plan.
    pub(super) fn resolve(
        &self,
        linking: &Linking<'_>,
        diagnostics: &mut Vec<Diagnostic>,
        site_links: &mut Vec<SiteLink>,
    ) -> Links {
        let mut resolved = Vec::new();
        for link in linking.links {
            let length = link.destination.chars().count().max(1);
            let at = Location {
                path: linking.source.clone(),
                line: link.line,
                column: link.column,
                length,
            };
            match self.address(linking, &link.destination) {
                Ok(Some(address)) => resolved.push((link.destination.clone(), address)),
                Ok(None) => {
                    let (path, anchor) = split_destination(&link.destination);
                    let path = path.trim_start_matches('/').to_owned();
                    let anchor = anchor.unwrap_or_default();
                    let hash = if anchor.is_empty() { "" } else { "#" };
                    let page = Address::new(path.as_str()).link(self.settings);
                    resolved.push((link.destination.clone(), format!("{page}{hash}{anchor}")));
                    site_links.push(SiteLink { path, anchor, at });
                }
                Err(fault) => diagnostics.push(fault.with("destination", &link.destination).at(at)),
            }
        }
        resolved.sort();
        resolved.dedup();
        resolved.into()
    }

    /// The address a destination leads to; nothing for a path of the site itself.
    fn address(
        &self,
        linking: &Linking<'_>,
        destination: &str,
    ) -> Result<Option<String>, Diagnostic> {
        let (path, anchor) = split_destination(destination);
        let anchor = anchor.unwrap_or_default();
        if path.is_empty() {
            return with_anchor(String::new(), &anchor, linking.headings).map(Some);
        }
        if path.starts_with('/') {
            return Ok(None);
        }
        let dead = || Diagnostic::new(Code::DeadLink).with("reason", "nothing");
        let joined = join(linking.source.folder(), &composed(&path)).ok_or_else(dead)?;
        if let Some(attachment) = linking
            .attachments
            .iter()
            .find(|file| file.source.composed() == joined)
        {
            return Ok(Some(attachment.address.link(self.settings)));
        }
        let unpublished = |is_published: bool| linking.is_published && !is_published;
        match (self.find)(&joined).ok_or_else(dead)? {
            Target::Record(_, is_published) | Target::Text(_, is_published)
                if unpublished(is_published) =>
            {
                Err(Diagnostic::new(Code::LinkToUnpublished))
            }
            Target::Record(record, _) => {
                let address = self.addresses.record(record).link(self.settings);
                with_anchor(address, &anchor, &record.headings).map(Some)
            }
            Target::Text(text, _) => {
                let address = Address::new(format!("{}/", text.id)).link(self.settings);
                with_anchor(address, &anchor, &text.headings).map(Some)
            }
            Target::Unreadable => Ok(Some(String::new())),
            Target::File => Err(Diagnostic::new(Code::DeadLink).with("reason", "unlisted")),
        }
    }
}

/// A link to an address of the site itself, to be held against the finished plan.
pub(super) struct SiteLink {
    /// The address, without a slash at its beginning.
    pub(super) path: String,
    /// The anchor, or the empty text.
    pub(super) anchor: String,
    /// Where the link stands.
    pub(super) at: Location,
}

/// Reports each link to an address that the site does not have, or to a heading that its page does not have.
pub(super) fn check_site_links(
    links: Vec<SiteLink>,
    plan: &Plan,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for SiteLink { path, anchor, at } in links {
        let destination = format!("/{path}");
        let page = path.strip_suffix("index.html").unwrap_or(&path);
        let Some(page) = plan.page(page).or_else(|| plan.page(&format!("{page}/"))) else {
            let fault = Diagnostic::new(Code::DeadLink).with("reason", "nothing");
            diagnostics.push(fault.with("destination", destination).at(at));
            continue;
        };
        let headings = match &page.content {
            Content::Record(page) => &page.record.headings,
            Content::Text(text, _) => &text.headings,
            _ => continue,
        };
        diagnostics.extend(
            with_anchor(destination, &anchor, headings)
                .err()
                .map(|fault| fault.at(at)),
        );
    }
}

fn with_anchor(address: String, anchor: &str, headings: &[Heading]) -> Result<String, Diagnostic> {
    if anchor.is_empty() {
        return Ok(address);
    }
    if headings.iter().any(|heading| heading.id == anchor) {
        return Ok(format!("{address}#{anchor}"));
    }
    let nearest =
        crate::record::nearest(anchor, headings.iter().map(|heading| heading.id.as_str()));
    Err(Diagnostic::new(Code::DeadAnchor)
        .with("anchor", anchor)
        .with("nearest", nearest.unwrap_or("none")))
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
