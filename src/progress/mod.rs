//! Derives numbers from facts and a date.
//!
//! Three numbers, never mixed: *progress* is where the measure is, *confidence* what its owner believes, *score*
//! the judgement at the end. Every value is a pure function of the handbook, the settings and one date; nothing
//! dated after *as of* exists. The formulas, with worked examples that run as tests, are in
//! `content/manual/numbers.md`.

mod attainment;
mod chronicle;
mod course;
mod due;
mod expected;
mod fingerprint;
mod forecast;
mod health;
mod kpi;
mod memo;
mod objective;
mod outcome;
mod ratio;
mod report;
mod rollup;
mod sight;

pub use crate::model::Health;
pub use chronicle::{Entry, Event, chronicle, months};
pub use course::{Moment, course};
pub use due::{CLOSE_WITHIN, Due, Matter, Suspect, active, due, suspects, suspects_of, unset};
pub use fingerprint::fingerprint;
pub use forecast::{attained, heading};
pub use memo::Memo;
pub use sight::Sight;

use crate::config::Settings;
use crate::model::{
    CycleId, Date, Decimal, Handbook, KeyResult, KeyResultId, KpiId, Objective, ObjectiveId, Outcome,
    PillarId, State,
};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How a KPI fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KpiStatus {
    /// It has no bounds.
    NoTarget,
    /// It has no value yet.
    NoData,
    /// Its last value is older than its cadence and three days.
    Outdated,
    /// Its last value stands inside the bounds.
    Healthy,
    /// Its last value stands outside.
    Unhealthy,
}

impl KpiStatus {
    /// All of them.
    pub const ALL: [KpiStatus; 5] = [
        KpiStatus::NoTarget,
        KpiStatus::NoData,
        KpiStatus::Outdated,
        KpiStatus::Healthy,
        KpiStatus::Unhealthy,
    ];

    /// Its word in exports.
    pub fn word(self) -> &'static str {
        match self {
            KpiStatus::NoTarget => "no-target",
            KpiStatus::NoData => "no-data",
            KpiStatus::Outdated => "outdated",
            KpiStatus::Healthy => "healthy",
            KpiStatus::Unhealthy => "unhealthy",
        }
    }
}

/// A projection to the cycle's last day, in the measure's own unit; never a fact.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forecast {
    /// Where the line ends.
    pub value: f64,
    /// With the 10th percentile of the residuals.
    pub low: f64,
    /// With the 90th percentile of the residuals.
    pub high: f64,
}

/// How many key results we know something current of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Key results that are expected to report: those of objectives that are neither draft nor cancelled.
    pub total: usize,
    /// Those with a report on or before *as of*: a check-in with a value or a zone; of milestones and done measures
    /// any check-in, or one that was done.
    pub reported: usize,
    /// Those whose health is outdated.
    pub outdated: usize,
}

impl Coverage {
    /// Takes in what is known of others.
    pub fn add(&mut self, other: Coverage) {
        self.total += other.total;
        self.reported += other.reported;
        self.outdated += other.outdated;
    }
}

/// What is derived of a key result.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyResultProgress {
    /// Last measured value on or before *as of* (metric and keep).
    pub value: Option<Decimal>,
    /// The last check-in on or before *as of*: its index in the key result's list.
    pub last_check_in: Option<usize>,
    /// How many of its check-ins exist on *as of*; they come first in the list.
    pub check_ins: usize,
    /// Raw attainment; below 0 and above 1 are kept.
    pub attainment: Option<f64>,
    /// Attainment clamped to 0…1; 0 without data.
    pub progress: f64,
    /// Where it should stand, as attainment; none for a draft without a cycle.
    pub expected: Option<f64>,
    /// par · expected − progress.
    pub gap: Option<f64>,
    /// How it fares.
    pub health: Health,
    /// The last confidence said on or before *as of*.
    pub confidence: Option<f64>,
    /// Where it is heading.
    pub forecast: Option<Forecast>,
}

/// What is derived of an objective.
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectiveProgress {
    /// The state in force on *as of*.
    pub state: State,
    /// Weighted mean over its key results; none where it has none.
    pub progress: Option<f64>,
    /// Weighted mean of what is expected.
    pub expected: Option<f64>,
    /// Par · expected − progress.
    pub gap: Option<f64>,
    /// The worst of its key results.
    pub health: Health,
    /// Weighted mean of what aligns to it from below.
    pub contributing: Option<f64>,
    /// The judgement, once closed.
    pub score: Option<f64>,
    /// How it ended, once closed or cancelled.
    pub outcome: Option<Outcome>,
    /// What is known of its key results.
    pub coverage: Coverage,
    /// Its key results, in their order.
    pub key_results: Vec<KeyResultProgress>,
}

impl ObjectiveProgress {
    /// Whether anything is known of one of its key results.
    pub fn has_data(&self) -> bool {
        self.key_results.iter().any(|key_result| key_result.attainment.is_some())
    }

    /// Its progress, as far as anything is known of it: without data it counts as 0 in means, but nobody knows that it
    /// stands there.
    pub fn known(&self) -> Option<f64> {
        self.progress.filter(|_| self.has_data())
    }
}

