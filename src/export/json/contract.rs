//! The keys of the json format in their order, each with the description that its schema gives.

use super::fill::{ByCycle, CheckIns, Objectives};
use super::pen::{Pen, Tell, objects};
use crate::export::value::{Day, Exact, Projected, Ratio};
use crate::model::{Ambition, Outcome, State, Status, Zone};
use crate::progress::{Health, KpiStatus};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

objects! {
    /// The linked handbook with every derived value, as of one date and for one audience.
    Export<'a> {
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

    Mission<'a> {
        /// The mission in a sentence.
        statement: &'a str,
        /// Progress by cycle: the weighted mean of its pillars that have one and of its direct objectives.
        #[schemars(with = "std::collections::BTreeMap<String, Option<f64>>")]
        progress: ByCycle<'a>,
    }

    Pillar<'a> {
        id: &'a str,
        title: &'a str,
        /// Progress by cycle: the weighted mean of the objectives directly under it.
        #[schemars(with = "std::collections::BTreeMap<String, Option<f64>>")]
        progress: ByCycle<'a>,
    }

    Cycle<'a> {
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

    Team<'a> {
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

    Person<'a> {
        id: &'a str,
        name: &'a str,
        role: Option<&'a str>,
    }

    Kpi<'a> {
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

    Latest {
        date: Day,
        value: Exact,
    }

    Objective<'a> {
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

    KeyResult<'a> {
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
        #[schemars(with = "Vec<CheckIn>")]
        check_ins: CheckIns<'a>,
    }

    Forecast {
        value: Projected,
        low: Projected,
        high: Projected,
    }

    CheckIn<'a> {
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
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub(super) enum Healthy {
    AtLeast(Exact),
    AtMost(Exact),
    Between([Exact; 2]),
}

impl Tell for Healthy {
    fn tell(&self, pen: &mut Pen) {
        match self {
            Healthy::AtLeast(least) => pen.map([("at_least", least)]),
            Healthy::AtMost(most) => pen.map([("at_most", most)]),
            Healthy::Between(ends) => pen.map([("between", ends)]),
        }
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
