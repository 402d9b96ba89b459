//! What was reported of a key result up to a date.

use crate::model::{CheckIn, Date, KeyResult, Measure};

/// The check-ins that exist on a date; they come first in the list, which is sorted.
pub(super) fn check_ins(key_result: &KeyResult, as_of: Date) -> &[CheckIn] {
    let all = &key_result.check_ins[..];
    // Hardly ever is one dated ahead, and the last is looked at anyway.
    if all.last().is_none_or(|last| last.date.value <= as_of) {
        return all;
    }
    &all[..all.partition_point(|check_in| check_in.date.value <= as_of)]
}

/// The day of the last report that tells where the measure stands.
///
/// A metric, a keep and a zones measure are reported by a check-in that carries a value or a zone: a note alone
/// does not say that somebody has measured. Milestones and done measures have no value to carry, so any check-in
/// reports them, and so does the day on which one was done.
pub(super) fn last(measure: &Measure, check_ins: &[CheckIn], as_of: Date) -> Option<Date> {
    let last = |reports: fn(&CheckIn) -> bool| {
        check_ins.iter().rev().find(|check_in| reports(check_in)).map(|check_in| check_in.date.value)
    };
    match measure {
        Measure::Metric { .. } | Measure::Keep(_) => last(|check_in| check_in.value.is_some()),
        Measure::Zones(_) => last(|check_in| check_in.zone.is_some()),
        Measure::Milestones(milestones) => {
            let done = milestones.iter().filter_map(|milestone| milestone.done).map(|done| done.value);
            last(|_| true).max(done.filter(|&done| done <= as_of).max())
        }
        Measure::Done(done) => last(|_| true).max(done.value.filter(|&done| done <= as_of)),
    }
}
