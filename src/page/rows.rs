//! Lists of objectives and key results as rows, and lists of KPIs: written straight as markup, because long lists
//! are most of what a site holds.

use super::chart::{self, Bar};
use super::parts::{counts, push_percent_or_dash, time};
use super::words::{self, Standing};
use super::{Html, Scene, format};
use crate::model::{CheckIn, CycleId, Goal, Handbook, KeyResultId, KpiId, ObjectiveId, State, TeamId};
use crate::progress::{attained, heading};

/// What the rows of a list leave out because the page has said it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Said {
    /// The team.
    pub(super) team: bool,
    /// The cycle.
    pub(super) cycle: bool,
}

/// Objectives by team in the order of the sources; those without one at the end.
pub(super) fn by_team(
    handbook: &Handbook,
    objectives: &[ObjectiveId],
) -> Vec<(Option<TeamId>, Vec<ObjectiveId>)> {
    let mut groups: Vec<(Option<TeamId>, Vec<ObjectiveId>)> =
        handbook.teams().map(|(id, _)| (Some(id), Vec::new())).chain([(None, Vec::new())]).collect();
    let last = groups.len() - 1;
    for &id in objectives {
        groups[handbook[id].team.map_or(last, |team| team.value.index())].1.push(id);
    }
    groups.retain(|(_, members)| !members.is_empty());
    groups
}

