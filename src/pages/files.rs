//! What open data say of a record's files.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::PublishedAttachment;
use crate::record::{Attachment, Record};
use crate::site::Settings;

/// The files that stand on the site, not the paths that the record writes; and what it says of those that it withholds.
pub(super) fn files<'a>(
    record: &'a Record,
    published: &'a [PublishedAttachment],
    settings: &'a Settings,
) -> Vec<File<'a>> {
    let published = published.iter();
    let published = published.map(|file| File::Published { file, settings });
    let withheld = record.attachments().filter(|file| !file.is_public);
    published.chain(withheld.map(File::Withheld)).collect()
}

/// A file of a record.
pub(super) enum File<'a> {
    Published {
        file: &'a PublishedAttachment,
        settings: &'a Settings,
    },
    Withheld(Attachment<'a>),
}

impl Serialize for File<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::Published { file, settings } => {
                map.serialize_entry("title", file.title())?;
                map.serialize_entry("url", &file.address.url(settings))?;
                map.serialize_entry("size", &file.measure.size)?;
                map.serialize_entry("format", &file.measure.format)?;
                map.serialize_entry("digest", &file.measure.digest.to_hex())?;
                if let Some(is_accessible) = file.is_accessible {
                    map.serialize_entry("accessible", &is_accessible)?;
                }
            }
            Self::Withheld(file) => {
                map.serialize_entry("title", &file.title.unwrap_or_default())?;
                map.serialize_entry("public", &false)?;
                if let Some(reason) = file.reason {
                    map.serialize_entry("reason", reason)?;
                }
            }
        }
        map.end()
    }
}

/// The JSON Schema of a file.
pub(super) fn file_schema() -> Value {
    let text = json!({ "type": "string" });
    json!({
        "type": "object",
        "properties": {
            "title": text,
            "url": { "type": "string", "format": "uri" },
            "size": { "type": "integer" },
            "format": text,
            "digest": text,
            "accessible": { "type": "boolean" },
            "public": { "const": false },
            "reason": text,
        },
        "required": ["title"],
        "oneOf": [{ "required": ["url", "size", "format", "digest"] }, { "required": ["public"] }],
        "additionalProperties": false,
    })
}

impl PublishedAttachment {
    /// The title, or the file's name.
    #[must_use]
    pub fn title(&self) -> &str {
        self.title
            .as_deref()
            .unwrap_or_else(|| self.source.file_name())
    }
}
