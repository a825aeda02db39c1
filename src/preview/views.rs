//! What browsers are told of a page: whether it changed, where it stands, what is wrong. A promise to the scripts in
//! `client/` alone.

use std::sync::Arc;

use serde::Serialize;

use super::answer::{address_of, digest, told};
use super::builds::Builds;
use super::faults::{FaultWording, ShownFault};
use super::standing::{ShownStanding, source_of};
use super::state::Snapshot;
use crate::diagnostics::{Code, Diagnostic, MessageLanguage, Messages, visible};
use crate::engine::Build;
use crate::manifest::Manifest;
use crate::pages::Page;
use crate::source::{Location, SourcePath};

/// How many diagnostics a browser is told at once.
const MOST_FAULTS: usize = 100;

/// Words of the bar, the overlay and the staff desk, beside those of the state.
const WORDS: [&str; 74] = [
    "desk-added",
    "desk-as-of",
    "desk-as-of-clear",
    "desk-as-of-invalid",
    "desk-as-of-set",
    "desk-changed",
    "desk-dark",
    "desk-filter",
    "desk-held",
    "desk-home",
    "desk-inspect",
    "desk-intro",
    "desk-light",
    "desk-look",
    "desk-narrow",
    "desk-next-build",
    "desk-no-scripts",
    "desk-nothing",
    "desk-other-faults",
    "desk-page",
    "desk-print",
    "desk-removed",
    "desk-scripts",
    "desk-title",
    "desk-view",
    "desk-view-width",
    "desk-wide",
    "edit-add",
    "edit-clauses",
    "edit-conflict",
    "edit-discard",
    "edit-fixed",
    "edit-form",
    "edit-leave",
    "edit-lines",
    "edit-missing",
    "edit-new",
    "edit-new-help",
    "edit-new-title",
    "edit-no",
    "edit-none",
    "edit-date",
    "edit-exists",
    "edit-optional",
    "edit-optional-more",
    "edit-prose",
    "edit-prose-help",
    "edit-raw",
    "edit-raw-help",
    "edit-refused",
    "edit-protected",
    "edit-encoding",
    "edit-unseen",
    "edit-remove",
    "edit-save",
    "edit-saved",
    "edit-show",
    "edit-sound",
    "edit-title",
    "edit-unsaved",
    "edit-yes",
    "preview-back",
    "preview-bar",
    "preview-close",
    "preview-desk",
    "preview-edit",
    "preview-faults",
    "preview-faults-elsewhere",
    "preview-faults-here",
    "preview-follow",
    "preview-kept",
    "preview-mended",
    "preview-show-faults",
    "preview-stopped",
];

/// What a browser is told of its page.
#[derive(Debug, Serialize)]
pub(super) struct PageState {
    revision: u64,
    /// The digest of what decides the page's bytes: another digest, another page.
    digest: String,
    standing: ShownStanding,
    /// Where the page stands, in words.
    standing_in_words: String,
    source: Option<ShownSource>,
    errors: usize,
    warnings: usize,
    /// How many errors and warnings there are, in words.
    sum: String,
    /// What is wrong, this page's first; the first of them.
    faults: Vec<FaultHere>,
    /// How many more there are, in words.
    more: Option<String>,
    /// Whether the page is shown as it was before the errors.
    is_kept: bool,
    /// The moment that is shown, in words, if it is another than now.
    as_of: Option<String>,
    /// The path of the record that was edited just now.
    edited: Option<String>,
}

/// The file a page is made from.
#[derive(Debug, Serialize)]
struct ShownSource {
    name: String,
    editor: String,
}

/// A diagnostic, and whether it is the page's own.
#[derive(Debug, Serialize)]
struct FaultHere {
    is_here: bool,
    #[serde(flatten)]
    fault: ShownFault,
}

impl FaultHere {
    fn of((is_here, fault): (bool, &ShownFault)) -> Self {
        Self {
            is_here,
            fault: fault.clone(),
        }
    }
}

/// Tells browsers of the pages of what is shown.
pub(super) struct Teller<'a> {
    pub(super) builds: &'a Builds,
    pub(super) wording: &'a FaultWording,
    /// The moment shown, if one was asked for.
    pub(super) as_of: Option<&'a str>,
    /// What the last build published.
    pub(super) published: &'a Manifest,
}

