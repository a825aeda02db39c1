//! Whether what is told of votes agrees: parties and members add up to all, nobody votes twice, and a secret vote is secret.

use std::collections::BTreeSet;

use super::Record;
use super::facts::FactValue;
use super::fields::Fields;
use super::keys::Key;
use super::names::name_key;
use crate::diagnostics::{Code, Diagnostic};

/// The parts of a vote that tell of parties and of members, by their numbers in the form.
const LISTS: [(usize, &str); 2] = [(6, "party-twice"), (7, "member-twice")];

/// Every rule of votes.
pub(super) fn check_votes(record: &Record, fields: &mut Fields<'_>) {
    const PARTS: [&str; 4] = ["yes", "no", "abstained", "absent"];
    for vote in record.votes() {
        let inner: Vec<usize> = vote.item.into_iter().collect();
        for (of, counted) in [("party", vote.by_party), ("member", vote.by_member)] {
            let both = PARTS.iter().zip(vote.tally.into_iter().zip(counted));
            let told = both.filter_map(|(part, (told, counted))| Some((part, told?, counted?)));
            for (part, told, counted) in told.filter(|(_, told, counted)| told != counted) {
                let fault = Diagnostic::new(Code::VotesDiffer)
                    .with("of", of)
                    .with("part", *part)
                    .with("told", told.to_string())
                    .with("counted", counted.to_string());
                fields.report(fault, Key::VOTES, &inner);
            }
        }
        if vote.is_secret && vote.by_member.iter().any(Option::is_some) {
            let fault = Diagnostic::new(Code::VotesDiffer).with("of", "secret");
            fields.report(fault, Key::VOTES, &inner);
        }
    }
    for (of, name, item) in twice(record) {
        let fault = Diagnostic::new(Code::VotesDiffer)
            .with("of", of)
            .with("name", name);
        let inner: Vec<usize> = item.into_iter().collect();
        fields.report(fault, Key::VOTES, &inner);
    }
}

/// Each party and each member that a vote names twice: as what, the name, and the vote's number in the list.
fn twice(record: &Record) -> Vec<(&'static str, String, Option<usize>)> {
    let mut found = Vec::new();
    let votes = record.facts.get(Key::VOTES).into_iter();
    for (item, vote) in votes.flat_map(FactValue::each) {
        for (list, of) in LISTS {
            let told = vote.part(list).into_iter().flat_map(FactValue::each);
            let mut seen = BTreeSet::new();
            for (_, told) in told {
                let Some(name) = told.part(0).and_then(FactValue::as_text) else {
                    continue;
                };
                let party = told
                    .part(1)
                    .and_then(FactValue::as_text)
                    .unwrap_or_default();
                if !seen.insert((name_key(name), name_key(party))) {
                    found.push((of, name.to_owned(), item));
                }
            }
        }
    }
    found
}
