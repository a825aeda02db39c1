//! What every page shares: the settings, the ways into the register, the words of the interface.

use std::sync::Arc;

use super::address::Addresses;
use super::view::{LinkView, NavigationView, SiteView};
use super::{Address, Page};
use crate::record::Key;
use crate::record::facts::Choice;
use crate::site::{Gathering, Settings, Site};
use crate::source::{Digest, Inputs};

/// Gives a word of the interface by its id, its places filled with the arguments.
pub type Word<'a> = &'a (dyn Fn(&str, &[(&str, &str)]) -> String + Sync);

/// What every page shares.
pub struct Frame<'a> {
    /// The settings.
    pub settings: Arc<Settings>,
    /// The addresses in the site's language.
    pub addresses: Addresses,
    /// The words of the interface.
    pub word: Word<'a>,
    /// The address of the style sheet for feeds, if the theme has one.
    pub feed_style: Option<String>,
    /// What templates see of the site.
    pub site: SiteView,
    /// The digest of all of this, the theme's and the program's version included.
    pub digest: Digest,
}

impl<'a> Frame<'a> {
    /// Gathers what pages share. `theme` is the digest of the theme's files, `feed_style` the address of its
    /// style sheet for feeds.
    #[must_use]
    pub fn new(site: &Site, theme: Digest, feed_style: Option<String>, word: Word<'a>) -> Self {
        let settings = site.settings.clone();
        let addresses = Addresses::of(&settings.language);
        let way = |gathering: Gathering| NavigationView {
            kind: gathering.index_name().to_owned(),
            title: word(gathering.index_name(), &[]),
            address: addresses.index(gathering).link(&settings),
        };
        let ways = Gathering::all()
            .filter(|way| way.kind().is_always_shown || !site.terms(*way).is_empty());
        let view = SiteView {
            title: settings.title.clone(),
            description: settings.description.clone(),
            publisher: settings.publisher.clone(),
            language: settings.language.clone(),
            home: settings.base_path().to_owned(),
            feed: addresses.feed(Gathering::RECORDS, "").link(&settings),
            data: Address::new("data/index.json").link(&settings),
            open_data: addresses.open_data().link(&settings),
            assignments: site
                .tells(Key::ASSIGNMENTS)
                .then(|| addresses.assignments().link(&settings)),
            costs: site
                .tells(Key::COSTS)
                .then(|| addresses.costs().link(&settings)),
            notice_board: site
                .has_notice_board()
                .then(|| addresses.notice_board().link(&settings)),
            search: addresses.search().link(&settings),
            opensearch: addresses.opensearch().link(&settings),
            navigation: ways.map(way).collect(),
            pages: site
                .texts
                .iter()
                .map(|text| text_link(&text.title, &text.id, &settings))
                .collect(),
            extra: settings.extra.value(),
        };
        let mut inputs = Inputs::of(env!("DIARIUM_SOURCES"))
            .digest(theme)
            .digest(settings.digest)
            .number(view.navigation.len())
            .text(view.notice_board.as_deref().unwrap_or_default())
            .text(view.assignments.as_deref().unwrap_or_default())
            .text(view.costs.as_deref().unwrap_or_default());
        for page in &view.pages {
            inputs = inputs.text(&page.title).text(&page.address);
        }
        Self {
            settings,
            addresses,
            word,
            feed_style,
            site: view,
            digest: inputs.finish(),
        }
    }

    /// A link to an address of the site.
    #[must_use]
    pub fn link(&self, title: &str, address: &Address) -> LinkView {
        LinkView {
            title: title.to_owned(),
            address: address.link(&self.settings),
        }
    }

    /// A word of the theme, or one of our own where it has none.
    #[must_use]
    pub fn label(&self, id: &str, arguments: &[(&str, &str)], own: &str) -> String {
        let word = (self.word)(id, arguments);
        if word == id { own.to_owned() } else { word }
    }

    /// The word for one of a fact's fixed set, as it stands on a page.
    #[must_use]
    pub fn choice(&self, key: Key, choice: &Choice) -> String {
        let id = format!("{}_{}", key.name(), choice.code.replace('-', "_"));
        self.label(&id, &[], &choice.shown(&self.settings.language))
    }

    /// The link to the home page.
    #[must_use]
    pub fn home(&self) -> LinkView {
        LinkView {
            title: (self.word)("home", &[]),
            address: self.site.home.clone(),
        }
    }

    /// The address of a page for links.
    #[must_use]
    pub fn address(&self, page: &Page) -> String {
        page.address.link(&self.settings)
    }
}

fn text_link(title: &str, id: &str, settings: &Settings) -> LinkView {
    LinkView {
        title: title.to_owned(),
        address: Address::new(format!("{id}/")).link(settings),
    }
}
