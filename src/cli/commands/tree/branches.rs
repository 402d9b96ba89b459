//! Which goals hang where: the tree as it is drawn, with the lane of those that hang nowhere at its end.

use crate::compile::Compiled;
use crate::model::{CycleId, Goal, KeyResultId, ObjectiveId, PillarId};
use crate::progress::Health;
use std::collections::{HashMap, HashSet};

/// A goal with what hangs under it.
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
    /// What hangs under it.
    pub(super) below: Vec<Branch>,
}

/// What of a handbook is shown.
pub(super) struct Selection<'a> {
    compiled: &'a Compiled,
    cycle: Option<CycleId>,
    /// The cycle whose progress mission and pillars show.
    running: Option<CycleId>,
    depth: usize,
    below: HashMap<Goal, Vec<ObjectiveId>>,
    kept: HashSet<ObjectiveId>,
}

impl<'a> Selection<'a> {
    /// Goals of a cycle, or all, so many levels deep.
    pub(super) fn new(compiled: &'a Compiled, cycle: Option<CycleId>, depth: usize) -> Self {
        let handbook = &compiled.handbook;
        let mut below: HashMap<Goal, Vec<ObjectiveId>> = HashMap::new();
        let mut kept = HashSet::new();
        for (id, objective) in handbook.objectives() {
            if let Some(parent) = handbook.parent(Goal::Objective(id)) {
                below.entry(parent).or_default().push(id);
            }
            if cycle.is_none() || objective.cycle.map(|cycle| cycle.value) == cycle {
                kept.insert(id);
                let above = handbook.line_of_sight(Goal::Objective(id)).into_iter();
                kept.extend(above.filter_map(|goal| match goal {
                    Goal::Objective(above) => Some(above),
                    _ => None,
                }));
            }
        }
        let as_of = compiled.progress.as_of;
        let in_force = handbook.cycles().filter(|(_, cycle)| cycle.contains(as_of));
        let running = cycle.or_else(|| in_force.min_by_key(|(_, cycle)| cycle.days()).map(|(id, _)| id));
        Selection { compiled, cycle, running, depth, below, kept }
    }

    /// The mission with everything under it, and the lane of goals that hang nowhere.
    pub(super) fn all(&self) -> Vec<Branch> {
        let handbook = &self.compiled.handbook;
        let mut branches = Vec::new();
        if handbook.mission.is_some() {
            branches.push(self.branch(Goal::Mission));
        } else {
            branches.extend(handbook.pillars().map(|(id, _)| self.branch(Goal::Pillar(id))));
        }
        let loose =
            handbook.objectives().map(|(id, _)| id).filter(|id| self.is_loose(*id) && self.kept.contains(id));
        let loose: Vec<Branch> = loose.map(|id| self.grow(Goal::Objective(id), 1)).collect();
        if !loose.is_empty() {
            let title = "Not aligned to anything".to_owned();
            let below = if self.depth == 0 { Vec::new() } else { loose };
            branches.push(Branch {
                title,
                facts: Vec::new(),
                progress: None,
                health: None,
                is_meant: true,
                below,
            });
        }
        branches
    }

    fn is_loose(&self, id: ObjectiveId) -> bool {
        self.compiled.handbook.parent(Goal::Objective(id)).is_none()
    }

    /// A goal with everything under it.
    pub(super) fn branch(&self, goal: Goal) -> Branch {
        self.grow(goal, 0)
    }

    fn grow(&self, goal: Goal, level: usize) -> Branch {
        let mut below = Vec::new();
        if level < self.depth {
            let here = if goal == Goal::Mission { self.pillars() } else { Vec::new() };
            let here = here
                .into_iter()
                .map(Goal::Pillar)
                .chain(self.key_results(goal).into_iter().map(Goal::KeyResult));
            let children = self.below.get(&goal).into_iter().flatten().filter(|id| self.kept.contains(id));
            below = here
                .chain(children.map(|&id| Goal::Objective(id)))
                .map(|goal| self.grow(goal, level + 1))
                .collect();
        }
        Branch { below, ..self.leaf(goal) }
    }

    fn pillars(&self) -> Vec<PillarId> {
        self.compiled.handbook.pillars().map(|(id, _)| id).collect()
    }

    fn key_results(&self, goal: Goal) -> Vec<KeyResultId> {
        match goal {
            Goal::Objective(id) => self.compiled.handbook.key_results(id).map(|(id, _)| id).collect(),
            _ => Vec::new(),
        }
    }

    fn leaf(&self, goal: Goal) -> Branch {
        let Compiled { handbook, progress, .. } = self.compiled;
        let title = handbook.title(goal).to_owned();
        let branch = Branch {
            title,
            facts: Vec::new(),
            progress: None,
            health: None,
            is_meant: true,
            below: Vec::new(),
        };
        match goal {
            Goal::Mission => {
                let mission = self.running.and_then(|cycle| progress.of_cycle(cycle).mission);
                Branch { progress: mission, facts: self.running_name(mission), ..branch }
            }
            Goal::Pillar(id) => {
                let pillar = self.running.and_then(|cycle| progress.of_pillar(id, cycle));
                Branch { progress: pillar, facts: self.running_name(pillar), ..branch }
            }
            Goal::Objective(id) => {
                let objective = &handbook[id];
                let team = objective.team.map(|team| handbook[team.value].name.value.clone());
                let cycle = objective.cycle.map(|cycle| handbook[cycle.value].id.value.clone());
                Branch {
                    facts: [Some(objective.id.value.clone()), team, cycle].into_iter().flatten().collect(),
                    progress: progress.of(id).progress,
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
                    progress: Some(derived.progress),
                    health: Some(derived.health),
                    is_meant: of_cycle,
                    ..branch
                }
            }
        }
    }

    /// The cycle that a rolled-up number belongs to, where there is a number.
    fn running_name(&self, progress: Option<f64>) -> Vec<String> {
        let cycle = self.running.filter(|_| progress.is_some());
        cycle.map(|cycle| self.compiled.handbook[cycle].id.value.clone()).into_iter().collect()
    }
}
