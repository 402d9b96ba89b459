//! Scalars of the fast path: plain, quoted, and in blocks.

use super::{Reader, first_of, is_line_end};
use crate::syntax::Scalar;
use crate::text::table;
use std::borrow::Cow;

/// What becomes of the line breaks at the end of a block scalar.
#[derive(Clone, Copy, PartialEq)]
enum Chomp {
    Clip,
    Strip,
    Keep,
}

impl<'a> Reader<'a> {
    /// Whether a plain scalar surely begins here.
    pub(super) fn starts_plain(&self) -> bool {
        static SIGNS: [bool; 256] =
            table(b"_./+(~$^=;<\\0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
        match self.peek(0) {
            b'-' => self.peek(1).is_ascii_alphanumeric() || self.peek(1) == b'.',
            byte => SIGNS[usize::from(byte)] || byte >= 0x80,
        }
    }

    /// Where a plain scalar ends that begins here: at a colon that makes it a key, at the blanks before a comment,
    /// or at the end of its line.
    pub(super) fn plain_end(&self) -> usize {
        let mut at = self.at;
        loop {
            at += first_of(&self.bytes[at..], [b':', b'#', b'\n']);
            let ends = match self.bytes.get(at) {
                Some(b':') => self.bytes.get(at + 1).is_none_or(|&next| next == b' ' || is_line_end(next)),
                Some(b'#') => self.bytes[at - 1] == b' ',
                _ => return at - usize::from(self.bytes[at - 1] == b'\r'),
            };
            if ends {
                return at;
            }
            at += 1;
        }
    }

    /// A quoted scalar on one line.
    pub(super) fn quoted(&mut self) -> Option<Cow<'a, str>> {
        let quote = self.peek(0);
        self.at += 1;
        let start = self.at;
        // In single quotes nothing is escaped.
        let escape = if quote == b'"' { b'\\' } else { quote };
        self.at += first_of(&self.bytes[start..], [quote, escape, b'\n']);
        match self.peek(0) {
            byte if byte == quote => {}
            b'\\' => return self.escaped(start),
            _ => return None,
        }
        if quote == b'\'' && self.peek(1) == b'\'' {
            return self.doubled(start);
        }
        let text = &self.text[start..self.at];
        self.at += 1;
        Some(Cow::Borrowed(text))
    }

    /// The rest of a single-quoted scalar with doubled quotes in it.
    fn doubled(&mut self, start: usize) -> Option<Cow<'a, str>> {
        let mut text = self.text[start..self.at].to_owned();
        let mut from = self.at;
        loop {
            match self.peek(0) {
                b'\'' if self.peek(1) == b'\'' => {
                    text.push_str(&self.text[from..=self.at]);
                    self.at += 2;
                    from = self.at;
                }
                b'\'' => break,
                byte if is_line_end(byte) => return None,
                _ => self.at += 1,
            }
        }
        text.push_str(&self.text[from..self.at]);
        self.at += 1;
        Some(Cow::Owned(text))
    }

    /// The rest of a double-quoted scalar from its first escape on.
    fn escaped(&mut self, start: usize) -> Option<Cow<'a, str>> {
        let mut text = self.text[start..self.at].to_owned();
        let mut from = self.at;
        loop {
            match self.peek(0) {
                b'"' => break,
                b'\\' => {
                    text.push_str(&self.text[from..self.at]);
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
        text.push_str(&self.text[from..self.at]);
        self.at += 1;
        Some(Cow::Owned(text))
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
        let length = self.text[start..block.end].trim_end().len();
        self.end = start + length;
        let scalar = Scalar { text: Cow::Owned(block.text), plain: false, block: true };
        self.document.add(self.span(start..self.end), scalar);
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
        block.text.push_str(&self.text[from..self.at]);
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
