//! Every code, one line each. A code never changes its name or its meaning; `src/docs/codes.md` explains each.

use std::fmt;

/// How bad a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written while it stands.
    Error,
    /// Should be mended; does not hold a build.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// What a diagnostic is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(
    missing_docs,
    reason = "each code has its paragraph in src/docs/codes.md, which a test holds to this list"
)]
pub enum Code {
    AddressDropped,
    AddressTaken,
    AssetForeign,
    AssetMissing,
    AttachmentMissing,
    AttachmentPath,
    AttachmentType,
    CaseNumberNotText,
    ClauseForm,
    CodeBlockUnclear,
    CommentNotHidden,
    ControlCharacter,
    DateInvalid,
    DatesOutOfOrder,
    DeadAnchor,
    DeadLink,
    DecidedWithoutDecision,
    DefinitionUnused,
    DuplicateKey,
    ExternalImage,
    ForbiddenScheme,
    FormerAddressInvalid,
    FrontMatterMissing,
    FrontMatterSyntax,
    FrontMatterUnclosed,
    GuardingKeyUnclear,
    IdInvalid,
    LanguageInvalid,
    LinkNotRead,
    LinkToUnpublished,
    ManifestUnreadable,
    MergeMarks,
    MissingKey,
    NameLetterCase,
    NameWithoutAddress,
    NestedTooDeep,
    NotText,
    OutputNotOurs,
    ProposalWithDecision,
    RawHtml,
    RecordFileName,
    SettingInvalid,
    SettingsMissing,
    SourceChanged,
    SourceTooLarge,
    SourceUnreadable,
    SpecialFile,
    SummaryTooLong,
    SymbolicLink,
    TableCellLost,
    TableNotRead,
    TemplateFailed,
    TemplateInvalid,
    TextCutShort,
    ThemeMissing,
    UnknownKey,
    UnknownValue,
    UnknownVariable,
    UnknownWord,
    ValueForm,
    WordsInvalid,
    WriteFailed,
}

