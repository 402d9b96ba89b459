//! Claims every name, follows every reference, and puts the handbook together.

use super::Surroundings;
use super::cycles;
use super::declare::{
    CollectedCheckIn, Declarations, Declared, KeyResultDeclaration, KpiDeclaration, ObjectiveDeclaration,
    PageDeclaration, PersonDeclaration, PillarDeclaration, TeamDeclaration,
};
use super::linker::{Linker, Notes};
use super::names::Space;
use super::series::{self, Reported, Series};
use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::diagnostic::errors::{BAD_ID, BAD_WEIGHT, DUPLICATE_ID};
use crate::model::{
    Alignment, Ambition, Cadence, Cycle, Dependency, Goal, Handbook, Initiative, KeyResult, KeyResultId, Kpi,
    KpiId, LostReferences, Mission, Names, Objective, ObjectiveId, Page, Party, Person, PersonId, Pillar,
    PillarId, Reading, SitePath, State, Team, TeamId, Text,
};
use crate::text::{Sources, Spanned};
use rayon::prelude::*;
use std::collections::HashMap;

/// Everything that was declared, with visibility decided, in the order of the sources.
#[derive(Default)]
struct Gathered {
    missions: Vec<Mission>,
    pillars: Vec<PillarDeclaration>,
    teams: Vec<TeamDeclaration>,
    people: Vec<PersonDeclaration>,
    objectives: Vec<ObjectiveDeclaration>,
    kpis: Vec<KpiDeclaration>,
    cycles: Vec<Declared<super::declare::CycleDeclaration>>,
    check_ins: Vec<(CollectedCheckIn, bool)>,
    pages: Vec<(PageDeclaration, bool)>,
}

