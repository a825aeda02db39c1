//! A calendar day, and a moment on the wall clock of the site's time zone.
//!
//! A day in a record is a civil date: it is never shifted by a time zone, and no clock is asked for it here.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::written::{self, Written};
use crate::language::Language;

/// A day in the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// Stands in a record that tells no day, before all days. As text it is empty.
    pub const UNKNOWN: Self = Self(jiff::civil::Date::MIN);

    /// The first day of 1970, for feeds that hold no record yet.
    pub const EPOCH: Self = Self(jiff::civil::date(1970, 1, 1));

    /// Reads a day in the forms that have one meaning only: `2021-04-14`, `2021-4-14`, `2021.04.14`, `20210414`,
    /// `14 April 2021`, `den 14 apr. 2021`, `April 14, 2021`; `None` for any other form and for days that do not exist.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        written::read(text).and_then(Written::day)
    }

    /// What a text that is no day may have meant: each day that its numbers can be read as.
    #[must_use]
    pub fn readings(text: &str) -> Vec<Self> {
        written::readings(text)
    }

    /// Whether a text has the form of a day, of which there is none.
    #[must_use]
    pub fn is_missing_day(text: &str) -> bool {
        written::read(text).is_some_and(|written| written.day().is_none())
    }

    /// The year, as in `2021`.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The year by which records are gathered: `2021`; where no day is told, the words for that in a language.
    #[must_use]
    pub fn year_in_words(self, language: &str) -> String {
        if self == Self::UNKNOWN {
            return Language::of(language).undated.to_owned();
        }
        format!("{:04}", self.year())
    }

    /// The day in words of a language: `14 april 2021` in Swedish, `14 April 2021` in English; where none is told, that.
    #[must_use]
    pub fn in_words(self, language: &str) -> String {
        if self == Self::UNKNOWN {
            return Language::of(language).undated.to_owned();
        }
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

    /// The day after; none behind the last day there is.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        self.0.tomorrow().ok().map(Self)
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

    /// How many days later another is; less than none if it is earlier.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        i64::from((other.0 - self.0).get_days())
    }

    /// The day as the calendar computes with it.
    pub(crate) fn civil(self) -> jiff::civil::Date {
        self.0
    }

    /// A day that the calendar has computed.
    pub(crate) fn of_civil(day: jiff::civil::Date) -> Self {
        Self(day)
    }

    pub(super) fn new(year: i16, month: i16, day: i16) -> Option<Self> {
        jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
            .ok()
            .map(Self)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::UNKNOWN {
            return Ok(());
        }
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

impl Written {
    /// The day, if there is such a day.
    fn day(self) -> Option<Date> {
        Date::new(self.year, self.month, self.day)
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

    /// Reads a day as [`Date::read`] does, followed by `T08:00`, ` 08:00`, ` 8:00` or ` kl. 08.00`, with or without seconds.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let split = text.rfind(['T', ' ', '\u{a0}'])?;
        let clock = text[split..]
            .trim_start_matches(['T', ' ', '\u{a0}'])
            .replace('.', ":");
        let day = text[..split].trim_end();
        let day = ["kl.", "kl"]
            .iter()
            .find_map(|word| day.strip_suffix(word))
            .unwrap_or(day);
        Some(Self(Date::read(day)?.0.to_datetime(clock_time(&clock)?)))
    }

    /// A time of day, `17:00`, `17.00`, `kl. 17.00` or `kl. 17`, as `17:00`; `None` for anything else.
    #[must_use]
    pub fn time(text: &str) -> Option<String> {
        let text = text.trim();
        let clock = ["kl.", "kl"]
            .iter()
            .find_map(|word| text.strip_prefix(word));
        let clock = clock.map_or(text, str::trim_start).replace('.', ":");
        let is_hour = clock.len() <= 2 && digits(&clock).is_some();
        let clock = if is_hour { clock + ":00" } else { clock };
        let time = clock_time(&clock)?;
        Some(format!("{:02}:{:02}", time.hour(), time.minute()))
    }
}

impl Moment {
    /// The day of a text that is a day with a time behind it, whether that can be read or not.
    pub(super) fn day_before_time(text: &str) -> Option<Date> {
        let (day, time) = text.trim().rsplit_once(['T', ' ', '\u{a0}'])?;
        let is_time = time.contains([':', '.']) && time.starts_with(|c: char| c.is_ascii_digit());
        let day = day
            .trim_end()
            .trim_end_matches("kl.")
            .trim_end_matches("kl");
        is_time.then(|| Date::read(day)).flatten()
    }

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

/// A time of day: `17:00`, `8:00` or `17:00:30`.
pub(super) fn clock_time(clock: &str) -> Option<jiff::civil::Time> {
    let mut parts = clock.split(':');
    let (hour, minute) = (parts.next()?, parts.next()?);
    let second = parts.next().unwrap_or("00");
    let is_clock = (1..=2).contains(&hour.len()) && minute.len() == 2 && second.len() == 2;
    if parts.next().is_some() || !is_clock {
        return None;
    }
    let narrow = |part: &str| digits(part).and_then(|number| i8::try_from(number).ok());
    jiff::civil::Time::new(narrow(hour)?, narrow(minute)?, narrow(second)?, 0).ok()
}

pub(super) fn digits(text: &str) -> Option<i16> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
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
            "2021-4-14",
            "2021–04–14",
            "2021.04.14",
            "2021/04/14",
            "20210414",
            "den 14 april 2021",
            "14 apr 2021",
            "14 apr. 2021",
            "14\u{a0}april 2021",
            "April 14, 2021",
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
            "21-04-14",
            "2021-04-140",
            "14 ma 2021",
            "14 j 2021",
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
    fn a_day_in_another_form_has_its_readings() {
        let readings = |text: &str| -> Vec<String> {
            Date::readings(text)
                .iter()
                .map(ToString::to_string)
                .collect()
        };
        assert_eq!(readings("14/9 2026"), ["2026-09-14"]);
        assert_eq!(readings("14.9.2026"), ["2026-09-14"]);
        assert_eq!(readings("9/4 2026"), ["2026-04-09", "2026-09-04"]);
        assert_eq!(readings("26-09-14"), ["2014-09-26", "2026-09-14"]);
        assert_eq!(readings("14 sept"), Vec::<String>::new());
        assert!(Date::is_missing_day("31 september 2026") && Date::is_missing_day("2021-02-29"));
        assert!(!Date::is_missing_day("14/9 2026") && !Date::is_missing_day("2021-02-28"));
    }

    #[test]
    fn a_moment_is_read_with_its_time() {
        for form in [
            "2021-04-22 08:00",
            "2021-04-22T08:00:00",
            "22 april 2021 kl. 08.00",
            "2021-04-22 8:00",
            "22 april 2021 kl 8.00",
        ] {
            assert_eq!(
                Moment::read(form).map(|moment| moment.to_string()),
                Some("2021-04-22 08:00".to_owned()),
                "{form}"
            );
        }
        for form in [
            "2021-04-22",
            "2021-04-22 25:00",
            "2021-04-22 :00",
            "2021-04-22 8",
        ] {
            assert_eq!(Moment::read(form), None, "{form}");
        }
    }

    #[test]
    fn a_time_of_day_has_one_form() {
        for form in ["17:00", "17.00", "kl. 17.00", "kl 17", "17", "17:00:00"] {
            assert_eq!(Moment::time(form).as_deref(), Some("17:00"), "{form}");
        }
        for form in ["25:00", "17:0", "5 pm", "", "kl.", "17:00-18:00"] {
            assert_eq!(Moment::time(form), None, "{form}");
        }
    }
}
