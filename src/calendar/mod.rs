//! When a time ends: a country's holidays, the rule that moves a last day, and the time in which a decision can be appealed.
//!
//! All that differs from country to country is a row of [`COUNTRIES`]; the computing knows no country.

mod sweden;

use jiff::civil::Weekday;
use jiff::{Span, ToSpan};

use crate::record::Date;

/// What the program knows of a country's calendar.
#[derive(Debug)]
pub struct Country {
    /// Its code (ISO 3166-1), in small letters.
    pub code: &'static str,
    /// The days of the week on which no time ends.
    pub weekend: &'static [Weekday],
    /// The holidays and the days that count like them when a time ends.
    pub free_days: &'static [FreeDay],
    /// For how long a decision can be appealed.
    pub appeal: Period,
    /// Within how many months a motion is to be decided, if there is such a time.
    pub motion_months: Option<i32>,
}

/// A day of the year on which no time ends.
#[derive(Debug)]
pub struct FreeDay {
    /// When it is.
    pub rule: Rule,
    /// The years in which it counts: the first and the last, none where it always did or still does.
    pub years: (Option<i16>, Option<i16>),
}

/// When a day of the year is.
#[derive(Debug, Clone, Copy)]
pub enum Rule {
    /// On this day of this month.
    Fixed(i8, i8),
    /// So many days behind Easter Sunday, before it if negative.
    Easter(i32),
    /// On the first such weekday from this day of this month on.
    From(Weekday, i8, i8),
}

/// A period that begins with an announcement. The day of the announcement does not count.
#[derive(Debug, Clone, Copy)]
pub struct Period {
    /// The days after the announcement by which everybody is taken to know of it.
    pub presumed: i32,
    /// How long it is.
    pub length: Length,
}

/// The length of a period.
#[derive(Debug, Clone, Copy)]
pub enum Length {
    /// It ends on the same day of the week, so many weeks later.
    Weeks(i32),
    /// It ends so many days later.
    Days(i32),
}

/// Every country that is known.
pub static COUNTRIES: [&Country; 1] = [&sweden::SWEDEN];

/// A country is known by its code.
impl PartialEq for Country {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Country {}

impl Country {
    /// The last day on which a motion that was put on a day is to be decided. `None` where the law names no time, past the calendar's end,
    /// or if the day is not known.
    #[must_use]
    pub fn motion_last_day(&self, put_on: Date) -> Option<Date> {
        let months = self.motion_months.filter(|_| put_on != Date::UNKNOWN)?;
        let last = put_on.civil().checked_add(months.months()).ok()?;
        Some(Date::of_civil(last))
    }

    /// The country of a code.
    #[must_use]
    pub fn of(code: &str) -> Option<&'static Self> {
        COUNTRIES.into_iter().find(|country| country.code == code)
    }

    /// The last day on which a decision can be appealed that was announced on a day. `None` past the calendar's end.
    #[must_use]
    pub fn last_day(&self, announced_on: Date) -> Option<Date> {
        let known = announced_on
            .civil()
            .checked_add(self.appeal.presumed.days());
        let length: Span = match self.appeal.length {
            Length::Weeks(weeks) => weeks.weeks(),
            Length::Days(days) => days.days(),
        };
        let mut last = known.ok()?.checked_add(length).ok()?;
        while self.is_free(last) {
            last = last.tomorrow().ok()?;
        }
        Some(Date::of_civil(last))
    }

    /// Whether no time ends on a day: it ends on the next that is none such.
    fn is_free(&self, day: jiff::civil::Date) -> bool {
        let year = day.year();
        let counts = |free: &&FreeDay| {
            let (first, last) = free.years;
            first.is_none_or(|first| year >= first) && last.is_none_or(|last| year <= last)
        };
        let mut free_days = self.free_days.iter().filter(counts);
        self.weekend.contains(&day.weekday())
            || free_days.any(|free| free.rule.in_year(year) == Some(day))
    }
}

impl Rule {
    /// The day in a year.
    fn in_year(self, year: i16) -> Option<jiff::civil::Date> {
        match self {
            Self::Fixed(month, day) => jiff::civil::Date::new(year, month, day).ok(),
            Self::Easter(offset) => easter(year)?.checked_add(offset.days()).ok(),
            Self::From(weekday, month, day) => {
                let first = jiff::civil::Date::new(year, month, day).ok()?;
                let days = weekday.since(first.weekday());
                first.checked_add(i32::from(days).days()).ok()
            }
        }
    }
}

