//! The public edition: everything internal is taken out before anything is computed, so that means, counts, trees
//! and coverage know nothing of it. By construction: what is not in the handbook cannot be shown.

mod live;
mod mask;

use super::{alignment, cycles};
use crate::model::{
    Alignment, Audience, ByName, CheckIn, CycleId, Goal, Handbook, KeyResult, KeyResultId, KpiId, Names,
    Objective, ObjectiveId, Party, PersonId, PillarId, TeamId,
};
use crate::text::Spanned;
use rayon::prelude::*;
use std::sync::Arc;

/// Whether an edition differs from the handbook itself.
pub fn differs(handbook: &Handbook, audience: Audience) -> bool {
    differs_again(handbook, audience, &mut Memo::default())
}

/// The same, with what is remembered of looking before: it only saves time.
pub fn differs_again(handbook: &Handbook, audience: Audience, memo: &mut Memo) -> bool {
    audience == Audience::Public && holds_internal(handbook, memo)
}

/// Objectives that were found to hold nothing internal, by their place.
#[derive(Debug, Default)]
pub struct Memo {
    open: Vec<Option<Arc<Objective>>>,
}

fn holds_internal(handbook: &Handbook, memo: &mut Memo) -> bool {
    let before = std::mem::take(&mut memo.open);
    let is_known = |place: usize, objective: &Arc<Objective>| {
        before.get(place).and_then(Option::as_ref).is_some_and(|known| Arc::ptr_eq(known, objective))
    };
    let of_objective = |(place, objective): (usize, &Arc<Objective>)| {
        !is_known(place, objective) && objective_holds_internal(objective)
    };
    let differs = handbook.mission.iter().any(|mission| mission.about.internal)
        || handbook.pillars.iter().any(|pillar| pillar.about.internal)
        || handbook.cycles.iter().any(|cycle| cycle.about.internal)
        || handbook.teams.iter().any(|team| team.about.internal)
        || handbook.people.iter().any(|person| person.about.internal)
        || handbook
            .kpis
            .iter()
            .any(|kpi| kpi.about.internal || kpi.values.iter().any(|reading| reading.internal))
        || handbook.pages.iter().any(|page| page.internal)
        || handbook.objectives.par_iter().enumerate().any(of_objective);
    if !differs {
        // What nobody else keeps will never be met again.
        let keep =
            |objective: &Arc<Objective>| (Arc::strong_count(objective) > 1).then(|| Arc::clone(objective));
        memo.open = handbook.objectives.iter().map(keep).collect();
    }
    differs
}

fn objective_holds_internal(objective: &Objective) -> bool {
    objective.about.internal
        || objective.initiatives.iter().any(|initiative| initiative.about.internal)
        || objective.key_results.iter().any(|key_result| {
            key_result.about.internal
                || key_result.masked
                || key_result.check_ins.iter().any(|check_in| check_in.internal)
        })
}

/// The public edition of a handbook.
pub fn public(handbook: &Handbook) -> Handbook {
    let kept = Kept::of(handbook);
    let mut edition = Handbook {
        mission: handbook.mission.clone().filter(|mission| !mission.about.internal),
        pillars: stay(&handbook.pillars, &kept.pillars),
        cycles: stay(&handbook.cycles, &kept.cycles),
        teams: stay(&handbook.teams, &kept.teams),
        people: stay(&handbook.people, &kept.people),
        kpis: stay(&handbook.kpis, &kept.kpis),
        objectives: stay(&handbook.objectives, &kept.objectives),
        pages: handbook.pages.iter().filter(|page| !page.internal).cloned().collect(),
        names: Arc::new(kept.names(&handbook.names)),
        live: kept.blocks(&handbook.live),
        ..Handbook::default()
    };
    for pillar in &mut edition.pillars {
        pillar.owner = kept.person(pillar.owner);
        pillar.kpis = pillar.kpis.iter().filter_map(|&kpi| kept.kpi(Some(kpi))).collect();
    }
    for team in &mut edition.teams {
        team.parent = kept.team(team.parent);
        team.lead = kept.person(team.lead);
        team.ambassador = kept.person(team.ambassador);
        team.members = team.members.iter().filter_map(|&member| kept.person(Some(member))).collect();
    }
    for kpi in &mut edition.kpis {
        kpi.team = kept.team(kpi.team);
        kpi.owner = kept.person(kpi.owner);
        if kpi.values.iter().any(|reading| reading.internal) {
            Arc::make_mut(&mut kpi.values).retain(|reading| !reading.internal);
        }
    }
    edition
        .objectives
        .par_iter_mut()
        .for_each(|objective| kept.objective(Arc::make_mut(objective), handbook));
    point_at_public_uses(&mut edition);
    cycles::nest(&mut edition.cycles);
    edition.children = Arc::new(alignment::children(&edition));
    edition
}

