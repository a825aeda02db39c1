//! Days in the forms of one site: the forms of its own beside those that every site has.

use jiff::tz::TimeZone;

use super::date::clock_time;
use super::{Date, Moment};

/// The forms that a site's days and moments have beside the usual ones.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DayForms {
    /// Patterns of days, as `date` of Unix writes them: `%d/%m/%Y`.
    pub patterns: Vec<String>,
    /// The time zone in which a moment of another zone has its day, by its IANA name; UTC if empty.
    pub time_zone: String,
}

impl DayForms {
    /// No forms beside the usual ones.
    pub(super) const USUAL: Self = Self {
        patterns: Vec::new(),
        time_zone: String::new(),
    };

    /// Whether a pattern tells a day whole: what it writes can be read again.
    #[must_use]
    pub fn is_pattern(pattern: &str) -> bool {
        let day = jiff::civil::date(2021, 4, 14);
        let written = jiff::fmt::strtime::format(pattern, day);
        written.is_ok_and(|written| {
            jiff::civil::Date::strptime(pattern, written).is_ok_and(|read| read == day)
        })
    }

    /// Reads a day. Of a moment with a time zone of its own (`2014-08-01T22:30:00Z`, RFC 3339) it is the day in the site's.
    #[must_use]
    pub fn day(&self, text: &str) -> Option<Date> {
        let usual = Date::read(text).or_else(|| self.by_pattern(text));
        usual.or_else(|| Some(self.moment_in_full(text)?.day()))
    }

    /// Reads a moment: a day, which `of_day` turns into one, or a day with a time.
    #[must_use]
    pub fn moment(&self, text: &str, of_day: fn(Date) -> Moment) -> Option<Moment> {
        let day = Date::read(text).or_else(|| self.by_pattern(text));
        let moment = day.map(of_day).or_else(|| Moment::read(text));
        moment.or_else(|| self.moment_in_full(text))
    }

    fn by_pattern(&self, text: &str) -> Option<Date> {
        let mut patterns = self.patterns.iter();
        patterns.find_map(|pattern| Date::by_pattern(pattern, text.trim()))
    }

    fn moment_in_full(&self, text: &str) -> Option<Moment> {
        let text = text.trim();
        let zone = if self.time_zone.is_empty() {
            "UTC"
        } else {
            &self.time_zone
        };
        let zoned = text.parse::<jiff::Timestamp>().ok();
        let zoned = zoned.and_then(|moment| moment.in_tz(zone).ok());
        let moment = zoned.map(|moment| moment.datetime());
        moment.or_else(|| text.parse().ok()).map(Moment::new)
    }
}

/// Whether what begins and ends at two times of day, `18:00` and `00:30`, ends on the next day: it goes on into the night.
#[must_use]
pub fn past_midnight(begins: &str, ends: &str) -> bool {
    const MORNING: &str = "06:00";
    ends < begins && ends < MORNING
}

impl Date {
    /// The moment of a time of day, `17:00`, on this day in a time zone, in universal time: `20240514T150000Z` (RFC 5545, 3.3.5).
    /// `None` for what is no time of day.
    #[must_use]
    pub fn in_universal_time(self, time: &str, time_zone: &str) -> Option<String> {
        let moment = self.civil().to_datetime(clock_time(time)?);
        let zone = TimeZone::get(time_zone).unwrap_or(TimeZone::UTC);
        let moment = zone.to_ambiguous_zoned_datetime(moment).compatible().ok()?;
        let universal = moment.with_time_zone(TimeZone::UTC);
        Some(universal.strftime("%Y%m%dT%H%M%SZ").to_string())
    }

    /// Reads a day by a pattern, as `date` of Unix writes it.
    #[must_use]
    pub fn by_pattern(pattern: &str, text: &str) -> Option<Self> {
        let day = jiff::civil::Date::strptime(pattern, text).ok()?;
        Self::new(day.year(), day.month().into(), day.day().into())
    }
}

#[cfg(test)]
mod tests {
    use super::DayForms;
    use crate::record::{Date, Moment};

    #[test]
    fn a_site_has_forms_of_its_own() {
        let forms = DayForms {
            patterns: vec!["%d/%m/%Y".to_owned(), "%B %d %Y".to_owned()],
            time_zone: "Europe/Stockholm".to_owned(),
        };
        for (text, expected) in [
            ("2021-04-14", "2021-04-14"),
            ("9/4/2021", "2021-04-09"),
            ("April 9 2021", "2021-04-09"),
            ("2014-08-01T22:30:00.000Z", "2014-08-02"),
            ("2014-08-01T22:30:00+02:00", "2014-08-01"),
            ("2014-08-01 22:30:00", "2014-08-01"),
            ("2014-08-01T22:30", "2014-08-01"),
        ] {
            let day = forms.day(text).map(|day| day.to_string());
            assert_eq!(day.as_deref(), Some(expected), "{text}");
        }
        for text in ["9/4", "tomorrow", "", "22:30"] {
            assert_eq!(forms.day(text), None, "{text}");
        }
        let moment = |text: &str| forms.moment(text, Date::begins);
        let expected = Moment::read("2014-08-02 00:30");
        assert_eq!(moment("2014-08-01T22:30:00Z"), expected);
        assert_eq!(moment("9/4/2021"), Moment::read("2021-04-09 00:00"));
    }

    #[test]
    fn a_pattern_tells_a_day_whole() {
        for (pattern, tells) in [
            ("%d/%m/%Y", true),
            ("%Y%m%d", true),
            ("%-d %b %Y", true),
            ("%m/%Y", false),
            ("minutes", false),
            ("%Q", false),
            ("", false),
        ] {
            assert_eq!(DayForms::is_pattern(pattern), tells, "{pattern}");
        }
    }
}
