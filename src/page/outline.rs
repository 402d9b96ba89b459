//! The tree as nested lists that open and close: an outline, not an organisation chart.
//!
//! Written straight as markup and lean, because one page may hold ten thousand goals.

mod cut;
mod whole;

use super::chart::Bar;
use super::rows::Said;
use super::{Html, Scene, Site, address};
use crate::locale::Filled;
use crate::model::{CycleId, Goal, Handbook, KeyResultId, ObjectiveId, PillarId};
use cut::{Cut, everything_under};
use std::borrow::Cow;
use std::collections::HashMap;
pub(super) use whole::{Whole, whole};

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
    let all = goals(handbook, Depth::KeyResults);
    if all > GOALS_WITH_KEY_RESULTS { Depth::Objectives } else { Depth::KeyResults }
}

/// How many objectives there are and, where a tree goes so far down, key results.
fn goals(handbook: &Handbook, depth: Depth) -> usize {
    let below = |goals: usize| if matches!(depth, Depth::KeyResults) { goals } else { 0 };
    handbook.objectives.iter().map(|objective| 1 + below(objective.key_results.len())).sum()
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
    let mut html = Html::new();
    let mut outline = Outline::new(scene, depth, &mut html);
    outline.only = only;
    outline.branches();
    html
}

/// Goals that hang nowhere, each with what hangs under it, as far as it leads to some objectives.
pub(super) fn lane_to(scene: &Scene, objectives: &[ObjectiveId], depth: Depth, only: Option<&Only>) -> Html {
    let mut html = Html::new();
    let mut outline = Outline::new(scene, depth, &mut html);
    outline.only = only;
    outline.lane(objectives);
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
    /// Whether each goal says to whom and when it belongs and how it fares.
    is_marked: bool,
    /// How many have said so.
    marked: usize,
    /// What is left to other pages; nothing where all has its place.
    cut: Option<&'a Cut>,
    html: &'b mut Html,
    level: usize,
    cycles: Vec<CycleId>,
}

impl<'a, 'b> Outline<'a, 'b> {
    fn new(scene: &'a Scene<'a>, depth: Depth, html: &'b mut Html) -> Outline<'a, 'b> {
        let cycles = scene.site.cycles_in_view();
        Outline {
            scene,
            depth,
            only: None,
            root: None,
            is_marked: false,
            marked: 0,
            cut: None,
            html,
            level: 0,
            cycles,
        }
    }

    fn branches(&mut self) {
        let site = self.scene.site;
        if site.handbook.mission.is_none() && site.handbook.pillars.is_empty() {
            return;
        }
        self.html.raw("<ul class=\"tree\">");
        if site.handbook.mission.is_some() {
            self.html.raw("<li><div class=\"row root\"><span class=\"goal-name\">");
            self.html.html(&self.scene.goal(Goal::Mission)).raw("</span></div>");
            self.fold(Goal::Mission, true);
        }
        for (pillar, _) in site.handbook.pillars() {
            self.pillar(pillar);
        }
        self.objectives(&site.index.under_mission, None);
        if site.handbook.mission.is_some() {
            self.html.raw("</ul></details></li>");
        }
        self.html.raw("</ul>");
    }

    fn lane(&mut self, objectives: &[ObjectiveId]) {
        if !objectives.is_empty() {
            self.html.raw("<ul class=\"tree\">");
            self.objectives(objectives, None);
            self.html.raw("</ul>");
        }
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
        let fold = (!under.is_empty()).then_some(true);
        self.branch(Goal::Pillar(id), fold, row, |outline| {
            outline.objectives(&under, Some(Goal::Pillar(id)));
        });
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
        self.scene.measure_cells(self.html, &Bar::of(Some(progress), None, coverage.reported > 0));
    }

    /// Objectives that still matter, then those of earlier cycles: behind a fold, or on the page of what is above them.
    fn objectives(&mut self, objectives: &[ObjectiveId], above: Option<Goal>) {
        let site = self.scene.site;
        let is_now = |&id: &ObjectiveId| match self.cut {
            Some(cut) => cut.shows(id),
            None => self.only.is_some() || !is_over(site, id),
        };
        let (now, earlier): (Vec<ObjectiveId>, Vec<ObjectiveId>) =
            objectives.iter().copied().partition(is_now);
        for id in now {
            self.objective(id);
        }
        if earlier.is_empty() {
            return;
        }
        let label = self.scene.m.earlier_n(earlier.len());
        if self.cut.is_some() {
            let all = || self.scene.links.to(&address::section("objectives"));
            let page = above.map_or_else(all, |goal| self.scene.links.goal(goal));
            self.elsewhere(&page, &label);
            return;
        }
        self.html.raw("<li class=\"past\"><details><summary>").say(&label).raw("</summary><ul>");
        for id in earlier {
            self.objective(id);
        }
        self.html.raw("</ul></details></li>");
    }

