//! Every fact that a record may hold, a row for each: its names, the form of its value, where it is shown.
//!
//! Reading, the schema for editors, open data, the search and the references all stand on this one table, so a new fact is a
//! new row.

use super::fact::{Fact, Label, Need, Open, Place, Search, fact, label};
use super::form::Form;
use super::groups::{APPEAL, ATTACHMENT, PROPOSER};
use super::{consequences, documents, proceedings};
use crate::record::Date;
use crate::record::summary::LONGEST;
use crate::record::words::{OUTCOMES, STAGES, TYPES};

/// Every fact, in the order a record is best written.
pub static FACTS: [Fact; 44] = [
    Fact {
        written_by_new: Some(1),
        search: Search::Title,
        need: Need::Always,
        open: Open::Column(4),
        says: "The matter.",
        ..fact("title", &["titel", "rubrik"], Form::Text(None))
    },
    Fact {
        written_by_new: Some(2),
        need: Need::Always,
        open: Open::Column(3),
        label: label(
            ["Handlingens datum", "Handlingens datum"],
            ["Document date", "Document date"],
        ),
        place: Place::Side(4),
        says: "The day of the document.",
        note: "Its year is part of the address.",
        ..fact("date", &["datum", "handlingens datum"], Form::Day)
    },
    Fact {
        written_by_new: Some(3),
        search: Search::Names,
        field: "proposers",
        need: Need::Always,
        open: Open::Column(8),
        label: label(["Föredragande", "Föredragande"], ["Proposer", "Proposers"]),
        labels_by_type: &[
            ("motion", MOVER),
            ("citizens-proposal", MOVER),
            (
                "interpellation",
                label(["Frågeställare", "Frågeställare"], ["Asked by", "Asked by"]),
            ),
        ],
        place: Place::Side(3),
        says: "Who laid the matter before the body.",
        note: "See [proposers](#proposers).",
        ..fact(
            "proposer",
            &["föredragande", "förslagsställare"],
            Form::Many(&Form::Group(&PROPOSER)),
        )
    },
    Fact {
        written_by_new: Some(6),
        search: Search::Recommendation,
        need: Need::Always,
        open: Open::Column(9),
        says: "What the body was asked to decide.",
        note: "See [clauses](#clauses).",
        ..fact(
            "recommendation",
            &["förslag", "rekommendation", "förslag till beslut"],
            Form::Clauses,
        )
    },
    Fact {
        open: Open::Column(16),
        label: label(
            ["Handlingstyp", "Handlingstyp"],
            ["Document type", "Document type"],
        ),
        place: Place::Side(8),
        says: "What kind of document it is.",
        note: "The page of a motion calls its proposer a mover.",
        ..fact("type", &["typ", "handlingstyp"], Form::Choice(&TYPES))
    },
    Fact {
        open: Open::Column(1),
        says: "The permanent last part of the address.",
        note: "Without it, the name of the file. See [addresses](#ids-and-addresses).",
        ..fact("id", &["beteckning"], Form::Slug)
    },
    Fact {
        written_by_new: Some(5),
        field: "case_numbers",
        open: Open::Column(6),
        label: label(
            ["Diarienummer", "Diarienummer"],
            ["Case number", "Case numbers"],
        ),
        place: Place::Side(1),
        says: "The authority's own numbers for the matter.",
        note: "A number that YAML would change, such as 2024.10, must be in quotes.",
        ..fact(
            "case_number",
            &["diarienummer", "dnr", "ärendenummer"],
            Form::Many(&Form::CaseNumber),
        )
    },
    Fact {
        written_by_new: Some(4),
        search: Search::Names,
        open: Open::Column(7),
        label: label(["Beslutande organ", "Beslutande organ"], ["Body", "Bodies"]),
        place: Place::Side(2),
        says: "The organ that decides.",
        ..fact(
            "body",
            &["organ", "beslutande organ", "nämnd"],
            Form::NameOfPage,
        )
    },
    Fact {
        facet: Some(4),
        open: Open::Column(5),
        says: "How far the matter has come.",
        note: "Without it, what the rest says. See [stages](#stages).",
        ..fact("stage", &["skede"], Form::Choice(&STAGES))
    },
    Fact {
        search: Search::Decision,
        open: Open::Column(10),
        says: "What the body decided.",
        note: "Kept apart from what it was asked to decide.",
        ..fact("decision", &["beslut"], Form::Clauses)
    },
    Fact {
        open: Open::Column(11),
        label: label(
            ["Beslutsdatum", "Beslutsdatum"],
            ["Decision date", "Decision dates"],
        ),
        place: Place::Side(5),
        says: "The day of the decision.",
        ..fact("decided_on", &["beslutsdatum", "decision date"], Form::Day)
    },
    Fact {
        facet: Some(5),
        open: Open::Column(12),
        label: label(["Utfall", "Utfall"], ["Outcome", "Outcomes"]),
        place: Place::Side(6),
        says: "What became of the recommendation.",
        note: "See [outcomes](#outcomes).",
        ..fact("outcome", &["utfall", "utgång"], Form::Choice(&OUTCOMES))
    },
    Fact {
        search: Search::Names,
        open: Open::Column(13),
        label: label(["Ämne", "Ämnen"], ["Topic", "Topics"]),
        place: Place::Side(7),
        says: "The topics.",
        note: "Each has a page that lists its records.",
        ..fact("topics", &["ämnen", "ämne"], Form::Many(&Form::NameOfPage))
    },
    Fact {
        search: Search::Summary,
        open: Open::Column(14),
        says: "What the matter is about.",
        note: "Without it, the first sentences of the prose. See [summaries](#summaries).",
        ..fact("summary", &["sammanfattning"], Form::Text(Some(LONGEST)))
    },
    Fact {
        open: Open::Column(15),
        says: "The language of the record's text.",
        note: "Without it, the site's.",
        ..fact("language", &["språk"], Form::Language)
    },
    Fact {
        need: Need::Guard,
        says: "A draft is not published.",
        note: "Without it, `false`.",
        ..fact("draft", &["utkast"], Form::Flag)
    },
    Fact {
        need: Need::Guard,
        says: "The record is withheld until then.",
        ..fact(
            "publish_from",
            &["publiceras_från"],
            Form::Moment(Date::begins),
        )
    },
    Fact {
        need: Need::Guard,
        says: "The record is published until then, and no longer.",
        ..fact(
            "publish_until",
            &["publiceras_till"],
            Form::Moment(Date::ends),
        )
    },
    Fact {
        open: Open::Data,
        says: "The files published with the record.",
        note: "See [attachments](#attachments).",
        ..fact(
            "attachments",
            &["bilagor", "bilaga"],
            Form::Many(&Form::Group(&ATTACHMENT)),
        )
    },
    Fact {
        says: "Paths of the site that lead here.",
        note: "See [former addresses](#former-addresses).",
        ..fact(
            "former_addresses",
            &["tidigare_adresser"],
            Form::Many(&Form::Path),
        )
    },
    Fact {
        open: Open::Column(17),
        label: label(["Justerat", "Justerat"], ["Approved", "Approved"]),
        place: Place::Side(9),
        says: "The day on which the minutes were approved.",
        note: "Minutes are approved within 14 days of the meeting (kommunallagen 5:69 and 6:35).",
        ..fact("approved_on", &["justerat", "justerat den"], Form::Day)
    },
    Fact {
        open: Open::Column(18),
        label: label(["Anslaget", "Anslaget"], ["Announced", "Announced"]),
        place: Place::Side(10),
        says: "The day on which the approved minutes were announced on the notice board.",
        note: "At the latest on the second day after the approval (kommunallagen 8:12).",
        ..fact("announced_on", &["anslaget", "anslaget den"], Form::Day)
    },
    Fact {
        open: Open::Data,
        label: label(
            ["Protokollet finns hos", "Protokollet finns hos"],
            ["Minutes kept at", "Minutes kept at"],
        ),
        place: Place::Side(11),
        says: "Where the minutes can be read.",
        ..fact(
            "minutes_location",
            &["protokollet finns", "protokollet finns hos"],
            Form::Text(None),
        )
    },
    Fact {
        open: Open::Data,
        says: "How the decision can be appealed.",
        note: "The route alone may stand as a text. The last day is computed where the setting `country` is known.",
        ..fact("appeal", &["överklagande"], Form::Group(&APPEAL))
    },
    documents::DOCUMENT_NUMBER,
    documents::DECISION_LEVEL,
    documents::RECOMMENDING_BODY,
    documents::POSITION,
    documents::INITIATED_BY,
    documents::SENT_TO,
    documents::ARCHIVE_REFERENCE,
    documents::CONTACT,
    proceedings::MEETING,
    proceedings::IMMEDIATELY_APPROVED,
    proceedings::MOTIONS,
    proceedings::VOTES,
    proceedings::DISSENTS,
    proceedings::STATEMENTS,
    consequences::COSTS,
    consequences::ASSIGNMENTS,
    consequences::RELATIONS,
    consequences::CHANGES,
    consequences::SOURCE,
    Fact {
        open: Open::Data,
        says: "Whatever the theme is to see.",
        note: "Every scalar in it is a text.",
        ..fact("extra", &[], Form::Lines)
    },
];

/// Who moves something without being the one who prepares it.
const MOVER: Label = label(
    ["Förslagsställare", "Förslagsställare"],
    ["Moved by", "Moved by"],
);

#[cfg(test)]
mod tests {
    use super::super::DESCRIBED;
    use super::{FACTS, Form};

    /// Whether a form is one that only a key's whole value has.
    fn is_whole(form: Form) -> bool {
        matches!(form, Form::Many(_) | Form::Clauses | Form::Lines)
    }

    #[test]
    fn no_form_stands_where_it_cannot_be_read() {
        for fact in FACTS.iter().chain(&DESCRIBED) {
            if let Form::Many(single) = fact.form {
                assert!(!is_whole(*single), "{}", fact.key);
            }
            if let Form::Group(group) = fact.form.single() {
                for part in group.parts {
                    assert!(!is_whole(part.form.single()), "{}: {}", fact.key, part.name);
                }
            }
        }
    }

    #[test]
    fn every_name_of_a_key_is_one_keys() {
        let mut names: Vec<&str> = FACTS
            .iter()
            .chain(&DESCRIBED)
            .flat_map(|fact| fact.aliases.iter().chain([&fact.key]).copied())
            .collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
