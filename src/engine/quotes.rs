//! Lines of sources, for those who show what is wrong in them. Only what was read as a source is ever quoted: what was
//! refused, such as a link that leads out of the folder, is told by its name alone.

use std::cell::RefCell;

use super::Engine;
use super::known::KnownFile;
use crate::source::{SourcePath, Sources, lines};
use crate::theme::embedded_line;

/// Gives lines of the sources that were read. Each file is read again once, as long as it is asked for in a row.
pub struct Quotes<'a> {
    engine: &'a Engine,
    sources: &'a dyn Sources,
    last: RefCell<Option<(SourcePath, Vec<String>)>>,
}

impl Engine {
    /// Lends the lines of the sources that were read.
    #[must_use]
    pub fn quotes<'a>(&'a self, sources: &'a dyn Sources) -> Quotes<'a> {
        Quotes {
            engine: self,
            sources,
            last: RefCell::new(None),
        }
    }

    fn has_read(&self, path: &SourcePath) -> bool {
        match self.sources.get(path) {
            Some(
                KnownFile::Record(..)
                | KnownFile::Text(..)
                | KnownFile::Theme(_)
                | KnownFile::Settings(_),
            ) => true,
            Some(KnownFile::File | KnownFile::Stray | KnownFile::Unreadable(_)) | None => false,
        }
    }
}

impl Quotes<'_> {
    /// A line of a source, counted from 1; `None` if there is no such line, or the file was not read as a source.
    #[must_use]
    pub fn line(&self, path: &SourcePath, line: usize) -> Option<String> {
        if !self.engine.has_read(path) {
            return embedded_line(path, line);
        }
        let mut last = self.last.borrow_mut();
        if last.as_ref().is_none_or(|(known, _)| known != path) {
            let bytes = self.sources.read(path).ok()?;
            let text = String::from_utf8_lossy(&bytes);
            let lines = lines(&text).map(str::to_owned).collect();
            *last = Some((path.clone(), lines));
        }
        let (_, lines) = last.as_ref()?;
        lines.get(line.checked_sub(1)?).cloned()
    }
}
