//! Puts together what is derived of one objective and its key results, from nothing but itself and its cycle.

use super::health::Evidence;
use super::ratio::{Mean, settle};
use super::{
    Coverage, Health, KeyResultProgress, ObjectiveProgress, attainment, expected, forecast, health, outcome,
    report,
};
use crate::config::Settings;
use crate::model::{Ambition, Cycle, Date, Handbook, KeyResult, Objective, State};

/// What all key results of an objective have in common.
struct Frame<'a> {
    state: State,
    cycle: Option<&'a Cycle>,
    par: f64,
    settings: &'a Settings,
    as_of: Date,
}

/// What is derived of an objective; `contributing` is filled in once all are known.
pub(super) fn derive(
    handbook: &Handbook,
    settings: &Settings,
    objective: &Objective,
    as_of: Date,
) -> ObjectiveProgress {
    let state = outcome::state(objective, as_of);
    let par = par(objective, settings);
    let cycle = objective.cycle.map(|cycle| &handbook[cycle.value]);
    let frame = Frame { state, cycle, par, settings, as_of };
    let key_results: Vec<KeyResultProgress> =
        objective.key_results.iter().map(|key_result| of_key_result(key_result, &frame)).collect();
    sum_up(objective, key_results, state, settings, as_of)
}

/// The share of what is expected at which an objective is on track.
fn par(objective: &Objective, settings: &Settings) -> f64 {
    match objective.ambition {
        Ambition::Committed => settings.pace.committed,
        Ambition::Aspirational => settings.pace.aspirational,
    }
}

/// What follows for an objective from what is derived of its key results.
pub(super) fn sum_up(
    objective: &Objective,
    key_results: Vec<KeyResultProgress>,
    state: State,
    settings: &Settings,
    as_of: Date,
) -> ObjectiveProgress {
    let weighed = || objective.key_results.iter().map(|key_result| key_result.weight).zip(&key_results);
    let progress = Mean::of(weighed().map(|(weight, derived)| (weight, derived.progress)));
    let expected = Mean::of(weighed().filter_map(|(weight, derived)| Some((weight, derived.expected?))));
    let par = par(objective, settings);
    let gap =
        expected.value().zip(progress.value()).map(|(expected, progress)| settle(par * expected - progress));

    let review = outcome::review(objective, as_of);
    let score = outcome::score(state, review, progress.settled());
    ObjectiveProgress {
        state,
        progress: progress.settled(),
        expected: expected.settled(),
        gap,
        health: health::of_objective(state, &objective.key_results, &key_results),
        contributing: None,
        score,
        outcome: outcome::outcome(state, review, score, objective.ambition, &settings.outcome),
        coverage: coverage(&objective.key_results, &key_results, state, as_of),
        key_results,
    }
}

/// What is derived of a key result.
fn of_key_result(key_result: &KeyResult, frame: &Frame) -> KeyResultProgress {
    let &Frame { state, cycle, par, settings, as_of } = frame;
    let measure = &key_result.measure;
    let check_ins = report::check_ins(key_result, as_of);
    let attainment = attainment::attainment(measure, check_ins, as_of);
    let progress = attainment.map_or(0.0, |attainment| attainment.clamp(0.0, 1.0));
    let expected = cycle.map(|cycle| expected::expected(measure, cycle, as_of));
    let gap = expected.map(|expected| settle(par * expected - progress));
    let evidence = Evidence {
        state,
        cycle,
        last_check_in: check_ins.last(),
        last_report: report::last(measure, check_ins, as_of),
        gap,
    };
    KeyResultProgress {
        value: attainment::value(measure, check_ins),
        last_check_in: check_ins.len().checked_sub(1),
        check_ins: check_ins.len(),
        attainment,
        progress,
        expected,
        gap,
        health: health::of_key_result(&evidence, &settings.pace, as_of),
        confidence: check_ins.iter().rev().find_map(|said| said.confidence).map(|said| said.value),
        forecast: forecast::forecast(measure, check_ins, state, cycle, as_of),
    }
}

/// How many of the key results that should report have done so.
fn coverage(key_results: &[KeyResult], derived: &[KeyResultProgress], state: State, as_of: Date) -> Coverage {
    if matches!(state, State::Draft | State::Cancelled) {
        return Coverage::default();
    }
    let is_reported = |key_result: &&KeyResult| {
        let check_ins = report::check_ins(key_result, as_of);
        report::last(&key_result.measure, check_ins, as_of).is_some()
    };
    Coverage {
        total: key_results.len(),
        reported: key_results.iter().filter(is_reported).count(),
        outdated: derived.iter().filter(|derived| derived.health == Health::Outdated).count(),
    }
}
