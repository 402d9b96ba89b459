//! Stories of the pictures: what they hold, and what cannot be drawn.

use super::canvas::{Canvas, Shade};
use super::lettering::{Lettering, drawable};
use super::{HEIGHT, WIDTH};
use crate::config::Colour;

const WIDE: f32 = 1032.0;
const HIGH: f32 = 290.0;

fn pixels(png: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("a picture");
    let mut pixels = vec![0; reader.output_buffer_size().expect("it has a size")];
    let info = reader.next_frame(&mut pixels).expect("it is whole");
    (info.width, info.height, pixels)
}

#[test]
fn a_picture_is_a_png_of_the_size_that_all_take() {
    let mut canvas = Canvas::new(WIDTH, HEIGHT, Colour([0x0a, 0x5f, 0x73]));
    canvas.fill(0, 0, 20, HEIGHT, Shade::ACCENT);
    let (width, height, pixels) = pixels(&canvas.png());
    assert_eq!((width, height), (1200, 630));
    assert_eq!(pixels[..3], [0x0a, 0x5f, 0x73]);
    assert_eq!(pixels[60..63], [0xfb, 0xfa, 0xf7]);
}

#[test]
fn what_lies_outside_is_cut_off() {
    let mut canvas = Canvas::new(10, 10, Colour([0, 0, 0]));
    canvas.fill(8, 8, 100, 100, Shade::INK);
    canvas.fill(100, 100, 5, 5, Shade::INK);
    canvas.cover(-1, 4, 1.0, Shade::INK);
    canvas.cover(4, 10, 1.0, Shade::INK);
    assert!(!canvas.png().is_empty());
}

#[test]
fn a_text_in_a_script_that_the_font_lacks_is_not_drawn() {
    assert_eq!(
        drawable("Stunden für alle – naïve Œuvres").as_deref(),
        Some("Stunden für alle – naïve Œuvres")
    );
    assert_eq!(drawable("Здоровье для всех").as_deref(), Some("Здоровье для всех"));
    assert_eq!(drawable("رعاية جيدة"), None);
    assert_eq!(drawable("良い医療"), None);
    assert_eq!(drawable(" \u{2068}38\u{a0}%\u{2069} ").as_deref(), Some("38 %"));
    assert_eq!(drawable("e\u{301}te\u{301}").as_deref(), Some("été"), "accents join their letters");
}

#[test]
fn a_short_title_is_set_larger_than_a_long_one() {
    let short = Lettering::set("Bread for everyone", WIDE, HIGH);
    let long = Lettering::set(&"Bread for everyone in the street and beyond ".repeat(3), WIDE, HIGH);
    assert_eq!(short.len(), 1);
    assert!(short[0].leading() > long[0].leading());
    assert!(long.iter().all(|line| line.width() <= WIDE));
}

#[test]
fn a_title_that_fits_no_size_is_cut() {
    for text in ["Bread for everyone ".repeat(40), "Rindfleischetikettierung".repeat(12)] {
        let lines = Lettering::set(&text, WIDE, HIGH);
        assert!(lines.iter().all(|line| line.width() <= WIDE));
        assert!(lines.iter().map(Lettering::leading).sum::<f32>() <= HIGH);
    }
}

#[test]
fn the_same_text_is_the_same_picture() {
    let draw = || {
        let mut canvas = Canvas::new(WIDTH, HEIGHT, Colour([0, 0, 0]));
        Lettering::cut("AVATAR To Va", 90.0, WIDE).draw(&mut canvas, 84.0, 200.0, Shade::INK);
        canvas.png()
    };
    assert_eq!(draw(), draw());
}
