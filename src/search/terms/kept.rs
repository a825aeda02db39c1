//! The words of each record as they were read, kept by the digest of its file, so that the next index reads only what
//! changed.
//!
//! A record is a row of small numbers: one for each word, and marks where a field or a line begins. What a word is worth,
//! its stem and its parts follow when the index is made, once for each word and not for each time it stands somewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostics::Diagnostic;
use crate::record::facts::{Form, Search};
use crate::record::prose::{clause_to_plain, to_plain};
use crate::record::{OUTCOMES, Record};
use crate::search::files::bits::{counted, push_number, take_number};
use crate::search::files::form::{FIELDS, Field};
use crate::search::words::analysis::for_each_word;
use crate::search::words::vocabulary::Vocabulary;
use crate::source::{Digest, Hashing, Inputs};

/// Where a line ends, after the marks of the fields.
const LINE: u32 = 7;
/// The first number that is a word's.
const FIRST_WORD: u32 = 8;
/// How far apart the words of two fields stand, so that no phrase reaches from one into the other.
const FIELD_GAP: u32 = 8;
/// How many records are cut into words at once, on all processors.
const BATCH: usize = 256;
/// How many bytes are written at once.
const BUFFER: usize = 1 << 16;
/// How many bytes a digest takes as it is written.
pub(in crate::search) const DIGEST: usize = 64;
const HEAD: &str = concat!("diarium words ", env!("DIARIUM_SOURCES"), "\n");

/// The words of records.
#[derive(Debug, Default)]
pub struct KeptWords {
    pub(in crate::search) vocabulary: Vocabulary,
    records: BTreeMap<Digest, KeptRow>,
    /// The rows that the last reading found to be gone.
    former: BTreeMap<Digest, KeptRow>,
    has_news: bool,
}

/// The words of a record, as numbers, and the digest of its file's path.
#[derive(Debug)]
struct KeptRow {
    source: Digest,
    words: Box<[u8]>,
}

/// Gives a record's prose, in Markdown.
pub type Prose<'a> = &'a (dyn Fn(&Record) -> Result<String, Vec<Diagnostic>> + Sync);

/// The words of some records, with numbers of their own.
#[derive(Default)]
struct Batch {
    vocabulary: Vocabulary,
    rows: Vec<(Digest, Digest, Vec<u32>)>,
}

impl KeptWords {
    /// Reads the records that are not known yet, and forgets those that are gone. When one was withdrawn, the words that
    /// stood in no other are forgotten too.
    ///
    /// # Errors
    /// What stood in the way of reading a record's prose.
    pub fn update(
        &mut self,
        records: &[Arc<Record>],
        prose: Prose<'_>,
    ) -> Result<(), Vec<Diagnostic>> {
        let mut wanted: BTreeMap<Digest, &Record> = BTreeMap::new();
        for record in records {
            wanted.insert(key(record), record);
        }
        let all = std::mem::take(&mut self.records).into_iter();
        (self.records, self.former) = all.partition(|(key, _)| wanted.contains_key(key));
        self.has_news = !self.former.is_empty();
        let unknown: Vec<(Digest, &Record)> = wanted
            .into_iter()
            .filter(|(key, _)| !self.records.contains_key(key))
            .collect();
        self.has_news |= !unknown.is_empty();
        for some in unknown.chunks(BATCH * rayon::current_num_threads()) {
            let batches: Result<Vec<Batch>, Vec<Diagnostic>> = some
                .par_chunks(BATCH)
                .map(|records| read(records, prose))
                .collect();
            for batch in batches? {
                self.take(batch);
            }
        }
        let sources: BTreeSet<Digest> = records.iter().map(|record| source(record)).collect();
        let is_withdrawn = |row: &KeptRow| !sources.contains(&row.source);
        if self.former.values().any(is_withdrawn) {
            self.forget_unused();
        }
        Ok(())
    }