/// A cycle without an entry is known by its first use, which may stand in a file that is withheld: not even that
/// file's name is told.
fn point_at_public_uses(edition: &mut Handbook) {
    for objective in edition.objectives.iter().rev() {
        if let Some(cycle) = objective.cycle
            && !edition.cycles[cycle.value.index()].declared
        {
            edition.cycles[cycle.value.index()].id.span = cycle.span;
        }
    }
}

/// The place of each thing in the edition; none where it is withheld.
struct Kept {
    mission: bool,
    pillars: Vec<Option<usize>>,
    cycles: Vec<Option<usize>>,
    teams: Vec<Option<usize>>,
    people: Vec<Option<usize>>,
    kpis: Vec<Option<usize>>,
    objectives: Vec<Option<usize>>,
    key_results: Vec<Vec<Option<usize>>>,
}

/// Those things that have a place.
fn stay<T: Clone>(all: &[T], places: &[Option<usize>]) -> Vec<T> {
    debug_assert_eq!(all.len(), places.len(), "each thing has a place or none");
    all.iter().zip(places).filter(|(_, place)| place.is_some()).map(|(thing, _)| thing.clone()).collect()
}

/// Numbers what stays.
fn places(stays: impl Iterator<Item = bool>) -> Vec<Option<usize>> {
    let mut next = 0;
    stays
        .map(|stays| {
            let place = stays.then_some(next);
            next += usize::from(stays);
            place
        })
        .collect()
}

impl Kept {
    fn of(handbook: &Handbook) -> Kept {
        let mut is_used = vec![false; handbook.cycles.len()];
        for objective in handbook.objectives.iter().filter(|objective| !objective.about.internal) {
            if let Some(cycle) = objective.cycle {
                is_used[cycle.value.index()] = true;
            }
        }
        let cycle_stays = |(cycle, is_used): (&crate::model::Cycle, &bool)| {
            !cycle.about.internal && (cycle.declared || *is_used)
        };
        Kept {
            mission: handbook.mission.as_ref().is_some_and(|mission| !mission.about.internal),
            pillars: places(handbook.pillars.iter().map(|pillar| !pillar.about.internal)),
            cycles: places(handbook.cycles.iter().zip(&is_used).map(cycle_stays)),
            teams: places(handbook.teams.iter().map(|team| !team.about.internal)),
            people: places(handbook.people.iter().map(|person| !person.about.internal)),
            kpis: places(handbook.kpis.iter().map(|kpi| !kpi.about.internal)),
            objectives: places(handbook.objectives.iter().map(|objective| !objective.about.internal)),
            key_results: handbook
                .objectives
                .iter()
                .map(|objective| {
                    places(objective.key_results.iter().map(|key_result| !key_result.about.internal))
                })
                .collect(),
        }
    }

    fn names(&self, names: &Names) -> Names {
        Names {
            goals: names
                .goals
                .iter()
                .filter_map(|(id, &goal)| Some((id.clone(), self.goal(goal)?)))
                .collect(),
            cycles: remap(&names.cycles, |&id| Some(CycleId::new(self.cycles[id.index()]?))),
            teams: remap(&names.teams, |&id| self.team_of(id)),
            people: remap(&names.people, |&id| Some(PersonId::new(self.people[id.index()]?))),
            kpis: remap(&names.kpis, |&id| Some(KpiId::new(self.kpis[id.index()]?))),
        }
    }

    fn person(&self, person: Option<Spanned<PersonId>>) -> Option<Spanned<PersonId>> {
        let person = person?;
        Some(Spanned::new(PersonId::new(self.people[person.value.index()]?), person.span))
    }

    fn team(&self, team: Option<Spanned<TeamId>>) -> Option<Spanned<TeamId>> {
        let team = team?;
        Some(Spanned::new(self.team_of(team.value)?, team.span))
    }

    fn team_of(&self, id: TeamId) -> Option<TeamId> {
        self.teams[id.index()].map(TeamId::new)
    }

    fn kpi(&self, kpi: Option<Spanned<KpiId>>) -> Option<Spanned<KpiId>> {
        let kpi = kpi?;
        Some(Spanned::new(KpiId::new(self.kpis[kpi.value.index()]?), kpi.span))
    }

