//! The course of a cycle: where its objectives stood on each of some days, beside where they should have stood.

use super::Progress;
use super::attainment::attainment;
use super::expected::{elapsed, expected_when};
use super::ratio::Mean;
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

/// Follows some objectives of a cycle over some days, the earliest first. On *as of* it stands where the cycle's own
/// progress stands.
pub fn course(
    handbook: &Handbook,
    derived: &Progress,
    cycle: CycleId,
    objectives: &[ObjectiveId],
    days: &[Date],
) -> Vec<Moment> {
    debug_assert!(days.is_sorted(), "what was known on a day is counted on from the day before");
    let elapsed: Vec<f64> = days.iter().map(|&day| elapsed(&handbook[cycle], day)).collect();
    // What each objective adds is found in parallel; the sums follow in order, so that they are the same every time.
    let of = |&id: &ObjectiveId| of_objective(handbook, derived, cycle, id, (days, &elapsed));
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

/// Progress and expected progress of one objective on each of some days, by which some share of its cycle has elapsed.
fn of_objective(
    handbook: &Handbook,
    derived: &Progress,
    cycle: CycleId,
    id: ObjectiveId,
    (days, elapsed): (&[Date], &[f64]),
) -> Vec<(Option<f64>, Option<f64>)> {
    let mut means = vec![(Mean::default(), Mean::default()); days.len()];
    for key_result in &handbook[id].key_results {
        // Check-ins stand in the order of their days, too: those of a day are those of the day before and some more.
        let mut known = 0;
        for ((&day, &elapsed), (stood, should)) in days.iter().zip(elapsed).zip(&mut means) {
            should.add(key_result.weight, expected_when(&key_result.measure, &handbook[cycle], day, elapsed));
            if day < derived.as_of {
                let coming = &key_result.check_ins[known..];
                known += coming.iter().take_while(|check_in| check_in.date.value <= day).count();
                let reached = attainment(&key_result.measure, &key_result.check_ins[..known], day);
                stood.add(key_result.weight, reached.map_or(0.0, |reached| reached.clamp(0.0, 1.0)));
            }
        }
    }
    let today = derived.of(id);
    let settled = |(&day, (stood, should)): (&Date, (Mean, Mean))| {
        if day == derived.as_of {
            (today.progress, today.expected)
        } else {
            (stood.settled(), should.settled())
        }
    };
    days.iter().zip(means).map(settled).collect()
}
