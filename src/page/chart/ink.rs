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

/// The numbers from `000` to `999`, one behind the other: three digits are one copy.
const THOUSAND: &str = {
    const DIGITS: [u8; 3000] = {
        let mut digits = [b'0'; 3000];
        let mut number = 0;
        while number < 1000 {
            digits[3 * number] += (number / 100) as u8;
            digits[3 * number + 1] += (number / 10 % 10) as u8;
            digits[3 * number + 2] += (number % 10) as u8;
            number += 1;
        }
        digits
    };
    match std::str::from_utf8(&DIGITS) {
        Ok(digits) => digits,
        Err(_) => panic!("digits are text"),
    }
};

fn digits(out: &mut String, number: u64) {
    let begin = match number {
        0..10 => 2,
        10..100 => 1,
        100..1000 => 0,
        _ => {
            digits(out, number / 1000);
            return padded(out, number % 1000, 3);
        }
    };
    let at = 3 * number as usize;
    out.push_str(&THOUSAND[at + begin..at + 3]);
}

/// Appends the last `width` digits of a number, with zeros before it.
fn padded(out: &mut String, number: u64, width: usize) {
    if width > 3 {
        padded(out, number / 1000, width - 3);
        return padded(out, number % 1000, 3);
    }
    let at = 3 * (number % 1000) as usize;
    out.push_str(&THOUSAND[at + 3 - width..at + 3]);
}

/// Appends a number of five digits and more in groups: four digits read well as they are, and years look like years.
fn grouped(out: &mut String, number: u64) {
    fn groups(out: &mut String, number: u64) {
        if number < 1000 {
            return digits(out, number);
        }
        groups(out, number / 1000);
        out.push(THIN);
        padded(out, number % 1000, 3);
    }
    if number < 10_000 { digits(out, number) } else { groups(out, number) }
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
        out.push('.');
        digits(out, tenths % 10);
    }
}

/// Appends a way on a path that is given in tenths, as short as paths allow: `-.8`.
pub(super) fn step(out: &mut String, tenths: i64) {
    if (1..10).contains(&tenths.abs()) {
        out.push_str(if tenths < 0 { "-." } else { "." });
        digits(out, tenths.unsigned_abs());
    } else {
        coordinate(out, tenths);
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
    let scaled = value * power(decimals);
    fixed(out, (scaled + scaled.signum() * 1e-9).round() as i128, decimals);
}

fn fixed(out: &mut String, mantissa: i128, scale: u32) {
    if mantissa < 0 {
        out.push('−');
    }
    match u64::try_from(mantissa.unsigned_abs()) {
        Ok(small) if scale <= 18 => {
            let unit = 10_u64.pow(scale);
            grouped(out, small / unit);
            if scale > 0 {
                out.push('.');
                padded(out, small % unit, scale as usize);
            }
        }
        _ => long(out, mantissa.unsigned_abs(), scale),
    }
}

/// The same for numbers that no machine word holds; arithmetic with them is slow.
fn long(out: &mut String, mut rest: u128, scale: u32) {
    // i128 has at most 39 digits, and a decimal at most 28 behind its point.
    let mut digits = [b'0'; 40];
    let mut at = digits.len();
    let least = digits.len() - scale.min(38) as usize - 1;
    while rest > 0 || at > least {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
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
    let percents = format::percentage(ratio);
    if percents < 0 {
        out.push('−');
    }
    grouped(out, percents.unsigned_abs());
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
    let mantissa = number.mantissa();
    let mantissa = i64::try_from(mantissa).map_or(mantissa as f64, |mantissa| mantissa as f64);
    mantissa / power(number.scale())
}

/// Ten to the power of a number of decimals.
fn power(decimals: u32) -> f64 {
    const POWERS: [f64; 10] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
    POWERS.get(decimals as usize).copied().unwrap_or_else(|| 10_f64.powi(decimals.cast_signed()))
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
        fn numbers_of_any_length_are_written(mantissa in any::<i128>(), scale in 0_u32..=28) {
            if let Ok(number) = Decimal::try_from_i128_with_scale(mantissa >> 33, scale) {
                prop_assert_eq!(written(|out| decimal(out, number)), format::number(number));
            }
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
