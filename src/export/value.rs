//! How numbers and days stand in exports: what is measured exactly, what is derived to six decimals.

use crate::model::{Date, Decimal};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;
use std::io::Write;

/// A measured number, written as exactly as it was measured.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Exact(pub(crate) Decimal);

impl Exact {
    pub(super) fn push(self, out: &mut Vec<u8>) {
        match i64::try_from(self.0.mantissa()) {
            Ok(digits) if self.0.scale() <= MOST_DECIMALS => push_decimal(out, digits, self.0.scale()),
            _ => push_shown(out, self),
        }
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_zero() { out.write_str("0") } else { self.0.normalize().fmt(out) }
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A float would round; the digits as they are do not.
        RawValue::from_string(self.to_string()).map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

/// So many decimals a number of 64 bits may have, and still have a digit before them.
const MOST_DECIMALS: u32 = 18;

/// Appends a number that is known by its digits and by how many of them are decimals, without zeros behind.
pub(super) fn push_decimal(out: &mut Vec<u8>, digits: i64, mut decimals: u32) {
    let mut left = digits.unsigned_abs();
    // Most shares have three decimals at most.
    if decimals > 3 && left.is_multiple_of(1000) {
        left /= 1000;
        decimals -= 3;
    }
    while decimals > 0 && left.is_multiple_of(10) {
        left /= 10;
        decimals -= 1;
    }
    // The digits of 64 bits with a sign and a point, from the last one on.
    let mut text = [0; 22];
    let mut begin = text.len();
    let mut put = |byte| {
        begin -= 1;
        text[begin] = byte;
    };
    let mut digit = || {
        let last = (left % 10) as u8;
        left /= 10;
        (b'0' + last, left > 0)
    };
    if decimals > 0 {
        (0..decimals).for_each(|_| put(digit().0));
        put(b'.');
    }
    loop {
        let (digit, has_more) = digit();
        put(digit);
        if !has_more {
            break;
        }
    }
    if digits < 0 {
        put(b'-');
    }
    out.extend_from_slice(&text[begin..]);
}

/// Appends what seldom stands in an export as it is shown.
fn push_shown(out: &mut Vec<u8>, value: impl fmt::Display) {
    write!(out, "{value}").expect("memory takes everything");
}

/// A number that was derived, and is written with few digits.
pub(super) trait Derived: Copy {
    /// Its digits as so many millionths, where these are all that the rounded number shows.
    fn millionths(self) -> Option<i64>;

    /// What is written of it.
    fn rounded(self) -> f64;

    /// Appends it.
    fn push(self, out: &mut Vec<u8>) {
        match self.millionths() {
            Some(millionths) => push_decimal(out, millionths, 6),
            None => push_shown(out, self.rounded()),
        }
    }

    /// Appends it as JSON has it, where the smallest have exponents, and what is no number is null.
    fn push_json(self, out: &mut Vec<u8>) {
        match self.millionths() {
            Some(millionths) if !(1..10).contains(&millionths.abs()) => push_decimal(out, millionths, 6),
            _ => push_shown(out, number(self.rounded())),
        }
    }
}

/// A derived number, with at most six decimals.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ratio(pub(crate) f64);

impl Derived for Ratio {
    fn millionths(self) -> Option<i64> {
        let millionths = (self.0 * 1e6).round();
        (millionths.abs() < SHORT).then_some(millionths as i64)
    }

    fn rounded(self) -> f64 {
        // Adding zero turns a negative zero into a plain one.
        (self.0 * 1e6).round() / 1e6 + 0.0
    }
}

/// A float shows fifteen digits, and none but these, where it was made of them.
const SHORT: f64 = 1e15;

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        number(self.rounded()).serialize(serializer)
    }
}

/// A projected number in the unit of its measure: six decimals, or six digits that count where it is smaller than one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Projected(pub(super) f64);

impl Projected {
    /// The noise of floats ends before the thirteenth decimal, what a small measure says does not.
    fn quiet(self) -> f64 {
        (self.0 * 1e12).round() / 1e12
    }
}

impl Derived for Projected {
    /// Its digits, where they are beyond doubt: it is neither small nor large, nor between two millionths.
    fn millionths(self) -> Option<i64> {
        const LARGE: f64 = 1e12;
        let exact = self.quiet() * 1e6;
        let rounded = exact.round();
        ((1e6..LARGE).contains(&exact.abs()) && (exact - rounded).abs() < 0.499).then_some(rounded as i64)
    }

    fn rounded(self) -> f64 {
        let quiet = self.quiet();
        let text = if quiet.abs() < 1.0 { format!("{quiet:.5e}") } else { format!("{quiet:.6}") };
        text.parse().unwrap_or(quiet) + 0.0
    }
}

