//! Which goals a map shows: those that are asked for and all that they lead to, as many as can be drawn.
//!
//! Nothing is left out silently: what is not drawn is counted where it would hang.

use crate::model::{CycleId, Goal, Handbook, KeyResultId, ObjectiveId, PillarId};
use crate::page::Site;
use ahash::RandomState;
use std::collections::{HashMap, HashSet, VecDeque};

/// The most objectives of one map: a drawing of more is neither light nor readable.
const MOST: usize = 500;
/// The longest chain of objectives that is drawn: more columns fit neither a screen nor a sheet.
const DEEPEST: usize = 8;
/// Above this many objectives and key results a map leaves key results to the pages of their objectives.
const GOALS_WITH_KEY_RESULTS: usize = 400;

/// Some objectives.
pub(in crate::page) type Objectives = HashSet<ObjectiveId, RandomState>;

/// The goals of a map.
#[derive(Debug, Default)]
pub(in crate::page) struct Chosen {
    /// Whether the mission is drawn.
    pub(super) mission: bool,
    /// Pillars, in the order of the sources.
    pub(super) pillars: Vec<PillarId>,
    /// Objectives, in the order of the sources.
    pub(super) objectives: Vec<ObjectiveId>,
    /// Key results of each of them.
    pub(super) key_results: HashMap<ObjectiveId, Vec<KeyResultId>, RandomState>,
    /// How many objectives are left out below a goal that is drawn; below none, where not even the first is.
    pub(super) left_out: HashMap<Option<ObjectiveId>, usize, RandomState>,
    /// The cycles that the map is about; none where it is about no certain ones.
    pub(super) cycles: Vec<CycleId>,
    /// Whether key results are left to the pages of their objectives.
    pub(in crate::page) is_large: bool,
}

impl Chosen {
    /// Everything.
    pub(in crate::page) fn all(site: &Site) -> Chosen {
        let all = site.handbook.objectives().map(|(id, _)| id).collect();
        Chosen::with_pillars(site, &all)
    }

    /// The objectives of some cycles, with all that they lead to; on demand with the drafts that have no cycle.
    pub(in crate::page) fn of_cycles(site: &Site, cycles: &[CycleId], with_backlog: bool) -> Chosen {
        let members = cycles.iter().flat_map(|cycle| &site.index.of_cycle[cycle.index()]);
        let drafts = site.index.backlog.iter().filter(|_| with_backlog);
        let asked = members.chain(drafts).copied().collect();
        Chosen { cycles: cycles.to_vec(), ..Chosen::with_pillars(site, &asked) }
    }

    /// Some objectives and all that they lead to, beside pillars that hold none of them.
    fn with_pillars(site: &Site, asked: &Objectives) -> Chosen {
        let shown = upwards(site.handbook, asked, |_| true);
        let mut chosen = Chosen::draw(site, asked, &shown, None);
        chosen.mission = site.handbook.mission.is_some();
        chosen.pillars = site.handbook.pillars().map(|(id, _)| id).collect();
        chosen
    }

    /// Some objectives and all that they lead to; below a goal only, where one is given.
    pub(in crate::page) fn below(site: &Site, asked: &Objectives, root: Option<Goal>) -> Chosen {
        let handbook = site.handbook;
        let is_below = |id: ObjectiveId| {
            let own = Goal::Objective(id);
            match root {
                None | Some(Goal::Mission) => true,
                Some(Goal::KeyResult(root)) if root.objective == id => true,
                Some(root) => root == own || handbook.line_of_sight(own).contains(&root),
            }
        };
        let mut asked = asked.clone();
        asked.retain(|&id| is_below(id));
        let mut shown = upwards(handbook, &asked, is_below);
        let is_root_asked = match root {
            Some(Goal::Objective(id)) => asked.contains(&id),
            Some(Goal::KeyResult(KeyResultId { objective, .. })) => shown.insert(objective),
            _ => true,
        };
        let mut chosen = Chosen::draw(site, &asked, &shown, root);
        let aligned = chosen.objectives.iter().flat_map(|&id| handbook.alignments(id));
        let above: HashSet<Goal, RandomState> = aligned.map(|alignment| alignment.to).collect();
        let is_drawn = |pillar: PillarId| match root {
            None | Some(Goal::Mission) => above.contains(&Goal::Pillar(pillar)),
            Some(root) => root == Goal::Pillar(pillar),
        };
        let is_empty = chosen.objectives.is_empty() && !is_root_asked;
        chosen.pillars =
            handbook.pillars().map(|(id, _)| id).filter(|&id| !is_empty && is_drawn(id)).collect();
        let leads_to_mission = !chosen.pillars.is_empty() || above.contains(&Goal::Mission);
        chosen.mission =
            handbook.mission.is_some() && matches!(root, None | Some(Goal::Mission)) && leads_to_mission;
        chosen
    }

