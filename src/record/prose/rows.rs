//! Rows of tables that hold more cells than the table has columns: Markdown drops what is too much, and its words with it.

use std::ops::Range;

use super::visible::comments;
use crate::diagnostics::{Code, Diagnostic};

/// Where in a table's row the events are.
#[derive(Default)]
pub(super) struct Rows {
    columns: usize,
    cells: usize,
    /// Where the row's last cell ends.
    end: usize,
}

impl Rows {
    /// A table begins.
    pub(super) fn begin(&mut self, columns: usize) {
        self.columns = columns;
        self.cells = 0;
    }

    /// A cell is over.
    pub(super) fn end_cell(&mut self, cell: &Range<usize>) {
        self.cells += 1;
        self.end = cell.end;
    }

    /// A row is over; what stands behind its last cell is lost.
    pub(super) fn end_row(
        &mut self,
        prose: &str,
        row: &Range<usize>,
    ) -> Option<(Diagnostic, Range<usize>)> {
        let cells = std::mem::take(&mut self.cells);
        let behind = prose.get(self.end..row.end).unwrap_or_default();
        let lost = behind.trim_matches(|c: char| c == '|' || c.is_whitespace());
        let is_lost = !comments(lost).without(lost).trim().is_empty();
        if cells < self.columns || !is_lost {
            return None;
        }
        let start = self.end + behind.find(lost).unwrap_or_default();
        let fault = Diagnostic::new(Code::TableCellLost)
            .with("text", lost)
            .with("columns", self.columns.to_string());
        Some((fault, start..start + lost.len()))
    }
}
