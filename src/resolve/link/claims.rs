//! Claims every name, so that clashes show before any reference is followed.

use super::Gathered;
use crate::diagnostic::Finding;
use crate::diagnostic::errors::{BAD_ID, DUPLICATE_ID};
use crate::model::{Goal, KeyResultId, KpiId, Mission, ObjectiveId, PersonId, PillarId, TeamId, Text};
use crate::resolve::declare::{Declared, KeyResultDeclaration};
use crate::resolve::linker::Linker;
use crate::resolve::names::Space;
use crate::text::Spanned;

/// Claims the name space of mission, pillars and objectives, and those of key results.
pub(super) fn claim_goals(
    all: &mut Gathered,
    linker: &mut Linker,
    findings: &mut Vec<Finding>,
) -> Option<Mission> {
    let mut missions = std::mem::take(&mut all.missions).into_iter();
    let mission = missions.next();
    let id = |mission: &Mission| Spanned::new("mission".to_owned(), mission.statement.span);
    if let Some(mission) = &mission {
        linker.goals.claim("mission", &id(mission), Goal::Mission, findings);
        for other in missions {
            let finding = Finding::error(&DUPLICATE_ID, other.statement.span, "the mission is defined twice")
                .label(mission.statement.span, "defined here first")
                .help("a handbook has one mission: keep one of them");
            findings.push(finding);
        }
    }
    let has_mission = mission.is_some();
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
    all.objectives.retain(|objective| usable(&objective.id));
    let mut next = 0;
    all.pillars.retain(|pillar| {
        let claimed = linker.goals.claim("pillar", &pillar.id, Goal::Pillar(PillarId::new(next)), findings);
        next += usize::from(claimed);
        claimed
    });
    next = 0;
    all.objectives.retain(|objective| {
        let goal = Goal::Objective(ObjectiveId::new(next));
        let claimed = linker.goals.claim("objective", &objective.id, goal, findings);
        next += usize::from(claimed);
        claimed
    });
    for (index, pillar) in all.pillars.iter().enumerate() {
        linker.goals.redirect(&pillar.about.redirect_from, Goal::Pillar(PillarId::new(index)), findings);
        linker.current.pillars.push(pillar.id.value.clone());
    }
    for (index, objective) in all.objectives.iter_mut().enumerate() {
        let id = ObjectiveId::new(index);
        linker.goals.redirect(&objective.about.redirect_from, Goal::Objective(id), findings);
        linker.current.objectives.push(objective.id.value.clone());
        let space = claim_key_results(id, &mut objective.key_results, findings);
        linker.key_results.push(space);
        let ids: Vec<String> =
            objective.key_results.iter().map(|key_result| key_result.thing.id.value.clone()).collect();
        for key_result in &ids {
            linker.objectives_with.entry(key_result.clone()).or_insert_with(|| objective.id.value.clone());
        }
        linker.current.key_results.push(ids);
    }
    mission
}

/// Claims the ids of an objective's key results; those without a usable measure are left out.
fn claim_key_results(
    objective: ObjectiveId,
    key_results: &mut Vec<Declared<KeyResultDeclaration>>,
    findings: &mut Vec<Finding>,
) -> Space<KeyResultId> {
    let mut space = Space::default();
    let mut broken = Vec::new();
    let mut index = 0;
    key_results.retain(|declared| {
        let key_result = &declared.thing;
        let claimed = space.claim("key result", &key_result.id, KeyResultId { objective, index }, findings);
        if claimed && key_result.measure.is_none() {
            broken.push(key_result.id.value.clone());
        }
        let kept = claimed && key_result.measure.is_some();
        index += u32::from(kept);
        kept
    });
    for (index, declared) in key_results.iter().enumerate() {
        let id = KeyResultId { objective, index: index as u32 };
        space.redirect(&declared.thing.about.redirect_from, id, findings);
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
