//! Which goals a block chooses: those that it is about, as far as they match. Only this edition's goals exist here.

use crate::model::{Goal, KeyResultId, KpiId, Live, Named, ObjectiveId, Rows};
use crate::page::Scene;

/// The rows of a list: objectives or key results that match, as many as the block wants.
pub(super) fn rows(scene: &Scene, live: &Live) -> Vec<Goal> {
    let limit = live.limit.unwrap_or(usize::MAX);
    candidates(scene, live).into_iter().filter(|&goal| fits(scene, live, goal)).take(limit).collect()
}

/// The objectives that match; of a goal, those below it and itself.
pub(super) fn objectives(scene: &Scene, live: &Live) -> Vec<ObjectiveId> {
    let handbook = scene.site.handbook;
    let is_about = |id: ObjectiveId| match live.of {
        None | Some(Named::Kpi(_)) => true,
        Some(Named::Team(team)) => handbook[id].team.is_some_and(|of| of.value == team),
        Some(Named::Goal(goal)) => {
            let own = Goal::Objective(id);
            goal == own || handbook.line_of_sight(own).contains(&goal)
        }
    };
    let all = handbook.objectives().map(|(id, _)| id);
    all.filter(|&id| is_about(id) && fits(scene, live, Goal::Objective(id))).collect()
}

/// The key results that a block is about: its rows, or those of its rows.
pub(super) fn key_results(scene: &Scene, live: &Live) -> Vec<KeyResultId> {
    let mut found = Vec::new();
    for goal in candidates(scene, live).into_iter().filter(|&goal| fits(scene, live, goal)) {
        match goal {
            Goal::KeyResult(id) => found.push(id),
            Goal::Objective(id) => found.extend(scene.site.handbook.key_results(id).map(|(id, _)| id)),
            Goal::Mission | Goal::Pillar(_) => {}
        }
    }
    found
}

/// The KPIs that match, as many as the block wants.
pub(super) fn kpis(scene: &Scene, live: &Live) -> Vec<KpiId> {
    let (handbook, index) = (scene.site.handbook, &scene.site.index);
    let watched = |pillar: &crate::model::Pillar| pillar.kpis.iter().map(|kpi| kpi.value).collect::<Vec<_>>();
    let moved = |id: KeyResultId| handbook.key_result(id).kpi.map(|kpi| kpi.value);
    let mut found: Vec<KpiId> = match live.of {
        None => handbook.kpis().map(|(id, _)| id).collect(),
        Some(Named::Kpi(id)) => vec![id],
        Some(Named::Team(id)) => index.kpis_of_team[id.index()].clone(),
        Some(Named::Goal(Goal::Mission)) => handbook.pillars.iter().flat_map(watched).collect(),
        Some(Named::Goal(Goal::Pillar(id))) => watched(&handbook[id]),
        Some(Named::Goal(Goal::Objective(id))) => {
            handbook.key_results(id).filter_map(|(id, _)| moved(id)).collect()
        }
        Some(Named::Goal(Goal::KeyResult(id))) => moved(id).into_iter().collect(),
    };
    let mut seen = std::collections::HashSet::new();
    let filter = &live.filter;
    found.retain(|&id| {
        let kpi = &handbook[id];
        one_of(&filter.teams, kpi.team.map(|team| team.value))
            && has_tag(&filter.tags, &kpi.about.tags)
            && seen.insert(id)
    });
    found.truncate(live.limit.unwrap_or(usize::MAX));
    found
}

/// What a block is about, one level of it: a pillar's objectives, an objective's key results.
fn candidates(scene: &Scene, live: &Live) -> Vec<Goal> {
    let (handbook, index) = (scene.site.handbook, &scene.site.index);
    let goals = |ids: &[ObjectiveId]| ids.iter().map(|&id| Goal::Objective(id)).collect();
    let all = || handbook.objectives().map(|(id, _)| Goal::Objective(id));
    let is_high = |goal: &Goal| matches!(handbook.parent(*goal), Some(Goal::Mission | Goal::Pillar(_)));
    match live.of {
        None => all().collect(),
        Some(Named::Team(id)) => goals(&index.of_team[id.index()]),
        Some(Named::Goal(Goal::Mission)) => all().filter(is_high).collect(),
        Some(Named::Goal(Goal::Pillar(id))) => goals(&index.under_pillar[id.index()]),
        Some(Named::Goal(Goal::Objective(id))) => {
            handbook.key_results(id).map(|(id, _)| Goal::KeyResult(id)).collect()
        }
        Some(Named::Goal(Goal::KeyResult(id))) => vec![Goal::KeyResult(id)],
        Some(Named::Kpi(id)) => index.moves[id.index()].iter().map(|&id| Goal::KeyResult(id)).collect(),
    }
}

/// What the rows of a block's list are.
pub(super) fn kind_of_rows(live: &Live) -> Rows {
    live.of.map_or(Rows::Objectives, Named::rows)
}

/// Whether an objective or key result matches. Team, cycle and state of a key result are those of its objective.
fn fits(scene: &Scene, live: &Live, goal: Goal) -> bool {
    let (site, filter) = (scene.site, &live.filter);
    let (id, health, own_tags) = match goal {
        Goal::Objective(id) => (id, site.progress.of(id).health, &[][..]),
        Goal::KeyResult(id) => {
            let tags = &site.handbook.key_result(id).about.tags;
            (id.objective, site.progress.of_key_result(id).health, tags.as_slice())
        }
        Goal::Mission | Goal::Pillar(_) => return false,
    };
    let objective = &site.handbook[id];
    one_of(&filter.teams, objective.team.map(|team| team.value))
        && one_of(&filter.cycles, objective.cycle.map(|cycle| cycle.value))
        && one_of(&filter.states, Some(site.progress.of(id).state))
        && one_of(&filter.healths, Some(health))
        && (has_tag(&filter.tags, &objective.about.tags) || has_tag(&filter.tags, own_tags))
        && (filter.under.is_empty() || {
            let sight = site.handbook.line_of_sight(goal);
            filter.under.iter().any(|upper| sight.contains(upper))
        })
}

fn one_of<T: PartialEq>(wanted: &[T], has: Option<T>) -> bool {
    wanted.is_empty() || has.is_some_and(|has| wanted.contains(&has))
}

fn has_tag(wanted: &[String], tags: &[String]) -> bool {
    wanted.is_empty() || wanted.iter().any(|tag| tags.contains(tag))
}
