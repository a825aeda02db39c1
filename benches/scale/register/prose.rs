//! The prose of a record: sections as municipal records have them, lists, now and then a table or a link to another.

use std::fmt::Write;

use super::Register;
use super::chance::Chance;

/// How many words prose has, by tenths of the records: half have fewer than 700.
const LENGTHS: [usize; 11] = [150, 310, 405, 495, 580, 680, 790, 930, 1130, 1480, 3000];

/// The sections, with their share of the words in a hundred.
const SECTIONS: [(&str, usize); 4] = [
    ("Ärendet", 40),
    ("Beredning", 20),
    ("Mina synpunkter", 25),
    ("Ekonomiska konsekvenser", 15),
];

/// The prose of a record, in Markdown.
pub(crate) fn of(register: &Register, record: usize) -> String {
    let mut chance = Chance::of(5, record);
    let chance = &mut chance;
    let tenth = chance.below(LENGTHS.len() - 1);
    let words = chance.between(LENGTHS[tenth], LENGTHS[tenth + 1]);
    let mut prose = String::with_capacity(words * 11);
    for (heading, share) in SECTIONS {
        push(&mut prose, format_args!("## {heading}\n\n"));
        section(&mut prose, words * share / 100, register, chance);
    }
    if chance.percent(10) {
        table(&mut prose, register, chance);
    }
    if record > 0 && chance.percent(5) {
        link(&mut prose, record, register, chance);
    }
    prose
}

/// Paragraphs, and for a third of the sections a list, of about so many words.
fn section(prose: &mut String, words: usize, register: &Register, chance: &mut Chance) {
    let mut left = words;
    while left > 0 {
        let sentences = chance.between(2, 6);
        for _ in 0..sentences {
            let length = chance.between(7, 22).min(left.max(3));
            left = left.saturating_sub(length);
            push(
                prose,
                format_args!("{}\n", register.vocabulary.sentence(length, chance)),
            );
            if left == 0 {
                break;
            }
        }
        prose.push('\n');
        if left > 40 && chance.percent(12) {
            left -= list(prose, register, chance);
        }
    }
}

/// A list; gives back how many words it has.
fn list(prose: &mut String, register: &Register, chance: &mut Chance) -> usize {
    let points = chance.between(3, 5);
    for _ in 0..points {
        push(
            prose,
            format_args!("- {}\n", register.vocabulary.sentence(7, chance)),
        );
    }
    prose.push('\n');
    points * 7
}

/// A table of costs.
fn table(prose: &mut String, register: &Register, chance: &mut Chance) {
    prose.push_str("| Post | Belopp, mnkr | År |\n| --- | ---: | --- |\n");
    for _ in 0..chance.between(3, 7) {
        let (whole, tenth, year) = (
            chance.below(90),
            chance.below(10),
            chance.between(2010, 2030),
        );
        push(
            prose,
            format_args!(
                "| {} | {whole},{tenth} | {year} |\n",
                register.vocabulary.noun(chance)
            ),
        );
    }
    prose.push('\n');
}

/// A sentence with a link to an earlier record's file.
fn link(prose: &mut String, record: usize, register: &Register, chance: &mut Chance) {
    let other = register.facts(chance.below(record));
    let (title, year, name) = (&other.title, other.year, &other.name);
    push(
        prose,
        format_args!("Ärendet har samband med [{title}](../{year}/{name}.md).\n"),
    );
}

fn push(prose: &mut String, text: std::fmt::Arguments<'_>) {
    prose
        .write_fmt(text)
        .expect("a text in memory takes whatever is written to it");
}
