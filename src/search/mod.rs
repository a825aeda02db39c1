//! Records to a search index of small static files, and the engine that finds records in it.
//!
//! The index is made from what is published and nothing else. It is a set of shards that a browser fetches as it needs
//! them: a dictionary in sorted pieces, the records of each term with what the term is worth there, its places for
//! phrases, how records are shown, and what narrows a search. Records are numbered in the order of their days, so that
//! newest-first is the order of numbers and a period is a range of them.
//!
//! Its rooms have one direction: `words` (text to terms), `files` (the form of the index, writer beside reader), `find`
//! (questions), `terms` (the words of records, and the terms that a segment makes of them), `renewal` (an earlier index, of
//! which is taken what still holds), `make` (segments and what is said of all records).
//!
//! The rules and the reading exist twice: here, and in the modules of `browser/`, of which `npm run bundle` makes the script
//! `themes/default/static/search.js`. Tests hold them equal.

mod files;
mod find;
mod make;
mod renewal;
mod terms;
mod words;

use std::collections::{BTreeMap, BTreeSet};

pub use files::form::{PAGE, ROOT};
pub use files::hits::Hit;
pub use files::reader::{Broken, Fetch};
pub use files::shards::Shard;
pub use find::engine::{Found, search};
pub use find::excerpt::excerpt;
pub use find::query::{Number, Query, Sort, Wanted, Wording};
pub use make::catalogue::Label;
pub use make::segments::kept_terms;
pub use renewal::earlier::{Earlier, Standing};
pub use renewal::segment::Segment;
pub use terms::kept::{KeptWords, Prose, searched_text};
pub use terms::kept_terms::KeptTerms;
pub use words::analysis::{Stems, Tongue, for_each_word, plain, small_words, words};
pub use words::case_number::{Asked, asked, keys};
pub use words::sought::Sought;

use crate::site::{Settings, Site};
use files::shards::Shards;
use make::{catalogue, segments};
use terms::segment::{Texts, add_counts, part_words, tongue_of};

/// An index: its segments, and the files that all of them share, by name.
pub struct Index {
    /// The segments, each with its own files.
    pub segments: Vec<Segment>,
    /// The files of the whole, the root among them.
    pub shared: BTreeMap<String, Shard>,
}

impl Index {
    /// Every file by name.
    pub fn files(&self) -> impl Iterator<Item = (&String, &Shard)> {
        let own = self.segments.iter().flat_map(|segment| &segment.files);
        own.chain(&self.shared)
    }
}

/// Makes the index of a site. The words of its records must have been read into `kept`. Of an index made `earlier` is taken
/// what still holds.
#[must_use]
pub fn index(
    site: &Site,
    kept: &KeptWords,
    label: Label<'_>,
    earlier: Option<&Earlier<'_>>,
) -> Index {
    let texts = Texts::new(&site.records, &site.settings.language, kept);
    let mut known = texts.counts(0..0);
    let mut segments = Vec::new();
    let ranges = segments::ranges(site);
    for records in ranges.clone() {
        let own = texts.counts(records.clone());
        add_counts(&mut known, &own);
        let inputs = segments::inputs(site, &records, part_words(texts.words, &known));
        let found = earlier.and_then(|earlier| earlier.segment(inputs));
        let made = || Segment::new(inputs, site, records, &texts, [&own, &known], earlier);
        segments.push(found.unwrap_or_else(made));
    }
    for (segment, records) in segments.iter_mut().zip(ranges) {
        segment.add_hits(site, records);
    }
    let mut shards = Shards::default();
    let tongues = tongues(site);
    let codes: Vec<&str> = tongues.iter().map(|tongue| tongue.code()).collect();
    shards.say("tongues", codes);
    shards.say("synonyms", synonyms(&site.settings));
    let small: Vec<&str> = small_words(&tongues).into_iter().collect();
    shards.say("small", small);
    catalogue::add(&mut shards, site, label);
    catalogue::add_slips(&mut shards, texts.words, &known);
    shards.say("segments", segments::to_root(&segments));
    Index {
        segments,
        shared: shards.finish(),
    }
}

/// The tongues of the records of a site.
#[must_use]
pub fn tongues(site: &Site) -> Vec<Tongue> {
    let language = &site.settings.language;
    let records = site.records.iter();
    let tongues: BTreeSet<Tongue> = records.map(|record| tongue_of(record, language)).collect();
    tongues.into_iter().collect()
}

/// The groups of one meaning that a site's settings name, each of words or of several words with blanks between them, folded.
#[must_use]
pub fn synonyms(settings: &Settings) -> Vec<Vec<String>> {
    let fold = |group: &Vec<String>| {
        group
            .iter()
            .map(|words_of| words(words_of).join(" "))
            .collect()
    };
    settings.search.synonyms.iter().map(fold).collect()
}
