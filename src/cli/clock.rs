//! The one place where the clock is read: now, on the wall clock of the site's time zone.
#![expect(clippy::disallowed_methods, reason = "the edge to the clock")]

use crate::record::{Date, Moment};

/// The moment a site is made for: the one asked for, else now in a time zone. `None` for an `--as-of` that is none.
pub(super) fn moment(as_of: Option<&str>, time_zone: &str) -> Option<Moment> {
    match as_of {
        Some(text) => Date::read(text)
            .map(Date::begins)
            .or_else(|| Moment::read(text)),
        None => Some(now(time_zone)),
    }
}

fn now(time_zone: &str) -> Moment {
    let zone = jiff::tz::TimeZone::get(time_zone).unwrap_or(jiff::tz::TimeZone::UTC);
    Moment::new(jiff::Timestamp::now().to_zoned_datetime(zone).datetime())
}
