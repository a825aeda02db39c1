//! The first sentences of the prose, for records that give no summary of their own.
//!
//! The rule: the paragraphs of the prose in order, without headings, lists, quotations and tables; as many whole
//! sentences as fit in 300 characters; a first sentence that is longer is cut after its last whole word, with `…`.

use super::abbreviations::is_abbreviation;

/// The most characters a summary may have.
pub const LONGEST: usize = 300;

/// Bytes that are more than the longest summary in any script.
const ENOUGH: usize = LONGEST * 4 + 1;

/// Gathers the text of paragraphs until it is enough for a summary.
#[derive(Default)]
pub(crate) struct Sentences {
    text: String,
    listening: bool,
}

impl Sentences {
    /// A paragraph begins; `counts` says whether it is part of the running text.
    pub(crate) fn begin(&mut self, counts: bool) {
        self.listening = counts && self.text.len() < ENOUGH;
        if self.listening && !self.text.is_empty() {
            self.text.push(' ');
        }
    }

    /// Text of the paragraph.
    pub(crate) fn push(&mut self, text: &str) {
        if self.listening && self.text.len() < ENOUGH {
            self.text.push_str(text);
        }
    }

    /// The paragraph is over.
    pub(crate) fn end(&mut self) {
        self.listening = false;
    }

    /// The summary.
    pub(crate) fn finish(self) -> String {
        let mut text = String::with_capacity(self.text.len());
        let mut length = 0;
        for word in self.text.split_whitespace() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
            length += word.chars().count() + 1;
            if length > LONGEST + 1 {
                break;
            }
        }
        if text.chars().count() <= LONGEST {
            return text;
        }
        let within = text
            .char_indices()
            .nth(LONGEST)
            .map_or(text.len(), |(offset, _)| offset);
        if let Some(end) = sentence_ends(&text).take_while(|end| *end <= within).last() {
            return text[..end].to_owned();
        }
        let cut = text
            .char_indices()
            .nth(LONGEST - 1)
            .map_or(text.len(), |(offset, _)| offset);
        let words = text[..cut].rfind(' ').unwrap_or(cut);
        format!("{}…", text[..words].trim_end_matches([',', ';', ':']))
    }
}

/// The offsets behind each full stop that ends a sentence: the next word begins with an upper-case letter or a digit,
/// and the word that ends there is neither an abbreviation nor a single letter.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices()
        .filter(|(_, character)| matches!(character, '.' | '!' | '?'))
        .filter_map(|(offset, _)| {
            let end = offset + 1;
            let next = text[end..].strip_prefix(' ')?.chars().next()?;
            let word = text[..end].rsplit(' ').next().unwrap_or_default();
            let is_short = word.chars().count() <= 2 || is_abbreviation(word, next);
            ((next.is_uppercase() || next.is_numeric()) && !is_short).then_some(end)
        })
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Sentences};

    fn summary(text: &str) -> String {
        let mut sentences = Sentences::default();
        sentences.begin(true);
        sentences.push(text);
        sentences.end();
        sentences.finish()
    }

    #[test]
    fn a_short_text_is_its_own_summary() {
        assert_eq!(
            summary("Nämnden  föreslår\nen skola."),
            "Nämnden föreslår en skola."
        );
    }

    #[test]
    fn whole_sentences_are_kept_and_abbreviations_end_none() {
        let first = "Nämnden har, t.ex. Genom samråd med A. Berg, hört de berörda.";
        let long = format!("{first} {}", "Och mer ".repeat(60));
        assert_eq!(summary(&long), first);
    }

    #[test]
    fn common_abbreviations_of_each_language_end_no_sentence() {
        let end = "Allt antogs.";
        for sentence in [
            "Bolaget, org.nr. 556000-1234, säljer marken (t.ex. Tomten 3), m.m. Enligt kap. 3 och p.g.a. Avtalet.",
            "Gäller fr.o.m. 1 maj t.o.m. 3 jan. 2022, kl. 9, dvs. Nu, enl. prop. 2020/21:3 och bil. 2.",
            "In No. 3, St. James Ave. is, e.g. By Mr. Berg, i.e. Ltd. Companies, closed per art. 5 and p. 7.",
        ] {
            let long = format!("{sentence} {end} {}", "Och mer ".repeat(60));
            assert_eq!(summary(&long), format!("{sentence} {end}"));
        }
        let refused = "The board said no. It meant it.";
        assert_eq!(
            summary(&format!("{refused} {}", "And more ".repeat(60))),
            refused
        );
        let mut ends = super::sentence_ends("The board said no. It meant it. Then");
        assert_eq!(ends.next(), Some("The board said no.".len()));
    }

    #[test]
    fn a_first_sentence_that_is_too_long_is_cut_after_a_word() {
        let cut = summary(&"ärendeberedning, ".repeat(40));
        assert!(cut.ends_with("ärendeberedning…"), "{cut}");
        assert!(cut.chars().count() <= LONGEST);
    }
}
