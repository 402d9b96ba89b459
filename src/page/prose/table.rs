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
    /// Where its markup begins.
    begin: usize,
    /// Where the cell begins that is being written, and where what stands in it does.
    cell: (usize, usize),
    column: usize,
    in_head: bool,
    has_rows: bool,
}

impl Table {
    /// A table whose markup is about to be appended.
    pub(super) fn new(alignments: Vec<Alignment>, out: &str) -> Table {
        let (name, begin, cell) = (String::new(), out.len(), (0, 0));
        Table { alignments, name, begin, cell, column: 0, in_head: false, has_rows: false }
    }

    pub(super) fn open_head(&mut self, out: &mut String) {
        self.in_head = true;
        self.column = 0;
        out.push_str("<thead><tr>");
    }

    pub(super) fn close_head(&mut self, out: &mut String) {
        self.in_head = false;
        out.push_str("</tr></thead>");
    }

    pub(super) fn open_row(&mut self, out: &mut String) {
        self.column = 0;
        out.push_str(if self.has_rows { "<tr>" } else { "<tbody><tr>" });
        self.has_rows = true;
    }

    pub(super) fn close_row(out: &mut String) {
        out.push_str("</tr>\n");
    }

    /// Opens a cell, and says whether its plain text is asked for.
    pub(super) fn open_cell(&mut self, out: &mut String) -> bool {
        let begin = out.len();
        self.open_cell_as(if self.in_head { "<th scope=\"col\"" } else { "<td" }, out);
        self.cell = (begin, out.len());
        self.in_head
    }

    fn open_cell_as(&self, tag: &str, out: &mut String) {
        out.push_str(tag);
        out.push_str(match self.alignments.get(self.column) {
            Some(Alignment::Center) => " class=\"align-center\">",
            Some(Alignment::Right) => " class=\"align-right\">",
            _ => ">",
        });
    }

    /// Closes a cell with its plain text, where that was asked for. A head without text is no head.
    pub(super) fn close_cell(&mut self, plain: Option<&str>, out: &mut String) {
        let (begin, content) = self.cell;
        let is_head = self.in_head && out.len() > content;
        if self.in_head && !is_head {
            out.truncate(begin);
            self.open_cell_as("<td", out);
        }
        out.push_str(if is_head { "</th>" } else { "</td>" });
        if let Some(plain) = plain.filter(|_| is_head) {
            if !self.name.is_empty() {
                self.name.push_str(", ");
            }
            self.name.push_str(plain);
        }
        self.column += 1;
    }

    /// Puts the region around the whole table, which its heads name; `number` tells tables of equal heads apart.
    pub(super) fn finish(self, out: &mut String, m: &Messages, number: usize) {
        let mut region = String::from("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
        m.table_name(number).write(&mut region, escape);
        if !self.name.is_empty() {
            region.push_str(": ");
            escape(&self.name, &mut region);
        }
        region.push_str("\"><table>");
        out.insert_str(self.begin, &region);
        out.push_str(if self.has_rows { "</tbody></table></div>\n" } else { "</table></div>\n" });
    }
}
