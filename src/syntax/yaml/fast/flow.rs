//! Flow collections of the fast path: `[a, b]` and `{a: b}` on one line.

use super::{DEEPEST, Mapping, Reader, is_line_end};
use crate::syntax::node::Collection;

impl Reader<'_> {
    /// A flow collection that opens here.
    pub(super) fn flow(&mut self, depth: usize) -> Option<()> {
        if depth >= DEEPEST {
            return None;
        }
        if self.peek(0) == b'[' {
            let (start, index, mut count) = (self.at, self.open(), 0);
            self.flow_parts(b']', |reader| {
                count += 1;
                reader.flow_value(depth + 1)
            })?;
            self.document.close(index, self.source.span(start, self.at), Collection::sequence(count));
        } else {
            let mut mapping = self.open_mapping();
            self.flow_parts(b'}', |reader| {
                reader.flow_key(&mut mapping)?;
                reader.flow_value(depth + 1)
            })?;
            self.close_mapping(&mapping, self.at);
        }
        self.end = self.at;
        Some(())
    }

    /// The parts between brackets, separated by commas.
    fn flow_parts(&mut self, close: u8, mut part: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.at += 1;
        self.skip_spaces();
        if self.peek(0) == close {
            self.at += 1;
            return Some(());
        }
        loop {
            part(self)?;
            self.skip_spaces();
            let sign = self.peek(0);
            self.at += 1;
            match sign {
                b',' => self.skip_spaces(),
                sign if sign == close => return Some(()),
                _ => return None,
            }
        }
    }

    fn flow_value(&mut self, depth: usize) -> Option<()> {
        match self.peek(0) {
            b'[' | b'{' => self.flow(depth),
            _ => self.flow_scalar(),
        }
    }

    /// A key with its colon and the blanks behind it.
    fn flow_key(&mut self, mapping: &mut Mapping) -> Option<()> {
        self.flow_scalar()?;
        if self.peek(0) != b':' || self.peek(1) != b' ' {
            return None;
        }
        self.add_key(mapping)?;
        self.skip_spaces();
        Some(())
    }

    /// A quoted scalar, or a plain one up to a comma, a bracket or the colon of a key.
    fn flow_scalar(&mut self) -> Option<()> {
        if !self.starts_plain() {
            return self.quoted();
        }
        let start = self.at;
        loop {
            match self.peek(0) {
                b',' | b']' | b'}' => break,
                b':' if matches!(self.peek(1), b' ' | b',' | b'[' | b']' | b'{' | b'}') => break,
                b'[' | b'{' | b'#' => return None,
                byte if is_line_end(byte) => return None,
                _ => self.at += 1,
            }
        }
        let length = self.text(start..self.at).trim_end_matches(' ').len();
        self.add(start..start + length);
        Some(())
    }
}
