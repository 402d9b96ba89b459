//! Fills the contract from a handbook and what is derived of it.

use super::contract::{
    CheckIn, Cycle, Export, Forecast, Healthy, KeyResult, Kpi, Latest, Mission, Objective, Person, Pillar,
    Team,
};
use super::pen::{Pen, Tell};
use crate::export::Edition;
use crate::export::value::{Day, Exact, Projected, Ratio};
use crate::model::{
    self, Bounds, CycleId, Decimal, Goal, KpiId, Measure, ObjectiveId, Outcome, PersonId, PillarId, TeamId,
    Text, Zone,
};
use crate::text::Spanned;

/// Progress of each known cycle, in their order.
pub(super) struct ByCycle<'a>(Vec<(&'a str, Option<Ratio>)>);

impl Tell for ByCycle<'_> {
    fn tell(&self, pen: &mut Pen) {
        pen.map(self.0.iter().copied());
    }
}

/// The objectives, each made when it is written.
pub(super) struct Objectives<'a>(&'a Edition<'a>);

impl Tell for Objectives<'_> {
    fn tell(&self, pen: &mut Pen) {
        pen.list(self.0.handbook.objectives().map(|(id, _)| Objective::of(self.0, id)));
    }
}

/// The check-ins of a key result that the export knows of, each made when it is written.
pub(super) struct CheckIns<'a> {
    edition: &'a Edition<'a>,
    key_result: &'a model::KeyResult,
    known: usize,
}

impl Tell for CheckIns<'_> {
    fn tell(&self, pen: &mut Pen) {
        let is_open = !self.edition.masks(self.key_result);
        let known = &self.key_result.check_ins[..self.known];
        pen.list(known.iter().map(|check_in| CheckIn::of(self.edition, check_in, is_open)));
    }
}

impl<'a> Export<'a> {
    /// Everything of an edition.
    pub(super) fn of(edition: &'a Edition<'a>) -> Self {
        let handbook = edition.handbook;
        Export {
            format: "okrbook/1",
            as_of: Day(edition.progress.as_of),
            audience: edition.audience.word(),
            title: &edition.settings.title,
            organization: edition.settings.organization.as_deref(),
            mission: handbook.mission.as_ref().map(|mission| Mission {
                statement: &mission.statement.value,
                progress: edition.by_cycle(|cycle| edition.progress.of_cycle(cycle).mission),
            }),
            pillars: handbook.pillars().map(|(id, _)| Pillar::of(edition, id)).collect(),
            cycles: handbook.cycles().map(|(id, _)| Cycle::of(edition, id)).collect(),
            teams: handbook.teams().map(|(id, _)| Team::of(edition, id)).collect(),
            people: handbook
                .people
                .iter()
                .map(|person| Person {
                    id: &person.id.value,
                    name: &person.name.value,
                    role: text(person.role.as_ref()),
                })
                .collect(),
            kpis: handbook.kpis().map(|(id, _)| Kpi::of(edition, id)).collect(),
            objectives: Objectives(edition),
        }
    }
}

impl<'a> Pillar<'a> {
    fn of(edition: &'a Edition<'a>, id: PillarId) -> Self {
        let pillar = &edition.handbook[id];
        Pillar {
            id: &pillar.id.value,
            title: &pillar.title.value,
            progress: edition.by_cycle(|cycle| edition.progress.of_pillar(id, cycle)),
        }
    }
}

impl<'a> Cycle<'a> {
    fn of(edition: &'a Edition<'a>, id: CycleId) -> Self {
        let cycle = &edition.handbook[id];
        Cycle {
            id: &cycle.id.value,
            title: &cycle.title,
            start: Day(cycle.start),
            end: Day(cycle.end),
            parent: cycle.parent.map(|parent| &*edition.handbook[parent].id.value),
            elapsed: Ratio(edition.progress.of_cycle(id).elapsed),
        }
    }
}

impl<'a> Team<'a> {
    fn of(edition: &'a Edition<'a>, id: TeamId) -> Self {
        let team = &edition.handbook[id];
        Team {
            id: &team.id.value,
            name: &team.name.value,
            parent: edition.team(team.parent),
            lead: edition.person(team.lead),
            ambassador: edition.person(team.ambassador),
            members: team.members.iter().filter_map(|&member| edition.person(Some(member))).collect(),
            purpose: text(team.purpose.as_ref()),
        }
    }
}

impl<'a> Kpi<'a> {
    fn of(edition: &'a Edition<'a>, id: KpiId) -> Self {
        let kpi = &edition.handbook[id];
        let progress = edition.progress.of_kpi(id);
        let latest = progress.latest.map(|index| &kpi.values[index]);
        Kpi {
            id: &kpi.id.value,
            title: &kpi.title.value,
            unit: text(kpi.unit.as_ref()),
            healthy: kpi.healthy.map(|bounds| Healthy::of(bounds.value)),
            status: progress.status.word(),
            latest: latest.map(|latest| Latest { date: Day(latest.date.value), value: Exact(latest.value) }),
        }
    }
}

