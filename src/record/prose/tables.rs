//! Tables: a wide one scrolls within its own region, which the keyboard can reach; head cells say what they head; a
//! column's alignment is a class, since the pages' security policy lets no style in.

use pulldown_cmark::{Alignment, Event, TagEnd};

/// Where in a table the events are.
#[derive(Default)]
pub(super) struct Tables {
    alignments: Vec<Alignment>,
    column: usize,
    is_in_head: bool,
}

impl Tables {
    /// A table begins; `name` is the accessible name of its region.
    pub(super) fn begin<'e>(&mut self, alignments: Vec<Alignment>, name: &str) -> Event<'e> {
        self.alignments = alignments;
        let mut start =
            String::from("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
        pulldown_cmark_escape::escape_html(&mut start, name).expect("a text takes any writing");
        Event::Html((start + "\"><table>\n").into())
    }

    /// The head begins.
    pub(super) fn begin_head<'e>(&mut self) -> Event<'e> {
        self.is_in_head = true;
        self.column = 0;
        Event::Html("<thead><tr>".into())
    }

    /// The head is over.
    pub(super) fn end_head<'e>(&mut self) -> Event<'e> {
        self.is_in_head = false;
        self.column = 0;
        Event::Html("</tr></thead>\n<tbody>\n".into())
    }

    /// A row is over.
    pub(super) fn end_row<'e>(&mut self) -> Event<'e> {
        self.column = 0;
        Event::End(TagEnd::TableRow)
    }

    /// A cell begins.
    pub(super) fn begin_cell<'e>(&mut self) -> Event<'e> {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Left | Alignment::None) | None => "",
        };
        self.column += 1;
        let cell = if self.is_in_head {
            "th scope=\"col\""
        } else {
            "td"
        };
        Event::Html(format!("<{cell}{class}>").into())
    }

    /// A cell is over.
    pub(super) fn end_cell<'e>(&self) -> Event<'e> {
        Event::Html(if self.is_in_head { "</th>" } else { "</td>" }.into())
    }
}
