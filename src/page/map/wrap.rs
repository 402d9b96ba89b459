//! Breaks texts into lines that fit a box, because SVG does not: without a browser, by how wide letters usually are.
//!
//! Widths err on the wide side, so that a line leaves room rather than its box, whatever font shows it.

use unicode_width::UnicodeWidthChar;

/// A text in lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wrapped {
    /// Its lines; the last one ends in `…` where the text goes on.
    pub(super) lines: Vec<String>,
    /// Whether something is left out.
    pub(super) is_cut: bool,
}

/// Breaks a text into at most `most` lines of `width` pixels, set `size` pixels high. Words stay whole where they fit
/// a line.
pub(super) fn wrap(text: &str, size: i32, width: i32, most: usize) -> Wrapped {
    let room = room(size, width);
    let mut lines = Lines { room, used: 0, line: String::new(), full: Vec::new() };
    let (mut start, mut long) = (0, 0);
    for (at, letter) in text.char_indices() {
        if !letter.is_whitespace() {
            long += letter_width(letter);
            continue;
        }
        lines.word(&text[start..at], long);
        (start, long) = (at + letter.len_utf8(), 0);
        if lines.full.len() > most {
            // What follows would be left out.
            start = text.len();
            break;
        }
    }
    lines.word(&text[start..], long);
    let mut lines = lines.finish();
    let is_cut = lines.len() > most;
    lines.truncate(most);
    if let (true, Some(last)) = (is_cut, lines.last_mut()) {
        shorten(last, room);
    }
    Wrapped { lines, is_cut }
}

/// Whether texts fit a line of `width` pixels one after another, set `size` pixels high.
pub(super) fn fits(texts: &[&str], size: i32, width: i32) -> bool {
    let letters = texts.iter().flat_map(|text| text.chars());
    let wide = |letter: char| if letter.is_whitespace() { SPACE } else { letter_width(letter) };
    letters.map(wide).sum::<i32>() <= room(size, width)
}

/// How many thousandths of its size a line of letters holds.
fn room(size: i32, width: i32) -> i32 {
    width * 1000 / size.max(1)
}

/// Lines that are filled word by word.
struct Lines {
    room: i32,
    /// The last line, and how much of the room it takes.
    line: String,
    used: i32,
    /// Those before it.
    full: Vec<String>,
}

impl Lines {
    /// Takes a word that is so long.
    fn word(&mut self, word: &str, long: i32) {
        if word.is_empty() {
            return;
        }
        if !self.line.is_empty() && self.used + SPACE + long <= self.room {
            self.line.push(' ');
            self.line.push_str(word);
            self.used += SPACE + long;
            return;
        }
        self.turn();
        if long <= self.room {
            self.line.push_str(word);
            self.used = long;
            return;
        }
        for letter in word.chars() {
            let wide = letter_width(letter);
            if self.used + wide > self.room && wide > 0 {
                self.turn();
            }
            self.line.push(letter);
            self.used += wide;
        }
    }

    /// Begins another line, unless nothing stands on this one.
    fn turn(&mut self) {
        /// As much as most lines take.
        const ROOM: usize = 40;
        if !self.line.is_empty() {
            self.full.push(std::mem::take(&mut self.line));
        }
        self.line.reserve(ROOM);
        self.used = 0;
    }

    fn finish(mut self) -> Vec<String> {
        if !self.line.is_empty() {
            self.full.push(self.line);
        }
        self.full
    }
}

/// Makes room for `…` at the end of a line.
fn shorten(line: &mut String, room: i32) {
    while length(line) + letter_width('…') > room {
        if line.pop().is_none() {
            break;
        }
    }
    line.truncate(line.trim_end_matches([' ', ',', ';', '.']).len());
    line.push('…');
}

/// How wide a text is in thousandths of its size.
fn length(text: &str) -> i32 {
    text.chars().map(letter_width).sum()
}

const SPACE: i32 = 290;

/// How wide a letter is in thousandths of its size, in the wider of the fonts that are common.
fn letter_width(letter: char) -> i32 {
    if let Some(&width) = ASCII.get(letter as usize) {
        return width;
    }
    match letter {
        '’' => NARROW,
        '—' | '…' => WIDE,
        _ => match letter.width() {
            Some(2) => 1000,
            Some(1) => 620,
            _ => 0,
        },
    }
}

const NARROW: i32 = 320;
const WIDE: i32 = 950;

/// The widths of the letters that most titles are made of.
static ASCII: [i32; 128] = {
    let mut widths = [0; 128];
    let mut letter = b' ';
    while letter < 127 {
        widths[letter as usize] = match letter {
            b' ' => SPACE,
            b'i' | b'j' | b'l' | b'I' | b'.' | b',' | b':' | b';' | b'\'' | b'|' | b'!' => NARROW,
            b'f' | b't' | b'r' | b'(' | b')' | b'[' | b']' | b'-' | b'/' | b'"' => 410,
            b'm' | b'w' | b'M' | b'W' | b'@' | b'%' => WIDE,
            b'a'..=b'z' | b'0'..=b'9' => 580,
            b'A'..=b'Z' => 720,
            _ => 620,
        };
        letter += 1;
    }
    widths
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, most: usize) -> Vec<String> {
        wrap(text, 14, 190, most).lines
    }

    #[test]
    fn words_stay_whole_where_they_fit() {
        let text = "Patients are seen sooner than anybody thought";
        assert_eq!(lines(text, 3), ["Patients are seen sooner", "than anybody thought"]);
    }

    #[test]
    fn what_does_not_fit_is_cut_and_says_so() {
        let text = "Patients are seen sooner than anybody thought";
        let wrapped = wrap(text, 14, 190, 1);
        assert!(wrapped.is_cut && wrapped.lines.len() == 1 && wrapped.lines[0].ends_with('…'), "{wrapped:?}");
    }

    #[test]
    fn words_longer_than_a_line_and_scripts_without_spaces_are_broken() {
        assert_eq!(lines("Bürgerbeteiligungsverfahrensordnung", 3).len(), 2);
        assert_eq!(lines("患者が予約なしで早く診てもらえるようにする", 3).len(), 2);
    }

    #[test]
    fn nothing_has_no_lines() {
        assert_eq!(wrap(" ", 14, 190, 3), Wrapped::default());
    }

    proptest! {
        #[test]
        fn lines_fit_whatever_the_text(text in "\\PC{0,200}", size in 1_i32..30, width in 40_i32..400, most in 1_usize..5) {
            let wrapped = wrap(&text, size, width, most);
            prop_assert!(wrapped.lines.len() <= most);
            let room = width * 1000 / size;
            prop_assert!(wrapped.lines.iter().all(|line| length(line) <= room.max(1950)), "{:?}", wrapped);
            if !wrapped.is_cut {
                let letters = |text: &str| text.split_whitespace().collect::<String>();
                prop_assert_eq!(letters(&wrapped.lines.concat()), letters(&text));
            }
        }

        #[test]
        fn what_fits_a_line_is_one_line(text in "[a-zé患 ]{0,60}", size in 1_i32..30, width in 40_i32..400) {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(fits(&[&text], size, width), wrap(&text, size, width, 9).lines.len() <= 1);
        }
    }
}
