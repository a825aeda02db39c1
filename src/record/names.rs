//! Names of people, bodies, topics and cases: what looks like one name is one.

use crate::source::composed;

/// A name as it is shown: in Unicode's composed form, with single blanks, without what cannot be seen.
#[must_use]
pub fn spelt(name: &str) -> String {
    let mut spelt = String::with_capacity(name.len());
    for character in composed(name).chars() {
        match character {
            _ if character.is_whitespace() => {
                if !spelt.is_empty() && !spelt.ends_with(' ') {
                    spelt.push(' ');
                }
            }
            '\u{2010}' | '\u{2011}' => spelt.push('-'),
            _ if is_invisible(character) => {}
            _ => spelt.push(character),
        }
    }
    spelt.truncate(spelt.trim_end().len());
    match without_quotes(&spelt) {
        Some(name) => name.to_owned(),
        None => spelt,
    }
}

/// A name without the curly quotes that a word processor put around all of it.
fn without_quotes(name: &str) -> Option<&str> {
    let inner = name
        .strip_prefix(['“', '”', '„'])?
        .strip_suffix(['”', '“'])?;
    let is_whole = !inner.contains(['“', '”', '„']) && !inner.trim().is_empty();
    is_whole.then_some(inner.trim())
}

/// What names are compared by: those that differ in nothing else than what cannot be seen, or in capitals, are one.
#[must_use]
pub fn name_key(name: &str) -> String {
    composed(&spelt(name).to_lowercase()).into_owned()
}

/// Soft hyphens, characters without width, marks of direction, selectors of a letter's look.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::{name_key, spelt};

    #[test]
    fn names_that_look_alike_are_one() {
        let shown = "Kommunstyrelsen i Åre";
        for name in [
            "Kommun\u{ad}styrelsen i Åre",
            " Kommunstyrelsen\u{a0}i  Åre ",
            "Kommunstyrelsen i A\u{30a}re",
            "Kommun\u{200b}styrelsen i\u{202f}Åre\u{feff}",
        ] {
            assert_eq!(spelt(name), shown);
            assert_eq!(name_key(name), name_key(shown));
        }
        assert_eq!(name_key("KOMMUNSTYRELSEN I ÅRE"), name_key(shown));
        assert_ne!(name_key("Kommunstyrelsen i Are"), name_key(shown));
    }
}
