//! Compares where goals stand: progress, health, and the last measured value.

use super::Between;
use super::change::{Standing, Subject};
use super::held::{Held, same_text};
use crate::locale::percentage;
use crate::model::{KeyResultId, ObjectiveId, State};
use crate::progress::Health;

/// How an objective has moved.
pub(super) fn of_objective(
    between: Between,
    subject: &Subject,
    earlier: ObjectiveId,
    later: ObjectiveId,
    standings: &mut Vec<Standing>,
) {
    let (from, to) = (between.from.progress.of(earlier), between.to.progress.of(later));
    if matches!(to.state, State::Draft | State::Cancelled) {
        return;
    }
    let values = (Held::Nothing, Held::Nothing);
    push(standings, subject, (from.known(), to.known()), (from.health, to.health), values);
}

/// How a key result has moved.
pub(super) fn of_key_result(
    between: Between,
    subject: &Subject,
    earlier: KeyResultId,
    later: KeyResultId,
    standings: &mut Vec<Standing>,
) {
    if matches!(between.to.progress.of(later.objective).state, State::Draft | State::Cancelled) {
        return;
    }
    let (before, after) = (between.from.handbook.key_result(earlier), between.to.handbook.key_result(later));
    let (from, to) = (between.from.progress.of_key_result(earlier), between.to.progress.of_key_result(later));
    let tells_values = !between.withholds(before, after)
        && same_text(before.unit.as_ref(), after.unit.as_ref())
        && before.measure.kind() == after.measure.kind()
        && from.value != to.value;
    let values = if tells_values {
        let unit = after.unit.as_ref();
        (Held::number(from.value, unit), Held::number(to.value, unit))
    } else {
        (Held::Nothing, Held::Nothing)
    };
    let known = |attainment: Option<f64>, progress: f64| attainment.map(|_| progress);
    let progress = (known(from.attainment, from.progress), known(to.attainment, to.progress));
    push(standings, subject, progress, (from.health, to.health), values);
}

/// Notes what has moved: more than noise, another health, or another value.
fn push(
    standings: &mut Vec<Standing>,
    subject: &Subject,
    progress: (Option<f64>, Option<f64>),
    health: (Health, Health),
    value: (Held, Held),
) {
    // Whole percents, as readers see them; what changes below that is noise.
    let has_moved = progress.0.map(percentage) != progress.1.map(percentage);
    if has_moved || health.0 != health.1 || value.0 != value.1 {
        standings.push(Standing { subject: subject.clone(), progress, health, value });
    }
}
