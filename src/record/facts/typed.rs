//! The facts that the program itself computes with, each in its type.

use super::{FactValue, choices};
use crate::record::{
    APPEAL_ROUTES, APPEAL_STATES, Date, Extra, Key, Moment, Outcome, Record, Stage, TYPES,
};

/// Who laid a matter before the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposer<'a> {
    /// The name.
    pub name: &'a str,
    /// The role, if given.
    pub role: Option<&'a str>,
    /// The party, if given.
    pub party: Option<&'a str>,
}

/// A file that a record publishes, by its path beside the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attachment<'a> {
    /// The path, relative to the record's folder.
    pub file: &'a str,
    /// The title; the file's name if none.
    pub title: Option<&'a str>,
    /// The number of the item among the attachments, to find its place again.
    pub item: Option<usize>,
    /// Whether everybody can read it, where the record says so or not.
    pub is_accessible: Option<bool>,
    /// Whether it is published.
    pub is_public: bool,
    /// Why it is not.
    pub reason: Option<&'a str>,
}

/// How a decision can be appealed, as its record tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appeal<'a> {
    /// The code of the route.
    pub route: &'static str,
    /// The last day, where the record states one.
    pub last_day: Option<Date>,
    /// Why the last day is another than the computed one, why there is no appeal, or the law.
    pub reason: Option<&'a str>,
    /// The code of what became of it, and its day.
    pub state: Option<(&'static str, Option<Date>)>,
}

/// A change of a record after it was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change<'a> {
    /// The day.
    pub date: Option<Date>,
    /// The code of its kind.
    pub kind: Option<&'static str>,
    /// What was changed, and why.
    pub note: Option<&'a str>,
    /// Its number in the list.
    pub item: Option<usize>,
}

/// When and why a record was withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Withdrawal<'a> {
    /// The day.
    pub date: Option<Date>,
    /// Why.
    pub note: Option<&'a str>,
}

/// Where a record's text comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin<'a> {
    /// The document that it was taken from.
    pub file: &'a str,
    /// Whether a machine read it from a picture, where the record says so or not.
    pub is_scanned: Option<bool>,
    /// Whether it is all of it, where the record says so or not.
    pub is_complete: Option<bool>,
}

impl Withdrawal<'_> {
    /// The code of the kind of change that is a withdrawal.
    pub const CODE: &'static str = "withdrawal";
}

impl Record {
    /// The day of the meeting, if the record tells it.
    #[must_use]
    pub fn met_on(&self) -> Option<Date> {
        self.facts.get(Key::MEETING)?.part(0)?.day()
    }

    /// The body that met: the one of the meeting, else the record's.
    #[must_use]
    pub fn met_body(&self) -> Option<&str> {
        part(self.facts.get(Key::MEETING)?, 1).or_else(|| self.body())
    }

    /// The item of the meeting's agenda.
    #[must_use]
    pub fn item(&self) -> Option<&str> {
        part(self.facts.get(Key::MEETING)?, 2)
    }

    /// The paragraph of the minutes, without its mark.
    #[must_use]
    pub fn paragraph(&self) -> Option<&str> {
        let paragraph = part(self.facts.get(Key::MEETING)?, 3)?;
        Some(paragraph.trim_start_matches(['§', ' ', '\u{a0}']))
    }

    /// Where the minutes can be read.
    #[must_use]
    pub fn minutes_location(&self) -> Option<&str> {
        self.text(Key::MINUTES_LOCATION)
    }

