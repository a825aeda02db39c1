//! What a record tells of how its matter went on, each in its type: costs, assignments, relations.

use super::{Choice, FactValue, choices};
use crate::record::{Date, Key, Record};

/// What a decision gives somebody to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assignment<'a> {
    /// What is to be done.
    pub what: &'a str,
    /// Who is to do it.
    pub to: Option<&'a str>,
    /// The day until which it is to be reported.
    pub due: Option<Date>,
    /// How far it has come, as the authority states it.
    state: Option<&'static str>,
    /// The day on which it was done.
    pub done_on: Option<Date>,
    /// The id of the record that reports it.
    pub reported_in: Option<&'a str>,
    /// Its number in the list.
    pub item: Option<usize>,
}

impl Assignment<'_> {
    /// How far it has come on a day: `done`, `ended`, `overdue`, `under-way`, or `not-reported` where nothing is told of it.
    #[must_use]
    pub fn state_on(&self, today: Date) -> &'static str {
        match self.state {
            Some(state @ ("done" | "ended")) => state,
            _ if self.done_on.is_some_and(|day| day <= today) => "done",
            _ if self.due.is_some_and(|day| day < today) => "overdue",
            None if self.due.is_none() => "not-reported",
            _ => "under-way",
        }
    }
}

/// What something costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost<'a> {
    /// How much, in whole units of the currency.
    pub amount: u64,
    /// The currency, by its code of three letters (ISO 4217).
    pub currency: Option<&'a str>,
    /// The code of how often.
    pub per: Option<&'static str>,
    /// The year or years.
    pub period: Option<&'a str>,
    /// What is paid for.
    pub what: Option<&'a str>,
    /// The words of the document.
    pub quote: Option<&'a str>,
    /// Its number in the list.
    pub item: Option<usize>,
}

impl Cost<'_> {
    /// What it comes to in all, where that can be said: once, or as often as the years of its period ask for.
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        let times = match self.per {
            None | Some("once") => 1,
            Some("month") => years(self.period?)?.checked_mul(12)?,
            Some(_) => years(self.period?)?,
        };
        self.amount.checked_mul(times)
    }
}

/// How many years a period has: `2021`, `2021–2022`, `2021/2022`.
fn years(period: &str) -> Option<u64> {
    let mut parts = period.split(['–', '-', '/']).map(str::trim);
    let year = |text: &str| {
        (text.len() == 4)
            .then(|| text.parse::<u64>().ok())
            .flatten()
    };
    let first = year(parts.next()?)?;
    let last = match (parts.next(), parts.next()) {
        (None, _) => first,
        (Some(last), None) => year(last)?,
        (Some(_), Some(_)) => return None,
    };
    last.checked_sub(first)?.checked_add(1)
}

/// How it was voted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// How many voted for, against, abstained and were absent, as far as it is told.
    pub tally: [Option<u64>; 4],
    /// The same by the parties, summed up; none where they tell nothing.
    pub by_party: [Option<u64>; 4],
    /// The same by the members who are named; none where nobody is.
    pub by_member: [Option<u64>; 4],
    /// Whether the ballot was secret.
    pub is_secret: bool,
    /// The number of the item, to find its place again.
    pub item: Option<usize>,
}

/// What somebody said who was asked.
#[derive(Debug, Clone, Copy)]
pub struct Statement<'a> {
    /// Who was asked.
    pub body: &'a str,
    /// What it says of the proposal.
    pub stance: Option<&'static Choice>,
    /// The day of the statement.
    pub date: Option<Date>,
    /// What it says, in short.
    pub text: Option<&'a str>,
    /// The heading of the text under which it stands.
    pub section: Option<&'a str>,
    /// Its number in the list.
    pub item: Option<usize>,
}

/// How a record stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relation<'a> {
    /// The id of the other record.
    pub to: &'a str,
    /// The code of what this one does to it.
    pub kind: Option<&'static str>,
    /// The number of the item, to find its place again.
    pub item: Option<usize>,
}