struct Row(Code, &'static str, Severity, Guard);

/// Whether the settings may lower a code to a warning.
#[derive(PartialEq)]
enum Guard {
    /// It guards safety or secrecy, or nothing sound could be built past it.
    Fixed,
    /// A collection may live with it.
    Lowerable,
}

use Guard::{Fixed, Lowerable};
use Severity::{Error, Warning};

const ROWS: [Row; 62] = [
    Row(Code::AddressDropped, "address-dropped", Warning, Lowerable),
    Row(Code::AddressTaken, "address-taken", Error, Fixed),
    Row(Code::AssetForeign, "asset-foreign", Warning, Lowerable),
    Row(Code::AssetMissing, "asset-missing", Error, Lowerable),
    Row(
        Code::AttachmentMissing,
        "attachment-missing",
        Error,
        Lowerable,
    ),
    Row(Code::AttachmentPath, "attachment-path", Error, Fixed),
    Row(Code::AttachmentType, "attachment-type", Error, Fixed),
    Row(
        Code::CaseNumberNotText,
        "case-number-not-text",
        Error,
        Lowerable,
    ),
    Row(Code::ClauseForm, "clause-form", Error, Fixed),
    Row(
        Code::CodeBlockUnclear,
        "code-block-unclear",
        Warning,
        Lowerable,
    ),
    Row(Code::CommentNotHidden, "comment-not-hidden", Error, Fixed),
    Row(
        Code::ControlCharacter,
        "control-character",
        Warning,
        Lowerable,
    ),
    Row(Code::DateInvalid, "date-invalid", Error, Fixed),
    Row(
        Code::DatesOutOfOrder,
        "dates-out-of-order",
        Warning,
        Lowerable,
    ),
    Row(Code::DeadAnchor, "dead-anchor", Error, Lowerable),
    Row(Code::DeadLink, "dead-link", Error, Lowerable),
    Row(
        Code::DecidedWithoutDecision,
        "decided-without-decision",
        Warning,
        Lowerable,
    ),
    Row(
        Code::DefinitionUnused,
        "definition-unused",
        Warning,
        Lowerable,
    ),
    Row(Code::DuplicateKey, "duplicate-key", Error, Fixed),
    Row(Code::ExternalImage, "external-image", Warning, Lowerable),
    Row(Code::ForbiddenScheme, "forbidden-scheme", Error, Fixed),
    Row(
        Code::FormerAddressInvalid,
        "former-address-invalid",
        Error,
        Fixed,
    ),
    Row(
        Code::FrontMatterMissing,
        "front-matter-missing",
        Error,
        Fixed,
    ),
    Row(Code::FrontMatterSyntax, "front-matter-syntax", Error, Fixed),
    Row(
        Code::FrontMatterUnclosed,
        "front-matter-unclosed",
        Error,
        Fixed,
    ),
    Row(
        Code::GuardingKeyUnclear,
        "guarding-key-unclear",
        Error,
        Fixed,
    ),
    Row(Code::IdInvalid, "id-invalid", Error, Fixed),
    Row(Code::LanguageInvalid, "language-invalid", Error, Lowerable),
    Row(Code::LinkNotRead, "link-not-read", Warning, Lowerable),
    Row(Code::LinkToUnpublished, "link-to-unpublished", Error, Fixed),
    Row(
        Code::ManifestUnreadable,
        "manifest-unreadable",
        Error,
        Fixed,
    ),
    Row(Code::MergeMarks, "merge-marks", Error, Fixed),
    Row(Code::MissingKey, "missing-key", Error, Fixed),
    Row(Code::NameLetterCase, "name-letter-case", Warning, Lowerable),
    Row(
        Code::NameWithoutAddress,
        "name-without-address",
        Error,
        Fixed,
    ),
    Row(Code::NestedTooDeep, "nested-too-deep", Error, Fixed),
    Row(Code::NotText, "not-text", Error, Fixed),
    Row(Code::OutputNotOurs, "output-not-ours", Error, Fixed),
    Row(
        Code::ProposalWithDecision,
        "proposal-with-decision",
        Error,
        Fixed,
    ),
    Row(Code::RawHtml, "raw-html", Warning, Lowerable),
    Row(Code::RecordFileName, "record-file-name", Warning, Lowerable),
    Row(Code::SettingInvalid, "setting-invalid", Error, Fixed),
    Row(Code::SettingsMissing, "settings-missing", Error, Fixed),
    Row(Code::SourceChanged, "source-changed", Error, Fixed),
    Row(Code::SourceTooLarge, "source-too-large", Error, Fixed),
    Row(Code::SourceUnreadable, "source-unreadable", Error, Fixed),
    Row(Code::SpecialFile, "special-file", Error, Fixed),
    Row(Code::SummaryTooLong, "summary-too-long", Error, Lowerable),
    Row(Code::SymbolicLink, "symbolic-link", Error, Fixed),
    Row(Code::TableCellLost, "table-cell-lost", Error, Fixed),
    Row(Code::TableNotRead, "table-not-read", Warning, Lowerable),
    Row(Code::TemplateFailed, "template-failed", Error, Fixed),
    Row(Code::TemplateInvalid, "template-invalid", Error, Fixed),
    Row(Code::TextCutShort, "text-cut-short", Error, Fixed),
    Row(Code::ThemeMissing, "theme-missing", Error, Fixed),
    Row(Code::UnknownKey, "unknown-key", Error, Lowerable),
    Row(Code::UnknownValue, "unknown-value", Error, Fixed),
    Row(Code::UnknownVariable, "unknown-variable", Error, Fixed),
    Row(Code::UnknownWord, "unknown-word", Error, Fixed),
    Row(Code::ValueForm, "value-form", Error, Fixed),
    Row(Code::WordsInvalid, "words-invalid", Error, Fixed),
    Row(Code::WriteFailed, "write-failed", Error, Fixed),
];

impl Code {
    /// Every code, in the order of their names.
    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().map(|row| row.0)
    }

    /// The code of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        ROWS.iter().find(|row| row.1 == name).map(|row| row.0)
    }

    /// The name, in kebab-case.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// The severity that belongs to the code.
    #[must_use]
    pub fn severity(self) -> Severity {
        self.row().2
    }

    /// Whether `severity:` in the settings may lower it to a warning.
    #[must_use]
    pub fn may_be_lowered(self) -> bool {
        self.row().3 == Lowerable
    }

    /// Whether it tells of the machine rather than of the sources: such a failure ends with exit code 2.
    #[must_use]
    pub fn is_of_the_machine(self) -> bool {
        matches!(
            self,
            Self::ManifestUnreadable
                | Self::OutputNotOurs
                | Self::SourceChanged
                | Self::SourceUnreadable
                | Self::WriteFailed
        )
    }

    fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, ROWS};

    #[test]
    fn every_code_stands_in_its_own_row_in_the_order_of_names() {
        for (index, row) in ROWS.iter().enumerate() {
            assert_eq!(row.0 as usize, index, "{}", row.1);
            assert_eq!(Code::named(row.1), Some(row.0));
        }
        assert!(ROWS.windows(2).all(|pair| pair[0].1 < pair[1].1));
    }
}
