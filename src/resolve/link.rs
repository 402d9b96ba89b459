//! Claims every name, follows every reference, and puts the handbook together.

mod claims;
mod objective;
mod organisation;

use super::Surroundings;
use super::cycles;
use super::declare::{
    CollectedCheckIn, CycleDeclaration, Declarations, Declared, KpiDeclaration, ObjectiveDeclaration,
    PageDeclaration, PersonDeclaration, PillarDeclaration, TeamDeclaration,
};
use super::linker::{Linker, Notes};
use super::series::{Reported, Series};
use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::model::{Handbook, KpiId, Mission, Names, Objective, ObjectiveId, PersonId, Text};
use crate::text::{Sources, Spanned};
use claims::{claim_goals, claim_others};
use objective::link_objective;
use organisation::{link_kpi, link_page, link_person, link_pillar, link_team};
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// Everything that was declared, with visibility decided, in the order of the sources.
#[derive(Default)]
struct Gathered {
    missions: Vec<Mission>,
    pillars: Vec<PillarDeclaration>,
    teams: Vec<TeamDeclaration>,
    people: Vec<PersonDeclaration>,
    objectives: Vec<ObjectiveDeclaration>,
    kpis: Vec<KpiDeclaration>,
    cycles: Vec<Declared<CycleDeclaration>>,
    check_ins: Vec<(CollectedCheckIn, bool)>,
    pages: Vec<(PageDeclaration, bool)>,
}

/// Links documents; alignments may still form loops.
pub fn link(
    documents: Vec<Arc<Declarations>>,
    around: Surroundings,
    settings: &Settings,
) -> (Handbook, Notes) {
    let mut notes = Notes::default();
    let mut gathered = gather(documents, around.sources, settings, &mut notes.findings);
    let mut linker = Linker::default();
    let findings = &mut notes.findings;
    let mission = claim_goals(&mut gathered, &mut linker, findings);
    claim_others(&mut gathered, &mut linker, findings);
    for id in &settings.lints.team_ids {
        linker.team(id, &mut notes);
    }
    let findings = &mut notes.findings;
    let uses = gathered.objectives.iter().filter_map(|objective| objective.cycle.as_ref());
    let (mut all_cycles, names) =
        cycles::collect(std::mem::take(&mut gathered.cycles), uses, settings, findings);
    linker.cycles = names;
    cycles::nest(&mut all_cycles);
    linker.current.cycles = all_cycles.iter().map(|cycle| cycle.id.value.clone()).collect();

    let wanted = gathered.kpis.iter().filter_map(|kpi| kpi.data.as_ref());
    let key_results = gathered.objectives.iter().flat_map(|objective| &objective.key_results);
    let wanted = wanted.chain(key_results.filter_map(|key_result| key_result.thing.data.as_ref()));
    let series = Series::read(wanted, around.data, around.sources, settings, findings);
    let (mut of_key_results, mut of_kpis) = assign(gathered.check_ins, &linker, &mut notes);

    let objectives: Vec<(Vec<AtKeyResult>, ObjectiveDeclaration)> = gathered
        .objectives
        .into_iter()
        .enumerate()
        .map(|(index, objective)| {
            (of_key_results.remove(&ObjectiveId::new(index)).unwrap_or_default(), objective)
        })
        .collect();
    let linked: Vec<(Objective, Notes)> = objectives
        .into_par_iter()
        .enumerate()
        .map(|(index, (reported, objective))| {
            let mut notes = Notes::default();
            let id = ObjectiveId::new(index);
            (link_objective(id, objective, reported, &series, &linker, &mut notes), notes)
        })
        .collect();
    let mut handbook = Handbook { mission, cycles: all_cycles, ..Handbook::default() };
    for (objective, more) in linked {
        handbook.objectives.push(objective);
        notes.merge(more);
    }
    handbook.pillars =
        gathered.pillars.into_iter().map(|pillar| link_pillar(pillar, &linker, &mut notes)).collect();
    handbook.teams = gathered.teams.into_iter().map(|team| link_team(team, &linker, &mut notes)).collect();
    handbook.people = gathered.people.into_iter().map(link_person).collect();
    for (index, kpi) in gathered.kpis.into_iter().enumerate() {
        let reported = of_kpis.remove(&KpiId::new(index)).unwrap_or_default();
        handbook.kpis.push(link_kpi(kpi, reported, &series, &linker, &mut notes));
    }
    handbook.pages = gathered
        .pages
        .into_iter()
        .filter_map(|(page, internal)| link_page(page, internal, around.sources))
        .collect();
    handbook.names = Names {
        goals: linker.goals.all(),
        cycles: linker.cycles.all(),
        teams: linker.teams.all(),
        people: linker.people.all(),
        kpis: linker.kpis.all(),
    };
    (handbook, notes)
}

