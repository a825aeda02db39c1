//! Which languages are written from right to left.

/// Languages whose usual script runs from right to left.
const LANGUAGES: [&str; 22] = [
    "aii", "ar", "arc", "azb", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw", "mzn", "nqo",
    "pnb", "prs", "ps", "sd", "syr", "ug", "ur", "yi",
];

/// Scripts that run from right to left (ISO 15924).
const SCRIPTS: [&str; 8] = [
    "adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc",
];

/// Whether a text in the language of a BCP 47 tag is written from right to left: by its script where it names one.
#[must_use]
pub fn is_right_to_left(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    match parts.find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_lowercase())) {
        Some(script) => SCRIPTS.contains(&script),
        None => LANGUAGES.contains(&language),
    }
}

#[cfg(test)]
mod tests {
    use super::is_right_to_left;

    #[test]
    fn the_script_decides_where_it_is_named() {
        for tag in [
            "ar",
            "ar-SE",
            "fa",
            "he",
            "ckb",
            "so-Arab",
            "ku-Arab-IQ",
            "YI",
        ] {
            assert!(is_right_to_left(tag), "{tag}");
        }
        for tag in ["sv", "en-GB", "so", "az-Latn", "ar-Latn", "ku", "de-1996"] {
            assert!(!is_right_to_left(tag), "{tag}");
        }
    }
}
