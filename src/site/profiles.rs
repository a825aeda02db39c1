//! What files of their own tell of bodies, people and topics, found by any name that these have or had.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Gathering;
use crate::record::{Key, Record, Text, TextKind, name_key};
use crate::source::{Digest, Inputs};

/// Whose proposers get a page that lists their records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PersonPages {
    /// Everybody who proposes something as part of an office; a citizen who does is a private person.
    #[default]
    All,
    /// Those that a file of their own describes.
    Described,
    /// Nobody.
    Off,
}

/// The descriptions of a register.
#[derive(Debug, Clone, Default)]
pub struct Profiles {
    by_name: BTreeMap<(Gathering, String), Arc<Text>>,
    /// Texts one of whose names is another's too, with that other and the name.
    pub twins: Vec<(Arc<Text>, Arc<Text>, String)>,
    person_pages: PersonPages,
    digest: Option<Digest>,
}

/// The type of records whose proposers are private persons.
const OF_CITIZENS: &str = "citizens-proposal";

impl Profiles {
    /// Gathers the descriptions among some texts.
    #[must_use]
    pub fn new<'t>(texts: impl Iterator<Item = &'t Arc<Text>>, person_pages: PersonPages) -> Self {
        let mut profiles = Self {
            person_pages,
            ..Self::default()
        };
        let mut inputs = Inputs::of("profiles");
        for text in texts {
            let Some(gathering) = gathering_of(text.kind) else {
                continue;
            };
            let names = std::iter::once(text.title.as_str()).chain(text.former_names());
            for name in names {
                inputs = inputs.text(gathering.name()).text(&text.title).text(name);
                let key = (gathering, name_key(name));
                match profiles.by_name.get(&key) {
                    Some(first) if !Arc::ptr_eq(first, text) => {
                        let twin = (text.clone(), first.clone(), name.to_owned());
                        profiles.twins.push(twin);
                    }
                    Some(_) => {}
                    None => drop(profiles.by_name.insert(key, text.clone())),
                }
            }
        }
        profiles.digest = (!profiles.by_name.is_empty()).then(|| inputs.finish());
        profiles
    }

    /// The digest of all names; none where nothing is described.
    #[must_use]
    pub fn digest(&self) -> Option<Digest> {
        self.digest
    }

    /// What describes a name.
    #[must_use]
    pub fn get(&self, gathering: Gathering, name: &str) -> Option<&Arc<Text>> {
        if self.by_name.is_empty() {
            return None;
        }
        self.by_name.get(&(gathering, name_key(name)))
    }

    /// The name under which what has some name is listed: its own today, where it had another.
    #[must_use]
    pub fn listed<'n>(&'n self, gathering: Gathering, name: &'n str) -> &'n str {
        self.get(gathering, name).map_or(name, |text| &text.title)
    }

    /// Everything that is described of a kind, once each, in the order of their names.
    pub fn of(&self, gathering: Gathering) -> impl Iterator<Item = &Arc<Text>> {
        let all = self.by_name.iter();
        all.filter(move |((own, name), text)| *own == gathering && *name == name_key(&text.title))
            .map(|(_, text)| text)
    }

    /// Whether something of a kind is described, so that a name which is not may be a slip.
    #[must_use]
    pub fn knows(&self, gathering: Gathering) -> bool {
        self.of(gathering).next().is_some()
    }

    /// Whether a name on a record has a page that lists its records. Of people only those have whom the settings grant one, and
    /// never a private person.
    #[must_use]
    pub fn has_page(&self, gathering: Gathering, name: &str, record: &Record) -> bool {
        if gathering != Gathering::PROPOSER {
            return true;
        }
        match self.person_pages {
            PersonPages::Off => false,
            PersonPages::Described => self.get(gathering, name).is_some(),
            PersonPages::All => {
                record.type_code() != Some(OF_CITIZENS) || self.get(gathering, name).is_some()
            }
        }
    }
}

/// What gathers the records of that which a text describes.
#[must_use]
pub fn gathering_of(kind: TextKind) -> Option<Gathering> {
    match kind {
        TextKind::Body => Some(Gathering::BODY),
        TextKind::Person => Some(Gathering::PROPOSER),
        TextKind::Topic => Some(Gathering::TOPIC),
        TextKind::Page | TextKind::Meeting => None,
    }
}

/// The key under which records name what a gathering gathers, where files of their own may describe it.
#[must_use]
pub fn described_keys() -> [(Gathering, Key); 3] {
    [
        (Gathering::BODY, Key::BODY),
        (Gathering::PROPOSER, Key::PROPOSER),
        (Gathering::TOPIC, Key::TOPICS),
    ]
}
