//! Meetings, and what stands above the records of a body, a person or a topic, as their templates see them.

use std::sync::Arc;

use super::{Body, Shower, Shown};
use crate::pages::view::{
    AgendaItemView, LinkView, MeetingRowView, MeetingView, MeetingsView, ProfileView, StatementView,
};
use crate::pages::{ListingHead, MeetingList, MeetingPage, resolved};
use crate::record::facts::FactValue;
use crate::record::{Key, Record, Text, name_key, slug};
use crate::site::{Gathering, Meeting, Term};

impl<'a> Shower<'a, '_> {
    pub(super) fn meeting(&self, page: &'a MeetingPage, prose: &str) -> Shown<'a> {
        let meeting = &*page.meeting;
        let settings = &self.frame.settings;
        let text = meeting.text.as_deref();
        let [facts, sections] = text.map_or_else(Default::default, |text| self.facts_of(text));
        let resolve = |destination: &str| resolved(&page.links, destination);
        let listing = self
            .frame
            .addresses
            .listing(Gathering::BODY, &slug(&meeting.body));
        let calendar = self.frame.addresses.meetings().join("calendar.ics");
        let view = MeetingView {
            body: self.frame.link(&meeting.body, &listing),
            day: meeting.day.to_string(),
            is_cancelled: meeting.is_cancelled(),
            facts,
            sections,
            agenda: self.agenda(text, &page.records),
            language: self.language_of(text.and_then(|text| text.language.as_deref())),
            prose: text.map_or_else(String::new, |text| {
                self.prose(prose, &text.headings, &resolve)
            }),
            previous: page.previous.as_deref().map(|it| self.meeting_row(it)),
            next: page.next.as_deref().map(|it| self.meeting_row(it)),
            calendar: text.map(|_| calendar.link(settings)),
        };
        let day = meeting.day.in_words(&settings.language);
        let arguments = [("body", meeting.body.as_str()), ("day", &day)];
        let title = (self.frame.word)("meeting_titled", &arguments);
        let above = vec![self.frame.home(), self.meetings_link()];
        let mut shown = self.page_view(title, above);
        shown.description = text.map_or("", |text| &text.summary);
        Shown {
            page: shown,
            body: Body::Meeting(Box::new(view)),
        }
    }

    fn meetings_link(&self) -> LinkView {
        let title = (self.frame.word)("meetings", &[]);
        self.frame.link(&title, &self.frame.addresses.meetings())
    }

    /// The records of a meeting, and the items that its file tells of and no record does, each at its place.
    fn agenda(
        &self,
        text: Option<&'a Text>,
        records: &'a [Arc<Record>],
    ) -> Vec<AgendaItemView<'a>> {
        let of_record = |record: &'a Arc<Record>| AgendaItemView {
            item: record.item(),
            paragraph: record.paragraph(),
            title: None,
            record: Some(self.summary(record)),
        };
        let told = text.and_then(|text| text.facts.get(Key::AGENDA));
        let mut open: Vec<&Arc<Record>> = records.iter().collect();
        let mut agenda = Vec::new();
        for (_, item) in told.into_iter().flat_map(FactValue::each) {
            let part = |number: usize| item.part(number).and_then(FactValue::as_text);
            let (number, paragraph) = (part(1), part(2));
            let is_same = |record: &Arc<Record>| {
                number.is_some() && record.item() == number
                    || paragraph.is_some() && record.paragraph() == paragraph
            };
            // Records that stand before it in the minutes are shown before it.
            match open.iter().position(|record| is_same(record)) {
                Some(place) => {
                    agenda.extend(open.drain(..=place).map(of_record));
                }
                None => agenda.push(AgendaItemView {
                    item: number,
                    paragraph,
                    title: part(0),
                    record: None,
                }),
            }
        }
        agenda.extend(open.into_iter().map(of_record));
        agenda
    }

    pub(super) fn meeting_row(&self, meeting: &'a Meeting) -> MeetingRowView<'a> {
        let text = meeting.text.as_deref();
        let said = |key: Key| text.and_then(|text| text.text(key));
        let address = self.frame.addresses.meeting(&meeting.id);
        MeetingRowView {
            body: &meeting.body,
            day: meeting.day.to_string(),
            address: address.link(&self.frame.settings),
            begins: said(Key::BEGINS),
            place: said(Key::PLACE),
            is_open: text
                .and_then(|text| text.code(Key::OPEN_TO_PUBLIC))
                .map(|code| code == "true"),
            is_cancelled: meeting.is_cancelled(),
            count: meeting.records.len(),
        }
    }

    pub(super) fn meetings(&self, list: &'a MeetingList) -> Shown<'a> {
        let addresses = self.frame.addresses;
        let row = |meeting: &'a Arc<Meeting>| self.meeting_row(meeting);
        let all = list.coming.iter().chain(&list.past);
        let mut told = all.filter(|meeting| meeting.text.is_some());
        let calendar = addresses.meetings().join("calendar.ics");
        let year = |year: &i16| {
            self.frame
                .link(&year.to_string(), &addresses.meetings_of(Some(*year)))
        };
        let newest = list.past.first();
        let view = MeetingsView {
            year: list.year.map(|year| year.to_string()),
            past_year: newest.map(|meeting| meeting.day.year().to_string()),
            coming: list.coming.iter().map(row).collect(),
            past: list.past.iter().rev().map(row).collect(),
            years: list.years.iter().map(year).collect(),
            calendar: told.next().map(|_| calendar.link(&self.frame.settings)),
        };
        let mut above = vec![self.frame.home()];
        let title = match list.year {
            Some(year) => {
                above.push(self.meetings_link());
                (self.frame.word)("meetings_of_year", &[("year", &year.to_string())])
            }
            None => (self.frame.word)("meetings", &[]),
        };
        Shown {
            page: self.page_view(title, above),
            body: Body::Meetings(view),
        }
    }

    /// What a file tells of what a listing gathers.
    pub(super) fn profile(&self, head: &'a ListingHead, prose: &str) -> Option<ProfileView<'a>> {
        let text = head.profile.as_deref()?;
        let resolve = |destination: &str| resolved(&head.links, destination);
        let [facts, _] = self.facts_of(text);
        Some(ProfileView {
            facts,
            language: self.language_of(text.language.as_deref()),
            prose: self.prose(prose, &text.headings, &resolve),
        })
    }

    /// What a body said when it was asked, newest first.
    pub(super) fn statements(&self, head: &'a ListingHead, term: &Term) -> Vec<StatementView<'a>> {
        let listed = |name: &str| self.frame.profiles.listed(Gathering::BODY, name) == term.title;
        let own = name_key(&term.title);
        let is_of_term = |name: &str| listed(name) || name_key(name) == own;
        let view = |record: &'a Arc<Record>| {
            let told = record.statements().filter(|told| is_of_term(told.body));
            told.map(|told| StatementView {
                record: self.summary(record),
                day: told.date.map(|day| day.to_string()),
                stance: told.stance.map(|choice| choice.code),
                label: told
                    .stance
                    .map(|choice| self.frame.choice(Key::STATEMENTS, choice)),
                text: told.text,
            })
        };
        head.statements.iter().flat_map(view).collect()
    }
}
