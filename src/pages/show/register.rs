//! Pages that tell of the register as a whole, beside its lists.

use super::{Body, Shower, Shown};
use crate::pages::Content;
use crate::pages::view::{FacetView, SearchView};
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
            Content::NoticeBoard(notices) => (
                "notice_board",
                Body::NoticeBoard(self.notice_board(notices)),
            ),
            _ => return None,
        };
        Some(self.plain(title, body))
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
