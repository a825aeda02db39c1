//! Records to a search index of small static files, and the engine that finds records in it.
//!
//! The index is made from what is published and nothing else. It is a set of shards that a browser fetches as it needs
//! them: a dictionary in sorted pieces, the records of each term with what the term is worth there, its places for
//! phrases, how records are shown, and what narrows a search. Records are numbered in the order of their days, so that
//! newest-first is the order of numbers and a period is a range of them.
//!
//! The rules and the reading exist twice: here, and in `themes/default/static/search.js` for the browser. Tests hold
//! them equal.

mod analysis;
mod bits;
mod case_number;
mod catalogue;
mod compounds;
mod engine;
mod excerpt;
mod kept;
mod narrowing;
mod postings;
mod query;
mod reader;
mod shards;
mod slips;
mod terms;
mod vocabulary;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use analysis::{Stems, Tongue, for_each_word, plain, without_article, words};
pub use case_number::{Asked, asked, keys};
pub use catalogue::Label;
pub use engine::{Found, Hit, search};
pub use excerpt::excerpt;
pub use kept::{KeptWords, Prose, searched_text};
pub use query::{PAGE, Query, Sort, Wanted, Wording};
pub use reader::{Broken, Fetch};
pub use shards::ROOT;

use crate::site::Site;
use bits::{BitWriter, counted, low_bits};
use postings::{LEVEL_BITS, Slice, TOP_LEVEL};
use shards::Shards;
use terms::{Terms, Texts};

/// What stands before a case number in the dictionary, so that no word is one.
const CASE_MARK: char = '#';

/// Makes the index of a site: its files by name. The words of its records must have been read into `kept`.
#[must_use]
pub fn index(site: &Site, kept: &KeptWords, label: Label<'_>) -> BTreeMap<String, Arc<[u8]>> {
    let texts = Texts::new(&site.records, &site.settings.language, kept);
    let terms = Terms::new(&texts);
    let (cases, numbers) = case_numbers(site);
    let mut slices = vec![numbers];
    slices.extend(postings::slices(&texts, &terms));
    let mut shards = Shards::default();
    let all: Vec<String> = cases
        .into_iter()
        .chain(terms.sorted.iter().cloned())
        .collect();
    shards.add_terms(&all, &slices);
    let mut tongues: Vec<&str> = texts.tongues.iter().map(|tongue| tongue.code()).collect();
    tongues.sort_unstable();
    tongues.dedup();
    shards.root.insert("tongues".to_owned(), tongues.into());
    catalogue::add(&mut shards, site, label);
    catalogue::add_slips(&mut shards, texts.words, &terms);
    shards.finish()
}

/// The case numbers as terms, each with its records.
fn case_numbers(site: &Site) -> (Vec<String>, Slice) {
    let mut cases: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (place, record) in (0..).zip(site.records.iter()) {
        for key in record.case_numbers.iter().flat_map(|number| keys(number)) {
            let records = cases.entry(format!("{CASE_MARK}{key}")).or_default();
            if records.last() != Some(&place) {
                records.push(place);
            }
        }
    }
    let total = counted(site.records.len());
    let mut slice = Slice::default();
    for records in cases.values() {
        let count = counted(records.len());
        let (low, mut next) = (low_bits(total, count), 0);
        let (mut writer, mut places) = (BitWriter::default(), BitWriter::default());
        for record in records {
            writer.rice(record - next, low);
            writer.rice(TOP_LEVEL, LEVEL_BITS);
            places.rice(0, 0);
            next = record + 1;
        }
        let mut bytes = vec![0];
        bytes.append(&mut places.finish());
        slice.push(count, &writer.finish(), &bytes);
    }
    (cases.into_keys().collect(), slice)
}
