//! The files that records publish as they are: which may be, and where each stands.
//!
//! A file stands on the site's own origin, so one that a browser runs there could do whatever the site can. Hence only
//! kinds that documents come in are published, by the ending of the name and by what the first bytes tell; any other must
//! be named in the settings.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Planner;
use super::links;
use crate::diagnostics::{Code, Diagnostic};
use crate::pages::PublishedAttachment;
use crate::record::prose::split_destination;
use crate::record::{Attachment, Key, Record, slug};
use crate::source::{Active, Measure, composed, is_markdown};

/// The endings of files that no browser and no server runs.
const DOCUMENTS: [&str; 56] = [
    "7z", "avif", "bmp", "csv", "doc", "docx", "dwg", "dxf", "epub", "flac", "geojson", "gif",
    "gpkg", "gz", "heic", "ics", "jpeg", "jpg", "json", "m4a", "m4v", "mov", "mp3", "mp4", "odg",
    "odp", "ods", "odt", "oga", "ogg", "ogv", "opus", "parquet", "pdf", "png", "pps", "ppsx",
    "ppt", "pptx", "rtf", "shp", "tex", "tif", "tiff", "tsv", "txt", "vcf", "vsd", "vsdx", "wav",
    "webm", "webp", "xls", "xlsx", "xps", "zip",
];
/// Other endings of what [`Active`] tells apart.
const HTML: [&str; 5] = ["html", "htm", "xhtml", "xht", "shtml"];
const SVG: [&str; 2] = ["svg", "svgz"];

impl Planner<'_> {
    /// The files a record publishes. They must stand beside it, be no sources themselves, and be of a kind that may be
    /// published.
    pub(super) fn attachments(
        &self,
        record: &Record,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<PublishedAttachment> {
        let mut published = Vec::new();
        let mut faults = Vec::new();
        for attachment in record.attachments().filter(|file| file.is_public) {
            match self.published(record, &attachment) {
                Ok(file) => published.push(file),
                Err(fault) => {
                    faults.push((fault.with("file", attachment.file), attachment.item));
                }
            }
        }
        if self.site.settings.publishes_linked {
            self.add_linked(record, &mut published);
        }
        if faults.is_empty() {
            return published;
        }
        let items: Vec<_> = faults.iter().map(|(_, item)| *item).collect();
        let places = (self.materials.locate)(record, Key::ATTACHMENTS, &items);
        let faults = faults.into_iter().zip(places);
        diagnostics.extend(faults.map(|((fault, _), place)| fault.at(place)));
        published
    }

    /// The files beside a record that it links to and does not list. What is no such file is told of as a link.
    fn add_linked(&self, record: &Record, published: &mut Vec<PublishedAttachment>) {
        for link in &record.links {
            let (file, _) = split_destination(&link.destination);
            let attachment = Attachment {
                file: &file,
                title: None,
                item: None,
                is_accessible: None,
                is_public: true,
                reason: None,
            };
            if file.is_empty() || file.starts_with('/') || is_markdown(&file) {
                continue;
            }
            let Ok(file) = self.published(record, &attachment) else {
                continue;
            };
            if published.iter().all(|known| known.source != file.source) {
                published.push(file);
            }
        }
    }

    fn published(
        &self,
        record: &Record,
        attachment: &Attachment<'_>,
    ) -> Result<PublishedAttachment, Diagnostic> {
        let file = attachment.file;
        let is_source = is_markdown(file);
        let address = file_address(file);
        let is_nameless = address
            .split('/')
            .any(|part| part.is_empty() || part.starts_with('.'));
        let climbs = file.split(['/', '\\']).any(|part| part == "..");
        let path = links::join(record.source.folder(), &composed(file));
        let may_stand = !climbs && !is_nameless && !file.starts_with('/') && !is_source;
        let Some(path) = path.filter(|_| may_stand) else {
            return Err(if is_nameless && !is_source && !climbs {
                nameless(file)
            } else {
                Diagnostic::new(Code::AttachmentPath).with("reason", "place")
            });
        };
        if self.withheld.hold(&path) {
            return Err(Diagnostic::new(Code::AttachmentPath).with("reason", "withheld"));
        }
        let Some((source, measure)) = (self.materials.measure)(&path) else {
            let nearest = self.nearest_attachment(record, file);
            let fault = Diagnostic::new(Code::AttachmentMissing);
            return Err(fault.with("nearest", nearest.as_deref().unwrap_or("none")));
        };
        let allowed = &self.site.settings.attachment_types;
        if let Some(fault) = refused(&address, &measure, allowed) {
            return Err(fault);
        }
        Ok(PublishedAttachment {
            title: attachment.title.map(str::to_owned),
            is_accessible: attachment.is_accessible,
            source,
            address: self.frame.addresses.record(record).join(&address),
            measure,
        })
    }

    /// The file below the record's folder whose name differs in its capitals alone.
    fn nearest_attachment(&self, record: &Record, file: &str) -> Option<String> {
        let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let folder = format!("{}/", composed(record.source.folder()));
        let mut near = (self.materials.near)(name).into_iter();
        near.find_map(|path| path.composed().strip_prefix(&folder).map(str::to_owned))
    }
}

/// The files, by their paths in composed form and small letters, that some record withholds: whatever else names them, in whatever
/// letters, they are not published.
#[derive(Default)]
pub(super) struct WithheldFiles(BTreeSet<String>);

impl WithheldFiles {
    /// Whether a file is among them.
    pub(super) fn hold(&self, path: &str) -> bool {
        self.0.contains(&path.to_lowercase())
    }
}

/// The files that some of these records withhold.
pub(super) fn withheld<'r>(records: impl Iterator<Item = &'r Arc<Record>>) -> WithheldFiles {
    let of_record = |record: &'r Arc<Record>| {
        let files = record.attachments().filter(|file| !file.is_public);
        let files = files.map(|file| file.file);
        let files = files.chain(record.withheld_files.iter().map(String::as_str));
        files.filter_map(|file| {
            let path = links::join(record.source.folder(), &composed(file))?;
            Some(path.to_lowercase())
        })
    };
    WithheldFiles(records.flat_map(of_record).collect())
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

/// What is wrong with publishing a file of this kind as it is.
fn refused(address: &str, measure: &Measure, allowed: &BTreeSet<String>) -> Option<Diagnostic> {
    let name = address.rsplit('/').next().unwrap_or_default();
    let fault = |reason: &str, ending: &str| {
        let mut cure: Vec<&str> = allowed.iter().map(String::as_str).collect();
        cure.push(ending);
        let fault = Diagnostic::new(Code::AttachmentType).with("reason", reason);
        let fault = fault.with("ending", ending).with("cure", cure.join(", "));
        Some(fault.with("kind", measure.active.map_or("none", Active::ending)))
    };
    let Some((_, ending)) = name.rsplit_once('.') else {
        return fault("nameless", "");
    };
    let is_named = allowed.contains(ending);
    if !is_named && !DOCUMENTS.contains(&ending) {
        return fault("ending", ending);
    }
    let active = measure.active?;
    let may_run = match active {
        Active::Html => HTML.iter().any(|ending| allowed.contains(*ending)),
        Active::Svg => SVG.iter().any(|ending| allowed.contains(*ending)),
        Active::Xml | Active::Program => is_named,
    };
    if may_run {
        return None;
    }
    fault("content", active.ending())
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