impl Scene<'_> {
    /// Objectives as rows: title, team and cycle, bar, number, health.
    pub(super) fn goals(&self, objectives: &[ObjectiveId], said: Said) -> Html {
        if objectives.is_empty() {
            return Html::new();
        }
        let mut html = Html::with_room(1024 * objectives.len());
        html.raw("<ul class=\"goals\">");
        for &id in objectives {
            html.raw("<li class=\"goal\">");
            self.goal_row(&mut html, id, said);
            html.raw("</li>");
        }
        html.raw("</ul>");
        html
    }

    /// The cells of one objective.
    pub(super) fn goal_row(&self, html: &mut Html, id: ObjectiveId, said: Said) {
        html.raw("<span class=\"goal-name\">");
        self.push_goal(html, Goal::Objective(id));
        html.raw("<small>");
        self.goal_meta(html, id, said);
        html.raw("</small></span>");
        self.measure_cells(html, &self.bar_of(id));
        self.push_state_or_health(html, id);
    }

    /// Team, cycle and coverage of an objective, with dots between them.
    fn goal_meta(&self, html: &mut Html, id: ObjectiveId, said: Said) {
        let (objective, progress) = (&self.site.handbook[id], self.site.progress.of(id));
        let team = objective
            .team
            .filter(|_| !said.team)
            .map(|team| self.site.handbook[team.value].name.value.as_str());
        let cycle = objective
            .cycle
            .filter(|_| !said.cycle)
            .map(|cycle| self.site.handbook[cycle.value].title.as_str());
        let coverage = counts(progress.state).then(|| self.coverage(progress.coverage)).flatten();
        let score = progress.score;
        let score = score.map(|score| self.m.score_of(&format::score(self.language, score)).text());
        let mut first = true;
        for text in team.into_iter().chain(cycle).chain(coverage.as_deref()).chain(score.as_deref()) {
            if !first {
                html.raw(" · ");
            }
            html.text(&self.language.isolated(text));
            first = false;
        }
    }

    /// The bar and the number beside it.
    pub(super) fn measure_cells(&self, html: &mut Html, bar: &Bar) {
        html.raw("<span class=\"goal-bar\">");
        chart::push_bar(html, self.m, bar);
        html.raw("</span><span class=\"goal-number\">");
        push_percent_or_dash(html.buffer(), self.language, bar.progress);
        html.raw("</span>");
    }

    /// The bar of an objective: what is expected and where it is heading only while it is pursued.
    pub(super) fn bar_of(&self, id: ObjectiveId) -> Bar {
        let progress = self.site.progress.of(id);
        let expected = progress.expected.filter(|_| progress.state == State::Active);
        let forecast = heading(&self.site.handbook[id], progress);
        Bar { progress: progress.known(), expected, forecast, ..Bar::default() }
    }

    /// The bar of a key result, likewise.
    pub(super) fn bar_of_key_result(&self, id: KeyResultId) -> Bar {
        let (key_result, progress) =
            (self.site.handbook.key_result(id), self.site.progress.of_key_result(id));
        let active = self.site.progress.of(id.objective).state == State::Active;
        Bar {
            progress: progress.attainment.map(|_| progress.progress),
            attainment: progress.attainment,
            expected: progress.expected.filter(|_| active),
            forecast: progress.forecast.and_then(|forecast| attained(&key_result.measure, forecast)),
        }
    }

    /// Health, or the outcome of a closed objective, or that it is a draft or cancelled.
    pub(super) fn state_or_health(&self, id: ObjectiveId) -> Html {
        let mut html = Html::with_room(64);
        self.push_state_or_health(&mut html, id);
        html
    }

    /// Appends the same.
    fn push_state_or_health(&self, html: &mut Html, id: ObjectiveId) {
        match words::standing(self.m, self.site.progress.of(id)) {
            Standing::Health(health, _) => chart::push_health(html, self.m, health),
            Standing::State(class, word) => {
                html.raw("<span class=\"state state-").text(class).raw("\">").text(word).raw("</span>");
            }
        }
    }

    /// The cells of one key result: title and value, bar, number, health.
    pub(super) fn key_result_row(&self, html: &mut Html, id: KeyResultId) {
        let (site, key_result) = (self.site, self.site.handbook.key_result(id));
        let progress = site.progress.of_key_result(id);
        html.raw("<span class=\"goal-name\">");
        self.push_goal(html, Goal::KeyResult(id));
        html.raw("<small>");
        if let (Some(value), false) = (progress.value, self.withholds(key_result)) {
            let unit = key_result.unit.as_ref().map(|unit| unit.value.as_str());
            format::push_value(html, self.language, value, unit);
        }
        html.raw("</small></span>");
        self.measure_cells(html, &self.bar_of_key_result(id));
        chart::push_health(html, self.m, progress.health);
    }

    /// A check-in in a list of what happened: when, of which key result, what.
    pub(super) fn check_in_line(&self, html: &mut Html, id: KeyResultId, check_in: &CheckIn) {
        html.raw("<li>").html(&time(self.language, check_in.date.value)).raw("<span>");
        self.push_goal(html, Goal::KeyResult(id));
        self.check_in(html, self.site.handbook.key_result(id), check_in);
        html.raw("</span></li>");
    }

    /// Key results as plain links below their objective's title, without any figure.
    pub(super) fn plain_key_results(&self, key_results: &[KeyResultId]) -> Html {
        let mut html = Html::with_room(256 * key_results.len());
        for &id in key_results {
            html.raw("<li>");
            self.push_goal(&mut html, Goal::KeyResult(id));
            html.raw(" <small>").text(&self.site.handbook[id.objective].title.value).raw("</small></li>");
        }
        html
    }

    /// KPIs as rows: title, latest value, status, sparkline.
    pub(super) fn kpi_rows(&self, kpis: &[KpiId]) -> Html {
        let mut html = Html::new();
        if kpis.is_empty() {
            return html;
        }
        html.raw("<ul class=\"kpis\">");
        for &id in kpis {
            let (kpi, progress) = (&self.site.handbook[id], self.site.progress.of_kpi(id));
            let shown = progress.latest.map_or(0, |latest| latest + 1).min(kpi.values.len());
            html.raw("<li class=\"kpi\"><span class=\"goal-name\">").html(&self.kpi(id));
            html.raw("</span><span class=\"kpi-line\">");
            let unit = kpi.unit.as_ref().map(|unit| unit.value.as_str());
            chart::push_sparkline(
                &mut html,
                self.m,
                &kpi.values[..shown],
                kpi.healthy.map(|bounds| bounds.value),
                unit,
            );
            html.raw("</span><span class=\"goal-number\">");
            if let Some(latest) = progress.latest {
                format::push_value(&mut html, self.language, kpi.values[latest].value, unit);
            }
            html.raw("</span>");
            chart::push_kpi_status(&mut html, self.m, progress.status);
            html.raw("</li>");
        }
        html.raw("</ul>");
        html
    }

    /// Objectives of some cycles, the latest cycle first, each with its list; drafts are left to their own place.
    pub(super) fn by_cycle(&self, objectives: &[ObjectiveId]) -> Vec<(CycleId, Vec<ObjectiveId>)> {
        let mut groups: Vec<(CycleId, Vec<ObjectiveId>)> = Vec::new();
        for &id in objectives {
            let Some(cycle) = self.site.handbook[id].cycle else { continue };
            match groups.iter_mut().find(|(known, _)| *known == cycle.value) {
                Some((_, members)) => members.push(id),
                None => groups.push((cycle.value, vec![id])),
            }
        }
        let order = |id: CycleId| {
            let cycle = &self.site.handbook[id];
            (std::cmp::Reverse(cycle.end), std::cmp::Reverse(cycle.start))
        };
        groups.sort_by_key(|(cycle, _)| order(*cycle));
        groups
    }
}