/// Links documents; alignments may still form loops.
pub fn link(documents: Vec<Declarations>, around: Surroundings, settings: &Settings) -> (Handbook, Notes) {
    let mut notes = Notes::default();
    let mut gathered = gather(documents, around.sources, settings, &mut notes.findings);
    let mut linker = Linker::default();
    let findings = &mut notes.findings;
    let mission = claim_goals(&mut gathered, &mut linker, findings);
    claim_others(&mut gathered, &mut linker, findings);
    let uses = gathered.objectives.iter().filter_map(|objective| objective.cycle.as_ref());
    let (drafts, names) = cycles::collect(std::mem::take(&mut gathered.cycles), uses, settings, findings);
    linker.cycles = names;
    let mut all_cycles: Vec<Cycle> = drafts.into_iter().map(|draft| draft.cycle).collect();
    cycles::nest(&mut all_cycles);
    linker.current.cycles = all_cycles.iter().map(|cycle| cycle.id.value.clone()).collect();

    let wanted = gathered.kpis.iter().filter_map(|kpi| kpi.data.as_ref());
    let key_results = gathered.objectives.iter().flat_map(|objective| &objective.key_results);
    let wanted = wanted.chain(key_results.filter_map(|key_result| key_result.thing.data.as_ref()));
    let series = Series::read(wanted, around.data, around.sources, findings);
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
    documents: Vec<Declarations>,
    sources: &Sources,
    settings: &Settings,
    findings: &mut Vec<Finding>,
) -> Gathered {
    let mut all = Gathered::default();
    for document in documents {
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

/// Claims the name space of mission, pillars and objectives, and those of key results.
fn claim_goals(all: &mut Gathered, linker: &mut Linker, findings: &mut Vec<Finding>) -> Option<Mission> {
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

fn claim_others(all: &mut Gathered, linker: &mut Linker, findings: &mut Vec<Finding>) {
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

fn link_objective(
    id: ObjectiveId,
    objective: ObjectiveDeclaration,
    reported: Vec<AtKeyResult>,
    series: &Series,
    linker: &Linker,
    notes: &mut Notes,
) -> Objective {
    let mut by_key_result: Vec<Vec<Reported>> = objective.key_results.iter().map(|_| Vec::new()).collect();
    for (index, reported) in reported {
        by_key_result[index as usize].push(reported);
    }
    let weightless = objective.key_results.iter().all(|key_result| key_result.thing.weight == 0.0);
    if weightless && !objective.key_results.is_empty() {
        let message = format!("all key results of `{}` have weight 0", objective.id.value);
        let help = "give one of them a weight above 0, or leave the weights out";
        notes.findings.push(Finding::error(&BAD_WEIGHT, objective.id.span, message).help(help));
    }
    let key_results = objective
        .key_results
        .into_iter()
        .zip(by_key_result)
        .filter_map(|(key_result, reported)| link_key_result(key_result, reported, series, linker, notes))
        .collect();
    let owners = people(&objective.owners, linker, notes);
    let team = objective.team.as_ref().and_then(|team| linker.team(team, notes));
    let aligns_to = link_alignments(&objective.aligns_to, linker, notes);
    let lost = LostReferences {
        aligns_to: aligns_to.len() < objective.aligns_to.len(),
        owner: owners.len() < objective.owners.len(),
        team: team.is_none() && objective.team.is_some(),
    };
    let mut owners = owners.into_iter();
    let depends_on = objective.depends_on.iter().filter_map(|dependency| {
        let on: Spanned<Party> = linker.party(&dependency.on, notes)?;
        Some(Dependency {
            on: on.value,
            span: on.span,
            needed_by: dependency.needed_by,
            state: dependency.state,
        })
    });
    let depends_on = depends_on.collect();
    let initiatives = objective
        .initiatives
        .into_iter()
        .map(|initiative| link_initiative(id, initiative, linker, notes))
        .collect();
    let carried_over_from =
        objective.carried_over_from.as_ref().and_then(|reference| linker.objective(reference, notes));
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
        not_doing: objective.not_doing,
        changes: objective.changes,
        review: objective.review,
        about: objective.about,
    }
}

fn link_alignments(
    declared: &[super::declare::AlignmentDeclaration],
    linker: &Linker,
    notes: &mut Notes,
) -> Vec<Alignment> {
    let follow = |alignment: &super::declare::AlignmentDeclaration| {
        let goal = linker.goal(&alignment.to, notes)?;
        Some(Alignment { to: goal.value, span: goal.span, reviewed: alignment.reviewed.clone() })
    };
    declared.iter().filter_map(follow).collect()
}

fn link_key_result(
    declared: Declared<KeyResultDeclaration>,
    collected: Vec<Reported>,
    series: &Series,
    linker: &Linker,
    notes: &mut Notes,
) -> Option<KeyResult> {
    let Declared { thing, .. } = declared;
    let measure = thing.measure?;
    let own = thing.check_ins.into_iter().map(|check_in| {
        let internal = check_in.internal.unwrap_or(false);
        Reported { check_in, internal }
    });
    let reported = own.chain(collected).collect();
    let check_ins = series::check_ins(reported, thing.data.as_ref(), &measure, series, linker, notes);
    Some(KeyResult {
        owner: person(thing.owner.as_ref(), linker, notes),
        kpi: thing.kpi.as_ref().and_then(|kpi| linker.kpi(kpi, notes)),
        aligns_to: link_alignments(&thing.aligns_to, linker, notes),
        id: thing.id,
        title: thing.title,
        weight: thing.weight,
        why: thing.why,
        source: thing.source,
        masked: thing.masked,
        measure,
        unit: thing.unit,
        check_ins,
        changes: thing.changes,
        about: thing.about,
    })
}

fn link_initiative(
    objective: ObjectiveId,
    declared: Declared<super::declare::InitiativeDeclaration>,
    linker: &Linker,
    notes: &mut Notes,
) -> Initiative {
    let thing = declared.thing;
    let own = &linker.current.objectives[objective.index()];
    let key_results = thing.key_results.iter().filter_map(|reference| {
        let whole = if reference.value.contains('/') {
            reference.clone()
        } else {
            Spanned::new(format!("{own}/{}", reference.value), reference.span)
        };
        Some(linker.key_result(&whole, notes)?.value)
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

fn link_pillar(pillar: PillarDeclaration, linker: &Linker, notes: &mut Notes) -> Pillar {
    Pillar {
        owner: person(pillar.owner.as_ref(), linker, notes),
        kpis: pillar.kpis.iter().filter_map(|kpi| linker.kpi(kpi, notes)).collect(),
        id: pillar.id,
        title: pillar.title,
        why: pillar.why,
        horizon: pillar.horizon,
        weight: pillar.weight,
        about: pillar.about,
    }
}

fn link_team(team: TeamDeclaration, linker: &Linker, notes: &mut Notes) -> Team {
    Team {
        parent: team.parent.as_ref().and_then(|parent| linker.team(parent, notes)),
        lead: person(team.lead.as_ref(), linker, notes),
        ambassador: person(team.ambassador.as_ref(), linker, notes),
        members: people(&team.members, linker, notes),
        id: team.id,
        name: team.name,
        purpose: team.purpose,
        about: team.about,
    }
}

fn link_person(person: PersonDeclaration) -> Person {
    Person { id: person.id, name: person.name, role: person.role, about: person.about }
}

fn link_kpi(
    kpi: KpiDeclaration,
    reported: Vec<Reported>,
    series: &Series,
    linker: &Linker,
    notes: &mut Notes,
) -> Kpi {
    let own = kpi.values.into_iter().map(|value| {
        let reading =
            Reading { date: value.date.value, value: value.value, note: value.note, internal: false };
        (value.date, reading)
    });
    let values = series::readings(own.collect(), reported, kpi.data.as_ref(), series, notes);
    Kpi {
        team: kpi.team.as_ref().and_then(|team| linker.team(team, notes)),
        owner: person(kpi.owner.as_ref(), linker, notes),
        every: kpi.every.unwrap_or(Cadence { days: 31 }),
        id: kpi.id,
        title: kpi.title,
        unit: kpi.unit,
        healthy: kpi.healthy,
        why: kpi.why,
        values,
        about: kpi.about,
    }
}

/// Gives a page its address: its path below content/, with `index.md` as its folder's own page.
fn link_page(page: PageDeclaration, internal: bool, sources: &Sources) -> Option<Page> {
    let path = sources.get(page.source).path();
    let path = path.strip_prefix("content/").unwrap_or(path).to_owned();
    let stem = path.rsplit_once('.').map_or(path.as_str(), |(stem, _)| stem);
    let folder =
        stem.strip_suffix("index").filter(|rest| rest.is_empty() || rest.ends_with('/')).unwrap_or(stem);
    let parts = folder.split('/').filter(|part| !part.is_empty()).chain(["index.html"]);
    let address = SitePath::new(parts)?;
    Some(Page {
        source: page.source,
        path,
        title: page.title,
        description: page.description,
        order: page.order,
        draft: page.draft,
        internal,
        redirect_from: page.redirect_from,
        toc: page.toc,
        body: page.body,
        address,
    })
}
