//! Claims every name, so that clashes show before any reference is followed.

use super::Gathered;
use crate::diagnostic::Finding;
use crate::diagnostic::errors::{BAD_ID, DUPLICATE_ID};
use crate::model::{
    Goal, KeyResult, KeyResultId, KpiId, Mission, ObjectiveId, PersonId, PillarId, TeamId, Text,
};
use crate::resolve::declare::{KeyResultReferences, ObjectiveDeclaration};
use crate::resolve::linker::Linker;
use crate::resolve::names::Space;
use crate::text::Spanned;
use std::sync::Arc;

/// Claims the name space of mission, pillars and objectives, and those of key results.
pub(super) fn claim_goals(all: &mut Gathered, linker: &mut Linker, findings: &mut Vec<Finding>) {
    let id = |mission: &Mission| Spanned::new("mission".to_owned(), mission.statement.span);
    if let [mission, others @ ..] = all.missions.as_slice() {
        linker.goals.claim("mission", &id(mission), Goal::Mission, findings);
        for other in others {
            let finding = Finding::error(&DUPLICATE_ID, other.statement.span, "the mission is defined twice")
                .label(mission.statement.span, "defined here first")
                .help("a handbook has one mission: keep one of them");
            findings.push(finding);
        }
    }
    let has_mission = !all.missions.is_empty();
    let mut usable = |id: &Text| {
        let is_taken = !has_mission && id.value.eq_ignore_ascii_case("mission");
        if is_taken {
            let help = "choose another id; `mission` always means the mission";
            findings
                .push(Finding::error(&BAD_ID, id.span, "the id `mission` belongs to the mission").help(help));
        }
        !is_taken
    };
    all.pillars.retain(|pillar| usable(&pillar.id));
    all.objectives.retain(|objective| usable(&objective.declared.id));
    let mut next = 0;
    all.pillars.retain(|pillar| {
        let claimed = linker.goals.claim("pillar", &pillar.id, Goal::Pillar(PillarId::new(next)), findings);
        next += usize::from(claimed);
        claimed
    });
    next = 0;
    all.objectives.retain(|objective| {
        let goal = Goal::Objective(ObjectiveId::new(next));
        let claimed = linker.goals.claim("objective", &objective.declared.id, goal, findings);
        next += usize::from(claimed);
        claimed
    });
    for (index, pillar) in all.pillars.iter().enumerate() {
        linker.goals.redirect(&pillar.about.redirect_from, Goal::Pillar(PillarId::new(index)), findings);
        linker.current.pillars.push(pillar.id.value.clone());
    }
    for (index, objective) in all.objectives.iter_mut().enumerate() {
        let id = ObjectiveId::new(index);
        let declared = &mut objective.declared;
        linker.goals.redirect(&declared.about.redirect_from, Goal::Objective(id), findings);
        linker.current.objectives.push(declared.id.value.clone());
        linker.key_results.push(claim_key_results(id, declared, findings));
        let ids = declared.key_results.iter().map(|key_result| key_result.id.value.clone());
        linker.current.key_results.push(ids.collect());
    }
}

/// Claims the ids of an objective's key results; those without a usable measure are left out.
fn claim_key_results(
    objective: ObjectiveId,
    declared: &mut Arc<ObjectiveDeclaration>,
    findings: &mut Vec<Finding>,
) -> Space<KeyResultId> {
    let mut space = Space::default();
    let mut broken = Vec::new();
    let mut index = 0;
    let stays = |(key_result, refers_to): (&KeyResult, &KeyResultReferences)| {
        let claimed = space.claim("key result", &key_result.id, KeyResultId { objective, index }, findings);
        if claimed && !refers_to.is_measured {
            broken.push(key_result.id.value.clone());
        }
        let kept = claimed && refers_to.is_measured;
        index += u32::from(kept);
        kept
    };
    let stay: Vec<bool> = declared.key_results.iter().zip(&declared.references).map(stays).collect();
    if stay.contains(&false) {
        let declared = Arc::make_mut(declared);
        let (mut stays, mut stay) = (stay.iter(), stay.iter());
        declared.key_results.retain(|_| stays.next() == Some(&true));
        declared.references.retain(|_| stay.next() == Some(&true));
    }
    for (index, key_result) in declared.key_results.iter().enumerate() {
        let id = KeyResultId { objective, index: index as u32 };
        space.redirect(&key_result.about.redirect_from, id, findings);
    }
    for id in broken {
        space.forget(&id);
    }
    space
}

/// Claims the name spaces of teams, people and KPIs.
pub(super) fn claim_others(all: &mut Gathered, linker: &mut Linker, findings: &mut Vec<Finding>) {
    macro_rules! claim {
        ($($list:ident $kind:literal $id:ident;)*) => {$(
            let mut next = 0;
            all.$list.retain(|thing| {
                let claimed = linker.$list.claim($kind, &thing.id, $id::new(next), findings);
                next += usize::from(claimed);
                claimed
            });
            for (index, thing) in all.$list.iter().enumerate() {
                linker.$list.redirect(&thing.about.redirect_from, $id::new(index), findings);
                linker.current.$list.push(thing.id.value.clone());
            }
        )*};
    }
    claim! {
        teams "team" TeamId;
        people "person" PersonId;
        kpis "KPI" KpiId;
    }
}
