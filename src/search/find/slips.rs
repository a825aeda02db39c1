//! Slips of the keyboard: the word of the register that was perhaps meant. No word of the register is ever taken for a slip.

use std::cmp::Reverse;

use crate::search::files::form::BEGINNINGS;
use crate::search::words::analysis::{Stems, Tongue};

/// How far a word may be from the one that was meant.
pub(in crate::search) fn most_slips(word: &str) -> usize {
    match word.chars().count() {
        ..4 => 0,
        4..8 => 1,
        8..12 => 2,
        _ => 3,
    }
}

/// A word that was perhaps meant: how far it is, twice, one more if it is another form of what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct Near {
    pub(in crate::search) rank: usize,
    pub(in crate::search) word: String,
}

/// The nearest of the register's common words within so many slips: the fewest, then the commonest, then the first. `lines` holds the
/// words, each with a digit behind it that says how common it is. The register may hold other forms of a word than the one that was
/// meant, so stems are held against each other too, ranked below words.
pub(in crate::search) fn nearest(
    word: &str,
    lines: &str,
    (stems, tongue): (&Stems, Tongue),
    most: usize,
) -> Option<Near> {
    let (whole, stem) = (letters(word), letters(&stems.of(word, tongue)));
    let most_of_stem = most.min(most_slips(&String::from_iter(&stem)));
    let mut best: Option<(usize, u32, &str)> = None;
    for (other, common) in common_words(lines) {
        let slips = distance(&whole, &letters(other), most);
        let of_stems = distance(&stem, &letters(&stems.of(other, tongue)), most);
        let of_stems = if of_stems <= most_of_stem {
            of_stems * 2 + 1
        } else {
            usize::MAX
        };
        let rank = (slips * 2).min(of_stems);
        let is_better = best.is_none_or(|(least, commonest, _)| {
            rank < least || rank == least && common > commonest
        });
        if rank <= most * 2 && is_better {
            best = Some((rank, common, other));
        }
    }
    best.map(|(rank, _, word)| Near {
        rank,
        word: word.to_owned(),
    })
}

/// The fewest letters by which a word is looked for within others.
const SHORTEST_WITHIN: usize = 4;

/// The words that hold a stem within them, the commonest first: of a compound that the register does not know, no part has a term of its
/// own.
pub(in crate::search) fn holding<'l>(stem: &str, lines: &'l str) -> Vec<&'l str> {
    if letters(stem).len() < SHORTEST_WITHIN {
        return Vec::new();
    }
    let mut found: Vec<(&str, u32)> = common_words(lines).collect();
    found.retain(|(word, _)| word.contains(stem));
    found.sort_unstable_by_key(|(word, common)| (Reverse(*common), *word));
    found.truncate(BEGINNINGS);
    found.into_iter().map(|(word, _)| word).collect()
}

/// Words, each with how common it is, from lines of a word with a digit behind it.
fn common_words(lines: &str) -> impl Iterator<Item = (&str, u32)> {
    lines.lines().filter_map(|line| {
        let (end, common) = line.char_indices().next_back()?;
        Some((&line[..end], common.to_digit(36).unwrap_or(0)))
    })
}

/// How many of the first letters may hold a slip that moves a word to another place of the dictionary.
const MOVING: usize = 4;

/// Where the word that was meant may stand in the dictionary: where this one would, or with one of its first letters left out, or two of
/// them swapped.
pub(in crate::search) fn places(word: &str) -> Vec<String> {
    let letters = letters(word);
    let mut places = vec![word.to_owned()];
    for place in 0..MOVING.min(letters.len().saturating_sub(1)) {
        let mut without = letters.clone();
        without.remove(place);
        let mut swapped = letters.clone();
        swapped.swap(place, place + 1);
        places.extend([without, swapped].map(String::from_iter));
    }
    places
}

/// Where numbers that differ in one sign may stand in the dictionary: near what is left of this one without its last signs.
pub(in crate::search) fn places_of_number(term: &str) -> Vec<String> {
    let letters = letters(term);
    let shortest = letters.len().saturating_sub(MOVING).max(2);
    let cut = |length: usize| String::from_iter(&letters[..length]);
    (shortest..=letters.len()).map(cut).collect()
}

/// The slips between two words; more than `most` is not told apart.
pub(in crate::search) fn slips(left: &str, right: &str, most: usize) -> usize {
    distance(&letters(left), &letters(right), most)
}

fn letters(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// How many letters are missing, too many, wrong or swapped with their neighbour; more than `most` is not told apart.
fn distance(left: &[char], right: &[char], most: usize) -> usize {
    if left.len().abs_diff(right.len()) > most {
        return most + 1;
    }
    let mut rows = [
        (0..=right.len()).collect::<Vec<_>>(),
        Vec::new(),
        Vec::new(),
    ];
    for (row, letter) in left.iter().enumerate() {
        let mut next = vec![row + 1];
        for (column, other) in right.iter().enumerate() {
            let changed = rows[0][column] + usize::from(letter != other);
            let mut least = changed.min(rows[0][column + 1] + 1).min(next[column] + 1);
            let is_swap =
                row > 0 && column > 0 && left[row - 1] == *other && right[column - 1] == *letter;
            if is_swap {
                least = least.min(rows[1][column - 1] + 1);
            }
            next.push(least);
        }
        rows.rotate_right(1);
        rows[0] = next;
    }
    rows[0][right.len()]
}

#[cfg(test)]
mod tests {
    use super::{Stems, Tongue, most_slips, nearest, places};

    #[test]
    fn the_nearest_and_commonest_word_is_told() {
        let lines = "bygglov5\nbygglovet3\nskola7\nskolan6\nstadsbyggnad2\nbiblioteken4\n";
        let meant = |text: &str| {
            let near = nearest(
                text,
                lines,
                (&Stems::default(), Tongue::Swedish),
                most_slips(text),
            );
            near.map(|near| near.word)
        };
        assert_eq!(meant("byglov").as_deref(), Some("bygglov"));
        assert_eq!(meant("skloa").as_deref(), Some("skola"));
        assert_eq!(meant("stadsbygnat").as_deref(), Some("stadsbyggnad"));
        assert_eq!(meant("biblotek").as_deref(), Some("biblioteken"));
        assert_eq!(meant("xyzzy"), None);
    }

    #[test]
    fn a_word_may_stand_where_its_first_letters_are_others() {
        assert_eq!(places("abc"), ["abc", "bc", "bac", "ac", "acb"]);
    }
}
