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
    small_words: &[
        "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been",
        "before", "being", "between", "but", "by", "can", "could", "did", "do", "does", "doing",
        "for", "from", "get", "had", "has", "have", "he", "her", "here", "his", "how", "i", "if",
        "in", "into", "is", "it", "its", "may", "me", "might", "mine", "must", "my", "no", "nor",
        "not", "of", "off", "on", "or", "our", "over", "shall", "she", "should", "so", "some",
        "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this",
        "those", "through", "to", "under", "up", "us", "was", "we", "were", "what", "when",
        "where", "which", "while", "who", "whom", "whose", "why", "will", "with", "would", "you",
        "your",
    ],
    stemmer: Algorithm::English,
};
