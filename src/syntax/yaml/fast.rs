//! Reads the part of YAML that handbooks are mostly written in, ten times faster than a complete parser.
//!
//! Block mappings and lists, flow collections on one line, plain and quoted scalars on one line, block scalars,
//! comments. On anything else, on any doubt and on every mistake it answers `None`, and the complete parser takes
//! over: so it must never differ from that one where it answers, and it never has to explain anything. That both
//! agree is a property test below.

mod flow;
mod scalar;

use crate::syntax::node::{Collection, KeySet};
use crate::syntax::{Document, Scalar};
use crate::text::{Source, Span, Spanned, holds, is_one_of};
use memchr::memchr;
use std::borrow::Cow;
use std::ops::Range;

/// How deep it follows; the complete parser follows further.
const DEEPEST: usize = 40;
/// With more keys in one mapping, looking for duplicates one by one would take too long.
const MOST_KEYS: usize = 64;
/// The longest key in bytes; YAML itself has a limit a little above it.
const LONGEST_KEY: usize = 500;
/// In how many bytes of text a value or a key stands, at least, in nearly all files.
const BYTES_A_PART: usize = 12;
/// So much room is made before anything is read: a text that is long for other reasons should not take several times its size.
const MOST_ROOM: usize = 1 << 16;

/// The one document of a part of a source, if it is simple enough.
pub(super) fn parse(source: &Source, range: Span) -> Option<Vec<Document<'_>>> {
    let text = source.slice(range);
    if !is_tame(text) {
        return None;
    }
    let document = Document::with_capacity((text.len() / BYTES_A_PART + 1).min(MOST_ROOM));
    let (start, bytes) = (range.start(), &source.text().as_bytes()[..range.end()]);
    let mut reader = Reader { source, bytes, at: start, line: start, end: start, document };
    if text.starts_with("---\n") || text.starts_with("---\r\n") {
        reader.skip_line();
    }
    reader.skip_to_content()?;
    let Some(column) = reader.column() else { return Some(Vec::new()) };
    reader.block(column, 0)?;
    reader.column().is_none().then(|| vec![reader.document])
}

/// Whether a text holds neither tabs nor control characters nor anything else that YAML treats in its own way.
fn is_tame(text: &str) -> bool {
    // As a signed number, what is not ASCII is less than a blank, too. Most texts hold neither.
    if !holds(text, |byte| is_one_of(byte, [0x7f]) | ((byte.cast_signed() < 0x20) & !is_one_of(byte, *b"\n")))
    {
        return true;
    }
    let bytes = text.as_bytes();
    let is_control = |byte: u8| (byte == 0x7f) | ((byte < b' ') & !is_one_of(byte, *b"\n"));
    if holds(text, is_control) {
        // Line ends of two letters are tame.
        let is_tame = |(at, &byte): (usize, &u8)| match byte {
            b'\r' => bytes.get(at + 1) == Some(&b'\n'),
            byte => !is_control(byte),
        };
        if !bytes.iter().enumerate().all(is_tame) {
            return false;
        }
    }
    // What else is wild begins with one of three bytes; most texts hold none of them.
    let is_wild = |letter| {
        matches!(letter, '\u{80}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
    };
    text.is_ascii() || !holds(text, |byte| is_one_of(byte, [0xc2, 0xe2, 0xef])) || !text.chars().any(is_wild)
}

struct Reader<'a> {
    source: &'a Source,
    /// The bytes of the source, up to the end of the part that is read.
    bytes: &'a [u8],
    at: usize,
    /// Start of the line of `at`.
    line: usize,
    /// Where the last value ends.
    end: usize,
    document: Document<'a>,
}

impl<'a> Reader<'a> {
    /// The byte at an offset from here; 0 past the end, since a tame text holds none.
    fn peek(&self, offset: usize) -> u8 {
        self.bytes.get(self.at + offset).copied().unwrap_or(0)
    }

    #[inline]
    fn skip_spaces(&mut self) {
        const SPACES: u64 = u64::from_le_bytes([b' '; 8]);
        // Lines deep in a tree begin with many.
        while let Some(block) = self.bytes[self.at..].first_chunk() {
            let others = u64::from_le_bytes(*block) ^ SPACES;
            if others != 0 {
                self.at += others.trailing_zeros() as usize / 8;
                return;
            }
            self.at += 8;
        }
        while self.peek(0) == b' ' {
            self.at += 1;
        }
    }

