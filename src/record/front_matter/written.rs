//! Texts as YAML is written.

use crate::source::is_unusual;

/// A text in the double quotes of YAML, on one line (YAML 1.2, sections 5.7 and 7.3.1). What stands in no text is kept, and
/// cannot be read.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\u{feff}' => quoted.push_str("\\uFEFF"),
            letter => quoted.push(letter),
        }
    }
    quoted + "\""
}

/// A text on one line, with blanks for what stands in no text, as a comment may hold it.
#[must_use]
pub fn on_one_line(text: &str) -> String {
    text.replace(
        |letter| is_unusual(letter) || matches!(letter, '\n' | '\t' | '\u{feff}'),
        " ",
    )
}

#[cfg(test)]
mod tests {
    use super::{on_one_line, quoted};
    use crate::record::front_matter::parse;
    use crate::source::is_unusual;

    #[test]
    fn every_character_of_a_text_is_read_back() {
        let odd = ('\t'..='\u{2fff}').chain('\u{fe00}'..='\u{10400}');
        let odd: Vec<char> = odd.filter(|letter| !is_unusual(*letter)).collect();
        for letters in odd.chunks(64) {
            let text: String = letters.iter().collect();
            let (value, comment) = (quoted(&text), on_one_line(&text));
            let entries = parse(&format!("a: {value} # {comment}\nb: c\n")).expect("YAML");
            assert_eq!(entries[0].1.text(), Some(&*text));
            assert_eq!(entries[1].1.text(), Some("c"));
        }
    }
}
