//! Where a measure should stand on a date: its plan, its due dates, or the share of the cycle that has passed.

use super::attainment::share;
use super::ratio::Mean;
use crate::model::{Cycle, Date, Decimal, Measure, Milestone, PlanPoint, days_between};

/// The share of a cycle's days that have passed, the day itself counted: 0 before it, 1 from its last day on.
pub(super) fn elapsed(cycle: &Cycle, as_of: Date) -> f64 {
    let days = cycle.days().max(1);
    let passed = (days_between(cycle.start, as_of) + 1).clamp(0, days);
    passed as f64 / days as f64
}

/// What is expected of a measure, as attainment.
///
/// A plan over an unknown start cannot be told as attainment; such a measure goes by the elapsed time.
pub(super) fn expected(measure: &Measure, cycle: &Cycle, as_of: Date) -> f64 {
    expected_when(measure, cycle, as_of, elapsed(cycle, as_of))
}

/// The same where the share of the cycle that has [`elapsed`] is known, as it is to those who ask for many measures.
pub(super) fn expected_when(measure: &Measure, cycle: &Cycle, as_of: Date, elapsed: f64) -> f64 {
    match measure {
        Measure::Metric { start, target, plan: Some(points), .. } => {
            start.value.map_or(elapsed, |start| planned(start, target.value, points, cycle, as_of))
        }
        Measure::Keep(_) => 1.0,
        Measure::Milestones(milestones) => due(milestones, as_of).unwrap_or(elapsed),
        Measure::Metric { plan: None, .. } | Measure::Zones(_) | Measure::Done(_) => elapsed,
    }
}

/// The weight of the milestones that are due so far; none where one has no due date.
fn due(milestones: &[Milestone], as_of: Date) -> Option<f64> {
    let mut mean = Mean::default();
    for milestone in milestones {
        let is_due = milestone.due?.value <= as_of;
        mean.add(milestone.weight, f64::from(u8::from(is_due)));
    }
    mean.value()
}

/// A planned curve on a day: straight lines between its points, level before the first and after the last.
///
/// It stands at the start on the eve of the cycle and at the target on its last day, unless a point of that very
/// day says otherwise. Days count from the cycle's first, so that a plan without points is `elapsed` to the bit.
fn planned(start: Decimal, target: Decimal, points: &[PlanPoint], cycle: &Cycle, as_of: Date) -> f64 {
    let day = |date| days_between(cycle.start, date);
    let mut curve: Vec<(i64, f64)> =
        points.iter().map(|point| (day(point.date), share(start, target, point.value))).collect();
    for implied in [(-1, 0.0), (day(cycle.end), 1.0)] {
        if curve.iter().all(|&(day, _)| day != implied.0) {
            curve.push(implied);
        }
    }
    curve.sort_by_key(|&(day, _)| day);
    interpolate(&curve, day(as_of))
}

/// The height of a curve over a day; the curve has a point at least, and its days rise.
fn interpolate(curve: &[(i64, f64)], day: i64) -> f64 {
    let after = curve.partition_point(|&(of_point, _)| of_point <= day);
    let Some(&(to_day, to)) = curve.get(after) else { return curve[curve.len() - 1].1 };
    let Some(&(from_day, from)) = after.checked_sub(1).map(|before| &curve[before]) else { return to };
    from + (to - from) * ((day - from_day) as f64 / (to_day - from_day) as f64)
}
