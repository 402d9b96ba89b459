//! The lines around the place where a parser gave up, and what can be seen in them.
//!
//! Everything looks at a bounded piece of the text only, however long its lines are.

use crate::text::{Source, Span};
use std::ops::Range;

/// How many bytes before and after the place are looked at.
const REACH: usize = 20_000;
/// The longest text that is repeated in a message, in characters.
const LONGEST_QUOTE: usize = 60;

/// A place in a text with its surroundings. All ranges count from the start of that text.
pub(super) struct Spot<'a> {
    source: &'a Source,
    base: usize,
    text: &'a str,
    at: usize,
    /// The piece that is looked at.
    around: Range<usize>,
}

impl<'a> Spot<'a> {
    /// The place `at` of a part of a source.
    pub(super) fn new(source: &'a Source, range: Span, at: usize) -> Self {
        let text = source.slice(range);
        let at = text.floor_char_boundary(at.min(text.len()));
        let first = text.ceil_char_boundary(at.saturating_sub(REACH));
        let last = text.floor_char_boundary((at + REACH).min(text.len()));
        Spot { source, base: range.start(), text, at, around: first..last }
    }

    /// Where the parser gave up.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        self.source.span(self.base + range.start, self.base + range.end)
    }

    pub(super) fn slice(&self, range: Range<usize>) -> &'a str {
        &self.text[range]
    }

    /// A short text for a message.
    pub(super) fn quote(&self, range: &Range<usize>) -> String {
        let text = self.slice(range.clone());
        let short: String = text.chars().take(LONGEST_QUOTE).flat_map(char::escape_debug).collect();
        if text.chars().nth(LONGEST_QUOTE).is_some() { format!("{short}…") } else { short }
    }

    /// The character where the parser gave up.
    pub(super) fn here(&self) -> Span {
        let length =
            self.text[self.at..].chars().next().filter(|letter| *letter != '\n').map_or(0, char::len_utf8);
        self.span(self.at..self.at + length)
    }

    /// The line of the place.
    pub(super) fn line(&self) -> Range<usize> {
        self.line_at(self.at)
    }

    fn line_at(&self, at: usize) -> Range<usize> {
        let start = self.text[self.around.start..at]
            .rfind('\n')
            .map_or(self.around.start, |found| self.around.start + found + 1);
        let rest = &self.text[at..self.around.end.max(at)];
        let end = rest.find('\n').map_or(at + rest.len(), |found| at + found);
        start..start + self.text[start..end].trim_end_matches('\r').len()
    }

    /// From the place to the end of its line.
    pub(super) fn rest_of_line(&self) -> Range<usize> {
        let end = self.line().end;
        self.trimmed(self.at.min(end)..end)
    }

    /// The lines around the place, from above to below.
    pub(super) fn lines_around(&self) -> impl Iterator<Item = Range<usize>> {
        self.lines_of(self.around.clone())
    }

    /// The line of the place and those below.
    pub(super) fn lines_from_here(&self) -> impl Iterator<Item = Range<usize>> {
        self.lines_of(self.line().start..self.around.end)
    }

    fn lines_of(&self, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let mut at = range.start;
        self.text[range].split_inclusive('\n').map(move |line| {
            let start = at;
            at += line.len();
            start..start + line.trim_end_matches(['\n', '\r']).len()
        })
    }

    /// The nearest line above that holds more than a comment.
    pub(super) fn line_above(&self) -> Option<Range<usize>> {
        let mut start = self.line().start;
        while start > self.around.start {
            let line = self.line_at(start - 1);
            let text = self.slice(line.clone()).trim_start();
            if !text.is_empty() && !text.starts_with('#') {
                return Some(line);
            }
            start = line.start;
        }
        None
    }

    /// The tabs in the white space at the start of a line.
    pub(super) fn tabs_of_indentation(&self, line: Range<usize>) -> Range<usize> {
        let text = self.slice(line.clone());
        let indentation = &text[..text.len() - text.trim_start_matches([' ', '\t']).len()];
        let Some(first) = indentation.find('\t') else { return line.start..line.start };
        let length = indentation[first..].bytes().take_while(|byte| *byte == b'\t').count();
        line.start + first..line.start + first + length
    }

    /// A line without the white space around it.
    pub(super) fn content(&self, line: Range<usize>) -> Range<usize> {
        self.trimmed(line)
    }

    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let text = self.slice(range.clone());
        let start = range.start + text.len() - text.trim_start().len();
        start..start + text.trim().len()
    }

    /// The first key of a line and the value behind it, as far as one line can tell.
    pub(super) fn split(&self, line: Range<usize>) -> (Option<Range<usize>>, Range<usize>) {
        let mut content = self.content(line);
        while self.slice(content.clone()).starts_with("- ") {
            content = self.trimmed(content.start + 2..content.end);
        }
        let text = self.slice(content.clone());
        let quoted = match text.chars().next() {
            Some(quote @ ('"' | '\'')) => text[1..].find(quote).map_or(text.len(), |close| close + 2),
            _ => 0,
        };
        let colon = text[quoted..].match_indices(':').map(|(at, _)| quoted + at);
        let colon =
            colon.into_iter().find(|at| text[at + 1..].is_empty() || text[at + 1..].starts_with([' ', '\t']));
        match colon {
            Some(at) => {
                let key = self.trimmed(content.start..content.start + at);
                (Some(key), self.without_comment(content.start + at + 1..content.end))
            }
            None => (None, content),
        }
    }

    fn without_comment(&self, range: Range<usize>) -> Range<usize> {
        let text = self.slice(range.clone());
        let end = text.find(" #").map_or(range.end, |at| range.start + at);
        self.trimmed(range.start..end)
    }

    /// A help that shows a value in quotes.
    pub(super) fn in_quotes(&self, value: Range<usize>) -> String {
        let text = self.slice(value);
        if text.chars().nth(LONGEST_QUOTE).is_some() || text.chars().any(char::is_control) {
            return "put the whole value in quotes".to_owned();
        }
        if text.contains(['"', '\\']) {
            format!("put it in quotes: `'{}'`", text.replace('\'', "''"))
        } else {
            format!("put it in quotes: `\"{text}\"`")
        }
    }

    /// The innermost bracket that is open at the place, if it was opened on an earlier line or stands right here.
    pub(super) fn open_bracket(&self) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        if matches!(bytes.get(self.at), Some(b'[' | b'{')) {
            return Some(self.at..self.at + 1);
        }
        let mut closed = 0_usize;
        let line = self.line().start;
        for at in (self.around.start..self.at).rev() {
            match bytes[at] {
                b']' | b'}' => closed += 1,
                b'[' | b'{' if closed == 0 => return (at < line).then_some(at..at + 1),
                b'[' | b'{' => closed -= 1,
                _ => {}
            }
        }
        None
    }

    /// The value at the place, if it stands in a list or mapping between brackets: up to the sign that ends it.
    pub(super) fn value_between_brackets(&self) -> Option<Range<usize>> {
        let bytes = &self.text.as_bytes()[..self.at];
        let mut depth = 0_usize;
        for &byte in &bytes[self.line().start..] {
            match byte {
                b'[' | b'{' => depth += 1,
                b']' | b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        let text = &self.text[self.at..self.line().end.max(self.at)];
        let length = text.find([',', ']', '}']).unwrap_or(text.len());
        let value = self.trimmed(self.at..self.at + length);
        (depth > 0 && !value.is_empty()).then_some(value)
    }

    /// The quote that is open at the place, with the rest of its line.
    pub(super) fn open_quote(&self) -> Option<Range<usize>> {
        let is_quote = |at: usize| matches!(self.text.as_bytes().get(at), Some(b'"' | b'\''));
        if is_quote(self.at) {
            return Some(self.rest_of_line());
        }
        let mut line = self.line();
        loop {
            let (_, value) = self.split(line.clone());
            if is_quote(value.start) && value.start < self.at {
                let text = self.slice(value.clone());
                let quote = &text[..1];
                if text.matches(quote).count() % 2 == 1 {
                    return Some(value);
                }
            }
            if line.start <= self.around.start {
                return None;
            }
            line = self.line_at(line.start - 1);
        }
    }

    /// The first escape after the place that means nothing.
    pub(super) fn wrong_escape(&self) -> Option<Range<usize>> {
        let text = &self.text[self.at..self.around.end.max(self.at)];
        let mut letters = text.char_indices();
        while let Some((at, letter)) = letters.next() {
            if letter != '\\' {
                continue;
            }
            let (_, code) = letters.next()?;
            let digits = match code {
                'x' => 2,
                'u' => 4,
                'U' => 8,
                _ if "0abt\tnvfre \"/\\N_LP\n\r".contains(code) => continue,
                _ => return Some(self.at + at..self.at + at + 1 + code.len_utf8()),
            };
            let hex: String =
                text[at + 2..].chars().take(digits).take_while(char::is_ascii_hexdigit).collect();
            let number = u32::from_str_radix(&hex, 16).ok();
            if hex.len() < digits || number.and_then(char::from_u32).is_none() {
                return Some(self.at + at..self.at + at + 2 + hex.len());
            }
        }
        None
    }
}
