//! Takes lines with a little markup apart by itself: code, emphasis, links and nothing else. Most notes that are not
//! plain are such, and the complete parser takes ten times longer over them.
//!
//! On any doubt it says no, and the complete parser takes over: so it must never differ from that one where it answers.
//! That both agree is a property test here, and one where pieces are written as HTML.

use crate::text::{holds, is_one_of};
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
    let (mut plain, mut at) = (0, 0);
    if !holds(line, is_mark) {
        // Most lines are plain.
        at = bytes.len();
    }
    while let Some(found) = bytes[at..].iter().position(|&byte| is_mark(byte)) {
        at += found;
        let piece = match bytes[at] {
            b'`' => code(bytes, at),
            b'*' => emphasis(bytes, at),
            b'[' => link(bytes, at),
            _ => None,
        };
        let Some((piece, next)) = piece else { return false };
        if plain < at {
            take(Piece::Text(plain..at));
        }
        take(piece);
        (plain, at) = (next, next);
    }
    if plain < bytes.len() {
        take(Piece::Text(plain..bytes.len()));
    }
    true
}

/// Whether a byte may mean something in a line of Markdown.
#[inline]
fn is_mark(byte: u8) -> bool {
    is_one_of(byte, *b"\\`*_[]<&~\n\r")
}

/// Code between single backticks, and where it ends.
fn code(bytes: &[u8], at: usize) -> Option<(Piece, usize)> {
    let from = at + 1;
    let to = from + bytes[from..].iter().position(|&byte| matches!(byte, b'`' | b'\n' | b'\r'))?;
    let text = &bytes[from..to];
    let simple = bytes[to] == b'`'
        && bytes.get(to + 1) != Some(&b'`')
        && text.first().is_some_and(|&first| first != b' ')
        && text.last().is_some_and(|&last| last != b' ');
    simple.then_some((Piece::Code(from..to), to + 1))
}

/// Words between one or two asterisks that touch no other letter, and where they end.
fn emphasis(bytes: &[u8], at: usize) -> Option<(Piece, usize)> {
    let mark = if bytes.get(at + 1) == Some(&b'*') { 2 } else { 1 };
    let from = at + mark;
    let to = from + bytes[from..].iter().position(|&byte| is_mark(byte))?;
    let next = to + mark;
    let closes = bytes.get(to..next).is_some_and(|closing| closing.iter().all(|&byte| byte == b'*'));
    let stands_alone = (at == 0 || bytes[at - 1] == b' ')
        && bytes.get(next).is_none_or(|byte| matches!(byte, b' ' | b',' | b'.' | b';' | b':' | b'!' | b'?'));
    let touches = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let simple = closes && stands_alone && touches(bytes.get(from)) && touches(bytes.get(to - 1));
    let piece = if mark == 2 { Piece::Strong(from..to) } else { Piece::Emphasis(from..to) };
    simple.then_some((piece, next))
}

/// Plain words in brackets before an address without blanks in parentheses, and where it ends.
fn link(bytes: &[u8], at: usize) -> Option<(Piece, usize)> {
    let from = at + 1;
    let to = from + bytes[from..].iter().position(|&byte| is_mark(byte))?;
    let start = to + 2;
    let leads = bytes.get(to..start) == Some(b"](");
    let is_address = |byte: u8| byte.is_ascii_alphanumeric() || b"-._:/?#@=+%,;".contains(&byte);
    let length = bytes.get(start..)?.iter().take_while(|&&byte| is_address(byte)).count();
    let end = start + length;
    let simple = leads
        && length > 0
        && bytes.get(end) == Some(&b')')
        && bytes[from].is_ascii_alphanumeric()
        && (at == 0 || bytes[at - 1] != b'!');
    simple.then_some((Piece::Link { text: from..to, target: start..end }, end + 1))
}
