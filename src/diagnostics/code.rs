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
    AssignmentMissing,
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
    DecidedWithoutDay,
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
    ImageWithoutText,
    LanguageInvalid,
    LanguageWithoutWords,
    LinkNotRead,
    LinkToUnpublished,
    ManifestUnreadable,
    MarkupNotRead,
    MergeMarks,
    MinutesLate,
    MissingKey,
    NameLetterCase,
    NameUnknown,
    NameWithoutAddress,
    NestedTooDeep,
    NotText,
    NoticeDropped,
    OutputNotOurs,
    ProposalWithDecision,
    RawHtml,
    RecordFileName,
    RelationUnclear,
    SettingInvalid,
    SettingsMissing,
    SeveralNames,
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
    VotesDiffer,
    WordsInvalid,
    WriteFailed,
}

struct CodeRow(Code, &'static str, Severity, Lowering);

/// Whether the settings may lower a code to a warning.
#[derive(PartialEq)]
enum Lowering {
    /// It guards safety or secrecy, or nothing sound could be built past it.
    Fixed,
    /// A collection may live with it.
    Lowerable,
}

use Lowering::{Fixed, Lowerable};
use Severity::{Error, Warning};

const ROWS: [CodeRow; 73] = [
    CodeRow(Code::AddressDropped, "address-dropped", Warning, Lowerable),
    CodeRow(Code::AddressTaken, "address-taken", Error, Fixed),
    CodeRow(Code::AssetForeign, "asset-foreign", Warning, Lowerable),
    CodeRow(Code::AssetMissing, "asset-missing", Error, Lowerable),
    CodeRow(
        Code::AssignmentMissing,
        "assignment-missing",
        Warning,
        Lowerable,
    ),
    CodeRow(
        Code::AttachmentMissing,
        "attachment-missing",
        Error,
        Lowerable,
    ),
    CodeRow(Code::AttachmentPath, "attachment-path", Error, Fixed),
    CodeRow(Code::AttachmentType, "attachment-type", Error, Fixed),
    CodeRow(
        Code::CaseNumberNotText,
        "case-number-not-text",
        Error,
        Lowerable,
    ),
    CodeRow(Code::ClauseForm, "clause-form", Error, Fixed),
    CodeRow(
        Code::CodeBlockUnclear,
        "code-block-unclear",
        Warning,
        Lowerable,
    ),
    CodeRow(Code::CommentNotHidden, "comment-not-hidden", Error, Fixed),
    CodeRow(
        Code::ControlCharacter,
        "control-character",
        Warning,
        Lowerable,
    ),
    CodeRow(Code::DateInvalid, "date-invalid", Error, Fixed),
    CodeRow(
        Code::DatesOutOfOrder,
        "dates-out-of-order",
        Warning,
        Lowerable,
    ),
    CodeRow(Code::DeadAnchor, "dead-anchor", Error, Lowerable),
    CodeRow(Code::DeadLink, "dead-link", Error, Lowerable),
    CodeRow(
        Code::DecidedWithoutDay,
        "decided-without-day",
        Warning,
        Lowerable,
    ),
    CodeRow(
        Code::DecidedWithoutDecision,
        "decided-without-decision",
        Warning,
        Lowerable,
    ),
    CodeRow(
        Code::DefinitionUnused,
        "definition-unused",
        Warning,
        Lowerable,
    ),
    CodeRow(Code::DuplicateKey, "duplicate-key", Error, Fixed),
    CodeRow(Code::ExternalImage, "external-image", Warning, Lowerable),
    CodeRow(Code::ForbiddenScheme, "forbidden-scheme", Error, Fixed),
    CodeRow(
        Code::FormerAddressInvalid,
        "former-address-invalid",
        Error,
        Fixed,
    ),
    CodeRow(
        Code::FrontMatterMissing,
        "front-matter-missing",
        Error,
        Fixed,
    ),
    CodeRow(Code::FrontMatterSyntax, "front-matter-syntax", Error, Fixed),
    CodeRow(
        Code::FrontMatterUnclosed,
        "front-matter-unclosed",
        Error,
        Fixed,
    ),
    CodeRow(
        Code::GuardingKeyUnclear,
        "guarding-key-unclear",
        Error,
        Fixed,
    ),
    CodeRow(Code::IdInvalid, "id-invalid", Error, Fixed),
    CodeRow(
        Code::ImageWithoutText,
        "image-without-text",
        Warning,
        Lowerable,
    ),
    CodeRow(Code::LanguageInvalid, "language-invalid", Error, Lowerable),
    CodeRow(
        Code::LanguageWithoutWords,
        "language-without-words",
        Warning,
        Lowerable,
    ),
    CodeRow(Code::LinkNotRead, "link-not-read", Warning, Lowerable),
    CodeRow(Code::LinkToUnpublished, "link-to-unpublished", Error, Fixed),
    CodeRow(
        Code::ManifestUnreadable,
        "manifest-unreadable",
        Error,
        Fixed,
    ),
    CodeRow(Code::MarkupNotRead, "markup-not-read", Warning, Lowerable),
    CodeRow(Code::MergeMarks, "merge-marks", Error, Fixed),
    CodeRow(Code::MinutesLate, "minutes-late", Warning, Lowerable),
    CodeRow(Code::MissingKey, "missing-key", Error, Fixed),
    CodeRow(Code::NameLetterCase, "name-letter-case", Warning, Lowerable),
    CodeRow(Code::NameUnknown, "name-unknown", Warning, Lowerable),
    CodeRow(
        Code::NameWithoutAddress,
        "name-without-address",
        Error,
        Fixed,
    ),
    CodeRow(Code::NestedTooDeep, "nested-too-deep", Error, Fixed),
    CodeRow(Code::NotText, "not-text", Error, Fixed),
    CodeRow(Code::NoticeDropped, "notice-dropped", Error, Fixed),
    CodeRow(Code::OutputNotOurs, "output-not-ours", Error, Fixed),
    CodeRow(
        Code::ProposalWithDecision,
        "proposal-with-decision",
        Error,
        Fixed,
    ),
    CodeRow(Code::RawHtml, "raw-html", Warning, Lowerable),
    CodeRow(Code::RecordFileName, "record-file-name", Warning, Lowerable),
    CodeRow(
        Code::RelationUnclear,
        "relation-unclear",
        Warning,
        Lowerable,
    ),
    CodeRow(Code::SettingInvalid, "setting-invalid", Error, Fixed),
    CodeRow(Code::SettingsMissing, "settings-missing", Error, Fixed),
    CodeRow(Code::SeveralNames, "several-names", Warning, Lowerable),
    CodeRow(Code::SourceChanged, "source-changed", Error, Fixed),
    CodeRow(Code::SourceTooLarge, "source-too-large", Error, Fixed),
    CodeRow(Code::SourceUnreadable, "source-unreadable", Error, Fixed),
    CodeRow(Code::SpecialFile, "special-file", Error, Fixed),
    CodeRow(Code::SummaryTooLong, "summary-too-long", Error, Lowerable),
    CodeRow(Code::SymbolicLink, "symbolic-link", Error, Fixed),
    CodeRow(Code::TableCellLost, "table-cell-lost", Error, Fixed),
    CodeRow(Code::TableNotRead, "table-not-read", Warning, Lowerable),
    CodeRow(Code::TemplateFailed, "template-failed", Error, Fixed),
    CodeRow(Code::TemplateInvalid, "template-invalid", Error, Fixed),
    CodeRow(Code::TextCutShort, "text-cut-short", Error, Fixed),
    CodeRow(Code::ThemeMissing, "theme-missing", Error, Fixed),
    CodeRow(Code::UnknownKey, "unknown-key", Error, Lowerable),
    CodeRow(Code::UnknownValue, "unknown-value", Error, Fixed),
    CodeRow(Code::UnknownVariable, "unknown-variable", Error, Fixed),
    CodeRow(Code::UnknownWord, "unknown-word", Error, Fixed),
    CodeRow(Code::ValueForm, "value-form", Error, Fixed),
    CodeRow(Code::VotesDiffer, "votes-differ", Warning, Lowerable),
    CodeRow(Code::WordsInvalid, "words-invalid", Error, Fixed),
    CodeRow(Code::WriteFailed, "write-failed", Error, Fixed),
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

    fn row(self) -> &'static CodeRow {
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
