//! Who belongs to whom, looked up once, so that no page has to search the whole handbook.

use crate::model::{
    CycleId, Goal, Handbook, KeyResult, KeyResultId, KpiId, Objective, ObjectiveId, Party, PersonId,
    PillarId, TeamId,
};
use std::sync::Arc;

/// The handbook's links in the other direction, in the order of the sources.
#[derive(Debug, Default)]
pub struct Index {
    /// Objectives whose place in the tree is right under the mission.
    pub under_mission: Vec<ObjectiveId>,
    /// Objectives whose place in the tree is right under a pillar.
    pub under_pillar: Vec<Vec<ObjectiveId>>,
    /// Objectives whose place in the tree is under an objective or one of its key results.
    pub under_objective: Vec<Vec<ObjectiveId>>,
    /// Objectives in a cycle that align to nothing.
    pub unaligned: Vec<ObjectiveId>,
    /// Objectives without a cycle.
    pub backlog: Vec<ObjectiveId>,
    /// Objectives of a cycle.
    pub of_cycle: Vec<Vec<ObjectiveId>>,
    /// Cycles inside a cycle.
    pub inside_cycle: Vec<Vec<CycleId>>,
    /// Objectives that a team owns.
    pub of_team: Vec<Vec<ObjectiveId>>,
    /// Objectives that a team contributes to.
    pub contributed_by: Vec<Vec<ObjectiveId>>,
    /// Teams inside a team.
    pub inside_team: Vec<Vec<TeamId>>,
    /// KPIs that a team watches.
    pub kpis_of_team: Vec<Vec<KpiId>>,
    /// Objectives that need something of a team, or of one of its goals.
    pub needs_team: Vec<Vec<ObjectiveId>>,
    /// Objectives that need something of an objective or its key results.
    pub needs_objective: Vec<Vec<ObjectiveId>>,
    /// The objective that carries another one on.
    pub carried_on_by: Vec<Vec<ObjectiveId>>,
    /// Teams that a person leads, helps or works in.
    pub teams_of: Vec<Vec<TeamId>>,
    /// Objectives that a person leads.
    pub led_by: Vec<Vec<ObjectiveId>>,
    /// Initiatives that a person has taken on: their objective, and their place in it.
    pub initiatives_of: Vec<Vec<(ObjectiveId, usize)>>,
    /// Key results that a person answers for.
    pub answered_by: Vec<Vec<KeyResultId>>,
    /// KPIs that a person watches.
    pub kpis_of: Vec<Vec<KpiId>>,
    /// Pillars that a person answers for.
    pub pillars_of: Vec<Vec<PillarId>>,
    /// Key results that mean to move a KPI.
    pub moves: Vec<Vec<KeyResultId>>,
    /// Pillars that watch a KPI.
    pub watched_by: Vec<Vec<PillarId>>,
}

impl Index {
    /// Looks at everything once.
    pub fn of(handbook: &Handbook) -> Index {
        let (objectives, people) = (handbook.objectives.len(), handbook.people.len());
        let (teams, kpis, cycles) = (handbook.teams.len(), handbook.kpis.len(), handbook.cycles.len());
        let mut index = Index {
            under_pillar: vec![Vec::new(); handbook.pillars.len()],
            under_objective: vec![Vec::new(); objectives],
            of_cycle: vec![Vec::new(); cycles],
            inside_cycle: vec![Vec::new(); cycles],
            of_team: vec![Vec::new(); teams],
            contributed_by: vec![Vec::new(); teams],
            inside_team: vec![Vec::new(); teams],
            kpis_of_team: vec![Vec::new(); teams],
            needs_team: vec![Vec::new(); teams],
            needs_objective: vec![Vec::new(); objectives],
            carried_on_by: vec![Vec::new(); objectives],
            teams_of: vec![Vec::new(); people],
            led_by: vec![Vec::new(); people],
            initiatives_of: vec![Vec::new(); people],
            answered_by: vec![Vec::new(); people],
            kpis_of: vec![Vec::new(); people],
            pillars_of: vec![Vec::new(); people],
            moves: vec![Vec::new(); kpis],
            watched_by: vec![Vec::new(); kpis],
            ..Index::default()
        };
        for id in handbook.objectives().map(|(id, _)| id) {
            index.place(handbook, id);
            index.owners(handbook, id);
            index.needs(handbook, id);
        }
        index.organisation(handbook);
        index
    }