    /// Where the text comes from, if the record tells it.
    #[must_use]
    pub fn origin(&self) -> Option<Origin<'_>> {
        let told = self.facts.get(Key::SOURCE)?;
        Some(Origin {
            file: part(told, 0)?,
            is_scanned: flag(told, 1),
            is_complete: flag(told, 2),
        })
    }

    /// Whether it tells of a meeting whose minutes are not approved yet. Of a decision that names no meeting nothing is said.
    #[must_use]
    pub fn is_unapproved(&self) -> bool {
        let is_told = |key: Key| self.facts.get(key).is_some();
        is_told(Key::MEETING)
            && self.stage().may_hold_decision()
            && !is_told(Key::APPROVED_ON)
            && !is_told(Key::IMMEDIATELY_APPROVED)
    }

    /// What was changed after the record was published.
    pub fn changes(&self) -> impl Iterator<Item = Change<'_>> {
        self.each(Key::CHANGES).map(|(item, change)| Change {
            item,
            date: change.part(0).and_then(FactValue::day),
            kind: change
                .part(1)
                .and_then(FactValue::choice)
                .and_then(|kind| choices::CHANGES.get(kind))
                .map(|kind| kind.code),
            note: part(change, 2),
        })
    }

    /// How the decision can be appealed, if the record tells it.
    #[must_use]
    pub fn appeal(&self) -> Option<Appeal<'_>> {
        let told = self.facts.get(Key::APPEAL)?;
        let choice = |number: usize| told.part(number).and_then(FactValue::choice);
        let day = |number: usize| told.part(number).and_then(FactValue::day);
        let state = choice(3).and_then(|state| APPEAL_STATES.get(state));
        Some(Appeal {
            route: APPEAL_ROUTES.get(choice(0)?)?.code,
            last_day: day(1),
            reason: part(told, 2),
            state: state.map(|state| (state.code, day(4))),
        })
    }

    /// The permanent last part of the address.
    #[must_use]
    pub fn id(&self) -> &str {
        self.text(Key::ID).unwrap_or_default()
    }

    /// The matter.
    #[must_use]
    pub fn title(&self) -> &str {
        self.text(Key::TITLE).unwrap_or_default()
    }

    /// The day of the document.
    #[must_use]
    pub fn date(&self) -> Date {
        self.day(Key::DATE).unwrap_or(Date::UNKNOWN)
    }

    /// Who laid the matter before the body.
    pub fn proposers(&self) -> impl Iterator<Item = Proposer<'_>> {
        self.each(Key::PROPOSER).map(|(_, person)| Proposer {
            name: part(person, 0).unwrap_or_default(),
            party: part(person, 1),
            role: part(person, 2),
        })
    }

    /// What the body was asked to decide: inline Markdown, one text for each clause.
    pub fn recommendation(&self) -> impl Iterator<Item = &str> {
        self.texts(Key::RECOMMENDATION)
    }

    /// What the body decided: inline Markdown, one text for each clause.
    pub fn decision(&self) -> impl Iterator<Item = &str> {
        self.texts(Key::DECISION)
    }

    /// The authority's own numbers for the matter.
    pub fn case_numbers(&self) -> impl Iterator<Item = &str> {
        self.texts(Key::CASE_NUMBER)
    }

    /// The organ that decides.
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        self.text(Key::BODY)
    }

    /// How far the matter has come.
    #[must_use]
    pub fn stage(&self) -> Stage {
        let stage = self.choice(Key::STAGE).and_then(Stage::numbered);
        stage.unwrap_or(Stage::Proposal)
    }

    /// The code of its type, if it tells one.
    #[must_use]
    pub fn type_code(&self) -> Option<&'static str> {
        let number = self.choice(Key::TYPE)?;
        TYPES.get(number).map(|choice| choice.code)
    }

    /// The day of the decision.
    #[must_use]
    pub fn decided_on(&self) -> Option<Date> {
        self.day(Key::DECIDED_ON)
    }

    /// What became of the recommendation.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        self.choice(Key::OUTCOME).and_then(Outcome::numbered)
    }

    /// The topics.
    pub fn topics(&self) -> impl Iterator<Item = &str> {
        self.texts(Key::TOPICS)
    }

    /// The summary: the record's own, else the first sentences of the prose.
    #[must_use]
    pub fn summary(&self) -> &str {
        self.text(Key::SUMMARY).unwrap_or_default()
    }

    /// BCP 47 code of the text; the site's language if none.
    #[must_use]
    pub fn language(&self) -> Option<&str> {
        self.text(Key::LANGUAGE)
    }

    /// Whether it is a draft.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.facts.get(Key::DRAFT).is_some()
    }

    /// From when it is published.
    #[must_use]
    pub fn publish_from(&self) -> Option<Moment> {
        self.moment(Key::PUBLISH_FROM)
    }

    /// Until when it is published.
    #[must_use]
    pub fn publish_until(&self) -> Option<Moment> {
        self.moment(Key::PUBLISH_UNTIL)
    }

    /// The files published with it.
    pub fn attachments(&self) -> impl Iterator<Item = Attachment<'_>> {
        self.each(Key::ATTACHMENTS).map(|(item, file)| Attachment {
            file: part(file, 0).unwrap_or_default(),
            title: part(file, 1),
            item,
            is_accessible: flag(file, 2),
            is_public: flag(file, 3) != Some(false),
            reason: part(file, 4),
        })
    }

    /// Paths of the site that lead here.
    pub fn former_addresses(&self) -> impl Iterator<Item = &str> {
        self.texts(Key::FORMER_ADDRESSES)
    }

    /// What the record holds for the theme: a JSON object.
    #[must_use]
    pub fn extra(&self) -> Extra {
        self.text(Key::EXTRA)
            .map_or_else(Extra::default, Extra::of_text)
    }

    /// The names under a key whose values name pages of their own.
    pub fn names(&self, key: Key) -> impl Iterator<Item = &str> {
        self.numbered_names(key).map(|(_, name)| name)
    }

    /// The names that a fact holds, each with its number in the record's list.
    pub fn numbered_names(&self, key: Key) -> impl Iterator<Item = (Option<usize>, &str)> {
        self.each(key)
            .filter_map(|(item, value)| Some((item, value.as_text().or_else(|| part(value, 0))?)))
    }

    pub(super) fn each(&self, key: Key) -> impl Iterator<Item = (Option<usize>, &FactValue)> {
        self.facts.get(key).into_iter().flat_map(FactValue::each)
    }

    fn texts(&self, key: Key) -> impl Iterator<Item = &str> {
        self.each(key).filter_map(|(_, value)| value.as_text())
    }

    fn text(&self, key: Key) -> Option<&str> {
        self.facts.get(key).and_then(FactValue::as_text)
    }

    /// The day under a key.
    #[must_use]
    pub fn day(&self, key: Key) -> Option<Date> {
        self.facts.get(key).and_then(FactValue::day)
    }

    fn moment(&self, key: Key) -> Option<Moment> {
        self.facts.get(key).and_then(FactValue::moment)
    }

    fn choice(&self, key: Key) -> Option<usize> {
        self.facts.get(key).and_then(FactValue::choice)
    }
}

/// A yes or a no that a part tells.
fn flag(value: &FactValue, number: usize) -> Option<bool> {
    let choice = value.part(number).and_then(FactValue::choice);
    choice.map(|choice| choice == choices::YES)
}

fn part(value: &FactValue, number: usize) -> Option<&str> {
    value.part(number).and_then(FactValue::as_text)
}