    /// Whether nothing but a comment follows on this line.
    #[inline]
    fn at_line_end(&self) -> bool {
        match self.peek(0) {
            b'#' => self.at == self.line || self.bytes[self.at - 1] == b' ',
            byte => is_line_end(byte),
        }
    }

    /// Leaves a line behind which nothing else may stand, and goes to the next content.
    #[inline]
    fn finish_line(&mut self) -> Option<()> {
        if self.peek(0) == b'\n' {
            self.at += 1;
            self.line = self.at;
        } else {
            self.finish_other_line()?;
        }
        self.skip_to_content()
    }

    /// Leaves a line behind that has blanks at its end, or a comment, or an end of two letters.
    #[cold]
    fn finish_other_line(&mut self) -> Option<()> {
        self.skip_spaces();
        if !self.at_line_end() {
            return None;
        }
        self.skip_line();
        Some(())
    }

    fn skip_line(&mut self) {
        let rest = &self.bytes[self.at..];
        self.at += memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        self.line = self.at;
    }

    /// From the start of a line to the first content; none before a marker of documents.
    #[inline]
    fn skip_to_content(&mut self) -> Option<()> {
        self.skip_spaces();
        // Nearly all lines begin with a letter or a dash behind blanks.
        if self.at > self.line && !matches!(self.peek(0), b'\n' | b'\r' | b'#') {
            return Some(());
        }
        self.skip_void()
    }