    /// The same, as long as nothing leads elsewhere than in the handbook that was looked at before.
    pub fn again(handbook: &Handbook, memo: &mut Memo) -> Arc<Index> {
        let organisation = organisation(handbook);
        let known = memo.known.take();
        let known = known.filter(|known| known.organisation == organisation && known.is_like(handbook));
        let index = known.map_or_else(|| Arc::new(Index::of(handbook)), |known| known.index);
        // What nobody else keeps will never be met again.
        if handbook.objectives.iter().all(|objective| Arc::strong_count(objective) > 1) {
            let objectives = handbook.objectives.clone();
            memo.known = Some(Known { objectives, organisation, index: Arc::clone(&index) });
        }
        index
    }

    fn place(&mut self, handbook: &Handbook, id: ObjectiveId) {
        let objective = &handbook[id];
        match objective.aligns_to.first().map(|alignment| alignment.to) {
            Some(Goal::Mission) => self.under_mission.push(id),
            Some(Goal::Pillar(pillar)) => self.under_pillar[pillar.index()].push(id),
            Some(Goal::Objective(parent) | Goal::KeyResult(KeyResultId { objective: parent, .. })) => {
                self.under_objective[parent.index()].push(id);
            }
            None if objective.cycle.is_some() => self.unaligned.push(id),
            None => {}
        }
        match objective.cycle {
            Some(cycle) => self.of_cycle[cycle.value.index()].push(id),
            None => self.backlog.push(id),
        }
        if let Some(earlier) = objective.carried_over_from {
            self.carried_on_by[earlier.value.index()].push(id);
        }
    }

    fn owners(&mut self, handbook: &Handbook, id: ObjectiveId) {
        let objective = &handbook[id];
        if let Some(team) = objective.team {
            self.of_team[team.value.index()].push(id);
        }
        for team in &objective.contributors {
            push_once(&mut self.contributed_by[team.value.index()], id);
        }
        for owner in objective.owner.iter().chain(&objective.other_owners) {
            push_once(&mut self.led_by[owner.value.index()], id);
        }
        for (index, initiative) in objective.initiatives.iter().enumerate() {
            if let Some(owner) = initiative.owner {
                self.initiatives_of[owner.value.index()].push((id, index));
            }
        }
        for (id, key_result) in handbook.key_results(id) {
            if let Some(owner) = key_result.owner {
                self.answered_by[owner.value.index()].push(id);
            }
            if let Some(kpi) = key_result.kpi {
                self.moves[kpi.value.index()].push(id);
            }
        }
    }

    fn needs(&mut self, handbook: &Handbook, id: ObjectiveId) {
        for dependency in &handbook[id].depends_on {
            match dependency.on {
                Party::Team(team) => push_once(&mut self.needs_team[team.index()], id),
                Party::Goal(Goal::Objective(on) | Goal::KeyResult(KeyResultId { objective: on, .. })) => {
                    push_once(&mut self.needs_objective[on.index()], id);
                    if let Some(team) = handbook[on].team {
                        push_once(&mut self.needs_team[team.value.index()], id);
                    }
                }
                Party::Goal(Goal::Mission | Goal::Pillar(_)) => {}
            }
        }
    }

