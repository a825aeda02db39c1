//! A text that is no record: an ordinary page such as who to contact, or what is to be said of a body, a person or a meeting.

use serde::{Deserialize, Serialize};

use super::check::out_of_order;
use super::facts::{FactValue, Facts};
use super::fields::Fields;
use super::files::RecordFiles;
use super::keys::{Key, Reading};
use super::opened::{self, Opened};
use super::place::Place;
use super::prose::{Heading, Link};
use super::withdrawal::LEFT_OF_MEETING;
use super::{Date, past_midnight, read};
use crate::diagnostics::{Checked, Diagnostic};
use crate::source::{Digest, SourcePath, composed};

/// What a text tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TextKind {
    /// Whatever its title says: an ordinary page.
    Page,
    /// A deciding organ.
    Body,
    /// Somebody who is elected or holds an office.
    Person,
    /// A topic.
    Topic,
    /// A meeting of a body.
    Meeting,
}

/// The folders of texts. Those of ordinary pages may be folders within it.
const FOLDERS: [(TextKind, &str); 4] = [
    (TextKind::Page, "content/pages/"),
    (TextKind::Body, "content/bodies/"),
    (TextKind::Person, "content/people/"),
    (TextKind::Meeting, "content/meetings/"),
];

impl TextKind {
    /// What a file below `content/` tells of by its folder; `None` for a record. What the settings include is a record in
    /// whatever folder, but that of ordinary pages.
    #[must_use]
    pub fn of(path: &SourcePath, files: &RecordFiles) -> Option<Self> {
        Self::by_folder(path).filter(|kind| *kind == Self::Page || !files.includes(path))
    }

    /// What a file below `content/` tells of by its folder alone.
    #[must_use]
    pub fn by_folder(path: &SourcePath) -> Option<Self> {
        let path = composed(path.as_str());
        let mut folders = FOLDERS.into_iter();
        let (kind, rest) =
            folders.find_map(|(kind, folder)| Some((kind, path.strip_prefix(folder)?)))?;
        (kind == Self::Page || !rest.contains('/')).then_some(kind)
    }

    /// The keys that such a text may have.
    #[must_use]
    pub fn keys(self) -> Vec<Key> {
        let own: &[Key] = match self {
            Self::Page => &[Key::TITLE, Key::ID],
            Self::Body | Self::Person => &[
                Key::NAME,
                Key::FORMER_NAMES,
                Key::ROLE,
                Key::PARTY,
                Key::PORTFOLIO,
                Key::REMIT,
                Key::SINCE,
                Key::UNTIL,
                Key::SUCCESSOR,
                Key::CONTACT,
            ],
            Self::Topic => {
                return vec![Key::FORMER_NAMES, Key::REMIT, Key::SUCCESSOR, Key::CONTACT];
            }
            Self::Meeting => &[
                Key::BODY,
                Key::DATE,
                Key::PLACE,
                Key::BEGINS,
                Key::ENDS,
                Key::BEGAN,
                Key::ENDED,
                Key::OPEN_TO_PUBLIC,
                Key::STATE,
                Key::AGENDA,
                Key::ATTENDANCE,
                Key::APPROVED_ON,
                Key::ANNOUNCED_ON,
                Key::MINUTES_LOCATION,
                Key::CHANGES,
                Key::CONTACT,
                Key::ID,
            ],
        };
        let shared = [
            Key::SUMMARY,
            Key::LANGUAGE,
            Key::DRAFT,
            Key::FORMER_ADDRESSES,
        ];
        own.iter().copied().chain(shared).collect()
    }

    /// The keys that such a text must have.
    #[must_use]
    pub fn required(self) -> &'static [Key] {
        match self {
            Self::Page => &[Key::TITLE],
            Self::Body | Self::Person | Self::Topic => &[Key::NAME],
            Self::Meeting => &[Key::BODY, Key::DATE],
        }
    }

    /// The key of what it is called.
    fn title(self) -> Key {
        self.required()[0]
    }
}

/// The source of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The file it was read from.
    pub source: SourcePath,
    /// The digest of the file.
    pub digest: Digest,
    /// What it tells of.
    pub kind: TextKind,
    /// The facts that it tells.
    pub facts: Facts,
    /// The last part of the address, where that does not come of the name.
    pub id: String,
    /// The title; of a body or a person the name, of a meeting that of its body.
    pub title: String,
    /// What the page says in one or two sentences.
    pub summary: String,
    /// BCP 47 code of the text; the site's language if none.
    pub language: Option<String>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Where the prose that the page shows begins, in bytes from the end of the front matter.
    pub prose_begins: usize,
    /// The headings of the prose.
    pub headings: Vec<Heading>,
    /// The links of the prose that stay within the site.
    pub links: Vec<Link>,
    /// Whether it was read without an error of its own.
    pub is_sound: bool,
}

impl Text {
    /// What a file that describes several things tells of one of them.
    pub(super) fn described(path: &SourcePath, kind: TextKind, name: &str, facts: Facts) -> Self {
        Self {
            source: path.clone(),
            digest: Digest::of(b""),
            kind,
            facts,
            id: String::new(),
            title: name.to_owned(),
            summary: String::new(),
            language: None,
            draft: false,
            prose_begins: 0,
            headings: Vec::new(),
            links: Vec::new(),
            is_sound: true,
        }
    }