/// What is derived of a KPI.
#[derive(Clone, Debug, PartialEq)]
pub struct KpiProgress {
    /// How it fares.
    pub status: KpiStatus,
    /// Its last reading on or before *as of*: its index in the KPI's list.
    pub latest: Option<usize>,
}

/// What is derived of a cycle.
#[derive(Clone, Debug, PartialEq)]
pub struct CycleProgress {
    /// Share of its days that have passed, 0 to 1.
    pub elapsed: f64,
    /// The mission's progress in it.
    pub mission: Option<f64>,
    /// The progress in it of each pillar that has any.
    pub pillars: BTreeMap<PillarId, f64>,
    /// Weighted mean of its objectives that are neither draft nor cancelled.
    pub progress: Option<f64>,
    /// Weighted mean of what is expected of them.
    pub expected: Option<f64>,
    /// What is known of its key results.
    pub coverage: Coverage,
}

/// Everything that is derived, in the order of the handbook's lists.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// The day on which all of it holds.
    pub as_of: Date,
    /// Objectives.
    pub objectives: Vec<Arc<ObjectiveProgress>>,
    /// KPIs.
    pub kpis: Vec<KpiProgress>,
    /// Cycles.
    pub cycles: Vec<CycleProgress>,
}

impl Progress {
    /// What is derived of an objective.
    pub fn of(&self, id: ObjectiveId) -> &ObjectiveProgress {
        &self.objectives[id.index()]
    }

    /// What is derived of a key result.
    pub fn of_key_result(&self, id: KeyResultId) -> &KeyResultProgress {
        &self.objectives[id.objective.index()].key_results[id.index as usize]
    }

    /// What is derived of a KPI.
    pub fn of_kpi(&self, id: KpiId) -> &KpiProgress {
        &self.kpis[id.index()]
    }

    /// What is derived of a cycle.
    pub fn of_cycle(&self, id: CycleId) -> &CycleProgress {
        &self.cycles[id.index()]
    }

    /// A pillar's progress in a cycle.
    pub fn of_pillar(&self, id: PillarId, cycle: CycleId) -> Option<f64> {
        self.cycles[cycle.index()].pillars.get(&id).copied()
    }
}

/// The day of a key result's last report that tells where it stands, as of a date: what its health goes by.
pub fn last_report(key_result: &KeyResult, as_of: Date) -> Option<Date> {
    report::last(&key_result.measure, report::check_ins(key_result, as_of), as_of)
}

/// The raw attainment of a key result on any date, such as an earlier one.
pub fn attainment(key_result: &KeyResult, on: Date) -> Option<f64> {
    attainment::attainment(&key_result.measure, report::check_ins(key_result, on), on)
}

/// Sums up what was derived before, after some goals were taken out: key results keep what they have, and what is made
/// of them is made anew. `derived` has an entry for each objective and key result that is left, and for each KPI.
pub fn sum_up(handbook: &Handbook, settings: &Settings, derived: Progress) -> Progress {
    let as_of = derived.as_of;
    let parts = handbook.objectives.iter().zip(derived.objectives);
    let sum = |(objective, derived): (&Arc<Objective>, Arc<ObjectiveProgress>)| {
        let ObjectiveProgress { key_results, state, .. } = Arc::unwrap_or_clone(derived);
        Arc::new(objective::sum_up(objective, key_results, state, settings, as_of))
    };
    finish(handbook, parts.map(sum).collect(), derived.kpis, as_of)
}

/// Derives everything for one date.
///
/// Objectives are derived each from itself, in parallel; what carries over from one to another follows in a pass
/// over the finished ones.
pub fn derive(handbook: &Handbook, settings: &Settings, as_of: Date) -> Progress {
    derive_again(handbook, settings, as_of, &mut Memo::default())
}

/// The same, with what is remembered of deriving before: it only saves time.
pub fn derive_again(handbook: &Handbook, settings: &Settings, as_of: Date, memo: &mut Memo) -> Progress {
    memo.keep_for(handbook, settings, as_of);
    let derive = |(index, objective): (usize, &Arc<Objective>)| {
        let derive = || Arc::new(objective::derive(handbook, settings, objective, as_of));
        memo.of(index, objective).unwrap_or_else(derive)
    };
    let objectives = handbook.objectives.par_iter().with_min_len(64).enumerate().map(derive);
    let objectives: Vec<_> = objectives.collect();
    let kpis = handbook.kpis.iter().map(|kpi| kpi::derive(kpi, as_of)).collect();
    let progress = finish(handbook, objectives, kpis, as_of);
    memo.keep(handbook, &progress);
    progress
}

/// Carries over from one objective to another, and up to cycles and pillars.
fn finish(
    handbook: &Handbook,
    mut objectives: Vec<Arc<ObjectiveProgress>>,
    kpis: Vec<KpiProgress>,
    as_of: Date,
) -> Progress {
    let contributing = rollup::contributing(handbook, &objectives);
    for (objective, contributing) in objectives.iter_mut().zip(contributing) {
        if objective.contributing != contributing {
            Arc::make_mut(objective).contributing = contributing;
        }
    }
    let cycles = rollup::cycles(handbook, &objectives, as_of);
    Progress { as_of, objectives, kpis, cycles }
}
