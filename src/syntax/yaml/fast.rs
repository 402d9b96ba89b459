//! Reads the part of YAML that handbooks are mostly written in, ten times faster than a complete parser.
//!
//! Block mappings and lists, flow collections on one line, plain and quoted scalars on one line, block scalars,
//! comments. On anything else, on any doubt and on every mistake it answers `None`, and the complete parser takes
//! over: so it must never differ from that one where it answers, and it never has to explain anything. That both
//! agree is a property test below.

mod flow;
mod scalar;

use crate::syntax::{Entry, Kind, Node, Scalar};
use crate::text::{Source, Span, Spanned, holds, is_one_of};
use std::borrow::Cow;
use std::ops::Range;

/// How deep it follows; the complete parser follows further.
const DEEPEST: usize = 40;
/// With more keys in one mapping, looking for duplicates one by one would take too long.
const MOST_KEYS: usize = 64;
/// The longest key in bytes; YAML itself has a limit a little above it.
const LONGEST_KEY: usize = 500;

/// The one document of a part of a source, if it is simple enough.
pub(super) fn parse(source: &Source, range: Span) -> Option<Vec<Node<'_>>> {
    let text = source.slice(range);
    if !is_tame(text) {
        return None;
    }
    let mut reader = Reader { source, text, bytes: text.as_bytes(), base: range.start(), at: 0, line: 0 };
    if text.starts_with("---\n") || text.starts_with("---\r\n") {
        reader.at = 3;
        reader.finish_line()?;
    } else {
        reader.skip_to_content()?;
    }
    let Some(column) = reader.column() else { return Some(Vec::new()) };
    let root = reader.block(column, 0)?;
    reader.column().is_none().then(|| vec![root])
}

/// Whether a text holds neither tabs nor control characters nor anything else that YAML treats in its own way.
fn is_tame(text: &str) -> bool {
    let bytes = text.as_bytes();
    let wild = |byte: u8| (byte == 0x7f) | ((byte < b' ') & !is_one_of(byte, *b"\n\r"));
    if holds(text, wild) {
        return false;
    }
    let returns = || bytes.iter().enumerate().filter(|&(_, &byte)| byte == b'\r');
    if bytes.contains(&b'\r') && returns().any(|(at, _)| bytes.get(at + 1) != Some(&b'\n')) {
        return false;
    }
    // What else is wild begins with one of three bytes; most texts hold none of them.
    let is_wild = |letter| {
        matches!(letter, '\u{80}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
    };
    text.is_ascii() || !holds(text, |byte| is_one_of(byte, [0xc2, 0xe2, 0xef])) || !text.chars().any(is_wild)
}

struct Reader<'a> {
    source: &'a Source,
    text: &'a str,
    bytes: &'a [u8],
    /// Where the text begins in the source.
    base: usize,
    at: usize,
    /// Start of the line of `at`.
    line: usize,
}

impl<'a> Reader<'a> {
    fn span(&self, range: Range<usize>) -> Span {
        self.source.span(self.base + range.start, self.base + range.end)
    }

    /// The byte at an offset from here; 0 past the end, since a tame text holds none.
    fn peek(&self, offset: usize) -> u8 {
        self.bytes.get(self.at + offset).copied().unwrap_or(0)
    }

    fn skip_spaces(&mut self) {
        // Lines deep in a tree begin with many.
        while self.bytes[self.at..].first_chunk() == Some(b"        ") {
            self.at += 8;
        }
        while self.peek(0) == b' ' {
            self.at += 1;
        }
    }

    /// Whether nothing but a comment follows on this line.
    fn at_line_end(&self) -> bool {
        match self.peek(0) {
            b'#' => self.at == self.line || self.bytes[self.at - 1] == b' ',
            byte => is_line_end(byte),
        }
    }

    /// Leaves a line behind which nothing else may stand, and goes to the next content.
    fn finish_line(&mut self) -> Option<()> {
        self.skip_spaces();
        if !self.at_line_end() {
            return None;
        }
        self.skip_line();
        self.skip_to_content()
    }

    fn skip_line(&mut self) {
        let rest = &self.bytes[self.at..];
        self.at += (first_of(rest, [b'\n']) + 1).min(rest.len());
        self.line = self.at;
    }

    /// From the start of a line to the first content; none before a marker of documents.
    fn skip_to_content(&mut self) -> Option<()> {
        loop {
            self.skip_spaces();
            match self.peek(0) {
                0 => return Some(()),
                b'\n' | b'\r' | b'#' => self.skip_line(),
                _ => break,
            }
        }
        let marker = self.at == self.line
            && matches!(self.bytes[self.at..], [b'-', b'-', b'-', ..] | [b'.', b'.', b'.', ..]);
        (!marker).then_some(())
    }

    /// The column of the content that comes next; none at the end.
    fn column(&self) -> Option<usize> {
        (self.at < self.bytes.len()).then_some(self.at - self.line)
    }

    fn at_dash(&self) -> bool {
        self.peek(0) == b'-' && (self.peek(1) == b' ' || is_line_end(self.peek(1)))
    }

