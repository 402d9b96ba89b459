//! The json format: the linked handbook with every derived value, under keys that are a contract.
//!
//! The structs below are that contract: their fields are the keys in their order, their comments the descriptions
//! in its schema. What is unknown is `null`, never absent.

use super::value::{Day, Exact, Projected, Ratio};
use super::{Edition, Format};
use crate::model::{
    Ambition, Bounds, CycleId, Decimal, Goal, Measure, ObjectiveId, Outcome, PersonId, State, Status, TeamId,
    Zone,
};
use crate::progress::{Health, KpiStatus};
use crate::text::Spanned;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde::ser::Serializer;
use std::io::{self, Write};

pub(super) static FORMAT: Format = Format {
    name: "json",
    about: "everything, with every derived value",
    address: &["api", "handbook.json"],
    write,
};

fn write(edition: &Edition, out: &mut dyn Write) -> io::Result<()> {
    let mut out = io::BufWriter::with_capacity(1 << 16, out);
    serde_json::to_writer(&mut out, &Export::of(edition))?;
    out.write_all(b"\n")?;
    out.flush()
}

/// The schema of what [`write`] writes.
pub(super) fn schema() -> serde_json::Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Export>();
    schema.insert("title".to_owned(), "okrbook export".into());
    schema.to_value()
}

/// The linked handbook with every derived value, as of one date and for one audience.
#[derive(Serialize, JsonSchema)]
struct Export<'a> {
    /// Name and version of this format: `okrbook/1`.
    format: &'static str,
    /// The date on which all derived values hold; nothing later exists.
    as_of: Day,
    /// For whom this edition is: `public` or `internal`.
    #[schemars(schema_with = "audiences")]
    audience: &'static str,
    /// Name of the handbook.
    title: &'a str,
    /// Whose handbook it is.
    organization: Option<&'a str>,
    /// The root of the tree.
    mission: Option<Mission<'a>>,
    /// Strategic themes under the mission.
    pillars: Vec<Pillar<'a>>,
    /// Known cycles by start, the longer first.
    cycles: Vec<Cycle<'a>>,
    /// Teams.
    teams: Vec<Team<'a>>,
    /// People. No figure is ever computed over a person's goals.
    people: Vec<Person<'a>>,
    /// Standing measures of health.
    kpis: Vec<Kpi<'a>>,
    /// Objectives with their key results, in the order of the sources.
    #[schemars(with = "Vec<Objective>")]
    objectives: Objectives<'a>,
}

#[derive(Serialize, JsonSchema)]
struct Mission<'a> {
    /// The mission in a sentence.
    statement: &'a str,
    /// Progress by cycle: the weighted mean of its pillars that have one and of its direct objectives.
    #[schemars(with = "std::collections::BTreeMap<String, Option<f64>>")]
    progress: ByCycle<'a>,
}

#[derive(Serialize, JsonSchema)]
struct Pillar<'a> {
    id: &'a str,
    title: &'a str,
    /// Progress by cycle: the weighted mean of the objectives directly under it.
    #[schemars(with = "std::collections::BTreeMap<String, Option<f64>>")]
    progress: ByCycle<'a>,
}

#[derive(Serialize, JsonSchema)]
struct Cycle<'a> {
    id: &'a str,
    title: &'a str,
    /// First day.
    start: Day,
    /// Last day, inclusive.
    end: Day,
    /// The shortest known cycle that contains it and is longer.
    parent: Option<&'a str>,
    /// Share of its days that have passed.
    elapsed: Ratio,
}

#[derive(Serialize, JsonSchema)]
struct Team<'a> {
    id: &'a str,
    name: &'a str,
    /// The team it belongs to.
    parent: Option<&'a str>,
    /// Who leads it.
    lead: Option<&'a str>,
    /// Who helps it to set its goals on time.
    ambassador: Option<&'a str>,
    /// Who works in it.
    members: Vec<&'a str>,
    /// What it is there for.
    purpose: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct Person<'a> {
    id: &'a str,
    name: &'a str,
    role: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct Kpi<'a> {
    id: &'a str,
    title: &'a str,
    /// What its numbers count.
    unit: Option<&'a str>,
    /// Where it should stand, both ends inclusive.
    healthy: Option<Healthy>,
    /// How it fares.
    #[schemars(schema_with = "kpi_statuses")]
    status: &'static str,
    /// Its last value.
    latest: Option<Latest>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Healthy {
    AtLeast(Exact),
    AtMost(Exact),
    Between([Exact; 2]),
}

#[derive(Serialize, JsonSchema)]
struct Latest {
    date: Day,
    value: Exact,
}