    fn goal(&self, goal: Goal) -> Option<Goal> {
        match goal {
            Goal::Mission => self.mission.then_some(Goal::Mission),
            Goal::Pillar(id) => Some(Goal::Pillar(PillarId::new(self.pillars[id.index()]?))),
            Goal::Objective(id) => Some(Goal::Objective(ObjectiveId::new(self.objectives[id.index()]?))),
            Goal::KeyResult(id) => self.key_result(id).map(Goal::KeyResult),
        }
    }

    fn key_result(&self, id: KeyResultId) -> Option<KeyResultId> {
        let objective = ObjectiveId::new(self.objectives[id.objective.index()]?);
        let index = self.key_results[id.objective.index()][id.index as usize]? as u32;
        Some(KeyResultId { objective, index })
    }

    /// What an alignment leads to in the edition: for the place in the tree the nearest public ancestor of a
    /// withheld parent, or the mission; other links to something internal are withheld.
    fn alignments(&self, alignments: &[Alignment], has_place: bool, handbook: &Handbook) -> Vec<Alignment> {
        let mut kept: Vec<Alignment> = Vec::with_capacity(alignments.len());
        for (index, alignment) in alignments.iter().enumerate() {
            let own = self.goal(alignment.to);
            let to = own.or_else(|| {
                (has_place && index == 0).then(|| self.ancestor(alignment.to, handbook)).flatten()
            });
            let Some(to) = to else { continue };
            if own.is_some() && kept.iter().any(|other| other.to == to && other.reviewed.is_none()) {
                continue;
            }
            let reviewed = alignment.reviewed.clone().filter(|_| own.is_some());
            kept.push(Alignment { to, span: alignment.span, reviewed });
        }
        kept
    }

    fn ancestor(&self, goal: Goal, handbook: &Handbook) -> Option<Goal> {
        let public = handbook.line_of_sight(goal).into_iter().find_map(|goal| self.goal(goal));
        public.or(self.mission.then_some(Goal::Mission))
    }

    fn objective(&self, objective: &mut Objective, handbook: &Handbook) {
        objective.cycle = objective.cycle.and_then(|cycle| {
            Some(Spanned::new(CycleId::new(self.cycles[cycle.value.index()]?), cycle.span))
        });
        objective.team = self.team(objective.team);
        let owners = objective.owner.into_iter().chain(std::mem::take(&mut objective.other_owners));
        let mut owners = owners.filter_map(|owner| self.person(Some(owner)));
        objective.owner = owners.next();
        objective.other_owners = owners.collect();
        objective.contributors =
            objective.contributors.iter().filter_map(|&team| self.team(Some(team))).collect();
        objective.aligns_to = self.alignments(&objective.aligns_to, true, handbook);
        objective.carried_over_from = objective.carried_over_from.and_then(|earlier| {
            Some(Spanned::new(ObjectiveId::new(self.objectives[earlier.value.index()]?), earlier.span))
        });
        objective.depends_on.retain_mut(|dependency| {
            let on = match dependency.on {
                Party::Team(id) => self.team_of(id).map(Party::Team),
                Party::Goal(goal) => self.goal(goal).map(Party::Goal),
            };
            on.map(|on| dependency.on = on).is_some()
        });
        objective.initiatives.retain(|initiative| !initiative.about.internal);
        for initiative in &mut objective.initiatives {
            initiative.owner = self.person(initiative.owner);
            initiative.key_results =
                initiative.key_results.iter().filter_map(|&key_result| self.key_result(key_result)).collect();
        }
        objective.key_results.retain(|key_result| !key_result.about.internal);
        for key_result in &mut objective.key_results {
            self.of_key_result(key_result, handbook);
        }
    }

    fn of_key_result(&self, key_result: &mut KeyResult, handbook: &Handbook) {
        key_result.owner = self.person(key_result.owner);
        key_result.kpi = self.kpi(key_result.kpi);
        key_result.aligns_to = self.alignments(&key_result.aligns_to, false, handbook);
        let changes = |check_in: &CheckIn| check_in.internal || check_in.aside.by.is_some();
        if key_result.check_ins.iter().any(changes) {
            let check_ins = Arc::make_mut(&mut key_result.check_ins);
            check_ins.retain(|check_in| !check_in.internal);
            for check_in in check_ins.iter_mut().filter(|check_in| check_in.aside.by.is_some()) {
                check_in.aside.by = self.person(check_in.aside.by);
            }
        }
        if key_result.masked {
            mask::mask(key_result);
        }
    }
}

fn remap<T>(names: &ByName<T>, place: impl Fn(&T) -> Option<T>) -> ByName<T> {
    names.iter().filter_map(|(id, old)| Some((id.clone(), place(old)?))).collect()
}
