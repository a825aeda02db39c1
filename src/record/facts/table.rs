//! Every fact that a record may hold, a row for each: its names, the form of its value, where it is shown.
//!
//! Reading, the schema for editors, open data and the references all stand on this one table, so a new fact is a new row.

use super::form::{Form, Group, Part};
use crate::record::Date;
use crate::record::summary::LONGEST;
use crate::record::words::{OUTCOMES, STAGES};

/// A fact that a record may hold.
#[derive(Debug)]
pub struct Fact {
    /// The key's English name, which the documentation uses.
    pub key: &'static str,
    /// The names it may be written with beside the English one, the usual Swedish one first.
    pub aliases: &'static [&'static str],
    /// The name in views and open data.
    pub field: &'static str,
    /// The form of its value.
    pub form: Form,
    /// Whether a record must hold it.
    pub need: Need,
    /// Where open data hold it.
    pub open: Open,
    /// Where its words are searched.
    pub search: Search,
    /// Its place among what a search may be narrowed by, counted from 1 with those of gatherings; for one of a fixed set.
    pub facet: Option<usize>,
    /// What readers see it called, where the theme has no word `fact_` with its field for it.
    pub label: Label,
    /// Where a record's page shows it.
    pub place: Place,
    /// What it means, in the words of the references.
    pub says: &'static str,
    /// What whoever writes it should know beside.
    pub note: &'static str,
}

/// Whether a record must hold a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Every record must.
    Always,
    /// None must.
    Never,
    /// None must, and one that does may be kept from the public by it.
    Guard,
}

/// Where the words of a fact are searched, by what they are worth there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Search {
    /// Nowhere.
    No,
    /// In the title.
    Title,
    /// Among names.
    Names,
    /// In what was asked for.
    Recommendation,
    /// In what was decided.
    Decision,
    /// In the summary.
    Summary,
}

/// What a fact is called, for one value and for several.
#[derive(Debug, Clone, Copy)]
pub struct Label {
    /// In Swedish.
    pub swedish: [&'static str; 2],
    /// In English.
    pub english: [&'static str; 2],
}

impl Label {
    /// What readers of a language see, for so many values.
    #[must_use]
    pub fn shown(&self, language: &str, count: usize) -> &'static str {
        let words = if language.starts_with("sv") {
            &self.swedish
        } else {
            &self.english
        };
        words[usize::from(count > 1)]
    }
}

/// Where a record's page shows a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Where the template itself names it, or nowhere.
    Own,
    /// Among the facts beside the text, in this place, counted from 1.
    Side(usize),
}

/// Where open data hold a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// Nowhere.
    No,
    /// Among the facts of its record.
    Data,
    /// There, and in this column of the table of all records, counted from 1. Columns stay where they are: a new fact takes
    /// the next number.
    Column(usize),
}

/// Every fact, in the order a record is best written.
pub static FACTS: [Fact; 20] = [
    Fact {
        search: Search::Title,
        need: Need::Always,
        open: Open::Column(4),
        says: "The matter.",
        ..fact("title", &["titel", "rubrik"], Form::Text(None))
    },
    Fact {
        need: Need::Always,
        open: Open::Column(3),
        label: Label {
            swedish: ["Handlingens datum", "Handlingens datum"],
            english: ["Document date", "Document date"],
        },
        place: Place::Side(4),
        says: "The day of the document.",
        note: "Its year is part of the address.",
        ..fact("date", &["datum"], Form::Day)
    },
    Fact {
        search: Search::Names,
        field: "proposers",
        need: Need::Always,
        open: Open::Column(8),
        label: Label {
            swedish: ["Föredragande", "Föredragande"],
            english: ["Proposer", "Proposers"],
        },
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
        search: Search::Recommendation,
        need: Need::Always,
        open: Open::Column(9),
        says: "What the body was asked to decide.",
        note: "See [clauses](#clauses).",
        ..fact(
            "recommendation",
            &["förslag", "rekommendation"],
            Form::Clauses,
        )
    },
    Fact {
        open: Open::Column(1),
        says: "The permanent last part of the address.",
        note: "Without it, the name of the file. See [addresses](#ids-and-addresses).",
        ..fact("id", &["beteckning"], Form::Slug)
    },
    Fact {
        field: "case_numbers",
        open: Open::Column(6),
        label: Label {
            swedish: ["Diarienummer", "Diarienummer"],
            english: ["Case number", "Case numbers"],
        },
        place: Place::Side(1),
        says: "The authority's own numbers for the matter.",
        note: "A number that YAML would change, such as 2024.10, must be in quotes.",
        ..fact(
            "case_number",
            &["diarienummer", "dnr"],
            Form::Many(&Form::CaseNumber),
        )
    },
    Fact {
        search: Search::Names,
        open: Open::Column(7),
        label: Label {
            swedish: ["Beslutande organ", "Beslutande organ"],
            english: ["Body", "Bodies"],
        },
        place: Place::Side(2),
        says: "The organ that decides.",
        ..fact("body", &["organ"], Form::NameOfPage)
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
        label: Label {
            swedish: ["Beslutsdatum", "Beslutsdatum"],
            english: ["Decision date", "Decision dates"],
        },
        place: Place::Side(5),
        says: "The day of the decision.",
        ..fact("decided_on", &["beslutsdatum"], Form::Day)
    },
    Fact {
        facet: Some(5),
        open: Open::Column(12),
        label: Label {
            swedish: ["Utfall", "Utfall"],
            english: ["Outcome", "Outcomes"],
        },
        place: Place::Side(6),
        says: "What became of the recommendation.",
        note: "See [outcomes](#outcomes).",
        ..fact("outcome", &["utgång"], Form::Choice(&OUTCOMES))
    },
    Fact {
        search: Search::Names,
        open: Open::Column(13),
        label: Label {
            swedish: ["Ämne", "Ämnen"],
            english: ["Topic", "Topics"],
        },
        place: Place::Side(7),
        says: "The topics.",
        note: "Each has a page that lists its records.",
        ..fact("topics", &["ämnen"], Form::Many(&Form::NameOfPage))
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
            &["bilagor"],
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
        open: Open::Data,
        says: "Whatever the theme is to see.",
        note: "Every scalar in it is a text.",
        ..fact("extra", &[], Form::Lines)
    },
];

/// A fact that no record must hold and no table shows.
const fn fact(key: &'static str, aliases: &'static [&'static str], form: Form) -> Fact {
    Fact {
        key,
        aliases,
        field: key,
        form,
        need: Need::Never,
        open: Open::No,
        search: Search::No,
        facet: None,
        label: Label {
            swedish: [key; 2],
            english: [key; 2],
        },
        place: Place::Own,
        says: "",
        note: "",
    }
}

const PROPOSER: Group = Group {
    name: "proposer",
    parts: &[
        part("name", "namn", Form::NameOfPage),
        Part {
            around: [" (", ")"],
            ..part("party", "parti", Form::Name)
        },
        Part {
            around: [", ", ""],
            ..part("role", "roll", Form::Name)
        },
    ],
};

const ATTACHMENT: Group = Group {
    name: "attachment",
    parts: &[
        part("file", "fil", Form::Text(None)),
        part("title", "titel", Form::Name),
    ],
};

const fn part(name: &'static str, swedish: &'static str, form: Form) -> Part {
    Part {
        name,
        swedish,
        form,
        around: [", ", ""],
    }
}
