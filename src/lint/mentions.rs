//! Which people, teams and KPIs something in the handbook names: a goal, a team, a KPI, a check-in, or prose.

use super::Context;
use crate::model::{Handbook, KpiId, Named, Objective, Party, PersonId, Prose, TeamId};
use crate::resolve::targets::{Target, Targets, Thing};
use crate::text::Spanned;
use std::collections::BTreeSet;

/// Everything that is named at least once, by something other than itself.
#[derive(Default)]
pub(super) struct Mentions {
    pub(super) people: BTreeSet<PersonId>,
    pub(super) teams: BTreeSet<TeamId>,
    pub(super) kpis: BTreeSet<KpiId>,
}

/// Gathers what is named.
pub(super) fn mentions(context: &Context) -> Mentions {
    let handbook = context.handbook;
    let mut mentions = Mentions::default();
    for pillar in &handbook.pillars {
        mentions.people(pillar.owner);
        mentions.kpis(pillar.kpis.iter().copied());
    }
    for team in &handbook.teams {
        mentions.people(team.lead.into_iter().chain(team.ambassador).chain(team.members.iter().copied()));
        mentions.teams(team.parent);
    }
    for kpi in &handbook.kpis {
        mentions.people(kpi.owner);
        mentions.teams(kpi.team);
    }
    for objective in &handbook.objectives {
        mentions.objective(objective);
    }
    let targets = Targets::new(handbook, context.sources, &[], context.settings.raw_html);
    for prose in handbook.prose() {
        mentions.prose(prose, handbook, &targets);
    }
    mentions
}

impl Mentions {
    fn people(&mut self, people: impl IntoIterator<Item = Spanned<PersonId>>) {
        self.people.extend(people.into_iter().map(|person| person.value));
    }

    fn teams(&mut self, teams: impl IntoIterator<Item = Spanned<TeamId>>) {
        self.teams.extend(teams.into_iter().map(|team| team.value));
    }

    fn kpis(&mut self, kpis: impl IntoIterator<Item = Spanned<KpiId>>) {
        self.kpis.extend(kpis.into_iter().map(|kpi| kpi.value));
    }

    fn objective(&mut self, objective: &Objective) {
        self.people(objective.owner.into_iter().chain(objective.other_owners.iter().copied()));
        self.people(objective.initiatives.iter().filter_map(|initiative| initiative.owner));
        self.teams(objective.team.into_iter().chain(objective.contributors.iter().copied()));
        for dependency in &objective.depends_on {
            if let Party::Team(team) = dependency.on {
                self.teams.insert(team);
            }
        }
        for key_result in &objective.key_results {
            self.people(key_result.owner);
            self.people(key_result.check_ins.iter().filter_map(|check_in| check_in.aside.by));
            self.kpis(key_result.kpi);
        }
    }

    /// Links by name or by path, and what `okr` blocks are about.
    fn prose(&mut self, prose: &Prose, handbook: &Handbook, targets: &Targets) {
        for link in &prose.facts.links {
            match targets.follow(prose.span.source(), &link.target) {
                Ok(Target::Thing(Thing::Person(id), _)) => drop(self.people.insert(id)),
                Ok(Target::Thing(Thing::Team(id), _)) => drop(self.teams.insert(id)),
                Ok(Target::Thing(Thing::Kpi(id), _)) => drop(self.kpis.insert(id)),
                _ => {}
            }
        }
        for live in prose.facts.blocks.iter().filter_map(|block| handbook.live.get(&block.span)) {
            self.teams.extend(&live.filter.teams);
            match live.of {
                Some(Named::Team(id)) => drop(self.teams.insert(id)),
                Some(Named::Kpi(id)) => drop(self.kpis.insert(id)),
                Some(Named::Goal(_)) | None => {}
            }
        }
    }
}
