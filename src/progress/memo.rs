//! What deriving leaves for the next time: objectives of which nothing has changed that their numbers depend on.

use super::{ObjectiveProgress, Progress};
use crate::config::{OutcomeBands, Pace, Settings};
use crate::model::{Cadence, Date, Handbook, Objective};
use std::sync::Arc;

/// What is remembered from one deriving to the next.
#[derive(Debug, Default)]
pub struct Memo {
    frame: Option<Frame>,
    /// Objectives by their place, with what was derived of them.
    derived: Vec<Option<(Arc<Objective>, Arc<ObjectiveProgress>)>>,
}

/// All that the numbers of an objective depend on beside itself and those that contribute to it.
#[derive(Debug, PartialEq)]
struct Frame {
    as_of: Date,
    pace: Pace,
    outcome: OutcomeBands,
    cycles: Vec<(Date, Date, Cadence)>,
}

impl Memo {
    /// Forgets what was derived under other circumstances.
    pub(super) fn keep_for(&mut self, handbook: &Handbook, settings: &Settings, as_of: Date) {
        let cycles = handbook.cycles.iter().map(|cycle| (cycle.start, cycle.end, cycle.check_in_every));
        let (pace, outcome) = (settings.pace, settings.outcome);
        let frame = Frame { as_of, pace, outcome, cycles: cycles.collect() };
        if self.frame.as_ref() != Some(&frame) {
            self.derived.clear();
            self.frame = Some(frame);
        }
    }

    /// What was derived of the very same objective; what contributes to it may have changed.
    pub(super) fn of(&self, place: usize, objective: &Arc<Objective>) -> Option<Arc<ObjectiveProgress>> {
        let (known, derived) = self.derived.get(place)?.as_ref()?;
        Arc::ptr_eq(known, objective).then(|| Arc::clone(derived))
    }

    /// Remembers the objectives that somebody else keeps as well; the others will never be met again.
    pub(super) fn keep(&mut self, handbook: &Handbook, progress: &Progress) {
        let pairs = handbook.objectives.iter().zip(&progress.objectives);
        let keep = |(objective, derived): (&Arc<Objective>, &Arc<ObjectiveProgress>)| {
            (Arc::strong_count(objective) > 1).then(|| (Arc::clone(objective), Arc::clone(derived)))
        };
        self.derived = pairs.map(keep).collect();
    }
}
