//! Writes coordinates straight into the page's text, as short as they can be.
//!
//! Charts are most of a large site, so nothing here allocates. What people read is written by [`crate::locale`].

use crate::locale::push_digits as digits;
use crate::model::Decimal;

/// The tenths behind a whole number, one behind the other: each is one copy.
const TENTHS: &str = ".0.1.2.3.4.5.6.7.8.9";

/// Appends a whole number.
pub(in crate::page) fn int(out: &mut String, number: i64) {
    if number < 0 {
        out.push('-');
    }
    digits(out, number.unsigned_abs());
}

/// Appends how many there are of something.
pub(super) fn count(out: &mut String, number: usize) {
    digits(out, number as u64);
}

/// A coordinate in tenths, the nearest to a value.
pub(super) fn tenths(value: f64) -> i64 {
    (value * 10.0 + 0.5_f64.copysign(value)) as i64
}

/// Appends a coordinate with at most one decimal.
pub(super) fn tenth(out: &mut String, value: f64) {
    coordinate(out, tenths(value));
}

/// Appends a coordinate that is given in tenths.
pub(super) fn coordinate(out: &mut String, tenths: i64) {
    if tenths < 0 {
        out.push('-');
    }
    let tenths = tenths.unsigned_abs();
    digits(out, tenths / 10);
    if !tenths.is_multiple_of(10) {
        push_tenth(out, tenths % 10);
    }
}

/// Appends a way on a path that is given in tenths, as short as paths allow: `-.8`.
pub(super) fn step(out: &mut String, tenths: i64) {
    if (1..10).contains(&tenths.abs()) {
        if tenths < 0 {
            out.push('-');
        }
        push_tenth(out, tenths.unsigned_abs());
    } else {
        coordinate(out, tenths);
    }
}

/// Appends a sign with a digit behind it.
fn push_tenth(out: &mut String, digit: u64) {
    let behind = 2 * digit as usize + 2;
    out.push_str(&TENTHS[behind - 2..behind]);
}

/// Appends a place on the time axis, which counts thousandths, as a percentage without its sign.
pub(super) fn share(out: &mut String, thousandths: i32) {
    coordinate(out, i64::from(thousandths));
}

/// A measured number as a coordinate is drawn from it.
pub(super) fn float(number: Decimal) -> f64 {
    const POWERS: [f64; 10] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
    match (i64::try_from(number.mantissa()), POWERS.get(number.scale() as usize)) {
        (Ok(mantissa), Some(power)) => mantissa as f64 / power,
        _ => long_float(number),
    }
}

/// The same of a number with many digits, which takes far longer and is rare.
#[cold]
#[inline(never)]
fn long_float(number: Decimal) -> f64 {
    number.mantissa() as f64 / 10_f64.powi(number.scale().cast_signed())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut String)) -> String {
        let mut out = String::new();
        write(&mut out);
        out
    }

    #[test]
    fn coordinates_are_short() {
        assert_eq!(written(|out| tenth(out, 12.04)), "12");
        assert_eq!(written(|out| tenth(out, -0.26)), "-0.3");
        assert_eq!(written(|out| tenth(out, -0.01)), "0");
        assert_eq!(written(|out| share(out, 333)), "33.3");
    }
}
