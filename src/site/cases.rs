//! The titles of cases, `content/cases.yaml`: a line for each case that is to be called otherwise than its newest record.

use std::collections::BTreeMap;

use super::lines::{read_lines, wrong_form};
use crate::diagnostics::Checked;

/// The file's path below the root.
pub const CASES_PATH: &str = "content/cases.yaml";

/// Titles of cases by the slugs of their numbers.
pub type CaseTitles = BTreeMap<String, String>;

/// Reads the titles of cases from the bytes of their file: `"KS 2022/118": Ny simhall` on each line.
#[must_use]
pub fn read_cases(bytes: &[u8]) -> Checked<CaseTitles> {
    read_lines(CASES_PATH, bytes, |own, number, value| {
        let title = value.text().map(str::trim).unwrap_or_default();
        if own.is_empty() || title.is_empty() {
            return Err(wrong_form(number, "text"));
        }
        Ok(title.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::read_cases;

    #[test]
    fn titles_are_read_by_the_slugs_of_numbers() {
        let read = read_cases("\"KS 2022/118\": Ny simhall\nks 2022-118: Igen\nB 1:\n".as_bytes());
        assert_eq!(
            read.value.get("ks-2022-118").map(String::as_str),
            Some("Ny simhall")
        );
        let codes = read.diagnostics.iter().map(|fault| fault.code.name());
        assert_eq!(codes.collect::<Vec<_>>(), ["duplicate-key", "value-form"]);
    }
}