    fn organisation(&mut self, handbook: &Handbook) {
        for (id, team) in handbook.teams() {
            if let Some(parent) = team.parent {
                self.inside_team[parent.value.index()].push(id);
            }
            for person in team.lead.iter().chain(&team.ambassador).chain(&team.members) {
                push_once(&mut self.teams_of[person.value.index()], id);
            }
        }
        for (id, pillar) in handbook.pillars() {
            for kpi in &pillar.kpis {
                push_once(&mut self.watched_by[kpi.value.index()], id);
            }
            if let Some(owner) = pillar.owner {
                self.pillars_of[owner.value.index()].push(id);
            }
        }
        for (id, kpi) in handbook.kpis() {
            if let Some(team) = kpi.team {
                self.kpis_of_team[team.value.index()].push(id);
            }
            if let Some(owner) = kpi.owner {
                self.kpis_of[owner.value.index()].push(id);
            }
        }
        for (id, cycle) in handbook.cycles() {
            if let Some(parent) = cycle.parent {
                self.inside_cycle[parent.index()].push(id);
            }
        }
    }
}

/// An index that was made, and of what.
#[derive(Debug, Default)]
pub struct Memo {
    known: Option<Known>,
}

#[derive(Debug)]
struct Known {
    objectives: Vec<Arc<Objective>>,
    organisation: Vec<Option<usize>>,
    index: Arc<Index>,
}

impl Known {
    /// Whether all objectives lead where they did.
    fn is_like(&self, handbook: &Handbook) -> bool {
        let pairs = self.objectives.iter().zip(&handbook.objectives);
        self.objectives.len() == handbook.objectives.len()
            && pairs.into_iter().all(|(one, other)| Arc::ptr_eq(one, other) || leads(one) == leads(other))
    }
}

/// Everything that an index takes from an objective.
type Leads = (
    Option<Goal>,
    [Option<usize>; 3],
    Vec<usize>,
    Vec<usize>,
    Vec<(Option<PersonId>, Option<KpiId>)>,
    Vec<Option<PersonId>>,
    Vec<Party>,
);

fn leads(objective: &Objective) -> Leads {
    let cycle = objective.cycle.map(|cycle| cycle.value.index());
    let earlier = objective.carried_over_from.map(|earlier| earlier.value.index());
    let team = objective.team.map(|team| team.value.index());
    let owners = objective.owner.iter().chain(&objective.other_owners);
    let of_key_result = |key_result: &KeyResult| {
        (key_result.owner.map(|owner| owner.value), key_result.kpi.map(|kpi| kpi.value))
    };
    (
        objective.aligns_to.first().map(|alignment| alignment.to),
        [cycle, earlier, team],
        objective.contributors.iter().map(|team| team.value.index()).collect(),
        owners.map(|owner| owner.value.index()).collect(),
        objective.key_results.iter().map(of_key_result).collect(),
        objective.initiatives.iter().map(|initiative| initiative.owner.map(|owner| owner.value)).collect(),
        objective.depends_on.iter().map(|dependency| dependency.on).collect(),
    )
}

/// Everything that an index takes from teams, pillars, KPIs, cycles and people, in one row.
fn organisation(handbook: &Handbook) -> Vec<Option<usize>> {
    let counts = [handbook.people.len(), handbook.teams.len(), handbook.pillars.len(), handbook.kpis.len()];
    let mut row: Vec<Option<usize>> = counts.into_iter().map(Some).collect();
    for team in &handbook.teams {
        row.push(team.parent.map(|parent| parent.value.index()));
        let people = team.lead.iter().chain(&team.ambassador).chain(&team.members);
        row.extend(people.map(|person| Some(person.value.index())));
        row.push(None);
    }
    for pillar in &handbook.pillars {
        row.push(pillar.owner.map(|owner| owner.value.index()));
        row.extend(pillar.kpis.iter().map(|kpi| Some(kpi.value.index())));
        row.push(None);
    }
    for kpi in &handbook.kpis {
        row.push(kpi.team.map(|team| team.value.index()));
        row.push(kpi.owner.map(|owner| owner.value.index()));
    }
    row.extend(handbook.cycles.iter().map(|cycle| cycle.parent.map(CycleId::index)));
    row
}

/// Things are met in order, so that a repetition can only be the last one.
fn push_once<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if list.last() != Some(&item) {
        list.push(item);
    }
}
