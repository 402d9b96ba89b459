//! Flow collections of the fast path: `[a, b]` and `{a: b}` on one line.

use super::{DEEPEST, Mapping, Reader, is_line_end};
use crate::syntax::node::Collection;
use std::borrow::Cow;

impl<'a> Reader<'a> {
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
            self.document.close(index, self.span(start..self.at), Collection::sequence(count));
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
        let start = self.at;
        match self.peek(0) {
            b'[' | b'{' => self.flow(depth)?,
            b'"' | b'\'' => {
                let text = self.quoted()?;
                self.text(text, false, start..self.at);
            }
            _ => {
                let text = self.flow_plain()?;
                if self.peek(0) == b':' {
                    return None;
                }
                self.text(Cow::Borrowed(text), true, start..start + text.len());
            }
        }
        Some(())
    }

    /// A key with its colon and the blanks behind it.
    fn flow_key(&mut self, mapping: &mut Mapping) -> Option<()> {
        let start = self.at;
        let (text, plain) = match self.peek(0) {
            b'"' | b'\'' => (self.quoted()?, false),
            _ => (Cow::Borrowed(self.flow_plain()?), true),
        };
        if self.peek(0) != b':' || self.peek(1) != b' ' {
            return None;
        }
        self.add_key(mapping, text, plain, start)?;
        self.at += 1;
        self.skip_spaces();
        Some(())
    }

    /// A plain scalar, up to a comma, a bracket or the colon of a key.
    fn flow_plain(&mut self) -> Option<&'a str> {
        if !self.starts_plain() {
            return None;
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
        let text = &self.text[start..self.at];
        if self.peek(0) == b':' && text.ends_with(' ') {
            return None;
        }
        Some(text.trim_end_matches(' '))
    }
}
