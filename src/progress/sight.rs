//! The line of sight: whether one sees from a goal up to the mission, and whether the view is fresh.

use super::{Health, Progress};
use crate::model::{Goal, Handbook};

/// What can be said of the chain from a goal up to the mission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sight {
    /// The chain reaches the mission.
    pub complete: bool,
    /// Nothing on it is outdated, the goal itself included.
    pub fresh: bool,
}

impl Progress {
    /// The line of sight of a goal.
    pub fn sight(&self, handbook: &Handbook, goal: Goal) -> Sight {
        let above = handbook.line_of_sight(goal);
        let top = above.last().copied().unwrap_or(goal);
        let is_outdated = |&goal: &Goal| match goal {
            Goal::Mission | Goal::Pillar(_) => false,
            Goal::Objective(id) => self.of(id).health == Health::Outdated,
            Goal::KeyResult(id) => self.of_key_result(id).health == Health::Outdated,
        };
        let fresh = !std::iter::once(&goal).chain(&above).any(is_outdated);
        Sight { complete: top == Goal::Mission && handbook.mission.is_some(), fresh }
    }
}
