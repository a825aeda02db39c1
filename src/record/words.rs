//! The words that staff may write for stages and outcomes, in English and Swedish, and the code each has everywhere else.

use super::facts::Choice;
use super::{Outcome, Stage};
use crate::source::composed;

/// Every stage, by the number of its variant.
pub const STAGES: [Choice; 8] = [
    choice("preparation", &["preparation", "beredning"]),
    choice("proposal", &["proposal", "förslag"]),
    choice("decided", &["decided", "beslutat", "beslutad"]),
    choice("postponed", &["postponed", "bordlagt", "bordlagd"]),
    choice(
        "referred-back",
        &[
            "referred back",
            "återremitterat",
            "återremitterad",
            "återremitteras",
            "återremiss",
        ],
    ),
    choice("closed", &["closed", "avslutat", "avslutad"]),
    choice("withdrawn", &["withdrawn", "återkallat", "återkallad"]),
    choice("none", &["none", "inget"]),
];

/// What an organ that prepares a matter says of it.
pub(super) const POSITIONS: [Choice; 4] = [
    choice("for", &["for", "tillstyrker", "tillstyrks", "supports"]),
    choice("against", &["against", "avstyrker", "avstyrks", "opposes"]),
    choice("in-part", &["in part", "delvis", "tillstyrker delvis"]),
    choice(
        "none",
        &[
            "none",
            "utan eget ställningstagande",
            "inget ställningstagande",
        ],
    ),
];

/// How a decision can be appealed.
pub const APPEAL_ROUTES: [Choice; 4] = [
    choice(
        "legality-review",
        &["legality review", "laglighetsprövning"],
    ),
    choice(
        "administrative",
        &["administrative appeal", "förvaltningsbesvär"],
    ),
    choice("special", &["special law", "särskild lag"]),
    choice("none", &["none", "nej", "no"]),
];

/// What became of a decision that could be appealed.
pub const APPEAL_STATES: [Choice; 3] = [
    choice("final", &["final", "laga kraft", "vunnit laga kraft"]),
    choice("appealed", &["appealed", "överklagat", "överklagad"]),
    choice("annulled", &["annulled", "upphävt", "upphävd"]),
];

/// Every type of document.
pub const TYPES: [Choice; 11] = [
    choice("memo", &["memo", "pm", "promemoria"]),
    choice("report", &["report", "utlåtande"]),
    choice("staff-report", &["staff report", "tjänsteutlåtande"]),
    choice(
        "minutes-extract",
        &["minutes extract", "protokollsutdrag", "extract of minutes"],
    ),
    choice(
        "delegated-decision",
        &["delegated decision", "delegationsbeslut"],
    ),
    choice("motion", &["motion", "motion"]),
    choice(
        "citizens-proposal",
        &[
            "citizens proposal",
            "medborgarförslag",
            "citizen proposal",
            "citizens' proposal",
        ],
    ),
    choice("interpellation", &["interpellation", "interpellation"]),
    choice("regulation", &["regulation", "föreskrift", "föreskrifter"]),
    choice(
        "consultation-response",
        &["consultation response", "remissvar"],
    ),
    choice("notice", &["notice", "anslag"]),
];

/// Every outcome, by the number of its variant, as in [`STAGES`].
pub const OUTCOMES: [Choice; 9] = [
    choice(
        "approved",
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
    choice(
        "approved-with-changes",
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
    choice(
        "approved-in-part",
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
    choice(
        "rejected",
        &[
            "rejected", "avslag", "avslaget", "avslagen", "avslås", "avslogs", "avstyrks",
            "avstyrkt", "denied", "refused",
        ],
    ),
    choice(
        "answered",
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
    choice(
        "postponed",
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
    choice(
        "referred-back",
        &[
            "referred back",
            "återremiss",
            "återremitterad",
            "återremitterat",
            "återremitteras",
        ],
    ),
    choice(
        "written-off",
        &[
            "written off",
            "avskriven",
            "avskrivet",
            "avskrivs",
            "avskrives",
            "avskrivning",
        ],
    ),
    choice(
        "noted",
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

const fn choice(code: &'static str, words: &'static [&'static str]) -> Choice {
    Choice { code, words }
}

/// The number of the choice that a text names.
pub(crate) fn choice_named(choices: &[Choice], text: &str) -> Option<usize> {
    let word = plain(text);
    let is_named = |choice: &Choice| choice.words.contains(&word.as_str());
    choices.iter().position(is_named)
}

/// The stage that a text names.
pub(crate) fn stage_named(text: &str) -> Option<Stage> {
    choice_named(&STAGES, text).and_then(Stage::numbered)
}

/// A word as the tables have it: small letters, single blanks for hyphens, no full stop.
pub(super) fn plain(text: &str) -> String {
    let word = composed(text).to_lowercase().replace(['-', '_'], " ");
    let words: Vec<&str> = word.split_whitespace().collect();
    words.join(" ").trim_end_matches('.').to_owned()
}

impl Stage {
    const ALL: [Self; 8] = [
        Self::Preparation,
        Self::Proposal,
        Self::Decided,
        Self::Postponed,
        Self::ReferredBack,
        Self::Closed,
        Self::Withdrawn,
        Self::None,
    ];

    /// The stage of this number among the choices.
    #[must_use]
    pub fn numbered(number: usize) -> Option<Self> {
        Self::ALL.get(number).copied()
    }

    /// The code in views and open data.
    #[must_use]
    pub fn code(self) -> &'static str {
        STAGES[self as usize].code
    }

    /// Whether a body may have decided something at this stage.
    #[must_use]
    pub fn may_hold_decision(self) -> bool {
        match self {
            Self::Preparation | Self::Proposal | Self::None => false,
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
            | Self::Withdrawn
            | Self::None => false,
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

    const ALL: [Self; 9] = [
        Self::Approved,
        Self::ApprovedWithChanges,
        Self::ApprovedInPart,
        Self::Rejected,
        Self::Answered,
        Self::Postponed,
        Self::ReferredBack,
        Self::WrittenOff,
        Self::Noted,
    ];

    /// The outcome of this number among the choices.
    #[must_use]
    pub fn numbered(number: usize) -> Option<Self> {
        Self::ALL.get(number).copied()
    }

    /// The code in views and open data.
    #[must_use]
    pub fn code(self) -> &'static str {
        OUTCOMES[self as usize].code
    }
}
