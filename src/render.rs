//! One page to its bytes, whatever makes them: `build` calls this for every page that differs, the preview for the one
//! that is asked for.

use std::borrow::Cow;

use crate::diagnostics::{Code, Diagnostic};
use crate::formats;
use crate::pages::{Content, Frame, Page, show};
use crate::record::{Record, Text, prose_of};
use crate::source::{Digest, Location, SourcePath, Sources};
use crate::theme::Renderer;

/// What a page's file is made from.
pub enum Rendered {
    /// These bytes.
    Bytes(Vec<u8>),
    /// A source file, copied as it is, with the digest it must still have.
    Copy(SourcePath, Digest),
    /// Nothing: the file must stand as it was published, with this digest and size.
    Stands(Digest, u64),
}

/// Makes a page. A record's prose is read again here; a file that is no longer the one whose facts are in the plan is
/// an error, and a new change for the next build.
///
/// # Errors
/// What stood in the way: a source that changed or cannot be read, a template that failed.
///
/// # Panics
/// If a page is made neither by a format nor from a view, which the rooms' tests rule out.
pub fn render(
    page: &Page,
    frame: &Frame<'_>,
    renderer: &Renderer<'_>,
    sources: &dyn Sources,
) -> Result<Rendered, Vec<Diagnostic>> {
    if let Content::Attachment(source, digest) = &page.content {
        return Ok(Rendered::Copy(source.clone(), *digest));
    }
    if let Content::StandingSearchFile(digest, size) = page.content {
        return Ok(Rendered::Stands(digest, size));
    }
    if let Some(bytes) = formats::bytes(page, frame) {
        return Ok(Rendered::Bytes(bytes));
    }
    let (source, extra) = match &page.content {
        Content::Record(shown) => (
            Some((
                &shown.record.source,
                shown.record.digest,
                shown.record.prose_begins,
            )),
            shown.record.extra().value(),
        ),
        content => (content.described().map(source_of), serde_json::Value::Null),
    };
    let bytes = match source {
        Some((path, digest, _)) => read_unchanged(path, digest, sources)?,
        None => Vec::new(),
    };
    let prose = match source {
        Some((path, _, begins)) => prose_of(path, &bytes, begins),
        None => Cow::Borrowed(""),
    };
    let shown = show(page, frame, &prose, &extra).expect("a page that no format makes has a view");
    renderer
        .render(&shown)
        .map(Rendered::Bytes)
        .map_err(|faults| {
            let at_source = |fault: Diagnostic| match source {
                Some((path, ..)) => fault.related(Location::start_of(path)),
                None => fault,
            };
            faults.into_iter().map(at_source).collect()
        })
}

/// The source of a text, the digest it must still have, and where its prose begins.
fn source_of(text: &Text) -> (&SourcePath, Digest, usize) {
    (&text.source, text.digest, text.prose_begins)
}

/// A record's prose, in Markdown, from a file that is still the one whose facts are in the plan.
///
/// # Errors
/// As [`render()`].
pub fn prose(record: &Record, sources: &dyn Sources) -> Result<String, Vec<Diagnostic>> {
    let bytes = read_unchanged(&record.source, record.digest, sources)?;
    Ok(prose_of(&record.source, &bytes, record.prose_begins).into_owned())
}

fn read_unchanged(
    path: &SourcePath,
    digest: Digest,
    sources: &dyn Sources,
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let bytes = sources.read(path).map_err(|fault| vec![*fault])?;
    if Digest::of(&bytes) == digest {
        return Ok(bytes);
    }
    Err(vec![
        Diagnostic::new(Code::SourceChanged).at(Location::start_of(path)),
    ])
}
