//! A path of a request to the bytes that answer it. Only addresses of the plan are answered: no path of a request ever
//! becomes a path on disk.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use mime_guess::Mime;
use percent_encoding::{percent_decode_str, utf8_percent_encode};

use super::builds::Builds;
use super::faults::IN_PATH;
use super::search::SearchIndex;
use super::state::Snapshot;
use crate::diagnostics::Code;
use crate::engine::Build;
use crate::pages::{Content, Page};

/// How many pages are kept as they were last made without fault.
const KEPT: usize = 64;
/// The page for what does not exist.
const NOT_FOUND: &str = "404.html";

/// What answers a request.
pub(super) enum Answer {
    /// A file of the site.
    File(File),
    /// The page stands at another path of this server, percent-encoded.
    Moved(String),
    /// No address of a site looks like this.
    Refused,
    /// The page has faults, and was never seen without them.
    Unseen {
        /// Whether its source was changed just now and is about to be read again.
        is_changing: bool,
    },
}

/// A file of the site, as a build would write it.
pub(super) struct File {
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// The digest of what decided them; empty for a page that is shown as it was before.
    pub(super) digest: String,
    /// Its kind, by the name it would have in the output folder.
    pub(super) kind: Mime,
    /// Whether it stands for an address that does not exist.
    pub(super) is_missing: bool,
    /// Whether it is an attachment, which somebody else wrote.
    pub(super) is_attachment: bool,
}

/// The pages last made without fault, the newest first.
#[derive(Default)]
struct LastGood(VecDeque<(String, Vec<u8>)>);

impl LastGood {
    fn keep(&mut self, address: &str, bytes: &[u8]) {
        self.0.retain(|(kept, _)| kept != address);
        self.0.truncate(KEPT - 1);
        self.0.push_front((address.to_owned(), bytes.to_vec()));
    }

    fn find(&self, address: &str) -> Option<Vec<u8>> {
        let found = self.0.iter().find(|(kept, _)| kept == address)?;
        Some(found.1.clone())
    }
}

/// What answers requests remember of those before.
#[derive(Default)]
pub(super) struct Answers {
    last_good: Mutex<LastGood>,
    index: SearchIndex,
}

impl Answers {
    /// Answers a request for a path, percent-encoded as it came.
    pub(super) fn answer(&self, builds: &Builds, path: &str) -> Answer {
        let Some(path) = plain(path) else {
            return Answer::Refused;
        };
        let current = builds.now();
        let base = base(&current);
        let Some(address) = path.strip_prefix(base.as_str()) else {
            let is_above = path == "/" || format!("{path}/") == base;
            return if is_above {
                Answer::Moved(current.shown().site.settings.base_path().to_owned())
            } else {
                self.file(builds, &current, NOT_FOUND, true)
            };
        };
        let address = address.strip_suffix("index.html").unwrap_or(address);
        let has = |address: &str| builds.find(&current, address).is_some();
        if has(address) {
            return self.file(builds, &current, address, false);
        }
        if !address.ends_with('/') && has(&format!("{address}/")) {
            let base = current.shown().site.settings.base_path();
            let address = utf8_percent_encode(address, IN_PATH);
            return Answer::Moved(format!("{base}{address}/"));
        }
        if let Some(moved) = moved(&current, address) {
            return Answer::Moved(moved);
        }
        match self.index.file(&current, &builds.folder, address) {
            Some(bytes) => Answer::File(File {
                bytes,
                digest: String::new(),
                kind: kind_of(address),
                is_missing: false,
                is_attachment: false,
            }),
            None => self.file(builds, &current, NOT_FOUND, true),
        }
    }

    /// The file at an address of the plan, or how it was when it was last made without fault.
    fn file(&self, builds: &Builds, current: &Snapshot, address: &str, is_missing: bool) -> Answer {
        let (made, kind, is_attachment) = match builds.find(current, address) {
            Some((build, page)) => (
                builds
                    .make(&build, &page)
                    .map(|bytes| (bytes, digest(&build, &page, true))),
                kind_of(&page.address.output_path()),
                matches!(page.content, Content::Attachment(..)),
            ),
            None => (Err(Vec::new()), kind_of(NOT_FOUND), false),
        };
        let mut last_good = self
            .last_good
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let (bytes, digest) = match made {
            Ok((bytes, digest)) => {
                if kind.subtype() == "html" {
                    last_good.keep(address, &bytes);
                }
                (bytes, digest)
            }
            Err(faults) => {
                let Some(bytes) = last_good.find(address) else {
                    let is_changed = faults.iter().any(|fault| fault.code == Code::SourceChanged);
                    let is_changing = is_changed && current.is_newest();
                    return Answer::Unseen { is_changing };
                };
                (bytes, String::new())
            }
        };
        Answer::File(File {
            bytes,
            digest: told(digest, is_missing),
            kind,
            is_missing,
            is_attachment,
        })
    }
}

/// The address of the plan that a path of a request means, if there is such a page.
pub(super) fn address_of(builds: &Builds, current: &Snapshot, path: &str) -> Option<String> {
    let path = plain(path)?;
    let base = base(current);
    let address = path.strip_prefix(base.as_str())?;
    let address = address.strip_suffix("index.html").unwrap_or(address);
    let is_there = builds.find(current, address).is_some();
    is_there.then(|| address.to_owned())
}

/// Where a former address leads that only a web server can lead on.
fn moved(current: &Snapshot, address: &str) -> Option<String> {
    let build = current.shown();
    let to = build.plan.moved(address)?;
    Some(to.link(&build.site.settings))
}

/// The path that the site's addresses begin with, in plain letters.
fn base(current: &Snapshot) -> String {
    let base = current.shown().site.settings.base_path();
    plain(base).unwrap_or_else(|| base.to_owned())
}

/// The kind of a file by its name.
fn kind_of(name: &str) -> Mime {
    mime_guess::from_path(name).first_or_octet_stream()
}

/// The digest as browsers are told it: a page in the place of a missing one is not that page.
pub(super) fn told(digest: String, is_missing: bool) -> String {
    if is_missing {
        format!("{digest}-missing")
    } else {
        digest
    }
}

/// The digest of all that decides a page's bytes; another one for a page that cannot be made now.
pub(super) fn digest(build: &Build, page: &Page, is_made: bool) -> String {
    let inputs = build.making(|frame, _| page.inputs_in(frame.digest));
    let kept = if is_made { "" } else { "-kept" };
    inputs.map_or_else(String::new, |inputs| format!("{}{kept}", inputs.to_hex()))
}

/// The path in plain letters; `None` for what no address of a site has: a climb, a backslash, a control character.
fn plain(path: &str) -> Option<String> {
    let path = percent_decode_str(path).decode_utf8().ok()?.into_owned();
    let is_strange = |character: char| character == '\\' || character.is_control();
    let climbs = path.split('/').any(|part| matches!(part, "." | ".."));
    (!climbs && !path.contains(is_strange)).then_some(path)
}
