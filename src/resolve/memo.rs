//! What linking a handbook leaves for the next time: answers of pure stages with the inputs that they hold for.
//!
//! An input counts as the same when it is the very same allocation. So only what somebody else keeps as well is
//! remembered here: nobody could ever ask for the rest again, and a single run costs nothing.

use super::declare::ObjectiveDeclaration;
use super::grounds::{Answered, Grounds};
use super::link::Outline;
use super::linker::{Linker, Notes};
use crate::model::{Alignment, Chapter, Date, Handbook, Names, Objective, ObjectiveId, TeamId};
use crate::text::Source;
use std::sync::Arc;

/// What is remembered from one linking to the next.
#[derive(Debug, Default)]
pub struct Memo {
    /// What was named, where nothing was wrong with it, and who knows those names.
    outline: Option<Outline>,
    linker: Option<Arc<Linker>>,
    names: Option<Arc<Names>>,
    data: Vec<(Arc<Source>, bool)>,
    /// Objectives as they were linked, by their place.
    pub(super) linked: Vec<Option<Linked>>,
    /// The prose of objectives, by their place.
    pub(super) chapters: Vec<Option<Looked>>,
    untangled: Option<Untangled>,
    /// What was found in each chapter, and on which grounds.
    grounds: Option<Grounds>,
    answers: Vec<Answered>,
}

/// An objective, and its prose as far as it holds something to look at.
pub(super) type Looked = (Arc<Objective>, Option<Arc<Chapter>>);

/// A handbook in which nothing was tangled, by all that this depends on.
#[derive(Debug)]
struct Untangled {
    objectives: Vec<Arc<Objective>>,
    cycles: Vec<(Date, Date)>,
    teams: Vec<Option<TeamId>>,
    children: Arc<Vec<Vec<ObjectiveId>>>,
}

impl Untangled {
    /// Whether a handbook leads from goal to goal, and from team to team, in the same ways.
    fn is_like(&self, handbook: &Handbook) -> bool {
        let objectives = self.objectives.iter().zip(&handbook.objectives);
        self.objectives.len() == handbook.objectives.len()
            && self.cycles.iter().copied().eq(days(handbook))
            && self.teams.iter().copied().eq(parents(handbook))
            && objectives.into_iter().all(|(one, other)| Arc::ptr_eq(one, other) || lead_the_same(one, other))
    }
}

fn days(handbook: &Handbook) -> impl Iterator<Item = (Date, Date)> {
    handbook.cycles.iter().map(|cycle| (cycle.start, cycle.end))
}

fn parents(handbook: &Handbook) -> impl Iterator<Item = Option<TeamId>> {
    handbook.teams.iter().map(|team| team.parent.map(|parent| parent.value))
}

/// Whether two objectives align to the same goals, run in the same cycle and carry the same objective on.
fn lead_the_same(one: &Objective, other: &Objective) -> bool {
    let goals = |one: &[Alignment], other: &[Alignment]| {
        one.iter().map(|alignment| alignment.to).eq(other.iter().map(|alignment| alignment.to))
    };
    let earlier = |objective: &Objective| objective.carried_over_from.map(|earlier| earlier.value);
    let cycle = |objective: &Objective| objective.cycle.map(|cycle| cycle.value);
    let key_results = one.key_results.iter().zip(&other.key_results);
    cycle(one) == cycle(other)
        && earlier(one) == earlier(other)
        && goals(&one.aligns_to, &other.aligns_to)
        && one.key_results.len() == other.key_results.len()
        && key_results.into_iter().all(|(one, other)| goals(&one.aligns_to, &other.aligns_to))
}

/// An objective that was linked.
#[derive(Clone, Debug)]
pub(super) struct Linked {
    pub(super) declared: Arc<ObjectiveDeclaration>,
    pub(super) internal: bool,
    pub(super) objective: Arc<Objective>,
    pub(super) notes: Notes,
}

impl Memo {
    /// Who knows these names, if they are what they were.
    pub(super) fn linker_of(&self, outline: Option<&Outline>) -> Option<Arc<Linker>> {
        let is_same =
            self.outline.as_ref().zip(outline).is_some_and(|(one, other)| one.names_the_same(other));
        self.linker.clone().filter(|_| is_same)
    }

    /// Remembers who knows the names; `outline` only where nothing was wrong with them.
    pub(super) fn keep_linker(&mut self, outline: Option<Outline>, linker: &Arc<Linker>) {
        if !self.linker.as_ref().is_some_and(|known| Arc::ptr_eq(known, linker)) {
            self.linked.clear();
            self.names = None;
        }
        self.linker = outline.is_some().then(|| Arc::clone(linker));
        self.outline = outline;
    }

    /// Forgets what was linked against other series.
    pub(super) fn keep_data(&mut self, data: Vec<(Arc<Source>, bool)>) {
        let pairs = self.data.iter().zip(&data);
        let mut pairs = pairs.map(|((one, is_internal), (other, was_internal))| {
            Arc::ptr_eq(one, other) && is_internal == was_internal
        });
        if self.data.len() != data.len() || !pairs.all(|is_same| is_same) {
            self.linked.clear();
            self.data = data;
        }
    }

    /// Who aligns to whom, of a handbook in which nothing is tangled because nothing was and nothing leads elsewhere.
    pub(super) fn untangled(&mut self, handbook: &Handbook) -> Option<Arc<Vec<Vec<ObjectiveId>>>> {
        let known = self.untangled.as_mut().filter(|known| known.is_like(handbook))?;
        known.objectives.clone_from(&handbook.objectives);
        Some(Arc::clone(&known.children))
    }

    /// Remembers a handbook in which nothing was tangled.
    pub(super) fn keep_untangled(&mut self, handbook: &Handbook, is_untangled: bool) {
        let is_shared = handbook.objectives.iter().all(|objective| Arc::strong_count(objective) > 1);
        self.untangled = (is_untangled && is_shared).then(|| Untangled {
            objectives: handbook.objectives.clone(),
            cycles: days(handbook).collect(),
            teams: parents(handbook).collect(),
            children: Arc::clone(&handbook.children),
        });
    }

    /// The chapters that were answered on the same grounds, by their place.
    pub(super) fn answered(&mut self, grounds: Option<&Grounds>) -> Vec<Answered> {
        let is_same = self.grounds.as_ref().zip(grounds).is_some_and(|(one, other)| one.are_like(other));
        let answers = std::mem::take(&mut self.answers);
        if is_same { answers } else { Vec::new() }
    }

    /// Remembers what was found in each chapter.
    pub(super) fn keep_answers(&mut self, grounds: Option<Grounds>, answers: Vec<Answered>) {
        self.answers = if grounds.is_some() { answers } else { Vec::new() };
        self.grounds = grounds;
    }

    /// What each name means.
    pub(super) fn names(&mut self, linker: &Linker) -> Arc<Names> {
        let names = || {
            Arc::new(Names {
                goals: linker.goals.all(),
                cycles: linker.cycles.all(),
                teams: linker.teams.all(),
                people: linker.people.all(),
                kpis: linker.kpis.all(),
            })
        };
        Arc::clone(self.names.get_or_insert_with(names))
    }
}
