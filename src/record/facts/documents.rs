//! What a document is and where it belongs: its number, who prepared it, who gets it, where it is kept.

use super::fact::{Fact, Open, Place, Search, fact, label};
use super::form::Form;
use crate::record::words::POSITIONS;

pub(super) const DOCUMENT_NUMBER: Fact = Fact {
    search: Search::Names,
    open: Open::Column(19),
    label: label(
        ["Handlingens nummer", "Handlingens nummer"],
        ["Document number", "Document number"],
    ),
    place: Place::Side(12),
    says: "The number of the document itself.",
    ..fact(
        "document_number",
        &["handlingsnummer", "protokollsnummer"],
        Form::Text(None),
    )
};

pub(super) const DECISION_LEVEL: Fact = Fact {
    search: Search::Names,
    open: Open::Column(20),
    label: label(["Beslutsnivå", "Beslutsnivå"], ["Decided by", "Decided by"]),
    place: Place::Side(13),
    says: "Who decides in the end.",
    ..fact("decision_level", &["beslutsnivå"], Form::Name)
};

pub(super) const RECOMMENDING_BODY: Fact = Fact {
    search: Search::Names,
    open: Open::Column(21),
    label: label(
        ["Berett av", "Berett av"],
        ["Recommended by", "Recommended by"],
    ),
    place: Place::Side(14),
    says: "The organ that prepared the matter and recommends.",
    ..fact(
        "recommending_body",
        &["beredande organ", "förslagsställande organ"],
        Form::Name,
    )
};

pub(super) const POSITION: Fact = Fact {
    open: Open::Column(22),
    label: label(
        ["Ställningstagande", "Ställningstagande"],
        ["Position", "Position"],
    ),
    place: Place::Side(15),
    says: "What the recommending organ says of the matter.",
    ..fact("position", &["ställningstagande"], Form::Choice(&POSITIONS))
};

pub(super) const INITIATED_BY: Fact = Fact {
    search: Search::Names,
    open: Open::Column(23),
    label: label(["Väckt av", "Väckt av"], ["Initiated by", "Initiated by"]),
    place: Place::Side(16),
    says: "Who raised the matter.",
    ..fact("initiated_by", &["initierat av", "väckt av"], Form::Name)
};

pub(super) const SENT_TO: Fact = Fact {
    search: Search::Names,
    open: Open::Column(24),
    label: label(["Skickas till", "Skickas till"], ["Sent to", "Sent to"]),
    place: Place::Side(17),
    says: "Who gets the decision.",
    ..fact(
        "sent_to",
        &["expedieras till", "skickas till"],
        Form::Many(&Form::Name),
    )
};

pub(super) const ARCHIVE_REFERENCE: Fact = Fact {
    open: Open::Column(25),
    label: label(
        ["Arkivreferens", "Arkivreferens"],
        ["Archive reference", "Archive reference"],
    ),
    place: Place::Side(18),
    says: "Where the original is kept.",
    ..fact(
        "archive_reference",
        &["arkivreferens", "arkivsignum"],
        Form::Text(None),
    )
};

pub(super) const CONTACT: Fact = Fact {
    open: Open::Column(26),
    label: label(["Kontakt", "Kontakt"], ["Contact", "Contact"]),
    place: Place::Side(19),
    says: "The function to ask about the matter.",
    ..fact("contact", &["kontakt"], Form::Text(None))
};
