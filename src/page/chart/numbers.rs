//! How the numbers of one measure are written on its chart, in its sentence and in its table.

use super::ink;
use crate::model::Decimal;
use crate::page::format;
use crate::page::html::escape;

/// Most characters that a label on the value axis may have before it is shortened.
const AXIS_CHARACTERS: usize = 8;

/// The unit of a measure and whether its numbers may be shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers<'a> {
    unit: Option<&'a str>,
    rescaled: bool,
    currency: bool,
}

impl<'a> Numbers<'a> {
    /// Numbers of a unit; `rescaled` ones are attainments, shown as percentages.
    pub(super) fn new(unit: Option<&'a str>, rescaled: bool) -> Numbers<'a> {
        let unit = unit.map(str::trim).filter(|unit| !unit.is_empty() && !rescaled);
        Numbers { unit, rescaled, currency: unit.is_some_and(format::is_currency) }
    }

    /// The unit, where it is a word that each number would only repeat.
    pub(super) fn word(&self) -> Option<&'a str> {
        self.unit.filter(|&unit| unit != "%" && !self.currency)
    }

    /// A number with `%` or its currency; of other units the number alone.
    pub(super) fn bare(&self, out: &mut String, number: Decimal) {
        if self.rescaled {
            ink::percent(out, ink::float(number));
        } else if self.currency {
            escape(&format::value(number, self.unit), out);
        } else {
            ink::decimal(out, number);
            self.sign(out);
        }
    }

    /// A number with its unit.
    pub(super) fn full(&self, out: &mut String, number: Decimal) {
        self.bare(out, number);
        self.words(out);
    }

    /// A derived number with so many decimals, with `%` or its currency; of other units the number alone.
    pub(super) fn bare_rounded(&self, out: &mut String, value: f64, decimals: u32) {
        if self.rescaled {
            ink::percent(out, value);
        } else if self.currency {
            escape(&format::with_unit(&format::rounded(value, decimals), self.unit), out);
        } else {
            ink::rounded(out, value, decimals);
            self.sign(out);
        }
    }

    /// A derived number with its unit.
    pub(super) fn full_rounded(&self, out: &mut String, value: f64, decimals: u32) {
        self.bare_rounded(out, value, decimals);
        self.words(out);
    }

    fn sign(&self, out: &mut String) {
        if self.unit == Some("%") {
            out.push(ink::THIN);
            out.push('%');
        }
    }

    fn words(&self, out: &mut String) {
        if let Some(word) = self.word() {
            out.push('\u{a0}');
            escape(word, out);
        }
    }

    /// A label for the value axis: short, whatever the number.
    pub(super) fn axis(&self, number: Decimal) -> String {
        let mut text = String::new();
        self.bare(&mut text, number);
        if text.chars().count() <= AXIS_CHARACTERS {
            return text;
        }
        let short = short(ink::float(number));
        if self.currency {
            format::with_unit(&short, self.unit).replace('\u{a0}', "\u{202f}")
        } else {
            let mut text = short;
            self.sign(&mut text);
            text
        }
    }
}

/// Decimals that show where a value stands within a span: those of the measured numbers, or two digits of the span.
pub(super) fn decimals(span: f64, measured: impl Iterator<Item = Decimal>) -> u32 {
    let of_span = if span > 0.0 { (1.0 - span.log10()).ceil().clamp(0.0, 12.0) as u32 } else { 0 };
    measured.map(|number| number.scale()).fold(of_span, u32::max).min(12)
}

/// Three digits at most, with a word for the size: `1.2 M`, `15 bn`, `2 tn`, `1.3e-7`.
fn short(value: f64) -> String {
    let size = value.abs();
    let (divisor, word) = match size {
        0.0 => return "0".to_owned(),
        _ if !(1e-4..1e15).contains(&size) => return format!("{value:.1e}").replace('-', "−"),
        _ if size >= 999.5e9 => (1e12, "\u{202f}tn"),
        _ if size >= 999.5e6 => (1e9, "\u{202f}bn"),
        _ if size >= 999.5e3 => (1e6, "\u{202f}M"),
        _ if size >= 1e4 => (1e3, "\u{202f}k"),
        _ => (1.0, ""),
    };
    let scaled = value / divisor;
    let digits = scaled.abs().log10().floor() as i32;
    let mut text = format::rounded(scaled, (2 - digits).clamp(0, 6) as u32);
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    text + word
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_of_the_axis_are_short() {
        assert_eq!(short(1e12), "1\u{202f}tn");
        assert_eq!(short(-1_250_000.0), "−1.25\u{202f}M");
        assert_eq!(short(999_999.9), "1\u{202f}M");
        assert_eq!(short(123.456_789), "123");
        assert_eq!(short(0.001_234_567), "0.00123");
    }

    #[test]
    fn a_derived_number_shows_where_it_stands_in_its_span() {
        assert_eq!(decimals(4.0, std::iter::empty()), 1);
        assert_eq!(decimals(20.0, std::iter::empty()), 0);
        assert_eq!(decimals(0.0001, std::iter::empty()), 5);
        assert_eq!(decimals(20.0, std::iter::once(Decimal::new(405, 2))), 2);
    }

    proptest! {
        #[test]
        fn no_label_of_the_axis_is_long(mantissa in any::<i64>(), scale in 0_u32..20) {
            let numbers = Numbers { unit: Some("%"), rescaled: false, currency: false };
            prop_assert!(numbers.axis(Decimal::new(mantissa, scale)).chars().count() <= 11);
        }
    }
}