#[derive(Serialize, JsonSchema)]
struct Objective<'a> {
    id: &'a str,
    title: &'a str,
    /// Its cycle; only a draft may have none.
    cycle: Option<&'a str>,
    /// The team that owns it.
    team: Option<&'a str>,
    /// The person who leads it.
    owner: Option<&'a str>,
    /// The state in force on the date of the export.
    #[schemars(schema_with = "states")]
    state: &'static str,
    /// What 1.0 means.
    #[schemars(schema_with = "ambitions")]
    ambition: &'static str,
    /// References to what it contributes to; the first is its place in the tree.
    aligns_to: Vec<String>,
    /// The objectives that align to it or to one of its key results.
    children: Vec<&'a str>,
    /// References from its parent up to `mission`, or to where the chain ends.
    line_of_sight: Vec<String>,
    /// The weighted mean of its key results, 0 to 1.
    progress: Option<Ratio>,
    /// Where it should stand.
    expected: Option<Ratio>,
    /// Par times expected, less progress.
    gap: Option<Ratio>,
    /// How it fares, in a word.
    #[schemars(schema_with = "healths")]
    health: &'static str,
    /// What aligns to it from below has reached; never part of its own progress.
    contributing: Option<Ratio>,
    /// The judgement at the end.
    score: Option<Ratio>,
    /// How it ended.
    #[schemars(schema_with = "outcomes")]
    outcome: Option<&'static str>,
    key_results: Vec<KeyResult<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct KeyResult<'a> {
    id: &'a str,
    title: &'a str,
    /// How it is measured.
    #[schemars(schema_with = "kinds")]
    kind: &'static str,
    /// Where a metric began; null while no baseline is known.
    start: Option<Exact>,
    /// Where a metric should end.
    target: Option<Exact>,
    /// What the numbers count.
    unit: Option<&'a str>,
    /// The last measured value.
    value: Option<Exact>,
    /// How far it has come; below 0 and above 1 are kept.
    attainment: Option<Ratio>,
    /// Attainment between 0 and 1; 0 without data.
    progress: Ratio,
    /// Where it should stand.
    expected: Option<Ratio>,
    /// Par times expected, less progress.
    gap: Option<Ratio>,
    /// How it fares, in a word.
    #[schemars(schema_with = "healths")]
    health: &'static str,
    /// How much its owner believes in it, 0 to 1.
    confidence: Option<Ratio>,
    /// Where it is heading on the cycle's last day; a projection, never a fact.
    forecast: Option<Forecast>,
    /// Its check-ins up to the date of the export, by date.
    check_ins: Vec<CheckIn<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Forecast {
    value: Projected,
    low: Projected,
    high: Projected,
}

#[derive(Serialize, JsonSchema)]
struct CheckIn<'a> {
    date: Day,
    /// The measured value (metric and keep).
    value: Option<Exact>,
    /// The zone reached (zones).
    #[schemars(schema_with = "zones")]
    zone: Option<&'static str>,
    /// How much its owner believes in it, 0 to 1.
    confidence: Option<Ratio>,
    /// The owner's word.
    #[schemars(schema_with = "statuses")]
    status: Option<&'static str>,
    /// Inline Markdown.
    note: Option<&'a str>,
    /// The person who reported.
    by: Option<&'a str>,
    /// The next action.
    next: Option<&'a str>,
}

/// Progress of each known cycle, in their order.
struct ByCycle<'a>(Vec<(&'a str, Option<Ratio>)>);

impl Serialize for ByCycle<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, progress)| (id, progress)))
    }
}

/// The objectives, each made when it is written.
struct Objectives<'a>(&'a Edition<'a>);

impl Serialize for Objectives<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.handbook.objectives().map(|(id, _)| Objective::of(self.0, id)))
    }
}

