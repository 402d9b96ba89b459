//! Finds what was reported by the earlier moment, and is gone or says something else in the later one. What was
//! reported after the earlier one is new, and rewrites nothing.

use super::Between;
use super::change::{Change, Subject, What};
use super::held::Held;
use crate::model::{CheckIn, Date, KeyResult, Kpi, Reading};

/// Each check-in that existed on a day, with what the later moment has of that date.
pub fn check_ins<'a>(
    from: &'a KeyResult,
    to: &'a KeyResult,
    until: Date,
) -> impl Iterator<Item = (&'a CheckIn, Option<&'a CheckIn>)> {
    from.check_ins.iter().filter(move |old| old.date.value <= until).map(|old| {
        let place = to.check_ins.binary_search_by_key(&old.date.value, |new| new.date.value);
        (old, place.ok().map(|place| &to.check_ins[place]))
    })
}

/// Each reading of a KPI that existed on a day and is gone or another one, with what the later moment has of that date.
pub fn readings<'a>(
    from: &'a Kpi,
    to: &'a Kpi,
    until: Date,
) -> impl Iterator<Item = (&'a Reading, Option<&'a Reading>)> {
    let pairs = from.values.iter().filter(move |old| old.date.value <= until).map(|old| {
        let place = to.values.binary_search_by_key(&old.date.value, |new| new.date.value);
        (old, place.ok().map(|place| &to.values[place]))
    });
    pairs.filter(|(old, new)| new.is_none_or(|new| new.value != old.value))
}

/// What was rewritten of a key result. The moments may stand in any order: what the other one cannot know yet is not
/// missing.
pub(super) fn of_key_result(
    between: Between,
    subject: &Subject,
    (from, to): (&KeyResult, &KeyResult),
    changes: &mut Vec<Change>,
) {
    if between.withholds(from, to) {
        return;
    }
    for (old, new) in check_ins(from, to, until(between)) {
        let is_same = new.is_some_and(|new| {
            old.value.map(|value| value.value) == new.value.map(|value| value.value) && old.zone == new.zone
        });
        if !is_same {
            let held = |of: &CheckIn, own: &KeyResult| match (of.value, of.zone) {
                (Some(value), _) => Held::number(Some(value.value), own.unit.as_ref()),
                (None, Some(zone)) => Held::Word(zone.word()),
                (None, None) => Held::Nothing,
            };
            let later = new.map_or(Held::Nothing, |new| held(new, to));
            let change = Change::new(subject, What::Record).held(held(old, from), later);
            changes.push(change.detail(old.date.value.to_string()));
        }
    }
}

/// What was rewritten of a KPI.
pub(super) fn of_kpi(
    between: Between,
    subject: &Subject,
    (from, to): (&Kpi, &Kpi),
    changes: &mut Vec<Change>,
) {
    for (old, new) in readings(from, to, until(between)) {
        let held = |of: Option<&Reading>, own: &Kpi| Held::number(of.map(|of| of.value), own.unit.as_ref());
        let change = Change::new(subject, What::Record).held(held(Some(old), from), held(new, to));
        changes.push(change.detail(old.date.value.to_string()));
    }
}

fn until(between: Between) -> Date {
    between.from.progress.as_of.min(between.to.progress.as_of)
}