/// Whole numbers are written without a fraction.
fn number(value: f64) -> serde_json::Value {
    if value.fract() == 0.0 && value.abs() < SHORT { (value as i64).into() } else { value.into() }
}

/// A day, as `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Day(pub(super) Date);

impl Day {
    pub(super) fn push(self, out: &mut Vec<u8>) {
        let (year, month, day) = (self.0.year(), self.0.month().unsigned_abs(), self.0.day().unsigned_abs());
        let Ok(year @ 0..=9999) = u16::try_from(year) else {
            return push_shown(out, self.0);
        };
        let mut text = *b"0000-00-00";
        for (at, number) in [(0, (year / 100) as u8), (2, (year % 100) as u8), (5, month), (8, day)] {
            text[at] += number / 10;
            text[at + 1] += number % 10;
        }
        out.extend_from_slice(&text);
    }
}

macro_rules! schema {
    ($($type:ident $schema:tt)*) => {$(
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

schema! {
    Exact {"type": "number"}
    Ratio {"type": "number"}
    Projected {"type": "number"}
    Day {"type": "string", "format": "date"}
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is pushed into an empty text.
    fn pushed(push: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        push(&mut out);
        String::from_utf8(out).expect("text")
    }

    fn ratio(value: f64) -> String {
        pushed(|out| Ratio(value).push_json(out))
    }

    fn projected(value: f64) -> String {
        pushed(|out| Projected(value).push_json(out))
    }

    #[test]
    fn a_measured_number_keeps_every_digit_and_no_more() {
        let exact = |text| pushed(|out| Exact(Decimal::from_str_exact(text).expect("a number")).push(out));
        assert_eq!(exact("0.10"), "0.1");
        assert_eq!(exact("-0.0"), "0");
        assert_eq!(exact("-0.05"), "-0.05");
        assert_eq!(exact("1500.000"), "1500");
        assert_eq!(exact("-12345678901234567890.1234"), "-12345678901234567890.1234");
        assert_eq!(exact("79228162514264337593543950335"), "79228162514264337593543950335");
        assert_eq!(exact("0.0000000000000000000000000001"), "0.0000000000000000000000000001");
    }

    proptest::proptest! {
        #[test]
        fn a_number_is_written_with_its_own_digits(mantissa in proptest::num::i64::ANY, scale in 0_u32..28) {
            for number in [Decimal::new(mantissa, scale), Decimal::new(mantissa % 1_000_000, scale)] {
                let pushed = pushed(|out| Exact(number).push(out));
                proptest::prop_assert_eq!(&pushed, &Exact(number).to_string());
                let told = serde_json::to_string(&Exact(number)).expect("a number");
                proptest::prop_assert_eq!(pushed, told);
            }
        }

        #[test]
        fn a_derived_number_is_written_as_the_float_that_it_is(value in proptest::num::f64::ANY, share in -3.0..3.0) {
            for value in [value, share, share * 1e-5, share * 1e4, (share * 1e3).round() / 1e3, value.trunc()] {
                let rounded = Ratio(value).rounded();
                proptest::prop_assert_eq!(pushed(|out| Ratio(value).push(out)), rounded.to_string());
                proptest::prop_assert_eq!(ratio(value), number(rounded).to_string());
                let rounded = Projected(value).rounded();
                proptest::prop_assert_eq!(pushed(|out| Projected(value).push(out)), rounded.to_string());
                proptest::prop_assert_eq!(projected(value), number(rounded).to_string());
            }
        }

        #[test]
        fn a_day_is_written_as_the_calendar_writes_it(year in -9999_i16..=9999, month in 1_i8..=12, day in 1_i8..=28) {
            let date = Date::new(year, month, day).expect("a day");
            proptest::prop_assert_eq!(pushed(|out| Day(date).push(out)), date.to_string());
        }
    }

    #[test]
    fn a_ratio_has_six_decimals_at_most() {
        assert_eq!(ratio(1.0 / 3.0), "0.333333");
        assert_eq!(ratio(0.5), "0.5");
        assert_eq!(ratio(1.0), "1");
        assert_eq!(ratio(-0.000_000_1), "0");
        assert_eq!(ratio(0.1 + 0.2), "0.3");
        assert_eq!(ratio(f64::NAN), "null");
    }

    #[test]
    fn a_projection_is_free_of_the_noise_of_floats() {
        assert_eq!(projected(0.1 + 0.2), "0.3");
        assert_eq!(projected(1.0 / 3.0), "0.333333");
        assert_eq!(projected(-4.0), "-4");
        assert_eq!(projected(0.1 + 0.2 - 0.3), "0");
    }

    #[test]
    fn a_projection_is_as_fine_as_its_measure_is_small_or_large() {
        assert_eq!(projected(236_625_343.039_957_34), "236625343.039957");
        assert_eq!(projected(0.000_012_345_678), "0.0000123457");
    }
}
