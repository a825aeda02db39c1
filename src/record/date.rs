//! A calendar day, and a moment on the wall clock of the site's time zone.
//!
//! A day in a record is a civil date: it is never shifted by a time zone, and no clock is asked for it here.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::language::Language;

/// A day in the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// Stands in a record whose date could not be read; such a record has an error and is never published.
    pub const UNKNOWN: Self = Self(jiff::civil::Date::MIN);

    /// The first day of 1970, for feeds that hold no record yet.
    pub const EPOCH: Self = Self(jiff::civil::date(1970, 1, 1));

    /// Reads `2021-04-14`, `14 April 2021` or `14 april 2021`; `None` for any other form and for days that do not exist.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::read_numbers(text).or_else(|| Self::read_words(text))
    }

    /// The year, as in `2021`.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The day in words of a language: `14 april 2021` in Swedish, `14 April 2021` in English.
    #[must_use]
    pub fn in_words(self, language: &str) -> String {
        let month = usize::from(self.0.month().unsigned_abs()) - 1;
        let month = Language::of(language).months[month];
        format!("{} {month} {}", self.0.day(), self.0.year())
    }

    /// How far the beginning of the day is from UTC in a time zone, as RFC 3339 writes it: `+02:00`, `Z` for none.
    #[must_use]
    pub fn offset_in(self, time_zone: &str) -> String {
        let seconds: i32 = self
            .0
            .in_tz(time_zone)
            .map_or(0, |zoned| zoned.offset().seconds());
        let (sign, minutes) = (
            if seconds < 0 { '-' } else { '+' },
            seconds.unsigned_abs() / 60,
        );
        if minutes == 0 {
            "Z".to_owned()
        } else {
            format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
        }
    }

    /// The moment at which the day begins.
    #[must_use]
    pub fn begins(self) -> Moment {
        Moment(self.0.at(0, 0, 0, 0))
    }

    /// The moment at which the day is over, which is the beginning of the next.
    #[must_use]
    pub fn ends(self) -> Moment {
        Moment(
            self.0
                .saturating_add(jiff::Span::new().days(1))
                .at(0, 0, 0, 0),
        )
    }

    fn read_numbers(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let lengths_fit =
            year.len() == 4 && month.len() == 2 && day.len() == 2 && parts.next().is_none();
        if !lengths_fit {
            return None;
        }
        Self::new(digits(year)?, digits(month)?, digits(day)?)
    }

    fn read_words(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let (day, month, year) = (words.next()?, words.next()?.to_lowercase(), words.next()?);
        if words.next().is_some() || day.len() > 2 || year.len() != 4 {
            return None;
        }
        let named = |language: &Language| {
            let mut names = language.months.iter();
            names.position(|name| name.to_lowercase() == month)
        };
        let place = Language::all().find_map(named)?;
        Self::new(digits(year)?, i16::try_from(place).ok()? + 1, digits(day)?)
    }

    fn new(year: i16, month: i16, day: i16) -> Option<Self> {
        jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
            .ok()
            .map(Self)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.0;
        write!(
            formatter,
            "{:04}-{:02}-{:02}",
            date.year(),
            date.month(),
            date.day()
        )
    }
}

/// A moment on the wall clock of the site's time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Moment(jiff::civil::DateTime);

impl Moment {
    /// Takes a date and time that is already in the site's time zone.
    #[must_use]
    pub fn new(moment: jiff::civil::DateTime) -> Self {
        Self(moment)
    }

    /// Reads a day as [`Date::read`] does, followed by `T08:00`, ` 08:00` or ` kl. 08.00`, with or without seconds.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let split = text.rfind(['T', ' '])?;
        let clock = text[split + 1..].replace('.', ":");
        let day = text[..split]
            .trim_end()
            .trim_end_matches("kl.")
            .trim_end_matches("kl");
        let mut parts = clock.split(':');
        let (hour, minute) = (parts.next()?, parts.next()?);
        let second = parts.next().unwrap_or("00");
        if parts.next().is_some() || [hour, minute, second].iter().any(|part| part.len() != 2) {
            return None;
        }
        let narrow = |part: &str| digits(part).and_then(|number| i8::try_from(number).ok());
        let time =
            jiff::civil::Time::new(narrow(hour)?, narrow(minute)?, narrow(second)?, 0).ok()?;
        Some(Self(Date::read(day)?.0.to_datetime(time)))
    }
}

impl Moment {
    /// The day it falls on.
    #[must_use]
    pub fn day(self) -> Date {
        Date(self.0.date())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} {:02}:{:02}",
            Date(self.0.date()),
            self.0.hour(),
            self.0.minute()
        )
    }
}

fn digits(text: &str) -> Option<i16> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().ok()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, Moment};

    #[test]
    fn a_day_is_read_in_each_of_its_forms() {
        for form in [
            "2021-04-14",
            "14 April 2021",
            "14 april 2021",
            " 14  APRIL 2021 ",
        ] {
            assert_eq!(
                Date::read(form).map(|date| date.to_string()),
                Some("2021-04-14".to_owned()),
                "{form}"
            );
        }
        for form in [
            "2021-02-29",
            "14/4/2021",
            "2021-4-14",
            "14 abril 2021",
            "+021-04-14",
            "",
            "14 april",
            "Å-04-14",
        ] {
            assert_eq!(Date::read(form), None, "{form}");
        }
    }

    #[test]
    fn a_moment_is_read_with_its_time() {
        for form in [
            "2021-04-22 08:00",
            "2021-04-22T08:00:00",
            "22 april 2021 kl. 08.00",
        ] {
            assert_eq!(
                Moment::read(form).map(|moment| moment.to_string()),
                Some("2021-04-22 08:00".to_owned()),
                "{form}"
            );
        }
        for form in ["2021-04-22", "2021-04-22 25:00", "2021-04-22 8:00"] {
            assert_eq!(Moment::read(form), None, "{form}");
        }
    }
}
