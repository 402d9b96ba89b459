//! Fenced blocks with the info string `okr`: their YAML, and where each line of it stands in the file, since a block
//! may be indented with the list that holds it, or stand in a quote.

use crate::text::{Source, Span};
use std::ops::Range;

/// Whether a fenced block with this info string shows goals.
pub fn is_live(info: &str) -> bool {
    info.split([' ', ',', '{', '\t']).next() == Some("okr")
}

/// A fenced block with the info string `okr`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its YAML, without the indentation of the block.
    pub text: String,
    /// Where the YAML stands.
    pub span: Span,
    /// Where each piece of the text begins, and where it stands in the file.
    pieces: Vec<(usize, Span)>,
}

impl Block {
    pub(super) fn new(text: String, span: Span, pieces: Vec<(usize, Span)>) -> Block {
        Block { text, span, pieces }
    }

    /// Where a range of its text stands in the file; the whole block where that cannot be told.
    pub fn place(&self, source: &Source, range: Range<usize>) -> Span {
        let last = range.end.max(range.start + 1) - 1;
        let (Some(start), Some(end)) = (self.offset(range.start), self.offset(last)) else {
            return self.span;
        };
        source.span(start, if range.is_empty() { start } else { end + 1 })
    }

    /// Where a byte of its text stands in the file.
    fn offset(&self, at: usize) -> Option<usize> {
        let index = self.pieces.partition_point(|(start, _)| *start <= at).checked_sub(1)?;
        let (start, place) = self.pieces[index];
        let end = self.pieces.get(index + 1).map_or(self.text.len(), |(next, _)| *next);
        // A piece that is written otherwise than it reads has no places inside.
        (place.end() - place.start() == end - start).then(|| place.start() + at - start)
    }
}
