//! Before a cycle begins: which teams have decided what, and what is still missing. Once it runs, its scorecard says
//! more than this.

use crate::model::{CycleId, Measure, ObjectiveId, State, TeamId};
use crate::page::parts::linked;
use crate::page::{Html, Scene, address};

/// So many teams have a row, those with the most to do first.
const TEAMS: usize = 100;

/// What a team has brought together.
#[derive(Clone, Debug, Default)]
struct Standing {
    decided: usize,
    drafts: usize,
    without_key_results: usize,
    without_baseline: usize,
}

impl Standing {
    fn add(&mut self, scene: &Scene, id: ObjectiveId) {
        match scene.site.progress.of(id).state {
            State::Draft => self.drafts += 1,
            State::Cancelled => return,
            State::Active | State::Closed => self.decided += 1,
        }
        let key_results = &scene.site.handbook[id].key_results;
        self.without_key_results += usize::from(key_results.is_empty());
        let has_no_baseline =
            |measure: &Measure| matches!(measure, Measure::Metric { start, .. } if start.value.is_none());
        self.without_baseline +=
            key_results.iter().filter(|key_result| has_no_baseline(&key_result.measure)).count();
    }

    fn is_ready(&self) -> bool {
        self.decided > 0 && self.drafts + self.without_key_results + self.without_baseline == 0
    }
}

/// How many teams have an objective in force or decided here.
pub(super) fn in_short(scene: &Scene, decided: &[ObjectiveId]) -> Option<String> {
    let total = scene.site.handbook.teams.len();
    let mut teams: Vec<TeamId> =
        decided.iter().filter_map(|&id| scene.site.handbook[id].team.map(|team| team.value)).collect();
    teams.sort_unstable();
    teams.dedup();
    (total > 0).then(|| scene.m.readiness_text(teams.len(), total).to_string())
}

/// Before the cycle begins, a table of all teams with what is decided and what is missing; else nothing.
pub(super) fn by_team(scene: &Scene, id: CycleId, members: &[ObjectiveId]) -> Html {
    let mut html = Html::new();
    let handbook = scene.site.handbook;
    if scene.site.as_of() >= handbook[id].start || handbook.teams.is_empty() {
        return html;
    }
    let mut standings = vec![Standing::default(); handbook.teams.len()];
    for &id in members {
        if let Some(team) = handbook[id].team {
            standings[team.value.index()].add(scene, id);
        }
    }
    let mut rows: Vec<(TeamId, &Standing)> = handbook.teams().map(|(id, _)| id).zip(&standings).collect();
    if rows.len() > TEAMS {
        rows.sort_by_key(|(_, standing)| (standing.is_ready(), standing.decided > 0));
    }
    open(&mut html, scene);
    for (team, standing) in rows.iter().take(TEAMS) {
        row(&mut html, scene, *team, standing);
    }
    html.raw("</tbody></table></div>");
    if rows.len() > TEAMS {
        let all = linked(&scene.links.to(&address::section("teams")), scene.m.teams);
        html.raw("<p class=\"small\">").say(&scene.m.left_out(rows.len() - TEAMS)).raw(" ");
        html.html(&all).raw("</p>");
    }
    html
}

fn open(html: &mut Html, scene: &Scene) {
    let m = scene.m;
    html.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\"").attribute("aria-label", m.readiness);
    html.raw("><table class=\"data readiness\"><thead><tr><th scope=\"col\">").text(m.team).raw("</th>");
    for head in [m.decided, m.drafts, m.without_key_results, m.without_baseline] {
        html.raw("<th scope=\"col\" class=\"number\">").text(head).raw("</th>");
    }
    html.raw("<th scope=\"col\">").text(m.state).raw("</th></tr></thead><tbody>");
}

fn row(html: &mut Html, scene: &Scene, team: TeamId, standing: &Standing) {
    html.raw("<tr><th scope=\"row\">").html(&scene.team(team)).raw("</th>");
    for count in [standing.decided, standing.drafts, standing.without_key_results, standing.without_baseline]
    {
        html.raw("<td class=\"number\">").say_count(scene.language, count).raw("</td>");
    }
    html.raw("<td>");
    if standing.is_ready() {
        html.raw("<span class=\"state state-achieved\">").text(scene.m.ready).raw("</span>");
    } else if standing.decided + standing.drafts == 0 {
        html.text(scene.m.none_yet);
    }
    html.raw("</td></tr>");
}
