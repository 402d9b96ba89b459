//! Scalars of the fast path: plain, quoted, and in blocks.

use super::{Reader, is_line_end, word};
use crate::text::table;
use memchr::memchr3;
use std::borrow::Cow;

/// What becomes of the line breaks at the end of a block scalar.
#[derive(Clone, Copy, PartialEq)]
enum Chomp {
    Clip,
    Strip,
    Keep,
}

impl Reader<'_> {
    /// Whether a plain scalar surely begins here.
    pub(super) fn starts_plain(&self) -> bool {
        static SIGNS: [bool; 256] =
            table(b"_./+(~$^=;<\\0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
        match self.peek(0) {
            b'-' => self.peek(1).is_ascii_alphanumeric() || self.peek(1) == b'.',
            byte => SIGNS[usize::from(byte)] || byte >= 0x80,
        }
    }

    /// Whether a colon stands here that makes a key of what is before it.
    #[inline]
    pub(super) fn at_colon(&self) -> bool {
        self.peek(0) == b':' && (self.peek(1) == b' ' || is_line_end(self.peek(1)))
    }

    /// A plain or a quoted scalar. `is_whole` says of a word that ends here whether it is all of a plain one, as most are.
    #[inline]
    pub(super) fn scalar(&mut self, is_whole: impl Fn(&Self) -> bool) -> Option<()> {
        if !self.starts_plain() {
            return self.quoted();
        }
        let start = self.at;
        self.at += word(&self.bytes[start..]);
        if is_whole(self) {
            self.add(start..self.at);
        } else {
            self.rest_of_plain(start);
        }
        Some(())
    }

    /// A plain scalar whose first word was read: up to the blanks before a comment or before the end of its line, or to a
    /// colon that makes it a key. It is left behind, those blanks as well.
    #[inline(never)]
    fn rest_of_plain(&mut self, start: usize) {
        loop {
            let rest = &self.bytes[self.at..];
            self.at += memchr3(b':', b'#', b'\n', rest).unwrap_or(rest.len());
            let before = self.bytes[self.at - 1];
            let ends = match self.peek(0) {
                b':' => self.at_colon(),
                b'#' => before == b' ',
                _ => {
                    self.at -= usize::from(before == b'\r');
                    true
                }
            };
            if ends {
                break;
            }
            self.at += 1;
        }
        let blanks = self.bytes[start..self.at].iter().rev().take_while(|&&byte| byte == b' ').count();
        self.add(start..self.at - blanks);
    }

    /// A quoted scalar on one line.
    pub(super) fn quoted(&mut self) -> Option<()> {
        let (quote, start) = (self.peek(0), self.at);
        let escape = match quote {
            b'"' => b'\\',
            // In single quotes nothing is escaped.
            b'\'' => quote,
            _ => return None,
        };
        self.at += 1;
        self.at += memchr3(quote, escape, b'\n', &self.bytes[self.at..])?;
        let text = match self.peek(0) {
            b'\'' if quote == b'\'' && self.peek(1) == b'\'' => Cow::Owned(self.doubled(start + 1)?),
            b'\\' if quote == b'"' => Cow::Owned(self.escaped(start + 1)?),
            b'\n' => return None,
            _ => Cow::Borrowed(self.text(start + 1..self.at)),
        };
        self.at += 1;
        self.add_as(start, text, false);
        Some(())
    }

    /// The rest of a single-quoted scalar with doubled quotes in it, up to the one that ends it.
    fn doubled(&mut self, start: usize) -> Option<String> {
        let mut text = self.text(start..self.at).to_owned();
        let mut from = self.at;
        loop {
            match self.peek(0) {
                b'\'' if self.peek(1) == b'\'' => {
                    text.push_str(self.text(from..self.at + 1));
                    self.at += 2;
                    from = self.at;
                }
                b'\'' => break,
                byte if is_line_end(byte) => return None,
                _ => self.at += 1,
            }
        }
        text.push_str(self.text(from..self.at));
        Some(text)
    }

    /// The rest of a double-quoted scalar from its first escape on, up to the quote that ends it.
    fn escaped(&mut self, start: usize) -> Option<String> {
        let mut text = self.text(start..self.at).to_owned();
        let mut from = self.at;
        loop {
            match self.peek(0) {
                b'"' => break,
                b'\\' => {
                    text.push_str(self.text(from..self.at));
                    let (letter, length) = match self.peek(1) {
                        b'"' => ('"', 2),
                        b'\\' => ('\\', 2),
                        b'/' => ('/', 2),
                        b'n' => ('\n', 2),
                        b't' => ('\t', 2),
                        b'u' => (self.four_digits()?, 6),
                        _ => return None,
                    };
                    text.push(letter);
                    self.at += length;
                    from = self.at;
                }
                byte if is_line_end(byte) => return None,
                _ => self.at += 1,
            }
        }
        text.push_str(self.text(from..self.at));
        Some(text)
    }

    fn four_digits(&self) -> Option<char> {
        let digits = self.bytes.get(self.at + 2..self.at + 6)?;
        let number = digits
            .iter()
            .try_fold(0, |number, byte| char::from(*byte).to_digit(16).map(|digit| number * 16 + digit))?;
        char::from_u32(number)
    }

    /// A literal or folded scalar below a key or dash at `column`.
    pub(super) fn block_scalar(&mut self, column: usize) -> Option<()> {
        let start = self.at;
        let folded = self.peek(0) == b'>';
        self.at += 1;
        let chomp = match self.peek(0) {
            b'-' => Chomp::Strip,
            b'+' => Chomp::Keep,
            _ => Chomp::Clip,
        };
        self.at += usize::from(chomp != Chomp::Clip);
        self.skip_spaces();
        if !matches!(self.peek(0), b'\n' | b'\r') {
            return None;
        }
        self.skip_line();
        let mut block =
            Block { text: String::new(), indentation: None, blank: 0, widest_blank: 0, end: start };
        while self.block_line(&mut block, column, folded)? {}
        block.indentation?;
        match chomp {
            Chomp::Clip => block.text.push('\n'),
            Chomp::Strip => {}
            Chomp::Keep => block.text.extend(std::iter::repeat_n('\n', block.blank + 1)),
        }
        let next = self.at;
        self.at = start + self.text(start..block.end).trim_end().len();
        self.add_as(start, Cow::Owned(block.text), true);
        self.at = next;
        self.skip_to_content()
    }

    /// Reads one line of a block scalar; false, and nothing read, if it does not belong to it any more.
    fn block_line(&mut self, block: &mut Block, column: usize, folded: bool) -> Option<bool> {
        self.skip_spaces();
        let spaces = self.at - self.line;
        match self.peek(0) {
            0 if spaces == 0 => return Some(false),
            0 => return None,
            b'\n' | b'\r' => {
                if block.indentation.is_some_and(|indentation| spaces > indentation) {
                    return None;
                }
                block.widest_blank = block.widest_blank.max(spaces);
                block.blank += 1;
                self.skip_line();
                return Some(true);
            }
            _ => {}
        }
        let first = block.indentation.is_none();
        let indentation = *block.indentation.get_or_insert(spaces);
        if indentation <= column
            || (first && block.widest_blank > indentation)
            || (folded && spaces > indentation)
        {
            return None;
        }
        if spaces < indentation {
            self.at = self.line;
            return Some(false);
        }
        let breaks = match (first, folded) {
            (true, _) | (false, true) => block.blank,
            (false, false) => block.blank + 1,
        };
        if breaks == 0 && !first {
            block.text.push(' ');
        }
        block.text.extend(std::iter::repeat_n('\n', breaks));
        block.blank = 0;
        let from = self.line + indentation;
        while !is_line_end(self.peek(0)) {
            self.at += 1;
        }
        if self.peek(0) == 0 {
            return None;
        }
        block.text.push_str(self.text(from..self.at));
        block.end = self.at;
        self.skip_line();
        Some(true)
    }
}

/// A block scalar that is being read.
struct Block {
    text: String,
    /// The indentation of its first line with content.
    indentation: Option<usize>,
    /// Blank lines since the last line with content.
    blank: usize,
    /// The most spaces on a blank line before the first content.
    widest_blank: usize,
    /// Where its last line with content ends.
    end: usize,
}
