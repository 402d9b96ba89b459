//! How numbers and days stand in exports: what is measured exactly, what is derived to six decimals.

use crate::model::{Date, Decimal};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// A measured number, written as exactly as it was measured.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Exact(pub(crate) Decimal);

impl fmt::Display for Exact {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_zero() { out.write_str("0") } else { self.0.normalize().fmt(out) }
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some((digits, decimals)) = short(self.0) {
            return match decimals {
                0 => serializer.serialize_i64(digits),
                // Both are floats without loss, so that the nearest float is the quotient, and its shortest digits
                // are those that were written.
                _ => serializer.serialize_f64(digits as f64 / 10_f64.powi(decimals.cast_signed())),
            };
        }
        let number = self.0.normalize();
        match i64::try_from(number.mantissa()) {
            Ok(whole) if number.scale() == 0 => serializer.serialize_i64(whole),
            // A float would round; the digits as they are do not.
            _ => RawValue::from_string(self.to_string())
                .map_err(serde::ser::Error::custom)?
                .serialize(serializer),
        }
    }
}

/// Digits and decimals of a number that a float shows with the same digits, without zeros behind; most are such.
fn short(number: Decimal) -> Option<(i64, u32)> {
    const LONGEST: u64 = 1_000_000_000_000_000;
    let mut digits =
        i64::try_from(number.mantissa()).ok().filter(|digits| digits.unsigned_abs() < LONGEST)?;
    let mut decimals = number.scale();
    while decimals > 0 && digits % 10 == 0 {
        digits /= 10;
        decimals -= 1;
    }
    (decimals <= 3).then_some((digits, decimals))
}

/// A derived number, with at most six decimals.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ratio(pub(crate) f64);

impl Ratio {
    fn rounded(self) -> f64 {
        // Adding zero turns a negative zero into a plain one.
        (self.0 * 1e6).round() / 1e6 + 0.0
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rounded().fmt(out)
    }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        number(self.rounded(), serializer)
    }
}

/// A projected number in the unit of its measure: six decimals, or six digits that count where it is smaller than one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Projected(pub(super) f64);

impl Projected {
    fn rounded(self) -> f64 {
        // The noise of floats ends before the thirteenth decimal, what a small measure says does not.
        let quiet = (self.0 * 1e12).round() / 1e12;
        let text = if quiet.abs() < 1.0 { format!("{quiet:.5e}") } else { format!("{quiet:.6}") };
        text.parse().unwrap_or(quiet) + 0.0
    }
}

impl fmt::Display for Projected {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rounded().fmt(out)
    }
}

impl Serialize for Projected {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        number(self.rounded(), serializer)
    }
}

/// Whole numbers are written without a fraction.
fn number<S: Serializer>(value: f64, serializer: S) -> Result<S::Ok, S::Error> {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        serializer.serialize_i64(value as i64)
    } else {
        serializer.serialize_f64(value)
    }
}

/// A day, as `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Day(pub(super) Date);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Written digit by digit: exports hold as many days as check-ins.
        let (year, month, day) = (self.0.year(), self.0.month(), self.0.day());
        if !(0..=9999).contains(&year) {
            return serializer.collect_str(&self.0);
        }
        let digit = |number: i16| b'0' + (number % 10) as u8;
        let (month, day) = (i16::from(month), i16::from(day));
        let text = [
            digit(year / 1000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            b'-',
            digit(month / 10),
            digit(month),
            b'-',
            digit(day / 10),
            digit(day),
        ];
        serializer.serialize_str(std::str::from_utf8(&text).expect("digits are text"))
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

    fn json(value: impl Serialize) -> String {
        serde_json::to_string(&value).expect("a number")
    }

    #[test]
    fn a_measured_number_keeps_every_digit_and_no_more() {
        let exact = |text| json(Exact(Decimal::from_str_exact(text).expect("a number")));
        assert_eq!(exact("0.10"), "0.1");
        assert_eq!(exact("-0.0"), "0");
        assert_eq!(exact("1500.000"), "1500");
        assert_eq!(exact("-12345678901234567890.1234"), "-12345678901234567890.1234");
        assert_eq!(exact("79228162514264337593543950335"), "79228162514264337593543950335");
        assert_eq!(exact("0.0000000000000000000000000001"), "0.0000000000000000000000000001");
    }

    proptest::proptest! {
        #[test]
        fn a_number_is_written_with_its_own_digits(mantissa in proptest::num::i64::ANY, scale in 0_u32..8) {
            for number in [Decimal::new(mantissa, scale), Decimal::new(mantissa % 1_000_000, scale)] {
                proptest::prop_assert_eq!(json(Exact(number)), Exact(number).to_string());
            }
        }

        #[test]
        fn a_day_is_written_as_the_calendar_writes_it(year in -9999_i16..=9999, month in 1_i8..=12, day in 1_i8..=28) {
            let date = Date::new(year, month, day).expect("a day");
            proptest::prop_assert_eq!(json(Day(date)), format!("\"{date}\""));
        }
    }

    #[test]
    fn a_ratio_has_six_decimals_at_most() {
        assert_eq!(json(Ratio(1.0 / 3.0)), "0.333333");
        assert_eq!(json(Ratio(0.5)), "0.5");
        assert_eq!(json(Ratio(1.0)), "1");
        assert_eq!(json(Ratio(-0.000_000_1)), "0");
        assert_eq!(json(Ratio(0.1 + 0.2)), "0.3");
    }

    #[test]
    fn a_projection_is_free_of_the_noise_of_floats() {
        assert_eq!(json(Projected(0.1 + 0.2)), "0.3");
        assert_eq!(json(Projected(1.0 / 3.0)), "0.333333");
        assert_eq!(json(Projected(-4.0)), "-4");
        assert_eq!(json(Projected(0.1 + 0.2 - 0.3)), "0");
    }

    #[test]
    fn a_projection_is_as_fine_as_its_measure_is_small_or_large() {
        assert_eq!(json(Projected(236_625_343.039_957_34)), "236625343.039957");
        assert_eq!(json(Projected(0.000_012_345_678)), "0.0000123457");
    }
}
