//! The course of a cycle: where its objectives stood on each of some days, beside where they should have stood.

use super::attainment::attainment;
use super::expected::{elapsed, expected_when};
use super::ratio::{Mean, settle};
use super::{Progress, report};
use crate::model::{CycleId, Date, Handbook, ObjectiveId};
use rayon::prelude::*;

/// Where the objectives of a cycle stood on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// Weighted mean of their progress; none after *as of*.
    pub progress: Option<f64>,
    /// Weighted mean of what was expected of them.
    pub expected: Option<f64>,
}

/// Follows some objectives of a cycle over some days. On *as of* it stands where the cycle's own progress stands.
pub fn course(
    handbook: &Handbook,
    derived: &Progress,
    cycle: CycleId,
    objectives: &[ObjectiveId],
    days: &[Date],
) -> Vec<Moment> {
    let elapsed: Vec<f64> = days.iter().map(|&day| elapsed(&handbook[cycle], day)).collect();
    // What each objective adds is found in parallel; the sums follow in order, so that they are the same every time.
    let of = |&id: &ObjectiveId| -> Vec<(Option<f64>, Option<f64>)> {
        let days = days.iter().zip(&elapsed);
        days.map(|(&day, &elapsed)| of_objective(handbook, derived, cycle, id, (day, elapsed))).collect()
    };
    let parts: Vec<_> = objectives.par_iter().with_min_len(64).map(of).collect();
    let moment = |(index, &date): (usize, &Date)| {
        let (mut progress, mut expected) = (Mean::default(), Mean::default());
        for (&id, part) in objectives.iter().zip(&parts) {
            let (weight, (stood, should)) = (handbook[id].weight, part[index]);
            if let Some(stood) = stood {
                progress.add(weight, stood);
            }
            if let Some(should) = should {
                expected.add(weight, should);
            }
        }
        Moment { date, progress: progress.settled(), expected: expected.settled() }
    };
    days.iter().enumerate().map(moment).collect()
}

/// Progress and expected progress of one objective on a day, by which some share of its cycle has elapsed.
fn of_objective(
    handbook: &Handbook,
    derived: &Progress,
    cycle: CycleId,
    id: ObjectiveId,
    (day, elapsed): (Date, f64),
) -> (Option<f64>, Option<f64>) {
    if day == derived.as_of {
        let today = derived.of(id);
        return (today.progress, today.expected);
    }
    let key_results = || handbook[id].key_results.iter();
    let stood = Mean::of(key_results().map(|key_result| {
        let reached = attainment(&key_result.measure, report::check_ins(key_result, day), day);
        (key_result.weight, reached.map_or(0.0, |reached| reached.clamp(0.0, 1.0)))
    }));
    let should =
        key_results().map(|of| (of.weight, expected_when(&of.measure, &handbook[cycle], day, elapsed)));
    (stood.value().filter(|_| day < derived.as_of).map(settle), Mean::of(should).value().map(settle))
}
