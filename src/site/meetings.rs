//! The meetings of bodies: those that files of their own tell of, and those at which records were decided.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Gathering, Profiles};
use crate::record::{Date, Key, Record, Text, TextKind, name_key, slug};

/// A meeting of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// The last part of its address.
    pub id: String,
    /// The body, as its page calls it.
    pub body: String,
    /// The day.
    pub day: Date,
    /// What a file of its own tells of it.
    pub text: Option<Arc<Text>>,
    /// Places of the records that were dealt with, in the order of the agenda.
    pub records: Vec<u32>,
}

impl Meeting {
    /// Whether it is told to be cancelled.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        let state = self.text.as_ref().and_then(|text| text.code(Key::STATE));
        state == Some("cancelled")
    }

    /// Whether it is still to come on a day, that day among them.
    #[must_use]
    pub fn is_coming(&self, today: Date) -> bool {
        self.day >= today
    }
}

/// All meetings, oldest first, those of one day in the order of their bodies.
pub(super) fn meetings(
    records: &[Arc<Record>],
    texts: &[Arc<Text>],
    profiles: &Profiles,
) -> Vec<Arc<Meeting>> {
    let mut meetings: Vec<Meeting> = Vec::new();
    let mut known: BTreeMap<(Date, String), usize> = BTreeMap::new();
    let listed = |name: &str| profiles.listed(Gathering::BODY, name).to_owned();
    for text in texts.iter().filter(|text| text.kind == TextKind::Meeting) {
        let Some(day) = text.day() else { continue };
        let body = listed(&text.title);
        known
            .entry((day, name_key(&body)))
            .or_insert(meetings.len());
        meetings.push(Meeting {
            id: text.id.clone(),
            body,
            day,
            text: Some(text.clone()),
            records: Vec::new(),
        });
    }
    for (place, record) in (0..).zip(records) {
        let Some((day, body)) = record.met_on().zip(record.met_body()) else {
            continue;
        };
        let body = profiles.listed(Gathering::BODY, body);
        let number = *known.entry((day, name_key(body))).or_insert_with(|| {
            meetings.push(Meeting {
                id: format!("{}-{day}", slug(body)),
                body: body.to_owned(),
                day,
                text: None,
                records: Vec::new(),
            });
            meetings.len() - 1
        });
        meetings[number].records.push(place);
    }
    for meeting in &mut meetings {
        let order = |place: &u32| order_of(&records[*place as usize]);
        meeting.records.sort_by_cached_key(order);
    }
    meetings.sort_by(|left, right| {
        (left.day, &left.body, &left.id).cmp(&(right.day, &right.body, &right.id))
    });
    meetings.into_iter().map(Arc::new).collect()
}

/// Records of a meeting stand by item, then by paragraph; those without either last.
fn order_of(record: &Record) -> (u64, u64, String) {
    let number = |text: Option<&str>| {
        let digits: String = text
            .unwrap_or_default()
            .chars()
            .skip_while(|letter| !letter.is_ascii_digit())
            .take_while(char::is_ascii_digit)
            .collect();
        digits.parse().unwrap_or(u64::MAX)
    };
    let (item, paragraph) = (number(record.item()), number(record.paragraph()));
    (
        if item == u64::MAX { paragraph } else { item },
        paragraph,
        record.id().to_owned(),
    )
}
