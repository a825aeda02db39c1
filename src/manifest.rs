//! What was published: each address with the digest and size of its bytes and the digest of what decided them.
//!
//! `manifest.json` stands in the output folder. It is read at the start of a build and written last, so that it never
//! promises what is not there; only what it lists is ever removed. It names nothing that is not published. It may come
//! from anybody, as a clone of somebody's folder does: what is read holds only addresses as the program makes them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::pages::Address;
use crate::source::Digest;

/// The manifest's file name in the output folder.
pub const FILE: &str = "manifest.json";

/// The form of the manifest this program writes and reads.
const FORM: u32 = 1;

/// What was published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Whether drafts and withheld records are among the pages.
    pub with_drafts: bool,
    /// The digest of the rules by which guards looked at the pages; none if nobody did.
    pub guards: Option<Digest>,
    /// The published pages by their addresses.
    pub pages: BTreeMap<Address, Published>,
    /// Files of the publication before, named by their digests, that are left for those who have an earlier page open.
    pub former: BTreeMap<Address, Published>,
    /// The notices that were up, by the addresses of their records.
    pub notices: BTreeMap<Address, Notice>,
}

/// A notice that was up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// The matter.
    pub title: String,
    /// The last day on which it must be up, `2024-06-26`; none where it is not known.
    pub last_day: Option<String>,
    /// The digest of all that it says.
    #[serde(with = "hexadecimal")]
    pub digest: Digest,
    /// How many reasons its record stated by then for what became of it.
    #[serde(default)]
    pub reasons: usize,
}

impl Notice {
    /// Whether it says what another said before, whose last day may not have been known.
    #[must_use]
    pub fn says_the_same(&self, before: &Self) -> bool {
        let is_same_day = before.last_day.is_none() || before.last_day == self.last_day;
        self.digest == before.digest && is_same_day
    }
}

/// A published page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// The kind of page, as views name it.
    pub kind: String,
    /// The BLAKE3 digest of the file, in hexadecimal digits.
    #[serde(with = "hexadecimal")]
    pub digest: Digest,
    /// The digest of all that decided the file's bytes.
    #[serde(with = "hexadecimal")]
    pub inputs: Digest,
    /// The size in bytes.
    pub size: u64,
}

/// Why a manifest could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// Version control left its marks in it where two of its versions met.
    MergeMarks,
    /// It was not written by this program, or is damaged.
    Foreign,
}

/// A manifest as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    form: u32,
    #[serde(default)]
    drafts: bool,
    #[serde(default)]
    guards: Option<String>,
    pages: BTreeMap<String, Published>,
    #[serde(default)]
    former: BTreeMap<String, Published>,
    #[serde(default)]
    notices: BTreeMap<String, Notice>,
}

impl Manifest {
    /// Reads a manifest.
    ///
    /// # Errors
    /// For anything that this program did not write in its present form.
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        let written = serde_json::from_slice(bytes)
            .ok()
            .filter(|written: &Written| written.form == FORM);
        let manifest = written.and_then(|written| {
            let guards = match written.guards {
                Some(rules) => Some(Digest::from_hex(&rules)?),
                None => None,
            };
            Some(Self {
                with_drafts: written.drafts,
                guards,
                pages: with_addresses(written.pages)?,
                former: with_addresses(written.former)?,
                notices: with_addresses(written.notices)?,
            })
        });
        let is_mark = |line: &[u8]| line.starts_with(b"<<<<<<< ");
        manifest.ok_or_else(|| {
            if bytes.split(|byte| *byte == b'\n').any(is_mark) {
                Unreadable::MergeMarks
            } else {
                Unreadable::Foreign
            }
        })
    }

    /// Every file that it lists, by address.
    pub fn files(&self) -> impl Iterator<Item = (&Address, &Published)> {
        self.pages.iter().chain(&self.former)
    }

    /// The file that it lists at an address.
    #[must_use]
    pub fn file(&self, address: &Address) -> Option<&Published> {
        self.pages.get(address).or_else(|| self.former.get(address))
    }

    /// The manifest's bytes: JSON, one page a line.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = format!("{{\"form\":{FORM},").into_bytes();
        if self.with_drafts {
            bytes.extend_from_slice(b"\"drafts\":true,");
        }
        if let Some(guards) = self.guards {
            bytes.extend_from_slice(format!("\"guards\":\"{}\",", guards.to_hex()).as_bytes());
        }
        write_lines("pages", &self.pages, &mut bytes);
        if !self.former.is_empty() {
            bytes.push(b',');
            write_lines("former", &self.former, &mut bytes);
        }
        if !self.notices.is_empty() {
            bytes.push(b',');
            write_lines("notices", &self.notices, &mut bytes);
        }
        bytes.extend_from_slice(b"}\n");
        bytes
    }
}

