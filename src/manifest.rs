//! What was published: each address with the digest and size of its bytes and the digest of what decided them.
//!
//! `manifest.json` stands in the output folder. It is read at the start of a build and written last, so that it never
//! promises what is not there; only what it lists is ever removed. It names nothing that is not published.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::source::Digest;

/// The manifest's file name in the output folder.
pub const FILE: &str = "manifest.json";

/// The form of the manifest this program writes and reads.
const FORM: u32 = 1;

/// What was published.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    form: u32,
    /// The published pages, by their address with a slash before it.
    pub pages: BTreeMap<String, Published>,
}

/// A published page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

impl Manifest {
    /// A manifest of these pages.
    #[must_use]
    pub fn new(pages: BTreeMap<String, Published>) -> Self {
        Self { form: FORM, pages }
    }

    /// Reads a manifest; `None` for anything this program did not write in its present form.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes)
            .ok()
            .filter(|manifest: &Self| manifest.form == FORM)
    }

    /// The manifest's bytes: JSON, one page a line.
    ///
    /// # Panics
    /// Never: addresses and pages are plain values.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = format!("{{\"form\":{},\"pages\":{{", self.form).into_bytes();
        for (index, (address, page)) in self.pages.iter().enumerate() {
            bytes.extend_from_slice(if index == 0 { b"\n" } else { b",\n" });
            serde_json::to_writer(&mut bytes, address).expect("an address is a text");
            bytes.push(b':');
            serde_json::to_writer(&mut bytes, page).expect("a page is plain values");
        }
        bytes.extend_from_slice(b"\n}}\n");
        bytes
    }
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
