//! Claims every name, follows every reference, and puts the handbook together.

mod claims;
mod objective;
mod organisation;
mod outline;

use super::Surroundings;
use super::cycles;
use super::declare::{
    CollectedCheckIn, CycleDeclaration, Declarations, Declared, KpiDeclaration, ObjectiveDeclaration,
    PageDeclaration, PersonDeclaration, PillarDeclaration, TeamDeclaration,
};
use super::linker::{Linker, Notes};
use super::memo::{Linked, Memo};
use super::series::{self, Reported, Series};
use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::model::{Cycle, Handbook, KpiId, Mission, Objective, ObjectiveId, PersonId, Text};
use crate::text::{Sources, Spanned};
use claims::{claim_goals, claim_others};
use objective::link_objective;
use organisation::{link_kpi, link_page, link_person, link_pillar, link_team};
pub(super) use outline::Outline;
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
    objectives: Vec<Meant>,
    kpis: Vec<KpiDeclaration>,
    cycles: Vec<Declared<CycleDeclaration>>,
    check_ins: Vec<(CollectedCheckIn, bool)>,
    pages: Vec<(PageDeclaration, bool)>,
}

/// An objective that is declared, and whether it is internal.
struct Meant {
    declared: Arc<ObjectiveDeclaration>,
    internal: bool,
}

/// Links documents; alignments may still form loops. The names are given back, for prose that uses them.
pub fn link(
    documents: Vec<Arc<Declarations>>,
    around: Surroundings,
    settings: &Settings,
    memo: &mut Memo,
) -> (Handbook, Arc<Linker>, Notes) {
    let mut notes = Notes::default();
    let mut gathered = gather(documents, around.sources, settings, &mut notes.findings);
    let (all_cycles, linker) = claim(&mut gathered, settings, memo, &mut notes.findings);
    for id in &settings.lints.team_ids {
        linker.team(id, &mut notes);
    }
    let wanted = gathered.kpis.iter().filter_map(|kpi| kpi.data.as_ref());
    let references = gathered.objectives.iter().flat_map(|objective| &objective.declared.references);
    let wanted = wanted.chain(references.filter_map(|key_result| key_result.data.as_ref()));
    let series = Series::read(wanted, around.data, around.sources, settings, &mut notes.findings);
    memo.keep_data(series::stamps(around.data, around.sources, settings));

    let (of_key_results, mut of_kpis) = assign(gathered.check_ins, &linker, &mut notes);
    let mut handbook = Handbook { cycles: all_cycles, ..Handbook::default() };
    for (objective, more) in link_objectives(gathered.objectives, of_key_results, &series, &linker, memo) {
        handbook.objectives.push(objective);
        notes.merge(more);
    }
    handbook.mission = gathered.missions.into_iter().next();
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
    handbook.names = memo.names(&linker);
    (handbook, linker, notes)
}

/// Claims every name and finds the cycles. Where all names are what they were, so is what was made of them.
fn claim(
    all: &mut Gathered,
    settings: &Settings,
    memo: &mut Memo,
    findings: &mut Vec<Finding>,
) -> (Vec<Cycle>, Arc<Linker>) {
    let outline = Outline::of(all);
    let (linker, is_plain) = if let Some(known) = memo.linker_of(outline.as_ref()) {
        (known, true)
    } else {
        let (mut linker, mut clashes) = (Linker::default(), Vec::new());
        let declared: usize = all.objectives.iter().map(|meant| meant.declared.key_results.len()).sum();
        claim_goals(all, &mut linker, &mut clashes);
        claim_others(all, &mut linker, &mut clashes);
        let claimed: usize = linker.current.key_results.iter().map(Vec::len).sum();
        let is_plain = clashes.is_empty() && claimed == declared;
        findings.append(&mut clashes);
        (Arc::new(linker), is_plain)
    };
    let uses = all.objectives.iter().filter_map(|objective| objective.declared.cycle.as_ref());
    let (mut all_cycles, names) = cycles::collect(std::mem::take(&mut all.cycles), uses, settings, findings);
    cycles::nest(&mut all_cycles);
    let linker = if linker.cycles.means_the_same(&names) && linker.current.cycles.len() == all_cycles.len() {
        linker
    } else {
        let mut linker = Arc::unwrap_or_clone(linker);
        linker.cycles = names;
        linker.current.cycles = all_cycles.iter().map(|cycle| cycle.id.value.clone()).collect();
        Arc::new(linker)
    };
    memo.keep_linker(outline.filter(|_| is_plain), &linker);
    (all_cycles, linker)
}

/// Links the objectives side by side. One that is declared as before, and linked against the same names and series,
/// is what it was.
fn link_objectives(
    objectives: Vec<Meant>,
    mut reported: ByObjective,
    series: &Series,
    linker: &Linker,
    memo: &mut Memo,
) -> Vec<(Arc<Objective>, Notes)> {
    let meant = objectives
        .into_iter()
        .enumerate()
        .map(|(index, objective)| (objective, reported.remove(&ObjectiveId::new(index)).unwrap_or_default()));
    let meant: Vec<(Meant, Vec<AtKeyResult>)> = meant.collect();
    let before = &memo.linked;
    let link = |(index, (Meant { declared, internal }, reported)): (usize, (Meant, Vec<AtKeyResult>))| {
        let alone = reported.is_empty();
        if let Some(Some(known)) = before.get(index)
            && alone
            && known.internal == internal
            && Arc::ptr_eq(&known.declared, &declared)
        {
            return (Arc::clone(&known.objective), known.notes.clone(), Some(known.clone()));
        }
        // What nobody else keeps will never be met again.
        let kept = (alone && Arc::strong_count(&declared) > 1).then(|| Arc::clone(&declared));
        let mut notes = Notes::default();
        let declared = Arc::unwrap_or_clone(declared);
        let id = ObjectiveId::new(index);
        let objective = link_objective(id, declared, internal, reported, series, linker, &mut notes);
        let objective = Arc::new(objective);
        let known = kept.map(|declared| Linked {
            declared,
            internal,
            objective: Arc::clone(&objective),
            notes: notes.clone(),
        });
        (objective, notes, known)
    };
    let linked: Vec<_> = meant.into_par_iter().enumerate().with_min_len(64).map(link).collect();
    memo.linked.clear();
    let mut objectives = Vec::with_capacity(linked.len());
    for (objective, notes, known) in linked {
        objectives.push((objective, notes));
        memo.linked.push(known);
    }
    objectives
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
        take!(missions, pillars, teams, people, kpis);
        all.objectives.extend(document.objectives.into_iter().map(|declared| Meant {
            declared: declared.thing,
            internal: declared.internal.unwrap_or(by_path),
        }));
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
    for (CollectedCheckIn { of, check_in, span }, internal) in check_ins {
        let reported = Reported { check_in, internal, span };
        if of.value.contains('/') {
            if let Some(id) = linker.key_result(&of, notes) {
                of_key_results.entry(id.value.objective).or_default().push((id.value.index, reported));
            }
        } else if linker.kpis.has(&of.value) {
            if let Some(id) = linker.kpi(&of, notes) {
                of_kpis.entry(id.value).or_default().push(reported);
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
