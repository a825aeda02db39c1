//! The words that staff may write for stages and outcomes, in English and Swedish, and the code each has everywhere else.

use super::{Outcome, Stage};

/// Each stage with the words it may be written with: lower case, hyphens as blanks, the English one first.
pub const STAGES: [(Stage, &[&str]); 7] = [
    (Stage::Preparation, &["preparation", "beredning"]),
    (Stage::Proposal, &["proposal", "förslag"]),
    (Stage::Decided, &["decided", "beslutat", "beslutad"]),
    (Stage::Postponed, &["postponed", "bordlagt", "bordlagd"]),
    (
        Stage::ReferredBack,
        &[
            "referred back",
            "återremitterat",
            "återremitterad",
            "återremiss",
        ],
    ),
    (Stage::Closed, &["closed", "avslutat", "avslutad"]),
    (Stage::Withdrawn, &["withdrawn", "återkallat", "återkallad"]),
];

/// Each outcome with the words it may be written with, as in [`STAGES`].
pub const OUTCOMES: [(Outcome, &[&str]); 8] = [
    (Outcome::Approved, &["approved", "bifall", "bifallet"]),
    (
        Outcome::ApprovedWithChanges,
        &[
            "approved with changes",
            "bifall med ändring",
            "bifall med ändringar",
        ],
    ),
    (Outcome::Rejected, &["rejected", "avslag", "avslaget"]),
    (
        Outcome::Answered,
        &["answered", "besvarad", "besvarat", "anses besvarad"],
    ),
    (
        Outcome::Postponed,
        &["postponed", "bordlagd", "bordlagt", "bordläggning"],
    ),
    (
        Outcome::ReferredBack,
        &[
            "referred back",
            "återremiss",
            "återremitterad",
            "återremitterat",
        ],
    ),
    (
        Outcome::WrittenOff,
        &["written off", "avskriven", "avskrivet"],
    ),
    (
        Outcome::Noted,
        &["noted", "till handlingarna", "lagd till handlingarna"],
    ),
];

impl Stage {
    /// The code in views and open data.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Preparation => "preparation",
            Self::Proposal => "proposal",
            Self::Decided => "decided",
            Self::Postponed => "postponed",
            Self::ReferredBack => "referred-back",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether a body may have decided something at this stage.
    #[must_use]
    pub fn may_hold_decision(self) -> bool {
        match self {
            Self::Preparation | Self::Proposal => false,
            Self::Decided
            | Self::Postponed
            | Self::ReferredBack
            | Self::Closed
            | Self::Withdrawn => true,
        }
    }
}

impl Outcome {
    /// The code in views and open data.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::ApprovedWithChanges => "approved-with-changes",
            Self::Rejected => "rejected",
            Self::Answered => "answered",
            Self::Postponed => "postponed",
            Self::ReferredBack => "referred-back",
            Self::WrittenOff => "written-off",
            Self::Noted => "noted",
        }
    }
}
