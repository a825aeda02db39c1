//! The meetings of bodies: a page of each, lists of them, their calendar and their open data.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Planner, SiteLinks, add_links};
use crate::pages::{Address, Content, Links, MeetingList, MeetingPage, Meetings};
use crate::record::{Date, Record, name_key};
use crate::site::{Meeting, Site, is_recent};
use crate::source::Inputs;

impl Planner<'_> {
    /// Nothing is planned for a register that tells of no meeting.
    pub(super) fn add_meetings(&mut self, site_links: &mut SiteLinks) {
        let site = self.site;
        if site.meetings.is_empty() {
            return;
        }
        let all: Arc<[Arc<Meeting>]> = site.meetings.as_slice().into();
        let mut of_body: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, meeting) in all.iter().enumerate() {
            let body = name_key(&meeting.body);
            of_body.entry(body).or_default().push(place);
        }
        let mut neighbours = vec![(None, None); all.len()];
        for places in of_body.values() {
            for pair in places.windows(2) {
                neighbours[pair[0]].1 = Some(all[pair[1]].clone());
                neighbours[pair[1]].0 = Some(all[pair[0]].clone());
            }
        }
        let records = all.iter().map(|meeting| records_of(site, meeting));
        let records: Vec<Arc<[Arc<Record>]>> = records.collect();
        for ((meeting, records), (previous, next)) in all.iter().zip(&records).zip(neighbours) {
            let links = match &meeting.text {
                Some(text) => {
                    self.add_former(text);
                    self.links_of(text, site_links)
                }
                None => Links::default(),
            };
            self.add_meeting(MeetingPage {
                meeting: meeting.clone(),
                records: records.clone(),
                previous,
                next,
                links,
            });
        }
        self.add_lists(&all);
        let told = for_calendars(site);
        let addresses = self.frame.addresses;
        if all.iter().any(|meeting| meeting.text.is_some()) {
            let inputs = told.iter().fold(Inputs::of("meeting calendar"), add);
            let calendar = addresses.meetings().join("calendar.ics");
            self.add(calendar, inputs, Content::MeetingCalendar(told.into()));
        }
        let inputs = all.iter().fold(Inputs::of("meeting data"), add);
        let inputs = records
            .iter()
            .flat_map(|records| records.iter())
            .fold(inputs, |inputs, record| inputs.digest(record.facts_digest));
        let meetings = Arc::new(Meetings { all, records });
        let data = Address::new("data/meetings.json");
        self.add(data, inputs, Content::MeetingData(meetings));
    }

    fn add_meeting(&mut self, page: MeetingPage) {
        let mut inputs = add(Inputs::of("meeting"), &page.meeting);
        for record in page.records.iter() {
            inputs = inputs.digest(record.facts_digest);
        }
        for neighbour in [&page.previous, &page.next] {
            inputs = match neighbour {
                Some(meeting) => inputs.text(&meeting.id).text(&meeting.day.to_string()),
                None => inputs.number(0),
            };
        }
        inputs = add_links(inputs, &page.links);
        let address = self.frame.addresses.meeting(&page.meeting.id);
        self.add(address, inputs, Content::Meeting(Box::new(page)));
    }

    /// The meetings to come with those of the last year that has some, and those of each year.
    fn add_lists(&mut self, all: &Arc<[Arc<Meeting>]>) {
        let today = self.site.today;
        let (past, coming): (Vec<_>, Vec<_>) =
            all.iter().cloned().partition(|it| !it.is_coming(today));
        let mut years: BTreeMap<i16, Vec<Arc<Meeting>>> = BTreeMap::new();
        for meeting in past {
            years.entry(meeting.day.year()).or_default().push(meeting);
        }
        let named: Vec<i16> = years.keys().rev().copied().collect();
        let newest = named.first().copied();
        let mut lists: Vec<MeetingList> = years
            .into_iter()
            .map(|(year, past)| MeetingList {
                year: Some(year),
                coming: Vec::new(),
                past,
                years: named.clone(),
            })
            .collect();
        lists.push(MeetingList {
            year: None,
            coming,
            past: lists
                .iter()
                .find(|list| list.year == newest)
                .map_or_else(Vec::new, |list| list.past.clone()),
            years: named,
        });
        for list in lists {
            let mut inputs = Inputs::of("meetings").number(list.coming.len());
            inputs = list.coming.iter().chain(&list.past).fold(inputs, add);
            for year in &list.years {
                inputs = inputs.text(&year.to_string());
            }
            let address = self.frame.addresses.meetings_of(list.year);
            self.add(address, inputs, Content::MeetingList(Arc::new(list)));
        }
    }
}

/// The records of a meeting, in the order of its agenda.
fn records_of(site: &Site, meeting: &Meeting) -> Arc<[Arc<Record>]> {
    let places = meeting.records.iter();
    places
        .map(|place| site.records[*place as usize].clone())
        .collect()
}

/// What lists show of a meeting.
pub(super) fn add(inputs: Inputs, meeting: &Arc<Meeting>) -> Inputs {
    let inputs = inputs
        .text(&meeting.id)
        .text(&meeting.body)
        .text(&meeting.day.to_string())
        .number(meeting.records.len());
    match &meeting.text {
        Some(text) => inputs.digest(text.digest),
        None => inputs.number(0),
    }
}

/// The meetings of a body that are to come on a day.
pub(super) fn coming(site: &Site, body: Option<&str>, today: Date) -> Vec<Arc<Meeting>> {
    let begins = site.meetings.partition_point(|it| !it.is_coming(today));
    let coming = site.meetings[begins..].iter();
    let body = body.map(name_key);
    let is_of_body = |meeting: &&Arc<Meeting>| {
        let body = body.as_ref();
        body.is_none_or(|body| name_key(&meeting.body) == *body)
    };
    coming.filter(is_of_body).cloned().collect()
}

/// The meeting of each record that tells one.
pub(super) fn by_record(site: &Site) -> BTreeMap<usize, Arc<Meeting>> {
    let mut meetings = BTreeMap::new();
    for meeting in &site.meetings {
        let places = meeting.records.iter();
        meetings.extend(places.map(|place| (*place as usize, meeting.clone())));
    }
    meetings
}

/// The meetings that files tell of, as far as calendars do.
pub(super) fn for_calendars(site: &Site) -> Vec<Arc<Meeting>> {
    let told = site.meetings.iter().filter(|it| it.text.is_some());
    told.filter(|meeting| is_recent(meeting.day, site.today))
        .cloned()
        .collect()
}
