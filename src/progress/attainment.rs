//! Where a measure stands on a date, from what was reported up to then.

use super::ratio::Mean;
use crate::model::{CheckIn, Date, Decimal, Measure, Zone};

/// The last measured value: of a metric and of a keep measure, the last check-in that carries one.
pub(super) fn value(measure: &Measure, check_ins: &[CheckIn]) -> Option<Decimal> {
    match measure {
        Measure::Metric { .. } | Measure::Keep(_) => {
            check_ins.iter().rev().find_map(|check_in| check_in.value).map(|value| value.value)
        }
        Measure::Milestones(_) | Measure::Zones(_) | Measure::Done(_) => None,
    }
}

/// Raw attainment, below 0 and above 1 kept; none without data. `check_ins` are those that exist on the date.
pub(super) fn attainment(measure: &Measure, check_ins: &[CheckIn], as_of: Date) -> Option<f64> {
    match measure {
        Measure::Metric { start, target, .. } => {
            value(measure, check_ins).zip(start.value).map(|(value, start)| share(start, target.value, value))
        }
        Measure::Keep(bounds) => {
            let values = check_ins.iter().filter_map(|check_in| check_in.value);
            let (inside, all) = values.fold((0_u32, 0_u32), |(inside, all), value| {
                (inside + u32::from(bounds.value.hold(value.value)), all + 1)
            });
            (all > 0).then(|| f64::from(inside) / f64::from(all))
        }
        Measure::Milestones(milestones) => Mean::of(milestones.iter().map(|milestone| {
            let done = milestone.done.is_some_and(|done| done.value <= as_of);
            (milestone.weight, f64::from(u8::from(done)))
        }))
        .value(),
        Measure::Zones(_) => check_ins.iter().rev().find_map(|check_in| check_in.zone).map(level),
        Measure::Done(done) => Some(f64::from(u8::from(done.value.is_some_and(|done| done <= as_of)))),
    }
}

/// How far a value has come from the start to the target: `(value − start) / (target − start)`.
///
/// Computed in decimals, so that 0.1 + 0.2 is 0.3. Where even those run out of digits, the quotient of doubles is
/// close enough, and finite: the start differs from the target.
pub(super) fn share(start: Decimal, target: Decimal, value: Decimal) -> f64 {
    quotient(start, target, value).unwrap_or_else(|| long_share(start, target, value))
}

/// The same in decimals.
#[cold]
fn long_share(start: Decimal, target: Decimal, value: Decimal) -> f64 {
    let way = value.checked_sub(start);
    let whole = target.checked_sub(start);
    if let Some(share) = way.zip(whole).and_then(|(way, whole)| way.checked_div(whole)) {
        return double(share);
    }
    let way = way.map_or_else(|| double(value) - double(start), double);
    let whole = whole.map_or_else(|| double(target) - double(start), double);
    if whole == 0.0 { 0.0 } else { way / whole }
}

/// The same, where way and whole are exact as doubles once all three numbers are counted in a unit fine enough for each,
/// and machine words hold them. Nearly all do, and dividing decimals takes a hundred times longer: the course of a cycle
/// asks for every day.
fn quotient(start: Decimal, target: Decimal, value: Decimal) -> Option<f64> {
    const EXACT: u64 = 1 << 53;
    let finest = start.scale().max(target.scale()).max(value.scale());
    let units = |number: Decimal| -> Option<i64> {
        let power = 10_i64.checked_pow(finest - number.scale())?;
        i64::try_from(number.mantissa()).ok()?.checked_mul(power)
    };
    let from = units(start)?;
    let way_to = |number: Decimal| -> Option<f64> {
        let way = units(number)?.checked_sub(from)?;
        (way.unsigned_abs() <= EXACT).then_some(way as f64)
    };
    let (way, whole) = (way_to(value)?, way_to(target)?);
    (whole != 0.0).then(|| way / whole)
}

/// The double nearest to a decimal.
///
/// The library's own conversion may be off by the last bit, which would make 1/3 more than a third and a greater
/// decimal the smaller double. Most numbers are a short integer over a power of ten, both exact as doubles, so
/// that their quotient is the nearest; the others go by their digits.
pub(super) fn double(decimal: Decimal) -> f64 {
    const EXACT: i128 = 1 << 53;
    let (digits, scale) = (decimal.mantissa(), decimal.scale());
    if digits.abs() <= EXACT && scale <= 19 {
        return digits as f64 / 10_u64.pow(scale) as f64;
    }
    decimal.to_string().parse().expect("a decimal is written as a number")
}

/// What a zone stands for.
fn level(zone: Zone) -> f64 {
    match zone {
        Zone::Fail => 0.0,
        Zone::Commit => 0.3,
        Zone::Target => 0.7,
        Zone::Stretch => 1.0,
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "exactness is what these tests are about")]
mod tests {
    use super::*;

    fn check(start: &str, target: &str, value: &str, expected: f64) {
        let number = |text: &str| Decimal::from_scientific(text).or_else(|_| text.parse()).expect("a number");
        assert_eq!(
            share(number(start), number(target), number(value)),
            expected,
            "{start} → {target} at {value}"
        );
    }

    #[test]
    fn a_falling_measure_counts_downwards() {
        check("50", "10", "30", 0.5);
        check("50", "10", "60", -0.25);
        check("50", "10", "5", 1.125);
        check("5", "0", "0", 1.0);
    }

    #[test]
    fn a_measure_may_cross_zero() {
        check("-4", "4", "0", 0.5);
    }

    #[test]
    fn decimals_are_exact() {
        check("0.1", "0.3", "0.2", 0.5);
        check("0", "0.3", "0.1", 1.0 / 3.0);
        check("0", "1", "0.7", 0.7);
        check("0", "-0.7", "-0.49", 0.7);
    }

    proptest::proptest! {
        #[test]
        fn words_give_what_decimals_give(
            numbers in proptest::array::uniform3((-99_999_i64..99_999, 0_u32..5)),
        ) {
            let [start, target, value] = numbers.map(|(mantissa, scale)| Decimal::new(mantissa, scale));
            if let Some(quick) = quotient(start, target, value) {
                let long = long_share(start, target, value);
                proptest::prop_assert!((quick - long).abs() <= f64::EPSILON * quick.abs());
            }
        }
    }

    #[test]
    fn numbers_beyond_all_measure_stay_finite() {
        check("-7e28", "7e28", "7e28", 1.0);
        check("-7e28", "7e28", "0", 0.5);
        let tiny = Decimal::new(1, 28);
        let far = share(Decimal::ZERO, tiny, Decimal::MAX);
        assert!(far.is_finite() && far > 1e56, "{far}");
        let near = share(Decimal::MIN, Decimal::MAX, tiny);
        assert!((near - 0.5).abs() < 1e-9, "{near}");
    }
}
