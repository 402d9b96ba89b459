//! Writes numbers, dates and coordinates straight into the page's text.
//!
//! Charts are most of a large site, so nothing here allocates. What it writes is what [`crate::page::format`]
//! would write, which the tests hold it to; coordinates are as short as they can be.

use crate::model::{Date, Decimal};
use crate::page::format;

/// Groups digits, and stands before `%`.
pub(super) const THIN: char = '\u{202f}';

/// Appends a whole number.
pub(super) fn int(out: &mut String, number: i64) {
    if number < 0 {
        out.push('-');
    }
    digits(out, number.unsigned_abs());
}

/// Appends how many there are of something.
pub(super) fn count(out: &mut String, number: usize) {
    digits(out, number as u64);
}

fn digits(out: &mut String, number: u64) {
    let mut digits = [0_u8; 20];
    let mut rest = number;
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend(digits[at..].iter().map(|&digit| char::from(digit)));
}

/// Appends a coordinate with at most one decimal.
pub(super) fn tenth(out: &mut String, value: f64) {
    let tenths = (value * 10.0).round() as i64;
    if tenths < 0 {
        out.push('-');
    }
    let tenths = tenths.unsigned_abs();
    digits(out, tenths / 10);
    if !tenths.is_multiple_of(10) {
        out.push('.');
        digits(out, tenths % 10);
    }
}

/// Appends a place on the time axis, which counts thousandths, as a percentage without its sign.
pub(super) fn share(out: &mut String, thousandths: i32) {
    tenth(out, f64::from(thousandths) / 10.0);
}

/// Appends a measured number as it was written, its digits in groups.
pub(super) fn decimal(out: &mut String, number: Decimal) {
    fixed(out, number.mantissa(), number.scale());
}

/// Appends a derived number with so many decimals.
pub(super) fn rounded(out: &mut String, value: f64, decimals: u32) {
    let scaled = value * 10_f64.powi(decimals.cast_signed());
    fixed(out, (scaled + scaled.signum() * 1e-9).round() as i128, decimals);
}

fn fixed(out: &mut String, mantissa: i128, scale: u32) {
    // i128 has at most 39 digits, and a decimal at most 28 behind its point.
    let mut digits = [b'0'; 40];
    let mut at = digits.len();
    let mut rest = mantissa.unsigned_abs();
    let least = digits.len() - scale.min(38) as usize - 1;
    while rest > 0 || at > least {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    if mantissa < 0 {
        out.push('−');
    }
    let whole = least + 1 - at;
    for (index, &digit) in digits[at..].iter().enumerate() {
        if index == whole {
            out.push('.');
        } else if index > 0 && index < whole && whole > 4 && (whole - index).is_multiple_of(3) {
            out.push(THIN);
        }
        out.push(char::from(digit));
    }
}

/// Appends a ratio as whole percents, rounded half up.
pub(super) fn percent(out: &mut String, ratio: f64) {
    fixed(out, i128::from(format::percentage(ratio)), 0);
    out.push(THIN);
    out.push('%');
}

/// Appends `20 Aug`.
pub(super) fn day(out: &mut String, date: Date) {
    int(out, i64::from(date.day()));
    out.push(' ');
    out.push_str(format::month(date));
}

/// Appends `20 Aug 2026`.
pub(super) fn date(out: &mut String, date: Date) {
    day(out, date);
    out.push(' ');
    int(out, i64::from(date.year()));
}

/// A measured number as a coordinate is drawn from it.
pub(super) fn float(number: Decimal) -> f64 {
    number.mantissa() as f64 / 10_f64.powi(number.scale().cast_signed())
}

/// Days since a fixed one, by which dates are compared and placed.
pub(super) fn day_number(date: Date) -> i64 {
    let (month, day) = (i64::from(date.month()), i64::from(date.day()));
    // Years that begin in March have their leap day at the end.
    let year = i64::from(date.year()) - i64::from(month <= 2);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::days_between;
    use proptest::prelude::*;

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

    #[test]
    fn percentages_round_half_up() {
        assert_eq!(written(|out| percent(out, 0.285)), "29\u{202f}%");
        assert_eq!(written(|out| percent(out, -0.12)), "−12\u{202f}%");
    }

    proptest! {
        #[test]
        fn numbers_are_written_as_everywhere_else(mantissa in -1_000_000_000_000_i64..1_000_000_000_000, scale in 0_u32..12) {
            let number = Decimal::new(mantissa, scale);
            prop_assert_eq!(written(|out| decimal(out, number)), format::number(number));
        }

        #[test]
        fn days_are_counted_as_the_calendar_counts_them(from in -9999_i16..9999, month in 1_i8..=12, days in 1_i64..4000) {
            let date = Date::new(from, month, 28).unwrap();
            if let Ok(later) = date.checked_add(jiff::Span::new().days(days)) {
                prop_assert_eq!(day_number(later) - day_number(date), days_between(date, later));
            }
        }
    }
}
