//! Which goals hang where: the tree as it is drawn, with the lane of those that hang nowhere at its end.
//!
//! The tree is a list of branches with their depths, made without recursion: a chain of goals may be as long as
//! somebody cares to write it.

use crate::model::{CycleId, Goal, Handbook, KeyResultId, ObjectiveId, PillarId, State};
use crate::progress::{Health, Progress};
use std::collections::{HashMap, HashSet};

/// A goal and its place in the tree.
#[derive(Debug)]
pub(super) struct Branch {
    /// Its title.
    pub(super) title: String,
    /// What else tells it apart, such as its id and its team; shown where there is room.
    pub(super) facts: Vec<String>,
    /// Progress, where there is one.
    pub(super) progress: Option<f64>,
    /// How it fares; mission and pillars have no health.
    pub(super) health: Option<Health>,
    /// Whether it was asked for itself, and not only for what hangs under it.
    pub(super) is_meant: bool,
    /// How many levels it stands below the first.
    pub(super) depth: usize,
    /// Whether nothing follows beside it.
    pub(super) is_last: bool,
}

/// What a branch stands for.
#[derive(Clone, Copy)]
enum Root {
    Goal(Goal),
    /// The lane of goals that hang nowhere.
    Unaligned,
}

/// What of a handbook is shown.
pub(super) struct Selection<'a> {
    handbook: &'a Handbook,
    progress: &'a Progress,
    cycle: Option<CycleId>,
    /// The cycle whose progress mission and pillars show.
    running: Option<CycleId>,
    depth: usize,
    below: HashMap<Goal, Vec<ObjectiveId>>,
    kept: HashSet<ObjectiveId>,
}

impl<'a> Selection<'a> {
    /// Goals of a cycle, or all, so many levels deep.
    pub(super) fn new(
        handbook: &'a Handbook,
        progress: &'a Progress,
        cycle: Option<CycleId>,
        depth: usize,
    ) -> Self {
        let mut below: HashMap<Goal, Vec<ObjectiveId>> = HashMap::new();
        let mut kept = HashSet::new();
        for (id, objective) in handbook.objectives() {
            if let Some(parent) = handbook.parent(Goal::Objective(id)) {
                below.entry(parent).or_default().push(id);
            }
            if cycle.is_none() || objective.cycle.map(|cycle| cycle.value) == cycle {
                // What a kept goal hangs under is kept already: the way up may be long.
                let mut above = Some(Goal::Objective(id));
                while let Some(goal) = above {
                    if matches!(goal, Goal::Objective(id) if !kept.insert(id)) {
                        break;
                    }
                    above = handbook.parent(goal);
                }
            }
        }
        let as_of = progress.as_of;
        let in_force = handbook.cycles().filter(|(_, cycle)| cycle.contains(as_of));
        let running = cycle.or_else(|| in_force.min_by_key(|(_, cycle)| cycle.days()).map(|(id, _)| id));
        Selection { handbook, progress, cycle, running, depth, below, kept }
    }

    /// The mission with everything under it, and the lane of goals that hang nowhere.
    pub(super) fn all(&self) -> Vec<Branch> {
        let handbook = &self.handbook;
        let mut roots = match &handbook.mission {
            Some(_) => vec![Root::Goal(Goal::Mission)],
            None => self.pillars().into_iter().map(|id| Root::Goal(Goal::Pillar(id))).collect(),
        };
        if !self.below(Root::Unaligned).is_empty() {
            roots.push(Root::Unaligned);
        }
        self.grow(&roots)
    }

    /// A goal with everything under it.
    pub(super) fn branch(&self, goal: Goal) -> Vec<Branch> {
        self.grow(&[Root::Goal(goal)])
    }

    fn grow(&self, roots: &[Root]) -> Vec<Branch> {
        let mut branches = Vec::new();
        let mut waiting: Vec<(Root, usize, bool)> = roots.iter().rev().map(|&root| (root, 0, true)).collect();
        while let Some((root, depth, is_last)) = waiting.pop() {
            branches.push(Branch { depth, is_last, ..self.leaf(root) });
            if depth < self.depth {
                let below = self.below(root);
                let last = below.len().saturating_sub(1);
                let below = below.into_iter().enumerate().rev();
                waiting.extend(below.map(|(index, goal)| (Root::Goal(goal), depth + 1, index == last)));
            }
        }
        branches
    }

