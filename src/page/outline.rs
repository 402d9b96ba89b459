//! The tree as nested lists that open and close: an outline, not an organisation chart.
//!
//! Written straight as markup and lean, because one page may hold ten thousand goals.

use super::messages::fill;
use super::rows::Said;
use super::{Html, Scene, Site, format};
use crate::model::{Goal, Handbook, KeyResultId, ObjectiveId, PillarId, State};

/// Above this many objectives and key results the tree leaves key results to the pages of their objectives.
const GOALS_WITH_KEY_RESULTS: usize = 5000;

/// In a tree of at most this many objectives, branches that hold objectives are open from the start.
const SMALL: usize = 150;

/// Branches deeper than this are listed flat: nobody reads deeper indentation, and browsers stop nesting.
const DEEPEST: usize = 40;

/// How far down the tree goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    /// To the objectives.
    Objectives,
    /// To the key results.
    KeyResults,
}

/// How far down the tree of a handbook goes.
pub(super) fn depth(handbook: &Handbook) -> Depth {
    let key_results: usize = handbook.objectives.iter().map(|objective| objective.key_results.len()).sum();
    if handbook.objectives.len() + key_results > GOALS_WITH_KEY_RESULTS {
        Depth::Objectives
    } else {
        Depth::KeyResults
    }
}

/// Drafts without a cycle that hang nowhere in the tree; aligned ones stand at their place.
pub(super) fn loose_backlog(site: &Site) -> Vec<ObjectiveId> {
    site.index.backlog.iter().copied().filter(|&id| site.handbook[id].aligns_to.is_empty()).collect()
}

/// Everything that hangs under the mission; without a mission the pillars are the roots.
pub(super) fn branches(scene: &Scene, depth: Depth) -> Html {
    let site = scene.site;
    let mut html = Html::new();
    let pillars: Vec<PillarId> = site.handbook.pillars().map(|(id, _)| id).collect();
    if site.handbook.mission.is_none() && pillars.is_empty() {
        return html;
    }
    let mut outline = Outline { scene, depth, html: &mut html, level: 0 };
    outline.html.raw("<ul class=\"tree\">");
    if site.handbook.mission.is_some() {
        outline.html.raw("<li><details open><summary><span class=\"row root\"><span class=\"goal-name\">");
        outline.html.html(&scene.goal(Goal::Mission)).raw("</span></span></summary><ul>");
    }
    for pillar in pillars {
        outline.pillar(pillar);
    }
    outline.objectives(&site.index.under_mission);
    if site.handbook.mission.is_some() {
        outline.html.raw("</ul></details></li>");
    }
    outline.html.raw("</ul>");
    html
}

/// Goals that hang nowhere, each with what hangs under it.
pub(super) fn lane(scene: &Scene, objectives: &[ObjectiveId], depth: Depth) -> Html {
    let mut html = Html::new();
    if objectives.is_empty() {
        return html;
    }
    html.raw("<ul class=\"tree\">");
    Outline { scene, depth, html: &mut html, level: 0 }.objectives(objectives);
    html.raw("</ul>");
    html
}

struct Outline<'a, 'b> {
    scene: &'a Scene<'a>,
    depth: Depth,
    html: &'b mut Html,
    level: usize,
}

impl Outline<'_, '_> {
    fn pillar(&mut self, id: PillarId) {
        let under = &self.scene.site.index.under_pillar[id.index()];
        let row = |outline: &mut Self| {
            outline.html.raw("<span class=\"row\"><span class=\"goal-name pillar-name\">");
            let pillar = outline.scene.pillar(id);
            let counted = outline.scene.objectives_counted(under.len());
            outline.html.html(&pillar).raw("<small>").text(&counted).raw("</small></span></span>");
        };
        self.branch(!under.is_empty(), true, row, |outline| outline.objectives(under));
    }

