//! What every page shares: the settings, the ways into the register, the words of the interface.

use std::sync::Arc;

use super::address::Addresses;
use super::view::{LinkView, NavigationView, SiteView};
use super::{Address, Page};
use crate::record::facts::Choice;
use crate::record::{Key, Record, slug};
use crate::site::{By, Gathering, Profiles, Settings, Site};
use crate::source::{Digest, Inputs};

/// Gives a word of the interface by its id, its places filled with the arguments.
pub type Word<'a> = &'a (dyn Fn(&str, &[(&str, &str)]) -> String + Sync);

/// What every page shares.
pub struct Frame<'a> {
    /// The settings.
    pub settings: Arc<Settings>,
    /// The addresses in the site's language.
    pub addresses: Addresses,
    /// What files of their own tell of bodies, people and topics.
    pub profiles: Arc<Profiles>,
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
            title: index_title(&settings, gathering, word),
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
            glossary: (!settings.glossary.entries.is_empty())
                .then(|| addresses.glossary().link(&settings)),
            meetings: (!site.meetings.is_empty()).then(|| addresses.meetings().link(&settings)),
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
        let digest = digest(&view, theme, site);
        Self {
            settings,
            addresses,
            profiles: site.profiles.clone(),
            word,
            feed_style,
            site: view,
            digest,
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

    /// The page that lists what has a name on a record, if it has one.
    #[must_use]
    pub fn page_of(&self, gathering: Gathering, name: &str, record: &Record) -> Option<Address> {
        let has_page = self.profiles.has_page(gathering, name, record);
        let listed = || slug(self.profiles.listed(gathering, name));
        has_page.then(|| self.addresses.listing(gathering, &listed()))
    }

    /// A word of the theme, or one of our own where it has none.
    #[must_use]
    pub fn label(&self, id: &str, arguments: &[(&str, &str)], own: &str) -> String {
        let word = (self.word)(id, arguments);
        if word == id { own.to_owned() } else { word }
    }

    /// What readers see a fact called, for so many values: as the site calls it, else the theme, else we.
    #[must_use]
    pub fn fact_label(&self, key: Key, count: usize) -> String {
        if let Some(own) = self.settings.labels.get(&key) {
            return own.clone();
        }
        let fact = key.fact();
        let own = fact.label.shown(&self.settings.language, count);
        let counted = count.to_string();
        self.label(&format!("fact_{}", fact.field), &[("count", &counted)], own)
    }

    /// What readers see the index of a gathering called.
    #[must_use]
    pub fn index_title(&self, gathering: Gathering) -> String {
        index_title(&self.settings, gathering, self.word)
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

/// The digest of all that every page shares.
fn digest(view: &SiteView, theme: Digest, site: &Site) -> Digest {
    let mut inputs = Inputs::of(env!("DIARIUM_SOURCES"))
        .digest(theme)
        .digest(site.settings.digest)
        .number(view.navigation.len());
    let ways = [
        &view.notice_board,
        &view.meetings,
        &view.assignments,
        &view.costs,
    ];
    for way in ways {
        inputs = inputs.text(way.as_deref().unwrap_or_default());
    }
    inputs = inputs.digest(site.settings.glossary.digest());
    if let Some(digest) = site.profiles.digest() {
        inputs = inputs.digest(digest);
    }
    for page in &view.pages {
        inputs = inputs.text(&page.title).text(&page.address);
    }
    inputs.finish()
}

fn index_title(settings: &Settings, gathering: Gathering, word: Word<'_>) -> String {
    let own = match gathering.kind().by {
        By::Name(key) => settings.labels.get(&key),
        By::All | By::Case(_) | By::Year => None,
    };
    own.cloned()
        .unwrap_or_else(|| word(gathering.index_name(), &[]))
}

fn text_link(title: &str, id: &str, settings: &Settings) -> LinkView {
    LinkView {
        title: title.to_owned(),
        address: Address::new(format!("{id}/")).link(settings),
    }
}
