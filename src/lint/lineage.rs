//! What a goal leads up to, over every link: its place in the tree and what it also contributes to.

use crate::model::{Goal, Handbook};
use std::collections::BTreeSet;

/// Everything that a goal serves, near and far, without itself. A key result serves its objective.
pub(super) fn ancestors(handbook: &Handbook, goal: Goal) -> BTreeSet<Goal> {
    let mut found = upwards(handbook, parents(handbook, goal));
    found.remove(&goal);
    found
}

/// These goals and everything that they serve; each is looked at once, however many lead there.
pub(super) fn upwards(handbook: &Handbook, mut waiting: Vec<Goal>) -> BTreeSet<Goal> {
    let mut found = BTreeSet::new();
    while let Some(next) = waiting.pop() {
        if found.insert(next) {
            waiting.extend(parents(handbook, next));
        }
    }
    found
}

/// What a goal leads up to directly.
fn parents(handbook: &Handbook, goal: Goal) -> Vec<Goal> {
    match goal {
        Goal::Mission | Goal::Pillar(_) => handbook.parent(goal).into_iter().collect(),
        Goal::Objective(id) => handbook[id].aligns_to.iter().map(|alignment| alignment.to).collect(),
        Goal::KeyResult(id) => {
            let further = handbook.key_result(id).aligns_to.iter().map(|alignment| alignment.to);
            std::iter::once(Goal::Objective(id.objective)).chain(further).collect()
        }
    }
}