/// Easter Sunday of a year in the Gregorian calendar (J. Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i16) -> Option<jiff::civil::Date> {
    let year_number = i32::from(year);
    let golden = year_number % 19;
    let (century, of_century) = (year_number / 100, year_number % 100);
    let moon_correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_correction + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * late + 114;
    let (month, day) = (days / 31, days % 31 + 1);
    jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::Weekday;

    use super::{Country, FreeDay, Length, Period, Rule};
    use crate::record::Date;

    fn day(text: &str) -> Date {
        Date::read(text).expect("is a day")
    }

    /// Kommunallagen (2017:725) 13:5: three weeks from the announcement; lag (1930:173) 1–2 §§: the same weekday, and the next
    /// working day where it is a Sunday, a holiday, a Saturday, Midsummer Eve, Christmas Eve or New Year's Eve.
    #[test]
    fn the_last_day_of_a_swedish_legality_review() {
        let sweden = Country::of("se").expect("is known");
        for (announced, last, why) in [
            ("2021-05-05", "2021-05-26", "plain"),
            ("2021-05-15", "2021-06-07", "a Saturday, then Sunday 6 June"),
            ("2025-03-28", "2025-04-22", "Good Friday to Easter Monday"),
            ("2024-05-31", "2024-06-24", "Midsummer Eve"),
            ("2023-12-04", "2023-12-27", "Christmas"),
            ("2024-12-10", "2025-01-02", "New Year's Eve"),
            ("2024-12-16", "2025-01-07", "Epiphany"),
            (
                "2025-12-15",
                "2026-01-05",
                "Epiphany Eve is ordinary, RÅ 2004 not 40",
            ),
            (
                "2025-05-19",
                "2025-06-09",
                "Whit Monday is ordinary since 2005",
            ),
            (
                "2003-05-19",
                "2003-06-10",
                "Whit Monday was a holiday until 2004",
            ),
            (
                "2004-05-16",
                "2004-06-07",
                "6 June was no holiday before 2005, but a Sunday",
            ),
            ("1999-03-16", "1999-04-06", "Easter"),
            ("2003-12-15", "2004-01-05", "Epiphany Eve"),
            ("2025-12-03", "2025-12-29", "Christmas Eve to Sunday"),
            ("2025-12-10", "2026-01-02", "New Year"),
            ("2025-12-16", "2026-01-07", "Epiphany"),
            ("2026-05-29", "2026-06-22", "Midsummer Eve"),
            ("2025-05-16", "2025-06-09", "the National Day, a Friday"),
            ("2024-04-29", "2024-05-20", "plain"),
        ] {
            assert_eq!(
                sweden.last_day(day(announced)),
                Some(day(last)),
                "{announced}: {why}"
            );
        }
    }

    /// Another country is another row: Finland's municipal law (410/2015) 138–140 §§ takes everybody to know of minutes seven days
    /// after they are on the network, and gives thirty days.
    #[test]
    fn another_country_needs_no_other_code() {
        const FINLAND: Country = Country {
            code: "fi",
            weekend: &[Weekday::Saturday, Weekday::Sunday],
            free_days: &[
                FreeDay {
                    rule: Rule::Fixed(12, 6),
                    years: (None, None),
                },
                FreeDay {
                    rule: Rule::Fixed(12, 24),
                    years: (None, None),
                },
                FreeDay {
                    rule: Rule::Fixed(12, 25),
                    years: (None, None),
                },
                FreeDay {
                    rule: Rule::Fixed(12, 26),
                    years: (None, None),
                },
                FreeDay {
                    rule: Rule::Easter(-2),
                    years: (None, None),
                },
                FreeDay {
                    rule: Rule::Easter(1),
                    years: (None, None),
                },
                FreeDay {
                    rule: Rule::From(Weekday::Friday, 6, 19),
                    years: (None, None),
                },
            ],
            appeal: Period {
                presumed: 7,
                length: Length::Days(30),
            },
            motion_months: None,
        };
        for (announced, last) in [
            ("2025-09-01", "2025-10-08"),
            ("2025-11-17", "2025-12-29"),
            ("2025-05-14", "2025-06-23"),
        ] {
            assert_eq!(
                FINLAND.last_day(day(announced)),
                Some(day(last)),
                "{announced}"
            );
        }
    }

    /// The full moons from which Easter is counted from 1900 to 2199, by the golden number of the year: the table of the Church's
    /// calendar, as days of March.
    const FULL_MOONS: [i32; 19] = [
        45, 34, 23, 42, 31, 49, 39, 28, 47, 36, 25, 44, 33, 22, 41, 30, 48, 38, 27,
    ];

    /// Easter by the table: the Sunday after the full moon.
    fn slow_easter(year: i16) -> jiff::civil::Date {
        let golden = usize::try_from(year % 19).expect("a year of our era");
        let february = jiff::civil::Date::new(year, 3, 1)
            .expect("a day")
            .yesterday();
        let moon = jiff::Span::new().days(FULL_MOONS[golden]);
        let mut found = february.expect("a day").checked_add(moon).expect("a day");
        loop {
            found = found.tomorrow().expect("a day");
            if found.weekday() == Weekday::Sunday {
                return found;
            }
        }
    }

    /// The Swedish rule again, by looking at each day.
    fn slow_last_day(announced: jiff::civil::Date) -> jiff::civil::Date {
        let is_free = |at: jiff::civil::Date| {
            let (year, month, number) = (at.year(), at.month(), at.day());
            let easter = slow_easter(year);
            let behind_easter = (at - easter).get_days();
            let is_weekday = |weekday| at.weekday() == weekday;
            is_weekday(Weekday::Saturday)
                || is_weekday(Weekday::Sunday)
                || matches!((month, number), (1, 1 | 6) | (5, 1) | (12, 24..=26 | 31))
                || (month, number) == (6, 6) && year >= 2005
                || matches!(behind_easter, -2 | 0 | 1 | 39)
                || behind_easter == 50 && year < 2005
                || is_weekday(Weekday::Friday) && month == 6 && (19..=25).contains(&number)
        };
        let mut last = announced;
        for _ in 0..21 {
            last = last.tomorrow().expect("a day");
        }
        while is_free(last) {
            last = last.tomorrow().expect("a day");
        }
        last
    }

    #[test]
    fn a_hundred_years_are_as_a_slow_rule_has_them() {
        let sweden = Country::of("se").expect("is known");
        let mut announced = jiff::civil::Date::new(1990, 1, 1).expect("a day");
        while announced.year() < 2090 {
            let last = sweden.last_day(Date::of_civil(announced));
            let slow = Date::of_civil(slow_last_day(announced));
            assert_eq!(last, Some(slow), "{announced}");
            announced = announced.tomorrow().expect("a day");
        }
    }
}
