//! Records edited in the browser: a file as a form, what is wrong with it as it stands in the form, and the file written when
//! somebody asks for it, never over what others changed meanwhile.

use std::collections::BTreeMap;
use std::io::ErrorKind;

use serde::{Deserialize, Serialize};

use super::builds::Builds;
use super::faults::{FaultWording, ShownFault, is_text};
use super::fields::{FieldView, field_view};
use crate::diagnostics::{Code, Diagnostic, MessageLanguage};
use crate::language::Language;
use crate::record::edit::{
    Changes, Items, edited, form, is_prose_line, key_of_line, new_file, typed, with_line_ends_of,
};
use crate::record::{self, Date, Key, Reading, TextKind, read_text, slug};
use crate::source::{Digest, SourcePath, Sources, is_unusual};

/// Edits the sources of what is shown.
pub(super) struct Editing<'p> {
    pub(super) builds: &'p Builds,
    pub(super) wording: &'p FaultWording,
}

/// A file as the browser shows it.
#[derive(Debug, Serialize)]
pub(super) struct FormView {
    /// The path of the file; none of one that is not written yet.
    path: Option<String>,
    digest: String,
    /// The fields; none where front matter cannot be read, whose file is then edited as a whole.
    fields: Vec<FieldView>,
    prose: String,
    /// The whole file, where it has no form.
    text: Option<String>,
    /// The path of its page, if it has one.
    page: Option<String>,
}

/// What the browser wants to be written.
#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    /// The file; none for a new one.
    path: Option<String>,
    #[serde(default)]
    digest: String,
    /// The facts that are told anew, by their keys.
    #[serde(default)]
    facts: BTreeMap<String, Vec<Vec<String>>>,
    /// The text, if it is another.
    prose: Option<String>,
    /// The whole file, where it has no form.
    text: Option<String>,
}

/// What becomes of a wish.
#[derive(Debug, Serialize)]
pub(super) struct Outcome {
    /// What is wrong with the file as it would be.
    faults: Vec<FieldFault>,
    /// Why nothing was written: `conflict`, `encoding`, `exists`, `missing`, `protected`, `refused` or `unseen`; of a new file also
    /// the key without which it has no name: `title`, `date`.
    reason: Option<&'static str>,
    /// The file that was written.
    path: Option<String>,
}

impl Outcome {
    fn refused(reason: &'static str) -> Self {
        Self {
            faults: Vec::new(),
            reason: Some(reason),
            path: None,
        }
    }
}

/// What is wrong, and with which field.
#[derive(Debug, Serialize)]
struct FieldFault {
    /// The key of a fact, `prose`, or nothing.
    field: Option<&'static str>,
    #[serde(flatten)]
    fault: ShownFault,
}

/// A file as it would be.
struct Draft {
    source: SourcePath,
    bytes: Vec<u8>,
    /// The digest of the file that it would replace.
    before: Option<Digest>,
}

