//! Where a metric is heading: a robust line through its check-ins, never a fact.

use super::attainment::double;
use super::ratio::Mean;
use super::{Forecast, ObjectiveProgress};
use crate::model::{CheckIn, Cycle, Date, Measure, Objective, State, days_between};

/// The least number of check-ins in the cycle that make a forecast.
const LEAST: usize = 3;
/// The most points that are used; a line through more would cost time and tell nothing new.
const MOST: usize = 400;

/// The forecast of a key result: of a metric of an active objective, while its cycle runs and is not on its last
/// day, from three check-ins with a value in the cycle on.
pub(super) fn forecast(
    measure: &Measure,
    check_ins: &[CheckIn],
    state: State,
    cycle: Option<&Cycle>,
    as_of: Date,
) -> Option<Forecast> {
    let cycle = cycle.filter(|cycle| cycle.start <= as_of && as_of < cycle.end)?;
    if state != State::Active || !matches!(measure, Measure::Metric { .. }) {
        return None;
    }
    let begun = check_ins.partition_point(|check_in| check_in.date.value < cycle.start);
    let points: Vec<(f64, f64)> = check_ins[begun..]
        .iter()
        .filter_map(|check_in| check_in.value.map(|value| (check_in.date.value, value.value)))
        .map(|(date, value)| (days_between(cycle.end, date) as f64, double(value)))
        .collect();
    extend(&thin(points))
}

/// Where a forecast ends, as a ratio of the way from start to target; none where there is no way.
pub fn attained(measure: &Measure, forecast: Forecast) -> Option<f64> {
    let Measure::Metric { start, target, .. } = measure else { return None };
    let (start, target) = (double(start.value?), double(target.value));
    Some((forecast.value - start) / (target - start)).filter(|end| end.is_finite())
}

/// Where an objective is heading, 0 to 1; none where none of its key results has a forecast.
///
/// The weighted mean over its key results of what each is heading for, and of where it stands where that is not known:
/// so it never promises more than was seen. It is drawn in bars, and stands in no export.
pub fn heading(objective: &Objective, derived: &ObjectiveProgress) -> Option<f64> {
    if derived.key_results.iter().all(|key_result| key_result.forecast.is_none()) {
        return None;
    }
    let parts = objective.key_results.iter().zip(&derived.key_results).map(|(key_result, derived)| {
        let end = derived.forecast.and_then(|forecast| attained(&key_result.measure, forecast));
        (key_result.weight, end.map_or(derived.progress, |end| end.clamp(0.0, 1.0)))
    });
    Mean::of(parts).value()
}

/// At most [`MOST`] points, evenly chosen, the first and the last among them.
fn thin(points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let last = points.len().saturating_sub(1);
    if last < MOST {
        return points;
    }
    (0..MOST).map(|index| points[index * last / (MOST - 1)]).collect()
}

/// The Theil–Sen line through points, no two of one day, read at day 0.
///
/// Days count backwards from the cycle's last, so the median intercept is the forecast itself.
fn extend(points: &[(f64, f64)]) -> Option<Forecast> {
    if points.len() < LEAST {
        return None;
    }
    let mut slopes = Vec::with_capacity(points.len() * (points.len() - 1) / 2);
    for (index, (day, value)) in points.iter().enumerate() {
        slopes.extend(points[index + 1..].iter().map(|(later, then)| (then - value) / (later - day)));
    }
    let slope = quantile(&mut slopes, 0.5);
    let mut intercepts: Vec<f64> = points.iter().map(|(day, value)| value - slope * day).collect();
    let value = quantile(&mut intercepts, 0.5);
    // What is left of each point above the line: its own intercept, less the line's.
    let low = quantile(&mut intercepts, 0.1);
    let high = quantile(&mut intercepts, 0.9);
    Some(Forecast { value, low, high })
}

/// A quantile of finite numbers, at least one, interpolated between neighbours in order.
fn quantile(numbers: &mut [f64], share: f64) -> f64 {
    let place = share * (numbers.len() - 1) as f64;
    let (below, rest) = (place.floor(), place.fract());
    let (_, &mut lower, above) = numbers.select_nth_unstable_by(below as usize, f64::total_cmp);
    let upper = above.iter().copied().min_by(f64::total_cmp).unwrap_or(lower);
    lower + (upper - lower) * rest
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "exactness is what these tests are about")]
mod tests {
    use super::*;

    fn check(points: &[(f64, f64)], value: f64, low: f64, high: f64) {
        let forecast = extend(points).expect("enough points");
        for (found, expected) in [(forecast.value, value), (forecast.low, low), (forecast.high, high)] {
            assert!((found - expected).abs() < 1e-9, "{forecast:?}, not {value} ({low} to {high})");
        }
    }

    #[test]
    fn a_straight_line_goes_on() {
        check(&[(-30.0, 10.0), (-20.0, 20.0), (-10.0, 30.0)], 40.0, 40.0, 40.0);
    }

    #[test]
    fn one_wild_week_does_not_bend_the_line() {
        // Ten slopes; the four of the wild point lie at the ends, the median stays at 1. The residuals are
        // 0, 0, 0, 0 and 50, whose 90th percentile lies six tenths of the way to 50.
        check(&[(-50.0, 0.0), (-40.0, 10.0), (-30.0, 70.0), (-20.0, 30.0), (-10.0, 40.0)], 50.0, 50.0, 80.0);
    }

    #[test]
    fn two_points_are_no_trend() {
        assert_eq!(extend(&[(-2.0, 1.0), (-1.0, 2.0)]), None);
    }

    #[test]
    fn quantiles_lie_between_neighbours() {
        assert_eq!(quantile(&mut [4.0, 1.0, 3.0, 2.0], 0.5), 2.5);
        assert_eq!(quantile(&mut [3.0, 1.0, 2.0], 0.5), 2.0);
        assert!((quantile(&mut [3.0, 1.0, 2.0], 0.1) - 1.2).abs() < 1e-12);
        assert!((quantile(&mut [3.0, 1.0, 2.0], 0.9) - 2.8).abs() < 1e-12);
    }

    #[test]
    fn a_long_series_is_thinned_and_keeps_its_ends() {
        let points: Vec<_> = (0..1000).map(|day| (f64::from(day) - 2000.0, f64::from(day))).collect();
        let thinned = thin(points.clone());
        assert_eq!((thinned.len(), thinned[0], thinned[MOST - 1]), (MOST, points[0], points[999]));
        check(&thinned, 2000.0, 2000.0, 2000.0);
    }
}
