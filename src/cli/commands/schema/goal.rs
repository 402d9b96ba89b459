//! Objectives and everything in them, as types whose schema editors read.
#![expect(dead_code, reason = "the types exist for their schema alone")]

use super::collection::Link;
use super::shape::{
    Ambition, Date, Decision, DependencyState, Done, Id, InitiativeState, Number, Origin, Outcome, Reference,
    Share, Start, State, Status, Text, Title, Url, Visibility, Weight, Zone,
};
use schemars::JsonSchema;

/// Where we want to go.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Objective {
    /// Its id, kept for good: moving the file changes nothing.
    id: Id,
    /// Where we want to be, as a sentence.
    title: Title,
    /// Its cycle, such as `2026-Q3`; only a draft may have none.
    cycle: Option<Reference>,
    /// How we know that we are there.
    key_results: Option<Vec<KeyResult>>,
    /// The team that owns it.
    team: Option<Reference>,
    /// The one person who leads it.
    owner: Option<OneOrMany<Reference>>,
    /// Why it matters; inline Markdown.
    why: Option<Text>,
    /// What it is about, in a sentence or two; inline Markdown.
    summary: Option<Text>,
    /// What it contributes to: `mission`, a pillar, an objective, or OBJECTIVE/KEY-RESULT. The first is its place
    /// in the tree.
    aligns_to: Option<Alignments>,
    /// Who proposed it.
    origin: Option<Origin>,
    /// `committed`: expected in full. `aspirational`: a stretch, 0.7 is a success.
    ambition: Option<Ambition>,
    /// `active` where it is not given.
    state: Option<State>,
    /// Its share in its parent's mean; 1 where it is not given.
    weight: Option<Weight>,
    /// Other teams at work on it.
    contributors: Option<Vec<Reference>>,
    /// Its earlier self.
    carried_over_from: Option<Reference>,
    /// What it needs from others.
    depends_on: Option<Vec<Dependency>>,
    /// What is deliberately left undone.
    not_doing: Option<Vec<Text>>,
    /// The work that is bet on; never counts as progress.
    initiatives: Option<Vec<Initiative>>,
    /// What changed on the way, and why.
    changes: Option<Vec<Change>>,
    /// The judgement at the end.
    review: Option<Review>,
    /// `internal` keeps it out of public editions.
    visibility: Option<Visibility>,
    /// Words to filter by.
    tags: Option<Vec<Reference>>,
    /// Further reading.
    links: Option<Vec<Link>>,
    /// Old ids, kept alive.
    redirect_from: Option<Vec<Id>>,
}

/// One, or a list.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

/// One reference upwards, or several.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Alignments {
    One(Reference),
    Confirmed(Alignment),
    Many(Vec<AnAlignment>),
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum AnAlignment {
    Plain(Reference),
    Confirmed(Alignment),
}

/// A reference upwards that somebody confirmed.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Alignment {
    /// What it contributes to.
    to: Reference,
    /// The fingerprint of what it contributes to when somebody last confirmed it.
    reviewed: Option<Reference>,
}

/// How we know that we are there. Exactly one measure: `start` and `target`, `keep`, `milestones`, `zones`, or `done`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct KeyResult {
    /// Its id, unique in its objective.
    id: Id,
    /// What will be different, as a sentence.
    title: Title,
    /// The person who answers for it.
    owner: Option<Reference>,
    /// Its share in the objective's progress; 1 where it is not given.
    weight: Option<Weight>,
    /// Why it matters; inline Markdown.
    why: Option<Text>,
    /// The KPI it means to move.
    kpi: Option<Reference>,
    /// What it contributes to, beside its own objective.
    aligns_to: Option<Alignments>,
    /// Where the measurement comes from: an address.
    source: Option<Url>,
    /// `internal`: a public edition shows its progress, never its numbers.
    values: Option<Visibility>,
    /// What the numbers count: `%`, a word, or a currency code such as `EUR`.
    unit: Option<Title>,
    /// Where a metric begins; `unknown` while there is no baseline.
    start: Option<Start>,
    /// Where a metric should end; differs from `start`.
    target: Option<Number>,
    /// What a metric promises.
    commit: Option<Number>,
    /// What a metric dreams of.
    stretch: Option<Number>,
    /// A planned curve instead of a straight line.
    plan: Option<Vec<PlanPoint>>,
    /// Bounds inside which it stays.
    keep: Option<Bounds>,
    /// Steps, each done on a day or not yet.
    milestones: Option<Vec<Milestone>>,
    /// Described levels.
    zones: Option<Zones>,
    /// `false`, or the day on which it was done.
    done: Option<Done>,
    /// What was reported, and when.
    check_ins: Option<Vec<CheckIn>>,
    /// Path of a CSV file with more check-ins, from the handbook's root.
    data: Option<Title>,
    /// What changed on the way, and why.
    changes: Option<Vec<Change>>,
    /// `internal` keeps it out of public editions.
    visibility: Option<Visibility>,
    /// Words to filter by.
    tags: Option<Vec<Reference>>,
    /// Further reading.
    links: Option<Vec<Link>>,
    /// Old ids, kept alive.
    redirect_from: Option<Vec<Id>>,
}