/// What was written by addresses; `None` if one is not an address as the program makes them.
fn with_addresses<T>(written: BTreeMap<String, T>) -> Option<BTreeMap<Address, T>> {
    let read = |(address, told): (String, T)| {
        let address = Address::read(&address)?;
        let top = address.as_str().split('/').next().unwrap_or_default();
        (!top.eq_ignore_ascii_case(FILE)).then_some((address, told))
    };
    written.into_iter().map(read).collect()
}

fn write_lines<T: Serialize>(name: &str, lines: &BTreeMap<Address, T>, bytes: &mut Vec<u8>) {
    bytes.extend_from_slice(format!("\"{name}\":{{").as_bytes());
    for (index, (address, told)) in lines.iter().enumerate() {
        bytes.extend_from_slice(if index == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut *bytes, &address.to_string()).expect("an address is a text");
        bytes.push(b':');
        serde_json::to_writer(&mut *bytes, told).expect("it is plain values");
    }
    bytes.extend_from_slice(b"\n}");
}

mod hexadecimal {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use crate::source::Digest;

    pub(super) fn serialize<S: Serializer>(
        digest: &Digest,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&digest.to_hex())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Digest, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Digest::from_hex(&text).ok_or_else(|| D::Error::custom("no digest"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, Digest, Manifest, Notice, Published, Unreadable};

    #[test]
    fn what_was_written_is_read_again() {
        let published = Published {
            kind: "record".to_owned(),
            digest: Digest::of(b"a"),
            inputs: Digest::of(b"b"),
            size: 1,
        };
        let page = |address: &str| (Address::new(address), published.clone());
        let mut manifest = Manifest {
            pages: [page(""), page("beslut/2021/ctpn/")].into(),
            ..Manifest::default()
        };
        assert_eq!(Manifest::read(&manifest.to_bytes()), Ok(manifest.clone()));
        manifest.with_drafts = true;
        manifest.former = [page("static/a.0123.css")].into();
        assert_eq!(Manifest::read(&manifest.to_bytes()), Ok(manifest));
    }

    /// Else a damaged file would be taken for a whole one, and left as it is.
    #[test]
    fn no_bit_can_be_turned_that_shows_nowhere() {
        let published = Published {
            kind: "record".to_owned(),
            digest: Digest::of(b"a"),
            inputs: Digest::of(b"b"),
            size: 1234,
        };
        let page = |address: &str| (Address::new(address), published.clone());
        let manifest = Manifest {
            with_drafts: true,
            guards: Some(Digest::of(b"rules")),
            pages: [page(""), page("beslut/2021/ctpn/")].into(),
            former: [page("static/a.0123.css")].into(),
            notices: [(
                Address::new("beslut/2021/ctpn/"),
                Notice {
                    title: "A".to_owned(),
                    last_day: Some("2021-06-07".to_owned()),
                    digest: Digest::of(b"n"),
                    reasons: 0,
                },
            )]
            .into(),
        };
        let written = manifest.to_bytes();
        // The last byte ends the line, and is no part of what is said.
        for place in 0..(written.len() - 1) * 8 {
            let mut turned = written.clone();
            turned[place / 8] ^= 1 << (place % 8);
            let read = Manifest::read(&turned);
            let shown = String::from_utf8_lossy(&turned);
            assert_ne!(read.as_ref(), Ok(&manifest), "bit {place}: {shown}");
        }
    }

    #[test]
    fn addresses_that_the_program_never_makes_are_refused() {
        let hex = Digest::of(b"a").to_hex();
        for address in [
            "",
            "a/",
            "/../a",
            "/a/../b/",
            "//etc/a",
            "/a//b",
            "/./a",
            "/.git/config",
            "/a/.lock",
            "/a\\\\b",
            "/a\\u0000b",
            "/a\\nb",
            "/manifest.json",
            "/manifest.json/a/",
        ] {
            let bytes = format!(
                "{{\"form\":1,\"pages\":{{\"{address}\":{{\"kind\":\"record\",\"digest\":\"{hex}\",\"inputs\":\"{hex}\",\"size\":1}}}}}}"
            );
            let read = Manifest::read(bytes.as_bytes());
            assert_eq!(read, Err(Unreadable::Foreign), "{address}");
        }
        assert!(Manifest::read(format!("{{\"form\":1,\"pages\":{{\"/a/\":{{\"kind\":\"record\",\"digest\":\"{hex}\",\"inputs\":\"{hex}\",\"size\":1}}}}}}").as_bytes()).is_ok());
    }

    #[test]
    fn a_manifest_with_the_marks_of_a_merge_is_told_from_others() {
        let marks = b"{\"form\":1,\"pages\":{\n<<<<<<< HEAD\n=======\n>>>>>>> other\n}}\n";
        assert_eq!(Manifest::read(marks), Err(Unreadable::MergeMarks));
        assert_eq!(Manifest::read(b"[]"), Err(Unreadable::Foreign));
    }
}
