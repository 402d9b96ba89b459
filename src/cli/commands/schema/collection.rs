//! What a YAML file below content/ may hold, as types whose schema editors read. Goals are in `goal`.
#![expect(dead_code, reason = "the types exist for their schema alone")]

use super::goal::{Bounds, CollectedCheckIn, Objective};
use super::shape::{Cadence, Date, Id, Number, Reference, Text, Title, Url, Visibility, Weight};
use schemars::JsonSchema;

/// A file of an okrbook handbook: any of these collections.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "okrbook handbook")]
pub(super) struct File {
    /// Why all of this exists: the root of the tree. One in the whole handbook.
    mission: Option<Mission>,
    /// Strategic themes: long-lived bets under the mission.
    pillars: Option<Vec<Pillar>>,
    /// Stretches of time for which goals are set. Ids such as `2026-Q3` or `FY27-H1` need no entry.
    cycles: Option<Vec<Cycle>>,
    /// Teams.
    teams: Option<Vec<Team>>,
    /// People. An OKR says what the organisation achieves, never how a person performed.
    people: Option<Vec<Person>>,
    /// Where we want to go.
    objectives: Option<Vec<Objective>>,
    /// The rear-view mirror: standing measures of health.
    kpis: Option<Vec<Kpi>>,
    /// Check-ins that stand apart from their key results or KPIs.
    check_ins: Option<Vec<CollectedCheckIn>>,
}

/// Why all of this exists.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Mission {
    /// The mission in a sentence.
    statement: Title,
    /// The world it works towards.
    vision: Option<Text>,
    /// Why; inline Markdown.
    why: Option<Text>,
    /// What is deliberately left undone.
    not_doing: Option<Vec<Text>>,
    /// `internal` keeps it out of public editions.
    visibility: Option<Visibility>,
    /// Words to filter by.
    tags: Option<Vec<Reference>>,
    /// Further reading.
    links: Option<Vec<Link>>,
}

/// A strategic theme under the mission.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Pillar {
    /// Its id; mission, pillars and objectives share one name space.
    id: Id,
    /// Its title.
    title: Title,
    /// Why; inline Markdown.
    why: Option<Text>,
    /// The person who answers for it.
    owner: Option<Reference>,
    /// The KPIs it watches.
    kpis: Option<Vec<Reference>>,
    /// How far it looks, in words.
    horizon: Option<Title>,
    /// Its share in the mission's progress; 1 where it is not given.
    weight: Option<Weight>,
    /// `internal` keeps it out of public editions.
    visibility: Option<Visibility>,
    /// Words to filter by.
    tags: Option<Vec<Reference>>,
    /// Further reading.
    links: Option<Vec<Link>>,
    /// Old ids, kept alive.
    redirect_from: Option<Vec<Id>>,
}

/// A stretch of time for which goals are set.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Cycle {
    /// Its id, such as `2026-Q3`.
    id: Id,
    /// Its title; made from its id where it is not given.
    title: Option<Title>,
    /// First day; follows from an id of a known shape.
    start: Option<Date>,
    /// Last day, inclusive; follows from an id of a known shape.
    end: Option<Date>,
    /// The day by which every team has its OKRs.
    set_by: Option<Date>,
    /// How often check-ins are due: `weekly`, `fortnightly`, `monthly`, `quarterly`, `yearly`, or a number of days.
    check_in_every: Option<Cadence>,
    /// What is deliberately left undone.
    not_doing: Option<Vec<Text>>,
    /// The retrospective; inline Markdown.
    learned: Option<Text>,
    /// `internal` keeps it out of public editions.
    visibility: Option<Visibility>,
    /// Words to filter by.
    tags: Option<Vec<Reference>>,
    /// Further reading.
    links: Option<Vec<Link>>,
    /// Old ids, kept alive.
    redirect_from: Option<Vec<Id>>,
}

/// A team.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Team {
    /// Its id.
    id: Id,
    /// Its name.
    name: Title,
    /// The team it belongs to.
    parent: Option<Reference>,
    /// What it is there for.
    purpose: Option<Text>,
    /// The person who leads it.
    lead: Option<Reference>,
    /// The person who helps it to set its goals on time.
    ambassador: Option<Reference>,
    /// The people who work in it.
    members: Option<Vec<Reference>>,
    /// `internal` keeps it out of public editions.
    visibility: Option<Visibility>,
    /// Words to filter by.
    tags: Option<Vec<Reference>>,
    /// Further reading.
    links: Option<Vec<Link>>,
    /// Old ids, kept alive.
    redirect_from: Option<Vec<Id>>,
}

/// A person. Nothing here judges.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Person {
    /// Its id.
    id: Id,
    /// The name.
    name: Title,
    /// What the person does.
    role: Option<Title>,
    /// `internal` keeps it out of public editions.
    visibility: Option<Visibility>,
    /// Words to filter by.
    tags: Option<Vec<Reference>>,
    /// Further reading.
    links: Option<Vec<Link>>,
    /// Old ids, kept alive.
    redirect_from: Option<Vec<Id>>,
}

/// A standing measure of health.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Kpi {
    /// Its id.
    id: Id,
    /// Its title.
    title: Title,
    /// What its numbers count: `%`, a word, or a currency code.
    unit: Option<Title>,
    /// Where it should stand.
    healthy: Option<Bounds>,
    /// How often it is measured; `monthly` where it is not given.
    every: Option<Cadence>,
    /// The team that watches it.
    team: Option<Reference>,
    /// The person who watches it.
    owner: Option<Reference>,
    /// Why; inline Markdown.
    why: Option<Text>,
    /// What was measured.
    values: Option<Vec<KpiValue>>,
    /// Path of a CSV file with more values, from the handbook's root.
    data: Option<Title>,
    /// `internal` keeps it out of public editions.
    visibility: Option<Visibility>,
    /// Words to filter by.
    tags: Option<Vec<Reference>>,
    /// Further reading.
    links: Option<Vec<Link>>,
    /// Old ids, kept alive.
    redirect_from: Option<Vec<Id>>,
}

/// A measured value of a day.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct KpiValue {
    /// The day.
    date: Date,
    /// The value, without its unit.
    value: Number,
    /// A remark; inline Markdown.
    note: Option<Text>,
}

/// A titled address.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Link {
    /// What it is.
    title: Title,
    /// Where it leads: http, https or mailto.
    url: Url,
}
