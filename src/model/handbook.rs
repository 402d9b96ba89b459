//! The linked handbook and its index of names.

use super::{
    Alignment, Chapter, Cycle, CycleId, Goal, KeyResult, KeyResultId, Kpi, KpiId, Live, Mission, Objective,
    ObjectiveId, Page, Person, PersonId, Pillar, PillarId, Prose, Team, TeamId,
};
use crate::text::Span;
use ahash::RandomState;
use std::collections::{BTreeMap, HashMap};
use std::ops::Index;
use std::sync::Arc;

/// For whom an edition is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everyone: what is internal was taken out before anything was computed.
    Public,
    /// The organisation: everything.
    Internal,
}

impl Audience {
    /// All values with their words.
    pub const WORDS: &'static [(&'static str, Audience)] =
        &[("public", Audience::Public), ("internal", Audience::Internal)];

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Audience::Public => "public",
            Audience::Internal => "internal",
        }
    }
}

/// Everything that the sources say, linked.
#[derive(Clone, Debug, Default)]
pub struct Handbook {
    /// The root of the tree.
    pub mission: Option<Mission>,
    /// Pillars in the order of the sources.
    pub pillars: Vec<Pillar>,
    /// Known cycles by start, the longer first.
    pub cycles: Vec<Cycle>,
    /// Teams in the order of the sources.
    pub teams: Vec<Team>,
    /// People in the order of the sources.
    pub people: Vec<Person>,
    /// KPIs in the order of the sources.
    pub kpis: Vec<Kpi>,
    /// Objectives in the order of the sources.
    pub objectives: Vec<Arc<Objective>>,
    /// Handbook pages by path.
    pub pages: Vec<Page>,
    /// All prose that needs looking at, by the things that it belongs to; see [`Handbook::prose`].
    pub chapters: Vec<Arc<Chapter>>,
    /// What the `okr` blocks of prose show, by the place of their YAML.
    pub live: HashMap<Span, Live>,
    /// Files of the handbook that prose shows or links to, and whether public prose does.
    pub shown_files: BTreeMap<String, bool>,
    /// For each objective, the objectives that align to it or to one of its key results, in the order of the
    /// sources, each once.
    pub children: Arc<Vec<Vec<ObjectiveId>>>,
    /// References that use an old id, in the order of the sources.
    pub renamed: Vec<Renamed>,
    /// What each name means.
    pub names: Arc<Names>,
}

/// A reference by an old id: it still resolves, and should be brought up to date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// Where the old id is written.
    pub span: Span,
    /// The old id.
    pub old: String,
    /// The reference of today.
    pub current: String,
    /// The team whose goal or KPI it stands in.
    pub team: Option<TeamId>,
}

/// Things by their names.
pub type ByName<T> = HashMap<String, T, RandomState>;

/// What each name means, old ids included.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Mission, pillars and objectives share one name space.
    pub goals: ByName<Goal>,
    /// Cycles.
    pub cycles: ByName<CycleId>,
    /// Teams.
    pub teams: ByName<TeamId>,
    /// People.
    pub people: ByName<PersonId>,
    /// KPIs.
    pub kpis: ByName<KpiId>,
}

impl Handbook {
    /// The key result of an id.
    pub fn key_result(&self, id: KeyResultId) -> &KeyResult {
        &self[id.objective].key_results[id.index as usize]
    }

    /// What a reference such as `faster-care/waiting` or `mission` means; old ids count.
    pub fn goal(&self, reference: &str) -> Option<Goal> {
        if let Some((objective, key_result)) = reference.split_once('/') {
            let Some(Goal::Objective(objective)) = self.names.goals.get(objective) else { return None };
            return self.key_result_of(*objective, key_result).map(Goal::KeyResult);
        }
        self.names.goals.get(reference).copied()
    }

    /// The key result of an objective by its id, or by an old one.
    pub fn key_result_of(&self, objective: ObjectiveId, id: &str) -> Option<KeyResultId> {
        let key_results = &self[objective].key_results;
        let index = key_results.iter().position(|key_result| key_result.id.value == id).or_else(|| {
            let is_old =
                |key_result: &KeyResult| key_result.about.redirect_from.iter().any(|old| old.value == id);
            key_results.iter().position(is_old)
        })?;
        Some(KeyResultId { objective, index: index as u32 })
    }

    /// The team whose goal or KPI a piece of prose belongs to.
    pub fn team_of(&self, prose: &Prose) -> Option<TeamId> {
        let of_goal = prose.goal.and_then(Goal::objective).and_then(|id| self[id].team);
        let team = of_goal.or_else(|| prose.kpi.and_then(|id| self[id].team));
        team.map(|team| team.value)
    }

