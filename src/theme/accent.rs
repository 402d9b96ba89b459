//! The one colour that a handbook chooses, mended until text in it can be read in both schemes.

use crate::config::Settings;

/// The accent of the built-in theme, which its files are written in.
const BUILT_IN: &str = "#0a5f73";
/// What text in the accent may stand on, and towards what it is mended: the darkest ground of the light scheme
/// with its ink, the lightest ground of the dark one with its ink.
const LIGHT: (Colour, Colour) = ([0xf1, 0xee, 0xe7], [0x1c, 0x1b, 0x19]);
const DARK: (Colour, Colour) = ([0x26, 0x29, 0x31], [0xec, 0xe9, 0xe2]);
/// What WCAG asks of text.
const LEAST_CONTRAST: f64 = 4.5;

type Colour = [u8; 3];

/// Style rules that set the handbook's own accent in both schemes; nothing where it has none.
pub(super) fn rules(settings: &Settings) -> String {
    let Some(accent) = chosen(settings) else { return String::new() };
    let (light, dark) = (hex(mended(accent, LIGHT)), hex(mended(accent, DARK)));
    format!(
        ":root{{--accent:{light}}}\n\
         @media (prefers-color-scheme:dark){{:root:not([data-scheme=light]){{--accent:{dark}}}}}\n\
         :root[data-scheme=dark]{{--accent:{dark}}}\n\
         @media print{{:root,:root:not([data-scheme=light]),:root[data-scheme=dark]{{--accent:{light}}}}}\n"
    )
}

/// A built-in picture in the handbook's own accent.
pub(super) fn colour(picture: &[u8], settings: &Settings) -> Vec<u8> {
    let Some(accent) = chosen(settings) else { return picture.to_vec() };
    String::from_utf8_lossy(picture).replace(BUILT_IN, &hex(mended(accent, LIGHT))).into_bytes()
}

fn chosen(settings: &Settings) -> Option<Colour> {
    colour_of(&settings.accent.as_ref()?.value)
}

/// A colour written with two hexadecimal digits for each part, or with one that stands for two of its kind.
fn colour_of(written: &str) -> Option<Colour> {
    let digits = written.strip_prefix('#')?;
    let part = |index: usize| match digits.len() {
        3 => u8::from_str_radix(digits.get(index..=index)?, 16).ok().map(|digit| digit * 17),
        _ => u8::from_str_radix(digits.get(2 * index..2 * index + 2)?, 16).ok(),
    };
    Some([part(0)?, part(1)?, part(2)?])
}

fn hex([red, green, blue]: Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// The nearest colour on the way to the ink that contrasts enough with the ground.
fn mended(accent: Colour, (ground, ink): (Colour, Colour)) -> Colour {
    (0..=20u8)
        .map(|step| mix(accent, ink, f64::from(step) / 20.0))
        .find(|&colour| contrast(colour, ground) >= LEAST_CONTRAST)
        .unwrap_or(ink)
}

fn mix(from: Colour, to: Colour, share: f64) -> Colour {
    std::array::from_fn(|index| {
        let (from, to) = (f64::from(from[index]), f64::from(to[index]));
        (from + (to - from) * share).round() as u8
    })
}

fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance as WCAG defines it.
fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_may_be_written_short() {
        assert_eq!(colour_of("#0a5f73"), Some([0x0a, 0x5f, 0x73]));
        assert_eq!(colour_of("#f0A"), Some([0xff, 0x00, 0xaa]));
    }

    #[test]
    fn a_colour_that_can_be_read_stays_as_it_is() {
        assert_eq!(mended([0x0a, 0x5f, 0x73], LIGHT), [0x0a, 0x5f, 0x73]);
    }

    #[test]
    fn a_colour_that_cannot_be_read_moves_towards_the_ink() {
        let yellow = [0xff, 0xe1, 0x00];
        assert!(contrast(yellow, LIGHT.0) < LEAST_CONTRAST);
        assert!(contrast(mended(yellow, LIGHT), LIGHT.0) >= LEAST_CONTRAST);
        assert_eq!(mended(yellow, DARK), yellow);
    }
}
