//! Links objectives and their key results.

use super::{AtKeyResult, people, person};
use crate::diagnostic::Finding;
use crate::diagnostic::errors::BAD_WEIGHT;
use crate::model::{
    Alignment, Ambition, Dependency, Initiative, KeyResult, LostReferences, Objective, ObjectiveId, Party,
    SeveralOwners, State, Text,
};
use crate::resolve::declare::{
    AlignmentDeclaration, Declared, DependencyDeclaration, InitiativeDeclaration, KeyResultReferences,
    ObjectiveDeclaration,
};
use crate::resolve::linker::{Linker, Notes};
use crate::resolve::series::{self, Reported, Series};
use crate::text::Spanned;
use std::sync::Arc;

pub(super) fn link_objective(
    id: ObjectiveId,
    objective: ObjectiveDeclaration,
    internal: bool,
    reported: Vec<AtKeyResult>,
    series: &Series,
    linker: &Linker,
    notes: &mut Notes,
) -> Objective {
    let mut key_results = objective.key_results;
    link_key_results(&mut key_results, objective.references, reported, series, linker, notes);
    let (mut left_out, references): (Vec<_>, Vec<_>) = objective.left_out.into_iter().unzip();
    link_key_results(&mut left_out, references, Vec::new(), series, linker, notes);
    check_weights(&objective.id, || key_results.iter().chain(&left_out), notes);
    for key_result in left_out.iter_mut().filter(|key_result| internal && !key_result.about.internal) {
        key_result.about.internal = true;
    }
    notes.left_out.append(&mut left_out);
    let owners = people(&objective.owners, linker, notes);
    let team = objective.team.as_ref().and_then(|team| linker.team(team, notes));
    let aligns_to = link_alignments(&objective.aligns_to, linker, notes);
    let lost = LostReferences {
        aligns_to: aligns_to.len() < objective.aligns_to.len(),
        owner: owners.len() < objective.owners.len(),
        team: team.is_none() && objective.team.is_some(),
        several_owners: several(&objective.owners).filter(|_| owners.len() < objective.owners.len()),
    };
    let mut owners = owners.into_iter();
    let depends_on = link_dependencies(&objective.depends_on, linker, notes);
    let initiatives = objective
        .initiatives
        .into_iter()
        .map(|initiative| link_initiative(id, initiative, linker, notes))
        .collect();
    let carried_over_from =
        objective.carried_over_from.as_ref().and_then(|reference| linker.objective(reference, notes));
    let mut about = objective.about;
    if about.internal != internal {
        about.internal = internal;
    }
    Objective {
        key_results,
        cycle: objective.cycle.as_ref().and_then(|cycle| linker.cycle(cycle, notes)),
        team,
        owner: owners.next(),
        other_owners: owners.collect(),
        aligns_to,
        lost,
        contributors: objective.contributors.iter().filter_map(|team| linker.team(team, notes)).collect(),
        carried_over_from,
        depends_on,
        initiatives,
        state: objective.state.unwrap_or(Spanned::new(State::Active, objective.id.span)),
        id: objective.id,
        title: objective.title,
        why: objective.why,
        summary: objective.summary,
        origin: objective.origin,
        ambition: objective.ambition.unwrap_or(Ambition::Aspirational),
        ambition_is_said: objective.ambition.is_some(),
        weight: objective.weight,
        weight_span: objective.weight_span,
        not_doing: objective.not_doing,
        changes: objective.changes,
        review: objective.review,
        about,
    }
}

/// Links the key results of an objective, each with what was collected for it.
fn link_key_results(
    key_results: &mut [KeyResult],
    references: Vec<KeyResultReferences>,
    reported: Vec<AtKeyResult>,
    series: &Series,
    linker: &Linker,
    notes: &mut Notes,
) {
    let mut by_key_result: Vec<Vec<Reported>> = key_results.iter().map(|_| Vec::new()).collect();
    for (index, reported) in reported {
        by_key_result[index as usize].push(reported);
    }
    for ((key_result, refers_to), reported) in key_results.iter_mut().zip(references).zip(by_key_result) {
        link_key_result(key_result, refers_to, reported, series, linker, notes);
    }
}

