//! What a reading brought, as far as a build must know it. Events are hints, contents the truth: a file that was
//! touched and has the same bytes is no news.

use std::sync::Arc;

use super::known::KnownFile;
use crate::record::Record;

/// What a reading brought.
#[derive(Debug, Clone, Default)]
pub enum News {
    /// Nothing that a page or a diagnostic could show.
    #[default]
    Nothing,
    /// Records of which the prose alone is another: no other page can show a difference.
    Prose(Vec<Arc<Record>>),
    /// Files of the theme alone.
    Theme,
    /// Anything else.
    Everything,
}

impl News {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nothing, news) | (news, Self::Nothing) => news,
            (Self::Theme, Self::Theme) => Self::Theme,
            (Self::Prose(mut records), Self::Prose(more)) => {
                records.extend(more);
                Self::Prose(records)
            }
            (Self::Prose(_) | Self::Theme | Self::Everything, _) => Self::Everything,
        }
    }

    /// What it means that a file known in one way is now known in another.
    pub(super) fn of(before: Option<&KnownFile>, now: &KnownFile) -> Self {
        let Some(before) = before else {
            return match now {
                KnownFile::Theme(_) => Self::Theme,
                _ => Self::Everything,
            };
        };
        match (before, now) {
            (KnownFile::Record(Some(before), faults), KnownFile::Record(Some(now), still)) => {
                if before == now && faults == still {
                    Self::Nothing
                } else if faults.is_empty() && still.is_empty() && is_prose_alone(before, now) {
                    Self::Prose(vec![now.clone()])
                } else {
                    Self::Everything
                }
            }
            (KnownFile::Text(before, faults), KnownFile::Text(now, still))
                if before == now && faults == still =>
            {
                Self::Nothing
            }
            (KnownFile::Theme(before), KnownFile::Theme(now)) if before == now => Self::Nothing,
            (KnownFile::Theme(_), KnownFile::Theme(_)) => Self::Theme,
            (KnownFile::Settings(before), KnownFile::Settings(now)) if before == now => {
                Self::Nothing
            }
            (KnownFile::File, KnownFile::File) | (KnownFile::Stray, KnownFile::Stray) => {
                Self::Nothing
            }
            _ => Self::Everything,
        }
    }
}

/// Whether a record differs in its prose alone, and no anchor that others may link to is gone. The facts' digest is
/// that of the front matter, the id and the summary.
fn is_prose_alone(before: &Record, now: &Record) -> bool {
    let still_there = |id: &String| now.headings.iter().any(|heading| heading.id == *id);
    before.facts_digest == now.facts_digest
        && before.is_sound == now.is_sound
        && before
            .headings
            .iter()
            .map(|heading| &heading.id)
            .all(still_there)
}
