//! How the root tells of leaves in few letters, since every visitor reads it: what two keys share is told by a mark, and
//! each length takes three digits.

use crate::search::files::form::{DIGITS, MARKS, RADIX};

/// Keys as one text.
pub(in crate::search) fn packed_keys(keys: &[String]) -> String {
    let mut text = String::new();
    let mut last = "";
    for key in keys {
        let pairs = last.chars().zip(key.chars());
        // Browsers count letters beyond this one twice.
        let same = pairs.take_while(|(left, right)| left == right && *left <= '\u{ffff}');
        let shared = same.count().min(MARKS.len() - 1);
        text.extend(MARKS.chars().nth(shared));
        text.extend(key.chars().skip(shared));
        last = key;
    }
    text
}

/// The keys of a text.
pub(in crate::search) fn keys(text: &str) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for letter in text.chars() {
        match (MARKS.find(letter), keys.last_mut()) {
            (Some(shared), last) => {
                let last = last.map_or("", |last| &**last);
                let key = last.chars().take(shared).collect();
                keys.push(key);
            }
            (None, Some(key)) => key.push(letter),
            (None, None) => {}
        }
    }
    keys
}

/// Lengths as one text.
pub(in crate::search) fn packed_lengths(lengths: &[usize]) -> String {
    let mut text = String::new();
    for length in lengths {
        let mut rest = u32::try_from(*length).unwrap_or(u32::MAX);
        let mut digits = [' '; DIGITS];
        for digit in digits.iter_mut().rev() {
            *digit = char::from_digit(rest % RADIX, RADIX).unwrap_or('0');
            rest /= RADIX;
        }
        text.extend(digits);
    }
    text
}

/// The lengths of a text; none if it is no such text.
pub(in crate::search) fn lengths(text: &str) -> Option<Vec<usize>> {
    let digits: Vec<char> = text.chars().collect();
    let number = |digits: &[char]| {
        let value = digits
            .iter()
            .try_fold(0, |sum, digit| Some(sum * RADIX + digit.to_digit(RADIX)?));
        value.map(|value| value as usize)
    };
    digits.chunks(DIGITS).map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::{keys, lengths, packed_keys, packed_lengths};

    #[test]
    fn what_is_packed_is_read() {
        let long = "a".repeat(40);
        let written = ["#", "#KS-2021-4", "a", &long, &format!("{long}b"), "ö"].map(str::to_owned);
        assert_eq!(keys(&packed_keys(&written)), written);
        let numbers = [0, 35, 36, 46_655];
        assert_eq!(lengths(&packed_lengths(&numbers)), Some(numbers.to_vec()));
        assert_eq!(lengths("0-1"), None);
    }
}