    /// Objectives that still matter, then those of earlier cycles behind a fold.
    fn objectives(&mut self, objectives: &[ObjectiveId]) {
        let (now, earlier): (Vec<ObjectiveId>, Vec<ObjectiveId>) =
            objectives.iter().copied().partition(|&id| !is_over(self.scene.site, id));
        for id in now {
            self.objective(id);
        }
        if earlier.is_empty() {
            return;
        }
        let label = fill(self.scene.m.earlier_n, &[("n", &earlier.len().to_string())]);
        self.html.raw("<li class=\"past\"><details><summary>").text(&label).raw("</summary><ul>");
        for id in earlier {
            self.objective(id);
        }
        self.html.raw("</ul></details></li>");
    }

    fn objective(&mut self, id: ObjectiveId) {
        let site = self.scene.site;
        let under = &site.index.under_objective[id.index()];
        let key_results =
            if self.depth == Depth::KeyResults { site.handbook[id].key_results.len() } else { 0 };
        let row = |outline: &mut Self| {
            outline.html.raw("<span class=\"row\">");
            outline.scene.goal_row(outline.html, id, Said::default());
            outline.html.raw("</span>");
        };
        if self.level >= DEEPEST {
            self.html.raw("<li class=\"leaf\">");
            row(self);
            self.html.raw("</li>");
            return;
        }
        let holds_goals = under.iter().any(|&id| !is_over(site, id));
        let open = holds_goals && site.handbook.objectives.len() <= SMALL && !is_over(site, id);
        self.branch(key_results > 0 || !under.is_empty(), open, row, |outline| {
            if key_results > 0 {
                for (key_result, _) in site.handbook.key_results(id) {
                    outline.key_result(key_result);
                }
            }
            if outline.level < DEEPEST {
                outline.objectives(under);
            } else {
                outline.objectives(&everything_under(site, under));
            }
        });
    }

    fn key_result(&mut self, id: KeyResultId) {
        let (site, html) = (self.scene.site, &mut *self.html);
        let progress = site.progress.of_key_result(id);
        html.raw("<li class=\"leaf\"><span class=\"row key-result\"><span class=\"goal-name\">");
        html.html(&self.scene.goal(Goal::KeyResult(id))).raw("<small>");
        if let (Some(value), false) = (progress.value, self.scene.withholds(site.handbook.key_result(id))) {
            let unit = site.handbook.key_result(id).unit.as_ref().map(|unit| unit.value.as_str());
            html.text(&format::value(value, unit));
        }
        html.raw("</small></span>");
        let expected = progress.expected.filter(|_| site.progress.of(id.objective).state == State::Active);
        let shown = progress.attainment.map(|_| progress.progress);
        self.scene.measure_cells(html, shown, expected, progress.attainment.is_some());
        html.html(&Scene::health(progress.health)).raw("</span></li>");
    }

    /// A row, with what hangs under it behind a fold.
    fn branch(&mut self, folds: bool, open: bool, row: impl Fn(&mut Self), inside: impl Fn(&mut Self)) {
        if !folds {
            self.html.raw("<li class=\"leaf\">");
            row(self);
            self.html.raw("</li>");
            return;
        }
        self.html.raw(if open { "<li><details open><summary>" } else { "<li><details><summary>" });
        row(self);
        self.html.raw("</summary><ul>");
        self.level += 1;
        inside(self);
        self.level -= 1;
        self.html.raw("</ul></details></li>");
    }
}

/// These objectives and all that hang under them, each before what hangs under it.
fn everything_under(site: &Site, objectives: &[ObjectiveId]) -> Vec<ObjectiveId> {
    let mut all = Vec::new();
    let mut waiting: Vec<ObjectiveId> = objectives.iter().rev().copied().collect();
    while let Some(id) = waiting.pop() {
        all.push(id);
        waiting.extend(site.index.under_objective[id.index()].iter().rev());
    }
    all
}

/// Whether an objective belongs to the past: its cycle has ended.
fn is_over(site: &Site, id: ObjectiveId) -> bool {
    site.handbook[id].cycle.is_some_and(|cycle| site.handbook[cycle.value].end < site.as_of())
}
