//! Compares how a key result is measured: kind, start, target, bounds, steps, zones and the planned way.

use super::change::{Change, Subject, What};
use super::held::{Held, same_share, same_text};
use crate::model::{Decimal, KeyResult, Measure, Milestone, ZoneTexts};
use std::cmp::Ordering;

/// What changed in the measure of a key result and in what its numbers count.
pub(super) fn compare(subject: &Subject, from: &KeyResult, to: &KeyResult) -> Vec<Change> {
    let mut changes = Vec::new();
    if from.measure.kind() != to.measure.kind() {
        let kinds = (Held::Word(from.measure.kind()), Held::Word(to.measure.kind()));
        changes.push(Change::new(subject, What::Measure).held(kinds.0, kinds.1));
        return changes;
    }
    match (&from.measure, &to.measure) {
        (Measure::Metric { .. }, Measure::Metric { .. }) => metric(subject, from, to, &mut changes),
        (Measure::Keep(before), Measure::Keep(after)) if before.value != after.value => {
            let unit = |key_result: &KeyResult| key_result.unit.as_ref().map(|unit| unit.value.clone());
            let held = (Held::Bounds(before.value, unit(from)), Held::Bounds(after.value, unit(to)));
            changes.push(Change::new(subject, What::Bounds).held(held.0, held.1));
        }
        (Measure::Milestones(from), Measure::Milestones(to)) => steps(subject, from, to, &mut changes),
        (Measure::Zones(from), Measure::Zones(to)) => zones(subject, from, to, &mut changes),
        _ => {}
    }
    if !same_text(from.unit.as_ref(), to.unit.as_ref()) {
        let units = (Held::text(from.unit.as_ref()), Held::text(to.unit.as_ref()));
        changes.push(Change::new(subject, What::Unit).held(units.0, units.1));
    }
    changes
}

fn metric(subject: &Subject, from: &KeyResult, to: &KeyResult, changes: &mut Vec<Change>) {
    let (Some(before), Some(after)) = (Ends::of(&from.measure), Ends::of(&to.measure)) else { return };
    let units = (from.unit.as_ref(), to.unit.as_ref());
    let mut tell = |what, earlier: Option<Decimal>, later: Option<Decimal>, easier| {
        if earlier != later {
            let held = (Held::number(earlier, units.0), Held::number(later, units.1));
            let change = Change::new(subject, what).held(held.0, held.1);
            changes.push(Change { easier, ..change });
        }
    };
    tell(What::Start, before.start, after.start, None);
    tell(What::Target, Some(before.target), Some(after.target), is_easier(&before, &after));
    tell(What::Commit, before.commit, after.commit, None);
    tell(What::Stretch, before.stretch, after.stretch, None);
    let plan = |measure: &Measure| match measure {
        Measure::Metric { plan, .. } => plan.clone().unwrap_or_default(),
        _ => Vec::new(),
    };
    if plan(&from.measure) != plan(&to.measure) {
        changes.push(Change::new(subject, What::Plan));
    }
}

/// The ends of a metric.
struct Ends {
    start: Option<Decimal>,
    target: Decimal,
    commit: Option<Decimal>,
    stretch: Option<Decimal>,
}

impl Ends {
    fn of(measure: &Measure) -> Option<Ends> {
        let Measure::Metric { start, target, commit, stretch, .. } = measure else { return None };
        Some(Ends {
            start: start.value,
            target: target.value,
            commit: commit.map(|commit| commit.value),
            stretch: stretch.map(|stretch| stretch.value),
        })
    }
}

/// A target that moved towards an unmoved start is easier to reach.
fn is_easier(before: &Ends, after: &Ends) -> Option<bool> {
    let start = before.start.filter(|start| Some(*start) == after.start)?;
    let direction = before.target.cmp(&start);
    if after.target.cmp(&start) != direction {
        return None;
    }
    match after.target.cmp(&before.target) {
        Ordering::Equal => None,
        moved => Some(moved != direction),
    }
}

/// Steps are the same by their ids, else by their titles.
fn steps(subject: &Subject, from: &[Milestone], to: &[Milestone], changes: &mut Vec<Change>) {
    let is_same = |one: &Milestone, other: &Milestone| one.name().trim() == other.name().trim();
    for step in to {
        let change = |what| Change::new(subject, what).detail(step.title.value.clone());
        let Some(earlier) = from.iter().find(|earlier| is_same(earlier, step)) else {
            changes.push(change(What::StepAdded));
            continue;
        };
        let due = |step: &Milestone| step.due.map_or(Held::Nothing, |due| Held::Day(due.value));
        if due(earlier) != due(step) {
            changes.push(change(What::StepDue).held(due(earlier), due(step)));
        }
        if !same_share(earlier.weight, step.weight) {
            let weights = (Held::Weight(earlier.weight), Held::Weight(step.weight));
            changes.push(change(What::StepWeight).held(weights.0, weights.1));
        }
    }
    for step in from.iter().filter(|step| !to.iter().any(|later| is_same(later, step))) {
        changes.push(Change::new(subject, What::StepDropped).detail(step.title.value.clone()));
    }
}

fn zones(subject: &Subject, from: &ZoneTexts, to: &ZoneTexts, changes: &mut Vec<Change>) {
    let zones = [
        ("commit", &from.commit, &to.commit),
        ("target", &from.target, &to.target),
        ("stretch", &from.stretch, &to.stretch),
    ];
    for (word, from, to) in zones {
        if !same_text(from.as_ref(), to.as_ref()) {
            let held = (Held::text(from.as_ref()), Held::text(to.as_ref()));
            changes.push(Change::new(subject, What::Zone).detail(word).held(held.0, held.1));
        }
    }
}