/// A collected check-in with the place of its key result.
type AtKeyResult = (u32, Reported);

fn gather(
    documents: Vec<Arc<Declarations>>,
    sources: &Sources,
    settings: &Settings,
    findings: &mut Vec<Finding>,
) -> Gathered {
    let mut all = Gathered::default();
    for document in documents {
        let document = Arc::unwrap_or_clone(document);
        findings.extend(document.findings);
        let path = sources.get(document.source).path();
        let by_path = settings.is_internal(path.strip_prefix("content/").unwrap_or(path));
        macro_rules! take {
            ($($list:ident),*) => {$(
                all.$list.extend(document.$list.into_iter().map(|declared| {
                    let mut thing = declared.thing;
                    thing.about.internal = declared.internal.unwrap_or(by_path);
                    thing
                }));
            )*};
        }
        take!(missions, pillars, teams, people, objectives, kpis);
        all.cycles.extend(document.cycles.into_iter().map(|mut declared| {
            declared.thing.about.internal = declared.internal.unwrap_or(by_path);
            declared
        }));
        let reported = document.check_ins.into_iter();
        all.check_ins.extend(reported.map(|reported| {
            let internal = reported.check_in.internal.unwrap_or(by_path);
            (reported, internal)
        }));
        all.pages.extend(document.page.map(|page| {
            let internal = page.internal.unwrap_or(by_path);
            (page, internal)
        }));
    }
    all
}

type ByObjective = HashMap<ObjectiveId, Vec<AtKeyResult>>;
type ByKpi = HashMap<KpiId, Vec<Reported>>;

/// Gives each collected check-in to its key result or KPI.
fn assign(
    check_ins: Vec<(CollectedCheckIn, bool)>,
    linker: &Linker,
    notes: &mut Notes,
) -> (ByObjective, ByKpi) {
    let (mut of_key_results, mut of_kpis) = (ByObjective::new(), ByKpi::new());
    for (CollectedCheckIn { of, check_in }, internal) in check_ins {
        if of.value.contains('/') {
            if let Some(id) = linker.key_result(&of, notes) {
                let reported = (id.value.index, Reported { check_in, internal });
                of_key_results.entry(id.value.objective).or_default().push(reported);
            }
        } else if linker.kpis.has(&of.value) {
            if let Some(id) = linker.kpi(&of, notes) {
                of_kpis.entry(id.value).or_default().push(Reported { check_in, internal });
            }
        } else if !linker.goals.is_broken(&of.value) {
            notes.findings.push(linker.not_measured(&of));
        }
    }
    (of_key_results, of_kpis)
}

fn people(references: &[Text], linker: &Linker, notes: &mut Notes) -> Vec<Spanned<PersonId>> {
    references.iter().filter_map(|reference| linker.person(reference, notes)).collect()
}

fn person(reference: Option<&Text>, linker: &Linker, notes: &mut Notes) -> Option<Spanned<PersonId>> {
    reference.and_then(|reference| linker.person(reference, notes))
}
