//! What is due: reports, reviews, goals and confirmations that somebody should be asked for.
//!
//! Each rule stands here once. Health and the status of a KPI say what is overdue; the lints `late-set`,
//! `close-overdue` and `suspect-alignment` judge what is found here.

use super::health::{self, GRACE};
use super::{Health, KpiStatus, Progress, fingerprint, last_report};
use crate::config::Settings;
use crate::model::{
    Alignment, Cycle, CycleId, Date, Goal, Handbook, KeyResultId, KpiId, Objective, ObjectiveId, State,
    TeamId, days_between,
};
use jiff::ToSpan;

/// Days that an objective may stay open after its cycle, unless the settings of `close-overdue` say otherwise.
pub const CLOSE_WITHIN: f64 = 7.0;

/// Something that is due, or will be in a few days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The team to ask.
    pub team: Option<TeamId>,
    /// What is due.
    pub matter: Matter,
    /// The day by which it is due; an alignment has none.
    pub by: Option<Date>,
    /// Whether the days of grace are over, too.
    pub is_overdue: bool,
}

/// What can be due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// A check-in.
    CheckIn(KeyResultId),
    /// A value of a KPI.
    Value(KpiId),
    /// The review of an objective whose cycle is over.
    Review(ObjectiveId),
    /// An objective of a team that has none in a cycle.
    Goals(TeamId, CycleId),
    /// A look at an upper goal that has changed: which alignment of which goal.
    Confirmation(Goal, usize),
}

/// An alignment whose upper goal has changed since somebody confirmed it.
#[derive(Clone, Debug)]
pub struct Suspect<'a> {
    /// The lower goal.
    pub of: Goal,
    /// The number among its alignments.
    pub index: usize,
    /// What is written.
    pub alignment: &'a Alignment,
    /// The fingerprint that the upper goal has now.
    pub current: String,
}

/// Everything that is due, by team as the handbook lists them, what has no team last; what is overdue comes first in
/// each, then what has waited longest.
pub fn due(handbook: &Handbook, progress: &Progress, settings: &Settings) -> Vec<Due> {
    let mut due: Vec<Due> = Vec::new();
    for (id, objective) in active(handbook, progress) {
        let team = objective.team.map(|team| team.value);
        let Some(cycle) = objective.cycle.map(|cycle| &handbook[cycle.value]) else { continue };
        let all = handbook.key_results(id);
        due.extend(all.filter_map(|(id, _)| check_in(handbook, progress, cycle, id, team)));
        let name = team.map(|team| &*handbook[team].id.value);
        let within = settings.lints.limit("close-overdue", name).unwrap_or(CLOSE_WITHIN);
        due.extend(review(progress.as_of, cycle, id, team, within));
    }
    due.extend(handbook.kpis().filter_map(|(id, _)| value(handbook, progress, id)));
    due.extend(unset(handbook, progress, GRACE + 1).map(|(cycle, team)| Due {
        team: Some(team),
        matter: Matter::Goals(team, cycle),
        by: handbook[cycle].set_by,
        is_overdue: handbook[cycle].set_by.is_some_and(|day| day < progress.as_of),
    }));
    due.extend(suspects(handbook, progress).map(|suspect| Due {
        team: suspect.of.objective().and_then(|id| handbook[id].team).map(|team| team.value),
        matter: Matter::Confirmation(suspect.of, suspect.index),
        by: None,
        is_overdue: false,
    }));
    due.sort_by_key(|due| (due.team.is_none(), due.team, !due.is_overdue, due.by.is_none(), due.by));
    due
}

/// Objectives that are in force: neither draft, nor cancelled, nor closed on *as of*.
pub fn active<'a>(
    handbook: &'a Handbook,
    progress: &'a Progress,
) -> impl Iterator<Item = (ObjectiveId, &'a Objective)> {
    handbook.objectives().filter(|&(id, _)| progress.of(id).state == State::Active)
}

