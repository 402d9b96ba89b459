//! The keys of the json format in their order, each with the description that its schema gives.

use super::fill::{ByCycle, Objectives};
use crate::export::value::{Day, Exact, Projected, Ratio};
use crate::model::{Ambition, Outcome, State, Status, Zone};
use crate::progress::{Health, KpiStatus};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

/// The linked handbook with every derived value, as of one date and for one audience.
#[derive(Serialize, JsonSchema)]
pub(super) struct Export<'a> {
    /// Name and version of this format: `okrbook/1`.
    pub(super) format: &'static str,
    /// The date on which all derived values hold; nothing later exists.
    pub(super) as_of: Day,
    /// For whom this edition is: `public` or `internal`.
    #[schemars(schema_with = "audiences")]
    pub(super) audience: &'static str,
    /// Name of the handbook.
    pub(super) title: &'a str,
    /// Whose handbook it is.
    pub(super) organization: Option<&'a str>,
    /// The root of the tree.
    pub(super) mission: Option<Mission<'a>>,
    /// Strategic themes under the mission.
    pub(super) pillars: Vec<Pillar<'a>>,
    /// Known cycles by start, the longer first.
    pub(super) cycles: Vec<Cycle<'a>>,
    /// Teams.
    pub(super) teams: Vec<Team<'a>>,
    /// People. No figure is ever computed over a person's goals.
    pub(super) people: Vec<Person<'a>>,
    /// Standing measures of health.
    pub(super) kpis: Vec<Kpi<'a>>,
    /// Objectives with their key results, in the order of the sources.
    #[schemars(with = "Vec<Objective>")]
    pub(super) objectives: Objectives<'a>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Mission<'a> {
    /// The mission in a sentence.
    pub(super) statement: &'a str,
    /// Progress by cycle: the weighted mean of its pillars that have one and of its direct objectives.
    #[schemars(with = "std::collections::BTreeMap<String, Option<f64>>")]
    pub(super) progress: ByCycle<'a>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Pillar<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    /// Progress by cycle: the weighted mean of the objectives directly under it.
    #[schemars(with = "std::collections::BTreeMap<String, Option<f64>>")]
    pub(super) progress: ByCycle<'a>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Cycle<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    /// First day.
    pub(super) start: Day,
    /// Last day, inclusive.
    pub(super) end: Day,
    /// The shortest known cycle that contains it and is longer.
    pub(super) parent: Option<&'a str>,
    /// Share of its days that have passed.
    pub(super) elapsed: Ratio,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Team<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    /// The team it belongs to.
    pub(super) parent: Option<&'a str>,
    /// Who leads it.
    pub(super) lead: Option<&'a str>,
    /// Who helps it to set its goals on time.
    pub(super) ambassador: Option<&'a str>,
    /// Who works in it.
    pub(super) members: Vec<&'a str>,
    /// What it is there for.
    pub(super) purpose: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Person<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) role: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Kpi<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    /// What its numbers count.
    pub(super) unit: Option<&'a str>,
    /// Where it should stand, both ends inclusive.
    pub(super) healthy: Option<Healthy>,
    /// How it fares.
    #[schemars(schema_with = "kpi_statuses")]
    pub(super) status: &'static str,
    /// Its last value.
    pub(super) latest: Option<Latest>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Healthy {
    AtLeast(Exact),
    AtMost(Exact),
    Between([Exact; 2]),
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Latest {
    pub(super) date: Day,
    pub(super) value: Exact,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Objective<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    /// Its cycle; only a draft may have none.
    pub(super) cycle: Option<&'a str>,
    /// The team that owns it.
    pub(super) team: Option<&'a str>,
    /// The person who leads it.
    pub(super) owner: Option<&'a str>,
    /// The state in force on the date of the export.
    #[schemars(schema_with = "states")]
    pub(super) state: &'static str,
    /// What 1.0 means.
    #[schemars(schema_with = "ambitions")]
    pub(super) ambition: &'static str,
    /// References to what it contributes to; the first is its place in the tree.
    pub(super) aligns_to: Vec<String>,
    /// The objectives that align to it or to one of its key results.
    pub(super) children: Vec<&'a str>,
    /// References from its parent up to `mission`, or to where the chain ends.
    pub(super) line_of_sight: Vec<String>,
    /// The weighted mean of its key results, 0 to 1.
    pub(super) progress: Option<Ratio>,
    /// Where it should stand.
    pub(super) expected: Option<Ratio>,
    /// Par times expected, less progress.
    pub(super) gap: Option<Ratio>,
    /// How it fares, in a word.
    #[schemars(schema_with = "healths")]
    pub(super) health: &'static str,
    /// What aligns to it from below has reached; never part of its own progress.
    pub(super) contributing: Option<Ratio>,
    /// The judgement at the end.
    pub(super) score: Option<Ratio>,
    /// How it ended.
    #[schemars(schema_with = "outcomes")]
    pub(super) outcome: Option<&'static str>,
    pub(super) key_results: Vec<KeyResult<'a>>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct KeyResult<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    /// How it is measured.
    #[schemars(schema_with = "kinds")]
    pub(super) kind: &'static str,
    /// Where a metric began; null while no baseline is known.
    pub(super) start: Option<Exact>,
    /// Where a metric should end.
    pub(super) target: Option<Exact>,
    /// What the numbers count.
    pub(super) unit: Option<&'a str>,
    /// The last measured value.
    pub(super) value: Option<Exact>,
    /// How far it has come; below 0 and above 1 are kept.
    pub(super) attainment: Option<Ratio>,
    /// Attainment between 0 and 1; 0 without data.
    pub(super) progress: Ratio,
    /// Where it should stand.
    pub(super) expected: Option<Ratio>,
    /// Par times expected, less progress.
    pub(super) gap: Option<Ratio>,
    /// How it fares, in a word.
    #[schemars(schema_with = "healths")]
    pub(super) health: &'static str,
    /// How much its owner believes in it, 0 to 1.
    pub(super) confidence: Option<Ratio>,
    /// Where it is heading on the cycle's last day; a projection, never a fact.
    pub(super) forecast: Option<Forecast>,
    /// Its check-ins up to the date of the export, by date.
    pub(super) check_ins: Vec<CheckIn<'a>>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Forecast {
    pub(super) value: Projected,
    pub(super) low: Projected,
    pub(super) high: Projected,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct CheckIn<'a> {
    pub(super) date: Day,
    /// The measured value (metric and keep).
    pub(super) value: Option<Exact>,
    /// The zone reached (zones).
    #[schemars(schema_with = "zones")]
    pub(super) zone: Option<&'static str>,
    /// How much its owner believes in it, 0 to 1.
    pub(super) confidence: Option<Ratio>,
    /// The owner's word.
    #[schemars(schema_with = "statuses")]
    pub(super) status: Option<&'static str>,
    /// Inline Markdown.
    pub(super) note: Option<&'a str>,
    /// The person who reported.
    pub(super) by: Option<&'a str>,
    /// The next action.
    pub(super) next: Option<&'a str>,
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