    /// Whether there is nothing to draw.
    pub(in crate::page) fn is_empty(&self) -> bool {
        !self.mission && self.pillars.is_empty() && self.objectives.is_empty()
    }

    /// How many objectives are drawn, and of how many.
    pub(in crate::page) fn counts(&self) -> (usize, usize) {
        let drawn = self.objectives.len();
        (drawn, drawn + self.left_out.values().sum::<usize>())
    }

    /// Takes as many objectives as can be drawn, the upper ones first.
    fn draw(site: &Site, asked: &Objectives, shown: &Objectives, root: Option<Goal>) -> Chosen {
        let handbook = site.handbook;
        let mut chosen = Chosen::default();
        let parent = |id: ObjectiveId| {
            let above = handbook.parent(Goal::Objective(id)).and_then(objective_of);
            above.filter(|above| shown.contains(above))
        };
        let roots = in_order(shown).into_iter().filter(|&id| parent(id).is_none());
        let mut waiting: VecDeque<(ObjectiveId, usize, Option<ObjectiveId>)> =
            roots.map(|id| (id, 0, None)).collect();
        while let Some((id, depth, host)) = waiting.pop_front() {
            let is_drawn = host == parent(id) && depth < DEEPEST && chosen.objectives.len() < MOST;
            if is_drawn {
                chosen.objectives.push(id);
            } else {
                *chosen.left_out.entry(host).or_default() += 1;
            }
            let host = if is_drawn { Some(id) } else { host };
            let under = site.index.under_objective[id.index()].iter().filter(|id| shown.contains(id));
            waiting.extend(under.map(|&id| (id, depth + 1, host)));
        }
        chosen.objectives.sort_unstable();
        chosen.add_key_results(handbook, asked, root);
        chosen
    }

    /// Takes all key results of what was asked for, and of what it leads to those to which something leads.
    fn add_key_results(&mut self, handbook: &Handbook, asked: &Objectives, root: Option<Goal>) {
        let of = |id: &ObjectiveId| handbook[*id].key_results.len();
        let count = self.objectives.len() + self.objectives.iter().map(of).sum::<usize>();
        self.is_large = count > GOALS_WITH_KEY_RESULTS;
        if self.is_large {
            return;
        }
        let aligned = self.objectives.iter().flat_map(|&id| handbook.alignments(id));
        let mut linked: HashSet<Goal, RandomState> = aligned.map(|alignment| alignment.to).collect();
        linked.extend(root);
        for &id in &self.objectives {
            let all = handbook.key_results(id).map(|(id, _)| id);
            let is_whole = asked.contains(&id);
            let some = all.filter(|&id| is_whole || linked.contains(&Goal::KeyResult(id))).collect();
            self.key_results.insert(id, some);
        }
    }
}

/// The objective that a goal is, or belongs to.
pub(super) fn objective_of(goal: Goal) -> Option<ObjectiveId> {
    match goal {
        Goal::Objective(id) | Goal::KeyResult(KeyResultId { objective: id, .. }) => Some(id),
        Goal::Mission | Goal::Pillar(_) => None,
    }
}

/// Some objectives in the order of the sources.
fn in_order(objectives: &Objectives) -> Vec<ObjectiveId> {
    let mut ordered: Vec<ObjectiveId> = objectives.iter().copied().collect();
    ordered.sort_unstable();
    ordered
}

/// Objectives with all that they and their key results align to, as far as it may be shown.
fn upwards(handbook: &Handbook, asked: &Objectives, may_show: impl Fn(ObjectiveId) -> bool) -> Objectives {
    let mut shown = asked.clone();
    let mut waiting = in_order(asked);
    while let Some(id) = waiting.pop() {
        for above in handbook.alignments(id).filter_map(|alignment| objective_of(alignment.to)) {
            if may_show(above) && shown.insert(above) {
                waiting.push(above);
            }
        }
    }
    shown
}
