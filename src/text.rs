//! Owns source texts and points into them.
//!
//! Everything that okrbook says about a file is said through a [`Span`] that was minted here, so that it
//! always points at a real place: inside the text and on character boundaries. Knows nothing of formats.

mod lines;
pub mod percent;

use ahash::RandomState;
use lines::Lines;
use rayon::prelude::*;
use std::collections::HashMap;
use std::num::NonZeroU32;
use std::ops::Range;
use std::sync::Arc;

/// Which source a span points into: an index into [`Sources`], never given to another path while they live.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(NonZeroU32);

impl SourceId {
    /// Its place among the ids of its [`Sources`], to look things up by it.
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }

    /// The id of a place. It counts from 1, so that a span which may be absent is no larger than one that is there.
    fn at(index: usize) -> SourceId {
        let number = u32::try_from(index + 1).ok().and_then(NonZeroU32::new);
        SourceId(number.unwrap_or(NonZeroU32::MAX))
    }
}

/// A range of bytes of one source, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    source: SourceId,
    start: u32,
    end: u32,
}

impl Span {
    /// The source it points into.
    pub fn source(self) -> SourceId {
        self.source
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Its bytes.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The smallest span that holds both; `self` where they lie in different sources.
    #[must_use]
    pub fn to(self, other: Span) -> Span {
        if self.source != other.source {
            return self;
        }
        Span { source: self.source, start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// Whether a text holds a byte that is looked for, seen for sixteen bytes at a time: a large site asks this of a million
/// texts, nearly all of which hold none. Ask for single bytes with [`is_one_of`]: a pattern of several would be looked up
/// byte by byte.
#[inline]
pub fn holds(text: &str, is_sought: impl Fn(u8) -> bool) -> bool {
    let bytes = text.as_bytes();
    let holds = |block: &[u8; 16]| block.iter().fold(false, |found, &byte| found | is_sought(byte));
    let half = |block: &[u8; 8]| block.iter().fold(false, |found, &byte| found | is_sought(byte));
    // The last block overlaps the one before it.
    if let Some(last) = bytes.last_chunk() {
        bytes.as_chunks().0.iter().any(holds) || holds(last)
    } else if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        half(first) | half(last)
    } else {
        bytes.iter().any(|&byte| is_sought(byte))
    }
}

/// For each byte, whether it is one of some.
pub const fn table(some: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut at = 0;
    while at < some.len() {
        table[some[at] as usize] = true;
        at += 1;
    }
    table
}

/// Where the first byte stands that a [`table`] names, from a place on; the end where there is none.
pub fn find(bytes: &[u8], from: usize, table: &[bool; 256]) -> usize {
    let is_sought = |&byte: &u8| table[usize::from(byte)];
    // Within a block, whose length is known while compiling, nobody asks for its end.
    let (blocks, rest) = bytes[from..].as_chunks::<8>();
    let mut at = from;
    for block in blocks {
        if let Some(found) = block.iter().position(is_sought) {
            return at + found;
        }
        at += block.len();
    }
    rest.iter().position(is_sought).map_or(bytes.len(), |found| at + found)
}

/// Whether a byte is one of some.
#[expect(clippy::needless_bitwise_bool, reason = "without branches, many bytes are compared at once")]
#[inline]
pub fn is_one_of<const N: usize>(byte: u8, some: [u8; N]) -> bool {
    some.iter().fold(false, |found, &one| found | (byte == one))
}

/// Whether a byte means something in markup: `& < > " '`. Of `&` and `'` and of `<` and `>`, the codes differ in a
/// single bit, so that both are found by one comparison.
#[inline]
pub fn is_markup(byte: u8) -> bool {
    is_one_of(byte | 1, [b'\'']) | is_one_of(byte | 2, [b'>']) | is_one_of(byte, [b'"'])
}

/// A value and the place where it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Pairs a value with its place.
    #[inline]
    pub fn new(value: T, span: Span) -> Self {
        Spanned { value, span }
    }

    /// Keeps the place and changes the value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }

    /// The same place with a borrowed value.
    pub fn as_ref(&self) -> Spanned<&T> {
        Spanned { value: &self.value, span: self.span }
    }
}

/// A line and a column, both from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// The first byte of a file that is not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidByte {
    /// Its offset in the file.
    pub offset: usize,
    /// Its value.
    pub byte: u8,
}

/// One file: its path relative to the handbook's root, with `/`, and its text without a byte order mark.
#[derive(Debug)]
pub struct Source {
    id: SourceId,
    path: String,
    text: String,
    invalid: Option<InvalidByte>,
    lines: Lines,
}

impl Source {
    /// Path relative to the handbook's root, separated by `/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text; where the file was not UTF-8, with replacement characters from the first wrong byte on.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its id in the [`Sources`] that own it.
    pub fn id(&self) -> SourceId {
        self.id
    }

    /// The first byte that is not UTF-8, if any.
    pub fn invalid(&self) -> Option<InvalidByte> {
        self.invalid
    }

    /// Points at a range of bytes, moved onto character boundaries and into the text.
    #[inline]
    pub fn span(&self, start: usize, end: usize) -> Span {
        let text = &self.text;
        if start <= end && text.is_char_boundary(start) && text.is_char_boundary(end) {
            return Span { source: self.id, start: start as u32, end: end as u32 };
        }
        let start = text.floor_char_boundary(start.min(text.len()));
        let end = text.ceil_char_boundary(end.clamp(start, text.len()));
        Span { source: self.id, start: start as u32, end: end as u32 }
    }

