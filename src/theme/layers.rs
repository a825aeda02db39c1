//! The layers of a theme: whose files win over whose.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};

use crate::diagnostics::{Checked, Code, Diagnostic};
use crate::record::facts::Form;
use crate::record::{Fields, Place, TableKey};
use crate::source::{Digest, Inputs, Location, SourcePath, SourceText};

/// The default theme, so that the program works from any folder.
static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Its files as a layer holds them: made once, since they are always the same.
static EMBEDDED_FILES: LazyLock<BTreeMap<String, Arc<[u8]>>> = LazyLock::new(|| {
    let mut files = BTreeMap::new();
    gather(&EMBEDDED, &mut files);
    files
});

/// What makes a folder a theme.
const DESCRIPTION: &str = "theme.yaml";
const EMBEDDED_NAME: &str = "default";
const OVERRIDES: &str = "overrides";

/// Files below `themes/`, by their path below the root.
pub type Files = BTreeMap<SourcePath, Arc<[u8]>>;

/// A layer: its files by their path within it.
pub(super) struct Layer {
    pub(super) name: String,
    pub(super) files: BTreeMap<String, Arc<[u8]>>,
}

impl Layer {
    /// The file below the root that a file of this layer comes from.
    pub(super) fn source(&self, path: &str) -> SourcePath {
        SourcePath::new(format!("themes/{}/{path}", self.name))
    }

    /// The text of a file of this layer, without the mark of its byte order.
    pub(super) fn text<'b>(&self, path: &str, bytes: &'b [u8]) -> Result<&'b str, Box<Diagnostic>> {
        let text = simdutf8::compat::from_utf8(bytes).map_err(|error| {
            let before = &bytes[..error.valid_up_to()];
            let mut at = Location::start_of(&self.source(path));
            at.line += before.split(|byte| *byte == b'\n').count() - 1;
            Box::new(Diagnostic::new(Code::NotText).at(at))
        })?;
        Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
    }

    /// The text of a file of this layer as the program reads it; what had to be left out of it is reported.
    pub(super) fn plain<'b>(
        &self,
        path: &str,
        bytes: &'b [u8],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<SourceText<'b>> {
        match SourceText::read(&self.source(path), bytes) {
            Ok(text) => {
                let text = text.broken_from(bytes.len());
                diagnostics.extend(text.left_out());
                Some(text)
            }
            Err(fault) => {
                diagnostics.push(*fault);
                None
            }
        }
    }
}

/// Whether a path below the root is a file of a theme.
#[must_use]
pub fn is_theme_file(path: &str) -> bool {
    path.starts_with("themes/")
}

/// The layers of a theme, the ones that win first. A theme that is missing or its own ancestor is reported.
pub(super) fn chain(name: &str, asked_at: &Location, files: &Files) -> Checked<Vec<Layer>> {
    let mut layers = Vec::new();
    let mut diagnostics = Vec::new();
    let overrides = on_disk(OVERRIDES, files);
    if !overrides.files.is_empty() {
        layers.push(overrides);
    }
    let mut seen = BTreeSet::new();
    let mut next = Some((name.to_owned(), asked_at.clone()));
    while let Some((name, asked_at)) = next.take() {
        let layer = layer(&name, files);
        let is_there = layer.files.contains_key(DESCRIPTION);
        if !is_there || !seen.insert(name.clone()) {
            let reason = if is_there { "cycle" } else { "missing" };
            let missing = Diagnostic::new(Code::ThemeMissing).with("theme", name);
            diagnostics.push(missing.with("reason", reason).at(asked_at));
            break;
        }
        next = parent(&layer, &mut diagnostics);
        layers.push(layer);
    }
    Checked {
        value: layers,
        diagnostics,
    }
}

/// A key of a theme's description; only the parent has a meaning for the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ThemeKey {
    Name,
    Parent,
    License,
    Description,
}

impl TableKey for ThemeKey {
    fn all() -> impl Iterator<Item = Self> {
        [Self::Name, Self::Parent, Self::License, Self::Description].into_iter()
    }

    fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Parent => "parent",
            Self::License => "license",
            Self::Description => "description",
        }
    }

    fn spellings(self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name())
    }

    fn form(self) -> Form {
        match self {
            Self::Name | Self::License | Self::Description => Form::Text(None),
            Self::Parent => Form::Token,
        }
    }
}

/// The theme that a theme's description names as its parent, and where.
fn parent(layer: &Layer, diagnostics: &mut Vec<Diagnostic>) -> Option<(String, Location)> {
    let text = layer.plain(DESCRIPTION, layer.files.get(DESCRIPTION)?, diagnostics)?;
    let mut fields = Fields::of_table(Place::whole(&text));
    for key in [ThemeKey::Name, ThemeKey::License, ThemeKey::Description] {
        fields.fact(key);
    }
    let parent = fields.fact(ThemeKey::Parent);
    let parent = parent.and_then(|parent| {
        let at = fields.value_place(ThemeKey::Parent, &[]);
        Some((parent.as_text()?.to_owned(), at))
    });
    diagnostics.append(&mut fields.diagnostics);
    parent
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
            .map(|path| (path.to_owned(), bytes.clone()))
    };
    Layer {
        name: name.to_owned(),
        files: files.iter().filter_map(within).collect(),
    }
}

fn gather(folder: &Dir<'_>, files: &mut BTreeMap<String, Arc<[u8]>>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.insert(path, Arc::from(file.contents()));
    }
    for folder in folder.dirs() {
        gather(folder, files);
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
            let text = layer.plain(path, bytes, diagnostics);
            let named = |text: SourceText<'_>| {
                let name = format!("{}/{within}", layer.name);
                (name, text.into_text().into_owned())
            };
            templates.extend(text.map(named));
        }
    }
    templates
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
