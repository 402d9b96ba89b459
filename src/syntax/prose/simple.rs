//! Takes lines with a little markup apart by itself: code, emphasis, links and nothing else. Most notes that are not
//! plain are such, and the complete parser takes ten times longer over them.
//!
//! On any doubt it says no, and the complete parser takes over: so it must never differ from that one where it answers.
//! That both agree is a property test here, and one where pieces are written as HTML.

use crate::text::{find, table};
use std::ops::Range;

/// A piece of a line, by its place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Plain text.
    Text(Range<usize>),
    /// Code, without its backticks.
    Code(Range<usize>),
    /// Emphasised text.
    Emphasis(Range<usize>),
    /// Strongly emphasised text.
    Strong(Range<usize>),
    /// A link.
    Link {
        /// What it says; plain.
        text: Range<usize>,
        /// Where it leads.
        target: Range<usize>,
    },
}

/// Takes the pieces of a line in their order, and says whether it is simple enough; else what was taken is void.
pub fn pieces(line: &str, mut take: impl FnMut(Piece)) -> bool {
    let bytes = line.as_bytes();
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        let piece = match first {
            b'`' => code(bytes, at),
            b'*' => emphasis(bytes, at),
            b'[' => link(bytes, at),
            _ => text(bytes, at),
        };
        let Some((piece, next)) = piece else { return false };
        take(piece);
        at = next;
    }
    true
}

/// The bytes that may mean something in a line of Markdown.
static MARKS: [bool; 256] = table(b"\\`*_[]<&~\n\r\0");
/// Those that end code: on the same line, or too early.
static CODE_ENDS: [bool; 256] = table(b"`\n\r");
/// Those that need nothing around them in an address.
static ADDRESS: [bool; 256] =
    table(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._:/?#@=+%,;");

/// Plain text, and where it ends.
#[inline]
fn text(bytes: &[u8], at: usize) -> Option<(Piece, usize)> {
    let to = find(bytes, at, &MARKS);
    (at < to).then_some((Piece::Text(at..to), to))
}

/// Code between single backticks, and where it ends.
fn code(bytes: &[u8], at: usize) -> Option<(Piece, usize)> {
    let from = at + 1;
    let to = find(bytes, from, &CODE_ENDS);
    let text = &bytes[from..to];
    let simple = bytes.get(to) == Some(&b'`')
        && bytes.get(to + 1) != Some(&b'`')
        && text.first().is_some_and(|&first| first != b' ')
        && text.last().is_some_and(|&last| last != b' ');
    simple.then_some((Piece::Code(from..to), to + 1))
}

/// Words between one or two asterisks that touch no other letter, and where they end.
fn emphasis(bytes: &[u8], at: usize) -> Option<(Piece, usize)> {
    let mark = if bytes.get(at + 1) == Some(&b'*') { 2 } else { 1 };
    let from = at + mark;
    let to = find(bytes, from, &MARKS);
    let next = to + mark;
    let closes = bytes.get(to..next).is_some_and(|closing| closing.iter().all(|&byte| byte == b'*'));
    let stands_alone = (at == 0 || bytes[at - 1] == b' ')
        && bytes.get(next).is_none_or(|byte| matches!(byte, b' ' | b',' | b'.' | b';' | b':' | b'!' | b'?'));
    let touches = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_graphic);
    let simple = closes && stands_alone && from < to && touches(from) && touches(to - 1);
    let piece = if mark == 2 { Piece::Strong(from..to) } else { Piece::Emphasis(from..to) };
    simple.then_some((piece, next))
}

/// Plain words in brackets before an address without blanks in parentheses, and where it ends.
fn link(bytes: &[u8], at: usize) -> Option<(Piece, usize)> {
    let from = at + 1;
    let to = find(bytes, from, &MARKS);
    let start = to + 2;
    let leads = bytes.get(to..start) == Some(b"](");
    let length = bytes.get(start..)?.iter().take_while(|&&byte| ADDRESS[usize::from(byte)]).count();
    let end = start + length;
    let simple = leads
        && length > 0
        && bytes.get(end) == Some(&b')')
        && bytes[from].is_ascii_alphanumeric()
        && (at == 0 || bytes[at - 1] != b'!');
    simple.then_some((Piece::Link { text: from..to, target: start..end }, end + 1))
}
