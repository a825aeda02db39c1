//! Names and words that collections use for what we know.

use crate::record::{Key, Stage};

/// Names that collections give to what we know, without marks and blanks; the last part of a name within another counts.
pub(super) const NAMES: [(Key, &[&str]); 8] = [
    (
        Key::TITLE,
        &[
            "rubrik",
            "longtitle",
            "fulltitle",
            "name",
            "namn",
            "heading",
            "subject",
            "arende",
            "amne",
        ],
    ),
    (
        Key::DATE,
        &[
            "utfardaddatum",
            "issued",
            "dateissued",
            "created",
            "createdat",
            "createdon",
            "datecreated",
            "published",
            "publishedat",
            "datum",
            "day",
            "proposed",
            "announced",
            "adopted",
            "publiceraddatum",
            "meetingdate",
            "time",
            "updated",
            "lastmodified",
        ],
    ),
    (
        Key::CASE_NUMBER,
        &[
            "beteckning",
            "jurabk",
            "eip",
            "bip",
            "pep",
            "rfc",
            "adr",
            "sip",
            "nep",
            "number",
            "nummer",
            "casenumber",
            "reference",
            "ref",
            "dnr",
            "docket",
            "identifier",
        ],
    ),
    (
        Key::BODY,
        &[
            "departement",
            "department",
            "ministry",
            "committee",
            "board",
            "organ",
            "workinggroup",
            "wg",
            "namnd",
            "council",
            "authority",
            "organisation",
            "organization",
        ],
    ),
    (
        Key::PROPOSER,
        &[
            "author",
            "authors",
            "forfattare",
            "deciders",
            "owner",
            "champion",
            "champions",
            "sponsor",
        ],
    ),
    (
        Key::TOPICS,
        &[
            "tags",
            "keywords",
            "categories",
            "category",
            "subjects",
            "labels",
        ],
    ),
    (Key::STAGE, &["status", "state", "lage", "maturity"]),
    (Key::LANGUAGE, &["lang", "locale"]),
];

/// Patterns of days, tried in their order.
pub(super) const PATTERNS: [&str; 8] = [
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d.%m.%Y",
    "%d-%m-%Y",
    "%b %d, %Y",
    "%B %d %Y",
    "%d-%b-%Y",
    "%a, %d %b %Y",
];

/// Words for stages, in small letters.
pub(super) const STAGE_WORDS: [(&[&str], Stage); 6] = [
    (
        &[
            "accepted",
            "accept",
            "final",
            "approved",
            "active",
            "adopted",
            "agreed",
            "living",
            "implemented",
            "completed",
            "done",
            "ratified",
            "in force",
            "standard",
            "published",
            "released",
            "godkänd",
            "antagen",
            "gällande",
            "gäller",
        ],
        Stage::Decided,
    ),
    (
        &[
            "proposed",
            "review",
            "in review",
            "last call",
            "rfc",
            "open",
            "candidate",
            "pending",
            "new",
            "under review",
            "provisional",
            "remiss",
        ],
        Stage::Proposal,
    ),
    (
        &[
            "rejected",
            "superseded",
            "deprecated",
            "replaced",
            "obsolete",
            "closed",
            "retired",
            "moved",
            "upphävd",
            "ersatt",
        ],
        Stage::Closed,
    ),
    (
        &["withdrawn", "stagnant", "abandoned", "cancelled"],
        Stage::Withdrawn,
    ),
    (
        &["deferred", "on hold", "postponed", "paused"],
        Stage::Postponed,
    ),
    (
        &["idea", "strawman", "in progress", "wip"],
        Stage::Preparation,
    ),
];

/// Words that mean that something is not for the public yet; nobody but its owner can say that they do not.
pub(super) const HIDING: [&str; 4] = ["draft", "utkast", "private", "internal"];

/// Words by which a language is known, with blanks around them.
pub(super) const WORDS: [(&str, [&str; 5]); 7] = [
    ("sv", [" och ", " att ", " som ", " för ", " av "]),
    ("en", [" the ", " and ", " of ", " is ", " to "]),
    ("de", [" und ", " der ", " die ", " des ", " für "]),
    ("fr", [" les ", " des ", " est ", " une ", " du "]),
    ("da", [" og ", " af ", " ikke ", " at ", " til "]),
    ("nb", [" og ", " av ", " ikke ", " å ", " til "]),
    ("es", [" los ", " las ", " una ", " que ", " del "]),
];
