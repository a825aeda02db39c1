//! A view and a theme's templates to bytes: the only door to the template package.
//!
//! A theme is found in layers: the site's own overrides, the theme, its parent, and so on. A template's name is its
//! layer and its path (`default/record.html`); a bare name (`record.html`) means the first layer that has it. All of a
//! theme is checked when it is loaded, before any page is made.

mod assets;
mod check;
mod filters;
mod layers;
mod scan;
mod shapes;
mod styles;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, ErrorKind, Tera, Value};

use assets::Asset;
pub use layers::{Files, embedded_line, is_theme_file};
pub use words::Words;

use crate::diagnostics::{Checked, Code, Diagnostic};
use crate::pages::view::SiteView;
use crate::pages::{Address, Body, Shown};
use crate::source::{Digest, Location, SourcePath};

/// The static file that styles feeds.
const FEED_STYLE: &str = "feed.css";

/// A theme, loaded and checked.
pub struct Theme {
    tera: Tera,
    words: Arc<Words>,
    word_values: Value,
    /// The static files: address and bytes. An address holds the digest of its bytes.
    pub assets: Vec<(Address, Arc<[u8]>)>,
    /// The address of the style sheet that feeds ask for, if there is one.
    pub feed_style: Option<String>,
    /// The digest of everything in the theme.
    pub digest: Digest,
}

/// A theme made ready for one site.
pub struct Renderer<'a> {
    theme: &'a Theme,
    site: Value,
}

impl Theme {
    /// Loads the theme of a name from the files below `themes/`, the embedded default theme standing in where it is
    /// not among them; `asked_at` is where its name stands. `language` selects the words, `base_path` stands before the addresses of static files.
    ///
    /// # Panics
    /// Never: the layers are named before any template is loaded.
    #[must_use]
    pub fn load(
        name: &str,
        asked_at: &Location,
        files: &Files,
        language: &str,
        base_path: &str,
    ) -> Checked<Option<Self>> {
        let Checked {
            value: layers,
            mut diagnostics,
        } = layers::chain(name, asked_at, files);
        if diagnostics.iter().any(Diagnostic::is_error) {
            return Checked {
                value: None,
                diagnostics,
            };
        }
        let words = Words::load(&layers, language).into_value(&mut diagnostics);
        let words = Arc::new(words);
        let assets = assets::assets(&layers).into_value(&mut diagnostics);
        let link = |(name, asset): (&String, &Asset)| {
            let address = format!("{base_path}{}", asset.address.encoded());
            (name.clone(), address)
        };
        let links: BTreeMap<String, String> = assets.iter().map(link).collect();
        let feed_style = links.get(FEED_STYLE).cloned();
        let templates = layers::templates(&layers, &mut diagnostics);
        diagnostics.extend(check::templates(&templates, &words, &links));
        let mut tera = Tera::new();
        filters::register(&mut tera, language, &words, links);
        let prefixes: Vec<String> = layers
            .iter()
            .map(|layer| format!("{}/", layer.name))
            .collect();
        tera.set_fallback_prefixes(prefixes)
            .expect("no template is loaded yet");
        match tera.add_raw_templates(templates) {
            Ok(()) => diagnostics.extend(check::entries(&tera, name)),
            Err(error) => diagnostics.extend(diagnose(&error, Code::TemplateInvalid)),
        }
        let theme = Self {
            tera,
            word_values: Value::from_serializable(&words.plain()),
            words,
            feed_style,
            assets: assets
                .into_values()
                .map(|asset| (asset.address, asset.bytes))
                .collect(),
            digest: layers::digest(&layers, language, base_path),
        };
        let is_sound = !diagnostics.iter().any(Diagnostic::is_error);
        Checked {
            value: is_sound.then_some(theme),
            diagnostics,
        }
    }

    /// The language of its words, BCP 47: the one that it was loaded for, or English.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.words.language
    }

    /// A word of the interface, its places filled.
    #[must_use]
    pub fn word(&self, id: &str, arguments: &[(&str, &str)]) -> String {
        self.words.format(
            id,
            arguments
                .iter()
                .map(|(name, value)| (*name, (*value).into())),
        )
    }

    /// Makes the theme ready for a site.
    #[must_use]
    pub fn renderer(&self, site: &SiteView) -> Renderer<'_> {
        Renderer {
            theme: self,
            site: Value::from_serializable(site),
        }
    }
}

