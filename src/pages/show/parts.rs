//! The parts that several views share: rows, terms, links, people, files.

use std::sync::Arc;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::Shower;
use crate::pages::view::{
    AttachmentView, LinkView, NeighbourView, ProposerView, SummaryView, TermView, WithheldView,
};
use crate::pages::{PublishedAttachment, RecordPage};
use crate::record::{Attachment, Outcome, Proposer, Record};
use crate::site::{Gathering, Term};

impl<'a> Shower<'a, '_> {
    pub(super) fn proposers(&self, record: &'a Record) -> Vec<ProposerView<'a>> {
        let page = |name| self.frame.page_of(Gathering::PROPOSER, name, record);
        let view = |proposer: Proposer<'a>| ProposerView {
            name: proposer.name,
            role: proposer.role,
            party: proposer.party,
            address: page(proposer.name).map(|page| page.link(&self.frame.settings)),
        };
        record.proposers().map(view).collect()
    }

    pub(super) fn attachments(&self, shown: &'a RecordPage) -> Vec<AttachmentView<'a>> {
        let view = |file: &'a PublishedAttachment| AttachmentView {
            title: file.title(),
            address: file.address.link(&self.frame.settings),
            size: file.measure.size,
            format: &file.measure.format,
            is_accessible: file.is_accessible,
            request: self
                .request(&shown.record, file.title())
                .filter(|_| file.is_accessible == Some(false)),
        };
        shown.attachments.iter().map(view).collect()
    }

    /// The files of a record that are not published; nothing of them but what the record says of them.
    pub(super) fn withheld(&self, record: &'a Record) -> Vec<WithheldView<'a>> {
        let files = record.attachments().filter(|file| !file.is_public);
        let view = |file: Attachment<'a>| WithheldView {
            title: file.title,
            reason: file.reason,
            request: self.request(record, file.title.unwrap_or_default()),
        };
        files.map(view).collect()
    }

    /// An address for a letter to the authority that asks for something of a record (RFC 6068).
    pub(super) fn request(&self, record: &Record, what: &str) -> Option<String> {
        let settings = &self.frame.settings;
        let email = Some(&settings.email).filter(|email| !email.is_empty())?;
        let number = record.case_numbers().next().unwrap_or_default();
        let named = [number, record.title(), what];
        let subject: Vec<&str> = named.into_iter().filter(|part| !part.is_empty()).collect();
        let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let subject = encoded(&subject.join(" – "));
        let body = encoded(&self.page.address.url(settings));
        Some(format!("mailto:{email}?subject={subject}&body={body}"))
    }

    pub(super) fn neighbour(&self, record: &'a Record) -> NeighbourView<'a> {
        NeighbourView {
            title: record.title(),
            address: self
                .frame
                .addresses
                .record(record)
                .link(&self.frame.settings),
            language: self.foreign_language(record),
        }
    }

    /// The language of a record's text, where it is not the site's.
    pub(super) fn foreign_language(&self, record: &'a Record) -> Option<&'a str> {
        record
            .language()
            .filter(|language| *language != self.frame.settings.language)
    }

    pub(super) fn summaries(&self, records: &'a [Arc<Record>]) -> Vec<SummaryView<'a>> {
        records.iter().map(|record| self.summary(record)).collect()
    }

    pub(super) fn summary(&self, record: &'a Record) -> SummaryView<'a> {
        let settings = &self.frame.settings;
        SummaryView {
            title: record.title(),
            address: self.frame.addresses.record(record).link(settings),
            language: self.foreign_language(record),
            day: record.shown_day().to_string(),
            date: record.date().to_string(),
            stage: record.stage().code(),
            outcome: record.outcome().map(Outcome::code),
            decided_on: record.decided_on().map(|day| day.to_string()),
            body: record.body(),
            case_numbers: record.case_numbers().collect(),
            summary: record.summary(),
            is_unapproved: record.is_unapproved(),
            is_withdrawn: record.withdrawal().is_some(),
        }
    }

    pub(super) fn terms(&self, gathering: Gathering, terms: &'a [Arc<Term>]) -> Vec<TermView<'a>> {
        let view = |term: &'a Arc<Term>| TermView {
            title: &term.title,
            matter: term.matter.as_deref(),
            address: self
                .frame
                .addresses
                .listing(gathering, &term.slug)
                .link(&self.frame.settings),
            count: term.records.len(),
            statements: term.statements.len(),
        };
        terms.iter().map(view).collect()
    }

    /// A body or a topic that a record names.
    fn named_link(&self, gathering: Gathering, name: &str, record: &Record) -> Option<LinkView> {
        let page = self.frame.page_of(gathering, name, record)?;
        Some(self.frame.link(name, &page))
    }

    pub(super) fn body_of(&self, record: &Record) -> Option<LinkView> {
        self.named_link(Gathering::BODY, record.body()?, record)
    }

    pub(super) fn topics(&self, record: &Record) -> Vec<LinkView> {
        let names = record.topics();
        names
            .filter_map(|name| self.named_link(Gathering::TOPIC, name, record))
            .collect()
    }

    pub(super) fn case_links(&self, cases: &[Arc<Term>]) -> Vec<LinkView> {
        let addresses = self.frame.addresses;
        let link = |case: &Arc<Term>| {
            self.frame
                .link(&case.title, &addresses.listing(Gathering::CASE, &case.slug))
        };
        cases.iter().map(link).collect()
    }

    pub(super) fn index_link(&self, gathering: Gathering) -> LinkView {
        let title = self.frame.index_title(gathering);
        self.frame
            .link(&title, &self.frame.addresses.index(gathering))
    }
}
