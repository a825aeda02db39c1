//! The values of facts that have parts, with a row for each part.

use super::choices::YES_NO;
use super::form::{Form, Group, Part};
use crate::record::words::{APPEAL_ROUTES, APPEAL_STATES};

pub(super) const PROPOSER: Group = Group {
    name: "proposer",
    parts: &[
        part("name", "namn", Form::NameOfPage, "The name."),
        Part {
            around: [" (", ")"],
            ..part("party", "parti", Form::Name, "The party.")
        },
        Part {
            around: [", ", ""],
            ..part("role", "roll", Form::Name, "The role.")
        },
    ],
};

pub(super) const ATTACHMENT: Group = Group {
    name: "attachment",
    parts: &[
        part(
            "file",
            "fil",
            Form::Text(None),
            "The path, counted from the record's folder.",
        ),
        part("title", "titel", Form::Name, "The title."),
        part(
            "accessible",
            "tillgänglig",
            Form::Choice(&YES_NO),
            "Whether everybody can read it.",
        ),
        part(
            "public",
            "offentlig",
            Form::Choice(&YES_NO),
            "Whether it is published; a file that is not is never copied.",
        ),
        part(
            "reason",
            "skäl",
            Form::Text(None),
            "Why it is not published.",
        ),
    ],
};

/// How a decision can be appealed, and what became of it as staff state it: no day ever says that by itself.
pub(super) const APPEAL: Group = Group {
    name: "appeal",
    parts: &[
        part(
            "route",
            "väg",
            Form::Choice(&APPEAL_ROUTES),
            "How it is appealed.",
        ),
        part(
            "last_day",
            "sista dag",
            Form::Day,
            "The last day, where it is not the computed one.",
        ),
        part(
            "reason",
            "skäl",
            Form::Text(None),
            "Why the last day is another, why it cannot be appealed, or the law.",
        ),
        part(
            "state",
            "läge",
            Form::Choice(&APPEAL_STATES),
            "What became of it, as the authority states it.",
        ),
        part("state_on", "läge den", Form::Day, "The day of that."),
    ],
};

pub(crate) const fn part(
    name: &'static str,
    swedish: &'static str,
    form: Form,
    says: &'static str,
) -> Part {
    Part {
        name,
        swedish,
        form,
        around: [", ", ""],
        says,
    }
}