    /// The text between two places, with its span. Both must be on character boundaries.
    #[inline]
    pub fn piece(&self, range: Range<usize>) -> Spanned<&str> {
        let span = Span { source: self.id, start: range.start as u32, end: range.end as u32 };
        Spanned::new(&self.text[range], span)
    }

    /// Points at the whole text.
    pub fn whole(&self) -> Span {
        self.span(0, self.text.len())
    }

    /// The text at a span of this source.
    pub fn slice(&self, span: Span) -> &str {
        debug_assert_eq!(span.source, self.id);
        &self.text[span.range()]
    }

    /// Line and column of a byte offset.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        self.lines.position(&self.text, offset)
    }

    /// The text of a line (from 1) without its end; empty past the last.
    pub fn line(&self, line: usize) -> &str {
        self.line_range(line).map_or("", |range| self.text[range].trim_end_matches('\r'))
    }

    /// Where a line (from 1) stands, without the line feed that ends it; nowhere past the last.
    pub fn line_range(&self, line: usize) -> Option<Range<usize>> {
        self.lines.range(&self.text, line)
    }
}

/// All sources of one run. Ids stay valid while more sources are added, while texts change, and in copies, which
/// share the texts.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<Slot>,
    by_path: Arc<HashMap<String, SourceId, RandomState>>,
}

/// A place for one path: what was once there keeps its id, so that what was read of it can be kept, too.
#[derive(Clone, Debug)]
struct Slot {
    source: Arc<Source>,
    is_gone: bool,
}

impl Sources {
    /// Adds a file. A byte order mark is dropped; bytes that are not UTF-8 are kept as a note, see
    /// [`Source::invalid`]. Files above 4 GiB are cut there: spans are 32 bits.
    pub fn add(&mut self, path: impl Into<String>, bytes: Vec<u8>) -> SourceId {
        let id = SourceId::at(self.files.len());
        self.files.push(Slot { source: Arc::new(source(id, path.into(), bytes)), is_gone: false });
        self.list(id.index());
        id
    }

    /// Adds files, decoded side by side.
    pub fn extend(&mut self, files: Vec<(String, Vec<u8>)>) -> Vec<SourceId> {
        let first = self.files.len();
        let id = |index: usize| SourceId::at(first + index);
        let new = files.into_par_iter().enumerate().map(|(index, (path, bytes))| Slot {
            source: Arc::new(source(id(index), path, bytes)),
            is_gone: false,
        });
        self.files.par_extend(new);
        self.list(first);
        (first..self.files.len()).map(SourceId::at).collect()
    }

    /// Lists the paths of sources that are new; of two with one path the first counts.
    fn list(&mut self, first: usize) {
        let by_path = Arc::make_mut(&mut self.by_path);
        by_path.reserve(self.files.len() - first);
        for slot in &self.files[first..] {
            by_path.entry(slot.source.path.clone()).or_insert(slot.source.id);
        }
    }

    /// Gives a source another text, or brings one back that was removed.
    pub fn set(&mut self, id: SourceId, bytes: Vec<u8>) {
        let slot = &mut self.files[id.index()];
        let path = slot.source.path.clone();
        *slot = Slot { source: Arc::new(source(id, path, bytes)), is_gone: false };
    }

    /// Takes out a source. Its id stays with its path.
    pub fn remove(&mut self, id: SourceId) {
        self.files[id.index()].is_gone = true;
    }

    /// The source of an id that these sources minted.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.files[id.index()].source
    }

    /// The same, to be kept: as long as the very same source stands here, its text is the same.
    pub fn share(&self, id: SourceId) -> Arc<Source> {
        Arc::clone(&self.files[id.index()].source)
    }

    /// The text that a span points at.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.source).slice(span)
    }

    /// How many ids there are, those of sources that were removed included.
    pub fn ids(&self) -> usize {
        self.files.len()
    }

    /// All sources in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.files.iter().filter(|slot| !slot.is_gone).map(|slot| &*slot.source)
    }

    /// The source with this path, if there is one.
    pub fn find(&self, path: &str) -> Option<&Source> {
        let slot = &self.files[self.by_path.get(path)?.index()];
        (!slot.is_gone).then_some(&*slot.source)
    }

    /// Line and column of a span's first character.
    pub fn start(&self, span: Span) -> Position {
        self.get(span.source).position(span.start())
    }

    /// Line and column just past a span's last character.
    pub fn end(&self, span: Span) -> Position {
        self.get(span.source).position(span.end())
    }
}

fn source(id: SourceId, path: String, bytes: Vec<u8>) -> Source {
    let (text, invalid) = decode(bytes);
    Source { id, path, text, invalid, lines: Lines::default() }
}

fn decode(mut bytes: Vec<u8>) -> (String, Option<InvalidByte>) {
    bytes.truncate(u32::MAX as usize);
    if bytes.starts_with(b"\xef\xbb\xbf") {
        bytes.drain(..3);
    }
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let byte = error.as_bytes()[offset];
            (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(InvalidByte { offset, byte }))
        }
    }
}
