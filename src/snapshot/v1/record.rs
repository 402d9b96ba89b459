//! The keys of a frozen handbook in version 1, in their order. A key without a value is left out.
//!
//! These types never change once a snapshot has been written with them: what the model gains later belongs to a
//! later version of the format.

use super::value::{Day, Number, Ratio};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Declares structs whose absent fields are left out when they are written, and are defaults when they are read.
macro_rules! records {
    ($($name:ident { $($field:ident: $type:ty,)* $(| $($optional:ident: $optional_type:ty,)*)? })*) => {$(
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub(super) struct $name {
            $(pub(super) $field: $type,)*
            $($(
                #[serde(default, skip_serializing_if = "is_default")]
                pub(super) $optional: $optional_type,
            )*)?
        }
    )*};
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

records! {
    Record {
        format: String,
        edition: String,
        cycle: String,
        as_of: Day,
        settings: Settings,
        |
        mission: Option<Mission>,
        pillars: Vec<Pillar>,
        cycles: Vec<Cycle>,
        teams: Vec<Team>,
        people: Vec<Person>,
        kpis: Vec<Kpi>,
        objectives: Vec<Objective>,
        pages: Vec<Page>,
    }
    Settings {
        title: String,
        language: String,
        fiscal_year_start: i8,
        check_in_every: u32,
        pace: Pace,
        outcome: Outcomes,
        |
        organization: Option<String>,
        description: Option<String>,
    }
    Pace { on_track: Ratio, at_risk: Ratio, aspirational: Ratio, committed: Ratio, }
    Outcomes { aspirational: Bands, committed: Bands, }
    Bands { achieved: Ratio, partly: Ratio, }
    Mission {
        statement: String,
        |
        vision: Option<String>,
        why: Option<String>,
        not_doing: Vec<String>,
        about: About,
    }
    Pillar {
        id: String,
        title: String,
        weight: Ratio,
        |
        why: Option<String>,
        owner: Option<String>,
        kpis: Vec<String>,
        horizon: Option<String>,
        about: About,
    }
    Cycle {
        id: String,
        title: String,
        start: Day,
        end: Day,
        check_in_every: u32,
        derived: CycleDerived,
        |
        declared: bool,
        set_by: Option<Day>,
        not_doing: Vec<String>,
        learned: Option<String>,
        about: About,
    }
    CycleDerived {
        elapsed: Ratio,
        coverage: Coverage,
        |
        progress: Option<Ratio>,
        expected: Option<Ratio>,
        mission: Option<Ratio>,
        pillars: BTreeMap<String, Ratio>,
    }
    Coverage { total: usize, reported: usize, outdated: usize, }
    Team {
        id: String,
        name: String,
        |
        parent: Option<String>,
        purpose: Option<String>,
        lead: Option<String>,
        ambassador: Option<String>,
        members: Vec<String>,
        about: About,
    }
    Person { id: String, name: String, | role: Option<String>, about: About, }
    Kpi {
        id: String,
        title: String,
        every: u32,
        status: String,
        |
        unit: Option<String>,
        healthy: Option<Bounds>,
        team: Option<String>,
        owner: Option<String>,
        why: Option<String>,
        values: Vec<Reading>,
        about: About,
    }
    Reading { date: Day, value: Number, | note: Option<String>, internal: bool, file: Option<String>, }
    Objective {
        id: String,
        title: String,
        state: String,
        ambition: String,
        weight: Ratio,
        derived: ObjectiveDerived,
        |
        cycle: Option<String>,
        team: Option<String>,
        owner: Option<String>,
        other_owners: Vec<String>,
        why: Option<String>,
        summary: Option<String>,
        aligns_to: Vec<Alignment>,
        origin: Option<String>,
        ambition_is_said: bool,
        contributors: Vec<String>,
        carried_over_from: Option<String>,
        depends_on: Vec<Dependency>,
        not_doing: Vec<String>,
        initiatives: Vec<Initiative>,
        changes: Vec<Change>,
        review: Option<Review>,
        key_results: Vec<KeyResult>,
        about: About,
    }
    ObjectiveDerived {
        state: String,
        health: String,
        coverage: Coverage,
        |
        progress: Option<Ratio>,
        expected: Option<Ratio>,
        gap: Option<Ratio>,
        contributing: Option<Ratio>,
        score: Option<Ratio>,
        outcome: Option<String>,
    }
    Alignment { to: String, | reviewed: Option<String>, }
    Dependency { state: String, | team: Option<String>, goal: Option<String>, needed_by: Option<Day>, }
    Initiative {
        title: String,
        state: String,
        |
        id: Option<String>,
        owner: Option<String>,
        due: Option<Day>,
        link: Option<String>,
        key_results: Vec<String>,
        about: About,
    }
    Change { date: Day, what: String, reason: String, }
    Review {
        closed_on: Day,
        |
        score: Option<Ratio>,
        outcome: Option<String>,
        learned: Option<String>,
        decision: Option<String>,
    }
    KeyResult {
        id: String,
        title: String,
        weight: Ratio,
        measure: Measure,
        derived: KeyResultDerived,
        |
        unit: Option<String>,
        owner: Option<String>,
        why: Option<String>,
        kpi: Option<String>,
        aligns_to: Vec<Alignment>,
        source: Option<String>,
        values_internal: bool,
        check_ins: Vec<CheckIn>,
        changes: Vec<Change>,
        about: About,
    }
    KeyResultDerived {
        progress: Ratio,
        health: String,
        |
        value: Option<Number>,
        attainment: Option<Ratio>,
        expected: Option<Ratio>,
        gap: Option<Ratio>,
        confidence: Option<Ratio>,
        forecast: Option<Forecast>,
    }
    Forecast { value: Ratio, low: Ratio, high: Ratio, }
    Metric {
        target: Number,
        |
        start: Option<Number>,
        commit: Option<Number>,
        stretch: Option<Number>,
        plan: Option<Vec<PlanPoint>>,
    }
    PlanPoint { date: Day, value: Number, }
    Milestone {
        title: String,
        weight: Ratio,
        |
        id: Option<String>,
        due: Option<Day>,
        done: Option<Day>,
    }
    ZoneTexts { | commit: Option<String>, target: Option<String>, stretch: Option<String>, }
    Done { | on: Option<Day>, }
    CheckIn {
        date: Day,
        |
        value: Option<Number>,
        zone: Option<String>,
        confidence: Option<Ratio>,
        status: Option<String>,
        note: Option<String>,
        by: Option<String>,
        next: Option<String>,
        internal: bool,
        file: Option<String>,
    }
    Page {
        path: String,
        title: String,
        address: String,
        |
        description: Option<String>,
        order: Option<Ratio>,
        draft: bool,
        internal: bool,
        redirect_from: Vec<String>,
        toc: bool,
        body: Vec<String>,
    }
    WebLink { title: String, url: String, }
}

/// How a key result is measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Measure {
    Metric(Metric),
    Keep(Bounds),
    Milestones(Vec<Milestone>),
    Zones(ZoneTexts),
    Done(Done),
}

/// Where a value should stand.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Bounds {
    AtLeast(Number),
    AtMost(Number),
    Between(Number, Number),
}

/// What every entity may carry, and the file that said it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct About {
    pub(super) file: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) internal: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) tags: Vec<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) links: Vec<WebLink>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) redirect_from: Vec<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    /// The narrative, line by line; not even one line where there is none.
    pub(super) body: Vec<String>,
}
