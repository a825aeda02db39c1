//! The titles of cases, `content/cases.yaml`: a line for each case that is to be called otherwise than its newest record.

use std::collections::BTreeMap;

use crate::diagnostics::{Checked, Code, Diagnostic};
use crate::record::front_matter::EntryPart;
use crate::record::{Place, slug};
use crate::source::{SourcePath, SourceText};

/// The file's path below the root.
pub const CASES_PATH: &str = "content/cases.yaml";

/// Titles of cases by the slugs of their numbers.
pub type CaseTitles = BTreeMap<String, String>;

/// Reads the titles of cases from the bytes of their file: `"KS 2022/118": Ny simhall` on each line.
#[must_use]
pub fn read_cases(bytes: &[u8]) -> Checked<CaseTitles> {
    let path = SourcePath::new(CASES_PATH);
    let mut titles = CaseTitles::new();
    let text = match SourceText::read(&path, bytes) {
        Ok(text) => text.broken_from(bytes.len()),
        Err(fault) => {
            return Checked {
                value: titles,
                diagnostics: vec![*fault],
            };
        }
    };
    let place = Place::whole(&text);
    let mut diagnostics: Vec<Diagnostic> = text.left_out().collect();
    let entries = place.parse().unwrap_or_else(|fault| {
        diagnostics.push(*fault);
        Vec::new()
    });
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for (index, (number, value)) in entries.iter().enumerate() {
        let own = slug(number);
        let title = value.text().map(str::trim).unwrap_or_default();
        if own.is_empty() || title.is_empty() {
            let fault = Diagnostic::new(Code::ValueForm)
                .with("key", number)
                .with("form", "text");
            diagnostics.push(fault.at(place.locate(&[index], EntryPart::Value)));
        } else if let Some(first) = known.insert(own.clone(), index) {
            diagnostics.push(place.twin(number, &[index], &[first]));
        } else {
            titles.insert(own, title.to_owned());
        }
    }
    Checked {
        value: titles,
        diagnostics,
    }
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
