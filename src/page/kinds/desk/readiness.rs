//! Whether the teams are ready for the cycle that runs, and for the one that comes: have they goals, and are these whole.

use super::Readiness;
use crate::model::{CycleId, Goal, Handbook, Measure, ObjectiveId, State, TeamId};
use crate::page::parts::linked;
use crate::page::{Html, Scene, Site, format};
use crate::progress::unset;

pub(super) fn all(scene: &Scene) -> Vec<Readiness> {
    if scene.site.handbook.teams.is_empty() {
        return Vec::new();
    }
    cycles(scene.site).into_iter().map(|id| of(scene, id)).collect()
}

/// The shortest cycle that runs, and the first that comes.
fn cycles(site: &Site) -> Vec<CycleId> {
    let as_of = site.as_of();
    let running = site.cycles_in_view().into_iter().find(|&id| site.handbook[id].contains(as_of));
    let coming = site.handbook.cycles().filter(|(_, cycle)| cycle.start > as_of);
    let coming = coming.min_by_key(|(_, cycle)| (cycle.start, cycle.end)).map(|(id, _)| id);
    running.into_iter().chain(coming).collect()
}

fn of(scene: &Scene, id: CycleId) -> Readiness {
    let (site, cycle) = (scene.site, &scene.site.handbook[id]);
    let mut day = scene.cycle_day(id);
    if let Some(set_by) = cycle.set_by {
        for part in [" · ", scene.m.set_by, " ", &format::date(scene.language, set_by)] {
            day.push_str(part);
        }
    }
    // Who has no goal in force that day decides; where no day is set, who has none at all.
    let unset: Vec<TeamId> = unset(site.handbook, site.progress, i64::MAX)
        .filter(|(cycle, _)| *cycle == id)
        .map(|(_, team)| team)
        .collect();
    let mut rows = Html::new();
    for (team, about) in site.handbook.teams() {
        rows.raw("<tr><th scope=\"row\">").link(&scene.links.team(team), &about.name.value).raw("</th><td>");
        let is_in = |of: &ObjectiveId| site.handbook[*of].cycle.is_some_and(|cycle| cycle.value == id);
        let is_meant = |of: &ObjectiveId| site.progress.of(*of).state != State::Cancelled;
        let members = site.index.of_team[team.index()].iter().copied();
        let own: Vec<ObjectiveId> = members.filter(is_in).filter(is_meant).collect();
        let is_late = cycle.set_by.is_some_and(|day| day < site.as_of()) && unset.contains(&team);
        goals(scene, &mut rows, &own, is_late);
        rows.raw("</td>");
        for (reached, total) in qualities(scene, &own) {
            rows.raw("<td>");
            share(scene, &mut rows, reached, total);
            rows.raw("</td>");
        }
        rows.raw("</tr>");
    }
    Readiness { cycle: linked(&scene.links.cycle(id), &cycle.title), day, rows }
}

/// How many objectives a team has, and how many of them are drafts.
fn goals(scene: &Scene, html: &mut Html, own: &[ObjectiveId], is_late: bool) {
    let drafts = own.iter().filter(|id| scene.site.progress.of(**id).state == State::Draft).count();
    if own.len() > drafts || (drafts == 0 && !is_late) {
        html.say_count(scene.language, own.len());
    }
    if drafts > 0 {
        html.raw(if own.len() > drafts { " · " } else { "" });
        html.say(&scene.m.n_drafts(drafts));
    }
    if is_late {
        html.raw(if drafts > 0 { " " } else { "" });
        html.raw("<span class=\"state state-late\">").text(scene.m.overdue).raw("</span>");
    }
}

/// Of the objectives: with key results, with an owner, aligned up to the mission; of their key results: with a baseline.
fn qualities(scene: &Scene, own: &[ObjectiveId]) -> [(usize, usize); 4] {
    let (site, handbook): (&Site, &Handbook) = (scene.site, scene.site.handbook);
    let that = |holds: &dyn Fn(ObjectiveId) -> bool| (own.iter().filter(|&&id| holds(id)).count(), own.len());
    let key_results = || own.iter().flat_map(|&id| &handbook[id].key_results);
    let is_measured = |measure: &Measure| match measure {
        Measure::Metric { start, .. } => start.value.is_some(),
        _ => true,
    };
    let measured = key_results().filter(|key_result| is_measured(&key_result.measure)).count();
    [
        that(&|id| !handbook[id].key_results.is_empty()),
        (measured, key_results().count()),
        that(&|id| handbook[id].owner.is_some()),
        that(&|id| site.progress.sight(handbook, Goal::Objective(id)).complete),
    ]
}

fn share(scene: &Scene, html: &mut Html, reached: usize, total: usize) {
    if total == 0 {
        html.text("–");
        return;
    }
    let class = match (reached, total) {
        (0, _) => "missed",
        (reached, total) if reached < total => "partly",
        _ => "achieved",
    };
    html.raw("<span class=\"state state-").text(class).raw("\">");
    html.say(&scene.m.reported_of(reached, total)).raw("</span>");
}
