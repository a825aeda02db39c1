//! What came of a matter: what it costs, who is to do what, what it does to other decisions, what was changed since; and where its
//! text comes from.

use super::choices;
use super::fact::{Fact, Open, Place, Search, fact, label};
use super::form::{Form, Group};
use super::groups::part;

/// The largest amount.
const MOST: u64 = 1_000_000_000_000_000;

pub(super) const COSTS: Fact = Fact {
    open: Open::Data,
    label: label(["Kostnad", "Kostnader"], ["Cost", "Costs"]),
    place: Place::Section(5),
    says: "What it costs.",
    note: "An amount is a whole number, which may have blanks in it: 700 000.",
    ..fact(
        "costs",
        &["kostnader", "kostnad", "ekonomi"],
        Form::Many(&Form::Group(&Group {
            name: "cost",
            parts: &[
                part("amount", "belopp", Form::Number(0, MOST), "How much."),
                part(
                    "currency",
                    "valuta",
                    Form::Token,
                    "The currency by its code of three letters (ISO 4217), such as SEK.",
                ),
                part("per", "per", Form::Choice(&choices::PERIODS), "How often."),
                part(
                    "period",
                    "period",
                    Form::Name,
                    "The year or years, 2021–2022.",
                ),
                part("what", "vad", Form::Name, "What is paid for."),
                part(
                    "quote",
                    "citat",
                    Form::Text(None),
                    "The words of the document that say so.",
                ),
            ],
        })),
    )
};

pub(super) const ASSIGNMENTS: Fact = Fact {
    open: Open::Data,
    search: Search::Decision,
    label: label(["Uppdrag", "Uppdrag"], ["Assignment", "Assignments"]),
    place: Place::Section(6),
    says: "What the decision gives somebody to do.",
    ..fact(
        "assignments",
        &["uppdrag"],
        Form::Many(&Form::Group(&Group {
            name: "assignment",
            parts: &[
                part("what", "vad", Form::Text(None), "What is to be done."),
                part("to", "till", Form::Name, "Who is to do it."),
                part(
                    "due",
                    "senast",
                    Form::Day,
                    "The day until which it is to be reported.",
                ),
                part(
                    "state",
                    "läge",
                    Form::Choice(&choices::ASSIGNMENT_STATES),
                    "How far it has come, as the authority states it.",
                ),
                part(
                    "done_on",
                    "utfört den",
                    Form::Day,
                    "The day on which it was done.",
                ),
                part(
                    "reported_in",
                    "redovisat i",
                    Form::Slug,
                    "The id of the record that reports it.",
                ),
            ],
        })),
    )
};

pub(super) const RELATIONS: Fact = Fact {
    open: Open::Data,
    label: label(["Samband", "Samband"], ["Relation", "Relations"]),
    says: "How the record stands to others.",
    note: "A record is named by its id.",
    ..fact(
        "relations",
        &["samband"],
        Form::Many(&Form::Group(&Group {
            name: "relation",
            parts: &[
                part("to", "till", Form::Slug, "The id of the other record."),
                part(
                    "kind",
                    "slag",
                    Form::Choice(&choices::RELATIONS),
                    "What this one does to the other.",
                ),
            ],
        })),
    )
};

pub(super) const CHANGES: Fact = Fact {
    open: Open::Data,
    label: label(["Ändring", "Ändringar"], ["Change", "Changes"]),
    place: Place::Section(7),
    says: "What was changed after the record was published.",
    note: "A withdrawal leaves nothing of the record but its title and the reason. See [withdrawals](#withdrawals).",
    ..fact(
        "changes",
        &["ändringar", "ändring"],
        Form::Many(&Form::Group(&Group {
            name: "change",
            parts: &[
                part("date", "datum", Form::Day, "The day."),
                part(
                    "kind",
                    "slag",
                    Form::Choice(&choices::CHANGES),
                    "What kind of change.",
                ),
                part(
                    "note",
                    "anmärkning",
                    Form::Text(None),
                    "What was changed, and why.",
                ),
            ],
        })),
    )
};

pub(super) const SOURCE: Fact = Fact {
    open: Open::Data,
    says: "Where the text comes from.",
    note: "A text that is not complete says so where it ends.",
    ..fact(
        "source",
        &["källa"],
        Form::Group(&Group {
            name: "source",
            parts: &[
                part(
                    "file",
                    "fil",
                    Form::Name,
                    "The document that the text was taken from.",
                ),
                part(
                    "scanned",
                    "inskannad",
                    Form::Choice(&choices::YES_NO),
                    "Whether it was read by a machine from a picture.",
                ),
                part(
                    "complete",
                    "fullständig",
                    Form::Choice(&choices::YES_NO),
                    "Whether it is all of it.",
                ),
            ],
        }),
    )
};
