//! Abbreviations whose full stop ends no sentence, by language. A text may hold those of any language, so all are known.

/// A language's abbreviations, in small letters.
struct Table {
    /// Never at a sentence's end, whatever follows.
    always: &'static [&'static str],
    /// Only before a number: `No. 3`, `kap. 2`, `art. 5`.
    before_numbers: &'static [&'static str],
}

const SWEDISH: Table = Table {
    always: &[
        "adj.", "alt.", "ang.", "anm.", "avd.", "avs.", "bitr.", "bl.a.", "ca.", "d.v.s.", "d.y.",
        "d.ä.", "dir.", "dnr.", "doc.", "dvs.", "e.d.", "e.dyl.", "e.kr.", "e.m.", "ev.", "exkl.",
        "f.d.", "f.kr.", "f.m.", "f.n.", "f.o.m.", "f.v.b.", "f.ö.", "forts.", "fr.", "fr.o.m.",
        "förf.", "g.m.", "gm.", "inkl.", "jfr.", "jur.", "kand.", "kap.", "kl.", "komm.", "m.a.o.",
        "m.fl.", "m.h.a.", "m.m.", "mom.", "motsv.", "n.b.", "nr.", "nuv.", "o.d.", "o.dyl.",
        "o.s.v.", "obs.", "ordf.", "org.nr.", "osv.", "p.d.", "p.g.a.", "p.s.s.", "pga.",
        "pers.nr.", "prof.", "prop.", "ref.", "resp.", "s.a.s.", "s.k.", "sekr.", "sid.", "skr.",
        "st.", "st.f.", "stf.", "sv.", "t.ex.", "t.f.", "t.h.", "t.o.m.", "t.v.", "tel.", "tf.",
        "tfn.", "tr.", "u.a.", "u.ä.", "uppl.", "utg.", "v.g.", "vol.", "å.a.", "ä.k.",
    ],
    before_numbers: &[
        "apr.", "art.", "aug.", "bil.", "dec.", "feb.", "febr.", "jan.", "jul.", "jun.", "kr.",
        "nov.", "okt.", "p.", "s.", "sept.", "tab.",
    ],
};

const ENGLISH: Table = Table {
    always: &[
        "approx.", "assn.", "assoc.", "ave.", "blvd.", "cf.", "cllr.", "co.", "corp.", "dept.",
        "dr.", "e.g.", "esp.", "esq.", "etc.", "excl.", "govt.", "i.e.", "inc.", "incl.", "jr.",
        "ltd.", "messrs.", "mr.", "mrs.", "ms.", "mt.", "n.b.", "prof.", "pt.", "rd.", "rep.",
        "rev.", "sr.", "st.", "supt.", "viz.", "vs.",
    ],
    before_numbers: &[
        "app.", "art.", "arts.", "ch.", "cl.", "fig.", "jan.", "feb.", "mar.", "apr.", "jun.",
        "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.", "no.", "nos.", "p.", "para.",
        "paras.", "pp.", "reg.", "s.", "sec.", "sect.", "ss.", "vol.",
    ],
};

/// Whether a word that ends with a full stop is an abbreviation before what follows it.
pub(crate) fn is_abbreviation(word: &str, next: char) -> bool {
    let word = word
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    [SWEDISH, ENGLISH].iter().any(|table| {
        table.always.contains(&word.as_str())
            || next.is_numeric() && table.before_numbers.contains(&word.as_str())
    })
}