/// The check-in of a key result: overdue where its health is outdated; else while the cycle runs, from some days
/// before it is due.
fn check_in(
    handbook: &Handbook,
    progress: &Progress,
    cycle: &Cycle,
    id: KeyResultId,
    team: Option<TeamId>,
) -> Option<Due> {
    let last = last_report(handbook.key_result(id), progress.as_of);
    let by = day_after(health::since(last, cycle), cycle.check_in_every.days);
    let is_overdue = progress.of_key_result(id).health == Health::Outdated;
    let is_soon = cycle.contains(progress.as_of) && by <= cycle.end && is_near(progress.as_of, by);
    (is_overdue || is_soon).then_some(Due { team, matter: Matter::CheckIn(id), by: Some(by), is_overdue })
}

/// The next value of a KPI.
fn value(handbook: &Handbook, progress: &Progress, id: KpiId) -> Option<Due> {
    let kpi = &handbook[id];
    let derived = progress.of_kpi(id);
    let last = &kpi.values[derived.latest?];
    let by = day_after(last.date.value, kpi.every.days);
    let is_overdue = derived.status == KpiStatus::Outdated;
    let is_watched = derived.status != KpiStatus::NoTarget;
    let is_soon = is_watched && is_near(progress.as_of, by);
    let team = kpi.team.map(|team| team.value);
    (is_overdue || is_soon).then_some(Due { team, matter: Matter::Value(id), by: Some(by), is_overdue })
}

/// The review of an objective whose cycle is over.
fn review(as_of: Date, cycle: &Cycle, id: ObjectiveId, team: Option<TeamId>, within: f64) -> Option<Due> {
    let late = days_between(cycle.end, as_of);
    let by = day_after(cycle.end, within.clamp(0.0, 36_500.0) as u32);
    let is_overdue = late as f64 > within;
    (late > 0).then_some(Due { team, matter: Matter::Review(id), by: Some(by), is_overdue })
}

/// Whether a day has come, or comes within the days of grace.
fn is_near(as_of: Date, day: Date) -> bool {
    days_between(as_of, day) <= GRACE
}

fn day_after(day: Date, days: u32) -> Date {
    day.saturating_add(i64::from(days).days())
}

/// The teams that have no objective in a cycle that is not over, and were to have one before so many days from now
/// have passed.
pub fn unset<'a>(
    handbook: &'a Handbook,
    progress: &'a Progress,
    days: i64,
) -> impl Iterator<Item = (CycleId, TeamId)> + 'a {
    let as_of = progress.as_of;
    let is_asked = move |cycle: &Cycle| {
        let is_near = cycle.set_by.is_some_and(|set_by| days_between(as_of, set_by) < days);
        is_near && as_of <= cycle.end
    };
    handbook.cycles().filter(move |(_, cycle)| is_asked(cycle)).flat_map(move |(id, _)| {
        let mut is_ready = vec![false; handbook.teams.len()];
        for (objective, source) in handbook.objectives() {
            let is_set = matches!(progress.of(objective).state, State::Active | State::Closed);
            if let (true, Some(team)) = (is_set, source.team)
                && source.cycle.is_some_and(|cycle| cycle.value == id)
            {
                is_ready[team.value.index()] = true;
            }
        }
        let without = handbook.teams().filter(move |(team, _)| !is_ready[team.index()]);
        without.map(move |(team, _)| (id, team))
    })
}

/// The alignments of objectives in force, and of their key results, whose upper goal has changed.
pub fn suspects<'a>(
    handbook: &'a Handbook,
    progress: &'a Progress,
) -> impl Iterator<Item = Suspect<'a>> + 'a {
    active(handbook, progress).flat_map(|(id, _)| suspects_of(handbook, id))
}

/// The same of one objective, which is in force.
pub fn suspects_of(handbook: &Handbook, id: ObjectiveId) -> impl Iterator<Item = Suspect<'_>> {
    let own = std::iter::once((Goal::Objective(id), &handbook[id].aligns_to));
    let key_results = handbook.key_results(id).map(|(id, of)| (Goal::KeyResult(id), &of.aligns_to));
    own.chain(key_results).flat_map(move |(of, alignments)| {
        alignments.iter().enumerate().filter_map(move |(index, alignment)| {
            let reviewed = alignment.reviewed.as_ref()?;
            let current = fingerprint(handbook, alignment.to);
            (reviewed.value != current).then_some(Suspect { of, index, alignment, current })
        })
    })
}
