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
    if all.left_out.mission {
        linker.goals.mark_broken("mission");
    }
    let has_mission = !all.missions.is_empty() || all.left_out.mission;
    let mut usable = |id: &Text| {
        let is_taken = !has_mission && id.value.eq_ignore_ascii_case("mission");
        if is_taken {
            let help = "choose another id; `mission` always means the mission";
            findings
                .push(Finding::error(&BAD_ID, id.span, "the id `mission` belongs to the mission").help(help));
        }
        !is_taken
    };
    let left_out = &mut all.left_out;
    left_out.pillars.extend(all.pillars.extract_if(.., |pillar| !usable(&pillar.id)));
    left_out.objectives.extend(all.objectives.extract_if(.., |objective| !usable(&objective.declared.id)));
    let mut next = 0;
    left_out.pillars.extend(all.pillars.extract_if(.., |pillar| {
        let goal = Goal::Pillar(PillarId::new(next));
        let claimed = linker.goals.claim("pillar", &pillar.id, goal, findings);
        next += usize::from(claimed);
        !claimed
    }));
    next = 0;
    left_out.objectives.extend(all.objectives.extract_if(.., |objective| {
        let goal = Goal::Objective(ObjectiveId::new(next));
        let claimed = linker.goals.claim("objective", &objective.declared.id, goal, findings);
        next += usize::from(claimed);
        !claimed
    }));
    for (index, pillar) in all.pillars.iter().enumerate() {
        linker.goals.redirect(&pillar.about.redirect_from, Goal::Pillar(PillarId::new(index)), findings);
        linker.current.pillars.push(pillar.id.value.clone());
    }
    for (index, objective) in all.objectives.iter_mut().enumerate() {
        let id = ObjectiveId::new(index);
        linker.goals.redirect(&objective.declared.about.redirect_from, Goal::Objective(id), findings);
        claim_inside(id, &mut objective.declared, linker, findings);
    }
    for pillar in &all.left_out.pillars {
        linker.goals.mark_broken_as_well(&pillar.about.redirect_from);
    }
    // They stand behind those that stay, where nothing leads but what they say themselves.
    for (index, objective) in (all.objectives.len()..).zip(&mut all.left_out.objectives) {
        let declared = &mut objective.declared;
        linker.goals.mark_broken_as_well(&declared.about.redirect_from);
        for key_result in &declared.key_results {
            linker.goals.mark_broken(&format!("{}/{}", declared.id.value, key_result.id.value));
        }
        claim_inside(ObjectiveId::new(index), declared, linker, findings);
    }
}

/// Claims the names inside an objective, which is the next of all.
fn claim_inside(
    id: ObjectiveId,
    declared: &mut Arc<ObjectiveDeclaration>,
    linker: &mut Linker,
    findings: &mut Vec<Finding>,
) {
    linker.current.objectives.push(declared.id.value.clone());
    linker.key_results.push(claim_key_results(id, declared, findings));
    let ids = declared.key_results.iter().map(|key_result| key_result.id.value.clone());
    linker.current.key_results.push(ids.collect());
}

/// Claims the ids of an objective's key results; those without a usable id or measure are left out.
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
        let key_results = declared.key_results.extract_if(.., |_| stays.next() != Some(&true));
        let references = declared.references.extract_if(.., |_| stay.next() != Some(&true));
        declared.left_out.extend(key_results.zip(references));
    }
    for (index, key_result) in declared.key_results.iter().enumerate() {
        let id = KeyResultId { objective, index: index as u32 };
        space.redirect(&key_result.about.redirect_from, id, findings);
    }
    for id in broken {
        space.forget(&id);
    }
    for (key_result, _) in &declared.left_out {
        space.mark_broken_as_well(&key_result.about.redirect_from);
    }
    space
}

/// Claims the name spaces of teams, people and KPIs.
pub(super) fn claim_others(all: &mut Gathered, linker: &mut Linker, findings: &mut Vec<Finding>) {
    macro_rules! claim {
        ($($list:ident $kind:literal $id:ident;)*) => {$(
            let mut next = 0;
            all.left_out.$list.extend(all.$list.extract_if(.., |thing| {
                let claimed = linker.$list.claim($kind, &thing.id, $id::new(next), findings);
                next += usize::from(claimed);
                !claimed
            }));
            for (index, thing) in all.$list.iter().enumerate() {
                linker.$list.redirect(&thing.about.redirect_from, $id::new(index), findings);
                linker.current.$list.push(thing.id.value.clone());
            }
            for thing in &all.left_out.$list {
                linker.$list.mark_broken_as_well(&thing.about.redirect_from);
            }
        )*};
    }
    claim! {
        teams "team" TeamId;
        people "person" PersonId;
        kpis "KPI" KpiId;
    }
}
