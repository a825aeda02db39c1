//! What files of their own tell of bodies, people and meetings, a row for each, beside the facts of records that they share.

use super::choices;
use super::fact::{Fact, Open, Place, fact, label};
use super::form::{Form, Group, Part};
use super::groups::part;

/// The facts that no record holds.
pub static DESCRIBED: [Fact; 18] = [
    Fact {
        open: Open::Data,
        says: "What it is called.",
        ..fact("name", &["namn"], Form::NameOfPage)
    },
    Fact {
        open: Open::Data,
        label: label(
            ["Tidigare namn", "Tidigare namn"],
            ["Former name", "Former names"],
        ),
        place: Place::Side(1),
        says: "What it was called before; records that use such a name are listed with the others.",
        ..fact(
            "former_names",
            &["tidigare namn"],
            Form::Many(&Form::NameOfPage),
        )
    },
    Fact {
        open: Open::Data,
        label: label(["Roll", "Roller"], ["Role", "Roles"]),
        place: Place::Side(2),
        says: "The office that the person holds.",
        ..fact("role", &["roll"], Form::Many(&Form::Name))
    },
    Fact {
        open: Open::Data,
        label: label(["Parti", "Partier"], ["Party", "Parties"]),
        place: Place::Side(3),
        says: "The party.",
        ..fact("party", &["parti"], Form::Name)
    },
    Fact {
        open: Open::Data,
        label: label(
            ["Ansvarsområde", "Ansvarsområden"],
            ["Portfolio", "Portfolios"],
        ),
        place: Place::Side(4),
        says: "What the person answers for.",
        ..fact(
            "portfolio",
            &["ansvarsområde", "rotel"],
            Form::Many(&Form::Name),
        )
    },
    Fact {
        open: Open::Data,
        label: label(["Ansvarar för", "Ansvarar för"], ["Remit", "Remit"]),
        place: Place::Side(5),
        says: "What it decides, or is about, in a sentence.",
        ..fact("remit", &["ansvarar för"], Form::Text(None))
    },
    Fact {
        open: Open::Data,
        label: label(["Från", "Från"], ["Since", "Since"]),
        place: Place::Side(6),
        says: "The first day of its existence, or of the person's office.",
        ..fact("since", &["från", "sedan"], Form::Day)
    },
    Fact {
        open: Open::Data,
        label: label(["Till och med", "Till och med"], ["Until", "Until"]),
        place: Place::Side(7),
        says: "The last day.",
        ..fact("until", &["till och med", "till"], Form::Day)
    },
    Fact {
        open: Open::Data,
        label: label(
            ["Efterträdare", "Efterträdare"],
            ["Successor", "Successors"],
        ),
        place: Place::Side(8),
        says: "Who or what came after it.",
        ..fact(
            "successor",
            &["efterträdare"],
            Form::Many(&Form::NameOfPage),
        )
    },
    Fact {
        open: Open::Data,
        label: label(["Plats", "Plats"], ["Place", "Place"]),
        place: Place::Side(2),
        says: "Where the meeting is held.",
        ..fact("place", &["plats", "lokal"], Form::Name)
    },
    Fact {
        open: Open::Data,
        label: label(["Börjar", "Börjar"], ["Begins", "Begins"]),
        place: Place::Side(3),
        says: "When it is to begin: `17:00`.",
        ..fact("begins", &["börjar"], Form::Time)
    },
    Fact {
        open: Open::Data,
        label: label(["Slutar", "Slutar"], ["Ends", "Ends"]),
        place: Place::Side(4),
        says: "When it is to end.",
        ..fact("ends", &["slutar"], Form::Time)
    },
    Fact {
        open: Open::Data,
        label: label(["Öppnades", "Öppnades"], ["Opened at", "Opened at"]),
        place: Place::Side(5),
        says: "When it began.",
        ..fact("began", &["öppnades", "började"], Form::Time)
    },
    Fact {
        open: Open::Data,
        label: label(["Avslutades", "Avslutades"], ["Closed at", "Closed at"]),
        place: Place::Side(6),
        says: "When it ended.",
        ..fact("ended", &["avslutades", "slutade"], Form::Time)
    },
    Fact {
        open: Open::Data,
        label: label(
            ["Öppet för allmänheten", "Öppet för allmänheten"],
            ["Open to the public", "Open to the public"],
        ),
        place: Place::Side(7),
        says: "Whether anybody may listen.",
        ..fact(
            "open_to_public",
            &["öppet för allmänheten", "offentligt"],
            Form::Choice(&choices::YES_NO),
        )
    },
    Fact {
        open: Open::Data,
        says: "Whether it is held as planned.",
        ..fact("state", &["läge"], Form::Choice(&choices::MEETING_STATES))
    },
    Fact {
        open: Open::Data,
        says: "The items of the agenda; one with a number of its own is joined with the record of that item.",
        ..fact(
            "agenda",
            &["dagordning", "föredragningslista"],
            Form::Many(&Form::Group(&AGENDA_ITEM)),
        )
    },
    Fact {
        open: Open::Data,
        label: label(["Närvarande", "Närvarande"], ["Present", "Present"]),
        place: Place::Section(1),
        says: "Who took part, and who left for which item.",
        ..fact(
            "attendance",
            &["närvaro", "närvarande"],
            Form::Many(&Form::Group(&PARTICIPANT)),
        )
    },
];

/// An item of the agenda.
const AGENDA_ITEM: Group = Group {
    name: "item",
    parts: &[
        part("title", "titel", Form::Text(None), "The matter."),
        part("item", "ärende", Form::Name, "The number of the item."),
        part(
            "paragraph",
            "paragraf",
            Form::Name,
            "The paragraph of the minutes.",
        ),
    ],
};

/// Who took part in a meeting (kommunallagen 2017:725, 5:67 and 6:35: minutes tell who took part; 5:47 and 6:28: nobody
/// takes part in an item that concerns themselves).
const PARTICIPANT: Group = Group {
    name: "participant",
    parts: &[
        part("name", "namn", Form::Name, "The name."),
        Part {
            around: [" (", ")"],
            ..part("party", "parti", Form::Name, "The party.")
        },
        part(
            "role",
            "roll",
            Form::Choice(&choices::PARTICIPANTS),
            "In what capacity.",
        ),
        Part {
            around: [", {label} ", ""],
            ..part(
                "replaces",
                "ersätter",
                Form::Name,
                "For whom a substitute serves.",
            )
        },
        Part {
            around: ["; {label} ", ""],
            ..part(
                "left_for",
                "lämnade",
                Form::Many(&Form::Name),
                "The items for which the person left the meeting.",
            )
        },
        Part {
            around: [" (", ")"],
            ..part("reason", "skäl", Form::Text(None), "Why: `jäv`.")
        },
    ],
};
