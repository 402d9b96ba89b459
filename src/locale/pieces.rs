//! Takes what ICU4X wrote apart again: which letters are the year, which the decimal sign, which merely stand around.

use std::fmt;
use writeable::{Part, PartsWrite, Writeable};

/// A stretch of a written number or date, and what it is; none for what stands around.
pub(super) type Piece = (Option<Part>, String);

/// Which of nested parts counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Nested {
    /// A day, not the digits that it is written with.
    Outer,
    /// A separator of groups, not the number in which it stands.
    Inner,
}

/// The pieces of something written.
pub(super) fn pieces(written: &impl Writeable, nested: Nested) -> Vec<Piece> {
    let mut sink = Sink { pieces: Vec::new(), part: None, nested };
    written.write_to_parts(&mut sink).expect("writing to a string cannot fail");
    sink.pieces
}

struct Sink {
    pieces: Vec<Piece>,
    part: Option<Part>,
    nested: Nested,
}

impl fmt::Write for Sink {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        match self.pieces.last_mut() {
            Some((part, piece)) if *part == self.part => piece.push_str(text),
            _ => self.pieces.push((self.part, text.to_owned())),
        }
        Ok(())
    }
}

impl PartsWrite for Sink {
    type SubPartsWrite = Sink;

    fn with_part(&mut self, part: Part, mut write: impl FnMut(&mut Sink) -> fmt::Result) -> fmt::Result {
        let outer = self.part;
        if outer.is_none() || self.nested == Nested::Inner {
            self.part = Some(part);
        }
        let written = write(self);
        self.part = outer;
        written
    }
}

/// What stands before and behind a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Affix {
    pub(super) before: String,
    pub(super) behind: String,
}

impl Affix {
    /// What stands around the digits of a written number.
    pub(super) fn around_digits(written: &str) -> Affix {
        let is_digit = |letter: char| letter.is_numeric();
        let start = written.find(is_digit).unwrap_or(written.len());
        let end = written
            .rfind(is_digit)
            .map_or(start, |last| last + written[last..].chars().next().map_or(0, char::len_utf8));
        Affix { before: minus(&written[..start]), behind: minus(&written[end..]) }
    }
}

/// CLDR writes a hyphen where typographers set a minus sign.
pub(super) fn minus(text: &str) -> String {
    text.replace('-', "−")
}
