//! How a goal fares, in a word. Silence is never green.

use super::{Health, KeyResultProgress};
use crate::config::Pace;
use crate::model::{Cadence, CheckIn, Cycle, Date, KeyResult, State, Status, days_between};

/// Days of grace that a check-in has beyond its cadence.
pub(super) const GRACE: i64 = 3;

/// Whether a report of a day is too old: more than its cadence and the days of grace.
pub(super) fn is_overdue(since: Date, every: Cadence, as_of: Date) -> bool {
    days_between(since, as_of) > i64::from(every.days) + GRACE
}

/// The day from which the next report of a key result is waited for.
pub(super) fn since(last_report: Option<Date>, cycle: &Cycle) -> Date {
    last_report.map_or(cycle.start, |date| date.max(cycle.start))
}

/// What the health of a key result is judged by.
pub(super) struct Evidence<'a> {
    /// The state of its objective in force.
    pub(super) state: State,
    /// Its objective's cycle.
    pub(super) cycle: Option<&'a Cycle>,
    /// The last check-in of any kind; its status counts.
    pub(super) last_check_in: Option<&'a CheckIn>,
    /// The day of the last report that tells where the measure stands.
    pub(super) last_report: Option<Date>,
    /// Par · expected − progress.
    pub(super) gap: Option<f64>,
}

/// The health of a key result: the first that holds of closed, pending, outdated, its owner's word, its pace.
pub(super) fn of_key_result(evidence: &Evidence, pace: &Pace, as_of: Date) -> Health {
    match evidence.state {
        State::Closed | State::Cancelled => return Health::Closed,
        State::Draft => return Health::Pending,
        State::Active => {}
    }
    let Some(cycle) = evidence.cycle.filter(|cycle| cycle.start <= as_of) else { return Health::Pending };
    if is_overdue(since(evidence.last_report, cycle), cycle.check_in_every, as_of) {
        return Health::Outdated;
    }
    if evidence.last_check_in.is_none() && evidence.last_report.is_none() {
        return Health::Pending;
    }
    match evidence.last_check_in.and_then(|check_in| check_in.aside.status) {
        Some(status) => of_status(status.value),
        None => evidence.gap.map_or(Health::Pending, |gap| of_gap(gap, pace)),
    }
}

/// The health of an objective: the worst of its key results that weigh something.
///
/// A closed or cancelled objective is closed, whether it had key results or not.
pub(super) fn of_objective(state: State, weighed: &[KeyResult], derived: &[KeyResultProgress]) -> Health {
    if matches!(state, State::Closed | State::Cancelled) {
        return Health::Closed;
    }
    let counted = weighed.iter().zip(derived).filter(|(key_result, _)| key_result.weight > 0.0);
    // The variants of `Health` stand in the order of badness.
    counted.map(|(_, derived)| derived.health).min().unwrap_or(Health::Pending)
}

/// What an owner's word means.
fn of_status(status: Status) -> Health {
    match status {
        Status::OnTrack => Health::OnTrack,
        Status::AtRisk => Health::AtRisk,
        Status::OffTrack => Health::OffTrack,
    }
}

/// What a settled gap means.
fn of_gap(gap: f64, pace: &Pace) -> Health {
    if gap <= pace.on_track {
        Health::OnTrack
    } else if gap <= pace.at_risk {
        Health::AtRisk
    } else {
        Health::OffTrack
    }
}

#[cfg(test)]
mod tests {
    use super::super::ratio::settle;
    use super::*;

    #[test]
    fn a_gap_on_the_threshold_belongs_to_the_better_side() {
        let pace = Pace { on_track: 0.10, at_risk: 0.25, aspirational: 0.7, committed: 1.0 };
        for (gap, health) in [
            (0.7 * 0.5 - 0.25, Health::OnTrack),
            (0.7 * (30.0 / 90.0) - 2.0 / 15.0, Health::OnTrack),
            (0.35 - 0.1, Health::AtRisk),
            (0.9 - 0.65, Health::AtRisk),
            (0.1 + 1e-9, Health::AtRisk),
            (0.2501, Health::OffTrack),
            (-0.3, Health::OnTrack),
        ] {
            assert_eq!(of_gap(settle(gap), &pace), health, "{gap}");
        }
    }
}
