//! Slips of the keyboard: the word of the register that was perhaps meant. Only ever offered.

/// The text with each word that no record holds replaced by the nearest one of the register; `None` if one has none near.
/// `lines` holds the words of the register, each with a digit behind it that says how common it is.
pub(super) fn corrected(text: &str, missing: &[String], lines: &str) -> Option<String> {
    let mut corrected = text.to_lowercase();
    for word in missing {
        let near = nearest(word, lines)?;
        if !corrected.contains(word.as_str()) {
            return None;
        }
        corrected = corrected.replacen(word.as_str(), near, 1);
    }
    Some(corrected.trim().to_owned())
}

/// The nearest word: the fewest slips, then the commonest, then the first.
fn nearest<'l>(word: &str, lines: &'l str) -> Option<&'l str> {
    let letters: Vec<char> = word.chars().collect();
    let most = match letters.len() {
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
        let slips = distance(&letters, &other.chars().collect::<Vec<_>>(), most);
        let is_better = best.is_none_or(|(fewest, commonest, _)| {
            slips < fewest || slips == fewest && common > commonest
        });
        if slips <= most && is_better {
            best = Some((slips, common, other));
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
    use super::corrected;

    #[test]
    fn the_nearest_and_commonest_word_is_offered() {
        let lines = "bygglov5\nbygglovet3\nskola7\nskolan6\nstadsbyggnad2\n";
        let offered = |text: &str| corrected(text, &[text.to_lowercase()], lines);
        assert_eq!(offered("byglov").as_deref(), Some("bygglov"));
        assert_eq!(offered("Skloa").as_deref(), Some("skola"));
        assert_eq!(offered("stadsbygnat").as_deref(), Some("stadsbyggnad"));
        assert_eq!(offered("xyzzy"), None);
    }
}
