//! What word processors make of YAML and what has one meaning only: a hard space behind a colon, curly quotes round a value.
//!
//! Each is read as what it stands for. Nothing moves: a mark of three bytes becomes a quote and two blanks, so that every
//! place in the text that is read is the same in the text that was written.

use std::borrow::Cow;

/// Blanks that do not break, as word processors set them.
const HARD_SPACES: [char; 3] = ['\u{a0}', '\u{202f}', '\u{2007}'];
/// Curly quotes, each of three bytes, as they open and close in any language.
const CURLY: [char; 4] = ['”', '“', '„', '‟'];

/// The YAML as its writer meant it.
pub(super) fn forgiven(yaml: &str) -> Cow<'_, str> {
    let is_strange = |c: &char| yaml.contains(*c);
    if yaml.is_ascii() || !HARD_SPACES.iter().chain(&CURLY).any(is_strange) {
        return Cow::Borrowed(yaml);
    }
    let mut plain = String::with_capacity(yaml.len());
    for line in yaml.split_inclusive('\n') {
        match value_start(line) {
            Some(start) => {
                plain.push_str(&line[..start]);
                push_value(&mut plain, &line[start..]);
            }
            None => plain.push_str(line),
        }
    }
    Cow::Owned(plain)
}

/// Where what follows a key's colon or an item's hyphen begins.
fn value_start(line: &str) -> Option<usize> {
    let indent = line.len() - line.trim_start_matches(' ').len();
    let words = &line[indent..];
    let after = match words.strip_prefix('-') {
        Some(_) => indent + 1,
        None => indent + words.find(':')? + 1,
    };
    line[after..]
        .starts_with(|c: char| c == ' ' || HARD_SPACES.contains(&c))
        .then_some(after)
}

fn push_value(plain: &mut String, value: &str) {
    let words = value.trim_start_matches(|c: char| c == ' ' || HARD_SPACES.contains(&c));
    let blanks = value.len() - words.len();
    plain.extend(std::iter::repeat_n(' ', blanks));
    let text = words.trim_end();
    match within_curly(text) {
        Some(within) => {
            plain.push_str("\"  ");
            plain.push_str(within);
            plain.push_str("  \"");
            plain.push_str(&words[text.len()..]);
        }
        None => plain.push_str(words),
    }
}

/// What stands in curly quotes, if that is all, and would be the same in straight ones.
fn within_curly(text: &str) -> Option<&str> {
    let within = text.strip_prefix(CURLY)?.strip_suffix(CURLY)?;
    let is_same = !within.contains(CURLY) && !within.contains(['"', '\\']);
    is_same.then_some(within)
}

#[cfg(test)]
mod tests {
    use super::forgiven;

    #[test]
    fn what_word_processors_make_is_read_in_its_place() {
        for (written, meant) in [
            ("titel:\u{a0}Ny väg\n", "titel:  Ny väg\n"),
            ("titel: ”Väg: ny”\n", "titel: \"  Väg: ny  \"\n"),
            ("-\u{a0}Punkt", "-  Punkt"),
            ("titel: ”Ny” väg\n", "titel: ”Ny” väg\n"),
            ("titel: Ny\u{a0}väg\n", "titel: Ny\u{a0}väg\n"),
        ] {
            assert_eq!(forgiven(written), meant);
            assert_eq!(written.len(), meant.len());
        }
    }
}
