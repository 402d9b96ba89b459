//! What a map is made of: texts and rectangles, mirrored where reading is from right to left.

use super::Pen;
use crate::page::chart::ink;
use crate::page::html::escape;
use crate::page::map::path::Point;

impl Pen<'_> {
    /// Texts below each other. Each ends in a space, so that they do not run together where they are read aloud.
    pub(super) fn lines(&mut self, class: &str, start: i32, base: i32, height: i32, lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        self.open_text(class, start, base, false);
        let (x, _) = self.at((start, 0));
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                self.out.push_str("<tspan x=\"");
                ink::int(self.out, i64::from(x));
                self.out.push_str("\" dy=\"");
                ink::int(self.out, i64::from(height));
                self.out.push_str("\">");
            }
            escape(line, self.out);
            self.out.push_str(if index > 0 { " </tspan>" } else { " " });
        }
        self.out.push_str("</text>");
    }

    pub(super) fn text(&mut self, class: &str, start: i32, base: i32, ends: bool, text: &str) {
        self.open_text(class, start, base, ends);
        escape(text, self.out);
        self.out.push_str("</text>");
    }

    fn open_text(&mut self, class: &str, start: i32, base: i32, ends: bool) {
        let (x, y) = self.at((start, base));
        self.out.push_str("<text x=\"");
        ink::int(self.out, i64::from(x));
        self.out.push_str("\" y=\"");
        ink::int(self.out, i64::from(y));
        if !class.is_empty() {
            self.out.push_str("\" class=\"");
            self.out.push_str(class);
        }
        self.out.push_str(if ends { "\" text-anchor=\"end\">" } else { "\">" });
    }

    pub(super) fn rect(&mut self, class: &str, left: i32, top: i32, width: i32, height: i32) {
        let (x, y) = self.corner(left, top, width);
        self.out.push_str("<rect class=\"");
        self.out.push_str(class);
        for (name, number) in
            [("\" x=\"", x), ("\" y=\"", y), ("\" width=\"", width), ("\" height=\"", height)]
        {
            self.out.push_str(name);
            ink::int(self.out, i64::from(number));
        }
        self.out.push_str("\"/>");
    }

    /// The upper left corner of something that begins at a place, in the direction of reading.
    pub(super) fn corner(&self, start: i32, top: i32, width: i32) -> Point {
        if self.scene.language.is_rtl { (self.width - start - width, top) } else { (start, top) }
    }

    /// A place, mirrored where reading is from right to left.
    pub(super) fn at(&self, (x, y): Point) -> Point {
        self.corner(x, y, 0)
    }
}