impl<'a> Export<'a> {
    fn of(edition: &'a Edition<'a>) -> Self {
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
            pillars: handbook
                .pillars()
                .map(|(id, pillar)| Pillar {
                    id: &pillar.id.value,
                    title: &pillar.title.value,
                    progress: edition.by_cycle(|cycle| edition.progress.of_pillar(id, cycle)),
                })
                .collect(),
            cycles: handbook
                .cycles()
                .map(|(id, cycle)| Cycle {
                    id: &cycle.id.value,
                    title: &cycle.title,
                    start: Day(cycle.start),
                    end: Day(cycle.end),
                    parent: cycle.parent.map(|parent| &*handbook[parent].id.value),
                    elapsed: Ratio(edition.progress.of_cycle(id).elapsed),
                })
                .collect(),
            teams: handbook
                .teams
                .iter()
                .map(|team| Team {
                    id: &team.id.value,
                    name: &team.name.value,
                    parent: edition.team(team.parent),
                    lead: edition.person(team.lead),
                    ambassador: edition.person(team.ambassador),
                    members: team.members.iter().filter_map(|&member| edition.person(Some(member))).collect(),
                    purpose: team.purpose.as_ref().map(|purpose| &*purpose.value),
                })
                .collect(),
            people: handbook
                .people
                .iter()
                .map(|person| Person {
                    id: &person.id.value,
                    name: &person.name.value,
                    role: person.role.as_ref().map(|role| &*role.value),
                })
                .collect(),
            kpis: handbook
                .kpis()
                .map(|(id, kpi)| {
                    let progress = edition.progress.of_kpi(id);
                    Kpi {
                        id: &kpi.id.value,
                        title: &kpi.title.value,
                        unit: kpi.unit.as_ref().map(|unit| &*unit.value),
                        healthy: kpi.healthy.map(|bounds| Healthy::of(bounds.value)),
                        status: progress.status.word(),
                        latest: progress
                            .latest
                            .map(|index| &kpi.values[index])
                            .map(|latest| Latest { date: Day(latest.date), value: Exact(latest.value) }),
                    }
                })
                .collect(),
            objectives: Objectives(edition),
        }
    }
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
            unit: key_result.unit.as_ref().filter(|_| is_open).map(|unit| &*unit.value),
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
            check_ins: key_result.check_ins[..progress.check_ins]
                .iter()
                .map(|check_in| CheckIn {
                    date: Day(check_in.date.value),
                    value: exact(check_in.value.map(|value| value.value)),
                    zone: check_in.zone.map(Zone::word),
                    confidence: check_in.confidence.map(|confidence| Ratio(confidence.value)),
                    status: check_in.status.map(|status| status.value.word()),
                    note: check_in.note.as_ref().filter(|_| is_open).map(|note| &*note.value),
                    by: edition.person(check_in.by),
                    next: check_in.next.as_ref().filter(|_| is_open).map(|next| &*next.value),
                })
                .collect(),
        }
    }
}

impl<'a> Edition<'a> {
    fn by_cycle(&self, progress: impl Fn(CycleId) -> Option<f64>) -> ByCycle<'a> {
        let entry =
            |(id, cycle): (CycleId, &'a crate::model::Cycle)| (&*cycle.id.value, progress(id).map(Ratio));
        ByCycle(self.handbook.cycles().map(entry).collect())
    }

    fn team(&self, team: Option<Spanned<TeamId>>) -> Option<&'a str> {
        team.map(|team| &*self.handbook[team.value].id.value)
    }

    fn person(&self, person: Option<Spanned<PersonId>>) -> Option<&'a str> {
        person.map(|person| &*self.handbook[person.value].id.value)
    }
}

fn audiences(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"enum": ["public", "internal"]})
}

fn words(words: &[&str]) -> Schema {
    json_schema!({"enum": words})
}

/// Words of a closed list, or null.
fn words_or_null(words: &[&str]) -> Schema {
    let words = words.iter().copied().map(serde_json::Value::from).chain([serde_json::Value::Null]);
    json_schema!({"enum": words.collect::<Vec<_>>()})
}

fn states(_: &mut SchemaGenerator) -> Schema {
    words(&State::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>())
}

fn ambitions(_: &mut SchemaGenerator) -> Schema {
    words(&Ambition::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>())
}

fn outcomes(_: &mut SchemaGenerator) -> Schema {
    words_or_null(&Outcome::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>())
}

fn zones(_: &mut SchemaGenerator) -> Schema {
    words_or_null(&Zone::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>())
}

fn statuses(_: &mut SchemaGenerator) -> Schema {
    words_or_null(&Status::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>())
}

fn kinds(_: &mut SchemaGenerator) -> Schema {
    words(&["metric", "keep", "milestones", "zones", "done"])
}

fn healths(_: &mut SchemaGenerator) -> Schema {
    use Health::{AtRisk, Closed, OffTrack, OnTrack, Outdated, Pending};
    words(&[OffTrack, Outdated, AtRisk, OnTrack, Pending, Closed].map(Health::word))
}

fn kpi_statuses(_: &mut SchemaGenerator) -> Schema {
    use KpiStatus::{Healthy, NoData, NoTarget, Outdated, Unhealthy};
    words(&[NoTarget, NoData, Outdated, Healthy, Unhealthy].map(KpiStatus::word))
}
