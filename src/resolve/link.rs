//! Claims every name, follows every reference, and puts the handbook together.

mod claims;
mod objective;
mod organisation;
mod outline;

use super::Surroundings;
use super::cycles;
use super::declare::{
    CollectedCheckIn, CycleDeclaration, Declarations, Declared, KpiDeclaration, ObjectiveDeclaration,
    PageDeclaration, PersonDeclaration, PillarDeclaration, TeamDeclaration, Unplaced,
};
use super::linker::{Linker, Notes};
use super::memo::{Linked, Memo};
use super::series::{self, Reported, Series};
use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::model::{
    Cycle, Handbook, KeyResult, KeyResultId, KpiId, Mission, Objective, ObjectiveId, PersonId, Text,
};
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
    left_out: LeftOut,
}

/// What is left out because it is wrong. It is linked all the same, for what else is wrong with it.
#[derive(Default)]
struct LeftOut {
    mission: bool,
    pillars: Vec<PillarDeclaration>,
    teams: Vec<TeamDeclaration>,
    people: Vec<PersonDeclaration>,
    objectives: Vec<Meant>,
    kpis: Vec<KpiDeclaration>,
    check_ins: Vec<Unplaced>,
}

impl LeftOut {
    /// Whether something is left out that has a name, or would have one.
    fn has_named(&self) -> bool {
        let others = [self.pillars.len(), self.teams.len(), self.people.len(), self.kpis.len()];
        self.mission || !self.objectives.is_empty() || others != [0; 4]
    }

    /// Links everything that is left out, for what is wrong with it; `first` is the place of its first objective.
    fn link(self, first: usize, series: &Series, linker: &Linker, notes: &mut Notes) -> Handbook {
        let mut apart = Handbook::default();
        for (index, Meant { declared, internal }) in (first..).zip(self.objectives) {
            let (id, declared) = (ObjectiveId::new(index), Arc::unwrap_or_clone(declared));
            let before = notes.renamed.len();
            let objective = link_objective(id, declared, internal, Vec::new(), series, linker, notes);
            notes.stand_in(before, objective.team.map(|team| team.value));
            apart.objectives.push(Arc::new(objective));
        }
        apart.pillars.extend(self.pillars.into_iter().map(|pillar| link_pillar(pillar, linker, notes)));
        apart.teams.extend(self.teams.into_iter().map(|team| link_team(team, linker, notes)));
        apart.people.extend(self.people.into_iter().map(link_person));
        let kpis = self.kpis.into_iter();
        apart.kpis.extend(kpis.map(|kpi| link_kpi(kpi, Vec::new(), series, linker, notes)));
        for check_in in self.check_ins {
            if let Some(of) = check_in.of {
                measured(&of, linker, notes);
            }
            person(check_in.by.as_ref(), linker, notes);
        }
        apart
    }
}

impl Gathered {
    /// The series in CSV that are asked for.
    fn data(&self) -> impl Iterator<Item = &Text> {
        let kpis = self.kpis.iter().chain(&self.left_out.kpis).filter_map(|kpi| kpi.data.as_ref());
        let objectives = self.objectives.iter().chain(&self.left_out.objectives);
        let references = objectives.flat_map(|objective| {
            let left_out = objective.declared.left_out.iter().map(|(_, refers_to)| refers_to);
            objective.declared.references.iter().chain(left_out)
        });
        kpis.chain(references.filter_map(|refers_to| refers_to.data.as_ref()))
    }
}

/// An objective that is declared, and whether it is internal.
struct Meant {
    declared: Arc<ObjectiveDeclaration>,
    internal: bool,
}

/// What is left out because it is wrong, linked.
pub struct Apart {
    /// Everything but key results.
    pub things: Handbook,
    /// Key results of objectives that are right.
    pub key_results: Vec<KeyResult>,
}

/// Links documents; alignments may still form loops. What is left out is given back apart, and the names for prose that
/// uses them.
pub fn link(
    documents: Vec<Arc<Declarations>>,
    around: Surroundings,
    settings: &Settings,
    memo: &mut Memo,
) -> (Handbook, Apart, Arc<Linker>, Notes) {
    let mut notes = Notes::default();
    let mut gathered = gather(documents, around.sources, settings, &mut notes.findings);
    let (all_cycles, linker) = claim(&mut gathered, settings, memo, &mut notes.findings);
    for id in &settings.lints.team_ids {
        linker.team(id, &mut notes);
    }
    let series = Series::read(gathered.data(), around.data, around.sources, settings, &mut notes.findings);
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
    let things = gathered.left_out.link(handbook.objectives.len(), &series, &linker, &mut notes);
    let apart = Apart { things, key_results: std::mem::take(&mut notes.left_out) };
    handbook.names = memo.names(&linker);
    (handbook, apart, linker, notes)
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
        let is_plain = clashes.is_empty() && claimed == declared && !all.left_out.has_named();
        findings.append(&mut clashes);
        (Arc::new(linker), is_plain)
    };
    let goals = all.objectives.iter().chain(&all.left_out.objectives);
    let uses = goals.filter_map(|objective| objective.declared.cycle.as_ref());
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
        notes.stand_in(0, objective.team.map(|team| team.value));
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
        all.left_out.mission |= document.has_broken_mission;
        all.left_out.check_ins.extend(document.unplaced);
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
        match measured(&of, linker, notes) {
            Some(Measured::KeyResult(id)) => {
                of_key_results.entry(id.objective).or_default().push((id.index, reported));
            }
            Some(Measured::Kpi(id)) => of_kpis.entry(id).or_default().push(reported),
            None => drop(person(reported.check_in.by.as_ref(), linker, notes)),
        }
    }
    (of_key_results, of_kpis)
}

/// What a check-in is about.
enum Measured {
    KeyResult(KeyResultId),
    Kpi(KpiId),
}

/// Follows the `of` of a check-in.
fn measured(of: &Text, linker: &Linker, notes: &mut Notes) -> Option<Measured> {
    if of.value.contains('/') {
        return linker.key_result(of, notes).map(|id| Measured::KeyResult(id.value));
    }
    if linker.kpis.has(&of.value) {
        return linker.kpi(of, notes).map(|id| Measured::Kpi(id.value));
    }
    if !linker.goals.is_broken(&of.value) {
        notes.findings.push(linker.not_measured(of));
    }
    None
}

fn people(references: &[Text], linker: &Linker, notes: &mut Notes) -> Vec<Spanned<PersonId>> {
    references.iter().filter_map(|reference| linker.person(reference, notes)).collect()
}

fn person(reference: Option<&Text>, linker: &Linker, notes: &mut Notes) -> Option<Spanned<PersonId>> {
    reference.and_then(|reference| linker.person(reference, notes))
}
