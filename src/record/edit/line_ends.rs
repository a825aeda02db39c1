//! The ends of lines of a text that people edit where every line ends in the same way.

/// A text with the ends of lines that another has, which it was made of: lines at its beginning and its end that are the same keep
/// theirs, those between end with `line_end`.
#[must_use]
pub fn with_line_ends_of(before: &str, now: &str, line_end: &str) -> String {
    let now = now.replace("\r\n", "\n");
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let new: Vec<&str> = now.split_inclusive('\n').collect();
    let is_same = |(old, new): &(&&str, &&str)| {
        old.trim_end_matches(['\r', '\n']) == new.trim_end_matches('\n')
    };
    let ends = |line: &str| line.ends_with('\n');
    let is_kept = |pair: &(&&str, &&str)| is_same(pair) && ends(pair.0) == ends(pair.1);
    let first = old.iter().zip(&new).take_while(is_kept).count();
    let last = old[first..].iter().rev().zip(new[first..].iter().rev());
    let last = last.take_while(is_kept).count();
    let middle = new[first..new.len() - last]
        .iter()
        .map(|line| line.replace('\n', line_end));
    let mut text = old[..first].concat();
    text.extend(middle);
    text + &old[old.len() - last..].concat()
}

#[cfg(test)]
mod tests {
    use super::with_line_ends_of;

    #[test]
    fn lines_that_stay_keep_their_ends() {
        let before = "a\r\nb\nc\r\nd";
        for (now, expected) in [
            ("a\nb\nc\nd", before),
            ("a\nx\ny\nc\nd", "a\r\nx\r\ny\r\nc\r\nd"),
            ("a\nb\nc\nd\n", "a\r\nb\nc\r\nd\r\n"),
            ("", ""),
            ("b\nc\nd", "b\nc\r\nd"),
        ] {
            assert_eq!(with_line_ends_of(before, now, "\r\n"), expected, "{now:?}");
        }
    }
}
