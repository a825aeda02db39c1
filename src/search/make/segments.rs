//! The index in segments: the archive, which seldom changes, and the current year, which does.
//!
//! A new decision is of the current year, so it changes the files of the small segment alone; those of the archive stay
//! as they were published, on the web server and in browsers' caches, and are not made again. Each segment has its own
//! dictionary; records keep one row of numbers through all of them.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use serde_json::Value;

use crate::record::Record;
use crate::search::files::bits::{BitWriter, counted, low_bits};
use crate::search::files::dictionary::Dictionary;
use crate::search::files::form::{CASE_MARK, HITS, LEVEL_BITS, TOP_LEVEL, TOPS};
use crate::search::files::growing::Postings;
use crate::search::files::hits;
use crate::search::files::reader::Broken;
use crate::search::files::shards::Shards;
use crate::search::renewal::earlier::Earlier;
use crate::search::renewal::renew::Renewal;
use crate::search::renewal::segment::{Segment, name};
use crate::search::terms::kept_terms::KeptTerms;
use crate::search::terms::postings::for_each_term;
use crate::search::terms::segment::{Counts, Terms, Texts};
use crate::search::words::case_number::keys;
use crate::site::{Gathering, Site};
use crate::source::{Digest, Inputs};

/// Fewer records are not worth an archive of their own: a segment costs each search a request for its part of the dictionary.
const SMALLEST_ARCHIVE: usize = 32;

/// The records of each segment, oldest first.
pub(in crate::search) fn ranges(site: &Site) -> Vec<Range<usize>> {
    let newest = site
        .terms(Gathering::YEAR)
        .first()
        .and_then(|year| year.records.first());
    let archive = newest.map_or(0, |first| *first as usize);
    let mut ends = vec![site.records.len()];
    if archive >= SMALLEST_ARCHIVE {
        ends.insert(0, archive);
    }
    let mut start = 0;
    ends.into_iter()
        .map(|end| std::mem::replace(&mut start, end)..end)
        .collect()
}

/// The digest of all that decides a segment: the program, the settings, its records, and what these and the earlier ones
/// tell of compounds, the `part_words`.
pub(in crate::search) fn inputs(site: &Site, records: &Range<usize>, part_words: u128) -> Digest {
    let inputs = Inputs::of("search segment")
        .text(env!("DIARIUM_SOURCES"))
        .digest(site.settings.digest)
        .number(records.start)
        .text(&part_words.to_string());
    let own = site.records[records.clone()].iter();
    own.fold(inputs, |inputs, record| {
        inputs.digest(record.digest).digest(record.facts_digest)
    })
    .finish()
}

impl Segment {
    /// Makes a segment of these inputs. `own` counts its words, `known` these and all earlier records'. What the postings
    /// of an index made `earlier` are still worth is taken there, unless its files are damaged.
    pub(in crate::search) fn new(
        inputs: Digest,
        site: &Site,
        records: Range<usize>,
        texts: &Texts<'_>,
        [own, known]: [&Counts; 2],
        earlier: Option<&Earlier<'_>>,
    ) -> Self {
        let terms = Terms::new(texts.words, own, known, &site.settings);
        let some = &site.records[records.clone()];
        let renewed = || {
            let renewal = Renewal::of(earlier?, texts, records.clone(), &terms, own);
            let mut renewal = renewal.ok().flatten()?;
            dictionary(some, &terms, |take| {
                for (number, term) in terms.sorted.iter().enumerate() {
                    take(term, renewal.postings(number)?);
                }
                Ok(())
            })
            .ok()
        };
        let made = || {
            let made = dictionary(some, &terms, |take| {
                for_each_term(texts, records.clone(), &terms, take);
                Ok(())
            });
            made.expect("nothing is read from files")
        };
        let mut shards = renewed().unwrap_or_else(made);
        shards.say("first", records.start);
        shards.say("count", records.len());
        shards.say("inputs", name(inputs));
        Self {
            inputs,
            root: Value::Object(shards.root),
            files: shards.files,
            origin: Some(Arc::new(texts.origin(records, terms.of_words))),
        }
    }

    /// Adds how its records are shown, if it is new. That is done when all segments have their postings, since those take
    /// the most memory while they are made.
    pub(in crate::search) fn add_hits(&mut self, site: &Site, records: Range<usize>) {
        if self.root.get(HITS).is_some() {
            return;
        }
        let mut shards = Shards::default();
        let records = &site.records[records];
        hits::add(&mut shards, records, &site.settings.language);
        self.files.append(&mut shards.files);
        if let Value::Object(root) = &mut self.root {
            root.append(&mut shards.root);
        }
    }
}

/// The dictionary and the postings of some records; `for_each_term` gives the postings of all terms in order.
///
/// # Errors
/// Those of `for_each_term`.
fn dictionary(
    records: &[Arc<Record>],
    terms: &Terms,
    for_each_term: impl FnOnce(&mut dyn FnMut(&str, Postings)) -> Result<(), Broken>,
) -> Result<Shards, Broken> {
    let cases = case_numbers(records);
    let mut shards = Shards::default();
    let mut dictionary = Dictionary::new(cases.len() + terms.sorted.len());
    for (case, postings) in &cases {
        dictionary.add(case, postings, &mut shards);
    }
    for_each_term(&mut |term, postings| dictionary.add(term, &postings, &mut shards))?;
    dictionary.finish(&mut shards);
    Ok(shards)
}

/// What is to be kept of the terms of segments.
#[must_use]
pub fn kept_terms(segments: &[Segment]) -> KeptTerms {
    let of_segment =
        |segment: &Segment| Some((name(segment.inputs), segment.origin.as_ref()?.clone()));
    KeptTerms::new(segments.iter().filter_map(of_segment))
}

/// What the root says of segments.
pub(in crate::search) fn to_root(segments: &[Segment]) -> Value {
    segments
        .iter()
        .map(|segment| segment.root.clone())
        .collect()
}

/// The case numbers of some records as terms.
fn case_numbers(records: &[Arc<Record>]) -> BTreeMap<String, Postings> {
    let mut cases: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (place, record) in (0..).zip(records) {
        for key in record.case_numbers().flat_map(keys) {
            let records = cases.entry(format!("{CASE_MARK}{key}")).or_default();
            if records.last() != Some(&place) {
                records.push(place);
            }
        }
    }
    let total = counted(records.len());
    let case = |(case, records): (String, Vec<u32>)| (case, case_postings(&records, total));
    cases.into_iter().map(case).collect()
}

/// A case number counts as much as can be in each of its records, and has no places.
fn case_postings(records: &[u32], total: u32) -> Postings {
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
    let tops = records.iter().rev().take(TOPS).rev();
    Postings {
        count,
        records: writer.finish(),
        places: bytes,
        tops: tops.map(|record| (TOP_LEVEL, *record)).collect(),
    }
}
