//! A drawing in a few colours: rectangles and the shadows of letters, written as PNG.

use crate::config::Colour;

const PAPER: Colour = Colour([0xfb, 0xfa, 0xf7]);
const INK: Colour = Colour([0x1c, 0x1b, 0x19]);
const MUTED: Colour = Colour([0x5f, 0x5b, 0x54]);
const HAIR: Colour = Colour([0xe2, 0xdd, 0xd2]);
/// How many steps lead from the paper to a colour, so that letters have soft edges.
const STEPS: u8 = 31;

/// A colour that something can be drawn in: the place of its first step in the palette.
#[derive(Clone, Copy)]
pub(super) struct Shade(u8);

impl Shade {
    pub(super) const INK: Shade = Shade(0);
    pub(super) const MUTED: Shade = Shade(STEPS);
    pub(super) const ACCENT: Shade = Shade(2 * STEPS);
    pub(super) const HAIR: Shade = Shade(3 * STEPS);

    /// The colour at full strength.
    fn full(self) -> u8 {
        self.0 + STEPS
    }

    /// The colour as strong as a letter covers a pixel.
    fn at(self, coverage: f32) -> u8 {
        match (coverage.clamp(0.0, 1.0) * f32::from(STEPS)).round() as u8 {
            0 => 0,
            step => self.0 + step,
        }
    }
}

/// The drawing: for each pixel the place of its colour in the palette.
pub(super) struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
    palette: Vec<u8>,
}

impl Canvas {
    /// Empty paper.
    pub(super) fn new(width: usize, height: usize, accent: Colour) -> Canvas {
        let mut palette = PAPER.0.to_vec();
        for colour in [INK, MUTED, accent, HAIR] {
            for step in 1..=STEPS {
                palette.extend(PAPER.mixed(colour, f64::from(step) / f64::from(STEPS)).0);
            }
        }
        Canvas { width, height, pixels: vec![0; width * height], palette }
    }

    /// A rectangle; what lies outside is cut off.
    pub(super) fn fill(&mut self, left: usize, top: usize, width: usize, height: usize, shade: Shade) {
        let (left, right) = (left.min(self.width), (left + width).min(self.width));
        for row in top.min(self.height)..(top + height).min(self.height) {
            self.pixels[row * self.width + left..row * self.width + right].fill(shade.full());
        }
    }

    /// A pixel that a letter covers in part. Where letters touch, the stronger one counts.
    pub(super) fn cover(&mut self, x: i64, y: i64, coverage: f32, shade: Shade) {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return };
        if x < self.width && y < self.height {
            let pixel = &mut self.pixels[y * self.width + x];
            *pixel = (*pixel).max(shade.at(coverage));
        }
    }

    /// The drawing as a file.
    pub(super) fn png(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let side = |length: usize| u32::try_from(length).expect("a picture is small");
        let mut encoder = png::Encoder::new(&mut bytes, side(self.width), side(self.height));
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(self.palette.as_slice());
        // Most rows are what the row above is. More effort would save a third, and cost each build twenty times more.
        encoder.set_compression(png::Compression::Fast);
        encoder.set_filter(png::Filter::Up);
        let mut writer = encoder.write_header().expect("memory takes every byte");
        writer.write_image_data(&self.pixels).expect("there is a byte for each pixel");
        writer.finish().expect("memory takes every byte");
        bytes
    }
}
