//! What is measured: the measures of key results, and KPIs.

use super::{About, Cadence, Date, Decimal, PersonId, TeamId, Text};
use crate::text::{Span, Spanned};
use std::sync::Arc;

/// How a key result is measured.
#[derive(Clone, Debug)]
pub enum Measure {
    /// From a start to a different target.
    Metric {
        /// Where it began; none while no baseline is known. Span: of the value, also when it is `unknown`.
        start: Spanned<Option<Decimal>>,
        /// Where it should end; differs from the start.
        target: Spanned<Decimal>,
        /// What is promised.
        commit: Option<Spanned<Decimal>>,
        /// What is dreamed of.
        stretch: Option<Spanned<Decimal>>,
        /// A planned curve, by date; at most one point a day.
        plan: Option<Vec<PlanPoint>>,
    },
    /// Inside bounds.
    Keep(Spanned<Bounds>),
    /// Steps done; at least one.
    Milestones(Vec<Milestone>),
    /// Described levels.
    Zones(ZoneTexts),
    /// Done or not, and when. Span: of the value.
    Done(Spanned<Option<Date>>),
}

impl Measure {
    /// Whether check-ins say a value.
    pub fn has_values(&self) -> bool {
        matches!(self, Measure::Metric { .. } | Measure::Keep(_))
    }

    /// The word of the export: `metric`, `keep`, `milestones`, `zones` or `done`.
    pub fn kind(&self) -> &'static str {
        match self {
            Measure::Metric { .. } => "metric",
            Measure::Keep(_) => "keep",
            Measure::Milestones(_) => "milestones",
            Measure::Zones(_) => "zones",
            Measure::Done(_) => "done",
        }
    }
}

/// Where a value should stand; both ends inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bounds {
    /// Not below.
    AtLeast(Decimal),
    /// Not above.
    AtMost(Decimal),
    /// Between; the first is not above the second.
    Between(Decimal, Decimal),
}

impl Bounds {
    /// Whether a value stands inside.
    pub fn hold(self, value: Decimal) -> bool {
        match self {
            Bounds::AtLeast(least) => value >= least,
            Bounds::AtMost(most) => value <= most,
            Bounds::Between(least, most) => least <= value && value <= most,
        }
    }
}

/// A point of a planned curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanPoint {
    /// The day.
    pub date: Date,
    /// Where the measure should stand.
    pub value: Decimal,
}

/// A step of a milestones measure.
#[derive(Clone, Debug)]
pub struct Milestone {
    /// Its id, if it has one.
    pub id: Option<Text>,
    /// Its title.
    pub title: Text,
    /// When it is due.
    pub due: Option<Spanned<Date>>,
    /// When it was done.
    pub done: Option<Spanned<Date>>,
    /// Its share; at least 0.
    pub weight: f64,
}

impl Milestone {
    /// What it is called, and known again by: its id, else its title.
    pub fn name(&self) -> &str {
        &self.id.as_ref().unwrap_or(&self.title).value
    }
}

/// The level that a zones measure has reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    /// Below what was promised: 0.
    Fail,
    /// What was promised: 0.3.
    Commit,
    /// What was aimed at: 0.7.
    Target,
    /// More than that: 1.
    Stretch,
}

/// What the zones of a key result mean.
#[derive(Clone, Debug)]
pub struct ZoneTexts {
    /// What is promised.
    pub commit: Option<Text>,
    /// What is aimed at.
    pub target: Option<Text>,
    /// What is dreamed of.
    pub stretch: Option<Text>,
    /// The key `zones`' value.
    pub span: Span,
}

/// The rear-view mirror: a standing measure of health.
#[derive(Clone, Debug)]
pub struct Kpi {
    /// Its id.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// What its numbers count.
    pub unit: Option<Text>,
    /// Where it should stand.
    pub healthy: Option<Spanned<Bounds>>,
    /// How often it is measured.
    pub every: Cadence,
    /// The team that watches it.
    pub team: Option<Spanned<TeamId>>,
    /// Who watches it.
    pub owner: Option<Spanned<PersonId>>,
    /// Inline Markdown.
    pub why: Option<Text>,
    /// All readings, from every source, by date; at most one a day. Those who read one table alone share them.
    pub values: Arc<Vec<Reading>>,
    /// Visibility, tags, links, body.
    pub about: About,
}

/// A measured value of a day.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The day, where it is written.
    pub date: Spanned<Date>,
    /// The value.
    pub value: Decimal,
    /// Inline Markdown.
    pub note: Option<Text>,
    /// Withheld from public editions.
    pub internal: bool,
}