impl Record {
    /// What the decision gives somebody to do.
    pub fn assignments(&self) -> impl Iterator<Item = Assignment<'_>> {
        self.each(Key::ASSIGNMENTS).map(|(item, told)| Assignment {
            item,
            what: text(told, 0).unwrap_or_default(),
            to: text(told, 1),
            due: day(told, 2),
            state: code(told, 3, &choices::ASSIGNMENT_STATES),
            done_on: day(told, 4),
            reported_in: text(told, 5),
        })
    }

    /// What it costs.
    pub fn costs(&self) -> impl Iterator<Item = Cost<'_>> {
        self.each(Key::COSTS).map(|(item, told)| Cost {
            item,
            amount: told.part(0).and_then(FactValue::number).unwrap_or_default(),
            currency: text(told, 1),
            per: code(told, 2, &choices::PERIODS),
            period: text(told, 3),
            what: text(told, 4),
            quote: text(told, 5),
        })
    }

    /// How it was voted.
    pub fn votes(&self) -> impl Iterator<Item = Vote> {
        self.each(Key::VOTES).map(|(item, told)| Vote {
            tally: [1, 2, 3, 4].map(|part| told.part(part).and_then(FactValue::number)),
            by_party: [1, 2, 3, 4].map(|part| sum(told.part(6), part)),
            by_member: [0, 1, 2, 3].map(|vote| ballots(told.part(7), vote)),
            is_secret: told.part(5).and_then(FactValue::choice) == Some(choices::YES),
            item,
        })
    }

    /// What those said who were asked, the silent among them.
    pub fn statements(&self) -> impl Iterator<Item = Statement<'_>> {
        self.each(Key::STATEMENTS).filter_map(|(item, told)| {
            let stance = told.part(1).and_then(FactValue::choice);
            Some(Statement {
                body: text(told, 0)?,
                stance: stance.and_then(|stance| choices::STANCES.get(stance)),
                date: day(told, 3),
                text: text(told, 5),
                section: text(told, 6),
                item,
            })
        })
    }

    /// What another record may call it: the id, or the year before it where several records have that id.
    #[must_use]
    pub fn names_in_relations(&self) -> [String; 2] {
        [self.id().to_owned(), self.whole_name()]
    }

    /// The id with the year before it, as the address has them: `2024/budget`.
    #[must_use]
    pub fn whole_name(&self) -> String {
        format!("{}/{}", self.date().year(), self.id())
    }

    /// Whether another record may call it so.
    #[must_use]
    pub fn is_named_in_relations(&self, name: &str) -> bool {
        name == self.id() || name == self.whole_name()
    }

    /// How it stands to others.
    pub fn relations(&self) -> impl Iterator<Item = Relation<'_>> {
        self.each(Key::RELATIONS).map(|(item, told)| Relation {
            to: text(told, 0).unwrap_or_default(),
            kind: code(told, 1, &choices::RELATIONS),
            item,
        })
    }
}

/// The sum of what parties tell of a part; none if no party tells it.
fn sum(parties: Option<&FactValue>, part: usize) -> Option<u64> {
    let told = parties.into_iter().flat_map(FactValue::each);
    let told = told.filter_map(|(_, party)| party.part(part).and_then(FactValue::number));
    told.reduce(u64::saturating_add)
}

/// How many members voted in one way; none if nobody is named.
fn ballots(members: Option<&FactValue>, vote: usize) -> Option<u64> {
    let told = members?
        .each()
        .filter_map(|(_, member)| member.part(2).and_then(FactValue::choice));
    Some(told.filter(|told| *told == vote).map(|_| 1).sum())
}

fn text(value: &FactValue, number: usize) -> Option<&str> {
    value.part(number).and_then(FactValue::as_text)
}

fn day(value: &FactValue, number: usize) -> Option<Date> {
    value.part(number).and_then(FactValue::day)
}

fn code(value: &FactValue, number: usize, choices: &[Choice]) -> Option<&'static str> {
    let choice = value.part(number).and_then(FactValue::choice)?;
    choices.get(choice).map(|choice| choice.code)
}

#[cfg(test)]
mod tests {
    use super::{Assignment, years};
    use crate::record::Date;

    #[test]
    fn the_years_of_a_period_are_counted() {
        for (period, expected) in [
            ("2021", Some(1)),
            ("2021–2022", Some(2)),
            ("2021/2022", Some(2)),
            ("2026 - 2028", Some(3)),
            ("2022–2021", None),
            ("tills vidare", None),
            ("2021–2022–2023", None),
        ] {
            assert_eq!(years(period), expected, "{period}");
        }
    }

    #[test]
    fn the_state_of_an_assignment_follows_the_day() {
        let day = |text: &str| Date::read(text).expect("a day");
        let told = Assignment {
            what: "A",
            to: None,
            due: Some(day("2024-12-01")),
            state: None,
            done_on: None,
            reported_in: None,
            item: None,
        };
        assert_eq!(told.state_on(day("2024-12-01")), "under-way");
        assert_eq!(told.state_on(day("2024-12-02")), "overdue");
        let done = Assignment {
            done_on: Some(day("2025-01-02")),
            ..told
        };
        assert_eq!(done.state_on(day("2025-01-01")), "overdue");
        assert_eq!(done.state_on(day("2025-01-02")), "done");
        let silent = Assignment { due: None, ..told };
        assert_eq!(silent.state_on(day("2025-01-02")), "not-reported");
        let ended = Assignment {
            state: Some("ended"),
            ..told
        };
        assert_eq!(ended.state_on(day("2025-01-02")), "ended");
    }
}