    /// Numbers the words that stand in a record anew, and forgets all others.
    fn forget_unused(&mut self) {
        let all = std::mem::take(&mut self.vocabulary);
        self.former.clear();
        for row in self.records.values_mut() {
            let (mut words, mut bytes) = (&*row.words, Vec::with_capacity(row.words.len()));
            while let Some(number) = take_number(&mut words) {
                let word = number.checked_sub(FIRST_WORD);
                let word = word.map(|word| self.vocabulary.add(all.text(word)) + FIRST_WORD);
                push_number(&mut bytes, word.unwrap_or(number));
            }
            row.words = bytes.into();
        }
    }

    fn take(&mut self, batch: Batch) {
        let numbers: Vec<u32> = batch
            .vocabulary
            .texts()
            .map(|text| self.vocabulary.add(text) + FIRST_WORD)
            .collect();
        for (key, source, row) in batch.rows {
            let mut bytes = Vec::with_capacity(row.len() * 2);
            for number in row {
                let known = number
                    .checked_sub(FIRST_WORD)
                    .map(|word| numbers[word as usize]);
                push_number(&mut bytes, known.unwrap_or(number));
            }
            let words = bytes.into();
            self.records.insert(key, KeptRow { source, words });
        }
    }

    /// The row of a record that was read, by what decides its words.
    pub(in crate::search) fn row(&self, key: Digest) -> &[u8] {
        self.records.get(&key).map_or(&[], |row| &row.words)
    }

    /// The row of a record that the last reading found to be gone.
    pub(in crate::search) fn former(&self, key: Digest) -> Option<&[u8]> {
        self.former.get(&key).map(|row| &*row.words)
    }

    /// Whether there is something that the bytes it came from do not hold.
    #[must_use]
    pub fn has_news(&self) -> bool {
        self.has_news
    }

    /// Writes what is to be kept. `settings` is the digest of the settings the records were read with.
    ///
    /// # Errors
    /// The error of the writer.
    pub fn write(&self, settings: Digest, writer: &mut dyn Write) -> io::Result<()> {
        let mut writer = Digesting::new(writer, settings);
        writer.add(HEAD.as_bytes())?;
        writer.number(self.vocabulary.len())?;
        for text in self.vocabulary.texts() {
            writer.number(text.len())?;
            writer.add(text.as_bytes())?;
        }
        writer.number(self.records.len())?;
        for (key, row) in &self.records {
            writer.add(key.to_hex().as_bytes())?;
            writer.add(row.source.to_hex().as_bytes())?;
            writer.number(row.words.len())?;
            writer.add(&row.words)?;
        }
        writer.finish()
    }

    /// What was kept; nothing if the bytes were not written by this program version with these settings, or are damaged.
    #[must_use]
    pub fn from_bytes(bytes: &[u8], settings: Digest) -> Self {
        let body = bytes
            .split_last_chunk::<DIGEST>()
            .and_then(|(body, stated)| {
                let digest = digest(Digest::of(body), settings).to_hex();
                (digest.as_bytes() == stated).then_some(body)
            });
        body.and_then(|body| body.strip_prefix(HEAD.as_bytes()))
            .and_then(Self::from_body)
            .unwrap_or_default()
    }

    fn from_body(mut body: &[u8]) -> Option<Self> {
        let mut kept = Self::default();
        for _ in 0..take_number(&mut body)? {
            let text = take_bytes(&mut body)?;
            kept.vocabulary.add(std::str::from_utf8(text).ok()?);
        }
        for _ in 0..take_number(&mut body)? {
            let (key, source) = (take_digest(&mut body)?, take_digest(&mut body)?);
            let words = take_bytes(&mut body)?.into();
            kept.records.insert(key, KeptRow { source, words });
        }
        Some(kept)
    }
}

/// Calls `each` with every word of a row: its number, its place, its field.
pub(in crate::search) fn for_each_number(mut row: &[u8], mut each: impl FnMut(u32, u32, Field)) {
    let mut place = 0;
    let mut field = Field::Title;
    while let Some(number) = take_number(&mut row) {
        match number.checked_sub(FIRST_WORD) {
            Some(word) => {
                each(word, place, field);
                place += 1;
            }
            None if number == LINE => place += 1,
            None => {
                field = FIELDS[number as usize];
                place += FIELD_GAP;
            }
        }
    }
}

/// What decides a record's words: its file, and the facts as the settings have them read.
pub(in crate::search) fn key(record: &Record) -> Digest {
    Inputs::of("words")
        .digest(record.digest)
        .digest(record.facts_digest)
        .finish()
}

