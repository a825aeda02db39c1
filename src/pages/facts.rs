//! What open data says of a record: every published fact and address, in words that stay.
//!
//! The reference for those who use the data is in `src/docs/data.md`.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Addresses, Gathering, PublishedAttachment, resolved};
use crate::record::prose::with_addresses;
use crate::record::{Proposer, Record, slug};
use crate::site::Settings;

/// A record's facts, as `data/<year>.json` and `data.json` beside its page hold them.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FactsView<'a> {
    /// The permanent last part of the address.
    pub id: &'a str,
    /// The whole address of the record's page.
    pub url: String,
    /// The matter.
    pub title: &'a str,
    /// The day of the document, `2021-04-14`.
    pub date: String,
    /// BCP 47 code of the text.
    pub language: &'a str,
    /// `preparation`, `proposal`, `decided`, `postponed`, `referred-back`, `closed` or `withdrawn`.
    pub stage: &'a str,
    /// The authority's own numbers for the matter.
    pub case_numbers: Vec<&'a str>,
    /// The deciding organ.
    pub body: Option<LinkedName<'a>>,
    /// Who laid the matter before the body.
    pub proposers: Vec<ProposerFacts<'a>>,
    /// What the body was asked to decide, in Markdown with whole addresses, one text for each clause.
    pub recommendation: Vec<Cow<'a, str>>,
    /// What the body decided, in Markdown with whole addresses, one text for each clause; empty while nothing is decided.
    pub decision: Vec<Cow<'a, str>>,
    /// The day of the decision.
    pub decided_on: Option<String>,
    /// What became of the recommendation.
    pub outcome: Option<&'a str>,
    /// The topics.
    pub topics: Vec<LinkedName<'a>>,
    /// The summary.
    pub summary: &'a str,
    /// The files published with the record.
    pub attachments: Vec<AttachmentFacts<'a>>,
    /// Whatever the record holds under `extra`.
    #[schemars(with = "serde_json::Map<String, serde_json::Value>")]
    pub extra: serde_json::Value,
}

/// A name with its page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LinkedName<'a> {
    /// The name.
    pub name: &'a str,
    /// The whole address of its page.
    pub url: String,
}

/// Who laid a matter before the body.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProposerFacts<'a> {
    /// The name.
    pub name: &'a str,
    /// The role, if given.
    pub role: Option<&'a str>,
    /// The party, if given.
    pub party: Option<&'a str>,
    /// The whole address of the proposer's page.
    pub url: String,
}

/// A file published with a record.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AttachmentFacts<'a> {
    /// The title, or the file's name.
    pub title: &'a str,
    /// The whole address of the file.
    pub url: String,
    /// The size in bytes.
    pub size: u64,
    /// The kind of file.
    pub format: &'a str,
    /// The BLAKE3 digest of the file, in hexadecimal digits.
    pub digest: String,
}

impl<'a> FactsView<'a> {
    /// The facts of a record.
    #[must_use]
    pub fn new(
        record: &'a Record,
        attachments: &'a [PublishedAttachment],
        links: &[(String, String)],
        settings: &'a Settings,
    ) -> Self {
        let addresses = Addresses::of(&settings.language);
        let page = addresses.record(record).url(settings);
        let linked = |gathering: Gathering, name: &'a str| LinkedName {
            name,
            url: addresses.listing(gathering, &slug(name)).url(settings),
        };
        let proposer = |proposer: Proposer<'a>| ProposerFacts {
            name: proposer.name,
            role: proposer.role,
            party: proposer.party,
            url: addresses
                .listing(Gathering::Proposer, &slug(proposer.name))
                .url(settings),
        };
        let attachment = |file: &'a PublishedAttachment| AttachmentFacts {
            title: file.title(),
            url: file.address.url(settings),
            size: file.measure.size,
            format: &file.measure.format,
            digest: file.measure.digest.to_hex(),
        };
        Self {
            id: record.id(),
            title: record.title(),
            date: record.date().to_string(),
            language: record.language().unwrap_or(&settings.language),
            stage: record.stage().code(),
            case_numbers: record.case_numbers().collect(),
            body: record.body().map(|name| linked(Gathering::Body, name)),
            proposers: record.proposers().map(proposer).collect(),
            recommendation: whole_clauses(record.recommendation(), links, &page, settings),
            decision: whole_clauses(record.decision(), links, &page, settings),
            decided_on: record.decided_on().map(|day| day.to_string()),
            outcome: record.outcome().map(crate::record::Outcome::code),
            topics: record
                .topics()
                .map(|name| linked(Gathering::Topic, name))
                .collect(),
            summary: record.summary(),
            attachments: attachments.iter().map(attachment).collect(),
            extra: record.extra().value(),
            url: page,
        }
    }
}

/// Clauses whose links have whole addresses; `page` is that of the record's page.
fn whole_clauses<'a>(
    clauses: impl Iterator<Item = &'a str>,
    links: &[(String, String)],
    page: &str,
    settings: &Settings,
) -> Vec<Cow<'a, str>> {
    let resolve = |destination: &str| {
        let address = resolved(links, destination)?;
        Some(match address.chars().next() {
            Some('/') => format!("{}{address}", settings.origin()),
            Some('#') | None => format!("{page}{address}"),
            Some(_) => address,
        })
    };
    clauses
        .map(|clause| with_addresses(clause, &resolve))
        .collect()
}

impl PublishedAttachment {
    /// The title, or the file's name.
    #[must_use]
    pub fn title(&self) -> &str {
        self.title
            .as_deref()
            .unwrap_or_else(|| self.source.file_name())
    }
}