    /// A list or mapping whose first item or key stands here. Like all that read blocks, it ends at the content
    /// that follows.
    fn block(&mut self, column: usize, depth: usize) -> Option<Node<'a>> {
        if self.at_dash() { self.sequence(column, depth) } else { self.mapping(column, depth) }
    }

    fn sequence(&mut self, column: usize, depth: usize) -> Option<Node<'a>> {
        if depth == DEEPEST {
            return None;
        }
        let start = self.at;
        let mut items = Vec::new();
        let mut end;
        loop {
            self.at += 1;
            let item = self.item(column, depth + 1)?;
            end = item.span.end() - self.base;
            items.push(item);
            match self.column() {
                Some(next) if next > column => return None,
                Some(next) if next == column && self.at_dash() => {}
                _ => break,
            }
        }
        Some(Node { span: self.span(start..end), kind: Kind::Sequence(items) })
    }

    /// What stands behind a dash.
    fn item(&mut self, column: usize, depth: usize) -> Option<Node<'a>> {
        let after_dash = self.at;
        self.skip_spaces();
        if self.at_line_end() {
            self.finish_line()?;
            return match self.column() {
                Some(next) if next > column => self.block(next, depth),
                _ => Some(self.nothing(after_dash)),
            };
        }
        let inner = self.at - self.line;
        if self.at_dash() {
            return self.sequence(inner, depth);
        }
        if self.at_key() {
            return self.mapping(inner, depth);
        }
        self.value(column, depth)
    }

    fn mapping(&mut self, column: usize, depth: usize) -> Option<Node<'a>> {
        if depth == DEEPEST {
            return None;
        }
        let start = self.at;
        let mut entries: Vec<Entry<'a>> = Vec::new();
        let mut end;
        loop {
            let key = self.key()?;
            let after_colon = self.at;
            if entries.len() == MOST_KEYS || is_among(&entries, &key.value) {
                return None;
            }
            self.skip_spaces();
            let value = if self.at_line_end() {
                self.finish_line()?;
                match self.column() {
                    Some(next) if next > column => self.block(next, depth + 1)?,
                    Some(next) if next == column && self.at_dash() => self.sequence(column, depth + 1)?,
                    _ => self.nothing(after_colon),
                }
            } else {
                self.value(column, depth + 1)?
            };
            end = value.span.end() - self.base;
            entries.push(Entry { key, value });
            match self.column() {
                Some(next) if next > column => return None,
                Some(next) if next == column => {}
                _ => break,
            }
        }
        Some(Node { span: self.span(start..end), kind: Kind::Mapping(entries) })
    }

    /// Whether a key of a mapping stands here, rather than a value.
    fn at_key(&mut self) -> bool {
        let before = self.at;
        let found = match self.peek(0) {
            b'"' | b'\'' => self.quoted().is_some() && self.peek(0) == b':',
            _ => self.starts_plain() && self.bytes.get(self.plain_end()) == Some(&b':'),
        };
        self.at = before;
        found
    }

    /// A key with its colon.
    fn key(&mut self) -> Option<Spanned<Cow<'a, str>>> {
        let start = self.at;
        let key = if matches!(self.peek(0), b'"' | b'\'') {
            self.quoted()?
        } else {
            if !self.starts_plain() {
                return None;
            }
            self.at = self.plain_end();
            if self.bytes[self.at - 1] == b' ' {
                return None;
            }
            Cow::Borrowed(&self.text[start..self.at])
        };
        let colon = self.peek(0) == b':' && (self.peek(1) == b' ' || is_line_end(self.peek(1)));
        if !colon || self.at - start > LONGEST_KEY {
            return None;
        }
        let key = Spanned::new(key, self.span(start..self.at));
        self.at += 1;
        Some(key)
    }

    /// A value that begins on the line of its key or dash, which stands at `column`.
    fn value(&mut self, column: usize, depth: usize) -> Option<Node<'a>> {
        let start = self.at;
        let node = match self.peek(0) {
            b'|' | b'>' => return self.block_scalar(column),
            b'[' | b'{' => self.flow(depth)?,
            b'"' | b'\'' => {
                let text = self.quoted()?;
                self.text_node(text, false, start..self.at)
            }
            _ if self.starts_plain() => {
                let end = self.plain_end();
                if self.bytes.get(end) == Some(&b':') {
                    return None;
                }
                self.at = end;
                let text = self.text[start..end].trim_end_matches(' ');
                self.text_node(Cow::Borrowed(text), true, start..start + text.len())
            }
            _ => return None,
        };
        self.finish_line()?;
        Some(node)
    }

    fn text_node(&self, text: Cow<'a, str>, plain: bool, range: Range<usize>) -> Node<'a> {
        Node { span: self.span(range), kind: Kind::Scalar(Scalar { text, plain }) }
    }

    fn nothing(&self, at: usize) -> Node<'a> {
        self.text_node(Cow::Borrowed(""), true, at..at)
    }
}

/// Whether a mapping has a key already.
fn is_among(entries: &[Entry], key: &str) -> bool {
    entries.iter().any(|entry| *entry.key.value == *key)
}

/// Where the first byte stands that is one of some, else the end; seen for eight bytes at a time. What is looked for here
/// is nearly always near: a search made for long texts would not even have begun, and reading YAML would take a fifth
/// longer with the tables of [`text::find`](crate::text::find).
fn first_of<const N: usize>(bytes: &[u8], some: [u8; N]) -> usize {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = ONES << 7;
    let mut at = 0;
    while let Some(block) = bytes[at..].first_chunk() {
        let block = u64::from_le_bytes(*block);
        // The lowest high bit that is set stands in the first byte that is one of them.
        let found = some.iter().fold(0, |found, &byte| {
            let differs = block ^ (u64::from(byte) * ONES);
            found | (differs.wrapping_sub(ONES) & !differs)
        }) & HIGH;
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    let rest = &bytes[at..];
    at + rest.iter().position(|byte| some.contains(byte)).unwrap_or(rest.len())
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r' | 0)
}

#[cfg(test)]
mod tests;
