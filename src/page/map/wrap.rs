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
    let room = width * 1000 / size.max(1);
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    for word in text.split_whitespace() {
        let long = length(word);
        if !line.is_empty() && used + SPACE + long <= room {
            line.push(' ');
            line.push_str(word);
            used += SPACE + long;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        used = 0;
        if long <= room {
            line.push_str(word);
            used = long;
            continue;
        }
        for letter in word.chars() {
            let wide = letter_width(letter);
            if used + wide > room && wide > 0 && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(letter);
            used += wide;
        }
        if lines.len() > most {
            break;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    let is_cut = lines.len() > most;
    lines.truncate(most);
    if let (true, Some(last)) = (is_cut, lines.last_mut()) {
        shorten(last, room);
    }
    Wrapped { lines, is_cut }
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
    }
}