    /// Paths of the site that lead here.
    pub fn former_addresses(&self) -> impl Iterator<Item = &str> {
        texts_of(&self.facts, Key::FORMER_ADDRESSES)
    }

    /// What a body or a person was called before.
    pub fn former_names(&self) -> impl Iterator<Item = &str> {
        texts_of(&self.facts, Key::FORMER_NAMES)
    }

    /// The day of a meeting.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        self.facts.get(Key::DATE).and_then(FactValue::day)
    }

    /// A text under a key.
    #[must_use]
    pub fn text(&self, key: Key) -> Option<&str> {
        self.facts.get(key).and_then(FactValue::as_text)
    }

    /// The code of one of a fixed set.
    #[must_use]
    pub fn code(&self, key: Key) -> Option<&'static str> {
        let choice = self.facts.get(key).and_then(FactValue::choice)?;
        let choices = key.fact().form.choices()?;
        choices.get(choice).map(|choice| choice.code)
    }
}

/// Reads the source of a text of some kind, as [`super::read()`] reads a record.
#[must_use]
pub fn read_text(
    path: &SourcePath,
    bytes: &[u8],
    reading: &Reading,
    kind: TextKind,
) -> Checked<Option<Text>> {
    let keys = kind.keys();
    let Opened {
        text: written,
        parts,
    } = match opened::open(path, bytes, reading) {
        Ok(opened) => opened,
        Err(fault) => return read::unread(vec![*fault]),
    };
    let reading = Reading {
        own_keys: reading.own_keys.clone(),
        derived: reading.derived.title_alone(),
        prose: reading.prose,
        ..Reading::default()
    };
    let place = Place::new(&written, &parts);
    let mut fields = Fields::read(place, &reading, &keys);
    fields.diagnostics.extend(written.left_out());
    if fields.could_not_be_read() {
        return read::unread(fields.diagnostics);
    }
    let whole = parts.prose;
    let text = &written.as_str()[whole.clone()];
    let prose_begins = complete(&mut fields, kind, path, &reading, text);
    let prose = whole.start + prose_begins..whole.end;
    let survey = super::prose::survey(&written.as_str()[prose.clone()], reading.prose);
    let at = |range| written.place_within(&prose, range);
    read::report_prose(survey.faults, at, &mut fields.diagnostics);
    fields.report_name_of_drafts(path);
    fields.report_guard_in_prose(&reading, &written.as_str()[prose.clone()], at);
    read::check_comments(&mut fields, keys.iter().copied());
    let facts = facts(&mut fields, keys);
    check_hours(&facts, &mut fields);
    let mut text = Text {
        source: path.clone(),
        digest: Digest::of(bytes),
        id: read::id(path, &mut fields),
        kind,
        title: text_of(&facts, kind.title()).unwrap_or_default(),
        summary: text_of(&facts, Key::SUMMARY).unwrap_or(survey.summary),
        language: text_of(&facts, Key::LANGUAGE),
        draft: facts.get(Key::DRAFT).is_some(),
        facts,
        prose_begins,
        headings: survey.headings,
        links: read::links(survey.links, at),
        is_sound: true,
    };
    text.is_sound = !fields.diagnostics.iter().any(Diagnostic::is_error);
    Checked {
        value: Some(text),
        diagnostics: fields.diagnostics,
    }
}

/// Fills in what the file does not tell and reports what it must. Gives back where the text that is shown begins: of a meeting that is
/// withdrawn, at its end.
fn complete(
    fields: &mut Fields<'_>,
    kind: TextKind,
    path: &SourcePath,
    reading: &Reading,
    text: &str,
) -> usize {
    let is_withdrawn = kind == TextKind::Meeting && fields.is_withdrawn();
    if is_withdrawn {
        fields.leave_withdrawn(&LEFT_OF_MEETING);
    }
    let begins = if is_withdrawn { text.len() } else { 0 };
    fields.fill(reading, &kind.keys(), path, &text[begins..]);
    fields.require(kind.required().iter().copied());
    begins + fields.behind_title(&text[begins..])
}

/// What ends does so after it begins.
fn check_hours(facts: &Facts, fields: &mut Fields<'_>) {
    for (begins, ends) in [(Key::BEGINS, Key::ENDS), (Key::BEGAN, Key::ENDED)] {
        let Some((begin, end)) = text_of(facts, begins).zip(text_of(facts, ends)) else {
            continue;
        };
        if end <= begin && !past_midnight(&begin, &end) {
            fields.report(out_of_order("hours", &end, &begin), ends, &[]);
        }
    }
}

/// The facts that are told; the id stands beside them, since it may follow from the file's name.
fn facts(fields: &mut Fields<'_>, keys: Vec<Key>) -> Facts {
    let mut facts = Facts::default();
    for key in keys.into_iter().filter(|key| *key != Key::ID) {
        let value = fields.fact(key);
        facts.set(key, value);
    }
    facts.shrink();
    facts
}

fn text_of(facts: &Facts, key: Key) -> Option<String> {
    texts_of(facts, key).next().map(str::to_owned)
}

fn texts_of(facts: &Facts, key: Key) -> impl Iterator<Item = &str> {
    let values = facts.get(key).into_iter().flat_map(FactValue::each);
    values.filter_map(|(_, value)| value.as_text())
}
