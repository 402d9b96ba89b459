//! Lines of text in the one font that travels inside the program: Latin, Greek and Cyrillic letters.
//!
//! Letters are set one after the other with their kerning; scripts whose letters join or stack would need more, so
//! that text in them is not drawn.

use super::canvas::{Canvas, Shade};
use ab_glyph::{Font, FontRef, PxScale, ScaleFont, point};
use std::ops::Range;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// A subset of Source Serif 4, under the SIL Open Font License that stands beside it.
static FONT: LazyLock<FontRef<'static>> = LazyLock::new(|| {
    FontRef::try_from_slice(include_bytes!("handbook-serif.ttf")).expect("the embedded font is one")
});

/// The sizes of a title, the largest first.
const SIZES: &[f32] = &[92.0, 80.0, 70.0, 62.0, 54.0, 48.0];
/// From line to line, as a multiple of the size.
const LEADING: f32 = 1.18;
/// What stands at the end of a text that was cut.
const CUT: char = '…';

/// A line of text in a size.
pub(super) struct Lettering {
    text: String,
    size: f32,
}

/// A text as it can be drawn, with plain spaces; nothing where the font lacks one of its letters.
pub(super) fn drawable(text: &str) -> Option<String> {
    let is_shown = |letter: &char| {
        !letter.is_control()
            && !matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}')
    };
    let plain = |letter: char| if letter.is_whitespace() { ' ' } else { letter };
    let text: String = text.nfc().map(plain).filter(is_shown).collect();
    let text = text.trim();
    let is_known = |letter: char| letter == ' ' || FONT.glyph_id(letter).0 != 0;
    (!text.is_empty() && text.chars().all(is_known)).then(|| text.to_owned())
}

impl Lettering {
    /// One line, cut where it would be wider.
    pub(super) fn cut(text: &str, size: f32, width: f32) -> Lettering {
        let mut line = Lettering { text: text.to_owned(), size };
        let mut kept: Vec<char> = text.chars().collect();
        while line.width() > width && !kept.is_empty() {
            kept.pop();
            kept.iter().collect::<String>().trim_end().clone_into(&mut line.text);
            line.text.push(CUT);
        }
        line
    }

    /// A title in lines of a width: as large as the room allows, and cut where it is too long for any size.
    pub(super) fn set(text: &str, width: f32, height: f32) -> Vec<Lettering> {
        let words = Words::of(text);
        let most = |size: f32| (height / (size * LEADING)) as usize;
        let fits = |lines: &Vec<Range<usize>>, size: f32| {
            lines.len() <= most(size) && lines.iter().all(|line| words.width(line) * size <= width)
        };
        let found = SIZES.iter().find(|&&size| fits(&words.wrapped(width / size), size));
        if let Some(&size) = found {
            let lines = words.balanced(width / size);
            return lines.into_iter().map(|line| Lettering { text: words.line(&line), size }).collect();
        }
        let size = *SIZES.last().expect("there are sizes");
        let (mut lines, most) = (words.wrapped(width / size), most(size).max(1));
        let is_cut = lines.len() > most;
        lines.truncate(most);
        let mut texts: Vec<String> = lines.iter().map(|line| words.line(line)).collect();
        if let Some(last) = texts.last_mut().filter(|_| is_cut) {
            last.push(CUT);
        }
        texts.iter().map(|line| Lettering::cut(line, size, width)).collect()
    }

    /// From this line to the next.
    pub(super) fn leading(&self) -> f32 {
        self.size * LEADING
    }

    /// How wide it is.
    pub(super) fn width(&self) -> f32 {
        measure(&self.text, self.size)
    }

    /// Draws it from a point on its base line.
    pub(super) fn draw(&self, canvas: &mut Canvas, left: f32, base: f32, shade: Shade) {
        let scale = scale(self.size);
        each_letter(&self.text, self.size, |letter, x| {
            let glyph = FONT.glyph_id(letter).with_scale_and_position(scale, point(left + x, base));
            if let Some(outline) = FONT.outline_glyph(glyph) {
                let corner = outline.px_bounds().min;
                outline.draw(|x, y, coverage| {
                    let (x, y) = (i64::from(x) + corner.x as i64, i64::from(y) + corner.y as i64);
                    canvas.cover(x, y, coverage, shade);
                });
            }
        });
    }
}

/// The font's own measure of a size: that of an em.
fn scale(size: f32) -> PxScale {
    let em = FONT.units_per_em().unwrap_or(1000.0);
    PxScale::from(size * FONT.height_unscaled() / em)
}

/// Calls with each letter and where it begins; answers where the last one ends.
fn each_letter(text: &str, size: f32, mut call: impl FnMut(char, f32)) -> f32 {
    let font = FONT.as_scaled(scale(size));
    let (mut x, mut before) = (0.0, None);
    for letter in text.chars() {
        let id = font.glyph_id(letter);
        x += before.map_or(0.0, |before| font.kern(before, id));
        call(letter, x);
        x += font.h_advance(id);
        before = Some(id);
    }
    x
}

fn measure(text: &str, size: f32) -> f32 {
    each_letter(text, size, |_, _| {})
}

/// The words of a title with their widths, in ems: measured once, whatever size they are tried in.
struct Words<'a> {
    words: Vec<(&'a str, f32)>,
    space: f32,
}

impl<'a> Words<'a> {
    fn of(text: &'a str) -> Words<'a> {
        let words = text.split_whitespace().map(|word| (word, measure(word, 1.0))).collect();
        Words { words, space: measure(" ", 1.0) }
    }

    fn line(&self, line: &Range<usize>) -> String {
        self.words[line.clone()].iter().map(|(word, _)| *word).collect::<Vec<_>>().join(" ")
    }

    fn width(&self, line: &Range<usize>) -> f32 {
        let words: f32 = self.words[line.clone()].iter().map(|(_, width)| width + self.space).sum();
        words - self.space
    }

    /// As many words on each line as it holds.
    fn wrapped(&self, width: f32) -> Vec<Range<usize>> {
        let mut lines: Vec<Range<usize>> = Vec::new();
        for word in 0..self.words.len() {
            match lines.last_mut() {
                Some(line) if self.width(&(line.start..word + 1)) <= width => line.end = word + 1,
                _ => lines.push(word..word + 1),
            }
        }
        lines
    }

    /// The same number of lines, as even as they come.
    fn balanced(&self, width: f32) -> Vec<Range<usize>> {
        let mut best = self.wrapped(width);
        for step in 1..10u8 {
            let lines = self.wrapped(width * (1.0 - 0.05 * f32::from(step)));
            let fits = lines.iter().all(|line| self.width(line) <= width);
            if lines.len() > best.len() || !fits {
                break;
            }
            best = lines;
        }
        best
    }
}