    /// Goals that stand on another page.
    fn elsewhere(&mut self, page: &str, label: &Filled<'_, '_, 1>) {
        self.html.raw("<li class=\"elsewhere\"><a").attribute("href", page).raw(">").say(label);
        self.html.raw("</a></li>");
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
        let goal = Goal::Objective(id);
        if self.level >= DEEPEST {
            return self.branch(goal, None, row, |_| {});
        }
        let fold = (key_results > 0 || !under.is_empty()).then(|| self.is_open(id, &under));
        self.branch(goal, fold, row, |outline| {
            if key_results > 0 {
                for (key_result, _) in site.handbook.key_results(id) {
                    outline.key_result(key_result);
                }
            }
            if under.is_empty() {
                return;
            }
            if outline.cut.is_some_and(|cut| outline.level > cut.deepest) {
                let label = outline.scene.m.below_n(everything_under(site, &under).len());
                outline.elsewhere(&outline.scene.links.objective(id), &label);
            } else if outline.level < DEEPEST {
                outline.objectives(&under, Some(goal));
            } else {
                outline.objectives(&outline.shown(&everything_under(site, &under)), Some(goal));
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
        let fold = (!under.is_empty()).then_some(true);
        let goal = Goal::KeyResult(id);
        self.branch(goal, fold, row, |outline| outline.objectives(&under, Some(goal)));
    }

    fn key_result(&mut self, id: KeyResultId) {
        let row = |outline: &mut Self| {
            outline.html.raw("<div class=\"row key-result\">");
            outline.scene.key_result_row(outline.html, id);
            outline.html.raw("</div>");
        };
        self.branch(Goal::KeyResult(id), None, row, |_| {});
    }

    /// A row, with what hangs under it behind a fold of its own, so that the links of the row stay links. The fold says
    /// whether it is open from the start.
    fn branch(
        &mut self,
        goal: Goal,
        fold: Option<bool>,
        row: impl Fn(&mut Self),
        inside: impl Fn(&mut Self),
    ) {
        self.html.raw(if fold.is_some() { "<li" } else { "<li class=\"leaf\"" });
        if self.is_marked {
            self.marks(goal);
        }
        self.html.raw(">");
        row(self);
        if let Some(open) = fold {
            self.fold(goal, open);
            self.level += 1;
            inside(self);
            self.level -= 1;
            self.html.raw("</ul></details>");
        }
        self.html.raw("</li>");
    }

    /// Says of a goal what filters look at. A key result belongs where its objective does.
    fn marks(&mut self, goal: Goal) {
        let site = self.scene.site;
        let health = match goal {
            Goal::Mission | Goal::Pillar(_) => return,
            Goal::Objective(id) => {
                let objective = &site.handbook[id];
                if let Some(team) = objective.team {
                    self.html.attribute("data-team", &site.handbook[team.value].id.value);
                }
                if let Some(cycle) = objective.cycle {
                    self.html.attribute("data-cycle", &site.handbook[cycle.value].id.value);
                }
                site.progress.of(id).health
            }
            Goal::KeyResult(id) => site.progress.of_key_result(id).health,
        };
        self.html.attribute("data-health", health.word());
        self.marked += 1;
    }

    /// Opens the fold of what hangs under a goal.
    fn fold(&mut self, goal: Goal, open: bool) {
        let title = self.scene.site.handbook.title(goal);
        self.html.raw(if open { "<details open>" } else { "<details>" });
        self.html.raw("<summary><span class=\"visually-hidden\">");
        self.html.say(&self.scene.m.opens(title)).raw("</span></summary><ul>");
    }
}

/// Whether an objective belongs to the past: its cycle has ended.
fn is_over(site: &Site, id: ObjectiveId) -> bool {
    site.handbook[id].cycle.is_some_and(|cycle| site.handbook[cycle.value].end < site.as_of())
}
