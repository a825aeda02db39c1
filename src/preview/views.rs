//! What browsers are told of a page: whether it changed, where it stands, what is wrong. A promise to the scripts in
//! `client/` alone.

use serde::Serialize;

use super::Preview;
use super::answer::{digest, told};
use super::faults::ShownFault;
use super::standing::{Shown, source_of};
use super::state::Current;
use crate::diagnostics::{Code, Messages};
use crate::pages::Page;
use crate::source::{Location, SourcePath};

/// How many diagnostics a browser is told at once.
const MOST_FAULTS: usize = 100;

/// Words of the bar, the overlay and the staff desk, beside those of the state.
const WORDS: [&str; 40] = [
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
    standing: Shown,
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

impl Preview {
    /// What to tell the browser that shows the page at a path.
    pub(super) fn state_of(&self, path: &str) -> PageState {
        let address = self.address_of(path);
        let asked = address.as_deref().unwrap_or("404.html");
        let language = self.language();
        let found = self.with_page(asked, |current, build, page| {
            let page = page?;
            let made = self.make(build, page);
            let digest = digest(build, page, made.is_ok());
            let mut faults = made.err().unwrap_or_default();
            faults.retain(|fault| fault.code != Code::SourceChanged);
            Some((
                digest,
                self.in_words(&faults, language),
                standing(current, page),
            ))
        });
        let (digest, own, standing) = found.unwrap_or_default();
        let source = match &address {
            Some(address) => self.with_page(address, |_, _, page| source_of(page?).cloned()),
            None => None,
        };
        let digest = told(digest, address.is_none());
        let standing = if address.is_some() {
            standing
        } else {
            (Shown::Missing, None)
        };
        self.state(
            digest,
            own,
            standing,
            source.as_ref(),
            &Messages::new(language),
        )
    }

    fn state(
        &self,
        digest: String,
        own: Vec<ShownFault>,
        (standing, moment): (Shown, Option<String>),
        source: Option<&SourcePath>,
        messages: &Messages,
    ) -> PageState {
        let revision = *self.revision.borrow();
        let current = self.read();
        let is_here =
            |fault: &ShownFault| source.is_some_and(|source| fault.sources.contains(source));
        let known = |fault: &ShownFault| (is_here(fault), fault.clone());
        let mut faults: Vec<(bool, ShownFault)> = if current.is_newest() {
            own.into_iter().map(|fault| (true, fault)).collect()
        } else {
            Vec::new()
        };
        faults.extend(current.faults.iter().map(known));
        faults.sort_by_key(|(is_here, fault)| (!is_here, !fault.is_error));
        let errors = faults.iter().filter(|(_, fault)| fault.is_error).count();
        let warnings = faults.len() - errors;
        let more = faults.len().saturating_sub(MOST_FAULTS);
        let here = |(is_here, fault)| FaultHere { is_here, fault };
        let count = |id: &str, count: usize| {
            (count > 0).then(|| messages.sentence(id, &[("count", count.to_string())]))
        };
        let sum: Vec<String> = [
            count("found-errors", errors),
            count("found-warnings", warnings),
        ]
        .into_iter()
        .flatten()
        .collect();
        let edited = current.edited.as_ref().filter(|(_, at)| *at == revision);
        let settings = &current.build.site.settings;
        PageState {
            revision,
            digest,
            standing,
            standing_in_words: messages
                .sentence(standing.word(), &[("moment", moment.unwrap_or_default())]),
            source: source.map(|source| ShownSource {
                name: source.to_string(),
                editor: self.editor(&Location::start_of(source)),
            }),
            errors,
            warnings,
            sum: sum.join(", "),
            faults: faults.into_iter().take(MOST_FAULTS).map(here).collect(),
            more: count("preview-more", more),
            is_kept: errors > 0,
            edited: edited.map(|(address, _)| address.link(settings)),
        }
    }

    /// The words of the scripts, as a JavaScript module.
    pub(super) fn words(&self) -> String {
        let language = self.language();
        let messages = Messages::new(language);
        let words: serde_json::Map<String, serde_json::Value> = WORDS
            .iter()
            .map(|id| ((*id).to_owned(), messages.sentence(id, &[]).into()))
            .collect();
        let words = serde_json::Value::Object(words);
        format!(
            "export const language = \"{}\";\nexport const follows = {};\nexport const words = {words:#};\n",
            language.tag(),
            self.options.follow
        )
    }
}

fn standing(current: &Current, page: &Page) -> (Shown, Option<String>) {
    let is_public = current.shown().plan.page(page.address.as_str()).is_some();
    let (standing, moment) = Shown::of(page, current.clock, is_public);
    (standing, moment.map(|moment| moment.to_string()))
}
