//! Takes out of a frozen public edition what today's handbook says is internal: what was public then may not be now.

use super::Thawed;
use crate::model::{Goal, Handbook, Initiative, KeyResult, Kpi, Measure, Objective};
use crate::progress::{self, KeyResultProgress, KpiProgress, ObjectiveProgress, Progress};
use crate::resolve::edition;
use std::sync::Arc;

/// What a public edition may still show of a frozen one.
pub(super) enum Left {
    /// All of it.
    All,
    /// This.
    Some(Box<Thawed>),
    /// Nothing: the cycle itself is internal today.
    Nothing,
}

/// What is left of a frozen handbook. Means and counts are summed up anew from the
/// frozen numbers of what is left, as if the rest had never been there.
pub(super) fn withhold(thawed: &Thawed, today: &Handbook) -> Left {
    let mut marked = thawed.handbook.clone();
    if !mark(&mut marked, today) {
        return Left::All;
    }
    let handbook = edition::public(&marked);
    let Some(&cycle) = handbook.names.cycles.get(&thawed.cycle().id.value) else { return Left::Nothing };
    let kept = kept(&marked, &thawed.progress);
    let mut progress = progress::sum_up(&handbook, &thawed.settings, kept);
    for (objective, derived) in handbook.objectives.iter().zip(&mut progress.objectives) {
        if objective.key_results.iter().any(|key_result| key_result.masked) {
            let derived = &mut Arc::make_mut(derived).key_results;
            let pairs = objective.key_results.iter().zip(derived);
            for (key_result, derived) in pairs.filter(|(key_result, _)| key_result.masked) {
                mask(key_result, derived);
            }
        }
    }
    let settings = thawed.settings.clone();
    let sources = thawed.sources.clone();
    Left::Some(Box::new(Thawed { handbook, progress, settings, sources, cycle }))
}

/// The public editions of two whole handbooks, without anything that either of them says is internal.
pub(super) fn both(from: &Handbook, to: &Handbook) -> (Handbook, Handbook) {
    let public = |own: &Handbook, other: &Handbook| {
        let mut marked = own.clone();
        mark(&mut marked, other);
        edition::public(&marked)
    };
    (public(from, to), public(to, from))
}

/// What was derived of the things that are left, in their order.
fn kept(marked: &Handbook, progress: &Progress) -> Progress {
    let objectives = marked.objectives.iter().zip(&progress.objectives);
    let of_objective = |(objective, derived): (&Arc<Objective>, &Arc<ObjectiveProgress>)| {
        let key_results = objective.key_results.iter().zip(&derived.key_results);
        let kept = key_results.filter(|(key_result, _)| !key_result.about.internal);
        let kept = kept.map(|(key_result, derived)| known(key_result, derived)).collect();
        Arc::new(ObjectiveProgress { key_results: kept, ..ObjectiveProgress::clone(derived) })
    };
    let kpis = marked.kpis.iter().zip(&progress.kpis).filter(|(kpi, _)| !kpi.about.internal);
    let of_kpi = |(kpi, derived): (&Kpi, &KpiProgress)| {
        let left = kpi.values.iter().filter(|reading| !reading.internal).count();
        KpiProgress { latest: left.checked_sub(1), ..derived.clone() }
    };
    Progress {
        as_of: progress.as_of,
        objectives: objectives.filter(|(objective, _)| !objective.about.internal).map(of_objective).collect(),
        kpis: kpis.map(of_kpi).collect(),
        cycles: Vec::new(),
    }
}

/// What was derived of a key result, some of whose check-ins may go.
fn known(key_result: &KeyResult, derived: &KeyResultProgress) -> KeyResultProgress {
    let left = key_result.check_ins.iter().filter(|check_in| !check_in.internal).count();
    KeyResultProgress { check_ins: left, last_check_in: left.checked_sub(1), ..derived.clone() }
}