fn text(text: Option<&Text>) -> Option<&str> {
    text.map(|text| &*text.value)
}

impl Healthy {
    fn of(bounds: Bounds) -> Self {
        match bounds {
            Bounds::AtLeast(least) => Healthy::AtLeast(Exact(least)),
            Bounds::AtMost(most) => Healthy::AtMost(Exact(most)),
            Bounds::Between(least, most) => Healthy::Between([Exact(least), Exact(most)]),
        }
    }
}

impl<'a> Objective<'a> {
    fn of(edition: &'a Edition, id: ObjectiveId) -> Self {
        let handbook = edition.handbook;
        let objective = &handbook[id];
        let progress = edition.progress.of(id);
        let line_of_sight = handbook.line_of_sight(Goal::Objective(id));
        Objective {
            id: &objective.id.value,
            title: &objective.title.value,
            cycle: objective.cycle.map(|cycle| &*handbook[cycle.value].id.value),
            team: edition.team(objective.team),
            owner: edition.person(objective.owner),
            state: progress.state.word(),
            ambition: objective.ambition.word(),
            aligns_to: objective.aligns_to.iter().map(|alignment| handbook.reference(alignment.to)).collect(),
            children: handbook.children[id.index()].iter().map(|&child| &*handbook[child].id.value).collect(),
            line_of_sight: line_of_sight.into_iter().map(|goal| handbook.reference(goal)).collect(),
            progress: progress.progress.map(Ratio),
            expected: progress.expected.map(Ratio),
            gap: progress.gap.map(Ratio),
            health: progress.health.word(),
            contributing: progress.contributing.map(Ratio),
            score: progress.score.map(Ratio),
            outcome: progress.outcome.map(Outcome::word),
            key_results: (0..objective.key_results.len())
                .map(|index| KeyResult::of(edition, id, index))
                .collect(),
        }
    }
}

impl<'a> KeyResult<'a> {
    fn of(edition: &'a Edition, objective: ObjectiveId, index: usize) -> Self {
        let key_result = &edition.handbook[objective].key_results[index];
        let progress = &edition.progress.of(objective).key_results[index];
        let is_open = !edition.masks(key_result);
        let exact = |number: Option<Decimal>| number.filter(|_| is_open).map(Exact);
        let (start, target) = match &key_result.measure {
            Measure::Metric { start, target, .. } => (start.value, Some(target.value)),
            _ => (None, None),
        };
        KeyResult {
            id: &key_result.id.value,
            title: &key_result.title.value,
            kind: key_result.measure.kind(),
            start: exact(start),
            target: exact(target),
            unit: text(key_result.unit.as_ref().filter(|_| is_open)),
            value: exact(progress.value),
            attainment: progress.attainment.map(Ratio),
            progress: Ratio(progress.progress),
            expected: progress.expected.map(Ratio),
            gap: progress.gap.map(Ratio),
            health: progress.health.word(),
            confidence: progress.confidence.map(Ratio),
            forecast: progress.forecast.filter(|_| is_open).map(|forecast| Forecast {
                value: Projected(forecast.value),
                low: Projected(forecast.low),
                high: Projected(forecast.high),
            }),
            check_ins: CheckIns { edition, key_result, known: progress.check_ins },
        }
    }
}

impl<'a> CheckIn<'a> {
    fn of(edition: &'a Edition, check_in: &'a model::CheckIn, is_open: bool) -> Self {
        CheckIn {
            date: Day(check_in.date.value),
            value: check_in.value.filter(|_| is_open).map(|value| Exact(value.value)),
            zone: check_in.zone.map(Zone::word),
            confidence: check_in.confidence.map(|confidence| Ratio(confidence.value)),
            status: check_in.aside.status.map(|status| status.value.word()),
            note: text(check_in.note.as_ref().filter(|_| is_open)),
            by: edition.person(check_in.aside.by),
            next: text(check_in.aside.next.as_ref().filter(|_| is_open)),
        }
    }
}

impl<'a> Edition<'a> {
    fn by_cycle(&self, progress: impl Fn(CycleId) -> Option<f64>) -> ByCycle<'a> {
        let entry = |(id, cycle): (CycleId, &'a model::Cycle)| (&*cycle.id.value, progress(id).map(Ratio));
        ByCycle(self.handbook.cycles().map(entry).collect())
    }

    fn team(&self, team: Option<Spanned<TeamId>>) -> Option<&'a str> {
        team.map(|team| &*self.handbook[team.value].id.value)
    }

    fn person(&self, person: Option<Spanned<PersonId>>) -> Option<&'a str> {
        person.map(|person| &*self.handbook[person.value].id.value)
    }
}
