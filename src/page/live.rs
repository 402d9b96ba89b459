//! What an `okr` block shows: goals as they stand today, drawn with the parts that all pages share.

mod chosen;
mod table;

use super::chart::{self, CheckInLog, KeyResultChart, KpiChart};
use super::map::{self, Chosen};
use super::parts::time;
use super::rows::Said;
use super::{Html, Scene, outline};
use crate::model::{Date, Goal, KeyResultId, KpiId, Live, Named, ObjectiveId, PersonId, Show, Text};
use std::collections::HashSet;

/// How many check-ins of several goals are shown where a block says nothing.
const CHECK_INS_SHOWN: usize = 10;

impl Scene<'_> {
    /// What a block shows; where nothing matches, a sentence that says so. `number` tells the blocks of a page
    /// apart, from 1.
    pub(super) fn live(&self, live: &Live, number: usize) -> Html {
        let shown = match live.show {
            Show::Tree => tree(self, live),
            Show::Map => map(self, live, number),
            Show::Table => table::table(self, live, number),
            Show::List => list(self, live),
            Show::Chart => charts(self, live),
            Show::Kpis => self.kpi_rows(&chosen::kpis(self, live)),
            Show::CheckIns => check_ins(self, live),
        };
        let mut html = Html::with_room(shown.as_str().len() + 64);
        html.raw("<div class=\"live\">");
        if shown.is_empty() {
            html.raw("<p class=\"small\">").text(self.m.live_none).raw("</p>");
        } else {
            html.html(&shown);
        }
        html.raw("</div>\n");
        html
    }
}

/// Branches: all of them, those of a goal, or those that lead to the goals that match.
fn tree(scene: &Scene, live: &Live) -> Html {
    let (site, depth) = (scene.site, outline::depth(scene.site.handbook));
    let root = match live.of {
        Some(Named::Goal(goal)) => Some(goal),
        _ => None,
    };
    let is_whole = live.filter.is_empty() && !matches!(live.of, Some(Named::Team(_)));
    if is_whole && let Some(root) = root {
        return outline::branch_of(scene, root, depth, None);
    }
    if is_whole {
        let mut html = outline::branches(scene, depth);
        let mut roots = site.index.unaligned.clone();
        roots.extend(outline::loose_backlog(site));
        html.html(&loose(scene, &roots, depth, None));
        return html;
    }
    let matching = chosen::objectives(scene, live);
    let mut only: outline::Only = matching.iter().map(|&id| (id, true)).collect();
    for &id in &matching {
        for above in site.handbook.line_of_sight(Goal::Objective(id)).into_iter().filter_map(objective_of) {
            only.entry(above).or_insert(false);
        }
    }
    let leads_there = |root: Goal| {
        let below = |&id: &ObjectiveId| site.handbook.line_of_sight(Goal::Objective(id)).contains(&root);
        matching.iter().any(|id| Goal::Objective(*id) == root || below(id))
    };
    if let Some(root) = root {
        let shows = root == Goal::Mission && !matching.is_empty() || leads_there(root);
        return if shows { outline::branch_of(scene, root, depth, Some(&only)) } else { Html::new() };
    }
    let is_placed = |id: &ObjectiveId| {
        let top = site.handbook.line_of_sight(Goal::Objective(*id)).pop();
        matches!(top, Some(Goal::Mission | Goal::Pillar(_)))
    };
    let mut html = Html::new();
    if matching.iter().any(is_placed) {
        html.html(&outline::branches_to(scene, depth, Some(&only)));
    }
    let has_no_parent = |id: &ObjectiveId| site.handbook[*id].aligns_to.is_empty();
    let all = site.handbook.objectives().map(|(id, _)| id).filter(|id| only.contains_key(id));
    let roots: Vec<ObjectiveId> = all.filter(has_no_parent).collect();
    html.html(&loose(scene, &roots, depth, Some(&only)));
    html
}

/// The same goals as a drawing.
fn map(scene: &Scene, live: &Live, number: usize) -> Html {
    let root = match live.of {
        Some(Named::Goal(goal)) => Some(goal),
        _ => None,
    };
    let is_whole = live.filter.is_empty() && live.of.is_none();
    let matching = chosen::objectives(scene, live).into_iter().collect::<HashSet<_, _>>();
    if matching.is_empty() && !live.filter.is_empty() {
        return Html::new();
    }
    let chosen = if is_whole { Chosen::all(scene.site) } else { Chosen::below(scene.site, &matching, root) };
    let mut html = Html::new();
    if !chosen.is_empty() {
        let title = root.map_or(scene.m.map, |root| scene.site.handbook.title(root));
        map::push_map(
            &mut html,
            scene,
            &chosen,
            &scene.m.live_map(number, title).to_string(),
            &format!("okr-map-{number}"),
        );
    }
    html
}

fn objective_of(goal: Goal) -> Option<ObjectiveId> {
    match goal {
        Goal::Objective(id) => Some(id),
        _ => None,
    }
}

/// Goals that hang nowhere, below a line that says so: they are never hidden.
fn loose(scene: &Scene, roots: &[ObjectiveId], depth: outline::Depth, only: Option<&outline::Only>) -> Html {
    let mut html = Html::new();
    if !roots.is_empty() {
        html.raw("<p class=\"group\">").text(scene.m.unaligned).raw("</p>");
        html.html(&outline::lane_to(scene, roots, depth, only));
    }
    html
}

