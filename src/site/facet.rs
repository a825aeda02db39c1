//! What a search may be narrowed by: gatherings, and facts that are one of a fixed set.

use super::Gathering;
use crate::record::Key;

/// Something that a search may be narrowed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    /// The terms of a gathering.
    Gathering(Gathering),
    /// The codes of a fact.
    Choice(Key),
}

impl Facet {
    /// Every facet, in the order the search page shows them.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let gatherings = Gathering::all()
            .filter_map(|gathering| Some((gathering.kind().facet?, Self::Gathering(gathering))));
        let choices = Key::all().filter_map(|key| Some((key.fact().facet?, Self::Choice(key))));
        let mut facets: Vec<(usize, Self)> = gatherings.chain(choices).collect();
        facets.sort_unstable_by_key(|(place, _)| *place);
        facets.into_iter().map(|(_, facet)| facet).collect()
    }

    /// The name in addresses, in results for programs and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Gathering(gathering) => gathering.name(),
            Self::Choice(key) => key.name(),
        }
    }
}