/// The digest of the path of a record's file.
fn source(record: &Record) -> Digest {
    Digest::of(record.source.as_str().as_bytes())
}

fn read(records: &[(Digest, &Record)], prose: Prose<'_>) -> Result<Batch, Vec<Diagnostic>> {
    let mut batch = Batch::default();
    for (key, record) in records {
        let prose = prose(record)?;
        let mut row = Vec::new();
        for_each_text(record, &prose, |field, text| {
            row.push(field as u32);
            for line in text.lines() {
                for_each_word(line, |word, _| {
                    row.push(batch.vocabulary.add(word) + FIRST_WORD);
                });
                row.push(LINE);
            }
        });
        batch.rows.push((*key, source(record), row));
    }
    Ok(batch)
}

/// Calls `each` with every text of a record that is searched.
pub(in crate::search) fn for_each_text(
    record: &Record,
    prose: &str,
    mut each: impl FnMut(Field, &str),
) {
    let searched = [
        (Search::Title, Field::Title),
        (Search::Names, Field::Names),
        (Search::Recommendation, Field::Recommendation),
        (Search::Decision, Field::Decision),
        (Search::Summary, Field::Summary),
    ];
    for (search, field) in searched {
        for (key, value) in record.facts.iter() {
            if key.fact().search == search {
                value.for_each_text(&mut |text| match key.fact().form {
                    Form::Clauses => each(field, &clause_to_plain(text)),
                    _ => each(field, text),
                });
            }
        }
    }
    if let Some(outcome) = record
        .outcome()
        .filter(|_| record.stage().may_hold_decision())
    {
        // What became of it, in the words of every language that is known: pages print one of them.
        for word in OUTCOMES[outcome as usize].words {
            each(Field::Names, word);
        }
    }
    for heading in &record.headings {
        each(Field::Heading, &heading.title);
    }
    each(Field::Prose, &to_plain(prose));
}

/// All of a record that is searched, as plain text: what was asked and decided first, then the summary and the prose.
#[must_use]
pub fn searched_text(record: &Record, prose: &str) -> String {
    let mut text = String::new();
    for_each_text(record, prose, |field, part| {
        if !matches!(field, Field::Title | Field::Names | Field::Heading) {
            text.push_str(part);
            text.push('\n');
        }
    });
    text
}

/// Writes bytes, and behind them the digest of what they are.
struct Digesting<'w> {
    writer: &'w mut dyn Write,
    waiting: Vec<u8>,
    hashing: Hashing,
    settings: Digest,
}

impl<'w> Digesting<'w> {
    fn new(writer: &'w mut dyn Write, settings: Digest) -> Self {
        Self {
            writer,
            waiting: Vec::new(),
            hashing: Hashing::default(),
            settings,
        }
    }

    fn add(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() < BUFFER {
            return Ok(());
        }
        self.pass_on()
    }

    fn number(&mut self, number: usize) -> io::Result<()> {
        push_number(&mut self.waiting, counted(number));
        self.add(&[])
    }

    fn pass_on(&mut self) -> io::Result<()> {
        self.hashing.update(&self.waiting);
        self.writer.write_all(&self.waiting)?;
        self.waiting.clear();
        Ok(())
    }

    fn finish(mut self) -> io::Result<()> {
        self.pass_on()?;
        let digest = digest(self.hashing.finish(), self.settings);
        self.writer.write_all(digest.to_hex().as_bytes())
    }
}

/// The digest of what was kept under these settings.
fn digest(body: Digest, settings: Digest) -> Digest {
    Inputs::of("words kept")
        .digest(settings)
        .digest(body)
        .finish()
}

/// Takes a digest, as it is written, off the front.
pub(in crate::search) fn take_digest(bytes: &mut &[u8]) -> Option<Digest> {
    let hex = std::str::from_utf8(bytes.split_off(..DIGEST)?).ok()?;
    Digest::from_hex(hex)
}

fn take_bytes<'b>(bytes: &mut &'b [u8]) -> Option<&'b [u8]> {
    let length = take_number(bytes)? as usize;
    let (taken, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(taken)
}
