//! The words for values of a fixed set within facts of how a matter went. The first word is the English one of the
//! documentation, the second the Swedish one.

use super::form::Choice;

/// Yes and no, where a no says something too.
pub(in crate::record) const YES_NO: [Choice; 2] = [
    choice("false", &["no", "nej", "false", "falskt"]),
    choice("true", &["yes", "ja", "true", "sant"]),
];

/// The number of the yes.
pub(in crate::record) const YES: usize = 1;

/// What became of a proposal put forward at a meeting.
pub(super) const MOTION_OUTCOMES: [Choice; 4] = [
    choice("approved", &["approved", "bifall", "bifallet", "bifalles"]),
    choice("rejected", &["rejected", "avslag", "avslaget", "avslås"]),
    choice("withdrawn", &["withdrawn", "återtaget", "återkallat"]),
    choice("not-put", &["not put", "ej prövat", "föll"]),
];

/// In what form somebody spoke who was asked.
pub(super) const STATEMENT_KINDS: [Choice; 3] = [
    choice("referral", &["referral", "remiss", "remissvar"]),
    choice("staff-report", &["staff report", "tjänsteutlåtande"]),
    choice("consultation", &["consultation", "samråd"]),
];

/// What a statement says of the proposal; silence is told too.
pub(super) const STANCES: [Choice; 7] = [
    choice("for", &["for", "tillstyrker", "supports"]),
    choice("against", &["against", "avstyrker", "opposes"]),
    choice("in-part", &["in part", "delvis", "tillstyrker delvis"]),
    choice("no-objection", &["no objection", "ingen erinran"]),
    choice("abstains", &["abstains", "avstår"]),
    choice("no-answer", &["no answer", "inget svar"]),
    choice("not-stated", &["not stated", "ej angivet"]),
];

/// How a member voted.
pub(super) const BALLOTS: [Choice; 4] = [
    choice("yes", &["yes", "ja"]),
    choice("no", &["no", "nej"]),
    choice("abstained", &["abstained", "avstår", "avstod"]),
    choice("absent", &["absent", "frånvarande"]),
];

/// In what form somebody dissents (kommunallagen 2017:725, 4:27 for reservations, 6:17 for the right of substitutes).
pub(super) const DISSENTS: [Choice; 4] = [
    choice("reservation", &["reservation", "reservation"]),
    choice(
        "special-statement",
        &["special statement", "särskilt uttalande"],
    ),
    choice(
        "substitute-opinion",
        &["substitute opinion", "ersättaryttrande"],
    ),
    choice(
        "explanation-of-vote",
        &["explanation of vote", "röstförklaring"],
    ),
];

/// How often a cost is met.
pub(super) const PERIODS: [Choice; 3] = [
    choice("once", &["once", "engång", "en gång"]),
    choice("year", &["year", "år", "per år"]),
    choice("month", &["month", "månad", "per månad"]),
];

/// How far an assignment has come, as the authority states it.
pub(super) const ASSIGNMENT_STATES: [Choice; 3] = [
    choice("under-way", &["under way", "pågår"]),
    choice("done", &["done", "utfört", "genomfört"]),
    choice("ended", &["ended", "avslutat", "utgår"]),
];

/// How a record stands to another.
pub(super) const RELATIONS: [Choice; 6] = [
    choice("precedes", &["precedes", "föregår"]),
    choice("follows", &["follows", "följer"]),
    choice("amends", &["amends", "ändrar"]),
    choice("repeals", &["repeals", "upphäver"]),
    choice("carries-out", &["carries out", "verkställer"]),
    choice("answers", &["answers", "besvarar"]),
];

/// What was changed in a record after it was published.
pub(super) const CHANGES: [Choice; 4] = [
    choice("correction", &["correction", "rättelse"]),
    choice("completion", &["completion", "komplettering"]),
    choice("withdrawal", &["withdrawal", "avpublicering"]),
    choice("notice", &["notice", "anslag"]),
];

const fn choice(code: &'static str, words: &'static [&'static str]) -> Choice {
    Choice { code, words }
}

/// Whether a meeting is held as planned.
pub(super) const MEETING_STATES: [Choice; 2] = [
    choice("planned", &["planned", "planerat"]),
    choice("cancelled", &["cancelled", "inställt", "canceled"]),
];

/// In what capacity somebody takes part in a meeting.
pub(super) const PARTICIPANTS: [Choice; 7] = [
    choice("chair", &["chair", "ordförande"]),
    choice("vice-chair", &["vice chair", "vice ordförande"]),
    choice("member", &["member", "ledamot"]),
    choice(
        "serving-substitute",
        &["serving substitute", "tjänstgörande ersättare"],
    ),
    choice("substitute", &["substitute", "ersättare"]),
    choice("secretary", &["secretary", "sekreterare"]),
    choice("official", &["official", "tjänsteperson"]),
];