impl Renderer<'_> {
    /// Makes a page's HTML.
    ///
    /// # Errors
    /// What the template does wrong, with its line; the page's address is in the diagnostic.
    pub fn render(&self, shown: &Shown<'_>) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let mut context = Context::new();
        context.insert_value("site", self.site.clone());
        context.insert_value("words", self.theme.word_values.clone());
        context.insert("page", &shown.page);
        let template = insert(&mut context, &shown.body);
        let mut bytes = Vec::with_capacity(8 * 1024);
        match self.theme.tera.render_to(template, &context, &mut bytes) {
            Ok(()) => Ok(bytes),
            Err(error) => {
                let page = &shown.page.address;
                let faults = diagnose(&error, Code::TemplateFailed).into_iter();
                Err(faults.map(|fault| fault.with("page", page)).collect())
            }
        }
    }
}

/// Gives a template the view that belongs to a kind of page; and names the template.
fn insert(context: &mut Context, body: &Body<'_>) -> &'static str {
    match body {
        Body::Home(view) => seen(context, "home", view, "home.html"),
        Body::Record(view) => seen(context, "record", view, "record.html"),
        Body::Listing(view) => seen(context, "listing", view, "listing.html"),
        Body::Index(view) => seen(context, "index", view, "index.html"),
        Body::Text(view) => seen(context, "text", view, "text.html"),
        Body::Search(view) => seen(context, "search", view, "search.html"),
        Body::OpenData(view) => seen(context, "open_data", view, "open_data.html"),
        Body::Assignments(view) => seen(context, "assignments", view, "assignments.html"),
        Body::Costs(view) => seen(context, "costs", view, "costs.html"),
        Body::Glossary(view) => seen(context, "glossary", view, "glossary.html"),
        Body::Meeting(view) => seen(context, "meeting", view, "meeting.html"),
        Body::Meetings(view) => seen(context, "meetings", view, "meetings.html"),
        Body::NoticeBoard(view) => seen(context, "notice_board", view, "notice_board.html"),
        Body::NotFound => "not_found.html",
        Body::Redirect(view) => seen(context, "redirect", view, "redirect.html"),
    }
}

/// Gives a template its view under a name; and names the template.
fn seen(
    context: &mut Context,
    name: &'static str,
    view: &impl serde::Serialize,
    template: &'static str,
) -> &'static str {
    context.insert(name, view);
    template
}

/// The source file of a template, by its name in the engine.
fn source_of(template: &str) -> SourcePath {
    let (layer, path) = template.split_once('/').unwrap_or(("default", template));
    SourcePath::new(format!("themes/{layer}/templates/{path}"))
}

/// An error of the template package as diagnostics; its columns count from 0, its joined reports are taken apart.
fn diagnose(error: &tera::Error, code: Code) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            let length = if span.end_line == span.start_line {
                span.end_col.saturating_sub(span.start_col)
            } else {
                1
            };
            let at = Location {
                path: source_of(report.filename()),
                line: span.start_line,
                column: span.start_col + 1,
                length: length.max(1),
            };
            vec![
                Diagnostic::new(code)
                    .with("fault", report.message().trim_end_matches('.'))
                    .at(at),
            ]
        }
        ErrorKind::MissingParent { current, parent } => {
            let fault = format!("the template extends `{parent}`, which does not exist");
            vec![
                Diagnostic::new(code)
                    .with("fault", fault)
                    .at(Location::start_of(&source_of(current))),
            ]
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            let fault = "the template leads back to itself";
            vec![
                Diagnostic::new(code)
                    .with("fault", fault)
                    .at(Location::start_of(&source_of(tpl))),
            ]
        }
        _ => error
            .to_string()
            .split("\n\n")
            .map(|report| diagnose_report(report, code))
            .collect(),
    }
}

/// A report of the form `error: what` with `--> template:line:column` (counted from 1) on its second line.
fn diagnose_report(report: &str, code: Code) -> Diagnostic {
    let mut lines = report.lines();
    let first = lines.next().unwrap_or_default();
    let fault = first.strip_prefix("error: ").unwrap_or(first);
    let diagnostic = Diagnostic::new(code).with("fault", fault.trim_end_matches('.'));
    let mut place = lines
        .next()
        .and_then(|line| line.split_once("--> "))
        .map_or("", |(_, place)| place)
        .rsplitn(3, ':');
    let (column, line, template) = (place.next(), place.next(), place.next());
    match (
        template,
        line.and_then(|line| line.parse().ok()),
        column.and_then(|column| column.parse().ok()),
    ) {
        (Some(template), Some(line), Some(column)) => {
            let length = report
                .lines()
                .last()
                .map_or(1, |carets| carets.matches('^').count().max(1));
            diagnostic.at(Location {
                path: source_of(template),
                line,
                column,
                length,
            })
        }
        _ => diagnostic,
    }
}
