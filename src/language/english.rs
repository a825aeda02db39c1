//! What the program knows of English.

use rust_stemmers::Algorithm;

use super::{Abbreviations, Language};

pub(super) static ENGLISH: Language = Language {
    code: "en",
    place: 1,
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    undated: "without date",
    thousands: ',',
    decimal: '.',
    cells: ',',
    bytes: "bytes",
    page: "page",
    open_data: "open-data",
    notice_board: "notice-board",
    glossary: "glossary",
    meetings: "meetings",
    assignments: "assignments",
    costs: "costs",
    search: "search",
    abbreviations: Abbreviations {
        always: &[
            "approx.", "assn.", "assoc.", "ave.", "blvd.", "cf.", "cllr.", "co.", "corp.", "dept.",
            "dr.", "e.g.", "esp.", "esq.", "etc.", "excl.", "govt.", "i.e.", "inc.", "incl.",
            "jr.", "ltd.", "messrs.", "mr.", "mrs.", "ms.", "mt.", "n.b.", "prof.", "pt.", "rd.",
            "rep.", "rev.", "sr.", "st.", "supt.", "viz.", "vs.",
        ],
        before_numbers: &[
            "app.", "art.", "arts.", "ch.", "cl.", "fig.", "jan.", "feb.", "mar.", "apr.", "jun.",
            "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.", "no.", "nos.", "p.", "para.",
            "paras.", "pp.", "reg.", "s.", "sec.", "sect.", "ss.", "vol.",
        ],
    },
    stemmer: Algorithm::English,
};
