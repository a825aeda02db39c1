//! How a matter went: the meeting, who was asked, what was put forward, how it was voted, who did not agree.

use super::choices;
use super::fact::{Fact, Open, Place, Search, fact, label};
use super::form::{Form, Group, Part};
use super::groups::part;

const COUNT: Form = Form::Number(0, 1_000_000);

pub(super) const MEETING: Fact = Fact {
    open: Open::Data,
    label: label(["Sammanträde", "Sammanträden"], ["Meeting", "Meetings"]),
    place: Place::Side(20),
    says: "The meeting at which the matter was decided.",
    note: "The day alone may stand as a text.",
    ..fact(
        "meeting",
        &["sammanträde"],
        Form::Group(&Group {
            name: "meeting",
            parts: &[
                part("date", "datum", Form::Day, "The day."),
                part(
                    "body",
                    "organ",
                    Form::Name,
                    "Who met, where that is not the body of the record.",
                ),
                Part {
                    around: [", {label} ", ""],
                    ..part("item", "ärende", Form::Name, "The item of the agenda.")
                },
                Part {
                    around: [", § ", ""],
                    ..part(
                        "paragraph",
                        "paragraf",
                        Form::Name,
                        "The paragraph of the minutes.",
                    )
                },
            ],
        }),
    )
};

pub(super) const IMMEDIATELY_APPROVED: Fact = Fact {
    open: Open::Data,
    label: label(
        ["Omedelbart justerat", "Omedelbart justerat"],
        ["Approved at once", "Approved at once"],
    ),
    says: "The paragraph was approved at the meeting itself.",
    ..fact(
        "immediately_approved",
        &["omedelbart justerat", "omedelbar justering"],
        Form::Flag,
    )
};

pub(super) const MOTIONS: Fact = Fact {
    open: Open::Data,
    search: Search::Recommendation,
    label: label(
        ["Yrkande", "Yrkanden"],
        ["Motion at the meeting", "Motions at the meeting"],
    ),
    place: Place::Section(1),
    says: "What was put forward at the meeting.",
    ..fact(
        "motions",
        &["yrkanden", "yrkande"],
        Form::Many(&Form::Group(&Group {
            name: "motion",
            parts: &[
                part("text", "text", Form::Text(None), "What was put forward."),
                part("by", "av", Form::Many(&Form::Name), "Who put it forward."),
                part(
                    "outcome",
                    "utfall",
                    Form::Choice(&choices::MOTION_OUTCOMES),
                    "What became of it.",
                ),
            ],
        })),
    )
};

const TALLY: [Part; 4] = [
    part("yes", "ja", COUNT, "How many voted for it."),
    part("no", "nej", COUNT, "How many voted against it."),
    part("abstained", "avstår", COUNT, "How many abstained."),
    part("absent", "frånvarande", COUNT, "How many were absent."),
];

pub(super) const VOTES: Fact = Fact {
    open: Open::Data,
    label: label(["Omröstning", "Omröstningar"], ["Vote", "Votes"]),
    place: Place::Section(2),
    says: "How it was voted.",
    ..fact(
        "votes",
        &["omröstningar", "omröstning"],
        Form::Many(&Form::Group(&Group {
            name: "vote",
            parts: &[
                part(
                    "question",
                    "fråga",
                    Form::Text(None),
                    "What a yes and a no meant.",
                ),
                TALLY[0],
                TALLY[1],
                TALLY[2],
                TALLY[3],
                part(
                    "secret",
                    "sluten",
                    Form::Choice(&choices::YES_NO),
                    "Whether the ballot was secret.",
                ),
                part(
                    "by_party",
                    "partivis",
                    Form::Many(&Form::Group(&Group {
                        name: "party",
                        parts: &[
                            part("party", "parti", Form::Name, "The party."),
                            TALLY[0],
                            TALLY[1],
                            TALLY[2],
                            TALLY[3],
                        ],
                    })),
                    "How the members of each party voted.",
                ),
                part(
                    "by_member",
                    "ledamotsvis",
                    Form::Many(&Form::Group(&Group {
                        name: "ballot",
                        parts: &[
                            part("name", "namn", Form::Name, "The member."),
                            part("party", "parti", Form::Name, "The party."),
                            part(
                                "vote",
                                "röst",
                                Form::Choice(&choices::BALLOTS),
                                "How the member voted.",
                            ),
                        ],
                    })),
                    "How each member voted.",
                ),
            ],
        })),
    )
};

pub(super) const DISSENTS: Fact = Fact {
    open: Open::Data,
    search: Search::Decision,
    label: label(
        [
            "Reservation eller uttalande",
            "Reservationer och uttalanden",
        ],
        ["Dissent", "Dissents"],
    ),
    place: Place::Section(3),
    says: "Who did not agree, and what they wrote.",
    ..fact(
        "dissents",
        &["reservationer", "reservation"],
        Form::Many(&Form::Group(&Group {
            name: "dissent",
            parts: &[
                part("text", "text", Form::Text(None), "What they wrote."),
                part("by", "av", Form::Many(&Form::Name), "Who dissents."),
                part(
                    "kind",
                    "slag",
                    Form::Choice(&choices::DISSENTS),
                    "In what form.",
                ),
            ],
        })),
    )
};

pub(super) const STATEMENTS: Fact = Fact {
    open: Open::Data,
    search: Search::Names,
    label: label(["Remissvar", "Remissvar"], ["Statement", "Statements"]),
    place: Place::Section(4),
    says: "Who was asked, and what they said; silence too.",
    ..fact(
        "statements",
        &["remissvar", "yttranden"],
        Form::Many(&Form::Group(&Group {
            name: "statement",
            parts: &[
                part("body", "organ", Form::NameOfPage, "Who was asked."),
                part(
                    "stance",
                    "inställning",
                    Form::Choice(&choices::STANCES),
                    "What it says of the proposal.",
                ),
                part(
                    "kind",
                    "slag",
                    Form::Choice(&choices::STATEMENT_KINDS),
                    "In what form it was asked.",
                ),
                part("date", "datum", Form::Day, "The day of the statement."),
                part(
                    "due",
                    "senast",
                    Form::Day,
                    "The day until which it was to answer.",
                ),
                part("text", "text", Form::Text(None), "What it says, in short."),
                part(
                    "section",
                    "avsnitt",
                    Form::Heading,
                    "The heading of the text under which it stands.",
                ),
            ],
        })),
    )
};
