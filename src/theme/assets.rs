//! The static files of a theme, each at an address that holds the digest of its bytes.
//!
//! What authors write is published as they wrote it, but for the addresses in style sheets: they name files of the theme
//! (`url(mark.svg)`), whose published names carry digests. A sheet's own digest is therefore made after those of the
//! files it names.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::layers::Layer;
use super::styles::{self, Found};
use crate::diagnostics::{Checked, Code, Diagnostic};
use crate::pages::Address;
use crate::record::prose::decoded;
use crate::record::{nearest, slug};
use crate::source::{Digest, Location};

/// A static file as it is published.
#[derive(Clone)]
pub(super) struct Asset {
    pub(super) address: Address,
    pub(super) bytes: Arc<[u8]>,
}

/// The static files by their names. A file of a winning layer hides its namesakes.
pub(super) fn assets(layers: &[Layer]) -> Checked<BTreeMap<String, Asset>> {
    let mut files = BTreeMap::new();
    for layer in layers.iter().rev() {
        for (path, bytes) in &layer.files {
            if let Some(name) = path.strip_prefix(FOLDER) {
                files.insert(name, (layer, bytes));
            }
        }
    }
    let mut assembly = Assembly {
        files: &files,
        made: BTreeMap::new(),
        under_way: Vec::new(),
        diagnostics: Vec::new(),
    };
    for name in files.keys() {
        assembly.address(name);
    }
    Checked {
        value: assembly.made,
        diagnostics: assembly.diagnostics,
    }
}

struct Assembly<'f> {
    files: &'f BTreeMap<&'f str, (&'f Layer, &'f Arc<[u8]>)>,
    made: BTreeMap<String, Asset>,
    /// The sheets that wait for the files they name, the outermost first.
    under_way: Vec<&'f str>,
    diagnostics: Vec<Diagnostic>,
}

impl<'f> Assembly<'f> {
    /// The address of a file; it is made with all that it names. `None` if it leads back to itself.
    fn address(&mut self, name: &'f str) -> Option<Address> {
        if let Some(asset) = self.made.get(name) {
            return Some(asset.address.clone());
        }
        if self.under_way.contains(&name) {
            return None;
        }
        self.under_way.push(name);
        let (layer, bytes) = self.files[name];
        let bytes = if has_ending(name, "css") {
            self.sheet(name, layer, bytes)
        } else {
            self.refuse_other_encodings(name, layer, bytes);
            bytes.clone()
        };
        self.under_way.pop();
        let address = address_of(name, &bytes);
        let asset = Asset {
            address: address.clone(),
            bytes,
        };
        self.made.insert(name.to_owned(), asset);
        Some(address)
    }

    fn refuse_other_encodings(&mut self, name: &str, layer: &Layer, bytes: &[u8]) {
        let is_script = has_ending(name, "js") || has_ending(name, "mjs");
        let text = is_script.then(|| layer.text(&file_of(name), bytes));
        self.diagnostics
            .extend(text.and_then(Result::err).map(|fault| *fault));
    }

    fn sheet(&mut self, name: &str, layer: &Layer, bytes: &Arc<[u8]>) -> Arc<[u8]> {
        let path = layer.source(&file_of(name));
        let text = match layer.text(&file_of(name), bytes) {
            Ok(text) => text,
            Err(fault) => {
                self.diagnostics.push(*fault);
                return bytes.clone();
            }
        };
        let written = styles::with_addresses(text, |found| {
            self.published(name, found).unwrap_or_else(|fault| {
                let at = Location::of_range(&path, text, 1, found.range.clone());
                self.diagnostics.push(fault.at(at));
                None
            })
        });
        written.into_bytes().into()
    }

    /// What a sheet is to say for an address in it; `None` for one that leads to no file of the theme and need not.
    fn published(&mut self, sheet: &str, found: &Found) -> Result<Option<String>, Diagnostic> {
        let end = found
            .address
            .find(['?', '#'])
            .unwrap_or(found.address.len());
        let (path, rest) = found.address.split_at(end);
        if path.is_empty() || has_scheme(path, "data") {
            return Ok(None);
        }
        if path.starts_with("//") || path.contains(':') {
            return Err(Diagnostic::new(Code::AssetForeign).with("address", &found.address));
        }
        let path = decoded(path);
        let named = match path.strip_prefix('/') {
            None => below(sheet, &path),
            Some(from_top) => match from_top.strip_prefix(FOLDER) {
                None => return Ok(None),
                Some(name) => Some(name.to_owned()),
            },
        };
        let known = named
            .as_deref()
            .and_then(|named| self.files.get_key_value(named));
        let Some((&named, _)) = known else {
            let near = nearest(
                named.as_deref().unwrap_or(&path),
                self.files.keys().copied(),
            );
            let near = near.map_or_else(|| "none".to_owned(), |near| relative(sheet, near));
            let fault = Diagnostic::new(Code::AssetMissing).with("reason", "missing");
            return Err(fault.with("file", path).with("nearest", near));
        };
        let Some(address) = self.address(named) else {
            let fault = Diagnostic::new(Code::AssetMissing).with("reason", "circle");
            return Err(fault.with("file", path).with("nearest", "none"));
        };
        let published = address.encoded();
        let published = published.strip_prefix(FOLDER).unwrap_or_default();
        Ok(Some(format!("{}{rest}", relative(sheet, published))))
    }
}

/// The name of the file that a relative path in a sheet means; `None` if it leads out of the static files.
fn below(sheet: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = sheet.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// The way from a sheet to another static file: up to the first of them, then down.
fn relative(sheet: &str, name: &str) -> String {
    format!("{}{name}", "../".repeat(sheet.matches('/').count()))
}

/// The path of a static file within its layer.
fn file_of(name: &str) -> String {
    format!("{FOLDER}{name}")
}

fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, found)| found.eq_ignore_ascii_case(ending))
}

fn has_scheme(address: &str, scheme: &str) -> bool {
    address
        .split_once(':')
        .is_some_and(|(found, _)| found.eq_ignore_ascii_case(scheme))
}

/// The folder of the static files, in a layer as in the site.
const FOLDER: &str = "static/";

/// `style.css` becomes `static/style.0123456789ab.css`: another content is another address, so it may be cached for ever.
fn address_of(name: &str, bytes: &[u8]) -> Address {
    let digest = &Digest::of(bytes).to_hex()[..12];
    let part = |part: &str| part.split('.').map(slug).collect::<Vec<_>>().join(".");
    let name: Vec<String> = name.split('/').map(part).collect();
    let name = name.join("/");
    let name = if name.starts_with('.') {
        format!("file{name}")
    } else {
        name
    };
    Address::new(match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{FOLDER}{stem}.{digest}.{extension}"),
        None => format!("{FOLDER}{name}.{digest}"),
    })
}
