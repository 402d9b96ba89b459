//! Colours: how they are written, how well they contrast, and how far one is mended until text in it can be read.

use crate::diagnostic::Finding;
use crate::diagnostic::errors::BAD_TEXT;
use crate::model::Text;
use crate::text::Spanned;
use std::fmt;

/// A colour: red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// The colour in which links and marks stand out: one, or one for each scheme.
#[derive(Clone, Debug, PartialEq)]
pub struct Accent {
    /// On light grounds and on paper.
    pub light: Spanned<Colour>,
    /// On dark grounds; the light one is mended where none is given.
    pub dark: Option<Spanned<Colour>>,
}

/// What text in an accent may stand on, and towards what it is mended.
#[derive(Clone, Copy, Debug)]
pub struct Ground {
    paper: Colour,
    ink: Colour,
}

/// The darkest ground of the light scheme with its ink.
pub const LIGHT: Ground = Ground { paper: Colour([0xf1, 0xee, 0xe7]), ink: Colour([0x1c, 0x1b, 0x19]) };
/// The lightest ground of the dark scheme with its ink.
pub const DARK: Ground = Ground { paper: Colour([0x26, 0x29, 0x31]), ink: Colour([0xec, 0xe9, 0xe2]) };
/// What WCAG asks of text.
pub const LEAST_CONTRAST: f64 = 4.5;

impl Accent {
    /// The accent of the light scheme, as it is shown.
    pub fn on_light(&self) -> Colour {
        self.light.value.mended(LIGHT)
    }

    /// The accent of the dark scheme, as it is shown.
    pub fn on_dark(&self) -> Colour {
        self.dark.as_ref().unwrap_or(&self.light).value.mended(DARK)
    }
}

impl Colour {
    /// A colour written with two hexadecimal digits for each part, or with one that stands for two of its kind.
    pub fn parse(written: &str) -> Option<Colour> {
        let digits = written.strip_prefix('#')?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |index: usize| match digits.len() {
            3 => u8::from_str_radix(&digits[index..=index], 16).ok().map(|digit| digit * 17),
            6 => u8::from_str_radix(&digits[2 * index..2 * index + 2], 16).ok(),
            _ => None,
        };
        Some(Colour([part(0)?, part(1)?, part(2)?]))
    }

    /// A colour that somebody wrote.
    pub fn read(written: &Text) -> Result<Spanned<Colour>, Finding> {
        Colour::parse(&written.value).map(|colour| Spanned::new(colour, written.span)).ok_or_else(|| {
            let message = format!("`{}` is not a colour", written.value.escape_debug());
            let help = "write it as `\"#0a5f73\"`, in quotes, since `#` begins a comment";
            Finding::error(&BAD_TEXT, written.span, message).help(help)
        })
    }

    /// The nearest colour on the way to the ink that contrasts enough with the ground.
    #[must_use]
    pub fn mended(self, Ground { paper, ink }: Ground) -> Colour {
        (0..=20u8)
            .map(|step| self.mixed(ink, f64::from(step) / 20.0))
            .find(|colour| colour.contrast(paper) >= LEAST_CONTRAST)
            .unwrap_or(ink)
    }

    /// How well it can be read on a ground: from 1 to 21.
    pub fn contrast_on(self, ground: Ground) -> f64 {
        self.contrast(ground.paper)
    }

    /// A share of the way from this colour to another.
    #[must_use]
    pub fn mixed(self, to: Colour, share: f64) -> Colour {
        Colour(std::array::from_fn(|index| {
            let (from, to) = (f64::from(self.0[index]), f64::from(to.0[index]));
            (from + (to - from) * share).round() as u8
        }))
    }

    fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Relative luminance as WCAG defines it.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_may_be_written_short() {
        assert_eq!(Colour::parse("#0a5f73"), Some(Colour([0x0a, 0x5f, 0x73])));
        assert_eq!(Colour::parse("#f0A"), Some(Colour([0xff, 0x00, 0xaa])));
        assert_eq!(Colour::parse("#f0Aé"), None);
        assert_eq!(Colour::parse("teal"), None);
    }

    #[test]
    fn a_colour_that_can_be_read_stays_as_it_is() {
        let teal = Colour([0x0a, 0x5f, 0x73]);
        assert_eq!(teal.mended(LIGHT), teal);
    }

    #[test]
    fn a_colour_that_cannot_be_read_moves_towards_the_ink() {
        let yellow = Colour([0xff, 0xe1, 0x00]);
        assert!(yellow.contrast_on(LIGHT) < LEAST_CONTRAST);
        assert!(yellow.mended(LIGHT).contrast_on(LIGHT) >= LEAST_CONTRAST);
        assert_eq!(yellow.mended(DARK), yellow);
    }
}