    /// The same, behind the blanks of a line that may hold nothing else, or a marker.
    #[cold]
    fn skip_void(&mut self) -> Option<()> {
        while matches!(self.peek(0), b'\n' | b'\r' | b'#') {
            self.skip_line();
            self.skip_spaces();
        }
        let rest = &self.bytes[self.at..];
        let marker = self.at == self.line && (rest.starts_with(b"---") || rest.starts_with(b"..."));
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
    fn block(&mut self, column: usize, depth: usize) -> Option<()> {
        if self.at_dash() {
            return self.sequence(column, depth);
        }
        let mut mapping = self.open_mapping();
        self.key(&mut mapping)?;
        self.mapping(mapping, column, depth)
    }

    fn sequence(&mut self, column: usize, depth: usize) -> Option<()> {
        if depth == DEEPEST {
            return None;
        }
        let start = self.at;
        let (index, mut count) = (self.open(), 0);
        loop {
            self.at += 1;
            self.item(column, depth + 1)?;
            count += 1;
            match self.column() {
                Some(next) if next > column => return None,
                Some(next) if next == column && self.at_dash() => {}
                _ => break,
            }
        }
        self.document.close(index, self.source.span(start, self.end), Collection::sequence(count));
        Some(())
    }

    /// What stands behind a dash.
    fn item(&mut self, column: usize, depth: usize) -> Option<()> {
        let after_dash = self.at;
        self.skip_spaces();
        if !self.at_line_end() {
            let inner = self.at - self.line;
            if self.at_dash() {
                return self.sequence(inner, depth);
            }
            let mut mapping = self.open_mapping();
            if self.key(&mut mapping).is_some() {
                return self.mapping(mapping, inner, depth);
            }
            self.document.truncate(mapping.index);
        }
        self.at = after_dash;
        self.value(column, depth, false)
    }

    /// A mapping whose first key was read.
    fn mapping(&mut self, mut mapping: Mapping, column: usize, depth: usize) -> Option<()> {
        if depth == DEEPEST {
            return None;
        }
        loop {
            self.value(column, depth + 1, true)?;
            match self.column() {
                Some(next) if next > column => return None,
                Some(next) if next == column => self.key(&mut mapping)?,
                _ => break,
            }
        }
        self.close_mapping(&mapping, self.end);
        Some(())
    }

    /// What stands behind a dash, or behind a key and its colon, at `column`. Below a key, not below a dash, the dashes of a
    /// list may stand at that very column.
    fn value(&mut self, column: usize, depth: usize, is_of_key: bool) -> Option<()> {
        let start = self.at;
        self.skip_spaces();
        let is_below = self.at_line_end();
        match self.peek(0) {
            _ if is_below => {}
            b'|' | b'>' => return self.block_scalar(column),
            b'[' | b'{' => self.flow(depth)?,
            _ => self.scalar(|reader| reader.peek(0) == b'\n')?,
        }
        self.finish_line()?;
        if !is_below {
            return Some(());
        }
        match self.column() {
            Some(next) if next > column => self.block(next, depth),
            Some(next) if next == column && is_of_key && self.at_dash() => self.sequence(column, depth),
            _ => {
                self.add(start..start);
                Some(())
            }
        }
    }

    /// Begins a list or mapping.
    fn open(&mut self) -> usize {
        self.document.open(self.source.span(self.at, self.at))
    }

    fn open_mapping(&mut self) -> Mapping {
        Mapping { start: self.at, index: self.open(), keys: KeySet::default() }
    }

    fn close_mapping(&mut self, mapping: &Mapping, end: usize) {
        let span = self.source.span(mapping.start, end);
        self.document.close(mapping.index, span, Collection::Mapping(mapping.keys));
    }

    /// A key with its colon, if one stands here.
    #[inline(never)]
    fn key(&mut self, mapping: &mut Mapping) -> Option<()> {
        self.scalar(Reader::at_colon)?;
        if self.at_colon() { self.add_key(mapping) } else { None }
    }

    /// Makes a key of the scalar that was read last and goes behind its colon, unless the mapping has that key already, or
    /// too many, or there are blanks before the colon.
    fn add_key(&mut self, mapping: &mut Mapping) -> Option<()> {
        let (text, span) = self.document.key(self.document.len() - 1);
        let before = mapping.keys.len();
        let is_new = mapping.keys.add(text) || self.is_new(text, mapping, before);
        let is_short = span.end() - span.start() <= LONGEST_KEY && before < MOST_KEYS;
        let is_key = is_new && is_short && span.end() == self.at;
        self.at += 1;
        is_key.then_some(())
    }

    /// Whether none of the first keys of a mapping is a text.
    #[cold]
    fn is_new(&self, text: &str, mapping: &Mapping, keys: usize) -> bool {
        self.document.keys_since(mapping.index).take(keys).all(|known| *known != *text)
    }

    /// Adds a scalar that is written as its text.
    #[inline]
    fn add(&mut self, range: Range<usize>) {
        self.end = range.end;
        let Spanned { value, span } = self.source.piece(range);
        let text = Cow::Borrowed(value);
        self.document.add(span, Scalar { text, plain: true, block: false });
    }

    /// Adds a scalar that is written otherwise, and ends here.
    fn add_as(&mut self, start: usize, text: Cow<'a, str>, block: bool) {
        self.end = self.at;
        self.document.add(self.source.span(start, self.at), Scalar { text, plain: false, block });
    }

    fn text(&self, range: Range<usize>) -> &'a str {
        &self.source.text()[range]
    }
}

/// A mapping that is read.
struct Mapping {
    /// Where it begins in the text.
    start: usize,
    /// Where it stands in the document.
    index: usize,
    keys: KeySet,
}

/// The highest of the signs that end a [`word`], but for the colon.
const LOW: u8 = b'#';

/// How many bytes stand before a colon, a blank, a line's end or another of the low signs; seen for eight bytes at a time.
#[inline]
fn word(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = ONES << 7;
    let mut at = 0;
    while let Some(block) = bytes[at..].first_chunk() {
        let block = u64::from_le_bytes(*block);
        let low = block.wrapping_sub(ONES * (u64::from(LOW) + 1));
        let colon = (block ^ (ONES * u64::from(b':'))).wrapping_sub(ONES);
        // The lowest high bit that is set stands in the first byte that is one of them.
        let found = (low | colon) & !block & HIGH;
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    at + last_word(&bytes[at..])
}

/// The same within the last few bytes, which are seen one by one.
#[cold]
fn last_word(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|&&byte| byte > LOW && byte != b':').count()
}

#[inline]
fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r' | 0)
}

#[cfg(test)]
mod tests;
