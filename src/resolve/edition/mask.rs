//! Masks a key result whose values are internal: its measure is rescaled to attainments, so that its progress can be
//! computed and shown while its numbers, unit, notes and the texts of its axis are no longer there.

use crate::model::{Bounds, Decimal, KeyResult, Measure, PlanPoint};
use std::sync::Arc;

/// Rescales the measure to attainments and takes out unit, notes and changes.
pub(super) fn mask(key_result: &mut KeyResult) {
    key_result.unit = None;
    key_result.why = None;
    key_result.changes.clear();
    let scale = scale_of(&key_result.measure);
    for check_in in Arc::make_mut(&mut key_result.check_ins) {
        check_in.note = None;
        if check_in.aside.next.is_some() {
            check_in.aside.next = None;
        }
        if let Some(value) = &mut check_in.value {
            value.value = scale(value.value);
        }
    }
    match &mut key_result.measure {
        Measure::Metric { start, target, commit, stretch, plan } => {
            for point in plan.iter_mut().flatten() {
                *point = PlanPoint { date: point.date, value: scale(point.value) };
            }
            start.value = start.value.map(|_| Decimal::ZERO);
            target.value = Decimal::ONE;
            *commit = None;
            *stretch = None;
        }
        Measure::Keep(bounds) => bounds.value = Bounds::AtLeast(Decimal::ONE),
        Measure::Zones(texts) => {
            texts.commit = None;
            texts.target = None;
            texts.stretch = None;
        }
        Measure::Milestones(_) | Measure::Done(_) => {}
    }
}

/// What a measured value becomes: its attainment, or 1 inside bounds and 0 outside; 0 while no baseline is known.
fn scale_of(measure: &Measure) -> Box<dyn Fn(Decimal) -> Decimal> {
    match measure {
        Measure::Metric { start, target, .. } => {
            let (start, target) = (start.value, target.value);
            Box::new(move |value| {
                start.and_then(|start| attainment(start, target, value)).unwrap_or_default()
            })
        }
        Measure::Keep(bounds) => {
            let bounds = bounds.value;
            Box::new(move |value| if bounds.hold(value) { Decimal::ONE } else { Decimal::ZERO })
        }
        Measure::Milestones(_) | Measure::Zones(_) | Measure::Done(_) => Box::new(|_| Decimal::ZERO),
    }
}

fn attainment(start: Decimal, target: Decimal, value: Decimal) -> Option<Decimal> {
    value.checked_sub(start)?.checked_div(target.checked_sub(start)?)
}
