//! Notes: numbered in the order they are mentioned, at the end of the prose, each leading back to where it is mentioned.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Tag, TagEnd, html};

use super::html::Word;

/// Gathers notes while the prose is written, and writes them behind it. Ids have a prefix that no heading's has.
#[derive(Default)]
pub(super) struct Footnotes<'a> {
    /// Each label's number, from 0; labels are the same without regard to capitals.
    numbers: BTreeMap<String, usize>,
    /// What is numbered so far, in order.
    numbered: Vec<Numbered>,
    /// The notes as they stand in the text.
    notes: Vec<Vec<Event<'a>>>,
    /// The note that each label names: the first, where a label is given twice.
    places: BTreeMap<String, usize>,
    /// The notes that are open, innermost last.
    open: Vec<usize>,
    /// How many images are open: their text is an attribute, which can hold no link.
    images: usize,
}

struct Numbered {
    label: String,
    /// How often it is mentioned.
    mentions: usize,
}

impl<'a> Footnotes<'a> {
    /// Takes what belongs to a note, and turns mentions into links; what is left belongs to the running text.
    pub(super) fn take(&mut self, event: Event<'a>, word: Word<'_>) -> Option<Event<'a>> {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let place = self.notes.len();
                self.places.entry(label.to_lowercase()).or_insert(place);
                self.open.push(place);
                self.notes.push(Vec::new());
                None
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                self.open.pop();
                None
            }
            event => match self.open.last() {
                Some(note) => {
                    self.notes[*note].push(event);
                    None
                }
                None => self.mention(event, word),
            },
        }
    }

    fn mention(&mut self, event: Event<'a>, word: Word<'_>) -> Option<Event<'a>> {
        match &event {
            Event::Start(Tag::Image { .. }) => self.images += 1,
            Event::End(TagEnd::Image) => self.images -= 1,
            Event::FootnoteReference(_) if self.images > 0 => return None,
            Event::FootnoteReference(label) => {
                let place = self.place(label.to_lowercase());
                self.numbered[place].mentions += 1;
                let number = place + 1;
                let id = mention_id(number, self.numbered[place].mentions);
                let name = escaped(&word("footnote", &[("number", &number.to_string())]));
                let link = format!(
                    "<sup class=\"footnote-reference\"><a id=\"{id}\" href=\"#fn--{number}\" aria-label=\"{name}\">{number}</a></sup>"
                );
                return Some(Event::InlineHtml(link.into()));
            }
            _ => {}
        }
        Some(event)
    }

    /// The place of a label among what is numbered.
    fn place(&mut self, label: String) -> usize {
        let next = self.numbered.len();
        let place = *self.numbers.entry(label.clone()).or_insert(next);
        if place == next {
            self.numbered.push(Numbered { label, mentions: 0 });
        }
        place
    }

    /// Writes the notes.
    pub(super) fn write(mut self, written: &mut String, word: Word<'_>) {
        if self.notes.is_empty() {
            return;
        }
        let items = self.items(word);
        let name = escaped(&word("footnotes", &[]));
        written.extend([
            "<section class=\"footnotes\" aria-label=\"",
            &name,
            "\">\n<ol>\n",
        ]);
        for (number, item) in (1..).zip(items) {
            let begin = format!("<li id=\"fn--{number}\">");
            let back = self.links_back(number, word);
            let (text, end) = match item.trim_end().strip_suffix("</p>") {
                Some(text) => (text, "</p>"),
                None => (item.trim_end(), ""),
            };
            written.extend([&begin, text, &back, end, "</li>\n"]);
        }
        written.push_str("</ol>\n</section>\n");
    }

    /// The HTML of the notes, by their numbers. Those that nothing mentions come last, so that nothing is lost.
    fn items(&mut self, word: Word<'_>) -> Vec<String> {
        let mut items = Vec::new();
        let mut is_written = vec![false; self.notes.len()];
        let mut rest = 0..self.notes.len();
        loop {
            if items.len() == self.numbered.len() {
                let Some(place) = rest.find(|place| !is_written[*place]) else {
                    return items;
                };
                // No label holds a line break.
                let label = format!("{place}\n");
                self.places.insert(label.clone(), place);
                self.place(label);
            }
            let mut item = String::new();
            let label = &self.numbered[items.len()].label;
            if let Some(place) = self.places.get(label).copied() {
                is_written[place] = true;
                let events = std::mem::take(&mut self.notes[place]).into_iter();
                html::push_html(
                    &mut item,
                    events.filter_map(|event| self.mention(event, word)),
                );
            }
            items.push(item);
        }
    }

    fn links_back(&self, number: usize, word: Word<'_>) -> String {
        let mut links = String::new();
        let count = self.numbered[number - 1].mentions;
        for mention in 1..=count {
            let id = mention_id(number, mention);
            let number = number.to_string();
            let mention_number = mention.to_string();
            let name = match count {
                1 => word("footnote_back", &[("number", &number)]),
                _ => word(
                    "footnote_back_to",
                    &[("number", &number), ("mention", &mention_number)],
                ),
            };
            let shown = if count == 1 {
                ""
            } else {
                mention_number.as_str()
            };
            let name = escaped(&name);
            let begin = format!(" <a class=\"footnote-back\" href=\"#{id}\" aria-label=\"");
            links.extend([&begin, &name, "\">↩\u{fe0e}", shown, "</a>"]);
        }
        links
    }
}

fn mention_id(number: usize, mention: usize) -> String {
    match mention {
        1 => format!("fnref--{number}"),
        _ => format!("fnref--{number}-{mention}"),
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    pulldown_cmark_escape::escape_html(&mut escaped, text).expect("a text takes any writing");
    escaped
}
