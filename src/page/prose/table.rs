//! Tables of prose: they scroll on their own and can be reached by keys.

use crate::locale::Messages;
use crate::page::html::escape;
use pulldown_cmark::Alignment;

/// A table that is being written.
#[derive(Debug)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    /// The text of its heads, by which it is named for those who listen.
    name: String,
    markup: String,
    column: usize,
    in_head: bool,
    has_rows: bool,
}

impl Table {
    pub(super) fn new(alignments: Vec<Alignment>) -> Table {
        let name = String::new();
        Table { alignments, name, markup: String::new(), column: 0, in_head: false, has_rows: false }
    }

    pub(super) fn open_head(&mut self) {
        self.in_head = true;
        self.column = 0;
        self.markup.push_str("<thead><tr>");
    }

    pub(super) fn close_head(&mut self) {
        self.in_head = false;
        self.markup.push_str("</tr></thead>");
    }

    pub(super) fn open_row(&mut self) {
        self.column = 0;
        self.markup.push_str(if self.has_rows { "<tr>" } else { "<tbody><tr>" });
        self.has_rows = true;
    }

    pub(super) fn close_row(&mut self) {
        self.markup.push_str("</tr>\n");
    }

    /// Adds a cell. A head without text is no head.
    pub(super) fn cell(&mut self, content: &str, plain: &str) {
        let is_head = self.in_head && !content.is_empty();
        self.markup.push_str(if is_head { "<th scope=\"col\"" } else { "<td" });
        self.markup.push_str(match self.alignments.get(self.column) {
            Some(Alignment::Center) => " class=\"align-center\">",
            Some(Alignment::Right) => " class=\"align-right\">",
            _ => ">",
        });
        self.markup.push_str(content);
        self.markup.push_str(if is_head { "</th>" } else { "</td>" });
        if is_head {
            if !self.name.is_empty() {
                self.name.push_str(", ");
            }
            self.name.push_str(plain);
        }
        self.column += 1;
    }

    /// Appends the whole table in its region; `number` tells tables of equal heads apart.
    pub(super) fn finish(self, out: &mut String, m: &Messages, number: usize) {
        out.push_str("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
        m.table_name(number).write(out, escape);
        if !self.name.is_empty() {
            out.push_str(": ");
            escape(&self.name, out);
        }
        out.push_str("\"><table>");
        out.push_str(&self.markup);
        out.push_str(if self.has_rows { "</tbody></table></div>\n" } else { "</table></div>\n" });
    }
}
