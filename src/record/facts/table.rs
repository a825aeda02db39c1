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
    /// Its place among the columns of the table of open data, counted from 1. Columns stay where they are: a new fact takes
    /// the next number.
    pub column: Option<usize>,
    /// What it means, in the words of the reference.
    pub says: &'static str,
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

/// Every fact, in the order a record is best written.
pub static FACTS: [Fact; 20] = [
    Fact {
        need: Need::Always,
        column: Some(4),
        says: "The matter.",
        ..fact("title", &["titel", "rubrik"], Form::Text(None))
    },
    Fact {
        need: Need::Always,
        column: Some(3),
        says: "The day of the document. Its year is part of the address.",
        ..fact("date", &["datum"], Form::Day)
    },
    Fact {
        field: "proposers",
        need: Need::Always,
        column: Some(8),
        says: "Who laid the matter before the body. See [proposers](#proposers).",
        ..fact(
            "proposer",
            &["föredragande", "förslagsställare"],
            Form::Many(&Form::Group(&PROPOSER)),
        )
    },
    Fact {
        need: Need::Always,
        column: Some(9),
        says: "What the body was asked to decide. See [clauses](#clauses).",
        ..fact(
            "recommendation",
            &["förslag", "rekommendation"],
            Form::Clauses,
        )
    },
    Fact {
        column: Some(1),
        says: "The permanent last part of the address. Without it, the name of the file. See [addresses](#ids-and-addresses).",
        ..fact("id", &["beteckning"], Form::Slug)
    },
    Fact {
        field: "case_numbers",
        column: Some(6),
        says: "The authority's own numbers for the matter. A number that YAML would change, such as 2024.10, must be in quotes.",
        ..fact(
            "case_number",
            &["diarienummer", "dnr"],
            Form::Many(&Form::CaseNumber),
        )
    },
    Fact {
        column: Some(7),
        says: "The organ that decides.",
        ..fact("body", &["organ"], Form::NameOfPage)
    },
    Fact {
        column: Some(5),
        says: "How far the matter has come. Without it, what the rest says. See [stages](#stages).",
        ..fact("stage", &["skede"], Form::Choice(&STAGES))
    },
    Fact {
        column: Some(10),
        says: "What the body decided. Kept apart from what it was asked to decide.",
        ..fact("decision", &["beslut"], Form::Clauses)
    },
    Fact {
        column: Some(11),
        says: "The day of the decision.",
        ..fact("decided_on", &["beslutsdatum"], Form::Day)
    },
    Fact {
        column: Some(12),
        says: "What became of the recommendation. See [outcomes](#outcomes).",
        ..fact("outcome", &["utgång"], Form::Choice(&OUTCOMES))
    },
    Fact {
        column: Some(13),
        says: "The topics. Each has a page that lists its records.",
        ..fact("topics", &["ämnen"], Form::Many(&Form::NameOfPage))
    },
    Fact {
        column: Some(14),
        says: "What the matter is about. Without it, the first sentences of the prose. See [summaries](#summaries).",
        ..fact("summary", &["sammanfattning"], Form::Text(Some(LONGEST)))
    },
    Fact {
        column: Some(15),
        says: "The language of the record's text. Without it, the site's.",
        ..fact("language", &["språk"], Form::Language)
    },
    Fact {
        need: Need::Guard,
        says: "A draft is not published. Without it, `false`.",
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
        says: "The files published with the record. See [attachments](#attachments).",
        ..fact(
            "attachments",
            &["bilagor"],
            Form::Many(&Form::Group(&ATTACHMENT)),
        )
    },
    Fact {
        says: "Paths of the site that lead here. See [former addresses](#former-addresses).",
        ..fact(
            "former_addresses",
            &["tidigare_adresser"],
            Form::Many(&Form::Path),
        )
    },
    Fact {
        says: "Whatever the theme is to see. Every scalar in it is a text.",
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
        column: None,
        says: "",
    }
}

const PROPOSER: Group = Group {
    name: "proposer",
    parts: &[
        part("name", "namn", Form::NameOfPage),
        part("role", "roll", Form::Name),
        part("party", "parti", Form::Name),
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
    }
}
