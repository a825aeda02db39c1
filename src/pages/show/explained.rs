//! Words of the glossary where they stand in a text: the first of each on a page leads to what it means.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Shower;
use crate::pages::{RecordPage, resolved};
use crate::record::prose::clause_to_html;
use crate::site::Glossary;

/// Elements within which nothing is explained: links, headings, code.
const LEFT_ALONE: [&str; 11] = [
    "a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "kbd", "samp",
];

/// The words of a page that are explained already.
struct Explained<'g> {
    glossary: &'g Glossary,
    /// The address of the page of all words.
    address: String,
    seen: BTreeSet<usize>,
}

impl<'g> Explained<'g> {
    fn new(glossary: &'g Glossary, address: String) -> Self {
        Self {
            glossary,
            address,
            seen: BTreeSet::new(),
        }
    }

    /// HTML with links at words that stand on the page for the first time.
    fn explain(&mut self, html: String) -> String {
        let mut written = String::new();
        let mut tags = Tags::new(&html);
        let mut end = 0;
        for (range, entry) in self.glossary.found(&html) {
            if self.seen.contains(&entry) || !tags.are_plain_at(&range) {
                continue;
            }
            self.seen.insert(entry);
            let anchor = &self.glossary.entries[entry].anchor;
            written.push_str(&html[end..range.start]);
            written.push_str("<a class=\"term\" href=\"");
            written.push_str(&self.address);
            written.push('#');
            written.push_str(anchor);
            written.push_str("\">");
            written.push_str(&html[range.clone()]);
            written.push_str("</a>");
            end = range.end;
        }
        if end == 0 {
            return html;
        }
        written.push_str(&html[end..]);
        written
    }
}

/// Walks the tags of HTML that this program wrote, in which no `>` stands within a tag but at its end.
struct Tags<'h> {
    html: &'h str,
    /// Up to where it has walked.
    at: usize,
    /// How many elements are open within which nothing is explained.
    left_alone: usize,
    /// The end of the last tag that was walked.
    tag_ends: usize,
    /// The element that is in another language, and how many of its name are open.
    foreign: Option<(&'h str, usize)>,
}

impl<'h> Tags<'h> {
    fn new(html: &'h str) -> Self {
        Self {
            html,
            at: 0,
            left_alone: 0,
            tag_ends: 0,
            foreign: None,
        }
    }

    /// Whether a part, behind all that were asked for before, stands in text that may be explained.
    fn are_plain_at(&mut self, range: &Range<usize>) -> bool {
        while let Some(begins) = self.html[self.at..range.start].find('<') {
            let begins = self.at + begins;
            let rest = &self.html[begins..];
            let length = rest.find('>').map_or(rest.len(), |end| end + 1);
            self.walk(&rest[1..length]);
            self.at = begins + length;
            self.tag_ends = self.at;
            if self.at > range.start {
                return false;
            }
        }
        self.at = self.at.max(range.start);
        self.left_alone == 0 && self.foreign.is_none() && self.tag_ends <= range.start
    }

    fn walk(&mut self, tag: &'h str) {
        let (is_end, name) = match tag.strip_prefix('/') {
            Some(name) => (true, name),
            None => (false, tag),
        };
        let end = name.find(|letter: char| !letter.is_ascii_alphanumeric());
        let name = &name[..end.unwrap_or(name.len())];
        match &mut self.foreign {
            Some((open, count)) if *open == name && is_end => *count -= 1,
            Some((open, count)) if *open == name => *count += 1,
            None if !is_end && tag.contains(" lang=") => self.foreign = Some((name, 1)),
            Some(_) | None => {}
        }
        self.foreign = self.foreign.filter(|(_, count)| *count > 0);
        if LEFT_ALONE.contains(&name) {
            self.left_alone = if is_end {
                self.left_alone.saturating_sub(1)
            } else {
                self.left_alone + 1
            };
        }
    }
}

/// The texts of a record as its page shows them, HTML.
pub(super) struct Texts {
    /// What was decided, one text for each clause.
    pub(super) decision: Vec<String>,
    /// What was asked for, likewise.
    pub(super) recommendation: Vec<String>,
    /// The prose.
    pub(super) prose: String,
}

impl Shower<'_, '_> {
    /// The texts of a record, with words explained in the order in which they are read. Those of a record in another language than
    /// the site's are not, nor is a recommendation that stands beside the decision with its differing words.
    pub(super) fn texts(&self, shown: &RecordPage, prose: &str, is_compared: bool) -> Texts {
        let record = &*shown.record;
        let resolve = |destination: &str| resolved(&shown.links, destination);
        let html = |clause: &str| clause_to_html(clause, &resolve);
        let mut texts = Texts {
            decision: record.decision().map(html).collect(),
            recommendation: record.recommendation().map(html).collect(),
            prose: self.prose(prose, &record.headings, &resolve),
        };
        let settings = &self.frame.settings;
        let is_foreign = self.foreign_language(record).is_some();
        if is_foreign || settings.glossary.entries.is_empty() {
            return texts;
        }
        let address = self.frame.addresses.glossary().link(settings);
        let mut explained = Explained::new(&settings.glossary, address);
        let asked_for = texts.recommendation.iter_mut().filter(|_| !is_compared);
        let all = texts.decision.iter_mut().chain(asked_for);
        for text in all.chain(std::iter::once(&mut texts.prose)) {
            *text = explained.explain(std::mem::take(text));
        }
        texts
    }
}

#[cfg(test)]
mod tests {
    use super::Explained;
    use crate::site::Glossary;

    #[test]
    fn the_first_of_each_word_in_plain_text_is_a_link() {
        let glossary = Glossary::read("sv", None).value;
        let mut explained = Explained::new(&glossary, "/ordlista/".to_owned());
        for (html, expected) in [
            (
                "<h2 id=\"remiss\">Remiss</h2><p>En remiss, en till remiss.</p>",
                "<h2 id=\"remiss\">Remiss</h2><p>En <a class=\"term\" href=\"/ordlista/#remiss\">remiss</a>, en till remiss.</p>",
            ),
            (
                "<p><a href=\"/motion\">motionen</a> <code>motionen</code> <em title=\"motionen\">motionen</em></p>",
                "<p><a href=\"/motion\">motionen</a> <code>motionen</code> <em title=\"motionen\"><a class=\"term\" href=\"/ordlista/#motion-i-fullmaktige\">motionen</a></em></p>",
            ),
            ("<p>motionen remiss</p>", "<p>motionen remiss</p>"),
            (
                "<q lang=\"en\">avslag <q>x</q> avslag</q> avslag",
                "<q lang=\"en\">avslag <q>x</q> avslag</q> <a class=\"term\" href=\"/ordlista/#avslag\">avslag</a>",
            ),
            (
                "motioner &amp; &lt;jäv&gt;",
                "motioner &amp; &lt;<a class=\"term\" href=\"/ordlista/#jav\">jäv</a>&gt;",
            ),
        ] {
            assert_eq!(explained.explain(html.to_owned()), expected);
        }
    }
}
