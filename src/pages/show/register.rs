//! Pages that tell of the register as a whole, beside its lists.

use super::{Body, Shower, Shown};
use crate::pages::Content;
use crate::pages::view::{
    FacetView, GlossaryLetterView, GlossaryTermView, GlossaryView, SearchView,
};
use crate::site::Facet;

impl<'a> Shower<'a, '_> {
    /// What the template of such a page sees; `None` for any other.
    pub(super) fn of_register(&self, content: &'a Content) -> Option<Shown<'a>> {
        let (title, body) = match content {
            Content::Search(root) => {
                let index = root.link(&self.frame.settings);
                let facets = Facet::all().into_iter();
                let facets = facets.map(|facet| self.facet(facet)).collect();
                ("search_page", Body::Search(SearchView { index, facets }))
            }
            Content::OpenData(data) => ("open_data_page", Body::OpenData(self.open_data(data))),
            Content::Assignments(ledger) => {
                ("assignments", Body::Assignments(self.assignments(ledger)))
            }
            Content::Costs(ledger) => ("costs", Body::Costs(self.costs(ledger))),
            Content::Glossary => ("glossary", Body::Glossary(self.glossary())),
            Content::NoticeBoard(notices) => (
                "notice_board",
                Body::NoticeBoard(self.notice_board(notices)),
            ),
            _ => return None,
        };
        Some(self.plain(title, body))
    }

    /// The words that are explained, each behind its first letter.
    fn glossary(&self) -> GlossaryView<'a> {
        let mut letters: Vec<GlossaryLetterView<'a>> = Vec::new();
        for entry in &self.frame.settings.glossary.entries {
            let first = entry.term.chars().next().into_iter();
            let letter: String = first.flat_map(char::to_uppercase).collect();
            let term = GlossaryTermView {
                term: &entry.term,
                anchor: &entry.anchor,
                text: &entry.text,
            };
            match letters.last_mut().filter(|last| last.letter == letter) {
                Some(last) => last.terms.push(term),
                None => letters.push(GlossaryLetterView {
                    letter,
                    terms: vec![term],
                }),
            }
        }
        GlossaryView { letters }
    }

    fn facet(&self, facet: Facet) -> FacetView {
        let frame = self.frame;
        let own = match facet {
            Facet::Gathering(gathering) => frame.index_title(gathering),
            Facet::Choice(key) => key
                .fact()
                .label
                .shown(&frame.settings.language, 1)
                .to_owned(),
        };
        FacetView {
            name: facet.name(),
            label: frame.label(&format!("search_{}", facet.name()), &[], &own),
        }
    }
}
