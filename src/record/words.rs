//! The words that staff may write for stages and outcomes, in English and Swedish, and the code each has everywhere else.

use super::{Outcome, Stage};
use crate::source::composed;

/// Each stage with the words it may be written with: lower case, hyphens as blanks, first the English one of the
/// documentation, then the Swedish one.
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
            "återremitteras",
            "återremiss",
        ],
    ),
    (Stage::Closed, &["closed", "avslutat", "avslutad"]),
    (Stage::Withdrawn, &["withdrawn", "återkallat", "återkallad"]),
];

/// Each outcome with the words it may be written with, as in [`STAGES`].
pub const OUTCOMES: [(Outcome, &[&str]); 9] = [
    (
        Outcome::Approved,
        &[
            "approved",
            "bifall",
            "bifallet",
            "bifallen",
            "bifalls",
            "bifalles",
            "bifölls",
            "tillstyrks",
            "tillstyrkt",
            "tillstyrkes",
            "godkänns",
            "godkänd",
            "godkänt",
            "godkännes",
            "antas",
            "antagen",
            "antaget",
            "antages",
            "fastställs",
            "fastställd",
            "fastställt",
            "fastställes",
            "beviljas",
            "beviljad",
            "beviljat",
            "enligt förslag",
            "enligt förslaget",
            "adopted",
            "granted",
            "agreed",
            "carried",
        ],
    ),
    (
        Outcome::ApprovedWithChanges,
        &[
            "approved with changes",
            "bifall med ändring",
            "bifall med ändringar",
            "bifalls med ändring",
            "bifalls med ändringar",
            "bifalles med ändring",
            "bifalles med ändringar",
            "godkänns med ändring",
            "godkänns med ändringar",
            "antas med ändring",
            "antas med ändringar",
            "approved as amended",
            "approved with amendments",
        ],
    ),
    (
        Outcome::ApprovedInPart,
        &[
            "approved in part",
            "delvis bifall",
            "bifall delvis",
            "delvis bifallet",
            "delvis bifallen",
            "delvis bifalls",
            "delvis bifalles",
            "bifalls delvis",
            "bifalles delvis",
            "bifall i del",
            "bifall i den del",
            "partly approved",
            "partially approved",
        ],
    ),
    (
        Outcome::Rejected,
        &[
            "rejected", "avslag", "avslaget", "avslagen", "avslås", "avslogs", "avstyrks",
            "avstyrkt", "denied", "refused",
        ],
    ),
    (
        Outcome::Answered,
        &[
            "answered",
            "anses besvarad",
            "anses besvarat",
            "besvarad",
            "besvarat",
            "besvaras",
            "anses vara besvarad",
            "anses vara besvarat",
            "är besvarad",
            "är besvarat",
        ],
    ),
    (
        Outcome::Postponed,
        &[
            "postponed",
            "bordlagd",
            "bordlagt",
            "bordläggs",
            "bordlägges",
            "bordläggning",
            "deferred",
        ],
    ),
    (
        Outcome::ReferredBack,
        &[
            "referred back",
            "återremiss",
            "återremitterad",
            "återremitterat",
            "återremitteras",
        ],
    ),
    (
        Outcome::WrittenOff,
        &[
            "written off",
            "avskriven",
            "avskrivet",
            "avskrivs",
            "avskrives",
            "avskrivning",
        ],
    ),
    (
        Outcome::Noted,
        &[
            "noted",
            "till handlingarna",
            "lagd till handlingarna",
            "lagt till handlingarna",
            "läggs till handlingarna",
            "lägges till handlingarna",
            "lägger till handlingarna",
            "noteras",
            "noterad",
            "noterat",
            "antecknas",
            "antecknas till protokollet",
        ],
    ),
];

/// Words that an outcome may begin with, whatever follows: it says which part is meant.
const BEGINNINGS: [(Outcome, &str); 4] = [
    (Outcome::ApprovedInPart, "bifall i den del "),
    (Outcome::ApprovedInPart, "bifalls i den del "),
    (Outcome::ApprovedInPart, "bifalles i den del "),
    (Outcome::ApprovedInPart, "approved as regards "),
];

/// The outcome that a text begins with and says more of than its word.
pub(super) fn begins_outcome(text: &str) -> Option<Outcome> {
    let word = plain(text);
    let begins = BEGINNINGS
        .iter()
        .find(|(_, beginning)| word.starts_with(beginning));
    begins.map(|(outcome, _)| *outcome)
}

/// The stage that a text names.
pub(super) fn stage_named(text: &str) -> Option<Stage> {
    let word = plain(text);
    let named = STAGES
        .iter()
        .find(|(_, words)| words.contains(&word.as_str()));
    named.map(|(stage, _)| *stage)
}

/// A word as the tables have it: small letters, single blanks for hyphens, no full stop.
pub(super) fn plain(text: &str) -> String {
    let word = composed(text).to_lowercase().replace(['-', '_'], " ");
    let words: Vec<&str> = word.split_whitespace().collect();
    words.join(" ").trim_end_matches('.').to_owned()
}

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

    /// Whether a recommendation may have been approved or turned down at this stage.
    #[must_use]
    pub fn may_end_matter(self) -> bool {
        match self {
            Self::Decided | Self::Closed => true,
            Self::Preparation
            | Self::Proposal
            | Self::Postponed
            | Self::ReferredBack
            | Self::Withdrawn => false,
        }
    }
}

impl Outcome {
    /// Whether the recommendation was approved or turned down, wholly or in part.
    #[must_use]
    pub fn ends_matter(self) -> bool {
        match self {
            Self::Approved | Self::ApprovedWithChanges | Self::ApprovedInPart | Self::Rejected => {
                true
            }
            Self::Answered
            | Self::Postponed
            | Self::ReferredBack
            | Self::WrittenOff
            | Self::Noted => false,
        }
    }

    /// The stage that a matter with this outcome has come to, where nobody says otherwise.
    #[must_use]
    pub fn stage(self) -> Stage {
        match self {
            Self::Approved
            | Self::ApprovedWithChanges
            | Self::ApprovedInPart
            | Self::Rejected
            | Self::Answered
            | Self::Noted => Stage::Decided,
            Self::Postponed => Stage::Postponed,
            Self::ReferredBack => Stage::ReferredBack,
            Self::WrittenOff => Stage::Closed,
        }
    }

    /// The code in views and open data.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::ApprovedWithChanges => "approved-with-changes",
            Self::ApprovedInPart => "approved-in-part",
            Self::Rejected => "rejected",
            Self::Answered => "answered",
            Self::Postponed => "postponed",
            Self::ReferredBack => "referred-back",
            Self::WrittenOff => "written-off",
            Self::Noted => "noted",
        }
    }
}
