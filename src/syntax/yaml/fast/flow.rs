//! Flow collections of the fast path: `[a, b]` and `{a: b}` on one line.

use super::{DEEPEST, LONGEST_KEY, MOST_KEYS, Reader, is_among, is_line_end};
use crate::syntax::{Entry, Kind, Node};
use crate::text::Spanned;
use std::borrow::Cow;

impl<'a> Reader<'a> {
    /// A flow collection that opens here.
    pub(super) fn flow(&mut self, depth: usize) -> Option<Node<'a>> {
        if depth >= DEEPEST {
            return None;
        }
        let start = self.at;
        let kind = if self.peek(0) == b'[' {
            let mut items = Vec::new();
            self.flow_parts(b']', |reader| {
                items.push(reader.flow_value(depth + 1)?);
                Some(())
            })?;
            Kind::Sequence(items)
        } else {
            let mut entries: Vec<Entry<'a>> = Vec::new();
            self.flow_parts(b'}', |reader| {
                let key = reader.flow_key()?;
                if entries.len() == MOST_KEYS || is_among(&entries, &key.value) {
                    return None;
                }
                let value = reader.flow_value(depth + 1)?;
                entries.push(Entry { key, value });
                Some(())
            })?;
            Kind::Mapping(entries)
        };
        Some(Node { span: self.span(start..self.at), kind })
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

    fn flow_value(&mut self, depth: usize) -> Option<Node<'a>> {
        let start = self.at;
        match self.peek(0) {
            b'[' | b'{' => self.flow(depth),
            b'"' | b'\'' => {
                let text = self.quoted()?;
                Some(self.text_node(text, false, start..self.at))
            }
            _ => {
                let text = self.flow_plain()?;
                if self.peek(0) == b':' {
                    return None;
                }
                Some(self.text_node(Cow::Borrowed(text), true, start..start + text.len()))
            }
        }
    }

    /// A key with its colon and the blanks behind it.
    fn flow_key(&mut self) -> Option<Spanned<Cow<'a, str>>> {
        let start = self.at;
        let key = match self.peek(0) {
            b'"' | b'\'' => self.quoted()?,
            _ => Cow::Borrowed(self.flow_plain()?),
        };
        if self.peek(0) != b':' || self.peek(1) != b' ' || self.at - start > LONGEST_KEY {
            return None;
        }
        let key = Spanned::new(key, self.span(start..self.at));
        self.at += 1;
        self.skip_spaces();
        Some(key)
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