/// Where the first two of several owners stand, and how many there are.
fn several(owners: &[Text]) -> Option<SeveralOwners> {
    let [first, second, ..] = owners else { return None };
    Some(SeveralOwners { first: first.span, second: second.span, count: owners.len() as u32 })
}

/// Something must weigh in the progress of an objective.
fn check_weights<'a, I: Iterator<Item = &'a KeyResult>>(
    objective: &Text,
    key_results: impl Fn() -> I,
    notes: &mut Notes,
) {
    if key_results().next().is_some() && key_results().all(|key_result| key_result.weight == 0.0) {
        let message = format!("all key results of `{}` have weight 0", objective.value);
        let help = "give one of them a weight above 0, or leave the weights out";
        notes.findings.push(Finding::error(&BAD_WEIGHT, objective.span, message).help(help));
    }
}

fn link_dependencies(
    declared: &[DependencyDeclaration],
    linker: &Linker,
    notes: &mut Notes,
) -> Vec<Dependency> {
    let follow = |dependency: &DependencyDeclaration| {
        let on: Spanned<Party> = linker.party(&dependency.on, notes)?;
        Some(Dependency {
            on: on.value,
            span: on.span,
            needed_by: dependency.needed_by,
            state: dependency.state,
        })
    };
    declared.iter().filter_map(follow).collect()
}

fn link_alignments(declared: &[AlignmentDeclaration], linker: &Linker, notes: &mut Notes) -> Vec<Alignment> {
    let follow = |alignment: &AlignmentDeclaration| {
        let goal = linker.goal(&alignment.to, notes)?;
        Some(Alignment { to: goal.value, span: goal.span, reviewed: alignment.reviewed.clone() })
    };
    let mut alignments = Vec::with_capacity(declared.len());
    alignments.extend(declared.iter().filter_map(follow));
    alignments
}

fn link_key_result(
    key_result: &mut KeyResult,
    refers_to: KeyResultReferences,
    collected: Vec<Reported>,
    series: &Series,
    linker: &Linker,
    notes: &mut Notes,
) {
    let mut own = Arc::unwrap_or_clone(std::mem::take(&mut key_result.check_ins));
    for (index, by) in &refers_to.reporters {
        let by = linker.person(by, notes);
        if let Some(index) = index {
            own[*index as usize].aside.by = by;
        }
    }
    notes.findings.extend(refers_to.misfits);
    let data = refers_to.data.as_ref();
    let measure = refers_to.is_measured.then_some(&key_result.measure);
    key_result.check_ins = series::check_ins(own, collected, data, measure, series, linker, notes);
    key_result.owner = person(refers_to.owner.as_ref(), linker, notes);
    key_result.kpi = refers_to.kpi.as_ref().and_then(|kpi| linker.kpi(kpi, notes));
    key_result.aligns_to = link_alignments(&refers_to.aligns_to, linker, notes);
}

fn link_initiative(
    objective: ObjectiveId,
    declared: Declared<InitiativeDeclaration>,
    linker: &Linker,
    notes: &mut Notes,
) -> Initiative {
    let thing = declared.thing;
    let key_results = thing.key_results.iter().filter_map(|reference| {
        if reference.value.contains('/') {
            return Some(linker.key_result(reference, notes)?.value);
        }
        Some(linker.own_key_result(objective, reference, notes)?.value)
    });
    let key_results = key_results.collect();
    Initiative {
        title: thing.title,
        id: thing.id,
        state: thing.state,
        owner: person(thing.owner.as_ref(), linker, notes),
        due: thing.due,
        link: thing.link,
        key_results,
        about: thing.about,
    }
}
