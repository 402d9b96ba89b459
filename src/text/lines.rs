//! Where the lines of a text stand, and at which of its characters a byte is.

use super::Position;
use std::ops::Range;
use std::sync::OnceLock;

/// Within so many bytes characters are counted one by one.
const BLOCK: usize = 1024;

/// The lines of one text, found when somebody first asks for them.
#[derive(Debug, Default)]
pub(super) struct Lines {
    starts: OnceLock<Vec<u32>>,
    /// How many characters begin before each block, and in all.
    characters: OnceLock<Vec<u32>>,
}

impl Lines {
    /// Line and column of a byte that begins a character, or of the end.
    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let starts = self.starts(text);
        let line = starts.partition_point(|&start| start as usize <= offset);
        let start = starts[line - 1] as usize;
        Position { line, column: self.characters(text, start..offset) + 1 }
    }

    /// Where a line (from 1) stands, without the line feed that ends it; nowhere past the last.
    pub(super) fn range(&self, text: &str, line: usize) -> Option<Range<usize>> {
        let starts = self.starts(text);
        let start = *starts.get(line.checked_sub(1)?)? as usize;
        Some(start..starts.get(line).map_or(text.len(), |&next| next as usize - 1))
    }

    fn starts(&self, text: &str) -> &[u32] {
        self.starts.get_or_init(|| {
            let breaks = memchr::memchr_iter(b'\n', text.as_bytes());
            std::iter::once(0).chain(breaks.map(|index| index as u32 + 1)).collect()
        })
    }

    /// How many characters begin in a range. Whole blocks are counted once for all: where a machine wrote everything into
    /// one line, there may be a finding in each corner of it.
    fn characters(&self, text: &str, range: Range<usize>) -> usize {
        let bytes = text.as_bytes();
        let (first, last) = (range.start.div_ceil(BLOCK), range.end / BLOCK);
        if first >= last {
            return count(&bytes[range]);
        }
        let before = self.characters.get_or_init(|| {
            let mut before = vec![0];
            let mut all = 0;
            before.extend(bytes.chunks(BLOCK).map(|block| {
                all += count(block) as u32;
                all
            }));
            before
        });
        let within = (before[last] - before[first]) as usize;
        count(&bytes[range.start..first * BLOCK]) + within + count(&bytes[last * BLOCK..range.end])
    }
}

/// How many characters begin in some bytes: all bytes but those that go on with one.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&byte| !(0x80..0xC0).contains(byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_in_lines_of_any_length() {
        let long = "aä€🎉 ".repeat(400);
        let text = format!("{long}\n{}\n{long}", "b".repeat(2 * BLOCK));
        let lines = Lines::default();
        let (mut line, mut column) = (1, 1);
        for (offset, letter) in text.char_indices() {
            assert_eq!(lines.position(&text, offset), Position { line, column });
            (line, column) = if letter == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        assert_eq!(lines.position(&text, text.len()), Position { line, column });
        let even = "x".repeat(4 * BLOCK);
        assert_eq!(Lines::default().position(&even, even.len()), Position { line: 1, column: 4 * BLOCK + 1 });
    }

    #[test]
    fn a_line_stands_between_line_feeds() {
        let (lines, text) = (Lines::default(), "a\r\n\nbc");
        let all: Vec<&str> = (1..).map_while(|line| Some(&text[lines.range(text, line)?])).collect();
        assert_eq!(all, ["a\r", "", "bc"]);
        assert_eq!(lines.range(text, 0), None);
    }
}
