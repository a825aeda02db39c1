//! What the terms of an index were made of, kept so that after an edit of a few records only their share of it is made
//! anew: which records a segment has, and which terms each word stands for.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::kept::{DIGEST, take_digest};
use super::segment::OfWords;
use crate::search::files::bits::{counted, push_number, take_number};
use crate::search::files::form::NAME;
use crate::search::words::analysis::Tongue;
use crate::source::Digest;

const HEAD: &str = concat!("diarium terms ", env!("DIARIUM_SOURCES"), "\n");

/// What the terms of a segment were made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct Origin {
    /// What decides the words of each record, and its tongue.
    pub(in crate::search) records: Vec<(Digest, Tongue)>,
    /// How many words were known, and the digest of their texts in the order of their numbers.
    pub(in crate::search) known: (usize, Digest),
    /// The terms of each word, by tongue, numbered in the order of the segment's dictionary.
    pub(in crate::search) of_words: [OfWords; 3],
}

/// The origins of the terms of an index, by the names of its segments.
#[derive(Debug, Clone, Default)]
pub struct KeptTerms {
    segments: BTreeMap<String, Arc<Origin>>,
}

impl KeptTerms {
    /// The origins of the terms of these segments, by their names.
    pub(in crate::search) fn new(segments: impl Iterator<Item = (String, Arc<Origin>)>) -> Self {
        Self {
            segments: segments.collect(),
        }
    }

    /// What the terms of a segment were made of, if that is known.
    pub(in crate::search) fn of(&self, segment: &str) -> Option<&Arc<Origin>> {
        self.segments.get(segment)
    }

    /// What is to be kept, with a digest behind it.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = HEAD.as_bytes().to_vec();
        for (segment, origin) in &self.segments {
            bytes.extend_from_slice(segment.as_bytes());
            origin.write(&mut bytes);
        }
        let digest = Digest::of(&bytes).to_hex();
        bytes.extend_from_slice(digest.as_bytes());
        bytes
    }

    /// What was kept; nothing if the bytes were not written by this program version, or are damaged.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let body = bytes
            .split_last_chunk::<DIGEST>()
            .filter(|(body, stated)| Digest::of(body).to_hex().as_bytes() == *stated)
            .and_then(|(body, _)| body.strip_prefix(HEAD.as_bytes()));
        body.and_then(Self::from_body).unwrap_or_default()
    }

    fn from_body(mut body: &[u8]) -> Option<Self> {
        let mut segments = BTreeMap::new();
        while !body.is_empty() {
            let name = std::str::from_utf8(body.split_off(..NAME)?).ok()?;
            segments.insert(name.to_owned(), Arc::new(Origin::read(&mut body)?));
        }
        Some(Self { segments })
    }
}

impl Origin {
    fn write(&self, bytes: &mut Vec<u8>) {
        push_number(bytes, counted(self.records.len()));
        for (key, tongue) in &self.records {
            bytes.extend_from_slice(key.to_hex().as_bytes());
            push_number(bytes, *tongue as u32);
        }
        push_number(bytes, counted(self.known.0));
        bytes.extend_from_slice(self.known.1.to_hex().as_bytes());
        for of_words in &self.of_words {
            of_words.write(bytes);
        }
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        let mut records = Vec::new();
        for _ in 0..take_number(bytes)? {
            let key = take_digest(bytes)?;
            let tongue = Tongue::ALL.get(take_number(bytes)? as usize)?;
            records.push((key, *tongue));
        }
        let known = (take_number(bytes)? as usize, take_digest(bytes)?);
        let mut of_words = || OfWords::read(bytes, known.0);
        Some(Self {
            records,
            known,
            of_words: [of_words()?, of_words()?, of_words()?],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Arc, Digest, KeptTerms, OfWords, Origin, Tongue};

    #[test]
    fn what_is_kept_is_read_unless_it_is_damaged() {
        let none = || OfWords::from_lists([].into_iter(), 3);
        let of_words = OfWords::from_lists([(0, vec![7, 300]), (2, vec![1])].into_iter(), 3);
        let origin = Arc::new(Origin {
            records: vec![(Digest::of(b"a"), Tongue::English)],
            known: (3, Digest::of(b"words")),
            of_words: [none(), of_words, none()],
        });
        let segment = "0123456789abcdef".to_owned();
        let kept = KeptTerms::new([(segment.clone(), origin.clone())].into_iter());
        let mut bytes = kept.to_bytes();
        assert_eq!(KeptTerms::from_bytes(&bytes).of(&segment), Some(&origin));
        bytes[90] ^= 1;
        assert!(KeptTerms::from_bytes(&bytes).of(&segment).is_none());
        assert!(KeptTerms::from_bytes(b"").of(&segment).is_none());
    }
}
