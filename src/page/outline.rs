//! The tree as nested lists that open and close: an outline, not an organisation chart.
//!
//! Written straight as markup and lean, because one page may hold ten thousand goals.

use super::rows::Said;
use super::{Html, Scene, Site};
use crate::model::{CycleId, Goal, Handbook, KeyResultId, ObjectiveId, PillarId};
use std::borrow::Cow;
use std::collections::HashMap;

/// Above this many objectives and key results the tree leaves key results to the pages of their objectives.
const GOALS_WITH_KEY_RESULTS: usize = 5000;

/// In a tree of at most this many objectives, branches that hold objectives are open from the start.
const SMALL: usize = 150;

/// Branches deeper than this are listed flat: nobody reads deeper indentation, and browsers stop nesting.
const DEEPEST: usize = 40;

/// The objectives of a tree that is not shown in full, and whether each was asked for or only leads there.
pub(super) type Only = HashMap<ObjectiveId, bool>;

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
    branches_to(scene, depth, None)
}

/// The branches that hold one of some objectives, or all.
pub(super) fn branches_to(scene: &Scene, depth: Depth, only: Option<&Only>) -> Html {
    let site = scene.site;
    let mut html = Html::new();
    let pillars: Vec<PillarId> = site.handbook.pillars().map(|(id, _)| id).collect();
    if site.handbook.mission.is_none() && pillars.is_empty() {
        return html;
    }
    let mut outline = Outline::new(scene, depth, &mut html);
    outline.only = only;
    outline.html.raw("<ul class=\"tree\">");
    if site.handbook.mission.is_some() {
        outline.html.raw("<li><div class=\"row root\"><span class=\"goal-name\">");
        outline.html.html(&scene.goal(Goal::Mission)).raw("</span></div>");
        outline.fold(Goal::Mission, true);
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
    lane_to(scene, objectives, depth, None)
}

/// The same, as far as it leads to some objectives.
pub(super) fn lane_to(scene: &Scene, objectives: &[ObjectiveId], depth: Depth, only: Option<&Only>) -> Html {
    let mut html = Html::new();
    if objectives.is_empty() {
        return html;
    }
    html.raw("<ul class=\"tree\">");
    let mut outline = Outline::new(scene, depth, &mut html);
    outline.only = only;
    outline.objectives(objectives);
    html.raw("</ul>");
    html
}

/// A goal with everything that hangs under it, or with what leads to some objectives.
pub(super) fn branch_of(scene: &Scene, goal: Goal, depth: Depth, only: Option<&Only>) -> Html {
    if goal == Goal::Mission {
        return branches_to(scene, depth, only);
    }
    let mut html = Html::new();
    html.raw("<ul class=\"tree\">");
    let mut outline = Outline::new(scene, depth, &mut html);
    outline.only = only;
    outline.root = Some(goal);
    match goal {
        Goal::Mission => {}
        Goal::Pillar(id) => outline.pillar(id),
        Goal::Objective(id) => outline.objective(id),
        Goal::KeyResult(id) => outline.branch_of_key_result(id),
    }
    html.raw("</ul>");
    html
}

struct Outline<'a, 'b> {
    scene: &'a Scene<'a>,
    depth: Depth,
    /// The objectives that are shown; none where all are.
    only: Option<&'a Only>,
    /// The goal whose branch alone is shown, and open from the start.
    root: Option<Goal>,
    html: &'b mut Html,
    level: usize,
    cycles: Vec<CycleId>,
}

impl<'a, 'b> Outline<'a, 'b> {
    fn new(scene: &'a Scene<'a>, depth: Depth, html: &'b mut Html) -> Outline<'a, 'b> {
        Outline { scene, depth, only: None, root: None, html, level: 0, cycles: scene.site.cycles_in_view() }
    }

    fn pillar(&mut self, id: PillarId) {
        let under = self.shown(&self.scene.site.index.under_pillar[id.index()]);
        if self.only.is_some() && under.is_empty() {
            return;
        }
        let row = |outline: &mut Self| {
            outline.html.raw("<div class=\"row\"><span class=\"goal-name pillar-name\">");
            let pillar = outline.scene.pillar(id);
            let counted = outline.scene.objectives_counted(under.len());
            outline.html.html(&pillar).raw("<small>").text(&counted);
            outline.standing(id);
            outline.html.raw("</div>");
        };
        let fold = (!under.is_empty()).then_some((Goal::Pillar(id), true));
        self.branch(fold, row, |outline| outline.objectives(&under));
    }

    /// Those of some objectives that are shown.
    fn shown(&self, objectives: &'a [ObjectiveId]) -> Cow<'a, [ObjectiveId]> {
        match self.only {
            None => Cow::Borrowed(objectives),
            Some(only) => objectives.iter().copied().filter(|id| only.contains_key(id)).collect(),
        }
    }

    /// A pillar's progress in the running cycle, beside what is known of it; closes the name.
    fn standing(&mut self, id: PillarId) {
        let site = self.scene.site;
        let Some((cycle, progress)) = site.pillar_in_view(id, &self.cycles) else {
            self.html.raw("</small></span>");
            return;
        };
        let coverage = self.scene.coverage_over(&site.under_pillar_in(id, cycle));
        self.html.raw(" · ").text(&self.scene.language.isolated(&site.handbook[cycle].title));
        if let Some(coverage) = self.scene.coverage(coverage) {
            self.html.raw(" · ").text(&coverage);
        }
        self.html.raw("</small></span>");
        self.scene.measure_cells(self.html, Some(progress), None, coverage.reported > 0);
    }

    /// Objectives that still matter, then those of earlier cycles behind a fold.
    fn objectives(&mut self, objectives: &[ObjectiveId]) {
        let (now, earlier): (Vec<ObjectiveId>, Vec<ObjectiveId>) =
            objectives.iter().copied().partition(|&id| self.only.is_some() || !is_over(self.scene.site, id));
        for id in now {
            self.objective(id);
        }
        if earlier.is_empty() {
            return;
        }
        let label = self.scene.m.earlier_n(earlier.len());
        self.html.raw("<li class=\"past\"><details><summary>").say(&label).raw("</summary><ul>");
        for id in earlier {
            self.objective(id);
        }
        self.html.raw("</ul></details></li>");
    }

    fn objective(&mut self, id: ObjectiveId) {
        let site = self.scene.site;
        let under = self.shown(&site.index.under_objective[id.index()]);
        let is_asked_for = self.only.is_none_or(|only| only.get(&id) == Some(&true));
        let shows_key_results = self.depth == Depth::KeyResults && is_asked_for;
        let key_results = if shows_key_results { site.handbook[id].key_results.len() } else { 0 };
        let row = |outline: &mut Self| {
            outline.html.raw("<div class=\"row\">");
            outline.scene.goal_row(outline.html, id, Said::default());
            outline.html.raw("</div>");
        };
        if self.level >= DEEPEST {
            self.html.raw("<li class=\"leaf\">");
            row(self);
            self.html.raw("</li>");
            return;
        }
        let open = self.is_open(id, &under);
        let fold = (key_results > 0 || !under.is_empty()).then_some((Goal::Objective(id), open));
        self.branch(fold, row, |outline| {
            if key_results > 0 {
                for (key_result, _) in site.handbook.key_results(id) {
                    outline.key_result(key_result);
                }
            }
            if outline.level < DEEPEST {
                outline.objectives(&under);
            } else {
                outline.objectives(&outline.shown(&everything_under(site, &under)));
            }
        });
    }

    /// Whether a branch is open from the start: where it leads to goals that matter, or was asked for.
    fn is_open(&self, id: ObjectiveId, under: &[ObjectiveId]) -> bool {
        let site = self.scene.site;
        if self.only.is_some() || self.root == Some(Goal::Objective(id)) {
            return self.root == Some(Goal::Objective(id)) || !under.is_empty();
        }
        let holds_goals = under.iter().any(|&id| !is_over(site, id));
        holds_goals && site.handbook.objectives.len() <= SMALL && !is_over(site, id)
    }

    /// A key result with the objectives that align to it.
    fn branch_of_key_result(&mut self, id: KeyResultId) {
        let site = self.scene.site;
        let is_under = |objective: &ObjectiveId| {
            let first = site.handbook[*objective].aligns_to.first();
            first.is_some_and(|alignment| alignment.to == Goal::KeyResult(id))
        };
        let under = self.shown(&site.index.under_objective[id.objective.index()]);
        let under: Vec<ObjectiveId> = under.iter().copied().filter(is_under).collect();
        let row = |outline: &mut Self| {
            outline.html.raw("<div class=\"row key-result\">");
            outline.scene.key_result_row(outline.html, id);
            outline.html.raw("</div>");
        };
        let fold = (!under.is_empty()).then_some((Goal::KeyResult(id), true));
        self.branch(fold, row, |outline| outline.objectives(&under));
    }

    fn key_result(&mut self, id: KeyResultId) {
        self.html.raw("<li class=\"leaf\"><div class=\"row key-result\">");
        self.scene.key_result_row(self.html, id);
        self.html.raw("</div></li>");
    }

    /// A row, with what hangs under it behind a fold of its own, so that the links of the row stay links.
    fn branch(&mut self, fold: Option<(Goal, bool)>, row: impl Fn(&mut Self), inside: impl Fn(&mut Self)) {
        self.html.raw(if fold.is_some() { "<li>" } else { "<li class=\"leaf\">" });
        row(self);
        if let Some((goal, open)) = fold {
            self.fold(goal, open);
            self.level += 1;
            inside(self);
            self.level -= 1;
            self.html.raw("</ul></details>");
        }
        self.html.raw("</li>");
    }

    /// Opens the fold of what hangs under a goal.
    fn fold(&mut self, goal: Goal, open: bool) {
        let title = self.scene.site.handbook.title(goal);
        self.html.raw(if open { "<details open>" } else { "<details>" });
        self.html.raw("<summary><span class=\"visually-hidden\">");
        self.html.say(&self.scene.m.opens(title)).raw("</span></summary><ul>");
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
