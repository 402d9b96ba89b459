//! How the numbers of one measure are written on its chart, in its sentence and in its table.

use super::ink;
use super::labels::{self, LARGE};
use crate::locale::{Language, Messages, is_currency};
use crate::model::Decimal;
use crate::page::html::escape;

/// Most characters that a label on the value axis may have before it is shortened.
const AXIS_CHARACTERS: usize = 8;
/// The most room that the label of the last value may need, in pixels: so much stands beside every plot.
const LAST_WIDTH: f64 = 84.0;

/// How the numbers of a measure are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers<'a> {
    /// The words of the site, in its language.
    pub(super) m: &'a Messages<'a>,
    unit: Unit<'a>,
}

/// What is counted; told once for all numbers of a measure.
#[derive(Clone, Copy, Debug)]
enum Unit<'a> {
    /// The numbers may not be shown: attainments stand for them.
    Attainment,
    Percent,
    /// A currency, by its code.
    Money(&'a str),
    /// A word, which each number would only repeat.
    Word(&'a str),
    Nothing,
}

impl<'a> Numbers<'a> {
    /// Numbers of a unit; `rescaled` ones are attainments, shown as percentages.
    pub(super) fn new(m: &'a Messages<'a>, unit: Option<&'a str>, rescaled: bool) -> Numbers<'a> {
        let unit = match unit.map(str::trim) {
            _ if rescaled => Unit::Attainment,
            None | Some("") => Unit::Nothing,
            Some("%") => Unit::Percent,
            Some(unit) if is_currency(unit) => Unit::Money(unit),
            Some(unit) => Unit::Word(unit),
        };
        Numbers { m, unit }
    }

    /// The language in which they are written.
    pub(super) fn language(&self) -> &'a Language {
        self.m.language
    }

    /// The unit, where it is a word that each number would only repeat.
    pub(super) fn word(&self) -> Option<&'a str> {
        match self.unit {
            Unit::Word(unit) => Some(unit),
            _ => None,
        }
    }

    /// A number with `%` or its currency; of other units the number alone.
    pub(super) fn bare(&self, out: &mut String, number: Decimal) {
        let language = self.language();
        match self.unit {
            Unit::Attainment => language.push_percent(out, ink::float(number)),
            Unit::Percent => language.push_percents(out, number),
            Unit::Money(unit) => language.push_money(out, number, unit),
            Unit::Word(_) | Unit::Nothing => language.push_number(out, number),
        }
    }

    /// A number with its unit.
    pub(super) fn full(&self, out: &mut String, number: Decimal) {
        self.bare(out, number);
        self.words(out);
    }

    /// A derived number with so many decimals, with `%` or its currency; of other units the number alone.
    pub(super) fn bare_rounded(&self, out: &mut String, value: f64, decimals: u32) {
        let language = self.language();
        match self.unit {
            Unit::Attainment => language.push_percent(out, value),
            Unit::Percent => language.push_percents_rounded(out, value, decimals),
            Unit::Money(unit) => language.push_money_rounded(out, value, decimals, unit),
            Unit::Word(_) | Unit::Nothing => language.push_rounded(out, value, decimals),
        }
    }

    /// A derived number with its unit.
    pub(super) fn full_rounded(&self, out: &mut String, value: f64, decimals: u32) {
        self.bare_rounded(out, value, decimals);
        self.words(out);
    }

    fn words(&self, out: &mut String) {
        if let Some(word) = self.word() {
            out.push('\u{a0}');
            escape(word, out);
        }
    }

    /// A label beside the last point: as it was written, where that fits beside the line.
    pub(super) fn beside(&self, number: Decimal) -> String {
        let mut text = String::with_capacity(16);
        self.bare(&mut text, number);
        if labels::width(&text, LARGE) <= LAST_WIDTH { text } else { self.axis(number) }
    }

    /// A label for the value axis: short, whatever the number.
    pub(super) fn axis(&self, number: Decimal) -> String {
        let mut text = String::with_capacity(16);
        self.bare(&mut text, number);
        if text.len() <= AXIS_CHARACTERS || text.chars().count() <= AXIS_CHARACTERS {
            return text;
        }
        let (language, value) = (self.language(), ink::float(number));
        text.clear();
        match self.unit {
            _ if value != 0.0 && !(1e-4..1e15).contains(&value.abs()) => {
                text.push_str(&format!("{value:.1e}").replace('-', "−"));
            }
            Unit::Money(unit) => language.push_money_short(&mut text, value, unit),
            _ => language.push_short(&mut text, value),
        }
        if matches!(self.unit, Unit::Percent) {
            text.push('%');
        }
        text
    }
}

/// Decimals that show where a value stands within a span: those of the measured numbers, or two digits of the span.
pub(super) fn decimals(span: f64, measured: impl Iterator<Item = Decimal>) -> u32 {
    let of_span = if span > 0.0 { (1.0 - span.log10()).ceil().clamp(0.0, 12.0) as u32 } else { 0 };
    measured.map(|number| number.scale()).fold(of_span, u32::max).min(12)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;
    use proptest::prelude::*;

    #[test]
    fn labels_of_the_axis_are_short() {
        let numbers = Numbers::new(Language::english(), None, false);
        let axis = |text: &str| numbers.axis(text.parse().unwrap());
        assert_eq!(axis("1000000000000"), "1T");
        assert_eq!(axis("-1250000"), "−1.25M");
        assert_eq!(axis("999999.9"), "1M");
        assert_eq!(axis("123.456789"), "123");
        assert_eq!(axis("0.001234567"), "0.00123");
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
            let numbers = Numbers::new(Language::english(), Some("%"), false);
            prop_assert!(numbers.axis(Decimal::new(mantissa, scale)).chars().count() <= 11);
        }
    }
}
