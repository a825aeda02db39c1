//! What the program knows of Swedish.

use rust_stemmers::Algorithm;

use super::{Abbreviations, Language};

pub(super) static SWEDISH: Language = Language {
    code: "sv",
    place: 0,
    months: [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
    undated: "utan datum",
    thousands: '\u{a0}',
    decimal: ',',
    cells: ';',
    bytes: "byte",
    page: "sida",
    open_data: "oppna-data",
    notice_board: "anslagstavla",
    glossary: "ordlista",
    meetings: "sammantraden",
    assignments: "uppdrag",
    costs: "kostnader",
    search: "sok",
    abbreviations: Abbreviations {
        always: &[
            "adj.", "alt.", "ang.", "anm.", "avd.", "avs.", "bitr.", "bl.a.", "ca.", "d.v.s.",
            "d.y.", "d.ä.", "dir.", "dnr.", "doc.", "dvs.", "e.d.", "e.dyl.", "e.kr.", "e.m.",
            "ev.", "exkl.", "f.d.", "f.kr.", "f.m.", "f.n.", "f.o.m.", "f.v.b.", "f.ö.", "forts.",
            "fr.", "fr.o.m.", "förf.", "g.m.", "gm.", "inkl.", "jfr.", "jur.", "kand.", "kap.",
            "kl.", "komm.", "m.a.o.", "m.fl.", "m.h.a.", "m.m.", "mom.", "motsv.", "n.b.", "nr.",
            "nuv.", "o.d.", "o.dyl.", "o.s.v.", "obs.", "ordf.", "org.nr.", "osv.", "p.d.",
            "p.g.a.", "p.s.s.", "pga.", "pers.nr.", "prof.", "prop.", "ref.", "resp.", "s.a.s.",
            "s.k.", "sekr.", "sid.", "skr.", "st.", "st.f.", "stf.", "sv.", "t.ex.", "t.f.",
            "t.h.", "t.o.m.", "t.v.", "tel.", "tf.", "tfn.", "tr.", "u.a.", "u.ä.", "uppl.",
            "utg.", "v.g.", "vol.", "å.a.", "ä.k.",
        ],
        before_numbers: &[
            "apr.", "art.", "aug.", "bil.", "dec.", "feb.", "febr.", "jan.", "jul.", "jun.", "kr.",
            "nov.", "okt.", "p.", "s.", "sept.", "tab.",
        ],
    },
    small_words: &[
        "alla", "allt", "att", "av", "bara", "blev", "bli", "blir", "de", "dem", "den", "denna",
        "deras", "dess", "dessa", "det", "detta", "dig", "din", "dina", "ditt", "dnr", "du", "där",
        "då", "efter", "eller", "en", "er", "ett", "finns", "från", "få", "får", "för", "gör",
        "göra", "ha", "hade", "han", "har", "hon", "hos", "hur", "här", "hör", "i", "in", "inom",
        "inte", "ja", "jag", "kan", "kunde", "kunna", "man", "med", "mellan", "men", "mig", "min",
        "mina", "mitt", "mot", "måste", "ni", "nr", "nu", "när", "någon", "något", "några", "och",
        "om", "oss", "på", "sedan", "sig", "sin", "sina", "sitt", "ska", "skall", "skulle", "som",
        "så", "till", "under", "upp", "ut", "utan", "vad", "var", "vara", "varför", "varje",
        "vars", "vem", "vi", "vid", "vilka", "vilken", "vilket", "vill", "än", "är", "åt", "över",
    ],
    stemmer: Algorithm::Swedish,
};
