//! Carries the progress of objectives up to the goals above them: each objective is looked at once.

use super::ratio::Mean;
use super::{Coverage, CycleProgress, ObjectiveProgress, expected};
use crate::model::{Date, Goal, Handbook, ObjectiveId, PillarId, State};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Whether an objective counts in what stands above it.
fn counts(derived: &ObjectiveProgress) -> bool {
    !matches!(derived.state, State::Draft | State::Cancelled)
}

/// What each objective's children contribute: the weighted mean of those that count and share a day with it.
pub(super) fn contributing(handbook: &Handbook, derived: &[Arc<ObjectiveProgress>]) -> Vec<Option<f64>> {
    let of = |(objective, children): (usize, &Vec<ObjectiveId>)| {
        let cycle = &handbook[handbook.objectives[objective].cycle?.value];
        let mut mean = Mean::default();
        for &child in children {
            let (source, derived) = (&handbook[child], &derived[child.index()]);
            let overlaps = source.cycle.is_some_and(|of_child| handbook[of_child.value].overlaps(cycle));
            if let Some(progress) = derived.progress.filter(|_| overlaps && counts(derived)) {
                mean.add(source.weight, progress);
            }
        }
        mean.settled()
    };
    handbook.children.par_iter().with_min_len(256).enumerate().map(of).collect()
}

/// The sums of one cycle in the making.
#[derive(Clone, Default)]
struct Sums {
    progress: Mean,
    expected: Mean,
    coverage: Coverage,
    /// Of the mission: its direct objectives, and its pillars in the end.
    mission: Mean,
    /// Of the pillars for which it has objectives: few have any in each of many cycles.
    pillars: BTreeMap<PillarId, Mean>,
}

/// What is derived of all cycles, in one pass over the objectives.
pub(super) fn cycles(
    handbook: &Handbook,
    derived: &[Arc<ObjectiveProgress>],
    as_of: Date,
) -> Vec<CycleProgress> {
    let mut sums = vec![Sums::default(); handbook.cycles.len()];
    for (objective, derived) in handbook.objectives.iter().zip(derived) {
        let Some(cycle) = objective.cycle.filter(|_| counts(derived)) else { continue };
        let sums = &mut sums[cycle.value.index()];
        sums.coverage.add(derived.coverage);
        if let Some(expected) = derived.expected {
            sums.expected.add(objective.weight, expected);
        }
        let Some(progress) = derived.progress else { continue };
        sums.progress.add(objective.weight, progress);
        match objective.aligns_to.first().map(|place| place.to) {
            Some(Goal::Mission) => sums.mission.add(objective.weight, progress),
            Some(Goal::Pillar(pillar)) => {
                sums.pillars.entry(pillar).or_default().add(objective.weight, progress);
            }
            Some(Goal::Objective(_) | Goal::KeyResult(_)) | None => {}
        }
    }
    let finish = |(cycle, sums)| close(sums, handbook, expected::elapsed(cycle, as_of));
    handbook.cycles.iter().zip(sums).map(finish).collect()
}

/// Turns the sums of a cycle into what is derived of it.
fn close(mut sums: Sums, handbook: &Handbook, elapsed: f64) -> CycleProgress {
    for (&pillar, mean) in &sums.pillars {
        if let Some(progress) = mean.value() {
            sums.mission.add(handbook[pillar].weight, progress);
        }
    }
    let settled = sums.pillars.into_iter().filter_map(|(pillar, mean)| Some((pillar, mean.settled()?)));
    CycleProgress {
        elapsed,
        mission: sums.mission.settled(),
        pillars: settled.collect(),
        progress: sums.progress.settled(),
        expected: sums.expected.settled(),
        coverage: sums.coverage,
    }
}
