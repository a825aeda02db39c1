//! The layers of a theme: whose files win over whose.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};

use crate::diagnostics::{Checked, Code, Diagnostic};
use crate::pages::Address;
use crate::record::front_matter;
use crate::record::{Place, nearest, slug};
use crate::source::{Digest, Inputs, Location, SourcePath};

use super::slim::slim;

/// The default theme, so that the program works from any folder.
static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Its files as a layer holds them: made once, since they are always the same.
static EMBEDDED_FILES: LazyLock<BTreeMap<String, Arc<[u8]>>> = LazyLock::new(|| {
    let mut files = BTreeMap::new();
    gather(&EMBEDDED, &mut files);
    files
});

const EMBEDDED_NAME: &str = "default";
const OVERRIDES: &str = "overrides";

/// Files below `themes/`, by their path below the root.
pub type Files = BTreeMap<SourcePath, Arc<[u8]>>;

/// A layer: its files by their path within it.
pub(super) struct Layer {
    pub(super) name: String,
    pub(super) files: BTreeMap<String, Arc<[u8]>>,
}

/// Whether a path below the root is a file of a theme.
#[must_use]
pub fn is_theme_file(path: &str) -> bool {
    path.starts_with("themes/")
}

/// The layers of a theme, the ones that win first. A theme that is missing or its own ancestor is reported.
pub(super) fn chain(name: &str, files: &Files) -> Checked<Vec<Layer>> {
    let mut layers = Vec::new();
    let mut diagnostics = Vec::new();
    let overrides = on_disk(OVERRIDES, files);
    if !overrides.files.is_empty() {
        layers.push(overrides);
    }
    let mut seen = BTreeSet::new();
    let mut next = Some((
        name.to_owned(),
        Location::start_of(&SourcePath::new(crate::site::SETTINGS_PATH)),
    ));
    while let Some((name, asked_at)) = next.take() {
        let layer = layer(&name, files);
        let Some(description) = layer
            .files
            .get("theme.yaml")
            .filter(|_| seen.insert(name.clone()))
        else {
            diagnostics.push(
                Diagnostic::new(Code::ThemeMissing)
                    .with("theme", name)
                    .at(asked_at),
            );
            break;
        };
        let path = SourcePath::new(format!("themes/{name}/theme.yaml"));
        let yaml = String::from_utf8_lossy(description);
        match front_matter::parse(&yaml) {
            Ok(entries) => {
                diagnostics.extend(unknown_keys(&path, &yaml, &entries));
                let parent = entries.iter().position(|(key, _)| key == "parent");
                next = parent.and_then(|index| {
                    let place = Place {
                        path: &path,
                        yaml: &yaml,
                        first_line: 1,
                    };
                    let parent = entries[index].1.text()?.to_owned();
                    Some((parent, place.locate(&[index], front_matter::Part::Value)))
                });
            }
            Err(fault) => diagnostics.push(
                Place {
                    path: &path,
                    yaml: &yaml,
                    first_line: 1,
                }
                .syntax_fault(fault),
            ),
        }
        layers.push(layer);
    }
    Checked {
        value: layers,
        diagnostics,
    }
}

/// The keys of `theme.yaml`; only `parent` has a meaning for the program.
const KEYS: [&str; 4] = ["name", "parent", "license", "description"];

fn unknown_keys(
    path: &SourcePath,
    yaml: &str,
    entries: &[(String, front_matter::Value)],
) -> Vec<Diagnostic> {
    let place = Place {
        path,
        yaml,
        first_line: 1,
    };
    let unknown = entries
        .iter()
        .enumerate()
        .filter(|(_, (key, _))| !KEYS.contains(&key.as_str()));
    let fault = |(index, (key, _)): (usize, &(String, front_matter::Value))| {
        let nearest = nearest(key, KEYS.into_iter()).unwrap_or("none");
        let fault = Diagnostic::new(Code::UnknownKey)
            .with("key", key)
            .with("nearest", nearest);
        fault.at(place.locate(&[index], front_matter::Part::Key))
    };
    unknown.map(fault).collect()
}

