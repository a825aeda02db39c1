//! Names to addresses. Every address the site has is made here, in the language of the site.
//!
//! An address made here is ASCII, lower case, and ends in `/` when it is a page; one that a record once had, or a theme's
//! file has, may hold other letters. It is kept in plain letters, as the file on disk is named, and encoded for links; and
//! without the base path, which links and whole addresses put before it.

use std::borrow::Cow;
use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::language::Language;
use crate::record::{Record, Text, TextKind, slug};
use crate::site::{By, Gathering, Settings, gathering_of};

/// The longest name of a file, in bytes, on the file systems there are.
pub(super) const LONGEST_NAME: usize = 255;

/// What is encoded in an address: all that a path may not hold as it is (RFC 3986, section 3.3).
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');

/// A place in the site: `beslut/2021/ctpn/`, `data/2021.json`, or nothing for the home page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address(String);

impl Address {
    /// Takes an address below the site's root, without a slash at its beginning.
    #[must_use]
    pub fn new(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// Reads an address as the manifest writes it, with a slash before it; `None` for what is never published.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        let address = Self(written.strip_prefix('/')?.to_owned());
        address.may_be_published().then_some(address)
    }

    /// Whether a file of the site may stand there: no way out of its folder, no hidden name, none that is too long, and no
    /// letter that a file system or a reader takes for something else.
    #[must_use]
    pub fn may_be_published(&self) -> bool {
        let is_plain = |part: &str| {
            !part.is_empty()
                && part.len() <= LONGEST_NAME
                && !part.starts_with('.')
                && !part.contains(|letter: char| letter == '\\' || letter.is_control())
        };
        let parts = self.0.strip_suffix('/').unwrap_or(&self.0);
        self.0.is_empty() || parts.split('/').all(is_plain)
    }

    /// The address below the site's root.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file the address is published as, below the output folder.
    #[must_use]
    pub fn output_path(&self) -> String {
        if self.0.is_empty() || self.0.ends_with('/') {
            format!("{}index.html", self.0)
        } else {
            self.0.clone()
        }
    }

    /// The address for a link within the site: with the base path, encoded.
    #[must_use]
    pub fn link(&self, settings: &Settings) -> String {
        format!("{}{}", settings.base_path(), self.encoded())
    }

    /// The whole address, encoded.
    #[must_use]
    pub fn url(&self, settings: &Settings) -> String {
        format!("{}{}", settings.base_url, self.encoded())
    }

    /// The address as browsers ask for it.
    #[must_use]
    pub fn encoded(&self) -> Cow<'_, str> {
        utf8_percent_encode(&self.0, ENCODED).into()
    }

    /// An address below this one.
    #[must_use]
    pub fn join(&self, rest: &str) -> Self {
        Self(format!("{}{rest}", self.0))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "/{}", self.0)
    }
}

/// The addresses of a site, in its language; Swedish has words of its own, every other language the English ones.
#[derive(Clone, Copy)]
pub struct Addresses(&'static Language);

impl Addresses {
    /// The addresses in a language, BCP 47.
    #[must_use]
    pub fn of(language: &str) -> Self {
        Self(Language::of(language))
    }

    /// The page of a record.
    #[must_use]
    pub fn record(self, record: &Record) -> Address {
        Address(format!(
            "{}{}/{}/",
            self.index(Gathering::RECORDS).0,
            slug(&record.date().year_in_words(self.0.code)),
            record.id()
        ))
    }

    /// The page of a text: its own, or the list of what it describes.
    #[must_use]
    pub fn text(self, text: &Text) -> Address {
        match (gathering_of(text.kind), text.kind) {
            (Some(gathering), _) => self.listing(gathering, &slug(&text.title)),
            (None, TextKind::Meeting) => self.meeting(&text.id),
            (None, _) => Address(format!("{}/", text.id)),
        }
    }

    /// The words that are explained.
    #[must_use]
    pub fn glossary(self) -> Address {
        Address(format!("{}/", self.0.glossary))
    }

    /// The page of a meeting.
    #[must_use]
    pub fn meeting(self, id: &str) -> Address {
        self.meetings().join(&format!("{id}/"))
    }

    /// The meetings to come and of late.
    #[must_use]
    pub fn meetings(self) -> Address {
        Address(format!("{}/", self.0.meetings))
    }

    /// The meetings of a year, or those to come.
    #[must_use]
    pub fn meetings_of(self, year: Option<i16>) -> Address {
        let year = year.map(|year| format!("{year}/"));
        self.meetings().join(year.as_deref().unwrap_or_default())
    }

    /// The index of all gatherings of a kind; for all records, their listing.
    #[must_use]
    pub fn index(self, gathering: Gathering) -> Address {
        let word = self.0.word(&gathering.kind().words);
        Address(format!("{word}/"))
    }

    /// The newest page of the listing of one gathering; for all records the slug is empty.
    #[must_use]
    pub fn listing(self, gathering: Gathering, slug: &str) -> Address {
        match gathering.kind().by {
            By::All => self.index(gathering),
            By::Year => self.index(Gathering::RECORDS).join(&format!("{slug}/")),
            By::Name(_) | By::Case(_) => self.index(gathering).join(&format!("{slug}/")),
        }
    }

    /// The page to search from; the files of the search index stand below it.
    #[must_use]
    pub fn search(self) -> Address {
        Address(format!("{}/", self.0.search))
    }

    /// The page that tells of open data and feeds.
    #[must_use]
    pub fn open_data(self) -> Address {
        Address(format!("{}/", self.0.open_data))
    }

    /// What decisions give somebody to do.
    #[must_use]
    pub fn assignments(self) -> Address {
        Address(format!("{}/", self.0.assignments))
    }

    /// What decisions cost.
    #[must_use]
    pub fn costs(self) -> Address {
        Address(format!("{}/", self.0.costs))
    }

    /// The notice board.
    #[must_use]
    pub fn notice_board(self) -> Address {
        Address(format!("{}/", self.0.notice_board))
    }

    /// The table of all records.
    #[must_use]
    pub fn table(self) -> Address {
        Address::new("data/records.csv")
    }

    /// The facts of a year's records.
    #[must_use]
    pub fn data_year(self, year: &str) -> Address {
        Address::new(format!("data/{year}.json"))
    }

    /// A file of the search index.
    #[must_use]
    pub fn search_file(self, name: &str) -> Address {
        self.search().join(&format!("index/{name}"))
    }

    /// How browsers add the site's search to their own.
    #[must_use]
    pub fn opensearch(self) -> Address {
        Address::new("opensearch.xml")
    }

    /// A numbered page of a listing.
    #[must_use]
    pub fn numbered(self, listing: &Address, number: usize) -> Address {
        listing.join(&format!("{}/{number}/", self.0.page))
    }

    /// The feed of a listing; the feed of all records stands in the root.
    #[must_use]
    pub fn feed(self, gathering: Gathering, slug: &str) -> Address {
        match gathering.kind().by {
            By::All => Address::new("atom.xml"),
            By::Name(_) | By::Case(_) | By::Year => self.listing(gathering, slug).join("atom.xml"),
        }
    }
}
