//! The words of the site for what a goal says of itself: states, outcomes, cadences and the like.

use crate::locale::Messages;
use crate::model::{
    Ambition, Cadence, Decision, DependencyState, InitiativeState, Measure, Origin, Outcome, State, Zone,
};
use crate::progress::{Health, KpiStatus, ObjectiveProgress};

/// How an objective stands, with the word for it.
#[derive(Clone, Copy, Debug)]
pub enum Standing<'a> {
    /// How it fares.
    Health(Health, &'a str),
    /// How it ended, or that it is a draft or was given up: by what the theme knows it.
    State(&'static str, &'a str),
}

/// Health, or the outcome of a closed objective, or that it is a draft or cancelled.
pub fn standing<'a>(m: &Messages<'a>, progress: &ObjectiveProgress) -> Standing<'a> {
    match (progress.state, progress.outcome) {
        (State::Closed | State::Cancelled, Some(ended)) => Standing::State(ended.word(), outcome(m, ended)),
        (now @ (State::Draft | State::Cancelled), _) => Standing::State(now.word(), state(m, now)),
        _ => Standing::Health(progress.health, health(m, progress.health)),
    }
}

/// A health in words.
pub fn health<'a>(m: &Messages<'a>, health: Health) -> &'a str {
    match health {
        Health::OnTrack => m.health_on_track,
        Health::AtRisk => m.health_at_risk,
        Health::OffTrack => m.health_off_track,
        Health::Outdated => m.health_outdated,
        Health::Pending => m.health_pending,
        Health::Closed => m.health_closed,
    }
}

pub(super) fn kpi_status<'a>(m: &Messages<'a>, status: KpiStatus) -> &'a str {
    match status {
        KpiStatus::Healthy => m.kpi_healthy,
        KpiStatus::Unhealthy => m.kpi_unhealthy,
        KpiStatus::Outdated => m.kpi_outdated,
        KpiStatus::NoTarget => m.kpi_no_target,
        KpiStatus::NoData => m.kpi_no_data,
    }
}

pub(super) fn state<'a>(m: &Messages<'a>, state: State) -> &'a str {
    match state {
        State::Draft => m.state_draft,
        State::Active => m.state_active,
        State::Closed => m.state_closed,
        State::Cancelled => m.state_cancelled,
    }
}

pub(super) fn outcome<'a>(m: &Messages<'a>, outcome: Outcome) -> &'a str {
    match outcome {
        Outcome::Achieved => m.outcome_achieved,
        Outcome::Partly => m.outcome_partly,
        Outcome::Missed => m.outcome_missed,
        Outcome::Postponed => m.outcome_postponed,
        Outcome::Cancelled => m.outcome_cancelled,
    }
}

pub(super) fn decision<'a>(m: &Messages<'a>, decision: Decision) -> &'a str {
    match decision {
        Decision::Keep => m.decision_keep,
        Decision::Modify => m.decision_modify,
        Decision::Abandon => m.decision_abandon,
    }
}

pub(super) fn ambition<'a>(m: &Messages<'a>, ambition: Ambition) -> &'a str {
    match ambition {
        Ambition::Committed => m.ambition_committed,
        Ambition::Aspirational => m.ambition_aspirational,
    }
}

pub(super) fn origin<'a>(m: &Messages<'a>, origin: Origin) -> &'a str {
    match origin {
        Origin::TopDown => m.origin_top_down,
        Origin::BottomUp => m.origin_bottom_up,
    }
}

pub(super) fn initiative<'a>(m: &Messages<'a>, state: InitiativeState) -> &'a str {
    match state {
        InitiativeState::Planned => m.initiative_planned,
        InitiativeState::Active => m.initiative_active,
        InitiativeState::Done => m.initiative_done,
        InitiativeState::Dropped => m.initiative_dropped,
    }
}

pub(super) fn dependency<'a>(m: &Messages<'a>, state: DependencyState) -> &'a str {
    match state {
        DependencyState::Requested => m.dependency_requested,
        DependencyState::Confirmed => m.dependency_confirmed,
        DependencyState::Declined => m.dependency_declined,
    }
}

pub(super) fn zone<'a>(m: &Messages<'a>, zone: Zone) -> &'a str {
    match zone {
        Zone::Fail => m.zone_fail,
        Zone::Commit => m.zone_commit,
        Zone::Target => m.zone_target,
        Zone::Stretch => m.zone_stretch,
    }
}

/// How many things are measured so.
pub(super) fn kind(m: &Messages, measure: &Measure, count: usize) -> String {
    let message = match measure {
        Measure::Metric { .. } => m.kind_metric(count),
        Measure::Keep(_) => m.kind_keep(count),
        Measure::Milestones(_) => m.kind_milestones(count),
        Measure::Zones(_) => m.kind_zones(count),
        Measure::Done(_) => m.kind_done(count),
    };
    message.to_string()
}

/// `weekly`, or `every 10 days`.
pub(super) fn cadence(m: &Messages, cadence: Cadence) -> String {
    let word = match cadence.word() {
        Some("weekly") => m.every_week,
        Some("fortnightly") => m.every_fortnight,
        Some("monthly") => m.every_month,
        Some("quarterly") => m.every_quarter,
        Some("yearly") => m.every_year,
        _ => return m.every_days(u64::from(cadence.days)).to_string(),
    };
    word.to_owned()
}