fn layer(name: &str, files: &Files) -> Layer {
    let layer = on_disk(name, files);
    if layer.files.is_empty() && name == EMBEDDED_NAME {
        return Layer {
            name: name.to_owned(),
            files: EMBEDDED_FILES.clone(),
        };
    }
    layer
}

fn on_disk(name: &str, files: &Files) -> Layer {
    let folder = format!("themes/{name}/");
    let within = |(path, bytes): (&SourcePath, &Arc<[u8]>)| {
        path.as_str()
            .strip_prefix(&folder)
            .map(|path| (path.to_owned(), published(path, bytes)))
    };
    Layer {
        name: name.to_owned(),
        files: files.iter().filter_map(within).collect(),
    }
}

fn gather(folder: &Dir<'_>, files: &mut BTreeMap<String, Arc<[u8]>>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        let bytes = published(&path, &Arc::from(file.contents()));
        files.insert(path, bytes);
    }
    for folder in folder.dirs() {
        gather(folder, files);
    }
}

/// A file of a layer, by its path within it: static files as they are published, others as they are.
fn published(path: &str, bytes: &Arc<[u8]>) -> Arc<[u8]> {
    match path.strip_prefix("static/").map(|name| slim(name, bytes)) {
        Some(Cow::Owned(slim)) => slim.into(),
        Some(Cow::Borrowed(_)) | None => bytes.clone(),
    }
}

/// The templates of all layers by their engine names, `layer/path`.
pub(super) fn templates(
    layers: &[Layer],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(String, String)> {
    let mut templates = Vec::new();
    for layer in layers {
        for (path, bytes) in &layer.files {
            let Some(within) = path.strip_prefix("templates/") else {
                continue;
            };
            if let Ok(text) = std::str::from_utf8(bytes) {
                templates.push((format!("{}/{within}", layer.name), text.to_owned()));
            } else {
                let path = SourcePath::new(format!("themes/{}/{path}", layer.name));
                diagnostics.push(Diagnostic::new(Code::NotText).at(Location::start_of(&path)));
            }
        }
    }
    templates
}

/// The static files: name, address and bytes. A file of a winning layer hides its namesakes.
pub(super) fn assets(layers: &[Layer]) -> Vec<(String, Address, Arc<[u8]>)> {
    let mut assets = BTreeMap::new();
    for layer in layers.iter().rev() {
        for (path, bytes) in &layer.files {
            if let Some(name) = path.strip_prefix("static/") {
                assets.insert(name.to_owned(), bytes.clone());
            }
        }
    }
    assets
        .into_iter()
        .map(|(name, bytes)| (name.clone(), asset_address(&name, &bytes), bytes))
        .collect()
}

/// `style.css` becomes `static/style.0123456789ab.css`: another content is another address, so it may be cached for ever.
fn asset_address(name: &str, bytes: &[u8]) -> Address {
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
        Some((stem, extension)) => format!("static/{stem}.{digest}.{extension}"),
        None => format!("static/{name}.{digest}"),
    })
}

/// The digest of everything in a theme, and of what it is loaded for.
pub(super) fn digest(layers: &[Layer], language: &str, base_path: &str) -> Digest {
    let inputs = Inputs::of("theme").text(language).text(base_path);
    let files = layers.iter().flat_map(|layer| &layer.files);
    files
        .fold(inputs, |inputs, (path, bytes)| {
            inputs.text(path).digest(Digest::of(bytes))
        })
        .finish()
}

/// A line, counted from 1, of a file of the embedded default theme, by its path below the root.
#[must_use]
pub fn embedded_line(path: &SourcePath, line: usize) -> Option<String> {
    let file = EMBEDDED.get_file(path.as_str().strip_prefix("themes/default/")?)?;
    file.contents_utf8()?
        .lines()
        .nth(line - 1)
        .map(str::to_owned)
}
