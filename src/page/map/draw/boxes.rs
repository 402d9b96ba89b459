//! The boxes of a map: what stands in each, line by line.

use super::{HEAD, Pen, column};
use crate::page::chart::ink;
use crate::page::html::escape;
use crate::page::map::block::{BAR, Cell, INDENT, LEVEL, MARK, Mark, PADDING, SMALL, WIDTH};
use crate::page::map::path;

impl Pen<'_> {
    /// A goal with its key results.
    pub(super) fn block(&mut self, node: usize) {
        let (map, place) = (self.map, self.layout.places[node]);
        let (left, top) = (column(place.layer), place.top + HEAD);
        let Some((first, others)) = map.blocks[node].cells.split_first() else { return };
        for cell in others {
            self.out.push_str("<path class=\"own\" d=\"");
            let height = top + cell.top + LEVEL;
            let from = top + first.height;
            let points = [(left + INDENT / 2, from), (left + INDENT / 2, height), (left + INDENT, height)];
            path::corners(self.out, &points.map(|point| self.at(point)));
            self.out.push_str("\"/>");
        }
        self.cell(first, left, WIDTH, top);
        for cell in others {
            self.cell(cell, left + INDENT, WIDTH - INDENT, top + cell.top);
        }
    }

    /// A box: the link to its goal.
    fn cell(&mut self, cell: &Cell, left: i32, width: i32, top: i32) {
        let scene = self.scene;
        let href = scene.links.goal(cell.goal);
        if href.is_empty() {
            self.out.push_str("<a class=\"");
        } else {
            self.out.push_str("<a href=\"");
            escape(&href, self.out);
            self.out.push_str("\" class=\"");
        }
        self.out.push_str(cell.class);
        self.out.push_str("\">");
        if cell.title.is_cut {
            self.full_name(cell);
        }
        self.rect("box", left, top, width, cell.height);
        let inner = left + PADDING;
        let mut base = top + PADDING + cell.line - 6;
        self.lines("title", inner, base, cell.line, &cell.title.lines);
        base += cell.line * i32::try_from(cell.title.lines.len().max(1)).unwrap_or(1) - cell.line + SMALL + 2;
        self.lines("note", inner, base, SMALL, &cell.notes);
        base += SMALL * i32::try_from(cell.notes.len()).unwrap_or(0);
        if cell.is_suspect {
            self.text("note doubt", inner, base, false, &format!("◇ {} ", scene.m.map_suspect));
            base += SMALL;
        }
        if cell.left_out > 0 {
            let more = scene.m.map_more_below(cell.left_out).to_string();
            self.text("note", inner, base, false, &format!("{more} "));
            base += SMALL;
        }
        self.foot(cell, left, width, top, base);
        self.out.push_str("</a>");
    }

    /// The name of a goal whose title is cut, with everything that its box says.
    fn full_name(&mut self, cell: &Cell) {
        self.out.push_str("<title>");
        escape(self.scene.site.handbook.title(cell.goal), self.out);
        let standing = cell.standing.as_ref().map(|standing| standing.word.as_str());
        let number = cell.bar.as_ref().map(|bar| bar.number.as_str());
        for word in standing.into_iter().chain(number) {
            escape(self.scene.m.comma, self.out);
            escape(word, self.out);
        }
        self.out.push_str("</title>");
    }

    /// How a goal fares and how far it is.
    fn foot(&mut self, cell: &Cell, left: i32, width: i32, top: i32, base: i32) {
        if let Some(standing) = &cell.standing {
            self.out.push_str("<g class=\"health ");
            self.out.push_str(standing.class);
            self.out.push_str("\">");
            let start = left + PADDING;
            match standing.mark {
                Mark::Shape(shape) => {
                    let (x, y) = self.corner(start, base - 10, 10);
                    self.out.push_str("<svg class=\"mark\" x=\"");
                    ink::int(self.out, i64::from(x));
                    self.out.push_str("\" y=\"");
                    ink::int(self.out, i64::from(y));
                    self.out.push_str("\" width=\"10\" height=\"10\">");
                    self.out.push_str(shape);
                    self.out.push_str("</svg>");
                }
                // The word beside it is heard; a sign would only be spelled out.
                Mark::Sign(sign) => {
                    self.out.push_str("<g aria-hidden=\"true\">");
                    self.text("", start, base, false, sign);
                    self.out.push_str("</g>");
                }
            }
            self.text("", start + MARK, base, false, &[standing.word.as_str(), " "].concat());
            self.out.push_str("</g>");
        }
        let Some(bar) = &cell.bar else { return };
        let base = if cell.has_two_feet() { base + SMALL } else { base };
        self.text("number", left + width - PADDING, base, true, &bar.number);
        let (start, room, y) = (left + PADDING, width - 2 * PADDING, top + cell.height - 2 * BAR - 2);
        let Some(progress) = bar.progress.filter(|progress| progress.is_finite()) else {
            self.rect("empty", start, y, room, BAR);
            return;
        };
        let share = |share: f64| (f64::from(room) * share.clamp(0.0, 1.0)).round() as i32;
        self.rect("track", start, y, room, BAR);
        if share(progress) > 0 {
            self.rect("fill", start, y, share(progress), BAR);
        }
        if let Some(expected) = bar.expected.filter(|expected| expected.is_finite()) {
            self.rect("expected", (start + share(expected)).min(start + room - 2), y - 2, 2, BAR + 4);
        }
    }
}