/// A masked measure is rescaled: so is what was derived of it.
fn mask(key_result: &KeyResult, derived: &mut KeyResultProgress) {
    let is_measured = matches!(key_result.measure, Measure::Metric { .. } | Measure::Keep(_));
    let last = key_result.check_ins.iter().rev().find_map(|check_in| check_in.value);
    derived.value = last.map(|value| value.value).filter(|_| is_measured);
    derived.forecast = None;
}

/// Marks everything that is internal today; says whether there is anything.
fn mark(frozen: &mut Handbook, today: &Handbook) -> bool {
    let mut found = false;
    let mut set = |internal: &mut bool, is_now: bool| {
        found |= is_now && !*internal;
        *internal |= is_now;
    };
    let is_goal_internal = |reference: &str| match today.goal(reference) {
        Some(Goal::Pillar(id)) => today[id].about.internal,
        Some(Goal::Objective(id)) => today[id].about.internal,
        Some(Goal::KeyResult(id)) => today.key_result(id).about.internal,
        Some(Goal::Mission) | None => false,
    };
    if let (Some(then), Some(now)) = (&mut frozen.mission, &today.mission) {
        set(&mut then.about.internal, now.about.internal);
    }
    for pillar in &mut frozen.pillars {
        set(&mut pillar.about.internal, is_goal_internal(&pillar.id.value));
    }
    for cycle in &mut frozen.cycles {
        let now = today.names.cycles.get(&cycle.id.value);
        set(&mut cycle.about.internal, now.is_some_and(|&id| today[id].about.internal));
    }
    for team in &mut frozen.teams {
        let now = today.names.teams.get(&team.id.value);
        set(&mut team.about.internal, now.is_some_and(|&id| today[id].about.internal));
    }
    for person in &mut frozen.people {
        let now = today.names.people.get(&person.id.value);
        set(&mut person.about.internal, now.is_some_and(|&id| today[id].about.internal));
    }
    for kpi in &mut frozen.kpis {
        let now = today.names.kpis.get(&kpi.id.value).map(|&id| &today[id]);
        set(&mut kpi.about.internal, now.is_some_and(|now| now.about.internal));
        for reading in Arc::make_mut(&mut kpi.values) {
            let place =
                |now: &Kpi| now.values.binary_search_by_key(&reading.date.value, |own| own.date.value);
            let is_now = now.is_some_and(|now| place(now).is_ok_and(|place| now.values[place].internal));
            set(&mut reading.internal, is_now);
        }
    }
    for page in &mut frozen.pages {
        let is_now = today.pages.iter().any(|now| now.internal && now.path == page.path);
        set(&mut page.internal, is_now);
    }
    for objective in &mut frozen.objectives {
        found |= mark_objective(Arc::make_mut(objective), today);
    }
    found
}

fn mark_objective(objective: &mut Objective, today: &Handbook) -> bool {
    let Some(Goal::Objective(id)) = today.goal(&objective.id.value) else { return false };
    let now = &today[id];
    let mut found = false;
    let mut set = |internal: &mut bool, is_now: bool| {
        found |= is_now && !*internal;
        *internal |= is_now;
    };
    set(&mut objective.about.internal, now.about.internal);
    for initiative in &mut objective.initiatives {
        let is_same = |own: &Initiative| own.about.internal && own.title.value == initiative.title.value;
        let is_now = now.initiatives.iter().any(is_same);
        set(&mut initiative.about.internal, is_now);
    }
    for key_result in &mut objective.key_results {
        let Some(now) = today.key_result_of(id, &key_result.id.value) else { continue };
        let now = today.key_result(now);
        set(&mut key_result.about.internal, now.about.internal);
        set(&mut key_result.masked, now.masked);
        for check_in in Arc::make_mut(&mut key_result.check_ins) {
            let place = now.check_ins.binary_search_by_key(&check_in.date.value, |own| own.date.value);
            set(&mut check_in.internal, place.is_ok_and(|place| now.check_ins[place].internal));
        }
    }
    found
}