fn list(scene: &Scene, live: &Live) -> Html {
    let mut html = Html::new();
    let rows = chosen::rows(scene, live);
    if rows.is_empty() {
        return html;
    }
    html.raw("<ul class=\"goals\">");
    for goal in rows {
        html.raw("<li class=\"goal\">");
        match goal {
            Goal::Objective(id) => scene.goal_row(&mut html, id, Said::default()),
            Goal::KeyResult(id) => scene.key_result_row(&mut html, id),
            Goal::Mission | Goal::Pillar(_) => {}
        }
        html.raw("</li>");
    }
    html.raw("</ul>");
    html
}

/// The chart of a KPI, or of each key result, below its title.
fn charts(scene: &Scene, live: &Live) -> Html {
    let mut html = Html::new();
    if let Some(Named::Kpi(id)) = live.of {
        let (kpi, progress) = (&scene.site.handbook[id], scene.site.progress.of_kpi(id));
        html.raw("<p class=\"chart-of\">").html(&scene.kpi(id)).raw(" ");
        chart::push_kpi_status(&mut html, scene.m, progress.status);
        html.raw("</p>");
        chart::push_kpi(&mut html, &KpiChart { m: scene.m, kpi, progress, as_of: scene.site.as_of() });
        return html;
    }
    for id in chosen::key_results(scene, live) {
        html.raw("<p class=\"chart-of\">").html(&scene.goal(Goal::KeyResult(id))).raw(" ");
        html.html(&scene.health(scene.site.progress.of_key_result(id).health)).raw("</p>");
        chart::push_key_result(&mut html, &chart_of(scene, id), &scene.plan.axes);
        let log = log(scene, id);
        if !log.is_empty() {
            html.raw("<details class=\"earlier\"><summary>").text(scene.m.chart_numbers).raw("</summary>");
            html.html(&log).raw("</details>");
        }
    }
    html
}

fn chart_of<'a>(scene: &Scene<'a>, id: KeyResultId) -> KeyResultChart<'a> {
    let site = scene.site;
    let key_result = site.handbook.key_result(id);
    KeyResultChart {
        m: scene.m,
        key_result,
        progress: site.progress.of_key_result(id),
        cycle: site.handbook[id.objective].cycle.map(|cycle| &site.handbook[cycle.value]),
        as_of: site.as_of(),
        rescaled: scene.withholds(key_result),
    }
}

/// The check-ins of a key result with its plan: the numbers behind its chart.
fn log(scene: &Scene, id: KeyResultId) -> Html {
    let mut html = Html::new();
    let prose = |html: &mut Html, text: &Text| scene.push_inline(html, text);
    let person = |html: &mut Html, id: PersonId| {
        html.html(&scene.person(id));
    };
    let chart = chart_of(scene, id);
    chart::push_check_ins(&mut html, &CheckInLog { chart, prose: &prose, person: &person });
    html
}

/// The log of a key result, or the last check-ins of several goals, newest first.
fn check_ins(scene: &Scene, live: &Live) -> Html {
    match live.of {
        Some(Named::Goal(Goal::KeyResult(id))) if live.limit.is_none() && live.filter.is_empty() => {
            log(scene, id)
        }
        Some(Named::Kpi(id)) => lines(readings(scene, id), live.limit),
        _ => lines(reported(scene, &chosen::key_results(scene, live)), live.limit),
    }
}

fn lines(mut lines: Vec<(Date, Html)>, limit: Option<usize>) -> Html {
    let mut html = Html::new();
    if lines.is_empty() {
        return html;
    }
    lines.sort_by_key(|(date, _)| std::cmp::Reverse(*date));
    html.raw("<ul class=\"lately\">");
    for (_, line) in lines.iter().take(limit.unwrap_or(CHECK_INS_SHOWN)) {
        html.html(line);
    }
    html.raw("</ul>");
    html
}

/// Everything that was reported of some key results.
fn reported(scene: &Scene, key_results: &[KeyResultId]) -> Vec<(Date, Html)> {
    let mut lines = Vec::new();
    for &id in key_results {
        let key_result = scene.site.handbook.key_result(id);
        let known = scene.site.progress.of_key_result(id).check_ins.min(key_result.check_ins.len());
        for check_in in &key_result.check_ins[..known] {
            let mut line = Html::new();
            scene.check_in_line(&mut line, id, check_in);
            lines.push((check_in.date.value, line));
        }
    }
    lines
}

/// The values of a KPI, with what was noted.
fn readings(scene: &Scene, id: KpiId) -> Vec<(Date, Html)> {
    let kpi = &scene.site.handbook[id];
    let known = scene.site.progress.of_kpi(id).latest.map_or(0, |latest| latest + 1);
    let line = |(index, reading): (usize, &crate::model::Reading)| {
        let mut line = Html::new();
        line.raw("<li>").html(&time(scene.language, reading.date.value)).raw("<span>");
        scene.reading(&mut line, id, index);
        line.raw("</span></li>");
        (reading.date.value, line)
    };
    kpi.values[..known].iter().enumerate().map(line).collect()
}
