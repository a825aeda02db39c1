//! The order of names in a language: in Swedish å, ä and ö stand last, elsewhere letters with marks stand with their own.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::language::letters_behind_z;

/// A key that sorts names as readers of the language expect: letters first, then the name as written.
#[must_use]
pub fn sort_key(name: &str, language: &str) -> (String, String) {
    let behind = letters_behind_z(language);
    let mut letters = String::with_capacity(name.len());
    for character in name.nfc().flat_map(char::to_lowercase) {
        match behind.iter().position(|alike| alike.contains(&character)) {
            // The signs behind z, in their order.
            Some(place) => letters.extend(['{', '|', '}', '~'].get(place)),
            None => letters.extend(
                std::iter::once(character)
                    .nfd()
                    .filter(|part| !is_combining_mark(*part)),
            ),
        }
    }
    (letters, name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::sort_key;

    #[test]
    fn names_stand_in_the_order_of_their_language() {
        let mut names = ["Östlund", "Zorn", "Åberg", "Ek", "Élan", "Ärling"];
        names.sort_by_key(|name| sort_key(name, "sv"));
        assert_eq!(names, ["Ek", "Élan", "Zorn", "Åberg", "Ärling", "Östlund"]);
        names.sort_by_key(|name| sort_key(name, "en"));
        assert_eq!(names, ["Åberg", "Ärling", "Ek", "Élan", "Östlund", "Zorn"]);
    }
}
