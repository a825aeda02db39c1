//! How a matter went, as front matter of a record: meeting, votes, statements, costs, assignments and the like, as often as
//! they stand in minutes.

use std::fmt::Write;

use crate::register::chance::Chance;
use crate::register::names::{BODIES, proposer};
use crate::register::{Day, Facts, Register, YEARS};

/// Parties of the assembly, each with its seats.
const PARTIES: [(&str, usize); 6] = [
    ("Exempelpartiet", 14),
    ("Lokallistan", 9),
    ("Motpartiet", 7),
    ("Mittenlistan", 5),
    ("Framtidspartiet", 4),
    ("Byalaget", 2),
];

/// What staff ask of those who are asked.
const STANCES: [&str; 5] = ["for", "for", "against", "in part", "no answer"];

/// Moves the decision to a meeting of its body: each meets once a quarter.
pub(crate) fn at_meeting(facts: Facts) -> Facts {
    let number = BODIES.iter().position(|(_, name)| *name == facts.body);
    let at = |day: Day| Day {
        month: day.month.div_ceil(3) * 3,
        of_month: 3 + number.unwrap_or_default() % 10,
        ..day
    };
    let decision = facts.decision.map(|(outcome, day)| (outcome, at(day)));
    Facts { decision, ..facts }
}

/// The lines that tell it; `facts` are those of [`at_meeting`].
pub(crate) fn lines(register: &Register, facts: &Facts, record: usize) -> String {
    let mut chance = Chance::of(9, record);
    let chance = &mut chance;
    let mut lines = String::new();
    let mut add = |line: std::fmt::Arguments<'_>| {
        writeln!(lines, "{line}").expect("a text in memory takes whatever is written to it");
    };
    let words = |count: usize, chance: &mut Chance| register.vocabulary.sentence(count, chance);
    add(format_args!("type: report"));
    add(format_args!("document_number: \"{}\"", record + 1));
    add(format_args!("contact: Registrator"));
    if chance.percent(15) {
        add(format_args!("statements:"));
        for _ in 0..chance.between(3, 8) {
            let (_, body) = chance.pick(&BODIES);
            let stance = chance.pick(&STANCES);
            let text = words(8, chance);
            add(format_args!(
                "  - {{body: {body}, stance: {stance}, text: \"{text}\"}}"
            ));
        }
    }
    if chance.percent(20) {
        let amount = chance.between(1, 900) * 10_000;
        let (what, quote) = (words(3, chance), words(12, chance));
        add(format_args!(
            "costs: [{{amount: {amount}, currency: SEK, per: year, period: {}, what: \"{what}\", quote: \"{quote}\"}}]",
            facts.year
        ));
    }
    let Some((_, day)) = facts.decision else {
        return lines;
    };
    let later = |days: usize| Day {
        of_month: day.of_month + days,
        in_words: false,
        ..day
    };
    let (item, paragraph) = (chance.between(1, 40), chance.between(1, 300));
    add(format_args!(
        "meeting: {{date: {}, item: \"{item}\", paragraph: \"{paragraph}\"}}",
        day.iso()
    ));
    add(format_args!("approved_on: {}", later(9).iso()));
    add(format_args!("announced_on: {}", later(10).iso()));
    add(format_args!("minutes_location: Kansliet"));
    add(format_args!("appeal: legality review"));
    add(format_args!("sent_to: [{}, Akten]", chance.pick(&BODIES).1));
    if chance.percent(10) {
        add(format_args!("motions:"));
        for _ in 0..chance.between(1, 3) {
            let (text, by) = (words(8, chance), proposer(chance.below(60)));
            add(format_args!(
                "  - {{text: \"{text}\", by: {by}, outcome: rejected}}"
            ));
        }
    }
    if chance.percent(10) {
        add(format_args!("{}", vote(chance.percent(50), chance)));
    }
    if chance.percent(8) {
        let (text, by) = (words(40, chance), proposer(chance.below(60)));
        add(format_args!(
            "dissents: [{{text: \"{text}\", by: {by}, kind: reservation}}]"
        ));
    }
    // Whoever is told to do something is given an assignment.
    let mut clauses = facts.recommendation.iter();
    if clauses.any(|clause| clause.contains("uppdrar")) || chance.percent(10) {
        add(format_args!("assignments:"));
        for _ in 0..chance.between(1, 3) {
            let (what, (_, to)) = (words(7, chance), *chance.pick(&BODIES));
            let state = if chance.percent(70) {
                "done"
            } else {
                "under way"
            };
            add(format_args!(
                "  - {{what: \"{what}\", to: {to}, due: {}-06-30, state: {state}}}",
                day.year + 1
            ));
        }
    }
    if record >= YEARS && chance.percent(5) {
        let earlier = at_meeting(register.facts(record - YEARS));
        if earlier.decision.is_some() {
            add(format_args!(
                "relations: [{{kind: follows, to: {}}}]",
                earlier.name
            ));
        }
    }
    if chance.percent(2) {
        add(format_args!(
            "changes: [{{date: {}, kind: correction, note: \"{}\"}}]",
            later(12).iso(),
            words(8, chance)
        ));
    }
    lines
}

/// A vote by parties, and by members.
fn vote(by_member: bool, chance: &mut Chance) -> String {
    let mut parties = String::new();
    let mut members = String::new();
    let (mut yes, mut no) = (0, 0);
    for (party, seats) in PARTIES {
        let is_for = chance.percent(60);
        let (own_yes, own_no) = if is_for { (seats, 0) } else { (0, seats) };
        yes += own_yes;
        no += own_no;
        let _ = writeln!(
            parties,
            "      - {{party: {party}, yes: {own_yes}, no: {own_no}}}"
        );
        for seat in 0..seats {
            let vote = if is_for { "yes" } else { "no" };
            let _ = writeln!(
                members,
                "      - {{name: Ledamot {seat} {party}, party: {party}, vote: {vote}}}"
            );
        }
    }
    let mut told = format!(
        "votes:\n  - question: Ja till förslaget\n    yes: {yes}\n    no: {no}\n    by_party:\n{parties}"
    );
    if by_member {
        let _ = write!(told, "    by_member:\n{members}");
    }
    told.trim_end().to_owned()
}