impl Teller<'_> {
    /// What to tell the browser that shows the page at a path.
    pub(super) fn state_of(&self, path: &str) -> PageState {
        let current = self.builds.now();
        let address = address_of(self.builds, &current, path);
        let found = self
            .builds
            .find(&current, address.as_deref().unwrap_or("404.html"));
        let (mut digest_now, mut own) = (String::new(), Vec::new());
        if let Some((build, page)) = &found {
            let made = self.builds.make(build, page);
            digest_now = digest(build, page, made.is_ok());
            let mut faults = made.err().unwrap_or_default();
            faults.retain(|fault| fault.code != Code::SourceChanged);
            own = self.own_faults(&current, &faults);
        }
        let found = found.filter(|_| address.is_some());
        self.state(
            &current,
            told(digest_now, address.is_none()),
            &own,
            found.as_ref(),
        )
    }

    /// What failed when a page was made, in words.
    fn own_faults(&self, current: &Snapshot, faults: &[Diagnostic]) -> Vec<ShownFault> {
        if faults.is_empty() || !current.is_newest() {
            return Vec::new();
        }
        let engine = self.builds.engine();
        let quotes = engine.quotes(&self.builds.folder);
        let language = self.wording.language(&current.build);
        let lines = |path: &SourcePath, line| quotes.line(path, line);
        self.wording.in_words(faults, language, &lines)
    }

    /// Where a page stands, beside what the last build published.
    fn standing(
        &self,
        current: &Snapshot,
        (build, page): &(Arc<Build>, Page),
    ) -> (ShownStanding, Option<String>) {
        let (standing, moment) = standing(current, page);
        let before = self.published.pages.get(&page.address);
        let now = build.making(|frame, _| page.inputs_in(frame.digest));
        let standing = standing.beside(before.map(|before| before.inputs), now);
        (standing, moment)
    }

    fn state(
        &self,
        current: &Snapshot,
        digest: String,
        own: &[ShownFault],
        found: Option<&(Arc<Build>, Page)>,
    ) -> PageState {
        let messages = Messages::new(self.wording.language(&current.build));
        let page = found.map(|(_, page)| page);
        let (standing, moment) = found
            .map(|found| self.standing(current, found))
            .unwrap_or_default();
        let source = page.and_then(source_of);
        let faults = faults_of(current, own, source);
        let errors = faults.iter().filter(|(_, fault)| fault.is_error).count();
        let warnings = faults.len() - errors;
        let standing = standing.held_by(errors);
        let more = faults.len().saturating_sub(MOST_FAULTS);
        let more =
            (more > 0).then(|| messages.sentence("preview-more", &[("count", more.to_string())]));
        let settings = &current.build.site.settings;
        PageState {
            revision: current.revision,
            digest,
            standing,
            standing_in_words: messages
                .sentence(standing.word(), &[("moment", moment.unwrap_or_default())]),
            source: source.map(|source| ShownSource {
                name: visible(source.as_str()).into_owned(),
                editor: self.wording.editor(&Location::start_of(source)),
            }),
            errors,
            warnings,
            sum: messages.sum((errors, warnings)).unwrap_or_default(),
            faults: faults
                .into_iter()
                .take(MOST_FAULTS)
                .map(FaultHere::of)
                .collect(),
            more,
            is_kept: errors > 0,
            as_of: self
                .as_of
                .map(|moment| messages.sentence("preview-as-of", &[("moment", moment.to_owned())])),
            edited: current
                .edited
                .as_ref()
                .map(|address| address.link(settings)),
        }
    }
}

/// What is wrong, each with whether it is about a page's own source: that first, and errors before warnings.
fn faults_of<'f>(
    current: &'f Snapshot,
    own: &'f [ShownFault],
    source: Option<&SourcePath>,
) -> Vec<(bool, &'f ShownFault)> {
    let is_here = |fault: &ShownFault| source.is_some_and(|source| fault.sources.contains(source));
    let of_build = current.told.faults.iter();
    let of_build = of_build.map(|fault| (is_here(fault), fault));
    let own = own.iter().map(|fault| (true, fault));
    let mut faults: Vec<(bool, &ShownFault)> = own.chain(of_build).collect();
    faults.sort_by_key(|(is_here, fault)| (!is_here, !fault.is_error));
    faults
}

/// The words of the scripts, as a JavaScript module; `follows` says whether browsers go to the record edited last, `may_edit`
/// whether the preview has a form to edit records with.
pub(super) fn words(language: MessageLanguage, follows: bool, may_edit: bool) -> String {
    let messages = Messages::new(language);
    let words: serde_json::Map<String, serde_json::Value> = WORDS
        .iter()
        .map(|id| ((*id).to_owned(), messages.sentence(id, &[]).into()))
        .collect();
    let words = serde_json::Value::Object(words);
    format!(
        "export const language = \"{}\";\nexport const follows = {follows};\nexport const mayEdit = {may_edit};\nexport const words = {words:#};\n",
        language.tag(),
    )
}

fn standing(current: &Snapshot, page: &Page) -> (ShownStanding, Option<String>) {
    let is_public = current.shown().plan.page(page.address.as_str()).is_some();
    let (standing, moment) = ShownStanding::of(page, current.clock, is_public);
    (standing, moment.map(|moment| moment.to_string()))
}
