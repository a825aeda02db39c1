//! The page that tells, in words, which feeds and which open data there are.

use std::sync::Arc;

use super::Shower;
use crate::language::Language;
use crate::pages::view::{ColumnView, FeedsView, LinkView, OpenDataView};
use crate::pages::{Column, OpenData, listing_title};
use crate::site::{Gathering, Term};

/// Terms of use that are known by a name: what their address holds, and the name.
const LICENSES: [(&str, &str); 3] = [
    ("creativecommons.org/publicdomain/zero/1.0", "CC0 1.0"),
    ("creativecommons.org/licenses/by/4.0", "CC BY 4.0"),
    ("creativecommons.org/licenses/by-sa/4.0", "CC BY-SA 4.0"),
];

impl Shower<'_, '_> {
    pub(super) fn open_data(&self, data: &OpenData) -> OpenDataView {
        let frame = self.frame;
        let (settings, addresses) = (&frame.settings, frame.addresses);
        let column = |column: Column| {
            let name = column.name();
            ColumnView {
                name,
                label: frame.label(&format!("column_{name}"), &[], name),
            }
        };
        OpenDataView {
            feed_url: addresses.feed(Gathering::RECORDS, "").url(settings),
            feeds: data
                .feeds
                .iter()
                .map(|(gathering, terms)| self.feeds(*gathering, terms))
                .collect(),
            table: addresses.table().link(settings),
            cells: Language::of(&settings.language).cells,
            years: data
                .years
                .iter()
                .map(|year| frame.link(&year.title, &addresses.data_year(&year.slug)))
                .collect(),
            columns: Column::all().into_iter().map(column).collect(),
            license: license(&settings.license),
            record_data: settings.record_data,
        }
    }

    fn feeds(&self, gathering: Gathering, terms: &[Arc<Term>]) -> FeedsView {
        let frame = self.frame;
        let feed = |term: &Arc<Term>| {
            let address = frame.addresses.feed(gathering, &term.slug);
            frame.link(&listing_title(gathering, term, frame), &address)
        };
        FeedsView {
            kind: gathering.index_name(),
            title: frame.index_title(gathering),
            feeds: terms.iter().map(feed).collect(),
        }
    }
}

/// The link to the terms: by their name, else by their address.
fn license(address: &str) -> LinkView {
    let known = LICENSES.iter().find(|(part, _)| address.contains(part));
    LinkView {
        title: known.map_or(address, |(_, name)| name).to_owned(),
        address: address.to_owned(),
    }
}