    /// What hangs directly under a branch, as far as it is shown.
    fn below(&self, root: Root) -> Vec<Goal> {
        let Root::Goal(goal) = root else {
            let objectives = self.handbook.objectives().map(|(id, _)| id);
            return objectives
                .filter(|id| self.is_loose(*id) && self.kept.contains(id))
                .map(Goal::Objective)
                .collect();
        };
        let pillars = if goal == Goal::Mission { self.pillars() } else { Vec::new() };
        let here = pillars.into_iter().map(Goal::Pillar);
        let key_results = self.key_results(goal).into_iter().map(Goal::KeyResult);
        let children = self.below.get(&goal).into_iter().flatten().filter(|id| self.kept.contains(id));
        here.chain(key_results).chain(children.map(|&id| Goal::Objective(id))).collect()
    }

    fn is_loose(&self, id: ObjectiveId) -> bool {
        self.handbook.parent(Goal::Objective(id)).is_none()
    }

    fn pillars(&self) -> Vec<PillarId> {
        self.handbook.pillars().map(|(id, _)| id).collect()
    }

    fn key_results(&self, goal: Goal) -> Vec<KeyResultId> {
        match goal {
            Goal::Objective(id) => self.handbook.key_results(id).map(|(id, _)| id).collect(),
            _ => Vec::new(),
        }
    }

    fn leaf(&self, root: Root) -> Branch {
        let (handbook, progress) = (self.handbook, self.progress);
        let title = match root {
            Root::Goal(goal) => handbook.title(goal),
            Root::Unaligned => "Not aligned to anything",
        };
        let title = title.to_owned();
        let branch = Branch {
            title,
            facts: Vec::new(),
            progress: None,
            health: None,
            is_meant: true,
            depth: 0,
            is_last: true,
        };
        let Root::Goal(goal) = root else { return branch };
        match goal {
            Goal::Mission => {
                let mission = self.reported().and_then(|cycle| progress.of_cycle(cycle).mission);
                Branch { progress: mission, facts: self.running_name(mission), ..branch }
            }
            Goal::Pillar(id) => {
                let pillar = self.reported().and_then(|cycle| progress.of_pillar(id, cycle));
                Branch { progress: pillar, facts: self.running_name(pillar), ..branch }
            }
            Goal::Objective(id) => {
                let objective = &handbook[id];
                let team = objective.team.map(|team| handbook[team.value].name.value.clone());
                let cycle = objective.cycle.map(|cycle| handbook[cycle.value].id.value.clone());
                let draft = (progress.of(id).state == State::Draft).then(|| "draft".to_owned());
                Branch {
                    facts: [draft, Some(objective.id.value.clone()), team, cycle]
                        .into_iter()
                        .flatten()
                        .collect(),
                    progress: progress.of(id).known(),
                    health: Some(progress.of(id).health),
                    is_meant: self.cycle.is_none() || objective.cycle.map(|cycle| cycle.value) == self.cycle,
                    ..branch
                }
            }
            Goal::KeyResult(id) => {
                let derived = progress.of_key_result(id);
                let of_cycle = self.cycle.is_none()
                    || handbook[id.objective].cycle.map(|cycle| cycle.value) == self.cycle;
                Branch {
                    progress: derived.attainment.map(|_| derived.progress),
                    health: Some(derived.health),
                    is_meant: of_cycle,
                    ..branch
                }
            }
        }
    }

    /// The cycle that runs, where anything is known of its goals.
    fn reported(&self) -> Option<CycleId> {
        self.running.filter(|&cycle| self.progress.of_cycle(cycle).coverage.reported > 0)
    }

    /// The cycle that a rolled-up number belongs to, where there is a number.
    fn running_name(&self, progress: Option<f64>) -> Vec<String> {
        let cycle = self.running.filter(|_| progress.is_some());
        cycle.map(|cycle| self.handbook[cycle].id.value.clone()).into_iter().collect()
    }
}