/// A point of a planned curve.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct PlanPoint {
    /// The day.
    date: Date,
    /// Where the measure should stand on it.
    value: Number,
}

/// Bounds, both inclusive: one of these.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Bounds {
    /// Not below.
    at_least: Option<Number>,
    /// Not above.
    at_most: Option<Number>,
    /// From the first number to the second.
    between: Option<[Number; 2]>,
}

/// A step.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Milestone {
    /// Its id.
    id: Option<Id>,
    /// What is there when it is done.
    title: Title,
    /// The day by which it should be done.
    due: Option<Date>,
    /// The day on which it was done.
    done: Option<Date>,
    /// Its share; 1 where it is not given.
    weight: Option<Weight>,
}

/// Described levels: below `commit` is 0, `commit` 0.3, `target` 0.7, `stretch` 1.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Zones {
    /// What is promised.
    commit: Option<Text>,
    /// What is aimed at.
    target: Option<Text>,
    /// What is dreamed of.
    stretch: Option<Text>,
}

/// What somebody reported on a day.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct CheckIn {
    /// The day.
    date: Date,
    /// The measured value, without its unit (metric and keep).
    value: Option<Number>,
    /// The zone that was reached (zones).
    zone: Option<Zone>,
    /// How much its owner believes in getting there, 0 to 1.
    confidence: Option<Share>,
    /// The owner's word, which counts before the pace.
    status: Option<Status>,
    /// What happened; inline Markdown.
    note: Option<Text>,
    /// The person who reports.
    by: Option<Reference>,
    /// The next action.
    next: Option<Text>,
    /// `internal` keeps it out of public editions.
    visibility: Option<Visibility>,
    /// Words to filter by.
    tags: Option<Vec<Reference>>,
    /// Further reading.
    links: Option<Vec<Link>>,
}

/// What somebody reported on a day of a key result or KPI that is written elsewhere.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct CollectedCheckIn {
    /// Of what: OBJECTIVE/KEY-RESULT, or a KPI.
    of: Reference,
    /// The day.
    date: Date,
    /// The measured value, without its unit.
    value: Option<Number>,
    /// The zone that was reached (zones).
    zone: Option<Zone>,
    /// How much its owner believes in getting there, 0 to 1.
    confidence: Option<Share>,
    /// The owner's word, which counts before the pace.
    status: Option<Status>,
    /// What happened; inline Markdown.
    note: Option<Text>,
    /// The person who reports.
    by: Option<Reference>,
    /// The next action.
    next: Option<Text>,
    /// `internal` keeps it out of public editions.
    visibility: Option<Visibility>,
    /// Words to filter by.
    tags: Option<Vec<Reference>>,
    /// Further reading.
    links: Option<Vec<Link>>,
}

/// A change of a goal on the way.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Change {
    /// When.
    date: Date,
    /// What changed; inline Markdown.
    what: Text,
    /// Why; inline Markdown.
    reason: Text,
}

/// The judgement at the end.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Review {
    /// When it was closed.
    closed_on: Date,
    /// 0 to 1; its progress where it is not given.
    score: Option<Share>,
    /// How it ended; follows from the score where it is not given.
    outcome: Option<Outcome>,
    /// What was learned; inline Markdown.
    learned: Option<Text>,
    /// What follows.
    decision: Option<Decision>,
}

/// What an objective needs from somebody.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Dependency {
    /// A team or a goal.
    on: Reference,
    /// The day by which it is needed.
    needed_by: Option<Date>,
    /// Whether they agreed; `requested` where it is not given.
    state: Option<DependencyState>,
}

/// Work that is bet on.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Initiative {
    /// What is done.
    title: Title,
    /// Its id.
    id: Option<Id>,
    /// How far it is; `planned` where it is not given.
    state: Option<InitiativeState>,
    /// The person who does it.
    owner: Option<Reference>,
    /// When it is due.
    due: Option<Date>,
    /// Where to read more: an address.
    link: Option<Url>,
    /// The key results of this objective that it should move.
    key_results: Option<Vec<Reference>>,
    /// `internal` keeps it out of public editions.
    visibility: Option<Visibility>,
    /// Words to filter by.
    tags: Option<Vec<Reference>>,
    /// Further reading.
    links: Option<Vec<Link>>,
}
