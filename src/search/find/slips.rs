//! Slips of the keyboard: the word of the register that was perhaps meant. Only ever offered.

use crate::search::words::analysis::{Stems, Tongue};

/// The text with each word that no record holds replaced by the nearest one of the register; `None` if one has none near.
/// `lines` holds the words of the register, each with a digit behind it that says how common it is.
pub(in crate::search) fn corrected(
    text: &str,
    missing: &[String],
    lines: &str,
    stems: &Stems,
) -> Option<String> {
    let mut corrected = text.to_lowercase();
    for word in missing {
        let near = nearest(word, lines, stems)?;
        if !corrected.contains(word.as_str()) {
            return None;
        }
        corrected = corrected.replacen(word.as_str(), near, 1);
    }
    Some(corrected.trim().to_owned())
}

/// The nearest word: the fewest slips, then the commonest, then the first. The register may hold other forms of a word
/// than the one that was meant, so stems are held against each other too, ranked below words.
fn nearest<'l>(word: &str, lines: &'l str, stems: &Stems) -> Option<&'l str> {
    let letters = |text: &str| text.chars().collect::<Vec<char>>();
    let (whole, stem) = (letters(word), letters(&stems.of(word, Tongue::Swedish)));
    let most = match whole.len() {
        ..4 => return None,
        4..8 => 1,
        8.. => 2,
    };
    let mut best: Option<(usize, u32, &str)> = None;
    for line in lines.lines() {
        let Some((end, common)) = line.char_indices().next_back() else {
            continue;
        };
        let (other, common) = (&line[..end], common.to_digit(36).unwrap_or(0));
        let slips = distance(&whole, &letters(other), most);
        let of_stems = distance(&stem, &letters(&stems.of(other, Tongue::Swedish)), most);
        let rank = (slips * 2).min(of_stems * 2 + 1);
        let is_better = best.is_none_or(|(least, commonest, _)| {
            rank < least || rank == least && common > commonest
        });
        if rank <= most * 2 && is_better {
            best = Some((rank, common, other));
        }
    }
    best.map(|(_, _, word)| word)
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
    use super::{Stems, corrected};

    #[test]
    fn the_nearest_and_commonest_word_is_offered() {
        let lines = "bygglov5\nbygglovet3\nskola7\nskolan6\nstadsbyggnad2\nbiblioteken4\n";
        let offered =
            |text: &str| corrected(text, &[text.to_lowercase()], lines, &Stems::default());
        assert_eq!(offered("byglov").as_deref(), Some("bygglov"));
        assert_eq!(offered("Skloa").as_deref(), Some("skola"));
        assert_eq!(offered("stadsbygnat").as_deref(), Some("stadsbyggnad"));
        assert_eq!(offered("biblotek").as_deref(), Some("biblioteken"));
        assert_eq!(offered("xyzzy"), None);
    }
}
