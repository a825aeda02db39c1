//! Sweden: the holidays (lag 1989:253 om allmänna helgdagar), the days on which no time ends (lag 1930:173 om beräkning av lagstadgad tid,
//! 2 §), and the time of a legality review (kommunallagen 2017:725, 13:5).

use jiff::civil::Weekday;

use super::{Country, FreeDay, Length, Period, Rule};

const ALWAYS: (Option<i16>, Option<i16>) = (None, None);

const fn free(rule: Rule) -> FreeDay {
    FreeDay {
        rule,
        years: ALWAYS,
    }
}

/// All Saints' Day and Midsummer Day are Saturdays, Easter Sunday and Whit Sunday Sundays: the weekend holds them.
pub(super) static SWEDEN: Country = Country {
    code: "se",
    weekend: &[Weekday::Saturday, Weekday::Sunday],
    free_days: &[
        // New Year's Day, Epiphany, Good Friday, Easter Monday, the first of May, Ascension Day.
        free(Rule::Fixed(1, 1)),
        free(Rule::Fixed(1, 6)),
        free(Rule::Easter(-2)),
        free(Rule::Easter(1)),
        free(Rule::Fixed(5, 1)),
        free(Rule::Easter(39)),
        // Whit Monday gave way to the National Day (lag 2004:1320).
        FreeDay {
            rule: Rule::Easter(50),
            years: (None, Some(2004)),
        },
        FreeDay {
            rule: Rule::Fixed(6, 6),
            years: (Some(2005), None),
        },
        // Midsummer Eve, Christmas Eve, Christmas, New Year's Eve.
        free(Rule::From(Weekday::Friday, 6, 19)),
        free(Rule::Fixed(12, 24)),
        free(Rule::Fixed(12, 25)),
        free(Rule::Fixed(12, 26)),
        free(Rule::Fixed(12, 31)),
    ],
    appeal: Period {
        presumed: 0,
        length: Length::Weeks(3),
    },
    // Kommunallagen 5:35: a motion is to be prepared so that it can be decided within a year.
    motion_months: Some(12),
};