impl Editing<'_> {
    fn language(&self) -> MessageLanguage {
        self.wording.language(&self.builds.now().build)
    }

    fn reading(&self) -> Reading {
        self.builds.now().build.site.settings.reading.clone()
    }

    /// A file as a form; a new record without a path. `None` where there is no such file.
    pub(super) fn form(&self, path: Option<&str>) -> Option<FormView> {
        let (reading, language) = (self.reading(), self.language());
        let Some(path) = path else {
            return Some(self.new_form(&reading, language));
        };
        let source = source(path)?;
        let bytes = self.builds.folder.read(&source).ok()?;
        let made = form(&bytes, &reading, &keys_of(&source, &reading));
        let current = self.builds.now();
        let page =
            current.shown().plan.pages.iter().find(|page| {
                super::standing::source_of(page).is_some_and(|known| *known == source)
            });
        let settings = &current.build.site.settings;
        let whole = || String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
        let view = |field: &record::edit::Field| {
            field_view(field.key, &field.items, field.is_fixed, &reading, language)
        };
        Some(FormView {
            path: Some(source.as_str().to_owned()),
            digest: Digest::of(&bytes).to_hex(),
            text: made.is_none().then(whole),
            fields: made
                .iter()
                .flat_map(|made| &made.fields)
                .map(view)
                .collect(),
            prose: made.map_or_else(String::new, |made| made.prose),
            page: page.map(|page| page.address.link(settings)),
        })
    }

    fn new_form(&self, reading: &Reading, language: MessageLanguage) -> FormView {
        let now = self.builds.now().clock.now;
        let stages = &record::STAGES[record::Stage::Proposal as usize];
        let words = [stages.words[1], stages.words[0]];
        let stage = *Language::of(language.tag()).word(&words);
        let items = |key: Key| {
            let said = match key {
                Key::DATE => Some(now.day().to_string()),
                Key::STAGE => Some(stage.to_owned()),
                _ => None,
            };
            Items(said.map(|said| vec![said]).into_iter().collect())
        };
        FormView {
            path: None,
            digest: String::new(),
            fields: Key::all()
                .filter(|key| key.fact().form.has_field())
                .map(|key| field_view(key, &items(key), false, reading, language))
                .collect(),
            prose: "\n".to_owned(),
            text: None,
            page: None,
        }
    }

    /// What is wrong with a file as it would be; nothing is written.
    pub(super) fn check(&self, wanted: &Wanted) -> Outcome {
        match self.draft(wanted) {
            Ok(draft) => self.outcome(&draft, None),
            Err(reason) => Outcome::refused(reason),
        }
    }

    /// Writes a file as it is wanted, whatever is wrong with it: half-done work is saved too. What others changed since the form was
    /// made stays.
    pub(super) fn save(&self, wanted: &Wanted) -> Outcome {
        let draft = match self.draft(wanted) {
            Ok(draft) => draft,
            Err(reason) => return Outcome::refused(reason),
        };
        let folder = &self.builds.folder;
        let written = match draft.before {
            Some(before) => folder.replace(&draft.source, before, &draft.bytes),
            None => folder
                .create(draft.source.as_str(), &draft.bytes)
                .map(|()| true),
        };
        match written {
            Ok(true) => self.outcome(&draft, Some(draft.source.as_str().to_owned())),
            Ok(false) => Outcome::refused("conflict"),
            Err(error) => Outcome::refused(match error.kind() {
                ErrorKind::AlreadyExists => "exists",
                ErrorKind::NotFound => "conflict",
                ErrorKind::PermissionDenied => "protected",
                _ => "refused",
            }),
        }
    }

    fn outcome(&self, draft: &Draft, path: Option<String>) -> Outcome {
        let (reading, language) = (self.reading(), self.language());
        let faults = match TextKind::of(&draft.source, &reading.files) {
            Some(kind) => read_text(&draft.source, &draft.bytes, &reading, kind).diagnostics,
            None => record::read(&draft.source, &draft.bytes, &reading).diagnostics,
        };
        let text = String::from_utf8_lossy(&draft.bytes);
        let lines = |_: &SourcePath, line: usize| text.lines().nth(line - 1).map(str::to_owned);
        // A field that is empty has no line to show.
        let without_place = |fault: &Diagnostic| match fault.code {
            Code::MissingKey => Diagnostic {
                at: None,
                ..fault.clone()
            },
            _ => fault.clone(),
        };
        let told: Vec<Diagnostic> = faults.iter().map(without_place).collect();
        let shown = self.wording.in_words(&told, language, &lines);
        let field = |fault: &Diagnostic| field_of(fault, draft, &reading);
        Outcome {
            faults: faults
                .iter()
                .zip(shown)
                .map(|(fault, shown)| FieldFault {
                    field: field(fault),
                    fault: shown,
                })
                .collect(),
            reason: None,
            path,
        }
    }

    /// The file as it is wanted; or why it cannot be.
    fn draft(&self, wanted: &Wanted) -> Result<Draft, &'static str> {
        let reading = self.reading();
        let language = self.builds.now().build.site.settings.language.clone();
        let mut facts = BTreeMap::new();
        let source = wanted.path.as_deref().and_then(source);
        let keys = source
            .as_ref()
            .map_or_else(|| Key::all().collect(), |source| keys_of(source, &reading));
        for (name, items) in &wanted.facts {
            let key = keys.iter().copied().find(|key| key.name() == name);
            let key = key.ok_or("refused")?;
            if items
                .iter()
                .flatten()
                .any(|text| typed(text).contains(is_unusual))
            {
                return Err("unseen");
            }
            facts.insert(key, Items::typed(items));
        }
        let changes = Changes {
            facts,
            prose: wanted.prose.as_deref().map(typed),
        };
        if wanted.path.is_none() {
            return new_draft(&changes, &language);
        }
        let source = source.ok_or("missing")?;
        let now = self.builds.folder.read(&source).map_err(|_| "missing")?;
        let before = Digest::of(&now);
        if before.to_hex() != wanted.digest {
            return Err("conflict");
        }
        let bytes = match &wanted.text {
            Some(text) => {
                let now = std::str::from_utf8(&now).map_err(|_| "encoding")?;
                let mut lines = now.split('\n');
                let is_windows = lines.next().is_some_and(|line| line.ends_with('\r'));
                let line_end = if is_windows { "\r\n" } else { "\n" };
                with_line_ends_of(now, text, line_end).into_bytes()
            }
            None => edited(&now, &reading, &changes, &language).ok_or("refused")?,
        };
        Ok(Draft {
            source,
            bytes,
            before: Some(before),
        })
    }
}

/// The file of a new record, below the year of its day and named as its title.
fn new_draft(changes: &Changes, language: &str) -> Result<Draft, &'static str> {
    let said = |key: Key| {
        let items = changes.facts.get(&key)?;
        items.0.first()?.first().map(|text| text.trim().to_owned())
    };
    let named = said(Key::ID)
        .filter(|id| !id.is_empty())
        .or_else(|| said(Key::TITLE));
    let id = slug(&named.unwrap_or_default());
    let day = said(Key::DATE).and_then(|day| Date::read(&day));
    if id.is_empty() || id == "index" {
        return Err("title");
    }
    let day = day.ok_or("date")?;
    Ok(Draft {
        source: SourcePath::new(format!("content/{:04}/{id}.md", day.year())),
        bytes: new_file(changes, language).ok_or("refused")?,
        before: None,
    })
}

/// The record or page of a path that a browser names: below `content/`, with nothing hidden and no way out.
fn source(path: &str) -> Option<SourcePath> {
    let is_plain = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains('\\');
    let source = SourcePath::new(path);
    (is_text(&source) && path.split('/').all(is_plain)).then_some(source)
}

fn keys_of(source: &SourcePath, reading: &Reading) -> Vec<Key> {
    TextKind::of(source, &reading.files).map_or_else(|| Key::all().collect(), TextKind::keys)
}

/// The field that a fault is about: the key that it names, or that of its line.
fn field_of(fault: &Diagnostic, draft: &Draft, reading: &Reading) -> Option<&'static str> {
    let at = fault.at.as_ref()?;
    if is_prose_line(&draft.bytes, at.line) {
        return Some("prose");
    }
    let known = keys_of(&draft.source, reading);
    let of_line = key_of_line(&draft.bytes, reading, &known, at.line);
    let named = || {
        let key = fault.arguments.iter().find(|(name, _)| *name == "key");
        key.and_then(|(_, key)| reading.key_among(key, &known))
    };
    of_line.or_else(named).map(Key::name)
}