    /// The reference by which a goal is written: `mission`, `ID` or `OBJECTIVE/KEY-RESULT`.
    pub fn reference(&self, goal: Goal) -> String {
        match goal {
            Goal::Mission => "mission".to_owned(),
            Goal::Pillar(id) => self[id].id.value.clone(),
            Goal::Objective(id) => self[id].id.value.clone(),
            Goal::KeyResult(id) => {
                [&*self[id.objective].id.value, "/", &self.key_result(id).id.value].concat()
            }
        }
    }

    /// The title of a goal, or the mission's statement.
    pub fn title(&self, goal: Goal) -> &str {
        match goal {
            Goal::Mission => self.mission.as_ref().map_or("", |mission| &mission.statement.value),
            Goal::Pillar(id) => &self[id].title.value,
            Goal::Objective(id) => &self[id].title.value,
            Goal::KeyResult(id) => &self.key_result(id).title.value,
        }
    }

    /// The place of a goal in the tree: what it hangs under, and none for the mission and for unaligned goals.
    pub fn parent(&self, goal: Goal) -> Option<Goal> {
        match goal {
            Goal::Mission => None,
            Goal::Pillar(_) => self.mission.as_ref().map(|_| Goal::Mission),
            Goal::Objective(id) => self[id].aligns_to.first().map(|alignment| alignment.to),
            Goal::KeyResult(id) => Some(Goal::Objective(id.objective)),
        }
    }

    /// The chain from the parent up to the mission, or to where it ends.
    pub fn line_of_sight(&self, goal: Goal) -> Vec<Goal> {
        std::iter::successors(self.parent(goal), |&goal| self.parent(goal)).collect()
    }

    /// All objectives with their ids.
    pub fn objectives(&self) -> impl Iterator<Item = (ObjectiveId, &Objective)> {
        self.objectives.iter().enumerate().map(|(index, objective)| (ObjectiveId::new(index), &**objective))
    }

    /// All key results of an objective with their ids.
    pub fn key_results(&self, objective: ObjectiveId) -> impl Iterator<Item = (KeyResultId, &KeyResult)> {
        self[objective]
            .key_results
            .iter()
            .enumerate()
            .map(move |(index, key_result)| (KeyResultId { objective, index: index as u32 }, key_result))
    }

    /// All pillars with their ids.
    pub fn pillars(&self) -> impl Iterator<Item = (PillarId, &Pillar)> {
        self.pillars.iter().enumerate().map(|(index, pillar)| (PillarId::new(index), pillar))
    }

    /// All cycles with their ids.
    pub fn cycles(&self) -> impl Iterator<Item = (CycleId, &Cycle)> {
        self.cycles.iter().enumerate().map(|(index, cycle)| (CycleId::new(index), cycle))
    }

    /// All teams with their ids.
    pub fn teams(&self) -> impl Iterator<Item = (TeamId, &Team)> {
        self.teams.iter().enumerate().map(|(index, team)| (TeamId::new(index), team))
    }

    /// All people with their ids.
    pub fn people(&self) -> impl Iterator<Item = (PersonId, &Person)> {
        self.people.iter().enumerate().map(|(index, person)| (PersonId::new(index), person))
    }

    /// All KPIs with their ids.
    pub fn kpis(&self) -> impl Iterator<Item = (KpiId, &Kpi)> {
        self.kpis.iter().enumerate().map(|(index, kpi)| (KpiId::new(index), kpi))
    }

    /// All prose that needs looking at.
    pub fn prose(&self) -> impl Iterator<Item = &Prose> {
        self.chapters.iter().flat_map(|chapter| &chapter.pieces)
    }

    /// Every upward link of an objective and of its key results.
    pub fn alignments(&self, objective: ObjectiveId) -> impl Iterator<Item = &Alignment> {
        let objective = &self[objective];
        let of_key_results = objective.key_results.iter().flat_map(|key_result| &key_result.aligns_to);
        objective.aligns_to.iter().chain(of_key_results)
    }
}

macro_rules! index {
    ($($id:ident $list:ident $thing:ident),*) => {$(
        impl Index<$id> for Handbook {
            type Output = $thing;

            fn index(&self, id: $id) -> &$thing {
                &self.$list[id.index()]
            }
        }
    )*};
}

index! {
    PillarId pillars Pillar, CycleId cycles Cycle, TeamId teams Team,
    PersonId people Person, KpiId kpis Kpi, ObjectiveId objectives Objective
}
