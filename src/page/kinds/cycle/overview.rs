//! What the page of a cycle shows at a glance: spread of scores, heat map, burn-up, and plan and actual by month.
//!
//! Each is held to a size that a page can bear; what is left out is counted, with a link to the whole list below.

use crate::model::{CycleId, Date, KeyResultId, Measure, ObjectiveId, State};
use crate::page::chart::{self, Bowler, BurnUp, Distribution, KeyResultChart};
use crate::page::parts::{counts, percent_or_dash};
use crate::page::rows::by_team;
use crate::page::{Html, Scene};
use crate::progress;

/// So many teams and so many objectives of each have a place in the heat map.
const TEAMS: usize = 40;
const OBJECTIVES: usize = 8;
/// So many key results have a place in the table by month.
const KEY_RESULTS: usize = 40;
/// Into so many stretches the burn-up parts a cycle.
const STRETCHES: i64 = 13;

/// How many closed objectives ended near which score.
pub(super) fn spread(scene: &Scene, objectives: &[ObjectiveId]) -> Html {
    let mut html = Html::new();
    let scores = super::scorecard::scores(scene, objectives);
    chart::push_distribution(&mut html, &Distribution { m: scene.m, scores: &scores });
    html
}

/// The heat map, team by team; nothing where a single objective would fill it.
pub(super) fn heat_map(scene: &Scene, objectives: &[ObjectiveId]) -> Html {
    let mut html = Html::new();
    if objectives.len() < 2 {
        return html;
    }
    let rows = by_team(scene.site.handbook, objectives);
    let columns =
        rows.iter().take(TEAMS).map(|(_, members)| members.len().min(OBJECTIVES)).max().unwrap_or(0);
    html.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\"")
        .attribute("aria-label", scene.m.heat_map);
    html.raw("><table class=\"heat-map\"><thead><tr><th scope=\"col\">").text(scene.m.team);
    html.raw("</th><th scope=\"colgroup\" colspan=\"").show(columns).raw("\">").text(scene.m.objectives);
    html.raw("</th></tr></thead><tbody>");
    let mut shown = 0;
    for (team, members) in rows.iter().take(TEAMS) {
        html.raw("<tr><th scope=\"row\">");
        match team {
            Some(team) => html.html(&scene.team(*team)),
            None => html.text(scene.m.without_team),
        };
        if members.len() > OBJECTIVES {
            html.raw(" <small>").say(&scene.m.told_n_more(members.len() - OBJECTIVES)).raw("</small>");
        }
        html.raw("</th>");
        for &id in members.iter().take(OBJECTIVES) {
            heat_cell(&mut html, scene, id);
            shown += 1;
        }
        html.raw("</tr>");
    }
    html.raw("</tbody></table></div>");
    left_out(&mut html, scene, objectives.len() - shown, objectives.len());
    html
}

/// One objective: its title, how far it is, and how it fares or how it ended.
fn heat_cell(html: &mut Html, scene: &Scene, id: ObjectiveId) {
    let progress = scene.site.progress.of(id);
    let tone = match (progress.state, progress.outcome) {
        (State::Closed | State::Cancelled, Some(outcome)) => outcome.word(),
        (State::Cancelled, None) => progress.state.word(),
        _ => progress.health.word(),
    };
    html.raw("<td class=\"heat heat-").text(tone).raw("\">");
    html.link(&scene.links.objective(id), &scene.site.handbook[id].title.value).raw("<span>");
    html.html(&scene.state_or_health(id)).raw(" ");
    let known = progress.known();
    html.text(&percent_or_dash(scene.language, known)).raw("</span></td>");
}

/// How many have no place here, and where they stand.
fn left_out(html: &mut Html, scene: &Scene, number: usize, objectives: usize) {
    if number > 0 {
        html.raw("<p class=\"small\">").say(&scene.m.left_out(number)).raw(" <a href=\"#objectives\">");
        html.say(&scene.m.all_n_objectives(objectives)).raw("</a></p>");
    }
}

/// What was expected and what was reached, over the days of a cycle that has begun. A snapshot knows one day only.
pub(super) fn burn_up(scene: &Scene, id: CycleId, objectives: &[ObjectiveId]) -> Html {
    let mut html = Html::new();
    let site = scene.site;
    let (cycle, as_of) = (&site.handbook[id], site.as_of());
    if scene.past().is_some() || as_of < cycle.start || site.progress.of_cycle(id).coverage.reported == 0 {
        return html;
    }
    let counted: Vec<ObjectiveId> =
        objectives.iter().copied().filter(|&id| counts(site.progress.of(id).state)).collect();
    let stretches = cycle.days().min(STRETCHES);
    let day = |stretch: i64| -> Option<Date> {
        let days = cycle.days() * stretch / stretches - 1;
        cycle.start.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
    };
    let mut days: Vec<Date> = (1..=stretches).filter_map(day).collect();
    if cycle.contains(as_of) {
        days.push(as_of);
    }
    days.sort_unstable();
    days.dedup();
    let course = progress::course(site.handbook, site.progress, id, &counted, &days);
    chart::push_burn_up(&mut html, &BurnUp { m: scene.m, cycle, as_of, course: &course });
    html
}

/// Plan and actual of the metric key results by month. A snapshot knows one day only.
pub(super) fn bowler(scene: &Scene, id: CycleId, objectives: &[ObjectiveId]) -> Html {
    let mut html = Html::new();
    let site = scene.site;
    if scene.past().is_some() {
        return html;
    }
    let cycle = &site.handbook[id];
    let is_metric =
        |id: &KeyResultId| matches!(site.handbook.key_result(*id).measure, Measure::Metric { .. });
    let metrics = || {
        let counted = objectives.iter().filter(|id| counts(site.progress.of(**id).state));
        counted.flat_map(|&id| site.handbook.key_results(id)).map(|(id, _)| id).filter(is_metric)
    };
    let row = |id: KeyResultId| {
        let key_result = site.handbook.key_result(id);
        let chart = KeyResultChart {
            m: scene.m,
            key_result,
            progress: site.progress.of_key_result(id),
            cycle: Some(cycle),
            as_of: site.as_of(),
            rescaled: scene.withholds(key_result),
        };
        (scene.goal(crate::model::Goal::KeyResult(id)), chart)
    };
    let rows: Vec<(Html, KeyResultChart)> = metrics().take(KEY_RESULTS).map(row).collect();
    if rows.is_empty() {
        return html;
    }
    chart::push_bowler(&mut html, &Bowler { m: scene.m, cycle, rows: &rows });
    left_out(&mut html, scene, metrics().count() - rows.len(), objectives.len());
    html
}
